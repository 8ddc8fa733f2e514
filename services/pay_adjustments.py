"""One-off lines 一次性项目 of the sheet of a month: typed, pasted, held off for an advance, or correcting a locked month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from models.pay import AdjustmentCause, PayAdjustment, PayComponent
from models.payroll import PayrollRun, RunState
from models.people import Department, Employee
from services import audit, records
from services.claim_values import refuse_amount
from services.database import Session
from services.errors import Refused
from services.payroll_months import first_day
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy

_OPEN = frozenset({RunState.DRAFT, RunState.CHECKED})
_OWN = frozenset({AdjustmentCause.REPAYMENT, AdjustmentCause.INSURANCE})  # they come in by themselves


@dataclass(frozen=True, slots=True)
class AdjustmentDraft:
    """A one-off line as typed; `of_month` names the locked month it corrects (then a note is needed)."""

    id: int | None = None
    version: int | None = None
    month: date | None = None
    employee_id: int | None = None
    component_id: int | None = None
    amount: Decimal | None = None
    of_month: date | None = None
    note: str = ""


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
        .where(PayAdjustment.month == first_day(month))
        .order_by(Department.code, Employee.number, PayAdjustment.id)
    )
    return [
        AdjustmentRow(
            line.id, line.version, person.id, person.number, person.name, department, line.component_id, component,
            line.amount, line.cause, line.of_month, claim or "", run.number if run else "",
            run is not None and run.state not in _OPEN, line.note,
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


@requires(Permission.PAYROLL_EDIT)
def save(
    session: Session, actor: Actor, draft: AdjustmentDraft, *, cause: AdjustmentCause = AdjustmentCause.TYPED
) -> int:
    """Store a one-off line; returns its id. A draft sheet takes it when it is reckoned again.

    Raises Refused "record.required" (month, employee_id, component_id, amount, note), "record.gone", "record.stale",
    "pay_adjustment.zero", "pay_adjustment.locked" (number: its sheet is no draft any more), "pay_adjustment.own"
    (a repayment or an insurance difference comes in by itself), "pay_adjustment.of_month" (not before month).
    """
    item = _to_change(session, draft.id, draft.version)
    _write(session, item, draft)
    item.cause = AdjustmentCause.CORRECTION if draft.of_month else item.cause or cause
    audit.record(session, actor, "create" if item.id is None else "edit", item)
    session.flush()
    return item.id


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, adjustment_id: int, version: int) -> None:
    """Delete a one-off line that no sheet keeps; those of repayments go with the repayment. Raises as `save`."""
    item = _to_change(session, adjustment_id, version)
    audit.record(session, actor, "delete", item)
    session.delete(item)
    session.flush()


@open_to_all("a base season or a back payment was decided, which is the permission")
def insurance_difference(
    session: Session, employee_id: int, month: date, amount: Decimal, *, note: str
) -> None:
    """An employee's part of insurance for past months (yuan, below zero when too much was taken) onto a month's sheet."""
    component_id = session.scalar(select(PayComponent.id).filter_by(code="insurance_difference"))
    if component_id is not None and amount:
        session.add(
            PayAdjustment(
                month=first_day(month), employee_id=employee_id, component_id=component_id, amount=amount,
                cause=AdjustmentCause.INSURANCE, note=note,
            )
        )  # fmt: skip
        session.flush()


def _to_change(session: Session, adjustment_id: int | None, version: int | None) -> PayAdjustment:
    if adjustment_id is None:
        return PayAdjustment()
    item = records.expect(session, PayAdjustment, adjustment_id, version)
    if item.cause in _OWN:
        raise Refused("pay_adjustment.own")
    if item.run_id is not None:
        run = session.get_one(PayrollRun, item.run_id)
        if run.state not in _OPEN:
            raise Refused("pay_adjustment.locked", number=run.number)
    return item


def _write(session: Session, item: PayAdjustment, draft: AdjustmentDraft) -> None:
    for kind, field in (
        (None, "month"),
        (Employee, "employee_id"),
        (PayComponent, "component_id"),
        (None, "amount"),
    ):
        value = getattr(draft, field)
        if value is None:
            raise Refused("record.required", field=field)
        if kind is not None:
            records.refuse_unknown(session, kind, value, field)
    assert draft.month is not None
    assert draft.employee_id is not None
    assert draft.component_id is not None
    assert draft.amount is not None
    if not draft.amount:
        raise Refused("pay_adjustment.zero", field="amount")
    refuse_amount("amount", abs(draft.amount))
    month = first_day(draft.month)
    if draft.of_month and first_day(draft.of_month) >= month:
        raise Refused("pay_adjustment.of_month", field="of_month")
    item.month, item.employee_id, item.component_id = month, draft.employee_id, draft.component_id
    item.amount, item.of_month = draft.amount, first_day(draft.of_month) if draft.of_month else None
    item.note = required(draft.note, "note") if draft.of_month else tidy(draft.note, "note")
