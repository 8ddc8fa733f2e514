"""Payment requests: payee, contract and what is paid of it, the invoice that comes later and is chased."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState, InvoicePromise
from models.project import Project, ProjectState
from services import expense_claims, owed_invoices, payees, payment_requests
from services.claim_values import OffsetDraft
from services.database import Database
from services.invoices.model import Reading
from services.registers import Query, window
from services.typed_invoices import InvoiceDraft
from tests.claims import COMPANY, TAX_ID, TODAY, Office, command, invoice_file, refusal
from tests.travels import add_payee, request, travel_office


@pytest.fixture
def office(database: Database) -> Office:
    return travel_office(database)


def owing(office: Office, amount: str = "5000", **changes: object):
    """A paid request (from 5,000 yuan on the general manager signs, too) whose invoice is owed."""
    saved = office.submit(office.save(request(office, amount, **changes)))
    saved = office.approve(saved)
    if office.detail(saved).state is ClaimState.SUBMITTED:
        saved = office.approve(saved, office.boss)
    return office.pay(saved)


def file_read(office: Office, saved, *files, actor=None, command_id: str = ""):
    with office.writing() as session:
        return owed_invoices.file_read(
            session, actor or office.clerk, saved.id, saved.version,
            [reading for _, reading in files], [path for path, _ in files],
            command_id=command_id or command(), today=TODAY,
        )  # fmt: skip


def typed(number: str = "12345678", total: str = "5000", **changes: object) -> InvoiceDraft:
    draft = InvoiceDraft(
        number=number, issued_on=TODAY, total=Decimal(total), buyer_name=COMPANY, buyer_tax_id=TAX_ID
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # values of its own fields


def codes(office: Office, draft) -> dict[str, str]:
    with office.database.read() as session:
        found = expense_claims.check_draft(session, office.clerk, draft, today=TODAY)
    return {check.code: check.level.value for check in found}


def test_a_registered_payee_brings_bank_and_account_along(office):
    payee = add_payee(office)
    saved = office.save(request(office, payee_id=payee, payee_name="", payee_bank="", payee_account=""))
    assert saved.number == "FK-2026-0001"
    found = office.get(saved)
    assert (found.payee_name, found.payee_bank) == ("湖北华测仪器有限公司", "中国银行武汉光谷支行")
    assert found.payee_account == "5587660012345678"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"payee_name": " "}, "payee_id", "payment.payee_missing"),
        ({"payee_id": 99}, "payee_id", "claim.unknown_choice"),
        ({"invoice_promise": None}, "invoice_promise", "record.required"),
        ({"invoice_due_on": None}, "invoice_due_on", "record.required"),
        ({"invoice_due_on": TODAY - timedelta(days=1)}, "invoice_due_on", "payment.invoice_due_early"),
        ({"contract_number": " "}, "contract_number", "payment.contract_number"),
        ({"contract_amount": Decimal(-1)}, "contract_amount", "claim.amount_negative"),
        ({"offsets": (OffsetDraft(1, Decimal(1)),)}, "offsets", "payment.no_offsets"),
    ],
)
def test_what_is_missing_is_refused_at_its_field(office, changes, field, code):
    with refusal(code) as caught:
        office.save(request(office, **changes))
    assert caught.value.field == field


def test_a_payee_out_of_use_and_a_closed_project_are_refused(office):
    payee = add_payee(office, active=False)
    with refusal("payment.payee_closed"):
        office.save(request(office, payee_id=payee))
    with office.writing() as session:
        session.get_one(Project, office.project).state = ProjectState.CLOSED
    with refusal("claim.project_closed"):
        office.save(request(office, project_id=office.project))


def test_what_the_contract_was_paid_before_freezes_with_the_paper(office):
    first = owing(office, "4000")
    second = office.save(request(office, "3000"))
    assert office.detail(second).paid_before == Decimal(4000)
    sent = office.submit(second)
    owing(office, "1000")
    assert office.detail(sent).paid_before == Decimal(4000)
    assert office.detail(office.save(request(office, "1"))).paid_before == Decimal(5000)
    office.void(first)
    assert office.detail(office.save(request(office, "1"))).paid_before == Decimal(1000)
    assert (
        office.detail(office.save(request(office, "1", contract_number="", contract_amount=None))).paid_before
        == 0
    )


def test_an_overpaid_contract_wants_a_reason_and_counts_what_is_on_its_way(office):
    owing(office, "4000")
    office.submit(office.save(request(office, "4500")))
    assert codes(office, request(office, "3500"))["contract_within"] == "ok"
    draft = request(office, "3500.01")
    assert codes(office, draft)["contract_overpaid"] == "warn"
    with refusal("claim.reason_missing"):
        office.submit(office.save(draft))
    office.submit(office.save(replace(draft, reasons={"contract_overpaid:CG-2026-008": "补充协议在签"})))
    with office.database.read() as session:
        found = payment_requests.contract(session, office.clerk, request(office))
    assert (found.paid, found.waiting) == (Decimal(4000), Decimal("8000.01"))


def test_lines_need_no_invoice_while_it_is_promised_and_a_reason_when_none_is_due(office):
    assert "no_invoice" not in codes(office, request(office))
    found = codes(office, request(office, invoice_promise=InvoicePromise.NONE))
    assert (found["no_invoice_due"], "no_invoice" in found) == ("warn", False)
    assert codes(office, request(office, invoice_promise=InvoicePromise.NOW))["no_invoice"] == "warn"


def test_a_paid_request_owes_its_invoice_until_it_is_there(office, tmp_path):
    paid = owing(office, "556")
    assert office.detail(paid).invoice_owed == Decimal(556)
    half, rest = Decimal("256.00"), Decimal("300.00")
    some = {"net": half, "tax": Decimal(0), "lines": ()}
    first = file_read(office, paid, invoice_file(tmp_path, "26422000000481236541", total=half, **some))
    assert (first.owed, first.problems) == (rest, ())
    other = {"net": rest, "tax": Decimal(0), "lines": ()}
    last = file_read(office, first.saved, invoice_file(tmp_path, "26422000000481236542", total=rest, **other))
    assert last.owed == 0
    detail = office.detail(last.saved)
    assert (detail.invoice_owed, len(detail.invoices), len(detail.attachments)) == (0, 2, 2)
    with refusal("payment.nothing_owed"):
        file_read(office, last.saved, invoice_file(tmp_path, "26422000000481236543"))


def test_one_promised_now_or_not_at_all_owes_nothing(office):
    none = request(office, "556", invoice_promise=InvoicePromise.NONE, reasons={"no_invoice_due:": "押金"})
    assert office.detail(office.paid(none)).invoice_owed == 0


def test_a_second_click_files_once_and_a_stale_page_is_refused(office, tmp_path):
    paid, file = owing(office, "556"), invoice_file(tmp_path, total=Decimal("556.00"))
    first = file_read(office, paid, file, command_id="once")
    with refusal("record.stale"):
        file_read(office, paid, file)
    assert file_read(office, paid, file, command_id="once").owed == first.owed == 0
    assert len(office.detail(paid).invoices) == 1


def test_an_invoice_used_before_is_refused_and_files_that_give_none_are_told(office, tmp_path):
    used = invoice_file(tmp_path)
    draft = office.from_files(used).draft
    office.submit(expense_claims.Saved(draft.id, draft.version, ""))
    paid = owing(office, "556")
    assert [one.refused.code for one in file_read(office, paid, used).problems] == ["claim.stopped"]
    unread = (tmp_path / "x.pdf", Reading("x.pdf", "", None))
    (tmp_path / "x.pdf").write_bytes(b"x")
    red = invoice_file(tmp_path, "26422000000481236549", red_letter=True)
    empty = invoice_file(tmp_path, "26422000000481236548", total=None)
    found = file_read(office, paid, unread, red, empty)
    assert [problem.refused.code for problem in found.problems] == [
        "invoice.unreadable",
        "claim.red_letter_invoice",
        "claim.invoice_without_amount",
    ]
    assert office.detail(paid).invoice_owed == Decimal(556)


def test_a_paper_invoice_is_typed_and_must_be_ours(office):
    paid = owing(office, "5000")
    with refusal("record.required"), office.writing() as session:
        owed_invoices.file_typed(
            session, office.clerk, paid.id, paid.version, typed(""), command_id=command(), today=TODAY
        )
    with refusal("claim.stopped"), office.writing() as session:
        wrong = typed(buyer_tax_id="91110108300000002F")
        owed_invoices.file_typed(
            session, office.clerk, paid.id, paid.version, wrong, command_id=command(), today=TODAY
        )
    with office.writing() as session:
        found = owed_invoices.file_typed(
            session, office.clerk, paid.id, paid.version, typed(total="2000"), command_id="t", today=TODAY
        )
    assert found.owed == Decimal(3000)


def test_strangers_do_not_file_and_the_cashier_may(office, tmp_path):
    paid, file = owing(office, "556"), invoice_file(tmp_path)
    with refusal("claim.not_yours"):
        file_read(office, paid, file, actor=office.head)
    assert file_read(office, paid, file, actor=office.cashier).owed == 0


def test_what_is_owed_is_found_by_its_chip_and_named_in_the_headline(office):
    paid = owing(office, "556")
    owing(office, "100", invoice_due_on=TODAY + timedelta(days=20))
    late = TODAY + timedelta(days=11)
    with office.database.read() as session:
        found = expense_claims.headline(session, office.clerk, today=late).owed
        rows = window(session, office.clerk, expense_claims.REGISTER, Query(late, chip="invoices_owed"), 0, 9)
    assert (found.count, found.total, found.overdue) == (2, Decimal(656), 1)
    assert paid.id in [row[0] for row in rows]
    assert len(rows) == 2


def test_a_voided_request_owes_nothing_and_a_payee_that_is_named_is_only_closed(office):
    payee = add_payee(office)
    paid = owing(office, "556", payee_id=payee)
    office.void(paid)
    assert office.detail(paid).invoice_owed == 0
    with office.writing() as session:
        assert not payees.remove(session, office.clerk, payee, 1)
