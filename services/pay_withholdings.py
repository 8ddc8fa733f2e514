"""Advances paid back off the pay 借款还款: they come onto the sheet by themselves and are done when it is paid."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, select

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind, PaymentMethod
from models.pay import AdjustmentCause, PayAdjustment, PayComponent
from services import claim_payments, claim_records
from services.database import Session, now
from services.errors import Refused
from services.pay_components import REPAYMENT
from services.permissions import Actor, open_to_all

_HELD = (
    ExpenseClaim.kind == PaperKind.REPAYMENT,
    ExpenseClaim.payment_method == PaymentMethod.FROM_PAY,
    ExpenseClaim.state == ClaimState.TO_PAY,
)


@open_to_all("a step of making a payroll sheet, which has its permission")
def take_in(session: Session, month: date, pay_on: date) -> int:
    """Make the one-off lines of the repayments held for the pay of `month`, or left over from before; how many.

    One that was written after the day of payment waits for the next sheet. Lines whose repayment is gone or was settled otherwise go with it.
    """
    component_id = session.scalar(select(PayComponent.id).filter_by(code=REPAYMENT, active=True))
    if component_id is None:
        return 0
    held = session.scalars(
        select(ExpenseClaim).where(
            *_HELD, ExpenseClaim.pay_month <= month, ExpenseClaim.business_date <= pay_on
        )
    ).all()
    by_cause = (
        PayAdjustment.cause == AdjustmentCause.REPAYMENT,
        PayAdjustment.month == month,
        PayAdjustment.run_id.is_(None),
    )
    session.execute(delete(PayAdjustment).where(*by_cause))
    taken = set(session.scalars(select(PayAdjustment.claim_id).where(PayAdjustment.claim_id.is_not(None))))
    for paper in held:
        if paper.id in taken or paper.claimant_id is None:
            continue
        session.add(
            PayAdjustment(
                month=month, employee_id=paper.claimant_id, component_id=component_id, amount=paper.sanctioned,
                cause=AdjustmentCause.REPAYMENT, claim_id=paper.id, note=paper.number,
            )
        )  # fmt: skip
    session.flush()
    return len(held)


@open_to_all("a step of paying a payroll sheet, which has its permission")
def settle(session: Session, actor: Actor, run_id: int, paid_on: date) -> int:
    """The sheet was paid: the repayments on it are done, and their advances have less outstanding; how many.

    Raises Refused "payroll.repayment_changed" (number) when one is no longer as it stood on the sheet.
    """
    rows = session.execute(
        select(PayAdjustment.claim_id, PayAdjustment.amount).where(
            PayAdjustment.run_id == run_id, PayAdjustment.claim_id.is_not(None)
        )
    ).all()
    for claim_id, amount in rows:
        assert claim_id is not None
        paper = claim_records.load(session, claim_id)
        if paper.state != ClaimState.TO_PAY or paper.sanctioned != amount:
            raise Refused("payroll.repayment_changed", number=paper.number)
        paper.updated_at = now()
        claim_payments.mark_paid(
            session, actor, paper, None, method=PaymentMethod.FROM_PAY, paid_on=paid_on, note=""
        )
    return len(rows)
