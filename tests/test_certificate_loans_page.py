"""Loans of certificates in the window: asked for, decided, handed out, prolonged, back, printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.certificate import CertificateLoan, LoanKind, LoanState
from services import certificate_loan_acts
from tests import certificates
from tests.certificate_pages import act, column, dialog_of, opened, possible, put, show, texts
from tests.certificates import (
    AUDITOR,
    CLERK,
    MANAGER,
    approved,
    certificate,
    click,
    lent,
    request,
    saved,
    submitted,
)
from tests.conftest import TODAY
from tests.desks import named
from tests.hands import keys, settle
from ui.pages.certificate_loans import CertificateLoansPage
from ui.pages.office_approvals import OfficeApprovalsPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
WEEK = timedelta(days=7)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        certificates.set_up(session)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def stored(database, loan_id: int = 1) -> CertificateLoan:
    with database.read() as session:
        return session.get_one(CertificateLoan, loan_id)


def page_with(qtbot, database, tasks, make, actor=CLERK, **fields):
    """The page with one loan as `make` leaves it, selected."""
    with database.write() as session:
        loan = make(session, request(certificate(session, number="Q-1"), **fields))
        loan_id = loan.id
    page = opened(qtbot, CertificateLoansPage, database, tasks, actor)
    show(page, loan_id)
    return page


def confirm(page) -> None:
    page.window().findChild(QPushButton, "action.confirm").click()
    settle(page.desk.tasks)


def test_a_request_is_typed_handed_in_and_decided_and_the_original_goes_out_and_comes_back(
    qtbot, database, tasks
):
    with database.write() as session:
        made = certificate(session, original_place="保险柜 A-1")
    page = opened(qtbot, CertificateLoansPage, database, tasks, CLERK)
    assert page.line.text() == page.about
    act(page, "new")
    dialog = dialog_of(page, "certificate_loan")
    assert not dialog.body.boxes["copies"].widget.isEnabled()
    put(dialog, certificate_id=made, employee_id=2, purpose="资格预审")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert column(page, "number") == ["ZJ-2026-0001"]
    assert possible(page) == {"edit_loan", "submit", "delete"}
    act(page, "submit")
    assert page.line.text() == "1 being decided"
    manager = opened(qtbot, CertificateLoansPage, database, tasks, MANAGER)
    show(manager, 1)
    assert possible(manager) == {"approve", "return"}
    act(manager, "approve")
    page.refresh()
    settle(tasks)
    assert page.line.text() == "1 to hand out"
    assert possible(page) == {"hand_out", "void"}
    act(page, "hand_out")
    keys("Ctrl+S", within=dialog_of(page, "act"))
    settle(tasks)
    assert (stored(database).state, stored(database).lent_on) == (LoanState.LENT, TODAY)
    assert column(page, "due_back_on") == ["03-19 · 7 d left"]
    act(page, "give_back")
    back = dialog_of(page, "act")
    assert "Put it back: 保险柜 A-1" in texts(back)
    put(back, note="完好")
    keys("Ctrl+S", within=back)
    settle(tasks)
    assert (stored(database).state, stored(database).back_note) == (LoanState.BACK, "完好")
    assert "完好" in texts(page.pane)
    assert possible(page) == set()


def test_who_has_it_is_said_in_the_form_that_asks_for_it_again(qtbot, database, tasks):
    page = page_with(qtbot, database, tasks, lent)
    dialog = page.open_loan(None)
    settle(tasks)
    put(dialog, certificate_id=1, employee_id=1, purpose="再借")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible()
    assert (
        "刘芳 has it (Original No. 1) since 2026-03-12, until 2026-03-19"
        in dialog.body.boxes["certificate_id"].error()
    )
    put(dialog, kind=LoanKind.COPY, copies=2)
    assert dialog.body.boxes["copies"].widget.isEnabled()
    assert not dialog.body.boxes["due_back_on"].widget.isEnabled()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert column(page, "kind") == ["Sealed copies ×2", "Original"]


def test_sealed_copies_are_sealed_and_over(qtbot, database, tasks):
    page = page_with(qtbot, database, tasks, approved, kind=LoanKind.COPY, copies=3, due_back_on=None)
    assert column(page, "state") == ["To seal"]
    act(page, "hand_out")
    assert "3 copies are sealed and handed to 刘芳" in texts(dialog_of(page, "act"))
    keys("Ctrl+S", within=dialog_of(page, "act"))
    settle(tasks)
    assert stored(database).state is LoanState.BACK
    assert "Back on" not in texts(page.pane)


def test_a_request_is_returned_mended_withdrawn_and_deleted(qtbot, database, tasks):
    page = page_with(qtbot, database, tasks, submitted, MANAGER)
    act(page, "return")
    dialog = dialog_of(page, "act")
    put(dialog, reason="写明项目")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database).state is LoanState.RETURNED
    clerk = opened(qtbot, CertificateLoansPage, database, tasks, CLERK)
    show(clerk, 1)
    assert "写明项目" in texts(clerk.pane)
    act(clerk, "edit_loan")
    form = dialog_of(clerk, "certificate_loan")
    assert not form.locked
    form.reject()
    act(clerk, "submit")
    assert possible(clerk) == {"withdraw"}
    act(clerk, "withdraw")
    confirm(clerk)
    assert stored(database).state is LoanState.WITHDRAWN
    with database.write() as session:
        draft = saved(session, request(certificate(session))).id
    clerk.refresh()
    settle(tasks)
    show(clerk, draft)
    act(clerk, "delete")
    confirm(clerk)
    with database.read() as session:
        assert session.get(CertificateLoan, draft) is None


def test_an_overdue_original_heads_the_page_and_is_kept_longer_with_a_reason(qtbot, database, tasks):
    with database.write() as session:
        day = TODAY - 2 * WEEK
        lent(session, request(certificate(session), from_on=day, due_back_on=TODAY - WEEK), day=day)
    page = opened(qtbot, CertificateLoansPage, database, tasks, CLERK)
    assert page.line.text() == "1 overdue, the first since 2026-03-05 (刘芳) · 1 lent"
    assert column(page, "due_back_on") == ["03-05 · 7 d over"]
    show(page, 1)
    assert "It should be back for 7 days" in texts(page.pane)
    act(page, "extend")
    dialog = dialog_of(page, "act")
    put(dialog, reason="开标延期")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database).due_back_on == TODAY + WEEK
    assert page.line.text() == "1 lent"


def test_on_the_smallest_screen_the_day_and_the_state_are_whole(qtbot, database, tasks):
    with database.write() as session:
        day = TODAY - 2 * WEEK
        lent(session, request(certificate(session), from_on=day, due_back_on=TODAY - WEEK), day=day)
        approved(session, request(certificate(session)))
    page = opened(qtbot, CertificateLoansPage, database, tasks, CLERK)
    page.resize(1366 - 208, 768 - 130)
    settle(tasks)
    table = page.view.table
    assert table.horizontalScrollBar().maximum() == 0
    names = [one.name for one in page.register.columns]
    for name, least in (("due_back_on", 126), ("state", 108)):
        assert table.columnWidth(names.index(name)) >= least, name


def test_what_is_not_needed_any_more_is_taken_back_before_it_goes_out(qtbot, database, tasks):
    page = page_with(qtbot, database, tasks, approved, MANAGER)
    assert possible(page) == {"void"}
    act(page, "void")
    dialog = dialog_of(page, "act")
    put(dialog, reason="不投了")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database).state is LoanState.VOIDED


def test_what_somebody_else_did_meanwhile_is_said_and_shown(qtbot, database, tasks):
    page = page_with(qtbot, database, tasks, submitted, MANAGER)
    with database.write() as session:
        loan = session.get_one(CertificateLoan, 1)
        certificates.decided(session, loan)
        certificate_loan_acts.hand_out(
            session, CLERK, 1, loan.version, day=TODAY, command_id=click(), today=TODAY
        )
    act(page, "approve")
    assert page.refusals == ["record.stale"]
    assert column(page, "state") == ["Lent"]


def test_the_slip_is_shown_as_a_page_and_a_decided_paper_only_to_look_at(qtbot, database, tasks):
    page = page_with(qtbot, database, tasks, lent, AUDITOR)
    assert possible(page) == set()
    act(page, "print_loan")
    assert page.findChildren(PrintPreview)[-1].pdf.startswith(b"%PDF")
    page.findChildren(PrintPreview)[-1].reject()
    page.open_form(1)
    settle(tasks)
    assert dialog_of(page, "certificate_loan").locked


def test_the_pane_leads_to_the_certificate(qtbot, database, tasks):
    with database.write() as session:
        lent(session, request(certificate(session)))
    went: list[tuple[str, int]] = []
    page = opened(qtbot, CertificateLoansPage, database, tasks, CLERK, lambda *to: went.append(to))
    show(page, 1)
    named(page.pane, QPushButton, "action.open_certificate").click()
    assert went == [("certificates", 1)]


def test_the_manager_decides_it_among_the_other_papers(qtbot, database, tasks):
    with database.write() as session:
        submitted(session, request(certificate(session, number="Q-1"), kind=LoanKind.COPY, copies=2))
    page = opened(qtbot, OfficeApprovalsPage, database, tasks, MANAGER)
    told = texts(page.pane)
    for said in ("ISO 9001 质量管理体系认证", "Q-1", "资格预审原件查验", "刘芳"):
        assert said in told, said
    page.approve()
    settle(tasks)
    assert stored(database).state is LoanState.APPROVED


def test_of_several_originals_the_counter_chooses_which_one_leaves(qtbot, database, tasks):
    with database.write() as session:
        made = certificate(session, number="Q-1", originals=2)
        loan_id = approved(session, request(made)).id
    page = opened(qtbot, CertificateLoansPage, database, tasks, CLERK)
    show(page, loan_id)
    assert column(page, "kind") == ["Original No. 1"]
    act(page, "hand_out")
    dialog = dialog_of(page, "act")
    put(dialog, piece=3)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "has 2 of them" in texts(dialog)
    put(dialog, piece=2)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert (stored(database, loan_id).state, stored(database, loan_id).piece) == (LoanState.LENT, 2)
    assert "Original No. 2" in texts(page.pane)
