"""Candidates 应聘者: who applied, how far they came, and from where."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import candidate_details, candidates, departments, recruiting_events
from services.candidate_details import CandidateAction
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.recruiting import candidate_acts
from ui.recruiting.candidate_pane import show_candidate
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.page_actions import Action
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.candidate_details import CandidateDetail
    from services.candidates import CandidateHeadline
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate

FORM = Form(
    name="candidate",
    title_new=QT_TRANSLATE_NOOP("Form", "New candidate"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Candidate"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Full name"), required=True),
        FieldSpec("applied_on", QT_TRANSLATE_NOOP("Field", "Applied on"), FieldKind.DAY, required=True),
        FieldSpec("phone", QT_TRANSLATE_NOOP("Field", "Phone")),
        FieldSpec("email", QT_TRANSLATE_NOOP("Field", "E-mail")),
        FieldSpec("post", QT_TRANSLATE_NOOP("Field", "Post")),
        FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices),
        FieldSpec("event_id", QT_TRANSLATE_NOOP("Field", "Event"), FieldKind.COMBO, choices=recruiting_events.choices),
        FieldSpec("source", QT_TRANSLATE_NOOP("Field", "Came from"), hint=QT_TRANSLATE_NOOP("Field", "Empty: that of the event.")),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), FieldKind.LONG_TEXT, width=2),
    ),
    empty=lambda today: candidates.CandidateDraft(applied_on=today),
    get=candidates.get,
    save=candidates.save,
)  # fmt: skip


class CandidatesPage(WorkflowPage["CandidateDetail"]):
    """Every candidate with what may be done next."""

    name = "candidates"
    title = QT_TRANSLATE_NOOP("Page", "Candidates")
    about = QT_TRANSLATE_NOOP("Page", "Who applied, how far they came, and where they come from.")
    register = candidates.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New candidate")
    edit = (Permission.PERSONNEL_EDIT,)
    state_column = "stage"
    remove_record = staticmethod(candidates.remove)
    actions: ClassVar[tuple[Action, ...]] = candidate_acts.ALL
    record_acts = frozenset(CandidateAction)
    leading = candidate_acts.LEADING

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> CandidateDetail:
        return candidate_details.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: CandidateDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_candidate(self.pane, self.desk, found)

    def allows(self, found: CandidateDetail) -> dict[str, bool]:
        """Only one whose join paper was begun has one to show."""
        return {**super().allows(found), "paper": found.paper_id is not None}

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, candidate_acts.usual_waiting(self.desk.today()))
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: CandidateHeadline) -> None:
        parts = []
        if found.running:
            parts.append(translate("Recruiting", "{count} in the running").format(count=found.running))
        if found.offers:
            parts.append(translate("Recruiting", "{count} with an offer").format(count=found.offers))
        if found.waiting:
            words = translate("Recruiting", "{count} not looked at for two weeks")
            parts.append(words.format(count=found.waiting))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))


def _headline(actor: Actor, before: date, session: Session) -> CandidateHeadline:
    return candidates.headline(session, actor, before=before)
