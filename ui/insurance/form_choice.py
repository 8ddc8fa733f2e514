"""Which form is printed: of a fund, a city and a month; on paper or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services import durable, insurance_forms, insurance_prefill
from services.permissions import Permission
from services.terms import Fund
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.frame import PaymentDialog
from ui.widgets.confirm import tell
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody
from ui.widgets.print_preview import PrintJob, PrintPreview, cannot_write

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from ui.state import Desk

FIELDS = (
    FieldSpec("fund", QT_TRANSLATE_NOOP("Field", "Fund"), FieldKind.CHOICE, required=True, members=Fund),
    FieldSpec("month", QT_TRANSLATE_NOOP("Field", "Month"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "Any day of the month.")),
    FieldSpec("city", QT_TRANSLATE_NOOP("Field", "City"), required=True, blank=""),
    FieldSpec("unit_number", QT_TRANSLATE_NOOP("Field", "The company's number with the fund"), blank=""),
)  # fmt: skip
PAPERS = ("A4 landscape",)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be printed."""

    fund: Fund = Fund.SOCIAL
    month: date | None = None
    city: str = ""
    unit_number: str = ""


class FormChoice(PaymentDialog):
    """Preview or workbook; the company's number is remembered for the next time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "insurance_form", translate("Insurance", "Forms of a month"), parent)
        self.body = FormBody(FIELDS, desk.today, self)
        self.column.addWidget(self.body)
        self.column.addStretch(1)
        preview = self.button(
            "preview", translate("Insurance", "Preview  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        workbook = self.button("workbook", translate("Insurance", "Save as workbook…"))
        preview.clicked.connect(lambda: self._with_choice(self.preview))
        workbook.clicked.connect(lambda: self._with_choice(self.choose_file))
        self.finish(self.close_button(translate("Form", "Close")), workbook, preview)
        self.body.fill(Chosen(month=desk.today()))
        for name in ("fund", "city"):
            self.body.boxes[name].editor.edited.connect(self._number)
        self.resize(560, 260)
        work = partial(_city, desk.actor)
        desk.tasks.read(self, work, self._begin, self.refuse)

    def _begin(self, city: str) -> None:
        self.body.boxes["city"].editor.set_value(city)
        self._number()

    def _number(self) -> None:
        """The number that was entered for this fund and city before."""
        chosen: Chosen = self.body.peek(Chosen())
        work = partial(_unit_number, chosen)
        done = self.body.boxes["unit_number"].editor.set_value
        self.desk.tasks.read(self, work, done, lambda _refused: None)

    def _with_choice(self, act: Callable[[Chosen], object]) -> None:
        values = self.body.values()
        if values is None:
            return
        for name in ("fund", "month", "city"):
            if values[name] in (None, ""):
                self.body.say(name, translate("Errors", "This must be filled in."))
                return
        chosen = Chosen(**values)  # type: ignore[arg-type]  # the fields are those of the choice
        if not self.desk.can(Permission.INSURANCE_EDIT):
            act(chosen)
            return
        work = partial(_remember, self.desk.actor, chosen)
        self.desk.tasks.run(self, work, lambda _none: act(chosen), self.refuse)

    def preview(self, chosen: Chosen) -> PrintPreview:
        """The form as it will be printed."""
        job = PrintJob("insurance_form", _title(chosen), PAPERS, partial(_pdf, self.desk.actor, chosen))
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview

    def choose_file(self, chosen: Chosen) -> QFileDialog:
        """Ask where to, then write the workbook."""
        dialog = QFileDialog(self, translate("Export", "Export what is shown"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{_title(chosen)}.xlsx")
        dialog.fileSelected.connect(lambda name: self.write(chosen, Path(name)))
        dialog.open()
        return dialog

    def write(self, chosen: Chosen, path: Path) -> None:
        """Write the workbook there."""
        work = partial(_workbook, self.desk.actor, chosen)
        self.desk.tasks.read(self, work, partial(self._written, path), self.refuse)

    def _written(self, path: Path, content: bytes) -> None:
        try:
            with durable.written(path) as part:
                part.write_bytes(content)
        except OSError:
            tell(self, cannot_write(path))


def choose_form(desk: Desk, parent: QWidget) -> FormChoice:
    """Open the choice."""
    dialog = FormChoice(desk, parent)
    dialog.open()
    return dialog


def _title(chosen: Chosen) -> str:
    return f"{label(chosen.fund)} {chosen.city} {chosen.month:%Y-%m}"


def _city(actor: Actor, session: Session) -> str:
    return insurance_prefill.city(session, actor)


def _unit_number(chosen: Chosen, session: Session) -> str:
    return insurance_forms.unit_number(session, chosen.fund, chosen.city)


def _remember(actor: Actor, chosen: Chosen, session: Session) -> None:
    insurance_forms.note_unit_number(session, actor, chosen.fund, chosen.city, chosen.unit_number)


def _pdf(actor: Actor, chosen: Chosen, session: Session, settings: PrintSettings) -> bytes:
    from services.reports.insurance_change_form import form_pdf

    assert chosen.month is not None, "asked for before"
    form = insurance_forms.form_of(session, actor, chosen.fund, chosen.city, chosen.month, made_by=actor.name)
    return form_pdf(form, settings)


def _workbook(actor: Actor, chosen: Chosen, session: Session) -> bytes:
    from services.exchange.insurance_form_xlsx import form_xlsx

    assert chosen.month is not None, "asked for before"
    form = insurance_forms.form_of(session, actor, chosen.fund, chosen.city, chosen.month, made_by=actor.name)
    return form_xlsx(form)
