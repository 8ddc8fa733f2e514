"""What happens to a deposit: asked for by a payment request, paid, back with interest or partly, forfeited, called off."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import DepositKind, DepositState
from models.expense_category import CategoryRole, ExpenseCategory
from models.expense_claim import InvoicePromise, PaperKind
from models.payee import Payee
from services import audit, bid_deposit_claims, claim_drafts, records
from services.bid_dates import refuse_ahead
from services.bid_drafts import refuse_amount
from services.claim_values import ClaimDraft, LineDraft
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import tidy

_OUT = frozenset({DepositState.PAID, DepositState.PARTLY_RETURNED})
_OWED = frozenset({DepositState.OWED})
NO_INVOICE = "no_invoice_due:"  # the check of a payment request that promises none
WORDS = {DepositKind.BID: "投标保证金", DepositKind.PERFORMANCE: "履约保证金"}


@requires(Permission.BID_EDIT)
def request(
    session: Session, actor: Actor, deposit_id: int, version: int, *, command_id: str, today: date
) -> int:
    """Draft the payment request 付款申请单 it is paid by; returns the id of that paper, which goes its own way.

    The state follows the paper: paid with it, to pay again when it is voided or deleted.
    Raises Refused "record.gone", "record.stale", "bid.deposit_state" (number, state), "bid.no_employee",
    "bid.no_category", and what saving a paper raises.
    """
    item = records.load(session, BidDeposit, deposit_id)
    if not once(session, command_id):
        return item.claim_id or 0
    _expect(item, version, _OWED)
    if actor.employee_id is None:
        raise Refused("bid.no_employee")
    bid = session.get_one(Bid, item.bid_id)
    saved = claim_drafts.save(session, actor, _paper(session, actor, item, bid, today), today=today)
    item.claim_id, item.state = saved.id, DepositState.REQUESTED
    _written(session, actor, "request", item, claim=saved.number)
    return saved.id


def _paper(session: Session, actor: Actor, item: BidDeposit, bid: Bid, today: date) -> ClaimDraft:
    purpose = f"{WORDS[item.kind]}：{bid.name}（{bid.number}）"
    payee_id = session.scalar(select(Payee.id).filter_by(name=item.payee, active=True))
    base = claim_drafts.new(session, actor, PaperKind.PAYMENT, today=today)
    line = LineDraft(_category(session), today, description=purpose, amount=item.amount)
    return ClaimDraft(
        kind=PaperKind.PAYMENT,
        claimant_id=base.claimant_id,
        department_id=base.department_id,
        business_date=today,
        purpose=purpose,
        lines=(line,),
        payee_id=payee_id,
        payee_name="" if payee_id else item.payee,
        invoice_promise=InvoicePromise.NONE,
        reasons={NO_INVOICE: f"{WORDS[item.kind]}到期退还，不开发票"},
    )


def _category(session: Session) -> int:
    """Where it is booked: a category named after deposits, else the first that needs no invoice, else any."""
    found = session.scalars(
        select(ExpenseCategory).filter_by(active=True).order_by(ExpenseCategory.position)
    ).all()
    named = [one for one in found if "保证金" in one.name]
    bare = [one for one in found if not one.needs_invoice and one.role == CategoryRole.GENERAL]
    chosen = next(iter([*named, *bare, *reversed(found)]), None)
    if chosen is None:
        raise Refused("bid.no_category")
    return chosen.id


@requires(Permission.BID_EDIT)
def paid(
    session: Session, actor: Actor, deposit_id: int, version: int, *, day: date, command_id: str
) -> None:
    """Paid without a payment request: a guarantee, an insurance bond, a cheque.

    Raises Refused "record.gone", "record.stale", "bid.deposit_state" (number, state), "bid.day_ahead" (day).
    """
    item = records.load(session, BidDeposit, deposit_id)
    if not once(session, command_id):
        return
    _expect(item, version, _OWED)
    refuse_ahead(day, "day")
    bid_deposit_claims.pay(session, item, day)
    _written(session, actor, "pay", item)


@requires(Permission.BID_EDIT)
def back(
    session: Session,
    actor: Actor,
    deposit_id: int,
    version: int,
    *,
    day: date,
    amount: Decimal,
    interest: Decimal,
    command_id: str,
) -> None:
    """It came home, whole or in part, with `interest` (yuan); the rest stays out.

    Raises Refused "record.gone", "record.stale", "bid.deposit_state" (number, state), "record.required" (amount),
    "bid.deposit_too_much" (left), "bid.back_before_paid" and "bid.day_ahead" (day), and wrong amounts at their fields.
    """
    item = records.load(session, BidDeposit, deposit_id)
    if not once(session, command_id):
        return
    _expect(item, version, _OUT)
    _refuse_more(item, amount)
    refuse_amount(interest, "interest")
    _refuse_day(item, day)
    item.back_amount += amount
    item.interest += interest
    item.back_on = day
    item.state = DepositState.PARTLY_RETURNED if left(item) else _closed(item)
    _written(session, actor, "back", item)
    if not left(item):
        bid_deposit_claims.mark_home(session, item, day)


@requires(Permission.BID_EDIT)
def forfeit(
    session: Session,
    actor: Actor,
    deposit_id: int,
    version: int,
    *,
    day: date,
    amount: Decimal,
    reason: str,
    command_id: str,
) -> None:
    """It does not come home, whole or in part: since which day, and why.

    Raises Refused "record.gone", "record.stale", "bid.deposit_state" (number, state), "record.required" (amount,
    reason), "bid.deposit_too_much" (left), "bid.back_before_paid" and "bid.day_ahead" (day).
    """
    item = records.load(session, BidDeposit, deposit_id)
    if not once(session, command_id):
        return
    _expect(item, version, _OUT)
    _refuse_more(item, amount)
    _refuse_day(item, day)
    why = records.required(reason, "reason")
    item.forfeited += amount
    told = f"{day.isoformat()} 没收{amount:,.2f}元：{why}"
    item.note = tidy("；".join(filter(None, (item.note, told))), "reason")
    item.state = DepositState.PARTLY_RETURNED if left(item) else _closed(item)
    _written(session, actor, "forfeit", item, reason=why, day=day.isoformat())
    if not left(item):
        bid_deposit_claims.expect_nothing(session, item)


@requires(Permission.BID_EDIT)
def cancel(session: Session, actor: Actor, deposit_id: int, version: int, *, command_id: str) -> None:
    """It is not needed after all: nothing was asked for yet.

    Raises Refused "record.gone", "record.stale", "bid.deposit_state" (number, state).
    """
    item = records.load(session, BidDeposit, deposit_id)
    if not once(session, command_id):
        return
    _expect(item, version, _OWED)
    item.state = DepositState.CANCELLED
    _written(session, actor, "cancel", item)


def left(item: BidDeposit) -> Decimal:
    """What is still out, yuan."""
    return item.amount - item.back_amount - item.forfeited


def _closed(item: BidDeposit) -> DepositState:
    """What became of the larger part; the sums of both stay beside it."""
    return DepositState.FORFEITED if item.forfeited > item.back_amount else DepositState.RETURNED


def _refuse_day(item: BidDeposit, day: date) -> None:
    refuse_ahead(day, "day")
    if item.paid_on and day < item.paid_on:
        raise Refused("bid.back_before_paid", field="day", day=item.paid_on)


def _refuse_more(item: BidDeposit, amount: Decimal) -> None:
    if not amount:
        raise Refused("record.required", field="amount")
    refuse_amount(amount, "amount")
    if amount > left(item):
        raise Refused("bid.deposit_too_much", field="amount", left=left(item))


def _expect(item: BidDeposit, version: int, states: frozenset[DepositState]) -> None:
    if item.version != version:
        raise Refused("record.stale")
    if item.state not in states:
        raise Refused("bid.deposit_state", number=item.number, state=item.state)


def _written(session: Session, actor: Actor, action: str, item: BidDeposit, **notes: object) -> None:
    audit.record(session, actor, action, item, **notes)
    session.flush()
