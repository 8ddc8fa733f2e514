"""Candidates, their funnel and events, by actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from models.recruiting import Candidate, CandidateStage
from services import candidates
from services.candidates import CandidateDraft
from tests import personnel
from tests.claim_pages import act, texts
from tests.hands import settle
from tests.personnel import NUMBER, TODAY
from tests.personnel_paper_pages import select, shown, stored
from ui.claims.act_dialog import ActDialog
from ui.pages.candidates import CandidatesPage
from ui.pages.recruiting_events import RecruitingEventsPage
from ui.personnel.paper_dialog import PaperDialog
from ui.recruiting import candidate_acts
from ui.statistics.list_dialog import ListDialog
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


def somebody(database, clerk, **more) -> int:
    with database.write() as session:
        draft = CandidateDraft(name="周一", applied_on=date(2026, 2, 1), post="测绘员", **more)
        return candidates.save(session, clerk, draft)


def candidate(database, candidate_id: int) -> Candidate:
    with database.read() as session:
        return session.get_one(Candidate, candidate_id)


def test_a_candidate_is_led_to_a_join_paper(qtbot, database, tasks, clerk):
    candidate_id = somebody(database, clerk, department_id=1)
    page = shown(qtbot, CandidatesPage, database, tasks, clerk)
    for _ in range(3):
        select(page, tasks, candidate_id)
        act(page, "next_stage")
        settle(tasks)
        dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
        dialog.save()
        settle(tasks)
    assert candidate(database, candidate_id).stage is CandidateStage.OFFER
    select(page, tasks, candidate_id)
    act(page, "join")
    settle(tasks)
    paper = page.findChild(PaperDialog)
    assert paper.body.boxes["name"].value() == "周一"
    paper.body.boxes["effective_on"].editor.set_value(TODAY)
    paper.body.boxes["identity_number"].editor.set_value(NUMBER)
    paper.save()
    settle(tasks)
    assert candidate(database, candidate_id).paper_id == stored(database).id
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    select(page, tasks, candidate_id)
    act(page, "paper")
    assert went == [("personnel_papers", 1)]


def test_an_interview_is_noted_and_a_no_is_taken_back(qtbot, database, tasks, clerk):
    candidate_id = somebody(database, clerk)
    page = shown(qtbot, CandidatesPage, database, tasks, clerk)
    with database.write() as session:
        item = session.get_one(Candidate, candidate_id)
        candidate_acts.candidate_steps.go_on(
            session, clerk, item.id, item.version, day=TODAY, command_id="c1"
        )
    page.refresh()
    settle(tasks)
    select(page, tasks, candidate_id)
    act(page, "interview")
    settle(tasks)
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["failed"].editor.set_value(True)
    dialog.body.boxes["note"].editor.set_value("经验不足")
    dialog.save()
    settle(tasks)
    assert "经验不足" in texts(page.pane)
    act(page, "reject")
    settle(tasks)
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    dialog.body.boxes["reason"].editor.set_value("经验不足")
    dialog.save()
    settle(tasks)
    assert candidate(database, candidate_id).stage is CandidateStage.REJECTED
    page.view.chips.select("all")
    settle(tasks)
    select(page, tasks, candidate_id)
    act(page, "step_back")
    settle(tasks)
    assert candidate(database, candidate_id).stage is CandidateStage.INTERVIEW


def test_the_funnel_opens_the_list_behind_a_figure(qtbot, database, tasks, clerk):
    candidate_id = somebody(database, clerk, source="校园招聘")
    page = shown(qtbot, CandidatesPage, database, tasks, clerk)
    dialog = candidate_acts.show_funnel(page, [])
    settle(tasks)
    assert dialog.line.text() == "1 applied, 0 hired, 0.0 %"
    for place in range(dialog.by.count()):
        dialog.by.setCurrentIndex(place)
        settle(tasks)
        assert len(dialog.view.figures.rows) == 1
    behind = dialog.view.figures.rows[0][1].behind
    found = dialog.view.open_behind(behind)
    settle(tasks)
    assert isinstance(found, ListDialog)
    assert found.view.count == 1
    went = []
    found.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    found.view.table.select_row(0)
    settle(tasks)
    found.open_paper()
    assert went == [("candidates", candidate_id)]
    dialog.reject()


def test_events_have_a_page(qtbot, database, tasks, clerk):
    page = shown(qtbot, RecruitingEventsPage, database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    dialog.body.boxes["name"].editor.set_value("双选会")
    dialog.save()
    settle(tasks)
    assert page.view.count == 1
