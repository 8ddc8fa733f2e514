"""Tender notices from a list or from pasted text: what every row would do and why it cannot, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from services import bid_lead_import
from services.bid_lead_import import ComparedLead, ComparedLeads, LeadKind
from services.bid_lead_sheets import TITLES, pasted
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from ui.claims.act_dialog import ActDialog, Question
from ui.errors import SENTENCES
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import tell
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from services.database import Session
    from services.people_sheets import Problem
    from services.permissions import Actor
    from ui.pages.bid_leads import BidLeadsPage

TABLES = (".xlsx", ".xls", ".csv")
AGAIN_MS = 400
MOST_LEFT_OUT, MOST_SIGNS = 4, 40
PROVINCE = FieldSpec("province", QT_TRANSLATE_NOOP("Field", "Province"), blank="", hint=QT_TRANSLATE_NOOP("Field", "For the rows that name none."))  # fmt: skip
WITH_ALIKE = FieldSpec("with_alike", QT_TRANSLATE_NOOP("Field", "Take those that are perhaps there too"), FieldKind.CHECK)  # fmt: skip
LEAVE_OUT = FieldSpec("without_problems", QT_TRANSLATE_NOOP("Field", "Leave out the rows with problems"), FieldKind.CHECK)  # fmt: skip
TEXT = FieldSpec("text", QT_TRANSLATE_NOOP("Field", "Copied rows"), FieldKind.LONG_TEXT, required=True, width=2, blank="")  # fmt: skip
COLUMNS = (
    FieldSpec("row", QT_TRANSLATE_NOOP("Field", "Row"), FieldKind.NUMBER, width=52),
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "What happens"), FieldKind.CHOICE, width=104, members=LeadKind),
    FieldSpec("province", QT_TRANSLATE_NOOP("Field", "Province"), width=72),
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Title of the notice"), width=230),
    FieldSpec("owner", QT_TRANSLATE_NOOP("Field", "Tendering party"), width=130),
    FieldSpec("budget", QT_TRANSLATE_NOOP("Field", "Budget"), FieldKind.MONEY, width=110),
    FieldSpec("why", QT_TRANSLATE_NOOP("Field", "Why"), width=0),
)  # fmt: skip
ORDER = (LeadKind.PROBLEM, LeadKind.ALIKE, LeadKind.NEW, LeadKind.KNOWN)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the list as the dialog shows it."""

    row: int = 0
    kind: LeadKind = LeadKind.NEW
    province: str = ""
    title: str = ""
    owner: str = ""
    budget: Decimal | None = None
    why: str = ""


class LeadsDialog(ActDialog):
    """The rows with problems first; Import enters what is new, all of it or nothing."""

    def __init__(self, page: BidLeadsPage, sheet: ForeignSheet, found: ComparedLeads) -> None:
        self._found, self._sheet, self._asked = found, sheet, ""
        click = str(uuid4())

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> SimpleNamespace:
            entered = bid_lead_import.apply(
                session, actor, sheet, command_id=click, today=page.desk.today(),
                province=getattr(typed, "province", ""),
                without_problems=bool(getattr(typed, "without_problems", False)),
                with_alike=bool(getattr(typed, "with_alike", True)),
            )  # fmt: skip
            return SimpleNamespace(id=entered)

        named = found.file or translate("Lead", "what was pasted")
        question = Question(
            title=translate("Lead", "Notices from {file}").format(file=named),
            button=translate("Lead", "Import  Ctrl+S"),
            fields=tuple(_fields(found)),
            values={"with_alike": True, "without_problems": False, "province": ""},
        )
        super().__init__(page.desk, question, work, page)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.compare_again)
        if "province" in self.body.boxes:
            self.body.boxes["province"].editor.edited.connect(self._again.start)
        self.resize(self.sizeHint().boundedTo(page.window().size()))

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.counts = QLabel(box)
        self.counts.setObjectName("label.counts")
        self.counts.setWordWrap(True)
        self.table = LineTable("bid_leads", COLUMNS, ShownRow, self.desk.today, box)
        self.table.hide_totals()
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)
        self._show(self._found)
        return box

    def compare_again(self) -> None:
        """With the province that was typed meanwhile."""
        self._asked = province = str(self.body.boxes["province"].editor.value())

        def done(found: ComparedLeads) -> None:
            if province == self._asked:
                self._show(found)

        work = partial(_compare, self.desk.actor, self._sheet, province)
        self.desk.tasks.read(self, work, done, self._refused)

    def _show(self, found: ComparedLeads) -> None:
        counts, self._found = found.counts, found
        told = (f"{label(kind)} {counts[kind]}" for kind in LeadKind if counts.get(kind))
        self.counts.setText("\n".join(filter(None, (" · ".join(told), _left_out(found)))))
        self.table.fill([_shown(row) for row in sorted(found.rows, key=_order)])
        self.table.set_locked(True)

    def sizeHint(self) -> QSize:
        return QSize(1180, 640)


class PasteDialog(ActDialog):
    """A large field for rows copied out of a spreadsheet or a page."""

    def __init__(self, page: BidLeadsPage) -> None:
        self.read: tuple[ForeignSheet, ComparedLeads] | None = None

        def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
            sheet = pasted(typed.text)
            self.read = sheet, bid_lead_import.compare(session, actor, sheet)

        question = Question(
            title=translate("Lead", "Paste a list of notices"),
            button=translate("Lead", "Look at it  Ctrl+S"),
            fields=(TEXT,),
            values={"text": ""},
            about=translate(
                "Lead",
                "From a spreadsheet or a table of a page: with the row of titles. From a plain list: a title a line,"
                " [province] before it and the day behind it where they are known.",
            ),
        )
        super().__init__(page.desk, question, work, page)
        self.body.boxes["text"].widget.setFixedHeight(300)

    def gather(self) -> SimpleNamespace | None:
        found = super().gather()
        if found is not None:  # an empty first cell is a tab that counts
            found.text = self.body.boxes["text"].editor.kept()
        return found

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(900, 480))


def _fields(found: ComparedLeads) -> list[FieldSpec]:
    nameless = any(problem.code == "bid_lead.row_province" for row in found.rows for problem in row.problems)
    wanted = (
        (PROVINCE, nameless),
        (WITH_ALIKE, nameless or LeadKind.ALIKE in found.counts),
        (LEAVE_OUT, LeadKind.PROBLEM in found.counts),
    )
    return [spec for spec, needed in wanted if needed]


def choose_file(page: BidLeadsPage, _ids: list[int]) -> QFileDialog:
    """Ask for a table, read it in a process of its own, show what it would do."""
    dialog = QFileDialog(page, translate("Lead", "Import a list of notices"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Personnel", "Tables (*.xlsx *.xls *.csv)"))
    dialog.fileSelected.connect(lambda name: show_file(page, Path(name)))
    dialog.open()
    return dialog


def show_file(page: BidLeadsPage, path: Path) -> None:
    """Compare a table with the notices known."""

    def compared(sheet: ForeignSheet) -> None:
        work = partial(_compare, page.desk.actor, sheet, "")
        page.desk.tasks.read(page, work, partial(show_compared, page, sheet))

    page.desk.tasks.aside(page, lambda: read_sheet(path, merged=True), compared)


def paste(page: BidLeadsPage, _ids: list[int]) -> PasteDialog:
    """Rows copied elsewhere."""
    dialog = PasteDialog(page)

    def looked(_id: int) -> None:
        if dialog.read is not None:
            show_compared(page, *dialog.read)

    dialog.saved.connect(looked)
    dialog.open()
    return dialog


def show_compared(page: BidLeadsPage, sheet: ForeignSheet, found: ComparedLeads) -> LeadsDialog:
    """Every row with what happens, to be imported or not."""
    dialog = LeadsDialog(page, sheet, found)

    def entered(count: int) -> None:
        page.refresh()
        if count:
            tell(page, translate("Lead", "{count} notices entered.").format(count=count))

    dialog.saved.connect(entered)
    dialog.open()
    return dialog


def _left_out(found: ComparedLeads) -> str:
    """Which rows are taken for no notices, so that nothing goes missing unseen."""
    if not found.left_out:
        return ""
    one = translate("Lead", "row {row} “{text}”")
    shown = [one.format(row=row.row, text=row.text[:MOST_SIGNS]) for row in found.left_out[:MOST_LEFT_OUT]]
    words = translate("Lead", "{count} rows not read, they name no notice: {rows}")
    more = " …" if len(found.left_out) > MOST_LEFT_OUT else ""
    return words.format(count=len(found.left_out), rows=formats.apart(shown) + more)


def _compare(actor: Actor, sheet: ForeignSheet, province: str, session: Session) -> ComparedLeads:
    return bid_lead_import.compare(session, actor, sheet, province)


def _order(row: ComparedLead) -> tuple[int, int]:
    return ORDER.index(row.kind), row.lead.row


def _shown(row: ComparedLead) -> ShownRow:
    lead = row.lead
    why = " ".join(_words(problem) for problem in row.problems)
    if row.like and row.kind is LeadKind.ALIKE:
        why = translate("Lead", "Perhaps the same as “{title}”.").format(title=row.like)
    return ShownRow(lead.row, row.kind, lead.province, lead.title, lead.owner, lead.budget, why)


def _words(problem: Problem) -> str:
    said = translate("Errors", SENTENCES[problem.code]).format(value=problem.value)
    words = translate("Personnel", "{column}: {sentence}")
    return words.format(column=TITLES[problem.column][0], sentence=said)
