"""Special additional deductions, and that every dated rule of pay says from when and by which source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from services import dated_rules
from services.errors import Refused
from services.special_deductions import Claimed, deductions_on, monthly_deduction

MONTH = date(2026, 3, 1)
HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("claims", "amount"),
    [
        ([], 0),
        ([Claimed("infant_care", 2)], 4000),
        ([Claimed("children_education", share=HALF), Claimed("elderly_care")], 4000),
        ([Claimed("elderly_care", share=HALF), Claimed("continuing_education")], 1900),
        ([Claimed("professional_certificate")], 3600),
        ([Claimed("housing_loan")], 1000),
        ([Claimed("rent_large_city")], 1500),
        ([Claimed("rent_city")], 1100),
        ([Claimed("rent_small_city")], 800),
        ([Claimed("serious_illness")], 0),
    ],
)
def test_a_month_is_worth_what_the_law_says(claims: list[Claimed], amount: int) -> None:
    assert monthly_deduction(claims, MONTH) == amount


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([Claimed("housing_loan"), Claimed("rent_large_city")], "deduction.not_together"),
        ([Claimed("rent_city"), Claimed("housing_loan")], "deduction.not_together"),
        ([Claimed("rent_city"), Claimed("rent_small_city")], "deduction.not_together"),
        ([Claimed("elderly_care"), Claimed("elderly_care")], "deduction.twice"),
        ([Claimed("elderly_care", 2)], "deduction.share"),
        ([Claimed("infant_care", 0)], "deduction.share"),
        ([Claimed("infant_care", share=Decimal("1.5"))], "deduction.share"),
        ([Claimed("gym")], "deduction.unknown"),
    ],
)
def test_what_cannot_be_claimed_is_refused(claims: list[Claimed], code: str) -> None:
    with pytest.raises(Refused) as refusal:
        monthly_deduction(claims, MONTH)
    assert refusal.value.code == code


def test_exclusions_are_mutual_and_named_in_chinese() -> None:
    items = {item.name: item for item in deductions_on(MONTH)}
    assert len(items) == 10
    assert all(name in items[other].not_with for name, item in items.items() for other in item.not_with)
    assert deductions_on(date(2018, 12, 31)) == ()


@pytest.mark.parametrize(
    ("file", "group"),
    [
        ("income_tax", "table"),
        ("income_tax", "rule"),
        ("overtime", "rule"),
        ("overtime", "leave"),
        ("minimum_wages", "wage"),
        ("labour", "rule"),
        ("labour", "probation"),
        ("special_deductions", "deduction"),
        ("special_deductions", "other"),
    ],
)
def test_every_rule_of_pay_says_from_when_and_by_which_source(file: str, group: str) -> None:
    rows = dated_rules.rows(file, group)
    assert rows
    for row in rows:
        assert row["name"]
        assert len(row["source"]) > 8 or row["source"] == "general knowledge"
        first = date.fromisoformat(row["from"])
        assert dated_rules.row_on(file, row["name"], first, group) == row
        assert not row["to"] or date.fromisoformat(row["to"]) >= first
