"""The last wall around a month: numbers of vouchers, bound months, payments, legs of a travel, on file and server."""

from __future__ import annotations

from datetime import date

import pytest

from models.bank_account import AccountKind, BankAccount
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.payment import PaymentBatch, PaymentLine, PaymentState
from models.travel import TravelLeg, Vehicle
from models.voucher import Voucher, VoucherMonth, VoucherType
from services.database import Database
from tests.conftest import TODAY
from tests.test_guards import CASHIER, LOCKED, bring_to, paper, papers, refusal_of, run

__all__ = ["papers"]  # the fixture

MONTH = TODAY.replace(day=1)


@pytest.fixture
def paid(papers: Database) -> Database:
    """Claim 1 is paid by a batch of one and has its voucher."""
    with papers.write() as session:
        session.add(BankAccount(name="基本户", kind=AccountKind.BASIC))
        session.flush()
        line = PaymentLine(
            position=0,
            claim_id=1,
            claim_number="BX-1",
            payee_name="陈小雨",
            amount=90,
            state=PaymentState.CONFIRMED,
        )
        batch = PaymentBatch(
            number="PC-1",
            account_id=1,
            account_name="基本户",
            paid_on=TODAY,
            count=1,
            total=90,
            made_by_id=CASHIER,
            made_by_name="刘芳",
            lines=[line],
        )
        voucher = Voucher(
            month=MONTH,
            type=VoucherType.PAY,
            number=1,
            label="付-2026-03-0001",
            claim_id=1,
            dated_on=TODAY,
            amount=100,
        )
        session.add_all([batch, voucher])
    bring_to(papers, ClaimState.PAID)
    return papers


def bind(database: Database) -> None:
    with database.write() as session:
        session.add(
            VoucherMonth(
                month=MONTH, bound_on=TODAY, bound_by_name="刘芳", count=1, total=100, head_seq=0, head_mac=""
            )
        )


@pytest.mark.parametrize(
    "change",
    [
        "number = 2",
        "label = '付-2026-03-0002'",
        "month = '2026-04-01'",
        "type = 'receive'",
        "claim_id = 2",
        "amount = 1",
        "dated_on = '2026-03-01'",
    ],
)
def test_a_number_that_was_given_stays(paid: Database, change: str) -> None:
    assert refusal_of(paid, f"UPDATE voucher SET {change}") == "voucher.fixed"


def test_a_number_is_never_taken_out_of_the_row(paid: Database) -> None:
    assert refusal_of(paid, "DELETE FROM voucher") == "voucher.fixed"
    run(paid, "UPDATE voucher SET state = 'voided', void_reason = '退汇'")
    assert refusal_of(paid, "UPDATE voucher SET state = 'valid'") == "voucher.fixed"


def test_in_a_bound_month_nothing_is_numbered_or_voided(paid: Database) -> None:
    bind(paid)
    assert refusal_of(paid, "UPDATE voucher SET state = 'voided'") == "voucher.month_bound"
    again = (
        "INSERT INTO voucher (month, type, number, label, claim_id, dated_on, amount, attachments, state, void_reason,"
        " search_text, version, created_at, updated_at)"
        " SELECT month, type, 2, 'x', claim_id, dated_on, amount, 0, state, '', '', 1, '', '' FROM voucher"
    )
    assert refusal_of(paid, again) == "voucher.month_bound"


def test_a_payment_is_only_undone_after_its_line_and_before_the_month_is_bound(paid: Database) -> None:
    back = "UPDATE expense_claim SET state = 'to_pay' WHERE id = 1"
    assert refusal_of(paid, back) == "claim.wrong_state"
    run(paid, "UPDATE payment_line SET state = 'waiting'")
    bind(paid)
    assert refusal_of(paid, back) == "voucher.month_bound"
    run(paid, "DELETE FROM voucher_month")
    run(paid, back)


@pytest.mark.parametrize(
    "change", ["amount = 1", "claim_id = 2", "payee_name = '别人'", "bank_account = '1'"]
)
def test_what_was_sent_to_the_bank_stays_as_it_was_sent(paid: Database, change: str) -> None:
    assert refusal_of(paid, f"UPDATE payment_line SET {change}") == "batch.fixed"
    assert refusal_of(paid, "DELETE FROM payment_line") == "batch.fixed"


def test_a_paper_waits_in_one_batch_only(paid: Database) -> None:
    again = (
        "INSERT INTO payment_line (batch_id, position, claim_id, claim_number, payee_name, bank_name, bank_account,"
        " amount, purpose, state, reason, bank_reference, version, created_at, updated_at)"
        " SELECT batch_id, 1, claim_id, claim_number, payee_name, '', '', amount, '', 'waiting', '', '', 1, '', ''"
        " FROM payment_line"
    )
    assert refusal_of(paid, again) == "record.duplicate"
    run(paid, "UPDATE payment_line SET state = 'bounced'")
    run(paid, again)


@pytest.mark.parametrize("state", LOCKED)
def test_the_legs_of_a_travel_stay_with_a_paper_that_was_handed_in(
    papers: Database, state: ClaimState
) -> None:
    with papers.write() as session:
        session.add(
            TravelLeg(
                claim_id=1,
                position=0,
                from_place="武汉",
                to_place="宜昌",
                departed_on=TODAY,
                departed_hour=8,
                arrived_on=TODAY,
                arrived_hour=10,
                vehicle=Vehicle.TRAIN,
            )
        )
    bring_to(papers, state)
    for statement in ("UPDATE travel_leg SET arrived_hour = 11", "DELETE FROM travel_leg"):
        assert refusal_of(papers, statement) == "claim.not_editable"


@pytest.mark.parametrize(
    "change",
    ["payee_name = '别人'", "payee_account = '1'", "paid_before = 1", "contract_number = 'X'", "grade = 1"],
)
def test_whom_a_request_pays_is_frozen_with_it(papers: Database, change: str) -> None:
    bring_to(papers, ClaimState.SUBMITTED)
    assert refusal_of(papers, f"UPDATE expense_claim SET {change} WHERE id = 1") == "claim.not_editable"


@pytest.mark.parametrize(("kind", "comes"), [(PaperKind.PAYMENT, True), (PaperKind.CLAIM, False)])
def test_only_a_paid_request_takes_the_invoice_that_was_promised(
    papers: Database, kind: PaperKind, comes: bool
) -> None:
    with papers.write() as session:
        session.add(paper("FK-1", kind))
        session.add(Invoice(kind="paper_ordinary", number="1", seen_on=date(2026, 3, 2)))
        session.flush()
        number = session.query(ExpenseClaim.id).filter_by(number="FK-1").scalar()
    for state in ("submitted", "to_pay", "paid"):
        run(papers, f"UPDATE expense_claim SET state = '{state}' WHERE id = {number}")
    take = f"UPDATE invoice SET claim_id = {number}"
    if comes:
        run(papers, take)
        assert refusal_of(papers, "UPDATE invoice SET claim_id = NULL") == "claim.not_editable"
    else:
        assert refusal_of(papers, take) == "claim.not_editable"
