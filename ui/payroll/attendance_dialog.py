"""The attendance of a month, to look at and to correct by hand; whole columns are pasted from Excel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import attendance
from services.attendance_records import AttendanceDraft
from services.permissions import Permission
from ui.errors import sentence
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payroll import clicks
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.records import Choice
    from services.terms import RunState

    type Loaded = tuple[list[AttendanceDraft], list[Choice], RunState | None]

_NARROW, _WIDE = 50, 60
COLUMNS = (
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, required=True, width=76),
    FieldSpec("due", QT_TRANSLATE_NOOP("Field", "Days due"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("worked", QT_TRANSLATE_NOOP("Field", "Worked"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("absent", QT_TRANSLATE_NOOP("Field", "Absent"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("personal", QT_TRANSLATE_NOOP("Field", "Personal"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("sick", QT_TRANSLATE_NOOP("Field", "Sick"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("annual", QT_TRANSLATE_NOOP("Field", "Annual"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("compensatory", QT_TRANSLATE_NOOP("Field", "Time off"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("marriage", QT_TRANSLATE_NOOP("Field", "Marriage"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("maternity", QT_TRANSLATE_NOOP("Field", "Maternity"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("paternity", QT_TRANSLATE_NOOP("Field", "Paternity"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("bereavement", QT_TRANSLATE_NOOP("Field", "Mourning"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("injury", QT_TRANSLATE_NOOP("Field", "Injury"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("other", QT_TRANSLATE_NOOP("Field", "Other"), FieldKind.QUANTITY, width=_NARROW),
    FieldSpec("late_times", QT_TRANSLATE_NOOP("Field", "Late"), FieldKind.NUMBER, width=_NARROW),
    FieldSpec("overtime_weekday", QT_TRANSLATE_NOOP("Field", "OT week"), FieldKind.QUANTITY, width=_WIDE),
    FieldSpec("overtime_rest", QT_TRANSLATE_NOOP("Field", "OT rest"), FieldKind.QUANTITY, width=_WIDE),
    FieldSpec("overtime_holiday", QT_TRANSLATE_NOOP("Field", "OT holiday"), FieldKind.QUANTITY, width=_WIDE),
)  # fmt: skip

translate = QCoreApplication.translate


class AttendanceDialog(PaymentDialog):
    """Days and hours of everybody employed in a month. `saved` tells that something was stored."""

    saved = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, month: date, parent: QWidget | None = None) -> None:
        title = translate("Payroll", "Attendance of {month}").format(month=f"{month:%Y-%m}")
        super().__init__(desk, "attendance", title, parent)
        self.resize(1340, 660)
        self.month, self._dirty = month, False
        self._command = clicks.of_dialog("attendance")
        self.told = muted(self, "told")
        self.table = LineTable("attendance", COLUMNS, AttendanceDraft, desk.today, self)
        self.table.hide_totals()
        self.save_button = self.button("save", translate("Form", "Save  Ctrl+S"), primary=True, keys="Ctrl+S")
        self.save_button.clicked.connect(self.save)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        self.finish(self.close_button(), self.save_button)
        self.table.edited.connect(self._edited)
        desk.tasks.read(self, partial(_load, desk.actor, month), self._loaded, self.refuse)

    def _loaded(self, found: Loaded) -> None:
        drafts, choices, closed = found
        self.table.offer("employee_id", choices)
        self.table.fill(drafts)
        locked = closed is not None or not self.desk.can(Permission.PAYROLL_EDIT)
        self.table.set_locked(locked)
        self.table.view.show_titles()
        self.save_button.setVisible(not locked)
        self._tell(drafts, closed)
        self._dirty = False
        self.table.begin()
        self.loaded.emit()

    def _tell(self, drafts: Sequence[AttendanceDraft], closed: RunState | None) -> None:
        if closed is not None:
            words = translate(
                "Payroll", "The sheet that pays this month: {state}. Attendance stays as it is."
            )
            self.told.setText(words.format(state=label(closed)))
            return
        proposed = sum(draft.version is None for draft in drafts)
        words = translate("Payroll", "{count} people; days and hours, Ctrl+V pastes from Excel.")
        parts = [words.format(count=formats.count(len(drafts)))]
        if proposed:
            words = translate("Payroll", "{count} of them are only proposed: the whole month worked.")
            parts.append(words.format(count=formats.count(proposed)))
        self.told.setText(" ".join(parts))

    def _edited(self) -> None:
        self._dirty = True

    def save(self) -> None:
        """Store every line; what is wrong is said at its cell."""
        if not self.save_button.isEnabled():
            return
        drafts = self.table.drafts()
        if drafts is None:
            self.notice.say(self.table.complaint())
            return
        self.save_button.setEnabled(False)
        work = partial(_save, self.desk.actor, self.month, drafts, self._command)
        self.desk.tasks.run(self, work, self._saved, self._not_saved)

    def _saved(self, _count: int) -> None:
        self._dirty = False
        self.saved.emit()
        self.accept()

    def _not_saved(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        field = (refused.field or "").removeprefix("lines.")
        if not (field and self.table.say(field, sentence(refused))):
            self.refuse(refused)

    def reject(self) -> None:
        """Esc asks when something was typed."""
        if not self._dirty:
            super().reject()
            return
        ask(
            self,
            translate("Payroll", "Close without saving?"),
            translate("Form", "Close"),
            super().reject,
        )


def _load(actor: Actor, month: date, session: Session) -> Loaded:
    drafts = attendance.of_month(session, actor, month)
    people = attendance.choices(session, actor, month)
    return drafts, people, attendance.closed_by(session, actor, month)


def _save(
    actor: Actor, month: date, drafts: Sequence[AttendanceDraft], command_id: str, session: Session
) -> int:
    return attendance.save(session, actor, month, drafts, command_id=command_id)
