"""Bank file formats 银行文件格式: which columns each bank wants, and how its answer reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import bank_formats
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.format_dialog import FORM, FormatDialog
from ui.widgets.confirm import tell
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

EDIT = (Permission.COMPANY_EDIT, Permission.BANK_ACCOUNT_EDIT)

translate = QCoreApplication.translate


class BankFormatsPage(RegisterPage):
    """The formats, and the usual ones to begin with."""

    name = "bank_formats"
    title = QT_TRANSLATE_NOOP("Page", "Bank file formats")
    about = QT_TRANSLATE_NOOP("Page", "Columns of the files for the bank, and the titles of its answers.")
    register = bank_formats.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New format")
    edit = EDIT
    remove_record = staticmethod(bank_formats.remove)
    actions: ClassVar[tuple[Action, ...]] = (
        Action("load_usual", QT_TRANSLATE_NOOP("Action", "Load the usual formats"), lambda page, _ids: page.load_usual(), "download", "", EDIT, takes=Takes.NONE),
    )  # fmt: skip

    def open_form(self, record_id: int | None) -> FormatDialog:
        locked = not self.desk.can(*EDIT)
        dialog = FormatDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def load_usual(self) -> None:
        """Add the usual formats that are not there yet."""
        self.desk.tasks.run(self, partial(_load_usual, self.desk.actor), self._loaded)

    def _loaded(self, count: int) -> None:
        self.refresh()
        words = translate("Payment", "{count} formats added.").format(count=count)
        tell(self, words if count else translate("Payment", "All the usual formats are here already."))

    def _say_empty(self) -> None:
        """An upgraded company has none yet: the first thing to do is to load the usual ones."""
        super()._say_empty()
        action = self.acts.get("load_usual")
        if action is not None and not self.view.is_narrowed() and self.view.count == 0:
            nothing, about = translate("Page", "Nothing here yet"), translate("Page", self.about)
            self.view.table.set_empty(nothing, about, action.text(), action.trigger)


def _load_usual(actor: Actor, session: Session) -> int:
    return bank_formats.load_usual(session, actor)
