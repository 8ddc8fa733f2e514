"""The Payroll page: the sheet of the month, why a figure is what it is, and each step by its state."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from models.payroll import PayrollRun, RunKind, RunState
from models.personnel import EmploymentKind, PersonalFile
from services.database import Database
from tests import payrolls
from tests.hands import keys, settle
from tests.payroll_pages import NOVEMBER, cell, company, dialog_of, names, page_of, take, texts
from ui.payroll.link_label import LinkLabel
from ui.widgets.title_width import title_width

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
    assert cell(page, people["林悦"], "change") == "New"


def test_the_pane_explains_the_figure_in_hand_and_follows_the_arrow_keys(page, people, tasks) -> None:
    take(page, people["何俊"], "gross")
    assert "Gross ¥" in texts(page.frame.pane)
    QTest.keyClick(page.frame.view, Qt.Key.Key_Right)
    settle(tasks)
    told = texts(page.frame.pane)
    assert "Insured ¥" in told
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
    assert "= Others" in told
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
    header = dialog.table.view.horizontalHeader()
    assert all(header.sectionSize(n) >= title_width(header, n) for n in range(header.count()))
    assert cells[1][3] == "55,000.00"
    assert "Income ¥" in dialog.told.text()
    dialog.go(-1)
    settle(tasks)
    assert dialog.cells() == []
    assert dialog.told.text() == "Nothing was paid in this year."


def test_the_year_ledger_sums_wages_and_an_internship_each_for_itself(
    qtbot, database, tasks, clerk, people
) -> None:
    with database.write() as session:
        file = session.query(PersonalFile).filter_by(employee_id=people["何俊"]).one()
        file.employment_kind = EmploymentKind.INTERN
    payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, clerk)
    take(page, people["何俊"], "tax")
    page.acts.get("ledger").trigger()
    settle(tasks)
    dialog = dialog_of(page, "ledger")
    assert [row[0] for row in dialog.cells()] == ["2026-10", "2026-11 Intern"]
    wages, internship = dialog.told.text().split(" · ")
    assert wages.startswith("Wages: income ¥")
    assert internship.startswith("Internship: income ¥")


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


def test_before_the_first_sheet_of_a_year_comes_the_year_before(page, tasks) -> None:
    page.step(-1)
    settle(tasks)
    assert page.frame.top.month.text() == "2026-10"
    page.step(-1)
    settle(tasks)
    assert "There are no sheets of 2025." in page.notice._text.text()
    assert page.frame.top.month.text() == "2026-10"


def test_a_sheet_of_another_year_is_opened_by_its_id(qtbot, database, tasks, clerk, people) -> None:
    run = payrolls.make(database, clerk, NOVEMBER)
    page = page_of(qtbot, database, tasks, clerk, date(2027, 1, 4))
    assert page.frame.top.month.text() == "2027-01"
    page.open_record(run)
    settle(tasks)
    assert page.frame.top.month.text() == "2026-11"
    page.step(1)
    settle(tasks)
    assert page.frame.top.month.text() == "2026-12"
    page.step(1)
    settle(tasks)
    assert page.frame.top.month.text() == "2027-01"


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
