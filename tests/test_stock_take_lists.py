"""A stock-take counted on another PC: the list goes out as a workbook and comes home, each row once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from models.stock_take import Adjustment, FoundState
from services import stock_take_lists, stock_take_sheets
from services.errors import Refused
from services.exchange import xlsx
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.stock_take_lists import ListRemark, LookedList
from tests.assets import CLERK
from tests.stock_takes import Count, counted, label_of, plan


@pytest.fixture
def count(database) -> Count:
    return counted(database)


def exported(count: Count) -> tuple[tuple[str, ...], list[list[object]]]:
    with count.database.read() as session:
        headings, rows = stock_take_lists.list_of(session, CLERK, count.id)
    return headings, [list(row) for row in rows]


def looked(count: Count, sheet: ForeignSheet) -> LookedList:
    with count.database.read() as session:
        return stock_take_lists.look(session, CLERK, count.id, sheet)


def take_over(count: Count, found: LookedList) -> int:
    with count.database.write() as session:
        return sum(not one.known for one in stock_take_lists.take_over(session, CLERK, count.id, found))


def sheet(*rows: tuple[str, ...]) -> ForeignSheet:
    return ForeignSheet("盘点.xlsx", "ab" * 32, tuple(rows))


def test_the_list_goes_out_and_comes_home_once(count, tmp_path: Path):
    headings, rows = exported(count)
    assert headings[-2:] == ("实盘数量", "实盘地点")
    rows[0][-2:] = [1, "主楼/305室"]
    rows[1][-2:] = [1, "仓库"]
    rows[2][-2:] = [0, None]
    path = tmp_path / "list.xlsx"
    xlsx.write_table(path, "盘点", headings, rows)
    found = looked(count, read_sheet(path))
    assert (len(found.rows), found.not_counted, found.stops) == (2, 2, 0)
    assert take_over(count, found) == 2
    assert take_over(count, looked(count, read_sheet(path))) == 0
    rows[3][-2] = 1
    xlsx.write_table(path, "盘点", headings, list(reversed(rows)))  # sorted anew, and one more
    assert take_over(count, looked(count, read_sheet(path))) == 1
    assert [line.found for line in count.detail().lines] == [
        FoundState.FOUND, FoundState.ELSEWHERE, FoundState.MISSING, FoundState.FOUND,
    ]  # fmt: skip
    assert [line.times for line in count.detail().lines] == [1, 1, 0, 1]


def test_a_blind_list_does_not_say_what_is_expected(count):
    blind = plan(count.stock, blind=True)
    with count.database.read() as session:
        headings, rows = stock_take_lists.list_of(session, CLERK, blind)
    assert "账面数量" not in headings
    assert len(rows[0]) == len(headings)


def test_what_is_odd_is_said_at_its_row(count):
    number = count.numbers[0]
    late = count.stock.look(count.stock.card()).number
    found = looked(
        count,
        sheet(
            ("某公司盘点结果", "", ""), ("资产编号", "实盘数", "实盘地点"), (number, "1", ""), (label_of(number), "√", ""),
            (number, "是", ""), ("ZZ-1", "1", ""), ("OD1|ZZZZZ|A-1", "1", ""), (late, "1.0", ""), ("合计", "5", ""),
            ("X-2", "无", ""),
        ),
    )  # fmt: skip
    assert [row.remarks for row in found.rows] == [
        (), (ListRemark.TWICE,), (ListRemark.TWICE,), (ListRemark.UNKNOWN,), (ListRemark.FOREIGN,), (ListRemark.NOT_LISTED,),
    ]  # fmt: skip
    assert [row.row for row in found.rows][:2] == [3, 4]
    assert take_over(count, found) == 6
    assert count.line(number).times == 3


def test_nothing_is_taken_over_while_a_row_cannot_be_read(count):
    lost = "6901\ufffd"
    found = looked(
        count, sheet(("资产编号", "实盘数量"), (count.numbers[0], "1"), (count.numbers[1], "?"), (lost, "1"))
    )
    assert [row.stops for row in found.rows] == [False, True, True]
    with pytest.raises(Refused) as refused:
        take_over(count, found)
    assert (refused.value.code, refused.value.values["count"]) == ("stock_take_list.stops", 2)
    assert count.line(count.numbers[0]).times == 0


def test_codes_a_scanner_collected_are_a_list_too(count):
    found = looked(count, sheet((label_of(count.numbers[0]),), (count.numbers[1],)))
    assert take_over(count, found) == 2
    assert take_over(count, found) == 0


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("名称", "数量"), ("桌子", "1")), "stock_take_list.no_titles"),
        ((("资产编号", "实盘数量"), ("A-1", "")), "stock_take_list.nothing"),
    ],
)
def test_a_file_that_is_no_list_is_refused(count, rows, code):
    with pytest.raises(Refused) as refused:
        looked(count, sheet(*rows))
    assert refused.value.code == code


def test_the_list_of_another_stock_take_is_refused_at_its_row(count):
    other = Count(count.stock, plan(count.stock), count.numbers)
    _headings, rows = exported(other)
    foreign = (("盘点票号", "资产编号", "实盘数量"), (str(rows[0][0]), count.numbers[0], "1"))
    with pytest.raises(Refused) as refused:
        looked(count, sheet(*foreign))
    assert (refused.value.code, refused.value.values["number"]) == (
        "stock_take_list.other_take",
        "PD-2026-0002",
    )
    assert refused.value.values["row"] == 2
    with pytest.raises(Refused) as refused:
        looked(count, sheet(foreign[0], ("NOBODY-1", "X", "1")))
    assert refused.value.values["number"] == "NOBODY-1"


def test_a_count_that_was_finished_takes_no_list(count):
    count.scan(count.numbers[0])
    count.finish()
    with pytest.raises(Refused) as refused:
        looked(count, sheet((count.numbers[0],)))
    assert refused.value.code == "stock_take.not_open"


def test_pieces_of_a_lot_are_counted(count, tmp_path: Path):
    lot = count.stock.card(
        name="会议椅", quantity=20, cost=Decimal(2000), place_id=count.stock.places["305室"]
    )
    other = Count(count.stock, plan(count.stock), (count.stock.look(lot).number,))
    rows = ((other.numbers[0], "7"), (other.numbers[0], "5"), (count.numbers[0], "1"))
    take_over(other, looked(other, sheet(("资产编号", "实盘数量"), *rows)))
    line = other.line(other.numbers[0])
    assert (line.quantity, line.counted, line.found) == (20, 12, FoundState.SHORT)
    assert other.line(count.numbers[0]).found is FoundState.FOUND
    with count.database.read() as session:
        printed = stock_take_sheets.difference_sheet(session, CLERK, other.id)
        whole = stock_take_sheets.count_sheet(session, CLERK, other.id)
    row = next(row for row in printed.rows if row[1] == other.numbers[0])
    assert row[4:9] == ("20", "12", "", "800.00", "757.78")
    row = next(row for row in whole.rows if row[1] == other.numbers[0])
    assert row[5:9] == ("20", "12", "", "8")
    with pytest.raises(Refused, match=r"stock_take\.adjustment"):
        other.explain(other.numbers[0], adjustment=Adjustment.MOVE)
