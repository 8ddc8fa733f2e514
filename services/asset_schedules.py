"""Why this number 折旧计算表: the schedule of one card month by month in both books, and what caused each turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from models.asset_class import AssetClass
from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from services import depreciation_bulk, depreciation_catch_up, depreciation_runs
from services.asset_costs import holding_on
from services.asset_terms_of import load_with_terms, terms_of
from services.asset_values import yuan
from services.database import Session
from services.depreciable import Change, Terms, month_at, month_number
from services.depreciation_books import books, first_month, last_month
from services.errors import Refused
from services.permissions import Actor, Permission, requires

_ZERO = Decimal(0)
_NEVER = 10**6

type _Kept = tuple[Decimal | None, Decimal, Decimal]
"""What the books have of a month (None while it is open), and what it makes up in both books."""

_NOT_KEPT: _Kept = (None, _ZERO, _ZERO)


class MonthCause(StrEnum):
    """首月, 期初, 会计估计变更, 末月, 处置月, 工作量, 补提."""

    FIRST = "first"
    OPENING = "opening"
    ESTIMATE = "estimate"
    LAST = "last"
    DISPOSED = "disposed"
    USE = "use"
    CATCH_UP = "catch_up"


@dataclass(frozen=True, slots=True)
class ScheduleMonth:
    """A month of a card, yuan: what it opens with, charges, has charged; the tax book beside; why it differs.

    `closed` is whether the books have it; `booked` what they have, when it differs from what is reckoned now.
    `catch_up` is what it makes up of closed months before, beside its own charge: as booked, or still to be booked.
    """

    month: date
    opening: Decimal
    charge: Decimal
    accumulated: Decimal
    net: Decimal
    tax_charge: Decimal
    tax_accumulated: Decimal
    causes: tuple[MonthCause, ...]
    closed: bool = False
    booked: Decimal | None = None
    units: Decimal | None = None
    catch_up: Decimal = Decimal(0)
    tax_catch_up: Decimal = Decimal(0)

    @property
    def unlike(self) -> bool:
        """Whether the books have neither its charge nor that with what it makes up."""
        return self.booked is not None and self.booked != self.charge + self.catch_up

    @property
    def difference(self) -> Decimal:
        return self.charge - self.tax_charge


@dataclass(frozen=True, slots=True)
class CardSchedule:
    """A card's whole schedule with what it is made of; `tax_months` is the life in the tax book."""

    asset_id: int
    number: str
    name: str
    class_name: str
    cost: Decimal
    residual: Decimal
    months: int
    method: Method
    start_on: date | None
    stopped_on: date | None
    opening_months: int
    opening_accumulated: Decimal
    one_off: bool
    tax_months: int
    units_total: Decimal
    changes: tuple[Change, ...]
    rows: tuple[ScheduleMonth, ...]


@requires(Permission.ASSET_SEE)
def schedule_of_card(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    asset_id: int,
    *,
    on: date = date.max,
) -> CardSchedule:
    """The schedule of a card, with the cost, residual, life and method that hold `on` a day; Refused "record.gone"."""
    found = load_with_terms(session, [asset_id])
    if not found:
        raise Refused("record.gone")
    card = found[0]
    terms, held = terms_of(card), holding_on(card, card.estimates, on)
    return CardSchedule(
        card.id, card.number, card.name, session.get_one(AssetClass, card.class_id).name, held.cost, held.residual,
        held.months, held.method, card.start_on, card.stopped_on, card.opening_months, card.opening_accumulated,
        card.one_off, 1 if card.one_off else max(card.months, card.tax_months), card.units_total,
        tuple(terms.changes), tuple(_rows(session, card, terms)),
    )  # fmt: skip


def _rows(session: Session, card: FixedAsset, terms: Terms) -> list[ScheduleMonth]:
    if card.start_on is None:
        return []
    (raw,) = depreciation_bulk.card_rows(session, "id = :id", id=card.id)
    kept = _kept(session, card, terms, raw)
    special = {card.id: terms}
    first = first_month(terms)
    last = max(last_month(terms), _tax_end(card, first), *(kept or (first,)))
    used = {month_number(use.month): use.units for use in card.uses}
    months = range(first, last + 1)
    tax = depreciation_bulk.month_states(raw, special, [first - 1, *months], tax=True)
    rows = []
    for place, month in enumerate(months):
        before, (now, cost) = books(terms, month - 1)[0], books(terms, month)
        charge, taxed = yuan(now - before), yuan(tax[place + 1] - tax[place])
        booked, catch_up, tax_catch_up = kept.get(month, _NOT_KEPT)
        rows.append(
            ScheduleMonth(
                month_at(month), yuan(cost - before), charge, yuan(now), yuan(cost - now), taxed, yuan(tax[place + 1]),
                _causes(terms, month, first, last_month(terms), catch_up or tax_catch_up), booked is not None,
                booked if booked is not None and booked != charge else None, used.get(month), catch_up, tax_catch_up,
            )
        )  # fmt: skip
    return rows


def _kept(session: Session, card: FixedAsset, terms: Terms, raw: Any) -> dict[int, _Kept]:
    """By month: what the books have (None while it is open), and what it makes up in both books.

    A closed month that should have charged the card and does not know it has nothing; the next one makes it up.
    """
    closed = depreciation_runs.closed_until(session)
    booked = terms.booked
    begin = booked.until if booked else depreciation_catch_up.charged_elsewhere(session, raw)
    if closed is None or begin is None:
        return {}
    newest, stop = month_number(closed), _NEVER if card.stopped_on is None else month_number(card.stopped_on)
    last = min(newest, last_month(terms), stop)
    due = range(max(begin + 1, first_month(terms)), last + 1)
    kept: dict[int, _Kept] = dict.fromkeys(due, (_ZERO, _ZERO, _ZERO))
    kept |= {month: one for month, one in _booked(session, card.id).items() if not booked or month > begin}
    following = newest + 1
    special = {card.id: terms} if terms.changes or terms.shares or terms.method is Method.UNITS else {}
    short = depreciation_catch_up.missing_of(session, raw, special, month_at(following))
    if any(short) and stop >= following:
        kept[following] = (None, yuan(short.company), yuan(short.tax))
    return kept


def _tax_end(card: FixedAsset, first: int) -> int:
    """The last month of the tax book; it may go on when the company's has ended."""
    months = 1 if card.one_off else max(card.months, card.tax_months)
    end = first + months - 1
    return end if card.stopped_on is None else min(end, month_number(card.stopped_on))


def _booked(session: Session, asset_id: int) -> Mapping[int, tuple[Decimal, Decimal, Decimal]]:
    line = DepreciationLine
    rows = session.execute(
        select(DepreciationRun.month, line.amount, line.catch_up, line.tax_catch_up)
        .join(line, line.run_id == DepreciationRun.id)
        .where(line.asset_id == asset_id, DepreciationRun.state == DepreciationState.CLOSED)
    )
    return {month_number(row[0]): (row[1], row[2], row[3]) for row in rows}


def _causes(terms: Terms, month: int, first: int, last: int, catch_up: Decimal) -> tuple[MonthCause, ...]:
    found = []
    by_units = (
        terms.changes[-1] if terms.changes else terms
    ).method is Method.UNITS  # nobody knows its last month
    if month == first:
        found.append(MonthCause.FIRST)
    if terms.opening_months and month == first + terms.opening_months:
        found.append(MonthCause.OPENING)
    if any(month_number(change.from_on) == month for change in terms.changes):
        found.append(MonthCause.ESTIMATE)
    if terms.stopped_on is not None and month == month_number(terms.stopped_on):
        found.append(MonthCause.DISPOSED)
    elif month == last and not by_units:
        found.append(MonthCause.LAST)
    if by_units:
        found.append(MonthCause.USE)
    if catch_up:
        found.append(MonthCause.CATCH_UP)
    return tuple(found)
