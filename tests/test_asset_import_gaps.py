"""What a table leaves open is told, derived or understood; nothing comes in twice and no row vanishes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.asset_terms import Method
from models.fixed_asset import AssetState
from services import fixed_assets
from services.exchange.foreign_sheets import ForeignSheet
from tests.assets import CLERK, Stock, stocked
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


def test_what_is_in_repair_is_taken_over_as_such(stock):
    apply(stock, table((*LAPTOP, "维修", "运营部"), "使用状况", "使用部门"))
    assert stock.look(1).state is AssetState.REPAIR


def test_what_is_lent_says_to_whom_and_until_when(either):
    stock = stocked(either)
    titles = ("使用状况", "使用部门", "借用单位", "应还日期")
    for told in (("", ""), ("武汉测绘院", ""), ("", "2026-02-01")):
        found = compare(stock, table((*LAPTOP, "借出", "运营部", *told), *titles))
        assert codes(found) == [(3, "state", "asset_import.lent")]
    assert codes(compare(stock, table((*LAPTOP, "借出", "运营部"), *titles[:2]))) == [
        (3, "state", "asset_import.lent")
    ]
    apply(stock, table((*LAPTOP, "借出", "运营部", "武汉测绘院", "2026-02-01"), *titles))
    seen = stock.look(1)
    assert (seen.state, seen.outside, seen.due_back_on) == (
        AssetState.LENT, "武汉测绘院", date(2026, 2, 1),
    )  # fmt: skip
    with either.read() as session:
        assert fixed_assets.overdue_count(session, CLERK, today=date(2026, 2, 2)) == 1


@pytest.mark.parametrize("word", ["待报废", "拟报废", "待处置"])
def test_what_is_only_to_go_is_still_here(stock, word):
    apply(stock, table((*LAPTOP, word, "运营部", "屏幕坏"), "使用状况", "使用部门", "备注"))
    seen = stock.look(1)
    assert (seen.state, seen.note) == (AssetState.IN_USE, f"{word} 屏幕坏")
    assert codes(compare(stock, table((*LAPTOP, "已报废"), "使用状况"))) == [
        (3, "name", "asset_import.alike"), (3, "state", "asset_import.disposed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word", ["电子设备小计", "电子设备 合计：", "一、电子设备合计（12台）", "房屋及建筑物总计"]
)
def test_the_sum_of_a_class_is_no_card(stock, word):
    found = compare(stock, table(LAPTOP, more=((word, "", "5999", ""), ("小计量泵", *LAPTOP[1:]))))
    assert [(one.draft.name, one.problems) for one in found.rows] == [("电脑", ()), ("小计量泵", ())]


def test_a_life_is_wrong_where_it_stands(stock):
    for title in ("使用年限", "使用月数"):
        found = compare(stock, table((*LAPTOP, "0"), title))
        assert codes(found) == [(3, {"使用年限": "years", "使用月数": "months"}[title], "asset.life")]


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
