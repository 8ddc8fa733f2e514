"""What a payroll run stands on, read in a few questions whatever the number of people; amounts in whole fen."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from models.insurance_terms import Fund
from models.payroll import BonusTax, RunKind
from services import insured, pay_components, pay_formulas
from services.database import Session
from services.dated_rules import value_on
from services.income_tax import fen_brackets
from services.months import last_day
from services.pay_components import ANNUAL_BONUS, SEVERANCE
from services.pay_formulas import Computed, Part
from services.payroll_facts import LABOUR, Carried, Enrolled, Person, Year, month_number
from services.payroll_months import PaySettings, paid_days, pay_settings, wage_month
from services.payroll_rates import Changes, Rates, rates_of_month
from services.payroll_tenures import Tenure, tenures
from services.permissions import open_to_all
from services.plain_rows import plain_rows
from services.social_insurance import PolicyItem
from services.tax_tables import FenBrackets

_WHY = "a step of services that have checked"


class Asked(NamedTuple):
    """Which run is to be made."""

    month: date
    kind: RunKind
    pay_on: date
    run_id: int
    bonus_tax: BonusTax | None
    only: int = 0  # one employee, whose figures are to be explained


@dataclass(slots=True)
class Ground:
    """All of it, by the id of the employee."""

    asked: Asked
    how: PaySettings
    wages_of: date
    parts: list[Part]
    computed: list[Computed]
    brackets: FenBrackets
    minimum_wage: int
    people: list[Person]
    days: tuple[str, ...]
    # on the first of the wage month, by code: of fixed components, and of those with a formula
    rates: Rates = field(default_factory=dict)
    own_rates: Rates = field(default_factory=dict)
    changes: Changes = field(default_factory=dict)  # of rates within it
    attendance: Mapping[int, tuple[Any, ...]] = field(default_factory=dict)  # as stored, see `Attendance.of`
    one_off: Mapping[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    social: Mapping[int, Enrolled] = field(default_factory=dict)
    housing: Mapping[int, Enrolled] = field(default_factory=dict)
    policies: Mapping[tuple[str, str], tuple[PolicyItem, ...]] = field(default_factory=dict)
    deductions: Mapping[int, str] = field(default_factory=dict)  # see `Deduction.read`
    years: Mapping[int, Year] = field(default_factory=dict)
    carried: Mapping[int, Carried] = field(default_factory=dict)
    tenures: Mapping[int, Tenure] = field(default_factory=dict)  # of those whose year is no single story
    labour: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    severance: Mapping[int, tuple[int, int]] = field(
        default_factory=dict
    )  # paid before since they came, and its tax


@open_to_all(_WHY)
def read(session: Session, asked: Asked) -> Ground:
    """Everything a run needs. Raises what `pay_formulas.prepared` raises of the components."""
    how = pay_settings(session)
    parts = pay_components.parts(session)
    wages_of = wage_month(asked.month, how)
    one_off = _one_off(session, asked)
    ground = Ground(
        asked=asked,
        how=how,
        wages_of=wages_of,
        parts=parts,
        computed=pay_formulas.prepared(parts),
        brackets=fen_brackets(asked.pay_on),
        minimum_wage=minimum_wage(session, how, wages_of),
        people=_people(session, asked, wages_of, one_off),
        days=paid_days(wages_of),
        one_off=one_off,
    )
    if asked.kind == RunKind.REGULAR:
        _read_wages(session, ground)
    if not asked.only:
        _read_taxes(session, ground)
    return ground


def _read_wages(session: Session, ground: Ground) -> None:
    found = rates_of_month(session, ground.parts, ground.wages_of, ground.asked.only)
    ground.rates, ground.own_rates, ground.changes = found
    month = ground.wages_of.isoformat()
    ground.attendance = {
        row[0]: row
        for row in plain_rows(
            session,
            "SELECT employee_id, due, worked, absent, leave, late_times, overtime_weekday, overtime_rest,"
            " overtime_holiday FROM attendance_month WHERE month = :month AND (:only = 0 OR employee_id = :only)",
            month=month,
            only=ground.asked.only,
        )
    }
    ground.social = _enrolled(session, Fund.SOCIAL, month)
    ground.housing = _enrolled(session, Fund.HOUSING, month)
    rules = insured.rules_of_month(session, ground.wages_of)
    ground.policies = {(fund.value, city): found.policy.items for (fund, city), found in rules.items()}


def _enrolled(session: Session, fund: Fund, month: str) -> dict[int, Enrolled]:
    """Where everybody is enrolled in a fund, and their latest base, None where there is none."""
    return {
        who: (city, base)
        for who, city, base in plain_rows(
            session,
            "SELECT e.employee_id, e.city, (SELECT b.base FROM insurance_base AS b WHERE b.employee_id = e.employee_id"
            " AND b.fund = :fund AND b.from_month <= :month ORDER BY b.from_month DESC LIMIT 1) FROM enrolment AS e"
            " WHERE e.fund = :fund AND e.from_month <= :month AND (e.to_month IS NULL OR e.to_month >= :month)"
            " ORDER BY e.employee_id, e.from_month",  # should two hold at once, the later one counts
            fund=fund.value,
            month=month,
        )
    }


def _read_taxes(session: Session, ground: Ground) -> None:
    paid = ground.asked.pay_on
    _read_deductions(session, ground)
    known = years(session, paid)
    carried = {
        row[0]: row[1:]
        for row in plain_rows(
            session,
            "SELECT l.employee_id, l.cum_income, l.cum_exempt, l.cum_special, l.cum_additional, l.cum_other,"
            " l.cum_withheld FROM employee AS e JOIN payroll_line AS l ON l.id = (SELECT max(m.id) FROM payroll_line"
            " AS m WHERE m.tax_year = :year AND m.employee_id = e.id)",
            year=paid.year,
        )
    }
    ground.tenures = tenures(session, paid, known)
    for who, tenure in ground.tenures.items():
        carried[who] = tenure.carried or Carried()
        if not tenure.opened and who in known:
            known[who] = known[who].unopened()
    ground.years, ground.carried = known, carried
    severance = {part.id for part in ground.parts if part.code == SEVERANCE}
    if any(row[0] in severance for lines in ground.one_off.values() for row in lines):
        ground.severance = _paid_severance(session, ground.asked)
    if any(person.kind == LABOUR for person in ground.people):
        ground.labour = {
            row[0]: (row[1], row[2])
            for row in plain_rows(
                session,
                "SELECT employee_id, sum(separate_bonus), sum(separate_tax) FROM payroll_line"
                " WHERE tax_year = :year AND tax_month = :month AND employment_kind = 'labour' GROUP BY employee_id",
                year=paid.year,
                month=paid.month,
            )
        }


def _paid_severance(session: Session, asked: Asked) -> dict[int, tuple[int, int]]:
    """What was paid to each for leaving this time: the exemption of 财税〔2018〕164号 is given once, not once a sheet."""
    rows = plain_rows(
        session,
        "SELECT l.employee_id, sum(l.separate_bonus), sum(l.separate_tax) FROM payroll_line AS l"
        " JOIN payroll_run AS r ON r.id = l.run_id JOIN employee AS e ON e.id = l.employee_id"
        " WHERE r.kind <> 'bonus' AND l.employment_kind <> 'labour' AND l.separate_bonus <> 0 AND r.id <> :run"
        " AND (e.hired_on IS NULL OR r.pay_on >= e.hired_on) GROUP BY l.employee_id",
        run=asked.run_id,
    )
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}


def _people(session: Session, asked: Asked, wages_of: date, one_off: Mapping[int, object]) -> list[Person]:
    rows = plain_rows(
        session,
        "SELECT e.id, e.number, e.name, e.department_id, d.name, e.post,"
        " coalesce(f.employment_kind, 'full_time'), coalesce(f.identity_number, ''), e.bank_name, e.bank_account,"
        " e.hired_on, e.left_on"
        " FROM employee AS e JOIN department AS d ON d.id = e.department_id"
        " LEFT JOIN personal_file AS f ON f.employee_id = e.id"
        " WHERE :only = 0 OR e.id = :only ORDER BY d.code, e.number, e.id",
        only=asked.only,
    )
    cards = {
        row[0]: (row[1], row[2])
        for row in plain_rows(
            session,
            "SELECT employee_id, bank_name, number FROM bank_card WHERE from_on <= :day ORDER BY from_on",
            day=asked.pay_on.isoformat(),
        )
    }
    first, last = wages_of.isoformat(), last_day(wages_of).isoformat()
    found = []
    for row in rows:
        hired, left = row[10:]
        employed = (hired is None or hired <= last) and (left is None or left >= first)
        if row[0] in one_off or (asked.kind == RunKind.REGULAR and employed):
            card = cards.get(row[0])
            found.append(Person._make(row if card is None else (*row[:8], *card, hired, left)))
    return found


def _one_off(session: Session, asked: Asked) -> Mapping[int, list[tuple[int, int, str]]]:
    """(component, fen, remark) of the lines this run takes: those no other sheet has taken."""
    rows = plain_rows(
        session,
        "SELECT a.employee_id, a.component_id, a.amount, a.note, a.of_month FROM pay_adjustment AS a"
        " JOIN pay_component AS c ON c.id = a.component_id WHERE a.month = :month AND (c.code = :bonus) = :is_bonus"
        " AND (a.run_id IS NULL OR a.run_id = :run) ORDER BY a.employee_id, a.id",
        month=asked.month.isoformat(),
        bonus=ANNUAL_BONUS,
        is_bonus=asked.kind == RunKind.BONUS,
        run=asked.run_id,
    )
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for employee_id, component_id, amount, note, of_month in rows:
        remark = " ".join(part for part in ((of_month or "")[:7], note) if part)
        found[employee_id].append((component_id, amount, remark))
    return dict(found)


def _read_deductions(session: Session, ground: Ground) -> None:
    """Everybody's deductions of the year as one text: most people have the same ones."""
    paid = ground.asked.pay_on
    ground.deductions = dict(
        plain_rows(
            session,
            "SELECT employee_id, string_agg(concat(item, '|', amount, '|', from_month, '|', to_month), ',')"
            " FROM special_deduction WHERE from_month <= :last"
            " AND (to_month IS NULL OR to_month >= :first) GROUP BY employee_id",
            first=date(paid.year, 1, 1).isoformat(),
            last=paid.replace(day=1).isoformat(),
        )
    )


@open_to_all(_WHY)
def years(session: Session, paid: date) -> dict[int, Year]:
    """What is known beforehand of everybody's tax year of a day of payment."""
    limit = int(value_on("income_tax", "low_income", paid) * 100)
    rows = plain_rows(
        session,
        "SELECT employee_id, first_wage, prior_twelve_months, prior_income, deduct_basic, opened_through,"
        " opening_income, opening_exempt, opening_special, opening_additional, opening_other, opening_withheld,"
        " opening_basic, opening_items FROM tax_year WHERE year = :year",
        year=paid.year,
    )
    return {
        row[0]: Year(
            bool(row[1]),
            bool(row[2]) and row[3] is not None and row[3] <= limit,
            bool(row[4]),
            month_number(row[5]) if row[5] else 0,
            Carried(*row[6:12]) if row[5] else Carried(),
            row[12] if row[5] else 0,
            _items(row[13]) if row[5] else {},
        )
        for row in rows
    }


def _items(text: str) -> dict[str, int]:
    """Opening deductions by item, fen."""
    if text == "{}":
        return {}
    return {item: int(Decimal(amount).scaleb(2)) for item, amount in json.loads(text).items()}


@open_to_all(_WHY)
def minimum_wage(session: Session, how: PaySettings, month: date) -> int:
    """What was set, or the highest of the insurance policies in force: fen a month."""
    if how.minimum_wage:
        return int(how.minimum_wage * 100)
    found = plain_rows(
        session,
        "SELECT max(minimum_wage) FROM insurance_policy WHERE from_month <= :month"
        " AND (to_month IS NULL OR to_month >= :month)",
        month=month.isoformat(),
    )
    return int(found[0][0] or 0)
