"""The cashier at the Remittances page: what to pay, marked paid; nobody's base."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from models.remittance import RemittanceState
from services.database import Database
from services.terms import Fund
from tests.claim_pages import act, texts
from tests.hands import settle
from tests.payment_pages import dialog_of, press
from tests.remittances import OCTOBER, frozen, hire, policies, shown
from tests.test_remittances_page import opened, possible
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


@pytest.fixture
def tasks(house: Database, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(house)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_the_cashier_marks_it_paid_and_cannot_open_the_people(qtbot, house, tasks, clerk, cashier) -> None:
    hire(house, "甲某某", "8000", funds=(Fund.SOCIAL,))
    one = frozen(house, clerk, OCTOBER)[Fund.SOCIAL, OCTOBER]
    page = opened(qtbot, house, tasks, cashier)
    assert possible(page) == {"pay"}
    page.open_form(one)
    settle(tasks)
    assert not [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
    assert page.findChild(QPushButton, "button.all_people") is None
    assert "甲某某" not in texts(page.pane)
    act(page, "pay")
    settle(tasks)
    press(dialog_of(page, "act"), "save", tasks)
    assert shown(house, clerk, one).state is RemittanceState.PAID
