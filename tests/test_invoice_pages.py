"""The invoices beside the lines: drawn in a process of their own, enlarged by a key, told in words without a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from services.database import Database
from services.invoices.pages import page_pictures
from tests.claim_forms import file
from tests.claims import TODAY, Office, invoice_file, make_office, refusal
from tests.desks import make_desk, named
from tests.hands import settle
from tests.invoice_files import digital_pdf
from ui.claims.invoice_pages import PagesDialog
from ui.pages.approvals import ApprovalsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
PNG = b"\x89PNG"


def test_a_pdf_is_drawn_page_by_page(tmp_path: Path) -> None:
    (page,) = page_pictures(file(tmp_path), width=400)
    assert page.startswith(PNG)


def test_a_picture_is_shown_as_it_is_and_xml_has_none(tmp_path: Path) -> None:
    Image.new("RGB", (2000, 900), "white").save(tmp_path / "scan.jpg")
    (page,) = page_pictures(tmp_path / "scan.jpg", width=500)
    assert page.startswith(PNG)
    (tmp_path / "one.xml").write_text("<a/>")
    assert page_pictures(tmp_path / "one.xml") == []


@pytest.mark.parametrize("content", [b"%PDF-1.4 nothing", b"\x00\x01", b""])
def test_a_damaged_file_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    with refusal("invoice.damaged"):
        page_pictures(path)


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def waiting(office: Office, tmp_path: Path, content: bytes) -> None:
    path, reading = invoice_file(tmp_path)
    path.write_bytes(content)
    found = office.from_files((path, reading)).draft
    from services.claim_values import Saved

    office.submit(Saved(found.id, found.version, ""))


def opened(qtbot: QtBot, office: Office, tasks: Tasks) -> ApprovalsPage:
    page = ApprovalsPage(make_desk(office.database, tasks, office.head, TODAY))
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    page.view.table.setFocus()
    settle(tasks)
    QTest.qWait(300)
    settle(tasks)
    return page


def test_the_page_stands_beside_the_lines_and_a_key_enlarges_it(qtbot, office, tasks, tmp_path) -> None:
    waiting(office, tmp_path, digital_pdf_content())
    page = opened(qtbot, office, tasks)
    assert len(page.invoices.findChildren(QToolButton, "invoice.page.0")) == 1
    assert page.acts.get("invoice_pages").isEnabled()
    page.acts.get("invoice_pages").trigger()
    dialog = named(page.window(), PagesDialog, "dialog.invoice_pages")
    before = dialog.page.pixmap().width()
    named(dialog, QPushButton, "action.larger").click()
    assert dialog.page.pixmap().width() > before
    assert "1 / 1" in named(dialog, QLabel, "pages.caption").text()
    dialog.turn(5)
    assert dialog.place == 0
    dialog.reject()


def test_what_cannot_be_drawn_is_told_in_words(qtbot, office, tasks, tmp_path) -> None:
    waiting(office, tmp_path, b"%PDF broken")
    page = opened(qtbot, office, tasks)
    dialog = page.invoices.look()
    assert dialog is not None
    assert not dialog.page.pixmap().isNull()  # what is registered, as a sheet
    text = dialog.page.accessibleDescription()
    assert "26422000000481236547" in text
    assert "cannot be drawn" in text
    dialog.reject()


def digital_pdf_content() -> bytes:
    from tests.claim_forms import OURS

    return digital_pdf(OURS)
