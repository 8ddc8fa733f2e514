"""Voucher numbers 凭证号: given when a paper is paid, per month and type, without gaps and for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from models.expense_claim import ExpenseClaim, PaperKind, PaymentMethod
from models.voucher import Voucher, VoucherMonth, VoucherState, VoucherType
from services import audit, numbering, search
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all

WORDS = {VoucherType.PAY: "付", VoucherType.RECEIVE: "收", VoucherType.TRANSFER: "转"}
_WHY = "a step of paying, which has its permission"


@open_to_all(_WHY)
def give_numbers(session: Session, actor: Actor, claims: Sequence[ExpenseClaim]) -> None:
    """Give each paper, paid by now, the next number of its month and type.

    Raises Refused "voucher.month_bound" (month) when a paper was paid in a month that is bound.
    """
    refuse_bound(session, {claim.paid_on for claim in claims if claim.paid_on})
    made = [_numbered(session, claim) for claim in claims]
    session.add_all(made)
    session.flush()
    for voucher in made:
        search.index(session, Voucher.__tablename__, voucher.id, voucher.search_text)
        audit.record(session, actor, "number", voucher.claim, voucher=voucher.label)


@open_to_all(_WHY)
def void(session: Session, actor: Actor, claim: ExpenseClaim, reason: str) -> None:
    """The number of a payment that did not happen: it stays in the row, marked void.

    Raises Refused "voucher.month_bound" (month).
    """
    voucher = session.scalar(
        select(Voucher).where(Voucher.claim_id == claim.id, Voucher.state == VoucherState.VALID)
    )
    claim.voucher_number = ""
    if voucher is None:
        return
    refuse_bound(session, {voucher.month})
    voucher.state, voucher.void_reason = VoucherState.VOIDED, reason.strip()
    audit.record(session, actor, "void", voucher, reason=reason.strip())


@open_to_all("a month that is bound is no secret")
def refuse_bound(session: Session, days: set[date]) -> None:
    """Raise Refused "voucher.month_bound" (month), field "paid_on", when a day lies in a bound month."""
    months = {day.replace(day=1) for day in days}
    bound = session.scalar(
        select(VoucherMonth.month).where(VoucherMonth.month.in_(months)).order_by(VoucherMonth.month)
    )
    if bound is not None:
        raise Refused("voucher.month_bound", field="paid_on", month=f"{bound:%Y-%m}")


def type_of(claim: ExpenseClaim) -> VoucherType:
    """付 when money goes out, 收 when it comes in, 转 when neither does; a reversal is of the type it reverses."""
    if claim.kind == PaperKind.REPAYMENT:  # off the pay nothing comes in
        return VoucherType.TRANSFER if claim.payment_method == PaymentMethod.FROM_PAY else VoucherType.RECEIVE
    left = claim.sanctioned - claim.offset_total
    if claim.kind == PaperKind.REVERSAL:
        left = -left
    if left == 0:
        return VoucherType.TRANSFER
    return VoucherType.PAY if left > 0 else VoucherType.RECEIVE


def _numbered(session: Session, claim: ExpenseClaim) -> Voucher:
    assert claim.paid_on, "it was paid"
    kind = type_of(claim)
    label = numbering.next_number(session, f"{WORDS[kind]}-{claim.paid_on:%Y-%m}")
    claim.voucher_number = label
    return Voucher(
        month=claim.paid_on.replace(day=1),
        type=kind,
        number=int(label.rsplit("-", 1)[-1]),
        label=label,
        claim=claim,
        dated_on=claim.paid_on,
        amount=claim.sanctioned,
        attachments=claim.attachment_count,
        search_text=search.text_for(label, claim.number, claim.claimant_name, claim.purpose),
    )
