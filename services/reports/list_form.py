"""Draw a list that is handed over: a sheet with a QR of its number, its sum in capitals and places to sign."""

from __future__ import annotations

from dataclasses import dataclass

from services.reports.fitting import fit_box
from services.reports.fonts import bold, missing_note, printable
from services.reports.pen import Mm, Pen, Style, plain
from services.reports.sheet import Sheet, page_sums
from services.reports.sheet_form import HEAD, LEFT, TEXT, TOP, Row, SheetForm

CAPITALS: Mm = 9
SIGN: Mm = 13
QR: Mm = 13


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands around the table: the number as QR, the sum in capitals, who signs."""

    number: str
    capitals: str
    signatures: tuple[str, ...]


def draw_list(pen: Pen, sheet: Sheet, ending: Ending) -> None:
    """Every page has the heading and the QR; the last one the sums, the capitals and the signatures."""
    form = SheetForm(pen, sheet)
    rows = [form.fitted(row, plain(TEXT)) for row in sheet.rows]
    totals = form.fitted(sheet.totals, Style(bold(), TEXT))
    after = totals.height + CAPITALS + SIGN
    pages = _pages(form, rows, after)
    for number, (first, shown) in enumerate(pages, 1):
        pen.kept(("list", sheet.title, sheet.subtitle), form.header)
        if ending.number:
            pen.qr(pen.width - QR - 10, 5, QR, ending.number)
        strong = [totals] if number == len(pages) else [_page_total(form, sheet, first, len(shown))]
        y: Mm = TOP + HEAD
        for row in [*shown, *strong]:
            form.draw(row, y)
            y += row.height
        form.rules([row.height for row in [*shown, *strong]], 1)
        if number == len(pages):
            _end(form, ending, y)
        cells = sheet.rows[first : first + len(shown)]
        form.foot(number, len(pages), missing_note("".join(row) for row in cells))
        pen.page_done()


def _pages(form: SheetForm, rows: list[Row], after: Mm) -> list[tuple[int, list[Row]]]:
    """Index of each page's first row, and its rows; what follows the last row stays on its page."""
    pages: list[tuple[int, list[Row]]] = [(0, [])]
    left = form.room()
    for place, row in enumerate(rows):
        needed = row.height + (after if place == len(rows) - 1 else 0)
        if needed > left + 0.01 and pages[-1][1]:
            pages.append((place, []))
            left = form.room()
        pages[-1][1].append(row)
        left -= row.height
    return pages


def _page_total(form: SheetForm, sheet: Sheet, first: int, count: int) -> Row:
    sums = list(page_sums(sheet, sheet.rows[first : first + count]))
    sums[1] = sheet.words.page_total
    return form.fitted(sums, Style(bold(), TEXT))


def _end(form: SheetForm, ending: Ending, y: Mm) -> None:
    """The sum in capitals in a row of its own, below it the places to sign."""
    pen, right = form.pen, LEFT + form.width
    words = fit_box(printable(f"金额大写：{ending.capitals}"), Style(bold(), 10), form.width - 4, CAPITALS)
    pen.text(LEFT + 2, y + CAPITALS / 2 + 1.3, words.lines[0], words.style)
    low = y + CAPITALS
    pen.lines([(LEFT, y, LEFT, low), (right, y, right, low), (LEFT, low, right, low)], 0.9)
    share = form.width / len(ending.signatures)
    for place, signature in enumerate(ending.signatures):
        fit = fit_box(printable(signature), plain(9.5), share - 2, 5)
        pen.text(LEFT + place * share, low + SIGN - 4, fit.lines[0], fit.style)
