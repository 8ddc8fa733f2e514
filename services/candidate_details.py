"""Everything about one candidate: stages with their days, interviews, history, and what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from models.people import Department
from models.personnel_paper import PersonnelPaper
from models.recruiting import Candidate, CandidateStage, Interview, RecruitingEvent
from services import audit, records
from services.audit import HistoryRow
from services.candidates import RUNNING
from services.database import Session
from services.permissions import Actor, Permission, requires

DAYS = {
    CandidateStage.SCREENED: "screened_on",
    CandidateStage.INTERVIEW: "interviewed_on",
    CandidateStage.OFFER: "offered_on",
}


class CandidateAction(StrEnum):
    """What the actor may do with a candidate as they stand."""

    EDIT = "edit_candidate"
    NEXT = "next_stage"
    INTERVIEW = "interview"
    REJECT = "reject"
    DECLINE = "decline"
    JOIN = "join"
    STEP_BACK = "step_back"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """An interview as shown; `passed` None when nobody has said yet."""

    id: int
    held_on: date
    interviewer: str
    passed: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class CandidateDetail:
    """One candidate, whole; `reached` are the stages with their days, `paper_number` the join paper."""

    id: int
    version: int
    name: str
    phone: str
    email: str
    post: str
    department_id: int | None
    department_name: str
    source: str
    event_name: str
    stage: CandidateStage
    applied_on: date
    reached: tuple[tuple[CandidateStage, date], ...]
    closed_on: date | None
    paper_id: int | None
    paper_number: str
    note: str
    interviews: tuple[InterviewRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[CandidateAction]


@requires(Permission.PERSONNEL_SEE)
def detail(session: Session, actor: Actor, candidate_id: int) -> CandidateDetail:
    """The candidate with interviews, history, and what the actor may do. Refused "record.gone"."""
    item = records.load(session, Candidate, candidate_id)
    department = session.get(Department, item.department_id) if item.department_id else None
    event = session.get(RecruitingEvent, item.event_id) if item.event_id else None
    paper = session.get(PersonnelPaper, item.paper_id) if item.paper_id else None
    held = session.scalars(
        select(Interview)
        .where(Interview.candidate_id == candidate_id)
        .order_by(Interview.held_on, Interview.id)
    )
    same = (
        "id",
        "version",
        "name",
        "phone",
        "email",
        "post",
        "department_id",
        "source",
        "stage",
        "applied_on",
    )
    return CandidateDetail(
        **{name: getattr(item, name) for name in (*same, "closed_on", "paper_id", "note")},
        department_name=department.name if department else "",
        event_name=event.name if event else "",
        reached=tuple(_reached(item)),
        paper_number=paper.number if paper else "",
        interviews=tuple(
            InterviewRow(one.id, one.held_on, one.interviewer, one.passed, one.note) for one in held
        ),
        history=tuple(audit.history(session, actor, "candidate", candidate_id)),
        actions=_actions(actor, item),
    )


def _reached(item: Candidate) -> list[tuple[CandidateStage, date]]:
    days = [(CandidateStage.APPLIED, item.applied_on)]
    days += [(stage, getattr(item, name)) for stage, name in DAYS.items() if getattr(item, name) is not None]
    return days + ([(item.stage, item.closed_on)] if item.closed_on is not None else [])


def _actions(actor: Actor, item: Candidate) -> frozenset[CandidateAction]:
    if not actor.can(Permission.PERSONNEL_EDIT):
        return frozenset()
    may = {CandidateAction.EDIT}
    if item.paper_id is None:
        may.add(CandidateAction.REMOVE)
    if item.stage in RUNNING and item.paper_id is None:
        may |= {CandidateAction.REJECT, CandidateAction.DECLINE}
        may |= {CandidateAction.STEP_BACK} if item.stage != CandidateStage.APPLIED else set()
        may.add(CandidateAction.JOIN if item.stage == CandidateStage.OFFER else CandidateAction.NEXT)
    if item.stage in (CandidateStage.SCREENED, CandidateStage.INTERVIEW):
        may.add(CandidateAction.INTERVIEW)
    if item.stage in (CandidateStage.REJECTED, CandidateStage.DECLINED):
        may.add(CandidateAction.STEP_BACK)
    return frozenset(may)
