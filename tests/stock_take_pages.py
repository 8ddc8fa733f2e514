"""The pages of stock-takes and assets for tests: opened, and typed into as a scanner types."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from services.permissions import Actor
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.desks import make_desk
from tests.hands import settle
from tests.stock_takes import Count
from ui.pages.stock_takes import StockTakesPage
from ui.tasks import Tasks


def opened(qtbot: QtBot, count: Count, tasks: Tasks, actor: Actor = CLERK, kind: Any = StockTakesPage) -> Any:
    page = kind(make_desk(count.database, tasks, actor, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def type_in(field: QWidget, *texts: str) -> None:
    for text in texts:
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


def say(parent: QWidget, words: str, tasks: Tasks) -> str:
    """Press that button of the question that is asked; returns what it says below."""
    box = parent.findChild(QMessageBox)
    assert box is not None
    told = box.informativeText()
    next(one for one in box.buttons() if one.text() == words).click()
    settle(tasks)
    return told
