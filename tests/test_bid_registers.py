"""The lists of bids and deposits on both engines: every chip, sort and figure answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from models.bid_terms import BidResult, BidStage
from services import (
    bid_calendar,
    bid_deposit_ageing,
    bid_deposits,
    bid_details,
    bid_templates,
    bids,
    due_others,
    win_rates,
)
from services.bid_deposit_ageing import AgeBucket
from services.registers import Query, count_and_sum, window
from services.win_rates import WinBy
from tests.bids import LOST, TODAY, WON, deposit_of, ended, made, paid_deposit, stage
from tests.claims import refusal


def filled(database, clerk) -> None:
    soon = TODAY + timedelta(days=2)
    both = (stage(BidStage.SUBMISSION, soon, at_time="09:30"), stage(BidStage.OPENING, soon))
    made(database, clerk, name="近的", stages=both, price=Decimal(700), deposit_amount=Decimal(50))
    made(database, clerk, name="过的", stages=(stage(BidStage.REGISTRATION, TODAY - timedelta(days=1)),))
    ended(database, clerk, WON, name="中的")
    ended(database, clerk, LOST, name="没中的")
    paid_deposit(database, clerk, name="押着的")


def names(session, clerk, *, column="name", **query) -> list:
    at = [one.name for one in bids.REGISTER.columns].index(column) + 1
    return [row[at] for row in window(session, clerk, bids.REGISTER, Query(TODAY, **query), 0, 50)]


def test_every_chip_shows_its_bids(either, clerk):
    filled(either, clerk)
    with either.read() as session:
        found = {chip.name: names(session, clerk, chip=chip.name) for chip in bids.REGISTER.chips}
        total = count_and_sum(session, clerk, bids.REGISTER, Query(TODAY, chip="running"))
    assert found["soon"] == ["近的"]
    assert found["late"] == ["过的"]
    assert found["won"] == ["中的"]
    assert found["lost"] == ["没中的"]
    assert found["void"] == []
    assert set(found["running"]) == {"近的", "过的", "押着的"}
    assert len(found["all"]) == 5
    assert (total.count, total.total) == (3, Decimal(700))


def test_what_asks_for_nothing_is_not_late(database, clerk):
    """The announcement was not ours, a site visit of a won bid is past; the page of due dates says the same."""
    before = TODAY - timedelta(days=5)
    made(database, clerk, name="公告", stages=(stage(BidStage.ANNOUNCEMENT, before),))
    ended(database, clerk, WON, name="踏勘", stages=(stage(BidStage.SITE_VISIT, before),))
    made(database, clerk, name="报名", stages=(stage(BidStage.REGISTRATION, before),))
    with database.read() as session:
        assert names(session, clerk, chip="late") == ["报名"]
        assert names(session, clerk, column="next_on", chip="running", sort="number") == [None, before]
        assert bids.headline(session, clerk, today=TODAY).late == 1
        listed = due_others.of_bids(session, before, TODAY, TODAY)
    assert [one.title for one in listed] == ["报名"]


def test_every_column_sorts_both_ways(either, clerk):
    filled(either, clerk)
    with either.read() as session:
        for register in (bids.REGISTER, win_rates.LIST, bid_deposits.REGISTER, bid_deposits.LIST):
            for column in register.columns:
                for down in (False, True):
                    query = Query(TODAY, sort=column.name, descending=down)
                    ups = [row[0] for row in window(session, clerk, register, query, 0, 50)]
                    assert len(ups) == len(set(ups)) > 0
        assert names(session, clerk, sort="next_on")[-2:] == ["近的", "中的"]
        assert window(session, clerk, bid_templates.REGISTER, Query(TODAY), 0, 5) == []


def test_a_bid_is_found_by_its_words(either, clerk):
    filled(either, clerk)
    with either.read() as session:
        assert names(session, clerk, text="近的") == ["近的"]
        assert names(session, clerk, text="TB-2026-0002") == ["过的"]


def test_headlines_and_details_answer(either, clerk):
    filled(either, clerk)
    with either.read() as session:
        head = bids.headline(session, clerk, today=TODAY)
        money = bid_deposits.headline(session, clerk, today=TODAY)
        detail = bid_details.detail(session, clerk, 5, today=TODAY)
        days = bid_calendar.days(session, clerk, first=TODAY, last=TODAY + timedelta(days=9))
    assert (head.submissions, head.late, head.overdue) == (1, 1, 0)
    assert (money.out, money.to_pay) == (Decimal(20000), Decimal(50))
    assert detail.deposit is not None
    assert detail.deposit.left == Decimal(20000)
    assert [one.at_time for one in days] == ["", "09:30"]


def test_the_lists_behind_figures_have_exactly_their_rows(either, clerk):
    filled(either, clerk)
    span = (date(2026, 1, 1), date(2026, 12, 31))
    with either.write() as session:
        late = session.get_one(type(deposit_of(either, 5)), deposit_of(either, 5).id)
        late.due_back_on = TODAY - timedelta(days=31)
    with either.read() as session:
        for by in WinBy:
            for key, rate in bids.win_rate(session, start=span[0], end=span[1], by=by).items():
                for result in BidResult:
                    filters = win_rates.behind(by, key, (result,), *span)
                    rows = window(session, clerk, win_rates.LIST, Query(TODAY, filters=filters), 0, 50)
                    assert len(rows) == getattr(rate, result.value)
        for bucket in AgeBucket:
            filters = bid_deposit_ageing.behind("武汉市洪山区自然资源局", bucket, TODAY)
            rows = window(session, clerk, bid_deposits.LIST, Query(TODAY, filters=filters), 0, 50)
            assert len(rows) == (bucket is AgeBucket.TO_60)


def test_only_who_may_sees_bids(database, clerk):
    nobody = replace(clerk, permissions=frozenset())
    with refusal("permission.denied"), database.read() as session:
        bids.headline(session, nobody, today=TODAY)
