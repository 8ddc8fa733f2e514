"""Papers about assets as a workbook: each on a sheet of its own, laid out as it is printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import Any

from services.reports.asset_forms import AssetForm, Table

_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PLAIN = {"font_name": "SimSun", "font_size": 10, "valign": "vcenter", "text_wrap": True}
_GRID = {**_PLAIN, "border": 1}
_WIDTH = 760  # pixels, all columns together
_SIGN, _PAD, _LINE = 7, 6, 14  # pixels of a narrow sign and beside a text, points of a line
_AMOUNT = re.compile(r"-?\d{1,3}(,\d{3})*\.\d\d")
_PAIR = ("0.16", "0.34", "0.16", "0.34")


def forms_xlsx(forms: Sequence[AssetForm]) -> bytes:
    """The workbook; amounts are numbers, everything else stays text."""
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {**_SAFE, "in_memory": True})
    names: set[str] = set()
    for form in forms:
        _Page(book, _name(form, names)).write(form)
    book.close()
    return made.getvalue()


def _name(form: AssetForm, names: set[str]) -> str:
    """A sheet is called by its paper's number; two of a number are told apart."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", form.number or form.title).strip()[:27] or form.title[:27]
    name, place = plain, 2
    while name.casefold() in names:
        name, place = f"{plain} {place}", place + 1
    names.add(name.casefold())
    return name


class _Page:
    """One sheet: rows of cells that take their share of one grid of narrow columns."""

    def __init__(self, book: Any, name: str) -> None:
        self.book, self.sheet, self.row = book, book.add_worksheet(name), 0
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.label = book.add_format({**_GRID, "bold": True, "align": "center", "bg_color": "#F2F2F2"})
        self.title = book.add_format({**_PLAIN, "bold": True, "font_size": 16, "align": "center"})
        self.plain = book.add_format(_PLAIN)

    def write(self, form: AssetForm) -> None:
        """The whole paper from top to bottom."""
        edges = self._edges(form)
        self.edges = edges
        for place, (before, after) in enumerate(pairwise(edges)):
            self.sheet.set_column_pixels(place, place, int((after - before) * _WIDTH))
        self._line([(form.title, self.title)], ["1"], height=28)
        above = "　　".join(part for part in (form.company, form.subtitle, f"编号 {form.number}") if part)
        self._line([(above, self.plain)], ["1"])
        self._pairs(form.pairs)
        for table in form.tables:
            self._table(table)
        if form.declaration:
            self._line([(form.declaration, self._grid("left"))], ["1"], height=36)
        signed = [f"{one.label}：{one.name}" for one in (*form.opinions, *form.signatures)]
        if signed:
            self._line([("　　　　　　".join(signed), self.plain)], ["1"], height=36)

    def _edges(self, form: AssetForm) -> list[Decimal]:
        """Where any cell of the paper begins or ends."""
        found = {Decimal(0), Decimal(1), *_cuts(_PAIR)}
        for table in form.tables:
            found |= set(_cuts([share for _word, share, _align in table.heads]))
        return sorted(found)

    def _pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        for place in range(0, len(pairs), 2):
            two = pairs[place : place + 2]
            cells = [cell for word, value in two for cell in ((word, self.label), self._value(value, "left"))]
            self._line(cells, _PAIR if len(two) == 2 else ("0.16", "0.84"))

    def _table(self, table: Table) -> None:
        shares = [share for _word, share, _align in table.heads]
        if table.title:
            self._line([(table.title, self.label)], ["1"])
        self._line([(head[0], self.label) for head in table.heads], shares)
        for row in [*table.rows, *([table.totals] if table.totals else [])]:
            cells = [self._value(text, head[2]) for text, head in zip(row, table.heads, strict=True)]
            self._line(cells, shares)

    def _value(self, text: str, align: str) -> tuple[object, Any]:
        if _AMOUNT.fullmatch(text):
            return Decimal(text.replace(",", "")), self._grid("right", num_format="#,##0.00")
        return text, self._grid(align.replace("centre", "center"))

    def _grid(self, align: str, **more: str) -> Any:
        return self.book.add_format({**_GRID, "align": align, **more})

    def _line(
        self, cells: Sequence[tuple[object, Any]], shares: Sequence[str], *, height: int | None = None
    ) -> None:
        edges = [Decimal(0), *_cuts(shares)]
        rooms = [(end - begin) * _WIDTH for begin, end in pairwise(edges)]
        lines = max(_lines(str(value), room) for (value, _style), room in zip(cells, rooms, strict=True))
        self.sheet.set_row(self.row, height or _PAD + _LINE * lines)  # merged cells do not grow by themselves
        for (value, style), begin, end in zip(cells, edges[:-1], edges[1:], strict=True):
            first, last = self.edges.index(begin), self.edges.index(end) - 1
            if last > first:
                self.sheet.merge_range(self.row, first, self.row, last, "", style)
            if isinstance(value, Decimal):
                self.sheet.write_number(self.row, first, value, style)
            else:
                self.sheet.write_string(self.row, first, str(value), style)
        self.row += 1


def _lines(text: str, room: Decimal) -> int:
    """On how many lines a text stands in so many pixels."""
    wide = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text) * _SIGN
    return 1 + int(wide // (room - _PAD))


def _cuts(shares: Sequence[str]) -> list[Decimal]:
    """The right edges of cells of these shares; what rounding left over belongs to the last."""
    found, at = [], Decimal(0)
    for share in shares:
        at += Decimal(share)
        found.append(at.normalize())
    return [*found[:-1], Decimal(1)]
