"""Contributions to social insurance 社会保险 and housing fund 住房公积金 by the policy of a city. No database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import pairwise

from models.insurance_terms import Fund, InsuranceItem, Rounding
from services.errors import Refused
from services.money import FEN
from services.months import next_month

__all__ = [
    "Contribution",
    "Fund",
    "InsuranceItem",
    "Policy",
    "PolicyItem",
    "Rounding",
    "base_of",
    "check_periods",
    "check_policy",
    "contributions",
    "fen_contributions",
    "policy_on",
]

_ZERO = Decimal(0)
_PARTS = 1_000_000  # rates are whole millionths
_NO_CEILING = 10**18  # fen beyond any wage
_STEPS = {
    Rounding.HALF_UP_FEN: (Decimal("0.01"), ROUND_HALF_UP),
    Rounding.CEIL_JIAO: (Decimal("0.1"), ROUND_CEILING),
    Rounding.HALF_UP_YUAN: (Decimal(1), ROUND_HALF_UP),
    Rounding.CEIL_YUAN: (Decimal(1), ROUND_CEILING),
}

type FenContribution = tuple[int, int, int]
"""Base, employer's part and employee's part, in fen."""


@dataclass(frozen=True, slots=True)
class PolicyItem:
    """One item 险种 of a policy: limits of the base and fixed sums in yuan (None: no limit), rates as parts of one."""

    item: InsuranceItem
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    employer_rate: Decimal = _ZERO
    employee_rate: Decimal = _ZERO
    employer_fixed: Decimal = _ZERO
    employee_fixed: Decimal = _ZERO
    rounding: Rounding = Rounding.HALF_UP_FEN


@dataclass(frozen=True, slots=True)
class Policy:
    """What a city asks for a fund from a month to a month, each by its first day (None: until further notice).

    `cut_off_day` is the day of the month after which changes count for the next one, where it is known.
    """

    city: str
    kind: Fund
    from_month: date
    to_month: date | None
    items: tuple[PolicyItem, ...]
    cut_off_day: int | None = None
    confirmed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What is paid for one item in a month, in yuan."""

    item: InsuranceItem
    base: Decimal
    employer: Decimal
    employee: Decimal


def contributions(base_wage: Decimal, policy: Policy) -> tuple[Contribution, ...]:
    """Both parts of every item for a person whose base wage 缴费工资 is `base_wage` yuan.

    The base is held between floor and ceiling of each item (60 % and 300 % of the published average wage); rate and
    fixed sum are added, then employer's and employee's part rounded each by the item's own rule.

    Raises:
        Refused: ``money.not_a_number``, ``insurance.negative``.
    """
    return tuple(_contribution(base_wage, item) for item in policy.items)


def base_of(wage: Decimal, item: PolicyItem) -> Decimal:
    """The base 缴费基数 in yuan: the wage, not below the floor and not above the ceiling."""
    if not wage.is_finite():
        raise Refused("money.not_a_number")
    if wage < 0:
        raise Refused("insurance.negative")
    raised = wage if item.floor is None else max(wage, item.floor)
    return raised if item.ceiling is None else min(raised, item.ceiling)


def fen_contributions(policy: Policy) -> Callable[[int], tuple[FenContribution, ...]]:
    """`contributions` for runs of many people: from a base wage in fen to fen, in the order of the policy's items.

    Agrees with `contributions` to the fen. Refuses like `check_policy`.
    """
    check_policy(policy)
    prepared = [fen_item(item) for item in policy.items]

    def reckon(wage: int) -> tuple[FenContribution, ...]:
        found = []
        for floor, ceiling, employer, employee, more_employer, more_employee, step, fen in prepared:
            base = min(max(wage, floor), ceiling)
            employer_part = (base * employer + more_employer) // step * fen
            found.append((base, employer_part, (base * employee + more_employee) // step * fen))
        return tuple(found)

    return reckon


def check_policy(policy: Policy) -> None:
    """Look a policy over before it is kept or used.

    Raises:
        Refused: ``insurance.limits_turned`` (ceiling below floor), ``insurance.rate`` (not from 0 to 1 in millionths),
            ``insurance.amount`` (a limit or fixed sum below zero or not in whole fen), ``insurance.item_twice``,
            ``insurance.months`` (not first days, or turned), each with ``city``; the field names the item.
    """
    last = policy.to_month or policy.from_month
    if policy.from_month.day != 1 or last.day != 1 or last < policy.from_month:
        raise Refused("insurance.months", "from_month", city=policy.city)
    if len({item.item for item in policy.items}) < len(policy.items):
        raise Refused("insurance.item_twice", "items", city=policy.city)
    for item in policy.items:
        _check_item(item, policy.city)


def check_periods(policies: Iterable[Policy]) -> None:
    """Refuse policies of one city and fund that leave months out or hold twice.

    Raises:
        Refused: ``insurance.gap`` or ``insurance.overlap`` (city, month: the first one that is wrong).
    """
    for one, other in pairwise(sorted(policies, key=lambda policy: policy.from_month)):
        expected = next_month(one.to_month) if one.to_month else None
        if expected is None or other.from_month < expected:
            raise Refused(
                "insurance.overlap", "from_month", city=other.city, month=f"{other.from_month:%Y-%m}"
            )
        if other.from_month > expected:
            raise Refused("insurance.gap", "from_month", city=other.city, month=f"{expected:%Y-%m}")


def policy_on(policies: Sequence[Policy], city: str, kind: Fund, month: date) -> Policy:
    """The policy of a city and fund that holds in `month` (its first day); of several the latest begun.

    Raises:
        Refused: ``insurance.no_policy`` (city, month).
    """
    held = [
        policy
        for policy in policies
        if (policy.city, policy.kind) == (city, kind)
        and policy.from_month <= month
        and (policy.to_month is None or month <= policy.to_month)
    ]
    if not held:
        raise Refused("insurance.no_policy", city=city, month=f"{month:%Y-%m}")
    return max(held, key=lambda policy: policy.from_month)


def _contribution(wage: Decimal, item: PolicyItem) -> Contribution:
    base = base_of(wage, item)
    return Contribution(
        item=item.item,
        base=base,
        employer=_rounded(base * item.employer_rate + item.employer_fixed, item.rounding),
        employee=_rounded(base * item.employee_rate + item.employee_fixed, item.rounding),
    )


def _rounded(amount: Decimal, rounding: Rounding) -> Decimal:
    step, mode = _STEPS[rounding]
    return amount.quantize(step, mode).quantize(FEN)


def fen_item(item: PolicyItem) -> tuple[int, int, int, int, int, int, int, int]:
    """Limits in fen, rates in millionths, what is added before cutting to whole steps, the step, and its fen."""
    step, mode = _STEPS[item.rounding]
    fen = int(step * 100)
    whole = fen * _PARTS
    half = whole // 2 if mode == ROUND_HALF_UP else whole - 1
    return (
        int((item.floor or _ZERO) * 100),
        _NO_CEILING if item.ceiling is None else int(item.ceiling * 100),
        int(item.employer_rate * _PARTS),
        int(item.employee_rate * _PARTS),
        int(item.employer_fixed * 100) * _PARTS + half,
        int(item.employee_fixed * 100) * _PARTS + half,
        whole,
        fen,
    )


def _check_item(item: PolicyItem, city: str) -> None:
    for rate in (item.employer_rate, item.employee_rate):
        if not (rate.is_finite() and 0 <= rate <= 1) or rate * _PARTS % 1:
            raise Refused("insurance.rate", item.item.value, city=city)
    for amount in (item.floor, item.ceiling, item.employer_fixed, item.employee_fixed):
        if amount is not None and (not amount.is_finite() or amount < 0 or amount * 100 % 1):
            raise Refused("insurance.amount", item.item.value, city=city)
    if item.floor is not None and item.ceiling is not None and item.ceiling < item.floor:
        raise Refused("insurance.limits_turned", item.item.value, city=city)
