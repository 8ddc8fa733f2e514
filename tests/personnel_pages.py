"""Pages of people for tests: opened on a real database, their dialogs found, filled, and read."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from services import personal_files
from services.permissions import Role
from tests.claim_pages import act
from tests.conftest import TODAY, actor_of_role
from tests.desks import make_desk
from tests.hands import settle
from ui.tasks import Tasks

CLERK = actor_of_role(Role.CLERK)


def opened(qtbot: QtBot, kind: type, database, tasks: Tasks, role=Role.CLERK):
    page = kind(make_desk(database, tasks, actor_of_role(role), TODAY))
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


def file_of(page, tasks, employee_id=1) -> QDialog:
    page.view.table.select_row(employee_id - 1)
    settle(tasks)
    act(page, "file")
    return dialog_of(page, "personal_file")


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def put(dialog, **values) -> None:
    for name, value in values.items():
        dialog.body.boxes[name].editor.set_value(value)
    dialog.touch()


def fill_line(table, **values) -> None:
    row = len(table.model.lines())
    names = [spec.name for spec in table.model.columns]
    for name, value in values.items():
        table.model.set_cell(row, names.index(name), value)


def stored(database, employee_id=1):
    with database.read() as session:
        return personal_files.get(session, CLERK, employee_id)
