"""Draw pay strips: headings over every strip, dashed lines to cut along."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from services.errors import Refused
from services.progress import Progress
from services.reports.fitting import Fitted, fit_box, fit_line
from services.reports.fonts import bold, missing_note, printable
from services.reports.grid_pen import GridPen
from services.reports.pay_grid import written
from services.reports.pay_grid_form import heading_lines
from services.reports.payslips import Strips
from services.reports.pen import GREY, MM, Mm, Style, plain

LEFT: Mm = 10
RIGHT: Mm = 10
HEAD: Mm = 6.5
MARGIN: Mm = 2.5
TALLEST: Mm = 6
NARROWEST: Mm = 12
EASY: Mm = 17  # so wide a column is easy to read
LOWEST: Mm = 4.2
SMALLEST = 5
AIR: Mm = 0.8  # above and below a heading of two lines
LEADING = 1.1
_PALE = 0.94


class StripForm:
    """How the columns of a strip stand in one or more bands, each headings over amounts."""

    def __init__(self, pen: GridPen, strips: Strips, per_page: int) -> None:
        self.pen, self.strips, self.per_page = pen, strips, per_page
        self.width: Mm = pen.width - LEFT - RIGHT
        self.height: Mm = pen.height / per_page
        room, count = self.height - HEAD - 2 * MARGIN, len(strips.columns)
        self.bands = -(-count // int(self.width / EASY))
        if room / (2 * self.bands) < LOWEST:
            self.bands = -(-count // int(self.width / NARROWEST))
        self.across = -(-count // self.bands)
        self.line: Mm = min(TALLEST, room / (2 * self.bands))
        self.size = min(8.0, self.line * 1.7)
        if self.size < SMALLEST:
            raise Refused("payslip.too_many_columns", field="columns", columns=count, per_page=per_page)
        self._cells = [self._cell_of(place) for place in range(count)]

    def cell(self, place: int) -> tuple[int, Mm, Mm]:
        """The band of a column, where the column begins, and how wide it is."""
        return self._cells[place]

    def _cell_of(self, place: int) -> tuple[int, Mm, Mm]:
        band = place // self.across
        first = band * self.across
        held = [column.width for column in self.strips.columns[first : first + self.across]]
        unit = self.width / sum(held)
        return band, LEFT + unit * sum(held[: place - first]), unit * held[place - first]

    def top(self, slot: int, band: int) -> Mm:
        """Where the headings of a band begin."""
        return self.height * slot + MARGIN + HEAD + 2 * self.line * band

    def frame(self, count: int) -> None:
        """Headings, rules and cut lines of so many strips: the same on every page."""
        pen = self.pen
        for slot in range(count):
            for band in range(self.bands):
                pen.shade(LEFT, self.top(slot, band), self.width, self.line, _PALE)
            for place, column in enumerate(self.strips.columns):
                band, x, width = self.cell(place)
                self._heading(
                    printable(column.label), x + width / 2, self._base(slot, band, 0), width - 2 * AIR
                )
            self._rules(slot)
        cuts = [self.height * slot for slot in range(1, count + (1 if count < self.per_page else 0))]
        pen.lines([(4, y, pen.width - 4, y) for y in cuts], 0.5, "3 3")

    def _heading(self, label: str, middle: Mm, base: Mm, room: Mm) -> None:
        """One line, or two small ones."""
        lines, tight = heading_lines(label, Style(bold(), self.size), room)
        if len(lines) > 1:
            size = min(tight.style.size, (self.line - AIR) * MM / 2 / LEADING)
            tight = Fitted(tuple(lines), Style(bold(), size))
        step = tight.style.size * LEADING / MM
        for number, line in enumerate(lines):
            y = base - step * (len(lines) - 1) / 2 + step * number - (self.size - tight.style.size) * 0.127
            self.pen.text(middle, y, line, tight.style, align=0.5)

    def _rules(self, slot: int) -> None:
        right, low = LEFT + self.width, self.top(slot, self.bands)
        levels = [self.top(slot, 0) + self.line * number for number in range(2 * self.bands + 1)]
        upright = []
        for place in range(len(self.strips.columns)):
            band, x, _ = self.cell(place)
            if x > LEFT:
                upright.append((x, self.top(slot, band), x, self.top(slot, band + 1)))
        self.pen.lines([(LEFT, y, right, y) for y in levels] + upright, 0.3)
        self.pen.lines([(LEFT, levels[0], LEFT, low), (right, levels[0], right, low)], 0.3)

    def _base(self, slot: int, band: int, row: int) -> Mm:
        return self.top(slot, band) + self.line * (row + 0.5) + self.size * 0.127

    def strip(self, slot: int, head: str, cells: Sequence[str]) -> None:
        """Who it is, and the amounts."""
        y = self.height * slot + MARGIN + HEAD - 2
        fit = fit_box(printable(head), plain(9), self.width - 52, 5)
        self.pen.text(LEFT, y, fit.lines[0], fit.style)
        missing = missing_note([head, *cells])
        told = missing or self.strips.note
        note = fit_box(printable(told), plain(7, GREY), 50, 4)
        self.pen.text(LEFT + self.width, y, note.lines[0], note.style, align=1)
        for place, (text, column) in enumerate(zip(cells, self.strips.columns, strict=True)):
            if text:
                self._cell(slot, place, text, strong=column.strong, amount=column.kind == "amount")

    def _cell(self, slot: int, place: int, text: str, *, strong: bool, amount: bool) -> None:
        band, x, width = self.cell(place)
        style = Style(bold(), self.size) if strong else plain(self.size)
        y, room = self._base(slot, band, 1), width - 1.2
        if amount:
            fit = fit_line(text, style, room)
            self.pen.figures(
                [(x + width / 2 + fit.style.face.width(text, fit.style.size) / MM / 2, y, text)], fit.style
            )
        else:
            words = fit_box(printable(text), style, round(room, 2), self.line)
            self.pen.text(x + width / 2, y, words.lines[0], words.style, align=0.5)


def draw_strips(pen: GridPen, strips: Strips, per_page: int, progress: Progress) -> None:
    """Draw all strips in their order, so many on a page."""
    form, done = StripForm(pen, strips, per_page), 0
    columns = map(written, strips.columns, zip(*strips.rows, strict=True))
    rest = iter(zip(strips.heads, zip(*columns, strict=True), strict=True))
    while shown := list(islice(rest, per_page)):
        count = len(shown)
        pen.kept(("strips", count), lambda count=count: form.frame(count))  # type: ignore[misc]  # called at once
        for slot, (head, row) in enumerate(shown):
            form.strip(slot, head, row)
        pen.page_done()
        done += count
        progress.advance(done, len(strips.rows))
