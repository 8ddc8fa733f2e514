"""Sheets of the funds on the screen: looked at and printed, or written as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.plain_table import export_rows
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from services.reports.sheet import Sheet
    from ui.state import Desk

PAPERS = ("A4 landscape", "A4")

type Make = Callable[[Session, Actor], tuple[Sheet, ...]]


def print_sheets(desk: Desk, parent: QWidget, name: str, title: str, make: Make) -> PrintPreview:
    """The preview of sheets; `make` runs on a worker."""
    preview = PrintPreview(desk, PrintJob(name, title, PAPERS, partial(_pdf, desk.actor, make)), parent)
    preview.open()
    return preview


def export_sheet(desk: Desk, parent: QWidget, make: Make) -> None:
    """Ask where to, then write the last of the sheets as .xlsx."""

    def write(sheets: tuple[Sheet, ...]) -> None:
        ask_file(desk, parent, sheets[-1])

    desk.tasks.read(parent, partial(_made, desk.actor, make), write)


def ask_file(desk: Desk, parent: QWidget, sheet: Sheet) -> QFileDialog:
    """A sheet as a workbook: its columns and rows, the totals where there are any, numbers as numbers, and below them the places to sign."""
    rows = [tuple(row) for row in sheet.rows]
    if sheet.totals:
        rows.append(tuple(sheet.totals))
    headings = [column.label.replace("　", "") for column in sheet.columns]
    counts = [
        place
        for place, column in enumerate(sheet.columns)
        if column.align == "right" or column.label == "序号"
    ]
    return export_rows(desk, parent, sheet.title, headings, rows, ending=sheet.ending, counts=counts)


def _pdf(actor: Actor, make: Make, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.insurance_sheets import sheets_pdf

    return sheets_pdf(make(session, actor), settings)


def _made(actor: Actor, make: Make, session: Session) -> tuple[Sheet, ...]:
    return make(session, actor)
