"""People from a table: what every row would do and why it cannot, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from services import people_import
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.people_import import ComparedPeople, ComparedPerson, PersonKind
from services.people_sheets import TITLES, Problem
from ui.claims.act_dialog import ActDialog, Question
from ui.errors import SENTENCES
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.database import Session
    from services.people_import import ImportedPeople
    from services.permissions import Actor
    from ui.pages.employees import EmployeesPage
    from ui.state import Desk

LEAVE_OUT = FieldSpec("without_problems", QT_TRANSLATE_NOOP("Field", "Leave out the rows with problems"), FieldKind.CHECK, width=2)  # fmt: skip
COLUMNS = (
    FieldSpec("row", QT_TRANSLATE_NOOP("Field", "Row"), FieldKind.NUMBER, width=60),
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Employee no."), width=100),
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Full name"), width=100),
    FieldSpec("department", QT_TRANSLATE_NOOP("Field", "Department"), width=130),
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "What happens"), FieldKind.CHOICE, width=130, members=PersonKind),
    FieldSpec("why", QT_TRANSLATE_NOOP("Field", "Why not"), width=0),
)  # fmt: skip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table as the dialog shows it."""

    row: int = 0
    number: str = ""
    name: str = ""
    department: str = ""
    kind: PersonKind = PersonKind.NEW
    why: str = ""


class PeopleDialog(ActDialog):
    """The rows with problems first; Import carries out what fits."""

    def __init__(self, desk: Desk, sheet: ForeignSheet, found: ComparedPeople, parent: QWidget) -> None:
        self._found = found
        click = str(uuid4())

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> ImportedPeople:
            leave_out = bool(getattr(typed, "without_problems", False))
            return people_import.apply(
                session, actor, sheet, command_id=click, today=desk.today(), without_problems=leave_out
            )

        problems = PersonKind.PROBLEM in found.counts
        question = Question(
            title=translate("Personnel", "Import people from {file}").format(file=found.file),
            button=translate("Personnel", "Import  Ctrl+S"),
            fields=(LEAVE_OUT,) if problems else (),
            values={"without_problems": False},
        )
        super().__init__(desk, question, work, parent)
        room = parent.window().size()
        self.resize(self.sizeHint().boundedTo(room))

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.counts = QLabel(self._counted(), box)
        self.counts.setObjectName("label.counts")
        self.table = LineTable("people", COLUMNS, ShownRow, self.desk.today, box)
        self.table.hide_totals()
        self.table.fill([_shown(row) for row in sorted(self._found.rows, key=_order)])
        self.table.set_locked(True)
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)
        return box

    def _counted(self) -> str:
        counts = self._found.counts
        return " · ".join(f"{label(kind)} {counts[kind]}" for kind in PersonKind if counts.get(kind))

    def sizeHint(self) -> QSize:
        return QSize(1040, 600)


def import_people(page: EmployeesPage) -> QFileDialog:
    """Ask for a table, read it in a process of its own, show what it would do."""
    dialog = QFileDialog(page, translate("Personnel", "Import people from a table"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Personnel", "Tables (*.xlsx *.xls *.csv)"))
    dialog.fileSelected.connect(lambda name: show_file(page, Path(name)))
    dialog.open()
    return dialog


def show_file(page: EmployeesPage, path: Path) -> None:
    """Compare a table with who is here."""
    actor = page.desk.actor

    def compared(sheet: ForeignSheet) -> None:
        work = partial(_compare, actor, sheet)
        page.desk.tasks.read(page, work, partial(_open, page, sheet))

    page.desk.tasks.aside(page, lambda: read_sheet(path), compared)


def _compare(actor: Actor, sheet: ForeignSheet, session: Session) -> ComparedPeople:
    return people_import.compare(session, actor, sheet)


def _open(page: EmployeesPage, sheet: ForeignSheet, found: ComparedPeople) -> None:
    dialog = PeopleDialog(page.desk, sheet, found, page)
    dialog.saved.connect(lambda _id: page.refresh())
    dialog.open()


def _order(row: ComparedPerson) -> tuple[bool, int]:
    return row.kind is not PersonKind.PROBLEM, row.person.row


def _shown(row: ComparedPerson) -> ShownRow:
    person = row.person
    why = " ".join(_words(problem) for problem in row.problems)
    return ShownRow(person.row, person.number, person.name, person.department, row.kind, why)


def _words(problem: Problem) -> str:
    said = translate("Errors", SENTENCES[problem.code]).format(value=problem.value)
    words = translate("Personnel", "{column}: {sentence}")
    return words.format(column=TITLES[problem.column][0], sentence=said)
