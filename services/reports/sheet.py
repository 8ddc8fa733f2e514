"""Print what is shown: any list as a sheet with repeated header, page totals and page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings

MIN_SIDE_MM = 140

type Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: heading, share of the width relative to the others, alignment, whether each page adds it up."""

    label: str
    weight: int = 1
    align: Align = "left"
    summed: bool = False


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The sentences a sheet adds, in the reader's language; ``{page}``, ``{pages}`` are filled in."""

    page: str = "第 {page} 页 / 共 {pages} 页"
    page_total: str = "本页小计"
    carried: str = "过次页"
    brought: str = "承前页"
    missing: str = "字库缺字以〓代：{codes}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as shown: cells are ready text, one per column. ``totals`` is the last row, empty for none.

    ``subtitle`` says the filters in words; ``footer`` usually who printed it and when. ``ending`` are lines below the
    table on the last page: a sum in capitals, places to sign. ``bound`` underlines the title and marks the margin for
    the binding. Rows whose number stands in ``strong`` are subtotals: bold, and not added up once more. ``carried``
    sums go over to the next page 过次页 and begin it 承前页, instead of each page's own.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[str]]
    subtitle: str = ""
    totals: tuple[str, ...] = ()
    company: str = ""
    footer: str = ""
    words: SheetWords = SheetWords()
    ending: tuple[str, ...] = ()
    bound: bool = False
    strong: frozenset[int] = frozenset()
    carried: bool = False


def sheet_pdf(sheet: Sheet, settings: PrintSettings | None = None) -> bytes:
    """Print a list, by default on upright A4; the same input gives the same bytes. Rows may be none.

    Page totals add the cells of ``summed`` columns that are amounts in yuan (``1,234.50``).

    Raises:
        Refused: ``print.no_columns``, ``print.row_length`` (row, cells, columns), ``print.paper_too_small``
            (140 mm a side), ``print.paper_too_large``, ``print.offset_too_far``.
    """
    settings = settings or PrintSettings(A4)
    check_sheet(sheet)
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed
    from services.reports.sheet_form import draw_sheet

    pen = Pen(settings, title=sheet.title, author=sheet.company)
    draw_sheet(pen, sheet)
    return pen.finish()


def cell_amount(cell: str) -> Decimal | None:
    """The amount a cell shows, in its own decimals; None if it shows something else."""
    try:
        amount = Decimal(cell.replace(",", "").replace("¥", "").strip())
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def page_sums(sheet: Sheet, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The page's total of each column, with thousands separated; nothing for columns that are not summed."""
    for place, column in enumerate(sheet.columns):
        amounts = [cell_amount(row[place]) for row in rows] if column.summed else []
        known = [amount for amount in amounts if amount is not None]
        yield f"{sum(known):,}" if known else ""


def check_sheet(sheet: Sheet) -> None:
    """Refuse rows that do not fit the columns: ``print.no_columns``, ``print.row_length``."""
    if not sheet.columns:
        raise Refused("print.no_columns")
    lengths = [(number, len(row)) for number, row in enumerate(sheet.rows, 1)]
    lengths += [(len(sheet.rows) + 1, len(sheet.totals))] * bool(sheet.totals)
    for number, cells in lengths:
        if cells != len(sheet.columns):
            raise Refused("print.row_length", row=number, cells=cells, columns=len(sheet.columns))
