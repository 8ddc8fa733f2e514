"""What a stock-take books and prints: both values, surplus with its pieces, disposed cards; a blind one tells nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.asset_paper import AssetDisposal
from models.fixed_asset import AssetState, FixedAsset
from models.stock_take import Adjustment, FoundState
from services import (
    asset_disposal_reversals,
    asset_disposals,
    registers,
    stock_take_scans,
    stock_take_sheets,
    stock_takes,
)
from services.database import Database
from services.errors import Refused
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.stock_takes import MANAGER, Count, bring, counted, plan, with_lot
from ui.stock_takes.line_rows import counting_row

D = Decimal


@pytest.fixture
def count(database: Database) -> Count:
    return counted(database)


def test_the_sheet_tells_the_value_of_the_count_and_the_one_that_was_booked(either: Database) -> None:
    count = with_lot(either)
    lost, chairs = count.numbers[0], count.numbers[-1]
    count.scan(count.numbers[1])
    with count.database.write() as session:
        stock_take_scans.count_pieces(session, CLERK, count.id, count.line(chairs).id, 7, "", command_id="p")
    count.finish()
    count.explain(lost, chairs, explanation="遗失", adjustment=Adjustment.WRITE_OFF)

    def sheet() -> stock_take_sheets.Sheet:
        with count.database.read() as session:
            return stock_take_sheets.difference_sheet(session, CLERK, count.id)

    before = sheet()
    worth = count.detail().net_missing
    assert before.ending[0] == f"核销资产净值：盘点日 2026-03-12 为 {worth:,.2f} 元；批准后按批准日净值入账。"
    assert "入账日净值" not in [column.label for column in before.columns]
    count.submit()
    count.decide(today=date(2026, 6, 20))
    after = sheet()
    with count.database.read() as session:
        paper = session.scalars(select(AssetDisposal)).one()
        net = {line.asset_id: line.net for line in asset_disposals.with_lines(session, paper.id).lines}
    at = [column.label for column in after.columns].index("入账日净值")
    booked = {row[1]: row[at] for row in after.rows}
    assert booked[lost] == f"{net[count.line(lost).asset_id]:,.2f}"
    assert sum(net.values()) < worth
    assert after.totals[at] == f"{sum(net.values()):,.2f}"
    assert after.totals[at - 1] == f"{worth:,.2f}"
    assert all(len(row) == len(after.columns) == len(after.totals) for row in after.rows)
    assert after.ending[0].endswith(f"2026-06-20 随处置单 {paper.number} 入账 {sum(net.values()):,.2f} 元。")
    with count.database.write() as session:
        version = session.get_one(AssetDisposal, paper.id).version
        asset_disposal_reversals.reverse(
            session, MANAGER, paper.id, version, reason="找到了", command_id="r", today=date(2026, 6, 21)
        )
    assert sheet().ending[0].endswith("元（该处置单已冲回）。")


def test_a_surplus_of_several_pieces_enters_as_so_many_and_once(either: Database) -> None:
    count = counted(either)
    said = {"explanation": "账外", "adjustment": Adjustment.ADD, "name": "椅子", "cost": D(1000)}
    takes = [count, Count(count.stock, plan(count.stock), count.numbers)]
    for take in takes:
        bring(take, *((number, "1", "") for number in take.numbers), ("旧椅子", "5", ""))
        take.finish()
        take.explain("旧椅子", class_id=count.stock.classes["ZY"], **said)
    takes[1].submit()
    count.submit()
    count.decide()
    with count.database.read() as session:
        card = session.scalars(select(FixedAsset).where(FixedAsset.name == "椅子")).one()
    assert (card.quantity, card.cost) == (5, D(1000))
    with pytest.raises(Refused) as refused:
        takes[1].decide()
    assert (refused.value.code, refused.value.values["other"]) == (
        "stock_take.surplus_entered",
        "PD-2026-0001",
    )


def test_a_disposed_card_that_is_found_is_entered_at_its_replacement_value(count: Count) -> None:
    gone = count.numbers[0]
    with count.database.write() as session:
        card = session.scalars(select(FixedAsset).where(FixedAsset.number == gone)).one()
        card.state, card.stopped_on, card.place_id = AssetState.DISPOSED, TODAY, None
        kind = card.class_id
    take = Count(count.stock, plan(count.stock), count.numbers)
    take.scan(*take.numbers, place="主楼 / 305室")
    take.finish()
    line = take.line(gone)
    assert (line.found, line.cost, line.gained, line.class_id) == (FoundState.UNKNOWN, D(0), D(0), kind)
    take.explain(gone, explanation="处置后仍在用", adjustment=Adjustment.ADD)
    with pytest.raises(Refused, match="surplus_unknown"):
        take.submit()
    take.explain(gone, name="旧笔记本", cost=D(800))
    take.submit()
    take.decide()
    with take.database.read() as session:
        made = session.scalars(select(FixedAsset).order_by(FixedAsset.id.desc())).first()
    assert made is not None
    assert (made.name, made.cost, made.class_id, made.state) == ("旧笔记本", D(800), kind, AssetState.IDLE)


def test_a_blind_count_hides_place_quantity_and_verdict_until_it_is_closed(either: Database) -> None:
    count = with_lot(either, blind=True)
    chairs = count.numbers[-1]
    count.scan(count.numbers[0], place="仓库")
    count.scan(chairs, first=2)
    line = count.line(count.numbers[0])
    assert line.found is FoundState.ELSEWHERE
    assert counting_row(line, hidden=True).cells[3] == "Found"
    with pytest.raises(Refused, match=r"stock_take\.blind"), count.database.read() as session:
        stock_take_sheets.difference_sheet(session, CLERK, count.id)
    assert not {"explain", "print_differences", "export_differences"} & count.detail().actions
    with count.database.read() as session:
        printed = stock_take_sheets.count_sheet(session, CLERK, count.id).rows
        listed = registers.rows_by_ids(session, CLERK, stock_takes.REGISTER, TODAY, [count.id])
    assert [row[5:] for row in printed] == [("", seen, *[""] * 9) for seen in ("√", "", "√")]
    columns = ["id", *(column.name for column in stock_takes.REGISTER.columns)]
    assert dict(zip(columns, listed[0], strict=True))["different"] is None
    count.finish()
    assert {"explain", "print_differences", "export_differences"} <= count.detail().actions
    with count.database.read() as session:
        assert stock_take_sheets.difference_sheet(session, CLERK, count.id).rows
