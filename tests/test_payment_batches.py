"""Payment batches: approved papers into one transfer list, taken out again, given up, or refused with a sentence."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from models.bank_account import AccountKind, BankAccount
from models.expense_claim import ClaimState
from models.payment import BatchState, PaymentState
from models.people import Employee
from models.user import Role
from services import audit, expense_claims, payment_batches, payment_candidates, registers
from services.database import Database
from services.errors import Refused
from services.payment_register import REGISTER
from services.registers import Query
from tests.claims import TODAY, Office, command, refusal
from tests.conftest import actor_of_role
from tests.payments import act, approved_for, confirm, lines, make, make_treasury, now, paper, person


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


def test_a_batch_freezes_whom_it_pays_how_much_and_from_where(office: Office) -> None:
    first, second = office.approved(office.draft("800", "56.40")), office.approved(office.draft("12.05"))
    batch = make(office, [first, second])
    assert batch.number == "PC-2026-0001"
    found = now(office, batch)
    assert (found.state, found.count, found.total) == (BatchState.OPEN, 2, Decimal("868.45"))
    assert (found.account_name, found.made_by_name) == ("招商银行 基本户", "孙倩")
    with office.writing() as session:
        session.get_one(Employee, office.clerk.employee_id).bank_account = "999"
    assert [line.bank_account for line in lines(office, batch)] == ["6222020000000000000"] * 2
    assert [line.claim_number for line in lines(office, batch)] == [first.number, second.number]
    assert paper(office, first).batch_number == batch.number


def test_what_advances_take_is_not_transferred(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    rest = office.approved(office.offsetting(advance, "1000", offset="400"))
    assert lines(office, make(office, [rest]))[0].amount == Decimal(600)


def test_papers_that_leave_nothing_to_pay_are_named(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    settled = office.approved(office.offsetting(advance, "400", offset="400"))
    with pytest.raises(Refused) as refused:
        make(office, [office.approved(office.draft("1")), settled])
    assert (refused.value.code, refused.value.values["numbers"]) == ("batch.nothing_to_pay", settled.number)


def test_papers_of_people_without_account_are_refused_all_by_their_numbers(office: Office) -> None:
    nobody = person(office, "赵无卡", account="")
    bare = [approved_for(office, nobody, "10"), approved_for(office, nobody, "20")]
    with pytest.raises(Refused) as refused:
        make(office, [office.approved(office.draft("800")), *bare])
    assert refused.value.code == "batch.no_account"
    assert refused.value.values["numbers"] == f"{bare[0].number}、{bare[1].number}"


def test_a_paper_is_in_one_batch_at_a_time(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    batch = make(office, [approved])
    with pytest.raises(Refused) as refused:
        make(office, [approved])
    assert refused.value.code == "batch.paper_taken"
    assert refused.value.values == {"numbers": approved.number, "batch": batch.number}


def test_only_approved_papers_go_into_a_batch(office: Office) -> None:
    for saved in (office.save(office.draft("1")), office.submit(office.save(office.draft("2")))):
        with refusal("batch.not_approved"):
            make(office, [saved])


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"account_id": None}, "record.required", "account_id"),
        ({"account_id": 4711}, "claim.account_closed", "account_id"),
        ({"paid_on": TODAY - timedelta(days=1)}, "claim.paid_too_early", "paid_on"),
    ],
)
def test_account_and_day_must_make_sense(office: Office, changes, code, field) -> None:
    approved = office.approved(office.draft("800"))
    with pytest.raises(Refused) as refused:
        make(office, [approved], **changes)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_closed_account_and_a_cash_box_pay_no_batch(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    with office.writing() as session:
        cash = BankAccount(name="库存现金", kind=AccountKind.CASH)
        session.add(cash)
        session.flush()
        session.get_one(BankAccount, office.account).active = False
        cash_id = cash.id
    with refusal("claim.account_closed"):
        make(office, [approved])
    with refusal("batch.cash_account"):
        make(office, [approved], account_id=cash_id)


def test_an_empty_batch_is_none(office: Office) -> None:
    with refusal("batch.empty"):
        make(office, [])


def test_the_same_click_makes_one_batch(office: Office) -> None:
    approved, click = office.approved(office.draft("800")), command()
    assert make(office, [approved], command_id=click) == make(office, [approved], command_id=click)


def test_who_left_or_whose_card_looks_mistyped_is_a_doubt_not_a_refusal(office: Office) -> None:
    gone = person(office, "钱离", account="6222021234567890", left_on=TODAY - timedelta(days=3), bank_name="")
    owed = office.draft("10", claimant_id=gone.employee_id, reasons={"claimant_left:": "离职前垫付"})
    saved = office.approved(owed)
    with office.writing() as session:
        found = payment_candidates.find(session, office.cashier, today=TODAY)
    codes = {check.code for one in found if one.claim_id == saved.id for check in one.checks}
    assert codes == {"batch_left", "batch_card", "batch_bank"}
    assert make(office, [saved])


def test_one_account_under_two_names_is_a_doubt(office: Office) -> None:
    other = person(office, "李同卡")
    saved, own = approved_for(office, other, "10"), office.approved(office.draft("20"))
    with office.writing() as session:
        found = payment_candidates.find(session, office.cashier, today=TODAY)
    said = {one.claim_id: [check.values["other"] for check in one.checks] for one in found}
    assert said == {saved.id: ["李文静"], own.id: ["李同卡"]}


def test_a_paper_that_waits_in_a_batch_is_paid_and_voided_there_only(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    make(office, [approved])
    held = expense_claims.Saved(approved.id, paper(office, approved).version, approved.number)
    for refuse in (office.pay, office.void):
        with refusal("claim.in_batch"):
            refuse(held)
    possible = office.detail(approved, office.cashier).actions
    assert not possible & {expense_claims.ClaimAction.PAY, expense_claims.ClaimAction.VOID}


def test_a_paper_taken_out_waits_for_the_cashier_again(office: Office) -> None:
    first, second = office.approved(office.draft("800")), office.approved(office.draft("50"))
    batch = make(office, [first, second])
    line = lines(office, batch)[0]
    act(office, payment_batches.take_out, batch, [line.id])
    assert (now(office, batch).count, now(office, batch).total) == (1, Decimal(50))
    assert (paper(office, first).state, paper(office, first).batch_number) == (ClaimState.TO_PAY, "")
    assert make(office, [first]).number == "PC-2026-0002"
    with refusal("batch.last_line"):
        act(office, payment_batches.take_out, batch, [lines(office, batch)[1].id])
    with refusal("batch.line_state"):
        act(office, payment_batches.take_out, batch, [line.id])


def test_papers_are_added_while_the_bank_has_not_got_the_batch(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    late = office.approved(office.draft("50"))
    act(office, payment_batches.add, batch, [late.id], today=TODAY)
    assert [line.position for line in lines(office, batch)] == [0, 1]
    assert now(office, batch).total == Decimal(850)
    confirm(office, batch)
    with refusal("batch.wrong_state"):
        act(office, payment_batches.add, batch, [late.id], today=TODAY)


def test_a_batch_given_up_lets_its_papers_go(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    batch = make(office, [approved])
    with refusal("batch.reason_missing"):
        act(office, payment_batches.cancel, batch, reason=" ")
    act(office, payment_batches.cancel, batch, reason="换账户付")
    assert (now(office, batch).state, now(office, batch).note) == (BatchState.CANCELLED, "换账户付")
    assert [line.state for line in lines(office, batch)] == [PaymentState.TAKEN_OUT]
    assert make(office, [approved])
    for service in (payment_batches.cancel, payment_batches.reopen):
        with refusal("batch.wrong_state"):
            act(office, service, batch, reason="再来")


def test_the_second_of_two_cashiers_is_told_who_was_faster(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("50"))])
    version = now(office, batch).version
    act(office, payment_batches.take_out, batch, [lines(office, batch)[0].id])
    with pytest.raises(Refused) as refused:
        act(office, payment_batches.cancel, batch, reason="晚了", version=version)
    assert (refused.value.code, refused.value.values["by"]) == ("batch.changed", "孙倩")


def test_batches_are_listed_found_and_remembered(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    with office.database.read() as session:
        for text in ("PC-2026-0001", "李文静", "lwj", "基本户"):
            rows = registers.window(
                session, office.cashier, REGISTER, Query(TODAY, chip="all", text=text), 0, 5
            )
            assert [row[0] for row in rows] == [batch.id], text
        acts = [row.action for row in audit.history(session, office.cashier, "payment_batch", batch.id)]
    assert acts == ["create"]


def test_a_clerk_neither_makes_nor_sees_batches(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    with refusal("permission.denied"):
        make(office, [approved], actor=office.clerk)
    with refusal("permission.denied"), office.database.read() as session:
        registers.count(session, actor_of_role(Role.CLERK), REGISTER, Query(TODAY))
