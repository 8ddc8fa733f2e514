"""The page of tender notices, by actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import func, select

from models.bid import Bid
from models.bid_lead import LeadState
from tests.bid_pages import dialog_of, on_screen
from tests.claim_pages import act, texts
from tests.hands import settle
from tests.leads import TODAY, count, made, sort_out, stored
from tests.personnel_paper_pages import select as select_record
from ui.bid_leads.lead_dialog import LeadDialog
from ui.bids.bid_dialog import BidDialog
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


def bids_of(database):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Bid))


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
