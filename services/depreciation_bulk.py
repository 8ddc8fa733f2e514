"""The books of all cards at once, in whole fen: rows of the database to figures, without an object per card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from models.asset_terms import Method
from services.asset_terms_of import load_with_terms, terms_of
from services.depreciable import Terms
from services.depreciation_books import books, opened_fen, tax_books, tax_fen
from services.depreciation_fen import accumulated_fen, half_up
from services.permissions import open_to_all
from services.plain_rows import plain_rows

_COLUMNS = (
    "id, class_id, department_id, cost, residual, months, method, bought_on, start_on, stopped_on,"
    " opening_months, opening_accumulated, tax_months, one_off"
)
_SPECIAL = (
    "SELECT id FROM fixed_asset WHERE method = 'units'"
    " OR basis IS NOT NULL OR id IN (SELECT asset_id FROM asset_estimate) ORDER BY id"
)
_STRAIGHT = Method.STRAIGHT_LINE.value
_METHODS = {method.value: method for method in Method}
_NEVER = 10**6  # a month long after any other


class Book(NamedTuple):
    """A card in both books with a month: its cost then, what was charged with the month and before it, in fen."""

    id: int
    class_id: int
    department_id: int | None
    cost: int
    before: int
    accumulated: int
    tax_before: int
    tax_accumulated: int


class _Months(dict[str | None, int]):
    """The number of the month of an ISO day, each day read once."""

    def __missing__(self, day: str | None) -> int:
        number = _NEVER if day is None else int(day[:4]) * 12 + int(day[5:7]) - 1
        self[day] = number
        return number


@open_to_all("called inside services that were permitted to see assets")
def card_rows(session: Session, where: str = "", **values: object) -> list[Any]:
    """The cards as plain rows for `charged` and `worth`, in the order of their ids."""
    condition = f" WHERE {where}" if where else ""
    return plain_rows(session, f"SELECT {_COLUMNS} FROM fixed_asset{condition} ORDER BY id", **values)  # noqa: S608 - our own names


@open_to_all("called inside services that were permitted to see assets")
def special_terms(session: Session, only: Sequence[int] | None = None) -> dict[int, Terms]:
    """The cards that need more than their own row: by units of use, estimated anew, split or merged.

    Of `only` where it is given.
    """
    ids = [row[0] for row in plain_rows(session, _SPECIAL)]
    if only is not None:
        wanted = set(only)
        ids = [each for each in ids if each in wanted]
    return {asset.id: terms_of(asset) for asset in load_with_terms(session, ids)}


def charged(rows: Sequence[Any], special: dict[int, Terms], month: int) -> Iterator[Book]:
    """The cards that are depreciated in the month so numbered: put into use before it, and not gone before it."""
    of = _Months()
    for row in rows:
        start, stop = of[row[8]], of[row[9]]
        if start >= month or stop < month:
            continue
        before, _ = _company(row, special, month - 1, start)
        now, cost = _company(row, special, month, start)
        yield Book(
            row[0], row[1], row[2], cost, before, now,
            _tax(row, special, month - 1, start), _tax(row, special, month, start),
        )  # fmt: skip


def worth(rows: Sequence[Any], special: dict[int, Terms], day: str) -> Iterator[tuple[Any, int, int]]:
    """(row, cost, accumulated) in fen of the cards that are there on `day` (ISO): bought by then, and not gone before."""
    of = _Months()
    month = of[day]
    for row in rows:
        if row[7] > day or (row[9] is not None and row[9] < day):
            continue
        accumulated, cost = _company(row, special, month, of[row[8]])
        yield row, cost, accumulated


def month_states(
    row: Any, special: dict[int, Terms], months: Sequence[int], *, tax: bool = False
) -> list[int]:
    """What a card has been charged with each of the months so numbered, in fen; nothing more after it has gone."""
    of = _Months()
    start, stop = of[row[8]], of[row[9]]
    capped = [min(month, stop) for month in months]
    if tax:
        return [_tax(row, special, month, start) for month in capped]
    return [_company(row, special, month, start)[0] for month in capped]


def _company(row: Any, special: dict[int, Terms], month: int, start: int) -> tuple[int, int]:
    """What the company's book has charged with the month, and the cost then."""
    cost, residual, months, method = row[3], row[4], row[5], row[6]
    terms = special.get(row[0])
    if terms is not None:
        return books(terms, month)
    passed = month - start
    if passed <= 0:
        return 0, cost
    if row[10]:
        opening = (row[11], row[10])
        return opened_fen(cost, residual, months, _METHODS[method], *opening, passed), cost
    whole = cost - residual
    if passed >= months:
        return whole, cost
    if method == _STRAIGHT:
        return min(whole, half_up(whole, months) * passed), cost
    return accumulated_fen(cost, residual, months, _METHODS[method], passed), cost


def _tax(row: Any, special: dict[int, Terms], month: int, start: int) -> int:
    terms = special.get(row[0])
    if terms is not None and terms.shares:
        return tax_books(terms, month)
    return tax_fen(row[3], row[4], max(row[5], row[12]), month - start, one_off=row[13])
