"""Import of the month's attendance: every problem is shown, and whose a row is asked, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from services import attendance
from services.attendance_match import SKIPPED
from services.attendance_values import AttendanceValue
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import RowsTable
from ui.payroll import clicks
from ui.payroll.attendance_rows import PEOPLE, PROBLEMS, headings, person_rows, problem_rows
from ui.payroll.column_table import ColumnTable
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.attendance import Looked
    from services.attendance_titles import FileColumn
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.progress import Progress
    from services.records import Choice

SUFFIXES = ("xlsx", "xls", "csv")
_WHO = (
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Employee"), FieldKind.COMBO, required=True, width=2),
)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of the file: what its columns are taken for, and whose rows were chosen by hand."""

    mapping: Mapping[int, AttendanceValue] | None
    chosen: Mapping[int, int]


class AttendanceImport(PaymentDialog):
    """What a file says about a month. `taken` carries the sentence about what was saved."""

    taken = Signal(str)
    looked = Signal()

    def __init__(self, desk: Desk, month: date, path: Path, parent: QWidget | None = None) -> None:
        title = translate("Payroll", "Attendance of {month}: {file}").format(
            month=f"{month:%Y-%m}", file=path.name
        )
        super().__init__(desk, "attendance_import", title, parent)
        self.resize(1080, 660)
        self.month, self.path = month, path
        self.sheet: ForeignSheet | None = None
        self.found: Looked | None = None
        self.chosen: dict[int, int] = {}
        self._command = clicks.of_dialog("attendance_import")
        self._people: list[Choice] = []
        self.told = muted(self, "told")
        hint = translate("Payroll", "Search name, number or what is wrong  Ctrl+F")
        self.problems = RowsTable("problems", headings(PROBLEMS), self, hint=hint)
        self.people = RowsTable("people", headings(PEOPLE), self, hint=hint)
        self.columns = ColumnTable(self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs.attendance")
        self._build()
        desk.tasks.read(self, partial(_people, desk.actor, month), self._read_file, self.refuse)

    def _build(self) -> None:
        for widget in (self.problems, self.people, self.columns):
            self.tabs.addTab(widget, "")
        self.who_button = self.button("choose_person", translate("Payroll", "Say who it is…"))
        self.skip_button = self.button("skip_row", translate("Payroll", "Skip the row"))
        self.take_button = self.button(
            "take", translate("Payroll", "Take over  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        for button, run in (
            (self.who_button, self.ask_person),
            (self.skip_button, self.skip),
            (self.take_button, self.take),
        ):
            button.clicked.connect(run)
            button.setEnabled(False)
        self.column.addWidget(self.told)
        self.column.addWidget(self.tabs, 1)
        self.finish(self.close_button(), self.take_button, left=(self.who_button, self.skip_button))
        self.problems.changed.connect(self._selected)
        self.problems.opened.connect(lambda _row: self.ask_person())
        self.tabs.currentChanged.connect(lambda _place: self._selected())
        self.columns.edited.connect(lambda: self.look(mapped=True))
        self._name_tabs()

    # what the file says

    def _read_file(self, people: list[Choice]) -> None:
        self._people = people
        title = translate("Payment", "Reading {file}").format(file=self.path.name)
        self.desk.tasks.aside_long(self, title, partial(_read, self.path), self._begin, self.refuse)

    def _begin(self, sheet: ForeignSheet) -> None:
        self.sheet = sheet
        work = partial(_columns, self.desk.actor, sheet)
        self.desk.tasks.read(self, work, self._show_columns, self.refuse)

    def _show_columns(
        self, found: tuple[tuple[FileColumn, ...], dict[int, AttendanceValue], tuple[str, ...]]
    ) -> None:
        self.columns.fill(*found)
        self.look(mapped=False)

    def look(self, *, mapped: bool) -> None:
        """Compare the file with our people, by what the columns are taken for."""
        if self.sheet is not None:
            asked = _Asked(self.columns.mapping() if mapped else None, dict(self.chosen))
            work = partial(_look, self.desk.actor, self.sheet, self.month, asked)
            self.desk.tasks.read(self, work, self._looked, self._not_looked)

    def _looked(self, found: Looked) -> None:
        self.found = found
        self.notice.clear()
        self.problems.fill(problem_rows(found))
        self.problems.select({0})
        self.people.fill(person_rows(found))
        self._name_tabs()
        self.told.setText(self._summary(found))
        self.told.show()
        words = translate("Payroll", "Take over {count} people  Ctrl+S")
        self.take_button.setText(words.format(count=formats.count(found.ready)))
        self.take_button.setEnabled(bool(found.ready) and not found.stops)
        if found.month is None:
            words = translate("Payroll", "The file names no month. Make sure that it is that of {month}.")
            self.notice.say(words.format(month=f"{self.month:%Y-%m}"), "amber")
        self.looked.emit()

    def _not_looked(self, refused: Refused) -> None:
        self.found = None
        self.take_button.setText(translate("Payroll", "Take over  Ctrl+S"))
        self.take_button.setEnabled(False)
        self.told.hide()
        self.refuse(refused)
        if refused.code == "attendance_file.no_column":
            self.tabs.setCurrentWidget(self.columns)

    def _summary(self, found: Looked) -> str:
        stops = found.stops
        if stops:
            words = translate(
                "Payroll",
                "{count} rows are not clear: say who it is, or skip the row. Nothing is saved before.",
            )
            return words.format(count=formats.count(stops))
        doubts = len(found.problems)
        words = translate("Payroll", "Every row is clear; {count} things to look at.")
        return (
            words.format(count=formats.count(doubts))
            if doubts
            else translate("Payroll", "Every row is clear.")
        )

    def _name_tabs(self) -> None:
        count = len(self.found.problems) if self.found else 0
        people = self.found.ready if self.found else 0
        used = len(self.found.mapping) if self.found else 0
        for place, words in enumerate(
            (
                translate("Payroll", "To look at ({count})").format(count=formats.count(count)),
                translate("Payroll", "People ({count})").format(count=formats.count(people)),
                translate("Payroll", "Columns ({count} used)").format(count=formats.count(used)),
            )
        ):
            self.tabs.setTabText(place, words)

    # what is not clear

    def _row(self) -> int:
        """The file's row of the selected problem; 0 for none that anything can be done with."""
        if self.found is None or self.tabs.currentWidget() is not self.problems:
            return 0
        selected = self.problems.selected()
        return self.found.problems[selected[0]].row if len(selected) == 1 else 0

    def _selected(self) -> None:
        row = self._row()
        self.who_button.setEnabled(bool(row))
        self.skip_button.setEnabled(bool(row))

    def ask_person(self) -> None:
        """Whose row it is: those who fit first, then everybody."""
        row = self._row()
        if not row or self.found is None:
            return
        one = next(each for each in self.found.rows if each.row.row == row)
        title = translate("Payroll", "Row {row}: {name}").format(row=row, name=one.row.name)
        about = " · ".join(filter(None, (one.row.number, one.row.department)))
        first = one.candidates[0] if one.candidates else None
        question = Question(
            title, translate("Payroll", "It is this person  Ctrl+S"), _WHO, {"employee_id": first}, about
        )

        def work(_session: Session, _actor: Actor, typed: SimpleNamespace) -> Any:
            return SimpleNamespace(id=typed.employee_id)

        dialog = ActDialog(self.desk, question, work, self)
        near = set(one.candidates)
        people = sorted(self._people, key=lambda choice: choice.id not in near)
        dialog.body.offer({"employee_id": people})
        dialog.saved.connect(partial(self._choose, row))
        dialog.open()

    def skip(self) -> None:
        """Leave the row out."""
        if row := self._row():
            self._choose(row, SKIPPED)

    def _choose(self, row: int, employee_id: int) -> None:
        self.chosen[row] = employee_id
        self.look(mapped=True)

    # what is saved

    def take(self) -> None:
        """Save what the file says, once."""
        if self.found is None or self.sheet is None or not self.take_button.isEnabled():
            return
        self.take_button.setEnabled(False)
        asked = _Asked(self.found.mapping, dict(self.chosen))
        work = partial(_take, self.desk.actor, self.sheet, self.month, asked, self._command)
        self.desk.tasks.run(self, work, self._taken, self._not_looked)

    def _taken(self, count: int) -> None:
        words = translate("Payroll", "Attendance of {month}: {count} people taken over.")
        self.taken.emit(words.format(month=f"{self.month:%Y-%m}", count=formats.count(count)))
        self.accept()


def _people(actor: Actor, month: date, session: Session) -> list[Choice]:
    return attendance.choices(session, actor, month)


def _read(path: Path, progress: Progress) -> ForeignSheet:
    progress.check()
    return read_sheet(path)


def _columns(
    actor: Actor, sheet: ForeignSheet, session: Session
) -> tuple[tuple[FileColumn, ...], dict[int, AttendanceValue], tuple[str, ...]]:
    columns, mapping, first = attendance.columns_of(session, actor, sheet)
    return columns, mapping, first


def _look(actor: Actor, sheet: ForeignSheet, month: date, asked: _Asked, session: Session) -> Looked:
    return attendance.look(session, actor, sheet, month, mapping=asked.mapping, chosen=asked.chosen)


def _take(
    actor: Actor, sheet: ForeignSheet, month: date, asked: _Asked, command_id: str, session: Session
) -> int:
    return attendance.take(
        session, actor, sheet, month, mapping=asked.mapping or {}, chosen=asked.chosen, command_id=command_id
    )
