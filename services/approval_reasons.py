"""Reasons of returns that are remembered: one's own last ones, then what the company says most often."""

from __future__ import annotations

from sqlalchemy import func, select

from models.approval import ApprovalDecision, Decision
from services.database import Session
from services.permissions import Actor, Permission, requires

MOST = 9  # one for each figure key
_OWN = 5


@requires(Permission.CLAIM_DECIDE)
def remembered(session: Session, actor: Actor) -> list[str]:
    """Up to nine different reasons, the actor's latest first."""
    returned = (ApprovalDecision.decision == Decision.RETURN, ApprovalDecision.reason != "")
    last = func.max(ApprovalDecision.id).desc()
    own = session.scalars(
        select(ApprovalDecision.reason)
        .where(*returned, ApprovalDecision.user_id == actor.user_id)
        .group_by(ApprovalDecision.reason)
        .order_by(last)
        .limit(_OWN)
    )
    common = session.scalars(
        select(ApprovalDecision.reason)
        .where(*returned)
        .group_by(ApprovalDecision.reason)
        .order_by(func.count().desc(), last)
        .limit(MOST)
    )
    return list(dict.fromkeys([*own, *common]))[:MOST]
