"""Repayments of an advance: in cash, by transfer, off the pay; never more than is open, never twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState, ExpenseClaim, PaymentMethod
from models.voucher import VoucherType
from services import expense_claims, integrity, vouchers
from services.claim_values import Saved
from services.database import Database
from tests.claims import TODAY, Office, command, make_office, refusal

DECEMBER = date(2026, 12, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def advance(office: Office) -> Saved:
    return office.paid(office.advance_draft("3000"))


def repay(office: Office, advance: Saved, amount: str = "1000", actor=None, **how: object) -> Saved:
    method = how.pop("method", PaymentMethod.CASH)
    asked = {"paid_on": TODAY, "command_id": command(), "today": TODAY, "account_id": office.account} | how
    with office.writing() as session:
        return expense_claims.repay(
            session, actor or office.cashier, advance.id, advance.version,
            amount=Decimal(amount), method=method, **asked,
        )  # fmt: skip


def held(office: Office, advance: Saved, amount: str = "1000", **how: object) -> Saved:
    asked = {"method": PaymentMethod.FROM_PAY, "pay_month": DECEMBER.replace(day=9), "account_id": None} | how
    return repay(office, advance, amount, **asked)


def confirm(office: Office, paper: Saved, day: date = DECEMBER + timedelta(days=7), **how: object) -> Saved:
    asked = {"paid_on": day, "command_id": command(), "today": DECEMBER + timedelta(days=9)} | how
    with office.writing() as session:
        return expense_claims.confirm(session, office.cashier, paper.id, paper.version, **asked)


def now(office: Office, saved: Saved) -> Saved:
    detail = office.detail(saved)
    return Saved(detail.id, detail.version, detail.number)


def sound(office: Office) -> bool:
    with office.database.read() as session:
        return integrity.sums(session) == []


def kind_of_voucher(office: Office, saved: Saved) -> VoucherType:
    with office.database.read() as session:
        return vouchers.type_of(session.get_one(ExpenseClaim, saved.id))


@pytest.mark.parametrize("method", [PaymentMethod.CASH, PaymentMethod.TRANSFER])
def test_money_that_came_lowers_what_is_outstanding_at_once(office, advance, method):
    paper = repay(office, advance, "1000.50", method=method)
    detail = office.detail(paper)
    assert paper.number == "HK-2026-0001"
    assert (detail.state, detail.payable) == (ClaimState.PAID, Decimal("-1000.50"))
    assert (detail.payment_method, detail.paid_from_name) == (method, "招商银行 基本户")
    assert office.detail(advance).outstanding == Decimal("1999.50")
    assert kind_of_voucher(office, paper) is VoucherType.RECEIVE
    assert sound(office)


def test_off_the_pay_it_waits_for_its_month_and_nobody_else_takes_that_part(office, advance):
    paper = held(office, advance)
    detail = office.detail(paper)
    assert (detail.state, detail.pay_month) == (ClaimState.TO_PAY, DECEMBER)
    assert "孙倩" in detail.holder_name
    assert office.detail(advance).outstanding == Decimal(3000)
    with refusal("claim.offset_too_large") as caught:
        repay(office, now(office, advance), "2000.01")
    assert (caught.value.field, caught.value.values["available"]) == ("amount", "2,000.00")
    paid = confirm(office, paper)
    assert office.detail(paid).state is ClaimState.PAID
    assert office.detail(paid).payment_method is PaymentMethod.FROM_PAY
    assert office.detail(advance).outstanding == Decimal(2000)
    assert kind_of_voucher(office, paid) is VoucherType.TRANSFER
    assert sound(office)


def test_the_whole_of_it_settles_the_advance_and_more_is_never_taken(office, advance):
    repay(office, advance, "3000")
    assert office.detail(advance).outstanding == 0
    with refusal("claim.offset_too_large"):
        repay(office, now(office, advance), "0.01")


def test_what_a_submitted_claim_will_take_is_not_repaid_too(office, advance):
    office.submit(office.save(office.offsetting(advance, "2500", offset="2500")))
    with refusal("claim.offset_too_large"):
        repay(office, advance, "500.01")
    repay(office, advance, "500")
    assert sound(office)


def test_a_second_click_is_one_repayment_and_a_second_cashier_must_look_again(office, advance):
    repay(office, advance, command_id="same")
    repay(office, advance, command_id="same")
    assert office.detail(advance).outstanding == Decimal(2000)
    with refusal("record.stale"):
        repay(office, advance)
    other = held(office, now(office, advance))
    with refusal("record.stale"):
        held(office, Saved(advance.id, advance.version, ""))
    assert office.detail(other).state is ClaimState.TO_PAY


def test_a_confirmation_is_given_once(office, advance):
    paper = held(office, advance)
    confirm(office, paper, command_id="yes")
    confirm(office, paper, command_id="yes")
    assert office.detail(advance).outstanding == Decimal(2000)
    with refusal("claim.wrong_state"):
        confirm(office, now(office, paper))


@pytest.mark.parametrize(
    ("how", "field", "code"),
    [
        ({"amount": "0"}, "amount", "claim.amount_missing"),
        ({"amount": "1.005"}, "amount", "claim.amount_wrong"),
        ({"amount": "-5"}, "amount", "claim.amount_negative"),
        ({"amount": "NaN"}, "amount", "claim.amount_wrong"),
        ({"account_id": None}, "account_id", "record.required"),
        ({"account_id": 99}, "account_id", "claim.account_closed"),
        ({"paid_on": TODAY + timedelta(days=1)}, "paid_on", "claim.paid_in_future"),
        ({"paid_on": TODAY - timedelta(days=1)}, "paid_on", "repayment.before_advance"),
        ({"method": PaymentMethod.FROM_PAY}, "pay_month", "record.required"),
        (
            {"method": PaymentMethod.FROM_PAY, "pay_month": date(2026, 10, 1)},
            "pay_month",
            "repayment.month_past",
        ),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(office, advance, how, field, code):
    with refusal(code) as caught:
        repay(office, advance, **how)
    assert caught.value.field == field
    assert office.detail(advance).outstanding == Decimal(3000)


def test_only_a_paid_advance_is_repaid(office):
    with refusal("claim.wrong_state"):
        repay(office, office.approved(office.advance_draft()))
    with refusal("repayment.not_an_advance"):
        repay(office, office.paid(office.draft("5")))


def test_the_clerk_may_hold_it_for_the_pay_but_not_note_money(office, advance):
    with refusal("permission.denied"):
        repay(office, advance, actor=office.clerk)
    with refusal("claim.not_yours"):
        held(office, advance, actor=office.head)
    assert office.detail(held(office, advance, actor=office.clerk)).state is ClaimState.TO_PAY


def test_a_month_that_has_not_begun_is_not_confirmed(office, advance):
    paper = held(office, advance)
    with refusal("repayment.month_not_begun"):
        confirm(office, paper, DECEMBER - timedelta(days=1))
    with refusal("claim.paid_in_future"):
        confirm(office, paper, DECEMBER + timedelta(days=30))


@pytest.mark.parametrize("way", ["paid", "held"])
def test_voided_it_gives_back_what_it_took(office, advance, way):
    paper = repay(office, advance) if way == "paid" else held(office, advance)
    with refusal("claim.advance_has_offsets"):
        office.void(now(office, advance))
    office.void(paper)
    assert office.detail(advance).outstanding == Decimal(3000)
    assert sound(office)
    repay(office, now(office, advance), "3000")


def test_held_repayments_are_no_money_to_pay(office, advance):
    held(office, advance)
    with office.database.read() as session:
        assert expense_claims.headline(session, office.cashier, today=TODAY).waiting.count == 0
        assert expense_claims.own_count(session, office.cashier) == 0


def test_an_advance_lists_what_was_repaid_and_how(office, advance):
    repay(office, advance, "10")
    (row,) = office.detail(advance).offsets
    assert (row.claim_number, row.claim_method) == ("HK-2026-0001", PaymentMethod.CASH)
