"""A candidate goes on: the next stage, an interview, no thanks from one side or the other, a join paper."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.personnel_paper import PersonnelKind
from models.recruiting import Candidate, CandidateStage, Interview
from services import audit, records
from services.candidate_details import DAYS
from services.candidates import ORDER, RUNNING, refuse_paper
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.personnel_drafts import PersonnelDraft
from services.records import tidy


@requires(Permission.PERSONNEL_EDIT)
def go_on(
    session: Session, actor: Actor, candidate_id: int, version: int, *, day: date, command_id: str
) -> None:
    """On to the next stage, up to the offer: who is hired has a join paper.

    Raises Refused "record.gone", "record.stale", "candidate.closed" (name, stage), "candidate.join_paper" (name),
    "candidate.day_before_applied" (name, day).
    """
    item = _expected(session, candidate_id, version, command_id)
    if item is None:
        return
    _refuse_day(item, day)
    place = ORDER.index(item.stage) + 1
    if ORDER[place] == CandidateStage.HIRED:
        raise Refused("candidate.join_paper", name=item.name)
    item.stage = ORDER[place]
    setattr(item, DAYS[item.stage], day)
    _written(session, actor, "go_on", item)


@requires(Permission.PERSONNEL_EDIT)
def interview(
    session: Session,
    actor: Actor,
    candidate_id: int,
    version: int,
    *,
    held_on: date,
    interviewer: str,
    passed: bool | None,
    note: str,
    command_id: str,
) -> None:
    """Note an interview; the first one leads a screened candidate on to that stage. Raises as `go_on`."""
    item = _expected(session, candidate_id, version, command_id)
    if item is None:
        return
    _refuse_day(item, held_on)
    held = Interview(
        candidate_id=item.id,
        held_on=held_on,
        interviewer=tidy(interviewer, "interviewer"),
        passed=passed,
        note=tidy(note, "note"),
    )
    audit.record(session, actor, "create", held)
    if item.stage in (CandidateStage.APPLIED, CandidateStage.SCREENED):
        item.screened_on = item.screened_on or held_on
        item.stage, item.interviewed_on = CandidateStage.INTERVIEW, held_on
    _written(session, actor, "interview", item)


@requires(Permission.PERSONNEL_EDIT)
def close(
    session: Session,
    actor: Actor,
    candidate_id: int,
    version: int,
    stage: CandidateStage,
    *,
    day: date,
    reason: str,
    command_id: str,
) -> None:
    """It ends here: `stage` is REJECTED (by us) or DECLINED (by them).

    Raises as `go_on`, "candidate.no_reason", "candidate.has_paper" (number, name).
    """
    item = _expected(session, candidate_id, version, command_id)
    if item is None:
        return
    if not reason.strip():
        raise Refused("candidate.no_reason", field="reason")
    refuse_paper(session, item)
    _refuse_day(item, day)
    item.stage, item.closed_on = stage, day
    _written(session, actor, stage.value, item, reason=reason.strip())


@requires(Permission.PERSONNEL_EDIT)
def step_back(session: Session, actor: Actor, candidate_id: int, version: int, *, command_id: str) -> None:
    """Back to the stage before: a closed candidate is in the running again, another one loses the last day.

    Raises Refused "record.gone", "record.stale", "candidate.has_paper" (number, name).
    """
    item = records.load(session, Candidate, candidate_id)
    if not once(session, command_id):
        return
    if item.version != version:
        raise Refused("record.stale")
    refuse_paper(session, item)
    if item.stage not in RUNNING:
        item.closed_on = None
        item.stage = _furthest(item)
    elif item.stage != CandidateStage.APPLIED:
        setattr(item, DAYS[item.stage], None)
        item.stage = _furthest(item)
    _written(session, actor, "step_back", item)


def _furthest(item: Candidate) -> CandidateStage:
    reached = [stage for stage, name in DAYS.items() if getattr(item, name) is not None]
    return reached[-1] if reached else CandidateStage.APPLIED


@requires(Permission.PERSONNEL_EDIT)
def join_draft(session: Session, actor: Actor, candidate_id: int) -> PersonnelDraft:  # noqa: ARG001 - the permission needs it
    """What the join paper of a candidate with an offer begins with.

    Raises Refused "record.gone", "candidate.not_offered" (name), "candidate.has_paper" (number, name).
    """
    item = records.load(session, Candidate, candidate_id)
    refuse_paper(session, item)
    if item.stage != CandidateStage.OFFER:
        raise Refused("candidate.not_offered", name=item.name)
    return PersonnelDraft(
        kind=PersonnelKind.JOIN,
        name=item.name,
        phone=item.phone,
        department_id=item.department_id,
        post=item.post,
        candidate_id=item.id,
    )


@requires(Permission.PERSONNEL_SEE)
def sources(session: Session, actor: Actor) -> list[str]:  # noqa: ARG001 - the permission needs it
    """Where candidates came from so far."""
    found = session.scalars(select(Candidate.source).distinct().where(Candidate.source != ""))
    return sorted(found)


def _expected(session: Session, candidate_id: int, version: int, command_id: str) -> Candidate | None:
    """The candidate as the user saw it; None when the same click was carried out already."""
    item = records.load(session, Candidate, candidate_id)
    if not once(session, command_id):
        return None
    if item.version != version:
        raise Refused("record.stale")
    if item.stage not in RUNNING:
        raise Refused("candidate.closed", name=item.name, stage=item.stage.value)
    return item


def _refuse_day(item: Candidate, day: date) -> None:
    if day < item.applied_on:
        raise Refused("candidate.day_before_applied", field="day", name=item.name, day=item.applied_on)


def _written(session: Session, actor: Actor, action: str, item: Candidate, **notes: object) -> None:
    audit.record(session, actor, action, item, **notes)
    session.flush()
