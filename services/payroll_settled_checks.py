"""What a sheet says about the ones before it: first or last days moved into a settled month, insurance it did not take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select

from models.pay import PayAdjustment
from models.payroll import PayrollRun, RunKind
from models.people import Employee
from services import insured_arrears, pay_arrears, payroll_lines
from services.database import Session
from services.months import last_day
from services.payroll_check_rows import PayrollCheck, warn
from services.payroll_months import PaySettings, wage_month
from services.permissions import open_to_all
from services.remittance_lines import names_of

_MONTHS = 3  # how far back it looks


@open_to_all("a step of the checks, which have their permission")
def settled_checks(session: Session, run: PayrollRun, how: PaySettings) -> list[PayrollCheck]:
    """People who came or left in one of the last paid months and would get something else for it today.

    Nothing once a correction of that month was entered. And whose own part of insurance is unsettled.
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
    moved = [check for earlier in reversed(paid) for check in _otherwise(session, earlier, how)]
    return [*moved, *_uninsured(session, run)]


def _uninsured(session: Session, run: PayrollRun) -> Iterator[PayrollCheck]:
    """Own parts of insurance that a sheet did not take as the registers say now, and no line makes good."""
    earlier = [sheet for sheet in insured_arrears.closed(session) if sheet.month < run.month]
    for sheet in earlier[-_MONTHS:]:
        found = insured_arrears.unsettled(session, sheet)
        names = names_of(session, list(found))
        for person, fen in found.items():
            code = "payroll_insured_more" if fen > 0 else "payroll_insured_less"
            amount = Decimal(abs(fen)).scaleb(-2)
            month = f"{sheet.month:%Y-%m}"
            yield warn(
                code, None, employee_id=person, name=names[person].name, month=month, amount=f"{amount:,}"
            )


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
