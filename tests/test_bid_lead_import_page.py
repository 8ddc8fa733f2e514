"""Lists of tender notices read in on the page: real workbooks, dropped and pasted."""

from __future__ import annotations

from datetime import timedelta

import pytest
import xlsxwriter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from services.permissions import Role
from tests.bid_pages import dialog_of, on_screen
from tests.claim_pages import act, drop
from tests.conftest import actor_of_role
from tests.hands import settle
from tests.leads import HEAD, count, made, row, stored
from ui.bid_leads.import_dialog import LeadsDialog, PasteDialog
from ui.pages.bid_leads import BidLeadsPage

DAY = timedelta(days=1)

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def show(qtbot, database, tasks, clerk):
    def opened(kind=BidLeadsPage, actor=clerk):
        return on_screen(qtbot, kind, database, tasks, actor)

    return opened


def put(dialog, **values):
    for name, value in values.items():
        dialog.body.boxes[name].editor.set_value(value)


def table_of(dialog):
    return [(line.draft.row, line.draft.kind.value, line.draft.why) for line in dialog.table.model.lines()]


def list_file(path, *rows):
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.merge_range("A1:I1", "招标信息汇总表")
    for place, cells in enumerate((HEAD, *rows), start=1):
        page.write_row(place, 0, cells)
    book.close()
    return path


def test_a_dropped_workbook_shows_every_row_and_enters_what_fits(
    database, clerk, tasks, show, qtbot, tmp_path
):
    made(database, clerk, title="宜昌市地下管线普查项目招标公告", owner="宜昌市住房和城乡建设局")
    page = show()
    path = list_file(
        tmp_path / "招标.xlsx", row(), row(项目名称="宜昌市地下管线普查（二次）"), row(项目名称="荆州市宅基地调查"),
        row(项目名称="十堰市测量", 投标截止时间="下周"), ("合计", "", "", "", "720"),
    )  # fmt: skip
    drop(page, path)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(LeadsDialog)), timeout=20_000)
    dialog = dialog_of(page, LeadsDialog)
    settle(tasks)
    assert [line[:2] for line in table_of(dialog)] == [(6, "problem"), (4, "alike"), (5, "new"), (3, "known")]
    assert "投标截止" in table_of(dialog)[0][2] or "下周" in table_of(dialog)[0][2]
    counts, left_out = dialog.counts.text().splitlines()
    assert counts == "New notice 1 · Perhaps there 1 · Known 1 · Problem 1"
    assert left_out == "1 rows not read, they name no notice: row 7 “合计 720”"
    dialog.save()
    settle(tasks)
    assert "1 rows have problems" in dialog.notice.text()
    assert count(database) == 1
    put(dialog, without_problems=True, with_alike=False)
    dialog.save()
    dialog.save()
    settle(tasks)
    assert count(database) == 2
    for box in page.findChildren(QMessageBox):
        box.close()


def test_a_file_that_is_no_table_and_a_reader_take_nothing_in(database, clerk, show, tmp_path):
    picture = tmp_path / "图.png"
    picture.write_bytes(b"x")
    assert not show().dropped([picture])
    page = show(actor=actor_of_role(Role.CASHIER))
    assert not page.dropped([list_file(tmp_path / "a.xlsx", row())])
    assert [page.acts.get(name) for name in ("new", "import", "paste", "keep", "drop", "make_bid")] == [
        None
    ] * 6


def test_a_damaged_workbook_is_told(database, clerk, tasks, show, qtbot, tmp_path):
    page = show()
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    drop(page, path)
    qtbot.waitUntil(lambda: bool(page.refusals), timeout=20_000)
    assert page.refusals == ["sheet.damaged"]


def test_the_import_asks_for_a_table(show):
    page = show()
    act(page, "import")
    dialog = next(one for one in page.findChildren(QFileDialog))
    assert "*.xlsx" in dialog.nameFilters()[0]
    dialog.close()


def test_pasted_rows_are_looked_at_with_a_province_and_entered(database, clerk, tasks, show):
    page = show()
    act(page, "paste")
    dialog = dialog_of(page, PasteDialog)
    settle(tasks)
    put(dialog, text="天气\t晴")
    dialog.save()
    settle(tasks)
    assert "No row of titles" in dialog.notice.text()
    put(dialog, text="\t项目名称\t招标人\n1\t荆州市宅基地调查\t荆州市规划局\n")
    dialog.save()
    settle(tasks)
    shown = dialog_of(page, LeadsDialog)
    settle(tasks)
    assert [line[1] for line in table_of(shown)] == ["problem"]
    put(shown, province="湖北")
    shown.compare_again()
    settle(tasks)
    assert [line[1] for line in table_of(shown)] == ["new"]
    shown.save()
    settle(tasks)
    assert (count(database), stored(database, 1).province) == (1, "湖北")
    for box in page.findChildren(QMessageBox):
        box.close()
