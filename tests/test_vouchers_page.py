"""The page of vouchers: the list and its pane, months chosen, bundled, bound, opened again and exported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import ExpenseClaim
from models.payment import PaymentState
from services.database import Database
from tests.claims import Office, make_office
from tests.desks import make_desk, named
from tests.hands import settle
from tests.vouchers import LATER, MONTH, batch_line, bind, not_paid, pages, pay_late
from ui.pages.vouchers import VouchersPage
from ui.tasks import Tasks
from ui.vouchers import month_acts
from ui.vouchers.accounts_dialog import CODE, AccountsDialog
from ui.vouchers.month_dialog import MonthDialog


@pytest.fixture
def company(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def tasks(company: Office, qtbot: QtBot):
    made = Tasks(company.database)
    yield made
    made.close()


def opened(qtbot: QtBot, company: Office, tasks: Tasks, actor=None, today: date = LATER) -> VouchersPage:
    page = VouchersPage(make_desk(company.database, tasks, actor or company.cashier, today))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.view.chips.select("all")
    page.view.ask()
    settle(tasks)
    return page


def act(page: VouchersPage, name: str) -> None:
    page.acts.get(name).trigger()
    settle(page.desk.tasks)


def dialog[D: QDialog](kind: type[D]) -> D:
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def choose(page: VouchersPage, path: Path) -> None:
    """Take the month that is selected, and this file."""
    dialog(MonthDialog).choose()
    settle(page.desk.tasks)
    take(page, path)


def take(page: VouchersPage, path: Path) -> None:
    asked = page.findChild(QFileDialog, "dialog.save_as")
    asked.fileSelected.emit(str(path))
    asked.close()
    assert page.desk.tasks.wait_idle(30_000)
    settle(page.desk.tasks)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def column(page: VouchersPage, name: str) -> list[str]:
    rows = page.view.table.rows
    at = [spec.name for spec in rows.columns].index(name)
    return [rows.index(row, at).data() for row in range(rows.rowCount())]


def test_an_empty_page_says_what_it_is_for(qtbot: QtBot, company: Office, tasks: Tasks) -> None:
    page = opened(qtbot, company, tasks)
    assert "per month and type without gaps" in texts(page)
    act(page, "bind")
    assert "Every month that is over is bound" in page.notice.text()


def test_the_list_and_the_headline_tell_what_is_to_be_bound(
    qtbot: QtBot, company: Office, tasks: Tasks
) -> None:
    company.paid(company.draft("100"))
    not_paid(company, company.paid(company.draft("40")))
    pay_late(company, company.approved(company.draft("7")), date(2026, 12, 1))
    waiting = company.approved(company.draft("8"))
    with company.writing() as session:
        batch_line(session, company, waiting, PaymentState.WAITING)
    page = opened(qtbot, company, tasks)
    assert column(page, "label") == ["付-2026-12-0001", "付-2026-11-0002", "付-2026-11-0001"]
    assert column(page, "amount") == ["7.00", "0.00", "100.00"]
    line = page.line.text()
    assert (
        line
        == "2026-11 is to be bound: 2 vouchers, ¥100.00 · 1 still at the bank · 1 vouchers this month, ¥7.00"
    )


def test_the_pane_tells_why_a_number_is_void(qtbot: QtBot, company: Office, tasks: Tasks) -> None:
    company.pay(not_paid(company, company.paid(company.draft("40")), "账号不符"))
    page = opened(qtbot, company, tasks)
    page.view.table.select_row(column(page, "label").index("付-2026-11-0001"))
    settle(tasks)
    told = texts(page.pane)
    assert "Void: 账号不符" in told
    assert "The same paper also has 付-2026-11-0002" in told
    assert not page.acts.get("print").isEnabled()
    assert page.acts.get("open_paper").isEnabled()


def test_the_paper_of_a_voucher_opens_on_its_page(qtbot: QtBot, company: Office, tasks: Tasks) -> None:
    paid = company.paid(company.draft("40"))
    page = opened(qtbot, company, tasks)
    went: list[tuple[str, int | None]] = []
    object.__setattr__(page.desk, "go", lambda name, record: went.append((name, record)))
    page.view.table.select_row(0)
    settle(tasks)
    act(page, "open_paper")
    assert went == [("reimbursements", paid.id)]


def test_vouchers_are_printed_with_their_numbers(qtbot: QtBot, company: Office, tasks: Tasks) -> None:
    company.paid(company.draft("40"))
    page = opened(qtbot, company, tasks)
    page.view.table.select_row(0)
    settle(tasks)
    preview = page.print_vouchers(page.view.table.selected_ids())
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        pass
    assert preview.pdf.startswith(b"%PDF")
    assert preview.windowTitle().endswith("付-2026-11-0001")
    preview.close()


def test_a_month_is_bundled_and_shown(qtbot: QtBot, company: Office, tasks: Tasks, tmp_path: Path) -> None:
    company.paid(company.draft("40"))
    page = opened(qtbot, company, tasks)
    act(page, "bundle")
    target = tmp_path / "凭证.pdf"
    choose(page, target)
    assert page.notice.text() == "凭证.pdf: 1 vouchers on 4 pages."
    assert "未装订" in pages(target)[0]
    preview = month_acts.show_pdf(page, target)
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        pass
    assert preview.document.pageCount() == 4
    preview.close()


def test_a_month_is_bound_by_the_one_who_may(
    qtbot: QtBot, company: Office, tasks: Tasks, tmp_path: Path
) -> None:
    company.paid(company.draft("40"))
    page = opened(qtbot, company, tasks)
    act(page, "bind")
    choose(page, tmp_path / "a.pdf")
    assert page.notice.text() == "2026-11 is bound: 1 vouchers on 4 pages in a.pdf."
    assert "bound up to 2026-11" in page.line.text()
    assert column(page, "bound_on") == ["12-03"]
    assert "孙倩" in pages(tmp_path / "a.pdf")[0]
    act(page, "bind")
    assert "Every month that is over is bound" in page.notice.text()
    assert page.acts.get("unbind") is None


def test_a_month_that_cannot_be_bound_says_why_and_leaves_no_file(
    qtbot: QtBot, company: Office, tasks: Tasks, tmp_path: Path
) -> None:
    company.paid(company.draft("40"))
    waiting = company.approved(company.draft("8"))
    with company.writing() as session:
        batch_line(session, company, waiting, PaymentState.WAITING)
    page = opened(qtbot, company, tasks)
    act(page, "bind")
    choose(page, tmp_path / "a.pdf")
    assert "still wait for the bank (1)" in page.notice.text()
    assert not (tmp_path / "a.pdf").exists()


def test_a_bound_month_is_opened_again_with_a_reason(qtbot: QtBot, company: Office, tasks: Tasks) -> None:
    company.paid(company.draft("40"))
    bind(company)
    page = opened(qtbot, company, tasks, company.boss)
    assert page.acts.get("bind") is None
    act(page, "unbind")
    asked = dialog(MonthDialog)
    asked.choose()
    assert asked.notice.text() == "This must be filled in."
    named(asked, QLineEdit, "field.reason").setText("补附回单")
    qtbot.keyClick(asked, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(tasks)
    assert page.notice.text() == "2026-11 is open again."
    assert column(page, "bound_on") == ["—"]


def test_what_is_not_mapped_is_asked_for_before_the_export(
    qtbot: QtBot, company: Office, tasks: Tasks, tmp_path: Path
) -> None:
    company.paid(company.draft("40"))
    page = opened(qtbot, company, tasks)
    act(page, "entries")
    dialog(MonthDialog).choose()
    settle(tasks)
    asked = dialog(AccountsDialog)
    assert "补助 (1 vouchers)" in asked.notice.text()
    assert [row.label for row in asked.rows[:2]] == ["补助", "招商银行 基本户"]
    asked.table.item(0, CODE).setText("66 02")
    named(asked, QPushButton, "action.save").click()
    settle(tasks)
    assert "66 02 is no account code" in asked.notice.text()
    for row, code in enumerate(("6602", "1002")):
        asked.table.item(row, CODE).setText(code)
    named(asked, QPushButton, "action.save").click()
    settle(tasks)
    take(page, tmp_path / "a.xlsx")
    assert page.notice.text() == "a.xlsx: 2 entries."
    with ZipFile(tmp_path / "a.xlsx") as book:
        assert b"6602" in b"".join(book.read(name) for name in book.namelist())


def test_the_mapping_is_kept(qtbot: QtBot, company: Office, tasks: Tasks) -> None:
    page = opened(qtbot, company, tasks)
    act(page, "accounts")
    asked = dialog(AccountsDialog)
    place = [row.key for row in asked.rows].index("advances")
    asked.table.item(place, CODE).setText("1133")
    asked.split.setChecked(True)
    asked.save()
    settle(tasks)
    act(page, "accounts")
    again = dialog(AccountsDialog)
    assert again.rows[place].code == "1133"
    assert again.split.isChecked()
    again.reject()


def test_files_that_cannot_be_opened_are_told(
    qtbot: QtBot, company: Office, tasks: Tasks, tmp_path: Path
) -> None:
    from tests.vouchers import with_invoices

    with_invoices(company, tmp_path, b"%PDF-1.7 nonsense")
    page = opened(qtbot, company, tasks)
    month_acts.write_bundle(page, MONTH, tmp_path / "a.pdf")
    assert tasks.wait_idle(30_000)
    settle(tasks)
    assert "1 files could not be opened" in page.notice.text()
    with company.database.read() as session:
        assert session.get_one(ExpenseClaim, 1).voucher_number == "付-2026-11-0001"
