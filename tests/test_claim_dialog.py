"""The claim's form: typed by keyboard, filled from invoices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState, PaperKind
from services.claim_values import Saved
from tests.claim_forms import OURS, add, checked, file, opened, put, settle, submit
from tests.claims import TODAY, Office, make_office
from tests.desks import make_desk, named
from tests.hands import keys
from tests.invoice_files import plain_pdf
from ui.state import Desk
from ui.tasks import Tasks

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


def test_a_new_claim_begins_with_its_clerk_and_ready_for_typing(qtbot, desk, office):
    dialog = opened(qtbot, desk)
    assert named(dialog, QLineEdit, "field.claimant_id").text() == "李文静"
    assert named(dialog, QLineEdit, "field.department_id").text() == "测绘一部"
    assert dialog.focusWidget() is named(dialog, QLineEdit, "field.claimant_id")


def test_enter_alone_leads_through_fields_and_lines_to_the_button(qtbot, desk, office):
    dialog = opened(qtbot, desk)
    keys("⏎", "⏎", "⏎", "⏎", "出差", "⏎", within=dialog)
    keys("补助", "⏎", "11-12", "⏎", "⏎", "外业", "⏎", "⏎", "⏎", "=160*5", "⏎", "⏎", within=dialog)
    keys("⏎", within=dialog)
    assert dialog.focusWidget() is dialog.submit_button
    assert [(line.description, line.amount) for line in dialog.lines.drafts()] == [("外业", Decimal(800))]


def test_ctrl_enter_hands_in_what_is_still_being_typed_into_a_cell(qtbot, desk, office):
    dialog = opened(qtbot, desk)
    put(dialog, "purpose", "外业")
    dialog.lines.begin()
    keys("补助", "⏎", "11-12", "⏎", "⏎", "⏎", "⏎", "⏎", "800", within=dialog)
    with qtbot.waitSignal(dialog.saved):
        keys("Ctrl+Return", within=dialog)
    assert office.detail(Saved(1, 0, "")).amount == Decimal(800)
    assert office.detail(Saved(1, 0, "")).state is ClaimState.SUBMITTED


def test_a_claim_without_lines_is_not_handed_in_and_says_so(qtbot, desk, office):
    dialog = opened(qtbot, desk)
    put(dialog, "purpose", "外业")
    submit(dialog)
    assert dialog.notice.text().startswith("The claim has no lines.")
    assert dialog.record_id is None


def test_a_missing_reason_gets_the_cursor_and_then_the_claim_goes_through(qtbot, desk, office):
    line = replace(office.draft("556").lines[0], category_id=office.categories["交通"])
    dialog = opened(qtbot, desk, office.save(office.draft(lines=(line,))))
    submit(dialog)
    assert dialog.notice.text().startswith("Checks that want a reason: 1")
    assert dialog.checks.isAncestorOf(dialog.focusWidget())
    keys("车票丢失", "⏎", within=dialog)
    assert dialog.focusWidget() is dialog.submit_button
    with qtbot.waitSignal(dialog.saved):
        keys("⏎", within=dialog)
    assert [check.reason for check in office.detail(Saved(1, 0, "")).checks if check.reason] == ["车票丢失"]


def test_an_amount_that_is_none_stays_and_is_told_in_its_cell(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(office.draft("5")))
    dialog.lines.view.setFocus()
    dialog.lines.view.setCurrentIndex(dialog.lines.model.index(0, 6))
    keys("⏎", "12..3", "⏎", within=dialog)
    submit(dialog)
    assert dialog.isVisible()
    assert dialog.lines.model.cell_text(0, 6) == "12..3"
    assert "12..3" in dialog.lines.model.index(0, 6).data(Qt.ItemDataRole.ToolTipRole)


def test_an_invoice_becomes_a_line_that_shows_what_it_rests_on(qtbot, desk, office, tmp_path):
    dialog = opened(qtbot, desk)
    add(qtbot, dialog, file(tmp_path))
    assert dialog.isVisible()
    assert dialog.heading.text() == "Claim  BX-2026-0001"
    assert dialog.lines.model.cell_text(0, 7) == OURS.number[-8:]
    assert OURS.number in named(dialog, QLabel, "claim.invoice").text()
    assert "Read from" in named(dialog, QLabel, "claim.invoice").text()
    assert named(dialog, QPushButton, "action.open_attachment.1").text().startswith("one.pdf")


def test_what_was_typed_before_stays_when_invoices_are_added(qtbot, desk, office, tmp_path):
    dialog = opened(qtbot, desk, office.save(office.draft("5")))
    put(dialog, "purpose", "还没有保存")
    add(qtbot, dialog, file(tmp_path))
    assert named(dialog, QLineEdit, "field.purpose").text() == "还没有保存"
    assert len(dialog.lines.drafts()) == 2
    assert not dialog.dirty


def test_files_that_are_no_invoices_are_told_and_the_form_stays(qtbot, desk, office, tmp_path):
    dialog = opened(qtbot, desk)
    letter, broken = tmp_path / "letter.pdf", tmp_path / "broken.pdf"
    letter.write_bytes(plain_pdf("会议通知"))
    broken.write_bytes(b"%PDF-1.7 nothing")
    add(qtbot, dialog, letter, broken)
    told = named(dialog, QWidget, "told")
    assert told.text() == "Files that could not be used: 2"
    assert {"letter.pdf", "broken.pdf"} <= set(told.informativeText().replace(":", " ").split())
    assert dialog.record_id is None


def test_an_invoice_that_was_claimed_before_stops_the_claim_with_its_sentence(qtbot, desk, office, tmp_path):
    first = opened(qtbot, desk)
    add(qtbot, first, file(tmp_path))
    submit(first)
    assert not first.isVisible()
    again = opened(qtbot, desk)
    add(qtbot, again, file(tmp_path, "again.pdf"))
    assert "was claimed before: BX-2026-0001, 李文静" in checked(qtbot, again)
    submit(again)
    assert again.isVisible()
    assert again.notice.text().startswith(
        f"Checks that stop this claim: 1, first: Invoice {OURS.number} was claimed"
    )


def test_a_file_can_be_kept_with_a_paper_that_is_not_saved_yet(qtbot, desk, office, tmp_path):
    dialog = opened(qtbot, desk)
    put(dialog, "purpose", "外业")
    scan = tmp_path / "agenda.txt"
    scan.write_text("议程")
    dialog.attach([scan])
    settle(desk)
    assert [row.name for row in office.detail(Saved(1, 0, "")).attachments] == ["agenda.txt"]
    assert named(dialog, QPushButton, "action.open_attachment.1").text().startswith("agenda.txt")


def test_an_advance_is_asked_for_with_enter_alone(qtbot, desk, office):
    dialog = opened(qtbot, desk, kind=PaperKind.ADVANCE)
    keys("⏎", "⏎", "⏎", "⏎", "3000", "⏎", "+30", "⏎", "备用金", "⏎", within=dialog)
    assert dialog.focusWidget() is dialog.submit_button
    assert "人民币叁仟元整" in named(dialog, QLabel, "claim.sum").text() or checked(qtbot, dialog)
    with qtbot.waitSignal(dialog.saved):
        keys("⏎", within=dialog)
    detail = office.detail(Saved(1, 0, ""))
    assert (detail.number, detail.amount, detail.state) == (
        "JK-2026-0001",
        Decimal(3000),
        ClaimState.SUBMITTED,
    )


def test_escape_asks_when_only_a_line_was_typed(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(office.draft("5")))
    dialog.lines.model.set_cell(0, 6, Decimal(6))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    named(dialog, QPushButton, "action.confirm").click()
    assert not dialog.isVisible()


def test_a_cell_that_is_no_day_is_told_above_the_form_and_nothing_is_saved(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(office.draft("5")))
    dialog.lines.view.setCurrentIndex(dialog.lines.model.index(0, 1))
    dialog.lines.view.setFocus()
    keys("⏎", "2026-02-30", "Ctrl+S", within=dialog)
    settle(desk)
    assert dialog.notice.text().startswith("Line 1, From: The calendar has no 2026-02-30.")
    assert dialog.isVisible()


def test_in_a_narrow_window_amounts_and_invoices_of_the_lines_stay_in_view(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(office.draft("5")))
    dialog.resize(1000, 640)
    settle(desk)
    assert dialog.width() == 1000
    view = dialog.lines.view
    last = view.columnViewportPosition(7) + view.columnWidth(7)
    assert last <= view.viewport().width()
    assert view.columnWidth(6) >= 90
