"""Tables as Excel files: what is shown, with real numbers and dates, and no text that runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from services.errors import Refused

MOST_ROWS = 1_048_575
LONGEST_CELL = 32_767
LARGEST_EXACT = 10**15
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MONEY = "#,##0.00"
_DAY = "yyyy-mm-dd"
_MOMENT = "yyyy-mm-dd hh:mm"
_WIDEST, _NARROWEST = 60, 8
_MEASURED = 200  # rows looked at for the columns' widths; a sheet of a million is written as it comes
_FIRST_YEAR = 1901


def write_table(
    target: Path | BinaryIO,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    zone: tzinfo | None = None,
    ending: Sequence[str] = (),
) -> int:
    """Write one sheet and return the number of its rows; `ending` are lines of text below them, places to sign.

    `headings` are in the reader's language already. Decimal (yuan) becomes a number with two decimals, int a
    number, date a date, an aware datetime the local time of `zone` (the computer's by default), None an empty cell,
    bool ✓ or nothing, anything else text: a name like `=HYPERLINK(…)` stays a name. A number that a spreadsheet
    cannot hold exactly (from 10^15 on) is written as text.

    Raises Refused "export.too_many_rows" (most) beyond Excel's 1,048,575 rows, "export.cannot_write" (path).
    """
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {**_SAFE, "constant_memory": True})
    try:
        written = _fill(book, title, headings, rows, zone)
        for place, line in enumerate(ending, start=written + 2):
            book.worksheets()[0].write_string(place, 0, _clean(line))
    finally:
        book.close()  # also removes its scratch file
    try:
        if isinstance(target, Path):
            target.write_bytes(made.getbuffer())
        else:
            target.write(made.getbuffer())
    except OSError as error:
        raise Refused("export.cannot_write", path=str(target)) from error
    return written


def _fill(
    book: Any,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    zone: tzinfo | None,
) -> int:
    sheet = book.add_worksheet(_sheet_name(title))
    formats = _Formats(*(book.add_format({"num_format": form}) for form in (_MONEY, _DAY, _MOMENT)))
    rest = iter(rows)
    seen = list(islice(rest, _MEASURED))
    _head(book, sheet, headings, seen)
    written = 0
    for written, row in enumerate(chain(seen, rest), start=1):
        if written > MOST_ROWS:
            raise Refused("export.too_many_rows", most=MOST_ROWS)
        for place, value in enumerate(row):
            _write(sheet, (written, place), value, formats, zone)
    sheet.autofilter(0, 0, written, max(len(headings) - 1, 0))
    return written


class _Formats(NamedTuple):
    """How amounts, days and moments look."""

    money: Any
    day: Any
    moment: Any


def _head(book: Any, sheet: Any, headings: Sequence[str], seen: Sequence[Sequence[object]]) -> None:
    bold = {"bold": True, "bg_color": "#F6F7F9", "bottom": 1, "bottom_color": "#9CA3AF"}
    left, right = book.add_format(bold), book.add_format({**bold, "align": "right"})
    sheet.freeze_panes(1, 0)
    for place, heading in enumerate(headings):
        cells = [row[place] for row in seen]
        longest = max([_width(heading) + 4, *(_width(_shown(cell)) + 2 for cell in cells)])
        sheet.set_column(place, place, min(max(longest, _NARROWEST), _WIDEST))
        counted = any(isinstance(cell, Decimal | int) for cell in cells)
        sheet.write_string(0, place, _clean(heading), right if counted else left)


def _write(sheet: Any, cell: tuple[int, int], value: object, formats: _Formats, zone: tzinfo | None) -> None:
    match value:
        case None:
            pass
        case bool():
            sheet.write_string(*cell, "✓" if value else "")
        case Decimal() if abs(value) < LARGEST_EXACT:
            sheet.write_number(*cell, value, formats.money)
        case int() if abs(value) < LARGEST_EXACT:
            sheet.write_number(*cell, value)
        case datetime():
            sheet.write_datetime(*cell, value.astimezone(zone).replace(tzinfo=None), formats.moment)
        case date() if value.year >= _FIRST_YEAR:
            sheet.write_datetime(*cell, value, formats.day)
        case _:
            sheet.write_string(*cell, _clean(str(value)))


def _clean(text: str) -> str:
    """Without the control characters that no XML may hold, and no longer than a cell can be."""
    kept = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})
    return kept[:LONGEST_CELL]


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", _clean(title)).strip()[:31] or "OpsDesk"


def _shown(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, Decimal) else "" if value is None else str(value)[:_WIDEST]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
