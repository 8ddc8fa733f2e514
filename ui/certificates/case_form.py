"""The form of a case: what it is about, money, and its steps as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import certificate_cases, certificate_kinds, company_certificates, employees
from services.calendars import business_day
from services.certificate_cases import CaseDraft, StepDraft
from services.terms import CaseKind
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import Chosen, FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.state import Desk

STEPS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Step"), width=0, blank=""),
    FieldSpec("due_on", QT_TRANSLATE_NOOP("Field", "By"), FieldKind.DAY, width=104),
    FieldSpec("owner_id", QT_TRANSLATE_NOOP("Field", "Who"), FieldKind.COMBO, width=104, choices=employees.choices),
    FieldSpec("papers", QT_TRANSLATE_NOOP("Field", "Papers needed"), width=236, blank=""),
    FieldSpec("done_on", QT_TRANSLATE_NOOP("Field", "Done on"), FieldKind.DAY, width=104),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=150, blank=""),
)  # fmt: skip
MONEY_OF_SUBSIDIES = ("asked", "granted", "received", "received_on")
ZERO = Decimal(0)
FORM = Form(
    name="certificate_case",
    title_new=QT_TRANSLATE_NOOP("Form", "New case"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Case"),
    fields=(
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind of case"), FieldKind.CHOICE, required=True, members=CaseKind),
        FieldSpec("title", QT_TRANSLATE_NOOP("Field", "What is handled"), required=True, width=3, blank=""),
        FieldSpec("certificate_id", QT_TRANSLATE_NOOP("Field", "Which certificate"), FieldKind.COMBO, choices=company_certificates.choices),
        FieldSpec("kind_id", QT_TRANSLATE_NOOP("Field", "Kind of certificate"), FieldKind.COMBO, choices=certificate_kinds.choices),
        FieldSpec("agency", QT_TRANSLATE_NOOP("Field", "Authority"), blank=""),
        FieldSpec("owner_id", QT_TRANSLATE_NOOP("Field", "Person in charge"), FieldKind.COMBO, choices=employees.choices),
        FieldSpec("opened_on", QT_TRANSLATE_NOOP("Field", "Begun on"), FieldKind.DAY, required=True),
        FieldSpec("due_on", QT_TRANSLATE_NOOP("Field", "Ends by"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: with the last step.")),
        FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Cost"), FieldKind.MONEY, blank=ZERO),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank=""),
        FieldSpec("asked", QT_TRANSLATE_NOOP("Field", "Asked for"), FieldKind.MONEY, blank=ZERO),
        FieldSpec("granted", QT_TRANSLATE_NOOP("Field", "Granted"), FieldKind.MONEY, blank=ZERO),
        FieldSpec("received", QT_TRANSLATE_NOOP("Field", "Received"), FieldKind.MONEY, blank=ZERO),
        FieldSpec("received_on", QT_TRANSLATE_NOOP("Field", "Received on"), FieldKind.DAY),
    ),
    empty=lambda today: CaseDraft(opened_on=today),
    get=certificate_cases.get,
    save=lambda session, actor, draft: certificate_cases.save(session, actor, draft, today=business_day()),
    columns=4,
)  # fmt: skip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CaseLoaded(Loaded):
    """The form also knows who can be given a step."""

    people: Sequence[Chosen]


class CaseDialog(RecordDialog):
    """The fields, and below them the steps. `start` is what a new case begins with."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: CaseDraft | None = None,
    ) -> None:
        today = desk.today()
        form = replace(
            FORM,
            save=lambda session, actor, draft: certificate_cases.save(session, actor, draft, today=today),
        )
        super().__init__(desk, form, record_id, parent, locked=locked, start=start)

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> CaseLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        return CaseLoaded(found.draft, found.choices, found.kept, employees.choices(session, actor))

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = QLabel(translate("Certificates", "Steps, in their order"), box)
        heading.setProperty("role", "group")
        self.table = LineTable("steps", STEPS, StepDraft, self.desk.today, box)
        self.table.hide_totals()
        self.table.setMinimumHeight(230)
        self.table.edited.connect(self.touch)
        column.addWidget(heading)
        column.addWidget(self.table, 1)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(self.sizeHint().boundedTo(room))
        return box

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, CaseLoaded)
        self.table.offer("owner_id", loaded.people)
        super()._loaded(loaded)

    def fill(self, draft: CaseDraft) -> None:
        super().fill(draft)
        self.table.fill(draft.steps)
        self.table.set_locked(self.locked)

    def _doubt(self) -> None:
        """Money is asked for in subsidies only."""
        subsidy = self.body.peek(self.draft).kind is CaseKind.SUBSIDY
        for name in MONEY_OF_SUBSIDIES:
            self.body.boxes[name].setVisible(subsidy)
        super()._doubt()

    def gather(self) -> CaseDraft | None:
        draft: CaseDraft | None = super().gather()
        lines = self.table.drafts()
        if lines is None:
            self.notice.say(self.table.complaint())
        return None if draft is None or lines is None else replace(draft, steps=lines)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"steps": self.table.kept()}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore({name: value for name, value in kept.items() if name != "steps"})
        self.table.restore(kept.get("steps", []))

    def place(self, refused: Refused) -> bool:
        name, _, cell = (refused.field or "").partition(".")
        if name != "steps":
            return super().place(refused)
        self.table.say(cell, sentence(refused))
        self.notice.say(sentence(refused))
        return True

    def sizeHint(self) -> QSize:
        return QSize(1120, 640)
