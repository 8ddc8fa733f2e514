"""Pages of assets for tests: opened, a row chosen, the dialog of an act filled and saved."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.user import Role
from tests.assets import Stock
from tests.hands import settle
from tests.personnel_pages import opened, put
from ui.claims.act_dialog import ActDialog
from ui.tasks import Tasks


def shown(qtbot: QtBot, kind: type, stock: Stock, tasks: Tasks, role: Role = Role.CLERK):
    return opened(qtbot, kind, stock.database, tasks, role)


def choose(page, tasks: Tasks, record_id: int) -> None:
    """Select a row and wait until the pane shows it."""
    page.open_record(record_id)
    wait(tasks)


def wait(tasks: Tasks) -> None:
    settle(tasks)
    QTest.qWait(120)
    settle(tasks)


def asked(page, tasks: Tasks, **values: object) -> None:
    """Fill the dialog that is open and save it."""
    settle(tasks)
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    put(dialog, **values)
    dialog.save()
    settle(tasks)
