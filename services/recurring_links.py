"""What a claim that was made from a recurring paper owes it: a draft that is deleted gives its period back."""

from __future__ import annotations

from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from models.recurring import RecurringPaper
from services import audit
from services.database import Session
from services.permissions import Actor, open_to_all
from services.recurring_papers import set_next


@open_to_all("a step of deleting a draft, which has its permission")
def give_back(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    """The draft is going: its recurring paper is due again for the same day, if it was the last one made."""
    item = session.scalar(select(RecurringPaper).where(RecurringPaper.last_claim_id == claim.id))
    if item is None:
        return
    item.last_claim_id = None
    if item.last_on is not None:
        set_next(item, item.last_on)
        item.last_on = None
    audit.record(session, actor, "edit", item, claim=claim.number)
    session.flush()
