"""Deposits of bids: due home by the law, back in parts, forfeited, following their payment request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.bid_deposit import BidDeposit
from models.bid_terms import BidLaw, BidResult, BidStage, DepositForm, DepositState
from models.expense_claim import ExpenseClaim, PaperKind
from services import (
    bid_contracts,
    bid_deposit_ageing,
    bid_deposit_moves,
    bid_deposits,
    bid_results,
    bids,
    expense_claims,
)
from services.bid_deposit_ageing import AgeBucket, bucket_of
from services.bid_deposits import DepositDraft
from services.bid_results import ResultDraft
from services.claim_records import saved
from services.errors import Refused
from tests.bids import (
    LOST,
    TODAY,
    WON,
    deposit_of,
    draft,
    made,
    paid_deposit,
    stage,
    stored,
    version,
)
from tests.claims import command, make_office, refusal


def days(database, clerk, bid_id: int) -> dict[BidStage, date]:
    return {one.stage: one.on_day for one in stored(database, clerk, bid_id).stages if one.on_day}


@pytest.mark.parametrize(
    ("law", "result", "due"),
    [
        # 条例 57: five days after the contract; the loser's at the latest after the last day for the winner's contract
        (BidLaw.TENDERING, LOST, date(2026, 12, 25)),
        # 采条 33: losers five working days after the notice of Friday 2026-11-20
        (BidLaw.PROCUREMENT, LOST, date(2026, 11, 27)),
        (BidLaw.TENDERING, ResultDraft(BidResult.FAILED, date(2026, 11, 20)), date(2026, 11, 25)),
        (BidLaw.OWN, WON, date(2026, 12, 25)),
    ],
)
def test_a_deposit_is_due_home_by_the_law(database, clerk, law, result, due):
    bid_id = paid_deposit(database, clerk, law=law)
    with database.write() as session:
        bid_results.set_result(
            session, clerk, bid_id, version(database, bid_id), result, command_id=command()
        )
    assert deposit_of(database, bid_id).due_back_on == due
    assert days(database, clerk, bid_id)[BidStage.DEPOSIT_BACK] == due


def test_signing_the_contract_brings_the_winners_deposit_forward(database, clerk):
    bid_id = paid_deposit(database, clerk)
    with database.write() as session:
        bid_results.set_result(session, clerk, bid_id, version(database, bid_id), WON, command_id=command())
    with refusal("bid.result_too_early"), database.write() as session:
        bid_contracts.sign_contract(
            session, clerk, bid_id, version(database, bid_id), day=date(2026, 11, 1), number="", command_id=command()
        )  # fmt: skip
    with database.write() as session:
        bid_contracts.sign_contract(
            session, clerk, bid_id, version(database, bid_id), day=date(2026, 11, 24), number="甲-7", command_id=command()
        )  # fmt: skip
    assert deposit_of(database, bid_id).due_back_on == date(2026, 11, 29)
    assert stored(database, clerk, bid_id).contract_number == "甲-7"


def test_a_deposit_comes_home_in_parts_with_interest_and_the_stage_is_done(database, clerk):
    bid_id = paid_deposit(database, clerk)
    with database.write() as session:
        bid_results.set_result(session, clerk, bid_id, version(database, bid_id), LOST, command_id=command())

    def back(amount, interest="0", day=TODAY):
        item = deposit_of(database, bid_id)
        with database.write() as session:
            bid_deposit_moves.back(
                session, clerk, item.id, item.version,
                day=day, amount=Decimal(amount), interest=Decimal(interest), command_id=command(),
            )  # fmt: skip

    back("15000", "12.35")
    assert deposit_of(database, bid_id).state is DepositState.PARTLY_RETURNED
    with refusal("bid.deposit_too_much"):
        back("5000.01")
    with refusal("bid.back_before_paid"):
        back("5000", day=date(2026, 10, 7))
    with refusal("record.required"):
        back("0")
    back("5000")
    item = deposit_of(database, bid_id)
    assert (item.state, item.interest, item.back_on) == (DepositState.RETURNED, Decimal("12.35"), TODAY)
    done = {one.stage: one.done_on for one in stored(database, clerk, bid_id).stages}
    assert done[BidStage.DEPOSIT_BACK] == TODAY


def test_a_forfeited_deposit_says_why(database, clerk):
    bid_id = paid_deposit(database, clerk)
    item = deposit_of(database, bid_id)

    def forfeit(amount, reason):
        with database.write() as session:
            bid_deposit_moves.forfeit(
                session, clerk, item.id, item.version,
                day=TODAY, amount=Decimal(amount), reason=reason, command_id=command(),
            )  # fmt: skip

    with refusal("record.required"):
        forfeit("20000", "")
    forfeit("20000", "中标后放弃签约")
    found = deposit_of(database, bid_id)
    assert (found.state, found.note) == (DepositState.FORFEITED, "2026-11-27 没收20,000.00元：中标后放弃签约")


def test_a_deposit_is_requested_through_a_payment_request_and_follows_it(database):
    office = make_office(database)
    bid_id = made(database, office.clerk, deposit_amount=Decimal(20000), deposit_payee="湖北省招标有限公司")
    item = deposit_of(database, bid_id)
    with database.write() as session:
        claim_id = bid_deposit_moves.request(
            session, office.clerk, item.id, item.version, command_id="ask", today=TODAY
        )
    with database.read() as session:
        claim = session.get_one(ExpenseClaim, claim_id)
        assert (claim.kind, claim.payee_name, claim.amount) == (
            PaperKind.PAYMENT,
            "湖北省招标有限公司",
            Decimal(20000),
        )
        assert "投标保证金" in claim.purpose
        assert "TB-2026-0001" in claim.purpose
    assert deposit_of(database, bid_id).state is DepositState.REQUESTED
    with refusal("bid.deposit_under_way"), database.write() as session:
        bids.save(
            session, office.clerk, replace(stored(database, office.clerk, bid_id), deposit_amount=Decimal(1))
        )
    with refusal("bid.has_deposit"), database.write() as session:
        bids.remove(session, office.clerk, bid_id, version(database, bid_id))


PAID = date(2026, 11, 20)


def asked(database, office, **more) -> tuple[int, int]:
    bid_id = made(
        database, office.clerk, deposit_amount=Decimal(3000), deposit_payee="湖北省招标有限公司", **more
    )
    item = deposit_of(database, bid_id)
    with database.write() as session:
        claim_id = bid_deposit_moves.request(
            session, office.clerk, item.id, item.version, command_id=command(), today=PAID
        )
    return bid_id, claim_id


def saved_claim(database, claim_id):
    with database.read() as session:
        return saved(session.get_one(ExpenseClaim, claim_id))


def test_the_deposit_is_out_when_the_request_is_paid_and_owed_again_when_it_is_voided(database):
    office = make_office(database)
    bid_id, claim_id = asked(database, office, stages=(stage(BidStage.DEPOSIT, date(2026, 12, 5)),))
    office.pay(office.approve(office.submit(saved_claim(database, claim_id))), paid_on=PAID)
    item = deposit_of(database, bid_id)
    assert (item.state, item.paid_on) == (DepositState.PAID, PAID)
    assert paid_stage(database, office, bid_id) == PAID
    office.void(saved_claim(database, claim_id), "付错账户")
    item = deposit_of(database, bid_id)
    assert (item.state, item.paid_on, item.claim_id) == (DepositState.OWED, None, None)
    assert paid_stage(database, office, bid_id) is None, "it is asked for again"


def test_a_stage_done_by_hand_stays_done_when_the_payment_is_taken_back(database):
    office = make_office(database)
    early = PAID - timedelta(days=1)
    stages = (stage(BidStage.DEPOSIT, date(2026, 12, 5), done_on=early),)
    bid_id, claim_id = asked(database, office, stages=stages)
    office.pay(office.approve(office.submit(saved_claim(database, claim_id))), paid_on=PAID)
    office.void(saved_claim(database, claim_id), "付错账户")
    assert paid_stage(database, office, bid_id) == early


def paid_stage(database, office, bid_id: int) -> date | None:
    return {one.stage: one.done_on for one in stored(database, office.clerk, bid_id).stages}[BidStage.DEPOSIT]


def test_the_request_of_a_deposit_keeps_its_amount(database):
    office = make_office(database)
    _bid_id, claim_id = asked(database, office)
    with database.read() as session:
        known = expense_claims.get(session, office.clerk, claim_id)
    less = replace(known, lines=(replace(known.lines[0], amount=Decimal(300)),))
    with refusal("bid.deposit_request"), database.write() as session:
        expense_claims.save(session, office.clerk, less, today=PAID)
    with database.write() as session:
        expense_claims.save(session, office.clerk, replace(known, purpose="投标保证金"), today=PAID)


def test_less_that_was_granted_is_less_that_is_out(database):
    office = make_office(database)
    bid_id, claim_id = asked(database, office)
    handed_in = office.submit(saved_claim(database, claim_id))
    with database.write() as session:
        granted = expense_claims.sanction(
            session, office.head, handed_in.id, handed_in.version, {0: Decimal(2500)}, note="少付", command_id=command()
        )  # fmt: skip
    office.pay(office.approve(granted), paid_on=PAID)
    assert deposit_of(database, bid_id).amount == Decimal(2500)


def test_the_deposit_is_owed_again_when_the_draft_is_deleted(database):
    office = make_office(database)
    bid_id, claim_id = asked(database, office)
    with database.write() as session:
        expense_claims.delete(session, office.clerk, claim_id, saved_claim(database, claim_id).version)
    assert deposit_of(database, bid_id).state is DepositState.OWED


def test_deposits_age_by_the_days_since_they_were_due(database, clerk):
    for late, amount in ((0, 100), (1, 200), (30, 300), (31, 400), (366, 500)):
        bid_id = paid_deposit(database, clerk, deposit_payee="甲方" if late < 31 else "乙方")
        with database.write() as session:
            item = session.scalar(select(BidDeposit).where(BidDeposit.bid_id == bid_id))
            item.amount, item.due_back_on = Decimal(amount), date.fromordinal(TODAY.toordinal() - late)
    with database.read() as session:
        first, second = bid_deposit_ageing.ageing(session, clerk, today=TODAY)
        head = bid_deposits.headline(session, clerk, today=TODAY)
    assert (first.payee, first.total, first.overdue) == ("乙方", Decimal(900), Decimal(900))
    assert second.amounts == tuple(map(Decimal, (100, 500, 0, 0, 0, 0, 0)))
    assert (head.out, head.overdue, head.overdue_count) == (Decimal(1500), Decimal(1400), 4)


@pytest.mark.parametrize(
    ("late", "bucket"),
    [(0, "not_due"), (1, "to_30"), (30, "to_30"), (31, "to_60"), (60, "to_60"), (61, "to_90"), (90, "to_90"),
     (91, "to_180"), (180, "to_180"), (181, "to_365"), (365, "to_365"), (366, "older")],
)  # fmt: skip
def test_the_edges_of_the_ageing(late, bucket):
    assert bucket_of(date.fromordinal(TODAY.toordinal() - late), TODAY) is AgeBucket(bucket)


def test_a_deposit_typed_by_hand_is_changed_cancelled_and_removed(database, clerk):
    bid_id = made(database, clerk)
    with database.write() as session:
        new = DepositDraft(bid_id=bid_id, amount=Decimal(5000), payee="代理", form=DepositForm.GUARANTEE)
        first, second = (bid_deposits.save(session, clerk, new) for _ in range(2))
    for wrong, field in (
        ({"bid_id": None}, "bid_id"),
        ({"amount": None}, "amount"),
        ({"payee": ""}, "payee"),
    ):
        with pytest.raises(Refused) as refused, database.write() as session:
            bid_deposits.save(session, clerk, replace(new, **wrong))
        assert refused.value.field == field
    with database.write() as session:
        bid_deposit_moves.cancel(session, clerk, first, 1, command_id=command())
        assert bid_deposits.remove(session, clerk, second, 1)
    with refusal("bid.deposit_state"), database.write() as session:
        bid_deposit_moves.paid(session, clerk, first, 2, day=TODAY, command_id=command())


def test_a_planned_deposit_follows_the_form_of_the_bid(database, clerk):
    bid_id = made(database, clerk, deposit_amount=Decimal(8000))
    assert deposit_of(database, bid_id).payee == "武汉市洪山区自然资源局"
    with database.write() as session:
        bids.save(session, clerk, replace(stored(database, clerk, bid_id), deposit_amount=Decimal(9000)))
    assert deposit_of(database, bid_id).amount == Decimal(9000)
    with database.write() as session:
        bids.save(session, clerk, replace(stored(database, clerk, bid_id), deposit_amount=None))
    assert deposit_of(database, bid_id) is None
    with database.write() as session:
        assert bids.remove(session, clerk, bid_id, version(database, bid_id))
    assert draft().deposit_amount is None
