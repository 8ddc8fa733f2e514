"""What the bank did with a batch: papers paid, sent back, and paid again; a confirmation taken back."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event, func, select, text

from models.audit import AuditEntry
from models.expense_claim import ClaimState, PaymentMethod
from models.payment import BatchState, PaymentState
from models.voucher import Voucher, VoucherMonth, VoucherState
from services import audit, integrity, payment_confirmations
from services.claim_values import Saved
from services.database import Database
from tests.claims import TODAY, Office, command, refusal
from tests.payments import act, confirm, lines, make, make_treasury, now, paper


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


def batch_of(office: Office, *amounts: str) -> tuple[Saved, list[Saved]]:
    papers = [office.approved(office.draft(amount)) for amount in amounts]
    return make(office, papers), papers


def bounce(
    office: Office, batch: Saved, *places: int, reason: str = "账号户名不符", **changes: object
) -> Saved:
    ids = [lines(office, batch)[place].id for place in places]
    given = {"reason": reason, "today": TODAY} | changes
    return act(office, payment_confirmations.bounce, batch, ids, **given)


def unconfirm(office: Office, batch: Saved, *places: int, reason: str = "误确认") -> Saved:
    ids = [lines(office, batch)[place].id for place in places]
    return act(office, payment_confirmations.unconfirm, batch, ids, reason=reason)


def test_a_confirmed_batch_has_paid_its_papers(office: Office) -> None:
    batch, papers = batch_of(office, "800", "56.40")
    confirm(office, batch)
    found = now(office, batch)
    assert (found.state, found.settled_on) == (BatchState.SETTLED, TODAY)
    assert (found.confirmed_count, found.confirmed_total) == (2, Decimal("856.40"))
    for number, saved in enumerate(papers, start=1):
        paid = paper(office, saved)
        assert (paid.state, paid.paid_on, paid.batch_number) == (ClaimState.PAID, TODAY, batch.number)
        assert (paid.payment_method, paid.payment_note) == (PaymentMethod.TRANSFER, batch.number)
        assert paid.voucher_number == f"付-2026-11-{number:04}"


def test_some_lines_are_confirmed_the_others_wait(office: Office) -> None:
    batch, papers = batch_of(office, "800", "56.40")
    confirm(office, batch, [lines(office, batch)[1].id])
    assert now(office, batch).state is BatchState.SENT
    assert [paper(office, saved).state for saved in papers] == [ClaimState.TO_PAY, ClaimState.PAID]
    confirm(office, batch)
    assert now(office, batch).state is BatchState.SETTLED


def test_the_same_click_pays_once_and_a_settled_batch_has_nothing_left(office: Office) -> None:
    batch, _ = batch_of(office, "800")
    click, version = command(), now(office, batch).version
    first = confirm(office, batch, command_id=click)
    assert confirm(office, batch, command_id=click, version=version) == first
    with refusal("batch.wrong_state"):
        confirm(office, batch)
    with office.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Voucher)) == 1


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY + timedelta(days=1), "claim.paid_in_future"),
        (TODAY - timedelta(days=1), "claim.paid_too_early"),
    ],
)
def test_nothing_is_paid_tomorrow_or_before_it_was_handed_in(office: Office, day, code) -> None:
    batch, papers = batch_of(office, "800")
    with refusal(code):
        confirm(office, batch, paid_on=day)
    assert paper(office, papers[0]).state is ClaimState.TO_PAY
    assert now(office, batch).state is BatchState.OPEN


def test_a_bounced_paper_waits_again_says_why_and_may_go_into_a_new_batch(office: Office) -> None:
    batch, papers = batch_of(office, "800", "56.40")
    bounce(office, batch, 0)
    back = paper(office, papers[0])
    assert (back.state, back.state_note, back.batch_number) == (ClaimState.TO_PAY, "账号户名不符", "")
    assert now(office, batch).bounced_count == 1
    confirm(office, batch)
    assert now(office, batch).state is BatchState.SETTLED
    again = make(office, [papers[0]])
    assert paper(office, papers[0]).state_note == ""
    confirm(office, again)
    assert paper(office, papers[0]).state is ClaimState.PAID


def test_a_payment_that_comes_back_days_later_is_unpaid_again(office: Office) -> None:
    batch, papers = batch_of(office, "800")
    confirm(office, batch)
    bounce(office, batch, 0, reason="账户已销户")
    back = paper(office, papers[0])
    assert (back.state, back.paid_on, back.voucher_number) == (ClaimState.TO_PAY, None, "")
    assert (back.paid_from_id, back.paid_by_name, back.late_days) == (None, "", None)
    assert lines(office, batch)[0].state is PaymentState.BOUNCED
    with refusal("batch.line_state"):
        bounce(office, batch, 0)


def test_a_bounce_needs_its_reason(office: Office) -> None:
    batch, _ = batch_of(office, "800")
    with refusal("batch.reason_missing"):
        bounce(office, batch, 0, reason="  ")


def test_a_confirmation_taken_back_gives_everything_back(office: Office) -> None:
    advance = office.paid(office.advance_draft("3000"))
    claim = office.approved(office.offsetting(advance, "1000", offset="400"))
    batch = make(office, [claim])
    confirm(office, batch)
    assert office.detail(advance).outstanding == Decimal(2600)
    unconfirm(office, batch, 0)
    back = paper(office, claim)
    assert (back.state, back.batch_number, back.holder_name) == (
        ClaimState.TO_PAY,
        batch.number,
        "刘芳、孙倩",
    )
    assert office.detail(advance).outstanding == Decimal(3000)
    assert (now(office, batch).state, now(office, batch).confirmed_count) == (BatchState.SENT, 0)
    with office.database.read() as session:
        numbers = session.execute(
            select(Voucher.label, Voucher.state).where(Voucher.claim_id == claim.id)
        ).all()
        assert integrity.invariants(session) == []
    assert numbers == [("付-2026-11-0002", VoucherState.VOIDED)]
    confirm(office, batch)
    assert paper(office, claim).voucher_number == "付-2026-11-0003"


def test_an_advance_that_claims_took_of_stays_paid(office: Office) -> None:
    advance = office.approved(office.advance_draft("3000"))
    batch = make(office, [advance])
    confirm(office, batch)
    office.paid(office.offsetting(advance, "1000", offset="400"))
    with refusal("claim.advance_has_offsets"):
        unconfirm(office, batch, 0)
    assert paper(office, advance).state is ClaimState.PAID
    assert lines(office, batch)[0].state is PaymentState.CONFIRMED


def test_an_advance_nobody_used_is_unpaid_with_nothing_outstanding(office: Office) -> None:
    advance = office.approved(office.advance_draft("3000"))
    batch = make(office, [advance])
    confirm(office, batch)
    assert paper(office, advance).outstanding == Decimal(3000)
    unconfirm(office, batch, 0)
    assert paper(office, advance).outstanding == 0


def test_a_bound_month_stays_as_it_is(office: Office) -> None:
    batch, papers = batch_of(office, "800", "50")
    confirm(office, batch, [lines(office, batch)[0].id])
    with office.writing() as session:
        bound = {"bound_on": TODAY, "bound_by_name": "孙倩", "count": 1, "voided": 0, "total": Decimal(800)}
        session.add(
            VoucherMonth(month=TODAY.replace(day=1), attachments=0, pages=1, head_seq=1, head_mac="", **bound)
        )
    with refusal("voucher.month_bound"):
        unconfirm(office, batch, 0)
    with refusal("voucher.month_bound"):
        confirm(office, batch)
    assert [paper(office, saved).state for saved in papers] == [ClaimState.PAID, ClaimState.TO_PAY]


def test_every_step_is_in_the_history_of_batch_and_paper(office: Office) -> None:
    batch, papers = batch_of(office, "800")
    confirm(office, batch)
    bounce(office, batch, 0)
    with office.database.read() as session:
        of_batch = audit.history(session, office.cashier, "payment_batch", batch.id)
        of_paper = audit.history(session, office.cashier, "expense_claim", papers[0].id)
        checked = audit.verify(session, office.boss)
    assert [row.action for row in of_batch] == ["bounce", "confirm", "create"]
    assert of_batch[0].changes["reason"] == "账号户名不符"
    acts = [row.action for row in of_paper]
    assert acts[:5] == ["bounce", "unconfirm", "number", "pay", "pay_together"]
    assert checked.ok


def test_a_hundred_papers_cost_a_few_questions_not_hundreds(office: Office) -> None:
    papers = [office.approved(office.draft("1")) for _ in range(30)]
    batch = make(office, papers)
    with office.database.read() as session:
        before = session.scalar(select(func.max(AuditEntry.seq)))
    asked: list[str] = []

    event.listen(office.database.writer, "before_cursor_execute", lambda *a: asked.append(a[2]))
    confirm(office, batch)
    assert sum(sql.startswith("SELECT") for sql in asked) < 15
    with office.database.read() as session:
        assert session.scalar(select(func.max(AuditEntry.seq))) - before == 61


def test_a_sum_changed_behind_the_programs_back_is_found(office: Office) -> None:
    batch, _ = batch_of(office, "800")
    confirm(office, batch)
    with office.writing() as session:
        session.execute(text("UPDATE payment_batch SET total = total + 1"))
        found = [(problem.code, problem.values["number"]) for problem in integrity.invariants(session)]
    assert found == [("integrity.batch", batch.number)]
