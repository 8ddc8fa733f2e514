"""The first start: three ways to begin, and a failed one leaves nothing behind."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit
from sqlalchemy import func, select

from models.approval import ApprovalRule
from models.expense_category import ExpenseCategory
from models.people import Company, Employee
from services import approval_levels, backups, setup
from services.database import Database
from services.errors import Refused
from tests.windows import field, give_password, press, program, sign_in
from ui.first_start import FirstStart

ANSWERS = {
    "company": "武汉测绘有限公司",
    "tax_id": "91420100ma4k20003h",
    "name": "王雪",
    "login": "wx",
    "password": "correct horse",
}


def _answer(house, **changes: str) -> None:
    press(house.window, "choice.empty")
    for name, text in (ANSWERS | changes).items():
        field(house.window, name).setText(text)
    press(house.window, "action.begin")


def test_four_answers_make_a_company_and_sign_its_founder_in(qtbot, tmp_path):
    with program(qtbot, tmp_path) as house:
        _answer(house)
        qtbot.waitUntil(lambda: house.signed_in is not None, timeout=60_000)
        assert house.signed_in.desk.actor.name == "王雪"
        with house.tasks.database.read() as session:
            assert session.scalar(select(Company.tax_id)) == "91420100MA4K20003H"


def test_a_wrong_answer_is_said_beside_its_question_and_leaves_no_database(qtbot, tmp_path):
    with program(qtbot, tmp_path) as house:
        _answer(house, password="short")
        error = house.window.findChild(QLabel, "error.password")
        qtbot.waitUntil(lambda: error.text() != "", timeout=60_000)
        assert "at least 8 characters" in error.text()
        assert not (tmp_path / "opsdesk.db").exists()
        field(house.window, "password").setText("long enough now")
        press(house.window, "action.begin")
        qtbot.waitUntil(lambda: house.signed_in is not None, timeout=60_000)


def test_a_mistyped_tax_number_is_doubted_beside_its_field_and_taken(qtbot, tmp_path):
    with program(qtbot, tmp_path) as house:
        press(house.window, "choice.empty")
        doubt = house.window.findChild(QLabel, "error.tax_id")
        qtbot.keyClicks(field(house.window, "tax_id"), "91420100MA4K2000")
        assert not doubt.isVisible()
        qtbot.keyClicks(field(house.window, "tax_id"), "3X")
        assert doubt.isVisible()
        assert "check digit" in doubt.text()
        _answer(house, tax_id="91420100MA4K20003X")
        qtbot.waitUntil(lambda: house.signed_in is not None, timeout=60_000)


def test_four_questions_are_numbered_and_the_company_is_one_of_two_fields(qtbot, tmp_path):
    with program(qtbot, tmp_path) as house:
        press(house.window, "choice.empty")
        page = house.window.findChild(FirstStart)
        numbered = [label.text()[:2] for label in page.findChildren(QLabel) if label.text()[1:2] == "."]
        assert sorted(numbered) == ["1.", "2.", "3.", "4."]
        group = page.findChild(QFrame, "group.company")
        assert {one.objectName() for one in group.findChildren(QLineEdit)} == {
            "field.company",
            "field.tax_id",
        }


def test_a_backup_can_be_opened_and_everybody_signs_in_as_before(qtbot, tmp_path, database):
    give_password(database, "clerk")
    made = backups.make(database)
    with program(qtbot, tmp_path / "new") as house:
        house.window.findChild(FirstStart).backup_chosen.emit(str(made.path))
        qtbot.waitUntil(lambda: house._database is not None, timeout=60_000)
        sign_in(qtbot, house, "clerk")


def test_a_file_that_is_no_backup_is_refused_with_a_sentence(qtbot, tmp_path):
    other = tmp_path / "letter.db"
    other.write_text("dear all")
    with program(qtbot, tmp_path / "new") as house:
        page = house.window.findChild(FirstStart)
        page.backup_chosen.emit(str(other))
        error = house.window.findChild(QLabel, "error.start")
        qtbot.waitUntil(lambda: "letter.db is not an OpsDesk backup" in error.text(), timeout=60_000)


@pytest.fixture
def empty(tmp_path):
    database = Database.open(tmp_path)
    yield database
    database.close()


def test_an_empty_company_has_what_a_first_claim_needs(empty):
    with empty.write() as session:
        actor = setup.create(session, setup.Answers(**ANSWERS))
        assert actor.employee_id == session.scalar(select(Employee.id))
        assert session.scalar(select(func.count()).select_from(ExpenseCategory)) > 10
        assert session.scalars(select(ApprovalRule.label)).all() == ["部门审批", "总经理"]
        assert approval_levels.office(session)


@pytest.mark.parametrize(
    ("change", "code", "field_name"),
    [
        ({"company": " "}, "setup.company_missing", "company"),
        ({"name": ""}, "user.name_missing", "name"),
        ({"login": ""}, "user.login_missing", "login"),
        ({"password": "wx"}, "user.password_short", "password"),
    ],
)
def test_every_question_wants_an_answer(empty, change, code, field_name):
    with pytest.raises(Refused) as refused, empty.write() as session:
        setup.create(session, setup.Answers(**(ANSWERS | change)))
    assert (refused.value.code, refused.value.field) == (code, field_name)


def test_a_database_with_a_company_is_not_set_up_again(empty):
    with empty.write() as session:
        setup.create(session, setup.Answers(**ANSWERS))
    with pytest.raises(Refused, match=r"setup\.not_empty"), empty.write() as session:
        setup.create(session, setup.Answers(**ANSWERS))
