"""社会保险人员增减表 and 住房公积金汇缴变更清册: one drawing for both, from ready cells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from services.money import format_money
from services.reports.paper import A4_LANDSCAPE, PrintSettings, check_settings
from services.reports.sheet import Sheet, SheetColumn

MIN_WIDTH_MM, MIN_HEIGHT_MM = 250, 140
ROWS = 15  # a form with fewer people is filled up with empty lines
_BETWEEN = "　" * 14

type Cell = str | Decimal


@dataclass(frozen=True, slots=True)
class InsuranceForm:
    """A form as printed: `head` are pairs of words over the table, `ending` who signs. Amounts in yuan."""

    title: str
    company: str
    head: tuple[tuple[str, str], ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ending: tuple[str, ...]

    def cells(self) -> list[tuple[str, ...]]:
        """The rows as ready text."""
        return [tuple(_text(cell) for cell in row) for row in self.rows]


def form_pdf(form: InsuranceForm, settings: PrintSettings | None = None) -> bytes:
    """Print a form, by default on A4 landscape; the same form gives the same bytes.

    Raises Refused "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4_LANDSCAPE)
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed
    from services.reports.sheet_form import draw_sheet

    pen = Pen(settings, title=form.title, author=form.company)
    draw_sheet(
        pen,
        Sheet(
            title=form.title,
            columns=form.columns,
            rows=_filled(form),
            subtitle="　".join(f"{word}：{value}" for word, value in form.head),
            ending=(_BETWEEN.join(form.ending),),
            bound=True,
        ),
    )
    return pen.finish()


def _filled(form: InsuranceForm) -> list[tuple[str, ...]]:
    cells = form.cells()
    return cells + [("",) * len(form.columns)] * (ROWS - len(cells))


def _text(cell: Cell) -> str:
    return format_money(cell) if isinstance(cell, Decimal) else cell
