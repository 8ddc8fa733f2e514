"""Each step of a payroll sheet from its page: checked, approved, paid, locked, and back again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from models.payroll import PayrollRun, RunKind, RunState
from models.user import Role
from services.database import Database
from tests import payrolls
from tests.conftest import actor_of_role
from tests.desks import named
from tests.hands import keys, settle
from tests.payroll_pages import NOVEMBER, cell, company, dialog_of, page_of, paid, texts
from tests.payroll_pages import rule as approval_rule
from tests.test_payroll_states import walk
from ui.payroll import run_dialogs
from ui.registry import PAGES, pages_for

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def people(database: Database, clerk) -> dict[str, int]:
    return company(database, clerk)


@pytest.fixture
def page(qtbot, database, tasks, clerk, people):
    payrolls.make(database, clerk, NOVEMBER)
    return page_of(qtbot, database, tasks, clerk)


def state(database: Database) -> RunState | None:
    with database.read() as session:
        found = session.query(PayrollRun).filter_by(month=NOVEMBER, kind=RunKind.REGULAR).one_or_none()
        return found.state if found else None


def test_the_steps_go_from_the_draft_to_the_locked_month(qtbot, database, tasks, clerk, people) -> None:
    approval_rule(database)
    payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, clerk)
    step = page.frame.top.step_button
    for words, expected in (
        ("Checked", RunState.CHECKED),
        ("Submit for approval", RunState.SUBMITTED),
    ):
        assert step.text() == f"{words}  Ctrl+Enter"
        step.click()
        settle(tasks)
        assert state(database) is expected
    assert step.isHidden(), "the manager is next"
    boss = page_of(qtbot, database, tasks, actor_of_role(Role.MANAGER))
    assert boss.frame.top.step_button.text().startswith("Approve the sheet")
    boss.frame.top.step_button.click()
    settle(tasks)
    assert state(database) is RunState.APPROVED
    cashier = page_of(qtbot, database, tasks, actor_of_role(Role.CASHIER), date(2026, 11, 6))
    cashier.frame.top.step_button.click()
    settle(tasks)
    dialog = dialog_of(cashier, "act")
    assert "5 people" in texts(dialog)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert state(database) is RunState.PAID
    assert "paid on 6 November" in cashier.frame.top.line.text()
    cashier.frame.top.step_button.click()
    settle(tasks)
    named(cashier, QPushButton, "action.confirm").click()
    settle(tasks)
    assert state(database) is RunState.LOCKED
    assert cashier.frame.top.step_button.isHidden() or cashier.head.state is not RunState.PAID


def test_a_returned_sheet_is_a_draft_again_and_says_why(qtbot, database, tasks, clerk, people) -> None:
    approval_rule(database)
    payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, clerk)
    for _ in range(2):
        page.frame.top.step_button.click()
        settle(tasks)
    boss = page_of(qtbot, database, tasks, actor_of_role(Role.MANAGER))
    boss.acts.get("return").trigger()
    dialog = dialog_of(boss, "act")
    settle(tasks)
    dialog.body.boxes["reason"].editor.setPlainText("奖金再核一下")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    page.refresh()
    settle(tasks)
    assert state(database) is RunState.DRAFT
    assert "returned: 奖金再核一下" in page.frame.top.line.text()


def test_a_checked_sheet_goes_back_and_a_submitted_one_is_withdrawn(
    qtbot, database, tasks, clerk, people
) -> None:
    approval_rule(database)
    payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, clerk)
    page.frame.top.step_button.click()
    settle(tasks)
    page.acts.get("reopen").trigger()
    settle(tasks)
    assert state(database) is RunState.DRAFT
    for _ in range(2):
        page.frame.top.step_button.click()
        settle(tasks)
    page.acts.get("withdraw").trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["reason"].editor.setPlainText("漏了一人")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert state(database) is RunState.CHECKED


def test_an_approved_sheet_is_taken_back_to_the_draft_with_a_reason(
    qtbot, database, tasks, clerk, manager, cashier, people
) -> None:
    approval_rule(database)
    run = payrolls.make(database, clerk, NOVEMBER)
    walk(database, run, clerk, manager, cashier, RunState.APPROVED)
    page = page_of(qtbot, database, tasks, clerk)
    assert page.acts.get("take_back").isEnabled()
    page.acts.get("take_back").trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["reason"].editor.setPlainText("下月才发")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert state(database) is RunState.DRAFT


def test_a_draft_is_reckoned_again_and_thrown_away(page, database, people, tasks) -> None:
    payrolls.once_only(database, people["何俊"], NOVEMBER, "bonus", "500")
    page.acts.get("recompute").trigger()
    settle(tasks)
    assert "500" in cell(page, people["何俊"], "other_earnings").replace(",", "") or cell(
        page, people["何俊"], "gross"
    )
    page.acts.get("remove").trigger()
    named(page, QPushButton, "action.confirm").click()
    settle(tasks)
    assert state(database) is None
    assert page.frame.empty.isVisible()


def test_who_sees_no_pay_has_no_tab(clerk, administrator) -> None:
    tabs = {"payroll", "pay_components"}
    assert tabs <= {page.name for page in pages_for(clerk.permissions)}
    assert not tabs & {page.name for page in pages_for(administrator.permissions)}
    assert all(page.needs == ("payroll.see",) for page in PAGES if page.name in tabs)


def test_who_only_looks_has_no_steps(qtbot, database, tasks, clerk, auditor, people) -> None:
    payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, auditor)
    assert page.frame.top.step_button.isHidden()
    assert page.acts.get("recompute") is None
    assert {"differences", "ledger"} <= {spec.name for spec in page.acts.specs}


def test_an_attendance_file_is_dropped_onto_the_page_and_others_are_not(page, tmp_path: Path) -> None:
    assert not page.dropped([tmp_path / "slip.pdf"])
    assert not page.dropped([tmp_path / "a.xlsx", tmp_path / "b.xlsx"])
    page.acts.get("import_attendance").trigger()
    named(page, QFileDialog, "dialog.attendance_file").reject()


def test_somebody_else_was_faster(page, database, clerk, people, tasks) -> None:
    head = page.head
    with database.write() as session:
        from services import payroll_runs

        payroll_runs.recompute(session, clerk, head.run_id, head.version, date(2026, 11, 2))
    page.frame.top.step_button.click()
    settle(tasks)
    assert page.notice.isVisible()
    assert page.head.version > head.version, "it was looked at again"


def test_a_locked_month_only_shows(qtbot, database, tasks, clerk, people) -> None:
    run = payrolls.make(database, clerk, NOVEMBER)
    paid(database, clerk, run, date(2026, 11, 6))
    page = page_of(qtbot, database, tasks, clerk, date(2026, 11, 6))
    page.open_record(run)
    settle(tasks)
    assert page.head.state is RunState.LOCKED
    assert page.frame.top.step_button.isHidden()
    assert not page.acts.get("recompute").isEnabled()
    attendance = run_dialogs.open_attendance(page)
    settle(tasks)
    assert "Attendance stays as it is" in attendance.told.text()
    attendance.reject()
