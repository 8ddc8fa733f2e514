"""An upright page of ruled rows: heading, cells, wrapped text, signatures, as many pages as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from services.reports.fitting import Fitted, fit_box
from services.reports.fonts import bold, missing_note, printable
from services.reports.pen import BLACK, GREY, MM, PALE_RED, Colour, Mm, Pen, Share, Style, plain
from services.reports.photos import Photo
from services.reports.voucher import Signature

PAD: Mm = 1.8
TOP: Mm = 40
FOOT: Mm = 16
PALE = 0.955
SIGN: Mm = 22
OPINION: Mm = 20
TALLEST: Mm = 42
HEADING: Mm = 8

type Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a cell that takes `share` of the row; a label is bold on grey."""

    text: str
    share: Share
    label: bool = False
    align: Align = "left"
    colour: Colour = BLACK
    strong: bool = False


class GridSheet:
    """Rows are put one below the other; one that does not fit begins the next page."""

    def __init__(
        self, pen: Pen, title: str, above: tuple[str, str, str], mark: str = "", *, pages: int = 0
    ) -> None:
        self.pen, self.title, self.above, self.mark, self.pages = pen, title, above, mark, pages
        self.left: Mm = 24
        self.right: Mm = pen.width - 13
        self.width: Mm = self.right - self.left
        self.bottom: Mm = pen.height - FOOT
        self.page = 0
        self.again: tuple[Mm, Sequence[Cell]] | None = (
            None  # the heading of a table that runs on to the next page
        )
        self._unclean: list[str] = []
        self._begin()

    def row(self, height: Mm, cells: Sequence[Cell]) -> None:
        """A ruled row."""
        self.need(height)
        x = self.left
        for cell in cells:
            width = cell.share * self.width
            if cell.label:
                self.pen.shade(x + 0.1, self.y + 0.15, width - 0.2, height - 0.3, PALE)
            heavy = cell.label or cell.strong
            style = Style(bold(), 10, cell.colour) if heavy else plain(10, cell.colour)
            align = "centre" if cell.label else cell.align
            self.put(cell.text, (x, self.y, width, height), style, align)
            x += width
            if x < self.right - 0.1:
                self.pen.lines([(x, self.y, x, self.y + height)])
        self._close(height)

    def photo(self, label: str, height: Mm, photo: Photo) -> None:
        """A row with a photo in it."""
        self.need(height)
        share = 0.16 * self.width
        self.pen.shade(self.left + 0.1, self.y + 0.15, share - 0.2, height - 0.3, PALE)
        self.put(label, (self.left, self.y, share, height), Style(bold(), 10), "centre")
        x = self.left + share
        self.pen.lines([(x, self.y, x, self.y + height)])
        self.pen.photo(x + PAD, self.y + PAD, self.width - share - 2 * PAD, height - 2 * PAD, photo)
        self._close(height)

    def need(self, height: Mm) -> None:
        """Begin the next page when there is no room of this height."""
        if self.y + height > self.bottom:
            self.finish(last=False)
            self._begin()
            if self.again is not None:
                self.row(*self.again)

    def table(self, heading: Sequence[Cell], rows: Sequence[Sequence[Cell]], height: Mm) -> None:
        """Rows of this height below a heading, which every further page they reach begins with."""
        self.need(HEADING + height)
        self.row(HEADING, heading)
        self.again = (HEADING, heading)
        for cells in rows:
            self.row(height, cells)
        self.again = None

    def signatures(self, signatures: Sequence[Signature]) -> None:
        """Places to sign, four a row: what for, who, when."""
        for start in range(0, len(signatures), 4):
            part = signatures[start : start + 4]
            self.need(SIGN)
            width = self.width / len(part)
            for place, one in enumerate(part):
                x = self.left + place * width
                self.put(one.label, (x, self.y + 0.8, width, 5), Style(bold(), 9))
                self.put(one.name, (x, self.y + 6.5, width, 7), plain(10.5))
                day = one.day.isoformat() if one.day else "　　年　　月　　日"
                self.put(
                    day, (x, self.y + 15.4, width, 5), plain(8.5, GREY if not one.day else BLACK), "right"
                )
                if place:
                    self.pen.lines([(x, self.y, x, self.y + SIGN)])
            self._close(SIGN)

    def opinions(self, signatures: Sequence[Signature], below: Mm) -> None:
        """A tall row for every level: its word on the left, what was decided, who and when; `below` stays free."""
        if not signatures:
            return
        room = (self.bottom - below - self.y) / len(signatures)
        height = min(max(room, OPINION), TALLEST)
        label = 0.14 * self.width
        for one in signatures:
            self.need(height)
            top = self.y
            self.pen.shade(self.left + 0.1, top + 0.15, label - 0.2, height - 0.3, PALE)
            self.put(one.label, (self.left, top, label, height), Style(bold(), 10), "centre")
            x, width = self.left + label, self.width - label
            self.pen.lines([(x, top, x, top + height)])
            self.put("同意" if one.day else "", (x, top, width, height - 8), plain(11))
            signed = f"签字：{one.name}" if one.name else "签字：　　　　　　"
            day = _chinese(one.day) if one.day else "　　年　　月　　日"
            self.put(f"{signed}　　{day}", (x, top + height - 8.5, width, 7), plain(10), "right")
            self._close(height)

    def put(self, text: str, box: tuple[Mm, Mm, Mm, Mm], style: Style, align: Align = "left") -> None:
        """Write in a box (x, y, width, height), smaller or wrapped if it must be."""
        if not text:
            return
        shown = printable(text)
        if shown is not text:
            self._unclean.append(text)
        self._write(fit_box(shown, style, round(box[2] - 2 * PAD, 2), round(box[3] - 0.8, 2)), box, align)

    def finish(self, *, last: bool = True) -> None:
        """End the page with its foot."""
        self.pen.lines([(self.left, TOP, self.left, self.y), (self.right, TOP, self.right, self.y)], 0.9)
        self.pen.lines([(self.left, self.y, self.right, self.y)], 0.9)
        note = missing_note(self._unclean)
        if note:
            self.put(note, (self.left - PAD, self.pen.height - 13, self.width, 5), plain(7.5, GREY))
        of_all = f" / 共 {self.pages} 页" if self.pages else ""
        words = f"第 {self.page} 页{of_all}" + ("" if last else "（续下页）")
        self.put(words, (self.right - 50, self.pen.height - 13, 50 + PAD, 5), plain(8.5), "right")
        self.pen.page_done()

    def _begin(self) -> None:
        self.page += 1
        self.y = TOP
        centre = (self.left + self.right) / 2
        heading = Style(bold(), 19)
        self.pen.spaced(centre, 22, self.title, heading, 5)
        half = (heading.face.width(self.title, 19) + 5 * len(self.title)) / 2 / MM + 6
        self.pen.lines([(centre - half, 25.5, centre + half, 25.5)], 1.1)
        left, middle, right = self.above
        third = self.width / 3
        for place, (words, align) in enumerate(((left, "left"), (middle, "centre"), (right, "right"))):
            shift = -PAD if align == "left" else PAD if align == "right" else 0
            box = (self.left + place * third + shift, 32, third, 6)
            self.put(words, box, plain(9.5), align)  # type: ignore[arg-type]  # the three words above
        if self.mark:
            size = min(90, 330 / len(self.mark))
            self.pen.upward(
                centre, self.pen.height / 2, self.mark, Style(bold(), size, PALE_RED), (0.94, 0.342)
            )
        edge = self.left - 6
        self.pen.lines([(edge, 8, edge, self.pen.height - 8)], 0.6, "0.6 2.4")
        self.pen.upward(edge - 4.5, self.pen.height / 2, "装 订 线", plain(8, GREY))
        self.pen.lines([(self.left, TOP, self.right, TOP)], 0.9)

    def _close(self, height: Mm) -> None:
        self.y += height
        self.pen.lines([(self.left, self.y, self.right, self.y)])

    def _write(self, fitted: Fitted, box: tuple[Mm, Mm, Mm, Mm], align: Align) -> None:
        x, y, width, height = box
        places: dict[str, tuple[Mm, Share]] = {
            "left": (x + PAD, 0), "centre": (x + width / 2, 0.5), "right": (x + width - PAD, 1),
        }  # fmt: skip
        place, share = places[align]
        first = y + height / 2 + fitted.style.size * 0.36 / MM - fitted.leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            self.pen.text(place, first + number * fitted.leading, line, fitted.style, align=share)


def _chinese(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
