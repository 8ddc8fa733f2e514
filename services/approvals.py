"""One approval engine for every paper: submitted, decided level by level, returned, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import CursorResult, Update, or_, select, update

from models.approval import ApprovalDecision, ApprovalStep, Decision, StepState
from services.approval_levels import Level, Office, Paper, levels, office
from services.approval_steps import (
    OPEN,
    StepRow,
    already_decided,
    is_gone,
    last_round,
    pending,
    steps,
    steps_of,
)
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision led to; `holder_name` is who decides next, "" when nobody has to."""

    finished: bool
    returned: bool
    label: str
    holder_name: str


@requires(Permission.CLAIM_EDIT)
def start(session: Session, actor: Actor, paper: Paper, command_id: str) -> list[StepRow]:
    """Open a new round: a step per level, the lowest one pending, and the submission as a decision.

    Raises Refused "approval.no_rule", "approval.no_approver" (level, place).
    """
    this_round = last_round(session, paper) + 1
    needed = levels(session, paper)
    for level in needed:
        state = StepState.PENDING if level is needed[0] else StepState.WAITING
        session.add(_step(paper, this_round, level, state))
    _note(session, actor, paper, this_round, Decision.SUBMIT, command_id=command_id)
    return steps(session, paper)


@requires(Permission.CLAIM_DECIDE)
def decide(
    session: Session,
    actor: Actor,
    paper: Paper,
    decision: Decision,
    *,
    reason: str,
    command_id: str,
) -> Outcome:
    """Approve or return `paper` at its pending level.

    The step changes only while it is still pending, so of two approvers at the same time one wins.
    Raises Refused "approval.own_paper", "approval.reason_missing" (a return says why), "approval.already_decided"
    (by, decision), "approval.not_yours" (level, approver), "approval.approver_gone" (level, approver),
    "approval.signs_twice" (level, approver).
    """
    reason = reason.strip()
    if decision == Decision.RETURN and not reason:
        raise Refused("approval.reason_missing", field="reason")
    step = pending(session, paper)
    here = office(session)
    refuse_stranger(here, paper, step, actor)
    _refuse_second_hand(session, paper, step, actor)
    approved = decision == Decision.APPROVE
    state = StepState.APPROVED if approved else StepState.RETURNED
    if step is None or not _close(session, actor, step, state, reason):
        raise already_decided(session, paper)
    note(session, actor, paper, step, decision, command_id=command_id, reason=reason)
    if not approved:
        _cancel(session, paper)
        return Outcome(finished=False, returned=True, label=step.label, holder_name="")
    following = _open_next(session, here, paper)
    return Outcome(following is None, returned=False, label=step.label, holder_name=following or "")


@requires(Permission.CLAIM_EDIT)
def withdraw(session: Session, actor: Actor, paper: Paper, *, reason: str, command_id: str) -> None:
    """Take a paper back while it is being decided. Raises Refused "approval.already_decided" (by, decision)."""
    if not _cancel(session, paper):
        raise already_decided(session, paper)
    this_round = last_round(session, paper)
    _note(session, actor, paper, this_round, Decision.WITHDRAW, command_id=command_id, reason=reason.strip())


def _step(paper: Paper, this_round: int, level: Level, state: StepState) -> ApprovalStep:
    return ApprovalStep(
        paper_kind=paper.kind,
        paper_id=paper.id,
        round=this_round,
        level=level.level,
        label=level.label,
        state=state,
        approver_id=level.approver_id,
        role=level.role,
        approver_name=level.approver_name,
    )


def refuse_stranger(here: Office, paper: Paper, step: ApprovalStep | None, actor: Actor) -> None:
    """Raises Refused unless `actor` may decide at `step`, themself or for somebody who is away.

    Codes: "approval.own_paper", "approval.approver_gone", "approval.not_yours" (level, approver).
    """
    if actor.user_id in here.own_users(paper) or actor.employee_id in paper.own_employee_ids:
        raise Refused("approval.own_paper")
    if step is None or step.approver_id == actor.user_id or (step.role and step.role in actor.roles):
        return
    if here.represents(actor.user_id, step):
        return
    code = "approval.approver_gone" if is_gone(here, paper, step) else "approval.not_yours"
    raise Refused(code, level=step.label, approver=step.approver_name)


def _refuse_second_hand(session: Session, paper: Paper, step: ApprovalStep | None, actor: Actor) -> None:
    """Whoever signs a paper in their own name does not sign it for somebody else as well: two levels are two people."""
    if step is None or not _for_name(step, actor):
        return
    mine = or_(ApprovalStep.approver_id == actor.user_id, ApprovalStep.decided_by_id == actor.user_id)
    others = select(ApprovalStep.label).where(
        *steps_of(paper), ApprovalStep.round == step.round, ApprovalStep.id != step.id, mine
    )
    level = session.scalar(others.order_by(ApprovalStep.level).limit(1))
    if level is not None:
        raise Refused("approval.signs_twice", level=level, approver=step.approver_name)


def _close(session: Session, actor: Actor, step: ApprovalStep, state: StepState, reason: str) -> int:
    moment = now()
    as_seen = (ApprovalStep.version == step.version, ApprovalStep.state == StepState.PENDING)
    return _changed(
        session,
        update(ApprovalStep)
        .where(ApprovalStep.id == step.id, *as_seen)
        .values(
            state=state,
            decided_by_id=actor.user_id,
            decided_by_name=actor.name,
            decided_at=moment,
            for_name=_for_name(step, actor),
            reason=reason,
            version=step.version + 1,
            updated_at=moment,
        ),
    )


def _for_name(step: ApprovalStep, actor: Actor) -> str:
    """Who a substitute decides for; "" for whoever was asked themself."""
    return step.approver_name if step.approver_id not in (None, actor.user_id) else ""


def _open_next(session: Session, here: Office, paper: Paper) -> str | None:
    step = session.scalar(
        select(ApprovalStep)
        .where(*steps_of(paper), ApprovalStep.state == StepState.WAITING)
        .order_by(ApprovalStep.level)
        .limit(1)
        .execution_options(populate_existing=True),
    )
    if step is None:
        return None
    step.state = StepState.PENDING
    session.flush()
    return here.holder(step)


def _cancel(session: Session, paper: Paper) -> int:
    return _changed(
        session,
        update(ApprovalStep)
        .where(*steps_of(paper), ApprovalStep.state.in_(OPEN))
        .values(state=StepState.CANCELLED, version=ApprovalStep.version + 1, updated_at=now()),
    )


def _changed(session: Session, statement: Update) -> int:
    result = session.execute(statement.execution_options(synchronize_session=False))
    assert isinstance(result, CursorResult)
    return result.rowcount


@open_to_all("writes down what was permitted and done")
def note(
    session: Session,
    actor: Actor,
    paper: Paper,
    step: ApprovalStep,
    decision: Decision,
    *,
    reason: str,
    command_id: str,
) -> None:
    """One act at one level, into the record of the paper that never changes."""
    own = decision in {Decision.APPROVE, Decision.RETURN}
    for_name = _for_name(step, actor) if own else ""
    _note(
        session, actor, paper, step.round, decision,
        command_id=command_id, reason=reason.strip(), step_id=step.id, for_name=for_name,
    )  # fmt: skip


def _note(
    session: Session,
    actor: Actor,
    paper: Paper,
    this_round: int,
    decision: Decision,
    *,
    command_id: str,
    reason: str = "",
    step_id: int | None = None,
    for_name: str = "",
) -> None:
    session.add(
        ApprovalDecision(
            paper_kind=paper.kind,
            paper_id=paper.id,
            round=this_round,
            step_id=step_id,
            decision=decision,
            user_id=actor.user_id,
            user_name=actor.name,
            for_name=for_name,
            reason=reason,
            at=now(),
            command_id=command_id,
        ),
    )
    session.flush()
