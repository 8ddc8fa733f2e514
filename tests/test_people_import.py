"""People imported from a table: recognised titles, problems shown before anything is saved, carried out once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from models.people import Employee
from models.personnel import EmploymentKind, Sex
from services import people_import, personal_files
from services.errors import Refused
from services.exchange import xlsx
from services.exchange.foreign_sheets import ForeignSheet
from services.people_import import PersonKind
from services.people_sheets import LOST, people_of
from services.permissions import Role
from tests.claim_pages import act
from tests.conftest import TODAY, actor_of_role
from tests.hands import keys, settle
from tests.personnel_pages import dialog_of, opened, texts
from ui.pages.employees import EmployeesPage
from ui.tasks import Tasks

HR = actor_of_role(Role.HR)
HEAD = (
    "工号",
    "姓名",
    "性别",
    "公民身份号码",
    "部门",
    "岗位",
    "入职日期",
    "用工形式",
    "手机",
    "卡号",
    "开户行",
)
MAN = "420101199001010018"
NEW = (
    "0100",
    "新来",
    "男",
    MAN,
    "运营部",
    "专员",
    "2026年3月2日",
    "全日制",
    "139",
    "6214 8300 0000 0009",
    "招行",
)

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


def sheet(*rows, head=HEAD):
    return ForeignSheet("people.xlsx", "0" * 64, (("职工名册",), head, *rows))


def changed(**cells):
    return tuple(cells.get(title, cell) for title, cell in zip(HEAD, NEW, strict=True))


def compare(database, table):
    with database.read() as session:
        return people_import.compare(session, HR, table)


def apply(database, table, command_id="1", **how):
    with database.write() as session:
        return people_import.apply(session, HR, table, command_id=command_id, today=TODAY, **how)


def test_somebody_new_comes_with_their_file_and_card_and_a_second_click_does_nothing(either):
    table = sheet(NEW)
    assert [row.kind for row in compare(either, table).rows] == [PersonKind.NEW]
    done = apply(either, table)
    assert (done.added, done.completed, done.left_out) == (1, 0, 0)
    assert apply(either, table).added == 0
    with either.read() as session:
        employee = session.scalar(select(Employee).where(Employee.number == "0100"))
        file = personal_files.get(session, HR, employee.id)
    assert (employee.name, employee.hired_on, employee.bank_account) == (
        "新来",
        date(2026, 3, 2),
        "6214830000000009",
    )
    assert (file.identity_number, file.sex, file.born_on) == (MAN, Sex.MALE, date(1990, 1, 1))
    assert (file.employment_kind, file.cards[0].bank_name) == (EmploymentKind.FULL_TIME, "招行")
    assert file.posts[0].from_on == date(2026, 3, 2)
    assert compare(either, table).rows[0].kind is PersonKind.SAME


def test_the_file_of_somebody_known_is_completed_and_nothing_overwritten(database):
    with database.write() as session:
        name = session.get(Employee, 1).name
        draft = personal_files.get(session, HR, 1)
        personal_files.save(session, HR, replace(draft, sex=Sex.FEMALE, note="在"), today=TODAY)
    done = apply(database, sheet(changed(工号="0001", 姓名=name, 用工形式="非全日制")))
    assert (done.added, done.completed) == (0, 1)
    with database.read() as session:
        file = personal_files.get(session, HR, 1)
    assert (file.identity_number, file.sex, file.note) == (MAN, Sex.FEMALE, "在")
    assert file.employment_kind is EmploymentKind.FULL_TIME


def test_without_numbers_people_are_known_by_their_identity_number(database):
    apply(database, sheet(NEW))
    again = compare(database, sheet(changed(工号="")))
    assert again.rows[0].kind is PersonKind.SAME


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"姓名": ""}, "people.required", "name"),
        ({"部门": ""}, "people.required", "department"),
        ({"工号": ""}, "people.required", "number"),
        ({"部门": "没有的部"}, "people.department", "department"),
        ({"性别": "?"}, "people.sex", "sex"),
        ({"用工形式": "兼职"}, "people.employment", "employment"),
        ({"入职日期": "2026-02-30"}, "people.day", "hired_on"),
        ({"入职日期": "spring"}, "people.day", "hired_on"),
        ({"公民身份号码": "4201"}, "people.identity_number", "identity_number"),
        ({"公民身份号码": f"4201011990010100{LOST}"}, "people.lost_digits", "identity_number"),
        ({"卡号": "62x"}, "people.card", "card"),
        ({"工号": "0001"}, "people.other_name", "name"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_saved(database, cells, code, column):
    table = sheet(changed(**cells))
    found = compare(database, table).rows[0]
    assert found.kind is PersonKind.PROBLEM
    assert (found.problems[0].code, found.problems[0].column, found.problems[0].row) == (code, column, 3)
    with pytest.raises(Refused, match="problems"):
        apply(database, table)
    with database.read() as session:
        assert session.scalar(select(func.count(Employee.id))) == 6


def test_one_number_twice_is_a_problem_of_both_rows(database):
    found = compare(database, sheet(NEW, changed(工号="0101", 姓名="另一")))
    assert [row.problems[0].code for row in found.rows] == ["people.twice"] * 2
    found = compare(database, sheet(NEW, changed(公民身份号码="")))
    assert [row.problems[0].column for row in found.rows] == ["number"] * 2


def test_the_number_of_somebody_here_is_not_given_to_another(database):
    apply(database, sheet(NEW))
    found = compare(database, sheet(changed(工号="0101", 姓名="另一"))).rows[0]
    assert (found.problems[0].code, found.problems[0].value) == ("people.other_owner", "新来")


def test_rows_with_problems_are_left_out_by_choice(database):
    bad = changed(工号="0101", 姓名="另一", 公民身份号码="", 部门="没有的部")
    done = apply(database, sheet(NEW, bad), without_problems=True)
    assert (done.added, done.left_out) == (1, 1)
    with pytest.raises(Refused, match="nothing"):
        apply(database, sheet(NEW, bad), "2", without_problems=True)


@pytest.mark.parametrize(("text", "day"), [("20260302", 2), ("2026/3/2", 2), ("2026-03-02 00:00:00", 2)])
def test_days_are_read_as_tables_write_them(text, day):
    assert people_of(sheet(changed(入职日期=text)))[0].hired_on == date(2026, 3, day)


def test_a_table_of_something_else_is_refused():
    with pytest.raises(Refused) as caught:
        people_of(sheet(NEW, head=("序号", "金额")))
    assert caught.value.values == {"name": "people.xlsx", "titles": "姓名、部门"}
    with pytest.raises(Refused, match="no_rows"):
        people_of(sheet(("", "")))


def test_who_may_not_change_people_imports_none(database):
    for role in (Role.CLERK, Role.CASHIER):
        with database.read() as session, pytest.raises(Refused, match="permission"):
            people_import.compare(session, actor_of_role(role), sheet(NEW))


def written(folder: Path, *rows) -> Path:
    path = folder / "people.xlsx"
    xlsx.write_table(path, "名册", HEAD, rows)
    return path


def test_a_table_is_imported_in_the_window_without_its_problems(qtbot: QtBot, database, tmp_path) -> None:
    tasks = Tasks(database)
    page = opened(qtbot, EmployeesPage, database, tasks, Role.HR)
    act(page, "import")
    bad = changed(工号="0101", 姓名="另一", 公民身份号码="", 部门="没有的部")
    page.findChildren(QFileDialog)[-1].fileSelected.emit(str(written(tmp_path, NEW, bad)))
    settle(tasks)
    dialog = dialog_of(page, "act")
    assert dialog.counts.text() == "Will be added 1 · Has a problem 1"
    assert dialog.table.model.lines()[0].draft.why.startswith("部门: There is no department “没有的部”")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "1 rows have problems" in texts(dialog)
    dialog.body.boxes["without_problems"].editor.set_value(True)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert page.view.count == 7
    assert page.dropped([written(tmp_path, NEW)])
    settle(tasks)
    assert dialog_of(page, "act").counts.text() == "Known already 1"
    for one in page.findChildren(QDialog):
        one.close()
    tasks.close()
