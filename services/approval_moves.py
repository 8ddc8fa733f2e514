"""A paper on its way past somebody: referred 转审, or with one more signer 加签."""

from __future__ import annotations

from sqlalchemy import select

from models.approval import ApprovalStep, Decision, StepState
from services import approvals
from services.approval_levels import Office, Paper, office
from services.approval_steps import OPEN, already_decided, pending, steps_of
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires

SIGNER_LABEL = "加签"  # stands on the printed form


@requires(Permission.CLAIM_DECIDE, Permission.USER_EDIT)
def refer(
    session: Session, actor: Actor, paper: Paper, to_user_id: int, *, reason: str, command_id: str
) -> str:
    """Let somebody else decide at the pending level; returns who has the paper now.

    Whoever is asked may refer; so may a user administrator when nobody who is asked is there.
    Raises Refused "approval.reason_missing", "approval.own_paper", "approval.not_yours" (level, approver),
    "approval.already_decided", and of whom it goes to "approval.cannot_decide", "approval.own_paper_of" (name),
    "approval.already_asked" (name), "approval.on_leave" (approver, until, level).
    """
    step = _step(session, actor, paper, reason, administrators=True)
    here = office(session)
    target = _target(session, here, paper, to_user_id)
    step.state, step.reason = StepState.REFERRED, reason.strip()
    step.decided_by_id, step.decided_by_name = actor.user_id, actor.name
    _shift(session, paper, above=step.level)
    new = _new(step, step.level + 1, step.label, StepState.PENDING, (to_user_id, target), actor)
    session.add(new)
    approvals.note(session, actor, paper, step, Decision.REFER, reason=reason, command_id=command_id)
    return here.holder(new)


@requires(Permission.CLAIM_DECIDE)
def add_signer(
    session: Session,
    actor: Actor,
    paper: Paper,
    user_id: int,
    *,
    before: bool,
    reason: str,
    command_id: str,
) -> str:
    """Ask one more person, before or after the pending level; returns who has the paper now.

    Raises Refused as `refer`.
    """
    step = _step(session, actor, paper, reason)
    here = office(session)
    target = _target(session, here, paper, user_id)
    place = step.level if before else step.level + 1
    _shift(session, paper, above=place - 1)
    if before:
        step.state = StepState.WAITING
        session.flush()
    state = StepState.PENDING if before else StepState.WAITING
    new = _new(step, place, SIGNER_LABEL, state, (user_id, target), actor)
    session.add(new)
    approvals.note(session, actor, paper, step, Decision.ADD_SIGNER, reason=reason, command_id=command_id)
    return here.holder(new if before else step)


def _step(
    session: Session, actor: Actor, paper: Paper, reason: str, *, administrators: bool = False
) -> ApprovalStep:
    """The pending step, if it is the actor's to move."""
    if not reason.strip():
        raise Refused("approval.reason_missing", field="reason")
    step = pending(session, paper)
    if step is None:
        raise already_decided(session, paper)
    here = office(session)
    if not (administrators and actor.can(Permission.USER_EDIT) and here.is_stuck(paper, step)):
        approvals.refuse_stranger(here, paper, step, actor)
    return step


def _target(session: Session, here: Office, paper: Paper, user_id: int) -> str:
    """The name of whom the paper goes to, who must be able to decide on it."""
    user = here.deciders.get(user_id)
    if user is None:
        raise Refused("approval.cannot_decide", field="user_id")
    if user_id in here.own_users(paper):
        raise Refused("approval.own_paper_of", field="user_id", name=user.name)
    asked = select(ApprovalStep.id).where(
        *steps_of(paper), ApprovalStep.state.in_(OPEN), ApprovalStep.approver_id == user_id
    )
    if session.scalar(asked) is not None:
        raise Refused("approval.already_asked", field="user_id", name=user.name)
    here.refuse_absent(paper, user, "")
    return user.name


def _shift(session: Session, paper: Paper, *, above: int) -> None:
    """Make room for one more level: each later one moves on by one, the last one first, so that none meets another."""
    later = session.scalars(
        select(ApprovalStep)
        .where(*steps_of(paper), ApprovalStep.state.in_(OPEN), ApprovalStep.level > above)
        .order_by(ApprovalStep.level.desc())
        .execution_options(populate_existing=True)
    ).all()
    for step in later:
        step.level += 1
        session.flush()


def _new(
    step: ApprovalStep, level: int, label: str, state: StepState, who: tuple[int, str], actor: Actor
) -> ApprovalStep:
    return ApprovalStep(
        paper_kind=step.paper_kind,
        paper_id=step.paper_id,
        round=step.round,
        level=level,
        label=label,
        state=state,
        approver_id=who[0],
        role=None,
        approver_name=who[1],
        added_by_name=actor.name,
    )
