"""The personnel file in the window: typed, doubted, refused at its place, looked at by who may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from models.people import Employee
from models.personnel import DeductionItem, Sex
from services import personal_files
from services.permissions import Role
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import keys, settle
from tests.personnel_pages import CLERK, dialog_of, file_of, fill_line, opened, put, stored, texts
from ui.pages.employees import EmployeesPage
from ui.tasks import Tasks

MAN = "420101199001010018"

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        for employee_id in range(1, 7):
            session.get(Employee, employee_id).hired_on = date(2024, 5, 6)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_a_number_typed_fills_in_sex_and_birthday_and_the_file_is_saved(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    assert page.line.text() == "6 files without an ID card number"
    assert "The ID card number is missing" in texts(page.pane)
    dialog = file_of(page, tasks)
    dialog.body.boxes["identity_number"].widget.setFocus()
    keys(MAN, within=dialog)
    assert dialog.body.boxes["sex"].editor.value() is Sex.MALE
    assert dialog.body.boxes["born_on"].editor.value() == date(1990, 1, 1)
    fill_line(dialog.lists["cards"], from_on=TODAY, bank_name="招商银行", number="6214 8300 0000 0009")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert page.findChildren(QDialog, "dialog.personal_file") == []
    assert stored(database).identity_number == MAN
    assert "420101199001010018" in texts(page.pane)
    assert "… 0009" in texts(page.pane)
    assert page.line.text() == "5 files without an ID card number"


def test_contradictions_and_mistyped_cards_warn_and_keep_nobody_from_saving(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    put(dialog, identity_number=MAN, sex=Sex.FEMALE)
    fill_line(dialog.lists["cards"], from_on=TODAY, bank_name="招商银行", number="6222021234567890")
    assert "the other sex" in texts(dialog)
    assert "Line 1: The check digit does not fit" in dialog.doubt.text()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database).sex is Sex.FEMALE
    assert "The ID card number says another sex" in texts(page.pane)
    assert "The bank card looks mistyped" in texts(page.pane)


def test_a_refusal_shows_its_tab_and_its_cell(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    january = date(2026, 1, 1)
    fill_line(dialog.lists["deductions"], item=DeductionItem.HOUSING_LOAN, from_month=january)
    fill_line(dialog.lists["deductions"], item=DeductionItem.HOUSING_RENT, from_month=january)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible()
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Family and deductions"
    assert "not deducted in one month" in texts(dialog)
    assert dialog.lists["deductions"].model.wrong_at(1, 0) is not None
    dialog.lists["deductions"].model.remove({1})
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database).deductions[0].amount == Decimal(1000)


def test_two_people_with_one_number_are_told_at_the_field_of_the_first_tab(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    put(dialog, identity_number=MAN)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    other = file_of(page, tasks, 2)
    put(other, identity_number=MAN)
    other.tabs.setCurrentIndex(7)
    keys("Ctrl+S", within=other)
    settle(tasks)
    assert other.tabs.currentIndex() == 0
    with database.read() as session:
        name = session.get(Employee, 1).name
    assert f"{name} (0001) has this number already" in texts(other)


def test_an_unreadable_day_shows_its_tab(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    dialog.body.boxes["graduated_on"].widget.setText("some day")
    dialog.tabs.setCurrentIndex(0)
    assert dialog.gather() is None
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Education and file"
    dialog.body.boxes["graduated_on"].editor.set_value(None)
    table = dialog.lists["health_checks"]
    table.model.put_cells(0, 0, [[table._read(table.model.columns[0], "some day")]])
    assert dialog.gather() is None
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Health"
    dialog.discard()


def test_enter_goes_through_the_tabs(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    dialog.body.boxes["note"].widget.setFocus()
    keys("⏎", within=dialog)
    assert dialog.tabs.currentIndex() == 1
    dialog.body.boxes["confirmed_on"].widget.setFocus()
    keys("⏎", within=dialog)
    assert dialog.focusWidget().objectName() == "cell.from_on"
    dialog.lists["posts"].left.emit()
    assert dialog.tabs.currentIndex() == 2
    dialog.tabs.setCurrentIndex(4)
    dialog.lists["dependants"].left.emit()
    assert dialog.tabs.currentIndex() == 4
    dialog.tabs.setCurrentIndex(7)
    dialog.lists["health_checks"].left.emit()
    assert dialog.focusWidget() is dialog.save_button
    dialog.discard()


def test_who_sees_no_pay_has_no_tab_of_tax_years(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks, Role.ADMINISTRATOR)
    dialog = file_of(page, tasks)
    tabs = dialog.tabs
    assert [tabs.tabText(n) for n in range(tabs.count()) if not tabs.isTabVisible(n)] == ["Tax year"]
    dialog.tabs.setCurrentIndex(4)
    dialog.lists["deductions"].left.emit()
    assert tabs.tabText(tabs.currentIndex()) == "Education and file"


def test_yes_and_no_are_typed_into_the_lines_of_tax_years(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    dialog.tabs.setCurrentIndex(5)
    dialog.lists["tax_years"].begin()
    keys("2026", "⏎", within=dialog)
    keys("Space", "⏎", within=dialog)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    found = stored(database).tax_years[0]
    assert (found.year, found.first_wage, found.deduct_basic) == (2026, True, True)


def test_what_was_typed_into_the_lists_comes_back_after_a_crash(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    put(dialog, school="武汉大学")
    fill_line(dialog.lists["dependants"], name="小明", relation="儿子")
    kept = dialog.kept()
    dialog.discard()
    settle(tasks)
    again = file_of(page, tasks)
    again.restore(kept)
    assert again.gather().dependants[0].name == "小明"
    assert again.gather().school == "武汉大学"
    again.discard()


def test_the_manager_looks_and_the_cashier_sees_no_file_at_all(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks, Role.MANAGER)
    dialog = file_of(page, tasks)
    assert not dialog.save_button.isVisible()
    dialog.reject()
    other = opened(qtbot, EmployeesPage, database, tasks, Role.CASHIER)
    other.view.table.select_row(0)
    settle(tasks)
    assert other.acts.get("file") is None
    assert "Personnel file" not in texts(other.pane)
    assert other.line.text() == "Who works here, in which department, and where money is paid to."


def test_the_history_of_the_file_stands_in_the_pane(qtbot, database, tasks):
    with database.write() as session:
        draft = personal_files.get(session, CLERK, 1)
        personal_files.save(session, CLERK, draft, today=TODAY)
    page = opened(qtbot, EmployeesPage, database, tasks)
    page.view.table.select_row(0)
    settle(tasks)
    assert "History of the file" in texts(page.pane)


def test_the_roster_is_previewed(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    page.acts.get("roster").trigger()
    preview = dialog_of(page, "print")
    qtbot.waitUntil(lambda: preview.pdf.startswith(b"%PDF"), timeout=20_000)
    preview.close()


@pytest.mark.parametrize(("name", "refusals"), [("export_roster", []), ("bank_list", ["roster.no_identity"])])
def test_the_roster_and_the_bank_list_are_written_or_refused(
    qtbot, database, tasks, tmp_path, name, refusals
):
    page = opened(qtbot, EmployeesPage, database, tasks)
    page.view.table.select_row(0)
    settle(tasks)
    act(page, name)
    target = tmp_path / "list.xlsx"
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(target))
    dialog.close()
    settle(tasks)
    assert page.refusals == refusals
    assert target.exists() is (not refusals)


def test_who_saved_the_file_meanwhile_is_named_and_what_differs_shown(qtbot, database, tasks):
    page = opened(qtbot, EmployeesPage, database, tasks)
    dialog = file_of(page, tasks)
    with database.write() as session:
        draft = personal_files.get(session, CLERK, 1)
        personal_files.save(session, CLERK, replace(draft, school="武汉大学"), today=TODAY)
    put(dialog, major="测绘工程")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    box = [one for one in dialog.findChildren(QDialog) if one.isVisible()][-1]
    assert CLERK.name in texts(box)
    box.close()
    dialog.discard()
