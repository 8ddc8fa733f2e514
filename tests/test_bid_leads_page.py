"""The pages of tender notices and digests, by actions, with real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import xlsxwriter
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from models.bid import Bid
from models.bid_lead import BidDigest, LeadState
from services.permissions import Role
from tests.bid_pages import dialog_of, on_screen
from tests.claim_pages import act, drop, texts
from tests.conftest import actor_of_role
from tests.hands import settle
from tests.leads import HEAD, TODAY, count, made, row, seen, sort_out, stored
from tests.personnel_paper_pages import select as select_record
from ui.bid_leads.digest_dialog import DigestDialog
from ui.bid_leads.import_dialog import LeadsDialog, PasteDialog
from ui.bid_leads.lead_dialog import LeadDialog
from ui.bids.bid_dialog import BidDialog
from ui.pages.bid_digests import BidDigestsPage
from ui.pages.bid_leads import BidLeadsPage
from ui.tasks import Tasks
from ui.widgets.attachments_list import AttachmentsList

DAY = timedelta(days=1)

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    made_tasks = Tasks(database)
    yield made_tasks
    assert made_tasks.wait_idle(20_000)
    made_tasks.close()


@pytest.fixture
def show(qtbot, database, tasks, clerk):
    def opened(kind=BidLeadsPage, actor=clerk):
        return on_screen(qtbot, kind, database, tasks, actor)

    return opened


def put(dialog, **values):
    for name, value in values.items():
        dialog.body.boxes[name].editor.set_value(value)


def bids_of(database):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Bid))


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


def test_the_headline_says_what_needs_doing(database, clerk, show):
    made(database, clerk, deadline_on=TODAY + 3 * DAY)
    made(database, clerk, title="乙")
    assert show().line.text() == "2 new · 1 end within 7 days · no digest yet"


def test_while_a_title_is_typed_a_similar_notice_is_named_and_may_be_saved_all_the_same(
    database, clerk, tasks, show
):
    made(database, clerk, title="洪山区国土变更调查服务招标公告", owner="")
    page = show()
    act(page, "new")
    dialog = dialog_of(page, LeadDialog)
    settle(tasks)
    province = dialog.body.boxes["province"].widget
    assert isinstance(province, QLineEdit)
    assert province.completer().model().index(0, 0).data() == "湖北"
    put(dialog, title="洪山区国土变更调查服务", province="湖北", owner="某局")
    dialog.touch()
    dialog.ask_alike()
    settle(tasks)
    assert "洪山区国土变更调查服务招标公告" in texts(dialog)
    put(dialog, title="完全不同的名字")
    dialog.ask_alike()
    settle(tasks)
    assert "Perhaps the same" not in texts(dialog)
    put(dialog, title="洪山区国土变更调查服务")
    dialog.save()
    settle(tasks)
    assert count(database) == 2
    assert "Perhaps the same as" in texts(page.pane)


def test_a_link_that_is_none_is_refused_beside_its_field(database, clerk, tasks, show):
    page = show()
    act(page, "new")
    dialog = dialog_of(page, LeadDialog)
    settle(tasks)
    put(dialog, title="甲", province="湖北", link="ftp://a")
    dialog.save()
    settle(tasks)
    assert dialog.body.boxes["link"].error().startswith("A link begins with http")
    assert count(database) == 0


def test_several_are_dropped_with_one_reason_and_taken_up_again(database, clerk, tasks, show):
    one, two = made(database, clerk, title="甲"), made(database, clerk, title="乙")
    page = show()
    page.view.table.selectAll()
    settle(tasks)
    act(page, "drop")
    dialog = dialog_of(page)
    settle(tasks)
    dialog.save()
    assert dialog.isVisible()
    put(dialog, reason="异地")
    dialog.save()
    dialog.save()
    settle(tasks)
    assert {stored(database, lead).state for lead in (one, two)} == {LeadState.DROPPED}
    page.view.chips.select("dropped")
    page.view.ask()
    settle(tasks)
    select_record(page, tasks, one)
    assert not page.acts.get("keep").isEnabled()
    act(page, "take_up")
    assert stored(database, one).state is LeadState.NEW


def test_what_somebody_else_decided_meanwhile_is_not_overrun(database, clerk, tasks, show):
    one = made(database, clerk)
    page = show()
    select_record(page, tasks, one)
    sort_out(database, clerk, LeadState.DROPPED, one, reason="小")
    act(page, "keep")
    assert page.refusals == ["record.stale"]
    assert stored(database, one).state is LeadState.DROPPED


def test_a_bid_is_made_of_a_notice_by_a_double_click_once(database, clerk, tasks, show):
    one = made(database, clerk, register_until=TODAY + 5 * DAY, deadline_on=TODAY + 20 * DAY)
    page = show()
    gone = []
    page.desk = replace(page.desk, go=lambda *where: gone.append(where))
    select_record(page, tasks, one)
    act(page, "make_bid")
    dialog = dialog_of(page, BidDialog)
    settle(tasks)
    assert dialog.body.boxes["name"].editor.value() == "洪山区国土变更调查服务"
    dialog.save()
    dialog.save()
    settle(tasks)
    assert bids_of(database) == 1
    assert stored(database, one).state is LeadState.BID
    assert gone == [("bids", 1)]
    page.view.chips.select("bid")
    page.view.ask()
    settle(tasks)
    select_record(page, tasks, one)
    assert "TB-2026-0001" in texts(page.pane)
    assert not page.acts.get("make_bid").isEnabled()
    act(page, "show_bid")
    assert gone[-1] == ("bids", 1)


def test_the_link_opens_in_the_browser(database, clerk, tasks, show, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    linked = made(database, clerk, title="甲", link="https://a.cn/1")
    bare = made(database, clerk, title="乙")
    page = show()
    select_record(page, tasks, bare)
    assert not page.acts.get("link").isEnabled()
    select_record(page, tasks, linked)
    act(page, "link")
    assert opened == ["https://a.cn/1"]


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
    assert dialog.counts.text() == "New notice 1 · Perhaps there 1 · Known 1 · Problem 1"
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


def test_the_digest_is_looked_at_copied_exported_printed_and_sent_once(
    database, clerk, tasks, show, tmp_path
):
    made(database, clerk, title="甲项目", department_id=1)
    made(database, clerk, title="乙项目", province="湖南")
    page = show()
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    assert dialog.line.text() == "2 notices, 2 of them new since the last digest"
    dialog.copy()
    assert "1. 【新】乙项目" in QGuiApplication.clipboard().text()
    path = tmp_path / "周报.xlsx"
    dialog.export_to(path)
    settle(tasks)
    assert path.stat().st_size > 0
    assert "周报.xlsx" in dialog.notice.text()
    dialog.export_to(tmp_path / "nowhere" / "x.xlsx")
    settle(tasks)
    assert "could not be written" in dialog.notice.text()
    preview = dialog.print()
    settle(tasks)
    assert preview.pdf.startswith(b"%PDF")
    preview.reject()
    dialog.department.setCurrentIndex(dialog.department.findData(1))
    dialog.look()
    settle(tasks)
    assert "乙项目" not in dialog.text.toPlainText()
    assert not dialog.send_button.isEnabled()
    dialog.department.setCurrentIndex(0)
    dialog.look()
    settle(tasks)
    dialog.send()
    dialog.send()
    settle(tasks)
    assert "ZB-2026-001" in dialog.notice.text()
    assert not dialog.send_button.isEnabled()
    with database.read() as session:
        assert list(session.scalars(select(BidDigest.number))) == ["ZB-2026-001"]
    dialog.reject()
    assert page.line.text().endswith("last digest 11-27")


def test_days_without_notices_or_turned_around_are_told(database, clerk, tasks, show):
    page = show()
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    assert not dialog.copy_button.isEnabled()
    assert "No notice in these days" in dialog.text.toPlainText()
    dialog.to_on.set_value(TODAY - 30 * DAY)
    dialog.look()
    settle(tasks)
    assert "The last day lies before" in dialog.notice.text()
    dialog.from_on.setText("nonsense")
    dialog.look()
    assert dialog.notice.text()
    dialog.reject()


def test_past_digests_have_their_sheet(database, clerk, tasks, show):
    made(database, clerk, title="甲项目")
    page = show(BidDigestsPage)
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    dialog.send()
    settle(tasks)
    dialog.reject()
    select_record(page, tasks, 1)
    files = page.pane.findChild(AttachmentsList)
    assert any("ZB-2026-001.pdf" in one.accessibleName() for one in files.findChildren(QPushButton))
    assert "湖北　甲项目" in texts(page.pane)


def test_who_only_looks_prints_the_digest_but_does_not_send_it(database, clerk, tasks, show):
    made(database, clerk)
    page = show(actor=actor_of_role(Role.CASHIER))
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    assert not dialog.send_button.isVisible()
    assert dialog.print_button.isEnabled()
    assert seen(database, 1)[0][0] == 1
    dialog.reject()
