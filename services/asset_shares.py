"""What goes with the parts of a card 拆分 and into a card 合并: values, estimates and units of use, to the last fen."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from models.asset_shares import Booked, Share, plain
from models.base import RATE_DECIMALS
from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset
from services.depreciable import Terms, fen

_ZERO = Decimal(0)


def shares_of(whole: Terms, costs: Sequence[Decimal]) -> list[Share]:
    """The parts of a whole that cost so much, side by side; of one that costs nothing, equal ones."""
    sizes = [fen(cost) for cost in costs] if whole.cost else [1] * len(costs)
    shares, low = [], 0
    for size in sizes:
        shares.append(Share(whole, low, low + size, sum(sizes)))
        low += size
    return shares


def share_out(
    card: FixedAsset, items: Sequence[FixedAsset], shares: Sequence[Share], booked: Booked | None
) -> None:
    """Give each item its share of the card, the card itself among them; estimates and units are carried over."""
    whole = shares[0].whole
    total, used = card.units_total, [(use.month, use.units) for use in card.uses]
    estimates = [(one, one.residual, one.added) for one in card.estimates]
    for item, share in zip(items, shares, strict=True):
        item.cost = _part(share, whole.cost)
        item.residual = item.cost - _part(share, whole.cost - whole.residual)
        opening = _part(share, whole.opening_accumulated)
        item.opening_accumulated = min(opening, item.cost - item.residual)
        item.units_total = _units(share, total)
        item.basis = plain([share], _booked(share, booked))
        _estimates(item, share, whole.cost, estimates)
        if item is card:
            for use in item.uses:
                use.units = _units(share, use.units)
        else:
            item.uses = [AssetUse(month=month, units=_units(share, units)) for month, units in used]


def _part(share: Share, amount: Decimal) -> Decimal:
    return Decimal(share.cut(fen(amount))).scaleb(-2)


def _units(share: Share, units: Decimal) -> Decimal:
    return Decimal(share.cut(int(Decimal(units).scaleb(RATE_DECIMALS)))).scaleb(-RATE_DECIMALS)


def _booked(share: Share, booked: Booked | None) -> Booked | None:
    return None if booked is None else Booked(booked.until, share.cut(booked.company), share.cut(booked.tax))


def _estimates(
    item: FixedAsset, share: Share, cost: Decimal, estimates: Sequence[tuple[AssetEstimate, Decimal, Decimal]]
) -> None:
    """What an estimate adds is cut where the cost with it is cut, so that cost and additions stay together."""
    made = []
    for one, residual, added in estimates:
        before, cost = cost, cost + added
        mine = one if one in item.estimates else AssetEstimate(
            from_on=one.from_on, months=one.months, method=one.method, reason=one.reason,
            made_by_name=one.made_by_name,
        )  # fmt: skip
        mine.residual, mine.added = _part(share, residual), _part(share, cost) - _part(share, before)
        made.append(mine)
    item.estimates = made


def same_estimates(one: FixedAsset, other: FixedAsset) -> bool:
    """Whether both were estimated anew in the same months, for as long and by the same method."""
    first, second = (
        [(each.from_on, each.months, each.method) for each in card.estimates] for card in (one, other)
    )
    return first == second


def put_together(
    into: FixedAsset, others: Sequence[FixedAsset], wholes: Sequence[Terms], booked: Sequence[Booked | None]
) -> None:
    """Everything that is on the cards goes on the first; the others keep nothing."""
    cards = [into, *others]
    into.basis = plain([Share(whole, 0, 1, 1) for whole in wholes], _together(booked))
    for name in ("cost", "residual", "opening_accumulated", "units_total"):
        setattr(into, name, sum((getattr(card, name) for card in cards), _ZERO))
    into.quantity = sum(card.quantity for card in cards)
    into.opening_months = max(card.opening_months for card in cards)
    for place, estimate in enumerate(into.estimates):
        estimate.residual = sum((card.estimates[place].residual for card in cards), _ZERO)
        estimate.added = sum((card.estimates[place].added for card in cards), _ZERO)
    known = {use.month: use for use in into.uses}
    for use in [use for other in others for use in other.uses]:
        if use.month in known:
            known[use.month].units += use.units
        else:
            known[use.month] = AssetUse(month=use.month, units=use.units)
            into.uses.append(known[use.month])
    for other in others:
        _empty(other)


def _together(booked: Sequence[Booked | None]) -> Booked | None:
    known = [one for one in booked if one is not None]
    if not known:
        return None
    return Booked(known[0].until, sum(one.company for one in known), sum(one.tax for one in known))


def _empty(card: FixedAsset) -> None:
    card.cost = card.residual = card.opening_accumulated = card.units_total = _ZERO
    card.opening_months, card.basis = 0, None
    for estimate in card.estimates:
        estimate.residual = estimate.added = _ZERO
