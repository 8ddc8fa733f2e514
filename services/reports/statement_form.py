"""Draw a statement of insurance: title, sentences, the months as a table, company and day where the seal goes."""

from __future__ import annotations

import re

from services.reports.fitting import fit_box
from services.reports.fonts import bold, printable
from services.reports.insurance_statement import Statement, StatementMonth
from services.reports.paper import PrintSettings
from services.reports.pen import MM, Mm, Pen, Style, plain

LEFT: Mm = 25
TOP: Mm = 45
LINE: Mm = 8.5
ROW: Mm = 6.2
SEAL: Mm = 52  # room for company, day and seal below the table
_WIDTHS: tuple[Mm, ...] = (22, 24, 22, 22, 24, 22, 24)
_HEADS: tuple[str, ...] = ("月　份", "社保基数", "单位", "个人", "公积金基数", "单位", "个人")


def draw_statement(statement: Statement, settings: PrintSettings) -> bytes:
    """All pages: the table goes on overleaf when it must, the seal stays below its end."""
    pen = Pen(settings, title=statement.title, author=statement.company)
    pen.spaced(pen.width / 2, 32, statement.title, Style(bold(), 20), 6)
    y = _sentences(pen, statement.paragraphs, TOP)
    rows = [_cells(row) for row in statement.months]
    y = _table(pen, rows, y + 2)
    if y + SEAL > pen.height:
        pen.page_done()
        y = TOP - 20
    _end(pen, statement, y)
    pen.page_done()
    return pen.finish()


def _sentences(pen: Pen, paragraphs: tuple[str, ...], y: Mm) -> Mm:
    for paragraph in paragraphs:
        text = printable("　　" + paragraph)
        for line in _wrapped(text, pen.width - 2 * LEFT):
            pen.text(LEFT, y, line, plain(12))
            y += LINE
    return y


def _wrapped(text: str, width: Mm) -> list[str]:
    """Lines as wide as the page; no number is cut, no line begins with a mark that ends a sentence."""
    style = plain(12)
    lines, line = [], ""
    for sign in re.findall(r"[0-9A-Za-z]+|.", text):
        full = style.face.width(line + sign, style.size) > width * MM
        if line and full and sign not in "，。；、）：":
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]


def _cells(row: StatementMonth) -> tuple[str, ...]:
    return (
        row.month, row.social_base, row.social_employer, row.social_employee, row.housing_base, row.housing_employer,
        row.housing_employee,
    )  # fmt: skip


def _table(pen: Pen, rows: list[tuple[str, ...]], y: Mm) -> Mm:
    """The months, the heading again on every page; returns where it ends."""
    if not rows:
        return y
    begin = y
    shown: list[tuple[str, ...]] = [_HEADS]
    for row in rows:
        if begin + (len(shown) + 1) * ROW > pen.height - 20:
            _block(pen, shown, begin)
            pen.page_done()
            begin, shown = 25, [_HEADS]
        shown.append(row)
    _block(pen, shown, begin)
    return begin + len(shown) * ROW


def _block(pen: Pen, rows: list[tuple[str, ...]], y: Mm) -> None:
    edges: list[Mm] = [LEFT]
    for width in _WIDTHS:
        edges.append(edges[-1] + width)
    pen.shade(LEFT, y, edges[-1] - LEFT, ROW, 0.94)
    for number, row in enumerate(rows):
        style = Style(bold(), 9) if number == 0 else plain(9)
        for place, cell in enumerate(row):
            fit = fit_box(printable(cell), style, _WIDTHS[place] - 2, ROW)
            base = y + number * ROW + ROW / 2 + 1.2
            if number == 0 or place == 0:
                pen.text((edges[place] + edges[place + 1]) / 2, base, fit.lines[0], fit.style, align=0.5)
            else:
                pen.text(edges[place + 1] - 1, base, fit.lines[0], fit.style, align=1)
    bottom = y + len(rows) * ROW
    across = [(LEFT, y + n * ROW, edges[-1], y + n * ROW) for n in range(len(rows) + 1)]
    pen.lines([*across, *((x, y, x, bottom) for x in edges)], 0.5)


def _end(pen: Pen, statement: Statement, y: Mm) -> None:
    day = statement.day
    pen.text(LEFT + 8.5, y + 12, "特此证明。", plain(12))
    right = pen.width - LEFT
    pen.text(right, y + 28, printable(f"{statement.company}（盖章）"), plain(12), align=1)
    pen.text(right, y + 37, f"{day.year} 年 {day.month} 月 {day.day} 日", plain(12), align=1)
    if statement.contact:
        pen.text(LEFT, y + 47, printable(statement.contact), plain(9))
