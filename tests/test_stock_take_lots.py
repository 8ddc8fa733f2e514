"""Lots in a stock-take: pieces typed or imported, what is short leaves as a card of its own, what is over comes in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.asset_paper import AssetDisposal, DisposalReason
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.stock_take import Adjustment, FoundState
from services import asset_lots, stock_take_scans, stock_take_sheets
from services.asset_lots import PartDraft
from services.database import Database
from services.errors import Refused
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.hands import settle
from tests.stock_take_pages import opened, type_in
from tests.stock_takes import Count, counted, label_of, plan
from ui.stock_takes.line_rows import counting_row
from ui.tasks import Tasks

D = Decimal


@pytest.fixture
def count(either: Database) -> Count:
    return _with_lot(either)


@pytest.fixture
def one(database: Database) -> Count:
    return _with_lot(database)


@pytest.fixture
def tasks(one: Count, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(one.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def _with_lot(database: Database) -> Count:
    """Two laptops, and last a lot of ten chairs for 1,000 yuan."""
    found = counted(database, cards=2)
    chairs = found.stock.card(
        name="会议椅", class_id=found.stock.classes["ZY"], quantity=10, cost=D(1000), residual=D(50), months=60,
        place_id=found.stock.places["305室"],
    )  # fmt: skip
    return Count(found.stock, plan(found.stock), (*found.numbers, found.stock.look(chairs).number))


def pieces(count: Count, number: int | None, click: str = "p") -> stock_take_scans.ScanResult:
    with count.database.write() as session:
        line = count.line(count.numbers[-1]).id
        return stock_take_scans.count_pieces(session, CLERK, count.id, line, number, "", command_id=click)[0]


def lot(count: Count) -> FixedAsset:
    with count.database.read() as session:
        return session.scalars(select(FixedAsset).where(FixedAsset.number == count.numbers[-1])).one()


def approve(count: Count, adjustment: Adjustment) -> None:
    count.scan(*count.numbers[:-1])
    count.finish()
    count.explain(count.numbers[-1], explanation="搬迁时遗失", adjustment=adjustment)
    count.submit()
    count.decide()


def test_a_scan_is_the_whole_lot_and_typed_pieces_are_what_counts(count: Count) -> None:
    number = count.numbers[-1]
    assert count.scan(number)[0].found is FoundState.FOUND
    assert (pieces(count, 8).found, pieces(count, 8).known) == (FoundState.SHORT, True)
    line = count.line(number)
    assert (line.counted, line.times, line.less, line.lost) == (8, 1, 2, (D("200.00"), line.lost[1]))
    assert pieces(count, 12, "q").found is FoundState.OVER
    assert (count.line(number).more, count.line(number).gained) == (2, D("200.00"))
    assert pieces(count, 10, "r").found is FoundState.FOUND
    for wrong in (0, None, 1_000_000):
        with pytest.raises(Refused) as refused:
            pieces(count, wrong, "s")
        assert (refused.value.code, refused.value.field) == ("stock_take.pieces", "pieces")


def test_missing_pieces_become_a_card_that_leaves_and_the_lot_keeps_the_rest(count: Count) -> None:
    pieces(count, 7)
    approve(count, Adjustment.WRITE_OFF)
    kept = lot(count)
    assert (kept.quantity, kept.cost, kept.residual, kept.state) == (7, D(700), D(35), AssetState.IDLE)
    with count.database.read() as session:
        gone = session.scalars(select(FixedAsset).where(FixedAsset.source_id == kept.id)).one()
        paper = session.scalars(select(AssetDisposal)).one()
    assert (gone.quantity, gone.cost, gone.state, gone.stopped_on) == (3, D(300), AssetState.DISPOSED, TODAY)
    assert (paper.reason, paper.amount, paper.title) == (DisposalReason.LOSS, D(300), "会议椅")
    assert [row.kind for row in count.stock.movements(gone.id)] == [MovementKind.SPLIT, MovementKind.DISPOSE]
    assert count.stock.movements(kept.id)[-1].note.startswith(f"拆出 {gone.number}：盘亏 PD-")


def test_pieces_too_many_become_a_card_beside_the_lot(count: Count) -> None:
    pieces(count, 12)
    approve(count, Adjustment.ADD)
    with count.database.read() as session:
        made = session.scalars(select(FixedAsset).order_by(FixedAsset.id.desc())).first()
    assert made is not None
    assert (made.name, made.quantity, made.cost, made.class_id) == ("会议椅", 2, D(200), lot(count).class_id)
    assert made.place_id == count.stock.places["305室"]
    assert made.note.startswith("盘盈 PD-")
    assert lot(count).quantity == 10


def test_a_lot_that_was_split_meanwhile_is_refused(one: Count) -> None:
    pieces(one, 7)
    one.scan(*one.numbers[:-1])
    one.finish()
    one.explain(one.numbers[-1], explanation="遗失", adjustment=Adjustment.WRITE_OFF)
    card = lot(one)
    with one.database.write() as session:
        asset_lots.split(
            session, CLERK, card.id, card.version, [PartDraft(1)], reason="x", command_id="s", today=TODAY
        )
    with pytest.raises(Refused) as refused:
        one.submit()
    assert (refused.value.code, refused.value.values["quantity"]) == ("stock_take.lot_changed", 9)


def test_the_sheet_has_the_money_of_the_pieces(one: Count) -> None:
    pieces(one, 12)
    one.scan(*one.numbers[:-1])
    with one.database.read() as session:
        sheet = stock_take_sheets.difference_sheet(session, CLERK, one.id)
    assert sheet.totals[6] == "200.00"
    pieces(one, 6, "q")
    with one.database.read() as session:
        sheet = stock_take_sheets.difference_sheet(session, CLERK, one.id)
    assert (sheet.totals[6], sheet.totals[7]) == ("0.00", "400.00")


@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
def test_pieces_are_typed_for_the_lot_that_was_scanned_last(qtbot, one, tasks) -> None:
    page = opened(qtbot, one, tasks)
    dialog = page.open_count(one.detail())
    settle(tasks)
    assert not dialog.pieces_button.isEnabled()
    type_in(dialog.scan, label_of(one.numbers[-1]))
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    dialog.pieces_button.click()
    asked = next(box for box in dialog.children() if box.objectName() == "dialog.pieces")
    settle(tasks)
    assert asked.body.boxes["pieces"].editor.text() == "10"
    asked.body.boxes["pieces"].editor.setText("8")
    asked.save()
    settle(tasks)
    shown = {row.cells[0]: row.cells for row in dialog.table.model.rows}
    assert shown[one.numbers[-1]][5] == "Too few 8/10"
    assert one.line(one.numbers[-1]).pieces == 8
    dialog.reject()
    settle(tasks)


def test_a_blind_count_does_not_tell_how_many_there_should_be(one: Count) -> None:
    pieces(one, 8)
    line = one.line(one.numbers[-1])
    assert counting_row(line, hidden=True).cells[3] == "Found 8"
    assert counting_row(line, hidden=False).cells[5] == "Too few 8/10"
