"""From invoice files to the lines of a claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from models.attachment import Attachment
from models.expense_category import ExpenseCategory
from models.expense_claim import ExpenseClaim
from models.invoice import Invoice
from services import expense_claims
from services.claim_invoices import description_of, guess_category
from services.claim_values import ClaimDraft, Saved
from services.database import Database
from services.errors import Refused
from services.invoices.model import InvoiceKind, InvoiceLine, Reading, ReadInvoice
from tests.claims import SELLER, TODAY, Office, invoice_file, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def codes(result: expense_claims.FromInvoices) -> list[str]:
    return [problem.refused.code for problem in result.problems]


def saved_as(draft: ClaimDraft) -> Saved:
    return Saved(draft.id or 0, draft.version or 0, "")


def test_an_invoice_becomes_a_saved_claim_with_line_and_file(office: Office, tmp_path: Path) -> None:
    result = office.from_files(invoice_file(tmp_path))
    detail = office.detail(saved_as(result.draft))
    line = detail.lines[0]
    assert (detail.number, detail.purpose, result.added) == ("BX-2026-0001", "交通", 1)
    assert (line.category_name, line.description, line.amount) == ("交通", "客运服务费", Decimal(556))
    assert (line.tax, line.invoice_number) == (Decimal("45.91"), "26422000000481236547")
    assert [file.size > 0 for file in detail.attachments] == [True]
    assert detail.invoices[0].seller_name == SELLER


def test_counts_stand_in_the_list(office: Office, tmp_path: Path) -> None:
    files = [invoice_file(tmp_path, number=f"2642200000048123654{n}", total=Decimal(n + 1)) for n in range(3)]
    result = office.from_files(*files)
    with office.database.read() as session:
        claim = session.get_one(ExpenseClaim, result.draft.id)
        assert (claim.invoice_count, claim.attachment_count, claim.doubt_count) == (3, 3, 3)
        assert "26422000000481236541" in claim.search_text


def test_invoices_are_added_to_a_claim_in_the_making(office: Office, tmp_path: Path) -> None:
    saved = office.save(office.draft("800"))
    draft = replace(office.get(saved), purpose="还没保存的事由")
    result = office.from_files(invoice_file(tmp_path), draft=draft)
    assert [line.amount for line in result.draft.lines] == [Decimal(800), Decimal(556)]
    assert office.get(saved).purpose == "还没保存的事由"
    office.save(result.draft)


def test_a_new_draft_with_a_purpose_keeps_it(office: Office, tmp_path: Path) -> None:
    result = office.from_files(invoice_file(tmp_path), draft=office.draft("5"))
    assert office.detail(saved_as(result.draft)).purpose == "武汉—宜昌 外业差旅"
    assert len(result.draft.lines) == 2


def test_a_file_or_number_already_on_the_claim_is_skipped(office: Office, tmp_path: Path) -> None:
    file = invoice_file(tmp_path)
    first = office.from_files(file)
    again = office.from_files(file, invoice_file(tmp_path), draft=first.draft)
    assert codes(again) == ["claim.invoice_already_here"] * 2
    assert (again.added, again.draft) == (0, first.draft)


def test_the_same_file_dropped_twice_at_once_becomes_one_line(office: Office, tmp_path: Path) -> None:
    file = invoice_file(tmp_path)
    result = office.from_files(file, file)
    assert (result.added, codes(result)) == (1, ["claim.invoice_already_here"])


def test_what_could_not_be_read_is_a_problem_and_the_rest_goes_on(office: Office, tmp_path: Path) -> None:
    bad = (tmp_path / "x.pdf", Reading("x.pdf", error=Refused("invoice.damaged")))
    silent = (tmp_path / "y.pdf", Reading("y.pdf"))
    result = office.from_files(bad, silent, invoice_file(tmp_path))
    assert codes(result) == ["invoice.damaged", "invoice.unreadable"]
    assert (result.problems[0].file, result.added) == ("x.pdf", 1)


def test_without_a_usable_file_no_claim_is_begun(office: Office, tmp_path: Path) -> None:
    result = office.from_files((tmp_path / "x.pdf", Reading("x.pdf", error=Refused("invoice.damaged"))))
    assert (result.draft.id, result.added) == (None, 0)
    assert office.save(office.draft("1")).number == "BX-2026-0001"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"total": None, "net": None}, "claim.invoice_without_amount"),
        ({"total": Decimal(0)}, "claim.invoice_without_amount"),
        ({"total": Decimal(-556)}, "claim.red_letter_invoice"),
        ({"red_letter": True}, "claim.red_letter_invoice"),
    ],
)
def test_an_invoice_that_claims_nothing_is_a_problem(
    office: Office, tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    assert codes(office.from_files(invoice_file(tmp_path, **changes))) == [code]


def test_a_missing_total_is_made_of_net_and_tax(office: Office, tmp_path: Path) -> None:
    result = office.from_files(invoice_file(tmp_path, total=None))
    assert result.draft.lines[0].amount == Decimal(556)


def test_a_file_that_vanished_is_a_problem(office: Office, tmp_path: Path) -> None:
    path, reading = invoice_file(tmp_path)
    path.unlink()
    result = office.from_files((path, reading), invoice_file(tmp_path, number="26422000000000000001"))
    assert (codes(result), result.added) == (["attachment.unreadable"], 1)


def test_an_invoice_whose_line_is_removed_goes_back_to_the_store_with_its_file(
    office: Office, tmp_path: Path
) -> None:
    result = office.from_files(invoice_file(tmp_path))
    office.save(replace(result.draft, lines=office.draft("5").lines))
    with office.database.read() as session:
        invoice, file = session.query(Invoice).one(), session.query(Attachment).one()
        assert (invoice.claim_id, invoice.state, invoice.attachment_id) == (None, "unused", file.id)
        assert (file.record_kind, file.record_id) == ("invoice", invoice.id)


def test_a_line_may_lose_its_invoice_that_nobody_stored_a_file_for(office: Office, tmp_path: Path) -> None:
    result = office.from_files(invoice_file(tmp_path))
    with office.writing() as session:
        session.query(Invoice).one().attachment_id = None
    office.save(replace(result.draft, lines=office.draft("5").lines))
    assert not office.detail(saved_as(result.draft)).invoices


def test_the_invoices_of_a_deleted_draft_are_taken_from_the_store_when_they_are_read_again(
    office: Office, tmp_path: Path
) -> None:
    draft = office.from_files(invoice_file(tmp_path)).draft
    with office.writing() as session:
        expense_claims.delete(session, office.clerk, draft.id or 0, draft.version or 0)
    with office.database.read() as session:
        stored = session.query(Invoice).one().id
    again = office.from_files(invoice_file(tmp_path)).draft
    with office.database.read() as session:
        invoice, file = session.query(Invoice).one(), session.query(Attachment).one()
        assert (invoice.id, invoice.claim_id) == (stored, again.id)
        assert (file.record_kind, file.record_id) == ("expense_claim", again.id)


def test_an_advance_takes_no_invoices(office: Office, tmp_path: Path) -> None:
    with refusal("claim.invoice_on_advance"):
        office.from_files(invoice_file(tmp_path), draft=office.advance_draft())


def test_without_categories_there_is_nothing_to_choose(office: Office, tmp_path: Path) -> None:
    with office.writing() as session:
        for category in session.query(ExpenseCategory):
            category.active = False
    with refusal("claim.no_category"):
        office.from_files(invoice_file(tmp_path))


def test_a_stale_draft_gets_no_invoices(office: Office, tmp_path: Path) -> None:
    draft = office.get(office.save(office.draft("1")))
    office.save(draft)
    with refusal("record.stale"):
        office.from_files(invoice_file(tmp_path), draft=draft)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("*住宿服务*住宿费", "住宿"),
        ("*餐饮服务*餐费", "招待"),
        ("*运输服务*国内航空运输服务", "交通"),
        ("*劳务*别的什么", "其他"),
        ("*供电*电费", "其他"),
    ],
)
def test_the_category_is_guessed_from_the_words(words: str, name: str) -> None:
    known = [ExpenseCategory(name=name) for name in ("交通", "住宿", "招待", "其他")]
    assert guess_category([words], known).name == name


def test_a_line_tells_the_first_thing_and_how_many_there_are() -> None:
    lines = (InvoiceLine(name="*纸制品*复印纸"), InvoiceLine(name="*文具*笔"), InvoiceLine())
    assert description_of(ReadInvoice(lines=lines)) == "复印纸 等 2 项"
    assert description_of(ReadInvoice(seller_name=SELLER)) == SELLER


def test_what_was_read_and_how_sure_it_is_stays_with_the_invoice(office: Office, tmp_path: Path) -> None:
    office.from_files(invoice_file(tmp_path))
    with office.database.read() as session:
        invoice = session.query(Invoice).one()
    assert invoice.lines[0]["name"] == "*运输服务*客运服务费"
    assert invoice.number_key == "26422000000481236547"
    assert invoice.issued_on is not None
    assert (TODAY - invoice.issued_on).days == 10


@pytest.mark.parametrize(
    ("kind", "category", "description"),
    [
        (InvoiceKind.TRAIN, "城市间交通", "铁路电子客票"),
        (InvoiceKind.AIR, "城市间交通", "航空运输电子客票"),
        (InvoiceKind.ELECTRONIC_TOLL, "通行停车", "通行费"),
        (InvoiceKind.UNKNOWN, "其他", "发票 26422000000481236547"),
    ],
)
def test_a_ticket_without_lines_is_told_by_its_kind(
    office: Office, tmp_path: Path, kind: InvoiceKind, category: str, description: str
) -> None:
    with office.writing() as session:
        session.query(ExpenseCategory).filter_by(name="交通").one().name = "市内交通"
        for place, name in enumerate(("城市间交通", "通行停车")):
            session.add(ExpenseCategory(code=f"K{place}", name=name, position=1, needs_invoice=True))
    ticket = invoice_file(tmp_path, kind=kind, lines=(), seller_name="")
    line = office.detail(saved_as(office.from_files(ticket).draft)).lines[0]
    assert (line.category_name, line.description) == (category, description)
