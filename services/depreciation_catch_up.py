"""What closed months left out 补提: of cards and units of use that came after their months were closed, in both books."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import batched
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.depreciation import DepreciationRun
from services import depreciation_bulk
from services.depreciable import Booked, Terms, month_at, month_number
from services.depreciation_bulk import Book
from services.permissions import open_to_all
from services.plain_rows import plain_rows

_CHUNK = 500
_BEFORE = (
    "SELECT line.asset_id, line.accumulated, line.net FROM depreciation_line AS line"
    " JOIN depreciation_run AS run ON run.id = line.run_id WHERE run.month = :month"
)
_CHARGED = (
    "SELECT line.asset_id, run.month, line.amount, line.tax_amount FROM depreciation_line AS line"
    " JOIN depreciation_run AS run ON run.id = line.run_id WHERE run.month < :month AND line.asset_id IN"
)

type Lines = Mapping[int, Sequence[tuple[int, int, int]]]
"""(month, charge, charge of the tax book) of the runs before, by card, in fen."""


class Missing(NamedTuple):
    """What the months before should have charged and did not, fen; negative where they charged too much."""

    company: int
    tax: int


NOTHING = Missing(0, 0)


@open_to_all("called inside services that were permitted to write assets")
def missing(
    session: Session, month: date, rows: Sequence[Any], special: dict[int, Terms], books: Sequence[Book]
) -> tuple[dict[int, Missing], list[Book]]:
    """By card, what the run of `month` has to make up; and cards gone earlier that were charged too long, with no value.

    The months before the first run, and those of an opening balance, were charged elsewhere: nothing of them is missing.
    Only cards whose last line is not what the books say of that month are looked into, so a usual month costs one look.
    """
    first = first_month(session)
    if first is None or first >= month_number(month):
        return {}, []
    last = month_at(month_number(month) - 1)
    stood = {row[0]: row[1:] for row in plain_rows(session, _BEFORE, month=last.isoformat())}
    gone = _gone(rows, stood, last.isoformat())
    doubtful = {book.id for book in books if _differs(book, stood)} | {book.id for book in gone}
    cards = [row for row in rows if row[0] in doubtful and row[3]]
    lines = _lines(session, month, [row[0] for row in cards])
    found = {
        row[0]: short
        for row in cards
        if (short := _short(row, special, first, month_number(month), lines.get(row[0], ()))) != NOTHING
    }
    return found, [book for book in gone if book.id in found]


@open_to_all("called inside services that were permitted to see assets")
def missing_of(session: Session, row: Any, special: dict[int, Terms], month: date) -> Missing:
    """What the run of `month` has to make up of one card, given as a plain row."""
    first = first_month(session)
    if first is None or not row[3]:
        return NOTHING
    lines = _lines(session, month, [row[0]]).get(row[0], ())
    return _short(row, special, first, month_number(month), lines)


@open_to_all("called inside services that were permitted to see assets")
def charged_elsewhere(session: Session, row: Any) -> int | None:
    """The number of the last month that is not charged to a card here; None before the first run."""
    first = first_month(session)
    return None if first is None else _begin(row, first)


@open_to_all("says only in which month the books begin")
def first_month(session: Session) -> int | None:
    """The number of the first month that was reckoned here."""
    found = session.scalar(select(func.min(DepreciationRun.month)))
    return None if found is None else month_number(found)


def _differs(book: Book, stood: Mapping[int, tuple[int, int]]) -> bool:
    line = stood.get(book.id)
    return bool(book.before or book.tax_before) if line is None else line[0] != book.before


def _gone(rows: Iterable[Any], stood: Mapping[int, tuple[int, int]], last: str) -> list[Book]:
    """Cards that left before `last` and still have a value in it."""
    return [
        Book(row[0], row[1], row[2], 0, 0, 0, 0, 0)
        for row in rows
        if row[9] is not None and row[9] < last and any(stood.get(row[0], ()))
    ]


def _lines(session: Session, month: date, ids: Collection[int]) -> Lines:
    found: dict[int, list[tuple[int, int, int]]] = {}
    for some in batched(ids, _CHUNK):
        names = {f"id{place}": each for place, each in enumerate(some)}
        wanted = f"{_CHARGED} ({', '.join(f':{name}' for name in names)})"
        for asset_id, at, amount, tax in plain_rows(session, wanted, month=month.isoformat(), **names):
            found.setdefault(asset_id, []).append((month_number(date.fromisoformat(at)), amount, tax))
    return found


def _begin(row: Any, first: int) -> int:
    """Before the first run, or in its opening balance, it was charged elsewhere."""
    opened = month_number(date.fromisoformat(row[8])) + row[10] if row[10] else 0
    return max(first - 1, opened)


def _short(
    row: Any, special: dict[int, Terms], first: int, month: int, lines: Sequence[tuple[int, int, int]]
) -> Missing:
    booked = special[row[0]].booked if row[0] in special else None
    if booked is not None:
        return _since(row, special, booked, month, lines)
    begin = _begin(row, first)
    span = (begin, max(begin, month - 1))
    company = depreciation_bulk.month_states(row, special, span)
    tax = depreciation_bulk.month_states(row, special, span, tax=True)
    charged = [line for line in lines if line[0] > begin]
    return Missing(
        company[1] - company[0] - sum(line[1] for line in charged),
        tax[1] - tax[0] - sum(line[2] for line in charged),
    )


def _since(
    row: Any, special: dict[int, Terms], booked: Booked, month: int, lines: Sequence[tuple[int, int, int]]
) -> Missing:
    """Of a card that was split or merged: what had been charged then is known, and its lines follow."""
    if month <= booked.until:
        return NOTHING
    charged = [line for line in lines if line[0] > booked.until]
    company = depreciation_bulk.month_states(row, special, (month - 1,))[0]
    tax = depreciation_bulk.month_states(row, special, (month - 1,), tax=True)[0]
    return Missing(
        company - booked.company - sum(line[1] for line in charged),
        tax - booked.tax - sum(line[2] for line in charged),
    )
