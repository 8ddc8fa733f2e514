"""Personnel papers 人事单据: who joins, is confirmed, moves, gets another pay or leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent

from services import personnel_details, personnel_papers
from services.personnel_details import PersonnelAction
from services.personnel_drafts import PersonnelDraft
from services.personnel_papers import REGISTER
from services.terms import OfficePaperState, PersonnelKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel import paper_acts
from ui.personnel.paper_dialog import PaperDialog
from ui.personnel.paper_pane import show_paper
from ui.personnel.taking_effect import take_effect
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.personnel_details import PersonnelDetail
    from services.personnel_papers import PersonnelHeadline
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


def _effective(row: RowValues, today: date) -> tuple[str, str | None]:
    """Its day: blue while an approved paper waits for it."""
    shown = formats.day(row["effective_on"], today)
    waits = row["state"] is OfficePaperState.APPROVED and row["applied_on"] is None
    return shown, "blue" if waits else None


def _holder(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["holder_name"], None) if row["holder_name"] else (formats.NOTHING, "muted")


class PersonnelPapersPage(WorkflowPage["PersonnelDetail"]):
    """Every personnel paper with what may be done to it."""

    name = "personnel_papers"
    title = QT_TRANSLATE_NOOP("Page", "Personnel papers")
    about = QT_TRANSLATE_NOOP(
        "Page", "Who joins, is confirmed, moves, gets another pay or leaves: each a paper that is approved."
    )
    register = REGISTER
    figure = "employee_name"
    cells: ClassVar[dict[str, Any]] = {"effective_on": _effective, "holder_name": _holder}
    actions: ClassVar[tuple[Action, ...]] = paper_acts.ALL
    record_acts = frozenset(PersonnelAction)
    leading = paper_acts.LEADING

    _looked_on: date | None = None

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> PersonnelDetail:
        return personnel_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: PersonnelDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_paper(self.pane, self.desk, found)

    def showEvent(self, event: QShowEvent) -> None:
        """Once a day, what was approved for today takes effect."""
        super().showEvent(event)
        today = self.desk.today()
        if self._looked_on != today:
            self._looked_on = today
            take_effect(self.desk, self, self._applied)

    def _applied(self, done: int) -> None:
        if done:
            self.refresh()

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: PersonnelHeadline) -> None:
        parts = []
        if found.to_finish:
            parts.append(translate("Personnel", "{count} to finish and submit").format(count=found.to_finish))
        if found.submitted:
            parts.append(translate("Personnel", "{count} being decided").format(count=found.submitted))
        if found.to_come and found.next_on:
            words = translate("Personnel", "{count} approved for a later day, the next on {day}")
            parts.append(words.format(count=found.to_come, day=found.next_on.isoformat()))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # forms

    def open_form(self, record_id: int | None) -> Any:
        """The form of a paper, locked once it was handed in."""
        if record_id is None:
            return self.open_paper(PersonnelKind.JOIN)
        self.with_detail(record_id, self._open)
        return None

    def _open(self, found: PersonnelDetail) -> None:
        editable = PersonnelAction.EDIT in found.actions
        self.open_paper(found.kind, found.id, locked=not editable)

    def open_paper(
        self,
        kind: PersonnelKind,
        record_id: int | None = None,
        *,
        locked: bool = False,
        start: PersonnelDraft | None = None,
    ) -> PaperDialog:
        """The form of a paper of a kind; `start` is what a new one begins with."""
        dialog = PaperDialog(self.desk, kind, record_id, self, locked=locked, start=start)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    # acts

    # paper

    def print_papers(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the forms of these papers."""
        title = translate("Personnel", "Personnel papers")
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
        make = partial(_forms, self.desk.actor, tuple(ids), self.desk.today())
        preview = PrintPreview(self.desk, PrintJob("personnel_paper", title, ("A4",), make), self)
        preview.open()
        return preview


def _headline(actor: Actor, session: Session) -> PersonnelHeadline:
    return personnel_papers.headline(session, actor)


def _forms(actor: Actor, ids: Sequence[int], today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.personnel_forms import printed
    from services.reports.personnel_form import personnel_pdf

    return personnel_pdf([printed(session, actor, paper_id, today=today) for paper_id in ids], settings)
