"""The pages of packets and recurring papers, by their actions and keys; what papers can be put into; what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.packet import PacketState
from tests.claim_pages import act, column, opened, select, texts
from tests.claims import TODAY, make_office
from tests.desks import make_desk, named
from tests.hands import keys, settle
from tests.packets import UNIVERSITY, Desk, make_desk_of
from tests.recurring import fuel, save, stored
from ui.claims.act_dialog import ActDialog
from ui.claims.claim_dialog import ClaimDialog
from ui.packets.answer_dialog import AnswerDialog
from ui.packets.paper_picker import PaperPicker
from ui.pages.packets import PacketsPage
from ui.pages.recurring_papers import RecurringPapersPage
from ui.recurring.recurring_dialog import RecurringDialog
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def desk(database) -> Desk:
    return make_desk_of(make_office(database))


@pytest.fixture
def tasks(desk: Desk, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(desk.office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def shown(qtbot: QtBot, kind, desk: Desk, tasks: Tasks, actor=None):
    page = kind(make_desk(desk.office.database, tasks, actor or desk.office.clerk, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    settle(tasks)
    return page


def test_a_packet_goes_its_whole_way_through_the_page(qtbot, desk, tasks):
    made = desk.make(desk.papers("100", "200"))
    page = shown(qtbot, PacketsPage, desk, tasks)
    assert UNIVERSITY in texts(page.pane)
    act(page, "lodge")
    dialog = page.findChild(ActDialog)
    keys("⏎", "刘老师", "Ctrl+S", within=dialog)
    settle(tasks)
    assert desk.detail(made).state is PacketState.LODGED
    assert page.line.text() == f"¥300.00 lodged and not yet received, oldest since {TODAY.isoformat()}"
    act(page, "answer")
    answer = page.findChild(AnswerDialog)
    answer.table.item(1, 4).setText("=100+50")
    assert named(answer, type(answer.sum), "label.sum").text().endswith("not accepted ¥50.00")
    answer.save()
    settle(tasks)
    assert "Say why less" in texts(answer.notice)
    answer.table.item(1, 5).setText("超标准")
    answer.save()
    settle(tasks)
    assert desk.detail(made).accepted == Decimal(250)
    assert "Not accepted" in texts(page.pane)
    assert page.acts.get("receive") is None


def test_an_amount_that_is_none_is_told_in_the_answer(qtbot, desk, tasks):
    desk.lodged("100")
    page = shown(qtbot, PacketsPage, desk, tasks)
    act(page, "answer")
    dialog = page.findChild(AnswerDialog)
    dialog.table.item(0, 4).setText("viel")
    dialog.save()
    assert dialog.isVisible()
    assert "is not an amount" in texts(dialog.notice)
    assert dialog.table.currentColumn() == 4


def test_the_cashier_notes_the_money(qtbot, desk, tasks):
    answered = desk.answer(desk.lodged("100"))
    page = shown(qtbot, PacketsPage, desk, tasks, desk.office.cashier)
    act(page, "receive")
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["account_id"].editor.set_value(desk.office.account)
    dialog.save()
    settle(tasks)
    assert desk.detail(answered).state is PacketState.RECEIVED
    assert not page.acts.get("receive").isEnabled()


def test_a_new_packet_goes_on_to_the_papers_of_its_source(qtbot, desk, tasks):
    papers = desk.papers("100", "200")
    page = shown(qtbot, PacketsPage, desk, tasks)
    act(page, "new")
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["title"].editor.set_value("一季度")
    dialog.body.boxes["funding_source_id"].editor.set_value(desk.university)
    dialog.save()
    settle(tasks)
    picker = page.findChild(PaperPicker)
    assert picker.sum.text() == "2 papers, ¥300.00"
    keys("Space", within=picker)
    assert picker.sum.text() == "1 papers, ¥200.00"
    keys("Ctrl+S", within=picker)
    settle(tasks)
    assert column(page, "number") == [f"SB-{TODAY.year}-0001"]
    assert desk.office.detail(papers[0]).packet_number == ""
    assert desk.office.detail(papers[1]).packet_number == f"SB-{TODAY.year}-0001"


def test_nothing_is_ticked_when_papers_are_taken_out(qtbot, desk, tasks):
    made = desk.make(desk.papers("100", "200"))
    page = shown(qtbot, PacketsPage, desk, tasks)
    act(page, "take_out")
    picker = page.findChild(PaperPicker)
    assert not picker.save_button.isEnabled()
    picker.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    picker.save()
    settle(tasks)
    assert desk.detail(made).count == 1


def test_selected_papers_are_put_into_a_packet_from_the_list_of_papers(qtbot, desk, tasks):
    papers = desk.papers("100", "200")
    page = opened(qtbot, desk.office, tasks)
    page.view.table.selectAll()
    settle(tasks)
    act(page, "put_in_packet")
    page.findChild(ActDialog).save()
    settle(tasks)
    assert {desk.office.detail(paper).packet_number for paper in papers} == {f"SB-{TODAY.year}-0001"}


def test_a_paper_without_a_source_is_told_in_the_dialog_and_gets_one(qtbot, desk, tasks):
    paper = desk.office.paid(desk.office.draft("5"))
    page = opened(qtbot, desk.office, tasks)
    select(page, paper.number)
    act(page, "put_in_packet")
    dialog = page.findChild(ActDialog)
    dialog.save()
    settle(tasks)
    assert "has no funding source" in texts(dialog.notice)
    dialog.reject()
    act(page, "source")
    dialog = [one for one in page.findChildren(ActDialog) if one.isVisible()][-1]
    dialog.body.boxes["source_id"].editor.set_value(desk.university)
    dialog.save()
    settle(tasks)
    assert desk.office.detail(paper).source_name == UNIVERSITY
    assert UNIVERSITY in texts(page.pane)


def test_a_copy_opens_as_a_new_claim_and_is_saved_as_one(qtbot, desk, tasks):
    paper = desk.paper("77")
    page = opened(qtbot, desk.office, tasks)
    select(page, paper.number)
    act(page, "copy_paper")
    dialog = page.findChild(ClaimDialog)
    assert (dialog.record_id, dialog.dirty) == (None, True)
    assert [line.draft.amount for line in dialog.lines.model.lines()] == [Decimal(77)]
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    settle(tasks)
    assert sorted(column(page, "number")) == ["BX-2026-0001", "BX-2026-0002"]


def test_a_paper_becomes_recurring_in_its_form(qtbot, desk, tasks):
    paper = desk.paper("77")
    page = opened(qtbot, desk.office, tasks)
    select(page, paper.number)
    act(page, "recurring")
    dialog = page.findChild(RecurringDialog)
    assert dialog.sum.text() == "1 cards or items, ¥77.00"
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    assert stored(desk.office, saved.args[0]).name == "武汉—宜昌 外业差旅"


def test_what_is_due_is_made_with_one_key_and_opens(qtbot, desk, tasks):
    first = save(desk.office, fuel(desk.office))
    page = shown(qtbot, RecurringPapersPage, desk, tasks)
    assert page.line.text() == "1 due to be made, ¥1,450.50"
    page.view.table.setFocus()
    page.make(first)
    page.make(first)
    settle(tasks)
    dialogs = page.findChildren(ClaimDialog)
    assert [len(dialog.lines.model.lines()) for dialog in dialogs] == [2]
    assert column(page, "last_number") == ["BX-2026-0001"]
    dialogs[0].discard()
    act(page, "make")
    assert page.refusals == ["recurring.not_due"]


def test_a_period_is_left_out_from_the_page(qtbot, desk, tasks):
    first = save(desk.office, fuel(desk.office))
    page = shown(qtbot, RecurringPapersPage, desk, tasks)
    act(page, "skip")
    dialog = page.findChild(ActDialog)
    keys("余额充足", "Ctrl+S", within=dialog)
    settle(tasks)
    assert str(stored(desk.office, first).next_on) == "2027-01-20"


def test_cards_are_typed_in_the_form_and_a_wrong_one_is_marked(qtbot, desk, tasks):
    first = save(desk.office, fuel(desk.office))
    page = shown(qtbot, RecurringPapersPage, desk, tasks)
    dialog = page.open_form(first)
    with qtbot.waitSignal(dialog.loaded):
        pass
    dialog.cards.model.set_cell(2, 0, "三号卡")
    dialog.save()
    settle(tasks)
    assert dialog.cards.model.wrong_at(2, 2) is not None
    dialog.cards.model.set_cell(2, 2, Decimal(50))
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert len(stored(desk.office, first).lines) == 3


def test_who_only_looks_sees_and_prints_but_changes_nothing(qtbot, desk, tasks, auditor):
    desk.make(desk.papers("1"))
    page = shown(qtbot, PacketsPage, desk, tasks, auditor)
    assert {spec.name for spec in page.acts.specs}.isdisjoint({"new", "lodge", "answer", "receive", "reopen"})
    assert page.acts.get("print_packet").isEnabled()


def test_an_empty_page_offers_the_first_packet(qtbot, desk, tasks):
    page = shown(qtbot, PacketsPage, desk, tasks)
    buttons = [button.text() for button in page.view.table.findChildren(QPushButton)]
    assert "New packet" in buttons
