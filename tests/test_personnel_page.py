"""The pages of personnel papers, candidates and other approvals, driven by actions and keys; certificates from Employees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.people import Employee
from models.personnel import PersonalFile
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from models.recruiting import Candidate, CandidateStage
from services import candidates, certificate_templates, leaving, office_papers, personnel_papers
from services.candidates import CandidateDraft
from services.certificates import CertificateKind
from services.leaving import LeavingCheck
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from tests import personnel
from tests.claim_pages import act, texts
from tests.desks import make_desk, named
from tests.hands import keys, settle
from tests.personnel import KIND, NUMBER, TODAY, joiner, saved, submitted, worker
from ui.claims.act_dialog import ActDialog
from ui.claims.return_dialog import ReturnDialog
from ui.pages.candidates import CandidatesPage
from ui.pages.employees import EmployeesPage
from ui.pages.office_approvals import OfficeApprovalsPage
from ui.pages.personnel_papers import PersonnelPapersPage
from ui.pages.recruiting_events import RecruitingEventsPage
from ui.personnel import certificate_dialog
from ui.personnel.certificate_dialog import CertificateDialog
from ui.personnel.paper_dialog import PaperDialog
from ui.personnel.template_dialog import TemplateDialog
from ui.recruiting import candidate_acts
from ui.statistics.list_dialog import ListDialog
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


def shown(qtbot, kind, database, tasks, actor, today: date = TODAY):
    page = kind(make_desk(database, tasks, actor, today))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    page.activateWindow()
    settle(tasks)
    qtbot.wait(100)
    settle(tasks)
    return page


def stored(database, paper_id: int = 1) -> PersonnelPaper:
    with database.read() as session:
        return session.get_one(PersonnelPaper, paper_id)


def written(database, clerk, draft: PersonnelDraft, *, hand_in: bool = False) -> int:
    with database.write() as session:
        return (submitted if hand_in else saved)(session, clerk, draft).id


def select(page, tasks, record_id: int) -> None:
    page.open_record(record_id)
    settle(tasks)


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


def waiting_page(qtbot, database, tasks, clerk, decider):
    written(database, clerk, joiner(), hand_in=True)
    written(database, clerk, joiner(identity_number=personnel.OTHER_NUMBER, name="孙某"), hand_in=True)
    return shown(qtbot, OfficeApprovalsPage, database, tasks, decider)


def test_other_approvals_are_decided_one_after_another_by_one_key(qtbot, database, tasks, clerk, deciders):
    page = waiting_page(qtbot, database, tasks, clerk, deciders[0])
    assert page.line.text() == "2 wait for you · Ctrl+Enter approves, Ctrl+Backspace returns"
    assert "8,300.00" in texts(page.pane)
    assert page.table.item(0, 2).text() == "Joining · 钱多多 · 运营部"
    keys("Ctrl+Return", within=page)
    settle(tasks)
    assert stored(database, 1).holder_name == "何总"
    assert page.table.paper().number == "RS-2026-0002"
    keys("Ctrl+Backspace", within=page)
    settle(tasks)
    dialog = page.findChild(ReturnDialog)
    dialog.body.boxes["reason"].editor.set_value("请补照片")
    dialog.save()
    settle(tasks)
    assert stored(database, 2).state_note == "请补照片"
    assert page.table.rowCount() == 0
    assert "Nothing waits for you." in texts(page.pane)
    assert [command.name for command in page.commands()] == ["office_approvals.refresh"]


def test_a_paper_somebody_else_decided_leaves_the_list_with_a_sentence(
    qtbot, database, tasks, clerk, deciders
):
    page = waiting_page(qtbot, database, tasks, clerk, deciders[0])
    with database.write() as session:
        paper = session.get_one(PersonnelPaper, 1)
        office_papers.withdraw(
            session, clerk, KIND, 1, paper.version, reason="", command_id=personnel.click()
        )
    page.approve()
    settle(tasks)
    assert texts(page.notice)
    assert page.table.rowCount() == 1


def test_a_waiting_paper_is_opened_on_its_own_page(qtbot, database, tasks, clerk, deciders):
    page = waiting_page(qtbot, database, tasks, clerk, deciders[0])
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    page.acts["open"].trigger()
    assert went == [("personnel_papers", 1)]


def somebody(database, clerk, **more) -> int:
    with database.write() as session:
        draft = CandidateDraft(name="周一", applied_on=date(2026, 2, 1), post="测绘员", **more)
        return candidates.save(session, clerk, draft)


def candidate(database, candidate_id: int) -> Candidate:
    with database.read() as session:
        return session.get_one(Candidate, candidate_id)


def test_a_candidate_is_led_to_a_join_paper(qtbot, database, tasks, clerk):
    candidate_id = somebody(database, clerk, department_id=1)
    page = shown(qtbot, CandidatesPage, database, tasks, clerk)
    for _ in range(3):
        select(page, tasks, candidate_id)
        act(page, "next_stage")
        settle(tasks)
        dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
        dialog.save()
        settle(tasks)
    assert candidate(database, candidate_id).stage is CandidateStage.OFFER
    select(page, tasks, candidate_id)
    act(page, "join")
    settle(tasks)
    paper = page.findChild(PaperDialog)
    assert paper.body.boxes["name"].value() == "周一"
    paper.body.boxes["effective_on"].editor.set_value(TODAY)
    paper.body.boxes["identity_number"].editor.set_value(NUMBER)
    paper.save()
    settle(tasks)
    assert candidate(database, candidate_id).paper_id == stored(database).id
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    select(page, tasks, candidate_id)
    act(page, "paper")
    assert went == [("personnel_papers", 1)]


def test_an_interview_is_noted_and_a_no_is_taken_back(qtbot, database, tasks, clerk):
    candidate_id = somebody(database, clerk)
    page = shown(qtbot, CandidatesPage, database, tasks, clerk)
    with database.write() as session:
        item = session.get_one(Candidate, candidate_id)
        candidate_acts.candidate_steps.go_on(
            session, clerk, item.id, item.version, day=TODAY, command_id="c1"
        )
    page.refresh()
    settle(tasks)
    select(page, tasks, candidate_id)
    act(page, "interview")
    settle(tasks)
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["failed"].editor.set_value(True)
    dialog.body.boxes["note"].editor.set_value("经验不足")
    dialog.save()
    settle(tasks)
    assert "经验不足" in texts(page.pane)
    act(page, "reject")
    settle(tasks)
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    dialog.body.boxes["reason"].editor.set_value("经验不足")
    dialog.save()
    settle(tasks)
    assert candidate(database, candidate_id).stage is CandidateStage.REJECTED
    page.view.chips.select("all")
    settle(tasks)
    select(page, tasks, candidate_id)
    act(page, "step_back")
    settle(tasks)
    assert candidate(database, candidate_id).stage is CandidateStage.INTERVIEW


def test_the_funnel_opens_the_list_behind_a_figure(qtbot, database, tasks, clerk):
    candidate_id = somebody(database, clerk, source="校园招聘")
    page = shown(qtbot, CandidatesPage, database, tasks, clerk)
    dialog = candidate_acts.show_funnel(page, [])
    settle(tasks)
    assert dialog.line.text() == "1 applied, 0 hired, 0.0 %"
    for place in range(dialog.by.count()):
        dialog.by.setCurrentIndex(place)
        settle(tasks)
        assert len(dialog.view.figures.rows) == 1
    behind = dialog.view.figures.rows[0][1].behind
    found = dialog.view.open_behind(behind)
    settle(tasks)
    assert isinstance(found, ListDialog)
    assert found.view.count == 1
    went = []
    found.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    found.view.table.select_row(0)
    settle(tasks)
    found.open_paper()
    assert went == [("candidates", candidate_id)]
    dialog.reject()


def test_events_have_a_page(qtbot, database, tasks, clerk):
    page = shown(qtbot, RecruitingEventsPage, database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    dialog.body.boxes["name"].editor.set_value("双选会")
    dialog.save()
    settle(tasks)
    assert page.view.count == 1


@pytest.fixture
def employee(database, deciders) -> int:
    with database.write() as session:
        found = worker(session)
        session.add(PersonalFile(employee_id=found, identity_number=NUMBER))
        return found


def test_a_certificate_is_saved_and_printed_from_employees(
    qtbot, database, tasks, clerk, employee, tmp_path, monkeypatch
):
    page = shown(qtbot, EmployeesPage, database, tasks, clerk)
    dialog = certificate_dialog.open_for(page, [employee])
    settle(tasks)
    made = []
    monkeypatch.setattr(
        certificate_dialog, "ask_place", lambda desk, what, content, parent: made.append((what, content))
    )
    dialog.save()
    settle(tasks)
    certificate_dialog.write_to(page.desk, made[0][1], tmp_path / "a.docx", page)
    settle(tasks)
    assert "李四" in "".join(one.text for one in Document(tmp_path / "a.docx").paragraphs)
    again = certificate_dialog.open_for(page, [employee])
    settle(tasks)
    previews = []
    monkeypatch.setattr(certificate_dialog, "show", lambda *given: previews.append(given))
    again.print_it()
    settle(tasks)
    preview = certificate_dialog_show(*previews[0])
    qtbot.waitUntil(lambda: preview.document.pageCount() == 1, timeout=10_000)
    preview.close()


certificate_dialog_show = certificate_dialog.show


def test_a_certificate_of_leaving_for_somebody_who_stays_is_refused_in_the_dialog(
    qtbot, database, tasks, clerk, employee
):
    page = shown(qtbot, EmployeesPage, database, tasks, clerk)
    dialog = CertificateDialog(page.desk, employee, "李四", page)
    dialog.open()
    settle(tasks)
    dialog.body.boxes["kind"].editor.set_value(CertificateKind.LEAVING)
    dialog.save()
    settle(tasks)
    assert "still works here" in texts(dialog.notice)
    dialog.reject()


def test_templates_are_replaced_in_settings(qtbot, database, tasks, administrator, tmp_path):
    page = shown(qtbot, EmployeesPage, database, tasks, administrator)
    dialog = TemplateDialog(page.desk, page)
    dialog.open()
    settle(tasks)
    assert named(dialog, QLabel, "label.employment").text() == "usual template"
    document = Document()
    document.add_paragraph("{{ name }}")
    document.save(tmp_path / "own.docx")
    dialog.replace_by(CertificateKind.EMPLOYMENT, tmp_path / "own.docx")
    settle(tasks)
    assert named(dialog, QLabel, "label.employment").text() == "own template"
    dialog.restore(CertificateKind.EMPLOYMENT)
    settle(tasks)
    with database.read() as session:
        assert not certificate_templates.is_own(session, CertificateKind.EMPLOYMENT)
    dialog.replace_by(CertificateKind.EMPLOYMENT, tmp_path / "missing.docx")
    settle(tasks)
    assert "no Word template" in texts(dialog.notice)
    dialog.reject()


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
