"""The tax book: who may deduct at once, least lives, and what the annual return adds and takes off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from services.depreciation import Terms, value_on
from services.errors import Refused
from services.tax_depreciation import (
    TaxClass,
    check_one_off,
    least_months,
    may_deduct_at_once,
    months_short,
    one_off_limit,
    one_off_until,
    tax_schedule,
    tax_terms,
    year_differences,
)
from services.usual_asset_classes import usual_classes

D = Decimal
START = date(2026, 3, 18)
LAPTOP = Terms(START, START, D(5999), D("299.95"), 36)
LIMIT = D(5_000_000)


def test_equipment_is_deducted_whole_in_the_month_after_its_start():
    charges = tax_schedule(LAPTOP, TaxClass.ELECTRONICS, one_off=True)
    assert [(charge.month, charge.amount, charge.net) for charge in charges] == [
        (date(2026, 4, 1), D(5999), D(0))
    ]


@pytest.mark.parametrize(
    ("tax_class", "value", "bought", "may"),
    [
        (TaxClass.ELECTRONICS, LIMIT, date(2024, 1, 1), True),
        (TaxClass.VEHICLE, LIMIT, date(2027, 12, 31), True),
        (TaxClass.PRODUCTION, LIMIT + D("0.01"), date(2026, 1, 1), False),
        (TaxClass.FURNITURE, D(100), date(2028, 1, 1), False),
        (TaxClass.BUILDING, D(100), date(2026, 1, 1), False),
        (TaxClass.INTANGIBLE, D(100), date(2026, 1, 1), False),
        (TaxClass.DEFERRED, D(100), date(2026, 1, 1), False),
        (TaxClass.ELECTRONICS, LIMIT, date(2017, 12, 31), False),
    ],
)
def test_who_may_deduct_at_once(tax_class, value, bought, may):
    assert may_deduct_at_once(tax_class, value, bought) is may


@pytest.mark.parametrize(
    ("tax_class", "value", "bought", "code", "shown"),
    [
        (TaxClass.BUILDING, D(1), START, "asset.one_off_class", {}),
        (TaxClass.FURNITURE, D(1), date(2028, 1, 1), "asset.one_off_day", {"until": date(2027, 12, 31)}),
        (TaxClass.FURNITURE, LIMIT + 1, START, "asset.one_off_value", {"limit": LIMIT}),
    ],
)
def test_a_deduction_the_law_does_not_give_is_refused(tax_class, value, bought, code, shown):
    with pytest.raises(Refused) as refusal:
        check_one_off(tax_class, value, bought)
    assert (refusal.value.code, refusal.value.field, refusal.value.values) == (code, "one_off", shown)


def test_the_rule_ends_on_its_day():
    assert one_off_until() == date(2027, 12, 31)
    assert one_off_limit(date(2027, 12, 31)) == LIMIT
    assert one_off_limit(date(2028, 1, 1)) is None


def test_the_limit_is_for_one_piece_of_a_lot():
    lot = replace(LAPTOP, cost=D(6_000_000), residual=D(0))
    assert tax_schedule(lot, TaxClass.ELECTRONICS, one_off=True, quantity=2)[0].amount == D(6_000_000)
    with pytest.raises(Refused) as refusal:
        tax_schedule(lot, TaxClass.ELECTRONICS, one_off=True)
    assert refusal.value.code == "asset.one_off_value"
    with pytest.raises(Refused) as refusal:
        tax_schedule(lot, TaxClass.ELECTRONICS, quantity=0)
    assert (refusal.value.code, refusal.value.field) == ("asset.quantity", "quantity")


def test_least_lives_are_those_of_the_law():
    years = {"building": 20, "production": 10, "furniture": 5, "vehicle": 4, "electronics": 3,
             "intangible": 10, "deferred": 3}  # fmt: skip
    assert {item.value: least_months(item, START) // 12 for item in TaxClass} == years


def test_a_life_may_be_shortened_to_sixty_per_cent():
    assert least_months(TaxClass.VEHICLE, START, shortened=True) == 29  # 28.8
    assert least_months(TaxClass.PRODUCTION, START, shortened=True) == 72
    assert least_months(TaxClass.INTANGIBLE, START, shortened=True) == 120


def test_a_life_too_short_for_tax_is_told_and_stretched():
    assert months_short(TaxClass.FURNITURE, 36, START) == 24
    assert months_short(TaxClass.FURNITURE, 60, START) == 0
    desk = replace(LAPTOP, cost=D(3200), residual=D(160))
    charges = tax_schedule(desk, TaxClass.FURNITURE)
    assert (len(charges), charges[0].amount, charges[-1].amount) == (60, D("50.67"), D("50.47"))
    longer = replace(desk, months=72)
    assert len(tax_schedule(longer, TaxClass.FURNITURE)) == 72


def test_the_tax_book_stops_with_the_asset():
    sold = replace(LAPTOP, stopped_on=date(2026, 8, 10))
    assert len(tax_schedule(sold, TaxClass.FURNITURE)) == 5


def test_the_annual_return_takes_off_first_and_adds_later():
    tax = tax_terms(LAPTOP, TaxClass.ELECTRONICS, one_off=True)
    differences = year_differences(LAPTOP, tax, range(2025, 2031))
    assert [row.company for row in differences] == [
        D(0),
        D("1424.79"),
        D("1899.72"),
        D("1899.72"),
        D("474.82"),
        0,
    ]
    assert [row.difference for row in differences[:3]] == [D(0), D("-4574.21"), D("1899.72")]
    assert sum(row.difference for row in differences) == D("-299.95")
    assert value_on(tax, date(2026, 4, 1)) == 0


def test_the_usual_classes_make_a_tree_that_agrees_with_the_law():
    classes = {item.code: item for item in usual_classes()}
    assert len(classes) == len(usual_classes()) == len({item.prefix for item in classes.values()})
    for item in classes.values():
        assert item.parent is None or (item.parent in classes and item.code.startswith(item.parent))
        assert item.tax_months == least_months(item.tax_class, START) <= item.months
        assert 0 <= item.residual < 1
        assert item.unit
    names = {item.name for item in classes.values()}
    assert {"测绘仪器", "汽车", "电动自行车", "服务器", "无人机", "桌椅", "柜", "软件"} <= names
