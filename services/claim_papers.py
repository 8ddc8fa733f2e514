"""The lists of claims: all papers, the papers to decide, and what of them is due."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from models.approval import ApprovalDecision, ApprovalStep, Decision
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.packet import FundingSource
from services import owed_invoices
from services.approval_steps import waits_for
from services.claim_rules import rules_on
from services.database import Session
from services.owed_invoices import Owed
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register

_BEFORE_PAYMENT = (ClaimState.SUBMITTED, ClaimState.TO_PAY)
_UNDONE = (*_BEFORE_PAYMENT, ClaimState.DRAFT, ClaimState.RETURNED, ClaimState.WITHDRAWN)
_FEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ToPay:
    """How many papers, and what is left to pay of them in yuan."""

    count: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class Headline:
    """Papers whose promised day is past, those whose day it is, all that wait for payment; the promised working days."""

    overdue: ToPay
    due: ToPay
    waiting: ToPay
    promise_days: int
    owed: Owed


@requires(Permission.CLAIM_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> Headline:
    """What has to be paid, by its promised day (yuan)."""
    unpaid = ExpenseClaim.state.in_(_BEFORE_PAYMENT)
    return Headline(
        overdue=_to_pay(session, ExpenseClaim.pay_by < today, unpaid),
        due=_to_pay(session, ExpenseClaim.pay_by == today, unpaid),
        waiting=_to_pay(session, ExpenseClaim.state == ClaimState.TO_PAY, _goes_out()),
        promise_days=rules_on(session, today).promise_working_days,
        owed=owed_invoices.headline(session, actor, today=today),
    )


def _goes_out() -> ColumnElement[bool]:
    """A repayment that is held for the pay of a month waits for nobody's money."""
    return ExpenseClaim.kind != PaperKind.REPAYMENT


def _to_pay(session: Session, *which: ColumnElement[bool]) -> ToPay:
    sums = select(func.count(), func.sum(ExpenseClaim.sanctioned), func.sum(ExpenseClaim.offset_total))
    count, granted, offset = session.execute(sums.where(*which)).one()
    return ToPay(count, (granted or Decimal(0)) - (offset or Decimal(0)))


@requires(Permission.CLAIM_SEE)
def waiting_count(session: Session, actor: Actor) -> int:
    """How many papers wait for the actor's decision."""
    return session.scalar(select(func.count()).select_from(ExpenseClaim).where(_waiting(actor))) or 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many papers wait for somebody's decision, and of them: past their promised day, with doubts, asked after."""

    count: int
    overdue: int
    doubts: int
    reminded: int


@requires(Permission.CLAIM_SEE)
def waiting(session: Session, actor: Actor, *, today: date) -> Waiting:
    """What waits for the actor's decision, in four numbers."""
    late = func.count().filter(ExpenseClaim.pay_by < today)
    doubtful = func.count().filter(ExpenseClaim.doubt_count > 0)
    asked = func.count().filter(ExpenseClaim.reminded_at.is_not(None))
    row = session.execute(select(func.count(), late, doubtful, asked).where(_waiting(actor))).one()
    return Waiting(*row)


@requires(Permission.CLAIM_SEE)
def own_count(session: Session, actor: Actor) -> int:
    """How many papers came back to the actor, and for a cashier how many are to pay."""
    states = [ClaimState.TO_PAY] if actor.can(Permission.CLAIM_PAY) else []
    back = and_(ExpenseClaim.state == ClaimState.RETURNED, _mine(actor))
    mine = or_(back, and_(ExpenseClaim.state.in_(states), _goes_out()))
    return session.scalar(select(func.count()).select_from(ExpenseClaim).where(mine)) or 0


def _mine(actor: Actor) -> ColumnElement[bool]:
    made = ExpenseClaim.created_by_id == actor.user_id
    return made if actor.employee_id is None else or_(made, ExpenseClaim.claimant_id == actor.employee_id)


def _waiting(actor: Actor) -> ColumnElement[bool]:
    """Papers at a level that asks the actor, and that are not their own."""
    asked = select(ApprovalStep.paper_id).where(_is_claim(ApprovalStep.paper_kind), waits_for(actor))
    own = or_(ExpenseClaim.submitted_by_id == actor.user_id, _mine(actor))
    return and_(ExpenseClaim.id.in_(asked), ~own)


def _decided(actor: Actor) -> ColumnElement[bool]:
    acts = select(ApprovalDecision.paper_id).where(
        _is_claim(ApprovalDecision.paper_kind),
        ApprovalDecision.user_id == actor.user_id,
        or_(ApprovalDecision.decision == Decision.APPROVE, ApprovalDecision.decision == Decision.RETURN),
    )
    return ExpenseClaim.id.in_(acts)


def _is_claim(paper_kind: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Approval steps and decisions are of every kind of paper; no IN, registers keep the statement's text."""
    return or_(*(paper_kind == kind.value for kind in PaperKind))


def _this_month(context: ChipContext) -> tuple[Filter, ...]:
    first = context.today.replace(day=1)
    last = context.today.replace(day=monthrange(first.year, first.month)[1])
    return (Filter("business_date", Operator.BETWEEN, (first, last)),)


def _overdue(context: ChipContext) -> ColumnElement[bool]:
    """Advances to be settled before today; only a paid one that was not voided has something outstanding.

    As a list of its own, which is short: the database looks it up instead of walking all rows in their order.
    """
    late = select(ExpenseClaim.id).where(
        ExpenseClaim.outstanding >= _FEN, ExpenseClaim.due_on < context.today
    )
    return ExpenseClaim.id.in_(late.correlate(None))


def _state(state: ClaimState) -> tuple[Filter, ...]:
    return (Filter("state", Operator.IS, state),)


def _owed(_context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("invoice_owed", Operator.AT_LEAST, _FEN), *_state(ClaimState.PAID))


def _late(context: ChipContext) -> tuple[Filter, ...]:
    yesterday = context.today - timedelta(days=1)
    return (
        Filter("state", Operator.IN, _BEFORE_PAYMENT),
        Filter("pay_by", Operator.AT_MOST, yesterday),
    )


def due_on(day: date) -> tuple[Filter, ...]:
    """The papers that were promised to be paid on `day` and are not."""
    return (Filter("state", Operator.IN, _BEFORE_PAYMENT), Filter("pay_by", Operator.IS, day))


def _bounced(_context: ChipContext) -> tuple[Filter, ...]:
    """Approved papers whose payment came back; a new batch, or paying them otherwise, takes the note away."""
    return (
        *_state(ClaimState.TO_PAY),
        Filter("state_note", Operator.NOT_EMPTY),
        Filter("batch_number", Operator.EMPTY),
    )


def _doubts(_context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("doubt_count", Operator.AT_LEAST, 1), Filter("state", Operator.IN, _UNDONE))


# looked up for the rows shown only: a join would be walked by every count and sum
_SOURCE = func.coalesce(
    select(FundingSource.name)
    .where(FundingSource.id == ExpenseClaim.funding_source_id)
    .correlate(ExpenseClaim)
    .scalar_subquery(),
    "",
)
_COLUMNS = (
    Column("number", "Number", ColumnKind.TEXT, ExpenseClaim.number, 108),
    Column("business_date", "Date", ColumnKind.DAY, ExpenseClaim.business_date, 62),
    Column("claimant_name", "Claimant", ColumnKind.TEXT, ExpenseClaim.claimant_name, 68),
    Column("department_name", "Department", ColumnKind.TEXT, ExpenseClaim.department_name, 80, spare=1),
    Column("purpose", "Purpose", ColumnKind.TEXT, ExpenseClaim.purpose, 150, stretch=True),
    Column("invoice_count", "Invoices", ColumnKind.NUMBER, ExpenseClaim.invoice_count, 54, spare=2),
    Column("sanctioned", "Amount", ColumnKind.MONEY, ExpenseClaim.sanctioned, 96),
    Column("state", "State", ColumnKind.CHOICE, ExpenseClaim.state, 82, choices=ClaimState),
    Column("pay_by", "Time limit", ColumnKind.DAY, ExpenseClaim.pay_by, 124),
    Column("kind", "Kind", ColumnKind.CHOICE, ExpenseClaim.kind, 72, shown=False, choices=PaperKind),
    Column("amount", "Claimed", ColumnKind.MONEY, ExpenseClaim.amount, 104, shown=False),
    Column("tax", "Tax", ColumnKind.MONEY, ExpenseClaim.tax, 88, shown=False),
    Column("offset_total", "Off the advance", ColumnKind.MONEY, ExpenseClaim.offset_total, 104, shown=False),
    Column("outstanding", "Outstanding", ColumnKind.MONEY, ExpenseClaim.outstanding, 104, shown=False),
    Column("due_on", "Due", ColumnKind.DAY, ExpenseClaim.due_on, 80, shown=False),
    Column("project_name", "Project", ColumnKind.TEXT, ExpenseClaim.project_name, 140, shown=False),
    Column("holder_name", "Now with", ColumnKind.TEXT, ExpenseClaim.holder_name, 84, shown=False),
    Column("held_since", "Since", ColumnKind.MOMENT, ExpenseClaim.held_since, 100, shown=False),
    Column("reminded_at", "Reminded", ColumnKind.MOMENT, ExpenseClaim.reminded_at, 100, shown=False),
    Column("state_note", "Note", ColumnKind.TEXT, ExpenseClaim.state_note, 140, shown=False),
    Column("doubt_count", "Doubts", ColumnKind.NUMBER, ExpenseClaim.doubt_count, 56, shown=False),
    Column(
        "attachment_count", "Attachments", ColumnKind.NUMBER, ExpenseClaim.attachment_count, 56, shown=False
    ),
    Column("submitted_on", "Submitted", ColumnKind.DAY, ExpenseClaim.submitted_on, 80, shown=False),
    Column("paid_on", "Paid on", ColumnKind.DAY, ExpenseClaim.paid_on, 80, shown=False),
    Column("payee_name", "Payee", ColumnKind.TEXT, ExpenseClaim.payee_name, 160, shown=False),
    Column("contract_number", "Contract", ColumnKind.TEXT, ExpenseClaim.contract_number, 110, shown=False),
    Column("invoice_owed", "Invoice owed", ColumnKind.MONEY, ExpenseClaim.invoice_owed, 104, shown=False),
    Column("invoice_due_on", "Invoice due", ColumnKind.DAY, ExpenseClaim.invoice_due_on, 88, shown=False),
    Column("pay_month", "Pay of", ColumnKind.DAY, ExpenseClaim.pay_month, 80, shown=False),
    Column("voucher_number", "Voucher", ColumnKind.TEXT, ExpenseClaim.voucher_number, 128, shown=False),
    Column("late_days", "Days late", ColumnKind.NUMBER, ExpenseClaim.late_days, 72, shown=False),
    Column("batch_number", "Payment batch", ColumnKind.TEXT, ExpenseClaim.batch_number, 108, shown=False),
    Column("source", "Funding source", ColumnKind.TEXT, _SOURCE, 140, shown=False),
    Column("packet_number", "Packet", ColumnKind.TEXT, ExpenseClaim.packet_number, 108, shown=False),
)

REGISTER = Register(
    name=ExpenseClaim.__tablename__,
    record=ExpenseClaim,
    columns=_COLUMNS,
    see=Permission.CLAIM_SEE,
    sort="business_date",
    descending=True,
    chips=(
        Chip("all", "All"),
        Chip("mine", "Mine", clause=lambda context: _mine(context.actor)),
        Chip("overdue", "Overdue", _late, sort="pay_by"),
        Chip("waiting", "Waiting for approval", lambda _: _state(ClaimState.SUBMITTED), sort="pay_by"),
        Chip("to_pay", "To pay", lambda _: _state(ClaimState.TO_PAY), sort="pay_by"),
        Chip("bounced", "Bounced", _bounced),
        Chip("this_month", "This month", _this_month),
        Chip("doubts", "With doubts", _doubts),
        Chip("overdue_advances", "Overdue advances", clause=_overdue),
        Chip("invoices_owed", "Invoices owed", _owed),
    ),
    default_chip="this_month",
    total="sanctioned",
)

APPROVAL_REGISTER = Register(
    name=ExpenseClaim.__tablename__,
    record=ExpenseClaim,
    columns=_COLUMNS,
    see=Permission.CLAIM_DECIDE,
    sort="submitted_on",
    chips=(
        Chip("waiting_for_me", "Waiting for me", clause=lambda context: _waiting(context.actor)),
        Chip("decided", "Decided by me", clause=lambda context: _decided(context.actor)),
    ),
    default_chip="waiting_for_me",
    total="sanctioned",
    scope=lambda context: or_(_waiting(context.actor), _decided(context.actor)),
)
