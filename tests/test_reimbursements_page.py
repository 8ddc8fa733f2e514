"""The Reimbursements page: what is listed, shown, dropped and printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import PaperKind
from tests.claim_pages import OURS, act, column, drop, opened, select, texts
from tests.claims import TODAY, Office, make_office
from tests.desks import named
from tests.hands import settle
from tests.invoice_files import digital_pdf
from ui.claims.claim_dialog import ClaimDialog
from ui.tasks import Tasks
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


def test_every_chip_counts_its_own_papers(qtbot, office, tasks):
    office.save(office.draft("1"))
    office.submit(office.save(office.draft("2")))
    office.approved(office.draft("3"))
    page = opened(qtbot, office, tasks)
    words = {button.objectName(): button.text() for button in page.view.chips.findChildren(QPushButton)}
    assert [words[f"chip.{name}"][-1] for name in ("all", "mine", "waiting", "to_pay", "this_month")] == [
        "3", "3", "1", "1", "3",
    ]  # fmt: skip


def plain(label: QLabel) -> str:
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


@pytest.mark.parametrize(("day", "said"), [(17, "1 overdue"), (18, "1 due today"), (19, "1 to pay")])
def test_the_line_below_the_title_says_what_is_to_be_paid(qtbot, office, tasks, day, said):
    also = "" if day == 19 else " · 1 to pay, ¥862.40"
    office.approve(office.submit(office.save(office.draft("862.40")), today=TODAY.replace(day=day)))
    page = opened(qtbot, office, tasks)
    assert plain(page.line) == f"Paid within 2 working days · {said}, ¥862.40{also}"


@pytest.mark.parametrize(("day", "part"), [(17, "overdue"), (18, "due"), (19, "to_pay")])
def test_a_click_on_the_line_below_the_title_shows_those_papers(qtbot, office, tasks, day, part):
    office.save(office.draft("1"))
    waiting = office.approve(office.submit(office.save(office.draft("2")), today=TODAY.replace(day=day)))
    page = opened(qtbot, office, tasks)
    page.line.linkActivated.emit(part)
    settle(tasks)
    assert column(page, "number") == [waiting.number]
    assert f'href="{part}"' in page.line.text()


def test_a_double_click_opens_the_paper_and_saving_shows_it_as_it_is_now(qtbot, office, tasks):
    saved = office.save(office.draft("1"))
    page = opened(qtbot, office, tasks)
    select(page, saved.number)
    page.view.table.activated_row.emit(saved.id)
    settle(tasks)
    dialog = page.findChild(ClaimDialog)
    field = named(dialog, QLineEdit, "field.purpose")
    field.setText("新的事由")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    settle(tasks)
    assert column(page, "purpose") == ["新的事由"]
    assert page.view.table.current_id() == saved.id


def test_the_reason_for_a_doubt_stands_below_it(qtbot, office, tasks):
    line = replace(office.draft("556").lines[0], category_id=office.categories["交通"])
    first = office.save(office.draft(lines=(line,)))
    key = next(check.key for check in office.detail(first).checks if check.level == "warn")
    office.submit(office.save(replace(office.get(first), reasons={key: "车票丢失"})))
    page = opened(qtbot, office, tasks, office.head)
    select(page, first.number)
    assert "Reason: 车票丢失" in texts(page.pane)


def test_several_vouchers_are_seen_in_one_preview(qtbot, office, tasks):
    for amount in ("100", "200"):
        office.paid(office.draft(amount))
    page = opened(qtbot, office, tasks)
    page.view.table.selectAll()
    act(page, "print")
    preview = page.findChild(PrintPreview)
    assert preview.document.pageCount() == 2
    assert preview.windowTitle() == "Print: 2 papers"


def test_dropped_invoices_become_a_claim_that_opens_and_a_damaged_file_is_told(
    qtbot, office, tasks, tmp_path
):
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(digital_pdf(OURS))
    bad.write_bytes(b"%PDF-1.4 torn")
    page = opened(qtbot, office, tasks)
    drop(page, good, bad)
    dialog = page.findChild(ClaimDialog)
    told = named(dialog, QWidget, "told")
    assert (told.text(), told.informativeText()[:8]) == ("Files that could not be used: 1", "bad.pdf:")
    assert [line.draft.amount for line in dialog.lines.model.lines()] == [Decimal("1130.00")]
    assert column(page, "number") == ["BX-2026-0001"]


def test_a_file_that_is_no_invoice_leaves_nothing_behind(qtbot, office, tasks, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    page = opened(qtbot, office, tasks)
    drop(page, empty)
    assert "empty.pdf: This file is empty." in named(page, QWidget, "told").informativeText()
    assert column(page, "number") == []


def test_who_may_not_write_claims_cannot_drop_files_either(qtbot, office, tasks, tmp_path, auditor):
    page = opened(qtbot, office, tasks, auditor)
    file = tmp_path / "good.pdf"
    file.write_bytes(digital_pdf(OURS))
    assert page.dropped([file]) is False


def test_an_overdue_advance_is_red_and_says_since_when(qtbot, office, tasks):
    begun, due = TODAY.replace(day=2), TODAY.replace(day=18)
    saved = office.save(replace(office.advance_draft(due=due), business_date=begun), today=begun)
    office.pay(office.approve(office.submit(saved, today=begun)), paid_on=begun)
    page = opened(qtbot, office, tasks)
    page.view.show_filtered("overdue_advances")
    page.view.ask()
    settle(tasks)
    assert column(page, "pay_by") == ["overdue 11-18"]


def test_a_new_advance_has_its_own_form(qtbot, office, tasks):
    page = opened(qtbot, office, tasks)
    act(page, "new_advance")
    dialog = page.findChild(ClaimDialog)
    assert (dialog.kind, dialog.lines.isVisible()) == (PaperKind.ADVANCE, False)
