"""The list of certificates and the timeline as they leave the program: on paper, as PDF, as .xlsx."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import certificate_lists, certificate_timeline
from ui.widgets.confirm import tell
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write
from ui.widgets.write_whole import write_whole

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from ui.state import Desk

type Pdf = Callable[[Actor, date, Session, PrintSettings], bytes]

TITLE = "证照资质一览表"

translate = QCoreApplication.translate


def print_list(desk: Desk, parent: QWidget) -> PrintPreview:
    """Preview the list of every certificate in use."""
    return _preview(
        desk, parent, "certificate_list", translate("Certificates", "List of certificates"), _list_pdf
    )


def print_timeline(desk: Desk, parent: QWidget) -> PrintPreview:
    """Preview the coming eighteen months."""
    title = translate("Certificates", "Timeline of certificates")
    return _preview(desk, parent, "certificate_timeline", title, _timeline_pdf)


def _preview(desk: Desk, parent: QWidget, name: str, title: str, pdf: Pdf) -> PrintPreview:
    make = partial(pdf, desk.actor, desk.today())
    preview = PrintPreview(desk, PrintJob(name, title, ("A4 landscape", "A3 landscape"), make), parent)
    preview.open()
    return preview


def export_list(desk: Desk, parent: QWidget) -> QFileDialog:
    """Ask where to, then write the list as .xlsx."""
    dialog = QFileDialog(parent, translate("Export", "Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{TITLE} {desk.today().isoformat()}.xlsx")

    def write(name: str) -> None:
        path = Path(name)
        work = partial(write_list, desk.actor, desk.today(), path)
        desk.tasks.read(parent, work, lambda done: None if done else tell(parent, cannot_write(path)))

    dialog.fileSelected.connect(write)
    dialog.open()
    return dialog


def write_list(actor: Actor, today: date, path: Path, session: Session) -> bool:
    """Write the list whole or not at all; False when the place does not allow it. Runs on a worker."""
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    found = certificate_lists.certificate_list(session, actor, on=today)
    rows = [row.cells(place) for place, row in enumerate(found.rows, start=1)]
    return write_whole(path, lambda part: xlsx.write_table(part, TITLE, certificate_lists.HEADINGS, rows))


def _list_pdf(actor: Actor, today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.certificate_list_form import certificate_list_pdf

    return certificate_list_pdf(certificate_lists.certificate_list(session, actor, on=today), settings)


def _timeline_pdf(actor: Actor, today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.certificate_timeline_form import timeline_pdf

    found = certificate_timeline.timeline(session, actor, today=today)
    return timeline_pdf(found, settings)
