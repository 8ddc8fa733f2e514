"""The list of invoices 发票库: its columns, and the chips that ask for what somebody has to do."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, or_, select

from models.audit import AuditEntry
from models.expense_claim import ClaimState, ExpenseClaim
from models.invoice import Invoice, InvoiceState
from services.claim_rules import by_law
from services.invoices.model import InvoiceKind
from services.permissions import Permission
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register


def after_payment() -> ColumnElement[bool]:
    """Taken back by its seller although its paper was paid: somebody has to bring the money back."""
    paid = select(ExpenseClaim.id).where(ExpenseClaim.state == ClaimState.PAID).correlate(None)
    return and_(_is_marked(), Invoice.claim_id.in_(paid))


def _is_marked() -> ColumnElement[bool]:
    return or_(Invoice.state == InvoiceState.RED_LETTERED, Invoice.state == InvoiceState.CANCELLED)


def _late(context: ChipContext) -> tuple[Filter, ...]:
    last = context.today - timedelta(days=int(by_law("unused_days", context.today)) + 1)
    return (
        Filter("state", Operator.IS, InvoiceState.UNUSED),
        Filter("seen_on", Operator.AT_MOST, last),
    )


def _this_month(context: ChipContext) -> tuple[Filter, ...]:
    first = context.today.replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return (Filter("issued_on", Operator.BETWEEN, (first, last)),)


def _state(state: InvoiceState) -> tuple[Filter, ...]:
    return (Filter("state", Operator.IS, state),)


_BROUGHT_BY = (
    select(AuditEntry.user_name)
    .where(
        AuditEntry.record_kind == Invoice.__tablename__,
        AuditEntry.record_id == Invoice.id,
        or_(AuditEntry.action == "read", AuditEntry.action == "create"),
    )
    .order_by(AuditEntry.seq)
    .limit(1)
    .correlate(Invoice)
    .scalar_subquery()
)

REGISTER = Register(
    name=Invoice.__tablename__,
    record=Invoice,
    columns=(
        Column("number", "Invoice number", ColumnKind.TEXT, Invoice.number, 168),
        Column("issued_on", "Issued on", ColumnKind.DAY, Invoice.issued_on, 72),
        Column("seller_name", "Seller", ColumnKind.TEXT, Invoice.seller_name, 130, stretch=True),
        Column("tax", "Tax", ColumnKind.MONEY, Invoice.tax, 84, shown=False),
        Column("total", "Total", ColumnKind.MONEY, Invoice.total, 96),
        Column("state", "State", ColumnKind.CHOICE, Invoice.state, 84, choices=InvoiceState),
        Column("paper_number", "Paper", ColumnKind.TEXT, ExpenseClaim.number, 108, spare=3),
        Column("claimant_name", "Claimant", ColumnKind.TEXT, ExpenseClaim.claimant_name, 72, shown=False),
        Column("seen_on", "Seen on", ColumnKind.DAY, Invoice.seen_on, 72, spare=2),
        Column("brought_by", "Brought by", ColumnKind.TEXT, _BROUGHT_BY, 72, sortable=False, spare=1),
        Column("kind", "Kind", ColumnKind.CHOICE, Invoice.kind, 150, shown=False, choices=InvoiceKind),
        Column("code", "Invoice code", ColumnKind.TEXT, Invoice.code, 110, shown=False),
        Column("net", "Net", ColumnKind.MONEY, Invoice.net, 96, shown=False),
        Column("buyer_name", "Buyer", ColumnKind.TEXT, Invoice.buyer_name, 180, shown=False),
        Column("used_on", "Handed in", ColumnKind.DAY, ExpenseClaim.submitted_on, 80, shown=False),
        Column("pages", "Pages", ColumnKind.NUMBER, Invoice.pages, 56, shown=False),
        Column("red_letter", "Red letter", ColumnKind.YES_NO, Invoice.red_letter, 72, shown=False),
        Column("marked_on", "Marked on", ColumnKind.DAY, Invoice.marked_on, 80, shown=False),
        Column("mark_note", "Note", ColumnKind.TEXT, Invoice.mark_note, 160, shown=False),
    ),
    see=Permission.INVOICE_SEE,
    sort="issued_on",
    descending=True,
    chips=(
        Chip("all", "All"),
        Chip("unused", "Unused", lambda _: _state(InvoiceState.UNUSED)),
        Chip("late", "Unused too long", _late),
        Chip("used", "Used", lambda _: _state(InvoiceState.USED)),
        Chip("marked", "Red-lettered or cancelled", clause=lambda _: _is_marked()),
        Chip("after_payment", "Red-lettered after payment", clause=lambda _: after_payment()),
        Chip("this_month", "This month", _this_month),
    ),
    default_chip="all",
    total="total",
    joins=(Join(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id),),
)
