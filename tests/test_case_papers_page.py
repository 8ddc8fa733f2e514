"""The papers of a case, the contracts of a project and the hours of training in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.attachment import Attachment
from models.certificate_case import CaseKind, CasePaper, CertificateCase, PaperState
from models.project import Project
from services import certificate_cases, staff_trainings
from services.certificate_cases import CaseDraft, StepDraft
from services.staff_trainings import TrainingDraft
from tests import certificates
from tests.certificate_pages import act, dialog_of, opened, put, show, texts
from tests.certificates import CLERK, MANAGER, certificate
from tests.conftest import TODAY
from tests.hands import keys, settle
from ui.certificates.case_papers import ask_paper
from ui.pages.certificate_cases import CertificateCasesPage
from ui.pages.certificates import CertificatesPage
from ui.pages.due_dates import DueDatesPage
from ui.pages.projects import ProjectsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
DAY = timedelta(days=1)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        certificates.set_up(session)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def case_with_papers(database) -> int:
    steps = (StepDraft(name="递交", papers="申请表、营业执照"),)
    draft = CaseDraft(kind=CaseKind.APPLICATION, title="新申请", opened_on=TODAY, steps=steps)
    with database.write() as session:
        return certificate_cases.save(session, CLERK, draft, today=TODAY)


def states(database) -> list[PaperState]:
    with database.read() as session:
        return list(session.scalars(select(CasePaper.state).order_by(CasePaper.position)))


def test_papers_are_ticked_marked_as_faulty_and_handed_in_with_a_reason(qtbot, database, tasks, tmp_path):
    case_id = case_with_papers(database)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    assert "Papers (0 of 2 in hand)" in texts(page.pane)
    page.pane.findChild(QCheckBox, "field.paper.1").click()
    settle(tasks)
    assert states(database) == [PaperState.IN_HAND, PaperState.OPEN]
    assert "Papers (1 of 2 in hand)" in texts(page.pane)
    scan = tmp_path / "执照.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    page.dropped([scan])
    settle(tasks)
    page.pane.findChild(QPushButton, "action.paper.2").click()
    settle(tasks)
    dialog = dialog_of(page, "act")
    put(dialog, state=PaperState.FAULTY, attachment_id=1)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "Say what is wrong with 营业执照" in texts(dialog)
    put(dialog, remark="缺公章")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    below = page.pane.findChild(QPushButton, "action.paper.2")
    assert below.text() == "Paper faulty · 缺公章 · 执照.pdf"
    act(page, "submit")
    settle(tasks)
    dialog = dialog_of(page, "act")
    assert "Not in hand: 营业执照" in texts(dialog)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible(), "a reason is asked for"
    put(dialog, reason="窗口同意补正")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    with database.read() as session:
        case = session.get_one(CertificateCase, case_id)
        assert (case.submitted_on, case.submitted_without) == (TODAY, "窗口同意补正")
    assert "窗口同意补正" in texts(page.pane)
    act(page, "unsubmit")
    settle(tasks)
    page.window().findChild(QPushButton, "action.confirm").click()
    settle(tasks)
    with database.read() as session:
        assert session.get_one(CertificateCase, case_id).submitted_on is None


def test_a_complete_case_is_handed_in_without_a_word(qtbot, database, tasks):
    case_id = case_with_papers(database)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    for number in (1, 2):
        page.pane.findChild(QCheckBox, f"field.paper.{number}").click()
        settle(tasks)
    act(page, "submit")
    settle(tasks)
    keys("Ctrl+S", within=dialog_of(page, "act"))
    settle(tasks)
    with database.read() as session:
        assert session.get_one(CertificateCase, case_id).submitted_on == TODAY
    dialog = ask_paper(page, page.detail, page.detail.papers[0])
    settle(tasks)
    assert "Drop the file onto the case first" in texts(dialog)
    dialog.reject()


def test_a_contract_dropped_onto_the_page_belongs_to_the_selected_project(qtbot, database, tasks, tmp_path):
    with database.write() as session:
        session.add(Project(number="HT-2025-007", name="旧城测绘"))
    page = opened(qtbot, ProjectsPage, database, tasks, MANAGER)
    scan = tmp_path / "合同.pdf"
    scan.write_bytes(b"%PDF-1.4 contract")
    assert not page.dropped([])
    page.view.table.clearSelection()
    show(page, 1)
    assert page.dropped([scan])
    settle(tasks)
    with database.read() as session:
        found = session.scalars(select(Attachment)).one()
        assert (found.record_kind, found.record_id, found.name) == ("project", 1, "合同.pdf")
    assert "Contract and files (1)" in texts(page.pane)
    reader = opened(qtbot, ProjectsPage, database, tasks, CLERK)
    assert reader.dropped([scan]) is reader.desk.can(*ProjectsPage.edit)


def test_the_record_and_the_due_dates_say_how_many_hours_there_are(qtbot, database, tasks):
    with database.write() as session:
        made = certificate(session, "registered_surveyor", employee_id=2, valid_from=TODAY - 900 * DAY, valid_to=TODAY + 90 * DAY)  # fmt: skip
        draft = TrainingDraft(None, None, made, "必修课", TODAY, Decimal("24.5"))
        staff_trainings.save(session, CLERK, draft, today=TODAY)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    until = (TODAY + 60 * DAY).isoformat()
    assert f"继续教育: 24.5 of 120 hours until {until}" in texts(page.pane)
    dues = opened(qtbot, DueDatesPage, database, tasks, CLERK)
    told = [cells[2] for cells in dues.table.texts(TODAY)]
    assert "继续教育: 24.5 of 120 hours" in told


def test_a_renewal_that_may_begin_is_neither_red_nor_late(qtbot, database, tasks):
    with database.write() as session:
        certificate(
            session, "trademark", valid_from=TODAY - 3000 * DAY, valid_to=TODAY.replace(year=TODAY.year + 1)
        )
    page = opened(qtbot, DueDatesPage, database, tasks, CLERK)
    page.choose("waiting")
    assert [cells for cells in page.table.texts(TODAY) if cells[2] == "续展可以开始"] == []
    page.choose("coming")
    [row] = [cells for cells in page.table.texts(TODAY) if cells[2] == "续展可以开始"]
    assert row[1] == "may begin"
    assert "overdue" not in page.line.text()
