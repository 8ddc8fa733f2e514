"""Voucher numbers: by type, without gaps whatever happens, void ones in their row; the register."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random

import pytest
from sqlalchemy import select, update

from models.expense_claim import ExpenseClaim, PaymentMethod
from models.user import Role
from models.voucher import Voucher, VoucherState, VoucherType
from services import audit, expense_claims, months, registers, voucher_fill, voucher_register
from services.database import Database
from services.registers import Filter, Operator, Query
from tests.claims import TODAY, Office, at_once, make_office, refusal
from tests.conftest import actor_of_role
from tests.vouchers import not_paid, numbers, pay_late


@pytest.fixture
def company(database: Database) -> Office:
    return make_office(database)


def test_a_number_is_given_when_the_paper_is_paid(company: Office) -> None:
    approved = company.approved(company.draft("100"))
    assert numbers(company) == []
    company.pay(approved)
    assert numbers(company) == [("付-2026-11-0001", "valid")]


def test_the_type_says_which_way_the_money_went(company: Office) -> None:
    advance = company.paid(company.advance_draft("300"))
    company.paid(company.offsetting(advance, "100", offset="100"))  # all of it comes off the advance
    company.paid(company.draft("50"))
    assert [label for label, _ in numbers(company)] == [
        "付-2026-11-0001",
        "转-2026-11-0001",
        "付-2026-11-0002",
    ]


def test_what_the_claimant_refunds_is_a_receipt(company: Office) -> None:
    advance = company.paid(company.advance_draft("300"))
    handed_in = company.submit(company.save(company.offsetting(advance, "200", offset="200")))
    with company.writing() as session:
        less = expense_claims.sanction(
            session,
            company.head,
            handed_in.id,
            handed_in.version,
            {0: Decimal(150)},
            note="超标",
            command_id="less",
        )
    company.pay(company.approve(less))
    assert numbers(company)[-1] == ("收-2026-11-0001", "valid")


def test_a_reversal_gets_a_red_number_of_its_own_of_the_same_type(company: Office) -> None:
    company.void(company.paid(company.draft("100")))
    with company.database.read() as session:
        first, red = session.scalars(select(Voucher).order_by(Voucher.id)).all()
        assert (first.label, first.amount, first.state) == ("付-2026-11-0001", 100, VoucherState.VALID)
        assert (red.label, red.amount, red.type) == ("付-2026-11-0002", -100, VoucherType.PAY)
        found = voucher_register.detail(session, company.cashier, red.id)
        assert found.reverses == first.label
        assert voucher_register.detail(session, company.cashier, first.id).reversed_by == red.label


def test_a_payment_that_did_not_happen_leaves_its_number_void_in_the_row(company: Office) -> None:
    paid = company.paid(company.draft("100"))
    again = not_paid(company, paid)
    with company.database.read() as session:
        assert session.get_one(ExpenseClaim, paid.id).voucher_number == ""
    company.pay(again)
    assert numbers(company) == [("付-2026-11-0001", "voided"), ("付-2026-11-0002", "valid")]
    with company.database.read() as session:
        void = session.scalars(select(Voucher).order_by(Voucher.id)).first()
        assert void is not None
        found = voucher_register.detail(session, company.cashier, void.id)
        assert (found.void_reason, found.others) == ("退汇", ("付-2026-11-0002",))


@pytest.mark.parametrize("seed", range(4))
def test_there_are_no_gaps_whatever_is_paid_voided_and_sent_back(company: Office, seed: int) -> None:
    chance = Random(seed)
    waiting, paid = [company.approved(company.draft(f"{n + 1}")) for n in range(8)], []
    days = (date(2026, 11, 20), date(2026, 11, 25), date(2026, 12, 1))
    for _ in range(22):
        act = chance.choice(("pay", "pay", "void", "unpay"))
        if act == "pay" and waiting:
            paid.append(pay_late(company, waiting.pop(chance.randrange(len(waiting))), chance.choice(days)))
        elif act == "void" and paid:
            company.void(paid.pop())
        elif act == "unpay" and paid:
            waiting.append(not_paid(company, paid.pop()))
    rows: dict[str, list[int]] = {}
    for label, _ in numbers(company):
        series, number = re.fullmatch(r"(.-\d{4}-\d\d)-(\d{4})", label).groups()
        rows.setdefault(series, []).append(int(number))
    assert rows
    assert all(found == list(range(1, len(found) + 1)) for found in rows.values())


def test_two_cashiers_at_once_leave_no_gap_and_no_double(either: Database) -> None:
    company = make_office(either)
    waiting = [company.approved(company.draft(f"{n + 1}")) for n in range(6)]
    answers = at_once(*(partial(company.pay, saved) for saved in waiting))
    assert answers == ["done"] * 6
    assert sorted(label for label, _ in numbers(company)) == [f"付-2026-11-000{n}" for n in range(1, 7)]


def test_a_double_click_gives_one_number(company: Office) -> None:
    approved = company.approved(company.draft("100"))
    act = partial(
        expense_claims.pay,
        account_id=company.account,
        method=PaymentMethod.TRANSFER,
        paid_on=TODAY,
        command_id="once",
        today=TODAY,
    )
    for _ in range(2):
        with company.writing() as session:
            act(session, company.cashier, approved.id, approved.version)
    assert len(numbers(company)) == 1


@pytest.mark.parametrize("column", ["label", "amount", "number", "state"])
def test_a_number_is_never_changed_nor_brought_back(company: Office, column: str) -> None:
    not_paid(company, company.paid(company.draft("100")))
    values = {"label": "付-2026-11-0009", "amount": Decimal(1), "number": 9, "state": VoucherState.VALID}
    with refusal("voucher.fixed"), company.writing() as session:
        session.execute(update(Voucher).values({column: values[column]}))


def test_the_register_lists_a_month_and_adds_up_what_is_valid(company: Office) -> None:
    company.paid(company.draft("100"))
    not_paid(company, company.paid(company.draft("40")))
    pay_late(company, company.approved(company.draft("7")), date(2026, 12, 1))
    register = voucher_register.REGISTER
    with company.database.read() as session:
        ask = partial(registers.count_and_sum, session, company.cashier, register)
        assert ask(Query(TODAY, chip="this_month")) == registers.Totals(2, Decimal(100))
        assert ask(Query(date(2026, 12, 5), chip="last_month")) == registers.Totals(2, Decimal(100))
        assert ask(Query(TODAY, chip="voided")) == registers.Totals(1, Decimal(0))
        assert ask(Query(TODAY, chip="unbound")) == registers.Totals(3, Decimal(107))
        rows = registers.window(session, company.cashier, register, Query(TODAY, sort="label"), 0, 9)
        assert [row[1] for row in rows] == ["付-2026-11-0001", "付-2026-11-0002", "付-2026-12-0001"]
        assert [row[8] for row in rows] == [Decimal(100), Decimal(0), Decimal(7)]
        for column in register.columns:
            registers.window(session, company.cashier, register, Query(TODAY, sort=column.name), 0, 9)
        found = Query(TODAY, text="lwj", filters=(Filter("amount", Operator.AT_LEAST, Decimal(50)),))
        assert registers.count(session, company.cashier, register, found) == 1


def test_a_paper_is_found_and_sorted_by_its_voucher_number(company: Office) -> None:
    paid = company.paid(company.draft("100"))
    with company.database.read() as session:
        query = Query(TODAY, text="付-2026-11-0001", sort="voucher_number")
        (row,) = registers.window(session, company.cashier, expense_claims.REGISTER, query, 0, 9)
        assert row[0] == paid.id
        form = expense_claims.voucher(session, company.cashier, paid.id)
        assert form.voucher_number == "付-2026-11-0001"


def test_who_may_not_see_vouchers_sees_none(company: Office) -> None:
    company.paid(company.draft("100"))
    with company.database.read() as session:
        with refusal("permission.denied"):
            registers.count(session, company.clerk, voucher_register.REGISTER, Query(TODAY))
        with refusal("permission.denied"):
            voucher_register.detail(session, actor_of_role(Role.HR), 1)


def test_what_was_paid_before_the_numbers_gets_them_by_day_then_by_id(company: Office) -> None:
    saved = [company.approved(company.draft(f"{n + 1}")) for n in range(3)]
    with company.writing() as session:
        for paper, day in zip(saved, (25, 20, 20), strict=True):
            claim = session.get_one(ExpenseClaim, paper.id)
            claim.state, claim.paid_on = "paid", date(2026, 11, day)
            session.flush()
    company.paid(company.draft("9"))  # has number 1 already
    with company.writing() as session:
        assert voucher_fill.number_paid(session) == 3
        assert voucher_fill.number_paid(session) == 0
    with company.database.read() as session:
        given = [session.get_one(ExpenseClaim, paper.id).voucher_number for paper in saved]
        query = Query(TODAY, text="付-2026-11-0004")
        assert registers.count(session, company.cashier, expense_claims.REGISTER, query) == 1
    assert given == ["付-2026-11-0004", "付-2026-11-0002", "付-2026-11-0003"]
    company.paid(company.draft("10"))
    assert numbers(company)[-1][0] == "付-2026-11-0005"
    with company.database.read() as session:
        assert audit.verify(session, actor_of_role(Role.AUDITOR)).ok


def test_the_next_open_day_is_named_when_months_are_bound() -> None:
    assert months.next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert months.next_month(date(2026, 2, 1)) == date(2026, 3, 1)
