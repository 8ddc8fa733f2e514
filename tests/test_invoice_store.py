"""The store: what leaves a paper stays, what is read again is taken, what waits too long is asked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState
from models.invoice import Invoice, InvoiceState
from services import claim_invoices, expense_claims, invoice_records, invoice_store, registers, typed_invoices
from services.permissions import Actor
from services.registers import Query
from services.typed_invoices import InvoiceDraft
from tests.claims import TODAY, Office, invoice_file, make_office, refusal


@pytest.fixture
def company(database) -> Office:
    return make_office(database)


def add(company: Office, *files, today=TODAY, actor: Actor | None = None) -> invoice_store.Added:
    paths, readings = [path for path, _ in files], [reading for _, reading in files]
    with company.writing() as session:
        return invoice_store.add_files(session, actor or company.clerk, readings, paths, today=today)


def stored(company: Office) -> list[Invoice]:
    with company.database.read() as session:
        return session.query(Invoice).order_by(Invoice.id).all()


def listed(company: Office, chip: str = "all", text: str = "") -> list[str]:
    with company.database.read() as session:
        query = Query(TODAY, chip=chip, text=text)
        return [
            row[1] for row in registers.window(session, company.clerk, invoice_store.REGISTER, query, 0, 50)
        ]


def claim_of(company: Office, *ids: int) -> claim_invoices.FromInvoices:
    with company.writing() as session:
        return claim_invoices.draft_from_stored(session, company.clerk, ids, today=TODAY)


def submitted(company: Office, draft):
    checks = company.detail(saved_of(draft)).checks
    reasons = {check.key: "已核对" for check in checks if check.level == "warn"}
    return company.submit(company.save(replace(draft, reasons=reasons)))


def saved_of(draft):
    return expense_claims.Saved(draft.id, draft.version, "")


def test_files_are_kept_as_unused_and_found_by_number_seller_and_pinyin(company, tmp_path):
    added = add(company, invoice_file(tmp_path))
    (invoice,) = stored(company)
    assert (list(added.ids), invoice.state, invoice.claim_id, invoice.seen_on) == (
        [invoice.id],
        "unused",
        None,
        TODAY,
    )
    for words in ("236547", "速达客运", "sdky", "556.00"):
        assert listed(company, text=words) == [invoice.number], words


def test_the_list_says_who_brought_an_invoice(company, tmp_path):
    add(company, invoice_file(tmp_path))
    with company.database.read() as session:
        (row,) = registers.window(session, company.clerk, invoice_store.REGISTER, Query(TODAY), 0, 5)
    names = [column.name for column in invoice_store.REGISTER.columns]
    assert row[1 + names.index("brought_by")] == company.clerk.name


def test_a_known_invoice_is_told_and_not_stored_twice(company, tmp_path):
    add(company, invoice_file(tmp_path))
    added = add(company, invoice_file(tmp_path))
    assert [problem.refused.code for problem in added.problems] == ["invoice.known"]
    company.from_files(invoice_file(tmp_path))
    assert [p.refused.code for p in add(company, invoice_file(tmp_path)).problems] == ["invoice.known_on"]
    assert len(stored(company)) == 1


def test_a_claim_is_made_from_the_store_and_given_back_with_its_file(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    found = claim_of(company, invoice_id)
    assert (found.added, found.draft.lines[0].amount) == (1, Decimal("556.00"))
    assert len(company.detail(saved_of(found.draft)).attachments) == 1
    company.save(replace(found.draft, lines=company.draft("5").lines))
    (invoice,) = stored(company)
    assert (invoice.claim_id, invoice.state) == (None, InvoiceState.UNUSED)


def test_what_another_paper_has_is_a_problem(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    claim_of(company, invoice_id)
    again = claim_of(company, invoice_id)
    assert (again.added, [one.refused.code for one in again.problems]) == (0, ["invoice.on_paper"])


def test_it_is_used_from_submission_and_unused_when_the_paper_is_voided(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    paper = submitted(company, claim_of(company, invoice_id).draft)
    assert stored(company)[0].state is InvoiceState.USED
    paid = company.pay(company.approve(paper))
    company.void(paid)
    assert stored(company)[0].state is InvoiceState.UNUSED


def test_the_invoice_of_a_voided_paper_goes_on_to_the_next_and_stays_visible_on_the_old(either, tmp_path):
    company = make_office(either)
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    old = company.pay(company.approve(submitted(company, claim_of(company, invoice_id).draft)))
    company.void(old)
    again = company.from_files(invoice_file(tmp_path)).draft
    (invoice,) = stored(company)
    assert (invoice.id, invoice.claim_id) == (invoice_id, again.id)
    detail = company.detail(old)
    assert (detail.state, [row.id for row in detail.invoices]) == (ClaimState.VOIDED, [invoice_id])
    assert len(detail.attachments) == 1


def test_the_same_invoice_in_two_drafts_is_in_the_store_once(company, tmp_path):
    first = company.from_files(invoice_file(tmp_path)).draft
    company.from_files(invoice_file(tmp_path))
    with company.writing() as session:
        expense_claims.delete(session, company.clerk, first.id, first.version)
    assert len(stored(company)) == 1


def test_what_waits_for_more_than_thirty_days_is_asked_after(company, tmp_path):
    add(company, invoice_file(tmp_path), today=TODAY - timedelta(days=30))
    add(company, invoice_file(tmp_path, number="26422000000000000002"), today=TODAY - timedelta(days=31))
    with company.database.read() as session:
        found = invoice_store.headline(session, company.clerk, today=TODAY)
    assert (found.count, found.late, found.late_total, found.days) == (2, 1, Decimal("556.00"), 30)
    assert listed(company, "late") == ["26422000000000000002"]


def test_a_typed_paper_invoice_is_stored_once(company):
    draft = InvoiceDraft(code="4200161350", number="00015045", issued_on=TODAY, total=Decimal(100))
    with company.writing() as session:
        typed_invoices.add_to_store(session, company.clerk, draft, today=TODAY)
    with refusal("invoice.known"), company.writing() as session:
        typed_invoices.add_to_store(session, company.clerk, draft, today=TODAY)


def test_an_unused_invoice_is_removed_with_its_files_one_on_a_paper_is_not(company, tmp_path):
    first, second = add(
        company, invoice_file(tmp_path), invoice_file(tmp_path, number="26422000000000000002")
    ).ids
    claim_of(company, second)
    versions = {invoice.id: invoice.version for invoice in stored(company)}
    with company.writing() as session:
        invoice_store.remove(session, company.clerk, first, versions[first])
    with refusal("invoice.on_paper"), company.writing() as session:
        invoice_store.remove(session, company.clerk, second, versions[second])
    assert [invoice.id for invoice in stored(company)] == [second]


def test_who_only_looks_may_not_add(company, tmp_path, auditor):
    with refusal("permission.denied"):
        add(company, invoice_file(tmp_path), actor=auditor)


def test_a_file_that_vanished_leaves_no_invoice_behind(company, tmp_path):
    path, reading = invoice_file(tmp_path)
    path.unlink()
    assert [problem.refused.code for problem in add(company, (path, reading)).problems] == [
        "attachment.unreadable"
    ]
    assert stored(company) == []


def test_invoices_from_before_the_store_become_findable(company, tmp_path):
    company.from_files(invoice_file(tmp_path))
    with company.writing() as session:
        invoice = session.query(Invoice).one()
        invoice.search_text = ""
        session.flush()
        invoice_records.search.index(session, "invoice", invoice.id, "")
    assert listed(company, text="236547") == []
    with company.writing() as session:
        invoice_records.fill_search(session)
    assert len(listed(company, text="236547")) == 1


def test_the_detail_tells_paper_and_days(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path), today=TODAY - timedelta(days=40)).ids
    with company.database.read() as session:
        found = invoice_store.detail(session, company.clerk, invoice_id, today=TODAY)
    assert (found.late_days, found.paper_number, len(found.files), found.history[0].action) == (
        40,
        "",
        1,
        "read",
    )
