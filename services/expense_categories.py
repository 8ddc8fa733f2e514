"""Expense categories 费用类别, in the company's own words and order."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.expense_category import CategoryRole, ExpenseCategory
from services import records
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

REGISTER = Register(
    name="expense_category",
    record=ExpenseCategory,
    columns=(
        Column("position", "Position", ColumnKind.NUMBER, ExpenseCategory.position, width=90),
        Column("code", "Code", ColumnKind.TEXT, ExpenseCategory.code, width=120),
        Column("name", "Name", ColumnKind.TEXT, ExpenseCategory.name, width=240, stretch=True),
        Column(
            "needs_invoice", "Needs an invoice", ColumnKind.YES_NO, ExpenseCategory.needs_invoice, width=130
        ),
        Column("role", "Is", ColumnKind.CHOICE, ExpenseCategory.role, width=120, choices=CategoryRole),
        Column("account_code", "Account", ColumnKind.TEXT, ExpenseCategory.account_code, width=110),
        Column("account_name", "Account name", ColumnKind.TEXT, ExpenseCategory.account_name, width=160),
        Column("active", "Active", ColumnKind.YES_NO, ExpenseCategory.active, width=90),
    ),
    see=Permission.COMPANY_SEE,
    sort="position",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class ExpenseCategoryDraft:
    """A category as typed; `position` orders the combo boxes, `account_*` is what the books debit 会计科目."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    position: int = 0
    needs_invoice: bool = True
    active: bool = True
    role: CategoryRole = CategoryRole.GENERAL
    account_code: str = ""
    account_name: str = ""


@requires(Permission.COMPANY_SEE)
def get(session: Session, actor: Actor, category_id: int) -> ExpenseCategoryDraft:  # noqa: ARG001 - the permission needs it
    """The category of that id; Refused "record.gone"."""
    item = records.load(session, ExpenseCategory, category_id)
    return ExpenseCategoryDraft(**{name: getattr(item, name) for name in ExpenseCategoryDraft.__slots__})


@requires(Permission.COMPANY_EDIT)
def save(session: Session, actor: Actor, draft: ExpenseCategoryDraft) -> int:
    """Store a category; returns its id.

    Raises Refused "record.required", "record.taken" (code, name), "expense_category.position", "record.stale".
    """
    item = (
        ExpenseCategory()
        if draft.id is None
        else records.expect(session, ExpenseCategory, draft.id, draft.version)
    )
    code, name = required(draft.code, "code"), required(draft.name, "name")
    records.refuse_taken(session, ExpenseCategory.code, code, draft.id)
    records.refuse_taken(session, ExpenseCategory.name, name, draft.id)
    if not 0 <= draft.position <= 9999:
        raise Refused("expense_category.position", field="position")
    item.code, item.name, item.position = code, name, draft.position
    item.needs_invoice, item.active, item.role = draft.needs_invoice, draft.active, draft.role
    item.account_code = tidy(draft.account_code, "account_code")
    item.account_name = tidy(draft.account_name, "account_name")
    return records.keep(session, actor, item, code, name, item.account_code, item.account_name)


@requires(Permission.COMPANY_EDIT)
def remove(session: Session, actor: Actor, category_id: int, version: int) -> bool:
    """Delete a category, or make it inactive when lines use it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, ExpenseCategory, category_id, version))


@requires(Permission.COMPANY_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active categories in their order."""
    found = session.scalars(
        select(ExpenseCategory)
        .filter_by(active=True)
        .order_by(ExpenseCategory.position, ExpenseCategory.code)
    )
    return [Choice(item.id, item.name, item.code, item.search_text) for item in found]
