"""What may have changed around a paper: its claimant left, its project closed, the same trip was claimed before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.people import Employee
from models.project import Project, ProjectState
from models.travel import TravelLeg
from services.claim_check_row import Check, stop, warn
from services.claim_values import ClaimDraft
from services.database import Session
from services.errors import Refused
from services.permissions import open_to_all

_WHY = "a step of checking, submitting, approving and paying, which have their permissions"
_ALIVE = (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID)


@open_to_all(_WHY)
def checks(session: Session, draft: ClaimDraft, today: date) -> Iterator[Check]:
    """Whoever left gets no advance; what they are still owed wants a reason, and so does a trip on claimed days."""
    person = session.get(Employee, draft.claimant_id) if draft.claimant_id else None
    if person and person.left_on and person.left_on < today:
        found = stop if draft.kind == PaperKind.ADVANCE else warn
        yield found("claimant_left", "", name=person.name, day=person.left_on.isoformat())
    if draft.kind == PaperKind.TRAVEL:
        yield from _same_days(session, draft)


@open_to_all(_WHY)
def refuse_changed(session: Session, claim: ExpenseClaim, today: date) -> None:
    """The last look before a paper is submitted or agreed to.

    Raises Refused "claim.project_closed" (number), and of `refuse_leaver`.
    """
    wanted = {claim.project_id, *(line.project_id for line in claim.lines)} - {None}
    closed = select(Project.number).where(Project.id.in_(wanted), Project.state == ProjectState.CLOSED)
    number = session.scalar(closed.order_by(Project.id).limit(1)) if wanted else None
    if number is not None:
        raise Refused("claim.project_closed", number=number)
    refuse_leaver(session, claim, today)


@open_to_all(_WHY)
def refuse_leaver(session: Session, claim: ExpenseClaim, today: date) -> None:
    """Raises Refused "claim.claimant_left" (name, day): no advance for somebody whose last day is before `today`."""
    if claim.kind != PaperKind.ADVANCE:
        return
    person = session.get_one(Employee, claim.claimant_id)
    if person.left_on and person.left_on < today:
        raise Refused("claim.claimant_left", name=person.name, day=person.left_on.isoformat())


def _same_days(session: Session, draft: ClaimDraft) -> Iterator[Check]:
    """Other trips of this claimant on the same days; coming home and leaving again on one day is none."""
    days = [(leg.departed_on, leg.arrived_on) for leg in draft.legs if leg.departed_on and leg.arrived_on]
    if not days:
        return
    first, last = min(day for day, _ in days), max(day for _, day in days)
    began, ended = func.min(TravelLeg.departed_on), func.max(TravelLeg.arrived_on)
    rows = session.execute(
        select(ExpenseClaim.number, began, ended)
        .join(TravelLeg, TravelLeg.claim_id == ExpenseClaim.id)
        .where(
            ExpenseClaim.claimant_id == draft.claimant_id,
            ExpenseClaim.state.in_(_ALIVE),
            ExpenseClaim.id != (draft.id or 0),
        )
        .group_by(ExpenseClaim.id, ExpenseClaim.number)
        .having(began <= last, ended >= first)
        .order_by(ExpenseClaim.id)
    )
    for number, start, end in rows:
        if max(first, start) < min(last, end) or (first, last) == (start, end):
            yield warn("trip_again", number, number=number, first=start.isoformat(), last=end.isoformat())
