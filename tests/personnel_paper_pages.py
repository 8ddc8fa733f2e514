"""A page of personnel papers in a test: shown, selected on, its papers written and looked up."""

from __future__ import annotations

from datetime import date

from models.personnel_paper import PersonnelPaper
from services.personnel_drafts import PersonnelDraft
from tests.desks import make_desk
from tests.hands import settle
from tests.personnel import TODAY, saved, submitted


def shown(qtbot, kind, database, tasks, actor, today: date = TODAY):
    page = kind(make_desk(database, tasks, actor, today))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    page.activateWindow()
    settle(tasks)
    qtbot.wait(100)
    settle(tasks)
    return page


def stored(database, paper_id: int = 1) -> PersonnelPaper:
    with database.read() as session:
        return session.get_one(PersonnelPaper, paper_id)


def written(database, clerk, draft: PersonnelDraft, *, hand_in: bool = False) -> int:
    with database.write() as session:
        return (submitted if hand_in else saved)(session, clerk, draft).id


def select(page, tasks, record_id: int) -> None:
    page.open_record(record_id)
    settle(tasks)
