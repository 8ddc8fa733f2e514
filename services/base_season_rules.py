"""What a new base costs 基数调整补差: month by month, item by item, both sides, against what was frozen and paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from models.insurance_terms import Fund, InsuranceItem
from services import insured, remittance_lines, remittance_owed
from services.database import Session
from services.months import next_month
from services.permissions import open_to_all
from services.remittance_lines import Line
from services.social_insurance import Policy, base_of

_WHY = "a step of services that have checked"
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One item of one person in a month that was paid on the old base: bases and Δ = amount(new) - amount(old), yuan."""

    employee_id: int
    month: date
    item: InsuranceItem
    old_base: Decimal
    new_base: Decimal
    employer: Decimal
    employee: Decimal


@open_to_all(_WHY)
def applied_from(session: Session, fund: Fund, city: str, from_month: date) -> date:
    """The first month on the new base: the one after the last month that was frozen, not before `from_month`."""
    frozen = remittance_owed.frozen_months(session, fund, city)
    last = max((month for month in frozen if month >= from_month), default=None)
    return from_month if last is None else next_month(last)


@open_to_all(_WHY)
def differences(
    session: Session,
    of: tuple[Fund, str, date],
    declared: Mapping[int, Decimal],
    until: Mapping[int, date] = MappingProxyType({}),
) -> list[DifferenceRow]:
    """Δ of every frozen month of a fund and city from a month on, by the policy that holds in each of them now.

    For whoever has a declared base and was in it; `until` names the month from which somebody has another base again.
    """
    fund, city, from_month = of
    found: list[DifferenceRow] = []
    frozen = remittance_owed.frozen_months(session, fund, city)
    for month in sorted(one for one in frozen if one >= from_month):
        rules = insured.rules_of_month(session, month).get((fund, city))
        if rules is None:
            continue
        for line in remittance_lines.kept(session, [frozen[month]]):
            if line.employee_id in declared and month < until.get(line.employee_id, date.max):
                found += _difference(line, declared[line.employee_id], rules)
    return found


def _difference(line: Line, declared: Decimal, rules: insured.CityRules) -> Iterable[DifferenceRow]:
    for item in map(insured.in_yuan, insured.items_of(int(declared.scaleb(2)), rules)):
        if item.item == line.item:
            yield DifferenceRow(
                line.employee_id, line.month, line.item, line.base, item.base,
                item.employer - line.employer, item.employee - line.employee,
            )  # fmt: skip


def sums(rows: Iterable[DifferenceRow]) -> dict[int, tuple[Decimal, Decimal]]:
    """Both sides of every person (yuan)."""
    found: dict[int, tuple[Decimal, Decimal]] = {}
    for row in rows:
        had = found.get(row.employee_id, (_ZERO, _ZERO))
        found[row.employee_id] = (had[0] + row.employer, had[1] + row.employee)
    return found


def held(declared: Decimal, policy: Policy) -> Decimal:
    """The declared base between floor and ceiling of the policy's first item."""
    return base_of(declared, policy.items[0])
