"""A desk for tests of pages and forms: a real database, a user, the real workers."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QWidget

from services import employees
from services.database import Database
from services.employees import EmployeeDraft
from services.permissions import Actor
from ui import theme
from ui.state import Desk, Device, Prefs
from ui.tasks import Tasks


def make_desk(database: Database, tasks: Tasks, actor: Actor, today: date) -> Desk:
    """What a page is handed."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Desk(
        tasks=tasks,
        actor=actor,
        prefs=Prefs(tasks, actor, {}),
        theme=theme.apply(application, "light"),
        device=Device(database.folder),
        place="here",
        folder=database.folder,
        go=lambda _page, _record: None,
        clock=lambda: today,
    )


def add_employees(database: Database, actor: Actor, *names: str) -> list[int]:
    """Employees 1001, 1002 … of department 1; their ids."""
    drafts = [
        EmployeeDraft(number=f"{number}", name=name, department_id=1)
        for number, name in enumerate(names, 1001)
    ]
    with database.write() as session:
        return [employees.save(session, actor, draft) for draft in drafts]


def named[W: QWidget](parent: QWidget, kind: type[W], name: str) -> W:
    """The widget that tests and screen readers know by this name."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found
