"""Deposits of bids follow the days of their bid: home with the contract, paid by the day of the stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.bid_terms import BidLaw, BidStage
from services import bid_results, bid_stages, bids
from services.bid_results import ResultDraft
from tests.bids import LOST, WON, deposit_of, paid_deposit, stage, stored, version
from tests.claims import command

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
