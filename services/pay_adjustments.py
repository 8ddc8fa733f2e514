"""One-off lines 一次性项目 of the sheet of a month: typed, pasted, held off for an advance, or correcting a locked month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from models.pay import AdjustmentCause, PayAdjustment, PayComponent
from models.payroll import PayrollRun
from models.people import Department, Employee
from services import records
from services.database import Session
from services.months import month_of
from services.pay_adjustment_lines import OPEN, AdjustmentDraft, remove, save
from services.pay_adjustment_rows import AdjustmentProblem, ReadAdjustments, read_rows, save_read
from services.permissions import Actor, Permission, requires

__all__ = [
    "AdjustmentDraft",
    "AdjustmentProblem",
    "AdjustmentRow",
    "ReadAdjustments",
    "get",
    "of_month",
    "read_rows",
    "remove",
    "save",
    "save_read",
]


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """A one-off line of a month; `run_number` is the sheet that took it, `locked` when nothing may change it."""

    id: int
    version: int
    employee_id: int
    number: str
    name: str
    department: str
    component_id: int
    component: str
    amount: Decimal
    cause: AdjustmentCause
    of_month: date | None
    claim_number: str
    run_number: str
    locked: bool
    note: str


@requires(Permission.PAYROLL_SEE)
def of_month(session: Session, actor: Actor, month: date) -> list[AdjustmentRow]:  # noqa: ARG001 - the permission needs it
    """The one-off lines of the sheet of `month` by person."""
    rows = session.execute(
        select(PayAdjustment, Employee, Department.name, PayComponent.name, ExpenseClaim.number, PayrollRun)
        .join(Employee, Employee.id == PayAdjustment.employee_id)
        .join(Department, Department.id == Employee.department_id)
        .join(PayComponent, PayComponent.id == PayAdjustment.component_id)
        .outerjoin(ExpenseClaim, ExpenseClaim.id == PayAdjustment.claim_id)
        .outerjoin(PayrollRun, PayrollRun.id == PayAdjustment.run_id)
        .where(PayAdjustment.month == month_of(month))
        .order_by(Department.code, Employee.number, PayAdjustment.id)
    )
    return [
        AdjustmentRow(
            line.id, line.version, person.id, person.number, person.name, department, line.component_id, component,
            line.amount, line.cause, line.of_month, claim or "", run.number if run else "",
            run is not None and run.state not in OPEN, line.note,
        )
        for line, person, department, component, claim, run in rows
    ]  # fmt: skip


@requires(Permission.PAYROLL_SEE)
def get(session: Session, actor: Actor, adjustment_id: int) -> AdjustmentDraft:  # noqa: ARG001 - the permission needs it
    """The one-off line of that id; Refused "record.gone"."""
    item = records.load(session, PayAdjustment, adjustment_id)
    return AdjustmentDraft(
        item.id, item.version, item.month, item.employee_id, item.component_id, item.amount, item.of_month, item.note
    )  # fmt: skip
