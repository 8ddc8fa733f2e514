"""The lines of claims 明细 as a register of their own: what every figure of the statistics is made of."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, select

from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine, PaperKind
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Column, ColumnKind, Join, Register

# a line without a project of its own belongs to the project of its paper
PROJECT_ID = func.coalesce(ExpenseLine.project_id, ExpenseClaim.project_id)
_PROJECT = func.coalesce(func.nullif(ExpenseLine.project_name, ""), ExpenseClaim.project_name)


@open_to_all("a step of services/registers.py, which has checked")
def find(session: Session, terms: Sequence[str]) -> ColumnElement[bool]:  # noqa: ARG001 - every register's
    """Lines of the papers that have every term."""
    return and_(*(ExpenseClaim.search_text.like(f"%{term}%") for term in terms))


REGISTER = Register(
    name=ExpenseLine.__tablename__,
    record=ExpenseLine,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, ExpenseClaim.number, 112),
        Column("spent_on", "Spent on", ColumnKind.DAY, ExpenseLine.spent_on, 84),
        Column("category_name", "Category", ColumnKind.TEXT, ExpenseLine.category_name, 96),
        Column("description", "Description", ColumnKind.TEXT, ExpenseLine.description, 180, stretch=True),
        Column("claimant_name", "Claimant", ColumnKind.TEXT, ExpenseClaim.claimant_name, 72),
        Column("department_name", "Department", ColumnKind.TEXT, ExpenseClaim.department_name, 88),
        Column("project_name", "Project", ColumnKind.TEXT, _PROJECT, 150),
        Column("sanctioned", "Amount", ColumnKind.MONEY, ExpenseLine.sanctioned, 100),
        Column("state", "State", ColumnKind.CHOICE, ExpenseClaim.state, 82, choices=ClaimState),
        Column("paid_on", "Paid on", ColumnKind.DAY, ExpenseClaim.paid_on, 84),
        Column("kind", "Kind", ColumnKind.CHOICE, ExpenseClaim.kind, 96, shown=False, choices=PaperKind),
        Column("purpose", "Purpose", ColumnKind.TEXT, ExpenseClaim.purpose, 160, shown=False),
        Column("amount", "Claimed", ColumnKind.MONEY, ExpenseLine.amount, 100, shown=False),
        Column("tax", "Tax", ColumnKind.MONEY, ExpenseLine.tax, 88, shown=False),
        Column("city", "City", ColumnKind.TEXT, ExpenseLine.city, 72, shown=False),
    ),
    see=Permission.CLAIM_SEE,
    sort="spent_on",
    descending=True,
    total="sanctioned",
    joins=(Join(ExpenseClaim, ExpenseLine.claim_id == ExpenseClaim.id),),
    find=find,
)


@requires(Permission.CLAIM_SEE)
def paper_of(session: Session, actor: Actor, line_id: int) -> int:  # noqa: ARG001 - the permission needs it
    """The id of the paper a line stands on; Refused "record.gone"."""
    found = session.scalar(select(ExpenseLine.claim_id).where(ExpenseLine.id == line_id))
    if found is None:
        raise Refused("record.gone")
    return found
