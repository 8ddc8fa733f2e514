"""What is done on the page after a payment: an advance comes back, an invoice that was promised is filed; payees."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState, PaperKind, PaymentMethod
from services.claim_values import Saved
from services.permissions import Actor
from tests.claim_forms import file
from tests.claim_pages import act, column, opened, possible, select, texts
from tests.claims import TODAY, Office
from tests.desks import make_desk, named
from tests.hands import settle
from tests.test_payment_requests import owing
from tests.test_repayments import held, now
from tests.travels import add_payee, travel, travel_office
from ui.claims import money_acts
from ui.claims.act_dialog import ActDialog
from ui.claims.claim_dialog import ClaimDialog
from ui.pages.payees import PayeesPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview
from ui.widgets.record_dialog import RecordDialog

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database) -> Office:
    return travel_office(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def asked(page) -> ActDialog:
    dialogs = page.findChildren(ActDialog)
    assert dialogs, "a question is open"
    settle(page.desk.tasks)
    return dialogs[-1]


def put(dialog, name: str, value: object) -> None:
    dialog.body.boxes[name].editor.set_value(value)


def answer(page, dialog) -> None:
    dialog.save()
    settle(page.desk.tasks)


@pytest.mark.parametrize(
    ("name", "kind"), [("new_travel", PaperKind.TRAVEL), ("new_payment", PaperKind.PAYMENT)]
)
def test_new_papers_of_both_kinds_are_begun_from_the_page(qtbot, office, tasks, name, kind):
    page = opened(qtbot, office, tasks)
    act(page, name)
    (dialog,) = page.findChildren(ClaimDialog)
    assert dialog.kind is kind
    dialog.discard()


def test_the_cashier_notes_cash_that_came_back(qtbot, office, tasks):
    advance = office.paid(office.advance_draft("3000"))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, advance.number)
    assert "repay" in possible(page)
    act(page, "repay")
    dialog = asked(page)
    assert dialog.body.values()["amount"] == Decimal(3000)
    put(dialog, "amount", Decimal(1000))
    put(dialog, "account_id", office.account)
    answer(page, dialog)
    assert page.refusals == []
    assert office.detail(advance).outstanding == Decimal(2000)
    assert "HK-2026-0001" in column(page, "number")


def test_a_second_answer_to_the_same_question_is_not_a_second_repayment(qtbot, office, tasks):
    advance = office.paid(office.advance_draft("3000"))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, advance.number)
    detail = office.detail(advance, office.cashier)
    for _ in range(2):
        money_acts.repay(page, detail)
        dialog = asked(page)
        put(dialog, "amount", Decimal(1000))
        put(dialog, "account_id", office.account)
        answer(page, dialog)
    assert office.detail(advance).outstanding == Decimal(2000)


def test_too_much_is_told_at_the_amount_and_the_question_stays(qtbot, office, tasks):
    advance = office.paid(office.advance_draft("3000"))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, advance.number)
    act(page, "repay")
    dialog = asked(page)
    put(dialog, "amount", Decimal("3000.01"))
    put(dialog, "account_id", office.account)
    answer(page, dialog)
    assert "Only 3,000.00 of advance JK-2026-0001 are still open." in texts(dialog)
    dialog.reject()


def test_the_clerk_has_it_held_for_the_pay_and_the_cashier_confirms(qtbot, office, tasks):
    advance = office.paid(office.advance_draft("3000"))
    page = opened(qtbot, office, tasks)
    select(page, advance.number)
    act(page, "repay")
    dialog = asked(page)
    assert set(dialog.body.boxes) == {"amount", "pay_month", "note"}
    answer(page, dialog)
    paper = Saved(2, 0, "HK-2026-0001")
    assert office.detail(paper).state is ClaimState.TO_PAY
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, "HK-2026-0001")
    assert "Held for the pay of 2026-11" in texts(page.pane)
    act(page, "pay")
    dialog = asked(page)
    assert "was taken off the pay of 李文静 for 2026-11." in texts(dialog)
    answer(page, dialog)
    assert office.detail(paper).payment_method is PaymentMethod.FROM_PAY
    assert office.detail(advance).outstanding == 0


def test_opening_a_repayment_shows_its_form(qtbot, office, tasks):
    advance = office.paid(office.advance_draft("3000"))
    paper = held(office, now(office, advance))
    page = opened(qtbot, office, tasks, office.cashier)
    select(page, paper.number)
    page.open_form(paper.id)
    settle(tasks)
    (preview,) = page.findChildren(PrintPreview)
    preview.reject()


def test_an_invoice_that_was_promised_is_filed_from_its_file(qtbot, office, tasks, tmp_path):
    paid = owing(office, "1062.85")
    page = opened(qtbot, office, tasks)
    select(page, paid.number)
    assert {"file_invoice", "type_invoice"} <= possible(page)
    assert "Invoice still owed" in texts(page.pane)
    money_acts.file_paths(page, office.detail(paid), [file(tmp_path)])
    settle(tasks)
    settle(tasks)
    assert len(office.detail(paid).invoices) == 1
    assert office.detail(paid).invoice_owed < Decimal("1062.85")


def test_a_paper_invoice_that_was_promised_is_typed(qtbot, office, tasks):
    paid = owing(office, "556")
    page = opened(qtbot, office, tasks)
    select(page, paid.number)
    act(page, "type_invoice")
    dialog = next(one for one in page.findChildren(RecordDialog) if one.form.name == "invoice")
    settle(tasks)
    for name, value in (("number", "12345678"), ("issued_on", TODAY), ("total", Decimal(556))):
        put(dialog, name, value)
    dialog.save()
    settle(tasks)
    assert office.detail(paid).invoice_owed == 0
    assert "type_invoice" not in possible(page)


def test_what_is_owed_stands_in_the_headline_and_behind_its_chip(qtbot, office, tasks):
    owing(office, "556", business_date=TODAY.replace(day=1), invoice_due_on=TODAY.replace(day=2))
    page = opened(qtbot, office, tasks)
    page.headline()
    settle(tasks)
    assert "invoices overdue: 1" in page.line.text()
    page.view.chips.select("invoices_owed")
    page.view.ask()
    settle(tasks)
    assert column(page, "number") == ["FK-2026-0001"]


def test_the_pane_of_a_travel_tells_its_legs(qtbot, office, tasks):
    saved = office.save(travel(office))
    page = opened(qtbot, office, tasks)
    select(page, saved.number)
    assert "11-09 08:00 武汉 → 10:00 宜昌" in texts(page.pane)
    assert "Train 二等座" in texts(page.pane)


def payees_page(qtbot: QtBot, office: Office, tasks: Tasks, actor: Actor) -> PayeesPage:
    page = PayeesPage(make_desk(office.database, tasks, actor, TODAY))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    settle(tasks)
    return page


def test_the_page_of_payees_begins_with_what_it_is_for_and_keeps_one(qtbot, office, tasks):
    page = payees_page(qtbot, office, tasks, office.clerk)
    assert page.line.text().startswith("Suppliers and others")
    dialog = page.open_form(None)
    settle(tasks)
    for name, value in (("name", "王小明"), ("bank_name", "招商银行"), ("bank_account", "6222021234567890")):
        field = named(dialog, QLineEdit, f"field.{name}")
        field.setText(value)
        field.textEdited.emit(value)
    assert "The check digit does not fit" in texts(dialog)
    dialog.save()
    settle(tasks)
    assert page.view.values(1)["bank_account"] == "6222021234567890"


def test_who_may_only_see_payees_cannot_make_one(qtbot, office, tasks):
    add_payee(office)
    page = payees_page(qtbot, office, tasks, office.head)
    assert page.acts.get("new") is None
