"""Deposits of bids follow the days of their bid: home with the contract, paid by the day of the stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.bid_terms import BidLaw, BidStage
from services import bid_deposit_moves, bid_results, bid_stages, bids
from services.bid_results import ResultDraft
from services.calendars import business_day
from tests.bids import LOST, WON, deposit_of, made, paid_deposit, stage, stored, version
from tests.claims import command, refusal

SIGNED = date(2026, 11, 24)


def ended_paid(database, clerk, result) -> int:
    bid_id = paid_deposit(database, clerk)
    with database.write() as session:
        bid_results.set_result(
            session, clerk, bid_id, version(database, bid_id), result, command_id=command()
        )
    return bid_id


def back_stage(database, clerk, bid_id: int) -> date | None:
    found = {one.stage: one.on_day for one in stored(database, clerk, bid_id).stages}
    return found[BidStage.DEPOSIT_BACK]


def done(session, clerk, bid_id: int, now: int) -> None:
    bid_stages.mark_done(session, clerk, bid_id, now, BidStage.CONTRACT, day=SIGNED, command_id=command())


def moved(session, clerk, bid_id: int, now: int) -> None:
    draft = stage(BidStage.CONTRACT, date(2026, 12, 20), done_on=SIGNED)
    bid_stages.set_stage(session, clerk, bid_id, now, draft, command_id=command())


def typed(session, clerk, bid_id: int, _now: int) -> None:
    known = bids.get(session, clerk, bid_id)
    stages = tuple(replace(one, done_on=SIGNED) if one.stage == BidStage.CONTRACT else one for one in known.stages)  # fmt: skip
    bids.save(session, clerk, replace(known, stages=stages))


@pytest.mark.parametrize("act", [done, moved, typed])
def test_the_contract_brings_the_deposit_forward_however_it_is_noted(database, clerk, act):
    bid_id = ended_paid(database, clerk, WON)
    assert deposit_of(database, bid_id).due_back_on == date(2026, 12, 25)
    with database.write() as session:
        act(session, clerk, bid_id, version(database, bid_id))
    assert deposit_of(database, bid_id).due_back_on == date(2026, 11, 29)
    assert back_stage(database, clerk, bid_id) == date(2026, 11, 29)


def test_another_law_counts_the_deposit_s_days_anew(database, clerk):
    bid_id = ended_paid(database, clerk, LOST)
    with database.write() as session:
        bids.save(session, clerk, replace(stored(database, clerk, bid_id), law=BidLaw.PROCUREMENT))
    assert deposit_of(database, bid_id).due_back_on == date(2026, 11, 27)
    assert back_stage(database, clerk, bid_id) == date(2026, 11, 27)


def test_a_result_taken_back_expects_no_deposit_yet(database, clerk):
    bid_id = ended_paid(database, clerk, LOST)
    with database.write() as session:
        bid_results.set_result(
            session, clerk, bid_id, version(database, bid_id), ResultDraft(), command_id=command()
        )
    assert deposit_of(database, bid_id).due_back_on is None
    assert back_stage(database, clerk, bid_id) is None


def test_a_deposit_forfeited_whole_is_not_awaited_any_more(database, clerk):
    bid_id = ended_paid(database, clerk, LOST)
    for amount, awaited in (("5000", date(2026, 12, 25)), ("15000", None)):
        item = deposit_of(database, bid_id)
        with database.write() as session:
            bid_deposit_moves.forfeit(
                session, clerk, item.id, item.version, amount=Decimal(amount), reason="弃标", command_id=command()
            )  # fmt: skip
        assert back_stage(database, clerk, bid_id) == awaited


def test_what_came_home_before_the_rest_was_forfeited_closes_the_stage(database, clerk):
    bid_id = ended_paid(database, clerk, LOST)
    back(database, clerk, bid_id, SIGNED)
    item = deposit_of(database, bid_id)
    with database.write() as session:
        bid_deposit_moves.forfeit(
            session, clerk, item.id, item.version, amount=Decimal(19000), reason="弃标", command_id=command()
        )  # fmt: skip
    done_on = {one.stage: one.done_on for one in stored(database, clerk, bid_id).stages}
    assert done_on[BidStage.DEPOSIT_BACK] == SIGNED


def back(database, clerk, bid_id: int, day: date) -> None:
    item = deposit_of(database, bid_id)
    with database.write() as session:
        bid_deposit_moves.back(
            session, clerk, item.id, item.version,
            day=day, amount=Decimal(1000), interest=Decimal(0), command_id=command(),
        )  # fmt: skip


def test_a_deposit_is_neither_paid_nor_home_on_a_day_to_come(database, clerk):
    ahead = business_day() + timedelta(days=1)
    with refusal("bid.day_ahead"):
        back(database, clerk, paid_deposit(database, clerk), ahead)
    bid_id = made(database, clerk, deposit_amount=Decimal(20000))
    item = deposit_of(database, bid_id)
    with refusal("bid.day_ahead"), database.write() as session:
        bid_deposit_moves.paid(session, clerk, item.id, item.version, day=ahead, command_id=command())


def test_the_day_to_pay_moves_with_the_stage(database, clerk):
    bid_id = made(
        database, clerk, deposit_amount=Decimal(20000), stages=(stage(BidStage.DEPOSIT, date(2026, 12, 2)),)
    )
    assert deposit_of(database, bid_id).due_on == date(2026, 12, 2)
    for day in (date(2026, 11, 29), None):
        draft = stage(BidStage.DEPOSIT, day)
        with database.write() as session:
            bid_stages.set_stage(
                session, clerk, bid_id, version(database, bid_id), draft, command_id=command()
            )
        assert deposit_of(database, bid_id).due_on == day
