"""Draw a list on as many pages as it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.reports.fitting import Fitted, fit_box, fit_row
from services.reports.fonts import bold, missing_glyphs, printable
from services.reports.pen import GREY, MM, Mm, Pen, Share, Style, plain
from services.reports.sheet import Sheet, page_sums

LEFT: Mm = 15
RIGHT: Mm = 10
TOP: Mm = 27
BOTTOM: Mm = 14
HEAD: Mm = 7.5
ROW: Mm = 6
ENDING: Mm = 10  # a line below the table, with room to sign
PAD: Mm = 1.2
PALE = 0.94
TEXT = 8.5


@dataclass(frozen=True, slots=True)
class Row:
    """A row of fitted cells."""

    cells: tuple[Fitted, ...]
    height: Mm


class SheetForm:
    """Columns in millimetres and the pen."""

    def __init__(self, pen: Pen, sheet: Sheet) -> None:
        self.pen = pen
        self.sheet = sheet
        self.width: Mm = pen.width - LEFT - RIGHT
        weights = [max(column.weight, 1) for column in sheet.columns]
        self.widths: list[Mm] = [self.width * weight / sum(weights) for weight in weights]
        self.edges: list[Mm] = [LEFT]
        for width in self.widths:
            self.edges.append(self.edges[-1] + width)
        self.summed = any(column.summed for column in sheet.columns)

    def fitted(self, cells: Sequence[str], style: Style) -> Row:
        """Cells shrunk or wrapped into their columns; the row as high as its highest cell."""
        fits = tuple(
            self._cell(text, style, round(width - 2 * PAD, 2))
            for text, width in zip(cells, self.widths, strict=True)
        )
        return Row(fits, max(ROW, *(len(fit.lines) * fit.leading + 2 for fit in fits)))

    def _cell(self, text: str, style: Style, width: Mm) -> Fitted:
        shown = printable(text)
        fit = fit_row(shown, style, width)
        most = self.room() / 2
        return fit if len(fit.lines) * fit.leading < most else fit_box(shown, style, width, most)

    def room(self) -> Mm:
        """Height for rows on one page."""
        return (
            self.pen.height - BOTTOM - TOP - HEAD - ROW * (self.summed + (self.summed and self.sheet.carried))
        )

    def draw(self, row: Row, y: Mm) -> None:
        """Write the cells of a row and the rule below it."""
        for place, fit in enumerate(row.cells):
            align = self.sheet.columns[place].align
            x = {
                "left": self.edges[place] + PAD,
                "centre": (self.edges[place] + self.edges[place + 1]) / 2,
                "right": self.edges[place + 1] - PAD,
            }[align]
            share = {"left": 0, "centre": 0.5, "right": 1}[align]
            first = y + row.height / 2 + fit.style.size * 0.127 - fit.leading * (len(fit.lines) - 1) / 2
            for number, line in enumerate(fit.lines):
                if line:
                    self.pen.text(x, first + number * fit.leading, line, fit.style, align=share)

    def heading(self) -> None:
        """Title, company, filters."""
        self._across(self.sheet.title, 11.8 if self.sheet.bound else 12.8, Style(bold(), 15), 0.5)
        self._across(self.sheet.subtitle, 23, plain(8.5, GREY), 0)
        self._across(self.sheet.company, 18.2, plain(9), 0.5)
        if self.sheet.bound:
            self._bound()

    def _bound(self) -> None:
        """The title underlined, and the margin for the binding left of the table."""
        centre, half = LEFT + self.width / 2, self._title_width() / 2 + 4
        for y, weight in ((13.5, 0.9), (14.2, 0.3)):
            self.pen.lines([(centre - half, y, centre + half, y)], weight)
        self.pen.lines([(LEFT - 4, 8, LEFT - 4, self.pen.height - 8)], 0.6, "0.6 2.4")
        self.pen.upward(LEFT - 7, self.pen.height / 2, "装 订 线", plain(8, GREY))

    def _title_width(self) -> Mm:
        fit = fit_box(printable(self.sheet.title), Style(bold(), 15), self.width, 5)
        return fit.style.face.width(fit.lines[0], fit.style.size) / MM

    def header(self) -> None:
        """The heading and the columns': drawn once, shown on every page."""
        sheet, pen = self.sheet, self.pen
        self.heading()
        pen.shade(LEFT, TOP, self.width, HEAD, PALE)
        for place, column in enumerate(sheet.columns):
            width = round(self.widths[place] - 2 * PAD, 2)
            fit = fit_box(printable(column.label), Style(bold(), TEXT), width, HEAD)
            middle = TOP + HEAD / 2 + fit.style.size * 0.127 - fit.leading * (len(fit.lines) - 1) / 2
            for number, line in enumerate(fit.lines):
                centre = self.edges[place] + self.widths[place] / 2
                pen.text(centre, middle + number * fit.leading, line, fit.style, align=0.5)
        right = LEFT + self.width
        pen.lines([(LEFT, TOP, right, TOP)], 0.9)
        pen.lines([(LEFT, TOP + HEAD, right, TOP + HEAD)], 0.6)

    def _across(self, text: str, y: Mm, style: Style, align: Share) -> None:
        fit = fit_box(printable(text), style, self.width, 5)
        lines = fit.lines[-1:] if len(fit.lines) > 1 and align else fit.lines
        first = y - fit.leading * (len(lines) - 1)
        for number, line in enumerate(lines):
            self.pen.text(
                LEFT + self.width * align, first + number * fit.leading, line, fit.style, align=align
            )

    def rules(self, heights: list[Mm], strong: int) -> None:
        """Hair lines under rows, verticals between columns; ``strong`` rows at the end stand under a thicker line."""
        y: Mm = TOP + HEAD
        right, levels = LEFT + self.width, []
        for height in heights:
            y += height
            levels.append(y)
        self.pen.lines([(LEFT, level, right, level) for level in levels[:-1]], 0.25)
        self.pen.lines([(x, TOP, x, y) for x in self.edges[1:-1]], 0.25)
        self.pen.lines([(LEFT, TOP, LEFT, y), (right, TOP, right, y), (LEFT, y, right, y)], 0.9)
        if strong and len(levels) > strong:
            top = levels[-1 - strong]
            self.pen.lines([(LEFT, top, right, top)], 0.7)

    def end(self, y: Mm) -> None:
        """The lines below the table, one under the other."""
        for place, line in enumerate(self.sheet.ending, start=1):
            fit = fit_box(printable(line), plain(9.5), self.width, ENDING)
            self.pen.text(LEFT, y + ENDING * place - 2, fit.lines[0], fit.style)

    def foot(self, page: int, pages: int, missing: str) -> None:
        """Footer line, missing characters, page x of y."""
        y = self.pen.height - 8
        said = "　".join(filter(None, [printable(self.sheet.footer), missing]))
        fit = fit_box(said, plain(7.5, GREY), self.width - 45, 3.4)
        if said:
            self.pen.text(LEFT, y, fit.lines[0], fit.style)
        numbered = self.sheet.words.page.format(page=page, pages=pages)
        self.pen.text(LEFT + self.width, y, printable(numbered), plain(8), align=1)


def draw_sheet(
    pen: Pen, sheet: Sheet, *, first: Callable[[SheetForm], None] | None = None, numbered: bool = True
) -> None:
    """Draw all pages: rows, the page's totals, on the last page the totals of all; `first` a page before them.

    `numbered`: each page says which one it is.
    """
    form = SheetForm(pen, sheet)
    pages = _paged(form, _fitted(form))
    before = 0
    if first is not None:
        before = 1
        form.heading()
        first(form)
        form.foot(1, len(pages) + 1, "")
        pen.page_done()
    for number, (begin, rows) in enumerate(pages, 1):
        pen.kept(("header", sheet.title, sheet.subtitle, sheet.company, sheet.columns), form.header)
        cells = sheet.rows[begin : begin + len(rows)]
        strong = _below(form, begin, begin + len(rows), last=number == len(pages))
        brought = [_sums(form, begin, begin)] if form.summed and sheet.carried and number > 1 else []
        y: Mm = TOP + HEAD
        heights = [row.height for row in [*brought, *rows, *strong]]
        for row in [*brought, *rows, *strong]:
            form.draw(row, y)
            y += row.height
        form.rules(heights or [ROW], len(strong))
        if number == len(pages):
            form.end(y + (0 if heights else ROW))
        if numbered:
            form.foot(number + before, len(pages) + before, _missing(sheet, cells))
        pen.page_done()


def _paged(form: SheetForm, rows: list[Row]) -> list[tuple[int, list[Row]]]:
    """Index of each page's first row, and its rows; the last page keeps room for the totals."""
    sheet = form.sheet
    totals = form.fitted(sheet.totals, Style(bold(), TEXT)).height if sheet.totals else 0
    totals += ENDING * len(sheet.ending)
    pages: list[tuple[int, list[Row]]] = [(0, [])]
    left = form.room()
    for number, row in enumerate(rows):
        needed = row.height + (totals if number == len(rows) - 1 else 0)
        if needed > left + 0.01 and pages[-1][1]:
            pages.append((number, []))
            left = form.room()
        pages[-1][1].append(row)
        left -= row.height
    return pages


def _below(form: SheetForm, begin: int, end: int, *, last: bool) -> list[Row]:
    """The page's sums, on the last page those of all; where sums are carried, the last ones are those of all."""
    sheet = form.sheet
    of_all = [form.fitted(sheet.totals, Style(bold(), TEXT))] if last and sheet.totals else []
    summed = form.summed and end > begin and not (sheet.carried and of_all)
    return [_sums(form, begin, end), *of_all] if summed else of_all


def _fitted(form: SheetForm) -> list[Row]:
    usual, subtotal = plain(TEXT), Style(bold(), TEXT)
    strong = form.sheet.strong
    return [
        form.fitted(row, subtotal if place in strong else usual) for place, row in enumerate(form.sheet.rows)
    ]


def _sums(form: SheetForm, begin: int, end: int) -> Row:
    """The page's own sums; carried ones are of everything before `end`, and begin the page when there is nothing of it."""
    sheet, words = form.sheet, form.sheet.words
    rows = enumerate(sheet.rows[:end]) if sheet.carried else enumerate(sheet.rows[begin:end], begin)
    sums = list(page_sums(sheet, [row for place, row in rows if place not in sheet.strong]))
    if sums and not sums[0]:
        carried = words.brought if begin == end else words.carried
        sums[0] = carried if sheet.carried else words.page_total
    return form.fitted(sums, Style(bold(), TEXT))


def _missing(sheet: Sheet, rows: Sequence[Sequence[str]]) -> str:
    chars = missing_glyphs("".join(row) for row in rows)
    codes = " ".join(f"U+{ord(char):04X}" for char in chars[:6])
    return printable(sheet.words.missing.format(codes=codes)) if codes else ""
