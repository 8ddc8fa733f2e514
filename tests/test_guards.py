"""The last wall: what no statement may do, in a file and on a server alike."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from models.approval import ApprovalDecision, Decision
from models.attachment import Attachment
from models.expense_category import ExpenseCategory
from models.expense_claim import AdvanceOffset, ClaimState, ExpenseClaim, ExpenseLine, PaperKind
from models.invoice import Invoice
from services.database import Database, now
from services.errors import Refused
from tests.conftest import TODAY

CLERK, CASHIER, HR, MANAGER = 1, 2, 3, 4
LOCKED = [ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID, ClaimState.VOIDED]


def paper(number: str, kind: PaperKind = PaperKind.CLAIM) -> ExpenseClaim:
    """A claim of the clerk's, written by the cashier, of one line of 100 yuan."""
    line = ExpenseLine(
        position=1, category_id=1, spent_on=TODAY, description="车票", amount=100, sanctioned=100
    )
    return ExpenseClaim(
        kind=kind,
        number=number,
        claimant_id=CLERK,
        department_id=1,
        created_by_id=CASHIER,
        submitted_by_id=CASHIER,
        business_date=TODAY,
        purpose="出差",
        amount=100,
        sanctioned=100,
        lines=[line],
        paid_on=TODAY,
    )


@pytest.fixture
def papers(either: Database) -> Database:
    """Claim 1 and advance 2, both drafts; the claim takes 10 yuan of the advance."""
    with either.write() as session:
        session.add(ExpenseCategory(code="1", name="交通"))
        session.flush()
        session.add(paper("BX-1"))
        session.flush()
        session.add(paper("JK-1", PaperKind.ADVANCE))
        session.flush()
        session.add(AdvanceOffset(claim_id=1, advance_id=2, amount=10))
    return either


PATH = [ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID, ClaimState.VOIDED]


def bring_to(database: Database, state: ClaimState) -> None:
    for step in PATH[: PATH.index(state) + 1]:
        run(database, f"UPDATE expense_claim SET state = '{step.value}' WHERE id = 1")


def run(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text(statement))


def refusal_of(database: Database, statement: str) -> str:
    with pytest.raises(Refused) as refusal:
        run(database, statement)
    return refusal.value.code


ADD_LINE = (
    "INSERT INTO expense_line (claim_id, position, category_id, category_name, spent_on, description, amount, tax,"
    " sanctioned, project_name) VALUES (1, 2, 1, '', '2026-03-01', '', 1, 0, 1, '')"
)
PARTS = [
    "UPDATE expense_line SET amount = 20000",
    "UPDATE expense_line SET description = '别的'",
    "UPDATE expense_line SET invoice_id = NULL, spent_to = '2026-03-13'",
    "DELETE FROM expense_line WHERE claim_id = 1",
    ADD_LINE,
    "UPDATE advance_offset SET amount = 5",
    "DELETE FROM advance_offset",
    "INSERT INTO advance_offset (claim_id, advance_id, amount) VALUES (1, 1, 5)",
    "UPDATE expense_claim SET amount = 20000 WHERE id = 1",
    "UPDATE expense_claim SET claimant_id = 2 WHERE id = 1",
    "UPDATE expense_claim SET number = 'BX-9' WHERE id = 1",
    "DELETE FROM expense_claim WHERE id = 1",
]


@pytest.mark.parametrize("state", LOCKED)
def test_a_paper_that_was_handed_in_stays_as_it_is(papers: Database, state: ClaimState) -> None:
    bring_to(papers, state)
    assert {statement: refusal_of(papers, statement) for statement in PARTS} == dict.fromkeys(
        PARTS, "claim.not_editable"
    )


@pytest.mark.parametrize("state", ["draft", "returned", "withdrawn"])
def test_a_draft_or_returned_paper_may_be_changed(papers: Database, state: str) -> None:
    if state != "draft":
        bring_to(papers, ClaimState.SUBMITTED)
        run(papers, f"UPDATE expense_claim SET state = '{state}' WHERE id = 1")
    for statement in PARTS[:3]:
        run(papers, statement)
    run(papers, "DELETE FROM advance_offset")
    run(papers, "DELETE FROM expense_line")
    run(papers, "DELETE FROM expense_claim WHERE id = 1")


def test_the_granted_amount_changes_only_until_it_is_approved(papers: Database) -> None:
    lower = "UPDATE expense_line SET sanctioned = sanctioned - 1 WHERE claim_id = 1"
    lower_all = "UPDATE expense_claim SET sanctioned = sanctioned - 1 WHERE id = 1"
    bring_to(papers, ClaimState.SUBMITTED)
    run(papers, lower)
    run(papers, lower_all)
    run(papers, "UPDATE expense_claim SET state = 'to_pay' WHERE id = 1")
    assert refusal_of(papers, lower) == "claim.not_editable"
    assert refusal_of(papers, lower_all) == "claim.not_editable"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "to_pay"),
        (None, "paid"),
        (ClaimState.SUBMITTED, "paid"),
        (ClaimState.SUBMITTED, "draft"),
        (ClaimState.TO_PAY, "draft"),
        (ClaimState.PAID, "to_pay"),
        (ClaimState.PAID, "draft"),
        (ClaimState.VOIDED, "paid"),
    ],
)
def test_no_paper_skips_or_goes_back_a_step(papers: Database, before: ClaimState | None, after: str) -> None:
    if before is not None:
        bring_to(papers, before)
    assert (
        refusal_of(papers, f"UPDATE expense_claim SET state = '{after}' WHERE id = 1") == "claim.wrong_state"
    )


def decide(database: Database, user_id: int, decision: Decision = Decision.APPROVE) -> None:
    with database.write() as session:
        session.add(
            ApprovalDecision(
                paper_kind="claim",
                paper_id=1,
                round=1,
                decision=decision,
                user_id=user_id,
                user_name="x",
                at=now(),
                command_id=f"{user_id}{decision}",
            )
        )


@pytest.mark.parametrize("user_id", [CLERK, CASHIER])
@pytest.mark.parametrize("decision", [Decision.APPROVE, Decision.RETURN])
def test_nobody_decides_on_their_own_paper(papers: Database, user_id: int, decision: Decision) -> None:
    with pytest.raises(Refused, match=r"approval\.own_paper"):
        decide(papers, user_id, decision)


def test_others_decide_and_a_decision_stands(papers: Database) -> None:
    decide(papers, MANAGER)
    decide(papers, CLERK, Decision.WITHDRAW)
    assert refusal_of(papers, "UPDATE approval_decision SET decision = 'return'") == "approval.immutable"
    assert refusal_of(papers, "DELETE FROM approval_decision") == "approval.immutable"
    with pytest.raises(Refused, match=r"record\.duplicate"):
        decide(papers, MANAGER)


def test_a_reversal_is_settled_at_once(papers: Database) -> None:
    bring_to(papers, ClaimState.PAID)
    with papers.write() as session:
        reversal = paper("CX-1", PaperKind.REVERSAL)
        reversal.reverses_id = 1
        session.add(reversal)
        session.flush()
        reversal.state = ClaimState.PAID
    assert refusal_of(papers, "DELETE FROM expense_claim WHERE number = 'CX-1'") in {
        "claim.not_editable",
        "record.in_use",
    }


@pytest.fixture
def proven(papers: Database) -> Database:
    """The claim with its invoice and the file it was read from, all drafts."""
    with papers.write() as session:
        file = Attachment(
            record_kind="expense_claim", record_id=1, name="发票.pdf", sha256="a" * 64, size=100
        )
        session.add(file)
        session.flush()
        invoice = Invoice(claim_id=1, attachment_id=file.id, kind="train", number="1", total=100)
        session.add(invoice)
    return papers


PROOFS = {
    "UPDATE invoice SET total = 20000": "claim.not_editable",
    "UPDATE invoice SET number = '2'": "claim.not_editable",
    "UPDATE invoice SET claim_id = 2": "claim.not_editable",
    "UPDATE invoice SET attachment_id = NULL": "claim.not_editable",
    "DELETE FROM invoice": "claim.not_editable",
    "UPDATE attachment SET sha256 = replace(sha256, 'a', 'b')": "attachment.paper_submitted",
    "UPDATE attachment SET record_id = 2": "attachment.paper_submitted",
    "DELETE FROM attachment": "attachment.paper_submitted",
}


@pytest.mark.parametrize("state", LOCKED)
def test_what_proves_a_paper_stays_with_it_once_it_is_handed_in(proven: Database, state: ClaimState) -> None:
    bring_to(proven, state)
    kept = dict(PROOFS)
    if state is ClaimState.VOIDED:
        del kept["UPDATE invoice SET claim_id = 2"]  # free again, it may go to another paper
    assert {statement: refusal_of(proven, statement) for statement in kept} == kept


def test_an_invoice_is_taken_and_given_back_and_a_bank_slip_comes_later(proven: Database) -> None:
    bring_to(proven, ClaimState.PAID)
    run(proven, "UPDATE invoice SET used_key = 'x'")
    run(proven, "UPDATE invoice SET used_key = NULL")
    with proven.write() as session:
        session.add(
            Attachment(record_kind="expense_claim", record_id=1, name="回单.pdf", sha256="c" * 64, size=9)
        )


def test_the_proofs_of_a_draft_may_change(proven: Database) -> None:
    for statement in PROOFS:
        run(proven, statement)
