"""Cases 办理事项: renewals, applications, yearly duties, company changes and subsidies, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import attachments, case_acts, case_details, case_register
from services.case_details import CaseAction
from services.case_register import REGISTER
from services.permissions import Permission
from ui.certificates import case_acts as acts
from ui.certificates.case_cells import CASES
from ui.certificates.case_form import CaseDialog
from ui.certificates.case_pane import show_case
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.case_details import CaseDetail, StepRow
    from services.case_register import CaseHeadline
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


class CertificateCasesPage(WorkflowPage["CaseDetail"]):
    """Every case with its steps; a file dropped here belongs to the selected one."""

    name = "certificate_cases"
    title = QT_TRANSLATE_NOOP("Page", "Cases")
    about = QT_TRANSLATE_NOOP(
        "Page", "Renewals, applications, yearly duties, company changes and subsidies, step by step."
    )
    register = REGISTER
    edit = (Permission.CERTIFICATE_EDIT,)
    figure = "title"
    cells: ClassVar[dict[str, Any]] = CASES
    actions: ClassVar[tuple[Action, ...]] = acts.ALL
    record_acts = frozenset(CaseAction) - {CaseAction.EDIT}
    leading = acts.LEADING

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> CaseDetail:
        return case_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: CaseDetail) -> None:
        show_case(self.pane, self.desk, found, self.tick, lambda: self.changed(record_id))

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: CaseHeadline) -> None:
        parts = [
            words.format(count=count)
            for count, words in (
                (found.overdue, translate("Certificates", "{count} overdue")),
                (found.soon, translate("Certificates", "{count} to end within 30 days")),
                (found.open, translate("Certificates", "{count} in hand")),
            )
            if count
        ]
        if found.outstanding:
            words = translate("Certificates", "¥{amount} of subsidies granted and not here yet")
            parts.append(words.format(amount=formats.money(found.outstanding)))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # forms

    def open_form(self, record_id: int | None) -> Any:
        """The form of a case, only to look at once it is closed."""
        if record_id is None:
            return acts.new(self, [])
        self.with_detail(record_id, lambda found: self.open_case(found.id, locked=CaseAction.EDIT not in found.actions))  # fmt: skip
        return None

    def open_case(self, record_id: int, *, locked: bool = False) -> CaseDialog:
        dialog = CaseDialog(self.desk, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    # acts

    def tick(self, found: CaseDetail, step: StepRow, checked: bool) -> None:
        """A step was done today, or was not after all."""
        today = self.desk.today()
        self.act(partial(_tick, self.desk.actor, found, step.id, today if checked else None, today), found)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """Files dropped onto the page belong to the selected case."""
        record_id = self.view.table.current_id()
        if not paths or not self.desk.can(*self.edit):
            return False
        if record_id is None:
            self.notice.say(
                translate("Certificates", "Select the case first, then drop its file here."), "amber"
            )
            return False
        self.notice.clear()
        work = partial(_store, self.desk.actor, record_id, tuple(paths))
        self.desk.tasks.run(self, work, lambda _count: self.changed(record_id))
        return True

    # paper

    def print_cases(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the sheets of these cases."""
        title = translate("Certificates", "Case sheets")
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
        make = partial(_sheets, self.desk.actor, tuple(ids), self.desk.today())
        return self._preview(PrintJob("certificate_case", title, ("A4",), make))

    def print_list(self) -> PrintPreview:
        """The preview of everything in hand."""
        title = translate("Certificates", "List of cases")
        make = partial(_list, self.desk.actor, self.desk.today())
        return self._preview(PrintJob("case_list", title, ("A4 landscape", "A3 landscape"), make))

    def _preview(self, job: PrintJob) -> PrintPreview:
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview


def _headline(actor: Actor, today: date, session: Session) -> CaseHeadline:
    return case_register.headline(session, actor, today=today)


def _tick(
    actor: Actor, found: CaseDetail, step_id: int, day: date | None, today: date, session: Session
) -> int:
    return case_acts.tick(session, actor, found.id, found.version, step_id, done_on=day, today=today)


def _store(actor: Actor, record_id: int, paths: tuple[Path, ...], session: Session) -> int:
    for path in paths:
        attachments.store(session, actor, "certificate_case", record_id, path)
    return len(paths)


def _sheets(
    actor: Actor, ids: Sequence[int], today: date, session: Session, settings: PrintSettings
) -> bytes:
    from services.case_forms import printed
    from services.reports.case_form import case_pdf

    return case_pdf([printed(session, actor, case_id, today=today) for case_id in ids], settings)


def _list(actor: Actor, today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.case_forms import case_list
    from services.reports.case_list_form import case_list_pdf

    return case_list_pdf(case_list(session, actor, on=today), settings)
