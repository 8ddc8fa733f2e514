"""The frozen lines of payroll sheets as plain rows, for whoever compares, checks or explains them. Amounts in fen."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select, text

from models.payroll import PayrollRun, RunKind
from services.database import Session
from services.months import last_day, month_of
from services.permissions import open_to_all

_WHY = "a step of services that have checked"


class Line(NamedTuple):
    """A line as it is stored; `amounts` and `insured` are JSON text."""

    employee_id: int
    id: int
    name: str
    department: str
    department_id: int
    kind: str
    identity_number: str
    bank_account: str
    due: int
    worked: int
    amounts: str
    insured: str
    gross: int
    social: int
    housing: int
    additional: int
    other: int
    tax: int
    withheld: int
    net: int
    employer: int
    separate: int
    separate_tax: int
    cum_income: int
    cum_exempt: int
    cum_basic: int
    cum_special: int
    cum_additional: int
    cum_other: int
    cum_withheld: int


_COLUMNS = (
    "employee_id, id, name, department_name, department_id, employment_kind, identity_number, bank_account, due_days,"
    " worked_days, amounts, insured, gross, social, housing, additional, other, tax, withheld, net,"
    " employer_insurance, separate_bonus, separate_tax, cum_income, cum_exempt, cum_basic, cum_special,"
    " cum_additional, cum_other, cum_withheld"
)


@open_to_all(_WHY)
def of_run(session: Session, run_id: int | None) -> dict[int, Line]:
    """The lines of a run by employee, in the order of the sheet; nothing for None."""
    if run_id is None:
        return {}
    statement = text(f"SELECT {_COLUMNS} FROM payroll_line WHERE run_id = :run ORDER BY position")  # noqa: S608 - our own names
    result = session.execute(statement, {"run": run_id})
    rows = result.cursor.fetchall()  # type: ignore[attr-defined]  # a CursorResult, typed as its base
    result.close()
    return {row[0]: Line._make(row) for row in rows}


@open_to_all(_WHY)
def amounts_of(line: Line) -> dict[str, int]:
    """The amounts of a line, fen by component."""
    return {code: int(Decimal(amount).scaleb(2)) for code, amount in json.loads(line.amounts).items()}


@open_to_all(_WHY)
def run_before(session: Session, run: PayrollRun) -> PayrollRun | None:
    """The sheet of the same kind before a run; None where there is nothing to compare it with."""
    if run.kind == RunKind.REGULAR:
        return regular_before(session, run)
    same = select(PayrollRun).where(PayrollRun.kind == run.kind, PayrollRun.id < run.id)
    return session.scalar(same.order_by(PayrollRun.id.desc()).limit(1))


@open_to_all(_WHY)
def regular_before(session: Session, run: PayrollRun) -> PayrollRun | None:
    """The regular sheet of the latest month before a run's."""
    return session.scalar(
        select(PayrollRun)
        .where(PayrollRun.kind == RunKind.REGULAR, PayrollRun.month < run.month)
        .order_by(PayrollRun.month.desc())
        .limit(1)
    )


@open_to_all(_WHY)
def deducted_besides(session: Session, run: PayrollRun) -> dict[int, int]:
    """Deductions each person got in the tax month of a run with the sheets before it; fen."""
    first, last = month_of(run.pay_on), last_day(run.pay_on)
    rows = session.execute(
        text(
            "SELECT employee_id, sum(additional + other) FROM payroll_line WHERE run_id IN"
            " (SELECT id FROM payroll_run WHERE id < :run AND pay_on >= :first AND pay_on <= :last)"
            " GROUP BY employee_id"
        ),
        {"run": run.id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return {row[0]: int(row[1]) for row in rows}


@open_to_all(_WHY)
def employment(session: Session) -> dict[int, tuple[str, str | None, str | None]]:
    """Name, first day and last day (ISO text) of everybody."""
    rows = session.execute(text("SELECT id, name, hired_on, left_on FROM employee"))
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def iso(day: date) -> str:
    """A day as these rows hold it."""
    return day.isoformat()
