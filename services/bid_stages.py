"""The stages of a bid 阶段: set and marked done, as days the law counts from, and what the law says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidLaw, BidResult, BidStage, DepositKind, DepositState
from services import audit, bid_rules, records
from services.bid_drafts import StageDraft, clock, known_stages
from services.bid_rules import BidDates, BidWarning
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy

_WHY = "a step of services that have checked"
_FIELD_OF = {
    "opening_on": BidStage.OPENING,
    "sale_to": BidStage.DOCUMENTS,
    "publicity_to": BidStage.PUBLICITY,
}
_OUT = (DepositState.PAID, DepositState.PARTLY_RETURNED)


class Staged(Protocol):
    """A stage, typed or stored."""

    @property
    def from_on(self) -> date | None: ...
    @property
    def on_day(self) -> Any: ...
    @property
    def at_time(self) -> str: ...
    @property
    def done_on(self) -> date | None: ...


def dates_of(stages: Mapping[BidStage | None, Staged]) -> BidDates:
    """The stages as the days the rules count from and to."""

    def day(stage: BidStage, name: str = "on_day") -> date | None:
        found: date | None = getattr(stages[stage], name) if stage in stages else None
        return found

    def moment(stage: BidStage) -> time | None:
        text = clock(stages[stage].at_time, "") if stage in stages else ""
        return time.fromisoformat(text) if text else None

    sale_from, shown_from = day(BidStage.DOCUMENTS, "from_on"), day(BidStage.PUBLICITY, "from_on")
    return BidDates(
        issued_on=sale_from or day(BidStage.ANNOUNCEMENT),
        sale_from=sale_from,
        sale_to=day(BidStage.DOCUMENTS) if sale_from else None,
        documents_on=day(BidStage.DOCUMENTS, "done_on"),
        clarified_on=day(BidStage.QUESTIONS),
        submission_on=day(BidStage.SUBMISSION),
        submission_time=moment(BidStage.SUBMISSION),
        opening_on=day(BidStage.OPENING),
        opening_time=moment(BidStage.OPENING),
        report_on=day(BidStage.EVALUATION),
        publicity_from=shown_from,
        publicity_to=day(BidStage.PUBLICITY) if shown_from else None,
        notice_on=day(BidStage.NOTICE),
        contract_on=day(BidStage.CONTRACT, "done_on") or day(BidStage.CONTRACT),
        deposit_back_on=day(BidStage.DEPOSIT_BACK, "done_on"),
    )


def refuse_days(stages: Sequence[tuple[int, StageDraft]]) -> None:
    """Refuse days in an order that cannot be, each at its row.

    Raises Refused "bid.opening_before_submission" (deadline), "bid.days_turned", "bid.time" (text).
    """
    for place, one in stages:
        clock(one.at_time, f"stages.{place}.at_time")
    places = {one.stage: place for place, one in stages}
    try:
        bid_rules.check_dates(dates_of({one.stage: one for _place, one in stages}))
    except Refused as refused:
        place = places[_FIELD_OF[refused.field or ""]]
        raise Refused(refused.code, f"stages.{place}.on_day", **refused.values) from refused


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
    before = _told(row)
    if draft.on_day is None:
        if row is not None:
            item.stages.remove(row)
    else:
        row = row or _added(item, draft.stage)
        row.from_on, row.on_day, row.done_on = draft.from_on, draft.on_day, draft.done_on
        row.at_time, row.place = clock(draft.at_time, "at_time"), tidy(draft.place, "place")
        row.note = tidy(draft.note, "note")
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

    Raises Refused "record.gone", "record.stale", "bid.stage_day" when there is neither date nor day.
    """
    item = whole(session, bid_id)
    if not once(session, command_id):
        return
    if item.version != version:
        raise Refused("record.stale")
    row = next((one for one in item.stages if one.stage == stage), None)
    if row is None:
        if day is None:
            raise Refused("bid.stage_day", field="day")
        row = _added(item, stage)
        row.on_day = day
    row.done_on = day
    written(session, actor, "stage_done" if day else "stage_open", item, stage=stage.value)


@open_to_all(_WHY)
def whole(session: Session, bid_id: int) -> Bid:
    """The bid with its stages."""
    item = records.load(session, Bid, bid_id)
    session.refresh(item, ["stages"])
    return item


@open_to_all(_WHY)
def put(item: Bid, stage: BidStage, day: date, *, done: bool = False, keep: bool = False) -> None:
    """Give a stage its day; `keep` leaves one that has a day as it is."""
    row = next((one for one in item.stages if one.stage == stage), None)
    if row is None:
        row = _added(item, stage)
        row.on_day = day
    elif not keep:
        row.on_day = day
        row.from_on = row.from_on if row.from_on and row.from_on <= day else None
    if done:
        row.done_on = day


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


def _refuse_at_field(item: Bid, draft: StageDraft) -> None:
    """The other stages and this one: what is wrong is said at the form's own fields."""
    others = [_draft(one) for one in item.stages if one.stage != draft.stage]
    try:
        refuse_days(known_stages([*others, draft]))
    except Refused as refused:
        raise Refused(refused.code, (refused.field or "").rpartition(".")[2], **refused.values) from refused


def _draft(row: BidDate) -> StageDraft:
    return StageDraft(**{name: getattr(row, name) for name in StageDraft.__slots__})


def _added(item: Bid, stage: BidStage) -> BidDate:
    row = BidDate(stage=stage, at_time="", place="", note="")
    item.stages.append(row)
    return row


def _told(row: BidDate | None) -> str:
    if row is None:
        return ""
    days = f"{row.from_on} – {row.on_day}" if row.from_on else f"{row.on_day}"
    return " ".join(filter(None, (row.stage.value, days, row.at_time, row.place)))
