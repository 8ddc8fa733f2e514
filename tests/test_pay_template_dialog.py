"""The dialog of the pay templates: a clerk changes a paper, sees it, keeps it, and prints it."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.user import Role
from services.database import Database
from services.pay_templates import PayPaper
from services.permissions import Actor
from tests import payrolls
from tests.conftest import actor_of_role
from tests.hands import keys, settle
from tests.payroll_helpers import pages
from tests.payroll_pages import NOVEMBER, approved, company, dialog_of, page_of
from ui.pages.payroll import PayrollPage
from ui.payroll import papers as opening
from ui.payroll.paper_list import BY_NAME
from ui.payroll.template_columns import HEADING, NAME, WIDTH
from ui.payroll.template_dialog import SETTLED_MS, TemplateDialog
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def page(qtbot: QtBot, database: Database, tasks: Tasks, clerk: Actor) -> PayrollPage:
    company(database, clerk)
    run_id = payrolls.make(database, clerk, NOVEMBER)
    approved(database, clerk, actor_of_role(Role.MANAGER), run_id, date(2026, 11, 3))
    return page_of(qtbot, database, tasks, clerk, date(2026, 11, 4))


@pytest.fixture
def dialog(qtbot: QtBot, page: PayrollPage) -> TemplateDialog:
    page.findChild(QAction, "action.templates").trigger()
    settle(page.desk.tasks)
    found = dialog_of(page, "pay_templates")
    assert isinstance(found, TemplateDialog)
    drawn(qtbot, found)
    return found


def drawn(qtbot: QtBot, dialog: TemplateDialog) -> str:
    """Wait for the picture, or for what is wrong; the picture's words."""
    qtbot.wait(SETTLED_MS + 60)
    settle(dialog.desk.tasks)
    return "".join("".join(pages(dialog.pdf)).split())


def row_of(dialog: TemplateDialog, name: str) -> int:
    table = dialog.form.columns
    return next(row for row in range(table.rowCount()) if table.item(row, NAME).text() == name)


def error(dialog: TemplateDialog, field: str) -> str:
    found = dialog.findChild(QLabel, f"error.{field}")
    return found.text() if found.isVisible() else ""


def type_into(dialog: TemplateDialog, field: str, text: str) -> None:
    line = dialog.findChild(QLineEdit, f"field.{field}")
    line.setText(text)
    line.textEdited.emit(text)


def save(dialog: TemplateDialog) -> None:
    keys("Ctrl+S", within=dialog)
    settle(dialog.desk.tasks)


def test_a_changed_sheet_is_seen_kept_and_printed(
    qtbot: QtBot, page: PayrollPage, dialog: TemplateDialog
) -> None:
    assert "工资表" in drawn(qtbot, dialog)
    assert not dialog.save_button.isEnabled()
    table = dialog.form.columns
    table.item(row_of(dialog, "姓名"), HEADING).setText("职工")
    table.item(row_of(dialog, "岗位"), NAME).setCheckState(Qt.CheckState.Checked)
    table.item(row_of(dialog, "岗位"), WIDTH).setData(Qt.ItemDataRole.EditRole, 150)
    table.item(row_of(dialog, "应出勤"), NAME).setCheckState(Qt.CheckState.Unchecked)
    type_into(dialog, "title", "{公司}{类别}发放表")
    type_into(dialog, "signatures", "制表/审核、批准 ／ 财务")
    text = drawn(qtbot, dialog)
    assert "职工" in text
    assert "岗位" in text
    assert "应出勤" not in text
    assert "财务：" in text
    save(dialog)
    assert dialog.notice.text().startswith("Saved.")
    assert "own template" in dialog.told.text()
    preview = opening.open_paper(page, BY_NAME["sheet"])
    settle(page.desk.tasks)
    assert isinstance(preview, PrintPreview)
    assert "工资发放表" in "".join("".join(pages(preview.pdf)).split())
    preview.close()


def test_the_paper_of_the_template_is_offered_first(
    qtbot: QtBot, page: PayrollPage, dialog: TemplateDialog
) -> None:
    dialog.form.size_box.setCurrentIndex(dialog.form.size_box.findData("A3 landscape"))
    drawn(qtbot, dialog)
    save(dialog)
    preview = opening.open_paper(page, BY_NAME["sheet"])
    settle(page.desk.tasks)
    assert isinstance(preview, PrintPreview)
    assert preview.settings_bar.settings().paper.name == "A3 landscape"
    with pypdfium2.PdfDocument(preview.pdf) as document:
        assert document[0].get_width() == pytest.approx(420 * 72 / 25.4, abs=0.1)
    preview.close()


def test_columns_are_moved_with_the_keyboard(qtbot: QtBot, dialog: TemplateDialog) -> None:
    table = dialog.form.columns
    table.setCurrentCell(row_of(dialog, "姓名"), HEADING)
    table.setFocus()
    table.shift(-1)
    table.shift(-1)
    assert row_of(dialog, "姓名") == 0
    table.shift(-1)  # there is nothing above
    assert row_of(dialog, "姓名") == 0
    text = drawn(qtbot, dialog)
    assert text.index("姓名") < text.index("序号") < text.index("工号")


def test_every_paper_keeps_what_was_typed_until_all_are_saved(qtbot: QtBot, dialog: TemplateDialog) -> None:
    type_into(dialog, "title", "甲表")
    kind = dialog.form.kind
    kind.setCurrentIndex(kind.findData(PayPaper.STRIPS))
    assert "工资条" in drawn(qtbot, dialog)
    assert dialog.form.per_page.isVisible()
    assert not dialog.form.signatures.isVisible()
    dialog.form.per_page.setValue(5)
    drawn(qtbot, dialog)
    save(dialog)
    kind.setCurrentIndex(kind.findData(PayPaper.SHEET))
    assert dialog.form.title.text() == "甲表"
    kind.setCurrentIndex(kind.findData(PayPaper.STRIPS))
    assert dialog.form.per_page.value() == 5
    kind.setCurrentIndex(kind.findData(PayPaper.SLIP))
    assert dialog.form.columns.isColumnHidden(WIDTH)
    assert "应发项目" in drawn(qtbot, dialog)


def test_what_is_wrong_stands_at_its_place_and_nothing_is_kept(qtbot: QtBot, dialog: TemplateDialog) -> None:
    table = dialog.form.columns
    table.item(row_of(dialog, "应发合计"), HEADING).setText("实发合计")
    before = drawn(qtbot, dialog)
    assert "Two columns are headed “实发合计”" in error(dialog, "columns")
    save(dialog)
    assert "Two columns" in error(dialog, "columns")
    table.item(row_of(dialog, "应发合计"), HEADING).setText("")
    assert drawn(qtbot, dialog) == before
    assert error(dialog, "columns") == ""
    type_into(dialog, "title", "{什么}")
    drawn(qtbot, dialog)
    assert "{什么}" in error(dialog, "title")
    kind = dialog.form.kind
    kind.setCurrentIndex(kind.findData(PayPaper.COST))
    drawn(qtbot, dialog)
    save(dialog)  # the paper that is wrong comes to the front
    assert dialog.paper is PayPaper.SHEET
    drawn(qtbot, dialog)
    assert "{什么}" in error(dialog, "title")


def test_the_usual_template_comes_back_when_it_is_saved(qtbot: QtBot, dialog: TemplateDialog) -> None:
    type_into(dialog, "title", "甲表")
    drawn(qtbot, dialog)
    save(dialog)
    dialog.findChild(QPushButton, "action.restore_usual").click()
    settle(dialog.desk.tasks)
    assert dialog.form.title.text() == "{类别}表"
    drawn(qtbot, dialog)
    save(dialog)
    assert dialog.told.text().startswith("The usual template.")


def test_unsaved_changes_are_not_lost_by_a_key(
    qtbot: QtBot, page: PayrollPage, dialog: TemplateDialog
) -> None:
    type_into(dialog, "title", "甲表")
    dialog.reject()
    box = dialog.findChild(QMessageBox, "confirm")
    assert dialog.isVisible()
    box.findChild(QPushButton, "action.confirm").click()
    qtbot.wait(50)
    assert not [one for one in page.findChildren(TemplateDialog) if one.isVisible()]


def test_a_cashier_has_no_such_entry(
    page: PayrollPage, qtbot: QtBot, database: Database, tasks: Tasks
) -> None:
    theirs = page_of(qtbot, database, tasks, actor_of_role(Role.CASHIER), date(2026, 11, 4))
    assert theirs.findChild(QAction, "action.templates") is None
    assert page.findChild(QAction, "action.templates") is not None
