"""Tax tables 税率表 as they hold on a day, in yuan and, for many people at once, in whole fen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from services import dated_rules
from services.money import round_fen

FILE = "income_tax"
_PARTS = 10_000  # rates of the fen table are whole ten-thousandths

type FenBrackets = tuple[tuple[int, int, int], ...]
"""Brackets as (up to and including fen, rate in ten-thousandths, quick deduction in fen)."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One step of a table: up to and including `top` yuan (None: no bound), rate, quick deduction 速算扣除数 in yuan."""

    top: Decimal | None
    rate: Decimal
    quick: Decimal


@cache
def table_on(name: str, day: date) -> tuple[Bracket, ...]:
    """The table called `name` ("annual", "bonus", "labour") on `day`; refuses like `dated_rules.row_on`."""
    rows = dated_rules.row_on(FILE, name, day, "table")["brackets"]
    return tuple(
        Bracket(Decimal(top) if top else None, Decimal(rate), Decimal(quick)) for top, rate, quick in rows
    )


def bracket_of(amount: Decimal, table: tuple[Bracket, ...]) -> Bracket:
    """The step `amount` (yuan) falls in; a bound belongs to the step below it ("不超过")."""
    return next(step for step in table if step.top is None or amount <= step.top)


def tax_of(amount: Decimal, table: tuple[Bracket, ...]) -> Decimal:
    """The tax on `amount` yuan, half up to fen; nothing on zero or less."""
    step = bracket_of(amount, table)
    return round_fen(max(Decimal(0), amount * step.rate - step.quick))


@cache
def fen_brackets(day: date) -> FenBrackets:
    """The annual table on `day` for `tax_fen`; the last bound is beyond any amount of money."""
    return tuple(
        (10**18 if step.top is None else _whole(step.top * 100), _whole(step.rate * _PARTS), _whole(step.quick * 100))
        for step in table_on("annual", day)
    )  # fmt: skip


def tax_fen(taxable: int, brackets: FenBrackets) -> int:
    """The tax in fen on `taxable` fen, half up, for runs of many people; agrees with `tax_of` to the fen.

    Rates and bounds come from `fen_brackets`, prepared once a run. Nothing on zero or less.
    """
    if taxable <= 0:
        return 0
    for top, rate, quick in brackets:
        if taxable <= top:
            return (taxable * rate + _PARTS // 2) // _PARTS - quick
    raise OverflowError(taxable)


def _whole(number: Decimal) -> int:
    whole = int(number)
    if whole != number:
        raise ValueError(number)
    return whole
