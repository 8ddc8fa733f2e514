"""Rosters and certificates: who is insured in a month, what was paid for one person, a certificate for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import insurance_prefill, insurance_rosters
from services.insurance_rosters import RosterKind
from services.terms import Fund
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog, muted
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody
from ui.widgets.print_preview import PrintJob, PrintPreview

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from services.reports.sheet import Sheet
    from ui.state import Desk

FIELDS = (
    FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Paper"), FieldKind.CHOICE, required=True, members=RosterKind, width=2),
    FieldSpec("fund", QT_TRANSLATE_NOOP("Field", "Fund"), FieldKind.CHOICE, required=True, members=Fund),
    FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True, blank=""),
    FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Person"), FieldKind.COMBO, required=True, choices=insurance_rosters.people_choices, width=2),
    FieldSpec("first", QT_TRANSLATE_NOOP("Field", "First month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
    FieldSpec("last", QT_TRANSLATE_NOOP("Field", "Last month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
)  # fmt: skip
_OF_MONTH = {"fund", "city", "last"}
_OF_PERSON = {"employee_id", "first", "last"}
_MONTHS = 12

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed; months by any of their days."""

    kind: RosterKind = RosterKind.ROSTER
    fund: Fund = Fund.SOCIAL
    city: str = ""
    employee_id: int | None = None
    first: date | None = None
    last: date | None = None


class RostersDialog(PaymentDialog):
    """Which paper, of whom, from when to when; then preview or workbook."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, employee_id: int | None = None) -> None:
        super().__init__(
            desk, "insurance_rosters", translate("Remittance", "Rosters and certificates"), parent
        )
        self.body = FormBody(FIELDS, desk.today, self)
        self.about = muted(self, "about")
        preview = self.button(
            "preview", translate("Insurance", "Preview  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.workbook = self.button("workbook", translate("Insurance", "Save as workbook…"))
        preview.clicked.connect(self.preview)
        self.workbook.clicked.connect(self.export)
        self.column.addWidget(self.body)
        self.column.addWidget(self.about)
        self.column.addStretch(1)
        self.finish(self.close_button(translate("Form", "Close")), self.workbook, preview)
        today = desk.today()
        kind = RosterKind.ROSTER if employee_id is None else RosterKind.STATEMENT
        self.body.fill(Wanted(kind, employee_id=employee_id, first=_months_back(today, _MONTHS), last=today))
        self.body.boxes["kind"].editor.edited.connect(self._show_fields)
        self._show_fields()
        self.resize(600, 380)
        desk.tasks.read(self, partial(_begin, desk.actor), partial(self._begin, employee_id), self.refuse)

    def _begin(self, employee_id: int | None, found: tuple[str, list[Any]]) -> None:
        city, people = found
        self.body.offer({"employee_id": people})
        self.body.boxes["city"].editor.set_value(city)
        self.body.boxes["employee_id"].editor.set_value(employee_id)

    def _show_fields(self) -> None:
        """Only what this paper asks for."""
        wanted: Wanted = self.body.peek(Wanted())
        needed = self._needed(wanted)
        for name, box in self.body.boxes.items():
            box.setVisible(name == "kind" or name in needed)
        self.workbook.setVisible(wanted.kind is not RosterKind.STATEMENT)
        self.about.setText(_about(wanted.kind))

    def _needed(self, wanted: Wanted) -> set[str]:
        return _OF_MONTH if wanted.kind is RosterKind.ROSTER else _OF_PERSON

    def _wanted(self) -> Wanted | None:
        values = self.body.values()
        if values is None:
            return None
        wanted = Wanted(**values)  # type: ignore[arg-type]  # the fields are those of the choice
        for name in sorted(self._needed(wanted)):
            if values[name] in (None, ""):
                self.body.say(name, translate("Errors", "This must be filled in."))
                return None
        return wanted

    def preview(self) -> PrintPreview | None:
        """The paper as it will be printed."""
        wanted = self._wanted()
        if wanted is None:
            return None
        title = self.windowTitle()
        if wanted.kind is not RosterKind.STATEMENT:
            return print_sheets(self.desk, self, "insurance_roster", title, partial(_sheets, wanted))
        job = PrintJob("insurance_statement", title, ("A4",), partial(_statement, self.desk, wanted))
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview

    def export(self) -> None:
        """The roster or the record as a workbook."""
        wanted = self._wanted()
        if wanted is not None:
            export_sheet(self.desk, self, partial(_sheets, wanted))


def _about(kind: RosterKind) -> str:
    return {
        RosterKind.ROSTER: translate("Remittance", "Everybody insured in the month, with bases and both parts."),
        RosterKind.RECORD: translate("Remittance", "What was archived for one person, month by month."),
        RosterKind.STATEMENT: translate("Remittance", "The company's statement that somebody is insured, with the months that were archived; to be sealed."),
    }[kind]  # fmt: skip


def _months_back(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 - (count - 1)
    return date(months // 12, months % 12 + 1, 1)


def _begin(actor: Actor, session: Session) -> tuple[str, list[Any]]:
    return insurance_prefill.city(session, actor), insurance_rosters.people_choices(session, actor)


def _sheets(wanted: Wanted, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    assert wanted.last is not None, "asked for before"
    if wanted.kind is RosterKind.ROSTER:
        return (insurance_rosters.roster(session, actor, wanted.fund, wanted.city, wanted.last),)
    assert wanted.employee_id is not None, "asked for before"
    assert wanted.first is not None, "asked for before"
    return (insurance_rosters.record(session, actor, wanted.employee_id, wanted.first, wanted.last),)


def _statement(desk: Desk, wanted: Wanted, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.insurance_statement import statement_pdf

    assert wanted.employee_id is not None, "asked for before"
    assert wanted.first is not None, "asked for before"
    assert wanted.last is not None, "asked for before"
    found = insurance_rosters.statement(
        session, desk.actor, wanted.employee_id, wanted.first, wanted.last, desk.today()
    )
    return statement_pdf(found, settings)
