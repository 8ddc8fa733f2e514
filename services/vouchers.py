"""Voucher numbers 凭证号: given when a paper is paid, per month and type, without gaps and for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from models.expense_claim import ExpenseClaim, PaperKind, PaymentMethod
from models.voucher import Voucher, VoucherMonth, VoucherState, VoucherType
from services import audit, numbering, search
from services.database import Session
from services.errors import Refused
from services.months import next_month
from services.permissions import Actor, open_to_all

WORDS = {VoucherType.PAY: "付", VoucherType.RECEIVE: "收", VoucherType.TRANSFER: "转"}
_WHY = "a step of paying, which has its permission"


@open_to_all(_WHY)
def give_numbers(session: Session, actor: Actor, claims: Sequence[ExpenseClaim]) -> None:
    """Give each paper, paid by now, the next number of its month and type.

    Raises Refused "voucher.month_bound" (month, day) when a paper was paid in a month that is bound.
    """
    refuse_bound(session, {claim.paid_on for claim in claims if claim.paid_on})
    labels = _labels(session, claims)
    made = [_numbered(claim, label) for claim, label in zip(claims, labels, strict=True)]
    session.add_all(made)
    session.flush()
    search.index_all(session, Voucher.__tablename__, {one.id: one.search_text for one in made})
    search.index_all(session, ExpenseClaim.__tablename__, {claim.id: claim.search_text for claim in claims})
    audit.record_all(session, actor, "number", claims, each=[{"voucher": label} for label in labels])


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
    """Raise Refused "voucher.month_bound" (month, day), field "paid_on", when a day lies in a bound month.

    `day` is the next one that is in no bound month.
    """
    months = {day.replace(day=1) for day in days}
    bound = session.scalar(
        select(VoucherMonth.month).where(VoucherMonth.month.in_(months)).order_by(VoucherMonth.month)
    )
    if bound is not None:
        day = _next_open(session, bound)
        raise Refused("voucher.month_bound", field="paid_on", month=f"{bound:%Y-%m}", day=day)


def _next_open(session: Session, month: date) -> date:
    """The first day after `month` that lies in no bound month."""
    later = set(session.scalars(select(VoucherMonth.month).where(VoucherMonth.month > month)))
    day = next_month(month)
    while day in later:
        day = next_month(day)
    return day


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


def _labels(session: Session, claims: Sequence[ExpenseClaim]) -> list[str]:
    """The next label of each paper's month and type: as many as are needed of each, taken at once."""
    series = [f"{WORDS[type_of(claim)]}-{claim.paid_on:%Y-%m}" for claim in claims]
    given = {
        name: iter(numbering.next_numbers(session, name, count)) for name, count in Counter(series).items()
    }
    return [next(given[name]) for name in series]


def _numbered(claim: ExpenseClaim, label: str) -> Voucher:
    assert claim.paid_on, "it was paid"
    claim.voucher_number = label
    claim.search_text = f"{claim.search_text} {search.text_for(label)}"
    return Voucher(
        month=claim.paid_on.replace(day=1),
        type=type_of(claim),
        number=int(label.rsplit("-", 1)[-1]),
        label=label,
        claim=claim,
        dated_on=claim.paid_on,
        amount=claim.sanctioned,
        # what a reversal undoes keeps its files
        attachments=0 if claim.kind == PaperKind.REVERSAL else claim.attachment_count,
        search_text=search.text_for(label, claim.number, claim.claimant_name, claim.purpose),
    )
