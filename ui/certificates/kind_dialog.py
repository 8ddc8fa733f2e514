"""The form of a kind of certificate: validity and reminders, yearly duties and steps of the renewal as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import certificate_kinds
from services.certificate_kinds import DutyLine, KindDraft, StepLine
from services.terms import DutyKind, DutyRhythm, HolderType
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.line_table import LineTable
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from services.errors import Refused

_WIDE = 1300  # ten columns of duties, and room for what they are called
DUTIES = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Duty"), width=0, blank=""),
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.CHOICE, required=True, width=120, members=DutyKind),
    FieldSpec("rhythm", QT_TRANSLATE_NOOP("Field", "Rhythm"), FieldKind.CHOICE, required=True, width=124, members=DutyRhythm),
    FieldSpec("from_day", QT_TRANSLATE_NOOP("Field", "From (MM-DD)"), width=108, blank=""),
    FieldSpec("to_day", QT_TRANSLATE_NOOP("Field", "To (MM-DD)"), width=108, blank=""),
    FieldSpec("next_year", QT_TRANSLATE_NOOP("Field", "Next year on"), FieldKind.CHECK, width=112, blank=False),
    FieldSpec("months", QT_TRANSLATE_NOOP("Field", "Every … months"), FieldKind.NUMBER, width=102),
    FieldSpec("open_days", QT_TRANSLATE_NOOP("Field", "Days open before"), FieldKind.NUMBER, width=112),
    FieldSpec("longest", QT_TRANSLATE_NOOP("Field", "Months at most"), FieldKind.NUMBER, width=102),
    FieldSpec("hours", QT_TRANSLATE_NOOP("Field", "Hours needed"), FieldKind.QUANTITY, width=90),
)  # fmt: skip
STEPS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Step of the renewal"), width=300, blank=""),
    FieldSpec("days", QT_TRANSLATE_NOOP("Field", "Days before the end"), FieldKind.NUMBER, width=130),
    FieldSpec("months", QT_TRANSLATE_NOOP("Field", "or months before"), FieldKind.NUMBER, width=122),
    FieldSpec("start", QT_TRANSLATE_NOOP("Field", "May begin then"), FieldKind.CHECK, width=110, blank=False),
    FieldSpec("papers", QT_TRANSLATE_NOOP("Field", "Papers, commas between"), width=0, blank=""),
)
FORM = Form(
    name="certificate_kind",
    title_new=QT_TRANSLATE_NOOP("Form", "New kind of certificate"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Kind of certificate"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, width=2, blank=""),
        FieldSpec("group", QT_TRANSLATE_NOOP("Field", "Group"), blank=""),
        FieldSpec("holder", QT_TRANSLATE_NOOP("Field", "Held by"), FieldKind.CHOICE, required=True, members=HolderType),
        FieldSpec("months", QT_TRANSLATE_NOOP("Field", "Months valid"), FieldKind.NUMBER, blank=0, hint=QT_TRANSLATE_NOOP("Field", "0: no usual validity.")),
        FieldSpec("lead_days", QT_TRANSLATE_NOOP("Field", "Apply so many days before"), FieldKind.NUMBER, blank=0),
        FieldSpec("reminders", QT_TRANSLATE_NOOP("Field", "Remind, days before"), blank="", hint=QT_TRANSLATE_NOOP("Field", "For example 180, 90, 60, 30, 7.")),
        FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Usual cost"), FieldKind.MONEY),
        FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Source"), width=2, blank=""),
        FieldSpec("confirmed", QT_TRANSLATE_NOOP("Field", "Compared with the rules in force"), FieldKind.CHECK),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: KindDraft(),
    get=certificate_kinds.get,
    save=certificate_kinds.save,
    columns=4,
)  # fmt: skip

translate = QCoreApplication.translate


class KindDialog(RecordDialog):
    """The fields, and below them what recurs every year and how it is renewed."""

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.lists: dict[str, LineTable] = {}
        duties = translate("Certificates", "Yearly duties: within a period (01-01 to 06-30), or every so many months from the first day")  # fmt: skip
        steps = translate(
            "Certificates", "Steps of the renewal: the last day for each, counted from the end of validity"
        )
        self._add(column, "duties", duties, DUTIES, DutyLine)
        self._add(column, "steps", steps, STEPS, StepLine)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(self.sizeHint().expandedTo(QSize(_WIDE, 0)).boundedTo(room))
        return box

    def _add(
        self, column: QVBoxLayout, name: str, words: str, specs: Sequence[FieldSpec], line: type[Any]
    ) -> None:
        heading = QLabel(words, self)
        heading.setProperty("role", "group")
        table = LineTable(name, specs, line, self.desk.today, self)
        table.hide_totals()
        table.view.show_titles()
        table.setMinimumHeight(118)
        table.edited.connect(self.touch)
        column.addWidget(heading)
        column.addWidget(table, 1)
        self.lists[name] = table

    def fill(self, draft: KindDraft) -> None:
        super().fill(draft)
        for name, table in self.lists.items():
            table.fill(getattr(draft, name))
            table.set_locked(self.locked)

    def gather(self) -> KindDraft | None:
        draft: KindDraft | None = super().gather()
        if draft is None:
            return None
        found: dict[str, Any] = {}
        for name, table in self.lists.items():
            lines = table.drafts()
            if lines is None:
                self.notice.say(table.complaint())
                return None
            found[name] = lines
        return replace(draft, **found)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"lists": {name: table.kept() for name, table in self.lists.items()}}

    def restore(self, kept: dict[str, Any]) -> None:
        super().restore({name: value for name, value in kept.items() if name != "lists"})
        for name, lines in kept.get("lists", {}).items():
            self.lists[name].restore(lines)

    def place(self, refused: Refused) -> bool:
        name, _, cell = (refused.field or "").partition(".")
        if name not in self.lists:
            return super().place(refused)
        self.lists[name].say(cell if "." in cell else f"{cell}.name", sentence(refused))
        self.notice.say(sentence(refused))
        return True

    def sizeHint(self) -> QSize:
        return QSize(1180, 660)
