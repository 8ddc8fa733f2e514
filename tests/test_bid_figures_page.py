"""Deposits, templates, weeks, win rates and papers of bids, by actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.bid_terms import DepositState
from services import bid_papers
from services.bid_item_checks import ItemDraft
from services.reports.bid_summary import summary_pdf
from tests.bid_pages import dialog_of, on_screen, soon
from tests.bids import (
    LOST,
    TODAY,
    WON,
    certificate,
    deposit_of,
    ended,
    listed,
    made,
    paid_deposit,
)
from tests.claim_pages import act, texts
from tests.hands import settle
from tests.personnel_paper_pages import select
from ui.bids.ageing_dialog import AgeingDialog
from ui.bids.calendar_dialog import CalendarDialog
from ui.bids.papers import write_calendar
from ui.bids.win_rate_dialog import WinRateDialog
from ui.pages.bid_deposits import BidDepositsPage
from ui.pages.bid_templates import BidTemplatesPage, TemplateDialog
from ui.pages.bids import BidsPage
from ui.statistics.list_dialog import ListDialog

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


def test_the_weeks_open_a_bid_by_the_keyboard(qtbot, database, tasks, clerk):
    made(database, clerk, name="别的")
    bid_id = made(database, clerk, **soon())
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    act(page, "calendar")
    dialog = dialog_of(page, CalendarDialog)
    settle(tasks)
    assert dialog.grid.current_day() == TODAY
    QTest.keyClick(dialog.grid, Qt.Key.Key_Right)
    assert "交易中心" not in dialog.list.item(0).text()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Right)
    assert [dialog.list.item(n).text().split()[0] for n in range(2)] == ["Submission", "Opening"]
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    settle(tasks)
    assert page.pane.record_id == bid_id


def test_the_weeks_turn_and_come_back(qtbot, database, tasks, clerk):
    made(database, clerk, **soon())
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    act(page, "calendar")
    dialog = dialog_of(page, CalendarDialog)
    settle(tasks)
    first = dialog.first
    dialog.turn(5)
    settle(tasks)
    assert "0 dates" in dialog.span.text()
    dialog.go_today()
    settle(tasks)
    assert dialog.first == first
    assert "3 dates, 3 not done" in dialog.span.text()


def test_every_figure_of_the_win_rate_opens_its_list(qtbot, database, tasks, clerk):
    ended(database, clerk, WON)
    ended(database, clerk, LOST)
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    act(page, "win_rate")
    dialog = dialog_of(page, WinRateDialog)
    assert dialog.width() <= 1366
    settle(tasks)
    assert dialog.view.table.horizontalScrollBar().maximum() == 0, "every column is in sight"
    assert dialog.line.text() == "1 won of 2 decided: 50.00 % · of 2 taken part in: 50.00 %"
    assert [one.words for one in dialog.view.figures.headings][1:3] == ["Win rate", "Of those taken part"]
    won = dialog.view.figures.rows[0][3]
    assert won.value == 1
    behind = dialog.view.open_behind(won.behind)
    settle(tasks)
    assert isinstance(behind, ListDialog)
    assert behind.view.table.rows.rowCount() == 1
    behind.reject()
    for place in range(dialog.by.count()):
        dialog.by.setCurrentIndex(place)
        settle(tasks)
        cells = dialog.view.figures.total
        shown_list = dialog.view.open_behind(cells[1].behind)
        settle(tasks)
        assert shown_list.view.table.rows.rowCount() == 2
        shown_list.reject()


def test_all_dates_are_written_as_a_calendar(qtbot, database, tasks, clerk, tmp_path):
    made(database, clerk, **soon())
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    act(page, "ics")
    assert dialog_of(page, QFileDialog).objectName() == "dialog.calendar_file"
    write_calendar(page, Path(tmp_path / "dates.ics"))
    settle(tasks)
    assert (tmp_path / "dates.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "dates.ics: 3 dates." in page.findChild(QMessageBox).text()


def test_the_summary_names_everything_on_paper(database, clerk):
    stages = tuple(replace(one, on_day=one.on_day - timedelta(days=20)) for one in soon()["stages"])
    bid_id = ended(database, clerk, LOST, **soon(stages=stages, requirements="乙级测绘资质"))
    listed(database, clerk, bid_id, ItemDraft(title="技术方案"))
    with database.read() as session:
        found = bid_papers.summaries(session, clerk, [bid_id], today=TODAY)
    assert summary_pdf(found) == summary_pdf(found)
    with pypdfium2.PdfDocument(summary_pdf(found)) as document:
        told = "".join(page.get_textpage().get_text_range() for page in document)
    for words in (
        "投标项目情况表",
        "TB-2026-0001",
        "投标截止",
        "技术方案",
        "20,000.00",
        "未中标",
        "报价偏高",
        "乙级测绘资质",
    ):
        assert words in told


def test_a_long_summary_goes_on_on_the_next_page(database, clerk):
    bid_id = made(database, clerk, **soon())
    listed(database, clerk, bid_id, *(ItemDraft(title=f"资料{n}") for n in range(60)))
    with database.read() as session:
        found = bid_papers.summaries(session, clerk, [bid_id, bid_id], today=TODAY)
    with pypdfium2.PdfDocument(summary_pdf(found)) as document:
        assert len(document) == 4
        assert "第 1 页 / 共 2 页" in document[2].get_textpage().get_text_range()


def test_a_deposit_comes_back_on_its_page(qtbot, database, tasks, clerk):
    bid_id = paid_deposit(database, clerk)
    page = on_screen(qtbot, BidDepositsPage, database, tasks, clerk)
    assert page.line.text() == "¥20,000.00 out"
    deposit = deposit_of(database, bid_id)
    select(page, tasks, deposit.id)
    assert not page.acts.get("request_deposit").isEnabled()
    act(page, "back")
    dialog = dialog_of(page)
    dialog.body.boxes["amount"].editor.set_value(Decimal(30000))
    dialog.save()
    settle(tasks)
    assert "20,000.00" in dialog.body.boxes["amount"].error()
    dialog.body.boxes["amount"].editor.set_value(Decimal(20000))
    dialog.save()
    settle(tasks)
    assert deposit_of(database, bid_id).state is DepositState.RETURNED
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    select(page, tasks, deposit.id)
    act(page, "show_bid")
    assert went == [("bids", bid_id)]


def test_what_is_overdue_is_headed_aged_and_listed(qtbot, database, tasks, clerk):
    bid_id = paid_deposit(database, clerk)
    with database.write() as session:
        item = session.get_one(type(deposit_of(database, bid_id)), deposit_of(database, bid_id).id)
        item.due_back_on = TODAY - timedelta(days=40)
    page = on_screen(qtbot, BidDepositsPage, database, tasks, clerk)
    assert page.line.text() == "¥20,000.00 out · 1 overdue with ¥20,000.00"
    act(page, "ageing")
    dialog = dialog_of(page, AgeingDialog)
    settle(tasks)
    row = dialog.view.figures.rows[0]
    assert [cell.text for cell in row[1:6]] == ["1", "0.00", "0.00", "20,000.00", "0.00"]
    behind = dialog.view.open_behind(row[4].behind)
    settle(tasks)
    assert behind.view.table.rows.rowCount() == 1
    behind.reject()
    select(page, tasks, item.id)
    act(page, "forfeit")
    form = dialog_of(page)
    form.body.boxes["reason"].editor.set_value("拒签合同")
    form.save()
    settle(tasks)
    assert deposit_of(database, bid_id).state is DepositState.FORFEITED


def test_a_template_is_written_on_its_page(qtbot, database, tasks, clerk):
    certificate(database)
    page = on_screen(qtbot, BidTemplatesPage, database, tasks, clerk)
    act(page, "new")
    dialog = dialog_of(page, TemplateDialog)
    settle(tasks)
    dialog.body.boxes["name"].editor.set_value("我的")
    dialog.items.model.set_cell(0, 2, 1)
    dialog.save()
    settle(tasks)
    assert dialog.items.model.wrong_at(0, 1) is not None
    dialog.items.model.set_cell(0, 1, "体系证书")
    dialog.save()
    settle(tasks)
    select(page, tasks, 1)
    assert "我的" in texts(page.pane)
    assert "体系证书" in texts(page.pane)
