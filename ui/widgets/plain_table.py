"""A table of ready texts to Excel and to paper: what lists beside the registers give away."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import durable
from services.errors import Refused
from ui.widgets.confirm import tell
from ui.widgets.exporting import sheet_words
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write

if TYPE_CHECKING:
    from services.database import Session
    from services.reports.paper import PrintSettings
    from ui.state import Desk

translate = QCoreApplication.translate

type Rows = Sequence[Sequence[str]]
type Cells = Sequence[Sequence[object]]  # ready texts, or numbers as they are


def export_rows(
    desk: Desk,
    parent: QWidget,
    title: str,
    headings: Sequence[str],
    rows: Cells,
    *,
    ending: Sequence[str] = (),
    counts: Collection[int] = (),
) -> QFileDialog:
    """Ask where to, then write the table as .xlsx; what reads as an amount becomes a number. `ending` stands below.

    In the columns of `counts` whole numbers are numbers too.
    """
    dialog = QFileDialog(parent, translate("Export", "Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{title} {desk.today().isoformat()}.xlsx")

    def write(name: str) -> None:
        work = partial(
            _write, Path(name), title, tuple(headings), tuple(rows), tuple(ending), frozenset(counts)
        )
        desk.tasks.aside(parent, work, partial(_written, parent, Path(name)))

    dialog.fileSelected.connect(write)
    dialog.open()
    return dialog


def print_rows(
    desk: Desk,
    parent: QWidget,
    title: str,
    headings: Sequence[str],
    rows: Rows,
    *,
    subtitle: str = "",
    totals: Sequence[str] = (),
) -> PrintPreview:
    """Preview the table as a sheet; columns are as wide as their longest text, within reason."""
    footer = f"{desk.actor.name} {desk.today().isoformat()}"
    make = partial(_sheet, title, tuple(headings), tuple(rows), (subtitle, footer, tuple(totals)))
    preview = PrintPreview(desk, PrintJob("sheet.table", title, ("A4 landscape", "A4"), make), parent)
    preview.open()
    return preview


def _write(
    path: Path,
    title: str,
    headings: Sequence[str],
    rows: Cells,
    ending: Sequence[str] = (),
    counts: Collection[int] = (),
) -> bool:
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    try:
        with durable.written(path) as part:
            cells = ([_cell(text, counted=place in counts) for place, text in enumerate(row)] for row in rows)
            xlsx.write_table(part, title, headings, cells, ending=ending)
    except (OSError, Refused):
        return False
    return True


def _written(parent: QWidget, path: Path, written: bool) -> None:
    if not written:
        tell(parent, cannot_write(path))


def _cell(text: object, *, counted: bool = False) -> object:
    if not isinstance(text, str):
        return text
    if counted and text.lstrip("-").isdecimal() and str(int(text)) == text:
        return int(text)
    amount = _amount(text)
    return text if amount is None else amount


def _amount(text: str) -> Decimal | None:
    """`1,234.50` as a number; anything else stays the text it is."""
    if text[-3:-2] != "." or not text.replace(",", "").replace(".", "").lstrip("-").isdigit():
        return None
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _sheet(
    title: str,
    headings: Sequence[str],
    rows: Rows,
    around: tuple[str, str, tuple[str, ...]],
    _session: Session,
    settings: PrintSettings,
) -> bytes:
    from services.reports.sheet import Sheet, SheetColumn, sheet_pdf

    subtitle, footer, totals = around
    widths = [
        max(6, min(40, max((_width(row[n]) for row in (headings, *rows)), default=6)))
        for n in range(len(headings))
    ]
    money = [
        bool(rows) and all(_amount(row[n]) is not None for row in rows if row[n])
        for n in range(len(headings))
    ]
    columns = tuple(
        SheetColumn(text, weight=width, align="right" if right else "left", summed=right)
        for text, width, right in zip(headings, widths, money, strict=True)
    )
    sheet = Sheet(
        title=title,
        columns=columns,
        rows=rows,
        subtitle=subtitle,
        totals=totals,
        footer=footer,
        words=sheet_words(),
    )
    return sheet_pdf(sheet, settings)


def _width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)
