"""A deposit follows the payment request it is paid by, and the bid's stages follow the deposit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidLaw, BidResult, BidStage, DepositKind, DepositState
from models.expense_claim import ClaimState, ExpenseClaim
from services import audit, bid_dates, bid_rules
from services.bid_due import held_to
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all

_WHY = "a step of services that have checked"
_TO_PAY = (DepositState.OWED, DepositState.REQUESTED)
_OPEN = (*_TO_PAY, DepositState.PAID, DepositState.PARTLY_RETURNED)


@open_to_all("a step of paying and voiding a paper, which has its permission")
def follow(session: Session, actor: Actor, claims: Sequence[ExpenseClaim]) -> None:
    """The papers' states changed: what was paid by them is paid, what was voided is to be paid again."""
    by_id = {claim.id: claim for claim in claims}
    found = session.scalars(select(BidDeposit).where(BidDeposit.claim_id.in_(list(by_id))))
    for item in found:
        claim = by_id[item.claim_id or 0]
        if claim.state == ClaimState.PAID and item.state == DepositState.REQUESTED:
            item.amount = claim.sanctioned or item.amount  # what left the account is what is out
            pay(session, item, claim.paid_on or claim.business_date)
        elif claim.state == ClaimState.VOIDED and item.state in (DepositState.REQUESTED, DepositState.PAID):
            _unpay(session, item)
            item.state, item.claim_id = DepositState.OWED, None
        elif claim.state == ClaimState.TO_PAY and item.state == DepositState.PAID:
            _unpay(session, item)
            item.state = DepositState.REQUESTED
        else:
            continue
        audit.record(session, actor, "follow", item, claim=claim.number)
        session.flush()


@open_to_all("a step of saving a draft, which has its permission")
def refuse_other_amount(session: Session, claim: ExpenseClaim) -> None:
    """A deposit and the paper that asks for it are one amount: Refused "bid.deposit_request" (number, amount) at `lines`."""
    for item in session.scalars(select(BidDeposit).where(BidDeposit.claim_id == claim.id)):
        if item.state == DepositState.REQUESTED and claim.amount != item.amount:
            raise Refused("bid.deposit_request", field="lines", number=item.number, amount=item.amount)


@open_to_all("a step of deleting a draft, which has its permission")
def give_back(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    """The draft is going: its deposit is to be paid again."""
    for item in session.scalars(select(BidDeposit).where(BidDeposit.claim_id == claim.id)):
        item.state, item.claim_id = DepositState.OWED, None
        audit.record(session, actor, "follow", item, claim=claim.number)
        session.flush()


@open_to_all(_WHY)
def pay(session: Session, item: BidDeposit, day: date) -> None:
    """It is out from `day` on; the stage of the bid is done with the last one that is to be paid."""
    item.state, item.paid_on = DepositState.PAID, day
    if item.kind == DepositKind.BID and not _others(session, item, _TO_PAY):
        for stage in _stages(session, item, BidStage.DEPOSIT):
            stage.done_on = stage.done_on or day
    item.due_back_on = item.due_back_on or due_back(bid_dates.whole(session, item.bid_id), item.kind)


@open_to_all(_WHY)
def _unpay(session: Session, item: BidDeposit) -> None:
    """It was not paid after all: the stage that paying closed, this one or another of the bid, asks for it again."""
    if item.kind == DepositKind.BID and item.paid_on is not None:
        days = {item.paid_on, *(one.paid_on for one in _others(session, item, tuple(DepositState)))}
        for stage in _stages(session, item, BidStage.DEPOSIT):
            if stage.done_on in days:
                stage.done_on = None
    item.paid_on = None


@open_to_all(_WHY)
def mark_home(session: Session, item: BidDeposit, day: date) -> None:
    """The bid's deposit is home: its last stage is done when no other one is still out or to be paid."""
    if item.kind == DepositKind.BID and not _others(session, item, _OPEN):
        for stage in _stages(session, item, BidStage.DEPOSIT_BACK):
            stage.done_on = stage.done_on or day
        session.flush()


@open_to_all(_WHY)
def expect_nothing(session: Session, item: BidDeposit) -> None:
    """The rest does not come home: the last stage is done by what came, or taken out when nothing came nor will."""
    came = [one.back_on for one in (item, *_others(session, item, tuple(DepositState))) if one.back_on]
    if came:
        mark_home(session, item, max(came))
    elif item.kind == DepositKind.BID and not _others(session, item, _OPEN):
        bid_dates.take_out(bid_dates.whole(session, item.bid_id), BidStage.DEPOSIT_BACK)
        session.flush()


@open_to_all(_WHY)
def expect_back(session: Session, actor: Actor, bid: Bid, before: date | None) -> None:
    """The bid's dates, law or result changed: by when its deposit must be home, as date of the deposit and of the stage.

    `before` is what `due_back` said until now: while that stays, a day typed by hand stays too.
    """
    day = due_back(bid)
    mine = select(BidDeposit).where(BidDeposit.bid_id == bid.id, BidDeposit.kind == DepositKind.BID)
    found = session.scalars(mine.where(BidDeposit.state.in_(_OPEN))).all()
    for item in found:
        if item.due_back_on != day and (day != before or item.due_back_on is None):
            item.due_back_on = day
            audit.record(session, actor, "edit", item)
    if found and day is not None:
        bid_dates.put(bid, BidStage.DEPOSIT_BACK, day, keep=day == before)
    elif found and before is not None:
        bid_dates.take_out(bid, BidStage.DEPOSIT_BACK)


@open_to_all(_WHY)
def pay_by(session: Session, actor: Actor, bid: Bid, before: date | None) -> None:
    """The stage of the deposit may have moved: by its day is to be paid what nothing was requested for yet.

    `before` is what `stage_day` said until now: while that stays, a day typed by hand stays too. What was requested
    keeps the day its paper names.
    """
    day = stage_day(bid)
    if day == before:
        return
    mine = select(BidDeposit).where(BidDeposit.bid_id == bid.id, BidDeposit.kind == DepositKind.BID)
    for item in session.scalars(
        mine.where(BidDeposit.state == DepositState.OWED, BidDeposit.claim_id.is_(None))
    ):
        if item.due_on != day:
            item.due_on = day
            audit.record(session, actor, "edit", item)


def stage_day(bid: Bid) -> date | None:
    """The day by which the bid's stages want the deposit paid."""
    return next((one.on_day for one in bid.stages if one.stage == BidStage.DEPOSIT), None)


@open_to_all(_WHY)
def due_back(bid: Bid, kind: DepositKind = DepositKind.BID) -> date | None:
    """By when a bid's deposit must be home: the contract or the notice and the days of the law; None: not known yet.

    Of a loser by that law, whose deposit comes
    with the winner's contract, the last lawful day counts until the contract is known.
    """
    if kind == DepositKind.PERFORMANCE:
        return None
    law = held_to(bid.law)
    days = bid_dates.dates_of({one.stage: one for one in bid.stages})
    match bid.result:
        case BidResult.PENDING:
            return None
        case BidResult.FAILED | BidResult.GIVEN_UP:
            return bid_rules.withdrawal_refund_due(bid.result_on, law) if bid.result_on else None
        case BidResult.LOST | BidResult.REJECTED if law == BidLaw.PROCUREMENT:
            return bid_rules.losers_deposit_due(days.notice_on) if days.notice_on else None
    contract = days.contract_on
    if contract is None and days.notice_on:
        contract = bid_rules.contract_due(days.notice_on, law)
    return bid_rules.deposit_due(contract, law) if contract else None


@open_to_all(_WHY)
def _others(session: Session, item: BidDeposit, states: Sequence[DepositState]) -> Sequence[BidDeposit]:
    """The other deposits of the same bid, as one with lots has them, in one of these states."""
    mine = select(BidDeposit).where(BidDeposit.bid_id == item.bid_id, BidDeposit.kind == DepositKind.BID)
    return session.scalars(mine.where(BidDeposit.id != item.id, BidDeposit.state.in_(states))).all()


def _stages(session: Session, item: BidDeposit, stage: BidStage) -> Sequence[BidDate]:
    return session.scalars(select(BidDate).where(BidDate.bid_id == item.bid_id, BidDate.stage == stage)).all()
