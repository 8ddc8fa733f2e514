"""Labour contracts in the window: what needs doing, renewed, changed, ended with notice, refused with the article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from models.labour_contract import ContractAct, ContractKind
from models.people import Employee
from services import attachments, labour_contract_ends, labour_contracts
from services.labour_contract_ends import EndCause
from services.labour_contract_rules import ContractDraft
from services.permissions import Role
from tests.claim_pages import act, column
from tests.conftest import TODAY
from tests.hands import keys, settle
from tests.personnel_pages import CLERK, dialog_of, opened, put, texts
from ui.pages.labour_contracts import LabourContractsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        for employee_id in range(1, 7):
            session.get(Employee, employee_id).hired_on = date(2024, 5, 6)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def write(database, **values) -> int:
    first = date(2023, 3, 13)
    usual = {"employee_id": 1, "from_on": first, "to_on": TODAY, "signed_on": first}
    with database.write() as session:
        return labour_contracts.save(session, CLERK, ContractDraft(**(usual | values)))


def newest(database, employee_id=1):
    with database.read() as session:
        return labour_contract_ends.of_employee(session, CLERK, employee_id)[0]


def contracts(qtbot, database, tasks, role=Role.CLERK):
    page = opened(qtbot, LabourContractsPage, database, tasks, role)
    page.view.table.select_row(0)
    settle(tasks)
    return page


def test_the_headline_says_what_needs_doing_and_the_list_shows_it_in_red(qtbot, database, tasks):
    write(database)
    write(database, employee_id=2, from_on=date(2026, 1, 5), to_on=date(2029, 1, 4), signed_on=None)
    page = contracts(qtbot, database, tasks)
    names = page.line.text()
    assert names.startswith("1 unsigned after a month · 1 end within 60 days · 4 without a contract: ")
    assert column(page, "signed_on") == ["35 d late", "2023-03-13"]
    assert "All contracts of this person" in texts(page.pane)


def test_a_contract_is_renewed_from_the_list(qtbot, database, tasks):
    write(database)
    page = contracts(qtbot, database, tasks)
    act(page, "renew")
    dialog = dialog_of(page, "labour_contract")
    assert dialog.windowTitle() == "Renew the labour contract"
    assert dialog.body.boxes["to_on"].editor.value() == date(2029, 3, 12)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    made = newest(database)
    assert (made.act, made.from_on) == (ContractAct.RENEWED, date(2026, 3, 13))


def test_after_two_terms_the_renewal_is_open_ended_and_a_third_term_is_doubted(qtbot, database, tasks):
    first = write(database, from_on=date(2020, 3, 13), to_on=date(2023, 3, 12))
    write(database, act=ContractAct.RENEWED, previous_id=first)
    page = contracts(qtbot, database, tasks)
    act(page, "renew")
    dialog = dialog_of(page, "labour_contract")
    assert dialog.body.boxes["kind"].editor.value() is ContractKind.OPEN_ENDED
    put(dialog, kind=ContractKind.FIXED_TERM, to_on=date(2029, 3, 12))
    assert "open-ended contract is due (article 14)" in texts(dialog)
    dialog.discard()


def test_a_contract_is_changed_from_today_on(qtbot, database, tasks):
    write(database, to_on=date(2026, 12, 31))
    page = contracts(qtbot, database, tasks)
    act(page, "change")
    keys("Ctrl+S", within=dialog_of(page, "labour_contract"))
    settle(tasks)
    assert (newest(database).act, newest(database).from_on) == (ContractAct.CHANGED, TODAY)


def test_too_long_a_probation_is_refused_with_the_article(qtbot, database, tasks):
    page = opened(qtbot, LabourContractsPage, database, tasks)
    act(page, "new")
    dialog = dialog_of(page, "labour_contract")
    put(
        dialog,
        employee_id=3,
        from_on=date(2026, 3, 2),
        to_on=date(2029, 3, 1),
        probation_until=date(2026, 9, 2),
    )
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "6 months of probation, to 2026-09-01 at most (Labour Contract Law, article 19)" in texts(dialog)
    put(dialog, probation_until=date(2026, 9, 1))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert newest(database, 3).number == "LD-2026-0001"


def test_a_contract_is_ended_with_notice_and_the_end_taken_back(qtbot, database, tasks):
    write(database, to_on=date(2026, 12, 31))
    page = contracts(qtbot, database, tasks)
    act(page, "end")
    dialog = dialog_of(page, "act")
    put(dialog, cause=EndCause.RESIGNED, notice_on=TODAY, ended_on=date(2026, 3, 31))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "Choose 2026-04-11 or later" in texts(dialog)
    put(dialog, ended_on=date(2026, 4, 11))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert newest(database).ended_on == date(2026, 4, 11)
    act(page, "reopen")
    assert newest(database).ended_on is None


def test_the_manager_sees_contracts_and_changes_none(qtbot, database, tasks):
    write(database)
    page = contracts(qtbot, database, tasks, Role.MANAGER)
    assert page.acts.get("renew") is None
    act(page, "open")
    assert not dialog_of(page, "labour_contract").save_button.isVisible()
    dialog_of(page, "labour_contract").reject()


def test_an_empty_list_says_that_contracts_are_missing(qtbot, database, tasks):
    with database.write() as session:
        for employee_id in range(1, 7):
            session.get(Employee, employee_id).left_on = date(2025, 1, 1)
    page = opened(qtbot, LabourContractsPage, database, tasks)
    assert page.line.text() == "Every contract is in order"


def test_a_dropped_scan_is_kept_with_the_contract_opened_and_removed(qtbot, database, tasks, tmp_path):
    contract = write(database)
    scan = tmp_path / "劳动合同 签字页.pdf"
    scan.write_bytes(b"%PDF signed")
    page = contracts(qtbot, database, tasks)
    assert "Scans (0)" in texts(page.pane)
    assert page.dropped([scan])
    settle(tasks)
    assert "Scans (1)" in texts(page.pane)
    with database.read() as session:
        (row,) = attachments.of(session, CLERK, "labour_contract", contract)
        assert attachments.path(session, CLERK, row.id).read_bytes() == b"%PDF signed"
    looking = contracts(qtbot, database, tasks, Role.MANAGER)
    assert not looking.dropped([scan])
    assert looking.findChild(QPushButton, f"action.open_attachment.{row.id}") is not None
    assert looking.findChild(QToolButton, f"action.remove_attachment.{row.id}") is None
