"""What a table leaves open is told, derived or understood; nothing comes in twice and no row vanishes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.asset_terms import Method
from models.fixed_asset import AssetState
from services.exchange.foreign_sheets import ForeignSheet
from tests.assets import Stock, stocked
from tests.test_asset_import import apply, codes, compare, sheet

HEAD = ("名称", "类别", "原值", "购置日期")
LAPTOP = ("电脑", "电子设备", "5999", "2025-03-18")


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def table(row: tuple[str, ...], *titles: str, more: tuple[tuple[str, ...], ...] = ()) -> ForeignSheet:
    return sheet(row, *more, head=(*HEAD, *titles))


def test_the_same_table_without_numbers_comes_in_once(stock):
    apply(stock, table(LAPTOP))
    assert codes(compare(stock, table(LAPTOP))) == [(3, "name", "asset_import.alike")]


def test_a_serial_number_stands_once_in_a_table(stock):
    found = compare(stock, table((*LAPTOP, "S-1"), "序列号", more=((*LAPTOP, "S-1"),)))
    assert codes(found) == [(3, "serial_number", "people.twice"), (4, "serial_number", "people.twice")]


def test_no_row_vanishes(stock):
    rows = (("投影仪", "", "", "", ""), ("", "", "", "", "3"))
    found = compare(stock, table((*LAPTOP, "1"), "数量", more=rows))
    assert [one.row.row for one in found.rows] == [3, 4, 5]
    assert not found.rows[0].problems
    assert all(one.problems for one in found.rows[1:])
    heading = compare(stock, table(("电子设备", "", "", ""), more=(("电脑", "", "5999", "2025-03-18"),)))
    assert codes(heading) == []
    assert len(heading.rows) == 1


def test_everything_wrong_is_told_at_once(stock):
    row = ("电脑", "古董", "5999", "2025-03-18", "0", "外星部")
    columns = [column for _, column, _ in codes(compare(stock, table(row, "使用月数", "使用部门")))]
    assert columns == ["class", "department", "months"]
    columns = [column for _, column, _ in codes(compare(stock, table((*row[:4], "0"), "数量")))]
    assert columns == ["class", "quantity"]


@pytest.mark.parametrize(("word", "state"), [("维修", AssetState.REPAIR), ("借出", AssetState.LENT)])
def test_what_is_away_is_taken_over_as_such(stock, word, state):
    apply(stock, table((*LAPTOP, word, "运营部"), "使用状况", "使用部门"))
    assert stock.look(1).state is state


def test_what_is_leased_is_entered_with_its_lease(stock):
    found = codes(compare(stock, table((*LAPTOP, "出租"), "使用状况")))
    assert found == [(3, "state", "asset_import.leased")]


def test_units_of_use_and_net_values_are_understood(stock):
    apply(stock, table((*LAPTOP, "工作量法", "3000", "4000"), "折旧方法", "总工作量", "净值"))
    card = stock.look(1)
    assert (card.method, card.units_total) == (Method.UNITS, Decimal(3000))
    assert (card.opening_accumulated, card.opening_months) == (Decimal(1999), 11)
    missing = codes(compare(stock, table((*LAPTOP[:2], "1", LAPTOP[3], "工作量法"), "折旧方法")))
    assert [column for _, column, _ in missing] == ["units_total"]
