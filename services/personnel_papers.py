"""Personnel papers 人事单据: drafted here, decided by services/office_papers.py, taking effect on their day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select

from models.base import Record
from models.people import Department, Employee
from models.personnel_paper import LeavingItem, OfficePaperState, PersonnelKind, PersonnelPaper
from models.recruiting import Candidate
from services import numbering, personnel_effects, personnel_standing, records
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, check, open_to_all, requires
from services.personnel_bodies import body_of
from services.personnel_checks import refuse_wrong
from services.personnel_drafts import PersonnelDraft, draft_of
from services.records import tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Register

SERIES = "RS"
EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})


def _is_waiting_to_apply(_context: ChipContext | None = None) -> ColumnElement[bool]:
    return and_(PersonnelPaper.state == OfficePaperState.APPROVED, PersonnelPaper.applied_on.is_(None))


def _is_open(_context: ChipContext) -> ColumnElement[bool]:
    return or_(PersonnelPaper.state.in_([*EDITABLE, OfficePaperState.SUBMITTED]), _is_waiting_to_apply())


def _of(kind: PersonnelKind) -> Callable[[ChipContext], ColumnElement[bool]]:
    return lambda _context: PersonnelPaper.kind == kind


REGISTER = Register(
    name="personnel_paper",
    record=PersonnelPaper,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, PersonnelPaper.number, width=112),
        Column("kind", "Kind", ColumnKind.CHOICE, PersonnelPaper.kind, width=104, choices=PersonnelKind),
        Column("employee_name", "Full name", ColumnKind.TEXT, PersonnelPaper.employee_name, width=72),
        Column("department_name", "Department", ColumnKind.TEXT, PersonnelPaper.department_name, width=92, spare=1),
        Column("effective_on", "From the day", ColumnKind.DAY, PersonnelPaper.effective_on, width=84),
        Column("state", "State", ColumnKind.CHOICE, PersonnelPaper.state, width=88, choices=OfficePaperState),
        Column("holder_name", "With", ColumnKind.TEXT, PersonnelPaper.holder_name, width=72),
        Column("reason", "Reason", ColumnKind.TEXT, PersonnelPaper.reason, width=100, stretch=True),
        Column("applied_on", "In effect since", ColumnKind.DAY, PersonnelPaper.applied_on, width=92, shown=False),
        Column("made_by", "Made by", ColumnKind.TEXT, PersonnelPaper.made_by_name, width=90, shown=False),
    ),
    see=Permission.PERSONNEL_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("open", "Open", clause=_is_open),
        Chip("join", "Joining", clause=_of(PersonnelKind.JOIN)),
        Chip("confirm", "Confirmation", clause=_of(PersonnelKind.CONFIRM)),
        Chip("transfer", "Transfer", clause=_of(PersonnelKind.TRANSFER)),
        Chip("pay_change", "Change of pay", clause=_of(PersonnelKind.PAY_CHANGE)),
        Chip("leave", "Leaving", clause=_of(PersonnelKind.LEAVE)),
        Chip("all", "All"),
    ),
    default_chip="open",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonnelHeadline:
    """What is going on: drafts and returned ones, papers being decided, papers whose day is still to come."""

    to_finish: int
    submitted: int
    to_come: int
    next_on: date | None


@requires(Permission.PERSONNEL_SEE)
def headline(session: Session, actor: Actor) -> PersonnelHeadline:  # noqa: ARG001 - the permission needs it
    """What waits on this page."""

    def count(*where: ColumnElement[bool]) -> int:
        return session.scalar(select(func.count()).select_from(PersonnelPaper).where(*where)) or 0

    later = _is_waiting_to_apply()
    return PersonnelHeadline(
        count(PersonnelPaper.state.in_(EDITABLE)),
        count(PersonnelPaper.state == OfficePaperState.SUBMITTED),
        count(later),
        session.scalar(select(func.min(PersonnelPaper.effective_on)).where(later)),
    )


@requires(Permission.PERSONNEL_SEE)
def get(session: Session, actor: Actor, paper_id: int) -> PersonnelDraft:
    """The paper as it was typed, its pay for those who may see pay. Refused "record.gone"."""
    paper = records.load(session, PersonnelPaper, paper_id)
    return draft_of(paper, with_pay=actor.can(Permission.PAYROLL_SEE))


@requires(Permission.PERSONNEL_EDIT)
def save(session: Session, actor: Actor, draft: PersonnelDraft, *, today: date) -> int:
    """Store a paper that may still be changed, a new one as "RS-2026-0001"; returns its id.

    Pay is written by those who may change pay; from others it stays as it is. Raises Refused "permission.denied",
    "record.required" (effective_on, name, identity_number, employee_id, department_id, ending, pay.N.…),
    "record.gone", "record.stale", "office_paper.wrong_state" (state), "employee.grade",
    "personnel.identity_known", "personnel.second_paper", "personnel.has_left", "personnel.left_before_hired",
    "personnel.before_hired", "personnel.probation_before_hired", "contract.days" (contract_until),
    "contract.no_probation" (probation_until), "contract.probation" (months, day), "personnel.notice_after_last_day",
    "personnel.handover_to_self", "personnel.nothing_changes", "personnel.no_pay", "personnel.pay_negative",
    "personnel.component_twice".
    """
    if draft.kind == PersonnelKind.PAY_CHANGE:
        check(actor, Permission.PAYROLL_EDIT)
    paper = _paper(session, actor, draft)
    if draft.id is not None:
        draft = replace(draft, kind=paper.kind)
    if draft.pay is not None and not actor.can(Permission.PAYROLL_EDIT):
        draft = replace(draft, pay=None)
    refuse_wrong(session, draft)
    _whom(session, paper, draft)
    assert draft.effective_on is not None, "refused above"
    paper.effective_on, paper.reason = draft.effective_on, tidy(draft.reason, "reason")
    before = dict(paper.body or {})
    paper.body = body_of(session, paper, draft, before)
    if not paper.number:
        paper.number = numbering.next_number(session, f"{SERIES}-{today.year}")
    paper_id = records.keep(
        session,
        actor,
        paper,
        paper.number,
        paper.employee_name,
        paper.department_name,
        paper.body.get("post"),
    )
    _link_candidate(session, paper)
    return paper_id


def _paper(session: Session, actor: Actor, draft: PersonnelDraft) -> PersonnelPaper:
    if draft.id is None:
        return PersonnelPaper(
            kind=draft.kind,
            state=OfficePaperState.DRAFT,
            made_by_id=actor.user_id,
            made_by_name=actor.name,
            body={},
        )
    paper = records.expect(session, PersonnelPaper, draft.id, draft.version)
    _refuse_state(paper, EDITABLE)
    return paper


def _whom(session: Session, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    """Name the person and the department whose head decides first."""
    if draft.kind == PersonnelKind.JOIN:
        paper.employee_name = tidy(draft.name, "name")
        paper.department_name = personnel_standing.department_name(session, draft.department_id)
        paper.department_id = draft.department_id or 0
        return
    employee = session.get_one(Employee, draft.employee_id)
    paper.employee_id, paper.employee_name = employee.id, employee.name
    paper.department_id = employee.department_id
    paper.department_name = session.get_one(Department, employee.department_id).name


def _link_candidate(session: Session, paper: PersonnelPaper) -> None:
    candidate_id = paper.body.get("candidate_id")
    candidate = session.get(Candidate, candidate_id) if candidate_id else None
    if candidate is not None:
        candidate.paper_id = paper.id
        session.flush()


@requires(Permission.PERSONNEL_EDIT)
def remove(session: Session, actor: Actor, paper_id: int, version: int) -> bool:
    """Delete a draft that was never decided upon. Raises Refused "office_paper.wrong_state", "record.gone", "record.stale"."""
    paper = records.expect(session, PersonnelPaper, paper_id, version)
    _refuse_state(paper, frozenset({OfficePaperState.DRAFT}))
    for linked in session.scalars(select(Candidate).where(Candidate.paper_id == paper_id)):
        linked.paper_id = None
    for item in session.scalars(select(LeavingItem).where(LeavingItem.paper_id == paper_id)):
        session.delete(item)
    session.flush()
    return records.drop(session, actor, paper)


def _refuse_state(paper: PersonnelPaper, states: frozenset[OfficePaperState]) -> None:
    if paper.state not in states:
        raise Refused("office_paper.wrong_state", state=paper.state)


@open_to_all("called by services.office_papers when the last level has approved")
def approved(session: Session, actor: Actor, paper: Record, today: date) -> None:
    """Let an approved paper take effect, now or when its day comes. Raises what `refuse_wrong` would raise by now."""
    assert isinstance(paper, PersonnelPaper)
    refuse_wrong(session, draft_of(paper, with_pay=True))
    if paper.effective_on <= today:
        personnel_effects.apply(session, actor, paper, today)


@requires(Permission.PERSONNEL_SEE)
def due_count(session: Session, actor: Actor, today: date) -> int:  # noqa: ARG001 - the permission needs it
    """How many approved papers wait to take effect on or before that day."""
    due = (_is_waiting_to_apply(), PersonnelPaper.effective_on <= today)
    return session.scalar(select(func.count()).select_from(PersonnelPaper).where(*due)) or 0


@open_to_all("carries out what was approved, whoever happens to open the program first")
def apply_due(session: Session, actor: Actor, today: date) -> int:
    """Let the approved papers whose day has come take effect; how many did. Doing it again does nothing.

    A paper that cannot take effect any more says so in its note and keeps nobody else's from it.
    """
    due = session.scalars(
        select(PersonnelPaper)
        .where(_is_waiting_to_apply(), PersonnelPaper.effective_on <= today)
        .order_by(PersonnelPaper.effective_on, PersonnelPaper.id)
    ).all()
    done = 0
    for paper in due:
        try:
            with session.begin_nested():
                personnel_effects.apply(session, actor, paper, today)
            done += 1
        except Refused as refused:
            session.refresh(paper)
            paper.state_note = refused.code
            session.flush()
    return done


@requires(Permission.CLAIM_VOID)
def void(
    session: Session, actor: Actor, paper_id: int, version: int, *, reason: str, command_id: str
) -> None:
    """Take back an approved paper before its day has come.

    Raises Refused "permission.denied", "record.gone", "record.stale", "personnel.in_effect", "approval.reason_missing".
    """
    personnel_effects.void(session, actor, paper_id, version, reason=reason, command_id=command_id)
