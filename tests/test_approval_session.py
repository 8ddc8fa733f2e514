"""Thirty papers decided by keyboard alone in at most ninety keys, and none of the odd ones missed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from models.user import Role
from services.database import Database
from tests import approval_session
from tests.claims import TODAY, add_person, make_office
from tests.desks import make_desk
from tests.hands import settle
from ui.pages.approvals import ApprovalsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
MOST_KEYS = 90


def test_thirty_papers_need_at_most_ninety_keys(database: Database, qtbot: QtBot):
    office = make_office(database)
    with office.writing() as session:
        deputy = add_person(session, "吴敏", office.board, Role.MANAGER)
    approval_session.prepare(office)
    tasks = Tasks(office.database)
    page = ApprovalsPage(make_desk(office.database, tasks, office.head, TODAY))
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    page.view.table.setFocus()
    settle(tasks)
    assert page.view.count == approval_session.PAPERS
    hand = approval_session.decide(page, deputy)
    assert approval_session.states(office) == approval_session.expected()
    assert hand.pressed <= MOST_KEYS
    assert page.view.count == 0
    tasks.close()
