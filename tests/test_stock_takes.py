"""Stock-takes: planned over a scope, counted by scans, explained, approved, and what that does to the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.approval import Decision
from models.asset_paper import AssetDisposal, DisposalReason
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.stock_take import Adjustment, FoundState, StockTakeScan, StockTakeState
from services import office_details, places, stock_take_scans, stock_takes
from services.errors import Refused
from services.places import PlaceDraft
from services.stock_take_details import TakeAction
from services.stock_take_sheets import count_sheet, difference_sheet
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.stock_takes import KIND, MANAGER, Count, counted, label_of, plan


@pytest.fixture
def count(database) -> Count:
    return counted(database)


def test_the_list_is_frozen_from_the_register(count):
    found = count.detail()
    assert found.number == "PD-2026-0001"
    assert [line.code for line in found.lines] == list(count.numbers)
    line = found.lines[0]
    assert (line.place, line.quantity, line.cost) == ("主楼 / 305室", 1, Decimal(5999))
    assert (
        line.net == Decimal(5999) - 1 * Decimal("158.31") * 2
    )  # put into use in January: February and March
    assert (line.found, line.times) == (FoundState.MISSING, 0)


def test_a_scope_takes_what_is_below_it_and_an_empty_one_is_refused(count):
    stock = count.stock
    with stock.database.write() as session:
        other = places.save(session, CLERK, PlaceDraft(code="B", name="仪器库"))
    stock.card(place_id=other)
    below = plan(stock, places=(stock.places["主楼"],))
    with stock.database.read() as session:
        assert len(stock_takes.lines(session, below)) == 4
    with pytest.raises(Refused) as refused:
        plan(stock, places=(other,), classes=(stock.classes["ZY"],))
    assert refused.value.code == "stock_take.nothing_in_scope"


def test_the_scope_stays_once_something_was_counted(count):
    with count.database.read() as session:
        draft = stock_takes.get(session, CLERK, count.id)
    with count.database.write() as session:
        stock_takes.save(session, CLERK, replace(draft, classes=(count.stock.classes["DZ"],)), today=TODAY)
    count.scan(count.numbers[0])
    with count.database.read() as session:
        draft = stock_takes.get(session, CLERK, count.id)
    with pytest.raises(Refused) as refused, count.database.write() as session:
        stock_takes.save(session, CLERK, replace(draft, classes=()), today=TODAY)
    assert refused.value.code == "stock_take.scope_kept"
    with count.database.write() as session:
        stock_takes.save(session, CLERK, replace(draft, name="改名", blind=True), today=TODAY)
    assert (count.detail().name, count.detail().hidden) == ("改名", True)


def test_scans_tell_found_elsewhere_unknown_foreign_and_found_twice(either):
    count = counted(either)
    first, second, third, _missing = count.numbers
    results = count.scan(
        label_of(first), second.lower(), label_of(second), "SN-99", "OD1|ZZZZZ|DZ-2026-0001", place="主楼"
    )
    assert [result.found for result in results] == [
        FoundState.FOUND, FoundState.FOUND, FoundState.FOUND, FoundState.UNKNOWN, FoundState.FOREIGN,
    ]  # fmt: skip
    assert [result.times for result in results] == [1, 1, 2, 1, 1]
    assert count.scan(label_of(third), place="仪器库", first=6)[0].found is FoundState.ELSEWHERE
    found = count.detail()
    assert found.counts == {
        FoundState.FOUND: 2, FoundState.ELSEWHERE: 1, FoundState.MISSING: 1, FoundState.UNKNOWN: 1, FoundState.FOREIGN: 1,
    }  # fmt: skip
    assert (found.listed, found.twice) == (4, 1)


def test_a_scan_counts_once_and_two_people_count_side_by_side(either):
    count = counted(either)
    number = count.numbers[0]
    count.scan(number)
    again = count.scan(number)
    assert (again[0].known, again[0].times) == (True, 1)
    assert count.scan(number, origin="pc-2")[0].times == 2
    with count.database.read() as session:
        kept = session.scalars(select(StockTakeScan).order_by(StockTakeScan.id)).all()
        assert [(one.origin, one.origin_seq, one.by_name) for one in kept] == [
            ("pc-1", 1, CLERK.name), ("pc-2", 1, CLERK.name),
        ]  # fmt: skip


def test_a_card_outside_the_scope_stands_elsewhere_and_one_that_left_is_a_surplus(count):
    late = count.stock.card()
    gone = count.stock.card()
    with count.database.write() as session:
        card = session.get_one(FixedAsset, gone)
        card.state, card.stopped_on = AssetState.DISPOSED, TODAY
    results = count.scan(*(count.stock.look(one).number for one in (late, gone)), "")
    assert [result.found for result in results] == [FoundState.ELSEWHERE, FoundState.UNKNOWN]
    assert count.line(results[0].code).quantity == 0


def test_ticks_count_like_scans_and_mistakes_are_taken_back(count):
    lines = count.detail().lines
    with count.database.write() as session:
        stock_take_scans.tick(session, CLERK, count.id, [lines[0].id, lines[1].id], "", command_id="a")
        stock_take_scans.tick(session, CLERK, count.id, [lines[0].id, lines[1].id], "", command_id="a")
    stray = count.scan("6901234567892")[0].line_id
    assert [line.times for line in count.detail().lines] == [1, 1, 0, 0, 1]
    with count.database.write() as session:
        assert stock_take_scans.untick(session, CLERK, count.id, [lines[1].id, stray]) == 2
    assert [line.times for line in count.detail().lines] == [1, 0, 0, 0]
    with count.database.read() as session:
        kept = session.scalars(select(StockTakeScan).order_by(StockTakeScan.id)).all()
        assert [(one.origin.partition(":")[0], one.pieces) for one in kept] == [
            ("hand", None), ("hand", None), ("pc-1", None), ("back", 0), ("back", 0),
        ]  # fmt: skip


def test_a_closed_stock_take_refuses_scans(count):
    with pytest.raises(Refused) as refused:
        count.finish()
    assert refused.value.code == "stock_take.nothing_counted"
    count.scan(count.numbers[0])
    count.finish()
    with pytest.raises(Refused) as refused:
        count.scan(count.numbers[1], first=2)
    assert refused.value.code == "stock_take.not_open"
    with count.database.write() as session:
        stock_takes.reopen(session, CLERK, count.id, count.detail().version)
    assert count.scan(count.numbers[1], first=2)[0].found is FoundState.FOUND
    with count.database.write() as session:
        stock_takes.void(session, CLERK, count.id, count.detail().version, "重做")
    assert count.detail().state is StockTakeState.VOIDED
    with pytest.raises(Refused):
        count.scan(count.numbers[2], first=3)


def finished(count: Count) -> None:
    first, second, third, _lost = count.numbers
    count.scan(first, second, "无名设备")
    count.scan(third, place="主楼 / 一层", origin="pc-2")
    with count.database.write() as session:
        places.save(session, CLERK, PlaceDraft(code="A1", name="一层", parent_id=count.stock.places["主楼"]))
    count.finish()


def test_an_approved_stock_take_moves_writes_off_and_adds(either):
    count = counted(either)
    finished(count)
    _first, _second, third, lost = count.numbers
    assert (count.line(third).adjustment, count.line(lost).adjustment) == (
        Adjustment.MOVE,
        Adjustment.SEARCH,
    )
    with pytest.raises(Refused) as refused:
        count.submit()
    assert (refused.value.code, refused.value.values["count"]) == ("stock_take.unexplained", 3)
    count.explain(third, explanation="临时借用")
    count.explain(lost, explanation="搬迁时遗失", adjustment=Adjustment.WRITE_OFF)
    count.explain("无名设备", explanation="项目移交未入账", adjustment=Adjustment.ADD)
    with pytest.raises(Refused) as refused:
        count.submit()
    assert refused.value.code == "stock_take.surplus_unknown"
    count.explain("无名设备", name="投影仪", class_id=count.stock.classes["DZ"], cost=Decimal(3200))
    count.submit()
    with count.database.read() as session:
        seen = office_details.detail(session, MANAGER, KIND, count.id, today=TODAY)
        assert len(seen.changes) == 4 + 3
    later = TODAY + timedelta(days=5)
    count.decide(today=later)
    with count.database.read() as session:
        cards = {card.number: card for card in session.scalars(select(FixedAsset))}
        paper = session.scalars(select(AssetDisposal)).one()
        assert (paper.reason, paper.number, paper.amount) == (
            DisposalReason.LOSS,
            "CZ-2026-0001",
            Decimal(5999),
        )
    assert cards[lost].state is AssetState.DISPOSED
    assert cards[lost].stopped_on == later
    assert cards[third].place_id not in (None, count.stock.places["305室"])
    assert count.stock.movements(cards[third].id)[-1].kind is MovementKind.COUNT
    added = next(card for card in cards.values() if card.name == "投影仪")
    assert (added.cost, added.bought_on, added.state) == (Decimal(3200), TODAY, AssetState.IDLE)
    assert "PD-2026-0001" in added.note
    assert count.detail().state is StockTakeState.APPROVED


def test_what_cannot_be_done_is_refused_before_it_is_submitted(count):
    finished(count)
    third, lost = count.numbers[2], count.numbers[3]
    count.explain(third, lost, "无名设备", explanation="说明")
    with pytest.raises(Refused) as refused:
        count.explain(lost, adjustment=Adjustment.ADD)
    assert refused.value.code == "stock_take.adjustment"
    with pytest.raises(Refused) as refused:
        count.explain("无名设备", cost=Decimal(0))
    assert refused.value.field == "cost"
    count.explain(lost, adjustment=Adjustment.WRITE_OFF)
    with count.database.write() as session:
        card = session.get_one(FixedAsset, count.line(lost).asset_id)
        card.state, card.outside = AssetState.LENT, "借用人"
    with pytest.raises(Refused) as refused:
        count.submit()
    assert refused.value.code == "stock_take.away"


def test_a_place_that_is_not_known_cannot_be_moved_to(count):
    count.scan(*count.numbers[1:])
    count.scan(count.numbers[0], place="仓库", origin="b")
    count.finish()
    count.explain(count.numbers[0], explanation="放错")
    with pytest.raises(Refused) as refused:
        count.submit()
    assert refused.value.code == "stock_take.place_unknown"


def test_what_is_lent_says_so(count):
    with count.database.write() as session:
        card = session.get_one(FixedAsset, count.line(count.numbers[3]).asset_id)
        card.state, card.outside, card.due_back_on = AssetState.LENT, "地质院", TODAY
    count.scan(*count.numbers[:3])
    count.finish()
    line = count.line(count.numbers[3])
    assert (line.explanation, line.adjustment) == (
        "借出未还，地质院，应于2026-03-12归还",
        Adjustment.NONE,
    )
    count.submit()
    looked_at = {TakeAction.EXPLAIN, TakeAction.PRINT, TakeAction.EXPORT}
    assert count.detail(MANAGER).actions == {TakeAction.APPROVE, TakeAction.RETURN} | looked_at
    assert TakeAction.APPROVE not in count.detail().actions
    count.decide(Decision.RETURN)
    assert count.detail().state is StockTakeState.COUNTED


def test_the_sheets_tell_surplus_and_shortage(count):
    with count.database.read() as session:
        before = count_sheet(session, CLERK, count.id)
    assert before.rows[0][5:9] == ("1", "", "", "")
    assert before.totals[5:9] == ("4", "0", "", "")
    finished(count)
    with count.database.read() as session:
        sheet = count_sheet(session, CLERK, count.id)
        different = difference_sheet(session, CLERK, count.id)
    assert [row[5:9] for row in sheet.rows] == [
        ("1", "1", "", ""), ("1", "1", "", ""), ("1", "1", "", ""), ("1", "0", "", "1"), ("0", "1", "1", ""),
    ]  # fmt: skip
    assert sheet.totals[5:9] == ("4", "4", "1", "1")
    assert [row[1] for row in different.rows] == [count.numbers[2], count.numbers[3], "无名设备"]
    assert different.totals[2] == "盘盈 1 项　盘亏 1 项"
    assert "监盘人：刘芳" in different.ending[0]
    assert "盘点未结束" not in different.subtitle


def test_the_sheets_of_an_unfinished_count_sum_up_what_was_counted_and_are_not_signed(count):
    count.scan(count.numbers[0])
    with count.database.read() as session:
        sheet = count_sheet(session, CLERK, count.id)
        different = difference_sheet(session, CLERK, count.id)
    assert [row[6] for row in sheet.rows] == ["1", "", "", ""]
    assert sheet.totals[5:9] == ("4", "1", "", "")
    assert different.subtitle.startswith("盘点未结束（尚有 3 项未盘）")
    assert not any("盘点人" in line or "总经理" in line for line in different.ending)


def test_a_blind_one_does_not_tell_what_is_expected(count):
    blind = plan(count.stock, blind=True)
    with count.database.read() as session:
        sheet = count_sheet(session, CLERK, blind)
    assert sheet.rows[0][5] == ""
    assert sheet.rows[0][9:13] == ("", "", "", "")
    assert sheet.totals == ()


def test_the_headline_counts_what_waits(count):
    count.scan(count.numbers[0])
    plan(count.stock)
    with count.database.read() as session:
        found = stock_takes.headline(session, CLERK)
    assert (found.open, found.left, found.counted, found.submitted) == (2, 7, 0, 0)
