"""What approvers and clerks do with a paper that waits: refer it, ask for one more signer, remind who has it."""

from __future__ import annotations

from datetime import date

from models.approval import Decision
from models.expense_claim import ClaimState, ExpenseClaim
from services import approval_moves, approvals, audit
from services.approval_steps import pending
from services.calendars import business_day
from services.claim_records import expect, hold, load, paper_of, saved
from services.claim_values import Saved
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires

_WAITING = frozenset({ClaimState.SUBMITTED})


@requires(Permission.CLAIM_DECIDE, Permission.USER_EDIT)
def refer(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    command_id: str,
    *,
    user_id: int | None,
    reason: str,
) -> Saved:
    """Hand the decision to somebody else.

    Raises Refused "record.gone", "record.stale", "record.required", "claim.wrong_state", and of
    `approval_moves.refer`.
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _WAITING)
    chosen = _chosen(user_id)
    holder = approval_moves.refer(
        session, actor, paper_of(claim), chosen, reason=reason, command_id=command_id
    )
    return _moved(session, actor, "refer", claim, holder, reason)


@requires(Permission.CLAIM_DECIDE)
def add_signer(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    command_id: str,
    *,
    user_id: int | None,
    before: bool,
    reason: str,
) -> Saved:
    """Ask one more person, before the actor decides or after. Raises Refused as `refer`."""
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _WAITING)
    chosen = _chosen(user_id)
    holder = approval_moves.add_signer(
        session, actor, paper_of(claim), chosen, before=before, reason=reason, command_id=command_id
    )
    return _moved(session, actor, "add_signer", claim, holder, reason)


@requires(Permission.CLAIM_EDIT)
def remind(
    session: Session, actor: Actor, claim_id: int, version: int, command_id: str, *, today: date
) -> Saved:
    """Tell whoever has the paper that it is asked after; once a day.

    Raises Refused "record.gone", "record.stale", "claim.wrong_state", "approval.reminded_today" (name).
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, _WAITING)
    if claim.reminded_at is not None and business_day(claim.reminded_at) >= today:
        raise Refused("approval.reminded_today", name=claim.holder_name)
    paper = paper_of(claim)
    step = pending(session, paper)
    assert step is not None, "a submitted paper is at some level"
    approvals.note(session, actor, paper, step, Decision.REMIND, reason="", command_id=command_id)
    claim.reminded_at = now()
    audit.record(session, actor, "remind", claim, holder=claim.holder_name)
    session.flush()
    return saved(claim)


def _chosen(user_id: int | None) -> int:
    if user_id is None:
        raise Refused("record.required", field="user_id")
    return user_id


def _moved(
    session: Session, actor: Actor, action: str, claim: ExpenseClaim, holder: str, reason: str
) -> Saved:
    hold(claim, holder)
    claim.reminded_at = None
    claim.updated_at = now()
    audit.record(session, actor, action, claim, reason=reason.strip(), holder=holder)
    session.flush()
    return saved(claim)
