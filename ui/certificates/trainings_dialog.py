"""The trainings of a person's certificate as a table: typed, pasted from Excel, saved together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import staff_trainings
from services.staff_trainings import TrainingDraft
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

COLUMNS = (
    FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Day"), FieldKind.DAY, width=120),
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Training"), width=0, blank=""),
    FieldSpec("hours", QT_TRANSLATE_NOOP("Field", "Hours"), FieldKind.QUANTITY, width=90),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=220, blank=""),
)
_TITLE = QT_TRANSLATE_NOOP("Form", "Trainings")

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Trainings:
    """All trainings of one certificate; `version` is of no one record."""

    id: int
    version: int | None = None
    lines: tuple[TrainingDraft, ...] = ()


class TrainingsDialog(RecordDialog):
    """Every line a training; a line taken out is deleted when the table is saved."""

    def __init__(self, desk: Desk, certificate_id: int, name: str, person: str, parent: QWidget) -> None:
        self._about = " · ".join(part for part in (person, name) if part)
        start = Trainings(certificate_id)
        form = Form(
            "staff_training", _TITLE, _TITLE, (), lambda _day: start, _get, partial(_save, desk.today())
        )
        super().__init__(desk, form, certificate_id, parent)
        self.resize(760, 480)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        about = QLabel(self._about, box)
        about.setProperty("role", "muted")
        self.table = LineTable("trainings", COLUMNS, TrainingDraft, self.desk.today, box)
        self.table.hide_totals()
        self.table.edited.connect(self.touch)
        self.sum = QLabel(box)
        self.sum.setObjectName("label.hours")
        for widget in (about, self.table, self.sum):
            column.addWidget(widget, 1 if widget is self.table else 0)
        return box

    def fill(self, draft: Trainings) -> None:
        super().fill(draft)
        self.table.fill(draft.lines)
        self._add_up()

    def touch(self) -> None:
        super().touch()
        self._add_up()

    def _add_up(self) -> None:
        hours = sum((line.draft.hours or Decimal(0) for line in self.table.model.lines()), Decimal(0))
        self.sum.setText(
            translate("Certificates", "{hours} hours together").format(hours=formats.quantity(hours))
        )

    def gather(self) -> Trainings | None:
        lines = self.table.drafts()
        if lines is None:
            self.notice.say(self.table.complaint())
            return None
        return Trainings(self.draft.id, None, lines)

    def kept(self) -> dict[str, Any]:
        return {"lines": self.table.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        self.table.restore(kept.get("lines", []))

    def place(self, refused: Refused) -> bool:
        name, _, cell = (refused.field or "").partition(".")
        if name != "lines":
            return super().place(refused)
        self.table.say(cell, sentence(refused))
        self.notice.say(sentence(refused))
        return True

    def _show_stale(self, found: tuple[Trainings, str]) -> None:
        """Somebody else saved trainings meanwhile: theirs are shown, mine can be typed beside them."""
        theirs, who = found
        self.fill(theirs)
        words = translate(
            "Certificates",
            "{name} has saved other trainings meanwhile: they are shown now. Type yours again.",
        )
        self.notice.say(words.format(name=who or "—"))

    def sizeHint(self) -> QSize:
        return QSize(760, 480)


def _get(session: Session, actor: Actor, certificate_id: int) -> Trainings:
    return Trainings(certificate_id, None, tuple(staff_trainings.of(session, actor, certificate_id)))


def _save(today: Any, session: Session, actor: Actor, draft: Trainings) -> int:
    staff_trainings.save_all(session, actor, draft.id, draft.lines, today=today)
    return draft.id
