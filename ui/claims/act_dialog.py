"""Small dialogs that go with an act on a paper: why it is returned, how it was paid, how much is granted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QWidget

from services import bank_accounts
from services.terms import PaymentMethod
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

REASON = (
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), FieldKind.LONG_TEXT, required=True, width=2),
)
PAYMENT = (
    FieldSpec(
        "account_id", QT_TRANSLATE_NOOP("Field", "Paid from"), FieldKind.COMBO, choices=bank_accounts.choices
    ),
    FieldSpec("method", QT_TRANSLATE_NOOP("Field", "Method"), FieldKind.CHOICE, members=PaymentMethod),
    FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Paid on"), FieldKind.DAY, required=True),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note")),
)

WIDTH, MARGIN = 520, 24

translate = QCoreApplication.translate

type Work = Callable[[Session, Actor, SimpleNamespace], Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What a small dialog asks: its words are translated already; `danger` is for what undoes."""

    title: str
    button: str
    fields: Sequence[FieldSpec]
    values: Mapping[str, object]
    about: str = ""
    danger: bool = False


class ActDialog(RecordDialog):
    """A few fields and one button. `work` gets what was typed; a refusal leaves the dialog open."""

    def __init__(self, desk: Desk, question: Question, work: Work, parent: QWidget | None = None) -> None:
        self._about = question.about
        fields = tuple(question.fields)
        start = SimpleNamespace(**({spec.name: None for spec in fields} | dict(question.values)))

        def save(session: Session, actor: Actor, typed: SimpleNamespace) -> int:
            return int(getattr(work(session, actor, typed), "id", 0))

        title = question.title
        form = Form("act", title, title, fields, lambda _day: start, lambda *_: start, save)
        super().__init__(desk, form, None, parent, start=start)
        self.setWindowTitle(title)
        self.save_button.setText(question.button)
        self.save_button.setProperty("danger", question.danger)

    def extras(self) -> QWidget | None:
        if not self._about:
            return None
        about = QLabel(self._about, self)
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        about.ensurePolished()
        about.setMinimumHeight(about.heightForWidth(WIDTH - 2 * MARGIN))  # else it is taken from the fields
        return about

    def gather(self) -> SimpleNamespace | None:
        values = self.body.values()
        if values is None:
            return None
        for spec in self.form.fields:
            if spec.required and values[spec.name] in (None, ""):
                self.body.say(spec.name, translate("Errors", "This must be filled in."))
                return None
        return SimpleNamespace(**values)

    def place(self, refused: Refused) -> bool:
        """What is granted on a line is refused as `lines.<n>.sanctioned`; its field here is `line_<n>`."""
        parts = (refused.field or "").split(".")
        if parts[0] == "lines" and len(parts) == 3:
            return self.body.say(f"line_{parts[1]}", sentence(refused))
        return super().place(refused)

    def keep(self) -> None:
        """A few words are typed again sooner than found again: nothing is kept."""

    def reject(self) -> None:
        self.dirty = False
        super().reject()

    def _refused(self, refused: Refused) -> None:
        self._set_saving(False)
        if not self.place(refused):
            self.notice.say(sentence(refused))

    def sizeHint(self) -> QSize:
        """As high as its words need at that width: what wraps takes a line more."""
        hint = super().sizeHint().expandedTo(QSize(WIDTH, 100))
        layout = self.layout()
        assert layout is not None, "it was built"
        return hint.expandedTo(QSize(0, layout.totalHeightForWidth(hint.width())))


def payment_values(account_id: int | None, today: date) -> dict[str, object]:
    """What the payment's form begins with: the account used last, by transfer, today."""
    return {"account_id": account_id, "method": PaymentMethod.TRANSFER, "paid_on": today, "note": ""}


def remembered(desk: Desk, dialog: ActDialog, name: str, field: str) -> None:
    """Keep the value of `field` as what the same form begins with next time."""
    box = dialog.body.boxes[field]
    dialog.saved.connect(partial(_remember, desk, name, box))


def _remember(desk: Desk, name: str, box: Any, _record_id: int) -> None:
    desk.prefs.put(name, box.editor.value())
