"""The tax of invoices by month: how many, net, tax and total, and what of the tax stands on special invoices."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Text, func, or_, select, type_coerce

from models.expense_claim import ExpenseClaim
from models.invoice import Invoice, InvoiceState
from services.database import Session
from services.invoices.model import InvoiceKind
from services.permissions import Actor, Permission, requires
from services.registers import Filter, Operator

# 增值税专用发票, on paper and electronic: the tax of these is deductible by the invoice itself
SPECIAL = (InvoiceKind.PAPER_SPECIAL, InvoiceKind.ELECTRONIC_SPECIAL, InvoiceKind.DIGITAL_SPECIAL)
COUNTED = (InvoiceState.UNUSED, InvoiceState.USED)
_NOTHING = Decimal(0)


class MonthOf(StrEnum):
    """Which month an invoice belongs to: that of its issue, or that in which its paper was handed in."""

    ISSUE = "issue"
    USE = "use"


@dataclass(frozen=True, slots=True)
class TaxMonth:
    """One month (its first day); amounts in yuan, `special_tax` is the tax on special invoices."""

    month: date
    count: int
    net: Decimal
    tax: Decimal
    total: Decimal
    special_count: int
    special_tax: Decimal


@requires(Permission.INVOICE_SEE)
def by_month(session: Session, actor: Actor, which: MonthOf) -> list[TaxMonth]:  # noqa: ARG001 - the permission needs it
    """Every month with invoices, newest first.

    What its seller red-lettered or cancelled does not count, in no month; by use only what is used counts.
    """
    day: Any = Invoice.issued_on if which is MonthOf.ISSUE else ExpenseClaim.submitted_on
    month = func.substr(type_coerce(day, Text), 1, 7)
    special = or_(*(Invoice.kind == kind.value for kind in SPECIAL))
    question = select(
        month,
        func.count(),
        func.sum(Invoice.net),
        func.sum(Invoice.tax),
        func.sum(Invoice.total),
        func.count().filter(special),
        func.sum(Invoice.tax).filter(special),
    ).where(day.is_not(None))
    if which is MonthOf.USE:
        question = question.join(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id).where(
            Invoice.state == InvoiceState.USED
        )
    else:
        question = question.where(or_(*(Invoice.state == state for state in COUNTED)))
    rows = session.execute(question.group_by(month).order_by(month.desc()))
    return [
        TaxMonth(
            date.fromisoformat(f"{name}-01"),
            count,
            net or _NOTHING,
            tax or _NOTHING,
            total or _NOTHING,
            few,
            special_tax or _NOTHING,
        )
        for name, count, net, tax, total, few, special_tax in rows
    ]


def filters_of(month: date, which: MonthOf, *, special: bool = False) -> tuple[Filter, ...]:
    """What lists the invoices behind a figure of that month."""
    last = month.replace(day=monthrange(month.year, month.month)[1])
    name = "issued_on" if which is MonthOf.ISSUE else "used_on"
    states = COUNTED if which is MonthOf.ISSUE else (InvoiceState.USED,)
    found = (Filter(name, Operator.BETWEEN, (month, last)), Filter("state", Operator.IN, states))
    return (*found, Filter("kind", Operator.IN, SPECIAL)) if special else found
