"""The form of a bank file format: its columns as an editable table, how a file of it begins below."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from services import bank_files, bank_formats
from services.bank_formats import BankFormatDraft, ColumnDraft
from services.bank_values import BankValue, FileEncoding
from services.terms import FileKind
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.first_lines import FirstLines
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from services.bank_files import FileLook
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

COLUMNS = (
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Title in the file"), width=180),
    FieldSpec("value", QT_TRANSLATE_NOOP("Field", "What stands there"), FieldKind.CHOICE, width=190, members=BankValue),
    FieldSpec("text", QT_TRANSLATE_NOOP("Field", "The fixed text"), width=0),
)  # fmt: skip
FORM = Form(
    name="bank_format",
    title_new=QT_TRANSLATE_NOOP("Form", "New bank file format"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Bank file format"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True),
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), required=True),
        FieldSpec("file_kind", QT_TRANSLATE_NOOP("Field", "Kind of file"), FieldKind.CHOICE, required=True, members=FileKind),
        FieldSpec("encoding", QT_TRANSLATE_NOOP("Field", "Encoding"), FieldKind.CHOICE, required=True, members=FileEncoding),
        FieldSpec("control_line", QT_TRANSLATE_NOOP("Field", "Control line"), FieldKind.CHECK),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
        FieldSpec("answer_account", QT_TRANSLATE_NOOP("Field", "Answer: account"), blank=""),
        FieldSpec("answer_name", QT_TRANSLATE_NOOP("Field", "Answer: payee"), blank=""),
        FieldSpec("answer_amount", QT_TRANSLATE_NOOP("Field", "Answer: amount"), blank=""),
        FieldSpec("answer_result", QT_TRANSLATE_NOOP("Field", "Answer: result"), blank=""),
        FieldSpec("answer_reason", QT_TRANSLATE_NOOP("Field", "Answer: reason"), blank=""),
        FieldSpec("answer_reference", QT_TRANSLATE_NOOP("Field", "Answer: reference"), blank=""),
        FieldSpec("paid_words", QT_TRANSLATE_NOOP("Field", "Words that mean paid"), FieldKind.LONG_TEXT, width=3, blank=""),
        FieldSpec("pending_words", QT_TRANSLATE_NOOP("Field", "Words that mean not yet"), FieldKind.LONG_TEXT, width=3, blank=""),
    ),
    empty=lambda _today: BankFormatDraft(),
    get=bank_formats.get,
    save=bank_formats.save,
    columns=6,
)  # fmt: skip
LOOK_MS = 400
WORDS_HEIGHT = 60

translate = QCoreApplication.translate


class FormatDialog(RecordDialog):
    """Titles and fields are typed into a table, the first lines of a file are shown as they change."""

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        hint = QLabel(
            translate("Payment", "Titles of the answer: where several may stand, separate them by |."), box
        )
        hint.setProperty("role", "muted")
        self.lines = LineTable("columns", COLUMNS, ColumnDraft, self.desk.today, box)
        self.said = QLabel(box)
        self.said.setObjectName("message.columns")
        self.said.setProperty("role", "error")
        self.said.hide()
        self.first = FirstLines(box)
        heading = QLabel(translate("Payment", "How the file begins"), box)
        heading.setProperty("role", "group")
        look = QVBoxLayout()
        look.addWidget(heading)
        look.addWidget(self.first, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.lines, 3)
        row.addLayout(look, 2)
        column.addWidget(hint)
        column.addLayout(row, 1)
        column.addWidget(self.said)
        for name in ("paid_words", "pending_words"):  # the table has the height
            words = self.findChild(QWidget, f"field.{name}")
            assert words is not None, "a field of the form"
            words.setFixedHeight(WORDS_HEIGHT)
        self.resize(1080, 720)  # Qt itself would keep to two thirds of a screen
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self.lines.edited.connect(self.touch)
        return box

    def touch(self) -> None:
        super().touch()
        self._look.start()

    def fill(self, draft: BankFormatDraft) -> None:
        super().fill(draft)
        self.lines.fill(draft.columns)
        self.lines.set_locked(self.locked)
        self._look.start()

    def gather(self) -> BankFormatDraft | None:
        columns = self.lines.drafts()
        if columns is None:
            self.notice.say(self.lines.complaint())
            return None
        draft: BankFormatDraft | None = super().gather()
        if draft is None:
            return None
        return replace(draft, columns=columns)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"columns": self.lines.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore({name: value for name, value in kept.items() if name != "columns"})
        self.lines.restore(kept.get("columns", []))

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field.startswith("columns."):
            return self.lines.say(field.removeprefix("columns."), sentence(refused))
        if field == "columns":
            self.said.setText(sentence(refused))
            self.said.show()
            return True
        return super().place(refused)

    def look(self) -> None:
        """The first lines of a file as typed; while something is missing those before stay."""
        if any(column.value is None or not column.title for column in self._columns()):
            return
        draft = self.body.peek(self.draft)
        work = partial(_sample, self.desk.actor, replace(draft, columns=self._columns()), self.desk.today())
        self.desk.tasks.read(self, work, self._looked, lambda _refused: None)

    def _columns(self) -> tuple[ColumnDraft, ...]:
        return tuple(line.draft for line in self.lines.model.lines())

    def _looked(self, look: FileLook) -> None:
        self.said.hide()
        self.first.show_look(look)


def _sample(actor: Actor, draft: BankFormatDraft, today: Any, session: Session) -> FileLook:
    return bank_files.sample(session, actor, draft, today=today)
