"""The page of personnel papers, driven by actions and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.people import Employee
from models.personnel_paper import OfficePaperState, PersonnelKind
from services import leaving, personnel_papers
from services.leaving import LeavingCheck
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from tests import personnel
from tests.claim_pages import act, texts
from tests.desks import named
from tests.hands import settle
from tests.personnel import NUMBER, TODAY, joiner, worker
from tests.personnel_paper_pages import select, shown, stored, written
from ui.claims.act_dialog import ActDialog
from ui.claims.return_dialog import ReturnDialog
from ui.pages.personnel_papers import PersonnelPapersPage
from ui.personnel.paper_dialog import PaperDialog
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def deciders(database):
    with database.write() as session:
        return personnel.set_up(session)


@pytest.fixture
def tasks(database, deciders, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_somebody_joins_through_the_form(qtbot, database, tasks, clerk):
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    act(page, "join")
    settle(tasks)
    dialog = page.findChild(PaperDialog)
    boxes = dialog.body.boxes
    for name, value in (
        ("name", "钱多多"),
        ("identity_number", "420101199001010019"),
        ("department_id", 1),
        ("effective_on", date(2026, 3, 2)),
    ):
        boxes[name].editor.set_value(value)
    dialog.pay.fill((PayLine(1, amount=Decimal("8000.00")),))
    dialog.save()
    settle(tasks)
    assert stored(database).body["pay"][0]["amount"] == "8000.00"
    assert page.refusals == []
    settle(tasks)
    assert "1 to finish and submit" in page.line.text()


def test_a_refusal_stands_beside_its_field(qtbot, database, tasks, clerk):
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    act(page, "join")
    settle(tasks)
    dialog = page.findChild(PaperDialog)
    dialog.save()
    settle(tasks)
    assert dialog.body.boxes["effective_on"].error()
    dialog.body.boxes["effective_on"].editor.set_value(TODAY)
    dialog.body.boxes["name"].editor.set_value("钱多多")
    dialog.body.boxes["identity_number"].editor.set_value(NUMBER)
    dialog.body.boxes["department_id"].editor.set_value(1)
    dialog.pay.fill((PayLine(1, amount=Decimal(-5)),))
    dialog.save()
    settle(tasks)
    assert "Pay is not below zero" in texts(dialog.notice)


def test_a_change_of_pay_begins_with_the_pay_of_today(qtbot, database, tasks, clerk):
    with database.write() as session:
        employee = worker(session)
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    act(page, "pay_change")
    settle(tasks)
    dialog = page.findChild(PaperDialog)
    box = dialog.body.boxes["employee_id"]
    box.editor.set_value(employee)
    box.editor.edited.emit()
    settle(tasks)
    assert "0050 · 运营部 · 测绘员" in named(dialog, QLabel, "label.now").text()
    assert [line.amount for line in dialog.pay.drafts()] == [Decimal("6000.00")]
    dialog.body.boxes["effective_on"].editor.set_value(date(2026, 4, 1))
    dialog.pay.fill((PayLine(1, amount=Decimal("6500.00")),))
    dialog.save()
    settle(tasks)
    assert stored(database).body["pay"] == [
        {"component_id": 1, "name": "基本工资", "before": "6000.00", "amount": "6500.00"}
    ]


def test_a_transfer_begins_where_somebody_is(qtbot, database, tasks, clerk):
    with database.write() as session:
        employee = worker(session)
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    dialog = page.open_paper(PersonnelKind.TRANSFER)
    settle(tasks)
    assert dialog.pay is None
    box = dialog.body.boxes["employee_id"]
    box.editor.set_value(employee)
    box.editor.edited.emit()
    settle(tasks)
    assert dialog.body.boxes["post"].value() == "测绘员"
    kept = dialog.kept()
    dialog.restore(kept)
    assert dialog.body.boxes["post"].value() == "测绘员"


def test_a_paper_goes_its_way_by_keys(qtbot, database, tasks, clerk, deciders):
    paper_id = written(database, clerk, joiner())
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    select(page, tasks, paper_id)
    assert "8,000.00" in texts(page.pane)
    primary = [one for one in page.pane.findChildren(QPushButton) if one.property("primary")]
    assert [one.objectName() for one in primary] == ["button.submit"]
    act(page, "submit")
    settle(tasks)
    assert stored(database, paper_id).state is OfficePaperState.SUBMITTED
    head = shown(qtbot, PersonnelPapersPage, database, tasks, deciders[0])
    select(head, tasks, paper_id)
    act(head, "return")
    settle(tasks)
    dialog = head.findChild(ReturnDialog)
    dialog.body.boxes["reason"].editor.set_value("请核对")
    dialog.save()
    settle(tasks)
    assert stored(database, paper_id).state_note == "请核对"


def test_a_leaver_s_list_is_ticked_in_the_page(qtbot, database, tasks, clerk):
    with database.write() as session:
        employee = worker(session)
    paper_id = written(database, clerk, PersonnelDraft(kind=PersonnelKind.LEAVE, employee_id=employee, effective_on=date(2026, 4, 1), ending=Ending.AGREED))  # fmt: skip
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    select(page, tasks, paper_id)
    assert "Leaver's list (6 of 11 settled)" in texts(page.pane)
    assert "Severance may be due" in texts(page.pane)
    act(page, "tick")
    dialog = page.findChild(ActDialog)
    settle(tasks)
    dialog.save()
    settle(tasks)
    with database.read() as session:
        rows = {row.check: row for row in leaving.checklist(session, clerk, paper_id, today=TODAY)}
    assert (rows[LeavingCheck.HANDOVER].done_on, rows[LeavingCheck.HANDOVER].done_by) == (TODAY, "陈小雨")


def test_what_was_approved_for_today_takes_effect_when_the_page_opens(
    qtbot, database, tasks, clerk, deciders
):
    with database.write() as session:
        personnel.approved(session, clerk, deciders, joiner(effective_on=date(2026, 4, 1)))
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk, today=date(2026, 4, 1))
    settle(tasks)
    assert stored(database).applied_on == date(2026, 4, 1)
    page.view.chips.select("all")
    settle(tasks)
    select(page, tasks, 1)
    assert "In effect since 2026-04-01" in texts(page.pane)


def test_an_approved_paper_is_taken_back_and_a_draft_deleted(qtbot, database, tasks, clerk, deciders):
    with database.write() as session:
        paper_id = personnel.approved(session, clerk, deciders, joiner(effective_on=date(2026, 4, 1))).id
    page = shown(qtbot, PersonnelPapersPage, database, tasks, deciders[0])
    select(page, tasks, paper_id)
    act(page, "void")
    settle(tasks)
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["reason"].editor.set_value("不来了")
    dialog.save()
    settle(tasks)
    assert stored(database, paper_id).state is OfficePaperState.VOIDED


def test_the_form_is_printed(qtbot, database, tasks, clerk):
    paper_id = written(database, clerk, joiner())
    page = shown(qtbot, PersonnelPapersPage, database, tasks, clerk)
    select(page, tasks, paper_id)
    preview = page.print_papers([paper_id])
    qtbot.waitUntil(lambda: preview.document.pageCount() == 1, timeout=10_000)
    preview.close()


def test_nobody_new_is_made_by_looking(qtbot, database, tasks, clerk, deciders):
    written(database, clerk, joiner())
    page = shown(qtbot, PersonnelPapersPage, database, tasks, deciders[0])
    dialog = page.open_paper(PersonnelKind.JOIN, 1, locked=True)
    settle(tasks)
    dialog.save()
    settle(tasks)
    dialog.reject()
    with database.read() as session:
        assert session.query(Employee).filter_by(name="钱多多").count() == 0
        assert personnel_papers.headline(session, clerk).to_finish == 1
