"""The page of stock-takes and the fields for scanners, driven as somebody with a scanner drives them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.approval import Decision
from models.fixed_asset import AssetState, FixedAsset
from models.stock_take import Adjustment, FoundState, StockTakeScan, StockTakeState
from services import stock_take_scans
from services.database import Database
from services.errors import Refused
from services.exchange import xlsx
from services.reports.asset_labels import label_sizes, labels_pdf
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.desks import make_desk, named
from tests.hands import settle
from tests.stock_takes import MANAGER, Count, counted, label_of
from tests.test_asset_labels import picture, some
from ui.claims.act_dialog import ActDialog
from ui.pages.fixed_assets import FixedAssetsPage
from ui.pages.stock_takes import StockTakesPage
from ui.stock_takes.count_dialog import CountDialog
from ui.stock_takes.differences_dialog import DifferencesDialog
from ui.stock_takes.list_files import ListDialog, write_list
from ui.stock_takes.plan_dialog import PlanDialog
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

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


def opened(qtbot: QtBot, count: Count, tasks: Tasks, actor=CLERK, kind=StockTakesPage):
    page = kind(make_desk(count.database, tasks, actor, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def type_in(field, *texts: str) -> None:
    for text in texts:
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


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
    assert shown["6901234567892"][5] == "Unknown"
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
        from services import stock_takes

        draft = stock_takes.get(session, CLERK, count.id)
        from dataclasses import replace

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
    dialog.reject()
    box = dialog.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if one.text() == "Close without them").click()
    settle(tasks)
    assert count.line(count.numbers[1]).times == 0


def test_a_busy_database_is_asked_again(qtbot, count, tasks, monkeypatch):
    page = opened(qtbot, count, tasks)
    dialog = counting(page, count, tasks)
    real, tries = stock_take_scans.add, []

    def busy(*given: object) -> object:
        tries.append(given)
        if len(tries) == 1:
            raise Refused("database.busy")
        return real(*given)

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


def test_a_stock_take_from_plan_to_approval(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    plan = page.open_plan(None)
    settle(tasks)
    assert isinstance(plan, PlanDialog)
    plan.body.boxes["name"].editor.setText("专项盘点")
    places = plan.scope.lists["places"]
    next(places.item(n) for n in range(places.count()) if places.item(n).text() == "主楼").setCheckState(
        Qt.CheckState.Checked
    )
    plan.save()
    settle(tasks)
    assert "2 being counted" in page.line.text()
    made = page.pane.record_id
    mine = Count(count.stock, made, count.numbers)
    assert (mine.detail().scope, mine.detail().listed) == ("主楼", 4)
    dialog = page.open_count(mine.detail())
    settle(tasks)
    type_in(dialog.scan, *count.numbers[:3])
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    settle(tasks)
    named(dialog, QPushButton, "action.finish").click()
    settle(tasks)
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "1 of 4" in box.informativeText()
    next(one for one in box.buttons() if one.text() == "Finish the count").click()
    settle(tasks)
    assert mine.detail().state is StockTakeState.COUNTED
    assert {"submit", "count_on", "void"} <= {spec.name for spec in page.acts.possible()}
    page.acts.get("submit").trigger()
    settle(tasks)
    assert page.refusals == ["stock_take.unexplained"]
    differences = page.open_differences(mine.detail())
    differences.table.select({mine.line(count.numbers[3]).id})
    explain = differences.explain()
    settle(tasks)
    assert isinstance(explain, ActDialog)
    explain.body.boxes["explanation"].editor.setText("搬迁遗失")
    explain.body.boxes["adjustment"].editor.set_value(Adjustment.WRITE_OFF)
    explain.save()
    settle(tasks)
    assert "to be explained" in differences.sum.text()
    differences.reject()
    page.acts.get("submit").trigger()
    settle(tasks)
    assert mine.detail().state is StockTakeState.SUBMITTED
    manager = opened(qtbot, count, tasks, MANAGER)
    manager.open_record(made)
    settle(tasks)
    manager.acts.get("approve").trigger()
    settle(tasks)
    box = manager.findChild(QMessageBox)
    assert box is not None
    assert "1 assets" in box.informativeText()
    next(one for one in box.buttons() if one.text() == "Approve").click()
    settle(tasks)
    with count.database.read() as session:
        gone = session.scalar(select(FixedAsset).where(FixedAsset.number == count.numbers[3]))
        assert gone.state is AssetState.DISPOSED


def test_withdrawn_returned_counted_on_and_given_up(qtbot, count, tasks):
    count.scan(*count.numbers)
    page = opened(qtbot, count, tasks)
    count.finish()
    count.submit()
    page.refresh()
    settle(tasks)
    for act, reason in (("withdraw", "再核对"), ("count_on", ""), ("void", "重做")):
        assert page.acts.get(act).isEnabled(), act
        page.acts.get(act).trigger()
        settle(tasks)
        dialog = page.findChild(ActDialog)
        if reason:
            dialog.body.boxes["reason"].editor.setPlainText(reason)
            dialog.save()
            settle(tasks)
    assert (count.detail().state, count.detail().state_note) == (StockTakeState.VOIDED, "重做")


def test_whoever_decides_returns_it(qtbot, count, tasks):
    count.scan(*count.numbers)
    count.finish()
    count.submit()
    page = opened(qtbot, count, tasks, MANAGER)
    page.acts.get("return").trigger()
    settle(tasks)
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["reason"].editor.setPlainText("缺照片")
    dialog.save()
    settle(tasks)
    assert count.detail().state is StockTakeState.COUNTED
    assert [one.decision for one in count.detail().decisions][-1] is Decision.RETURN


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


def test_the_sheets_are_printed(qtbot, count, tasks):
    count.scan(count.numbers[0])
    count.finish()
    page = opened(qtbot, count, tasks)
    for act in ("print_count", "print_differences"):
        page.acts.get(act).trigger()
        settle(tasks)
    previews = page.findChildren(PrintPreview)
    assert len(previews) == 2
    assert all(preview.pdf.startswith(b"%PDF") for preview in previews)


def test_the_differences_may_show_everything(qtbot, count, tasks):
    count.scan(count.numbers[0])
    count.finish()
    page = opened(qtbot, count, tasks)
    page.open_form(count.id)
    settle(tasks)
    dialog = page.findChild(DifferencesDialog)
    assert len(dialog.table.model.rows) == 3
    dialog.everything.setChecked(True)
    assert len(dialog.table.model.rows) == 4


# labels on the page of assets


def test_a_label_opens_its_card(qtbot, count, tasks):
    page = opened(qtbot, count, tasks, kind=FixedAssetsPage)
    type_in(page.scan, label_of(count.numbers[2]))
    settle(tasks)
    assert page.pane.record_id == count.line(count.numbers[2]).asset_id
    type_in(page.scan, "OD1|ZZZZZ|DZ-2026-0001")
    settle(tasks)
    assert "another company" in page.notice.text()
    type_in(page.scan, "NOBODY")
    settle(tasks)
    assert "NOBODY" in page.notice.text()
    page.acts.get("scan_label").trigger()
    assert page.focusWidget() is page.scan


def test_a_picture_of_a_label_opens_its_card(qtbot, count, tasks, tmp_path: Path):
    page = opened(qtbot, count, tasks, kind=FixedAssetsPage)
    photo = tmp_path / "label.png"
    picture(labels_pdf(some(4), label_sizes()[2]), page=3).save(photo)
    assert page.dropped([photo])
    qtbot.waitUntil(lambda: page.pane.record_id == count.line("DZ-2026-0004").asset_id, timeout=20_000)
    settle(tasks)
    assert page.detail.files == ()
    assert page.dropped([photo])  # a photo of the card that is shown
    qtbot.waitUntil(lambda: len(page.detail.files) == 1, timeout=20_000)
    settle(tasks)


def test_labels_are_printed_in_the_size_used_last(qtbot, count, tasks):
    page = opened(qtbot, count, tasks, kind=FixedAssetsPage)
    page.view.table.selectAll()
    page.acts.get("print_labels").trigger()
    settle(tasks)
    dialog = page.findChild(ActDialog)
    assert dialog is not None
    dialog.body.boxes["size_id"].editor.set_value(5)
    dialog.body.boxes["first"].editor.set_value(30)
    dialog.save()
    settle(tasks)
    assert "24" in dialog.body.boxes["first"].problem.text()
    dialog.body.boxes["first"].editor.set_value(3)
    dialog.save()
    settle(tasks)
    preview = page.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=20_000)
    assert preview.document.pageCount() == 1
    assert page.desk.prefs.get("asset_label.size", 0) == 5
