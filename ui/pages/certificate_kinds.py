"""Kinds of certificates 证照种类: validity, reminders, duties and renewal as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication, QLocale

from services import audit, certificate_kinds
from services.permissions import Permission
from services.terms import DutyRhythm
from services.usual_certificate_kinds import source_in
from ui.certificates.kind_dialog import FORM, KindDialog
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.certificate_kinds import DutyLine, KindDraft, StepLine
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


def _months(row: RowValues, _today: date) -> tuple[str, str | None]:
    months = int(row["months"])
    if months == 0:
        return formats.NOTHING, "muted"
    if months % 12 == 0:
        return translate("Certificates", "{count} years").format(count=months // 12), None
    return translate("Certificates", "{count} months").format(count=months), None


class CertificateKindsPage(RegisterPage):
    """What a kind of certificate asks for."""

    name = "certificate_kinds"
    title = QT_TRANSLATE_NOOP("Page", "Certificate kinds")
    about = QT_TRANSLATE_NOOP(
        "Page", "How long each kind holds, what it asks for every year, and the steps of its renewal."
    )
    register = certificate_kinds.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New kind")
    edit = (Permission.CERTIFICATE_EDIT,)
    remove_record = staticmethod(certificate_kinds.remove)
    cells: ClassVar[dict[str, Any]] = {"months": _months}

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> Any:  # noqa: ARG004 - every page's
        return certificate_kinds.get(session, actor, record_id), audit.history(
            session, actor, kind, record_id
        )

    def show_detail(self, record_id: int, found: Any) -> None:  # noqa: ARG002 - it stands in what was found
        draft, acts = found
        self.pane.headline(f"{draft.group} · {label(draft.holder)}", draft.name)
        self._facts(draft)
        if draft.duties:
            self.pane.section(translate("Certificates", "Every year"))
            for duty in draft.duties:
                self.pane.row(duty.name, _rhythm(duty))
        if draft.steps:
            self.pane.section(translate("Certificates", "Renewal"))
            for step in draft.steps:
                self.pane.row(step.name, _before(step))
                if step.papers:
                    self.pane.text(step.papers)
        self.show_history(acts)

    def _facts(self, draft: KindDraft) -> None:
        days = translate("Certificates", "{count} days")
        if not draft.confirmed:
            self.pane.check("warn", translate("Certificates", "Not compared with the rules in force yet."))
        if draft.lead_days:
            self.pane.row(
                translate("Certificates", "Apply before the end"), days.format(count=draft.lead_days)
            )
        if draft.reminders:
            self.pane.row(translate("Certificates", "Reminders"), days.format(count=draft.reminders))
        if draft.cost is not None:
            self.pane.row(translate("Field", "Usual cost"), formats.money(draft.cost))
        if draft.source:
            self.pane.text(source_in(draft.source, QLocale().name()))

    def open_form(self, record_id: int | None) -> KindDialog:
        locked = not self.desk.can(*self.edit)
        dialog = KindDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog


def _rhythm(duty: DutyLine) -> str:
    """When it is to be done, and how many hours of training it asks for."""
    if duty.rhythm is DutyRhythm.VALIDITY:
        when = label(duty.rhythm)
    elif duty.from_day:
        words = translate("Certificates", "{first} to {last}")
        when = words.format(first=duty.from_day, last=duty.to_day)
    else:
        when = translate("Certificates", "every {count} months").format(count=duty.months)
    if duty.hours is None:
        return when
    hours = translate("Certificates", "{count} hours").format(count=formats.quantity(duty.hours))
    return f"{when} · {hours}"


def _before(step: StepLine) -> str:
    """The last day for it, or the first one of what may begin then."""
    if step.start:
        words = translate("Certificates", "may begin {when}")
        return words.format(when=_before(replace(step, start=False)))
    if step.months is not None and step.months < 0:
        return translate("Certificates", "{count} months after the end").format(count=-step.months)
    if step.months is not None:
        return translate("Certificates", "{count} months before").format(count=step.months)
    return translate("Certificates", "{count} days before").format(count=step.days)
