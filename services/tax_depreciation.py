"""The tax book 税务账 beside the company's: one-off deduction 一次性扣除, least lives, and the difference. No database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from models.asset_terms import Method, TaxClass
from services.dated_rules import holds, row_on, rows, value_on
from services.depreciable import Depreciable, Terms
from services.depreciation import Charge, accumulated_on, schedule_of
from services.errors import Refused

__all__ = [
    "TaxClass",
    "YearDifference",
    "check_one_off",
    "least_months",
    "may_deduct_at_once",
    "months_short",
    "one_off_limit",
    "one_off_until",
    "tax_schedule",
    "tax_terms",
    "year_differences",
]

_FILE = "assets"
_ZERO = Decimal("0.00")
_NOT_EQUIPMENT = {TaxClass.BUILDING, TaxClass.INTANGIBLE, TaxClass.DEFERRED}
_SHORTENED = {
    TaxClass.PRODUCTION,
    TaxClass.FURNITURE,
    TaxClass.VEHICLE,
    TaxClass.ELECTRONICS,
    TaxClass.BUILDING,
}


@dataclass(frozen=True, slots=True)
class YearDifference:
    """What company and tax book charge in a calendar year, yuan; `difference` raises the taxable profit 纳税调增."""

    year: int
    company: Decimal
    tax: Decimal

    @property
    def difference(self) -> Decimal:
        return self.company - self.tax


def one_off_limit(bought_on: date) -> Decimal | None:
    """The highest unit value in yuan that may be deducted at once when bought on that day; None when none may."""
    found = [row for row in rows(_FILE, "one_off") if holds(row, bought_on)]
    return Decimal(found[-1]["limit"]) if found else None


def one_off_until() -> date:
    """The last day of purchase the one-off deduction is known for."""
    return max(date.fromisoformat(row["to"]) for row in rows(_FILE, "one_off"))


def may_deduct_at_once(tax_class: TaxClass, unit_value: Decimal, bought_on: date) -> bool:
    """Whether its whole cost may be deducted at once: equipment other than buildings, up to the limit, bought in time."""
    limit = one_off_limit(bought_on)
    return tax_class not in _NOT_EQUIPMENT and limit is not None and unit_value <= limit


def check_one_off(tax_class: TaxClass, unit_value: Decimal, bought_on: date) -> None:
    """Refuse the one-off deduction where the law does not give it.

    Raises:
        Refused: ``asset.one_off_class`` for buildings, intangibles and deferred expenses; ``asset.one_off_day`` (until)
            for what was not bought in time; ``asset.one_off_value`` (limit) for what is too dear; field ``one_off``.
    """
    if tax_class in _NOT_EQUIPMENT:
        raise Refused("asset.one_off_class", "one_off")
    limit = one_off_limit(bought_on)
    if limit is None:
        raise Refused("asset.one_off_day", "one_off", until=one_off_until())
    if unit_value > limit:
        raise Refused("asset.one_off_value", "one_off", limit=limit)


def least_months(tax_class: TaxClass, bought_on: date, *, shortened: bool = False) -> int:
    """The least life for tax in months (arts 60, 67, 70); `shortened`: 60 % of it, fixed assets only (art 98)."""
    months = int(row_on(_FILE, tax_class.value, bought_on, "least")["months"])
    if not shortened or tax_class not in _SHORTENED:
        return months
    part = months * value_on(_FILE, "shortened", bought_on)
    return int(part.to_integral_value(ROUND_CEILING))


def months_short(tax_class: TaxClass, months: int, bought_on: date, *, shortened: bool = False) -> int:
    """How many months a life lacks to the least one for tax; 0 when it is long enough."""
    return max(0, least_months(tax_class, bought_on, shortened=shortened) - months)


def tax_terms(
    asset: Depreciable,
    tax_class: TaxClass,
    *,
    one_off: bool = False,
    quantity: int = 1,
    shortened: bool = False,
    method: Method = Method.STRAIGHT_LINE,
) -> Terms:
    """The asset as the tax book has it; reckon it with `depreciation.schedule_of`, `value_on` and the others.

    At once: the whole cost, residual and all, in the month after the start. Otherwise the company's residual, over the
    company's life or the least one for tax, whichever is longer. Changes of estimate do not touch it, but what they
    add to the cost is not reckoned either. `quantity` are the pieces of a lot: the limit is for one of them.

    Raises:
        Refused: what `check_one_off` says; ``asset.quantity`` below one piece.
    """
    if quantity < 1:
        raise Refused("asset.quantity", "quantity")
    months = max(asset.months, least_months(tax_class, asset.bought_on, shortened=shortened))
    residual = asset.residual
    if one_off:
        check_one_off(tax_class, asset.cost / quantity, asset.bought_on)
        months, residual, method = 1, _ZERO, Method.STRAIGHT_LINE
    return Terms(
        asset.bought_on, asset.start_on, asset.cost, residual, months, method, stopped_on=asset.stopped_on
    )


def tax_schedule(
    asset: Depreciable, tax_class: TaxClass, *, one_off: bool = False, quantity: int = 1
) -> list[Charge]:
    """The charges of the tax book, one per month. Refuses like `tax_terms` and `depreciation.schedule_of`."""
    return schedule_of(tax_terms(asset, tax_class, one_off=one_off, quantity=quantity))


def year_differences(company: Depreciable, tax: Depreciable, years: Sequence[int]) -> list[YearDifference]:
    """What each calendar year charges in both books: what the annual tax return 汇算清缴 adds or takes off."""
    return [YearDifference(year, _of_year(company, year), _of_year(tax, year)) for year in years]


def _of_year(asset: Depreciable, year: int) -> Decimal:
    return accumulated_on(asset, date(year, 12, 31)) - accumulated_on(asset, date(year - 1, 12, 31))
