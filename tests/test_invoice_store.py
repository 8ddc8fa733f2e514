"""The store: what leaves a paper stays, what is read again is taken, what waits too long is asked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from models.expense_claim import ClaimState
from models.invoice import Invoice, InvoiceState
from services import claim_invoices, expense_claims, invoice_records, invoice_store, registers, typed_invoices
from services.permissions import Actor
from services.registers import Query
from services.typed_invoices import InvoiceDraft
from tests.claims import TODAY, Office, invoice_file, make_office, refusal


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


def add(office: Office, *files, today=TODAY, actor: Actor | None = None) -> invoice_store.Added:
    paths, readings = [path for path, _ in files], [reading for _, reading in files]
    with office.writing() as session:
        return invoice_store.add_files(session, actor or office.clerk, readings, paths, today=today)


def stored(office: Office) -> list[Invoice]:
    with office.database.read() as session:
        return session.query(Invoice).order_by(Invoice.id).all()


def listed(office: Office, chip: str = "all", text: str = "") -> list[str]:
    with office.database.read() as session:
        query = Query(TODAY, chip=chip, text=text)
        return [row[1] for row in registers.window(session, office.clerk, invoice_store.REGISTER, query, 0, 50)]


def claim_of(office: Office, *ids: int) -> claim_invoices.FromInvoices:
    with office.writing() as session:
        return claim_invoices.draft_from_stored(session, office.clerk, ids, today=TODAY)


def submitted(office: Office, draft):
    checks = office.detail(saved_of(draft)).checks
    reasons = {check.key: "已核对" for check in checks if check.level == "warn"}
    return office.submit(office.save(replace(draft, reasons=reasons)))


def saved_of(draft):
    return expense_claims.Saved(draft.id, draft.version, "")


def test_files_are_kept_as_unused_and_found_by_number_seller_and_pinyin(office, tmp_path):
    added = add(office, invoice_file(tmp_path))
    (invoice,) = stored(office)
    assert (list(added.ids), invoice.state, invoice.claim_id, invoice.seen_on) == ([invoice.id], "unused", None, TODAY)
    for words in ("236547", "速达客运", "sdky", "556.00"):
        assert listed(office, text=words) == [invoice.number], words


def test_the_list_says_who_brought_an_invoice(office, tmp_path):
    add(office, invoice_file(tmp_path))
    with office.database.read() as session:
        (row,) = registers.window(session, office.clerk, invoice_store.REGISTER, Query(TODAY), 0, 5)
    names = [column.name for column in invoice_store.REGISTER.columns]
    assert row[1 + names.index("brought_by")] == office.clerk.name


def test_a_known_invoice_is_told_and_not_stored_twice(office, tmp_path):
    add(office, invoice_file(tmp_path))
    added = add(office, invoice_file(tmp_path))
    assert [problem.refused.code for problem in added.problems] == ["invoice.known"]
    office.from_files(invoice_file(tmp_path))
    assert [p.refused.code for p in add(office, invoice_file(tmp_path)).problems] == ["invoice.known_on"]
    assert len(stored(office)) == 1


def test_a_claim_is_made_from_the_store_and_given_back_with_its_file(office, tmp_path):
    (invoice_id,) = add(office, invoice_file(tmp_path)).ids
    found = claim_of(office, invoice_id)
    assert (found.added, found.draft.lines[0].amount) == (1, Decimal("556.00"))
    assert len(office.detail(saved_of(found.draft)).attachments) == 1
    office.save(replace(found.draft, lines=office.draft("5").lines))
    (invoice,) = stored(office)
    assert (invoice.claim_id, invoice.state) == (None, InvoiceState.UNUSED)


def test_what_another_paper_has_is_a_problem(office, tmp_path):
    (invoice_id,) = add(office, invoice_file(tmp_path)).ids
    claim_of(office, invoice_id)
    again = claim_of(office, invoice_id)
    assert (again.added, [one.refused.code for one in again.problems]) == (0, ["invoice.on_paper"])


def test_it_is_used_from_submission_and_unused_when_the_paper_is_voided(office, tmp_path):
    (invoice_id,) = add(office, invoice_file(tmp_path)).ids
    paper = submitted(office, claim_of(office, invoice_id).draft)
    assert stored(office)[0].state is InvoiceState.USED
    paid = office.pay(office.approve(paper))
    office.void(paid)
    assert stored(office)[0].state is InvoiceState.UNUSED


def test_the_invoice_of_a_voided_paper_goes_on_to_the_next_and_stays_visible_on_the_old(either, tmp_path):
    office = make_office(either)
    (invoice_id,) = add(office, invoice_file(tmp_path)).ids
    old = office.pay(office.approve(submitted(office, claim_of(office, invoice_id).draft)))
    office.void(old)
    again = office.from_files(invoice_file(tmp_path)).draft
    (invoice,) = stored(office)
    assert (invoice.id, invoice.claim_id) == (invoice_id, again.id)
    detail = office.detail(old)
    assert (detail.state, [row.id for row in detail.invoices]) == (ClaimState.VOIDED, [invoice_id])
    assert len(detail.attachments) == 1


def test_the_same_invoice_in_two_drafts_is_in_the_store_once(office, tmp_path):
    first = office.from_files(invoice_file(tmp_path)).draft
    office.from_files(invoice_file(tmp_path))
    with office.writing() as session:
        expense_claims.delete(session, office.clerk, first.id, first.version)
    assert len(stored(office)) == 1


def test_what_waits_for_more_than_thirty_days_is_asked_after(office, tmp_path):
    add(office, invoice_file(tmp_path), today=TODAY - timedelta(days=30))
    add(office, invoice_file(tmp_path, number="26422000000000000002"), today=TODAY - timedelta(days=31))
    with office.database.read() as session:
        found = invoice_store.headline(session, office.clerk, today=TODAY)
    assert (found.count, found.late, found.late_total, found.days) == (2, 1, Decimal("556.00"), 30)
    assert listed(office, "late") == ["26422000000000000002"]


def test_a_typed_paper_invoice_is_stored_once(office):
    draft = InvoiceDraft(code="4200161350", number="00015045", issued_on=TODAY, total=Decimal(100))
    with office.writing() as session:
        typed_invoices.add_to_store(session, office.clerk, draft, today=TODAY)
    with refusal("invoice.known"), office.writing() as session:
        typed_invoices.add_to_store(session, office.clerk, draft, today=TODAY)


def test_an_unused_invoice_is_removed_with_its_files_one_on_a_paper_is_not(office, tmp_path):
    first, second = add(
        office, invoice_file(tmp_path), invoice_file(tmp_path, number="26422000000000000002")
    ).ids
    claim_of(office, second)
    versions = {invoice.id: invoice.version for invoice in stored(office)}
    with office.writing() as session:
        invoice_store.remove(session, office.clerk, first, versions[first])
    with refusal("invoice.on_paper"), office.writing() as session:
        invoice_store.remove(session, office.clerk, second, versions[second])
    assert [invoice.id for invoice in stored(office)] == [second]


def test_who_only_looks_may_not_add(office, tmp_path, auditor):
    with refusal("permission.denied"):
        add(office, invoice_file(tmp_path), actor=auditor)


def test_a_file_that_vanished_leaves_no_invoice_behind(office, tmp_path):
    path, reading = invoice_file(tmp_path)
    path.unlink()
    assert [problem.refused.code for problem in add(office, (path, reading)).problems] == ["attachment.unreadable"]
    assert stored(office) == []


def test_invoices_from_before_the_store_become_findable(office, tmp_path):
    office.from_files(invoice_file(tmp_path))
    with office.writing() as session:
        invoice = session.query(Invoice).one()
        invoice.search_text = ""
        session.flush()
        invoice_records.search.index(session, "invoice", invoice.id, "")
    assert listed(office, text="236547") == []
    with office.writing() as session:
        invoice_records.fill_search(session)
    assert len(listed(office, text="236547")) == 1


def test_the_detail_tells_paper_and_days(office, tmp_path):
    (invoice_id,) = add(office, invoice_file(tmp_path), today=TODAY - timedelta(days=40)).ids
    with office.database.read() as session:
        found = invoice_store.detail(session, office.clerk, invoice_id, today=TODAY)
    assert (found.late_days, found.paper_number, len(found.files), found.history[0].action) == (40, "", 1, "read")


