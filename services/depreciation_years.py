"""A year of depreciation 年度折旧: twelve months of every card or class, and both books beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from models.fixed_asset import FixedAsset
from services import depreciation_bulk
from services.asset_values import class_names, yuan
from services.database import Session
from services.depreciable import month_number
from services.permissions import Actor, Permission, requires

_YEAR = 12


@dataclass(frozen=True, slots=True)
class YearRow:
    """A card or a class in a year, yuan: what each month charges; cost and charges of what is there at the year's end."""

    id: int
    label: str
    name: str
    class_id: int
    cost: Decimal
    months: tuple[Decimal, ...]
    accumulated: Decimal

    @property
    def total(self) -> Decimal:
        return sum(self.months, Decimal(0))

    @property
    def net(self) -> Decimal:
        return self.cost - self.accumulated


@dataclass(frozen=True, slots=True)
class BookRow:
    """A card or a class in a year in both books, yuan; `difference` raises the taxable profit 纳税调增."""

    id: int
    label: str
    name: str
    company: Decimal
    tax: Decimal
    company_accumulated: Decimal
    tax_accumulated: Decimal

    @property
    def difference(self) -> Decimal:
        return self.company - self.tax


@requires(Permission.ASSET_SEE)
def year_cards(session: Session, actor: Actor, year: int, *, class_id: int | None = None) -> list[YearRow]:  # noqa: ARG001 - the permission needs it
    """The cards that are charged in the year or there at its end, by number; those of a class."""
    names = _names(session)
    found = [_year_row(row, names, states, end) for row, states, end in _charged(session, year, class_id)]
    return sorted(found, key=lambda one: one.label)


@requires(Permission.ASSET_SEE)
def year_classes(session: Session, actor: Actor, year: int) -> list[YearRow]:  # noqa: ARG001 - the permission needs it
    """The year by class, in the order of their codes."""
    sums: dict[int, list[int]] = {}
    for row, states, (cost, accumulated) in _charged(session, year):
        found = sums.setdefault(row[1], [0] * (_YEAR + 2))
        for place, (before, now) in enumerate(pairwise(states)):
            found[place] += now - before
        found[_YEAR] += cost
        found[_YEAR + 1] += accumulated
    classes = class_names(session)
    return [
        YearRow(
            class_id, name, "", class_id, yuan(sums[class_id][_YEAR]),
            tuple(map(yuan, sums[class_id][:_YEAR])), yuan(sums[class_id][_YEAR + 1]),
        )
        for class_id, name in classes.items()
        if class_id in sums
    ]  # fmt: skip


@requires(Permission.ASSET_SEE)
def both_books(session: Session, actor: Actor, year: int, *, only_different: bool = False) -> list[BookRow]:  # noqa: ARG001 - the permission needs it
    """What company and tax book charge of every card in the year, by number: what the annual return 汇算清缴 adjusts."""
    names = _names(session)
    first, last = month_number(date(year, 1, 1)) - 1, month_number(date(year, 12, 1))
    special = depreciation_bulk.special_terms(session)
    found = []
    for row in depreciation_bulk.card_rows(session, "start_on IS NOT NULL"):
        company = depreciation_bulk.month_states(row, special, (first, last))
        tax = depreciation_bulk.month_states(row, special, (first, last), tax=True)
        charges = company[1] - company[0], tax[1] - tax[0]
        if any(charges) and not (only_different and charges[0] == charges[1]):
            number, name = names[row[0]]
            found.append(BookRow(row[0], number, name, *map(yuan, (*charges, company[1], tax[1]))))
    return sorted(found, key=lambda one: one.label)


type _InYear = tuple[Any, list[int], tuple[int, int]]


def _charged(session: Session, year: int, class_id: int | None = None) -> list[_InYear]:
    """(row, charged with December before and each month, cost and charged at the end) of the cards of the year.

    At the end a card that has gone is worth nothing, as in the values of that day (services/asset_values.py).
    """
    months = range(month_number(date(year, 1, 1)) - 1, month_number(date(year, 12, 1)) + 1)
    special = depreciation_bulk.special_terms(session)
    where, values = ("class_id = :kind", {"kind": class_id}) if class_id else ("", {})
    rows = depreciation_bulk.card_rows(session, where, **values)
    worth = depreciation_bulk.worth(rows, special, date(year, 12, 31).isoformat())
    there = {row[0]: (cost, charged) for row, cost, charged in worth}
    found = []
    for row in rows:
        states = depreciation_bulk.month_states(row, special, months)
        if states[-1] != states[0] or row[0] in there:
            found.append((row, states, there.get(row[0], (0, 0))))
    return found


def _year_row(
    row: Any, names: dict[int, tuple[str, str]], states: Sequence[int], end: tuple[int, int]
) -> YearRow:
    number, name = names[row[0]]
    charges = tuple(yuan(now - before) for before, now in pairwise(states))
    return YearRow(row[0], number, name, row[1], yuan(end[0]), charges, yuan(end[1]))


def _names(session: Session) -> dict[int, tuple[str, str]]:
    rows = session.execute(select(FixedAsset.id, FixedAsset.number, FixedAsset.name))
    return {row[0]: (row[1], row[2]) for row in rows}
