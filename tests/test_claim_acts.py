"""What can be done with a paper in its list: exactly what is possible now, and that it is done once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from services import expense_claims
from tests.claim_pages import act, column, opened, possible, select, state, texts
from tests.claims import TODAY, Office, make_office
from tests.desks import named
from tests.hands import settle
from ui.claims.act_dialog import ActDialog
from ui.claims.claim_dialog import ClaimDialog
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


def test_exactly_what_is_possible_now_can_be_done(qtbot, office, tasks):
    draft, sent = office.save(office.draft("1")), office.submit(office.save(office.draft("2")))
    page = opened(qtbot, office, tasks)
    select(page, draft.number)
    assert possible(page) == {"edit", "delete", "submit"}
    select(page, sent.number)
    assert possible(page) == {"withdraw", "remind"}


def test_somebody_who_is_not_asked_cannot_approve(qtbot, office, tasks):
    sent = office.submit(office.save(office.draft("2")))
    page = opened(qtbot, office, tasks, office.boss)
    select(page, sent.number)
    assert "approve" not in possible(page)
    page.view.table.clearSelection()
    page.detail = None
    page.acts.get("approve").setEnabled(True)
    select(page, sent.number)
    with office.database.read() as session:
        detail = expense_claims.detail(session, office.boss, sent.id, today=TODAY)
    from ui.claims.claim_acts import approve

    approve(page, detail)
    settle(tasks)
    assert page.refusals == ["approval.not_yours"]
    assert state(office, sent) is ClaimState.SUBMITTED


def test_del_asks_before_a_draft_is_gone(qtbot, office, tasks):
    saved = office.save(office.draft("1"))
    page = opened(qtbot, office, tasks)
    select(page, saved.number)
    page.view.table.setFocus()
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    assert column(page, "number") == [saved.number]
    named(page, QPushButton, "action.confirm").click()
    settle(tasks)
    assert column(page, "number") == []


def test_a_draft_that_lacks_a_reason_opens_where_the_reason_is_typed(qtbot, office, tasks):
    line = replace(office.draft("556").lines[0], category_id=office.categories["交通"])
    saved = office.save(office.draft(lines=(line,)))
    page = opened(qtbot, office, tasks)
    select(page, saved.number)
    act(page, "submit")
    dialog = page.findChild(ClaimDialog)
    assert dialog.notice.text().startswith("Checks that want a reason: 1")
    assert dialog.checks.isAncestorOf(dialog.focusWidget())


def test_a_claim_is_paid_once_however_often_the_button_is_hit(qtbot, office, tasks):
    saved = office.approved(office.draft("100"))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, saved.number)
    act(page, "pay")
    dialog = page.findChild(ActDialog)
    assert "Pay 李文静: ¥100.00" in texts(dialog)
    dialog.body.boxes["account_id"].editor.set_value(office.account)
    dialog.save()
    dialog._saving = False
    dialog.save()
    settle(tasks)
    detail = office.detail(saved)
    assert (detail.state, detail.paid_from_name) == (ClaimState.PAID, "招商银行 基本户")
    assert [row.action for row in detail.history].count("pay") == 1
    assert page.refusals == []


def test_the_account_that_paid_last_is_offered_first_the_next_time(qtbot, office, tasks):
    papers = [office.approved(office.draft("100")), office.approved(office.draft("200"))]
    page = opened(qtbot, office, tasks, office.cashier)
    for saved, typed in zip(papers, (office.account, None), strict=True):
        select(page, saved.number)
        act(page, "pay")
        dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
        if typed:
            dialog.body.boxes["account_id"].editor.set_value(typed)
        dialog.save()
        settle(tasks)
    assert [state(office, saved) for saved in papers] == [ClaimState.PAID] * 2


def test_a_payment_in_the_future_is_told_at_its_day(qtbot, office, tasks):
    saved = office.approved(office.draft("100"))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, saved.number)
    act(page, "pay")
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["account_id"].editor.set_value(office.account)
    dialog.body.boxes["paid_on"].widget.setText("+3")
    dialog.save()
    settle(tasks)
    assert dialog.isVisible()
    assert dialog.body.boxes["paid_on"].error().startswith("The day of payment is in the future.")


def test_a_voided_paper_gets_its_reversal_beside_it(qtbot, office, tasks):
    saved = office.paid(office.draft("100"))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, saved.number)
    act(page, "void")
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["reason"].editor.set_value("重复报销")
    dialog.save()
    settle(tasks)
    assert state(office, saved) is ClaimState.VOIDED
    assert sorted(column(page, "number")) == ["BX-2026-0001", "CX-2026-0001"]


def test_less_can_be_granted_and_never_more(qtbot, office, tasks):
    saved = office.submit(office.save(office.draft("100", "200")))
    page = opened(qtbot, office, tasks, office.head)
    select(page, saved.number)
    act(page, "sanction")
    dialog = page.findChild(ActDialog)
    dialog.body.boxes["line_1"].editor.set_value(Decimal(201))
    dialog.body.boxes["note"].editor.set_value("超标准")
    dialog.save()
    settle(tasks)
    assert dialog.body.boxes["line_1"].error().startswith("No more can be granted")
    dialog.body.boxes["line_1"].editor.set_value(Decimal(150))
    dialog.save()
    settle(tasks)
    assert office.detail(saved).sanctioned == Decimal(250)
    assert "¥250.00" in texts(page.pane)


def test_without_the_pane_an_act_still_sees_the_newest_version(qtbot, office, tasks):
    saved = office.save(office.draft("1"))
    page = opened(qtbot, office, tasks)
    select(page, saved.number)
    act(page, "pane")
    act(page, "submit")
    act(page, "withdraw")
    named(page, QPushButton, "action.confirm").click()
    settle(tasks)
    assert (state(office, saved), page.refusals) == (ClaimState.WITHDRAWN, [])
