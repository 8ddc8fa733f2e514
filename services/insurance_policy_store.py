"""The stored policies as the rules reckon with them, and their months: none left out, none twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.insurance import InsurancePolicy
from models.insurance_terms import Fund
from services import social_insurance
from services.database import Session
from services.errors import Refused
from services.months import month_text, next_month, previous_month
from services.permissions import open_to_all
from services.social_insurance import Policy, PolicyItem

NO_CEILING = Decimal("9999999999.99")  # stored where a notice names no upper limit


@open_to_all("a step of services that have checked")
def in_month(session: Session, city: str, fund: Fund, month: date) -> Policy:
    """The policy of a city and fund in a month; Refused "insurance.no_policy" (city, month)."""
    query = select(InsurancePolicy).where(InsurancePolicy.city == city, InsurancePolicy.fund == fund)
    found = session.scalars(query.options(selectinload(InsurancePolicy.items)))
    return social_insurance.policy_on([stored(item) for item in found], city, fund, month)


@open_to_all("a step of services that have checked")
def cities(session: Session, fund: Fund | None = None) -> list[str]:
    """The cities that have any policy (of a fund), in order."""
    query = select(InsurancePolicy.city).distinct().order_by(InsurancePolicy.city)
    return list(session.scalars(query if fund is None else query.where(InsurancePolicy.fund == fund)))


def stored(item: InsurancePolicy) -> Policy:
    """A loaded policy as the rules reckon with it."""
    return Policy(
        item.city, item.fund, item.from_month, item.to_month,
        tuple(
            PolicyItem(
                row.item, row.floor, None if row.ceiling == NO_CEILING else row.ceiling, row.employer_rate,
                row.employee_rate, row.employer_fixed, row.employee_fixed, row.rounding,
            )
            for row in item.items
        ),
        item.cut_off_day or None, item.confirmed, item.source,
    )  # fmt: skip


type Span = tuple[int, date, date | None]


@open_to_all("a step of services that have checked")
def spans(session: Session, city: str, fund: Fund) -> list[Span]:
    columns = (InsurancePolicy.id, InsurancePolicy.from_month, InsurancePolicy.to_month)
    query = select(*columns).where(InsurancePolicy.city == city, InsurancePolicy.fund == fund)
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


@open_to_all("a step of services that have checked")
def refuse_broken_row(session: Session, policy: Policy, own_id: int | None) -> None:
    """All policies of a city and fund stand one after the other: no month twice, none left out between two."""
    others = [row for row in spans(session, policy.city, policy.kind) if row[0] != own_id]
    for _, first, last in others:
        begin = max(first, policy.from_month)
        end = min(last or date.max, policy.to_month or date.max)
        if begin <= end:
            months = _months(begin, None if end == date.max else end)
            raise Refused("insurance_policy.overlap", field="from_month", city=policy.city, months=months)
    refuse_gap(policy.city, [*others, (own_id or 0, policy.from_month, policy.to_month)])


def refuse_gap(city: str, found: Iterable[Span]) -> None:
    ordered = sorted(found, key=lambda row: row[1])
    for (_, _, last), (_, first, _) in pairwise(ordered):
        if last is not None and next_month(last) < first:
            months = _months(next_month(last), previous_month(first))
            raise Refused("insurance_policy.gap", field="from_month", city=city, months=months)


def _months(first: date, last: date | None) -> str:
    if last is None:
        return f"{month_text(first)} –"
    return month_text(first) if first == last else f"{month_text(first)} – {month_text(last)}"
