"""Why this number 折旧计算表: the schedule of one card month by month in both books, and what caused each turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.asset_class import AssetClass
from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from services import depreciation_bulk
from services.asset_terms_of import load_with_terms, terms_of
from services.asset_values import yuan
from services.database import Session
from services.depreciable import Change, Terms, month_at, month_number
from services.depreciation_books import books, first_month, last_month
from services.errors import Refused
from services.permissions import Actor, Permission, requires


class MonthCause(StrEnum):
    """首月, 期初, 会计估计变更, 末月, 处置月, 工作量."""

    FIRST = "first"
    OPENING = "opening"
    ESTIMATE = "estimate"
    LAST = "last"
    DISPOSED = "disposed"
    USE = "use"


@dataclass(frozen=True, slots=True)
class ScheduleMonth:
    """A month of a card, yuan: what it opens with, charges, has charged; the tax book beside; why it differs.

    `closed` is whether the books have it; `booked` what they have, when it differs from what is reckoned now.
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
def schedule_of_card(session: Session, actor: Actor, asset_id: int) -> CardSchedule:  # noqa: ARG001 - the permission needs it
    """The schedule of a card; Refused "record.gone"."""
    found = load_with_terms(session, [asset_id])
    if not found:
        raise Refused("record.gone")
    card = found[0]
    terms = terms_of(card)
    return CardSchedule(
        card.id, card.number, card.name, session.get_one(AssetClass, card.class_id).name, card.cost, card.residual,
        card.months, card.method, card.start_on, card.stopped_on, card.opening_months, card.opening_accumulated,
        card.one_off, 1 if card.one_off else max(card.months, card.tax_months), card.units_total,
        tuple(terms.changes), tuple(_rows(session, card, terms)),
    )  # fmt: skip


def _rows(session: Session, card: FixedAsset, terms: Terms) -> list[ScheduleMonth]:
    if card.start_on is None:
        return []
    booked = _booked(session, card.id)
    (raw,) = depreciation_bulk.card_rows(session, "id = :id", id=card.id)
    first = first_month(terms)
    last = max(last_month(terms), _tax_end(card, first))
    used = {month_number(use.month): use.units for use in card.uses}
    months = range(first, last + 1)
    tax = depreciation_bulk.month_states(raw, {}, [first - 1, *months], tax=True)
    rows = []
    for place, month in enumerate(months):
        before, (now, cost) = books(terms, month - 1)[0], books(terms, month)
        charge, taxed = yuan(now - before), yuan(tax[place + 1] - tax[place])
        kept = booked.get(month)
        rows.append(
            ScheduleMonth(
                month_at(month), yuan(cost - before), charge, yuan(now), yuan(cost - now), taxed, yuan(tax[place + 1]),
                _causes(terms, month, first, last_month(terms)), kept is not None,
                kept if kept is not None and kept != charge else None, used.get(month),
            )
        )  # fmt: skip
    return rows


def _tax_end(card: FixedAsset, first: int) -> int:
    """The last month of the tax book; it may go on when the company's has ended."""
    months = 1 if card.one_off else max(card.months, card.tax_months)
    end = first + months - 1
    return end if card.stopped_on is None else min(end, month_number(card.stopped_on))


def _booked(session: Session, asset_id: int) -> Mapping[int, Decimal]:
    rows = session.execute(
        select(DepreciationRun.month, DepreciationLine.amount)
        .join(DepreciationLine, DepreciationLine.run_id == DepreciationRun.id)
        .where(DepreciationLine.asset_id == asset_id, DepreciationRun.state == DepreciationState.CLOSED)
    )
    return {month_number(month): amount for month, amount in rows}


def _causes(terms: Terms, month: int, first: int, last: int) -> tuple[MonthCause, ...]:
    found = []
    if month == first:
        found.append(MonthCause.FIRST)
    if terms.opening_months and month == first + terms.opening_months:
        found.append(MonthCause.OPENING)
    if any(month_number(change.from_on) == month for change in terms.changes):
        found.append(MonthCause.ESTIMATE)
    if terms.stopped_on is not None and month == month_number(terms.stopped_on):
        found.append(MonthCause.DISPOSED)
    elif month == last:
        found.append(MonthCause.LAST)
    if terms.method is Method.UNITS:
        found.append(MonthCause.USE)
    return tuple(found)
