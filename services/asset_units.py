"""Units of use 工作量: kilometres, hours, sheets of the cards that are depreciated by them, month by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import exists, func, or_, select

from models.asset_terms import Method
from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset
from services import audit
from services.asset_costs import holding_on
from services.asset_terms_of import LOADED, load_with_terms, terms_of
from services.database import Session
from services.depreciable import month_at, month_number
from services.depreciation_books import units_until
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires


@dataclass(frozen=True, slots=True)
class UnitsRow:
    """A card by units in a month: its units of the whole life, those done before, those of the month (None: not yet)."""

    asset_id: int
    number: str
    name: str
    total: Decimal
    before: Decimal
    units: Decimal | None


@requires(Permission.ASSET_SEE)
def of_month(session: Session, actor: Actor, month: date) -> list[UnitsRow]:  # noqa: ARG001 - the permission needs it
    """The cards by units that are charged in the month, by number."""
    return _rows(session, month.replace(day=1))


@open_to_all("called inside services that were permitted to change assets")
def missing(session: Session, month: date) -> list[UnitsRow]:
    """Those of them whose units of the month are not entered and whose life is not used up."""
    return [row for row in _rows(session, month) if row.units is None and row.before < row.total]


def _rows(session: Session, month: date) -> list[UnitsRow]:
    before = (
        select(func.coalesce(func.sum(AssetUse.units), 0))
        .where(AssetUse.asset_id == FixedAsset.id, AssetUse.month < month)
        .correlate(FixedAsset)
        .scalar_subquery()
    )
    estimated = exists().where(AssetEstimate.asset_id == FixedAsset.id, AssetEstimate.method == Method.UNITS)
    found = session.execute(
        select(FixedAsset, before, AssetUse.units)
        .options(*LOADED)
        .outerjoin(AssetUse, (AssetUse.asset_id == FixedAsset.id) & (AssetUse.month == month))
        .where(
            or_(FixedAsset.method == Method.UNITS, estimated),
            FixedAsset.start_on < month,
            or_(FixedAsset.stopped_on.is_(None), FixedAsset.stopped_on >= month),
        )
        .order_by(FixedAsset.number)
    )
    return [
        UnitsRow(card.id, card.number, card.name, card.units_total, Decimal(done), units)
        for card, done, units in found
        if holding_on(card, card.estimates, month).method is Method.UNITS
    ]


@requires(Permission.ASSET_EDIT)
def enter(
    session: Session,
    actor: Actor,
    month: date,
    units: Mapping[int, Decimal | None],
    *,
    today: date | None = None,
) -> int:
    """Store the units of a month by card (None takes them away); how many changed.

    Those of a closed month are charged in the next open one as catch-up. Raises Refused "record.gone", and at the
    card's id as field "asset.units" below 0 or for a card that is not depreciated by units in the month, "asset.units_unused",
    "asset.units_month" (number, first) in a month before the first charge, after it left or after that of `today`,
    "asset.units_most" (number, left) above what the whole life has left.
    """
    month = month_at(month_number(month))
    return sum(_enter(session, actor, month, asset_id, done, today) for asset_id, done in units.items())


def _enter(
    session: Session, actor: Actor, month: date, asset_id: int, done: Decimal | None, today: date | None
) -> bool:
    card = session.get(FixedAsset, asset_id)
    if card is None:
        raise Refused("record.gone")
    load_with_terms(session, [asset_id])
    by_units = holding_on(card, card.estimates, month).method is Method.UNITS
    if not by_units or (done is not None and done < 0):
        raise Refused("asset.units", f"{asset_id}")
    use = session.scalar(select(AssetUse).where(AssetUse.asset_id == asset_id, AssetUse.month == month))
    if (use.units if use else None) == done:
        return False
    if done is not None:
        _refuse_impossible(session, card, month, done, today or month)
    audit.record(
        session, actor, "edit", card, month=f"{month:%Y-%m}", units=None if done is None else f"{done:f}"
    )
    if done is None and use is not None:
        session.delete(use)
    elif done is not None and use is not None:
        use.units = done
    elif done is not None:
        session.add(AssetUse(asset_id=asset_id, month=month, units=done))
    session.flush()
    return True


def _first(card: FixedAsset) -> int:
    """The first month whose units are its own: after the import, after those it was split off or merged with."""
    assert card.start_on is not None
    first = month_number(card.start_on) + 1 + card.opening_months
    if not card.shares:
        return first
    return max(first, units_until(terms_of(card)) + 1)


def _refuse_impossible(session: Session, card: FixedAsset, month: date, done: Decimal, today: date) -> None:
    field, at = f"{card.id}", month_number(month)
    if card.start_on is None:
        raise Refused("asset.units_unused", field, number=card.number)
    first = _first(card)
    last = month_number(today if card.stopped_on is None else min(today, card.stopped_on))
    if not first <= at <= last:
        raise Refused("asset.units_month", field, number=card.number, first=f"{month_at(first):%Y-%m}")
    others = select(func.coalesce(func.sum(AssetUse.units), 0)).where(
        AssetUse.asset_id == card.id, AssetUse.month != month
    )
    left = card.units_total - Decimal(session.scalar(others) or 0)
    if done > left:
        raise Refused(
            "asset.units_most", field, number=card.number, left=f"{max(left, Decimal(0)).normalize():,f}"
        )
