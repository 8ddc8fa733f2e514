"""The usual policies 缴费政策 of cities in resources/rules/insurance.toml, with which a company begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from models.insurance_terms import Fund, InsuranceItem, Rounding
from services import dated_rules
from services.social_insurance import Policy, PolicyItem


@cache
def usual_policies(city: str | None = None) -> tuple[Policy, ...]:
    """The policies of `city` (of all cities when None), the earliest first; none for a city that is not listed."""
    rows = dated_rules.rows("insurance", "policy")
    return tuple(_policy(row) for row in rows if city in {None, row["city"]})


def usual_cities() -> tuple[str, ...]:
    """The cities that are listed, in the order of the file's months."""
    return tuple(dict.fromkeys(policy.city for policy in usual_policies()))


def _policy(row: Mapping[str, Any]) -> Policy:
    return Policy(
        city=row["city"],
        kind=Fund(row["kind"]),
        from_month=date.fromisoformat(f"{row['from']}-01"),
        to_month=date.fromisoformat(f"{row['to']}-01") if row["to"] else None,
        items=tuple(_item(item, row["limits"]) for item in row["items"]),
        cut_off_day=row.get("cut_off_day"),
        confirmed=row["status"] == "confirmed",
        source=row["source"],
    )


def _item(row: Mapping[str, Any], limits: list[str]) -> PolicyItem:
    floor, ceiling = (Decimal(limit) if limit else None for limit in row.get("limits", limits))
    employer_rate, employee_rate = (Decimal(rate) for rate in row.get("rates", ["0", "0"]))
    employer_fixed, employee_fixed = (Decimal(sum_) for sum_ in row.get("fixed", ["0", "0"]))
    return PolicyItem(
        item=InsuranceItem(row["item"]),
        floor=floor,
        ceiling=ceiling,
        employer_rate=employer_rate,
        employee_rate=employee_rate,
        employer_fixed=employer_fixed,
        employee_fixed=employee_fixed,
        rounding=Rounding(row.get("rounding", "half_up_fen")),
    )
