"""Candidates 应聘者: from the application to the offer, and on into a join paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select

from models.people import Department
from models.personnel_paper import PersonnelPaper
from models.recruiting import Candidate, CandidateStage, Interview, RecruitingEvent
from services import audit, records
from services.audit import HistoryRow
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

ORDER = (
    CandidateStage.APPLIED,
    CandidateStage.SCREENED,
    CandidateStage.INTERVIEW,
    CandidateStage.OFFER,
    CandidateStage.HIRED,
)
RUNNING = ORDER[:4]
CLOSED = frozenset(CandidateStage) - frozenset(RUNNING)
_DAYS = {
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


def _running(_context: ChipContext) -> ColumnElement[bool]:
    return Candidate.stage.in_(RUNNING)


def _not_hired(_context: ChipContext) -> ColumnElement[bool]:
    return Candidate.stage.in_([CandidateStage.REJECTED, CandidateStage.DECLINED])


def _in(stage: CandidateStage) -> Callable[[ChipContext], ColumnElement[bool]]:
    return lambda _context: Candidate.stage == stage


REGISTER = Register(
    name="candidate",
    record=Candidate,
    columns=(
        Column("name", "Full name", ColumnKind.TEXT, Candidate.name, width=72),
        Column("stage", "Stage", ColumnKind.CHOICE, Candidate.stage, width=88, choices=CandidateStage),
        Column("post", "Post", ColumnKind.TEXT, Candidate.post, width=90, stretch=True),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=84),
        Column("source", "Came from", ColumnKind.TEXT, Candidate.source, width=84),
        Column("event", "Event", ColumnKind.TEXT, RecruitingEvent.name, width=150),
        Column("applied_on", "Applied on", ColumnKind.DAY, Candidate.applied_on, width=84),
        Column("phone", "Phone", ColumnKind.TEXT, Candidate.phone, width=120, shown=False),
        Column("screened_on", "Screened on", ColumnKind.DAY, Candidate.screened_on, width=92, shown=False),
        Column("interviewed_on", "Interviewed on", ColumnKind.DAY, Candidate.interviewed_on, width=92, shown=False),
        Column("offered_on", "Offer made on", ColumnKind.DAY, Candidate.offered_on, width=92, shown=False),
        Column("closed_on", "Closed on", ColumnKind.DAY, Candidate.closed_on, width=92, shown=False),
    ),
    see=Permission.PERSONNEL_SEE,
    sort="applied_on",
    descending=True,
    chips=(
        Chip("running", "In the running", clause=_running),
        Chip("applied", "Applied", clause=_in(CandidateStage.APPLIED)),
        Chip("screened", "Screened", clause=_in(CandidateStage.SCREENED)),
        Chip("interview", "Interview", clause=_in(CandidateStage.INTERVIEW)),
        Chip("offer", "Offer made", clause=_in(CandidateStage.OFFER)),
        Chip("hired", "Hired", clause=_in(CandidateStage.HIRED)),
        Chip("not_hired", "Not hired", clause=_not_hired),
        Chip("all", "All"),
    ),
    default_chip="running",
    joins=(
        Join(Department, Department.id == Candidate.department_id),
        Join(RecruitingEvent, RecruitingEvent.id == Candidate.event_id),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CandidateDraft:
    """A candidate as typed."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    post: str = ""
    department_id: int | None = None
    source: str = ""
    event_id: int | None = None
    applied_on: date | None = None
    note: str = ""


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


@dataclass(frozen=True, slots=True)
class CandidateHeadline:
    """How many are in the running, how many have an offer, and how many have waited for long."""

    running: int
    offers: int
    waiting: int


@requires(Permission.PERSONNEL_SEE)
def headline(session: Session, actor: Actor, *, before: date) -> CandidateHeadline:  # noqa: ARG001 - the permission needs it
    """Who is in the running; `waiting` are those who applied before that day and were not screened."""

    def count(*where: ColumnElement[bool]) -> int:
        return session.scalar(select(func.count()).select_from(Candidate).where(*where)) or 0

    return CandidateHeadline(
        count(Candidate.stage.in_(RUNNING)),
        count(Candidate.stage == CandidateStage.OFFER),
        count(Candidate.stage == CandidateStage.APPLIED, Candidate.applied_on < before),
    )


@requires(Permission.PERSONNEL_SEE)
def get(session: Session, actor: Actor, candidate_id: int) -> CandidateDraft:  # noqa: ARG001 - the permission needs it
    """The candidate of that id; Refused "record.gone"."""
    item = records.load(session, Candidate, candidate_id)
    return CandidateDraft(**{name: getattr(item, name) for name in CandidateDraft.__slots__})


@requires(Permission.PERSONNEL_EDIT)
def save(session: Session, actor: Actor, draft: CandidateDraft) -> int:
    """Store a candidate; returns the id. Without a source it is the event's.

    Raises Refused "record.required" (name, applied_on), "record.gone" (department_id, event_id), "record.stale",
    "candidate.known" (name, day) when somebody of that name and telephone number is in the running.
    """
    item = Candidate() if draft.id is None else records.expect(session, Candidate, draft.id, draft.version)
    item.name = required(draft.name, "name")
    if draft.applied_on is None:
        raise Refused("record.required", field="applied_on")
    records.refuse_unknown(session, Department, draft.department_id, "department_id")
    records.refuse_unknown(session, RecruitingEvent, draft.event_id, "event_id")
    item.applied_on, item.department_id, item.event_id = draft.applied_on, draft.department_id, draft.event_id
    for name in ("phone", "email", "post", "source", "note"):
        setattr(item, name, tidy(getattr(draft, name), name))
    _refuse_known(session, item, draft.id)
    if not item.source and item.event_id is not None:
        item.source = session.get_one(RecruitingEvent, item.event_id).source
    if draft.id is None:
        item.stage = CandidateStage.APPLIED
    return records.keep(session, actor, item, item.name, item.phone, item.post, item.source)


def _refuse_known(session: Session, item: Candidate, own_id: int | None) -> None:
    if not item.phone:
        return
    with session.no_autoflush:
        known = session.scalar(
            select(Candidate)
            .where(Candidate.name == item.name, Candidate.phone == item.phone, Candidate.stage.in_(RUNNING))
            .where(Candidate.id != (own_id or 0))
            .limit(1)
        )
    if known is not None:
        raise Refused("candidate.known", field="phone", name=known.name, day=known.applied_on)


@requires(Permission.PERSONNEL_EDIT)
def remove(session: Session, actor: Actor, candidate_id: int, version: int) -> bool:
    """Delete a candidate with the interviews.

    Raises Refused "candidate.has_paper" (number, name), "record.gone", "record.stale".
    """
    item = records.expect(session, Candidate, candidate_id, version)
    refuse_paper(session, item)
    for held in session.scalars(select(Interview).where(Interview.candidate_id == candidate_id)):
        session.delete(held)
    session.flush()
    return records.drop(session, actor, item)


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
    days += [(stage, getattr(item, name)) for stage, name in _DAYS.items() if getattr(item, name) is not None]
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


@open_to_all("a step of services that have checked")
def refuse_paper(session: Session, item: Candidate) -> None:
    """Refuse with "candidate.has_paper" (number, name) when a join paper was written."""
    if item.paper_id is not None:
        paper = session.get_one(PersonnelPaper, item.paper_id)
        raise Refused("candidate.has_paper", number=paper.number, name=item.name)
