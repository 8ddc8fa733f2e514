"""What can be done with a candidate: each act asks what it must, then calls its service once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import candidate_steps
from services.candidates import ORDER, RUNNING
from services.permissions import Permission
from services.terms import CandidateStage, PersonnelKind
from ui.claims.act_dialog import REASON, ActDialog, Question, Work
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.personnel.paper_dialog import PaperDialog
from ui.recruiting.funnel_dialog import FunnelDialog
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.candidate_details import CandidateDetail
    from services.database import Session
    from services.permissions import Actor
    from services.personnel_drafts import PersonnelDraft
    from ui.pages.candidates import CandidatesPage

DAY = FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Day"), FieldKind.DAY, required=True)

translate = QCoreApplication.translate

type Act = Callable[[CandidatesPage, CandidateDetail], object]


HELD = (
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Held on"), FieldKind.DAY, required=True),
    FieldSpec("interviewer", QT_TRANSLATE_NOOP("Field", "Interviewer"), blank=""),
    FieldSpec("passed", QT_TRANSLATE_NOOP("Field", "Passed"), FieldKind.CHECK),
    FieldSpec("failed", QT_TRANSLATE_NOOP("Field", "Not passed"), FieldKind.CHECK),
    FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Impression"), FieldKind.LONG_TEXT, width=2, blank=""),
)


def _on_candidate(act: Act) -> Callable[[CandidatesPage, list[int]], None]:
    """Act on the selected candidate as shown: what changed since then is refused, not overrun."""

    def run(page: CandidatesPage, ids: list[int]) -> None:
        page.with_detail(ids[0], partial(act, page))

    return run


def command(page: CandidatesPage, act: str, found: CandidateDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"candidate.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def go_on(page: CandidatesPage, found: CandidateDetail) -> None:
    """On to the next stage, on a day."""
    following = ORDER[ORDER.index(found.stage) + 1]
    click = command(page, "go_on", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        candidate_steps.go_on(session, actor, found.id, found.version, day=typed.day, command_id=click)

    title = translate("Recruiting", "{name}: {stage}").format(name=found.name, stage=label(following))
    _ask(
        page,
        found,
        Question(title, translate("Form", "Save  Ctrl+S"), (DAY,), {"day": page.desk.today()}),
        work,
    )


def interview(page: CandidatesPage, found: CandidateDetail) -> None:
    click = command(page, "interview", found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        verdict = True if typed.passed else False if typed.failed else None
        candidate_steps.interview(
            session, actor, found.id, found.version, held_on=typed.day, interviewer=typed.interviewer or "",
            passed=verdict, note=typed.note or "", command_id=click,
        )  # fmt: skip

    title = translate("Recruiting", "Interview with {name}").format(name=found.name)
    values = {"day": page.desk.today(), "interviewer": page.desk.actor.name, "passed": False, "failed": False}
    question = Question(title, translate("Form", "Save  Ctrl+S"), HELD, values | {"note": ""})
    _ask(page, found, question, work)


def reject(page: CandidatesPage, found: CandidateDetail) -> None:
    _close(page, found, CandidateStage.REJECTED, translate("Recruiting", "Reject {name}"))


def decline(page: CandidatesPage, found: CandidateDetail) -> None:
    _close(page, found, CandidateStage.DECLINED, translate("Recruiting", "{name} declines"))


def _close(page: CandidatesPage, found: CandidateDetail, stage: CandidateStage, title: str) -> None:
    click = command(page, stage.value, found)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        candidate_steps.close(
            session,
            actor,
            found.id,
            found.version,
            stage,
            day=typed.day,
            reason=typed.reason,
            command_id=click,
        )

    values: dict[str, object] = {"day": page.desk.today(), "reason": ""}
    question = Question(
        title.format(name=found.name), translate("Form", "Save  Ctrl+S"), (DAY, *REASON), values, danger=True
    )
    _ask(page, found, question, work)


def step_back(page: CandidatesPage, found: CandidateDetail) -> None:
    work = partial(_step_back, page.desk.actor, found, command(page, "step_back", found))
    page.act(work, found)


def join(page: CandidatesPage, found: CandidateDetail) -> None:
    """The join paper, prefilled with what is known."""
    page.desk.tasks.read(
        page, partial(_join_draft, page.desk.actor, found.id), partial(open_join, page, found)
    )


def open_join(page: CandidatesPage, found: CandidateDetail, draft: PersonnelDraft) -> PaperDialog:
    """The form; saved, the candidate points at the paper."""
    dialog = PaperDialog(page.desk, PersonnelKind.JOIN, None, page, start=draft)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog


def show_funnel(page: CandidatesPage, _ids: list[int]) -> FunnelDialog:
    """Who came how far, by source, event, post or month."""
    dialog = FunnelDialog(page.desk, page)
    dialog.open()
    return dialog


def show_paper(page: CandidatesPage, found: CandidateDetail) -> None:
    if found.paper_id is not None:
        page.desk.go("personnel_papers", found.paper_id)


def _ask(page: CandidatesPage, found: CandidateDetail, question: Question, work: Work) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog


def _step_back(actor: Actor, found: CandidateDetail, click: str, session: Session) -> None:
    candidate_steps.step_back(session, actor, found.id, found.version, command_id=click)


def _join_draft(actor: Actor, candidate_id: int, session: Session) -> Any:
    return candidate_steps.join_draft(session, actor, candidate_id)


_EDIT = (Permission.PERSONNEL_EDIT,)
_BEFORE_OFFER, _OFFER = frozenset(RUNNING[:3]), frozenset({CandidateStage.OFFER})
_TALKS = frozenset({CandidateStage.SCREENED, CandidateStage.INTERVIEW})
_BACK = frozenset(CandidateStage) - {CandidateStage.APPLIED, CandidateStage.HIRED}

# fmt: off
FUNNEL = Action("funnel", QT_TRANSLATE_NOOP("Action", "Funnel"), show_funnel, "filter", "Ctrl+Shift+U", (Permission.PERSONNEL_SEE,), takes=Takes.NONE)
NEXT = Action("next_stage", QT_TRANSLATE_NOOP("Action", "Next stage"), _on_candidate(go_on), "arrow-right", "Ctrl+Return", _EDIT, _BEFORE_OFFER, Takes.ONE, pane=True, more=True)
INTERVIEW = Action("interview", QT_TRANSLATE_NOOP("Action", "Note an interview"), _on_candidate(interview), "users", "Ctrl+I", _EDIT, _TALKS, Takes.ONE, pane=True, more=True)
JOIN = Action("join", QT_TRANSLATE_NOOP("Action", "Joins"), _on_candidate(join), "badge-check", "Ctrl+J", _EDIT, _OFFER, Takes.ONE, pane=True, more=True)
PAPER = Action("paper", QT_TRANSLATE_NOOP("Action", "Show the join paper"), _on_candidate(show_paper), "file-text", "", _EDIT, None, Takes.ONE, more=True)
REJECT = Action("reject", QT_TRANSLATE_NOOP("Action", "Reject"), _on_candidate(reject), "x", "", _EDIT, frozenset(RUNNING), Takes.ONE, pane=True, more=True, danger=True)
DECLINE = Action("decline", QT_TRANSLATE_NOOP("Action", "Declined by themselves"), _on_candidate(decline), "undo", "", _EDIT, frozenset(RUNNING), Takes.ONE, more=True, danger=True)
STEP_BACK = Action("step_back", QT_TRANSLATE_NOOP("Action", "Take a step back"), _on_candidate(step_back), "rotate-ccw", "", _EDIT, _BACK, Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (FUNNEL, NEXT, INTERVIEW, JOIN, PAPER, REJECT, DECLINE, STEP_BACK)
LEADING = ("join", "next_stage")


def usual_waiting(today: date) -> date:
    """Who applied before that day and was not looked at has waited for long."""
    return date.fromordinal(today.toordinal() - 14)
