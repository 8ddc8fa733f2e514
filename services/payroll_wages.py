"""What one person earned in a month: rates by the day, attendance, one-off lines, formulas. Whole fen, no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.pay import ComponentEffect, ComponentKind
from services.errors import Refused
from services.pay_components import ANNUAL_BONUS, INSURANCE_DIFFERENCE, SEVERANCE
from services.pay_formulas import FACTS, QUIET, Computed, Part
from services.payroll_facts import Attendance, Person
from services.payroll_ground import Ground
from services.payroll_months import month_days, work_days, working_days

_NO_RATES: dict[str, int] = {}
# facts that are zero in a month in which nothing happened, and without a rate of one's own
_QUIET_FACTS = frozenset(
    {
        "not_employed_days", "absent_days", "sick_days", "late_times", "overtime_weekday_hours",
        "overtime_rest_hours", "overtime_holiday_hours", "own_rate",
    }
)  # fmt: skip
_DAY = 100


class Wage(NamedTuple):
    """The month of a person: amounts by code of component and their sums, in fen; days in hundredths."""

    amounts: dict[str, int]
    gross: int
    exempt: int
    withheld: int
    base_wage: int
    insurance_difference: int
    bonus: int
    severance: int
    due: int
    worked: int
    note: str


_QUIET = (0, "{}", 0, 0, 0, 0)  # of a stored attendance: no absence, leave, lateness or overtime
_WITHHELD, _DIFFERENCE = 2, 3


@dataclass(frozen=True, slots=True)
class Columns:
    """The components, sorted by what is done with them."""

    by_id: Mapping[int, Part]
    by_code: Mapping[str, Part]
    computed: Sequence[Computed]
    ground: Ground
    due: int
    few_percent: int
    month_days: int  # paid days a month the law counts, in hundredths
    first_day: str
    last_day: str
    wages: tuple[str, ...]  # fixed earnings
    roles: Mapping[str, tuple[int, bool, bool]]  # what a code counts for: sign or 2, 3; taxable; in the base
    eventful: frozenset[int]  # who has a one-off line, a change of rate or a rate of one's own
    all_plain: bool  # nothing but fixed earnings, taxable and in the base, and formulas that a quiet month leaves at zero


def columns(ground: Ground) -> Columns:
    """The components of a run."""
    fixed = [part for part in ground.parts if part.kind == ComponentKind.FIXED]
    wages = tuple(part.code for part in fixed if part.effect == ComponentEffect.EARNING)
    quiet = all(QUIET & set(one.zero_facts) for one in ground.computed)
    return Columns(
        {part.id: part for part in ground.parts},
        {part.code: part for part in ground.parts},
        ground.computed,
        ground,
        working_days(ground.wages_of) * _DAY,
        ground.how.few_percent,
        month_days(ground.wages_of),
        ground.wages_of.isoformat(),
        ground.days[-1],
        wages,
        {part.code: (_role(part), part.taxable, part.in_base) for part in ground.parts},
        frozenset((*ground.one_off, *ground.changes, *ground.own_rates)),
        quiet and len(wages) == len(fixed) and all(part.taxable and part.in_base for part in fixed),
    )


def _role(part: Part) -> int:
    if part.effect == ComponentEffect.WITHHOLDING:
        return _DIFFERENCE if part.code == INSURANCE_DIFFERENCE else _WITHHELD
    return 1 if part.effect == ComponentEffect.EARNING else -1


def wage_of(person: Person, of: Columns, *, regular: bool) -> Wage:
    """The wage of a person; without rates and attendance when the run is not the regular one.

    Raises Refused "payroll.formula" (component, person, cause) when a formula cannot be reckoned.
    """
    ground = of.ground
    if regular and of.all_plain and (quiet := _quiet(person, of)) is not None:
        return quiet
    amounts: dict[str, int] = {}
    due = worked = 0
    span = _span(person, of) if regular else None
    own = _fixed(person.id, of, amounts, *span) if span else {}
    note = _one_off(ground.one_off.get(person.id, ()), of, amounts)
    if span:
        facts, due, worked = _facts(person, of, amounts, *span)
        _reckon(of, person, facts, own, amounts)
    return _summed(amounts, of, due, worked, note)


def _quiet(person: Person, of: Columns) -> Wage | None:
    """The wage of a whole month in which nothing happened, which is that of most people; None when something did."""
    ground, who = of.ground, person[0]
    hired, left = person[10:]
    if who in of.eventful or left is not None or (hired is not None and hired > of.first_day):
        return None
    attended = ground.attendance.get(who)
    if attended is not None and attended[3:] != _QUIET:
        return None
    amounts = ground.rates.get(who, _NO_RATES)
    if 0 in amounts.values():
        amounts = {code: amount for code, amount in amounts.items() if amount}
    gross = sum(amounts.values())
    due, worked = (of.due, of.due) if attended is None else attended[1:3]
    return Wage(amounts, gross, 0, 0, gross, 0, 0, 0, due, worked, "")


def explained(person: Person, of: Columns) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """What the formulas of a person's regular month are reckoned from: facts, own rates, amounts of the others."""
    amounts: dict[str, int] = {}
    span = _span(person, of)
    own = _fixed(person.id, of, amounts, *span) if span else {}
    _one_off(of.ground.one_off.get(person.id, ()), of, amounts)
    facts = _facts(person, of, amounts, *span)[0] if span else dict.fromkeys(FACTS, 0)
    if span:
        _reckon(of, person, facts, own, amounts)
    return facts, own, amounts


def _span(person: Person, of: Columns) -> tuple[str, str] | None:
    """From which day to which one somebody was employed in the month, "9" for its whole rest; None: not at all."""
    start = person.hired_on if person.hired_on and person.hired_on > of.first_day else of.first_day
    end = person.left_on if person.left_on and person.left_on < of.last_day else "9"
    return (start, end) if start <= end else None


def _fixed(who: int, of: Columns, amounts: dict[str, int], start: str, end: str) -> dict[str, int]:
    """Write the fixed amounts; returns the own rates of other components. Changes in the month count by the day."""
    now = of.ground.rates.get(who, _NO_RATES) | of.ground.own_rates.get(who, _NO_RATES)
    later: list[tuple[str, str, int]] = []
    for row in of.ground.changes.get(who, ()):
        if row[1] <= start:
            now[row[0]] = row[2]
        elif row[1] <= end:
            later.append(row)
    if later:
        _change(now, later, [day for day in of.ground.days if start <= day <= end])
    own = {}
    for code, amount in now.items():
        part = of.by_code.get(code)
        if part is None or not amount:
            continue
        if part.kind == ComponentKind.FIXED:
            amounts[part.code] = amount
        else:
            own[part.code] = amount
    return own


def _change(now: dict[str, int], later: list[tuple[str, str, int]], days: list[str]) -> None:
    """Rates that change in the month: each counts for its paid days."""
    for code in {row[0] for row in later}:
        steps = [("", now.get(code, 0)), *(row[1:] for row in later if row[0] == code)]
        if not days:
            now[code] = steps[-1][1]
            continue
        total = 0
        for day in days:
            total += next(amount for since, amount in reversed(steps) if since <= day)
        now[code] = (2 * total + len(days)) // (2 * len(days))


def _one_off(rows: Sequence[tuple[int, int, str]], of: Columns, amounts: dict[str, int]) -> str:
    notes = []
    for component_id, amount, remark in rows:
        part = of.by_id.get(component_id)
        if part is None:
            continue
        amounts[part.code] = amounts.get(part.code, 0) + amount
        if remark:
            notes.append(f"{part.name}：{remark}")
    return "；".join(notes)[:500]


def _facts(
    person: Person, of: Columns, amounts: Mapping[str, int], start: str, end: str
) -> tuple[dict[str, int], int, int]:
    """What formulas may ask of the month, and the days due and worked that the sheet shows."""
    ground = of.ground
    stored = ground.attendance.get(person.id)
    outside = 0
    if start > of.first_day or end != "9":
        outside = sum(not start <= day <= end for day in ground.days) * _DAY
    if stored:
        seen = Attendance.of(stored)
    else:
        here = sum(start <= day <= end for day in work_days(ground.wages_of)) * _DAY if outside else of.due
        seen = Attendance(of.due, here, 0, 0, 0, 0, 0, 0)
    due = max(seen.due, of.due) if outside else seen.due
    absent, gone = equivalents(
        len(ground.days) * _DAY, outside, seen.absent, of.few_percent, whole=of.month_days
    )
    whole = not (outside or seen.absent or seen.sick or seen.late_times)
    fixed = sum([amounts[code] for code in of.wages if code in amounts])
    facts = {
        "due_days": due,
        "worked_days": seen.worked,
        "not_employed_days": gone,
        "absent_days": absent,
        "sick_days": seen.sick,
        "late_times": seen.late_times,
        "overtime_weekday_hours": seen.weekday,
        "overtime_rest_hours": seen.rest,
        "overtime_holiday_hours": seen.holiday,
        "full_month": int(whole),
        "fixed_total": fixed,
        "minimum_wage": ground.minimum_wage,
        "sick_share": ground.how.sick_percent,
    }
    return facts, due, seen.worked


def equivalents(paid: int, outside: int, absent: int, few_percent: int, *, whole: int) -> tuple[int, int]:
    """Days of absence and days not employed that a part of the wage goes off for, in hundredths.

    By default the days missed. Whoever was there for less than `few_percent` of the paid days of the month is paid
    for the days worked instead: `whole` (21.75) less those. Never below nothing.
    """
    worked = max(0, paid - outside - absent)
    if (outside or absent) and worked * 100 < paid * few_percent:
        missed = max(0, whole - worked)
        absent = missed if not outside else min(absent, missed)
        return absent, missed - absent
    absent = min(absent, whole)
    return absent, min(outside, whole - absent)


def _reckon(
    of: Columns, person: Person, facts: dict[str, int], own: Mapping[str, int], amounts: dict[str, int]
) -> None:
    nothing = {code for code, fact in facts.items() if not fact}
    for computed in of.computed:
        if not nothing.isdisjoint(computed.zero_facts):
            continue
        facts["own_rate"] = own.get(computed.part.code, 0)
        try:
            amount = computed.fen(facts, amounts)
        except Refused as refused:
            raise Refused(
                "payroll.formula", component=computed.part.name, person=person.name, cause=refused.code
            ) from refused
        if amount:
            amounts[computed.part.code] = amounts.get(computed.part.code, 0) + amount


def _summed(amounts: dict[str, int], of: Columns, due: int, worked: int, note: str) -> Wage:
    gross = exempt = withheld = base = difference = 0
    for code, amount in amounts.items():
        role, taxable, in_base = of.roles[code]
        if role == _WITHHELD:
            withheld += amount
        elif role == _DIFFERENCE:
            difference += amount
        else:
            signed = amount * role
            gross += signed
            if not taxable:
                exempt += signed
            if in_base:
                base += signed
    bonus, severance = amounts.get(ANNUAL_BONUS, 0), amounts.get(SEVERANCE, 0)
    return Wage(amounts, gross, exempt, withheld, base, difference, bonus, severance, due, worked, note)
