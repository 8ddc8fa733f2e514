"""The form of a benefit sheet: the occasion above, the people below; whole departments are put on it at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from services import benefit_sheets, departments, employees, supplies
from services.benefit_sheets import BenefitDraft, BenefitLineDraft
from services.calendars import business_day
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.editors import UnitsEdit, UnreadableError
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog
from ui.widgets.record_with_lines import RecordWithLinesDialog
from ui.widgets.search_edit import Option, SearchEdit

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.records import Choice

translate = QCoreApplication.translate

# fmt: off
LINES = (
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Person"), FieldKind.COMBO, width=170, choices=employees.choices),
    FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "Quantity"), FieldKind.UNITS, width=100),
    FieldSpec("received_on", QT_TRANSLATE_NOOP("Field", "Signed for on"), FieldKind.DAY, width=130),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=0, blank=""),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class LoadedSheet(Loaded):
    """With the people a line may name, and the departments that can be put on the sheet."""

    people: Sequence[Choice] = ()
    departments: Sequence[Choice] = ()


def _save(session: Session, actor: Actor, draft: BenefitDraft) -> int:
    return benefit_sheets.save(session, actor, draft, today=business_day())


FORM = Form(
    name="benefit_sheet",
    title_new=QT_TRANSLATE_NOOP("Form", "New benefit sheet"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Benefit sheet"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Occasion"), required=True, blank="", hint=QT_TRANSLATE_NOOP("Field", "The festival or quarter.")),
        FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Given out on"), FieldKind.DAY, required=True),
        FieldSpec("supply_id", QT_TRANSLATE_NOOP("Field", "Article"), FieldKind.COMBO, required=True, choices=supplies.choices),
    ),
    empty=lambda today: BenefitDraft(on_day=today),
    get=benefit_sheets.get,
    save=_save,
    columns=3,
)  # fmt: skip


class BenefitDialog(RecordWithLinesDialog):
    """Fields above, people below; "Put people on" lists everyone employed on the day."""

    def extras(self) -> QWidget:
        box = self.lines_box(LINES, BenefitLineDraft, 280, self._top())
        self.lines.hide_totals()
        self.resize(860, 660)
        return box

    def _top(self) -> QHBoxLayout:
        self.department = SearchEdit(self)
        self.department.setObjectName("field.department")
        self.department.setPlaceholderText(translate("Supplies", "All departments"))
        self.each = UnitsEdit(self)
        self.each.setObjectName("field.each")
        self.each.setFixedWidth(90)
        self.each.set_value(Decimal(1))
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, field in (
            (translate("Field", "Department"), self.department),
            (translate("Supplies", "For each"), self.each),
        ):
            name = QLabel(words, self)
            name.setProperty("role", "muted")
            name.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(name)
            row.addWidget(field)
        self.put_button = QPushButton(translate("Supplies", "Put people on"), self)
        self.put_button.setObjectName("action.put_people")
        self.put_button.setAutoDefault(False)
        self.put_button.setToolTip(
            translate("Supplies", "Everyone employed on the day who is not on the sheet yet")
        )
        self.put_button.clicked.connect(self.put_people)
        row.addWidget(self.put_button)
        row.addStretch(1)
        return row

    def put_people(self) -> None:
        """Everyone of the department (or of all) who is not on the sheet yet."""
        try:
            day, department, each = (
                self.body.boxes["on_day"].value(),
                self.department.value(),
                self.each.value(),
            )
        except UnreadableError as error:
            self.notice.say(str(error))
            return
        if not isinstance(day, date):
            self.body.say("on_day", translate("Errors", "This must be filled in."))
            return
        quantity = each if isinstance(each, Decimal) else Decimal(1)
        work = partial(_people, self.desk.actor, day, department, quantity)
        self.desk.tasks.read(self, work, self._put, self._refused)

    def _put(self, found: list[BenefitLineDraft]) -> None:
        typed = tuple(line for line in self.lines.drafts() or () if line.employee_id)
        known = {line.employee_id for line in typed}
        self.lines.fill((*typed, *(line for line in found if line.employee_id not in known)))
        self.touch()

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> Loaded:
        """The form with people and departments."""
        found = RecordDialog.load(form, actor, record_id, start, session)
        known = benefit_sheets.names_on(session, actor, record_id) if record_id else []
        here = employees.choices(session, actor)
        ids = {one.id for one in here}
        people = [*here, *(one for one in known if one.id not in ids)]
        return LoadedSheet(
            found.draft, found.choices, found.kept, people, departments.choices(session, actor)
        )

    def _loaded(self, loaded: Loaded) -> None:
        if isinstance(loaded, LoadedSheet):
            self.lines.offer("employee_id", loaded.people)
            self.department.set_options(
                [Option(one.id, one.label, one.hint, one.search) for one in loaded.departments]
            )
        super()._loaded(loaded)

    def fill(self, draft: BenefitDraft) -> None:
        super().fill(draft)
        self.put_button.setEnabled(not self.locked)

    def lines_words(self, refused: Refused) -> str:  # noqa: ARG002 - there is but one thing to do
        return translate("Supplies", "Put people on the sheet first.")


def _people(
    actor: Actor, day: date, department: Any, quantity: Decimal, session: Session
) -> list[BenefitLineDraft]:
    return benefit_sheets.people(session, actor, on_day=day, department_id=department, quantity=quantity)
