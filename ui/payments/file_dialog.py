"""Write the bank file: which format, how it begins, what looks odd; then it is saved and the batch is at the bank."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services import bank_files, bank_formats
from ui.claims.check_words import check_sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.act_words import command
from ui.payments.first_lines import FirstLines
from ui.payments.frame import PaymentDialog, muted
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody
from ui.widgets.print_preview import cannot_write, write_file

if TYPE_CHECKING:
    from services.bank_files import BankFile, FileLook
    from services.database import Session
    from services.errors import Refused
    from services.payment_register import BatchDetail
    from services.permissions import Actor

FIELDS = (
    FieldSpec("format_id", QT_TRANSLATE_NOOP("Field", "Bank file format"), FieldKind.COMBO, required=True, choices=bank_formats.choices, width=2),
)  # fmt: skip

translate = QCoreApplication.translate


class NamedFile(Protocol):
    """A file that is made: its name and its bytes."""

    @property
    def name(self) -> str: ...

    @property
    def content(self) -> bytes: ...


class FileDialog(PaymentDialog):
    """`written` tells that the file was made; saving it to a folder may be repeated, its bytes stay the same."""

    written = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, detail: BatchDetail, parent: QWidget | None = None) -> None:
        title = translate("Payment", "Bank file of {number}").format(number=detail.number)
        super().__init__(desk, "bank_file", title, parent)
        self.resize(900, 480)  # Qt itself would keep to two thirds of a screen
        self.detail = detail
        self._asked = 0
        self.body = FormBody(FIELDS, desk.today, self)
        self.lines = FirstLines(self)
        self.sum, self.doubts = muted(self, "sum"), muted(self, "doubts")
        self.save_button = self.button(
            "write", translate("Payment", "Write the file  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.write)
        for widget in (self.body, self.lines, self.sum, self.doubts):
            self.column.addWidget(widget, 1 if widget is self.lines else 0)
        self.finish(self.close_button(), self.save_button)
        self.body.edited.connect(self.look)
        desk.tasks.read(self, partial(_choices, desk.actor), self._offer, self.refuse)

    def _offer(self, choices: list[Any]) -> None:
        self.body.offer({"format_id": choices})
        ids = [one.id for one in choices]
        last = self.desk.prefs.get("pay.format", 0)
        if not ids:
            words = translate(
                "Payment",
                "There is no bank file format yet. Open “Bank file formats” and load the usual ones.",
            )
            self.notice.say(words, "amber")
            return
        self.body.boxes["format_id"].editor.set_value(last if last in ids else min(ids))
        self.look()

    def look(self) -> None:
        """Show how the file of the chosen format begins."""
        format_id = self.body.boxes["format_id"].editor.value()
        self.save_button.setEnabled(False)
        if format_id is None:
            return
        self._asked += 1
        work = partial(_look, self.desk.actor, self.detail.id, int(str(format_id)), self.desk.today())
        self.desk.tasks.read(self, work, partial(self._looked, self._asked), self.refuse)

    def _looked(self, asked: int, look: FileLook) -> None:
        if asked != self._asked:
            return
        self.notice.clear()
        self.lines.show_look(look)
        words = translate("Payment", "{count} transfers, {total}")
        self.sum.setText(words.format(count=formats.count(look.count), total=formats.yuan(look.total)))
        said = [check_sentence(check) for check in look.doubts]
        more = translate("Payment", "… and {count} more").format(count=len(said) - 4)
        self.doubts.setText("\n".join([*said[:4], *([more] if len(said) > 4 else [])]))
        self.doubts.setProperty("tone", "amber")
        self.doubts.setVisible(bool(said))
        self.save_button.setEnabled(True)
        self.loaded.emit()

    def write(self) -> None:
        """Write the file of this format; from then on the batch is at the bank."""
        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        format_id = int(str(self.body.boxes["format_id"].editor.value()))
        command_id = command(self.desk, "send", self.detail)
        work = partial(_write, self.desk.actor, self.detail, format_id, command_id)
        self.desk.tasks.run(self, work, self._written, self.refuse)

    def _written(self, file: BankFile) -> None:
        self.desk.prefs.put("pay.format", int(str(self.body.boxes["format_id"].editor.value())))
        self.written.emit()
        save_as(self.desk, self.parentWidget() or self, file)
        self.accept()

    def refuse(self, refused: Refused) -> None:
        self.save_button.setEnabled(False)
        super().refuse(refused)


def save_as(desk: Desk, owner: QWidget, file: NamedFile) -> QFileDialog:
    """Ask where the file goes, and write its bytes there."""
    dialog = QFileDialog(owner, translate("Payment", "Save the bank file"))
    dialog.setObjectName("dialog.save_bank_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(file.name.rpartition(".")[2])
    dialog.selectFile(file.name)
    dialog.fileSelected.connect(lambda name: save_to(desk, owner, file, Path(name)))
    dialog.open()
    return dialog


def save_to(desk: Desk, owner: QWidget, file: NamedFile, path: Path) -> None:
    """Write the bytes whole or not at all, and say when that did not work."""
    from ui.widgets.confirm import tell

    def told(written: bool) -> None:
        if not written:
            tell(owner, cannot_write(path))

    desk.tasks.aside(owner, partial(write_file, path, file.content), told)


def _choices(actor: Actor, session: Session) -> list[Any]:
    return bank_formats.choices(session, actor)


def _look(actor: Actor, batch_id: int, format_id: int, today: Any, session: Session) -> FileLook:
    return bank_files.look(session, actor, batch_id, format_id, today=today)


def _write(actor: Actor, detail: BatchDetail, format_id: int, command_id: str, session: Session) -> BankFile:
    return bank_files.write(session, actor, detail.id, detail.version, format_id, command_id=command_id)
