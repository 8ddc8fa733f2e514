"""How a bid ends: results and contract drafts; on both engines where two people race."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.bid import Bid
from models.bid_terms import BidLaw, BidResult, BidStage
from models.project import Project
from services import bid_contracts, bid_results, bid_rules, bid_stages, bids
from services.bid_drafts import CompetitorDraft
from services.bid_results import ResultDraft
from services.calendars import business_day
from services.errors import Refused
from tests.bids import (
    LOST,
    TODAY,
    WON,
    ended,
    made,
    stage,
    stored,
    version,
)
from tests.claims import at_once, command, refusal

AHEAD = business_day() + timedelta(days=1)


def days(database, clerk, bid_id: int) -> dict[BidStage, date]:
    return {one.stage: one.on_day for one in stored(database, clerk, bid_id).stages if one.on_day}


def test_two_people_set_the_result_and_the_second_is_told(either, clerk, manager):
    bid_id = made(either, clerk)

    def by(actor, result):
        with either.write() as session:
            bid_results.set_result(session, actor, bid_id, 1, result, command_id=command())

    assert at_once(lambda: by(clerk, WON), lambda: by(manager, LOST)) == ["done", "record.stale"]
    with either.read() as session:
        item = session.get_one(Bid, bid_id)
        assert item.version == 2
        assert (item.result, item.rank) in [(BidResult.WON, 1), (BidResult.LOST, 3)]


def test_a_won_bid_is_to_be_signed_thirty_days_after_the_notice(database, clerk):
    bid_id = ended(database, clerk, WON)
    assert days(database, clerk, bid_id)[BidStage.CONTRACT] == date(2026, 12, 20)
    with database.write() as session:
        project_id = bid_contracts.draft_contract(
            session, clerk, bid_id, version(database, bid_id), command_id=command(), today=TODAY
        )
    with database.read() as session:
        project = session.get_one(Project, project_id)
        assert (project.number, project.customer) == ("HT-2026-001", "武汉市洪山区自然资源局")
        assert project.started_on == date(2026, 11, 20)
        assert session.get_one(Bid, bid_id).contract_number == "HT-2026-001"
    with refusal("bid.result_has_contract"), database.write() as session:
        bid_results.set_result(session, clerk, bid_id, version(database, bid_id), LOST, command_id=command())
    with refusal("record.in_use"), database.write() as session:
        bids.remove(session, clerk, bid_id, version(database, bid_id))


def test_the_same_click_drafts_one_contract_and_numbers_typed_by_hand_are_passed_over(database, clerk):
    bid_id = ended(database, clerk, WON)
    with database.write() as session:
        session.add(Project(number="HT-2026-001", name="旧合同", search_text=""))
    now = version(database, bid_id)
    found = []
    for _ in range(2):
        with database.write() as session:
            found.append(
                bid_contracts.draft_contract(session, clerk, bid_id, now, command_id="twice", today=TODAY)
            )
    assert found[0] == found[1]
    with database.read() as session:
        assert session.get_one(Project, found[0]).number == "HT-2026-002"
        assert len(session.scalars(select(Project)).all()) == 2


@pytest.mark.parametrize(
    ("result", "code", "field"),
    [
        (replace(WON, day=None), "record.required", "day"),
        (replace(WON, price=None), "record.required", "won_price"),
        (replace(LOST, reason=" "), "record.required", "reason"),
        (replace(LOST, rank=-1), "bid.amount_negative", "rank"),
        (replace(LOST, day=date(2026, 11, 1)), "bid.result_too_early", "day"),
        (replace(LOST, notice_on=date(2026, 11, 9)), "bid.result_too_early", "notice_on"),
        (replace(LOST, day=AHEAD), "bid.day_ahead", "day"),
        (replace(LOST, notice_on=AHEAD), "bid.day_ahead", "notice_on"),
        (ResultDraft(BidResult.FAILED, AHEAD), "bid.day_ahead", "day"),
        (replace(WON, price=Decimal("0.001")), "bid.amount_wrong", "price"),
    ],
)
def test_a_result_that_says_too_little_is_refused(database, clerk, result, code, field):
    bid_id = made(database, clerk, stages=(stage(BidStage.OPENING, date(2026, 11, 10)),))
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_results.set_result(session, clerk, bid_id, 1, result, command_id=command())
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_bid_is_not_won_before_the_deadline_nor_signed_ahead(database, clerk):
    bid_id = made(database, clerk, stages=(stage(BidStage.SUBMISSION, date(2026, 11, 21)),))
    with refusal("bid.result_too_early"), database.write() as session:
        bid_results.set_result(session, clerk, bid_id, 1, WON, command_id=command())
    with refusal("bid.day_ahead"), database.write() as session:
        bid_contracts.sign_contract(session, clerk, bid_id, 1, day=AHEAD, number="", command_id=command())


def test_a_contract_of_a_bid_that_was_not_won_is_refused(database, clerk):
    bid_id = ended(database, clerk, LOST)
    with refusal("bid.not_won"), database.write() as session:
        bid_contracts.draft_contract(
            session, clerk, bid_id, version(database, bid_id), command_id=command(), today=TODAY
        )


def test_competitors_and_reasons_are_kept_and_a_result_can_be_taken_back(database, clerk):
    others = (CompetitorDraft("武汉华测有限公司", Decimal(900000), 1, won=True),)
    bid_id = ended(database, clerk, replace(LOST, competitors=others, review="下次早做"))
    with database.read() as session:
        found = bid_results.result_draft(session, clerk, bid_id)
    assert (found.result, found.rank, found.reason, found.review) == (
        BidResult.LOST,
        3,
        "报价偏高",
        "下次早做",
    )
    assert found.competitors == others
    with database.write() as session:
        bid_results.set_result(
            session, clerk, bid_id, version(database, bid_id), ResultDraft(), command_id=command()
        )
    with database.read() as session:
        item = session.get_one(Bid, bid_id)
        assert (item.result, item.result_on) == (BidResult.PENDING, None)


def test_a_lost_bid_is_not_late_with_the_contract(database, clerk):
    bid_id = ended(database, clerk, LOST)
    with database.read() as session:
        assert bid_stages.warnings_of(session, clerk, bid_id, today=date(2027, 2, 1)) == []


@pytest.mark.parametrize("law", [BidLaw.TENDERING, BidLaw.PROCUREMENT])
@pytest.mark.parametrize(
    ("result", "codes"), [(BidResult.REJECTED, []), (BidResult.FAILED, []), (BidResult.WON, ["contract"])]
)
def test_only_who_won_is_late_with_the_contract(law, result, codes):
    dates = bid_rules.BidDates(notice_on=date(2026, 11, 20))
    found = bid_rules.warnings(dates, law=law, result=result, today=date(2027, 2, 1))
    assert [one.code for one in found] == codes


def test_a_bid_is_not_lost_while_our_contract_is_signed_and_its_number_goes_with_it(database, clerk):
    bid_id = ended(database, clerk, WON)

    def lose() -> None:
        now = version(database, bid_id)
        with database.write() as session:
            bid_results.set_result(session, clerk, bid_id, now, LOST, command_id=command())

    with database.write() as session:
        bid_contracts.sign_contract(
            session, clerk, bid_id, version(database, bid_id), day=TODAY, number="X-1", command_id=command()
        )
    with refusal("bid.result_signed"):
        lose()
    with database.write() as session:
        bid_stages.mark_done(
            session,
            clerk,
            bid_id,
            version(database, bid_id),
            BidStage.CONTRACT,
            day=None,
            command_id=command(),
        )
    lose()
    with database.read() as session:
        item = session.get_one(Bid, bid_id)
        assert (item.result, item.contract_number, item.rank) == (BidResult.LOST, "", 3)
        assert "X-1" not in item.search_text.upper()
    assert BidStage.CONTRACT not in days(database, clerk, bid_id)
