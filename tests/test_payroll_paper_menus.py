"""The papers of the payroll page: every entry of its menus, the dialogs of the bank's and of the tax client's files."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import xlsxwriter
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from sqlalchemy import select, update

from models.approval import ApprovalStep, StepState
from models.bank_account import AccountKind, BankAccount
from models.payment import BankFormat
from models.payroll import PayrollLine, PayrollRun, RunState
from models.people import Employee
from models.user import Role
from services import bank_formats, payroll_states
from services.database import Database
from services.permissions import Permission
from tests import payrolls
from tests.conftest import actor_of_role
from tests.hands import keys, settle
from tests.payroll_helpers import luhn, pages
from tests.payroll_pages import NOVEMBER, approved, company, dialog_of, page_of, texts
from ui.pages.payroll import PayrollPage
from ui.payroll import papers as opening
from ui.payroll.bank_file_dialog import PayFileDialog
from ui.payroll.paper_list import BY_NAME, PAPERS, Opens
from ui.payroll.tax_file_dialog import TaxFileDialog
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def run_id(database: Database) -> int:
    """November approved; everybody has a card, the company an account and the banks' formats."""
    clerk, boss = actor_of_role(Role.CLERK), actor_of_role(Role.MANAGER)
    company(database, clerk)
    with database.write() as session:
        for place, employee in enumerate(session.query(Employee)):
            employee.bank_name, employee.bank_account = "招商银行武汉分行", luhn(place)
        session.add(
            BankAccount(name="基本户", kind=AccountKind.BASIC, bank="招商银行", number="127906000010101")
        )
        bank_formats.load_usual(session, actor_of_role(Role.CASHIER))
    made = payrolls.make(database, clerk, NOVEMBER)
    approved(database, clerk, boss, made, date(2026, 11, 3))
    return made


def opened(page: PayrollPage, name: str) -> QWidget:
    made = opening.open_paper(page, BY_NAME[name])
    settle(page.desk.tasks)
    assert isinstance(made, QWidget)
    return made


@pytest.fixture
def page(qtbot: QtBot, database: Database, tasks: Tasks, run_id: int) -> PayrollPage:
    del run_id
    return page_of(qtbot, database, tasks, actor_of_role(Role.CASHIER), date(2026, 11, 4))


def entries(page: PayrollPage, button: str) -> dict[str, bool]:
    """Names of a menu's actions, and whether they are possible."""
    menu = page.findChild(QPushButton, f"button.{button}").menu()
    menu.aboutToShow.emit()
    return {action.objectName().removeprefix("action."): action.isEnabled() for action in menu.actions()}


def test_every_paper_stands_in_a_menu_for_who_may_have_it(
    page: PayrollPage, database, tasks, qtbot, clerk
) -> None:
    prints, exports = entries(page, "print"), entries(page, "export")
    assert {paper.name for paper in PAPERS if paper.opens is Opens.PREVIEW} < set(prints)
    assert {paper.name for paper in PAPERS if paper.opens is not Opens.PREVIEW} < set(exports)
    assert all((prints["sheet"], exports["bank_file"], exports["tax_wages"], exports["locked"]))
    clerks = entries(page_of(qtbot, database, tasks, clerk, date(2026, 11, 4)), "export")
    assert not {paper.name for paper in PAPERS if Permission.PAYROLL_PAY in paper.needs} & set(clerks)
    assert "tax_wages" in clerks


@pytest.mark.parametrize("name", [paper.name for paper in PAPERS if paper.opens is Opens.PREVIEW])
def test_every_print_is_shown_before_it_is_printed(page: PayrollPage, name: str) -> None:
    page.frame.view.go(0, 0)
    settle(page.desk.tasks)
    preview = opened(page, name)
    assert preview.objectName() == "dialog.print"
    printed = "".join(pages(preview.pdf))
    assert "2026年10月" in printed or "2026年11月" in printed or "2026年个人" in printed


def test_a_preview_can_be_turned_to_a3_and_shifted(page: PayrollPage) -> None:
    preview = opened(page, "sheet")
    bar = preview.settings if hasattr(preview, "settings") else preview.findChild(QWidget, "field.paper")
    combo = bar if bar.objectName() == "field.paper" else bar.paper
    combo.setCurrentIndex(combo.findData("A3 landscape"))
    settle(page.desk.tasks)
    with pypdfium2.PdfDocument(preview.pdf) as document:
        assert document[0].get_width() == pytest.approx(420 * 72 / 25.4, abs=0.1)


def test_the_bank_file_is_shown_with_its_totals_written_and_saved_again(
    page: PayrollPage, database, run_id, tmp_path
) -> None:
    dialog = opened(page, "bank_file")
    assert isinstance(dialog, PayFileDialog)
    with database.read() as session:
        generic = session.scalars(select(BankFormat.id).where(BankFormat.code == "generic")).one()
    dialog.body.boxes["format_id"].editor.set_value(generic)
    dialog.look()
    settle(page.desk.tasks)
    assert "5 of 5 people" in dialog.sum.text()
    assert dialog.lines.rowCount() == 6
    assert not dialog.left_out.isVisibleTo(dialog)
    keys("Ctrl+S", within=dialog)
    settle(page.desk.tasks)
    saving = page.findChild(QFileDialog, "dialog.save_bank_file")
    saving.fileSelected.emit(str(tmp_path / "file.xlsx"))
    settle(page.desk.tasks)
    saving.close()
    rows = CalamineWorkbook.from_path(str(tmp_path / "file.xlsx")).get_sheet_by_index(0).to_python()
    assert rows[-1][0] == "合计 5 笔"
    with database.read() as session:
        assert session.get_one(PayrollRun, run_id).file_name.startswith("2026-11 工资代发")
    opening.open_paper(page, BY_NAME["file_again"])
    settle(page.desk.tasks)
    again = page.findChild(QFileDialog, "dialog.save_file")
    again.fileSelected.emit(str(tmp_path / "again.xlsx"))
    settle(page.desk.tasks)
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "file.xlsx").read_bytes()


def test_who_is_left_out_and_what_is_odd_is_said_before(page: PayrollPage, database) -> None:
    with database.write() as session:
        session.execute(update(Employee).where(Employee.name == "何俊").values(name="何军"))
    dialog = opened(page, "bank_file")
    assert "何军" in dialog.doubts.text()
    assert dialog.doubts.isVisibleTo(dialog)


def test_a_second_file_is_refused_until_the_first_was_taken_back(page: PayrollPage, database, run_id) -> None:
    opened(page, "bank_file").write()
    settle(page.desk.tasks)
    page.refresh()
    settle(page.desk.tasks)
    second = opened(page, "bank_file")
    second.write()
    settle(page.desk.tasks)
    assert "was written already" in texts(second)
    second.close()
    asked = opened(page, "file_back")
    asked.body.boxes["reason"].editor.set_value("银行换了模板")
    keys("Ctrl+S", within=asked)
    settle(page.desk.tasks)
    with database.read() as session:
        assert session.get_one(PayrollRun, run_id).file_sha256 == ""


def test_without_an_account_nothing_can_be_written(page: PayrollPage, database) -> None:
    with database.write() as session:
        session.execute(update(BankAccount).values(active=False))
    dialog = opened(page, "bank_file")
    assert not dialog.save_button.isEnabled()
    assert dialog.chosen() is None
    dialog.write()


def test_the_tax_file_says_what_is_on_it_and_is_saved(page: PayrollPage, tmp_path: Path) -> None:
    dialog = opened(page, "tax_wages")
    assert isinstance(dialog, TaxFileDialog)
    assert "5 people" in dialog.sum.text()
    assert dialog.lines.columnCount() == 29
    assert "has no identity number" in dialog.doubts.text()
    assert not dialog.own_button.isVisibleTo(dialog)  # the cashier does not change templates
    keys("Ctrl+S", within=dialog)
    settle(page.desk.tasks)
    saving = page.findChild(QFileDialog, "dialog.save_bank_file")
    assert saving.selectedFiles()[0].endswith("2026-11 正常工资薪金收入.xlsx")
    saving.fileSelected.emit(str(tmp_path / "wages.xlsx"))
    settle(page.desk.tasks)
    saving.close()
    rows = CalamineWorkbook.from_path(str(tmp_path / "wages.xlsx")).get_sheet_by_index(0).to_python()
    assert (len(rows), len(rows[0])) == (6, 29)


def test_the_client_s_own_template_is_taken_in_the_dialog(
    qtbot, database, tasks, clerk, run_id, tmp_path
) -> None:
    page = page_of(qtbot, database, tasks, clerk, date(2026, 11, 4))
    dialog = opened(page, "tax_people")
    path = tmp_path / "人员信息.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["*姓名", "*证件号码", "手机号码", "工号", "血型"])
    asked = dialog.choose_template()
    asked.fileSelected.emit(str(path))
    settle(tasks)
    asked.close()
    assert dialog.lines.columnCount() == 5
    assert "血型" in dialog.unknown.text()
    dialog.usual_button.click()
    settle(tasks)
    assert dialog.lines.columnCount() == 51
    path.write_text("nothing", encoding="utf-8")
    dialog.take(path)
    settle(tasks)
    assert "人员信息.xlsx" in texts(dialog)


@pytest.mark.parametrize("kind", ["tax_bonus", "tax_severance", "tax_labour"])
def test_a_sheet_with_nobody_on_it_says_so(page: PayrollPage, kind: str) -> None:
    dialog = opened(page, kind)
    assert "Nobody belongs on the sheet" in texts(dialog)
    dialog.save()
    assert dialog_of(page, "tax_file") is dialog


def test_locked_payslips_without_identity_numbers_take_a_common_password(page: PayrollPage, tmp_path) -> None:
    dialog = opened(page, "locked")
    assert "5 people have no ID number and are left out" in texts(dialog)
    dialog.make()
    settle(page.desk.tasks)
    assert "no identity number to lock their payslip with" in texts(dialog)
    field = dialog.findChild(QWidget, "field.password")
    field.setText("123")
    dialog.make()
    settle(page.desk.tasks)
    assert "at least 6 signs" in texts(dialog)
    field.setText("123456")
    dialog.make()
    settle(page.desk.tasks)
    page.findChild(QFileDialog, "dialog.save_file").fileSelected.emit(str(tmp_path / "slips.zip"))
    settle(page.desk.tasks)
    with zipfile.ZipFile(tmp_path / "slips.zip") as archive:
        assert len(archive.namelist()) == 5


def test_locked_payslips_are_saved_as_a_zip(page: PayrollPage, database, run_id, tmp_path) -> None:
    with database.write() as session:
        session.execute(update(PayrollRun).where(PayrollRun.id == run_id).values(state=RunState.DRAFT))
        session.execute(
            update(PayrollLine)
            .where(PayrollLine.run_id == run_id)
            .values(identity_number="420101199001010018")
        )
    opened(page, "locked").make()
    settle(page.desk.tasks)
    saving = page.findChild(QFileDialog, "dialog.save_file")
    saving.fileSelected.emit(str(tmp_path / "slips.zip"))
    settle(page.desk.tasks)
    with zipfile.ZipFile(tmp_path / "slips.zip") as archive:
        assert len(archive.namelist()) == 5


def test_the_sheet_is_signed_by_who_made_checked_approved_and_paid_it(
    page: PayrollPage, database, run_id, cashier
) -> None:
    day = r"\d{4}-\d\d-\d\d"
    signed = rf"制表：陈小雨 {day}\s*复核：陈小雨 {day}\s*经理：王建国 {day}\s*发放："
    printed = pages(opened(page, "sheet").pdf)[-1]
    assert re.search(signed + r"\s", printed)
    with database.write() as session:
        payroll_states.pay(
            session, cashier, run_id, session.get_one(PayrollRun, run_id).version,
            paid_on=date(2026, 11, 6), command_id="pay", today=date(2026, 11, 6),
        )  # fmt: skip
    paid = pages(opened(page, "sheet").pdf)[-1]
    assert re.search(signed + rf"刘芳 {day}", paid)
    assert "发放日期：2026-11-06" in paid


def test_a_substitute_signs_for_whom_it_was(page: PayrollPage, database, run_id) -> None:
    with database.write() as session:
        step = session.query(ApprovalStep).filter_by(paper_id=run_id).one()
        step.for_name, step.decided_by_name = "王建国", "赵敏"
    assert "赵敏（代 王建国）" in pages(opened(page, "sheet").pdf)[-1]


def test_what_waits_for_approval_has_an_empty_place_to_sign(page: PayrollPage, database, run_id) -> None:
    with database.write() as session:
        session.query(ApprovalStep).filter_by(paper_id=run_id).one().state = StepState.PENDING
    assert re.search(r"经理：\s*发放：", pages(opened(page, "sheet").pdf)[-1])
