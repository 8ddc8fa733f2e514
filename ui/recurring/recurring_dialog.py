"""The form of a recurring paper: when it comes, whose it is, and the list of its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import departments, employees, expense_categories, projects, recurring_papers
from services.recurring_papers import KINDS, CardDraft, RecurringDraft
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import Chosen, FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

FORM = Form(
    name="recurring_paper",
    title_new=QT_TRANSLATE_NOOP("Form", "New recurring paper"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Recurring paper"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, width=2),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, members=KINDS),
        FieldSpec("payee_id", QT_TRANSLATE_NOOP("Field", "Payee"), FieldKind.COMBO, choices=recurring_papers.payees),
        FieldSpec("claimant_id", QT_TRANSLATE_NOOP("Field", "Claimant"), FieldKind.COMBO, required=True, choices=employees.choices),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, required=True, choices=departments.choices),
        FieldSpec("category_id", QT_TRANSLATE_NOOP("Field", "Category"), FieldKind.COMBO, required=True, choices=expense_categories.choices),
        FieldSpec("project_id", QT_TRANSLATE_NOOP("Field", "Project"), FieldKind.COMBO, choices=projects.choices),
        FieldSpec("purpose", QT_TRANSLATE_NOOP("Field", "Purpose"), required=True, width=4, hint=QT_TRANSLATE_NOOP("Field", "The months are added by themselves.")),
        FieldSpec("every_months", QT_TRANSLATE_NOOP("Field", "Every so many months"), FieldKind.NUMBER, required=True),
        FieldSpec("day_of_month", QT_TRANSLATE_NOOP("Field", "Day of the month"), FieldKind.NUMBER, required=True, hint=QT_TRANSLATE_NOOP("Field", "31 is the last day.")),
        FieldSpec("next_on", QT_TRANSLATE_NOOP("Field", "Next on"), FieldKind.DAY, required=True),
        FieldSpec("lead_days", QT_TRANSLATE_NOOP("Field", "Days before"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "So early it is due to be made.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda today: RecurringDraft(next_on=today),
    get=recurring_papers.get,
    save=recurring_papers.save,
    columns=4,
)  # fmt: skip
CARDS = (
    FieldSpec("label", QT_TRANSLATE_NOOP("Field", "Card no. or item"), width=0),
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Holder"), FieldKind.COMBO, width=120, choices=employees.choices),
    FieldSpec("amount", QT_TRANSLATE_NOOP("Field", "Amount"), FieldKind.MONEY, width=110),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=200, blank=""),
)  # fmt: skip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RecurringLoaded(Loaded):
    """The form also needs who may hold a card."""

    holders: Sequence[Chosen]


class RecurringDialog(RecordDialog):
    """The fields, and below them the list."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: RecurringDraft | None = None,
    ) -> None:
        super().__init__(desk, FORM, record_id, parent, locked=locked, start=start)
        self.body.finished.disconnect()
        self.body.finished.connect(self.cards.begin)
        self.cards.left.connect(self.save_button.setFocus)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.cards = LineTable("cards", CARDS, CardDraft, self.desk.today, box)
        self.sum = QLabel(box)
        self.sum.setObjectName("label.sum")
        self.cards.edited.connect(self.touch)
        self.cards.edited.connect(self._add_up)
        column.addWidget(self.cards, 1)
        column.addWidget(self.sum)
        return box

    @staticmethod
    def load(
        form: Form, actor: Actor, record_id: int | None, start: Any, session: Session
    ) -> RecurringLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        return RecurringLoaded(found.draft, found.choices, found.kept, employees.choices(session, actor))

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, RecurringLoaded)
        self.cards.offer("employee_id", loaded.holders)
        super()._loaded(loaded)
        self.cards.set_locked(self.locked)

    def fill(self, draft: RecurringDraft) -> None:
        super().fill(draft)
        self.cards.fill(draft.lines)
        self._add_up()

    def gather(self) -> RecurringDraft | None:
        lines = self.cards.drafts()
        draft: RecurringDraft | None = super().gather()
        if lines is None:
            self.notice.say(self.cards.complaint())
        if draft is None or lines is None:
            return None
        tidy = tuple(replace(line, amount=line.amount or Decimal(0), note=line.note or "") for line in lines)
        return replace(draft, lines=tidy)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"cards": self.cards.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore(kept)
        self.cards.restore(kept.get("cards", []))

    def place(self, refused: Refused) -> bool:
        field = refused.field or ""
        if field == "lines" or field.startswith("lines."):
            self.cards.say(field.removeprefix("lines").removeprefix("."), sentence(refused))
            self.notice.say(sentence(refused))
            return True
        return super().place(refused)

    def _add_up(self) -> None:
        words = translate("Recurring", "{count} cards or items, {amount}")
        count, total = len(self.cards.model.lines()), self.cards.total("amount")
        self.sum.setText(words.format(count=count, amount=formats.yuan(total)))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(940, 660))
