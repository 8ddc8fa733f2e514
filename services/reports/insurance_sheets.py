"""Sheets of social insurance and housing fund on paper: several in one document, each from a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from services.errors import Refused
from services.reports.paper import A4_LANDSCAPE, PrintSettings, check_settings
from services.reports.sheet import MIN_SIDE_MM, Sheet, check_sheet


def sheets_pdf(sheets: Sequence[Sheet], settings: PrintSettings | None = None) -> bytes:
    """Print sheets one after the other, by default on A4 landscape; the same input gives the same bytes.

    Raises Refused "print.nothing", and what `sheet_pdf` raises.
    """
    settings = settings or PrintSettings(A4_LANDSCAPE)
    if not sheets:
        raise Refused("print.nothing")
    for sheet in sheets:
        check_sheet(sheet)
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed
    from services.reports.sheet_form import draw_sheet

    pen = Pen(settings, title=sheets[0].title, author=sheets[0].company)
    for sheet in sheets:
        draw_sheet(pen, sheet)
    return pen.finish()
