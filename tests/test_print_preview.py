"""The print preview: pages as they will be, paper and offset remembered, a PDF that is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.user import Role
from services.database import Database
from services.reports.sheet import Sheet, SheetColumn, sheet_pdf
from tests.conftest import actor_of_role
from tests.desks import make_desk, named
from ui import printing
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintJob, PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def desk(database: Database, qtbot: QtBot, today) -> Iterator:
    tasks = Tasks(database)
    yield make_desk(database, tasks, actor_of_role(Role.CLERK), today)
    assert tasks.wait_idle()
    tasks.close()


def make(_session, settings) -> bytes:
    rows = [[f"row {number}"] for number in range(120)]
    return sheet_pdf(Sheet("People", (SheetColumn("Name"),), rows), settings)


def opened(qtbot, desk) -> PrintPreview:
    preview = PrintPreview(desk, PrintJob("sheet.test", "People", ("A4 landscape", "A4"), make))
    qtbot.addWidget(preview)
    with qtbot.waitSignal(preview.shown):
        preview.show()
    return preview


def test_the_preview_shows_the_pages_and_turns_them(qtbot, desk):
    preview = opened(qtbot, desk)
    pages = preview.document.pageCount()
    assert pages > 1
    preview.turn(1)
    assert named(preview, QLabel, "label.pages").text() == f"Page 2 of {pages}"


def test_another_paper_makes_other_pages_and_is_remembered_for_the_form(qtbot, desk):
    preview = opened(qtbot, desk)
    with qtbot.waitSignal(preview.shown):
        named(preview, QComboBox, "field.paper").setCurrentIndex(1)
    assert preview.document.pagePointSize(0).height() > preview.document.pagePointSize(0).width()
    again = opened(qtbot, desk)
    assert named(again, QComboBox, "field.paper").currentData() == "A4"


def test_the_offset_is_exact_in_tenths_of_a_millimetre(qtbot, desk):
    preview = opened(qtbot, desk)
    with qtbot.waitSignal(preview.shown):
        named(preview, QDoubleSpinBox, "field.offset_x").setValue(2.3)
    assert preview.settings_bar.settings().offset_x_mm == Decimal("2.3")


def test_a_paper_too_small_is_told_and_the_pages_stay(qtbot, desk):
    preview = opened(qtbot, desk)
    pages = preview.document.pageCount()
    paper = named(preview, QComboBox, "field.paper")
    named(preview, QDoubleSpinBox, "field.width").setValue(80)
    paper.setCurrentIndex(paper.findData("own"))
    assert desk.tasks.wait_idle()
    assert "mm" in preview.notice.text()
    assert preview.document.pageCount() == pages


def test_the_pages_are_saved_as_pdf(qtbot, desk, tmp_path):
    preview = opened(qtbot, desk)
    preview.save_to(tmp_path / "people.pdf")
    assert desk.tasks.wait_idle()
    text = pypdfium2.PdfDocument(tmp_path / "people.pdf")[0].get_textpage().get_text_range()
    assert "row 0" in text


def test_a_folder_that_is_not_there_is_told_with_the_name(qtbot, desk, tmp_path):
    preview = opened(qtbot, desk)
    preview.save_to(tmp_path / "missing" / "people.pdf")
    assert desk.tasks.wait_idle()
    assert "people.pdf" in preview.notice.text()


def test_without_a_printer_the_button_says_so(qtbot, desk, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))
    preview = opened(qtbot, desk)
    button = named(preview, QPushButton, "action.print")
    assert not button.isEnabled()
    assert "PDF" in button.toolTip()


def test_pages_reach_the_printer_in_their_true_size(qtbot, desk, tmp_path):
    preview = opened(qtbot, desk)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert printing.render(preview.document, printer)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == preview.document.pageCount()
    assert [round(side) for side in printed[0].get_size()] == [842, 595]
