"""The form of a change: who and what first; city, month, base and reason follow by themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from services import insurance_changes, insurance_prefill
from services.insurance_change_rules import JOIN_REASONS, STOP_REASONS, ChangeReason
from services.insurance_changes import ChangeDraft
from services.terms import ChangeKind, Fund
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

FIELDS = (
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, required=True, choices=insurance_prefill.people),
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Change"), FieldKind.CHOICE, required=True, members=ChangeKind),
    FieldSpec("fund", QT_TRANSLATE_NOOP("Field", "Fund"), FieldKind.CHOICE, members=Fund, hint=QT_TRANSLATE_NOOP("Field", "Empty writes one for each fund.")),
    FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True, blank=""),
    FieldSpec("month", QT_TRANSLATE_NOOP("Field", "From month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the first month it counts in.")),
    FieldSpec("to_month", QT_TRANSLATE_NOOP("Field", "To month"), FieldKind.DAY),
    FieldSpec("base", QT_TRANSLATE_NOOP("Field", "Base"), FieldKind.MONEY, hint=QT_TRANSLATE_NOOP("Field", "Yuan a month, as declared; limits are applied by themselves.")),
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Type or reason"), FieldKind.CHOICE, members=ChangeReason),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=2, blank=""),
)  # fmt: skip
WITH_BASE = frozenset(
    {
        ChangeKind.JOIN,
        ChangeKind.RESUME,
        ChangeKind.TRANSFER,
        ChangeKind.BASE,
        ChangeKind.BACK_PAYMENT,
    }
)
WITH_REASON = frozenset({ChangeKind.JOIN, ChangeKind.RESUME, ChangeKind.STOP})
FOLLOWING = ("city", "month", "to_month", "base", "reason")

translate = QCoreApplication.translate


def form_of(desk: Desk, *, stored: bool) -> Form:
    """The form of a new change, or of a stored one; a double click on Save writes once."""
    today = desk.today()
    command_id = f"insurance.create:{uuid4()}"

    def create(session: Session, actor: Actor, draft: ChangeDraft) -> int:
        made = insurance_changes.create(session, actor, draft, command_id=command_id, today=today)
        return made[0].id if made else 0

    def save(session: Session, actor: Actor, draft: ChangeDraft) -> int:
        return insurance_changes.save(session, actor, draft, today=today).id

    return Form(
        name="insurance_change",
        title_new=QT_TRANSLATE_NOOP("Form", "New insurance change"),
        title_edit=QT_TRANSLATE_NOOP("Form", "Insurance change"),
        fields=FIELDS,
        empty=lambda _today: ChangeDraft(),
        get=insurance_changes.get,
        save=save if stored else create,
        doubts=insurance_changes.doubts,
    )


class ChangeDialog(RecordDialog):
    """What the kind of change does not need is not asked."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        start: ChangeDraft | None = None,
        locked: bool = False,
    ) -> None:
        self._given = start
        form = form_of(desk, stored=record_id is not None)
        super().__init__(desk, form, record_id, parent, start=start, locked=locked)
        for name in ("employee_id", "kind", "fund"):
            self.body.boxes[name].editor.edited.connect(self._follow)

    def extras(self) -> QWidget:
        self.hint = QLabel(self)
        self.hint.setObjectName("label.hint")
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        return self.hint

    def _loaded(self, loaded: Loaded) -> None:
        super()._loaded(loaded)
        self._fit(loaded.draft)
        if self.record_id is not None:
            self.body.boxes["fund"].editor.set_locked(True)
        elif self._given is None:
            self._follow()

    def _fit(self, draft: ChangeDraft) -> None:
        """Show what the kind asks for, and say what it does."""
        kind = draft.kind
        shown = {
            "to_month": kind is ChangeKind.BACK_PAYMENT,
            "base": kind in WITH_BASE,
            "reason": kind in WITH_REASON,
        }
        for name, visible in shown.items():
            self.body.boxes[name].setVisible(visible)
        self.hint.setText(_hint(kind) if kind else "")

    def _follow(self) -> None:
        """Person and kind are known: fill in what usually follows."""
        draft = self.body.peek(self.draft)
        self._fit(draft)
        if self.record_id is None and draft.kind is not None:
            work = partial(_prefilled, self.desk.actor, draft, self.desk.today())
            self.desk.tasks.read(self, work, self._filled, lambda _refused: None)

    def _filled(self, draft: ChangeDraft) -> None:
        for name in FOLLOWING:
            box = self.body.boxes[name]
            box.editor.set_value(getattr(draft, name))
            box.say("")

    def gather(self) -> Any:
        """A reason that belongs to another kind is not kept from before."""
        draft = super().gather()
        if draft is None:
            return None
        fitting = {
            ChangeKind.JOIN: JOIN_REASONS,
            ChangeKind.RESUME: JOIN_REASONS,
            ChangeKind.STOP: STOP_REASONS,
        }.get(draft.kind, ())
        return draft if draft.reason in fitting else replace(draft, reason=None)


def _hint(kind: ChangeKind) -> str:
    return {
        ChangeKind.JOIN: translate("Insurance", "Insured from this month on."),
        ChangeKind.STOP: translate("Insurance", "The month before is the last one paid."),
        ChangeKind.RESUME: translate(
            "Insurance", "With the base there was; another one is a change of base."
        ),
        ChangeKind.TRANSFER: translate("Insurance", "City is where they are insured from this month on."),
        ChangeKind.BASE: translate("Insurance", "The new base counts from this month on."),
        ChangeKind.BACK_PAYMENT: translate(
            "Insurance", "What these months cost on this base, less what was reckoned for them."
        ),
    }[kind]


def _prefilled(actor: Actor, draft: ChangeDraft, today: date, session: Session) -> ChangeDraft:
    return insurance_prefill.prefilled(session, actor, draft, today)
