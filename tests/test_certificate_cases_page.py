"""Cases and due dates in the window: begun, ticked, finished with a certificate, printed; handled, put off, told at the start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.certificate import Certificate
from models.certificate_case import CaseKind, CaseState, CertificateCase
from services import case_forms, case_starts, certificate_cases
from services.case_starts import CaseStart
from services.errors import Refused
from services.reports.case_form import case_pdf
from services.reports.case_list_form import case_list_pdf
from services.reports.paper import A5_LANDSCAPE, PrintSettings
from tests import certificates
from tests.certificate_pages import act, column, dialog_of, opened, put, show, texts
from tests.certificates import AUDITOR, CLERK, certificate
from tests.conftest import TODAY
from tests.desks import make_desk, named
from tests.hands import keys, settle
from tests.payroll_helpers import pages
from ui.due import starting
from ui.pages.certificate_cases import CertificateCasesPage
from ui.pages.due_dates import DueDatesPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview
from ui.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
END = TODAY + timedelta(days=20)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        certificates.set_up(session)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def renewal(database, **fields) -> tuple[int, int]:
    """An ending certificate and the case of its renewal: their ids."""
    with database.write() as session:
        made = certificate(session, "agreement", valid_from=None, valid_to=END)
        draft = case_starts.begin(
            session, CLERK, CaseStart(CaseKind.RENEWAL, certificate_id=made), today=TODAY
        )
        return made, certificate_cases.save(session, CLERK, replace(draft, **fields), today=TODAY)


def case_of(database) -> CertificateCase:
    with database.read() as session:
        return session.scalars(select(CertificateCase)).one()


def test_a_case_begins_with_two_questions_and_its_steps_are_there(qtbot, database, tasks):
    with database.write() as session:
        made = certificate(session, "agreement", valid_from=None, valid_to=END)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    assert page.line.text() == page.about
    act(page, "new")
    dialog = dialog_of(page, "act")
    assert dialog.body.boxes["certificate_id"].isVisible()
    assert not dialog.body.boxes["change"].isVisible()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible(), "the certificate is asked for"
    put(dialog, certificate_id=made)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    form = dialog_of(page, "certificate_case")
    assert [line.name for line in form.table.drafts()] == ["商谈续签"]
    assert not form.body.boxes["granted"].isVisible()
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert column(page, "title") == ["合作协议到期换证"]
    assert case_of(database).due_on == END


def test_a_change_of_the_company_asks_what_and_when(qtbot, database, tasks):
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    act(page, "new")
    dialog = dialog_of(page, "act")
    put(dialog, kind=CaseKind.CHANGE, change=1, day=TODAY)
    assert dialog.body.boxes["day"].isVisible()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    form = dialog_of(page, "certificate_case")
    assert len(form.table.drafts()) == 5, "of a share transfer, without the filings of licences"
    put(form, title="")
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert form.isVisible(), "the title is asked for at its field"
    form.discard()


def test_a_step_is_ticked_in_the_pane_and_the_renewal_ends_with_the_new_certificate(qtbot, database, tasks):
    old, case_id = renewal(database)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    box = page.pane.findChildren(QCheckBox)[0]
    box.click()
    settle(tasks)
    assert "All steps are done: finish the case." in texts(page.pane)
    act(page, "finish")
    settle(tasks)
    asked = dialog_of(page, "act")
    put(asked, cost=Decimal("1280.50"), result="续签三年")
    keys("Ctrl+S", within=asked)
    settle(tasks)
    form = dialog_of(page, "certificate")
    put(form, number="WHU-2")
    keys("Ctrl+S", within=form)
    settle(tasks)
    case = case_of(database)
    assert (case.state, case.cost, case.result) == (CaseState.DONE, Decimal("1280.50"), "续签三年")
    with database.read() as session:
        follows = session.get_one(Certificate, session.get_one(Certificate, old).successor_id)
    assert follows.number == "WHU-2"


def test_a_subsidy_is_granted_and_received_by_its_buttons(qtbot, database, tasks):
    with database.write() as session:
        draft = case_starts.begin(session, CLERK, CaseStart(CaseKind.SUBSIDY, day=END), today=TODAY)
        case_id = certificate_cases.save(session, CLERK, replace(draft, asked=Decimal(900)), today=TODAY)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    for name, values in (("grant", {"granted": Decimal(800)}), ("receive", {})):
        act(page, name)
        dialog = dialog_of(page, "act")
        put(dialog, **values)
        keys("Ctrl+S", within=dialog)
        settle(tasks)
    case = case_of(database)
    assert (case.granted, case.received, case.received_on, case.state) == (800, 800, TODAY, CaseState.DONE)


def test_a_case_is_given_up_taken_up_and_deleted(qtbot, database, tasks):
    _, case_id = renewal(database)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    act(page, "give_up")
    dialog = dialog_of(page, "act")
    put(dialog, reason="不再合作")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert case_of(database).state is CaseState.GIVEN_UP
    show(page, case_id)
    act(page, "take_up")
    answer(page)
    assert case_of(database).state is CaseState.OPEN
    show(page, case_id)
    act(page, "delete")
    answer(page)
    with database.read() as session:
        assert session.scalar(select(CertificateCase.id)) is None


def answer(page) -> None:
    """Yes to what is asked."""
    box = [one for one in page.findChildren(QMessageBox) if one.isVisible()][-1]
    yes = [one for one in box.buttons() if box.buttonRole(one) is not QMessageBox.ButtonRole.RejectRole]
    yes[0].click()
    settle(page.desk.tasks)


def test_who_only_looks_finds_no_button(qtbot, database, tasks):
    _, case_id = renewal(database)
    page = opened(qtbot, CertificateCasesPage, database, tasks, AUDITOR)
    show(page, case_id)
    assert page.acts.get("finish") is None or not page.acts.get("finish").isEnabled()
    assert not page.pane.findChildren(QCheckBox)[0].isEnabled()
    assert not page.dropped([])


def test_the_sheet_and_the_list_are_printed(qtbot, database, tasks):
    _, case_id = renewal(database, owner_id=1)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    page.print_cases([case_id])
    page.print_list()
    settle(tasks)
    assert len(page.findChildren(PrintPreview)) == 2
    with database.read() as session:
        sheet = "".join(pages(case_pdf([case_forms.printed(session, CLERK, case_id, today=TODAY)])))
        table = "".join(pages(case_list_pdf(case_forms.case_list(session, CLERK, on=TODAY))))
    for words in ("办理事项单", "BL-2026-0001", "商谈续签", "原协议", "陈小雨", "合作协议到期换证"):
        assert words in sheet
    assert "办理事项一览表" in table
    assert "0/1" in table
    with pytest.raises(Refused, match=r"print\.nothing"):
        case_pdf([])
    with database.read() as session, pytest.raises(Refused, match=r"print\.paper_too_small"):
        case_pdf([case_forms.printed(session, CLERK, case_id, today=TODAY)], PrintSettings(A5_LANDSCAPE))


def due_page(qtbot, database, tasks, actor=CLERK, went=None):
    go = (lambda name, record_id: went.append((name, record_id))) if went is not None else lambda *_: None
    page = opened(qtbot, DueDatesPage, database, tasks, actor, go)
    settle(tasks)
    return page


def test_what_is_due_is_handled_and_leaves_the_list(qtbot, database, tasks):
    renewal(database)
    page = due_page(qtbot, database, tasks)
    assert [one.kind.value for one in page.table.dues] == ["case_step", "expiry"]
    assert "1 overdue" in page.line.text()
    keys("Ctrl+Return", within=page)
    settle(tasks)
    dialog = dialog_of(page, "act")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert [one.kind.value for one in page.table.dues] == ["expiry"]
    with database.read() as session:
        assert certificate_cases.get(session, CLERK, 1).steps[0].done_on == TODAY


def test_a_date_is_put_off_with_a_reason_and_told_again(qtbot, database, tasks):
    renewal(database)
    page = due_page(qtbot, database, tasks)
    page.table.setCurrentCell(1, 0)
    page.acts["snooze"].trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    put(dialog, reason="等对方")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert len(page.table.dues) == 1
    page.choose("snoozed")
    assert "等对方" in texts(page.pane)
    page.acts["wake"].trigger()
    settle(tasks)
    assert page.table.dues == ()
    page.choose("waiting")
    assert len(page.table.dues) == 2


def test_a_date_opens_its_record_and_makes_its_case(qtbot, database, tasks):
    with database.write() as session:
        made = certificate(session, "agreement", valid_from=None, valid_to=END)
    went: list[tuple[str, int]] = []
    page = due_page(qtbot, database, tasks, went=went)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert went == [("certificates", made)]
    page.acts["make_case"].trigger()
    settle(tasks)
    form = dialog_of(page, "certificate_case")
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert went[-1] == ("certificate_cases", case_of(database).id)


def test_who_only_looks_cannot_handle_a_date(qtbot, database, tasks):
    renewal(database)
    page = due_page(qtbot, database, tasks, AUDITOR)
    assert page.acts["open"].isEnabled()
    assert not page.acts["handled"].isEnabled()
    assert {command.name for command in page.commands()} >= {"due_dates.print", "due_dates.open"}


def test_the_line_at_the_start_leads_to_the_list(qtbot, database, tasks):
    renewal(database)
    window = QWidget()
    qtbot.addWidget(window)
    workspace = Workspace(make_desk(database, tasks, CLERK, TODAY), window)
    workspace.open("projects")
    starting.remind(workspace)
    settle(tasks)
    workspace.refuse(window, Refused("record.gone"))  # another line on the screen silences nothing
    starting.remind(workspace)
    settle(tasks)
    assert workspace.waiting.text() == "1 dates are overdue · 1 are due within 30 days"
    named(workspace.waiting, QPushButton, "action.look_due").click()
    settle(tasks)
    assert workspace.current == "due_dates"
    starting.remind(workspace)
    settle(tasks)
    assert workspace.waiting.text() == ""
