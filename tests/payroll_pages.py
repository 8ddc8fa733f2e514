"""The payroll page for tests: opened on a small company that has paid wages before."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.people import Department, Employee
from models.user import Role
from services import office_papers, payroll_states
from services.database import Database
from services.permissions import Actor
from tests import payrolls
from tests.conftest import actor_of_role
from tests.desks import make_desk
from tests.hands import settle
from ui.pages.payroll import PayrollPage
from ui.tasks import Tasks

TODAY = date(2026, 11, 2)
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
NAMES = ("李文静", "赵明远", "何俊", "周凯")


def company(database: Database, clerk: Actor) -> dict[str, int]:
    """Four people in two departments, paid in October; then one joins, one works overtime, one gets a bonus."""
    payrolls.begin(database)
    with database.write() as session:
        survey = Department(code="02", name="测绘一部")
        session.add(survey)
        session.flush()
        departments = (1, survey.id)
    people = {
        name: payrolls.hire(
            database, name, base=str(12000 + place * 2000), rates={"performance": "3000", "meal": "600"}
        )
        for place, name in enumerate(NAMES)
    }
    for place, employee_id in enumerate(people.values()):
        payrolls.insure(database, employee_id, base="12000")
        with database.write() as session:
            person = session.get_one(Employee, employee_id)
            person.department_id, person.post = departments[place % 2], "测绘工程师"
    paid(database, clerk, payrolls.make(database, clerk, OCTOBER), date(2026, 10, 8))
    people["林悦"] = payrolls.hire(database, "林悦", base="4800", hired=date(2026, 10, 12))
    payrolls.attend(database, people["何俊"], OCTOBER, due=1800, worked=1800, overtime_rest=800)
    payrolls.attend(database, people["赵明远"], OCTOBER, due=1800, worked=1700, leave={"personal": 100})
    payrolls.once_only(database, people["周凯"], NOVEMBER, "bonus", "3100", "投标奖")
    return people


def paid(database: Database, clerk: Actor, run_id: int, day: date) -> None:
    """Bring a draft through all its states."""
    boss, cashier = actor_of_role(Role.MANAGER), actor_of_role(Role.CASHIER)
    approved(database, clerk, boss, run_id, day)
    version = payrolls.run_of(database, run_id).version
    with database.write() as session:
        payroll_states.pay(
            session, cashier, run_id, version, paid_on=day, command_id=payrolls.command(), today=day
        )
    version = payrolls.run_of(database, run_id).version
    with database.write() as session:
        payroll_states.lock(session, cashier, run_id, version, payrolls.command())


def approved(database: Database, clerk: Actor, boss: Actor, run_id: int, day: date) -> None:
    """Checked, submitted and approved."""
    rule(database)
    for act in (payroll_states.check, payroll_states.submit):
        version = payrolls.run_of(database, run_id).version
        with database.write() as session:
            act(session, clerk, run_id, version, payrolls.command(), day)
    version = payrolls.run_of(database, run_id).version
    with database.write() as session:
        office_papers.decide(
            session, boss, DecidedKind.PAYROLL_RUN, run_id, version, Decision.APPROVE,
            reason="", command_id=payrolls.command(), today=day,
        )  # fmt: skip


def rule(database: Database) -> None:
    """Whoever is a manager decides."""
    with database.write() as session:
        if session.query(ApprovalRule).first() is None:
            session.add(ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER))


def page_of(qtbot: QtBot, database: Database, tasks: Tasks, actor: Actor, today: date = TODAY) -> PayrollPage:
    page = PayrollPage(make_desk(database, tasks, actor, today))
    qtbot.addWidget(page)
    page.resize(1170, 740)
    page.show()
    settle(tasks)
    return page


def dialog_of(page: QWidget, name: str) -> QDialog:
    found = [one for one in page.findChildren(QDialog, f"dialog.{name}") if one.isVisible()]
    assert found, name
    return found[-1]


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def names(page: PayrollPage) -> list[str]:
    """What stands in the first column."""
    model = page.frame.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def cell(page: PayrollPage, employee_id: int, column: str) -> str:
    model = page.frame.model
    place = [one.name for one in model.columns].index(column)
    return model.index(model.row_of(employee_id), place).data()


def take(page: PayrollPage, employee_id: int, column: str) -> None:
    """Take a figure in hand."""
    place = [one.name for one in page.frame.model.columns].index(column)
    page.frame.view.go(page.frame.model.row_of(employee_id), place)
    settle(page.desk.tasks)
