"""What leaves a list: the clipboard, an Excel file, a printed sheet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from services import registers
from services.database import Session
from services.progress import Progress
from services.registers import ColumnKind
from services.reports.paper import PrintSettings
from services.reports.sheet import Sheet, SheetColumn, SheetWords, sheet_pdf
from ui.widgets import formats
from ui.widgets.confirm import tell
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write
from ui.widgets.register_rows import column_words, exact, preparer
from ui.widgets.register_view import RegisterView
from ui.widgets.shown_list import ShownList, shown_list
from ui.widgets.write_whole import write_whole

MOST = 20_000  # rows a clipboard or a printer is good for
STEP = 500

translate = QCoreApplication.translate

# the clipboard


def copy_table(view: RegisterView) -> None:
    """The selected rows with headings, as a table that Excel takes; all rows when none is selected."""
    shown = shown_list(view, "", selected=view.table.selected_count() > 0)
    if not _too_many(view, shown.count):
        view.desk.tasks.read(view, partial(_texts, shown), _to_clipboard, view.refused.emit)


def _texts(shown: ShownList, session: Session) -> list[list[str]]:
    cells = shown.exact_cells()
    return [shown.headings(), *([exact(cell) for cell in cells(row)] for row in shown.rows(session))]


def _to_clipboard(rows: list[list[str]]) -> None:
    data = QMimeData()
    data.setText("\n".join("\t".join(cells) for cells in rows) + "\n")
    QGuiApplication.clipboard().setMimeData(data)


def _too_many(view: RegisterView, count: int) -> bool:
    if count > MOST:
        text = translate(
            "Export", "{count} rows are too many for this. Filter the list, or export it to Excel."
        )
        tell(view, text.format(count=formats.count(count)))
    return count > MOST


# Excel


def export_table(view: RegisterView, title: str, *, selected: bool = False) -> None:
    """Ask where to, then write what is shown, or only what is selected, as .xlsx."""
    words = translate("Export", "Export what is shown")
    if selected:
        words = translate("Export", "Export the selected rows ({count})")
    words = words.format(count=formats.count(view.table.selected_count()))
    dialog = QFileDialog(view, words)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{title} {view.desk.today().isoformat()}.xlsx")
    shown = shown_list(
        view, title, selected=selected
    )  # what is meant now, whatever comes in behind the dialog
    dialog.fileSelected.connect(lambda name: _export(view, shown, Path(name)))
    dialog.open()


def export_to(view: RegisterView, title: str, path: Path, *, selected: bool = False) -> None:
    """Write what is shown, or what is selected, to `path`, with progress and Cancel."""
    _export(view, shown_list(view, title, selected=selected), path)


def _export(view: RegisterView, shown: ShownList, path: Path) -> None:
    view.desk.tasks.run_long(
        view,
        translate("Export", "Exporting…"),
        partial(_write, shown, path),
        partial(_written, view, path),
        view.refused.emit,
        reading=True,
    )


def _written(view: RegisterView, path: Path, written: bool) -> None:
    if not written:
        tell(view, cannot_write(path))


def _write(shown: ShownList, path: Path, session: Session, progress: Progress) -> bool:
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    cells = shown.exact_cells()
    rows = ([_cell(cell) for cell in cells(row)] for row in _counted(shown, session, progress))
    return write_whole(path, lambda part: xlsx.write_table(part, shown.title, shown.headings(), rows))


def _cell(value: object) -> object:
    """Amounts and days as they are, everything else as words."""
    return value if isinstance(value, Decimal) or hasattr(value, "toordinal") else exact(value)


def _counted(shown: ShownList, session: Session, progress: Progress) -> Iterator[registers.Row]:
    for number, row in enumerate(shown.rows(session)):
        if number % STEP == 0:
            progress.advance(number, max(shown.count, number), "")
        yield row


# paper


def print_table(view: RegisterView, title: str, *, selected: bool = False) -> PrintPreview | None:
    """Preview what is shown, or only what is selected, as a sheet."""
    shown = shown_list(view, title, selected=selected)
    if _too_many(view, shown.count):
        return None
    make = partial(_sheet, shown)
    job = PrintJob(f"sheet.{view.register.name}", title, ("A4 landscape", "A4"), make)
    preview = PrintPreview(view.desk, job, view)
    preview.open()
    return preview


def _sheet(shown: ShownList, session: Session, settings: PrintSettings) -> bytes:
    ready = preparer(shown.register, shown.query.today, shown.rules)
    places = [ready.places[name] - 1 for name in shown.columns]
    found = (ready.row(row).cells for row in shown.rows(session))
    rows = [[cells[place] for place in places] for cells in found]
    totals = shown.totals(session)
    words = translate("Export", "{count} records")
    if shown.selection is not None:
        words = translate("Export", "{count} selected records")
    words = words.format(count=formats.count(totals.count))
    sheet = Sheet(
        title=shown.title,
        columns=tuple(_sheet_column(column) for column in shown.chosen()),
        rows=rows,
        subtitle=" · ".join(part for part in (shown.subtitle, words) if part),
        totals=_totals(shown, totals),
        footer=f"{shown.actor.name} {shown.query.today.isoformat()}",
        words=sheet_words(),
    )
    return sheet_pdf(sheet, settings)


def _totals(shown: ShownList, totals: registers.Totals) -> tuple[str, ...]:
    if totals.total is None or shown.register.total not in shown.columns:
        return ()
    return tuple(
        formats.money(totals.total) if name == shown.register.total else "" for name in shown.columns
    )


def sheet_words() -> SheetWords:
    """The sentences every sheet adds."""
    return SheetWords(
        page=translate("Export", "Page {page} of {pages}"),
        page_total=translate("Export", "This page"),
        missing=translate("Export", "Characters the font does not have are printed as 〓: {codes}"),
    )


def _sheet_column(column: registers.Column) -> SheetColumn:
    right = column.kind in (ColumnKind.MONEY, ColumnKind.NUMBER)
    return SheetColumn(
        column_words(column),
        weight=max(column.width, 1) * (2 if column.stretch else 1),
        align="right" if right else "left",
        summed=column.kind is ColumnKind.MONEY,
    )
