"""Acts on several papers: each on its own, what is refused is listed with its sentence, the rest is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from services import claim_several, expense_claims
from services.errors import Refused
from services.permissions import Permission
from tests.claim_pages import act, column, opened
from tests.claims import TODAY, Office, make_office, refusal
from tests.desks import named
from tests.hands import settle
from tests.test_xlsx import cells
from ui.claims.claim_dialog import ClaimDialog
from ui.claims.refused_papers import RefusedPapers
from ui.tasks import Tasks
from ui.widgets.exporting import copy_table, export_to
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def states(office: Office, papers) -> list[str]:
    with office.database.read() as session:
        found = claim_several.standing(session, office.clerk, [paper.id for paper in papers])
    return [paper.state.value for paper in found]


def confirm(page) -> None:
    named(page, QPushButton, "action.confirm").click()
    settle(page.desk.tasks)


def choose(page, papers) -> None:
    page.view.table.select_ids([paper.id for paper in papers])
    settle(page.desk.tasks)


def exported(page, target: Path, *, selected: bool) -> list[str]:
    """The numbers in the file."""
    export_to(page.view, "Papers", target, selected=selected)
    settle(page.desk.tasks)
    found = cells(BytesIO(target.read_bytes()))
    return [text for place, text in found.items() if re.fullmatch("A[0-9]+", place)][1:]


def listed(page) -> RefusedPapers:
    found = page.findChild(RefusedPapers)
    assert found is not None
    return found


def test_papers_stand_in_the_order_asked_for_and_those_gone_are_left_out(office):
    first, second = (office.save(office.draft(amount)) for amount in ("1", "2"))
    with office.database.read() as session:
        found = claim_several.standing(session, office.clerk, [second.id, 999_999, first.id])
    assert [(paper.id, paper.version) for paper in found] == [
        (second.id, second.version),
        (first.id, first.version),
    ]


def test_who_may_not_see_claims_is_told_nothing(office):
    with office.database.read() as session, refusal("permission.denied"):
        claim_several.standing(session, replace(office.clerk, permissions=frozenset()), [1])


def test_several_drafts_are_submitted_each_on_its_own(qtbot, office, tasks):
    papers = [office.save(office.draft(amount)) for amount in ("10", "20.50", "30")]
    page = opened(qtbot, office, tasks)
    choose(page, papers)
    act(page, "submit_several")
    box = page.findChild(QMessageBox, "confirm")
    assert box.text() == "Submit 3 papers, ¥60.50 together?"
    assert papers[0].number in box.informativeText()
    confirm(page)
    assert states(office, papers) == ["submitted"] * 3
    assert page.notice.text() == "Submitted: 3."


def test_what_cannot_be_submitted_is_listed_and_the_rest_is_done(qtbot, office, tasks):
    good = office.save(office.draft("10"))
    empty = office.save(office.draft())
    page = opened(qtbot, office, tasks)
    choose(page, [empty, good])
    act(page, "submit_several")
    confirm(page)
    assert states(office, [good, empty]) == ["submitted", "draft"]
    dialog = listed(page)
    assert dialog.said.text() == "Submitted: 1. Could not be done: 1."
    assert [cells[0] for cells in dialog.rows()] == [empty.number]
    assert dialog.rows()[0][3].endswith(".")
    dialog.copy()
    assert empty.number in QGuiApplication.clipboard().text().splitlines()[1]
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(tasks)
    assert page.findChild(ClaimDialog) is not None


def test_those_refused_are_selected_in_the_list_to_be_worked_through(qtbot, office, tasks):
    empty = [office.save(office.draft()) for _ in range(2)]
    good = office.save(office.draft("10"))
    page = opened(qtbot, office, tasks)
    choose(page, [*empty, good])
    act(page, "submit_several")
    confirm(page)
    listed(page).reject()
    settle(tasks)
    assert sorted(page.view.table.selected_ids()) == sorted(paper.id for paper in empty)
    assert page.pane.record_id in {paper.id for paper in empty}


def test_a_paper_that_changed_since_is_refused_not_overrun(qtbot, office, tasks):
    papers = [office.save(office.draft(amount)) for amount in ("10", "20")]
    page = opened(qtbot, office, tasks)
    choose(page, papers)
    act(page, "submit_several")
    office.save(office.get(papers[0]))
    confirm(page)
    assert states(office, papers) == ["draft", "submitted"]
    assert [paper.number for paper, refused in listed(page)._papers] == [papers[0].number]
    assert listed(page)._papers[0][1].code == "record.stale"


def test_somebody_else_s_drafts_are_refused_one_by_one(qtbot, office, tasks):
    draft = office.draft("5", claimant_id=office.head.employee_id)
    with office.writing() as session:
        theirs = expense_claims.save(session, office.head, draft, today=TODAY)
    mine = office.save(office.draft("10"))
    held = office.clerk.permissions - {Permission.CLAIM_FOR_OTHERS}
    page = opened(qtbot, office, tasks, replace(office.clerk, permissions=held))
    choose(page, [theirs, mine])
    act(page, "delete_several")
    confirm(page)
    assert [refused.code for _, refused in listed(page)._papers] == ["claim.not_yours"]
    assert column(page, "number") == [theirs.number]


def test_del_deletes_several_drafts_after_asking(qtbot, office, tasks):
    papers = [office.save(office.draft("10")) for _ in range(3)]
    kept = office.save(office.draft("10"))
    page = opened(qtbot, office, tasks)
    choose(page, papers)
    page.view.table.setFocus()
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    settle(tasks)
    confirm(page)
    assert column(page, "number") == [kept.number]
    assert page.notice.text() == "Deleted: 3."


def test_the_acts_on_several_need_several_of_the_right_state(qtbot, office, tasks):
    draft, other = office.save(office.draft("1")), office.save(office.draft("2"))
    sent = office.submit(office.save(office.draft("3")))
    page = opened(qtbot, office, tasks)
    enabled = lambda name: page.acts.get(name).isEnabled()  # noqa: E731 - asked four times
    choose(page, [draft])
    assert not enabled("submit_several")
    assert enabled("submit")
    choose(page, [draft, sent])
    assert not enabled("delete_several")
    choose(page, [draft, other])
    assert enabled("delete_several")
    assert not enabled("submit")
    assert page.acts.get("submit_several").shortcut() == page.acts.get("submit").shortcut()


def test_papers_that_are_gone_meanwhile_are_said(qtbot, office, tasks):
    papers = [office.save(office.draft("10")) for _ in range(2)]
    page = opened(qtbot, office, tasks)
    choose(page, papers)
    with office.writing() as session:
        for paper in papers:
            expense_claims.delete(session, office.clerk, paper.id, paper.version)
    act(page, "delete_several")
    assert page.findChild(QMessageBox, "told").text() == "These papers are gone. Look again with F5."


def test_cancel_stops_after_the_one_that_was_begun_and_tells_what_was_done(qtbot, tasks, office):
    began, told = [], []

    def first(_session) -> None:
        began.append(1)
        task.cancel()

    owner = opened(qtbot, office, tasks)
    changed = []
    tasks.changed.connect(lambda: changed.append(1))
    task = tasks.run_each(owner, "…", [first, lambda _session: began.append(2)], told.append)
    settle(tasks)
    assert (began, told, changed) == ([1], [[None]], [1])


def test_each_is_a_transaction_of_its_own(qtbot, office, tasks):
    saved = office.save(office.draft("10"))

    def refuse(session) -> None:
        expense_claims.delete(session, office.clerk, saved.id, saved.version)
        raise Refused("record.stale")

    told = []
    page = opened(qtbot, office, tasks)
    tasks.run_each(page, "…", [refuse, lambda session: session.flush()], told.append)
    settle(tasks)
    assert [[each and each.code for each in found] for found in told] == [["record.stale", None]]
    assert office.detail(saved).state is ClaimState.DRAFT, "what was refused is rolled back"


# what leaves the list


def test_only_the_selected_rows_are_exported(qtbot, office, tasks, tmp_path):
    papers = [office.save(office.draft(amount)) for amount in ("10", "20", "30")]
    page = opened(qtbot, office, tasks)
    choose(page, papers[:2])
    target = tmp_path / "papers.xlsx"
    assert sorted(exported(page, target, selected=True)) == [paper.number for paper in papers[:2]]
    assert sorted(exported(page, target, selected=False)) == [paper.number for paper in papers]


def test_the_selected_rows_are_printed_with_their_own_sum(qtbot, office, tasks):
    papers = [office.save(office.draft(amount)) for amount in ("10", "20", "30")]
    page = opened(qtbot, office, tasks)
    choose(page, papers[:2])
    act(page, "print_selected")
    preview = page.view.findChild(PrintPreview)
    qtbot.waitUntil(lambda: preview.document.pageCount() == 1)
    text = preview.document.getAllText(0).text()
    assert "2 selected records" in text
    assert "30.00" in text
    assert papers[2].number not in text


@pytest.fixture
def many(office: Office) -> list[int]:
    """More papers than are in memory when the page has just opened."""
    first = office.save(office.draft("1"))
    with office.writing() as session:
        ids = [first.id]
        for number in range(259):
            draft = office.draft("1", purpose=f"外业 {number}")
            ids.append(expense_claims.save(session, office.clerk, draft, today=TODAY).id)
    return ids


def test_all_selected_rows_are_meant_also_those_never_seen(qtbot, office, tasks, many, tmp_path):
    page = opened(qtbot, office, tasks)
    page.view.table.selectAll()
    settle(tasks)
    assert len(page.view.table.selected_ids()) < len(many), "else this test shows nothing"
    copy_table(page.view)
    settle(tasks)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + len(many)
    assert len(set(exported(page, tmp_path / "all.xlsx", selected=True))) == len(many)
    act(page, "delete_several")
    assert page.findChild(QMessageBox, "confirm").text().startswith("Delete 260 drafts, ¥260.00 together")
    assert "and 252 more" in page.findChild(QMessageBox, "confirm").informativeText()


def test_the_vouchers_of_hundreds_of_papers_are_one_preview(qtbot, office, tasks, many):
    page = opened(qtbot, office, tasks)
    page.view.table.selectAll()
    settle(tasks)
    act(page, "print")
    preview = page.findChild(PrintPreview)
    qtbot.waitUntil(lambda: preview.document.pageCount() == len(many), timeout=30_000)
    assert preview.windowTitle() == "Print: 260 papers"
