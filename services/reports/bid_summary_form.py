"""Draw the summary of a bid: blocks from top to bottom, as many pages as they need."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from services.reports.bid_summary import Summary, Table
from services.reports.fitting import Fitted, fit_row
from services.reports.fonts import bold, printable
from services.reports.pen import GREY, RED, Mm, Pen, Style, plain

LEFT: Mm = 18
RIGHT: Mm = 14
TOP: Mm = 16
FIRST: Mm = 34
BOTTOM: Mm = 16
PAD: Mm = 1.2
ROW: Mm = 6.2
SIZE = 9
PALE = 0.94
_AMOUNT = re.compile(r"¥?-?[\d,]+\.\d\d( ?元)?|—")


@dataclass(frozen=True, slots=True)
class _Cell:
    fit: Fitted
    width: Mm


class _Sheet:
    """Where the next line goes; a new page when there is no room."""

    def __init__(self, pen: Pen, summary: Summary, pages: int) -> None:
        self.pen, self.summary, self.page, self.pages = pen, summary, 1, pages
        self.width: Mm = pen.width - LEFT - RIGHT
        self.y: Mm = FIRST
        self._heading()

    def _heading(self) -> None:
        pen, summary = self.pen, self.summary
        middle = LEFT + self.width / 2
        pen.text(middle, 15, summary.heading, Style(bold(), 16), align=0.5)
        pen.text(middle, 21, printable(summary.company), plain(9), align=0.5)
        pen.text(LEFT, 29, printable(f"{summary.number}　{summary.name}"), Style(bold(), 11))
        pen.qr(pen.width - RIGHT - 13, 8, 13, summary.number)

    def room(self, height: Mm) -> None:
        """Go on to another page when `height` does not fit on this one."""
        if self.y + height > self.pen.height - BOTTOM:
            self.done()
            self.page += 1
            self.y = TOP
            again = f"{self.summary.heading}（续）　{self.summary.number}　{self.summary.name}"
            self.pen.text(LEFT, TOP - 4, printable(again), plain(9, GREY))

    def done(self) -> None:
        """The foot of the page."""
        y = self.pen.height - 9
        self.pen.text(
            LEFT, y, printable(f"{self.summary.number}　打印日期 {self.summary.day}"), plain(8, GREY)
        )
        self.pen.text(
            LEFT + self.width, y, f"第 {self.page} 页 / 共 {self.pages} 页", plain(8, GREY), align=1
        )
        self.pen.page_done()

    def title(self, words: str) -> None:
        self.room(ROW * 3.6)  # with the headings and a row below it
        self.y += 2.5
        self.pen.text(LEFT, self.y + 4, words, Style(bold(), 10))
        self.y += 6

    def row(
        self, cells: Sequence[tuple[str, Mm, Style]], *, shade: bool = False, right: Collection[int] = ()
    ) -> None:
        """A line of cells with rules around; as high as its highest cell. `right` are the places of amounts."""
        fitted = [
            _Cell(fit_row(printable(text), style, round(width - 2 * PAD, 2)), width)
            for text, width, style in cells
        ]
        height: Mm = max(ROW, *(len(one.fit.lines) * one.fit.leading + 2 for one in fitted))
        self.room(height)
        if shade:
            self.pen.shade(LEFT, self.y, self.width, height, PALE)
        x, bottom = LEFT, self.y + height
        rules = [(LEFT, self.y, LEFT + self.width, self.y), (LEFT, bottom, LEFT + self.width, bottom)]
        rules.append((LEFT, self.y, LEFT, bottom))
        for place, one in enumerate(fitted):
            first = (
                self.y
                + height / 2
                + one.fit.style.size * 0.127
                - one.fit.leading * (len(one.fit.lines) - 1) / 2
            )
            for number, line in enumerate(one.fit.lines):
                at, align = (x + one.width - PAD, 1) if place in right else (x + PAD, 0)
                self.pen.text(at, first + number * one.fit.leading, line, one.fit.style, align=align)
            x += one.width
            rules.append((x, self.y, x, bottom))
        self.pen.lines(rules, 0.4)
        self.y = bottom


def draw_summary(pen: Pen, summary: Summary, pages: int = 0) -> int:
    """Facts in pairs, then the tables, then the texts; how many pages it took. `pages` is told at every foot."""
    sheet = _Sheet(pen, summary, pages)
    _facts(sheet, summary)
    for table in summary.tables:
        _table(sheet, table)
    if summary.warnings:
        sheet.title("日期与法定期限提示")
        for text in summary.warnings:
            sheet.row([(text, sheet.width, plain(SIZE, RED))])
    for label, text in summary.texts:
        sheet.title(label)
        sheet.row([(text, sheet.width, plain(SIZE))])
    sheet.done()
    return sheet.page


def _facts(sheet: _Sheet, summary: Summary) -> None:
    name, value = 24.0, sheet.width / 2 - 24
    pairs = list(summary.facts)
    for place in range(0, len(pairs), 2):
        cells: list[tuple[str, Mm, Style]] = []
        for label, text in (*pairs, ("", ""))[place : place + 2]:
            cells += [(label, name, Style(bold(), SIZE)), (text, value, plain(SIZE))]
        sheet.row(cells)


def _table(sheet: _Sheet, table: Table) -> None:
    sheet.title(table.title)
    whole = sum(share for _head, share in table.heads)
    widths = [sheet.width * share / whole for _head, share in table.heads]
    heads = [
        (head, width, Style(bold(), SIZE)) for (head, _share), width in zip(table.heads, widths, strict=True)
    ]
    right = [place for place in range(len(heads)) if _are_amounts([row[place] for row in table.rows])]
    sheet.row(heads, shade=True, right=right)
    for row in table.rows:
        sheet.row([(text, width, plain(SIZE)) for text, width in zip(row, widths, strict=True)], right=right)


def _are_amounts(texts: Sequence[str]) -> bool:
    """Whether a column has amounts and nothing else."""
    told = [text for text in texts if text]
    return bool(told) and all(_AMOUNT.fullmatch(text) for text in told)
