"""What a pack of scans has of its own: the contents, and over every page what it may be used for, with its number."""

from __future__ import annotations

from collections.abc import Sequence

from services.reports.fitting import fit_box
from services.reports.fonts import bold, printable
from services.reports.paper import A4, A4_LANDSCAPE, PrintSettings
from services.reports.pen import GREY, Colour, Mm, Pen, Share, Style, plain
from services.reports.sheet import Sheet, SheetColumn
from services.reports.sheet_form import draw_sheet

COLUMNS = (
    SheetColumn("序号", 2, "centre"),
    SheetColumn("材料名称", 12),
    SheetColumn("文件", 12),
    SheetColumn("页数", 2, "right"),
    SheetColumn("页码", 2, "right"),
)
MARK: Colour = (0.55, 0.1, 0.1)
SEEN: Share = 0.3
SIGN: Mm = 7.8  # a sign of the purpose
BETWEEN: Mm = 2 * SIGN
SLANT = (0.866, 0.5)  # thirty degrees

type ContentsRow = tuple[str, str, int, int]  # title, file, pages, first page


def contents_pdf(company: str, name: str, number: str, rows: Sequence[ContentsRow]) -> bytes:
    """The table of contents on upright A4; the foot is left to the page numbers of the pack."""
    pen = Pen(PrintSettings(A4), title=name, author=company)
    cells = [
        (str(place), title, file, str(pages), str(first))
        for place, (title, file, pages, first) in enumerate(rows, start=1)
    ]
    draw_sheet(
        pen,
        Sheet("投标资料目录", COLUMNS, cells, company=company, subtitle=f"{number}　{name}"),
        numbered=False,
    )
    return pen.finish()


def marks_pdf(purpose: str, wanted: Sequence[bool], *, lying: bool) -> bytes:
    """A page for every wanted one: the purpose slanting across three times, the page's number; b"" for none."""
    if not any(wanted):
        return b""
    pen = Pen(PrintSettings(A4_LANDSCAPE if lying else A4), title=purpose)
    for number, here in enumerate(wanted, start=1):
        if here:
            pen.seen(SEEN)
            pen.kept(("purpose", purpose), lambda: _purpose(pen, purpose))
            pen.seen(1)
            foot = f"第 {number} 页 / 共 {len(wanted)} 页"
            pen.text(pen.width / 2, pen.height - 6, foot, plain(9, GREY), align=0.5)
            pen.page_done()
    return pen.finish()


def across(purpose: str, length: Mm) -> str:
    """A short purpose as often as it fits beside itself, so that no corner of a page is left without it."""
    words = purpose.strip()
    own: Mm = max(len(words), 1) * SIGN
    times = int((length + BETWEEN) / (own + BETWEEN))
    return "　　".join([words] * max(times, 1))


def _purpose(pen: Pen, purpose: str) -> None:
    length: Mm = min(pen.width, pen.height) * 0.9
    fit = fit_box(printable(across(purpose, length)), Style(bold(), 22, MARK), length, 30)
    step = fit.leading
    for share in (0.27, 0.5, 0.73) if pen.width > pen.height else (0.2, 0.5, 0.8):
        for place, line in enumerate(fit.lines):
            below = (place - (len(fit.lines) - 1) / 2) * step
            x, y = pen.width / 2 + below * SLANT[1], pen.height * share + below * SLANT[0]
            pen.upward(x, y, line, fit.style, SLANT)
