"""Where a paper stands in its approval: its steps, the acts on it, and whom it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select

from models.approval import Absence, ApprovalDecision, ApprovalStep, Decision, StepState
from services.absences import represented
from services.approval_levels import Office, Paper, office
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all

OPEN = (StepState.WAITING, StepState.PENDING)
_NO_END = (Decision.SUBMIT, Decision.REMIND)
_WHY = "called by the services of papers, which have checked"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A level as shown; `gone` when nobody who could decide there is left, `holder_name` with the substitute's name.

    `away_until` is set when whoever is asked is away and nobody decides for them.
    """

    id: int
    level: int
    label: str
    state: StepState
    approver_name: str
    decided_by_name: str
    decided_at: datetime | None
    reason: str
    gone: bool
    for_name: str
    added_by_name: str
    holder_name: str
    away_until: date | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One act on a paper, as it stands in its record."""

    at: datetime
    user_name: str
    decision: Decision
    reason: str
    round: int
    for_name: str = ""


@open_to_all(_WHY)
def steps(session: Session, paper: Paper) -> list[StepRow]:
    """The levels of the last round, lowest first; empty when the paper was never submitted."""
    rows = session.scalars(
        select(ApprovalStep)
        .where(*steps_of(paper), ApprovalStep.round == last_round(session, paper))
        .order_by(ApprovalStep.level)
        .execution_options(populate_existing=True),
    ).all()
    here = office(session)
    return [_row(here, paper, step) for step in rows]


@open_to_all(_WHY)
def decisions(session: Session, paper: Paper) -> list[DecisionRow]:
    """Every act on the paper in all rounds, oldest first."""
    rows = session.scalars(
        select(ApprovalDecision)
        .where(ApprovalDecision.paper_kind == paper.kind, ApprovalDecision.paper_id == paper.id)
        .order_by(ApprovalDecision.id),
    )
    return [
        DecisionRow(row.at, row.user_name, row.decision, row.reason, row.round, row.for_name) for row in rows
    ]


@open_to_all(_WHY)
def already_decided(session: Session, paper: Paper) -> Refused:
    """The refusal that names who was faster and what they did; "record.stale" when nobody decided yet."""
    this_round = last_round(session, paper)
    acts = [a for a in decisions(session, paper) if a.round == this_round and a.decision not in _NO_END]
    if not acts:
        return Refused("record.stale")
    return Refused("approval.already_decided", by=acts[-1].user_name, decision=acts[-1].decision.value)


@open_to_all(_WHY)
def asked(session: Session, actor: Actor, paper: Paper) -> bool:
    """Whether the paper waits for `actor` now."""
    step = session.scalar(select(ApprovalStep.id).where(*steps_of(paper), waits_for(actor)))
    return step is not None and actor.user_id not in office(session).own_users(paper)


@open_to_all(_WHY)
def pending(session: Session, paper: Paper) -> ApprovalStep | None:
    """The step that is being decided."""
    return session.scalar(
        select(ApprovalStep)
        .where(*steps_of(paper), ApprovalStep.state == StepState.PENDING)
        .execution_options(populate_existing=True),
    )


@open_to_all(_WHY)
def last_round(session: Session, paper: Paper) -> int:
    """How often the paper was submitted."""
    return session.scalar(select(func.max(ApprovalStep.round)).where(*steps_of(paper))) or 0


def steps_of(paper: Paper) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The condition on ApprovalStep for the steps of one paper."""
    return ApprovalStep.paper_kind == paper.kind, ApprovalStep.paper_id == paper.id


def waits_for(actor: Actor) -> ColumnElement[bool]:
    """The condition on ApprovalStep for what waits for `actor`, own papers not yet left out."""
    roles = (ApprovalStep.role == role for role in sorted(actor.roles))
    absent = select(Absence.user_id).where(represented(actor))
    mine = or_(ApprovalStep.approver_id == actor.user_id, ApprovalStep.approver_id.in_(absent), *roles)
    return (ApprovalStep.state == StepState.PENDING) & mine


def is_gone(here: Office, paper: Paper, step: ApprovalStep) -> bool:
    """Whether an open step has lost everybody who could decide it."""
    if step.state not in OPEN:
        return False
    if step.role:
        return not here.with_role(step.role, here.own_users(paper))
    return step.approver_id not in here.deciders


def _row(here: Office, paper: Paper, step: ApprovalStep) -> StepRow:
    return StepRow(
        id=step.id,
        level=step.level,
        label=step.label,
        state=step.state,
        approver_name=step.approver_name,
        decided_by_name=step.decided_by_name,
        decided_at=step.decided_at,
        reason=step.reason,
        gone=is_gone(here, paper, step),
        for_name=step.for_name,
        added_by_name=step.added_by_name,
        holder_name=here.holder(step),
        away_until=_away_until(here, paper, step),
    )


def _away_until(here: Office, paper: Paper, step: ApprovalStep) -> date | None:
    gone = here.away.get(step.approver_id or 0)
    waits = step.state in OPEN and gone is not None and here.is_absent(paper, gone.user_id)
    return gone.to_on if waits and gone else None
