"""Red-lettered and cancelled: what is marked stops its paper, what was paid shows it, a mistake is taken back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.invoice import Invoice, InvoiceState
from services import invoice_marks, invoice_store
from services.errors import Refused
from services.invoices.draft import Draft
from tests.claims import TODAY, Office, at_once, command, invoice_file, make_office, refusal
from tests.test_invoice_store import add, claim_of, listed, saved_of, stored, submitted

RED = InvoiceState.RED_LETTERED


@pytest.fixture
def company(database) -> Office:
    return make_office(database)


def mark(
    company: Office,
    invoice_id: int,
    state=RED,
    day: date | None = TODAY,
    actor=None,
    version=None,
    command_id="",
):
    with company.writing() as session:
        known = version or session.get_one(Invoice, invoice_id).version
        return invoice_marks.mark(
            session, actor or company.clerk, invoice_id, known, state,
            marked_on=day, note="退货", command_id=command_id or command(), today=TODAY,
        )  # fmt: skip


def unmark(company: Office, invoice_id: int, reason: str = "标错了") -> int:
    with company.writing() as session:
        version = session.get_one(Invoice, invoice_id).version
        return invoice_marks.unmark(
            session, company.clerk, invoice_id, version, reason=reason, command_id=command()
        )


def paper_with(company: Office, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    return invoice_id, submitted(company, claim_of(company, invoice_id).draft)


@pytest.mark.parametrize(
    ("state", "day", "code"),
    [
        (None, TODAY, "record.required"),
        (RED, None, "record.required"),
        (InvoiceState.USED, TODAY, "invoice.not_a_mark"),
        (RED, TODAY + timedelta(days=1), "invoice.marked_in_future"),
        (RED, TODAY - timedelta(days=11), "invoice.marked_too_early"),
    ],
)
def test_a_mark_that_makes_no_sense_is_refused(company, tmp_path, state, day, code):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    with refusal(code):
        mark(company, invoice_id, state, day)


@pytest.mark.parametrize("state", [RED, InvoiceState.CANCELLED])
def test_a_marked_invoice_can_neither_be_taken_nor_submitted(company, tmp_path, state):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    draft = claim_of(company, invoice_id).draft
    mark(company, invoice_id, state)
    checks = {check.code: check.level for check in company.detail(saved_of(draft)).checks}
    assert checks[f"invoice_{state.value}"] == "stop"
    with refusal("claim.stopped"):
        submitted(company, draft)


def test_a_marked_invoice_is_not_taken_from_the_store(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    mark(company, invoice_id)
    assert [one.refused.code for one in claim_of(company, invoice_id).problems] == [
        "claim.invoice_red_lettered"
    ]


def test_a_paper_is_neither_approved_nor_paid_on_a_marked_invoice(company, tmp_path):
    invoice_id, paper = paper_with(company, tmp_path)
    mark(company, invoice_id)
    paper = company.detail(paper)
    with refusal("claim.invoice_red_lettered"):
        company.approve(paper)
    unmark(company, invoice_id)
    approved = company.approve(company.detail(paper))
    mark(company, invoice_id, InvoiceState.CANCELLED)
    with refusal("claim.invoice_cancelled"):
        company.pay(company.detail(approved))


def test_a_paid_paper_shows_that_its_invoice_was_red_lettered_until_that_is_taken_back(either, tmp_path):
    company = make_office(either)
    invoice_id, paper = paper_with(company, tmp_path)
    paid = company.pay(company.approve(paper))
    mark(company, invoice_id)
    assert "invoice_taken_back" in {check.code for check in company.detail(paid).checks}
    assert listed(company, "after_payment") == listed(company, "marked") == [stored(company)[0].number]
    with company.database.read() as session:
        assert invoice_store.headline(session, company.clerk, today=TODAY).marked_after_payment == 1
    unmark(company, invoice_id)
    assert "invoice_taken_back" not in {check.code for check in company.detail(paid).checks}
    assert (listed(company, "after_payment"), stored(company)[0].state) == ([], InvoiceState.USED)


def test_voiding_the_paper_settles_it(company, tmp_path):
    invoice_id, paper = paper_with(company, tmp_path)
    paid = company.pay(company.approve(paper))
    mark(company, invoice_id)
    company.void(company.detail(paid))
    assert (listed(company, "after_payment"), stored(company)[0].state) == ([], RED)


def test_a_double_click_marks_once_and_two_people_do_not_mark_twice(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    version = stored(company)[0].version
    mark(company, invoice_id, version=version, command_id="same")
    mark(company, invoice_id, version=version, command_id="same")
    with refusal("record.stale"):
        mark(company, invoice_id, version=version)
    with refusal("invoice.marked_already"):
        mark(company, invoice_id)


def test_of_two_marks_at_the_same_moment_one_is_made(either, tmp_path):
    company = make_office(either)
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    version = stored(company)[0].version
    answers = at_once(*[lambda: mark(company, invoice_id, version=version)] * 2)
    assert answers == ["done", "record.stale"]


def test_a_mark_is_taken_back_with_a_reason_only(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    with refusal("invoice.not_marked"):
        unmark(company, invoice_id)
    mark(company, invoice_id)
    with refusal("record.required"):
        unmark(company, invoice_id, " ")
    unmark(company, invoice_id)
    assert (stored(company)[0].state, stored(company)[0].marked_on) == (InvoiceState.UNUSED, None)


def test_who_may_not_keep_the_store_marks_nothing(company, tmp_path, hr):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    with pytest.raises(Refused, match="permission"):
        mark(company, invoice_id, actor=hr)


def test_a_red_letter_invoice_names_the_one_it_takes_back(company, tmp_path):
    add(company, invoice_file(tmp_path))
    original = stored(company)[0]
    amounts = {"net": Decimal("-510.09"), "tax": Decimal("-45.91"), "total": Decimal(-556)}
    red = invoice_file(
        tmp_path, number="26422000000000000009", red_letter=True, original=original.number_key, **amounts
    )
    added = add(company, red)
    (found,) = added.red_letters
    assert (found.original_id, found.original_number) == (original.id, original.number)
    kept = stored(company)[1]
    assert (kept.state, kept.red_letter) == (RED, True)
    with refusal("invoice.is_red_letter"):
        unmark(company, kept.id)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("备注被红冲蓝字数电票号码:26422000000481236547红字发票信息确认单编号:1", "26422000000481236547"),
        ("对应正数发票代码:4200161350号码:00015045", "4200161350-00015045"),
        ("备注:无", ""),
    ],
)
def test_the_number_that_is_taken_back_is_read(text, key):
    draft = Draft()
    draft.note_original(text)
    assert (draft.original, draft.red_words) == (key, bool(key))
