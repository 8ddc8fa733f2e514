"""The Reimbursements page: what is listed, what can be done now, and that it is done once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState, PaperKind
from services import expense_claims
from tests.claims import COMPANY, TAX_ID, TODAY, Office, make_office
from tests.desks import make_desk, named
from tests.hands import settle
from tests.invoice_facts import DIGITAL
from tests.invoice_files import digital_pdf
from ui.claims.act_dialog import ActDialog
from ui.claims.claim_dialog import ClaimDialog
from ui.pages.reimbursements import ReimbursementsPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
OURS = replace(DIGITAL, buyer=COMPANY, buyer_id=TAX_ID, day=TODAY.replace(day=10))


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def opened(qtbot: QtBot, office: Office, tasks: Tasks, actor=None) -> ReimbursementsPage:
    page = ReimbursementsPage(make_desk(office.database, tasks, actor or office.clerk, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    page.view.chips.select("all")
    page.view.ask()
    settle(tasks)
    return page


def column(page: ReimbursementsPage, name: str) -> list[str]:
    rows = page.view.table.rows
    at = [spec.name for spec in rows.columns].index(name)
    return [rows.index(row, at).data() for row in range(rows.rowCount())]


def select(page: ReimbursementsPage, number: str) -> None:
    page.view.table.select_row(column(page, "number").index(number))
    settle(page.desk.tasks)


def possible(page: ReimbursementsPage) -> set[str]:
    standard = {
        "import",
        "new",
        "new_advance",
        "print_list",
        "export",
        "copy",
        "filter",
        "columns",
        "compact",
    }
    return (
        {spec.name for spec in page.acts.possible()} - standard - {"pane", "refresh", "find", "print", "open"}
    )


def act(page: ReimbursementsPage, name: str) -> None:
    page.acts.get(name).trigger()
    settle(page.desk.tasks)


def state(office: Office, saved) -> ClaimState:
    return office.detail(saved).state


def drop(page: QWidget, *paths) -> None:
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(300, 300), copy, what, left, none))
    settle(page.desk.tasks)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_every_chip_counts_its_own_papers(qtbot, office, tasks):
    office.save(office.draft("1"))
    office.submit(office.save(office.draft("2")))
    office.approved(office.draft("3"))
    page = opened(qtbot, office, tasks)
    words = {button.objectName(): button.text() for button in page.view.chips.findChildren(QPushButton)}
    assert [words[f"chip.{name}"][-1] for name in ("all", "mine", "waiting", "to_pay", "this_month")] == [
        "3", "3", "1", "1", "3",
    ]  # fmt: skip


def test_the_line_below_the_title_says_what_is_due_today(qtbot, office, tasks):
    office.approve(office.submit(office.save(office.draft("862.40")), today=TODAY.replace(day=18)))
    page = opened(qtbot, office, tasks)
    assert page.line.text() == "Paid within 2 working days · 1 due today, ¥862.40"


def test_exactly_what_is_possible_now_can_be_done(qtbot, office, tasks):
    draft, sent = office.save(office.draft("1")), office.submit(office.save(office.draft("2")))
    page = opened(qtbot, office, tasks)
    select(page, draft.number)
    assert possible(page) == {"edit", "delete", "submit"}
    select(page, sent.number)
    assert possible(page) == {"withdraw"}


def test_somebody_who_is_not_asked_cannot_approve(qtbot, office, tasks):
    sent = office.submit(office.save(office.draft("2")))
    page = opened(qtbot, office, tasks, office.boss)
    select(page, sent.number)
    assert "approve" not in possible(page)
    page.view.table.clearSelection()
    page._detail = None
    page.acts.get("approve").setEnabled(True)
    select(page, sent.number)
    with office.database.read() as session:
        detail = expense_claims.detail(session, office.boss, sent.id, today=TODAY)
    from ui.claims.claim_acts import approve

    approve(page, detail)
    settle(tasks)
    assert page.refusals == ["approval.not_yours"]
    assert state(office, sent) is ClaimState.SUBMITTED


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
    assert dialog.notice.text().startswith("1 checks want a reason")
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
    assert (told.text(), told.informativeText()[:8]) == ("1 files could not be used", "bad.pdf:")
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
