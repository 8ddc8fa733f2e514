"""The end of a claim: paid, or voided by a paper that reverses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from models.bank_account import BankAccount
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind, PaymentMethod
from services import expense_claims, integrity
from services.claim_values import Saved
from services.database import Database
from services.errors import Refused
from services.expense_claims import ClaimAction
from tests.claims import TODAY, Office, at_once, command, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def pay(office: Office, saved: Saved, **changes: object) -> Saved:
    given = {
        "account_id": office.account,
        "method": PaymentMethod.CASH,
        "paid_on": TODAY,
        "note": "",
        "command_id": command(),
        "today": TODAY,
    } | changes
    with office.writing() as session:
        return expense_claims.pay(session, office.cashier, saved.id, saved.version, **given)


def reversal_of(office: Office, saved: Saved) -> expense_claims.ClaimDetail:
    return office.detail(office.void(saved))


def test_a_paid_claim_says_from_where_by_whom_and_when(office: Office) -> None:
    paid = pay(office, office.approved(office.draft("800")), method=PaymentMethod.TRANSFER, note=" 网银 ")
    detail = office.detail(paid)
    assert (detail.state, detail.paid_on, detail.holder_name) == (ClaimState.PAID, TODAY, "")
    assert (detail.paid_from_name, detail.paid_by_name) == ("招商银行 基本户", "孙倩")
    assert (detail.payment_method, detail.payment_note) == (PaymentMethod.TRANSFER, "网银")


def test_what_was_paid_from_stays_when_the_account_gets_another_name(office: Office) -> None:
    paid = office.paid(office.draft("800"))
    with office.writing() as session:
        session.get_one(BankAccount, office.account).name = "别的户"
    assert office.detail(paid).paid_from_name == "招商银行 基本户"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"account_id": None}, "record.required", "account_id"),
        ({"method": None}, "record.required", "method"),
        ({"account_id": 4711}, "claim.account_closed", "account_id"),
        ({"paid_on": TODAY + timedelta(days=1)}, "claim.paid_in_future", "paid_on"),
        ({"paid_on": TODAY - timedelta(days=1)}, "claim.paid_too_early", "paid_on"),
    ],
)
def test_a_payment_that_makes_no_sense_is_refused(
    office: Office, changes: dict[str, object], code: str, field: str
) -> None:
    approved = office.approved(office.draft("800"))
    with pytest.raises(Refused) as refused:
        pay(office, approved, **changes)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert office.detail(approved).state == ClaimState.TO_PAY


def test_an_account_out_of_use_pays_nothing(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    with office.writing() as session:
        session.get_one(BankAccount, office.account).active = False
    with refusal("claim.account_closed"):
        pay(office, approved)


def test_only_an_approved_claim_is_paid_and_only_once(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with refusal("claim.wrong_state"):
        pay(office, submitted)
    paid = pay(office, office.approve(submitted))
    with refusal("claim.wrong_state"):
        pay(office, paid)


def test_the_same_click_pays_once(office: Office) -> None:
    approved, click = office.approved(office.draft("800")), command()
    first = pay(office, approved, command_id=click)
    assert pay(office, approved, command_id=click) == first


def test_two_cashiers_at_once_pay_once(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    approved = office.approved(office.offsetting(advance, "800", offset="800"))
    answers = at_once(*(partial(pay, office, approved) for _ in range(2)))
    assert answers.count("done") == 1
    assert office.detail(advance).outstanding == Decimal(2200)


def test_after_a_long_day_the_books_agree(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    office.paid(office.offsetting(advance, "1000", offset="1000"))
    office.void(office.paid(office.offsetting(advance, "500", offset="1500")))
    office.void(office.approved(office.draft("12")))
    office.void(office.paid(office.advance_draft("70")))
    office.submit(office.save(office.offsetting(advance, "5", offset="5")))
    with office.database.read() as session:
        assert integrity.invariants(session) == []
    assert office.detail(advance).outstanding == Decimal(2000)


def test_a_clerk_does_not_pay(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    with refusal("permission.denied"), office.writing() as session:
        given = {"account_id": None, "method": None, "paid_on": TODAY, "command_id": "x", "today": TODAY}
        expense_claims.pay(session, office.clerk, approved.id, approved.version, **given)


def test_a_paid_claim_is_voided_by_a_paper_that_reverses_it(office: Office) -> None:
    paid = office.paid(office.draft("800", "56.40"))
    reversal = reversal_of(office, paid)
    assert (reversal.number, reversal.kind) == ("CX-2026-0001", PaperKind.REVERSAL)
    assert (reversal.amount, reversal.state) == (Decimal("-856.40"), ClaimState.PAID)
    assert [line.amount for line in reversal.lines] == [Decimal(-800), Decimal("-56.40")]
    assert (reversal.reverses_number, reversal.state_note) == (paid.number, "重复报销")
    original = office.detail(paid)
    assert (original.state, original.reversed_by_number) == (ClaimState.VOIDED, reversal.number)


def test_claim_and_reversal_add_up_to_nothing(office: Office) -> None:
    office.void(office.paid(office.draft("800", "56.40")))
    office.void(office.approved(office.draft("12")))
    with office.database.read() as session:
        papers = session.query(ExpenseClaim).all()
    assert sum(paper.amount for paper in papers) == sum(paper.sanctioned for paper in papers) == 0


def test_a_claim_that_waits_for_payment_is_voided_without_money(office: Office) -> None:
    reversal = reversal_of(office, office.approved(office.draft("800")))
    assert (reversal.state, reversal.paid_on) == (ClaimState.VOIDED, None)


def test_voiding_gives_offsets_back_to_the_advance(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    paid = office.paid(office.offsetting(advance, "1000", offset="1000"))
    assert reversal_of(office, paid).payable == 0
    assert office.detail(advance).outstanding == Decimal(3000)
    assert office.detail(advance).offsets == ()


def test_an_advance_that_claims_took_of_is_not_voided(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    taken = office.paid(office.offsetting(advance, "1000", offset="1000"))
    with pytest.raises(Refused) as refused:
        office.void(replace(advance, version=office.detail(advance).version))
    assert refused.value.code == "claim.advance_has_offsets"
    assert refused.value.values == {"numbers": taken.number}


def test_an_advance_nobody_used_can_be_voided(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    reversal = reversal_of(office, advance)
    assert (reversal.sanctioned, reversal.lines) == (Decimal(-3000), ())
    assert not office.detail(office.save(office.draft("1"))).open_advances


def test_voiding_needs_a_reason_and_a_paper_that_was_handed_in(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    with refusal("claim.void_reason_missing"):
        office.void(approved, " ")
    with refusal("claim.wrong_state"):
        office.void(office.save(office.draft("1")))


def test_a_returned_claim_can_be_voided_for_good(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with office.writing() as session:
        given = {"reason": "不属于公司"}
        back = expense_claims.return_(
            session, office.head, submitted.id, submitted.version, command(), **given
        )
    assert reversal_of(office, back).state == ClaimState.VOIDED
    assert office.detail(back).state == ClaimState.VOIDED


def test_a_reversal_stays(office: Office) -> None:
    reversal = office.void(office.paid(office.draft("800")))
    with refusal("claim.reversal_stays"):
        office.void(reversal)
    assert office.detail(reversal, office.cashier).actions == {ClaimAction.PRINT}


def test_the_same_click_voids_once(office: Office) -> None:
    paid, click = office.paid(office.draft("800")), command()
    for _ in range(2):
        with office.writing() as session:
            given = {"reason": "错", "command_id": click, "today": TODAY}
            last = expense_claims.void(session, office.cashier, paid.id, paid.version, **given)
    assert last.number == paid.number
    assert office.detail(paid).reversed_by_number == "CX-2026-0001"


def test_the_cashier_may_pay_and_void(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    assert {ClaimAction.PAY, ClaimAction.VOID} <= office.detail(approved, office.cashier).actions
    assert not {ClaimAction.PAY, ClaimAction.VOID} & office.detail(approved).actions
