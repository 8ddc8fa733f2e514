"""The process that reads tables of strangers: a path in, rows of text out; it may be killed at any time without harm."""

from __future__ import annotations

import csv
import hashlib
import os
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from services.errors import Refused
from services.invoices.child import limit_memory
from services.invoices.wire import receive, send

LARGEST = 50 * 1024 * 1024
LARGEST_UNPACKED = 300 * 1024 * 1024
RATIO = 100
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_SIGNS = 8_000_000  # of all cells together, so that the answer fits its frame
EXACT = 10**15  # beyond it a number in a spreadsheet has lost its last digits
DAMAGED = "\ufffd"  # stands for a number whose digits are lost
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def main() -> None:
    """Answer one request on standard input; what a parser prints goes to the error stream."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    request = receive(sys.stdin.buffer)
    if request is not None:
        merged, plain = (bool(request.get(name)) for name in ("merged", "plain"))
        send(answers, read(Path(request["path"]), merged=merged, plain=plain))


def read(path: Path, *, merged: bool = False, plain: bool = False) -> dict[str, Any]:
    """The first sheet that holds anything, as rows of text; or the code of why not, with its values.

    `merged`: what stands in a cell merged over several rows stands in each of them. `plain`: a text may have one column.
    """
    try:
        content = _content(path)
        rows = list(_rows(path, content, merged=merged, plain=plain))
    except Refused as refused:
        return {"code": refused.code, "values": {name: str(value) for name, value in refused.values.items()}}
    except MemoryError:
        return {"code": "sheet.unpacks_too_large", "values": {}}
    except Exception as error:  # noqa: BLE001 - bytes of strangers reach every corner of two parsers
        sys.stderr.write(f"sheet reader: {type(error).__name__}\n")
        return {"code": "sheet.damaged", "values": {}}
    return {"rows": rows, "sha256": hashlib.sha256(content).hexdigest()}


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Refused("sheet.too_large", limit="50 MB")
        content = path.read_bytes()
    except OSError:
        raise Refused("sheet.not_readable") from None
    if not content:
        raise Refused("sheet.empty")
    return content


def _rows(path: Path, content: bytes, *, merged: bool, plain: bool) -> Iterator[list[str]]:
    if content.startswith((_ZIP, _OLE)):
        if content.startswith(_ZIP):
            _refuse_bomb(path)
        found: Iterable[list[Any]] = _sheet(path, merged=merged)
    else:
        found = _text(content, plain=plain)
    signs = 0
    for number, row in enumerate(found):
        if number >= MOST_ROWS:
            raise Refused("sheet.too_many_rows", most=MOST_ROWS)
        cells = [_cell(value) for value in row[:MOST_COLUMNS]]
        signs += sum(map(len, cells))
        if signs > MOST_SIGNS:
            raise Refused("sheet.unpacks_too_large")
        yield cells


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    whole = sum(part.file_size for part in parts)
    packed = max(sum(part.compress_size for part in parts), 1)
    if whole > LARGEST_UNPACKED or (whole > LARGEST and whole / packed > RATIO):
        raise Refused("sheet.unpacks_too_large")


def _sheet(path: Path, *, merged: bool) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=True, nrows=MOST_ROWS + 1)
        if rows:
            if merged:
                _fill_down(rows, sheet.merged_cell_ranges or (), sheet.start or (0, 0))
            return rows
    raise Refused("sheet.empty")


def _fill_down(
    rows: list[list[Any]],
    ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]],
    start: tuple[int, int],
) -> None:
    """Repeat what a cell merged over rows says in every row of it."""
    for (top, left), (bottom, _right) in ranges:
        first, place = top - start[0], left - start[1]
        if not 0 <= first < len(rows) or not 0 <= place < len(rows[first]):
            continue
        for row in rows[first + 1 : bottom - start[0] + 1]:
            if place < len(row) and row[place] in (None, ""):
                row[place] = rows[first][place]


def _text(content: bytes, *, plain: bool) -> list[list[str]]:
    """A CSV as banks write it: UTF-8 with or without mark, else GB 18030; commas, semicolons or tabs; `plain`: or none."""
    if b"\0" in content[:4096]:
        raise Refused("sheet.wrong_type")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refused("sheet.wrong_type")
    head = text[:2000]
    delimiter = max(",;\t", key=head.count)
    if head.lstrip().startswith(("<", "%PDF", "{")) or (delimiter not in head and not plain):
        raise Refused("sheet.wrong_type")
    if delimiter not in head:
        return [_timed(line) for line in text.splitlines()]
    return list(csv.reader(text.splitlines(), delimiter=delimiter))


def _timed(line: str) -> list[str]:
    """What a scanner wrote in a line: the code, and where blanks part it from that, when it was read."""
    found = re.fullmatch(
        r"\s*(.*?\S)\s+(\d{2,4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T].*)?|\d{1,2}:\d{2}(?::.*)?)\s*", line
    )
    return [found[1], found[2]] if found else next(csv.reader([line]), [])


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case float() | int():
            if abs(value) >= EXACT:
                return DAMAGED
            return str(int(value)) if value == int(value) else repr(value)
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
    text = str(value).strip()
    return text.removeprefix("'")
