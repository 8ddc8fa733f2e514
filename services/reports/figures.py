"""Statistics on paper: the chart on a page of its own, then the table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from services.reports.paper import A4_LANDSCAPE, PrintSettings, check_settings
from services.reports.sheet import MIN_SIDE_MM, Sheet, check_sheet


@dataclass(frozen=True, slots=True)
class BarsOnPaper:
    """Bars from top to bottom, each beside the one it is compared with (None: with nothing).

    ``shown`` is written after a bar, ``legend`` names the values and what they are compared with, ``note`` says what
    the figures are.
    """

    labels: tuple[str, ...]
    values: tuple[Decimal, ...]
    before: tuple[Decimal | None, ...]
    shown: tuple[str, ...]
    legend: tuple[str, str]
    note: str = ""


def figures_pdf(sheet: Sheet, bars: BarsOnPaper, settings: PrintSettings | None = None) -> bytes:
    """Print chart and table, by default on A4 on its side; without bars only the table.

    Raises:
        Refused: what ``sheet_pdf`` raises.
    """
    settings = settings or PrintSettings(A4_LANDSCAPE)
    check_sheet(sheet)
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.bar_form import draw_bars  # reportlab is imported when something is printed
    from services.reports.pen import Pen
    from services.reports.sheet_form import draw_sheet

    pen = Pen(settings, title=sheet.title, author=sheet.company)
    draw_sheet(pen, sheet, first=(lambda form: draw_bars(form, bars)) if bars.labels else None)
    return pen.finish()
