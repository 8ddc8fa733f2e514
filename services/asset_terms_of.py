"""What a card tells the rules of depreciation: the one adapter between the register and services/depreciation.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.asset_terms import Method
from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset
from services.depreciable import Change, Terms, month_at, month_number
from services.depreciation_fen import Units
from services.permissions import open_to_all

LOADED = (selectinload(FixedAsset.estimates), selectinload(FixedAsset.uses))
"""Load cards with these options, so that `terms_of` finds what it needs."""

_CHUNK = 500


def terms_of(asset: FixedAsset) -> Terms:
    """The card as depreciation sees it; it must have been loaded with `LOADED` (or be new)."""
    return terms_from(asset, asset.estimates, asset.uses)


def terms_from(asset: FixedAsset, estimates: Sequence[AssetEstimate], uses: Sequence[AssetUse]) -> Terms:
    """As `terms_of`, with changes of estimate and units of use found otherwise."""
    changes = sorted(estimates, key=lambda one: one.from_on)
    by_month = {month_number(use.month): use.units for use in uses}
    return Terms(
        bought_on=asset.bought_on,
        start_on=asset.start_on,
        cost=asset.cost,
        residual=asset.residual,
        months=asset.months,
        method=asset.method,
        stopped_on=asset.stopped_on,
        units=_units(asset, by_month, changes[0].from_on if changes else None),
        opening_accumulated=asset.opening_accumulated or Decimal(0),
        opening_months=asset.opening_months or 0,
        changes=tuple(_changes(asset, by_month, changes)),
    )


def _units(asset: FixedAsset, by_month: Mapping[int, Decimal], until: date | None) -> Units | None:
    """The units of each month after the start (after the import, where there was one)."""
    if asset.method is not Method.UNITS or asset.start_on is None:
        return None if asset.method is not Method.UNITS else (asset.units_total, ())
    first = month_number(asset.start_on) + 1 + (asset.opening_months or 0)
    return asset.units_total, _months(by_month, first, until)


def _months(by_month: Mapping[int, Decimal], first: int, until: date | None) -> tuple[Decimal, ...]:
    last = max(by_month, default=first - 1) if until is None else month_number(until) - 1
    return tuple(by_month.get(month, Decimal(0)) for month in range(first, last + 1))


def _changes(
    asset: FixedAsset, by_month: Mapping[int, Decimal], estimates: Sequence[AssetEstimate]
) -> Iterator[Change]:
    following = [one.from_on for one in estimates[1:]]
    for place, one in enumerate(estimates):
        units = None
        if one.method is Method.UNITS:
            at = month_number(one.from_on)
            done = sum((used for month, used in by_month.items() if month < at), Decimal(0))
            until = following[place] if place < len(following) else None
            units = (asset.units_total - done, _months(by_month, at, until))
        yield Change(one.from_on, one.months, one.residual, one.method, one.added, units)


@open_to_all("called inside services that were permitted to see assets")
def load_with_terms(session: Session, ids: Sequence[int]) -> list[FixedAsset]:
    """These cards in the order of `ids`, loaded so that `terms_of` works; those gone are left out."""
    found: dict[int, FixedAsset] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        rows = session.scalars(select(FixedAsset).where(FixedAsset.id.in_(chunk)).options(*LOADED))
        found |= {asset.id: asset for asset in rows}
    return [found[each] for each in ids if each in found]


def first_of(day: date) -> date:
    """The first day of the month of `day`."""
    return month_at(month_number(day))
