"""A register that exists is taken over: merged cells, headings and sums understood, every problem told at its row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import func, select

from models.asset_terms import Method
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Employee
from services import asset_import, asset_terms_of, depreciation
from services.asset_import import ComparedRegister, ImportedRegister
from services.asset_sheets import assets_of
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from tests.assets import CLERK, Stock, stocked
from tests.conftest import TODAY

CHARGED_TO = date(2026, 2, 28)
HEAD = (
    "资产编号",
    "资产名称",
    "资产类别",
    "原值（元）",
    "使用年限",
    "购置日期",
    "累计折旧",
    "使用部门",
    "使用人",
    "存放地点",
)
LAPTOP = (
    "A-001",
    "笔记本电脑",
    "电子设备",
    "5999",
    "3",
    "2024-03-18",
    "3641.13",
    "运营部",
    "陈小雨",
    "主楼/305室",
)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> ForeignSheet:
    return ForeignSheet("台账.xlsx", "0" * 64, (("固定资产台账",), head, *rows))


def changed(**cells: str) -> tuple[str, ...]:
    titles = [title.split("（")[0] for title in HEAD]
    return tuple(cells.get(title, cell) for title, cell in zip(titles, LAPTOP, strict=True))


def compare(stock: Stock, table: ForeignSheet) -> ComparedRegister:
    with stock.database.read() as session:
        return asset_import.compare(session, CLERK, table, charged_to=CHARGED_TO, today=TODAY)


def apply(stock: Stock, table: ForeignSheet, click: str = "1", **how: bool) -> ImportedRegister:
    with stock.database.write() as session:
        return asset_import.apply(
            session, CLERK, table, charged_to=CHARGED_TO, command_id=click, today=TODAY, **how
        )


def codes(found: ComparedRegister) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.code) for row in found.rows for one in row.problems]


def test_a_row_becomes_a_card_with_what_was_charged_before(either):
    stock = stocked(either)
    assert apply(stock, sheet(LAPTOP)) == ImportedRegister(1, 0)
    [card] = cards(stock)
    assert (card.number, card.cost, card.months, card.residual) == (
        "A-001",
        Decimal(5999),
        36,
        Decimal("299.95"),
    )
    assert (card.opening_accumulated, card.opening_months) == (Decimal("3641.13"), 23)
    assert (card.state, card.employee_id, card.department_id) == (AssetState.IN_USE, 1, 1)
    assert [row.kind for row in stock.movements(card.id)] == [MovementKind.RECEIVE, MovementKind.ISSUE]
    assert stock.movements(card.id)[-1].to_place == "主楼 / 305室"
    terms = asset_terms_of.terms_of(card)
    assert depreciation.accumulated_on(terms, CHARGED_TO) == Decimal("3641.13")
    assert depreciation.value_on(terms, date(2030, 1, 1)) == Decimal("299.95")


def cards(stock: Stock) -> list[FixedAsset]:
    with stock.database.read() as session:
        return list(
            session.scalars(select(FixedAsset).order_by(FixedAsset.id).options(*asset_terms_of.LOADED))
        )


def test_what_only_begins_like_a_sum_or_a_signature_is_a_card(stock):
    names = ("打印机", "盘点机", "打印机（彩色）", "总计算中心服务器")
    things = [changed(资产编号=f"B-{place}", 资产名称=name) for place, name in enumerate(names)]
    signed = (
        ("合计：", "", "", "23996"),
        ("本页合计（元）", "", "", "23996"),
        ("盘点人：李敏", "制表", "王雪", "1"),
    )
    found = assets_of(sheet(*things, *signed))
    assert tuple(row.text("name") for row in found) == names


def test_a_second_click_and_a_second_import_add_nothing(stock):
    apply(stock, sheet(LAPTOP))
    assert apply(stock, sheet(LAPTOP)).added == 0
    assert codes(compare(stock, sheet(LAPTOP))) == [(3, "number", "asset_import.number_taken")]
    assert len(cards(stock)) == 1


def test_a_real_workbook_with_merged_cells_two_title_rows_and_sums(stock, tmp_path):
    found = compare(stock, read_sheet(workbook(tmp_path / "台账.xlsx"), merged=True))
    assert codes(found) == []
    assert [(one.row.row, one.draft.name, one.draft.cost) for one in found.rows] == [
        (5, "全站仪", Decimal("32800.00")),
        (6, "水准仪", Decimal("5800.50")),
        (8, "办公桌", Decimal("1180.00")),
    ]
    classes = stock.classes
    assert [one.draft.class_id for one in found.rows] == [classes["CH"], classes["CH"], classes["JJ"]]
    assert {one.row.text("place") for one in found.rows[:2]} == {"仪器库"}
    assert (found.cost, found.accumulated) == (Decimal("39780.50"), Decimal("3116.00"))
    assert found.rows[2].draft.quantity == 2


def workbook(path: Path) -> Path:
    """A register as it is kept: a title over all columns, titles in two rows, places merged, sums and signatures."""
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("台账")
        page.merge_range(0, 0, 0, 7, "武汉某某公司固定资产台账")
        page.write_row(1, 0, ["单位：元", "", "", "", "", "", "2026年2月28日"])
        for place, title in enumerate(("序号", "名称", "类别", "数量", "原值", "购入日期")):
            page.merge_range(2, place, 3, place, title)
        page.merge_range(2, 6, 2, 7, "折旧情况")
        page.write_row(3, 6, ["累计折旧", "净值"])
        page.merge_range(2, 8, 3, 8, "存放地点")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for row, cells in (
            (4, (1, "全站仪", "", 1, 32800, date(2025, 3, 1), 2856, 29944)),
            (5, (2, "水准仪", "", 1, 5800.5, date(2025, 6, 9), 260, 5540.5)),
            (7, (3, "办公桌", "", 2, 1180, date(2026, 1, 9), 0, 1180)),
        ):
            for place, cell in enumerate(cells):
                if isinstance(cell, date):
                    page.write_datetime(row, place, cell, day)
                elif cell != "":
                    page.write(row, place, cell)
        page.merge_range(4, 2, 5, 2, "测绘仪器")
        page.merge_range(4, 8, 5, 8, "仪器库")
        page.write(7, 2, "办公家具")
        page.write_row(6, 0, ["小 计", "", "", 2, 38600.5, "", 3116, 35484.5])
        page.write_row(8, 0, ["合计", "", "", 4, 39780.5, "", 3116, 36664.5])
        page.write_row(9, 0, ["制表人：王雪", "", "", "审核："])
    return path


def test_headings_of_classes_stand_for_what_is_below_them(stock):
    head = ("资产名称", "单价", "数量", "启用日期")
    table = sheet(
        ("一、电子设备", "", "", ""), ("投影仪", "4,200.00", "2台", "2025年3月"), ("（二）办公家具",),
        ("文件柜", "￥980", "3", "2025.04.01"), ("资产名称", "单价", "数量", "启用日期"), head=head,
    )  # fmt: skip
    found = compare(stock, table)
    assert codes(found) == []
    assert [(one.draft.class_id, one.draft.cost, one.draft.start_on) for one in found.rows] == [
        (stock.classes["DZ"], Decimal(8400), date(2025, 3, 1)),
        (stock.classes["JJ"], Decimal(2940), date(2025, 4, 1)),
    ]
    apply(stock, table)
    assert [card.number for card in cards(stock)] == ["DZ-2025-0001", "JJ-2025-0001"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"资产名称": ""}, ("name", "people.required")),
        ({"资产类别": ""}, ("class", "people.required")),
        ({"资产类别": "古董"}, ("class", "asset_import.class")),
        ({"原值": ""}, ("cost", "people.required")),
        ({"原值": "五千"}, ("cost", "asset_import.amount")),
        ({"原值": "5999.005"}, ("cost", "asset_import.amount")),
        ({"原值": "\ufffd"}, ("cost", "people.lost_digits")),
        ({"原值": "-5"}, ("cost", "asset.cost_negative")),
        ({"使用年限": "三年多"}, ("years", "asset_import.number")),
        ({"使用年限": "0"}, ("years", "asset.life")),
        ({"购置日期": ""}, ("bought_on", "people.required")),
        ({"购置日期": "2024-02-30"}, ("bought_on", "people.day")),
        ({"购置日期": "2027-01-01"}, ("bought_on", "asset_import.future")),
        ({"累计折旧": "6000"}, ("opening_accumulated", "asset.opening")),
        ({"使用部门": "火星部"}, ("department", "people.department")),
        ({"使用人": "谁也不是"}, ("employee", "asset_import.person")),
    ],
)
def test_what_is_wrong_with_a_row_is_told_at_its_column_and_nothing_is_saved(stock, cells, problem):
    table = sheet(changed(资产编号="A-002"), changed(**cells))
    assert codes(compare(stock, table))[:1] == [(4, *problem)]
    with pytest.raises(Refused) as caught:
        apply(stock, table)
    assert (caught.value.code, caught.value.values["count"]) == ("asset_import.problems", 1)
    assert cards(stock) == []
    assert apply(stock, table, "2", without_problems=True) == ImportedRegister(1, 1)


def test_numbers_and_serials_are_there_once(stock):
    table = sheet(LAPTOP, LAPTOP)
    assert codes(compare(stock, table)) == [(3, "number", "people.twice"), (4, "number", "people.twice")]
    stock.card(serial_number="SN1")
    head = (
        "资产名称",
        "资产类别",
        "原值",
        "购置日期",
        "序列号",
        "状态",
        "净值",
        "累计折旧",
        "残值率",
        "折旧方法",
        "已提月数",
    )
    row = ("笔记本", "DZ", "1000", "20250101", "SN1", "在用", "900", "50", "5%", "直线法", "1")
    found = compare(stock, sheet(row, head=head))
    assert codes(found) == [(3, "serial_number", "asset_import.serial_taken"), (3, "net", "asset_import.net")]
    assert found.rows[0].problems[1].value == "900.00 ≠ 950.00"
    draft = found.rows[0].draft
    assert (draft.residual, draft.method, draft.opening_months) == (Decimal(50), Method.STRAIGHT_LINE, 1)


def test_of_two_people_of_one_name_the_department_tells(stock):
    with stock.database.write() as session:
        session.add(Employee(number="0077", name="陈小雨", department_id=1))
    assert codes(compare(stock, sheet(LAPTOP))) == [(3, "employee", "asset_import.several_people")]


def test_idle_cards_are_stored_and_disposed_ones_left_out(stock):
    head = ("资产名称", "资产类别", "原值", "购置日期", "使用状况", "使用人")
    rows = (
        ("电脑", "电子设备", "1000", "2025-01-01", "闲置", "陈小雨"),
        ("电脑", "电子设备", "1000", "2025-01-01", "已报废", ""),
    )
    found = compare(stock, sheet(*rows, head=head))
    assert codes(found) == [(4, "state", "asset_import.disposed")]
    apply(stock, sheet(*rows, head=head), without_problems=True)
    assert [(card.state, card.employee_id) for card in cards(stock)] == [(AssetState.IDLE, None)]
    odd = compare(stock, sheet(("电脑", "电子设备", "1", "2025-01-01", "未知", ""), head=head))
    assert codes(odd) == [(3, "state", "asset_import.state")]


def test_a_table_of_something_else_is_refused(stock):
    for table, code in (
        (ForeignSheet("x.xlsx", "0", (("姓名", "工资"), ("张三", "1"))), "asset_import.no_titles"),
        (sheet(), "asset_import.no_rows"),
        (sheet(("合计", "", "", "0")), "asset_import.no_rows"),
    ):
        with pytest.raises(Refused) as caught:
            compare(stock, table)
        assert caught.value.code == code
    bad = sheet(changed(资产类别="古董"))
    with pytest.raises(Refused) as caught:
        apply(stock, bad, without_problems=True)
    assert caught.value.code == "asset_import.nothing"


def test_what_cells_say_is_read_as_people_write_it():
    head = ("名称", "原值", "使用寿命(月)", "残值率", "折旧方法", "数量", "累计折旧")
    [row] = assets_of(sheet(("电脑", "-", "36个月", "0.05", "年数总和法", "2.0", "—"), head=head))
    assert (row.cost, row.months, row.residual_rate, row.quantity) == (Decimal(0), 36, Decimal("0.05"), 2)
    assert (row.method, row.opening_accumulated) == (Method.SUM_OF_YEARS, Decimal(0))
    [row] = assets_of(sheet(("电脑", "1e99", "x", "-1", "玄学", "很多", "nan"), head=head))
    assert {one.code for one in row.problems} == {
        "asset_import.amount", "asset_import.number", "asset_import.rate", "asset_import.method",
    }  # fmt: skip


def test_places_are_made_once_and_found_again(stock):
    apply(stock, sheet(changed(存放地点="新楼 ／ 2层"), changed(资产编号="A-9", 存放地点="新楼/2层")))
    with stock.database.read() as session:
        from models.asset_class import Place

        assert (
            session.scalar(select(func.count()).select_from(Place).where(Place.path.startswith("新楼"))) == 2
        )
    assert len({card.place_id for card in cards(stock)}) == 1
