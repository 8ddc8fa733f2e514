"""The Payments page for tests: opened on a real office, its dialogs found, their buttons pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.claims import TODAY, Office
from tests.desks import make_desk, named
from tests.hands import settle
from ui.pages.payments import PaymentsPage
from ui.tasks import Tasks

ACTS = {"write_file", "file_again", "import_answer", "confirm_all", "add_papers", "reopen", "cancel"}


def page_of(qtbot: QtBot, office: Office, tasks: Tasks, actor=None) -> PaymentsPage:
    page = PaymentsPage(make_desk(office.database, tasks, actor or office.cashier, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def dialog_of(page: QWidget, name: str) -> QDialog:
    found = [one for one in page.findChildren(QDialog, f"dialog.{name}") if one.isVisible()]
    assert found, name
    return found[-1]


def press(dialog: QWidget, name: str, tasks: Tasks) -> None:
    named(dialog, QPushButton, f"action.{name}").click()
    settle(tasks)


def acts(page: PaymentsPage) -> set[str]:
    return {spec.name for spec in page.acts.possible()} & ACTS
