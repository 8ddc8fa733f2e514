"""Several papers at once: what they are before somebody acts on all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from models.expense_claim import ClaimState, ExpenseClaim
from services.database import Session
from services.permissions import Actor, Permission, requires

_CHUNK = 500  # parameters of one statement


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper as it stands when somebody decides to act on it: its version is what the act expects (yuan)."""

    id: int
    version: int
    number: str
    claimant_name: str
    purpose: str
    amount: Decimal
    state: ClaimState


@requires(Permission.CLAIM_SEE)
def standing(session: Session, actor: Actor, ids: Sequence[int]) -> list[Standing]:  # noqa: ARG001 - the permission needs the actor
    """These papers in this order; those that are gone are left out."""
    found: dict[int, Standing] = {}
    columns = (
        ExpenseClaim.id,
        ExpenseClaim.version,
        ExpenseClaim.number,
        ExpenseClaim.claimant_name,
        ExpenseClaim.purpose,
        ExpenseClaim.amount,
        ExpenseClaim.state,
    )
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        for row in session.execute(select(*columns).where(ExpenseClaim.id.in_(chunk))):
            found[row.id] = Standing(*row)
    return [found[each] for each in ids if each in found]
