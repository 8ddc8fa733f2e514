"""What was charged stays charged: by merging, after a closed month, and by units of use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.asset_terms import Method
from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset
from services import asset_units, depreciation, fixed_assets
from services.asset_terms_of import load_with_terms, terms_of
from services.errors import Refused
from tests.assets import CLERK, Stock, stocked
from tests.conftest import TODAY
from tests.test_asset_lots import OLD, close, merge, worth

START = date(2026, 1, 5)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def test_cards_with_another_past_charge_together_what_each_has_charged(stock):
    opened = {"bought_on": OLD, "start_on": OLD, "opening_months": 6, "opening_accumulated": Decimal(1500)}
    cards = [stock.card(bought_on=OLD, start_on=OLD), stock.card(**opened)]
    days = [date(2024, 4 + month, 1) for month in range(8)] + [date(2026, 1, 1), date(2030, 1, 1)]
    before = [worth(stock, *cards, day=day) for day in days]
    merge(stock, *cards)
    assert [worth(stock, cards[0], day=day) for day in days] == before


@pytest.mark.parametrize("given", [{"tax_months": 120}, {"bought_on": date(2026, 1, 2)}])
def test_cards_of_another_tax_life_or_day_are_not_merged(stock, given):
    one, other = stock.card(tax_months=36), stock.card(**{"tax_months": 36, **given})
    with pytest.raises(Refused, match=r"asset\.merge_differs"):
        merge(stock, one, other)


@pytest.mark.parametrize(("name", "value"), [("one_off", True), ("tax_months", 60)])
def test_the_tax_book_of_a_closed_month_stays(stock, name, value):
    card = stock.card()
    close(stock, card, date(2026, 2, 1))
    with stock.database.write() as session:
        draft = fixed_assets.get(session, CLERK, card)
        with pytest.raises(Refused, match=r"asset\.tax_closed") as refused:
            fixed_assets.save(session, CLERK, replace(draft, **{name: value}), today=date(2026, 11, 27))
    assert refused.value.field == name


@pytest.mark.parametrize(
    ("given", "month", "units", "code"),
    [
        ({}, date(2026, 1, 1), 200, "asset.units_month"),
        ({}, date(2025, 12, 1), 200, "asset.units_month"),
        ({}, date(2090, 1, 1), 200, "asset.units_month"),
        ({}, date(2026, 2, 1), 9_999_999, "asset.units_most"),
        ({"start_on": None}, date(2026, 2, 1), 1, "asset.units_unused"),
    ],
)
def test_units_are_those_of_a_month_that_charges(stock, given, month, units, code):
    car = {"method": Method.UNITS, "units_total": Decimal(300_000), "bought_on": START, "start_on": START}
    card = stock.card(**{**car, **given})
    with stock.database.write() as session, pytest.raises(Refused) as refused:
        asset_units.enter(session, CLERK, month, {card: Decimal(units)}, today=TODAY)
    assert (refused.value.code, refused.value.field) == (code, f"{card}")


def test_a_card_itself_is_valued_on_any_day(stock):
    card = stock.card(cost=Decimal(3600), residual=Decimal(0), months=36)
    with stock.database.write() as session:
        session.add(
            AssetEstimate(
                asset_id=card, from_on=date(2026, 4, 1), months=10, residual=Decimal(0), method=Method.UNITS,
                reason="按里程", made_by_name="文员",
            )
        )  # fmt: skip
        session.add(AssetUse(asset_id=card, month=date(2026, 4, 1), units=Decimal(25)))
        session.get_one(FixedAsset, card).units_total = Decimal(100)
    with stock.database.read() as session:
        (loaded,) = load_with_terms(session, [card])
        assert depreciation.value_on(loaded, date(2026, 3, 31)) == Decimal(3400)
        assert depreciation.value_on(loaded, date(2026, 4, 30)) == Decimal(2550)
        assert depreciation.schedule_of(loaded) == depreciation.schedule_of(terms_of(loaded))


def test_no_schedule_goes_beyond_the_years_there_are():
    with pytest.raises(Refused, match=r"asset\.too_far"):
        depreciation.schedule(Decimal(100), Decimal(0), 36, date(9999, 1, 1), Method.STRAIGHT_LINE)
