"""Who is insured in a month, on which base, and what each item costs both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session, selectinload

from models.base import WholeNumber
from models.insurance import Enrolment, InsuranceBase, InsurancePolicy
from models.insurance_terms import Fund, InsuranceItem
from services.insurance_policy_store import stored
from services.permissions import open_to_all
from services.social_insurance import FenContribution, Policy, fen_contributions

_WHY = "a step of services that have checked"


class ItemAmount(NamedTuple):
    """One item of a person in a month: yuan, rates as parts of one."""

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
    """As `ItemAmount`, money in whole fen: for reckoning thousands of people."""

    item: InsuranceItem
    declared: int
    base: int
    employer_rate: Decimal
    employee_rate: Decimal
    employer: int
    employee: int
    fund: Fund
    city: str


class CityRules(NamedTuple):
    """The policy of a city and fund that holds in a month, ready for reckoning in fen."""

    policy: Policy
    reckon: Callable[[int], tuple[FenContribution, ...]]


class DatedRules(NamedTuple):
    """A policy with the months it holds in: the first, and the last or None."""

    from_month: date
    to_month: date | None
    rules: CityRules

    def holds(self, fund: Fund, city: str, month: date) -> bool:
        """Whether it is the policy of a fund and city in a month."""
        policy = self.rules.policy
        until = self.to_month is None or month <= self.to_month
        return policy.kind is fund and policy.city == city and self.from_month <= month and until


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
    return {person: tuple(map(in_yuan, items)) for person, items in found.items()}


@open_to_all(_WHY)
def fen_of_month(
    session: Session, month: date, employee_ids: Iterable[int] | None = None
) -> dict[int, tuple[ItemFen, ...]]:
    """As `of_month`, in whole fen: what a payroll of thousands reads."""
    rules = rules_of_month(session, month)
    found: dict[int, tuple[ItemFen, ...]] = {}
    for person, fund, city, declared in session.execute(_insured(month, employee_ids)):
        known = rules.get((fund, city))
        if known is None or declared is None:
            continue
        found[person] = found.get(person, ()) + items_of(declared, known)
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
def rules_of_month(session: Session, month: date) -> dict[tuple[Fund, str], CityRules]:
    """Every policy in force in `month`, by fund and city."""
    found = _policies(session, in_force(InsurancePolicy, month))
    return {(one.rules.policy.kind, one.rules.policy.city): one.rules for one in found}


@open_to_all(_WHY)
def rules_ever(session: Session) -> list[DatedRules]:
    """Every policy there ever was, read at once: for whoever reckons many months."""
    return _policies(session)


def _policies(session: Session, *where: ColumnElement[bool]) -> list[DatedRules]:
    query = select(InsurancePolicy).where(*where).options(selectinload(InsurancePolicy.items))
    rows = [(row, stored(row)) for row in session.scalars(query)]
    return [
        DatedRules(row.from_month, row.to_month, CityRules(policy, fen_contributions(policy)))
        for row, policy in rows
    ]


def items_of(declared: int, rules: CityRules) -> tuple[ItemFen, ...]:
    """Every item of a policy on a declared base (fen)."""
    policy = rules.policy
    return tuple(
        ItemFen(
            item.item, declared, base, item.employer_rate, item.employee_rate, employer, employee,
            policy.kind, policy.city,
        )
        for item, (base, employer, employee) in zip(policy.items, rules.reckon(declared), strict=True)
    )  # fmt: skip


def in_force(kind: type[InsurancePolicy | Enrolment], month: date) -> ColumnElement[bool]:
    """That `month` lies between the first and the last month of a row."""
    return and_(kind.from_month <= month, or_(kind.to_month.is_(None), kind.to_month >= month))


def in_yuan(found: ItemFen) -> ItemAmount:
    """The same in yuan."""
    return ItemAmount(
        found.item,
        Decimal(found.declared).scaleb(-2),
        Decimal(found.base).scaleb(-2),
        found.employer_rate,
        found.employee_rate,
        Decimal(found.employer).scaleb(-2),
        Decimal(found.employee).scaleb(-2),
        found.fund,
        found.city,
    )


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
