"""A file for the tax client: who is on it, what it adds up to, what looks odd; its columns may come from the client's template."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services import tax_client_files, tax_client_templates
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.permissions import Permission
from services.tax_client_templates import TaxSheet
from ui.payments.file_dialog import save_as
from ui.payments.first_lines import FirstLines
from ui.payments.frame import PaymentDialog, muted
from ui.payroll.bank_file_dialog import tell
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.payroll_rows import PaperFile
    from services.payroll_runs import ScheduleRow
    from services.permissions import Actor
    from services.progress import Progress
    from services.tax_client_files import TaxLook
    from services.tax_client_templates import Template
    from ui.pages.payroll import PayrollPage

MAKES = {
    TaxSheet.WAGES: tax_client_files.wages,
    TaxSheet.BONUS: tax_client_files.bonus,
    TaxSheet.SEVERANCE: tax_client_files.severance,
    TaxSheet.LABOUR: tax_client_files.labour,
    TaxSheet.PEOPLE: tax_client_files.people,
}

translate = QCoreApplication.translate


class TaxFileDialog(PaymentDialog):
    """`loaded` when it is shown what the file will say."""

    loaded = Signal()

    def __init__(self, desk: Desk, head: ScheduleRow, kind: TaxSheet, parent: QWidget | None = None) -> None:
        super().__init__(desk, "tax_file", _title(kind).format(month=f"{head.pay_on:%Y-%m}"), parent)
        self.resize(960, 540)  # Qt itself would keep to two thirds of a screen
        self.head, self.kind = head, kind
        self.lines = FirstLines(self)
        self.sum, self.unknown = muted(self, "sum"), muted(self, "unknown")
        self.left_out, self.doubts = muted(self, "left_out"), muted(self, "doubts")
        self.left_out.setProperty("tone", "red")
        self.doubts.setProperty("tone", "amber")
        for widget in (self.lines, self.sum, self.unknown, self.left_out, self.doubts):
            self.column.addWidget(widget, 1 if widget is self.lines else 0)
        self.save_button = self.button(
            "save", translate("Payroll", "Save the file  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        self.own_button = self.button("own_template", translate("Payroll", "Take the client's own template…"))
        self.own_button.clicked.connect(self.choose_template)
        self.usual_button = self.button("usual_template", translate("Payroll", "Back to the usual columns"))
        self.usual_button.clicked.connect(self.take_usual)
        for button in (self.own_button, self.usual_button):
            button.setVisible(desk.can(Permission.PAYROLL_EDIT))
        self.finish(self.close_button(), self.save_button, left=(self.own_button, self.usual_button))
        self.look()

    def look(self) -> None:
        """Show what the file will say."""
        self.save_button.setEnabled(False)
        work = partial(_look, self.desk.actor, self.head.run_id or 0, self.kind)
        self.desk.tasks.read(self, work, self._looked, self.refuse)

    def _looked(self, look: TaxLook) -> None:
        self.notice.clear()
        self.lines.show_lines(look.titles, look.rows)
        people = translate("Payroll", "{count} people").format(count=formats.count(look.people))
        self.sum.setText(people if look.total is None else f"{people} · {formats.yuan(look.total)}")
        words = translate("Payroll", "Columns of the client's template that stay empty: {titles}")
        self.unknown.setText(words.format(titles=formats.listed(look.unknown)))
        self.unknown.setVisible(bool(look.unknown))
        tell(self.left_out, look.left_out)
        tell(self.doubts, look.doubts)
        self.usual_button.setEnabled(look.own_template)
        self.save_button.setEnabled(True)
        self.loaded.emit()

    def save(self) -> None:
        """Make the file, then ask where it goes."""
        if self.save_button.isEnabled():
            work = partial(_make, self.desk.actor, self.head.run_id or 0, self.kind)
            self.desk.tasks.read(self, work, self._made, self.refuse)

    def _made(self, file: PaperFile) -> None:
        save_as(self.desk, self.parentWidget() or self, file)
        self.accept()

    def choose_template(self) -> QFileDialog:
        """Ask for the client's own empty template."""
        dialog = QFileDialog(self, translate("Payroll", "The tax client's empty template"))
        dialog.setObjectName("dialog.tax_template")
        dialog.setNameFilter("Excel (*.xlsx *.xls)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()
        return dialog

    def take(self, path: Path) -> None:
        """Let the titles of that file decide the columns."""
        title = translate("Payment", "Reading {file}").format(file=path.name)
        self.desk.tasks.aside_long(self, title, partial(_read, path), self._read, self.refuse)

    def _read(self, sheet: ForeignSheet) -> None:
        work = partial(_take, self.desk.actor, self.kind, sheet)
        self.desk.tasks.run(self, work, lambda _: self.look(), self.refuse)

    def take_usual(self) -> None:
        """Forget the template that was taken."""
        work = partial(_usual, self.desk.actor, self.kind)
        self.desk.tasks.run(self, work, lambda _: self.look(), self.refuse)

    def refuse(self, refused: Refused) -> None:
        if refused.code == "tax_file.nobody":
            self.save_button.setEnabled(False)
        super().refuse(refused)


def _title(kind: TaxSheet) -> str:
    return {
        TaxSheet.WAGES: translate("Payroll", "Wages of {month} for the tax client"),
        TaxSheet.BONUS: translate("Payroll", "Annual bonuses of {month} for the tax client"),
        TaxSheet.SEVERANCE: translate("Payroll", "Severance of {month} for the tax client"),
        TaxSheet.LABOUR: translate("Payroll", "Pay for labour of {month} for the tax client"),
        TaxSheet.PEOPLE: translate("Payroll", "People paid in {month} for the tax client"),
    }[kind]


def _opened(page: PayrollPage, kind: TaxSheet) -> TaxFileDialog | None:
    if page.head is None or page.head.run_id is None:
        return None
    dialog = TaxFileDialog(page.desk, page.head, kind, page)
    dialog.open()
    return dialog


def open_wages(page: PayrollPage) -> TaxFileDialog | None:
    """正常工资薪金收入."""
    return _opened(page, TaxSheet.WAGES)


def open_bonus(page: PayrollPage) -> TaxFileDialog | None:
    """全年一次性奖金收入."""
    return _opened(page, TaxSheet.BONUS)


def open_severance(page: PayrollPage) -> TaxFileDialog | None:
    """解除劳动合同一次性补偿金."""
    return _opened(page, TaxSheet.SEVERANCE)


def open_labour(page: PayrollPage) -> TaxFileDialog | None:
    """劳务报酬所得."""
    return _opened(page, TaxSheet.LABOUR)


def open_people(page: PayrollPage) -> TaxFileDialog | None:
    """人员信息."""
    return _opened(page, TaxSheet.PEOPLE)


def _look(actor: Actor, run_id: int, kind: TaxSheet, session: Session) -> TaxLook:
    return tax_client_files.look(session, actor, run_id, kind)


def _make(actor: Actor, run_id: int, kind: TaxSheet, session: Session) -> PaperFile:
    return MAKES[kind](session, actor, run_id)


def _read(path: Path, progress: Progress) -> ForeignSheet:
    progress.check()
    return read_sheet(path)


def _take(actor: Actor, kind: TaxSheet, sheet: ForeignSheet, session: Session) -> Template:
    return tax_client_templates.take(session, actor, kind, sheet)


def _usual(actor: Actor, kind: TaxSheet, session: Session) -> Template:
    return tax_client_templates.take_usual(session, actor, kind)
