"""Locked payslips: a common password or the end of each ID number, and who is left out for want of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import payroll_slips
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payroll.papers import ask_where
from ui.payroll.run_words import title_of
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.fields import FieldSpec
from ui.widgets.form import FormBody

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.payroll_rows import PaperFile
    from services.payroll_runs import ScheduleRow
    from services.permissions import Actor
    from services.progress import Progress
    from ui.pages.payroll import PayrollPage

FIELDS = (
    FieldSpec("password", QT_TRANSLATE_NOOP("Field", "One password for everybody"), hint=QT_TRANSLATE_NOOP("Field", "At least 6 characters. Empty: the last six of each ID number."), width=2),
)  # fmt: skip
NAMED = 10  # people without a number who are named; more are counted

translate = QCoreApplication.translate


class LockedDialog(PaymentDialog):
    """Makes the .zip of a sheet; the page asks where it goes."""

    def __init__(self, desk: Desk, head: ScheduleRow, page: PayrollPage) -> None:
        words = translate("Payroll", "Locked payslips {month}").format(month=title_of(head))
        super().__init__(desk, "locked_payslips", words, page)
        self.page, self.run_id = page, head.run_id or 0
        self.without: tuple[str, ...] = ()
        self.body = FormBody(FIELDS, desk.today, self)
        self.left_out = muted(self, "left_out")
        self.left_out.setProperty("tone", "amber")
        self.left_out.hide()
        about = muted(self, "about")
        about.setText(
            translate("Payroll", "A PDF a person, each locked, together in a .zip. Tell a common password apart from the files.")
        )  # fmt: skip
        for widget in (about, self.body, self.left_out):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.make_button = self.button(
            "lock_payslips", translate("Payroll", "Make the .zip…  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.make_button.clicked.connect(self.make)
        self.finish(self.close_button(), self.make_button)
        self.resize(560, 280)
        self.body.edited.connect(self._tell)
        self.body.finished.connect(self.make_button.setFocus)
        desk.tasks.read(self, partial(_without, desk.actor, self.run_id), self._known, self.refuse)
        self.body.focus_first()

    def password(self) -> str:
        """What was typed; "" for the end of each ID number."""
        return str((self.body.values() or {}).get("password") or "")

    def _known(self, names: tuple[str, ...]) -> None:
        self.without = names
        self._tell()

    def _tell(self) -> None:
        """Who gets none, as long as no common password stands there."""
        words = translate("Payroll", "{count} people have no ID number and are left out: {names}")
        names = formats.listed(self.without[:NAMED]) + ("…" if len(self.without) > NAMED else "")
        self.left_out.setText(words.format(count=formats.count(len(self.without)), names=names))
        self.left_out.setVisible(bool(self.without) and not self.password())

    def make(self) -> None:
        """Lock them; a password that is too short is said beside its field."""
        work = partial(_locked, self.desk.actor, self.run_id, self.password())
        title = translate("Print", "Making the pages…")
        self.desk.tasks.run_long(self, title, work, self._made, self.refuse, reading=True)

    def _made(self, file: PaperFile) -> None:
        ask_where(self.page, (file.name, file.content))
        self.accept()

    def refuse(self, refused: Refused) -> None:
        if not (refused.field and self.body.say(refused.field, sentence(refused))):
            super().refuse(refused)


def open_dialog(page: PayrollPage) -> QWidget | None:
    """The dialog over the payroll page."""
    if page.head is None or page.head.run_id is None:
        return None
    dialog = LockedDialog(page.desk, page.head, page)
    dialog.open()
    return dialog


def _without(actor: Actor, run_id: int, session: Session) -> tuple[str, ...]:
    return payroll_slips.without_number(session, actor, run_id)


def _locked(actor: Actor, run_id: int, password: str, session: Session, progress: Progress) -> PaperFile:
    return payroll_slips.locked(session, actor, run_id, password=password, progress=progress)
