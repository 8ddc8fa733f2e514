"""Many papers approved as one act: what is unusual stands out, what moved on is left out, once is once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from models.user import Role
from services import approval_many, approval_reasons, approval_unusual, expense_claims
from services.claim_values import Saved
from services.database import Database
from services.permissions import Actor
from tests.claims import TODAY, Office, add_person, at_once, command, make_office, refusal
from tests.desks import make_desk, named
from tests.hands import keys, settle
from ui.claims.approval_words import finding_words
from ui.claims.many_dialog import ManyDialog
from ui.pages.approvals import ApprovalsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def place(database: Database) -> Office:
    return make_office(database)


def sent(place: Office, *amounts: str, **changes: object) -> Saved:
    return place.submit(place.save(place.draft(*amounts, **changes)))


def approve(place: Office, papers: list[Saved], actor: Actor, act: str = "") -> approval_many.Approved:
    with place.writing() as session:
        pairs = [(saved.id, saved.version) for saved in papers]
        return approval_many.approve_many(session, actor, pairs, act or command())


def unusual(place: Office, *papers: Saved, today=TODAY) -> dict[str, set[str]]:
    with place.database.read() as session:
        found = approval_unusual.candidates(session, place.head, [p.id for p in papers], today=today)
    return {one.number: {finding.code for finding in one.findings} for one in found}


def test_all_are_approved_in_one_act_and_a_repeated_one_does_nothing(place):
    papers = [sent(place, amount) for amount in ("1", "2", "3")]
    assert len(approve(place, papers, place.head, "same").done) == 3
    assert approve(place, papers, place.head, "same") == approval_many.Approved((), ())
    assert {place.detail(paper).state for paper in papers} == {ClaimState.TO_PAY}


def test_what_moved_on_meanwhile_is_left_out_and_told(place):
    papers = [sent(place, amount) for amount in ("1", "2", "3")]
    place.approve(papers[1])
    outcome = approve(place, papers, place.head)
    assert [one.number for one in outcome.done] == [papers[0].number, papers[2].number]
    assert [(one.number, one.refused.code) for one in outcome.left_out] == [
        (papers[1].number, "approval.already_decided")
    ]


def test_one_s_own_paper_is_left_out_the_others_are_not(place):
    own = sent(place, "1", claimant_id=place.boss.employee_id, department_id=place.survey)
    other = sent(place, "6000")
    place.approve(own)
    outcome = approve(place, [place.approve(other)], place.boss)
    assert len(outcome.done) == 1
    assert [one.refused.code for one in approve(place, [own], place.boss).left_out] == [
        "approval.already_decided"
    ]


def test_two_who_approve_the_same_many_at_once_approve_each_once(either: Database):
    place = make_office(either)
    papers = [sent(place, amount) for amount in ("1", "2", "3", "4")]
    answers = at_once(*(partial(approve, place, papers, place.head) for _ in range(2)))
    assert "done" in answers
    assert all(len(place.detail(paper).steps) == 1 for paper in papers)
    assert {place.detail(paper).state for paper in papers} == {ClaimState.TO_PAY}


def test_a_clerk_may_not(place):
    with refusal("permission.denied"):
        approve(place, [sent(place, "1")], place.clerk)


def test_the_usual_is_usual_and_what_is_odd_is_named(place):
    first = sent(place, "100")
    assert unusual(place, first) == {first.number: {"first"}}
    for amount in ("90", "100", "110", "100", "120"):
        place.paid(place.draft(amount))
    usual, high = sent(place, "300"), sent(place, "300.01")
    assert unusual(place, usual, high) == {usual.number: set(), high.number: {"amount_high"}}


def test_doubts_lateness_reminders_and_advances_are_named(place):
    place.paid(place.draft("100"))
    place.paid(place.advance_draft("500", TODAY))
    doubtful = sent(
        place,
        lines=(
            place.draft("50")
            .lines[0]
            .__class__(place.categories["交通"], TODAY, amount=place.draft("50").lines[0].amount),
        ),
        reasons={f"no_invoice:{TODAY}/50.00": "打车无票"},
    )
    with place.writing() as session:
        told = expense_claims.remind(
            session, place.clerk, doubtful.id, doubtful.version, command(), today=TODAY
        )
    late = TODAY + timedelta(days=30)
    assert unusual(place, told, today=late)[told.number] == {"doubt", "late", "advance_overdue", "reminded"}
    with place.database.read() as session:
        (one,) = approval_unusual.candidates(session, place.head, [told.id], today=late)
    said = finding_words(next(finding for finding in one.findings if finding.code == "doubt"))
    assert said == "Line 1 (交通, 50.00) has no invoice; reason given: 打车无票"


def test_reasons_given_before_come_back_one_s_own_first(place):
    with place.writing() as session:
        other = add_person(session, "吴敏", place.board, Role.MANAGER)
    for number, (actor, reason) in enumerate(
        [(place.head, "缺发票"), (place.head, "缺发票"), (place.boss, "超预算"), (place.head, "事由不清")]
    ):
        paper = sent(place, f"{5000 + number}" if actor is place.boss else f"{number + 1}")
        if actor is place.boss:
            paper = place.approve(paper)
        with place.writing() as session:
            expense_claims.return_(session, actor, paper.id, paper.version, command(), reason=reason)
    with place.database.read() as session:
        assert approval_reasons.remembered(session, place.head) == ["事由不清", "缺发票", "超预算"]
        assert approval_reasons.remembered(session, other) == ["缺发票", "事由不清", "超预算"]


@pytest.fixture
def tasks(place: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(place.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


@pytest.fixture
def page(place: Office, tasks: Tasks, qtbot: QtBot) -> ApprovalsPage:
    for amount in ("90", "100", "110", "100", "120"):
        place.paid(place.draft(amount))
    for amount in ("100", "95", "900"):
        sent(place, amount)
    made = ApprovalsPage(make_desk(place.database, tasks, place.head, TODAY))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitSignal(made.view.loaded):
        made.show()
    made.activateWindow()
    made.view.table.setFocus()
    settle(tasks)
    return made


def test_the_odd_one_is_not_ticked_and_stays_in_the_list(page, place):
    keys("Ctrl+A", "Ctrl+Return", within=page)
    settle(page.desk.tasks)
    dialog = named(page, ManyDialog, "dialog.approve_many")
    ticks = [dialog.list.item(row).checkState() for row in range(dialog.list.count())]
    assert ticks == [Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.Checked]
    assert "far above" in dialog.list.item(0).text()
    assert "195.00" in named(dialog, QLabel, "many.sum").text()
    keys("⏎", within=dialog)
    settle(page.desk.tasks)
    assert page.view.count == 1
    assert page.view.table.currentIndex().row() == 0


def test_space_takes_the_odd_one_in_after_a_look(page):
    keys("Ctrl+A", "Ctrl+Return", within=page)
    settle(page.desk.tasks)
    dialog = named(page, ManyDialog, "dialog.approve_many")
    keys("Space", "⏎", within=dialog)
    settle(page.desk.tasks)
    assert page.view.count == 0


def test_enter_twice_is_one_act(page, place):
    keys("Ctrl+A", "Ctrl+Return", within=page)
    settle(page.desk.tasks)
    dialog = named(page, ManyDialog, "dialog.approve_many")
    dialog.approve()
    dialog.approve()
    settle(page.desk.tasks)
    with place.database.read() as session:
        from models.approval import ApprovalDecision, Decision

        approved = session.query(ApprovalDecision).filter_by(decision=Decision.APPROVE).count()
    assert approved == 5 + 2
