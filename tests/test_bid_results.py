"""How a bid ends: results, contract drafts and deposits that follow; on both engines where two people race."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import BidLaw, BidResult, BidStage, DepositForm, DepositState
from models.expense_claim import ExpenseClaim, PaperKind
from models.project import Project
from services import bid_deposit_ageing, bid_deposit_moves, bid_deposits, bid_results, bids, expense_claims
from services.bid_deposit_ageing import AgeBucket, bucket_of
from services.bid_deposits import DepositDraft
from services.bid_drafts import CompetitorDraft
from services.bid_results import ResultDraft
from services.claim_records import saved
from services.errors import Refused
from tests.claims import at_once, command, make_office, refusal
from tests.test_bids import TODAY, draft, made, stage, stored, version

WON = ResultDraft(BidResult.WON, date(2026, 11, 20), date(2026, 11, 20), price=Decimal(980000))
LOST = ResultDraft(BidResult.LOST, date(2026, 11, 20), date(2026, 11, 20), rank=3, reason="报价偏高")


def ended(database, clerk, result: ResultDraft, **more) -> int:
    bid_id = made(database, clerk, **more)
    with database.write() as session:
        bid_results.set_result(session, clerk, bid_id, 1, result, command_id=command())
    return bid_id


def deposit_of(database, bid_id: int) -> BidDeposit:
    with database.read() as session:
        return session.scalar(select(BidDeposit).where(BidDeposit.bid_id == bid_id))


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
        project_id = bid_results.draft_contract(
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
                bid_results.draft_contract(session, clerk, bid_id, now, command_id="twice", today=TODAY)
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
        (replace(WON, price=Decimal("0.001")), "bid.amount_wrong", "price"),
    ],
)
def test_a_result_that_says_too_little_is_refused(database, clerk, result, code, field):
    bid_id = made(database, clerk, stages=(stage(BidStage.OPENING, date(2026, 11, 10)),))
    with pytest.raises(Refused) as refused, database.write() as session:
        bid_results.set_result(session, clerk, bid_id, 1, result, command_id=command())
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_contract_of_a_bid_that_was_not_won_is_refused(database, clerk):
    bid_id = ended(database, clerk, LOST)
    with refusal("bid.not_won"), database.write() as session:
        bid_results.draft_contract(
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


# deposits


def paid_deposit(database, clerk, **more) -> int:
    bid_id = made(database, clerk, deposit_amount=Decimal(20000), **more)
    with database.write() as session:
        bid_deposit_moves.paid(
            session, clerk, deposit_of(database, bid_id).id, 1, day=date(2026, 10, 8), command_id=command()
        )
    return bid_id


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
        bid_results.sign_contract(
            session, clerk, bid_id, version(database, bid_id), day=date(2026, 11, 1), number="", command_id=command()
        )  # fmt: skip
    with database.write() as session:
        bid_results.sign_contract(
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
                session, clerk, item.id, item.version, amount=Decimal(amount), reason=reason, command_id=command()
            )  # fmt: skip

    with refusal("record.required"):
        forfeit("20000", "")
    forfeit("20000", "中标后放弃签约")
    found = deposit_of(database, bid_id)
    assert (found.state, found.note) == (DepositState.FORFEITED, "中标后放弃签约")


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


def asked(database, office) -> tuple[int, int]:
    bid_id = made(database, office.clerk, deposit_amount=Decimal(3000), deposit_payee="湖北省招标有限公司")
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
    bid_id, claim_id = asked(database, office)
    office.pay(office.approve(office.submit(saved_claim(database, claim_id))), paid_on=PAID)
    item = deposit_of(database, bid_id)
    assert (item.state, item.paid_on) == (DepositState.PAID, PAID)
    office.void(saved_claim(database, claim_id), "付错账户")
    item = deposit_of(database, bid_id)
    assert (item.state, item.paid_on, item.claim_id) == (DepositState.OWED, None, None)


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
