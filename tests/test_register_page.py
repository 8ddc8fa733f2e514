"""The generic page on a real register: find, filter, select, open, remove, copy, export."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.user import Role
from services import employees
from services.database import Database
from services.registers import Filter, Operator
from tests.conftest import actor_of_role
from tests.desks import add_employees, make_desk, named
from ui.pages.employees import EmployeesPage
from ui.tasks import Tasks
from ui.widgets.column_chooser import ColumnChooser
from ui.widgets.exporting import copy_table, export_to
from ui.widgets.filter_dialog import FilterDialog
from ui.widgets.record_dialog import RecordDialog

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
ACTOR = actor_of_role(Role.ADMINISTRATOR)
PEOPLE = ("李文静", "赵明远", "王雪", "陈立", "周凯")


@pytest.fixture
def tasks(database: Database, qtbot: QtBot) -> Iterator[Tasks]:
    add_employees(database, ACTOR, *PEOPLE)
    made = Tasks(database)
    yield made
    assert made.wait_idle()
    made.close()


def opened(qtbot: QtBot, database, tasks, today, actor=ACTOR) -> EmployeesPage:
    page = EmployeesPage(make_desk(database, tasks, actor, today))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    assert tasks.wait_idle()
    return page


@pytest.fixture
def page(qtbot: QtBot, database, tasks, today) -> EmployeesPage:
    return opened(qtbot, database, tasks, today)


def shown(page: EmployeesPage, column: str = "name") -> list[str]:
    assert page.desk.tasks.wait_idle()
    at = [spec.name for spec in page.view.table.rows.columns].index(column)
    model = page.view.table.rows
    return [model.index(row, at).data() for row in range(model.rowCount())]


def search(qtbot: QtBot, page: EmployeesPage, text: str) -> list[str]:
    with qtbot.waitSignal(page.view.loaded):
        page.view.search.setText(text)
    return shown(page)


def test_the_list_shows_everybody_and_says_how_many(page):
    assert len(shown(page)) == 11
    assert page.status_text().startswith("11 records")


def test_searching_pinyin_initials_finds_a_person(qtbot, page):
    assert search(qtbot, page, "lwj") == ["李文静"]


def test_when_nothing_matches_the_page_offers_to_show_all(qtbot, page):
    assert search(qtbot, page, "nobody") == []
    with qtbot.waitSignal(page.view.loaded):
        named(page, QPushButton, "action.empty").click()
    assert len(shown(page)) == 11


def test_a_filter_is_said_in_a_dialog_and_taken_away_by_its_token(qtbot, page):
    page.view.add_filter()
    dialog = page.view.findChild(FilterDialog)
    dialog.column_box.setCurrentIndex(dialog.column_box.findData("name"))
    named(dialog, QLineEdit, "field.value.0").setText("周")
    with qtbot.waitSignal(page.view.loaded):
        named(dialog, QPushButton, "action.add_filter").click()
    assert sorted(shown(page)) == ["周凯", "周审"]
    with qtbot.waitSignal(page.view.loaded):
        named(page, QPushButton, "filter.name").click()
    assert len(shown(page)) == 11


def test_a_filter_without_a_value_is_not_made(qtbot, page):
    page.view.add_filter()
    dialog = page.view.findChild(FilterDialog)
    named(dialog, QPushButton, "action.add_filter").click()
    assert dialog.isVisible()
    assert page.view.filters.filters() == ()


def test_clicking_a_heading_sorts_and_clicking_again_turns_the_order(qtbot, page):
    for descending in (False, True):
        with qtbot.waitSignal(page.view.loaded):
            page.view.table.sort_requested.emit("number", descending)
        numbers = shown(page, "number")
        assert numbers == sorted(numbers, reverse=descending)


def test_the_pane_shows_the_selected_row_and_its_history(qtbot, page):
    search(qtbot, page, "赵明远")
    with qtbot.waitSignal(page.detail_shown, check_params_cb=lambda found: found is not None):
        page.view.table.select_row(0)
        page.refresh()
    texts = [label.text() for label in page.pane.findChildren(type(page.line))]
    assert {"赵明远", "1002", "History"} <= set(texts)


def test_f4_hides_the_pane_and_brings_it_back(qtbot, page):
    for hidden in (True, False):
        page.acts.get("pane").trigger()
        assert page.pane.isHidden() is hidden


def test_a_record_is_opened_by_enter_and_saved_rows_show_at_once(qtbot, page):
    search(qtbot, page, "王雪")
    page.view.table.select_row(0)
    qtbot.keyClick(page.view.table, Qt.Key.Key_Return)
    dialog = page.findChild(RecordDialog)
    qtbot.waitUntil(dialog.body.isEnabled)
    named(dialog, QLineEdit, "field.post").setText("运营专员")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    qtbot.waitUntil(lambda: shown(page, "post") == ["运营专员"])


def test_a_record_outside_the_search_is_brought_into_view(qtbot, page, database):
    search(qtbot, page, "王雪")
    page.open_record(8)
    qtbot.waitUntil(lambda: page.view.table.current_id() == 8)
    assert page.view.search.text() == ""


def test_del_asks_and_then_removes(qtbot, page):
    search(qtbot, page, "陈立")
    page.view.table.select_row(0)
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.desk.tasks.changed):
        named(page, QPushButton, "action.confirm").click()
    qtbot.waitUntil(lambda: shown(page) == [])


def test_copied_rows_paste_into_excel_with_headings(qtbot, page):
    search(qtbot, page, "100")
    page.view.table.selectAll()
    copy_table(page.view)
    assert page.desk.tasks.wait_idle()
    lines = QGuiApplication.clipboard().text()
    heading, first, *_ = lines.splitlines()
    assert heading.split("\t")[:2] == ["Employee no.", "Full name"]
    assert first.split("\t")[:2] == ["1001", "李文静"]


def test_what_is_shown_is_exported_to_excel(qtbot, page, tmp_path):
    target = tmp_path / "people.xlsx"
    export_to(page.view, "Employees", target)
    assert page.desk.tasks.wait_idle()
    assert target.read_bytes()[:2] == b"PK"


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(qtbot, page, tmp_path):
    export_to(page.view, "Employees", tmp_path / "missing" / "people.xlsx")
    assert page.desk.tasks.wait_idle()
    told = [box for box in page.view.children() if box.objectName() == "told"]
    assert "people.xlsx" in told[0].text()


def test_columns_are_chosen_ordered_and_remembered(qtbot, page, database, tasks, today):
    page.acts.get("columns").trigger()
    chooser = page.findChild(ColumnChooser)
    chooser.columns.setCurrentRow(1)
    chooser.shift(-1)
    chooser.columns.item(2).setCheckState(Qt.CheckState.Unchecked)
    named(chooser, QPushButton, "action.ok").click()
    names = [column.spec.name for column in page.view.table.header.visible_columns()]
    assert names[:3] == ["name", "number", "post"]
    assert page.desk.prefs.get("columns.employee", {})["order"][0] == "name"


def test_who_may_only_look_gets_no_buttons_that_change(qtbot, database, tasks, today):
    page = opened(qtbot, database, tasks, today, actor_of_role(Role.AUDITOR))
    assert [page.acts.get(name) for name in ("new", "remove")] == [None, None]
    dialog = page.open_form(1)
    qtbot.waitUntil(dialog.body.isEnabled)
    assert dialog.locked


def test_the_palette_gets_what_is_possible_now(page):
    names = {command.name for command in page.commands()}
    assert {"employees.new", "employees.export"} <= names
    page.view.table.clearSelection()
    assert "employees.remove" not in {command.name for command in page.commands()}


def test_a_change_elsewhere_shows_when_the_page_is_shown_again(qtbot, page, database):
    page.hide()
    with database.write() as session:
        employees.save(session, ACTOR, employees.EmployeeDraft(number="2001", name="新人", department_id=1))
    page.desk.tasks.changed.emit()
    page.show()
    qtbot.waitUntil(lambda: "新人" in shown(page))


def test_a_page_can_be_shown_with_a_filter_from_outside(qtbot, page):
    with qtbot.waitSignal(page.view.loaded):
        page.view.show_filtered("all", [Filter("number", Operator.CONTAINS, "1003")])
    assert shown(page) == ["王雪"]


def test_the_status_line_lets_go_of_rows_that_left_the_list(qtbot, page, database):
    page.view.table.select_row(3)
    assert page.status_text() == "11 records · 1 selected"
    search(qtbot, page, "nobody at all")
    assert page.status_text() == "0 records"
