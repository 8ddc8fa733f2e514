"""Who is insured in a month, on which base, and what each item costs both sides; why one amount is what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from models.base import RATE_DECIMALS, WholeNumber
from models.insurance import Enrolment, InsuranceBase, InsurancePolicy, InsurancePolicyItem
from models.insurance_terms import Fund, InsuranceItem, Rounding
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_WHOLE: int = 10**RATE_DECIMALS
_UNIT = {Rounding.HALF_UP_FEN: 1, Rounding.CEIL_JIAO: 10, Rounding.HALF_UP_YUAN: 100, Rounding.CEIL_YUAN: 100}
_UP = frozenset({Rounding.CEIL_JIAO, Rounding.CEIL_YUAN})


class ItemAmount(NamedTuple):
    """One item of a person in a month: yuan and rates as Decimal."""

    item: InsuranceItem
    declared: Decimal
    base: Decimal
    employer_rate: Decimal
    employee_rate: Decimal
    employer: Decimal
    employee: Decimal
    fund: Fund
    city: str


class ItemFen(NamedTuple):
    """As `ItemAmount` in whole fen and hundred-millionths, for reckoning thousands of people."""

    item: InsuranceItem
    declared: int
    base: int
    employer_rate: int
    employee_rate: int
    employer: int
    employee: int
    fund: Fund
    city: str


class ItemRule(NamedTuple):
    """One item of a policy in whole fen and hundred-millionths."""

    item: InsuranceItem
    floor: int
    ceiling: int
    employer_rate: int
    employee_rate: int
    employer_fixed: int
    employee_fixed: int
    rounding: Rounding


class GapKind(StrEnum):
    """Why an insured person has no amount: 无缴费基数, 参保地无政策参数."""

    NO_BASE = "no_base"
    NO_POLICY = "no_policy"


@dataclass(frozen=True, slots=True)
class Gap:
    """An enrolment in a month that nothing can be reckoned for."""

    employee_id: int
    fund: Fund
    city: str
    kind: GapKind


@open_to_all(_WHY)
def of_month(
    session: Session, month: date, employee_ids: Iterable[int] | None = None
) -> Mapping[int, tuple[ItemAmount, ...]]:
    """What every insured person's items cost in `month` (first day), by the id of the employee, in yuan.

    Social insurance stands before the housing fund, items in the order of their policy. Whoever has no base, or a
    city without parameters, is left out of that fund: see `gaps`.
    """
    found = fen_of_month(session, month, employee_ids)
    return {person: tuple(map(_in_yuan, items)) for person, items in found.items()}


@open_to_all(_WHY)
def fen_of_month(
    session: Session, month: date, employee_ids: Iterable[int] | None = None
) -> dict[int, tuple[ItemFen, ...]]:
    """As `of_month`, in whole fen: what a payroll of thousands reads."""
    rules = rules_of_month(session, month)
    found: dict[int, tuple[ItemFen, ...]] = {}
    for person, fund, city, declared in session.execute(_insured(month, employee_ids)):
        items = rules.get((fund, city))
        if items is None or declared is None:
            continue
        found[person] = found.get(person, ()) + reckon(declared, items, fund, city)
    return found


@open_to_all(_WHY)
def gaps(session: Session, month: date) -> list[Gap]:
    """The enrolments of `month` without an amount, and why."""
    rules = rules_of_month(session, month)
    found = []
    for person, fund, city, declared in session.execute(_insured(month, None)):
        if (fund, city) not in rules:
            found.append(Gap(person, fund, city, GapKind.NO_POLICY))
        elif declared is None:
            found.append(Gap(person, fund, city, GapKind.NO_BASE))
    return found


@open_to_all(_WHY)
def rules_of_month(session: Session, month: date) -> dict[tuple[Fund, str], tuple[ItemRule, ...]]:
    """The items of every policy in force in `month`, by fund and city."""
    item = InsurancePolicyItem
    columns = (
        item.floor, item.ceiling, item.employer_rate, item.employee_rate, item.employer_fixed, item.employee_fixed,
    )  # fmt: skip
    wanted: Select[*tuple[Any, ...]] = (
        select(
            InsurancePolicy.fund,
            InsurancePolicy.city,
            item.item,
            *(type_coerce(column, WholeNumber) for column in columns),
            item.rounding,
        )
        .join(item, item.policy_id == InsurancePolicy.id)
        .where(in_force(InsurancePolicy, month))
        .order_by(item.position, item.id)
    )
    found: dict[tuple[Fund, str], list[ItemRule]] = defaultdict(list)
    for fund, city, *rest in session.execute(wanted):
        found[fund, city].append(ItemRule(*rest))
    return {key: tuple(items) for key, items in found.items()}


def reckon(declared: int, items: Iterable[ItemRule], fund: Fund, city: str) -> tuple[ItemFen, ...]:
    """Every item on a declared base (fen): clamped by its bounds, both parts rounded separately (domain 2.1, 2.3)."""
    made = []
    for rule in items:
        base = min(max(declared, rule.floor), rule.ceiling)
        made.append(
            ItemFen(
                rule.item,
                declared,
                base,
                rule.employer_rate,
                rule.employee_rate,
                rounded(base * rule.employer_rate + rule.employer_fixed * _WHOLE, rule.rounding),
                rounded(base * rule.employee_rate + rule.employee_fixed * _WHOLE, rule.rounding),
                fund,
                city,
            )
        )
    return tuple(made)


def rounded(parts: int, rounding: Rounding) -> int:
    """Hundred-millionths of a fen as whole fen, by the habit of the place."""
    unit = _UNIT[rounding]
    whole = _WHOLE * unit
    if rounding in _UP:
        return -(-parts // whole) * unit
    return (2 * parts + whole) // (2 * whole) * unit


def unit_of(rounding: Rounding) -> tuple[int, bool]:
    """What a way of rounding rounds to, in fen, and whether always upwards."""
    return _UNIT[rounding], rounding in _UP


def in_force(kind: type[InsurancePolicy | Enrolment], month: date) -> ColumnElement[bool]:
    """That `month` lies between the first and the last month of a row."""
    return and_(kind.from_month <= month, or_(kind.to_month.is_(None), kind.to_month >= month))


def _insured(month: date, employee_ids: Iterable[int] | None) -> Select[*tuple[Any, ...]]:
    """(employee, fund, city, declared base in fen or None) of every enrolment of the month."""
    latest = (
        select(
            InsuranceBase.employee_id, InsuranceBase.fund, func.max(InsuranceBase.from_month).label("since")
        )
        .where(InsuranceBase.from_month <= month)
        .group_by(InsuranceBase.employee_id, InsuranceBase.fund)
        .subquery()
    )
    on_latest = and_(latest.c.employee_id == Enrolment.employee_id, latest.c.fund == Enrolment.fund)
    its_base = and_(
        InsuranceBase.employee_id == latest.c.employee_id,
        InsuranceBase.fund == latest.c.fund,
        InsuranceBase.from_month == latest.c.since,
    )
    wanted = (
        select(
            Enrolment.employee_id,
            Enrolment.fund,
            Enrolment.city,
            type_coerce(InsuranceBase.base, WholeNumber),
        )
        .outerjoin(latest, on_latest)
        .outerjoin(InsuranceBase, its_base)
        .where(in_force(Enrolment, month))
        .order_by(Enrolment.employee_id, Enrolment.fund.desc())
    )
    return wanted if employee_ids is None else wanted.where(Enrolment.employee_id.in_(list(employee_ids)))


def _in_yuan(found: ItemFen) -> ItemAmount:
    return ItemAmount(
        found.item,
        Decimal(found.declared).scaleb(-2),
        Decimal(found.base).scaleb(-2),
        Decimal(found.employer_rate).scaleb(-RATE_DECIMALS),
        Decimal(found.employee_rate).scaleb(-RATE_DECIMALS),
        Decimal(found.employer).scaleb(-2),
        Decimal(found.employee).scaleb(-2),
        found.fund,
        found.city,
    )
