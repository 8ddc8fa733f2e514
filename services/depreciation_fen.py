"""Depreciation 折旧 in whole fen: what has been charged after so many months. Fast enough for a whole register."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from models.asset_lives import Units
from models.asset_terms import Method
from services.errors import Refused

_YEAR = 12
_STRAIGHT_TAIL = 24  # double declining: the last two years are straight


def accumulated_fen(
    cost_fen: int, residual_fen: int, months: int, method: Method, elapsed: int, units: Units | None = None
) -> int:
    """What has been charged after `elapsed` months of charges, in fen; the same to the fen as `depreciation.schedule`.

    Nothing before the first charge, the whole depreciable amount from the last one on. Work per asset is constant for
    the straight line, and a step per year of life for the two accelerated methods. The terms are not checked here:
    `depreciation.check_terms` has done that when the asset was written. By units, `elapsed` counts months of use; refuses
    ``asset.units_missing`` without them.
    """
    whole = cost_fen - residual_fen
    if method is Method.UNITS:
        return _by_units(whole, units, elapsed)
    if elapsed <= 0:
        return 0
    if elapsed >= months:
        return whole
    if method is Method.STRAIGHT_LINE:
        return straight_fen(whole, months, elapsed)
    return _by_years(cost_fen, residual_fen, months, method, elapsed)


def straight_fen(whole: int, months: int, elapsed: int) -> int:
    """The first `elapsed` of `months` equal parts, half up to fen; the last takes the rest, never below nothing."""
    return whole if elapsed >= months else min(whole, half_up(whole, months) * elapsed)


def half_up(amount: int, parts: int) -> int:
    """A non-negative amount divided, half up."""
    return (2 * amount + parts) // (2 * parts)


def _by_years(cost: int, residual: int, months: int, method: Method, elapsed: int) -> int:
    """The years gone and the months of the one begun; a year's months are equal, its last takes the rest."""
    if method is Method.DOUBLE_DECLINING:
        years = _declining(cost, residual, months)
    else:
        years = _sum_of_years(cost - residual, months)
    accumulated = 0
    for length, amount in years:
        if elapsed <= length:
            return accumulated + straight_fen(amount, length, elapsed)
        accumulated += amount
        elapsed -= length
    return accumulated


def _declining(cost: int, residual: int, months: int) -> Iterator[tuple[int, int]]:
    """(months, amount) of each year: net × 2/life as long as two whole years remain behind it, then straight.

    A life of 42 months declines for one year and is straight for the other 30 months. A year never charges below the
    residual.
    """
    left, net = months, cost
    while left - _YEAR >= _STRAIGHT_TAIL:
        amount = min(half_up(net * 2 * _YEAR, months), net - residual)
        yield _YEAR, amount
        left, net = left - _YEAR, net - amount
    while left:
        length = min(left, _YEAR)
        amount = (
            net - residual
            if left == length
            else min(half_up((net - residual) * length, left), net - residual)
        )
        yield length, amount
        left, net = left - length, net - amount


def _sum_of_years(whole: int, months: int) -> Iterator[tuple[int, int]]:
    """(months, amount) of each year: weighed by the life left at its begin, and by its months if it is a part of one."""
    left, rest = months, whole
    whole_years, part = divmod(months, _YEAR)
    weights = _YEAR * whole_years * (months - _YEAR * (whole_years - 1) // 2) + part * part
    while left:
        length = min(left, _YEAR)
        amount = rest if left == length else min(half_up(whole * left * length, weights), rest)
        yield length, amount
        left, rest = left - length, rest - amount


def _by_units(whole: int, units: Units | None, elapsed: int) -> int:
    """Each month half up by the exact rate; the month that reaches the total takes the rest."""
    if units is None:
        raise Refused("asset.units_missing", "units")
    total, used = units
    done, accumulated = Decimal(0), 0
    for month in used[: max(elapsed, 0)]:
        done += month
        if done >= total:
            return whole
        accumulated = min(
            whole, accumulated + int(whole * Fraction(month) / Fraction(total) + Fraction(1, 2))
        )
    return accumulated
