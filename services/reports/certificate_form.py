"""A certificate on a sheet of paper: the lines of the letter, wrapped, the company's seal over its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings

if TYPE_CHECKING:
    from services.reports.pen import Mm, Pen

MIN_WIDTH_MM, MIN_HEIGHT_MM = 150, 200
LEFT, TOP, FOOT = 28, 34, 25
LEADING = 1.75


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text, where it stands (left, centre, right), how large in points."""

    text: str
    align: str = "left"
    bold: bool = False
    size: float = 12.0
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A certificate as its paragraphs."""

    lines: tuple[Line, ...]


def certificate_pdf(letter: Letter, settings: PrintSettings | None = None, *, title: str = "") -> bytes:
    """Print the letter, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not any(line.text.strip() for line in letter.lines):
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed

    pen = Pen(settings, title=title)
    y: Mm = TOP
    for line in letter.lines:
        y = _paragraph(pen, line, y)
    pen.page_done()
    return pen.finish()


def _paragraph(pen: Pen, line: Line, y: Mm) -> Mm:
    """Draw a paragraph; a page that is full ends, the text goes on at the top of the next one."""
    from services.reports.fitting import wrapped
    from services.reports.fonts import bold, printable, regular
    from services.reports.pen import MM, Style

    style = Style(bold() if line.bold else regular(), line.size)
    width = pen.width - 2 * LEFT
    step = line.size * LEADING / MM
    text = ("　　" if line.indented else "") + printable(line.text.replace("\t", "　　"))
    rows = wrapped(text, style, width) if text.strip() else [""]
    place, share = {"centre": (pen.width / 2, 0.5), "right": (pen.width - LEFT, 1.0)}.get(
        line.align, (LEFT, 0.0)
    )
    for row in rows:
        if y > pen.height - FOOT:
            pen.page_done()
            y = TOP
        if row:
            pen.text(place, y, row, style, align=share)
        y += step
    return y
