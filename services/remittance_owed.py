"""What is still owed for months that went to a fund already 应补: the registers of today against what was paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.insurance import InsuranceChange
from models.insurance_terms import Fund, InsuranceItem
from models.remittance import Remittance, RemittanceKind, RemittanceLine, RemittanceState
from services import insurance_back_payments, insured, remittance_lines
from services.database import Session
from services.months import each_month
from services.permissions import open_to_all
from services.remittance_lines import Line

_WHY = "a step of services that have checked"
_ZERO = Decimal(0)
_MOST_MONTHS = 24

type Key = tuple[int, date, InsuranceItem]


@open_to_all(_WHY)
def owed(session: Session, fund: Fund, city: str, before: date, *, but: int | None = None) -> list[Line]:
    """What a fund is still to get for months before `before` (first day): lines whose amounts are the difference.

    A base that changed later, somebody who joined for months past, a policy announced in autumn for July: each shows here
    by itself, person by person and month by month; an approved back payment asks for months nobody was insured in.
    Months of the last two years that were frozen, and those of approved back payments. `but` is the back payment that
    is being reckoned: its own lines do not count as paid.
    """
    frozen = frozen_months(session, fund, city)
    asked = _asked(session, fund, city, before)
    months = sorted({month for month in frozen if month < before} | {month for _, month in asked})
    back = _back_paid(session, fund, city, but)
    found: list[Line] = []
    for month in months[-_MOST_MONTHS:]:
        reckoned = _by_key(remittance_lines.reckoned(session, fund, city, month))
        paid = _by_key(remittance_lines.kept(session, [frozen[month]])) if month in frozen else dict(reckoned)
        target = reckoned | _by_key(asked_lines(session, fund, city, month, asked))
        found += differences(target, paid, back)
    return remittance_lines.in_order(found)


@open_to_all(_WHY)
def frozen_months(session: Session, fund: Fund, city: str) -> dict[date, int]:
    """The monthly remittances that were frozen: their ids by month."""
    rows = session.execute(
        select(Remittance.month, Remittance.id).where(
            Remittance.fund == fund,
            Remittance.city == city,
            Remittance.kind == RemittanceKind.MONTHLY,
            Remittance.state != RemittanceState.DRAFT,
        )
    )
    return {row[0]: row[1] for row in rows}


def differences(
    target: Mapping[Key, Line], paid: Mapping[Key, Line], back: Mapping[Key, tuple[Decimal, Decimal]]
) -> Iterable[Line]:
    """Target less what was paid, as lines with the newer base; what is even is left out."""
    for key, line in (dict(paid) | dict(target)).items():
        employer, employee = (target[key].employer, target[key].employee) if key in target else (_ZERO, _ZERO)
        if key in paid:
            employer, employee = employer - paid[key].employer, employee - paid[key].employee
        more = back.get(key, (_ZERO, _ZERO))
        employer, employee = employer - more[0], employee - more[1]
        if employer or employee:
            yield line._replace(employer=employer, employee=employee)


@open_to_all(_WHY)
def asked_lines(
    session: Session, fund: Fund, city: str, month: date, asked: Mapping[tuple[int, date], Decimal]
) -> list[Line]:
    """What approved back payments ask for a month."""
    own = {person: base for (person, of_month), base in asked.items() if of_month == month}
    rules = insured.rules_of_month(session, month).get((fund, city))
    if not own or rules is None:
        return []
    people = remittance_lines.names_of(session, list(own))
    return [
        remittance_lines.line_of(person, people[person], month, item)
        for person, base in own.items()
        for item in insured.items_of(int(base.scaleb(2)), rules)
    ]


def _asked(session: Session, fund: Fund, city: str, before: date) -> dict[tuple[int, date], Decimal]:
    """The base of every approved back payment by person and month; the latest one where two meet."""
    rows = session.scalars(
        select(InsuranceChange)
        .where(
            insurance_back_payments.counts(),
            InsuranceChange.fund == fund,
            InsuranceChange.city == city,
            InsuranceChange.month < before,
        )
        .order_by(InsuranceChange.id)
    )
    return {
        (row.employee_id, month): row.base
        for row in rows
        if row.base is not None
        for month in each_month(row.month, row.to_month or row.month)
        if month < before
    }


def _back_paid(
    session: Session, fund: Fund, city: str, but: int | None
) -> dict[Key, tuple[Decimal, Decimal]]:
    query = (
        select(
            RemittanceLine.employee_id, RemittanceLine.month, RemittanceLine.item,
            RemittanceLine.employer, RemittanceLine.employee,
        )
        .join(Remittance, Remittance.id == RemittanceLine.remittance_id)
        .where(
            Remittance.fund == fund, Remittance.city == city,
            Remittance.kind == RemittanceKind.BACK_PAYMENT, Remittance.id != (but or 0),
        )
    )  # fmt: skip
    found: dict[Key, tuple[Decimal, Decimal]] = {}
    for person, month, item, employer, employee in session.execute(query):
        had = found.get((person, month, item), (_ZERO, _ZERO))
        found[person, month, item] = (had[0] + employer, had[1] + employee)
    return found


def _by_key(lines: Iterable[Line]) -> dict[Key, Line]:
    return {(line.employee_id, line.month, line.item): line for line in lines}
