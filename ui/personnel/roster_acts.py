"""What leaves the employees page: the roster as a form and a table, the list for the bank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import rosters
from ui.widgets.confirm import tell
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write
from ui.widgets.write_whole import write_whole

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from ui.state import Desk

type Rows = Sequence[Sequence[object]]

translate = QCoreApplication.translate


def print_roster(desk: Desk, page: QWidget) -> PrintPreview:
    """Preview the statutory roster of today."""
    make = partial(_roster_pdf, desk.actor, desk.today())
    job = PrintJob("roster", translate("Personnel", "Roster of employees"), ("A4 landscape",), make)
    preview = PrintPreview(desk, job, page)
    preview.open()
    return preview


def export_roster(desk: Desk, page: QWidget) -> QFileDialog:
    """Ask where to, then write the roster of today as .xlsx."""
    made = partial(_roster_rows, desk.actor, desk.today())
    return export_rows(desk, page, "职工名册", rosters.HEADINGS, made)


def export_bank_list(desk: Desk, page: QWidget, ids: Sequence[int]) -> QFileDialog:
    """Ask where to, then write the list for the bank of the selected people."""
    actor, today, chosen = desk.actor, desk.today(), tuple(ids)

    def made(session: Session) -> Rows:
        return rosters.bank_list(session, actor, chosen, on=today)

    return export_rows(desk, page, "批量开卡名单", rosters.BANK_HEADINGS, made)


def export_rows(
    desk: Desk, page: QWidget, title: str, headings: Sequence[str], made: Callable[[Session], Rows]
) -> QFileDialog:
    """Ask where to, then write what `made` answers as .xlsx."""
    dialog = QFileDialog(page, translate("Export", "Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{title} {desk.today().isoformat()}.xlsx")

    def write(name: str) -> None:
        work = partial(_write, Path(name), title, tuple(headings), made)
        desk.tasks.read(page, work, partial(_written, page, Path(name)))

    dialog.fileSelected.connect(write)
    dialog.open()
    return dialog


def _write(
    path: Path, title: str, headings: Sequence[str], made: Callable[[Session], Rows], session: Session
) -> bool:
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    rows = made(session)
    return write_whole(path, lambda part: xlsx.write_table(part, title, headings, rows))


def _written(page: QWidget, path: Path, written: bool) -> None:
    if not written:
        tell(page, cannot_write(path))


def _roster_rows(actor: Actor, today: date, session: Session) -> Rows:
    found = rosters.roster(session, actor, on=today)
    return [row.cells(place) for place, row in enumerate(found.rows, start=1)]


def _roster_pdf(actor: Actor, today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.roster_form import roster_pdf

    return roster_pdf(rosters.roster(session, actor, on=today), settings)
