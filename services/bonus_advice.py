"""Advice on the annual bonus 全年一次性奖金: taxed separately or merged, and the blind zones where more is less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cache
from itertools import pairwise

from services.income_tax import PayMonth, bonus_tax
from services.money import FEN
from services.tax_tables import Bracket, table_on, tax_of

_MONTHS = 12
_NOW = date(2026, 1, 1)  # the rules that hold for whoever gives no day


@dataclass(frozen=True, slots=True)
class BlindZone:
    """Bonuses above `lower` and below `upper` yuan leave less after tax than `lower` does; `upper` leaves as much."""

    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True)
class InZone:
    """A bonus inside a blind zone: paying `instead` (less) leaves `more` yuan after tax."""

    zone: BlindZone
    instead: Decimal
    more: Decimal


@dataclass(frozen=True, slots=True)
class BonusAdvice:
    """Tax of the whole year in yuan, bonus and wages, both ways; `merge` says which is cheaper, `saving` by how much.

    `blind` warns when the bonus, taxed separately, lies in a blind zone.
    """

    separately: Decimal
    merged: Decimal
    merge: bool
    saving: Decimal
    blind: InZone | None


def advise(bonus: Decimal, taxable: Decimal, *, paid: date = _NOW) -> BonusAdvice:
    """Which way the year costs a person less tax (财政部 税务总局公告2023年第30号 leaves it to them).

    When both cost the same, merging is the advice: the separate way may be used once a year only.

    Args:
        bonus: the annual bonus, yuan.
        taxable: taxable wages of the whole year without it (`year_taxable`), yuan; below zero where deductions are
            left over.
        paid: the day the bonus is paid.

    Raises:
        Refused: ``tax.negative``, ``money.not_a_number``; ``rules.none_on_day`` after the rule has ended.
    """
    table = table_on("annual", paid)
    separately = tax_of(taxable, table) + bonus_tax(bonus, paid=paid)
    merged = tax_of(taxable + bonus, table)
    return BonusAdvice(
        separately=separately,
        merged=merged,
        merge=merged <= separately,
        saving=abs(separately - merged),
        blind=in_blind_zone(bonus, paid=paid),
    )


def year_taxable(months: Sequence[PayMonth], basic: Decimal) -> Decimal:
    """Taxable wages of a year in yuan: its months, paid and expected, less `basic` 减除费用; below zero if that is more."""
    return (
        sum(
            (each.income - each.exempt - each.special - each.additional - each.other for each in months),
            Decimal(0),
        )
        - basic
    )


@cache
def blind_zones(*, paid: date = _NOW) -> tuple[BlindZone, ...]:
    """The blind zones of the bonus table that holds on `paid`, the lowest first, in yuan.

    Refuses ``rules.none_on_day`` after the rule has ended.
    """
    return tuple(_zone(below, above) for below, above in pairwise(table_on("bonus", paid)))


def in_blind_zone(amount: Decimal, *, paid: date = _NOW) -> InZone | None:
    """The blind zone a bonus of `amount` yuan lies in, with the nearest amount that leaves more; None outside."""
    for zone in blind_zones(paid=paid):
        if zone.lower < amount < zone.upper:
            more = _net(zone.lower, paid) - _net(amount, paid)
            return (
                InZone(zone, instead=zone.lower, more=more) if more else None
            )  # the last fen may round to as much
    return None


def _zone(below: Bracket, above: Bracket) -> BlindZone:
    """Where amount - tax reaches again what the top of the lower step leaves, to the next whole fen."""
    if below.top is None:
        raise ValueError(below)
    lower = below.top * _MONTHS
    net = lower - (lower * below.rate - below.quick)
    return BlindZone(lower, ((net - above.quick) / (1 - above.rate)).quantize(FEN, ROUND_CEILING))


def _net(amount: Decimal, paid: date) -> Decimal:
    return amount - bonus_tax(amount, paid=paid)
