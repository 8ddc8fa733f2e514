"""The Payroll page: the sheet of the month, why a figure is what it is, and each step by its state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from models.payroll import PayrollRun, RunKind, RunState
from models.user import Role
from services.database import Database
from tests import payrolls
from tests.conftest import actor_of_role
from tests.desks import named
from tests.hands import keys, settle
from tests.payroll_pages import NOVEMBER, cell, company, dialog_of, names, page_of, paid, take, texts
from tests.payroll_pages import rule as approval_rule
from ui.payroll import run_dialogs
from ui.payroll.link_label import LinkLabel
from ui.registry import PAGES, pages_for
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def people(database: Database, clerk) -> dict[str, int]:
    return company(database, clerk)


@pytest.fixture
def tasks(database: Database, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


@pytest.fixture
def page(qtbot, database, tasks, clerk, people):
    payrolls.make(database, clerk, NOVEMBER)
    return page_of(qtbot, database, tasks, clerk)


def state(database: Database) -> RunState | None:
    with database.read() as session:
        found = session.query(PayrollRun).filter_by(month=NOVEMBER, kind=RunKind.REGULAR).one_or_none()
        return found.state if found else None


def test_the_month_that_is_to_be_made_says_until_when_and_offers_the_draft(
    qtbot, database, tasks, clerk, people
) -> None:
    page = page_of(qtbot, database, tasks, clerk)
    assert page.frame.top.heading.text() == "Payroll  2026-11"
    assert page.frame.top.line.text() == (
        "November sheet, due 6 November (the 8th is a Sunday) · not made yet"
    )
    assert page.frame.empty.isVisible()
    keys("Ctrl+Return", within=page)
    settle(tasks)
    assert state(database) is RunState.DRAFT
    assert names(page)[:2] == ["李文静", "何俊"]
    assert "Draft · " in page.frame.top.line.text()


def test_the_sheet_has_its_subtotals_and_its_total(page, people) -> None:
    assert names(page) == [
        "李文静", "何俊", "林悦", "运营部 (3)", "赵明远", "周凯", "测绘一部 (2)", "Total (5)"
    ]  # fmt: skip
    assert cell(page, people["何俊"], "base") == "16,000.00"
    assert cell(page, people["李文静"], "other_earnings") == "600.00"
    assert cell(page, people["李文静"], "tax") != "0.00"


def test_zero_is_a_dash_and_the_change_has_its_sign_or_its_word(page, people) -> None:
    assert cell(page, people["李文静"], "deductions") == "—"
    assert cell(page, people["李文静"], "change") == "—"
    assert cell(page, people["赵明远"], "change").startswith("−")
    assert cell(page, people["周凯"], "change").startswith("+")
    assert cell(page, people["林悦"], "change") == "New on the sheet"


def test_the_pane_explains_the_figure_in_hand_and_follows_the_arrow_keys(page, people, tasks) -> None:
    take(page, people["何俊"], "gross")
    assert "Gross ¥" in texts(page.frame.pane)
    QTest.keyClick(page.frame.view, Qt.Key.Key_Right)
    settle(tasks)
    told = texts(page.frame.pane)
    assert "Insurance ¥" in told
    assert "housing fund" in told
    QTest.keyClick(page.frame.view, Qt.Key.Key_Right)
    settle(tasks)
    told = texts(page.frame.pane)
    assert "Tax ¥" in told
    assert "basic deduction so far" in told
    assert "taxable income so far" in told


def test_several_components_in_one_column_are_listed_and_a_single_one_is_explained(
    page, people, tasks
) -> None:
    take(page, people["周凯"], "other_earnings")
    told = texts(page.frame.pane)
    assert "= Other earnings" in told
    assert "奖金" in told
    assert "餐补" in told
    take(page, people["林悦"], "deductions")
    assert "未在职天数" in texts(page.frame.pane)


def test_a_subtotal_shows_what_the_department_adds_up_to(page, tasks) -> None:
    page.frame.view.go(3, 5)
    settle(tasks)
    told = texts(page.frame.pane)
    assert "运营部" in told
    assert "3 people" in told
    assert "Employer's cost" in told


def test_chips_and_search_leave_whom_they_name(page, people, tasks) -> None:
    chips = page.frame.top.chips
    by_name = {chip.name: chip for chip in chips._chips.values()}
    by_name["joined"].click()
    assert names(page) == ["林悦"]
    by_name["department.测绘一部"].click()
    assert names(page) == ["赵明远", "周凯"]
    by_name["all"].click()
    page.frame.top.search.setText("zmy")
    QTest.qWait(300)
    assert names(page) == ["赵明远"]
    page.go_to(people["何俊"])
    assert page.row_in_hand().name == "何俊"


def test_a_click_on_a_heading_sorts_people_and_a_third_brings_the_sheet_back(page) -> None:
    header = page.frame.view.horizontalHeader()
    net = [column.name for column in page.frame.model.columns].index("net")
    header.setSortIndicator(net, Qt.SortOrder.DescendingOrder)
    shown = names(page)
    assert shown[0] == "周凯"
    assert "Total (5)" not in shown
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert names(page)[-1] == "Total (5)"


def test_every_component_has_its_column_when_asked_for(page, people) -> None:
    page.frame.toggle_columns()
    assert cell(page, people["周凯"], "bonus") == "3,100.00"
    assert cell(page, people["何俊"], "overtime_rest") != "—"
    page.frame.view.resize(500, 300)
    page.frame.view.horizontalScrollBar().setValue(200)
    assert page.frame.view._names.isVisible(), "the names stay in view"
    page.frame.view.horizontalScrollBar().setValue(0)
    assert not page.frame.view._names.isVisible()
    page.frame.toggle_columns()


def test_selected_figures_are_copied_as_a_table(page, people) -> None:
    take(page, people["李文静"], "gross")
    keys("Ctrl+C", within=page.frame.view)
    assert QGuiApplication.clipboard().text() == "Gross\n15,600.00\n"


def test_a_check_leads_to_its_person(page, people, tasks) -> None:
    links = page.frame.pane.findChildren(LinkLabel)
    link = next(one for one in links if one.objectName().endswith(f".{people['林悦']}"))
    QTest.keyClick(link, Qt.Key.Key_Return)
    settle(tasks)
    assert page.row_in_hand().name == "林悦"
    page.acts.get("checks").trigger()
    dialog = dialog_of(page, "checks")
    assert "are to be looked at" in texts(dialog)
    place = next(n for n, check in enumerate(dialog.checks) if check.employee_id == people["何俊"])
    dialog.table.select({place})
    dialog.show_person()
    assert page.row_in_hand().name == "何俊"


def test_the_differences_stand_in_a_list_with_their_causes(page, people, tmp_path) -> None:
    page.acts.get("differences").trigger()
    dialog = dialog_of(page, "differences")
    rows = {cells[0]: cells for cells in dialog.cells()}
    assert "投标奖" in rows["周凯"][5] or "奖金" in rows["周凯"][5]
    assert rows["林悦"][2] == "—"
    assert "加班费_休息日" in rows["何俊"][5]
    dialog.copy()
    assert QGuiApplication.clipboard().text().startswith("Name\tDepartment\t")
    dialog.table.select({people["周凯"]})
    dialog._show()
    assert page.row_in_hand().name == "周凯"


def test_the_year_ledger_shows_how_the_year_came_about(page, people, tasks) -> None:
    take(page, people["何俊"], "tax")
    page.acts.get("ledger").trigger()
    settle(tasks)
    dialog = dialog_of(page, "ledger")
    cells = dialog.cells()
    assert [row[0] for row in cells] == ["2026-10", "2026-11"]
    assert cells[1][3] == "55,000.00"
    assert "Income ¥" in dialog.told.text()
    dialog.go(-1)
    settle(tasks)
    assert dialog.cells() == []
    assert dialog.told.text() == "Nothing was paid in this year."


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


def test_the_schedule_shows_the_year_and_opens_a_sheet(page, tasks) -> None:
    page.frame.top.schedule_button.click()
    shown = page.frame.schedule.model.rows
    assert [(row.cells[0], row.cells[8]) for row in shown] == [("2026-10", "Locked"), ("2026-11", "Draft")]
    page.frame.schedule.opened.emit(0)
    settle(tasks)
    assert page.frame.top.heading.text() == "Payroll  2026-10"
    assert "October sheet, paid on 8 October" in page.frame.top.line.text()
    page.step(1)
    settle(tasks)
    assert page.frame.top.month.text() == "2026-11"


def test_what_is_overdue_is_red_and_counted(qtbot, database, tasks, clerk, people) -> None:
    payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, clerk, date(2026, 11, 9))
    assert "3 days overdue" in page.frame.top.line.text()
    rows = page.frame.schedule.model.rows
    assert rows[1].tones == {2: "red"}


def test_the_status_bar_says_people_gross_tax_net_and_cost(page) -> None:
    words = page.status_text()
    assert words.startswith("5 people · gross ¥")
    assert "employer's cost ¥" in words


def test_rates_of_a_person_are_added_and_the_draft_offers_to_follow(page, people, tasks) -> None:
    take(page, people["何俊"], "base")
    page.acts.get("rates").trigger()
    settle(tasks)
    dialog = dialog_of(page, "pay_rates")
    assert "3 components" in dialog.told.text()
    form = dialog.add()
    settle(tasks)
    values = {box.spec.label: box.spec.name for box in form.body.boxes.values()}
    assert set(values.values()) == {"component_id", "from_on", "amount", "reason"}
    options = form.body.boxes["component_id"].editor.options()
    form.body.boxes["component_id"].editor.set_value(next(one.id for one in options if one.label == "绩效"))
    form.body.boxes["amount"].editor.set_value(Decimal(4000))
    form.body.boxes["from_on"].editor.set_value(date(2026, 11, 1))
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert any(row.cells[3] == "4,000.00" for row in dialog.table.model.rows)
    dialog.reject()
    settle(tasks)
    assert "Saved. The draft follows" in page.notice._text.text()


def test_one_off_lines_are_pasted_and_what_is_wrong_is_said_at_its_cell(
    page, database, people, tasks
) -> None:
    page.acts.get("one_off").trigger()
    settle(tasks)
    dialog = dialog_of(page, "one_off")
    table = dialog.table
    assert len(table.model.lines()) == 1
    table.view.setCurrentIndex(table.model.index(1, 0))
    QGuiApplication.clipboard().setText("何俊\t奖金\t500\n谁\t奖金\tabc")
    table._paste()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible()
    assert table.model.wrong_at(2, 0) is not None
    assert table.model.wrong_at(2, 2) is not None
    table.model.remove({2})
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert not any(one.isVisible() for one in page.findChildren(type(dialog)))


def test_a_table_with_titles_becomes_lines(page, people, tasks) -> None:
    page.acts.get("one_off").trigger()
    settle(tasks)
    dialog = dialog_of(page, "one_off")
    QGuiApplication.clipboard().setText("姓名\t奖金\t其他增减\n何俊\t100\t-20\n李文静\t200\t")
    dialog.paste_table()
    settle(tasks)
    assert len(dialog.table.model.lines()) == 4
    QGuiApplication.clipboard().setText("姓名\t奖金\n谁呀\t1")
    dialog.paste_table()
    settle(tasks)
    assert "Nobody here is called 谁呀" in dialog.notice._text.text()
    dialog._dirty = False
    dialog.reject()


def test_bonuses_are_advised_before_their_sheet_is_made(page, database, people, tasks) -> None:
    payrolls.once_only(database, people["何俊"], NOVEMBER, "annual_bonus", "36500")
    page.acts.get("bonus").trigger()
    settle(tasks)
    dialog = dialog_of(page, "bonus")
    (row,) = dialog.cells()
    assert row[:3] == ("何俊", "运营部", "36,500.00")
    assert "blind zone" in row[7]
    dialog.make_button.click()
    settle(tasks)
    form = dialog_of(page, "act")
    keys("Ctrl+S", within=form)
    settle(tasks)
    assert page.head.kind is RunKind.BONUS
    assert names(page)[0] == "何俊"


def test_settings_of_pay_are_kept(page, tasks) -> None:
    page.acts.get("settings").trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["pay_day"].editor.set_value(10)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert page.settings.pay_day == 10
    page.acts.get("settings").trigger()
    settle(tasks)
    dialog = dialog_of(page, "act")
    dialog.body.boxes["pay_day"].editor.set_value(32)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "between 1 and 31" in dialog.body.boxes["pay_day"].error()
    dialog.reject()


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
