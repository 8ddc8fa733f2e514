"""Counting with a scanner on the page of stock-takes: nothing is lost, and what comes home in a file is looked at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.stock_take import FoundState, StockTakeScan
from services import stock_take_scans, stock_takes
from services.database import Database
from services.errors import Refused
from services.exchange import xlsx
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.desks import named
from tests.hands import settle
from tests.stock_take_pages import opened, say, type_in
from tests.stock_takes import Count, counted, label_of
from ui.pages.stock_takes import StockTakesPage
from ui.stock_takes.count_dialog import CountDialog
from ui.stock_takes.list_files import ListDialog, write_list
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def count(database: Database) -> Count:
    return counted(database)


@pytest.fixture
def tasks(count: Count, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(count.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def cells(dialog: CountDialog) -> dict[str, tuple[str, ...]]:
    return {row.cells[0]: row.cells for row in dialog.table.model.rows}


def counting(page: StockTakesPage, count: Count, tasks: Tasks) -> CountDialog:
    dialog = page.open_count(count.detail())
    settle(tasks)
    return dialog


def test_scans_typed_fast_are_all_counted_in_order(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    first, second, third, _last = count.numbers
    texts = [label_of(first), second, "6901234567892", label_of(first), third]
    type_in(dialog.scan, *texts)
    assert dialog.scan.text() == ""
    assert dialog.queue.waiting > 0
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    QTest.qWait(400)
    settle(tasks)
    with count.database.read() as session:
        kept = session.scalars(select(StockTakeScan).order_by(StockTakeScan.id)).all()
        assert [(one.origin_seq, one.code) for one in kept] == list(enumerate(texts, 1))
    shown = cells(dialog)
    assert (shown[first][5], shown[first][-1]) == ("Found", "2")
    assert shown["6901234567892"][5] == "Not in the register"
    assert "3 of 4 found" in dialog.progress.text()
    assert third in dialog.last.text()
    dialog.reject()
    settle(tasks)
    assert count.detail().twice == 1


def test_where_the_scanner_stands_tells_what_stands_elsewhere(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    dialog.place.setCurrentIndex(dialog.place.findData("主楼"))
    type_in(dialog.scan, count.numbers[0])
    dialog.place.addItem("仓库", "仓库")
    dialog.place.setCurrentIndex(dialog.place.findData("仓库"))
    type_in(dialog.scan, count.numbers[1])
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    settle(tasks)
    assert (count.line(count.numbers[0]).found, count.line(count.numbers[1]).found) == (
        FoundState.FOUND,
        FoundState.ELSEWHERE,
    )
    assert "should be at 主楼 / 305室" in dialog.last.text()


def test_a_blind_count_shows_only_what_was_found(qtbot, count, tasks):
    with count.database.write() as session:
        draft = stock_takes.get(session, CLERK, count.id)
        stock_takes.save(session, CLERK, replace(draft, blind=True), today=TODAY)
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    assert dialog.table.model.rows == []
    type_in(dialog.scan, count.numbers[0])
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    settle(tasks)
    assert list(cells(dialog)) == [count.numbers[0]]
    assert "主楼 / 305室" not in cells(dialog)[count.numbers[0]]
    assert dialog.progress.text() == "1 counted"


def test_a_thing_is_ticked_once_and_the_place_is_chosen_with_the_keyboard(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    assert dialog.place.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(dialog.scan, Qt.Key.Key_F4)
    assert dialog.place.view().isVisible()
    dialog.place.hidePopup()
    dialog.place.setFocus()
    QTest.keyClick(dialog.place, Qt.Key.Key_Down)
    QTest.keyClick(dialog.place, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.scan
    assert dialog.place.currentData() == "主楼"
    dialog.table.select({line.id for line in dialog.detail.lines})
    for _click in range(2):
        dialog.tick()
        settle(tasks)
    assert not dialog.tick_button.isEnabled()
    assert [(line.times, line.found_place) for line in count.detail().lines] == [(1, "主楼")] * 4
    assert dialog.progress.text() == "4 of 4 found"
    dialog.reject()


def test_of_a_blind_count_neither_window_nor_pane_tells_the_result(qtbot, count, tasks):
    with count.database.write() as session:
        draft = stock_takes.get(session, CLERK, count.id)
        stock_takes.save(session, CLERK, replace(draft, blind=True), today=TODAY)
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    dialog.place.addItem("仓库", "仓库")
    dialog.place.setCurrentIndex(dialog.place.findData("仓库"))
    type_in(dialog.scan, count.numbers[0])
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    settle(tasks)
    assert (cells(dialog)[count.numbers[0]][3], dialog.last.text()[-5:]) == ("Found", "Found")
    dialog.reject()
    settle(tasks)
    for act in ("explain", "print_differences", "export_differences"):
        assert not page.acts.get(act).isEnabled(), act
    told = [one.text() for one in page.pane.findChildren(QLabel)]
    assert "Blind: the result is shown when the count is finished." in told
    assert not {"Elsewhere", "Missing"} & set(told)


def test_closing_waits_for_the_last_scan(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    closed = []
    dialog.finished.connect(closed.append)
    type_in(dialog.scan, *count.numbers)
    dialog.reject()
    assert not closed
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    settle(tasks)
    assert count.detail().counts[FoundState.FOUND] == 4


def test_a_count_that_was_closed_meanwhile_says_what_was_not_counted(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    count.scan(count.numbers[0])
    count.finish()
    type_in(dialog.scan, count.numbers[1])
    qtbot.waitUntil(lambda: bool(dialog.notice.text()), timeout=20_000)
    settle(tasks)
    assert f"Not counted: {count.numbers[1]}" in dialog.notice.text()
    assert dialog.progress.text().endswith("1 not counted")
    named(dialog, QPushButton, "action.finish").click()
    assert f"Not counted: {count.numbers[1]}" in dialog.notice.text()
    dialog.reject()
    say(dialog, "Close without them", tasks)
    assert count.line(count.numbers[1]).times == 0


def test_a_busy_database_is_asked_again(qtbot, count, tasks, monkeypatch):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    real, tries = stock_take_scans.add, []

    def busy(*given: object, **named: object) -> object:
        tries.append(given)
        if len(tries) == 1:
            raise Refused("database.busy")
        return real(*given, **named)

    monkeypatch.setattr(stock_take_scans, "add", busy)
    type_in(dialog.scan, *count.numbers[:2])
    qtbot.waitUntil(lambda: len(tries) > 1 and dialog.queue.waiting == 0, timeout=20_000)
    settle(tasks)
    assert [line.times for line in count.detail().lines] == [1, 1, 0, 0]


def test_ticks_and_mistakes_by_hand(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    dialog.table.select({dialog.detail.lines[2].id})
    named(dialog, QPushButton, "action.tick").click()
    settle(tasks)
    assert count.line(count.numbers[2]).found is FoundState.FOUND
    dialog.table.select({dialog.detail.lines[2].id})
    named(dialog, QPushButton, "action.untick").click()
    settle(tasks)
    assert count.line(count.numbers[2]).found is FoundState.MISSING


def test_a_counted_list_is_shown_before_it_counts(qtbot, count, tasks, tmp_path: Path):
    page = opened(qtbot, count, tasks)
    path = tmp_path / "list.xlsx"
    xlsx.write_table(
        path, "盘点", ("资产编号", "实盘数量"), [(count.numbers[0], 1), ("ZZ", 1), (count.numbers[1], None)]
    )
    assert page.dropped([path])
    qtbot.waitUntil(lambda: page.findChild(ListDialog) is not None, timeout=20_000)
    dialog = page.findChild(ListDialog)
    assert "2 rows were counted, 1 of them are odd; 1 were not found." in dialog.told.text()
    assert dialog.table.model.rows[0].cells == ("3", "ZZ", "", "No such number in the register")
    dialog.take()
    settle(tasks)
    assert count.line(count.numbers[0]).found is FoundState.FOUND
    assert page.notice.text() == "2 rows were counted."
    assert write_list(tmp_path / "out.xlsx", "x", (("a",), [("b",)]))
    assert not write_list(tmp_path / "none" / "out.xlsx", "x", (("a",), [("b",)]))
