"""The invoice of a line: typed from paper in the claim's form, or put right where a file was misread."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.invoice import Invoice
from tests.claim_forms import file, opened, put, settle
from tests.claims import COMPANY, TODAY, Office, make_office
from tests.desks import make_desk, named
from ui.state import Desk
from ui.tasks import Tasks
from ui.widgets.record_dialog import RecordDialog


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> Iterator[Desk]:
    tasks = Tasks(office.database)
    yield make_desk(office.database, tasks, office.clerk, TODAY)
    assert tasks.wait_idle()
    tasks.close()


@pytest.fixture
def claim(qtbot, desk, office):
    """A saved claim of one line without an invoice, open in its form."""
    dialog = opened(qtbot, desk, office.save(office.draft("113.00")))
    dialog.lines.view.setCurrentIndex(dialog.lines.model.index(0, 0))
    return dialog


def invoice_dialog(desk, dialog) -> RecordDialog:
    named(dialog, QPushButton, "action.invoice").click()
    settle(desk)
    return dialog.findChildren(RecordDialog)[-1]


def test_a_paper_invoice_is_typed_under_its_line(desk, office, claim):
    form = invoice_dialog(desk, claim)
    assert form.gather() is not None
    assert form.gather().buyer_name == COMPANY
    assert form.gather().total == Decimal("113.00")
    put(form, "number", "00015045")
    form.save()
    settle(desk)
    assert "00015045" in claim.parts.invoice.text()
    assert claim.gather().lines[0].invoice_id is not None


def test_a_missing_number_is_told_beside_its_field(desk, claim):
    form = invoice_dialog(desk, claim)
    form.save()
    settle(desk)
    assert form.body.boxes["number"].error()


def test_a_misread_invoice_is_put_right_and_looked_at_again(qtbot, desk, office, tmp_path):
    dialog = opened(qtbot, desk, office.save(office.draft("20.00")))
    dialog.add_invoices([file(tmp_path)])
    settle(desk)
    last = len(dialog.lines.model.lines()) - 1
    dialog.lines.view.setCurrentIndex(dialog.lines.model.index(last, 0))
    form = invoice_dialog(desk, dialog)
    put(form, "seller_name", "更正后的销售方")
    form.save()
    settle(desk)
    with office.database.read() as session:
        assert session.query(Invoice).one().seller_name == "更正后的销售方"
    assert "更正后的销售方" in dialog.parts.invoice.text()
