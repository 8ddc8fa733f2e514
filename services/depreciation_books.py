"""The books of one asset at the end of any month, in whole fen: opening balance, changes and disposal reckoned in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.asset_lives import Units
from models.asset_shares import Terms
from models.asset_terms import Method
from services.depreciable import Depreciable, Estimate, fen, month_number
from services.depreciation_fen import accumulated_fen, half_up, straight_fen


def first_month(asset: Depreciable) -> int:
    """The number of the month with the first charge: that after the asset was put into use."""
    assert asset.start_on is not None
    return month_number(asset.start_on) + 1


def last_month(asset: Depreciable) -> int:
    """The number of the last month that charges: the end of the life, or the month in which the asset left."""
    inherited = len(asset.changes) - len(own_changes(asset))
    changes = _before_it_left(asset)
    if asset.shares and len(changes) <= inherited:
        last = _last_shared(asset)
    elif changes:
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
    if asset.start_on is None:
        return 0, fen(asset.cost)
    if asset.stopped_on is not None:
        month = min(month, month_number(asset.stopped_on))
    changes = own_changes(asset)
    plan: Callable[[int], int] = _no_plan
    if asset.shares:
        begin = month_number(changes[0].from_on) if changes else month + 1
        charged, cost = _shared(asset, min(month, begin - 1))
    else:
        charged, cost, begin, plan = 0, fen(asset.cost), first_month(asset), _first_plan(asset)
    for change in changes:
        at = month_number(change.from_on)
        if at > month:
            break
        charged += plan(at - begin)
        cost += fen(change.added)
        begin, plan = at, _changed_plan(cost - charged, change)
    return charged + plan(month - begin + 1), cost


def own_changes(asset: Depreciable) -> Sequence[Estimate]:
    """The changes since it was split or merged; those before are in its shares."""
    before = max((one.from_on for share in asset.shares for one in share.whole.changes), default=None)
    return asset.changes if before is None else [one for one in asset.changes if one.from_on > before]


def _shared(asset: Depreciable, month: int) -> tuple[int, int]:
    """Its shares of what its wholes would have charged, and of their cost; units done since are its own."""
    states = [(share, books(_started(share.whole, asset), month)) for share in asset.shares]
    charged = sum(share.cut(state[0]) for share, state in states)
    cost = sum(share.cut(state[1]) for share, state in states)
    newest = _newest_inherited(asset)
    if newest.method is not Method.UNITS or newest.units is None:
        return charged, cost
    until = units_until(asset)
    total, used = newest.units
    before = until - _units_begin(asset) + 1
    units = (total - sum(used[:before]), used[before:])
    residual = min(fen(newest.residual), cost - charged)
    own = accumulated_fen(cost - charged, residual, newest.months, newest.method, month - until, units)
    return charged + own, cost


def _newest_inherited(asset: Depreciable) -> Depreciable | Estimate:
    changes = asset.changes[: len(asset.changes) - len(own_changes(asset))]
    return changes[-1] if changes else asset


def _started(whole: Terms, asset: Depreciable) -> Terms:
    """What was split before it was put into use begins with the part."""
    return whole if whole.start_on is not None else replace(whole, start_on=asset.start_on)


def units_until(asset: Depreciable) -> int:
    """The last month whose units were done by the wholes it was split from or merged of."""
    return max(_units_end(_started(share.whole, asset)) for share in asset.shares)


def _units_begin(asset: Depreciable) -> int:
    """The month of the first of its units, of those by which it was charged when it was split or merged."""
    return _first_unit(asset, asset.changes[: len(asset.changes) - len(own_changes(asset))])


def _units_end(asset: Depreciable) -> int:
    units = (asset.changes[-1] if asset.changes else asset).units
    return _first_unit(asset, asset.changes) - 1 + (len(units[1]) if units else 0)


def _first_unit(asset: Depreciable, changes: Sequence[Estimate]) -> int:
    return month_number(changes[-1].from_on) if changes else first_month(asset) + asset.opening_months


def _last_shared(asset: Depreciable) -> int:
    last = max(last_month(_started(share.whole, asset)) for share in asset.shares)
    newest = _newest_inherited(asset)
    if newest.method is not Method.UNITS or newest.units is None:
        return last
    return max(last, _units_begin(asset) + len(newest.units[1]) - 1)


def _no_plan(_passed: int) -> int:
    return 0


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


def tax_books(asset: Terms, month: int) -> int:
    """What the tax book has charged with the month so numbered, fen; of its shares where it was split or merged."""
    if asset.start_on is None:
        return 0
    if asset.stopped_on is not None:
        month = min(month, month_number(asset.stopped_on))
    if asset.shares:
        return sum(share.cut(tax_books(_started(share.whole, asset), month)) for share in asset.shares)
    months = max(asset.months, asset.tax_months)
    passed = month - month_number(asset.start_on)
    return tax_fen(fen(asset.cost), fen(asset.residual), months, passed, one_off=asset.one_off)


def tax_fen(cost: int, residual: int, months: int, passed: int, *, one_off: bool) -> int:
    """At once, or straight over the longer of the company's life and the least one of the tax law."""
    if passed <= 0:
        return 0
    return cost if one_off else straight_fen(cost - residual, months, passed)
