"""A claim's record as every step needs it: loaded, expected in a state, named, found."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.expense_category import ExpenseCategory
from models.expense_claim import EDITABLE, ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.people import Company, Department, Employee
from models.project import Project
from models.user import User
from services import payment_requests, search
from services.approval_levels import Paper, names
from services.approval_steps import already_decided
from services.claim_values import Saved
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, permissions_of

_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def load(session: Session, claim_id: int) -> ExpenseClaim:
    """The paper with lines, legs, offsets and checks. Raises Refused "record.gone"."""
    claim = session.scalar(
        select(ExpenseClaim)
        .where(ExpenseClaim.id == claim_id)
        .options(
            selectinload(ExpenseClaim.lines),
            selectinload(ExpenseClaim.legs),
            selectinload(ExpenseClaim.offsets),
            selectinload(ExpenseClaim.checks),
        )
        .execution_options(populate_existing=True),
    )
    if claim is None:
        raise Refused("record.gone")
    return claim


@open_to_all(_WHY)
def expect(
    session: Session, claim: ExpenseClaim, version: int | None, states: Collection[ClaimState]
) -> None:
    """Refuse unless the paper is as the user saw it, and in one of `states`.

    Raises Refused "approval.already_decided" (by, decision) when somebody was faster, "record.stale" when it was
    changed otherwise, "claim.wrong_state" (number, state).
    """
    if claim.version != version:
        editing = claim.state in EDITABLE and claim.state in states
        raise Refused("record.stale") if editing else already_decided(session, paper_of(claim))
    if claim.state not in states:
        raise Refused("claim.wrong_state", number=claim.number, state=claim.state.value)


def is_writer(actor: Actor, claim: ExpenseClaim) -> bool:
    """Whether the paper is the actor's to change: they claim, they began it, or they write for others.

    Who decides or pays must not be who wrote the amounts (会计基础工作规范 article 12, 内部牵制).
    """
    own = claim.claimant_id == actor.employee_id or claim.created_by_id == actor.user_id
    return own or actor.can(Permission.CLAIM_FOR_OTHERS)


def refuse_stranger(actor: Actor, claim: ExpenseClaim) -> None:
    """Raises Refused "claim.not_yours" (number) unless the paper is the actor's to change."""
    if not is_writer(actor, claim):
        raise Refused("claim.not_yours", number=claim.number)


@open_to_all(_WHY)
def invoices_of(session: Session, claim: ExpenseClaim) -> list[Invoice]:
    """The invoices on the paper, in the order they came."""
    return list(session.scalars(select(Invoice).where(Invoice.claim_id == claim.id).order_by(Invoice.id)))


@open_to_all(_WHY)
def name_all(session: Session, claim: ExpenseClaim) -> None:
    """Write the names of today onto the paper; after the submission they stay as they are."""
    claim.company_name = session.scalar(select(Company.name).order_by(Company.id)) or ""
    claimant = session.get_one(Employee, claim.claimant_id)
    claim.claimant_name, claim.grade = claimant.name, claimant.grade
    claim.department_name = session.get_one(Department, claim.department_id).name
    claim.project_name = _project_name(session, claim.project_id)
    if claim.kind == PaperKind.PAYMENT:
        claim.paid_before = payment_requests.paid_so_far(session, claim)
    categories = {category.id: category.name for category in session.scalars(select(ExpenseCategory))}
    for line in claim.lines:
        line.category_name = categories[line.category_id]
        line.project_name = _project_name(session, line.project_id)


@open_to_all(_WHY)
def make_findable(session: Session, claim: ExpenseClaim, invoices: Iterable[Invoice]) -> None:
    """Set the search text: number, people, purpose, project, amounts, invoice numbers and sellers."""
    known = [part for invoice in invoices for part in (invoice.number, invoice.seller_name)]
    lines = [part for line in claim.lines for part in (line.description, f"{line.amount:.2f}")]
    claim.search_text = search.text_for(
        claim.number,
        claim.claimant_name,
        claim.department_name,
        claim.purpose,
        claim.project_name,
        claim.payee_name,
        claim.contract_number,
        f"{claim.amount:.2f}",
        *lines,
        *known,
    )
    session.flush()
    search.index(session, ExpenseClaim.__tablename__, claim.id, claim.search_text)


@open_to_all(_WHY)
def cashiers(session: Session) -> str:
    """Who pays next: the names of the active users with that right."""
    users = session.scalars(
        select(User).filter_by(active=True).order_by(User.id).options(selectinload(User.roles))
    )
    return names(u for u in users if Permission.CLAIM_PAY in permissions_of(held.role for held in u.roles))


def hold(claim: ExpenseClaim, name: str) -> None:
    """From now on `name` has the paper, "" for nobody; who has it already has it since before."""
    if claim.holder_name != name or claim.held_since is None:
        claim.held_since = now() if name else None
    claim.holder_name = name


def paper_of(claim: ExpenseClaim) -> Paper:
    """The paper as the approval engine sees it: own to its claimant, its maker and its submitter."""
    own = {claim.created_by_id, claim.submitted_by_id} - {None}
    return Paper(
        kind=claim.kind.value,
        id=claim.id,
        amount=claim.amount,
        department_id=claim.department_id,
        project_id=claim.project_id,
        own_employee_ids=frozenset({claim.claimant_id}),
        own_user_ids=frozenset(user_id for user_id in own if user_id is not None),
    )


def saved(claim: ExpenseClaim) -> Saved:
    """Where the paper stands now."""
    return Saved(claim.id, claim.version, claim.number)


def _project_name(session: Session, project_id: int | None) -> str:
    if project_id is None:
        return ""
    project = session.get_one(Project, project_id)
    return f"{project.name}（{project.number}）"
