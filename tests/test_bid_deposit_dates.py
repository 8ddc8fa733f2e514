"""Deposits of bids follow the days of their bid: home with the contract, paid by the day of the stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.bid_deposit import BidDeposit
from models.bid_terms import BidLaw, BidStage, DepositState
from services import (
    bid_calendar,
    bid_deposit_claims,
    bid_deposit_moves,
    bid_deposits,
    bid_details,
    bid_results,
    bid_stages,
    bids,
)
from services.bid_deposits import DepositDraft
from services.bid_results import ResultDraft
from services.calendars import business_day
from services.registers import Query, count_and_sum
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
                session, clerk, item.id, item.version,
                day=SIGNED, amount=Decimal(amount), reason="弃标", command_id=command(),
            )  # fmt: skip
        assert back_stage(database, clerk, bid_id) == awaited


def test_what_came_home_before_the_rest_was_forfeited_closes_the_stage(database, clerk):
    bid_id = ended_paid(database, clerk, LOST)
    back(database, clerk, bid_id, SIGNED)
    item = deposit_of(database, bid_id)
    with database.write() as session:
        bid_deposit_moves.forfeit(
            session, clerk, item.id, item.version,
                day=SIGNED, amount=Decimal(19000), reason="弃标", command_id=command(),
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


def test_from_the_form_of_the_bid_the_day_to_pay_moves_too_and_a_typed_one_stays(database, clerk):
    first, second = date(2026, 12, 2), date(2026, 12, 9)
    bid_id = made(database, clerk, deposit_amount=Decimal(20000), stages=(stage(BidStage.DEPOSIT, first),))
    with database.write() as session:
        bids.save(
            session,
            clerk,
            replace(stored(database, clerk, bid_id), stages=(stage(BidStage.DEPOSIT, second),)),
        )
    item = deposit_of(database, bid_id)
    assert item.due_on == second
    with database.write() as session:
        draft = bid_deposits.get(session, clerk, item.id)
        bid_deposits.save(session, clerk, replace(draft, due_on=date(2026, 12, 7)))
    with database.write() as session:
        bids.save(session, clerk, replace(stored(database, clerk, bid_id), note="改备注"))
    assert deposit_of(database, bid_id).due_on == date(2026, 12, 7), "typed by hand, and the stage stayed"


def test_what_was_requested_keeps_its_day_and_the_bid_warns_that_the_paper_names_another(database, clerk):
    first = date(2026, 12, 2)
    bid_id = made(database, clerk, deposit_amount=Decimal(20000), stages=(stage(BidStage.DEPOSIT, first),))
    item = deposit_of(database, bid_id)
    with database.write() as session:
        session.get_one(BidDeposit, item.id).state = DepositState.REQUESTED
    with database.read() as session:
        assert bid_details.detail(session, clerk, bid_id, today=first).other_day is None
    draft = stage(BidStage.DEPOSIT, date(2026, 11, 29))
    with database.write() as session:
        bid_stages.set_stage(session, clerk, bid_id, version(database, bid_id), draft, command_id=command())
    assert deposit_of(database, bid_id).due_on == first
    with database.read() as session:
        found = bid_details.detail(session, clerk, bid_id, today=first).other_day
    assert found is not None
    assert (found[0].due_on, found[1]) == (first, date(2026, 11, 29))


def test_a_stage_marked_done_without_a_date_gives_the_deposit_its_day(database, clerk):
    bid_id = made(database, clerk, deposit_amount=Decimal(20000))
    day = business_day() - timedelta(days=1)
    with database.write() as session:
        now = version(database, bid_id)
        bid_stages.mark_done(session, clerk, bid_id, now, BidStage.DEPOSIT, day=day, command_id=command())
    assert deposit_of(database, bid_id).due_on == day


def test_a_yuan_forfeited_does_not_make_the_rest_forfeited(database, clerk):
    bid_id = paid_deposit(database, clerk)

    def act(work, **more):
        item = deposit_of(database, bid_id)
        with database.write() as session:
            work(session, clerk, item.id, item.version, command_id=command(), **more)

    with refusal("bid.day_ahead"):
        act(bid_deposit_moves.forfeit, day=date(2126, 1, 1), amount=Decimal(1), reason="扣工本费")
    with refusal("bid.back_before_paid"):
        act(bid_deposit_moves.forfeit, day=date(2026, 10, 7), amount=Decimal(1), reason="扣工本费")
    act(bid_deposit_moves.forfeit, day=SIGNED, amount=Decimal(1), reason="扣工本费")
    act(bid_deposit_moves.back, day=SIGNED, amount=Decimal(19999), interest=Decimal(0))
    assert deposit_of(database, bid_id).state is DepositState.RETURNED
    with database.read() as session:
        for chip in ("back", "forfeited"):  # where it came back and where something is missing
            query = Query(SIGNED, chip=chip)
            assert count_and_sum(session, clerk, bid_deposits.REGISTER, query).count == 1


def lots(database, clerk) -> tuple[int, list[int]]:
    """A bid with lots: its stage names one day, the second lot's deposit is to be paid by another."""
    bid_id = made(
        database,
        clerk,
        deposit_amount=Decimal(20000),
        stages=(stage(BidStage.DEPOSIT, date(2026, 12, 2)), stage(BidStage.DEPOSIT_BACK, date(2026, 12, 25))),
    )
    second = DepositDraft(bid_id=bid_id, amount=Decimal(5000), payee="代理公司", due_on=date(2026, 12, 4))
    with database.write() as session:
        made_id = bid_deposits.save(session, clerk, second)
    return bid_id, [deposit_of(database, bid_id).id, made_id]


def pay(database, clerk, deposit_id: int, day: date) -> None:
    with database.write() as session:
        now = session.get_one(BidDeposit, deposit_id).version
        bid_deposit_moves.paid(session, clerk, deposit_id, now, day=day, command_id=command())


def come_home(database, clerk, deposit_id: int) -> None:
    with database.write() as session:
        item = session.get_one(BidDeposit, deposit_id)
        bid_deposit_moves.back(
            session, clerk, item.id, item.version,
            day=SIGNED, amount=item.amount, interest=Decimal(0), command_id=command(),
        )  # fmt: skip


def lose(database, clerk, deposit_id: int) -> None:
    with database.write() as session:
        item = session.get_one(BidDeposit, deposit_id)
        bid_deposit_moves.forfeit(
            session, clerk, item.id, item.version,
            day=SIGNED, amount=item.amount, reason="弃标", command_id=command(),
        )  # fmt: skip


def done_of(database, clerk, bid_id: int, which: BidStage) -> date | None:
    return next((one.done_on for one in stored(database, clerk, bid_id).stages if one.stage == which), None)


def test_the_deposit_of_a_second_lot_has_its_own_day_in_the_calendar(database, clerk):
    bid_id, _ids = lots(database, clerk)
    with database.read() as session:
        found = bid_calendar.events(session, clerk, today=SIGNED)
        shown = bid_calendar.days(session, clerk, first=date(2026, 12, 1), last=date(2026, 12, 9))
    assert [one.day for one in found if "缴纳" in one.title or "保证金" in one.title] == [
        date(2026, 12, 2),
        date(2026, 12, 25),
        date(2026, 12, 4),
    ]
    assert [one.day.day for one in shown if one.bid_id == bid_id] == [2, 4]


def test_the_stage_is_done_with_the_last_deposit_that_is_paid_and_asks_again_when_one_was_not(
    database, clerk
):
    bid_id, (first, second) = lots(database, clerk)
    pay(database, clerk, second, SIGNED - timedelta(days=2))
    assert done_of(database, clerk, bid_id, BidStage.DEPOSIT) is None
    pay(database, clerk, first, SIGNED)
    assert done_of(database, clerk, bid_id, BidStage.DEPOSIT) == SIGNED
    with database.write() as session:
        bid_deposit_claims._unpay(session, session.get_one(BidDeposit, second))
    assert done_of(database, clerk, bid_id, BidStage.DEPOSIT) is None


@pytest.mark.parametrize("last", [come_home, lose])
def test_the_deposits_are_home_when_the_last_one_is(database, clerk, last):
    bid_id, ids = lots(database, clerk)
    for one in ids:
        pay(database, clerk, one, date(2026, 11, 20))
    come_home(database, clerk, ids[0])
    assert done_of(database, clerk, bid_id, BidStage.DEPOSIT_BACK) is None
    last(database, clerk, ids[1])
    assert done_of(database, clerk, bid_id, BidStage.DEPOSIT_BACK) == SIGNED


def test_a_lot_s_deposit_lost_first_leaves_the_day_of_the_other_one(database, clerk):
    bid_id, ids = lots(database, clerk)
    for one in ids:
        pay(database, clerk, one, date(2026, 11, 20))
    lose(database, clerk, ids[0])
    assert back_stage(database, clerk, bid_id) == date(2026, 12, 25)
