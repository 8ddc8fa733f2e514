"""A paper made from the last one: the same people, project and lines, without invoices, its days moved to today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from models.expense_category import ExpenseCategory
from models.packet import FundingSource
from models.payee import Payee
from models.people import Department, Employee
from models.project import Project, ProjectState
from services.claim_records import load, refuse_stranger
from services.claim_values import ClaimDraft, LegDraft, LineDraft
from services.claim_writing import draft_of
from services.database import Session
from services.errors import Refused
from services.funding_sources import WITH_LINES
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class Copied:
    """A new draft that is not stored yet, and the names of what could not be taken over because it is over."""

    draft: ClaimDraft
    left_out: tuple[str, ...]


@requires(Permission.CLAIM_EDIT)
def copy(session: Session, actor: Actor, claim_id: int, *, today: date) -> Copied:
    """A claim, travel claim or payment request as a new draft; invoices, offsets and reasons stay with the old one.

    Days move by as much as the paper's own day, never beyond `today`. What has ended since (a claimant who left, a
    closed project, a category, source or payee out of use) is left empty and named.
    Raises Refused "record.gone", "claim.not_yours" (number), "claim.not_copied" (number).
    """
    claim = load(session, claim_id)
    refuse_stranger(actor, claim)
    if claim.kind not in WITH_LINES:
        raise Refused("claim.not_copied", number=claim.number)
    old, moved = draft_of(claim), today - claim.business_date
    gone = _Gone(session, today)
    draft = replace(
        old,
        id=None,
        version=None,
        business_date=today,
        claimant_id=gone.employee(old.claimant_id),
        department_id=gone.department(old.department_id),
        project_id=gone.project(old.project_id),
        funding_source_id=gone.source(old.funding_source_id),
        payee_id=gone.payee(old.payee_id),
        lines=tuple(_line(line, moved, today, gone) for line in old.lines),
        legs=tuple(_leg(leg, moved) for leg in old.legs),
        offsets=(),
        reasons={},
        invoice_due_on=None,
        recurring_id=None,
    )
    return Copied(draft, tuple(gone.names))


class _Gone:
    """What can still be chosen; the rest is named once."""

    def __init__(self, session: Session, today: date) -> None:
        self._session, self._today = session, today
        self.names: dict[str, None] = {}

    def employee(self, employee_id: int | None) -> int | None:
        person = self._session.get(Employee, employee_id) if employee_id else None
        gone = person is not None and person.left_on is not None and person.left_on < self._today
        return self._kept(employee_id, person.name if person and gone else "")

    def department(self, department_id: int | None) -> int | None:
        found = self._session.get(Department, department_id) if department_id else None
        return self._kept(department_id, found.name if found and not found.active else "")

    def project(self, project_id: int | None) -> int | None:
        found = self._session.get(Project, project_id) if project_id else None
        return self._kept(project_id, found.name if found and found.state == ProjectState.CLOSED else "")

    def category(self, category_id: int | None) -> int | None:
        found = self._session.get(ExpenseCategory, category_id) if category_id else None
        return self._kept(category_id, found.name if found and not found.active else "")

    def source(self, source_id: int | None) -> int | None:
        found = self._session.get(FundingSource, source_id) if source_id else None
        return self._kept(source_id, found.name if found and not found.active else "")

    def payee(self, payee_id: int | None) -> int | None:
        found = self._session.get(Payee, payee_id) if payee_id else None
        return self._kept(payee_id, found.name if found and not found.active else "")

    def _kept(self, record_id: int | None, gone: str) -> int | None:
        if gone:
            self.names[gone] = None
        return None if gone else record_id


def _line(line: LineDraft, moved: timedelta, today: date, gone: _Gone) -> LineDraft:
    first, last = _shifted(line.spent_on, moved, today), _shifted(line.spent_to, moved, today)
    return replace(
        line,
        category_id=gone.category(line.category_id),
        project_id=gone.project(line.project_id),
        spent_on=first,
        spent_to=last,
        invoice_id=None,
        tax=Decimal(0),
        sanctioned=line.amount,
    )


def _leg(leg: LegDraft, moved: timedelta) -> LegDraft:
    return replace(
        leg,
        departed_on=leg.departed_on + moved if leg.departed_on else None,
        arrived_on=leg.arrived_on + moved if leg.arrived_on else None,
    )


def _shifted(day: date | None, moved: timedelta, today: date) -> date | None:
    return None if day is None else min(day + moved, today)
