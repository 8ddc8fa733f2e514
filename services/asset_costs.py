"""What a card costs and how long it lasts on a day: as it was bought, with every change of estimate that holds by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Text,
    bindparam,
    cast,
    func,
    or_,
    select,
    type_coerce,
)

from models.asset_lives import Change
from models.asset_terms import Method
from models.base import Choice, Day, Money
from models.fixed_asset import AssetEstimate, FixedAsset
from services.database import Session
from services.depreciable import month_number
from services.permissions import open_to_all

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Holding:
    """The terms that hold on a day: cost (yuan) with what was added, residual, method, and months of the whole life."""

    cost: Decimal
    residual: Decimal
    months: int
    method: Method


def holding_on(card: FixedAsset, changes: Sequence[AssetEstimate] | Sequence[Change], day: date) -> Holding:
    """What holds on `day` of a card with these changes in their order; of one that has left, what held then."""
    until = min(day, card.stopped_on or day)  # what was to hold after it left never does
    held = [one for one in changes if one.from_on <= until]
    if not held:
        return Holding(card.cost, card.residual, card.months, card.method)
    newest = held[-1]
    cost = card.cost + sum((one.added for one in held), _ZERO)
    return Holding(cost, newest.residual, life_months(card.start_on, newest), newest.method)


def life_months(start_on: date | None, newest: AssetEstimate | Change) -> int:
    """The months of a life that was estimated anew: those gone before, and those left from there."""
    before = month_number(newest.from_on) - month_number(start_on) - 1 if start_on else 0
    return max(before, 0) + newest.months


@open_to_all("called inside services that were permitted to see assets")
def lives_on(session: Session, day: date) -> dict[int, int]:
    """The months of the whole life of the cards that were estimated anew by that day."""
    found = session.execute(
        select(AssetEstimate, FixedAsset.start_on)
        .join(FixedAsset, FixedAsset.id == AssetEstimate.asset_id)
        .where(AssetEstimate.from_on <= day)
        .order_by(AssetEstimate.from_on)
    )
    return {newest.asset_id: life_months(start_on, newest) for newest, start_on in found}


def _held() -> tuple[ColumnElement[bool], ...]:
    """The changes of a card in a register that hold on the day of the question: its parameter `today`."""
    return (
        AssetEstimate.asset_id == FixedAsset.id,
        AssetEstimate.from_on <= bindparam("today", type_=Day(), required=False),
        or_(FixedAsset.stopped_on.is_(None), AssetEstimate.from_on <= FixedAsset.stopped_on),
    )


def cost_today() -> ColumnElement[Decimal]:
    """The cost of a card in a register, with what was added by the day of the question."""
    added = select(func.coalesce(func.sum(AssetEstimate.added), 0)).where(*_held())
    return type_coerce(FixedAsset.cost + added.correlate(FixedAsset).scalar_subquery(), Money())


def residual_today() -> ColumnElement[Decimal]:
    """The residual value that holds on the day of the question."""
    return type_coerce(_newest(AssetEstimate.residual, FixedAsset.residual), Money())


def method_today() -> ColumnElement[Any]:
    """The method that holds on the day of the question."""
    return type_coerce(_newest(AssetEstimate.method, FixedAsset.method), Choice(Method))


def months_today() -> ColumnElement[int]:
    """The months of the whole life that hold on the day of the question; as `life_months`."""
    gone = _number(AssetEstimate.from_on) - _number(FixedAsset.start_on) - 1
    return type_coerce(_newest(gone + AssetEstimate.months, FixedAsset.months), Integer())


def _newest(value: Any, otherwise: Any) -> ColumnElement[Any]:
    newest = select(value).where(*_held()).order_by(AssetEstimate.from_on.desc()).limit(1)
    return func.coalesce(newest.correlate(FixedAsset).scalar_subquery(), otherwise)


def _number(day: Any) -> ColumnElement[int]:
    """As `month_number`, of a day as it is stored."""
    stored = type_coerce(day, Text())
    return cast(func.substr(stored, 1, 4), Integer) * 12 + cast(func.substr(stored, 6, 2), Integer)
