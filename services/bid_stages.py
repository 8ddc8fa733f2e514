"""The stages of a bid 阶段: set and marked done, as days the law counts from, and what the law says of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidLaw, BidResult, BidStage, DepositKind, DepositState
from services import audit, bid_dates, bid_deposit_claims, bid_rules
from services.bid_dates import added, dates_of, refuse_days, whole
from services.bid_drafts import StageDraft, clock, known_stages
from services.bid_rules import BidWarning
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy

_WHY = "a step of services that have checked"
_OUT = (DepositState.PAID, DepositState.PARTLY_RETURNED)


@requires(Permission.BID_EDIT)
def set_stage(
    session: Session, actor: Actor, bid_id: int, version: int, draft: StageDraft, *, command_id: str
) -> None:
    """Set one stage: its days, time, place and whether it is done; without a day it is taken out.

    Raises Refused "record.gone", "record.stale", "bid.stage_missing", and at `on_day` or `at_time` what
    `known_stages` and `refuse_days` raise.
    """
    item = whole(session, bid_id)
    if draft.stage is None:
        raise Refused("bid.stage_missing", field="stage")
    if not once(session, command_id):
        return
    if item.version != version:
        raise Refused("record.stale")
    _refuse_at_field(item, draft)
    row = next((one for one in item.stages if one.stage == draft.stage), None)
    before, back = _told(row), bid_deposit_claims.due_back(item)
    to_pay = bid_deposit_claims.stage_day(item)
    if draft.on_day is None:
        if row is not None:
            item.stages.remove(row)
    else:
        row = row or added(item, draft.stage)
        row.from_on, row.on_day, row.done_on = draft.from_on, draft.on_day, draft.done_on
        row.at_time, row.place = clock(draft.at_time, "at_time"), tidy(draft.place, "place")
        row.note = tidy(draft.note, "note")
    bid_deposit_claims.pay_by(session, actor, item, to_pay)
    bid_deposit_claims.expect_back(session, actor, item, back)
    written(session, actor, "stage", item, stage=[before, _told(row if draft.on_day else None)])


@requires(Permission.BID_EDIT)
def mark_done(
    session: Session,
    actor: Actor,
    bid_id: int,
    version: int,
    stage: BidStage,
    *,
    day: date | None,
    command_id: str,
) -> None:
    """A stage is done on `day`; None: it is not done after all. One without a date gets that day as its date.

    Raises Refused "record.gone", "record.stale", and at `day` "bid.stage_day" when there is neither date nor day,
    "bid.day_ahead", "bid.opening_before_submission" (deadline).
    """
    item = whole(session, bid_id)
    if not once(session, command_id):
        return
    if item.version != version:
        raise Refused("record.stale")
    row = next((one for one in item.stages if one.stage == stage), None)
    back, to_pay = bid_deposit_claims.due_back(item), bid_deposit_claims.stage_day(item)
    _refuse_done(item, stage, row, day)
    if row is None:
        if day is None:
            raise Refused("bid.stage_day", field="day")
        row = added(item, stage)
        row.on_day = day
    row.done_on = day
    bid_deposit_claims.pay_by(session, actor, item, to_pay)
    bid_deposit_claims.expect_back(session, actor, item, back)
    written(session, actor, "stage_done" if day else "stage_open", item, stage=stage.value)


@open_to_all(_WHY)
def written(session: Session, actor: Actor, action: str, item: Bid, **notes: object) -> None:
    """Keep a change of the stages: the bid's version counts for them too."""
    audit.record(session, actor, action, item, **notes)
    flag_modified(item, "note")
    session.flush()


@requires(Permission.BID_SEE)
def warnings_of(session: Session, actor: Actor, bid_id: int, *, today: date) -> list[BidWarning]:  # noqa: ARG001 - the permission needs it
    """Which rules the bid does not keep, with the article. Refused "record.gone"."""
    item = whole(session, bid_id)
    deposits = list(session.scalars(select(BidDeposit).where(BidDeposit.bid_id == bid_id)))
    bonds = [one.amount for one in deposits if one.kind == DepositKind.PERFORMANCE]
    asked = [
        one.amount
        for one in deposits
        if one.kind == DepositKind.BID and one.state not in (DepositState.CANCELLED, DepositState.RETURNED)
    ]
    session.refresh(item, ["competitors"])
    bidders = len(item.competitors) + 1 if item.competitors and item.result == BidResult.FAILED else None
    out = any(one.state in _OUT and one.kind == DepositKind.BID for one in deposits)
    return list(
        _warnings(item, today=today, deposit=max(asked, default=None), bond=max(bonds, default=None), bidders=bidders, out=out)
    )  # fmt: skip


def _warnings(item: Bid, *, out: bool, deposit: Any, today: date, **amounts: Any) -> Iterable[BidWarning]:
    if item.law == BidLaw.OWN:
        return
    for warning in bid_rules.warnings(
        dates_of({one.stage: one for one in item.stages}),
        law=item.law, method=item.method, kind=item.kind, result=item.result, estimate=item.budget,
        contract_amount=item.won_price or item.price, deposit=deposit, today=today, **amounts,
    ):  # fmt: skip
        if warning.stage != BidStage.DEPOSIT_BACK or out or warning.values.get("day") is not None:
            yield warning


def _refuse_done(item: Bid, stage: BidStage, row: BidDate | None, day: date | None) -> None:
    """A day that is to come, and an opening before the deadline, whether it had a date or not."""
    bid_dates.refuse_ahead(day, "day")
    if day is not None and (row is None or stage == BidStage.OPENING):
        _refuse_at_field(item, StageDraft(stage, on_day=day, at_time=row.at_time if row else ""), "day")


def _refuse_at_field(item: Bid, draft: StageDraft, field: str = "") -> None:
    """The other stages and this one: what is wrong is said at the form's own fields, or at `field`."""
    others = [_draft(one) for one in item.stages if one.stage != draft.stage]
    try:
        refuse_days(known_stages([*others, draft]))
    except Refused as refused:
        at = field or (refused.field or "").rpartition(".")[2]
        raise Refused(refused.code, at, **refused.values) from refused


def _draft(row: BidDate) -> StageDraft:
    return StageDraft(**{name: getattr(row, name) for name in StageDraft.__slots__})


def _told(row: BidDate | None) -> str:
    if row is None:
        return ""
    days = f"{row.from_on} – {row.on_day}" if row.from_on else f"{row.on_day}"
    return " ".join(filter(None, (row.stage.value, days, row.at_time, row.place)))
