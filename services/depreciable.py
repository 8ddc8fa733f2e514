"""What an asset must tell so that it can be depreciated, and what is refused. No database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from models.asset_lives import Change, Units
from models.asset_shares import Booked, Share, Terms
from models.asset_terms import Method
from services.errors import Refused

__all__ = [
    "LONGEST_LIFE", "Booked", "Change", "Depreciable", "Estimate", "Share", "Terms", "Units", "check_terms", "fen",
    "month_at", "month_number",
]  # fmt: skip

LONGEST_LIFE = 1200  # months: a hundred years


class Estimate(Protocol):
    """A change of estimate 会计估计变更 from the month of `from_on` on: what is then left, over `months` from there.

    `added` is what the cost rises by from that month (improvement 改造, revaluation 评估增值) or falls by (impairment
    减值), usually 0. `units` are those left, and those of each month from `from_on` on.
    """

    @property
    def from_on(self) -> date: ...
    @property
    def months(self) -> int: ...
    @property
    def residual(self) -> Decimal: ...
    @property
    def method(self) -> Method: ...
    @property
    def added(self) -> Decimal: ...
    @property
    def units(self) -> Units | None: ...


class Depreciable(Protocol):
    """An asset as depreciation sees it; amounts in yuan.

    `start_on` is the day put into use (None: not yet), `stopped_on` the day it left. An imported asset says what had
    been charged (`opening_accumulated`) in how many months (`opening_months`) after its start; both 0 otherwise. When
    that differs from the schedule the rest is spread over the months left; by units, `units` are then those left
    and the months after the import. `changes` stand in order. What was split or merged is reckoned by its `shares` up to
    its next change.
    """

    @property
    def bought_on(self) -> date: ...
    @property
    def start_on(self) -> date | None: ...
    @property
    def stopped_on(self) -> date | None: ...
    @property
    def cost(self) -> Decimal: ...
    @property
    def residual(self) -> Decimal: ...
    @property
    def months(self) -> int: ...
    @property
    def method(self) -> Method: ...
    @property
    def units(self) -> Units | None: ...
    @property
    def opening_accumulated(self) -> Decimal: ...
    @property
    def opening_months(self) -> int: ...
    @property
    def changes(self) -> Sequence[Estimate]: ...
    @property
    def shares(self) -> Sequence[Share]: ...


def check_terms(
    cost: Decimal, residual: Decimal, months: int, method: Method, units: Units | None = None, *, at: str = ""
) -> None:
    """Refuse what cannot be depreciated; `at` goes before the field's name (``"changes.0."``).

    Raises:
        Refused: ``asset.cost_negative`` (cost); ``asset.residual`` (residual): negative or above the cost;
            ``asset.life`` (months): below 1 or above `LONGEST_LIFE`; ``asset.units_missing``, ``asset.units`` (units):
            no total above 0 or a month below 0; ``money.too_many_decimals``.
    """
    if fen(cost) < 0:
        raise Refused("asset.cost_negative", f"{at}cost")
    if not 0 <= fen(residual) <= fen(cost):
        raise Refused("asset.residual", f"{at}residual", cost=cost)
    if not 1 <= months <= LONGEST_LIFE:
        raise Refused("asset.life", f"{at}months", longest=LONGEST_LIFE)
    if method is Method.UNITS:
        _check_units(units, f"{at}units")


def _check_units(units: Units | None, field: str) -> None:
    if units is None:
        raise Refused("asset.units_missing", field)
    total, used = units
    if total <= 0 or any(month < 0 for month in used):
        raise Refused("asset.units", field)


def fen(amount: Decimal) -> int:
    """Yuan as whole fen; refuses ``money.too_many_decimals`` rather than round."""
    exact = amount.scaleb(2)
    whole = int(exact)
    if whole != exact:
        raise Refused("money.too_many_decimals")
    return whole


def month_number(day: date) -> int:
    """The months counted from the year 0, to reckon with."""
    return day.year * 12 + day.month - 1


def month_at(number: int) -> date:
    """The first day of the month so numbered; Refused "asset.too_far" after the last year there is."""
    if number // 12 > date.max.year:
        raise Refused("asset.too_far")
    return date(number // 12, number % 12 + 1, 1)
