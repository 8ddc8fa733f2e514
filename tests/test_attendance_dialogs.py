"""Attendance in the window: a file is shown before it counts, whose row it is is asked, and hands correct the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.pay import AttendanceMonth
from models.people import Department, Employee
from services import attendance
from services.attendance_values import AttendanceValue
from services.database import Database
from tests.attendance_sheets import person, write
from tests.desks import make_desk, named
from tests.hands import keys, settle
from ui.payroll.attendance_dialog import AttendanceDialog
from ui.payroll.attendance_import import AttendanceImport
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def crew(database: Database) -> dict[str, int]:
    with database.write() as session:
        survey = Department(code="02", name="测绘一部")
        session.add(survey)
        session.flush()
        people = [
            Employee(number="0101", name="李文静", department_id=1),
            Employee(number="0102", name="李文静", department_id=survey.id),
        ]
        session.add_all(people)
        session.flush()
        return {one.number: one.id for one in people}


def opened(qtbot: QtBot, database: Database, tasks: Tasks, actor, path: Path) -> AttendanceImport:
    dialog = AttendanceImport(make_desk(database, tasks, actor, date(2026, 12, 1)), NOVEMBER, path)
    qtbot.addWidget(dialog)
    dialog.told_sentences = []
    dialog.taken.connect(dialog.told_sentences.append)
    dialog.open()
    settle(tasks)
    return dialog


def by_hand(qtbot: QtBot, database: Database, tasks: Tasks, actor) -> AttendanceDialog:
    dialog = AttendanceDialog(make_desk(database, tasks, actor, date(2026, 12, 1)), NOVEMBER)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(tasks)
    return dialog


def stored(database: Database) -> dict[int, int]:
    with database.read() as session:
        return {one.employee_id: one.worked for one in session.query(AttendanceMonth)}


def child(dialog: QWidget, name: str) -> QWidget:
    found = [one for one in dialog.findChildren(QWidget, name) if one.isVisible()]
    assert found, name
    return found[-1]


def test_a_clear_file_is_taken_over_with_one_key(qtbot, database, tasks, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101", worked="20.5", leave=("0.5",))])
    dialog = opened(qtbot, database, tasks, clerk, path)
    assert dialog.told.text().startswith("Every row is clear; ")
    assert dialog.people.model.rows[0].cells == ("5", "李文静", "20.5", "—", "—", "—", "Personal leave 0.5")
    assert dialog.take_button.text() == "Take over 1 people  Ctrl+S"
    assert stored(database) == {}
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database) == {crew["0101"]: 2050}
    assert dialog.told_sentences == ["Attendance of 2026-11: 1 people taken over."]


def test_whose_row_it_is_is_asked_by_keyboard(qtbot, database, tasks, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", department="总部"), person("谁", "77")])
    dialog = opened(qtbot, database, tasks, clerk, path)
    assert not dialog.take_button.isEnabled()
    assert dialog.problems.model.rows[0].cells[4] == "Several people fit: say who it is"
    dialog.who_button.click()
    settle(tasks)
    question = child(dialog, "dialog.act")
    assert question.body.boxes["employee_id"].editor.value() in crew.values()
    keys("Ctrl+S", within=question)
    settle(tasks)
    assert dialog.problems.model.rows[0].cells[4] == "Nobody here has this number or name"
    dialog.skip_button.click()
    settle(tasks)
    assert dialog.take_button.isEnabled()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert list(stored(database).values()) == [2100]


def test_a_file_of_another_month_is_refused_with_its_month(
    qtbot, database, tasks, clerk, crew, tmp_path
) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101")], period="2026-10-01 至 2026-10-31")
    dialog = opened(qtbot, database, tasks, clerk, path)
    assert "a.xlsx is the attendance of 2026-10, and 2026-11 is wanted here" in dialog.notice._text.text()
    assert not dialog.take_button.isEnabled()
    assert dialog.take_button.text() == "Take over  Ctrl+S"


def test_a_file_without_a_month_warns_and_may_be_taken(qtbot, database, tasks, clerk, crew, tmp_path) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101")], period="")
    dialog = opened(qtbot, database, tasks, clerk, path)
    assert "names no month" in dialog.notice._text.text()
    assert dialog.take_button.isEnabled()


def test_a_column_is_taken_for_something_else_and_that_is_remembered(
    qtbot, database, tasks, clerk, crew, tmp_path
) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101", leave=("-", "-", "-", "-", "-", "2"))])
    dialog = opened(qtbot, database, tasks, clerk, path)
    titles = [dialog.columns.item(row, 0).text() for row in range(dialog.columns.rowCount())]
    row = titles.index("请假 · 路途假 (days)")
    assert dialog.columns.choice(row).value() is AttendanceValue.OTHER
    dialog.columns.choice(row).set_value(AttendanceValue.MARRIAGE)
    dialog.columns.choice(row).edited.emit()
    settle(tasks)
    assert dialog.people.model.rows[0].cells[6] == "Marriage leave 2"
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    again = opened(qtbot, database, tasks, clerk, path)
    assert again.columns.choice(row).value() is AttendanceValue.MARRIAGE


def test_without_a_column_of_days_the_columns_are_shown(
    qtbot, database, tasks, clerk, crew, tmp_path
) -> None:
    path = write(tmp_path / "a.xlsx", [person("李文静", "0101")])
    dialog = opened(qtbot, database, tasks, clerk, path)
    place = next(
        row for row in range(dialog.columns.rowCount()) if dialog.columns.item(row, 0).text() == "出勤天数"
    )
    dialog.columns.choice(place).set_value(None)
    dialog.columns.choice(place).edited.emit()
    settle(tasks)
    assert dialog.tabs.currentWidget() is dialog.columns
    assert "No column of a.xlsx is taken for “Days worked”" in dialog.notice._text.text()
    assert not dialog.take_button.isEnabled()


def test_what_is_no_table_gets_its_sentence(qtbot, database, tasks, clerk, tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"%PDF-1.7")
    dialog = opened(qtbot, database, tasks, clerk, path)
    assert "a.xlsx is no table" in dialog.notice._text.text()


def test_a_month_is_typed_and_pasted_by_hand(qtbot, database, tasks, clerk, crew) -> None:
    dialog = by_hand(qtbot, database, tasks, clerk)
    lines = dialog.table.model.lines()
    row = next(n for n, line in enumerate(lines) if line.draft.employee_id == crew["0101"])
    assert "only proposed" in dialog.told.text()
    dialog.table.view.setCurrentIndex(dialog.table.model.index(row, 2))
    QGuiApplication.clipboard().setText("19.5\t-\t1.5")
    dialog.table._paste()
    assert dialog.table.model.cell_text(row, 2) == "19.5"
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database)[crew["0101"]] == 1950
    with database.read() as session:
        draft = next(
            one for one in attendance.of_month(session, clerk, NOVEMBER) if one.employee_id == crew["0101"]
        )
    assert draft.personal == Decimal("1.5")


def test_what_is_no_number_is_said_at_its_cell(qtbot, database, tasks, clerk, crew) -> None:
    dialog = by_hand(qtbot, database, tasks, clerk)
    dialog.table.view.setCurrentIndex(dialog.table.model.index(0, 2))
    QGuiApplication.clipboard().setText("二十")
    dialog.table._paste()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "Line 1, Worked: Please type days or hours" in dialog.notice._text.text()
    dialog.table.model.set_cell(0, 2, Decimal(40))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "between 0 and 31" in dialog.table.model.wrong_at(0, 2).sentence
    assert stored(database) == {}
    dialog.reject()
    named(dialog, QPushButton, "action.confirm").click()
    settle(tasks)


def test_who_may_not_edit_only_looks(qtbot, database, tasks, auditor, crew) -> None:
    dialog = by_hand(qtbot, database, tasks, auditor)
    assert dialog.save_button.isHidden()
    dialog.reject()
