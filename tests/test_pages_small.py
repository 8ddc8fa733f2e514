"""Every small register is a page: it opens, makes a record, and shows it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.user import Role
from services import company
from services.database import Database
from tests.conftest import actor_of_role
from tests.desks import make_desk, named
from ui.pages.company import CompanyPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
ACTOR = actor_of_role(Role.ADMINISTRATOR)
PAGES = [
    ("bank_accounts:BankAccountsPage", {"name": "现金箱", "kind": "cash"}),
    ("employees:EmployeesPage", {"number": "1001", "name": "李文静", "department_id": 1}),
    ("departments:DepartmentsPage", {"code": "02", "name": "测绘一部"}),
    ("projects:ProjectsPage", {"number": "HT-2026-031", "name": "宜昌地形图"}),
    ("expense_categories:ExpenseCategoriesPage", {"code": "fuel", "name": "油料"}),
    ("approval_rules:ApprovalRulesPage", {"label": "部门审批", "level": 1}),
    ("users:UsersPage", {"login": "li", "name": "李文静", "password": "correct horse", "roles": ["clerk"]}),
]


@pytest.fixture
def desk(database: Database, qtbot: QtBot, today) -> Iterator:
    tasks = Tasks(database)
    yield make_desk(database, tasks, ACTOR, today)
    assert tasks.wait_idle()
    tasks.close()


@pytest.mark.parametrize(("where", "values"), PAGES, ids=[where.split(":")[0] for where, _ in PAGES])
def test_a_record_is_made_on_every_small_page_and_shown_in_its_pane(qtbot, desk, where, values):
    module, name = where.split(":")
    page = getattr(importlib.import_module(f"ui.pages.{module}"), name)(desk)
    qtbot.addWidget(page)
    page.show()
    dialog = page.open_form(None)
    with qtbot.waitSignal(dialog.loaded):
        pass
    for field, value in values.items():
        dialog.body.boxes[field].editor.set_value(value)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    qtbot.waitUntil(lambda: page.pane.record_id == saved.args[0])
    assert page.view.count >= 1


def test_the_company_is_one_form_that_says_when_it_is_saved(qtbot, desk, database):
    page = CompanyPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert desk.tasks.wait_idle()
    qtbot.keyClicks(named(page, QLineEdit, "field.name"), "Acme")
    named(page, QPushButton, "action.save").click()
    assert desk.tasks.wait_idle()
    assert "Saved" in page.notice.text()
    with database.read() as session:
        assert company.get(session, ACTOR).name == "Acme"


def test_a_company_without_a_name_is_told_beside_the_field(qtbot, desk):
    page = CompanyPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert desk.tasks.wait_idle()
    qtbot.keyClicks(named(page, QLineEdit, "field.phone"), "027")
    named(page, QPushButton, "action.save").click()
    assert desk.tasks.wait_idle()
    assert page.body.boxes["name"].error()
