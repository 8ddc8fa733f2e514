"""What the limits are held against: the claimant's other papers and invoices, the levels of approval, the categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import or_, select

from models.approval import ApprovalRule
from models.expense_category import CategoryRole, ExpenseCategory
from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine
from models.invoice import Invoice
from models.people import Employee
from models.policy import PolicyKind
from services import policies
from services.claim_values import ClaimDraft
from services.database import Session
from services.permissions import open_to_all
from services.policies import Policies

INVOICES_BACK = timedelta(days=90)  # invoices in a row are looked for among those of so many days
_COUNTED = (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID)
_WHY = "a step of checking a paper, which has its own permission"


@dataclass(frozen=True, slots=True)
class Category:
    """A category of expenses and what it is to the policies."""

    id: int
    name: str
    role: CategoryRole


@dataclass(frozen=True, slots=True)
class Spent:
    """A line of another paper of the claimant's; both amounts in yuan."""

    paper: str
    submitted_on: date | None
    paper_amount: Decimal
    category_id: int
    spent_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Held:
    """An invoice on another paper of the claimant's."""

    paper: str
    seller: str
    number: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything a paper's limits are held against, as of `today`; `levels` are yuan from which a level is asked."""

    policies: Policies
    categories: dict[int, Category]
    grade: int
    today: date
    spent: tuple[Spent, ...] = ()
    held: tuple[Held, ...] = ()
    levels: tuple[Decimal, ...] = ()

    def under(self, limits: Policies) -> Ground:
        """The same ground under other limits."""
        return replace(self, policies=limits)


@open_to_all(_WHY)
def ground_of(
    session: Session,
    draft: ClaimDraft,
    invoices: Sequence[Invoice],
    *,
    today: date,
    grade: int | None = None,
    also: PolicyKind | None = None,
) -> Ground:
    """What `draft` is held against; only what a limit of the company, or of the kind `also`, asks for is looked up."""
    known = policies.policies(session)
    kinds = {limit.kind for limit in known.limits} | ({also} if also else set())
    claimant = session.get(Employee, draft.claimant_id) if draft.claimant_id else None
    own_grade = grade or (claimant.grade if claimant else 3)
    if not kinds:
        return Ground(known, {}, own_grade, today)
    wants_spent = bool(kinds & {PolicyKind.CATEGORY_PER_MONTH, PolicyKind.SPLIT})
    return Ground(
        policies=known,
        categories=categories_of(session),
        grade=own_grade,
        today=today,
        spent=_spent(session, draft, today) if wants_spent else (),
        held=_held(session, draft, invoices, today) if PolicyKind.CONSECUTIVE in kinds else (),
        levels=levels_of(session, draft) if PolicyKind.SPLIT in kinds else (),
    )


@open_to_all(_WHY)
def categories_of(session: Session) -> dict[int, Category]:
    """Every category by its id."""
    rows = session.execute(select(ExpenseCategory.id, ExpenseCategory.name, ExpenseCategory.role))
    return {row.id: Category(*row) for row in rows}


@open_to_all(_WHY)
def levels_of(session: Session, draft: ClaimDraft) -> tuple[Decimal, ...]:
    """The amounts in yuan from which one more level decides on a paper of this kind, lowest first."""
    found = session.scalars(
        select(ApprovalRule.amount_from)
        .filter_by(active=True)
        .where(ApprovalRule.amount_from > Decimal(0))
        .where(or_(ApprovalRule.paper_kind == "", ApprovalRule.paper_kind == draft.kind.value))
        .distinct()
    )
    return tuple(sorted(found))


def _spent(session: Session, draft: ClaimDraft, today: date) -> tuple[Spent, ...]:
    days = [line.spent_on for line in draft.lines if line.spent_on]
    first = min([*days, today - timedelta(days=62)]).replace(day=1)
    rows = session.execute(
        select(
            ExpenseClaim.number,
            ExpenseClaim.submitted_on,
            ExpenseClaim.amount,
            ExpenseLine.category_id,
            ExpenseLine.spent_on,
            ExpenseLine.amount,
        )
        .join(ExpenseLine, ExpenseLine.claim_id == ExpenseClaim.id)
        .where(ExpenseClaim.claimant_id == draft.claimant_id, ExpenseClaim.state.in_(_COUNTED))
        .where(ExpenseClaim.id != (draft.id or 0))
        .where(ExpenseClaim.submitted_on.between(first, today))
        .order_by(ExpenseClaim.id, ExpenseLine.position)
    )
    return tuple(Spent(*row) for row in rows)


def _held(session: Session, draft: ClaimDraft, invoices: Sequence[Invoice], today: date) -> tuple[Held, ...]:
    sellers = {invoice.seller_name for invoice in invoices if invoice.seller_name}
    if not sellers:
        return ()
    rows = session.execute(
        select(ExpenseClaim.number, Invoice.seller_name, Invoice.number)
        .join(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id)
        .where(Invoice.seller_name.in_(sorted(sellers)), Invoice.issued_on >= today - INVOICES_BACK)
        .where(ExpenseClaim.claimant_id == draft.claimant_id, ExpenseClaim.state.in_(_COUNTED))
        .where(ExpenseClaim.id != (draft.id or 0), ExpenseClaim.submitted_on <= today)
        .order_by(Invoice.id)
    )
    return tuple(Held(*row) for row in rows)
