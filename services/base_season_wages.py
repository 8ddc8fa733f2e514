"""Average wages of a year 上年月均工资 out of our own payroll, and what pay still has to hold back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, or_, select

from models.pay import AdjustmentCause, ComponentEffect, ComponentKind, PayAdjustment, PayComponent
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Employee
from services import audit
from services.database import Session
from services.money import round_fen
from services.months import month_of, next_month
from services.permissions import Actor, open_to_all
from services.records import tidy

_WHY = "a step of services that have checked"
COMPONENT = "insurance_difference"
_PAID = (RunState.PAID, RunState.LOCKED)
_CLOSED = (RunState.SUBMITTED, RunState.APPROVED, *_PAID)


@dataclass(frozen=True, slots=True)
class Wage:
    """What somebody was paid: `months` of the year counted (0: the first month's wage of somebody new), yuan a month."""

    months: int
    average: Decimal


@open_to_all(_WHY)
def averages(session: Session, year: int, employee_ids: Collection[int]) -> dict[int, Wage]:
    """The average monthly wage of a calendar year by the month of payment; of somebody new their first month's wage.

    Counted is what the sheets say counts for bases (`base_wage`), of every sheet that was paid, bonuses among them,
    divided by the months with a regular sheet. Source: 社会保险法 art 12, 住房公积金管理条例 art 16. Whoever was never
    paid here is left out, and who worked here in the year though no sheet of it is here (`unknown`).
    """
    found = _of_year(session, year)
    late = set(employee_ids) - found.keys() - unknown(session, year, employee_ids)
    return {
        person: wage
        for person, wage in (found | _first_wages(session, year, late)).items()
        if person in set(employee_ids)
    }


@open_to_all(_WHY)
def unknown(session: Session, year: int, employee_ids: Collection[int]) -> set[int]:
    """Who was hired before the last month of a year that we have no paid sheet of them from: their wage stands elsewhere."""
    here = select(Employee.id).where(
        Employee.id.in_(list(employee_ids)),
        or_(Employee.hired_on.is_(None), Employee.hired_on < date(year, 12, 1)),
    )
    return set(session.scalars(here)) - _of_year(session, year).keys()


def _of_year(session: Session, year: int) -> dict[int, Wage]:
    rows = session.execute(
        select(PayrollLine.employee_id, PayrollRun.month, PayrollRun.kind, PayrollLine.base_wage)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(
            PayrollRun.state.in_(_PAID),
            PayrollRun.month >= date(year, 1, 1),
            PayrollRun.month <= date(year, 12, 31),
        )
    )
    sums: dict[int, Decimal] = {}
    months: dict[int, set[date]] = {}
    for person, month, kind, wage in rows:
        sums[person] = sums.get(person, Decimal(0)) + wage
        if kind == RunKind.REGULAR:
            months.setdefault(person, set()).add(month)
    return {
        person: Wage(len(months[person]), round_fen(total / len(months[person])))
        for person, total in sums.items()
        if person in months
    }


def _first_wages(session: Session, year: int, employee_ids: Collection[int]) -> dict[int, Wage]:
    """The wage of the first month after the year, for whoever came later."""
    query = (
        select(PayrollLine.employee_id, PayrollLine.base_wage)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(
            PayrollRun.kind == RunKind.REGULAR,
            PayrollRun.state.in_(_PAID),
            PayrollRun.month > date(year, 12, 31),
            PayrollLine.employee_id.in_(list(employee_ids)),
        )
        .order_by(PayrollRun.month.desc())
    )
    return {person: Wage(0, wage) for person, wage in session.execute(query)}  # the earliest comes last


@open_to_all(_WHY)
def open_pay_month(session: Session, today: date) -> date:
    """The month (of payment) whose regular sheet is still open: what pay must hold back goes onto it."""
    last = session.scalar(
        select(func.max(PayrollRun.month)).where(
            PayrollRun.kind == RunKind.REGULAR, PayrollRun.state.in_(_CLOSED)
        )
    )
    return month_of(today) if last is None else max(next_month(last), month_of(today))


@open_to_all(_WHY)
def hold_back(
    session: Session, actor: Actor, month: date, amounts: Mapping[int, Decimal], of_month: date, note: str
) -> int:
    """A one-off line on the sheet of `month` for everybody with a difference (yuan; below zero is given back)."""
    owed = {person: amount for person, amount in amounts.items() if amount}
    if not owed:
        return 0
    component = _component(session, actor)
    lines = [
        PayAdjustment(
            month=month, employee_id=person, component_id=component, amount=amount,
            cause=AdjustmentCause.INSURANCE, of_month=min(of_month, month), note=tidy(note, "note"),
        )
        for person, amount in owed.items()
    ]  # fmt: skip
    audit.record_all(session, actor, "create", lines)
    session.flush()
    return len(lines)


def _component(session: Session, actor: Actor) -> int:
    """The pay component of such differences; made when the company has none."""
    found = session.scalar(select(PayComponent.id).where(PayComponent.code == COMPONENT))
    if found is not None:
        return found
    last = session.scalar(select(func.max(PayComponent.position))) or 0
    made = PayComponent(
        code=COMPONENT, name="社保公积金补差", kind=ComponentKind.ONE_OFF, effect=ComponentEffect.WITHHOLDING,
        position=last + 1, taxable=False, in_base=False,
    )  # fmt: skip
    audit.record(session, actor, "create", made)
    session.flush()
    return made.id
