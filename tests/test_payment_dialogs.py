"""The dialogs of payments: a thousand lines in one list, the formats of banks with their preview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from sqlalchemy import insert

from models.expense_claim import ExpenseClaim
from models.payment import PaymentLine, PaymentState
from services import bank_formats
from services.database import Database
from tests.claim_pages import act, select, texts
from tests.claims import TODAY, Office
from tests.desks import make_desk
from tests.hands import keys, settle
from tests.payment_pages import dialog_of, page_of, press
from tests.payments import (
    confirm,
    format_id,
    lines,
    make,
    make_treasury,
)
from ui.pages.bank_formats import BankFormatsPage
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
    dialog = page.open_lines(page.detail)
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
    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("50"))])
    page = page_of(qtbot, office, tasks)
    select(page, batch.number)
    dialog = page.open_lines(page.detail)
    settle(tasks)
    dialog.export_to(tmp_path / "lines.xlsx")
    settle(tasks)
    found = CalamineWorkbook.from_path(str(tmp_path / "lines.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[5] for row in found[1:]] == [800, 50]


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
        columns = bank_formats.get(session, office.cashier, format_id(office, "ccb")).columns
    assert columns[1].title == "收款账号"
