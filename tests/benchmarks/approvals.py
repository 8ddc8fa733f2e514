"""How many keys a manager needs for thirty papers, through the real page."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from models.user import Role
from services.database import Database
from tests import approval_session
from tests.claims import TODAY, add_person, make_office
from tests.conftest import people
from tests.desks import make_desk
from tests.hands import settle
from ui.pages.approvals import ApprovalsPage
from ui.tasks import Tasks

MOST_KEYS = 90


def rows() -> list[tuple[str, str, str, bool]]:
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "data")
        people(database)
        office = make_office(database)
        with office.writing() as session:
            deputy = add_person(session, "吴敏", office.board, Role.MANAGER)
        approval_session.prepare(office)
        tasks = Tasks(database)
        page = ApprovalsPage(make_desk(database, tasks, office.head, TODAY))
        page.resize(1300, 760)
        page.show()
        settle(tasks)
        page.activateWindow()
        page.view.table.setFocus()
        hand = approval_session.decide(page, deputy)
        right = approval_session.states(office) == approval_session.expected()
        tasks.close()
        page.deleteLater()
        application.processEvents()
        database.close()
    what = "30 papers decided by keyboard: 24 approved, 5 returned with a reason, 1 referred, none of 7 odd ones missed"
    return [
        (what, f"≤ {MOST_KEYS} keystrokes", f"{hand.pressed} keystrokes", right and hand.pressed <= MOST_KEYS)
    ]
