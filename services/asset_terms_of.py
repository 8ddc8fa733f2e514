"""What a card tells the rules of depreciation: the one adapter between the register and services/depreciation.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.asset_lives import changes_of, units_of
from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset
from services.depreciable import Terms, month_at, month_number
from services.permissions import open_to_all

LOADED = (selectinload(FixedAsset.estimates), selectinload(FixedAsset.uses))
"""Load cards with these options, so that `terms_of` finds what it needs."""

_CHUNK = 500


def terms_of(asset: FixedAsset) -> Terms:
    """The card as depreciation sees it; it must have been loaded with `LOADED` (or be new)."""
    return terms_from(asset, asset.estimates, asset.uses)


def terms_from(asset: FixedAsset, estimates: Sequence[AssetEstimate], uses: Sequence[AssetUse]) -> Terms:
    """As `terms_of`, with changes of estimate and units of use found otherwise."""
    return Terms(
        bought_on=asset.bought_on,
        start_on=asset.start_on,
        cost=asset.cost,
        residual=asset.residual,
        months=asset.months,
        method=asset.method,
        stopped_on=asset.stopped_on,
        units=units_of(asset, estimates, uses),
        opening_accumulated=asset.opening_accumulated or Decimal(0),
        opening_months=asset.opening_months or 0,
        changes=tuple(changes_of(asset, estimates, uses)),
        tax_months=asset.tax_months or 0,
        one_off=bool(asset.one_off),
        shares=asset.shares,
        booked=asset.booked,
    )


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
