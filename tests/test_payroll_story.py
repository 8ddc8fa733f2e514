"""A month of pay through the whole window, by keyboard alone, in both languages: drafted, asked, decided, paid, locked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.payroll import PayrollRun, RunState
from models.user import Role
from services import payroll_sheets
from services.calendars import business_day
from services.database import Database
from services.months import month_of, previous_month
from tests import conftest, payrolls
from tests.hands import keys, settle
from tests.payroll_pages import paid, rule, texts
from tests.windows import PASSWORD, give_password, program
from ui.app import OpsDesk

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
TODAY = business_day()
MONTH = month_of(TODAY)
WORDS = {  # what the window says, by language
    "en": {"missing": "not made yet", "differ": "people differ", "basic": "basic deduction so far", "waits": "1 wait"},
    "zh_CN": {"missing": "尚未生成", "differ": "人有差异", "basic": "累计减除费用", "waits": "1 "},
}  # fmt: skip


class Hands:
    """Somebody who sits before the window and has no mouse."""

    def __init__(self, house: OpsDesk, lang: str) -> None:
        self.house = house
        self.words = WORDS[lang]

    def do(self, *steps: str) -> None:
        """Type where the focus is, step by step, each when the window has come to rest."""
        for step in steps:
            keys(step, within=QApplication.activeModalWidget() or self.house.window)
            settle(self.house.tasks)

    def open(self, tab: str, typed: str = "") -> None:
        """Go to a tab by the palette."""
        self.do("Ctrl+K", typed or tab.replace("_", " "), "⏎")
        assert self.house.signed_in.workspace.current == tab

    def sign_in(self, login: str) -> None:
        again = (
            ("⇤",) if self.house.device.get("login") else ()
        )  # the name of whoever was here before stands there
        self.do(*again, login, "⏎", PASSWORD, "⏎")
        assert self.house.signed_in.desk.actor.login == login

    def sign_out(self) -> None:
        self.do("Ctrl+K", "Sign out", "⏎")
        assert self.house.signed_in is None

    @property
    def page(self):
        return self.house.signed_in.workspace.page("payroll")

    def pane(self) -> str:
        return texts(self.page.frame.pane)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A company that pays three people; one of them came last month."""
    folder = tmp_path / "data"
    folder.mkdir()
    database = Database.open(folder)
    conftest.people(database)
    for login in ("clerk", "manager", "cashier"):
        give_password(database, login)
    payrolls.begin(database)
    wages = previous_month(MONTH)
    people = [
        payrolls.hire(database, name, base=wage) for name, wage in (("李文静", "12000"), ("何俊", "30000"))
    ]
    for employee_id in people:
        payrolls.insure(database, employee_id, base="12000")
    clerk = conftest.actor_of_role(Role.CLERK)
    before = payrolls.make(database, clerk, wages)
    paid(database, clerk, before, payrolls.run_of(database, before).pay_on)
    people.append(payrolls.hire(database, "林悦", base="6000", hired=wages.replace(day=2)))
    payrolls.attend(database, people[0], wages, due=2000, worked=1800, leave={"personal": 200})
    rule(database)
    database.close()
    return folder


@pytest.fixture(params=list(WORDS))
def hands(request: pytest.FixtureRequest, qtbot: QtBot, place: Path) -> Iterator[Hands]:
    gc.collect()
    with program(qtbot, place, request.param) as house:
        house.window.resize(1366, 768)
        house.window.activateWindow()
        yield Hands(house, request.param)


def run(hands: Hands) -> PayrollRun | None:
    with hands.house.tasks.database.read() as session:
        return session.query(PayrollRun).filter_by(month=MONTH).one_or_none()


def stored(hands: Hands) -> PayrollRun:
    found = run(hands)
    assert found is not None
    return found


def figure(hands: Hands, name: str, which: str) -> str:
    """What the sheet has for somebody, as it is written."""
    desk = hands.house.signed_in.desk
    with hands.house.tasks.database.read() as session:
        rows = payroll_sheets.rows(session, desk.actor, stored(hands).id)
    return f"¥{next(getattr(row, which) for row in rows if row.name == name):,.2f}"


def test_a_month_of_pay_without_a_mouse(hands):
    hands.sign_in("clerk")
    hands.open("payroll")
    assert hands.words["missing"] in hands.page.frame.top.line.text()
    hands.do("Ctrl+Return")
    assert run(hands).state is RunState.DRAFT
    hands.do("Ctrl+D")
    assert hands.words["differ"] in QApplication.activeModalWidget().told.text()
    hands.do("↓", "⏎")
    assert QApplication.activeModalWidget() is None
    assert hands.page.row_in_hand().name in ("李文静", "何俊", "林悦")
    ask_why(hands)
    hands.do("Ctrl+Return")
    assert run(hands).state is RunState.CHECKED
    hands.do("Ctrl+Return")
    assert run(hands).state is RunState.SUBMITTED
    hands.sign_out()
    hands.sign_in("manager")
    decide(hands)
    assert run(hands).state is RunState.APPROVED
    hands.sign_out()
    hands.sign_in("cashier")
    hands.open("payroll")
    hands.do("Ctrl+Return", "Ctrl+S")
    assert run(hands).state is RunState.PAID
    hands.do("Ctrl+Return", "⏎")
    assert run(hands).state is RunState.LOCKED


def decide(hands: Hands) -> None:
    """As a manager does: among the papers that wait, the sheet looked at where it stands, then agreed with."""
    hands.open("office_approvals", "Other approvals")
    workspace = hands.house.signed_in.workspace
    page = workspace.page("office_approvals")
    assert page.line.text().startswith(hands.words["waits"])
    assert stored(hands).number in texts(page.pane)
    hands.do("Ctrl+O")
    assert workspace.current == "payroll"
    assert hands.page.head.run_id == stored(hands).id
    hands.open("office_approvals", "Other approvals")
    hands.do("Ctrl+Return")
    assert page.table.paper() is None


def ask_why(hands: Hands) -> None:
    """Look for somebody, go along their row, and read how the figures came about."""
    hands.do("Ctrl+F", "hj", "↓")
    assert hands.page.row_in_hand().name == "何俊"
    view = hands.page.frame.view
    names = [column.name for column in hands.page.frame.model.columns]
    for _ in range(names.index("tax") - view.currentIndex().column()):
        hands.do("→")
    assert figure(hands, "何俊", "tax") in hands.pane()
    assert hands.words["basic"] in hands.pane()
    hands.do("→")
    assert figure(hands, "何俊", "net") in hands.pane()
