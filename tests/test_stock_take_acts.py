"""The page of stock-takes from the plan to the approval."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from models.approval import Decision
from models.fixed_asset import AssetState, FixedAsset
from models.stock_take import Adjustment, StockTakeState
from services.database import Database
from services.exchange.foreign_sheets import read_sheet
from tests.desks import named
from tests.hands import settle
from tests.stock_take_pages import opened, say, type_in
from tests.stock_takes import MANAGER, Count, counted
from ui.claims.act_dialog import ActDialog
from ui.stock_takes.differences_dialog import DifferencesDialog
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


def planned(page, count: Count, tasks) -> Count:
    """A stock-take of the main building, as it is typed."""
    plan = page.open_plan(None)
    settle(tasks)
    assert isinstance(plan, PlanDialog)
    plan.body.boxes["name"].editor.setText("专项盘点")
    places = plan.scope.lists["places"]
    items = [places.item(row) for row in range(places.count())]
    next(item for item in items if item.text() == "主楼").setCheckState(Qt.CheckState.Checked)
    plan.save()
    settle(tasks)
    return Count(count.stock, page.pane.record_id, count.numbers)


def test_a_stock_take_is_planned_counted_and_finished(qtbot, count, tasks):
    page = opened(qtbot, count, tasks)
    mine = planned(page, count, tasks)
    assert "2 being counted" in page.line.text()
    assert (mine.detail().scope, mine.detail().listed) == ("主楼", 4)
    dialog = page.open_count(mine.detail())
    settle(tasks)
    type_in(dialog.scan, *count.numbers[:3])
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    settle(tasks)
    named(dialog, QPushButton, "action.finish").click()
    settle(tasks)
    assert "1 of 4" in say(page, "Finish the count", tasks)
    assert mine.detail().state is StockTakeState.COUNTED
    assert {"submit", "count_on", "void"} <= {spec.name for spec in page.acts.possible()}


def test_differences_are_explained_submitted_and_approved(qtbot, count, tasks):
    count.scan(*count.numbers[:3])
    count.finish()
    page = opened(qtbot, count, tasks)
    page.acts.get("submit").trigger()
    settle(tasks)
    assert page.refusals == ["stock_take.unexplained"]
    differences = page.open_differences(count.detail())
    differences.table.select({count.line(count.numbers[3]).id})
    explain = differences.explain()
    settle(tasks)
    explain.body.boxes["explanation"].editor.setText("搬迁遗失")
    explain.body.boxes["adjustment"].editor.set_value(Adjustment.WRITE_OFF)
    explain.save()
    settle(tasks)
    assert differences.sum.text().startswith("1 differences, 0 to be explained")
    differences.reject()
    page.acts.get("submit").trigger()
    settle(tasks)
    assert count.detail().state is StockTakeState.SUBMITTED
    manager = opened(qtbot, count, tasks, MANAGER)
    manager.acts.get("approve").trigger()
    settle(tasks)
    assert "1 assets" in say(manager, "Approve", tasks)
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


def _raw(path: Path) -> list[list[object]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def test_the_workbooks_have_the_places_to_sign(qtbot, count, tasks, tmp_path):
    count.scan(*count.numbers[:2])
    count.finish()
    page = opened(qtbot, count, tasks)
    for name, export in (("count", page.export_count), ("differences", page.export_differences)):
        export(count.id)
        settle(tasks)
        path = tmp_path / f"{name}.xlsx"
        dialog = [one for one in page.findChildren(QFileDialog) if one.isVisible()][-1]
        dialog.fileSelected.emit(str(path))
        dialog.close()
        qtbot.waitUntil(path.exists, timeout=20_000)
        settle(tasks)
        rows = [row[0] for row in read_sheet(path).rows if row and row[0]]
        assert any(row.startswith("盘点人：陈小雨　　　　监盘人：刘芳　　　　资产管理员：") for row in rows)
        assert any("总经理：" in row for row in rows) == (name == "differences")
        cells = [row for row in _raw(path) if row and row[0] == 1]
        at = {"count": 5, "differences": 4}[name]
        assert [type(cell) for cell in cells[0][at : at + 2]] == [float, float], cells[0]


def test_the_question_about_a_difference_is_as_high_as_its_words(qtbot, count, tasks):
    count.scan(
        count.numbers[0],
        place="光谷测绘信息产业园二期北区三号楼地下一层设备周转仓库 / 七号货架 / 第四层 / 靠窗一侧",
    )
    count.finish()
    page = opened(qtbot, count, tasks)
    differences = page.open_differences(count.detail())
    differences.table.select({count.line(count.numbers[0]).id})
    explain = differences.explain()
    settle(tasks)
    assert explain.height() >= explain.layout().totalHeightForWidth(explain.width())
    explain.reject()
    differences.reject()
