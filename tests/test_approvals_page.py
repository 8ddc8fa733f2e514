"""The Approvals page: a whole session of decisions without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from services.claim_values import Saved
from services.invoices.model import Certainty, Source
from tests.claims import TODAY, Office, invoice_file, make_office
from tests.desks import make_desk
from tests.hands import keys, settle
from ui.claims.act_dialog import ActDialog
from ui.pages.approvals import ApprovalsPage
from ui.tasks import Tasks

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


def opened(qtbot: QtBot, office: Office, tasks: Tasks, actor=None) -> ApprovalsPage:
    page = ApprovalsPage(make_desk(office.database, tasks, actor or office.head, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    page.view.table.setFocus()
    settle(tasks)
    return page


def three(office: Office) -> list[Saved]:
    return [office.submit(office.save(office.draft(amount))) for amount in ("100", "200", "300")]


def press(page: ApprovalsPage, *steps: str) -> None:
    keys(*steps, within=page)
    settle(page.desk.tasks)


def states(office: Office, papers: list[Saved]) -> list[ClaimState]:
    return [office.detail(saved).state for saved in papers]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_ctrl_enter_approves_and_the_next_paper_is_ready(qtbot, office, tasks):
    papers = three(office)
    page = opened(qtbot, office, tasks)
    assert page.view.table.current_id() == papers[0].id
    press(page, "Ctrl+Return")
    assert page.view.table.current_id() == papers[1].id
    assert page.pane.record_id == papers[1].id
    press(page, "Ctrl+Return")
    assert states(office, papers) == [ClaimState.TO_PAY, ClaimState.TO_PAY, ClaimState.SUBMITTED]
    assert page.line.text().startswith("1 wait for you")


def test_ctrl_backspace_returns_with_a_reason_typed_at_once(qtbot, office, tasks):
    papers = three(office)
    page = opened(qtbot, office, tasks)
    press(page, "Ctrl+Backspace")
    dialog = page.findChild(ActDialog)
    keys("发票不清", "Ctrl+S", within=dialog)
    settle(tasks)
    assert office.detail(papers[0]).state_note == "发票不清"
    assert page.view.table.current_id() == papers[1].id


def test_a_paper_is_not_returned_without_a_reason(qtbot, office, tasks):
    papers = three(office)
    page = opened(qtbot, office, tasks)
    press(page, "Ctrl+Backspace")
    dialog = page.findChild(ActDialog)
    keys("Ctrl+S", within=dialog)
    assert dialog.body.boxes["reason"].error()
    assert states(office, papers)[0] is ClaimState.SUBMITTED


def test_after_the_last_paper_nothing_waits(qtbot, office, tasks):
    office.submit(office.save(office.draft("100")))
    page = opened(qtbot, office, tasks)
    press(page, "Ctrl+Return")
    assert page.line.text() == "Nothing waits for you"
    assert "Nothing waits for you" in texts(page.view.table)
    assert page.view.count == 0


def test_after_the_last_paper_the_list_has_the_focus_and_nothing_is_selected(qtbot, office, tasks):
    office.submit(office.save(office.draft("100")))
    page = opened(qtbot, office, tasks)
    button = page.pane.findChild(QPushButton, "button.approve")
    button.setFocus()
    button.click()
    settle(tasks)
    assert page.focusWidget() is page.view.table
    assert page.status_text() == "0 records · ¥0.00"


def test_of_two_who_decide_at_once_the_second_is_told_and_sees_what_happened(qtbot, office, tasks):
    papers = three(office)
    page = opened(qtbot, office, tasks)
    office.approve(papers[0])
    press(page, "Ctrl+Return")
    assert page.refusals == ["approval.already_decided"]
    assert page.view.table.current_id() == papers[1].id
    assert states(office, papers)[:2] == [ClaimState.TO_PAY, ClaimState.SUBMITTED]


def test_the_pane_begins_with_what_speaks_for_and_against(qtbot, office, tasks, tmp_path):
    advance = office.paid(office.advance_draft())
    sources = {
        "total": Source("net + tax = total", Certainty.GUESS),
        "number": Source("qr", Certainty.CERTAIN),
    }
    path, reading = invoice_file(tmp_path, buyer_name="李文静", buyer_tax_id="", sources=sources)
    draft = office.from_files((path, reading)).draft
    key = next(check.key for check in office.detail(Saved(draft.id, 0, "")).checks if check.level == "warn")
    office.submit(office.save(replace(draft, reasons={key: "出差前个人代付"})))
    page = opened(qtbot, office, tasks)
    said = texts(page.pane)
    assert said.index("Checks") < said.index("Lines") < said.index("Open advances of 李文静")
    assert "Reason: 出差前个人代付" in said
    assert any(advance.number in text for text in said)
    assert "Read from the QR code, reckoning" in said
    assert "Only guessed, compare with the file: total" in said


def test_what_i_decided_is_found_again(qtbot, office, tasks):
    papers = three(office)
    office.approve(papers[0])
    page = opened(qtbot, office, tasks)
    page.view.show_filtered("decided")
    page.view.ask()
    settle(tasks)
    assert page.view.table.current_id() == papers[0].id
    assert not page.acts.get("approve").isEnabled()
