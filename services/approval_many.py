"""Many papers approved as one act: each only as it was seen, those that moved on meanwhile left out and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from services import claim_states
from services.claim_values import Saved
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that was not approved, and why."""

    number: str
    refused: Refused


@dataclass(frozen=True, slots=True)
class Approved:
    """What came of it."""

    done: tuple[Saved, ...]
    left_out: tuple[LeftOut, ...]


@requires(Permission.CLAIM_DECIDE)
def approve_many(
    session: Session, actor: Actor, papers: Sequence[tuple[int, int]], command_id: str
) -> Approved:
    """Approve `papers` (id and version as seen) in one transaction; the same command twice is done once.

    What cannot be approved (decided meanwhile, the actor's own, not asked) stays as it is and is told.
    """
    if not once(session, command_id):
        return Approved((), ())
    done, left_out = list[Saved](), list[LeftOut]()
    for claim_id, version in papers:
        try:
            with session.begin_nested():
                own = f"{command_id}:{claim_id}"
                done.append(claim_states.approve(session, actor, claim_id, version, own))
        except Refused as refused:
            number = session.scalar(select(ExpenseClaim.number).where(ExpenseClaim.id == claim_id))
            left_out.append(LeftOut(number or "", refused))
    return Approved(tuple(done), tuple(left_out))
