"""The Payments page: a batch made, sent, answered and settled by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from models.payment import BatchState
from services import bank_files, payment_confirmations
from services.database import Database
from tests.claim_pages import act, column, opened, possible, select, texts
from tests.claims import TODAY, Office
from tests.desks import named
from tests.hands import keys, settle
from tests.payment_pages import acts, dialog_of, page_of, press
from tests.payments import act as on_batch
from tests.payments import (
    answer_file,
    approved_for,
    format_id,
    lines,
    make,
    make_treasury,
    now,
    paper,
    person,
    row_of,
)
from ui.payments import file_dialog
from ui.payments.candidates_dialog import CandidatesDialog
from ui.payments.file_dialog import FileDialog
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_an_empty_page_says_what_it_is_for_and_offers_the_first_batch(qtbot, office, tasks) -> None:
    page = page_of(qtbot, office, tasks)
    assert page.line.text() == "Every batch is settled"
    assert page.view.count == 0
    act(page, "new")
    assert dialog_of(page, "pay_together")


def test_a_batch_is_made_of_what_is_ticked_and_shown(qtbot, office, tasks) -> None:
    papers = [office.approved(office.draft(amount)) for amount in ("800", "56.40", "12")]
    page = page_of(qtbot, office, tasks)
    act(page, "new")
    dialog = dialog_of(page, "pay_together")
    assert "3 papers, ¥868.40" in texts(dialog)
    assert "捌佰陆拾捌元肆角整" in texts(dialog)
    dialog.table.model.tick([papers[2].id], on=False)
    assert "2 papers, ¥856.40" in texts(dialog)
    dialog.body.boxes["account_id"].editor.set_value(office.account)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert column(page, "number") == ["PC-2026-0001"]
    assert "¥856.40" in texts(page.pane)
    assert acts(page) == {"write_file", "import_answer", "confirm_all", "add_papers", "cancel"}
    assert page.line.text() == "1 to be sent, ¥856.40"


def test_a_refusal_stands_in_the_dialog_and_nothing_is_made(qtbot, office, tasks) -> None:
    approved = office.approved(office.draft("800"))
    page = page_of(qtbot, office, tasks)
    act(page, "new")
    dialog = dialog_of(page, "pay_together")
    dialog.body.boxes["account_id"].editor.set_value(office.account)
    other = make(office, [approved])
    press(dialog, "save", tasks)
    assert other.number in texts(dialog)
    assert dialog.isVisible()


def test_papers_without_account_cannot_be_ticked_and_say_why(qtbot, office, tasks) -> None:
    bare = approved_for(office, person(office, "赵无卡", account=""), "10")
    office.approved(office.draft("800"))
    page = page_of(qtbot, office, tasks)
    act(page, "new")
    dialog = dialog_of(page, "pay_together")
    dialog.table.tick_all(on=True)
    assert bare.id not in dialog.table.chosen()
    assert len(dialog.table.chosen()) == 1
    assert "赵无卡 has no bank account" in texts(dialog)


def test_several_selected_claims_are_paid_together_from_their_own_page(qtbot, office, tasks) -> None:
    papers = [office.approved(office.draft(amount)) for amount in ("800", "56.40", "12")]
    page = opened(qtbot, office, tasks, office.cashier)
    dialog = page.pay_together([papers[0].id, papers[1].id])
    settle(tasks)
    assert dialog.table.chosen() == [papers[0].id, papers[1].id]
    dialog.reject()
    act(page, "pay_together")
    every = page.findChildren(CandidatesDialog)[-1]
    assert len(every.table.chosen()) == 3
    every.reject()


def test_the_whole_batch_is_confirmed_with_two_keys(qtbot, office, tasks) -> None:
    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("50"))])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    act(page, "confirm_all")
    dialog = dialog_of(page, "act")
    assert "2 papers, ¥850.00" in texts(dialog)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert now(office, batch).state is BatchState.SETTLED
    assert acts(page) == {"import_answer"}
    assert "Every batch is settled" in page.line.text()


def test_the_bank_file_shows_its_beginning_and_puts_the_batch_at_the_bank(
    qtbot, office, tasks, tmp_path
) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    act(page, "write_file")
    dialog = dialog_of(page, "bank_file")
    assert isinstance(dialog, FileDialog)
    dialog.body.boxes["format_id"].editor.set_value(format_id(office, "ccb"))
    dialog.look()
    settle(tasks)
    assert dialog.lines.item(0, 3).text() == "800.00"
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert now(office, batch).state is BatchState.SENT
    saving = page.findChild(QDialog, "dialog.save_bank_file")
    assert saving is not None
    saving.reject()
    with office.database.read() as session:
        file = bank_files.again(session, office.cashier, batch.id)
    file_dialog.save_to(page.desk, page, file, tmp_path / "out.csv")
    settle(tasks)
    assert (tmp_path / "out.csv").read_bytes() == file.content
    assert acts(page) == {"file_again", "import_answer", "confirm_all", "reopen"}


def test_an_answer_is_shown_before_it_is_carried_out(qtbot, office, tasks, tmp_path: Path) -> None:
    papers = [office.approved(office.draft("800")), office.approved(office.draft("50"))]
    batch = make(office, papers)
    first, second = lines(office, batch)
    file = answer_file(tmp_path / "a.xlsx", [row_of(first), row_of(second, "失败", "户名不符")])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    dialog = page.open_answer(page.detail, file)
    settle(tasks)
    assert dialog.body.boxes["format_id"].editor.value() == format_id(office), (
        "its titles are the generic ones"
    )
    assert "Will be paid 1 · Will bounce 1" in texts(dialog)
    assert paper(office, papers[0]).state is ClaimState.TO_PAY
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert [paper(office, one).state for one in papers] == [ClaimState.PAID, ClaimState.TO_PAY]
    assert "户名不符" in texts(page.pane)
    again = page.open_answer(page.detail, file)
    settle(tasks)
    assert "carried out before" in texts(again)
    assert not named(again, QPushButton, "action.apply").isEnabled()


def test_a_file_that_is_no_table_is_told_in_the_dialog(qtbot, office, tasks, tmp_path: Path) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    wrong = tmp_path / "slip.pdf"
    wrong.write_bytes(b"%PDF-1.7 nothing")
    dialog = page.open_answer(page.detail, wrong)
    settle(tasks)
    assert "slip.pdf is no table" in texts(dialog)


def test_who_only_looks_sees_batches_and_can_do_nothing(qtbot, office, tasks) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    page = page_of(qtbot, office, tasks, office.boss)
    select(page, batch.number)
    assert acts(page) == set()
    assert page.acts.get("new") is None


def test_a_bounced_claim_stands_in_its_chip_and_says_why(qtbot, office, tasks) -> None:
    saved = office.approved(office.draft("800"))
    batch = make(office, [saved])
    ids = [lines(office, batch)[0].id]
    on_batch(office, payment_confirmations.bounce, batch, ids, reason="账户已销户", today=TODAY)
    page = opened(qtbot, office, tasks, office.cashier)
    page.view.chips.select("bounced")
    page.view.ask()
    settle(tasks)
    assert column(page, "number") == [saved.number]
    select(page, saved.number)
    assert "The payment did not arrive: 账户已销户" in texts(page.pane)
    assert "pay" in possible(page)
