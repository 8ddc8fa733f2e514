"""The page of due dates: what is out or open is settled at its own record, what it says fits; panes fit their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from models.certificate_case import CaseKind
from services import case_starts, certificate_cases, reminders
from services.case_starts import CaseStart
from services.certificate_cases import CaseDraft, StepDraft
from tests import certificates
from tests.certificate_pages import act, dialog_of, opened, put, show, texts
from tests.certificates import CLERK, certificate, lent, request
from tests.conftest import TODAY
from tests.desks import named
from tests.hands import keys, settle
from ui.pages.certificate_cases import CertificateCasesPage
from ui.pages.certificate_loans import CertificateLoansPage
from ui.pages.certificates import CertificatesPage
from ui.pages.due_dates import DueDatesPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
LONG = "增值电信业务经营许可证（第二类增值电信业务中的信息服务业务，仅限互联网信息服务）及其附件与说明材料"


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        certificates.set_up(session)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def loan(database) -> int:
    with database.write() as session:
        made = certificate(session, "agreement", valid_to=None)
        return lent(session, request(made, due_back_on=TODAY)).id


def test_an_original_that_is_out_is_settled_at_its_loan(qtbot, database, tasks):
    loan_id, went = loan(database), []
    page = opened(
        qtbot, DueDatesPage, database, tasks, CLERK, lambda name, number: went.append((name, number))
    )
    settle(tasks)
    assert [one.kind.value for one in page.table.dues] == ["loan_back"]
    assert not page.acts["handled"].isEnabled()
    button = named(page.pane, QPushButton, "button.settle")
    assert (button.text(), button.property("primary")) == ("It is back", True)
    button.click()
    assert went == [("certificate_loans", loan_id)]
    assert page.acts["snooze"].isEnabled(), "put off with a reason it may be"


def test_a_row_says_what_is_due_once(qtbot, database, tasks):
    loan(database)
    page = opened(qtbot, DueDatesPage, database, tasks, CLERK)
    settle(tasks)
    (row,) = page.table.texts(TODAY)
    assert row.count("Original back") == 1
    assert len(row) == len(page.table.headings())


def fits(page) -> bool:
    area = page.pane.findChildren(QScrollArea)[0]
    return area.widget().width() <= area.viewport().width()


def test_line_badge_chip_and_status_bar_count_alike(qtbot, database, tasks):
    loan(database)
    with database.write() as session:
        certificate(session, "trademark", valid_from=None, valid_to=TODAY + timedelta(days=360))
    page = opened(qtbot, DueDatesPage, database, tasks, CLERK)
    settle(tasks)
    assert any(one.is_start and one.state in reminders.WAITING for one in page.found), "it may begin"
    with database.read() as session:
        count = reminders.waiting_count(session, CLERK, today=TODAY)
    assert page.status_text() == f"{count} dates"
    assert page.chips._chips["waiting"].text() == f"To handle {count}"
    page.choose("coming")
    assert any(one.is_start for one in page.table.dues), "it is among what is to come"


def test_a_pane_is_never_wider_than_its_view(qtbot, database, tasks):
    with database.write() as session:
        made = certificate(session, "agreement", name=LONG, valid_to=TODAY + timedelta(days=90))
        start = case_starts.begin(session, CLERK, CaseStart(certificate_id=made), today=TODAY)
        steps = (StepDraft(name=LONG * 2, papers=LONG),)
        case_id = certificate_cases.save(session, CLERK, replace(start, steps=steps), today=TODAY)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    assert fits(page)
    opener = named(page.pane, QPushButton, f"action.open_case.{case_id}")
    assert "…" in opener.text()
    assert LONG in opener.toolTip()
    cases = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(cases, case_id)
    assert fits(cases)


def test_slips_are_written_as_a_workbook(qtbot, database, tasks, tmp_path: Path):
    loan_id = loan(database)
    page = opened(qtbot, CertificateLoansPage, database, tasks, CLERK)
    show(page, loan_id)
    act(page, "export_loans")
    page.findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "借用单.xlsx"))
    settle(tasks)
    headings, row = (
        CalamineWorkbook.from_path(str(tmp_path / "借用单.xlsx")).get_sheet_by_index(0).to_python()
    )
    told = dict(zip(headings, row, strict=True))
    assert told["借用单号"] == "ZJ-2026-0001"
    assert told["用途"] == "资格预审原件查验"


def test_a_new_duty_asks_which_one_of_which_year(qtbot, database, tasks):
    with database.write() as session:
        certificate(session, "iso9001", valid_from=TODAY - timedelta(days=300))
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    act(page, "new")
    dialog = dialog_of(page, "act")
    put(dialog, kind=CaseKind.DUTY)
    assert dialog.body.boxes["duty"].isVisible()
    assert not dialog.body.boxes["certificate_id"].isVisible()
    with database.read() as session:
        chosen = case_starts.duty_choices(session, CLERK, today=TODAY)[0].id
    put(dialog, duty=chosen)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    form = dialog_of(page, "certificate_case")
    assert form.draft.duty_on is not None
    form.discard()


def test_the_note_of_a_case_stands_beside_its_cost(qtbot, database, tasks):
    with database.write() as session:
        draft = CaseDraft(kind=CaseKind.APPLICATION, title="新申请", opened_on=TODAY)
        case_id = certificate_cases.save(session, CLERK, draft, today=TODAY)
    page = opened(qtbot, CertificateCasesPage, database, tasks, CLERK)
    show(page, case_id)
    form = page.open_case(case_id)
    settle(tasks)
    boxes = form.body.boxes
    assert boxes["note"].geometry().top() == boxes["cost"].geometry().top()
    form.discard()
    assert "新申请" in texts(page.pane)
