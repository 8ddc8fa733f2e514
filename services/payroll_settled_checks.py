"""What a sheet says about the paid ones before it: people whose first or last day was moved into a settled month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import or_, select

from models.pay import PayAdjustment
from models.payroll import PayrollRun, RunKind
from models.people import Employee
from services import pay_arrears, payroll_lines
from services.database import Session
from services.months import last_day
from services.payroll_check_rows import PayrollCheck, warn
from services.payroll_months import PaySettings, wage_month
from services.permissions import open_to_all

_MONTHS = 3  # how far back it looks


@open_to_all("a step of the checks, which have their permission")
def settled_checks(session: Session, run: PayrollRun, how: PaySettings) -> list[PayrollCheck]:
    """People who came or left in one of the last paid months and would get something else for it today.

    Nothing once a correction of that month was entered.
    """
    if run.state in pay_arrears.SETTLED:
        return []
    paid = session.scalars(
        select(PayrollRun)
        .where(
            PayrollRun.kind == RunKind.REGULAR,
            PayrollRun.state.in_(pay_arrears.SETTLED),
            PayrollRun.month < run.month,
        )
        .order_by(PayrollRun.month.desc())
        .limit(_MONTHS)
    ).all()
    return [check for earlier in reversed(paid) for check in _otherwise(session, earlier, how)]


def _otherwise(session: Session, run: PayrollRun, how: PaySettings) -> Iterator[PayrollCheck]:
    month = wage_month(run.month, how)
    lines = payroll_lines.of_run(session, run.id)
    corrected = set(
        session.scalars(select(PayAdjustment.employee_id).where(PayAdjustment.of_month == run.month))
    )
    for person, name in _moved(session, month, last_day(month)):
        if person in corrected:
            continue
        now = pay_arrears.reckoned(session, run, person)
        was = payroll_lines.amounts_of(lines[person]) if person in lines else {}
        if now != was:
            yield warn(
                "payroll_settled_otherwise", None, employee_id=person, name=name, month=f"{run.month:%Y-%m}"
            )


def _moved(session: Session, first: date, last: date) -> list[tuple[int, str]]:
    """Who came in the month, or left in it or shortly before: the only ones whose days may have been moved."""
    early = first.replace(year=first.year - 1)
    rows = session.execute(
        select(Employee.id, Employee.name)
        .where(or_(Employee.hired_on.between(first, last), Employee.left_on.between(early, last)))
        .order_by(Employee.number)
    )
    return [(person, name) for person, name in rows]
