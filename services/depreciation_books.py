"""The books of one asset at the end of any month, in whole fen: opening balance, changes and disposal reckoned in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.asset_lives import Units
from models.asset_terms import Method
from services.depreciable import Depreciable, Estimate, fen, month_number
from services.depreciation_fen import accumulated_fen, half_up, straight_fen


def first_month(asset: Depreciable) -> int:
    """The number of the month with the first charge: that after the asset was put into use."""
    assert asset.start_on is not None
    return month_number(asset.start_on) + 1


def last_month(asset: Depreciable) -> int:
    """The number of the last month that charges: the end of the life, or the month in which the asset left."""
    changes = _before_it_left(asset)
    if changes:
        change = changes[-1]
        last = month_number(change.from_on) + _length(change) - 1
    else:
        by_units = asset.method is Method.UNITS
        last = first_month(asset) + _length(asset) + (asset.opening_months if by_units else 0) - 1
    return last if asset.stopped_on is None else min(last, month_number(asset.stopped_on))


def _before_it_left(asset: Depreciable) -> Sequence[Estimate]:
    """The changes that ever held: not those of a month after that of the disposal."""
    if asset.stopped_on is None:
        return asset.changes
    last = month_number(asset.stopped_on)
    return [change for change in asset.changes if month_number(change.from_on) <= last]


def books(asset: Depreciable, month: int) -> tuple[int, int]:
    """What has been charged with the month so numbered, and the cost then, both in fen."""
    cost = fen(asset.cost)
    if asset.start_on is None:
        return 0, cost
    if asset.stopped_on is not None:
        month = min(month, month_number(asset.stopped_on))
    charged, begin, plan = 0, first_month(asset), _first_plan(asset)
    for change in asset.changes:
        at = month_number(change.from_on)
        if at > month:
            break
        charged += plan(at - begin)
        cost += fen(change.added)
        begin, plan = at, _changed_plan(cost - charged, change)
    return charged + plan(month - begin + 1), cost


def _length(terms: Depreciable | Estimate) -> int:
    return len(terms.units[1]) if terms.method is Method.UNITS and terms.units else terms.months


def _changed_plan(net: int, change: Estimate) -> Callable[[int], int]:
    residual = fen(change.residual)
    return lambda passed: accumulated_fen(net, residual, change.months, change.method, passed, change.units)


def _first_plan(asset: Depreciable) -> Callable[[int], int]:
    cost, residual, months, method = fen(asset.cost), fen(asset.residual), asset.months, asset.method
    if asset.opening_months:
        opening, done = fen(asset.opening_accumulated), asset.opening_months
        return lambda passed: opened_fen(cost, residual, months, method, opening, done, passed, asset.units)
    return lambda passed: accumulated_fen(cost, residual, months, method, passed, asset.units)


def opened_fen(
    cost: int,
    residual: int,
    months: int,
    method: Method,
    opening: int,
    done: int,
    passed: int,
    units: Units | None = None,
) -> int:
    """What has been charged after `passed` months by a card imported with `opening` fen charged in `done` months.

    The schedule goes on where it was imported; where the opening balance differs, the rest follows from there.
    Straight line: in equal parts over the months left. Accelerated: in the proportions of the schedule, so that a fen
    of difference stays a fen. The months before the import are shown in the schedule's proportions too.
    """
    if method is Method.UNITS:
        before = opening * max(0, min(passed, done)) // done
        return before + accumulated_fen(cost - opening, residual, months, method, passed - done, units)
    then = accumulated_fen(cost, residual, months, method, done)
    now = accumulated_fen(cost, residual, months, method, passed)
    if opening == then:
        return now
    if passed <= done:
        return half_up(opening * now, then) if then else opening * max(passed, 0) // done
    whole, planned = cost - residual - opening, cost - residual - then
    if method is Method.STRAIGHT_LINE or not planned:
        return opening + straight_fen(whole, months - done, passed - done)
    return opening + half_up(whole * (now - then), planned)
