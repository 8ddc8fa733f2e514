"""Bids: entered with their dates, changed by two people, the law's warnings, win rates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.bid import Bid
from models.bid_terms import BidLaw, BidResult, BidStage
from models.people import Employee
from services import bid_deposits, bid_register, bid_stages, bids, win_rates
from services.bid_drafts import CompetitorDraft, LotDraft, StageDraft
from services.calendars import business_day
from services.errors import Refused
from services.registers import Query, count_and_sum
from tests.bids import TODAY, made, stage, stored, version


def test_a_bid_keeps_everything_that_was_typed(either, clerk):
    bid_id = made(
        either,
        clerk,
        price=Decimal("1280000.50"),
        stages=(
            stage(BidStage.SUBMISSION, date(2026, 12, 10), at_time="9:30", place="武汉市公共资源交易中心"),
            stage(BidStage.OPENING, date(2026, 12, 10), at_time="09：30"),
            stage(BidStage.DOCUMENTS, date(2026, 11, 25), from_on=date(2026, 11, 18)),
        ),
        lots=(LotDraft("一标段", price=Decimal(600000)), LotDraft("二标段", price=Decimal("680000.50"))),
        competitors=(CompetitorDraft("武汉华测有限公司", Decimal(1350000), rank=2),),
    )
    found = stored(either, clerk, bid_id)
    assert found.price == Decimal("1280000.50")
    assert [one.stage for one in found.stages] == list(BidStage)
    opening = found.stages[list(BidStage).index(BidStage.OPENING)]
    assert (opening.on_day, opening.at_time) == (date(2026, 12, 10), "09:30")
    assert [lot.name for lot in found.lots] == ["一标段", "二标段"]
    assert found.competitors[0].rank == 2
    with either.read() as session:
        assert session.get_one(Bid, bid_id).number == "TB-2026-0001"


def test_the_second_bid_of_a_year_has_the_next_number(database, clerk):
    numbers = []
    for _ in range(2):
        bid_id = made(database, clerk)
        with database.read() as session:
            numbers.append(session.get_one(Bid, bid_id).number)
    assert numbers == ["TB-2026-0001", "TB-2026-0002"]


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"name": " "}, "record.required", "name"),
        ({"tenderer": ""}, "record.required", "tenderer"),
        ({"owner_id": 999}, "record.gone", "owner_id"),
        ({"price": Decimal(-1)}, "bid.amount_negative", "price"),
        ({"price": Decimal("0.001")}, "bid.amount_wrong", "price"),
        ({"budget": Decimal(10) ** 15}, "bid.amount_too_large", "budget"),
        ({"copies": -1}, "bid.amount_negative", "copies"),
        ({"lots": (LotDraft(" "),)}, "record.required", "lots.0.name"),
        ({"lots": (LotDraft("一", rank=-1),)}, "bid.amount_negative", "lots.0.rank"),
        ({"stages": (StageDraft(None, on_day=TODAY),)}, "bid.stage_missing", "stages.0.stage"),
        ({"stages": (StageDraft(BidStage.OPENING, place="楼上"),)}, "bid.stage_day", "stages.0.on_day"),
        ({"stages": (stage(BidStage.NOTICE, TODAY), stage(BidStage.NOTICE, TODAY))}, "bid.stage_twice", "stages.1.stage"),
        ({"stages": (stage(BidStage.DOCUMENTS, TODAY, from_on=date(2026, 12, 1)),)}, "bid.days_turned", "stages.0.on_day"),
        ({"stages": (stage(BidStage.OPENING, TODAY, at_time="25:00"),)}, "bid.time", "stages.0.at_time"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(database, clerk, more, code, field):
    with pytest.raises(Refused) as refused:
        made(database, clerk, **more)
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize(("opening", "at_time"), [(date(2026, 12, 9), ""), (date(2026, 12, 10), "09:00")])
def test_an_opening_before_the_submission_is_refused_at_its_row(database, clerk, opening, at_time):
    both = (
        stage(BidStage.SUBMISSION, date(2026, 12, 10), at_time="09:30"),
        stage(BidStage.OPENING, opening, at_time=at_time),
    )
    with pytest.raises(Refused) as refused:
        made(database, clerk, stages=both)
    assert (refused.value.code, refused.value.field) == ("bid.opening_before_submission", "stages.1.on_day")


def test_who_saves_second_is_told_that_the_stages_changed(either, clerk, manager):
    bid_id = made(either, clerk)
    mine = stored(either, clerk, bid_id)
    theirs = replace(mine, stages=(stage(BidStage.OPENING, date(2026, 12, 20)),))
    with either.write() as session:
        bids.save(session, manager, theirs)
    with pytest.raises(Refused) as refused, either.write() as session:
        bids.save(session, clerk, replace(mine, price=Decimal(1)))
    assert refused.value.code == "record.stale"


def test_a_stage_is_moved_and_marked_done_with_the_click_counted_once(database, clerk):
    bid_id = made(database, clerk, stages=(stage(BidStage.SUBMISSION, date(2026, 12, 10)),))
    now = version(database, bid_id)
    moved = stage(BidStage.SUBMISSION, date(2026, 12, 15), at_time="14:00", place="光谷")
    for _ in range(2):
        with database.write() as session:
            bid_stages.set_stage(session, clerk, bid_id, now, moved, command_id="move")
    assert version(database, bid_id) == now + 1
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_stages.mark_done(session, clerk, bid_id, now, BidStage.SUBMISSION, day=TODAY, command_id="other")
    assert refused.value.code == "record.stale"
    with database.write() as session:
        bid_stages.mark_done(
            session, clerk, bid_id, now + 1, BidStage.REGISTRATION, day=TODAY, command_id="done"
        )
    found = {one.stage: one for one in stored(database, clerk, bid_id).stages}
    assert found[BidStage.REGISTRATION].on_day == found[BidStage.REGISTRATION].done_on == TODAY
    assert found[BidStage.SUBMISSION].at_time == "14:00"


def test_moving_the_opening_alone_before_the_submission_is_refused_at_the_day(database, clerk):
    bid_id = made(database, clerk, stages=(stage(BidStage.SUBMISSION, date(2026, 12, 10)),))
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_stages.set_stage(
            session, clerk, bid_id, 1, stage(BidStage.OPENING, date(2026, 12, 9)), command_id="early"
        )
    assert (refused.value.code, refused.value.field) == ("bid.opening_before_submission", "on_day")


@pytest.mark.parametrize(
    ("day", "code"), [(TODAY, "bid.opening_before_submission"), (business_day() + timedelta(days=1), "bid.day_ahead")]
)  # fmt: skip
@pytest.mark.parametrize("known", [False, True])
def test_an_opening_is_not_done_before_the_submission_nor_ahead(database, clerk, day, code, known):
    stages = [stage(BidStage.SUBMISSION, date(2099, 12, 10)), stage(BidStage.OPENING, date(2099, 12, 10))]
    bid_id = made(database, clerk, stages=tuple(stages[: 1 + known]))
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_stages.mark_done(session, clerk, bid_id, 1, BidStage.OPENING, day=day, command_id="done")
    assert (refused.value.code, refused.value.field) == (code, "day")


def test_a_day_done_that_is_to_come_is_refused_at_its_row_and_at_the_stage(database, clerk):
    ahead = stage(BidStage.OPENING, TODAY, done_on=business_day() + timedelta(days=1))
    with pytest.raises(Refused) as refused:
        made(database, clerk, stages=(ahead,))
    assert (refused.value.code, refused.value.field) == ("bid.day_ahead", "stages.0.done_on")
    bid_id = made(database, clerk)
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_stages.set_stage(session, clerk, bid_id, 1, ahead, command_id="ahead")
    assert (refused.value.code, refused.value.field) == ("bid.day_ahead", "done_on")


def test_the_law_is_quoted_where_days_are_too_few(database, clerk):
    """20 days from the issue to the deadline 招标投标法 art 24; five days of sale 实施条例 art 16."""
    bid_id = made(
        database,
        clerk,
        stages=(
            stage(BidStage.DOCUMENTS, date(2026, 11, 23), from_on=date(2026, 11, 20)),
            stage(BidStage.SUBMISSION, date(2026, 12, 9)),
            stage(BidStage.OPENING, date(2026, 12, 9)),
        ),
    )
    with database.read() as session:
        found = bid_stages.warnings_of(session, clerk, bid_id, today=TODAY)
    assert [(one.code, one.stage, one.article) for one in found] == [
        ("sale_period", BidStage.DOCUMENTS, "招标投标法实施条例第十六条"),
        ("deadline", BidStage.SUBMISSION, "招标投标法第二十四条"),
    ]
    assert found[1].values["bound"] == date(2026, 12, 10)
    with database.write() as session:
        bids.save(session, clerk, replace(stored(database, clerk, bid_id), law=BidLaw.OWN))
    with database.read() as session:
        assert bid_stages.warnings_of(session, clerk, bid_id, today=TODAY) == []


def rated(database, clerk, *results, **more) -> None:
    for number, result in enumerate(results):
        bid_id = made(database, clerk, **more)
        with database.write() as session:
            item = session.get_one(Bid, bid_id)
            item.result = result
            item.result_on = date(2026, 3 + number % 3, 5)


def test_the_win_rate_counts_won_by_won_lost_and_rejected(either, clerk):
    won, lost = BidResult.WON, BidResult.LOST
    rated(either, clerk, won, won, lost, lost, lost, BidResult.REJECTED, province="湖北")
    rated(either, clerk, BidResult.FAILED, BidResult.GIVEN_UP, won, province="湖南")
    made(either, clerk, stages=(stage(BidStage.SUBMISSION, date(2026, 6, 1)),), province="湖南")
    year = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    with either.read() as session:
        found = bids.win_rate(session, **year)
        regions = bids.win_rate(session, **year, by="region")
        months = bids.win_rate(session, **year, by="period")
        kinds = bids.win_rate(session, **year, by="kind")
        owners = bids.win_rate(session, **year, by="owner")
        nothing = bids.win_rate(session, start=date(2025, 1, 1), end=date(2025, 12, 31))
    assert (found.won, found.lost, found.rejected, found.pending, found.failed, found.given_up) == (
        3,
        3,
        1,
        1,
        1,
        1,
    )
    assert found.rate == Decimal("0.4286")  # 3 ÷ 7
    assert found.rate_of_taken_part == Decimal(
        "0.4286"
    )  # 3 ÷ 7: the failed and the pending one were not handed in
    assert list(regions) == ["湖北", "湖南"]
    assert regions["湖南"].rate == Decimal(1)
    assert list(months) == ["2026-03", "2026-04", "2026-05", "2026-06"]
    assert list(kinds) == ["services"]
    assert list(owners) == [""]
    assert nothing.rate is None


def test_two_owners_of_one_name_are_two_and_one_province_is_one(either, clerk):
    with either.write() as session:
        for number in ("0071", "0072", "0073"):
            name = "王雪" if number != "0073" else "李雷"
            session.add(Employee(number=number, name=name, department_id=1, search_text=""))
        session.flush()
        numbers = select(Employee.id).where(Employee.number.in_(["0071", "0072", "0073"]))
        ids = list(session.scalars(numbers.order_by(Employee.number)))
    for owner in ids:
        rated(either, clerk, BidResult.WON, owner_id=owner, province="湖北省")
    with either.write() as session:  # as it was stored before
        session.get_one(Bid, 1).province = "湖北省"
    span = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    with either.read() as session:
        owners = bids.win_rate(session, **span, by="owner")
        regions = bids.win_rate(session, **span, by="region")
        shown = {key: one.name for key, one in owners.items()}
        behind = [
            count_and_sum(
                session, clerk, win_rates.LIST,
                Query(TODAY, filters=win_rates.behind(by, key, (), span["start"], span["end"])),
            ).count
            for by, found in ((win_rates.WinBy.OWNER, owners), (win_rates.WinBy.REGION, regions))
            for key in found
        ]  # fmt: skip
    assert shown == {
        str(ids[0]): "王雪（运营部 0071）", str(ids[1]): "王雪（运营部 0072）", str(ids[2]): "李雷",
    }  # fmt: skip
    assert {key: one.total for key, one in regions.items()} == {"湖北": 3}
    assert behind == [1, 1, 1, 3]


def test_an_unknown_grouping_is_refused(database):
    with pytest.raises(Refused) as refused, database.read() as session:
        bids.win_rate(session, start=TODAY, end=TODAY, by="weather")
    assert refused.value.code == "bid.unknown_grouping"


def test_the_number_beside_the_page_counts_what_is_near_for_who_may_act(database, clerk, cashier):
    today = business_day()
    for days in (-2, 3, 4):
        made(database, clerk, stages=(stage(BidStage.SUBMISSION, today + timedelta(days=days)),))
    with database.read() as session:
        assert bid_register.waiting_count(session, clerk) == 2
        assert bid_register.waiting_count(session, cashier) == 0
        assert bid_deposits.overdue_count(session, clerk) == 0
        assert len(bids.choices(session, clerk)) == 3


def test_taken_part_has_who_handed_in(database, clerk):
    day = date(2026, 6, 1)
    handed = {"stages": (stage(BidStage.SUBMISSION, day, done_on=day),)}
    for more in (handed, {"stages": (stage(BidStage.SUBMISSION, day),)}):
        rated(database, clerk, BidResult.FAILED, BidResult.GIVEN_UP, BidResult.WON, **more)
        made(database, clerk, **more)
    span = (date(2026, 1, 1), date(2026, 12, 31))
    with database.read() as session:
        found = bids.win_rate(session, start=span[0], end=span[1])
        filters = win_rates.behind(win_rates.WinBy.KIND, None, (), *span, taken_part=True)
        behind = count_and_sum(session, clerk, win_rates.LIST, Query(TODAY, filters=filters)).count
    assert (found.total, found.taken_part, behind) == (8, 4, 4)


def test_the_days_before_the_deadline_bind_a_clarification_and_not_the_questions(database, clerk):
    near, deadline = date(2026, 12, 7), date(2026, 12, 10)
    asked = made(
        database, clerk, stages=(stage(BidStage.QUESTIONS, near), stage(BidStage.SUBMISSION, deadline))
    )
    cleared = made(
        database, clerk, stages=(stage(BidStage.CLARIFICATION, near), stage(BidStage.SUBMISSION, deadline))
    )
    with database.read() as session:
        assert bid_stages.warnings_of(session, clerk, asked, today=near) == []
        [found] = bid_stages.warnings_of(session, clerk, cleared, today=near)
    assert (found.code, found.stage) == ("clarification", BidStage.CLARIFICATION)
    assert found.article == "招标投标法第二十三条、实施条例第二十一条"
    assert (found.values["days"], found.values["working"]) == (15, False)
