"""Average wages of a year 上年月均工资 out of our own payroll."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select

from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Employee
from services.database import Session
from services.money import round_fen
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_PAID = (RunState.PAID, RunState.LOCKED)


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
