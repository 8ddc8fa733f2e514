"""The stages of a bid as stored: read as the days the law counts from, refused when turned, given their day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, Protocol

from models.bid import Bid, BidDate
from models.bid_terms import BidStage
from services import bid_rules, records
from services.bid_drafts import StageDraft, clock
from services.bid_rules import BidDates
from services.calendars import business_day
from services.database import Session, now
from services.errors import Refused
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_FIELD_OF = {
    "opening_on": BidStage.OPENING,
    "sale_to": BidStage.DOCUMENTS,
    "publicity_to": BidStage.PUBLICITY,
}


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
        clarified_on=day(BidStage.CLARIFICATION),
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
    """Refuse days in an order that cannot be, and days done that are still to come, each at its row.

    Raises Refused "bid.opening_before_submission" (deadline), "bid.days_turned", "bid.time" (text), "bid.day_ahead".
    """
    for place, one in stages:
        clock(one.at_time, f"stages.{place}.at_time")
        refuse_ahead(one.done_on, f"stages.{place}.done_on")
    places = {one.stage: place for place, one in stages}
    try:
        bid_rules.check_dates(dates_of({one.stage: one for _place, one in stages}))
    except Refused as refused:
        place = places[_FIELD_OF[refused.field or ""]]
        raise Refused(refused.code, f"stages.{place}.on_day", **refused.values) from refused


def refuse_ahead(day: date | None, field: str) -> None:
    """Refuse a day on which something happened that is still to come: "bid.day_ahead"."""
    if day is not None and day > business_day(now()):
        raise Refused("bid.day_ahead", field=field)


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
        row = added(item, stage)
        row.on_day = day
    elif not keep:
        row.on_day = day
        row.from_on = row.from_on if row.from_on and row.from_on <= day else None
    if done:
        row.done_on = day


@open_to_all(_WHY)
def take_out(item: Bid, stage: BidStage) -> None:
    """Nothing is expected of a stage any more, unless it is done."""
    for row in [one for one in item.stages if one.stage == stage and one.done_on is None]:
        item.stages.remove(row)


def added(item: Bid, stage: BidStage) -> BidDate:
    """A new stage of the bid, its day still to be set."""
    row = BidDate(stage=stage, at_time="", place="", note="")
    item.stages.append(row)
    return row
