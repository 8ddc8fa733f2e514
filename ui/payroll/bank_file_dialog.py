"""The bank file of a payroll sheet: account and format, control totals, who is left out; then it is written and saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from services import bank_accounts, bank_formats, payroll_files
from services.claim_check_row import Check
from services.claim_values import Saved
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.claims.check_words import check_sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.file_dialog import save_as
from ui.payments.first_lines import FirstLines
from ui.payments.frame import PaymentDialog, muted
from ui.payroll import clicks
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.payroll_files import PayFile, PayFileLook
    from services.payroll_runs import ScheduleRow
    from services.permissions import Actor
    from ui.pages.payroll import PayrollPage

FIELDS = (
    FieldSpec("account_id", QT_TRANSLATE_NOOP("Field", "Paid from"), FieldKind.COMBO, required=True, choices=bank_accounts.bank_choices),
    FieldSpec("format_id", QT_TRANSLATE_NOOP("Field", "Bank file format"), FieldKind.COMBO, required=True, choices=bank_formats.choices),
)  # fmt: skip
TOLD = 4  # sentences of each kind that are shown; more are counted

translate = QCoreApplication.translate


class PayFileDialog(PaymentDialog):
    """`written` tells that the file was made; its bytes stay the same whenever it is saved again."""

    written = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, head: ScheduleRow, parent: QWidget | None = None) -> None:
        title = translate("Payroll", "Bank file of {number}").format(number=head.number)
        super().__init__(desk, "payroll_file", title, parent)
        self.resize(960, 520)  # Qt itself would keep to two thirds of a screen
        self.head = head
        self._asked = 0
        self.body = FormBody(FIELDS, desk.today, self)
        self.lines = FirstLines(self)
        self.sum = muted(self, "sum")
        self.left_out, self.doubts = muted(self, "left_out"), muted(self, "doubts")
        self.left_out.setProperty("tone", "red")
        self.doubts.setProperty("tone", "amber")
        self.save_button = self.button(
            "write", translate("Payroll", "Write the file  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.write)
        for widget in (self.body, self.lines, self.sum, self.left_out, self.doubts):
            self.column.addWidget(widget, 1 if widget is self.lines else 0)
        self.finish(self.close_button(), self.save_button)
        self.body.edited.connect(self.look)
        desk.tasks.read(self, partial(_choices, desk.actor), self._offer, self.refuse)

    def _offer(self, choices: tuple[list[Any], list[Any]]) -> None:
        accounts, forms = choices
        self.body.offer({"account_id": accounts, "format_id": forms})
        for name, kept, found in (
            ("account_id", "payroll.account", accounts),
            ("format_id", "payroll.format", forms),
        ):
            ids = [one.id for one in found]
            last = self.desk.prefs.get(kept, 0)
            self.body.boxes[name].editor.set_value(last if last in ids else next(iter(ids), None))
        self.look()

    def chosen(self) -> tuple[int, int] | None:
        """Account and format, None while one of them is missing."""
        ids = [self.body.boxes[name].editor.value() for name in ("account_id", "format_id")]
        return None if None in ids else (int(str(ids[0])), int(str(ids[1])))

    def look(self) -> None:
        """Show how the file begins and what it pays."""
        self.save_button.setEnabled(False)
        chosen = self.chosen()
        if chosen is None or self.head.run_id is None:
            return
        self._asked += 1
        work = partial(_look, self.desk.actor, self.head.run_id, chosen)
        self.desk.tasks.read(self, work, partial(self._looked, self._asked), self.refuse)

    def _looked(self, asked: int, look: PayFileLook) -> None:
        if asked != self._asked:
            return
        self.notice.clear()
        self.lines.show_lines(look.titles, look.rows)
        words = translate("Payroll", "{count} of {people} people, {total} of {net} net pay")
        self.sum.setText(
            words.format(
                count=formats.count(look.count),
                people=formats.count(look.people),
                total=formats.yuan(look.total),
                net=formats.yuan(look.net),
            )
        )
        tell(self.left_out, look.left_out)
        tell(self.doubts, look.doubts)
        self.save_button.setEnabled(True)
        self.loaded.emit()

    def write(self) -> None:
        """Write the file; it stays with the sheet from now on."""
        chosen = self.chosen()
        if not self.save_button.isEnabled() or chosen is None:
            return
        self.save_button.setEnabled(False)
        key = clicks.of_run(self.desk, "bank_file", self.head)
        self.desk.tasks.run(
            self, partial(_write, self.desk.actor, self.head, chosen, key), self._written, self.refuse
        )

    def _written(self, file: PayFile) -> None:
        for kept, one in zip(("payroll.account", "payroll.format"), self.chosen() or (), strict=False):
            self.desk.prefs.put(kept, one)
        self.written.emit()
        save_as(self.desk, self.parentWidget() or self, file)
        self.accept()

    def refuse(self, refused: Refused) -> None:
        self.save_button.setEnabled(False)
        super().refuse(refused)


def open_dialog(page: PayrollPage) -> PayFileDialog | None:
    """The dialog over the payroll page; the page is shown anew when the file was written."""
    if page.head is None or page.head.run_id is None:
        return None
    dialog = PayFileDialog(page.desk, page.head, page)
    dialog.written.connect(page.refresh)
    dialog.open()
    return dialog


def ask_take_back(page: PayrollPage) -> ActDialog | None:
    """Why the bank did not take the file; then another may be written."""
    head = page.head
    if head is None or head.run_id is None:
        return None
    run_id, version, key = head.run_id, head.version or 0, clicks.of_run(page.desk, "file_back", head)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Saved:
        return payroll_files.take_back(session, actor, run_id, version, reason=typed.reason, command_id=key)

    title = translate("Payroll", "The bank did not take the file of {number}").format(number=head.number)
    question = Question(title, translate("Payroll", "Take it back  Ctrl+S"), REASON, {"reason": ""})
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.refresh())
    dialog.open()
    return dialog


def tell(place: QLabel, checks: Sequence[Check]) -> None:
    """The first sentences of some checks, one a line, and how many more there are."""
    said = [check_sentence(check) for check in checks]
    more = translate("Payment", "… and {count} more").format(count=len(said) - TOLD)
    place.setText("\n".join([*said[:TOLD], *([more] if len(said) > TOLD else [])]))
    place.setVisible(bool(said))


def _choices(actor: Actor, session: Session) -> tuple[list[Any], list[Any]]:
    return bank_accounts.bank_choices(session, actor), bank_formats.choices(session, actor)


def _look(actor: Actor, run_id: int, chosen: tuple[int, int], session: Session) -> PayFileLook:
    return payroll_files.look(session, actor, run_id, *chosen)


def _write(actor: Actor, head: ScheduleRow, chosen: tuple[int, int], key: str, session: Session) -> PayFile:
    return payroll_files.write(session, actor, head.run_id or 0, head.version or 0, *chosen, command_id=key)
