"""What a card tells the rules of depreciation about its units of use and its changes of estimate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from models.asset_terms import Method

if TYPE_CHECKING:
    from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset

_ZERO = Decimal("0.00")

type Units = tuple[Decimal | int, Sequence[Decimal | int]]
"""The units an asset will do in its life, and those done in each month after the start, the first month first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of estimate without a database; see `services.depreciable.Estimate`."""

    from_on: date
    months: int
    residual: Decimal
    method: Method = Method.STRAIGHT_LINE
    added: Decimal = _ZERO
    units: Units | None = None


def units_of(asset: FixedAsset, estimates: Sequence[AssetEstimate], uses: Sequence[AssetUse]) -> Units | None:
    """The units of each month after the start (after the import, where there was one) before the first change."""
    if asset.method is not Method.UNITS:
        return None
    if asset.start_on is None:
        return asset.units_total, ()
    first = _number(asset.start_on) + 1 + (asset.opening_months or 0)
    until = min((one.from_on for one in estimates), default=None)
    return asset.units_total, _months(_by_month(uses), first, until)


def changes_of(
    asset: FixedAsset, estimates: Sequence[AssetEstimate], uses: Sequence[AssetUse]
) -> Iterator[Change]:
    """The changes in their order; one by units goes on with the units that are left."""
    ordered, by_month = sorted(estimates, key=lambda one: one.from_on), _by_month(uses)
    following = [one.from_on for one in ordered[1:]]
    for place, one in enumerate(ordered):
        units = None
        if one.method is Method.UNITS:
            at = _number(one.from_on)
            done = sum((used for month, used in by_month.items() if month < at), Decimal(0))
            until = following[place] if place < len(following) else None
            units = (asset.units_total - done, _months(by_month, at, until))
        yield Change(one.from_on, one.months, one.residual, one.method, one.added, units)


def _by_month(uses: Sequence[AssetUse]) -> dict[int, Decimal]:
    return {_number(use.month): use.units for use in uses}


def _months(by_month: Mapping[int, Decimal], first: int, until: date | None) -> tuple[Decimal, ...]:
    last = max(by_month, default=first - 1) if until is None else _number(until) - 1
    return tuple(by_month.get(month, Decimal(0)) for month in range(first, last + 1))


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
