"""How a bid ended 结果: won, lost, rejected, failed, given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.bid import Bid
from models.bid_terms import BidResult, BidStage
from models.project import Project
from services import bid_dates, bid_deposit_claims, bid_rules, bid_stages, bids
from services.bid_contracts import signed
from services.bid_drafts import CompetitorDraft, refuse_amount
from services.bid_due import held_to
from services.bids import load_whole, write_competitors
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import required, tidy

_BEFORE = (BidStage.SUBMISSION, BidStage.OPENING)


@dataclass(frozen=True, slots=True)
class ResultDraft:
    """A result as typed. `day` is the day it was known, `notice_on` of the notice 中标通知书; prices in yuan."""

    result: BidResult = BidResult.PENDING
    day: date | None = None
    notice_on: date | None = None
    rank: int | None = None
    price: Decimal | None = None
    won_price: Decimal | None = None
    reason: str = ""
    review: str = ""
    competitors: tuple[CompetitorDraft, ...] | None = None  # None: as they are


@requires(Permission.BID_EDIT)
def result_draft(session: Session, actor: Actor, bid_id: int) -> ResultDraft:  # noqa: ARG001 - the permission needs it
    """What the form of the result begins with; Refused "record.gone"."""
    item = load_whole(session, bid_id)
    notice = next((one.on_day for one in item.stages if one.stage == BidStage.NOTICE), None)
    return ResultDraft(
        item.result, item.result_on, notice, item.rank or None, item.price, item.won_price, item.result_reason,
        item.review, tuple(CompetitorDraft(one.name, one.price, one.rank or None, one.won, one.note) for one in item.competitors),
    )  # fmt: skip


@requires(Permission.BID_EDIT)
def set_result(
    session: Session, actor: Actor, bid_id: int, version: int, draft: ResultDraft, *, command_id: str
) -> None:
    """Set how it ended; what is to come follows: the contract 30 days after the notice, the deposit's way home.

    Two people setting it: the second is told, nothing is written over.
    Raises Refused "record.gone", "record.stale", "record.required" (day; won_price of a won bid; reason of one that was
    lost, rejected or given up), "bid.result_too_early" and "bid.day_ahead" (day, notice_on), "bid.result_has_contract" (number) and "bid.result_signed"
    (result) where our contract is drafted or signed, wrong amounts.
    """
    item = load_whole(session, bid_id)
    if not once(session, command_id):
        return
    if item.version != version:
        raise Refused("record.stale")
    _refuse_wrong(session, item, draft)
    before, was = bid_deposit_claims.due_back(item), item.result
    with session.no_autoflush:
        _write(item, draft)
        if was == BidResult.WON and draft.result != BidResult.WON:
            bid_dates.take_out(item, BidStage.CONTRACT)  # it is not for us to sign any more
            item.contract_number = ""
            bids.find_by(session, item)
        if draft.result != BidResult.PENDING:
            _dates(item, draft)
        bid_stages.written(session, actor, "result", item, result=draft.result.value)
        bid_deposit_claims.expect_back(session, actor, item, before)
    session.flush()


def _refuse_wrong(session: Session, item: Bid, draft: ResultDraft) -> None:
    if item.project_id is not None and draft.result != BidResult.WON:
        number = session.get_one(Project, item.project_id).number
        raise Refused("bid.result_has_contract", field="result", number=number)
    if item.result == BidResult.WON and signed(item) and draft.result != BidResult.WON:
        raise Refused("bid.result_signed", field="result")
    refuse_amount(draft.price, "price")
    refuse_amount(draft.won_price, "won_price")
    if draft.rank is not None and draft.rank < 0:
        raise Refused("bid.amount_negative", field="rank")
    if draft.result == BidResult.PENDING:
        return
    if draft.day is None:
        raise Refused("record.required", field="day")
    _refuse_days(item, draft)
    if draft.result == BidResult.WON and draft.won_price is None and draft.price is None:
        raise Refused("record.required", field="won_price")
    if draft.result in (BidResult.LOST, BidResult.REJECTED, BidResult.GIVEN_UP):
        required(draft.reason, "reason")


def _refuse_days(item: Bid, draft: ResultDraft) -> None:
    """What is decided was decided and told after the opening, or after the deadline while that is not known."""
    bid_dates.refuse_ahead(draft.day, "day")
    bid_dates.refuse_ahead(draft.notice_on, "notice_on")
    days = {one.stage: one.on_day for one in item.stages}
    first = days.get(BidStage.OPENING) or days.get(BidStage.SUBMISSION)
    decided = draft.result in (BidResult.WON, BidResult.LOST, BidResult.REJECTED)
    for day, field in ((draft.day if decided else None, "day"), (draft.notice_on, "notice_on")):
        if first and day and day < first:
            raise Refused("bid.result_too_early", field=field, day=first)


def _write(item: Bid, draft: ResultDraft) -> None:
    pending, won = draft.result == BidResult.PENDING, draft.result == BidResult.WON
    item.result, item.result_on = draft.result, None if pending else draft.day
    item.rank = 1 if won and not draft.rank else draft.rank or 0
    item.price = draft.price
    item.won_price = draft.won_price if draft.won_price is not None or not won else draft.price
    item.result_reason, item.review = tidy(draft.reason, "reason"), draft.review.strip()
    if draft.competitors is not None:
        write_competitors(item, draft.competitors)


def _dates(item: Bid, draft: ResultDraft) -> None:
    """What lies behind is done; the notice has its day, the contract of a won bid its last one."""
    day = draft.day
    if day is not None and draft.result != BidResult.GIVEN_UP:
        for stage in item.stages:
            if stage.done_on is None and stage.on_day <= day and stage.stage in _BEFORE:
                stage.done_on = stage.on_day
    if draft.notice_on is not None:
        bid_dates.put(item, BidStage.NOTICE, draft.notice_on, done=True)
        if draft.result == BidResult.WON:
            due = bid_rules.contract_due(draft.notice_on, held_to(item.law))
            if due is not None:
                bid_dates.put(item, BidStage.CONTRACT, due, keep=signed(item))
