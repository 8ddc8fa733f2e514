"""Depreciation 折旧 of fixed assets: the charges month by month, and what an asset is worth on any day. No database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from models.asset_terms import Method
from services.depreciable import (
    LONGEST_LIFE,
    Change,
    Depreciable,
    Estimate,
    Terms,
    Units,
    check_terms,
    fen,
    month_at,
    month_number,
)
from services.depreciation_books import books, first_month, last_month
from services.depreciation_checks import check_asset
from services.depreciation_fen import accumulated_fen
from services.errors import Refused

__all__ = [
    "LONGEST_LIFE",
    "Change",
    "Charge",
    "Depreciable",
    "Estimate",
    "Method",
    "Terms",
    "Units",
    "accumulated_fen",
    "accumulated_on",
    "charge_in",
    "check_asset",
    "check_terms",
    "continued",
    "elapsed_months",
    "gain_or_loss",
    "net_on",
    "schedule",
    "schedule_of",
    "value_on",
]

_ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Charge:
    """What a month (its first day) charges, what has been charged with it, and what is left, all in yuan."""

    month: date
    amount: Decimal
    accumulated: Decimal
    net: Decimal


def schedule(
    cost: Decimal, residual: Decimal, months: int, start: date, method: Method, units: Units | None = None
) -> list[Charge]:
    """The charges of an asset put into use on `start`, one per month, the first in the month after (art 59).

    Straight line 年限平均法: half-up(depreciable ÷ months), the last month takes the rest. Double declining 双倍余额递减法
    and sum of years 年数总和法: whole amounts per year, a year's months equal and its last takes the rest. A life that is
    not of whole years: double declining declines while two whole years stay behind the year, all after it is straight;
    sum of years weighs each year by the life left at its begin, the last part of a year by its months. Units 工作量法:
    a charge for each month of `units`, which are (units of the whole life, units done in each month after the start).

    Raises:
        Refused: what `check_terms` says.
    """
    check_terms(cost, residual, months, method, units)
    return continued(cost, residual, months, month_at(month_number(start) + 1), method, units=units)


def continued(
    net: Decimal,
    residual: Decimal,
    months: int,
    from_month: date,
    method: Method,
    *,
    accumulated: Decimal = _ZERO,
    units: Units | None = None,
) -> list[Charge]:
    """The charges from `from_month` on after a change of estimate 会计估计变更, prospective 未来适用法.

    What is left (`net`, yuan) less the new residual goes over the `months` left, as if the asset were new; nothing
    charged before is touched. `accumulated` is what had been charged. Refuses like `check_terms`.
    """
    check_terms(net, residual, months, method, units)
    count = len(units[1]) if method is Method.UNITS and units else months
    cost, rest = fen(net), fen(residual)
    charged = [accumulated_fen(cost, rest, months, method, passed, units) for passed in range(count + 1)]
    return _charges(
        month_number(from_month), [(amount, cost - amount) for amount in charged], fen(accumulated)
    )


def schedule_of(asset: Depreciable) -> list[Charge]:
    """All charges of an asset with its opening balance, changes and disposal: to its last month, or that it left in.

    Refuses like `check_asset`. Empty while it is not in use.
    """
    check_asset(asset)
    if asset.start_on is None:
        return []
    first = first_month(asset)
    months = range(first - 1, last_month(asset) + 1)
    return _charges(
        first, [(charged, cost - charged) for charged, cost in (books(asset, at) for at in months)], 0
    )


def _charges(first: int, states: list[tuple[int, int]], before: int) -> list[Charge]:
    return [
        Charge(month_at(first + place), _yuan(now - then), _yuan(before + now), _yuan(net))
        for place, ((then, _), (now, net)) in enumerate(pairwise(states))
    ]


def value_on(asset: Depreciable, day: date) -> Decimal:
    """What the books say an asset is worth on `day`, past or future, in yuan.

    Nothing before it was bought and nothing from the day after it left; its cost until it is put into use. The charge
    of a month counts from the first day of the month, so that on the day it leaves the month is charged already.
    """
    if day < asset.bought_on or (asset.stopped_on is not None and day > asset.stopped_on):
        return _ZERO
    return net_on(asset, day)


def net_on(asset: Depreciable, day: date) -> Decimal:
    """Cost less what has been charged up to the month of `day`; after it left, what it was worth then."""
    charged, cost = books(asset, month_number(day))
    return _yuan(cost - charged)


def accumulated_on(asset: Depreciable, day: date) -> Decimal:
    """What has been charged up to and including the month of `day`, yuan; the month of the disposal is charged."""
    return _yuan(books(asset, month_number(day))[0])


def charge_in(asset: Depreciable, month: date) -> Decimal:
    """What the month of `month` charges, yuan."""
    at = month_number(month)
    return _yuan(books(asset, at)[0] - books(asset, at - 1)[0])


def elapsed_months(start: date, day: date) -> int:
    """How many months have been charged with that of `day`: the month after `start` is the first; 0 before it."""
    return max(0, month_number(day) - month_number(start))


def gain_or_loss(asset: Depreciable, proceeds: Decimal, taxes: Decimal = _ZERO) -> Decimal:
    """What its disposal brings 处置损益, yuan: proceeds without VAT less taxes and fees less its net; negative is a loss.

    Refuses ``asset.not_disposed`` unless the asset has a day on which it left.
    """
    if asset.stopped_on is None:
        raise Refused("asset.not_disposed", "stopped_on")
    return proceeds - taxes - net_on(asset, asset.stopped_on)


def _yuan(amount: int) -> Decimal:
    return Decimal(amount).scaleb(-2)
