"""Pens that write in boxes and tables; that of a bound volume: A4, a foot with the number of every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from services.reports.fitting import fit_box
from services.reports.fonts import bold, printable
from services.reports.paper import A4, PrintSettings
from services.reports.pen import GREY, MM, Mm, Pen, Share, Style, plain

LEFT: Mm = 22  # the binding takes the rest
RIGHT: Mm = 202
WIDTH: Mm = RIGHT - LEFT
HALF: Mm = 148.5
FOOT: Mm = 288
PAD: Mm = 1.4
PALE = 0.955

type Align = Literal["left", "centre", "right"]
type Box = tuple[Mm, Mm, Mm, Mm]  # x, y, width, height


class PagePen(Pen):
    """Text in boxes, rules, tables with a grid."""

    def put(self, text: str, box: Box, style: Style | None = None, align: Align = "left") -> None:
        """Write in a box, smaller or wrapped if it must be, in the middle of its height."""
        if not text:
            return
        x, y, width, height = box
        fitted = fit_box(printable(text), style or plain(9), round(width - 2 * PAD, 2), round(height, 2))
        place, share = {"left": (x + PAD, 0), "centre": (x + width / 2, 0.5), "right": (x + width - PAD, 1)}[
            align
        ]
        first = y + height / 2 + fitted.style.size * 0.36 / MM - fitted.leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            self.text(place, first + number * fitted.leading, line, fitted.style, align=share)

    def frame(self, box: Box, width: Share = 0.6) -> None:
        """A box of rules."""
        x, y, across, down = box
        corners = [(x, y), (x + across, y), (x + across, y + down), (x, y + down)]
        self.lines([(*a, *b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)], width)

    def heading(self, text: str, y: Mm, size: Share = 15) -> None:
        """A spaced heading in the middle."""
        self.spaced((LEFT + RIGHT) / 2, y, printable(text), Style(bold(), size), 3)

    def row(
        self,
        cells: Sequence[str],
        widths: Sequence[Mm],
        y: Mm,
        height: Mm,
        *,
        aligns: Sequence[Align] = (),
        style: Style | None = None,
        x: Mm = LEFT,
    ) -> None:
        """One row of a table with its grid; a missing alignment is "left"."""
        right = x + sum(widths)
        rules = [(x, y, right, y), (x, y + height, right, y + height), (x, y, x, y + height)]
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            self.put(cell, (x, y, width, height), style, aligns[place] if aligns else "left")
            x += width
            rules.append((x, y, x, y + height))
        self.lines(rules, 0.3)

    def head(
        self, cells: Sequence[str], widths: Sequence[Mm], y: Mm, height: Mm = 7, *, x: Mm = LEFT
    ) -> None:
        """The headings of a table."""
        self.shade(x, y, sum(widths), height, PALE)
        self.row(cells, widths, y, height, aligns=["centre"] * len(cells), style=Style(bold(), 9), x=x)


class BookPen(PagePen):
    """Draws the pages of a volume. `below` is drawn under the next page that ends, once.

    `number` is that of the next page: what stands in front is drawn last, when everything is known.
    """

    def __init__(self, title: str, author: str, foot: str, number: int) -> None:
        super().__init__(PrintSettings(A4), title=title, author=author)
        self.pages = 0
        self.number = number
        self.below: Callable[[], None] | None = None
        self._foot = foot

    def page_done(self) -> None:
        below, self.below = self.below, None
        if below is not None:
            below()
        self.put(f"{self._foot}　第 {self.number} 页", (LEFT, FOOT, WIDTH, 5), plain(8, GREY), "right")
        super().page_done()
        self.pages += 1
        self.number += 1
