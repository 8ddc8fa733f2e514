"""Days of certificates 证照: yearly duties, steps of a renewal, and which reminder is due. No database."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Protocol

from models.certificate_terms import DutyKind, DutyRhythm, HolderType
from services.calendars import add_working_days
from services.dated_rules import row_on
from services.errors import Refused
from services.labour_law import add_months

__all__ = [
    "Duty",
    "DutyKind",
    "DutyRhythm",
    "HolderType",
    "KindTerms",
    "RenewalStep",
    "apply_by",
    "change_due",
    "check_kind",
    "duties",
    "duties_between",
    "hours_of",
    "next_reminder",
    "reminder_day",
    "reminder_level",
    "renewal_dates",
    "valid_until",
]

_FILE = "certificate_kinds"
_DAY = timedelta(days=1)
_MOST_YEARS = 100


class KindTerms(Protocol):
    """A kind of certificate as these rules see it; `duties` and `steps` as in resources/rules/certificate_kinds.toml."""

    @property
    def code(self) -> str: ...
    @property
    def months(self) -> int: ...
    @property
    def lead_days(self) -> int: ...
    @property
    def reminders(self) -> Sequence[int]: ...
    @property
    def duties(self) -> Sequence[Mapping[str, Any]]: ...
    @property
    def steps(self) -> Sequence[Mapping[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Duty:
    """What must be done from one day to another; `latest_on` is the day after which the certificate itself suffers.

    `hours` of training it asks for in those days, None where it asks for none.
    """

    kind: DutyKind
    from_on: date
    due_on: date
    code: str
    name: str
    latest_on: date
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RenewalStep:
    """A step of a renewal: the last day for it, the papers it needs. After the end of validity, in a time of grace.

    `start`: the first day on which it is possible, not the last one.
    """

    name: str
    due_on: date
    papers: tuple[str, ...]
    start: bool = False


def valid_until(kind: KindTerms, valid_from: date) -> date | None:
    """The last day of a certificate issued on that day; None where the kind has no usual validity."""
    return add_months(valid_from, kind.months) - _DAY if kind.months else None


def duties(
    kind: KindTerms,
    valid_from: date | None,
    valid_to: date | None,
    year: int,
    done: Sequence[date] = (),
    held_from: date | None = None,
) -> list[Duty]:
    """The duties that fall due in `year`, by the day.

    A window asks for whoever holds the certificate on its first day; `next_year` ones begin in the year after the
    issue (企业信息公示暂行条例 art 8), of the first one where this renews others: `held_from`. An anniversary counts from `valid_from` and not at the end of validity itself, where the
    renewal stands; where two may only lie `longest` months apart, `latest_on` counts from the last of `done` before
    it (the days it was done), or from the day it was due. Without `valid_from` there are no anniversaries.
    """
    found = [
        duty
        for row in kind.duties
        for duty in _of_row(row, (valid_from, held_from or valid_from), valid_to, year, done, kind.lead_days)
        if duty.due_on.year == year
    ]
    return sorted(found, key=lambda duty: (duty.due_on, duty.code))


def duties_between(
    kind: KindTerms,
    valid_from: date | None,
    valid_to: date | None,
    first: date,
    last: date,
    done: Sequence[date] = (),
    held_from: date | None = None,
) -> list[Duty]:
    """The duties due from `first` to `last`, both counted: for a list of the coming months."""
    years = range(first.year, last.year + 1)
    found = [duty for year in years for duty in duties(kind, valid_from, valid_to, year, done, held_from)]
    return [duty for duty in found if first <= duty.due_on <= last]


def renewal_dates(kind: KindTerms, valid_to: date) -> list[RenewalStep]:
    """The steps of the renewal of a certificate that ends on `valid_to`, by the day."""
    steps = [
        RenewalStep(
            str(row["name"]), _before(row, valid_to), tuple(row.get("papers", ())), bool(row.get("start"))
        )
        for row in kind.steps
    ]
    return sorted(steps, key=lambda step: step.due_on)


def apply_by(kind: KindTerms, valid_to: date) -> date:
    """The last day to apply for the renewal: so many days before the end."""
    return valid_to - _DAY * kind.lead_days


def change_due(happened_on: date, event: str = "publish_change") -> date:
    """The last day to publish a change of the company: 20 working days (企业信息公示暂行条例 art 10)."""
    return add_working_days(happened_on, int(row_on(_FILE, event, happened_on, "event")["working_days"]))


def reminder_level(due_on: date, today: date, days: Sequence[int]) -> int | None:
    """The nearest of `days` that has been reached: 7 five days before, 0 once the day is past, None while it is far.

    What nobody handled is told at every start again, whatever days the computer was off.
    """
    left = (due_on - today).days
    if left < 0:
        return 0
    return min((level for level in days if level >= left), default=None)


def reminder_day(due_on: date, level: int) -> date:
    """The day on which a level is reached."""
    return due_on - _DAY * level


def next_reminder(due_on: date, today: date, days: Sequence[int]) -> date | None:
    """The next day after `today` on which a level is reached; None when the last one has been."""
    return min((day for level in days if (day := reminder_day(due_on, level)) > today), default=None)


def check_kind(kind: KindTerms) -> None:
    """Refuse a kind these rules cannot read, at the row.

    Raises:
        Refused: ``certificate.reminders`` (reminders): not all above 0; ``certificate.duty`` (duties.N): a word or day
            that is none, or no months between anniversaries; ``certificate.step`` (steps.N): no name, or neither days
            nor months.
    """
    if any(level < 1 for level in kind.reminders):
        raise Refused("certificate.reminders", "reminders")
    for place, row in enumerate(kind.duties):
        if not _is_duty(row):
            raise Refused("certificate.duty", f"duties.{place}", name=row.get("name", ""))
    for place, row in enumerate(kind.steps):
        if not row.get("name") or ("days" in row) == ("months" in row):
            raise Refused("certificate.step", f"steps.{place}", name=row.get("name", ""))


def _is_duty(row: Mapping[str, Any]) -> bool:
    if row.get("kind") not in set(DutyKind) or not row.get("name") or not row.get("code"):
        return False
    try:
        if "hours" in row and (row["kind"] != DutyKind.TRAINING or (hours_of(row) or 0) <= 0):
            return False
        if row.get("rhythm") == DutyRhythm.VALIDITY:
            return True
        if row.get("rhythm") == DutyRhythm.ANNIVERSARY:
            return int(row["months"]) > 0
        return row.get("rhythm") == DutyRhythm.WINDOW and _day_of(row["from"], 2024) <= _day_of(
            row["to"], 2024
        )
    except (ArithmeticError, KeyError, TypeError, ValueError):
        return False


def _of_row(
    row: Mapping[str, Any],
    begun: tuple[date | None, date | None],
    valid_to: date | None,
    year: int,
    done: Sequence[date],
    lead_days: int,
) -> Iterator[Duty]:
    """`begun`: this certificate, and the first one of those it renews."""
    valid_from, held_from = begun
    if row["rhythm"] == DutyRhythm.VALIDITY:
        if valid_to is not None:
            due = valid_to - _DAY * lead_days
            yield Duty(
                DutyKind(row["kind"]),
                valid_from or date.min,
                due,
                row["code"],
                row["name"],
                due,
                hours_of(row),
            )
    elif row["rhythm"] == DutyRhythm.WINDOW:
        yield from _windows(row, valid_from, held_from, valid_to, year)
    elif valid_from is not None:
        yield from _anniversaries(row, valid_from, valid_to, year, done)


def _windows(
    row: Mapping[str, Any], valid_from: date | None, held_from: date | None, valid_to: date | None, year: int
) -> Iterator[Duty]:
    first, last = _day_of(row["from"], year), _day_of(row["to"], year)
    if valid_from is not None and last < valid_from:
        return
    if held_from is not None and row.get("next_year") and year <= held_from.year:
        return
    if valid_to is None or first <= valid_to:
        yield Duty(DutyKind(row["kind"]), first, last, row["code"], row["name"], last, hours_of(row))


def _anniversaries(
    row: Mapping[str, Any], valid_from: date, valid_to: date | None, year: int, done: Sequence[date]
) -> Iterator[Duty]:
    months = int(row["months"])
    for number in range(1, _MOST_YEARS * 12 // months + 1):
        due = add_months(valid_from, months * number)
        if due.year > year or (valid_to is not None and due >= valid_to):
            return
        if due.year == year:
            hours, latest = hours_of(row), _latest(row, valid_from, number, done)
            begin = max(valid_from, due - _DAY * int(row.get("open_days", 0)))
            if hours is not None:  # they count from the anniversary before
                begin = add_months(valid_from, months * (number - 1))
            yield Duty(DutyKind(row["kind"]), begin, due, row["code"], row["name"], latest, hours)


def hours_of(row: Mapping[str, Any]) -> Decimal | None:
    """The hours of training a duty asks for."""
    return Decimal(str(row["hours"])) if row.get("hours") else None


def _latest(row: Mapping[str, Any], valid_from: date, number: int, done: Sequence[date]) -> date:
    """The first one has its day; a later one may be so many months after the one before it."""
    months = int(row["months"])
    due = add_months(valid_from, months * number)
    if "longest" not in row or number == 1:
        return due
    before = add_months(valid_from, months * (number - 1))
    window = (add_months(before, -months), add_months(before, int(row["longest"]) - months))
    made = [day for day in done if window[0] < day <= window[1]]
    return add_months(max(made, default=before), int(row["longest"]))


def _before(row: Mapping[str, Any], end: date) -> date:
    return add_months(end, -int(row["months"])) if "months" in row else end - _DAY * int(row["days"])


def _day_of(text: str, year: int) -> date:
    """Month-day in `year`; the last day of a month that is shorter there."""
    month, day = (int(part) for part in text.split("-"))
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2024, month)[1]:
        raise ValueError(text)
    return date(year, month, min(day, monthrange(year, month)[1]))
