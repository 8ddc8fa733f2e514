"""Severance for the tax client: how much of it is exempt, once for each time somebody leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import func, or_, select

from models.payroll import PayrollLine, PayrollRun, RunKind
from models.people import Employee
from models.personnel import EmploymentKind
from services import income_tax
from services.database import Session
from services.payroll_months import pay_settings
from services.payroll_rows import DECIDED, ZERO
from services.permissions import open_to_all


class Severance(NamedTuple):
    """What was paid for leaving in a month (yuan), how much of it is exempt, and the tax on the rest."""

    paid: Decimal = ZERO
    exempt: Decimal = ZERO
    tax: Decimal = ZERO


@open_to_all("a step of the tax client's files, which have their permission")
def of_month(session: Session, month: date, paid: Mapping[int, Decimal]) -> dict[int, Severance]:
    """Of those paid severance in a month of payment, by employee; earlier payments have used up the exempt part first."""
    wage = pay_settings(session).local_wage
    before = _before(session, month, paid)
    found = {}
    for person, now in paid.items():
        earlier = before.get(person, ZERO)
        free = _free(earlier + now, wage, month) - _free(earlier, wage, month)
        tax = _tax(earlier + now, wage, month) - _tax(earlier, wage, month)
        found[person] = Severance(now, free, tax)
    return found


def _free(amount: Decimal, wage: Decimal, month: date) -> Decimal:
    return min(amount, income_tax.severance_exempt(wage, paid=month))


def _tax(amount: Decimal, wage: Decimal, month: date) -> Decimal:
    return income_tax.severance_tax(amount, wage, paid=month)


def _before(session: Session, month: date, paid: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """What they were paid for leaving in months before, since they came."""
    if not paid:
        return {}
    query = (
        select(PayrollLine.employee_id, func.sum(PayrollLine.separate_bonus))
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .join(Employee, Employee.id == PayrollLine.employee_id)
        .where(
            PayrollLine.employee_id.in_(paid),
            PayrollLine.employment_kind != EmploymentKind.LABOUR,
            PayrollRun.kind != RunKind.BONUS,
            PayrollRun.state.in_(DECIDED),
            PayrollRun.pay_on < month,
            or_(Employee.hired_on.is_(None), PayrollRun.pay_on >= Employee.hired_on),
        )
        .group_by(PayrollLine.employee_id)
    )
    return {person: amount for person, amount in session.execute(query) if amount}
