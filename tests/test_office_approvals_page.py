"""Other approvals: one list, decided by the same keys as claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from models.personnel_paper import PersonnelPaper
from services import office_kinds, office_papers
from tests import personnel
from tests.claim_pages import texts
from tests.hands import keys, settle
from tests.personnel import KIND, joiner
from tests.personnel_paper_pages import shown, stored, written
from ui.claims.return_dialog import ReturnDialog
from ui.pages.office_approvals import PAGE_OF, OfficeApprovalsPage
from ui.registry import PAGES
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def deciders(database):
    with database.write() as session:
        return personnel.set_up(session)


@pytest.fixture
def tasks(database, deciders, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def waiting_page(qtbot, database, tasks, clerk, decider):
    written(database, clerk, joiner(), hand_in=True)
    written(database, clerk, joiner(identity_number=personnel.OTHER_NUMBER, name="孙某"), hand_in=True)
    return shown(qtbot, OfficeApprovalsPage, database, tasks, decider)


def test_other_approvals_are_decided_one_after_another_by_one_key(qtbot, database, tasks, clerk, deciders):
    page = waiting_page(qtbot, database, tasks, clerk, deciders[0])
    assert page.line.text() == "2 wait for you · Ctrl+Enter approves, Ctrl+Backspace returns"
    assert "8,300.00" in texts(page.pane)
    assert page.table.item(0, 2).text() == "Joining · 钱多多 · 运营部"
    keys("Ctrl+Return", within=page)
    settle(tasks)
    assert stored(database, 1).holder_name == "何总"
    assert page.table.paper().number == "RS-2026-0002"
    keys("Ctrl+Backspace", within=page)
    settle(tasks)
    dialog = page.findChild(ReturnDialog)
    dialog.body.boxes["reason"].editor.set_value("请补照片")
    dialog.save()
    settle(tasks)
    assert stored(database, 2).state_note == "请补照片"
    assert page.table.rowCount() == 0
    assert page.line.text() == page.status_text() == "Nothing waits for you."
    assert "loans of certificates" in page.table.about
    assert [command.name for command in page.commands()] == ["office_approvals.refresh"]


def test_a_paper_somebody_else_decided_leaves_the_list_with_a_sentence(
    qtbot, database, tasks, clerk, deciders
):
    page = waiting_page(qtbot, database, tasks, clerk, deciders[0])
    with database.write() as session:
        paper = session.get_one(PersonnelPaper, 1)
        office_papers.withdraw(
            session, clerk, KIND, 1, paper.version, reason="", command_id=personnel.click()
        )
    page.approve()
    settle(tasks)
    assert texts(page.notice)
    assert page.table.rowCount() == 1


def test_a_waiting_paper_is_opened_on_its_own_page(qtbot, database, tasks, clerk, deciders):
    page = waiting_page(qtbot, database, tasks, clerk, deciders[0])
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    page.acts["open"].trigger()
    assert went == [("personnel_papers", 1)]


def test_every_kind_of_paper_has_its_page():
    pages = {page.name for page in PAGES}
    assert {kind: page for kind, page in PAGE_OF.items() if page not in pages} == {}
    assert set(PAGE_OF) == set(office_kinds.KINDS)
