"""Figures of an invoice that do not add up, or make no sense in its file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from models.expense_claim import CheckLevel
from services import typed_invoices
from services.claim_check_row import Check
from services.claim_values import ClaimDraft, Saved
from services.database import Database
from services.invoices.model import UNREAD, Certainty, InvoiceKind, Source
from tests.claims import TODAY, Office, invoice_file, make_office
from ui.claims.check_words import check_sentence


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def found(office: Office, draft: ClaimDraft) -> dict[str, Check]:
    detail = office.detail(Saved(draft.id or 0, draft.version or 0, ""))
    return {check.code: check for check in detail.checks}


@pytest.mark.parametrize(
    ("sure", "kind", "level"),
    [
        (Certainty.CERTAIN, InvoiceKind.DIGITAL_ORDINARY, CheckLevel.STOP),
        (Certainty.LIKELY, InvoiceKind.DIGITAL_ORDINARY, CheckLevel.WARN),
        (Certainty.CERTAIN, InvoiceKind.AIR, CheckLevel.WARN),
    ],
)
def test_amounts_that_do_not_add_up_stop_a_claim_only_when_all_are_certain(
    office: Office, tmp_path: Path, sure: Certainty, kind: InvoiceKind, level: CheckLevel
) -> None:
    sources = dict.fromkeys(("net", "tax", "total"), Source("xml", sure))
    file = invoice_file(tmp_path, net=Decimal("510.08"), sources=sources, kind=kind)
    result = found(office, office.from_files(file).draft)
    assert result["arithmetic"].level == level
    assert "510.08" in check_sentence(result["arithmetic"])


def test_what_stands_in_the_file_and_makes_no_sense_is_named_until_it_is_typed(
    office: Office, tmp_path: Path
) -> None:
    sources = {"date": Source(UNREAD, Certainty.GUESS), "lines": Source(UNREAD, Certainty.GUESS)}
    draft = office.from_files(invoice_file(tmp_path, sources=sources)).draft
    check = found(office, draft)["invoice_unread"]
    assert (check.level, check.values["fields"]) == (CheckLevel.WARN, "date lines")
    assert "day, amounts of its lines" in check_sentence(check)
    with office.writing() as session:
        typed = typed_invoices.get(session, office.clerk, draft.lines[0].invoice_id or 0)
        typed_invoices.correct(session, office.clerk, typed, today=TODAY)
    assert found(office, draft)["invoice_unread"].values["fields"] == "lines"
