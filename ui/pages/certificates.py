"""Certificates 证照资质: what the company and its people hold, until when, and where the originals are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent

from services import (
    attachments,
    certificate_acts,
    certificate_details,
    certificate_headline,
    company_certificates,
)
from services.certificate_details import CertificateAction
from services.certificate_register import REGISTER
from services.permissions import Permission
from ui.certificates import certificate_acts as acts
from ui.certificates.certificate_cells import CERTIFICATES
from ui.certificates.certificate_form import FORM, CertificateDialog
from ui.certificates.certificate_pane import show_certificate
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.page_actions import Action
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.certificate_details import CertificateDetail
    from services.certificate_headline import CertificateHeadline
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


class CertificatesPage(WorkflowPage["CertificateDetail"]):
    """Every certificate with what may be done to it; a scan dropped here belongs to the selected one."""

    name = "certificates"
    title = QT_TRANSLATE_NOOP("Page", "Certificates")
    about = QT_TRANSLATE_NOOP(
        "Page", "What the company and its people hold, until when, and where the originals are."
    )
    register = REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New certificate")
    edit = (Permission.CERTIFICATE_EDIT,)
    remove_record = staticmethod(company_certificates.remove)
    cells: ClassVar[dict[str, Any]] = CERTIFICATES
    actions: ClassVar[tuple[Action, ...]] = acts.ALL
    record_acts = frozenset(CertificateAction) - {CertificateAction.EDIT}

    _looked_on: date | None = None

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> CertificateDetail:
        return certificate_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: CertificateDetail) -> None:
        show_certificate(self.pane, self.desk, found, lambda: self.changed(record_id))

    # what happens by itself, and what needs doing

    def showEvent(self, event: QShowEvent) -> None:
        """Once a day, what has ended is marked."""
        super().showEvent(event)
        today = self.desk.today()
        if self._looked_on != today:
            self._looked_on = today
            self.desk.tasks.read(
                self, partial(_due, self.desk.actor, today), self._lapse, lambda _refused: None
            )

    def _lapse(self, count: int) -> None:
        if count:
            work = partial(_lapse, self.desk.actor, self.desk.today())
            self.desk.tasks.run(self, work, lambda _count: self.refresh(), lambda _refused: None)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: CertificateHeadline) -> None:
        parts = [
            words.format(count=count)
            for count, words in (
                (found.soon, translate("Certificates", "{count} ending within 30 days")),
                (found.later, translate("Certificates", "{count} more within 90 days")),
                (found.lapsed, translate("Certificates", "{count} lapsed")),
            )
            if count
        ]
        if found.overdue and found.overdue_since:
            words = translate("Certificates", "overdue originals: {count}, the first since {day} ({name})")
            since, name = found.overdue_since.isoformat(), found.overdue_holder
            parts.append(words.format(count=found.overdue, day=since, name=name))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # forms

    def open_form(self, record_id: int | None) -> CertificateDialog:
        """The form; only to look at for those who may not change it and for what is archived."""
        shown = self.detail
        archived = shown is not None and shown.id == record_id and CertificateAction.EDIT not in shown.actions
        locked = not self.desk.can(*self.edit) or archived
        dialog = CertificateDialog(self.desk, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Scans dropped onto the page belong to the selected certificate."""
        record_id = self.view.table.current_id()
        if not paths or not self.desk.can(*self.edit):
            return False
        if record_id is None:
            self.notice.say(translate("Certificates", "Select the certificate first, then drop its scan here."), "amber")  # fmt: skip
            return False
        self.notice.clear()
        work = partial(_store, self.desk.actor, record_id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _count: self.changed(record_id))
        return True


def _headline(actor: Actor, today: date, session: Session) -> CertificateHeadline:
    return certificate_headline.headline(session, actor, today=today)


def _due(actor: Actor, today: date, session: Session) -> int:
    return certificate_acts.lapse_due_count(session, actor, today)


def _lapse(actor: Actor, today: date, session: Session) -> int:
    return certificate_acts.lapse_due(session, actor, today)


def _store(actor: Actor, record_id: int, paths: tuple[Path, ...], session: Session) -> int:
    for path in paths:
        attachments.store(session, actor, "certificate", record_id, path)
    return len(paths)
