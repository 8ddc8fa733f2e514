"""What leaves a table of figures: the clipboard, an Excel file, chart and table on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import company
from services.database import Session
from services.permissions import Actor, Permission
from services.reports.figures import figures_pdf
from services.reports.paper import PrintSettings
from ui.state import Desk
from ui.statistics.figures import Figures
from ui.widgets.confirm import tell
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write
from ui.widgets.register_rows import exact
from ui.widgets.write_whole import write_whole

translate = QCoreApplication.translate


def copy_figures(figures: Figures) -> None:
    """The table with headings and sums, as Excel takes it."""
    rows = [[heading.words for heading in figures.headings], *_plain(figures)]
    QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows) + "\n")


def _plain(figures: Figures) -> list[list[str]]:
    return [[exact(value) for value in row] for row in figures.exact()]


def export_figures(desk: Desk, figures: Figures, parent: QWidget) -> QFileDialog:
    """Ask where to, then write the table as .xlsx."""
    dialog = QFileDialog(parent, translate("Export", "Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{figures.title} {desk.today().isoformat()}.xlsx")
    dialog.fileSelected.connect(lambda name: export_figures_to(desk, figures, Path(name), parent))
    dialog.open()
    return dialog


def export_figures_to(desk: Desk, figures: Figures, path: Path, parent: QWidget) -> None:
    """Write the table to `path`."""

    def written(done: bool) -> None:
        if not done:
            tell(parent, cannot_write(path))

    headings = [heading.words for heading in figures.headings]
    desk.tasks.read(parent, partial(_write, path, figures.title, headings, figures.exact()), written)


def _write(path: Path, title: str, headings: list[str], rows: list[list[object]], _session: Session) -> bool:
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    return write_whole(path, lambda part: xlsx.write_table(part, title, headings, rows))


def print_figures(desk: Desk, figures: Figures, parent: QWidget) -> PrintPreview:
    """Preview chart and table."""
    footer = f"{desk.actor.name} {desk.today().isoformat()}"
    make = partial(_pdf, desk.actor, figures, footer)
    preview = PrintPreview(
        desk, PrintJob(f"figures.{figures.name}", figures.title, ("A4 landscape", "A4"), make), parent
    )
    preview.open()
    return preview


def _pdf(actor: Actor, figures: Figures, footer: str, session: Session, settings: PrintSettings) -> bytes:
    name = company.get(session, actor).name if actor.can(Permission.COMPANY_SEE) else ""
    return figures_pdf(figures.sheet(name, footer), figures.paper_bars(), settings)
