"""Draw the pay list of one person: what was earned on the left, what was taken off on the right, the year beside it."""

from __future__ import annotations

from collections.abc import Sequence

from services.reports.fitting import fit_box, fit_line
from services.reports.fonts import bold, missing_note, printable
from services.reports.grid_pen import GridPen
from services.reports.payslips import Slip, SlipItem
from services.reports.pen import GREY, Mm, Share, Style, plain

LEFT: Mm = 14
RIGHT: Mm = 10
TOP: Mm = 31
FOOT: Mm = 9
FOOT_LINE: Mm = 3.4
FOOT_TALLEST: Mm = 7
SIGNED: Mm = 7
TALLEST: Mm = 6.2
SMALL: Mm = 5.2
_PALE = 0.94
_LABEL, _MONTH = 0.38, 0.31  # shares of a half of the table


class SlipForm:
    """The table of one list: two halves of three columns."""

    def __init__(self, pen: GridPen, slip: Slip) -> None:
        self.pen, self.slip = pen, slip
        self.width: Mm = pen.width - LEFT - RIGHT
        self.half: Mm = self.width / 2
        below = 3 + (1 if slip.employer else 0) * 2 + (1 if slip.tax else 0) * 2
        self.rows = max(len(slip.earned), len(slip.taken), 1)
        self.foot = _foot(slip, self.width)
        self.bottom: Mm = (
            pen.height - max(0, len(self.foot) - 1) * FOOT_LINE
        )  # what stands above the foot goes by it
        room = self.bottom - TOP - FOOT - (SIGNED if slip.signatures else 0) - below * SMALL
        self.line: Mm = min(TALLEST, room / (self.rows + 1))
        self.size = min(9.0, self.line * 1.6)

    def heading(self) -> None:
        slip, pen, middle = self.slip, self.pen, LEFT + self.width / 2
        pen.spaced(middle, 12, printable(slip.title), Style(bold(), 15), 5)
        self._put(slip.company, LEFT, 18, 0, self.width / 2 - 2, plain(9))
        self._put(slip.subtitle, LEFT + self.width, 18, 1, self.width / 2 - 2, plain(9))
        share = self.width / max(len(slip.person), 1)
        for place, (label, value) in enumerate(slip.person):
            x = LEFT + share * place
            self._put(f"{label}：{value}", x + (1.2 if place else 0), 26, 0, share - 2, plain(9))

    def _put(self, text: str, x: Mm, y: Mm, align: Share, width: Mm, style: Style) -> None:
        fit = fit_box(printable(text), style, round(width, 2), 5)
        first = y - fit.leading * (len(fit.lines) - 1)
        for number, line in enumerate(fit.lines):
            self.pen.text(x, first + number * fit.leading, line, fit.style, align=align)

    def table(self) -> Mm:
        """Both halves with their headings; returns where the table ends."""
        slip, top = self.slip, TOP
        self.pen.shade(LEFT, top, self.width, self.line, _PALE)
        for side, title in ((0, "应发项目"), (1, "扣款项目")):
            x = LEFT + self.half * side
            for share, wide, label in (
                (0, _LABEL, title),
                (_LABEL, _MONTH, "本月"),
                (_LABEL + _MONTH, 1 - _LABEL - _MONTH, slip.year),
            ):
                middle = x + self.half * (share + wide / 2)
                self._put(label, middle, self._base(top), 0.5, self.half * wide - 2, Style(bold(), self.size))
        for place in range(self.rows):
            y = top + self.line * (place + 1)
            for side, items in ((0, slip.earned), (1, slip.taken)):
                if place < len(items):
                    self._item(items[place], LEFT + self.half * side, y, self.line, plain(self.size))
        return top + self.line * (self.rows + 1)

    def _base(self, y: Mm, height: Mm | None = None) -> Mm:
        return y + (height or self.line) / 2 + self.size * 0.127

    def _item(self, item: SlipItem, x: Mm, y: Mm, height: Mm, style: Style) -> None:
        base = self._base(y, height)
        self._put(item.label, x + 1.5, base, 0, self.half * _LABEL - 3, style)
        for share, amount in ((_LABEL + _MONTH, item.amount), (1, item.year)):
            if not amount and style.face is not bold():
                continue
            text = f"{amount or 0:,.2f}"
            fit = fit_line(text, style, self.half * (1 - _LABEL) / 2 - 3)
            self.pen.figures([(x + self.half * share - 1.5, base, text)], fit.style)

    def sums(self, y: Mm) -> Mm:
        """Gross, what was taken off, net with its capitals; returns where they end."""
        slip, strong = self.slip, Style(bold(), self.size)
        self.pen.shade(LEFT, y, self.width, SMALL, _PALE)
        self._item(slip.gross, LEFT, y, SMALL, strong)
        self._item(slip.deducted, LEFT + self.half, y, SMALL, strong)
        self._item(slip.net, LEFT, y + SMALL, SMALL, strong)
        self._put(
            slip.capitals, LEFT + self.half + 1.5, self._base(y + SMALL, SMALL), 0, self.half - 3, strong
        )
        return y + 2 * SMALL

    def below(self, title: str, cells: Sequence[tuple[str, str]], y: Mm) -> Mm:
        """A line of headings over a line of amounts, as wide as the table; returns where it ends."""
        share = self.width / (len(cells) + 1)
        self._put(title, LEFT + 1.5, self._base(y + SMALL / 2, SMALL), 0, share - 2, Style(bold(), 8))
        for place, (label, text) in enumerate(cells, 1):
            middle = LEFT + share * (place + 0.5)
            self._put(label, middle, self._base(y, SMALL), 0.5, share - 1, plain(7.5, GREY))
            fit = fit_line(text, plain(8), share - 1)
            self.pen.text(middle, self._base(y + SMALL, SMALL), text, fit.style, align=0.5)
        return y + 2 * SMALL

    def rules(self, table: Mm, sums: Mm, end: Mm) -> None:
        right, levels = LEFT + self.width, [TOP + self.line * place for place in range(1, self.rows + 1)]
        levels += [table, table + SMALL, sums]
        middle = LEFT + self.half
        upright = [
            (LEFT + self.half * (side + share), TOP, LEFT + self.half * (side + share), table + SMALL)
            for side in (0, 1)
            for share in (_LABEL, _LABEL + _MONTH)
        ]
        self.pen.lines([(LEFT, y, right, y) for y in levels if y < end - 0.01] + upright, 0.25)
        self.pen.lines(
            [
                (LEFT + self.half * share, table + SMALL, LEFT + self.half * share, sums)
                for share in (_LABEL, _LABEL + _MONTH)
            ],
            0.25,
        )
        self.pen.lines([(middle, TOP, middle, sums)], 0.6)
        self.pen.lines(
            [
                (LEFT, TOP, right, TOP),
                (LEFT, end, right, end),
                (LEFT, TOP, LEFT, end),
                (right, TOP, right, end),
            ],
            0.9,
        )


def draw_slip(pen: GridPen, slip: Slip) -> None:
    """Draw one list on a page of its own."""
    form = SlipForm(pen, slip)
    form.heading()
    table = form.table()
    sums = end = form.sums(table)
    if slip.employer:
        end = form.below("单位缴纳", [(item.label, f"{item.amount:,.2f}") for item in slip.employer], end)
    if slip.tax:
        end = form.below("个税累计", [(label, f"{amount:,.2f}") for label, amount in slip.tax], end)
    if slip.employer and slip.tax:
        pen.lines([(LEFT, sums + 2 * SMALL, LEFT + form.width, sums + 2 * SMALL)], 0.25)
    form.rules(table, sums, end)
    for place, (line, style) in enumerate(form.foot):
        pen.text(LEFT, form.bottom - 5 + place * FOOT_LINE, line, style)
    _sign(form)
    pen.page_done()


def _foot(slip: Slip, width: Mm) -> list[tuple[str, Style]]:
    """The lines below the table: why this list is as it is, then what stands below every list."""
    said = [value for _, value in slip.person] + [item.label for item in (*slip.earned, *slip.taken)]
    ending = "　".join(filter(None, [slip.note, missing_note(said)]))
    style = plain(7.5, GREY)
    fits = [fit_box(printable(text), style, width, FOOT_TALLEST) for text in (slip.remarks, ending) if text]
    return [(line, fit.style) for fit in fits for line in fit.lines]


def _sign(form: SlipForm) -> None:
    """Who signs, above the foot."""
    signatures = form.slip.signatures
    share = form.width / max(len(signatures), 1)
    for place, signature in enumerate(signatures):
        fit = fit_box(printable(signature), plain(9), share - 3, 5)
        form.pen.text(LEFT + place * share, form.bottom - 10.5, fit.lines[0], fit.style)
