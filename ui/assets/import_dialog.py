"""An existing register taken over from a table: every row and why not, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from services import asset_import
from services.asset_import import ComparedAsset, ComparedRegister
from services.asset_sheets import TITLES
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from ui.claims.act_dialog import ActDialog, Question
from ui.errors import SENTENCES, shown
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.database import Session
    from services.people_sheets import Problem
    from services.permissions import Actor
    from ui.pages.fixed_assets import FixedAssetsPage

# fmt: off
CHARGED_TO = FieldSpec("charged_to", QT_TRANSLATE_NOOP("Field", "Charged up to"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "The day the table's accumulated depreciation counts to."))
LEAVE_OUT = FieldSpec("without_problems", QT_TRANSLATE_NOOP("Field", "Leave out the rows with problems"), FieldKind.CHECK)
COLUMNS = (
    FieldSpec("row", QT_TRANSLATE_NOOP("Field", "Row"), FieldKind.NUMBER, width=56),
    FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Asset no."), width=120),
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), width=130),
    FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Original cost"), FieldKind.MONEY, width=110),
    FieldSpec("accumulated", QT_TRANSLATE_NOOP("Field", "Charged before"), FieldKind.MONEY, width=136),
    FieldSpec("holder", QT_TRANSLATE_NOOP("Field", "Stands with"), width=150),
    FieldSpec("why", QT_TRANSLATE_NOOP("Field", "Why not"), width=0),
)
# fmt: on
MOST_TALL = 200  # rows whose height follows their text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table as the dialog shows it."""

    row: int = 0
    number: str = ""
    name: str = ""
    cost: Decimal | None = None
    accumulated: Decimal | None = None
    holder: str = ""
    why: str = ""


class ImportDialog(ActDialog):
    """The rows with problems first; Import carries out what fits, all of it or nothing."""

    def __init__(
        self, page: FixedAssetsPage, sheet: ForeignSheet, found: ComparedRegister, charged_to: date
    ) -> None:
        self._found = found
        click, today = str(uuid4()), page.desk.today()

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
            asset_import.apply(
                session, actor, sheet, charged_to=typed.charged_to, command_id=click, today=today,
                without_problems=bool(getattr(typed, "without_problems", False)),
            )  # fmt: skip
            return SimpleNamespace(id=0)

        question = Question(
            title=translate("Assets", "Take over the register {file}").format(file=found.file),
            button=translate("Assets", "Take over  Ctrl+S"),
            fields=(CHARGED_TO, LEAVE_OUT) if found.problems else (CHARGED_TO,),
            values={"charged_to": charged_to, "without_problems": False},
        )
        super().__init__(page.desk, question, work, page)
        self.setObjectName("dialog.asset_import")
        self.resize(self.sizeHint().boundedTo(page.window().size()))

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.counts = QLabel(self._counted(), box)
        self.counts.setObjectName("label.counts")
        self.table = LineTable("assets", COLUMNS, ShownRow, self.desk.today, box)
        self.table.hide_totals()
        self.table.fill([_shown(row) for row in sorted(self._found.rows, key=_order)])
        self.table.set_locked(True)
        self.table.view.setWordWrap(True)
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)
        return box

    def _counted(self) -> str:
        found = self._found
        words = translate("Assets", "To take over {count} · cost {cost} · charged before {accumulated}")
        told = words.format(
            count=len(found.rows) - found.problems,
            cost=formats.yuan(found.cost),
            accumulated=formats.yuan(found.accumulated),
        )
        if not found.problems:
            return told
        problems = translate("Assets", "with problems {count}").format(count=found.problems)
        return f"{told} · {problems}"

    def showEvent(self, event: QShowEvent) -> None:
        """What is wrong with a row is told whole, on as many lines as it takes, and on more when there is less room."""
        super().showEvent(event)
        self._heighten()
        self.table.view.horizontalHeader().sectionResized.connect(self._heighten)

    def _heighten(self) -> None:
        for place in range(min(self._found.problems, MOST_TALL)):
            self.table.view.resizeRowToContents(place)

    def sizeHint(self) -> QSize:
        return QSize(1080, 600)


def import_register(page: FixedAssetsPage) -> QFileDialog:
    """Ask for a table, read it in a process of its own, show what it would do."""
    dialog = QFileDialog(page, translate("Assets", "Take over a register from a table"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Personnel", "Tables (*.xlsx *.xls *.csv)"))
    dialog.fileSelected.connect(lambda name: show_file(page, Path(name)))
    dialog.open()
    return dialog


def show_file(page: FixedAssetsPage, path: Path) -> None:
    """Compare a table with what is here; what was charged counts to the end of last month."""
    charged_to = page.desk.today().replace(day=1) - timedelta(days=1)

    def compared(sheet: ForeignSheet) -> None:
        work = partial(_compare, page.desk.actor, sheet, charged_to, page.desk.today())
        page.desk.tasks.read(page, work, partial(_open, page, sheet, charged_to))

    page.desk.tasks.aside(page, partial(read_sheet, path, merged=True), compared)


def _compare(
    actor: Actor, sheet: ForeignSheet, charged_to: date, today: date, session: Session
) -> ComparedRegister:
    return asset_import.compare(session, actor, sheet, charged_to=charged_to, today=today)


def _open(
    page: FixedAssetsPage, sheet: ForeignSheet, charged_to: date, found: ComparedRegister
) -> ImportDialog:
    dialog = ImportDialog(page, sheet, found, charged_to)
    dialog.saved.connect(lambda _id: page.refresh())
    dialog.open()
    return dialog


def _order(row: ComparedAsset) -> tuple[bool, int]:
    return not row.problems, row.row.row


def _shown(one: ComparedAsset) -> ShownRow:
    row = one.row
    where = " · ".join(filter(None, (row.text("department"), row.text("employee"), row.text("place"))))
    why = " ".join(_words(problem) for problem in one.problems)
    return ShownRow(
        row.row, one.number, row.text("name"), one.draft.cost, one.draft.opening_accumulated, where, why
    )


def _words(problem: Problem) -> str:
    """The sentence about a cell, after its column's title; what a sentence wants to name is what stands there."""
    said = translate("Errors", SENTENCES[problem.code]).format_map(shown({"value": problem.value, "longest": problem.value, "most": problem.value, "limit": problem.value, "until": problem.value, "cost": problem.value, "months": problem.value, "bought": problem.value}))  # fmt: skip
    words = translate("Personnel", "{column}: {sentence}")
    return words.format(column=TITLES[problem.column][0], sentence=said)
