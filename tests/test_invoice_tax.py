"""The tax of a month: by issue and by use, special invoices apart, without what was taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from services import invoice_store, invoice_tax, registers
from services.invoice_tax import MonthOf
from services.invoices.model import InvoiceKind
from services.registers import Query
from tests.claims import TODAY, Office, invoice_file, make_office, refusal
from tests.test_invoice_marks import mark
from tests.test_invoice_store import add, claim_of, submitted


@pytest.fixture
def company(database) -> Office:
    return make_office(database)


def months(company: Office, which: MonthOf) -> list[tuple[object, ...]]:
    with company.database.read() as session:
        found = invoice_tax.by_month(session, company.clerk, which)
    return [(one.month, one.count, one.tax, one.special_count, one.special_tax) for one in found]


def test_a_month_counts_what_was_issued_in_it_and_lists_it(either, tmp_path):
    company = make_office(either)
    special = InvoiceKind.DIGITAL_SPECIAL
    add(
        company,
        invoice_file(tmp_path),
        invoice_file(tmp_path, number="26422000000000000002", kind=special, tax=Decimal("10.01")),
        invoice_file(tmp_path, number="26422000000000000003", date=date(2026, 10, 31), tax=None),
    )
    assert months(company, MonthOf.ISSUE) == [
        (date(2026, 11, 1), 2, Decimal("55.92"), 1, Decimal("10.01")),
        (date(2026, 10, 1), 1, Decimal(0), 0, Decimal(0)),
    ]
    filters = invoice_tax.filters_of(date(2026, 11, 1), MonthOf.ISSUE, special=True)
    with company.database.read() as session:
        rows = registers.window(
            session, company.clerk, invoice_store.REGISTER, Query(TODAY, filters=filters), 0, 9
        )
    assert [row[1] for row in rows] == ["26422000000000000002"]


def test_by_use_only_what_was_handed_in_counts(company, tmp_path):
    (first, _second) = add(
        company, invoice_file(tmp_path), invoice_file(tmp_path, number="26422000000000000002")
    ).ids
    submitted(company, claim_of(company, first).draft)
    assert months(company, MonthOf.USE) == [(date(2026, 11, 1), 1, Decimal("45.91"), 0, Decimal(0))]
    filters = invoice_tax.filters_of(date(2026, 11, 1), MonthOf.USE)
    with company.database.read() as session:
        assert (
            registers.count(session, company.clerk, invoice_store.REGISTER, Query(TODAY, filters=filters))
            == 1
        )


def test_what_its_seller_took_back_counts_in_no_month(company, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    mark(company, invoice_id)
    assert months(company, MonthOf.ISSUE) == []


def test_who_may_not_see_invoices_sees_no_tax(company, actor):
    from dataclasses import replace

    with refusal("permission.denied"), company.database.read() as session:
        invoice_tax.by_month(session, replace(company.clerk, permissions=frozenset()), MonthOf.ISSUE)
