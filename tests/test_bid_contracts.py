"""Contracts of won bids: their terms, their number wherever it is told, and what is left when a result is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.bid import Bid
from models.bid_terms import BidResult, BidStage
from models.project import Project
from services import bid_calendar, bid_contracts, bid_details, bid_results, bids, projects
from services.bid_contracts import ContractDraft
from services.bid_results import ResultDraft
from services.errors import Refused
from services.registers import Query, window
from tests.bids import LOST, TODAY, WON, ended, made, stage, stored, version
from tests.claims import command, refusal

NOTICE = date(2026, 11, 20)


def drafted(database, clerk, bid_id: int, terms: ContractDraft | None = None) -> int:
    with database.write() as session:
        return bid_contracts.draft_contract(
            session, clerk, bid_id, version(database, bid_id), command_id=command(), today=TODAY, terms=terms
        )


def signed(database, clerk, bid_id: int, number: str, day: date = date(2026, 11, 24)) -> None:
    with database.write() as session:
        bid_contracts.sign_contract(
            session, clerk, bid_id, version(database, bid_id), day=day, number=number, command_id=command()
        )


def found_by(database, clerk, register, text: str) -> list[int]:
    with database.read() as session:
        rows = window(session, clerk, register, Query(TODAY, chip="all", text=text), 0, 9)
    return [int(row[0]) for row in rows]


def test_the_usual_terms_are_the_price_and_thirty_days_from_the_notice(database, clerk):
    bid_id = ended(database, clerk, WON)
    with database.read() as session:
        usual = bid_contracts.contract_draft(session, clerk, bid_id)
    assert usual == ContractDraft("", Decimal(980000), date(2026, 12, 20), NOTICE)


def test_a_contract_is_drafted_under_the_terms_typed(either, clerk):
    bid_id = ended(either, clerk, WON)
    terms = ContractDraft(
        "鄂测合字2026-88", Decimal(975000), date(2026, 12, 10), date(2026, 12, 15), date(2027, 6, 30)
    )
    project_id = drafted(either, clerk, bid_id, terms)
    with either.read() as session:
        project = session.get_one(Project, project_id)
        detail = bid_details.detail(session, clerk, bid_id, today=TODAY)
    assert (project.number, project.started_on, project.ended_on) == (
        "鄂测合字2026-88",
        date(2026, 12, 15),
        date(2027, 6, 30),
    )
    assert (detail.won_price, detail.contract) == (Decimal(975000), "鄂测合字2026-88")
    days = {one.stage: one.on_day for one in detail.stages}
    assert days[BidStage.CONTRACT] == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"price": None}, "record.required", "price"),
        ({"price": Decimal("0.001")}, "bid.amount_wrong", "price"),
        ({"sign_by": date(2026, 11, 19)}, "bid.result_too_early", "sign_by"),
        ({"started_on": TODAY, "ended_on": NOTICE}, "bid.days_turned", "ended_on"),
        ({"number": "HT-1"}, "record.taken", "number"),
    ],
)
def test_terms_that_cannot_be_are_refused_at_their_field(database, clerk, more, code, field):
    with database.write() as session:
        session.add(Project(number="HT-1", name="旧合同", search_text=""))
    bid_id = ended(database, clerk, WON)
    with pytest.raises(Refused) as refused:
        drafted(database, clerk, bid_id, replace(ContractDraft("", Decimal(1)), **more))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_number_a_contract_is_signed_under_is_told_everywhere(either, clerk):
    bid_id = ended(either, clerk, WON)
    project_id = drafted(either, clerk, bid_id)
    signed(either, clerk, bid_id, "鄂测合字2026-88")
    signed(either, clerk, bid_id, "", date(2026, 11, 25))
    with either.read() as session:
        assert session.get_one(Project, project_id).number == "鄂测合字2026-88"
        assert bid_details.detail(session, clerk, bid_id, today=TODAY).contract == "鄂测合字2026-88"
    assert stored(either, clerk, bid_id).contract_number == "鄂测合字2026-88"
    assert found_by(either, clerk, bids.REGISTER, "鄂测合字") == [bid_id]
    assert found_by(either, clerk, projects.REGISTER, "鄂测合字") == [project_id]


def test_a_number_another_contract_has_is_refused_at_its_field(database, clerk):
    with database.write() as session:
        session.add(Project(number="甲-1", name="旧合同", search_text=""))
    bid_id = ended(database, clerk, WON)
    drafted(database, clerk, bid_id)
    with pytest.raises(Refused) as refused:
        signed(database, clerk, bid_id, "甲-1")
    assert (refused.value.code, refused.value.field) == ("record.taken", "number")
    assert stored(database, clerk, bid_id).contract_number == "HT-2026-001"


def test_a_contract_is_not_signed_before_it_is_decided(database, clerk):
    bid_id = made(database, clerk, stages=(stage(BidStage.OPENING, date(2026, 12, 10)),))
    with refusal("bid.undecided"):
        signed(database, clerk, bid_id, "")
    opened = ended(
        database,
        clerk,
        replace(LOST, notice_on=None),
        stages=(stage(BidStage.OPENING, date(2026, 11, 20)),),
    )
    with refusal("bid.result_too_early"):
        signed(database, clerk, opened, "", date(2026, 11, 19))


@pytest.mark.parametrize("after", [ResultDraft(), LOST])
def test_a_result_taken_back_takes_the_contract_with_it(database, clerk, after):
    bid_id = ended(database, clerk, WON)
    with database.write() as session:
        bid_results.set_result(session, clerk, bid_id, version(database, bid_id), after, command_id=command())
    with database.read() as session:
        assert session.get_one(Bid, bid_id).result is not BidResult.WON
        found = bid_calendar.days(session, clerk, first=NOTICE, last=date(2027, 1, 31))
    assert BidStage.CONTRACT not in {one.stage for one in found}
    assert BidStage.CONTRACT not in {
        one.stage for one in stored(database, clerk, bid_id).stages if one.on_day
    }
