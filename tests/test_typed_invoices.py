"""Invoices typed from paper, and misread ones put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.expense_claim import CheckLevel
from models.invoice import Invoice
from services import audit, expense_claims, typed_invoices
from services.database import Database
from services.typed_invoices import InvoiceDraft
from tests.claims import COMPANY, SELLER, TAX_ID, TODAY, Office, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def paper(number: str = "00015045", **changes: object) -> InvoiceDraft:
    base = InvoiceDraft(
        code="4200161350",
        number=number,
        issued_on=TODAY - timedelta(days=3),
        net=Decimal("100.00"),
        tax=Decimal("13.00"),
        total=Decimal("113.00"),
        buyer_name=COMPANY,
        buyer_tax_id=TAX_ID,
        seller_name=SELLER,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # values of its own fields


def add(office: Office, draft: InvoiceDraft, amount: str = "113.00"):
    with office.writing() as session:
        claim = office.draft(amount)
        return typed_invoices.add(session, office.clerk, claim, 0, draft, today=TODAY)


def test_a_new_invoice_is_made_out_to_the_company(office):
    with office.database.read() as session:
        draft = typed_invoices.new(session, office.clerk)
    assert (draft.buyer_name, draft.buyer_tax_id) == (COMPANY, TAX_ID)


def test_a_paper_invoice_stands_under_its_line(office):
    claim = add(office, paper())
    with office.database.read() as session:
        detail = expense_claims.detail(session, office.clerk, claim.id, today=TODAY)
    assert detail.lines[0].invoice_number == "00015045"
    assert not [check for check in detail.checks if check.level is not CheckLevel.OK]


def test_the_same_paper_invoice_typed_twice_is_found(office):
    first = add(office, paper())
    with office.writing() as session:
        expense_claims.submit(session, office.clerk, first.id, first.version, "once", today=TODAY)
    second = add(office, paper())
    with office.database.read() as session:
        detail = expense_claims.detail(session, office.clerk, second.id, today=TODAY)
    assert ("invoice_used", CheckLevel.STOP) in {(check.code, check.level) for check in detail.checks}


def test_a_misread_total_is_put_right_and_marked_as_typed(office):
    claim = add(office, paper(total=Decimal("118.00")))
    invoice_id = claim.lines[0].invoice_id
    with office.writing() as session:
        draft = typed_invoices.get(session, office.clerk, invoice_id)
        typed_invoices.correct(session, office.clerk, replace(draft, total=Decimal("113.00")), today=TODAY)
    with office.database.read() as session:
        invoice = session.get_one(Invoice, invoice_id)
        acts = audit.history(session, office.clerk, "invoice", invoice_id)
        assert invoice.sources["total"] == {"where": "typed", "sure": "certain"}
        assert acts[0].changes["total"] == ["118.00", "113.00"]


@pytest.mark.parametrize("field", ["number", "issued_on", "total"])
def test_what_every_invoice_has_must_be_typed(office, field):
    empty = {"number": "", "issued_on": None, "total": None}[field]
    with refusal("record.required") as refused:
        add(office, paper(**{field: empty}))
    assert refused.value.field == field


def test_an_invoice_cannot_stand_under_a_line_that_is_not_there(office):
    with refusal("claim.unknown_choice"), office.writing() as session:
        typed_invoices.add(session, office.clerk, office.draft("113.00"), 1, paper(), today=TODAY)


def test_two_who_correct_one_invoice_do_not_overwrite_each_other(office):
    claim = add(office, paper())
    with office.writing() as session:
        draft = typed_invoices.get(session, office.clerk, claim.lines[0].invoice_id)
        typed_invoices.correct(session, office.clerk, replace(draft, seller_name="甲"), today=TODAY)
    with refusal("record.stale"), office.writing() as session:
        typed_invoices.correct(session, office.clerk, replace(draft, seller_name="乙"), today=TODAY)


def test_the_invoice_of_a_submitted_claim_stays_as_it_is(office):
    claim = add(office, paper())
    with office.writing() as session:
        expense_claims.submit(session, office.clerk, claim.id, claim.version, "once", today=TODAY)
    with refusal("claim.wrong_state"), office.writing() as session:
        draft = typed_invoices.get(session, office.clerk, claim.lines[0].invoice_id)
        typed_invoices.correct(session, office.clerk, replace(draft, number="1"), today=TODAY)


def test_an_invoice_that_is_gone_is_said_so(office):
    with refusal("record.gone"), office.database.read() as session:
        typed_invoices.get(session, office.clerk, 999)
