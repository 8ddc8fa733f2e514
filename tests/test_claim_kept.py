"""The claim's form over time: kept over a crash, shared by two people, locked once it was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import PaperKind
from services import expense_claims
from services.claim_values import Saved
from tests.claim_forms import opened, put, settle
from tests.claims import TODAY, Office, make_office
from tests.desks import make_desk, named
from tests.hands import keys
from ui.claims.claim_dialog import ClaimDialog
from ui.state import Desk
from ui.tasks import Tasks
from ui.widgets.stale_box import StaleBox

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> Iterator[Desk]:
    tasks = Tasks(office.database)
    yield make_desk(office.database, tasks, office.clerk, TODAY)
    assert tasks.wait_idle()
    tasks.close()


def test_after_a_crash_lines_offsets_and_reasons_are_brought_back(qtbot, desk, office):
    advance = office.paid(office.advance_draft())
    line = replace(office.draft("556").lines[0], category_id=office.categories["交通"])
    saved = office.save(office.draft(lines=(line,)))
    lost = opened(qtbot, desk, saved)
    named(lost, QLineEdit, f"field.offset.{advance.number}").setText("200")
    reason = lost.checks.findChild(QLineEdit)
    reason.setFocus()
    keys("车票丢失", within=lost)
    lost.lines.view.setCurrentIndex(lost.lines.model.index(1, 0))
    lost.lines.view.setFocus()
    keys("⏎", "补助", "⏎", "11-13", "⏎", "⏎", "外业", "⏎", within=lost)
    lost.keep()
    settle(desk)
    found = opened(qtbot, desk, saved)
    named(found, QPushButton, "action.use_kept").click()
    settle(desk)
    draft = found.gather()
    assert [line.description for line in draft.lines] == ["外业补助", "外业"]
    assert [offset.amount for offset in draft.offsets] == [Decimal(200)]
    assert list(draft.reasons.values()) == ["车票丢失"]


def test_what_was_typed_into_a_claim_is_not_offered_in_an_advance(qtbot, desk, office):
    lost = opened(qtbot, desk)
    put(lost, "purpose", "外业")
    lost.keep()
    settle(desk)
    assert opened(qtbot, desk, kind=PaperKind.ADVANCE).notice.text() == ""
    assert opened(qtbot, desk).notice.text() == "You typed something here that was not saved."


def stale(qtbot, desk, office, tmp_path) -> tuple[ClaimDialog, StaleBox]:
    """I lower the first line and add a third; meanwhile a purpose and the second line change."""
    saved = office.save(office.draft("100", "200"))
    dialog = opened(qtbot, desk, saved)
    dialog.lines.model.set_cell(0, 6, Decimal(90))
    dialog.lines.model.set_cell(2, 0, office.categories["补助"])
    dialog.lines.model.set_cell(2, 1, TODAY)
    dialog.lines.model.set_cell(2, 6, Decimal(7))
    theirs = office.get(saved)
    changed = (theirs.lines[0], replace(theirs.lines[1], amount=Decimal(250)))
    office.save(replace(theirs, purpose="他们的事由", lines=changed))
    dialog.save()
    settle(desk)
    return dialog, dialog.findChild(StaleBox)


def test_two_people_in_one_claim_see_which_fields_and_lines_the_other_changed(qtbot, desk, office, tmp_path):
    _, box = stale(qtbot, desk, office, tmp_path)
    table = named(box, QTableWidget, "table.differences")
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["Purpose", "Line 2"]
    assert [table.item(1, column).text()[-6:] for column in (1, 2, 3)] == ["200.00", "200.00", "250.00"]


def test_keeping_mine_puts_my_lines_into_theirs(qtbot, desk, office, tmp_path):
    dialog, box = stale(qtbot, desk, office, tmp_path)
    named(box, QPushButton, "action.keep_mine").click()
    settle(desk)
    dialog.save()
    settle(desk)
    draft = office.get(Saved(1, 0, ""))
    assert draft.purpose == "他们的事由"
    assert [line.amount for line in draft.lines] == [Decimal(90), Decimal(250), Decimal(7)]


def test_a_paper_that_was_handed_in_is_only_to_look_at_and_says_with_whom_it_is(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.submit(office.save(office.draft("5"))), locked=True)
    assert named(dialog, QLabel, "claim.standing").text().startswith("Handed in, now with 张国强.")
    assert not dialog.submit_button.isVisible()
    assert not dialog.lines.model.flags(dialog.lines.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_claim_handed_in_meanwhile_locks_itself_after_the_first_try(qtbot, desk, office):
    saved = office.save(office.draft("5"))
    dialog = opened(qtbot, desk, saved)
    put(dialog, "purpose", "太迟了")
    office.submit(saved)
    dialog.save()
    settle(desk)
    assert dialog.isVisible()
    dialog.look_again()
    settle(desk)
    assert dialog.locked


def test_a_returned_claim_says_why_above_its_fields(qtbot, desk, office):
    saved = office.submit(office.save(office.draft("5")))
    with office.writing() as session:
        expense_claims.return_(session, office.head, saved.id, saved.version, "back", reason="发票不清")
    dialog = opened(qtbot, desk, saved)
    assert named(dialog, QLabel, "claim.standing").text() == "Returned: 发票不清"
