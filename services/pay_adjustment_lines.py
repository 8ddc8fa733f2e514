"""Storing one one-off line of pay: what it must say, and when nothing may change it any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.pay import AdjustmentCause, PayAdjustment, PayComponent
from models.payroll import PayrollRun, RunState
from models.people import Employee
from services import audit, pay_arrears, records
from services.claim_values import refuse_amount
from services.database import Session
from services.errors import Refused
from services.months import month_of, previous_month
from services.permissions import Actor, Permission, requires
from services.records import required, tidy

OPEN = frozenset({RunState.DRAFT, RunState.CHECKED})
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


@requires(Permission.PAYROLL_EDIT)
def save(
    session: Session, actor: Actor, draft: AdjustmentDraft, *, cause: AdjustmentCause = AdjustmentCause.TYPED
) -> int:
    """Store a one-off line; returns its id. A draft sheet takes it when it is reckoned again.

    Raises Refused "record.required" (month, employee_id, component_id, amount, note), "record.gone", "record.stale",
    "pay_adjustment.zero", "pay_adjustment.locked" (number: its sheet is no draft any more), "pay_adjustment.own"
    (a repayment or an insurance difference comes in by itself), "pay_adjustment.of_month" (not before month),
    "pay_adjustment.settled" (month, open: no sheet of that month takes a line any more).
    """
    item = _to_change(session, draft.id, draft.version)
    _write(session, item, draft)
    if item.cause != AdjustmentCause.ARREARS:  # one that the program wrote goes with its sheet
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


def _to_change(session: Session, adjustment_id: int | None, version: int | None) -> PayAdjustment:
    if adjustment_id is None:
        return PayAdjustment()
    item = records.expect(session, PayAdjustment, adjustment_id, version)
    if item.cause in _OWN:
        raise Refused("pay_adjustment.own")
    if item.run_id is not None:
        run = session.get_one(PayrollRun, item.run_id)
        if run.state not in OPEN:
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
    month = month_of(draft.month)
    _refuse_settled(session, month)
    if draft.of_month and month_of(draft.of_month) >= month:
        raise Refused("pay_adjustment.of_month", field="of_month")
    item.month, item.employee_id, item.component_id = month, draft.employee_id, draft.component_id
    item.amount, item.of_month = draft.amount, month_of(draft.of_month) if draft.of_month else None
    item.note = required(draft.note, "note") if draft.of_month else tidy(draft.note, "note")


def _refuse_settled(session: Session, month: date) -> None:
    """A line for months long past would lie there unseen; the last one settled may still get a supplement."""
    here = pay_arrears.open_month(session)
    if here is not None and month < previous_month(here):
        raise Refused("pay_adjustment.settled", field="month", month=f"{month:%Y-%m}", open=f"{here:%Y-%m}")
