"""What leaves the page of bids: the summary on paper and as a workbook, terms of contracts, dates as a calendar file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import bid_calendar, bid_contract_papers, bid_papers
from services.database import now
from services.reports.bid_summary import summary_pdf
from ui.widgets.confirm import tell
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from datetime import datetime

    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


def print_summary(page: Any, ids: list[int]) -> PrintPreview:
    """The summaries of the selected bids, each from a page of its own."""
    make = partial(_pdf, page.desk.actor, tuple(ids), page.desk.today())
    job = PrintJob("bid_summary", translate("Bid", "Summary of bids"), ("A4",), make)
    preview = PrintPreview(page.desk, job, page)
    preview.open()
    return preview


def print_outline(page: Any, ids: list[int]) -> PrintPreview:
    """The terms of the contract of the selected bid."""
    make = partial(_outline, page.desk.actor, ids[0], page.desk.today())
    preview = PrintPreview(
        page.desk, PrintJob("bid_contract", translate("Bid", "Terms of the contract"), ("A4",), make), page
    )
    preview.open()
    return preview


def export_summary(page: Any, ids: list[int]) -> QFileDialog:
    """Ask where to, then write the summaries of the selected bids as a workbook."""
    dialog = QFileDialog(page, translate("Bid", "Export the summary"))
    dialog.setObjectName("dialog.summary_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"投标项目情况表 {page.desk.today().isoformat()}.xlsx")  # it is a Chinese form
    dialog.fileSelected.connect(lambda name: write_summary(page, tuple(ids), Path(name)))
    dialog.open()
    return dialog


def write_summary(page: Any, ids: tuple[int, ...], path: Path) -> None:
    """Write the workbook and say how many bids are in it."""

    def done(count: int) -> None:
        tell(page, translate("Bid", "{file}: {count} bids.").format(file=path.name, count=count))

    work = partial(_book, page.desk.actor, ids, path, page.desk.today())
    page.desk.tasks.read(page, work, done, page.refuse)


def _book(actor: Actor, ids: tuple[int, ...], path: Path, today: date, session: Session) -> int:
    return bid_papers.workbook(session, actor, ids, path, today=today)


def _outline(actor: Actor, bid_id: int, today: date, session: Session, settings: PrintSettings) -> bytes:
    return summary_pdf([bid_contract_papers.outline(session, actor, bid_id, today=today)], settings)


def _pdf(actor: Actor, ids: tuple[int, ...], today: date, session: Session, settings: PrintSettings) -> bytes:
    return summary_pdf(bid_papers.summaries(session, actor, ids, today=today), settings)


def export_calendar(page: Any, _ids: list[int]) -> QFileDialog:
    """Ask where to, then write all dates of bids and certificates."""
    dialog = QFileDialog(page, translate("Bid", "All dates as a calendar file"))
    dialog.setObjectName("dialog.calendar_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Bid", "Calendar (*.ics)"))
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(f"OpsDesk {page.desk.today().isoformat()}.ics")
    dialog.fileSelected.connect(lambda name: write_calendar(page, Path(name)))
    dialog.open()
    return dialog


def write_calendar(page: Any, path: Path) -> None:
    """Write the file and say how many dates are in it."""

    def done(count: int) -> None:
        tell(page, translate("Bid", "{file}: {count} dates.").format(file=path.name, count=count))

    name = translate("Bid", "Bids and certificates")
    page.desk.tasks.read(page, partial(_write, page.desk.actor, path, name, now()), done, page.refuse)


def _write(actor: Actor, path: Path, name: str, stamp: datetime, session: Session) -> int:
    return bid_calendar.write(session, actor, path, name=name, stamp=stamp)
