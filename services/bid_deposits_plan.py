"""The deposit a bid asks for, as its form plans it: how much, in which form, until when; until it is requested."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import DepositForm, DepositKind, DepositState
from services import numbering, records
from services.bid_deposit_claims import stage_day
from services.calendars import business_day
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all
from services.records import tidy

if TYPE_CHECKING:
    from services.bid_drafts import BidDraft

SERIES = "BZ"
_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def of_bid(session: Session, bid_id: int) -> BidDeposit | None:
    """The bid's own deposit, the newest that was not cancelled."""
    own = select(BidDeposit).where(BidDeposit.bid_id == bid_id, BidDeposit.kind == DepositKind.BID)
    live = own.where(BidDeposit.state != DepositState.CANCELLED)
    return session.scalar(live.order_by(BidDeposit.id.desc()).limit(1))


def is_free(deposit: BidDeposit) -> bool:
    """Whether nothing was done with it yet, so that it may still be changed or taken out."""
    return deposit.state in (DepositState.OWED, DepositState.CANCELLED) and deposit.claim_id is None


@open_to_all(_WHY)
def plan(session: Session, actor: Actor, item: Bid, draft: BidDraft) -> None:
    """Make, change or take out the deposit as the form says.

    Raises Refused "bid.deposit_under_way" (state) at `deposit_amount` when another amount or form is typed after it was
    requested.
    """
    known = of_bid(session, item.id)
    amount: Decimal | None = draft.deposit_amount or None
    if known is None:
        if amount is not None:
            wanted = BidDeposit(bid_id=item.id, kind=DepositKind.BID, state=DepositState.OWED)
            _keep(session, actor, item, wanted, amount, draft.deposit_form, draft.deposit_payee)
        return
    if is_free(known):
        if amount is None:
            records.drop(session, actor, known)
        else:
            _keep(session, actor, item, known, amount, draft.deposit_form, draft.deposit_payee)
    elif amount != known.amount or draft.deposit_form != known.form:
        raise Refused("bid.deposit_under_way", field="deposit_amount", state=known.state)


@open_to_all(_WHY)
def new_number(session: Session, today: date) -> str:
    """The next number of a deposit, e.g. BZ-2026-0007."""
    return numbering.next_number(session, f"{SERIES}-{today.year}")


@open_to_all(_WHY)
def keep(session: Session, actor: Actor, deposit: BidDeposit, bid: Bid) -> int:
    """Store it, found by its number and all that the bid is found by."""
    return records.keep(
        session, actor, deposit, deposit.number, deposit.payee, bid.number, bid.name, bid.tenderer
    )


def _keep(
    session: Session,
    actor: Actor,
    item: Bid,
    deposit: BidDeposit,
    amount: Decimal,
    form: DepositForm,
    payee: str,
) -> None:
    values = {
        "amount": amount,
        "form": form,
        "payee": tidy(payee, "deposit_payee") or item.agency or item.tenderer,
        "due_on": stage_day(item) if deposit.id is None else deposit.due_on,
    }
    if deposit.id is not None and all(getattr(deposit, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(deposit, name, value)
    if deposit.id is None:
        deposit.number = new_number(session, business_day())
    keep(session, actor, deposit, item)
