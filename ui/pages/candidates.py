"""Candidates 应聘者: who applied, how far they came, and from where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services import candidate_details, candidates, departments, recruiting_events
from services.candidate_details import CandidateAction
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.recruiting import candidate_acts
from ui.recruiting.candidate_pane import show_candidate
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.page_actions import Action
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.candidate_details import CandidateDetail
    from services.candidates import CandidateHeadline
    from services.database import Session
    from services.errors import Refused
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


class CandidatesPage(RegisterPage):
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

    _detail: CandidateDetail | None = None

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
        self._detail = found
        show_candidate(self.pane, self.desk, found)
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self._detail.id) if self._detail else None
        if found is None or row is None or self.pane.isHidden():
            return
        if found.id == self.view.table.current_id() and row["stage"] is found.stage:
            self._allow(found)

    def _allow(self, found: CandidateDetail) -> None:
        """The row tells the stage; only the candidate itself tells what may be done."""
        for act in CandidateAction:
            action = self.acts.get(act.value)
            if action is not None:
                action.setEnabled(act in found.actions)
        paper = self.acts.get("paper")
        if paper is not None:
            paper.setEnabled(found.paper_id is not None)

    def _show_buttons(self) -> None:
        """What leads on is the blue one."""
        super()._show_buttons()
        possible = {spec.name for spec in self.acts.possible() if spec.pane}
        leading = next((name for name in candidate_acts.LEADING if name in possible), None)
        for button in self.pane.findChildren(QPushButton, f"button.{leading}"):
            button.setProperty("primary", True)
            button.style().unpolish(button)
            button.style().polish(button)

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

    def with_detail(self, record_id: int, act: Callable[[CandidateDetail], object]) -> None:
        """Call `act` with the candidate as shown, or as found when not shown."""
        shown = self._detail
        if shown is not None and not self.pane.isHidden() and shown.id == record_id == self.pane.record_id:
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def act(self, work: Callable[[Session], object], found: CandidateDetail) -> None:
        """Carry out an act; what is refused is said above the list."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.refresh()

        self.desk.tasks.run(self, work, lambda _none: self.changed(found.id), refuse)


def _headline(actor: Actor, before: date, session: Session) -> CandidateHeadline:
    return candidates.headline(session, actor, before=before)
