"""Candidates 应聘者: from the application to the offer, and on into a join paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from models.people import Department
from models.personnel_paper import PersonnelPaper
from models.recruiting import Candidate, CandidateStage, Interview, RecruitingEvent
from services import records
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


@open_to_all("a step of services that have checked")
def refuse_paper(session: Session, item: Candidate) -> None:
    """Refuse with "candidate.has_paper" (number, name) when a join paper was written."""
    if item.paper_id is not None:
        paper = session.get_one(PersonnelPaper, item.paper_id)
        raise Refused("candidate.has_paper", number=paper.number, name=item.name)
