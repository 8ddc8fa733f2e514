"""The page of invoices: files dropped, a claim made, marks set, fields confirmed, tax listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.invoice import InvoiceState
from services.invoices.model import OCR, Certainty, Source
from services.terms import PaperKind
from tests.claim_pages import OURS, act, column, drop, texts
from tests.claims import TODAY, Office, invoice_file, make_office
from tests.desks import make_desk, named
from tests.hands import settle
from tests.invoice_files import digital_pdf
from tests.test_invoice_store import add, claim_of, stored, submitted
from ui.claims.act_dialog import ActDialog
from ui.claims.claim_dialog import ClaimDialog
from ui.claims.invoice_dialog import InvoiceDialog
from ui.claims.stored_dialog import StoredDialog
from ui.invoices.tax_dialog import TaxDialog
from ui.pages.invoices import InvoicesPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def company(database) -> Office:
    return make_office(database)


@pytest.fixture
def tasks(company: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(company.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def opened(qtbot: QtBot, company: Office, tasks: Tasks, actor=None) -> InvoicesPage:
    page = InvoicesPage(make_desk(company.database, tasks, actor or company.clerk, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    settle(tasks)
    return page


def test_a_dropped_file_is_read_and_kept_unused(qtbot, company, tasks, tmp_path):
    path = tmp_path / "invoice.pdf"
    path.write_bytes(digital_pdf(OURS))
    page = opened(qtbot, company, tasks)
    drop(page, path)
    assert column(page, "number") == [stored(company)[0].number]
    assert stored(company)[0].state is InvoiceState.UNUSED
    assert page.line.text() == "1 unused"


def test_the_line_below_the_title_asks_after_what_waits(qtbot, company, tasks, tmp_path):
    add(company, invoice_file(tmp_path), today=TODAY - timedelta(days=40))
    page = opened(qtbot, company, tasks)
    assert page.line.text() == "1 unused for more than 30 days, ¥556.00"
    assert "Not handed in for 40 days" in texts(page.pane)


def test_a_claim_is_made_from_the_selected_ones(qtbot, company, tasks, tmp_path):
    add(company, invoice_file(tmp_path), invoice_file(tmp_path, number="26422000000000000002"))
    page = opened(qtbot, company, tasks)
    gone: list[tuple[str, object]] = []
    page.desk = replace(page.desk, go=lambda name, record: gone.append((name, record)))
    page.view.table.selectAll()
    act(page, "claim")
    assert [name for name, _ in gone] == ["reimbursements"]
    assert {invoice.claim_id for invoice in stored(company)} == {gone[0][1]}


def test_after_payment_the_pane_says_what_to_do(qtbot, company, tasks, tmp_path):
    (invoice_id,) = add(company, invoice_file(tmp_path)).ids
    company.pay(company.approve(submitted(company, claim_of(company, invoice_id).draft)))
    page = opened(qtbot, company, tasks)
    act(page, "mark")
    dialog = page.findChild(ActDialog)
    dialog.save()
    settle(tasks)
    assert stored(company)[0].state is InvoiceState.RED_LETTERED
    assert "was paid already: ask" in texts(page.pane)
    assert "1 taken back by the seller after payment" in page.line.text()


def test_recognised_fields_are_confirmed_with_enter(qtbot, company, tasks, tmp_path):
    sources = {name: Source(OCR, Certainty.LIKELY, 90) for name in ("number", "total")}
    (invoice_id,) = add(company, invoice_file(tmp_path, sources=sources)).ids
    page = opened(qtbot, company, tasks)
    page.open_form(invoice_id)
    settle(tasks)
    dialog = page.findChild(InvoiceDialog)
    message = named(dialog, QLabel, "message.number")
    assert "90 % sure" in message.text()
    QTest.keyClick(dialog.body.boxes["number"].widget, Qt.Key.Key_Return)
    assert message.text() == ""
    dialog.save()
    settle(tasks)
    found = stored(company)[0].sources
    assert (found["number"]["where"], found["total"]["where"]) == ("confirmed", "ocr")


def test_the_form_of_a_claim_takes_from_the_store(qtbot, company, tasks, tmp_path):
    add(company, invoice_file(tmp_path))
    draft = company.get(company.save(company.draft("5")))
    desk = make_desk(company.database, tasks, company.clerk, TODAY)
    dialog = ClaimDialog(desk, PaperKind.CLAIM, draft.id)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(tasks)
    dialog.choose_stored()
    settle(tasks)
    chooser = dialog.findChild(StoredDialog)
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    settle(tasks)
    assert stored(company)[0].claim_id == draft.id


def test_the_tax_of_a_month_lists_its_invoices(qtbot, company, tasks, tmp_path):
    add(
        company,
        invoice_file(tmp_path),
        invoice_file(tmp_path, number="26422000000000000002", date=TODAY.replace(month=10)),
    )
    page = opened(qtbot, company, tasks)
    dialog = page.open_tax()
    settle(tasks)
    assert dialog.table.item(0, 3).text() == "45.91"
    assert [row[0] for row in dialog.rows()] == ["2026-11", "2026-10"]
    assert dialog.totals()[3] == "91.82"
    dialog.table.selectRow(1)
    dialog.list_month()
    settle(tasks)
    assert column(page, "number") == ["26422000000000000002"]
    assert page.findChild(TaxDialog) is None or not dialog.isVisible()


def test_an_auditor_looks_and_changes_nothing(qtbot, company, tasks, tmp_path, auditor):
    add(company, invoice_file(tmp_path))
    page = opened(qtbot, company, tasks, auditor)
    for name in ("import", "mark", "unmark", "remove", "new", "claim"):
        assert page.acts.get(name) is None, name
    assert page.findChild(QPushButton, "action.attach") is None
