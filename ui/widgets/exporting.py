"""What leaves a list: the clipboard, an Excel file, a printed sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from services import durable, registers
from services.database import Session
from services.errors import Refused
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

MOST = 20_000  # rows a clipboard or a printer is good for
STEP = 500

translate = QCoreApplication.translate

# the clipboard


def copy_table(view: RegisterView) -> None:
    """The selected rows with headings, as a table that Excel takes; all rows when none is selected."""
    ranges = view.table.selected_ranges() or ([(0, view.count - 1)] if view.count else [])
    if _too_many(view, sum(last - first + 1 for first, last in ranges)):
        return
    work = partial(_selected, shown_list(view, ""), ranges)
    view.desk.tasks.read(view, work, _to_clipboard, view.refused.emit)


def _selected(shown: ShownList, ranges: Sequence[tuple[int, int]], session: Session) -> list[list[str]]:
    rows, cells = [shown.headings()], shown.exact_cells()
    for first, last in ranges:
        count = last - first + 1
        found = registers.window(session, shown.actor, shown.register, shown.query, first, count)
        rows += [[exact(cell) for cell in cells(row)] for row in found]
    return rows


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


def export_table(view: RegisterView, title: str) -> None:
    """Ask where to, then write what is shown as .xlsx."""
    dialog = QFileDialog(view, translate("Export", "Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{title} {view.desk.today().isoformat()}.xlsx")
    dialog.fileSelected.connect(lambda name: export_to(view, title, Path(name)))
    dialog.open()


def export_to(view: RegisterView, title: str, path: Path) -> None:
    """Write what is shown to `path`, with progress and Cancel."""
    view.desk.tasks.run_long(
        view,
        translate("Export", "Exporting…"),
        partial(_write, shown_list(view, title), path),
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
    try:
        with durable.written(path) as part:
            xlsx.write_table(part, shown.title, shown.headings(), rows)
    except OSError:
        return False
    except Refused as refused:
        if refused.code != "export.cannot_write":
            raise
        return False  # the sentence names the file asked for, not the one written beside it
    return True


def _cell(value: object) -> object:
    """Amounts and days as they are, everything else as words."""
    return value if isinstance(value, Decimal) or hasattr(value, "toordinal") else exact(value)


def _counted(shown: ShownList, session: Session, progress: Progress) -> Iterator[registers.Row]:
    rows = registers.rows_for_export(session, shown.actor, shown.register, shown.query)
    for number, row in enumerate(rows):
        if number % STEP == 0:
            progress.advance(number, max(shown.count, number), "")
        yield (0, *row)


# paper


def print_table(view: RegisterView, title: str) -> PrintPreview | None:
    """Preview what is shown as a sheet."""
    if _too_many(view, view.count):
        return None
    make = partial(_sheet, shown_list(view, title))
    job = PrintJob(f"sheet.{view.register.name}", title, ("A4 landscape", "A4"), make)
    preview = PrintPreview(view.desk, job, view)
    preview.open()
    return preview


def _sheet(shown: ShownList, session: Session, settings: PrintSettings) -> bytes:
    ready = preparer(shown.register, shown.query.today, shown.rules)
    places = [ready.places[name] - 1 for name in shown.columns]
    found = registers.rows_for_export(session, shown.actor, shown.register, shown.query)
    rows = [[cells[place] for place in places] for cells in (ready.row((0, *row)).cells for row in found)]
    totals = registers.count_and_sum(session, shown.actor, shown.register, shown.query)
    words = translate("Export", "{count} records").format(count=formats.count(totals.count))
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
