"""The forms of a travel claim and a payment request: by keyboard alone, kept in step with the legs, saved from a crash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState, InvoicePromise, PaperKind
from services.claim_values import LineDraft, Saved
from tests.claim_forms import add, checked, file, opened, put, settle, submit
from tests.claims import TODAY, Office
from tests.desks import make_desk, named
from tests.hands import keys
from tests.travels import BACK, THERE, add_payee, leg, request, travel, travel_office
from ui.state import Desk
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database) -> Office:
    return travel_office(database)


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> Iterator[Desk]:
    tasks = Tasks(office.database)
    yield make_desk(office.database, tasks, office.clerk, TODAY)
    assert tasks.wait_idle()
    tasks.close()


def shown(dialog, desk) -> str:
    dialog.look()
    settle(desk)
    return dialog.travel.why.text()


def lines(dialog) -> list[tuple[str, Decimal]]:
    return [(line.description, line.amount) for line in dialog.lines.drafts()]


def test_a_travel_claim_is_written_and_handed_in_by_keyboard_alone(qtbot, desk, office):
    dialog = opened(qtbot, desk, kind=PaperKind.TRAVEL)
    keys("⏎", "⏎", "⏎", "⏎", "宜昌外业", "⏎", within=dialog)
    keys(
        "武汉",
        "⏎",
        "11-09",
        "⏎",
        "8",
        "⏎",
        "宜昌",
        "⏎",
        "11-09",
        "⏎",
        "10",
        "⏎",
        "⏎",
        "二等座",
        "⏎",
        within=dialog,
    )
    keys("宜昌", "⏎", "11-13", "⏎", "15", "⏎", "武汉", "⏎", "11-13", "⏎", "17", "⏎", "⏎", "⏎", within=dialog)
    assert [one.to_place for one in dialog.travel.peek()] == ["宜昌", "武汉"]
    settle(desk)
    shown(dialog, desk)
    keys("⏎", within=dialog)  # nothing more in the itinerary: on to the lines
    QTest.keySequence(dialog.focusWidget(), QKeySequence("F7"))
    qtbot.waitUntil(lambda: bool(dialog.lines.model.lines()))  # a button pressed by its key shows it first
    assert lines(dialog) == [("宜昌 伙食 100 + 市内交通 80 × 5 天", Decimal(900))]
    with qtbot.waitSignal(dialog.saved):
        keys("Ctrl+Return", within=dialog)
    detail = office.detail(Saved(1, 0, ""))
    assert (detail.kind, detail.state, detail.amount) == (
        PaperKind.TRAVEL,
        ClaimState.SUBMITTED,
        Decimal(900),
    )


def test_every_figure_of_the_allowance_is_explained(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(travel(office)), kind=PaperKind.TRAVEL)
    assert shown(dialog, desk) == "宜昌: 5 days × (100.00 meals + 80.00 local) = 900.00"


def test_the_allowance_follows_the_legs_while_nobody_has_changed_it(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(travel(office)), kind=PaperKind.TRAVEL)
    shown(dialog, desk)
    dialog.travel.legs.fill((THERE, leg("宜昌—武汉", (11, 15))))
    shown(dialog, desk)
    assert lines(dialog) == [("宜昌 伙食 100 + 市内交通 80 × 3 天", Decimal(540))]
    dialog.lines.model.undo_stack.undo()
    assert lines(dialog)[0][1] == Decimal(900)


def test_what_was_typed_by_hand_stays_until_the_key_is_pressed(qtbot, desk, office):
    line = replace(travel(office).lines[0], amount=Decimal(700))
    dialog = opened(qtbot, desk, office.save(travel(office, lines=(line,))), kind=PaperKind.TRAVEL)
    assert "The lines say 700.00; F7 puts 900.00 there." in shown(dialog, desk)
    assert lines(dialog)[0][1] == Decimal(700)
    dialog.travel.take()
    assert lines(dialog)[0][1] == Decimal(900)
    assert "F7" not in shown(dialog, desk)


def test_without_rates_the_form_says_who_can_help(qtbot, desk, office):
    from models.policy import ExpensePolicy

    with office.writing() as session:
        for policy in session.query(ExpensePolicy):
            policy.active = False
    dialog = opened(qtbot, desk, office.save(travel(office)), kind=PaperKind.TRAVEL)
    assert shown(dialog, desk).startswith("No allowance is set for these days and cities.")


def test_a_leg_that_arrives_before_it_leaves_is_marked_in_its_cell(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.save(travel(office)), kind=PaperKind.TRAVEL)
    dialog.travel.legs.fill((replace(THERE, arrived_hour=7), BACK))
    submit(dialog)
    assert dialog.notice.text() == "It arrives before it leaves. Correct the day or the hour."
    assert dialog.travel.legs.model.wrong_at(0, 5).sentence == dialog.notice.text()


def test_a_missing_itinerary_stops_and_a_missing_return_wants_a_reason(qtbot, desk, office):
    dialog = opened(qtbot, desk, kind=PaperKind.TRAVEL)
    qtbot.waitUntil(lambda: "The itinerary is missing. Type its legs." in checked(qtbot, dialog))
    dialog.travel.legs.fill((THERE,))
    qtbot.waitUntil(lambda: "The last leg ends in 宜昌, not back in 武汉" in checked(qtbot, dialog))


def test_a_line_of_transport_names_its_leg_by_places(qtbot, desk, office):
    line = LineDraft(office.categories["交通"], TODAY.replace(day=9), amount=Decimal(139), leg=0)
    dialog = opened(qtbot, desk, office.save(travel(office, lines=(line,))), kind=PaperKind.TRAVEL)
    shown(dialog, desk)
    column = [spec.name for spec in dialog.lines.model.columns].index("leg")
    assert dialog.lines.model.index(0, column).data() == "武汉—宜昌"
    assert dialog.lines.drafts()[0].leg == 0


def test_invoices_are_dropped_on_a_travel_claim_as_on_any(qtbot, desk, office, tmp_path):
    dialog = opened(qtbot, desk, office.save(travel(office)), kind=PaperKind.TRAVEL)
    add(qtbot, dialog, file(tmp_path))
    assert len(dialog.lines.drafts()) == 2
    assert dialog.travel.peek() == (THERE, BACK)


def test_legs_that_were_typed_survive_a_crash(qtbot, desk, office):
    dialog = opened(qtbot, desk, kind=PaperKind.TRAVEL)
    dialog.travel.legs.fill((THERE, BACK))
    kept = dialog.kept()
    other = opened(qtbot, desk, kind=PaperKind.TRAVEL)
    other.restore(kept)
    assert other.travel.peek() == (THERE, BACK)


def test_a_submitted_travel_is_only_looked_at(qtbot, desk, office):
    dialog = opened(qtbot, desk, office.submit(office.save(travel(office))), kind=PaperKind.TRAVEL)
    assert dialog.locked
    assert dialog.travel.button.isHidden()
    dialog.travel.take()
    assert lines(dialog)[0][1] == Decimal(900)


def test_a_payee_that_is_chosen_brings_its_account_along(qtbot, desk, office):
    add_payee(office)
    dialog = opened(qtbot, desk, kind=PaperKind.PAYMENT)
    put(dialog, "payee_id", "湖北华测仪器有限公司")
    assert named(dialog, QLineEdit, "field.payee_bank").text() == "中国银行武汉光谷支行"
    assert named(dialog, QLineEdit, "field.payee_account").text() == "5587660012345678"


def test_a_request_shows_how_its_contract_stands_and_is_handed_in(qtbot, desk, office):
    office.paid(request(office, "4000"))
    dialog = opened(qtbot, desk, office.save(request(office, "3000")), kind=PaperKind.PAYMENT)
    dialog.look()
    settle(desk)
    assert "paid so far ¥4,000.00" in dialog.payment.text()
    assert "left after this ¥5,000.00" in dialog.payment.text()
    with qtbot.waitSignal(dialog.saved):
        named(dialog, QPushButton, "action.submit").click()
    assert office.detail(Saved(2, 0, "")).state is ClaimState.SUBMITTED


def test_a_request_without_a_payee_says_so_at_the_field(qtbot, desk, office):
    draft = request(office)
    dialog = opened(
        qtbot, desk, kind=PaperKind.PAYMENT, start=replace(draft, payee_name="", business_date=TODAY)
    )
    submit(dialog)
    assert "Say who is to be paid" in dialog.body.boxes["payee_id"]._message.text()


def test_the_promise_of_an_invoice_is_chosen_and_kept(qtbot, desk, office):
    saved = office.save(request(office, invoice_promise=InvoicePromise.NONE, invoice_due_on=None))
    dialog = opened(qtbot, desk, saved, kind=PaperKind.PAYMENT)
    assert dialog.gather().invoice_promise is InvoicePromise.NONE
