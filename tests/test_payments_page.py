"""The Payments page: a batch made, sent, answered and settled by keyboard and mouse; a thousand lines in one dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from models.expense_claim import ClaimState, ExpenseClaim
from models.payment import BatchState, PaymentLine, PaymentState
from services.database import Database
from tests.claim_pages import act, column, opened, possible, select, texts
from tests.claims import TODAY, Office
from tests.desks import make_desk, named
from tests.hands import keys, settle
from tests.payments import answer_file, confirm, format_id, lines, make, make_treasury, now, paper, row_of
from ui.pages.bank_formats import BankFormatsPage
from ui.pages.payments import PaymentsPage
from ui.payments.candidates_dialog import CandidatesDialog
from ui.payments.file_dialog import FileDialog
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
ACTS = {"write_file", "file_again", "import_answer", "confirm_all", "add_papers", "reopen", "cancel"}


@pytest.fixture
def office(database: Database) -> Office:
    return make_treasury(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def page_of(qtbot: QtBot, office: Office, tasks: Tasks, actor=None) -> PaymentsPage:
    page = PaymentsPage(make_desk(office.database, tasks, actor or office.cashier, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def dialog_of(page: QWidget, name: str) -> QDialog:
    found = [one for one in page.findChildren(QDialog, f"dialog.{name}") if one.isVisible()]
    assert found, name
    return found[-1]


def press(dialog: QWidget, name: str, tasks: Tasks) -> None:
    named(dialog, QPushButton, f"action.{name}").click()
    settle(tasks)


def acts(page: PaymentsPage) -> set[str]:
    return {spec.name for spec in page.acts.possible()} & ACTS


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
    from tests.payments import approved_for, person

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
    from ui.payments import file_dialog

    saving = page.findChild(QDialog, "dialog.save_bank_file")
    assert saving is not None
    saving.reject()
    with office.database.read() as session:
        from services import bank_files

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
    dialog = page.open_answer(page._detail, file)
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
    again = page.open_answer(page._detail, file)
    settle(tasks)
    assert "carried out before" in texts(again)
    assert not named(again, QPushButton, "action.apply").isEnabled()


def test_a_file_that_is_no_table_is_told_in_the_dialog(qtbot, office, tasks, tmp_path: Path) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    wrong = tmp_path / "slip.pdf"
    wrong.write_bytes(b"%PDF-1.7 nothing")
    dialog = page.open_answer(page._detail, wrong)
    settle(tasks)
    assert "slip.pdf is no table" in texts(dialog)


def a_thousand(office: Office) -> object:
    """A batch of a thousand lines, nine hundred and ninety-nine of them written past the forms."""
    batch = make(office, [office.approved(office.draft("800"))])
    with office.writing() as session:
        claims, rows = ExpenseClaim.__table__, PaymentLine.__table__
        claim = dict(session.execute(claims.select()).mappings().first())
        line = dict(session.execute(rows.select()).mappings().first())
        del line["id"]
        for number in range(1, 1000):
            made = claim | {"id": claim["id"] + number, "number": f"BX-2025-{number:05}"}
            session.execute(insert(claims), [made])
        session.execute(
            insert(rows),
            [
                line | {"position": n, "claim_id": claim["id"] + n, "claim_number": f"BX-2025-{n:05}"}
                for n in range(1, 1000)
            ],
        )
    return batch


def test_a_thousand_lines_are_searched_and_settled_without_a_thousand_widgets(qtbot, office, tasks) -> None:
    batch = a_thousand(office)
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    act(page, "lines")
    dialog = dialog_of(page, "payment_lines")
    assert len(dialog.table.shown_ids()) == 1000
    assert len(dialog.findChildren(QWidget)) < 60
    dialog.table.search.setText("BX-2025-00777")
    assert len(dialog.table.shown_ids()) == 1
    dialog.table.search.setText("BX-2025-001")
    assert len(dialog.table.shown_ids()) == 100
    dialog.table.view.selectAll()
    assert "100 selected, ¥80,000.00" in texts(dialog)
    press(dialog, "confirm_lines", tasks)
    keys("Ctrl+S", within=dialog_of(dialog, "act"))
    settle(tasks)
    states = [line.state for line in lines(office, batch)]
    assert (states.count(PaymentState.CONFIRMED), states.count(PaymentState.WAITING)) == (100, 900)
    assert len(dialog.table.shown_ids()) == 100


def test_lines_are_sent_back_and_confirmations_taken_back_with_a_reason(qtbot, office, tasks) -> None:
    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("50"))])
    confirm(office, batch)
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    dialog = page.open_lines(page._detail)
    settle(tasks)
    for name, place, state in (
        ("unconfirm_lines", 0, PaymentState.WAITING),
        ("bounce_lines", 1, PaymentState.BOUNCED),
    ):
        dialog.table.select([lines(office, batch)[place].id])
        press(dialog, name, tasks)
        asked = dialog_of(dialog, "act")
        asked.body.boxes["reason"].editor.set_value("银行退回")
        asked.save()
        settle(tasks)
        assert lines(office, batch)[place].state is state
    assert "1 papers" in texts(page.pane)


def test_the_lines_leave_as_a_workbook(qtbot, office, tasks, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("50"))])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    dialog = page.open_lines(page._detail)
    settle(tasks)
    dialog.export_to(tmp_path / "lines.xlsx")
    settle(tasks)
    found = CalamineWorkbook.from_path(str(tmp_path / "lines.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[5] for row in found[1:]] == [800, 50]


def test_who_only_looks_sees_batches_and_can_do_nothing(qtbot, office, tasks) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    page = page_of(qtbot, office, tasks, office.boss)
    select(page, batch.number)
    assert acts(page) == set()
    assert page.acts.get("new") is None


def test_a_bounced_claim_stands_in_its_chip_and_says_why(qtbot, office, tasks) -> None:
    from services import payment_confirmations
    from tests.payments import act as do

    saved = office.approved(office.draft("800"))
    batch = make(office, [saved])
    ids = [lines(office, batch)[0].id]
    do(office, payment_confirmations.bounce, batch, ids, reason="账户已销户", today=TODAY)
    page = opened(qtbot, office, tasks, office.cashier)
    page.view.chips.select("bounced")
    page.view.ask()
    settle(tasks)
    assert column(page, "number") == [saved.number]
    select(page, saved.number)
    assert "The payment did not arrive: 账户已销户" in texts(page.pane)
    assert "pay" in possible(page)


def test_formats_show_how_a_file_begins_and_the_usual_ones_come_with_one_click(
    qtbot, database, tasks, office
) -> None:
    page = BankFormatsPage(make_desk(office.database, tasks, office.cashier, TODAY))
    qtbot.addWidget(page)
    page.show()
    settle(tasks)
    assert page.view.count == 4
    dialog = page.open_form(format_id(office, "ccb"))
    with qtbot.waitSignal(dialog.loaded):
        pass
    qtbot.wait(500)
    settle(tasks)
    assert dialog.first.horizontalHeaderItem(1).text() == "账号"
    assert dialog.first.item(0, 3).text() == "4286.50"
    dialog.lines.model.set_cell(1, 0, "收款账号")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    settle(tasks)
    with office.database.read() as session:
        from services import bank_formats

        columns = bank_formats.get(session, office.cashier, format_id(office, "ccb")).columns
    assert columns[1].title == "收款账号"
