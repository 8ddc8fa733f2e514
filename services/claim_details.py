"""Everything about one claim that its reader, its approver and its cashier need to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from models.expense_claim import (
    EDITABLE,
    ClaimState,
    ExpenseClaim,
    ExpenseLine,
    InvoicePromise,
    PaperKind,
    PaymentMethod,
)
from models.invoice import Invoice
from models.packet import FundingSource
from services import advances, approval_steps, attachments, audit, calendars, claim_checks, paper_kinds
from services.advances import AdvanceRow, OffsetRow
from services.approval_steps import StepRow
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.claim_actions import ClaimAction, actions
from services.claim_check_row import Check
from services.claim_records import load, paper_of
from services.claim_values import LegDraft
from services.claim_writing import draft_of
from services.database import Session
from services.money import voucher_capitals
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as shown; amounts in yuan."""

    position: int
    category_name: str
    spent_on: date
    spent_to: date | None
    description: str
    amount: Decimal
    tax: Decimal
    sanctioned: Decimal
    project_name: str
    invoice_id: int | None
    invoice_number: str


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice as shown; `sources` tells per field where it was read and how sure that is."""

    id: int
    kind: str
    number: str
    issued_on: date | None
    net: Decimal | None
    tax: Decimal | None
    total: Decimal | None
    buyer_name: str
    buyer_tax_id: str
    seller_name: str
    seller_tax_id: str
    red_letter: bool
    attachment_id: int | None
    sources: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """One paper, whole. Amounts in yuan; `payable` below zero is a refund, `days_left` are working days.

    `offsets` are what a claim takes of advances, or for an advance which claims take of it.
    """

    id: int
    version: int
    kind: PaperKind
    number: str
    state: ClaimState
    round: int
    business_date: date
    purpose: str
    claimant_id: int
    claimant_name: str
    department_name: str
    project_name: str
    company_name: str
    amount: Decimal
    tax: Decimal
    sanctioned: Decimal
    offset_total: Decimal
    payable: Decimal
    outstanding: Decimal
    capitals: str
    due_on: date | None
    overdue: bool
    submitted_on: date | None
    pay_by: date | None
    days_left: int | None
    paid_on: date | None
    paid_from_name: str
    payment_method: PaymentMethod | None
    payment_note: str
    paid_by_name: str
    holder_name: str
    held_since: datetime | None
    state_note: str
    grade: int | None
    payee_name: str
    payee_bank: str
    payee_account: str
    contract_number: str
    contract_amount: Decimal | None
    paid_before: Decimal
    invoice_promise: InvoicePromise | None
    invoice_due_on: date | None
    invoice_owed: Decimal
    pay_month: date | None
    legs: tuple[LegDraft, ...]
    batch_number: str
    funding_source_id: int | None
    source_name: str
    packet_number: str
    reverses_number: str
    reversed_by_number: str
    reminded_at: datetime | None
    updated_at: datetime
    steps: tuple[StepRow, ...]
    lines: tuple[LineRow, ...]
    invoices: tuple[InvoiceRow, ...]
    checks: tuple[Check, ...]
    attachments: tuple[AttachmentRow, ...]
    open_advances: tuple[AdvanceRow, ...]
    offsets: tuple[OffsetRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[ClaimAction]


@requires(Permission.CLAIM_SEE)
def detail(session: Session, actor: Actor, claim_id: int, *, today: date) -> ClaimDetail:
    """The paper with steps, lines, invoices, checks, files, advances, history, and what the actor may do now.

    The checks of a paper that may still be changed are those of `today`; later they are those of its submission.
    Raises Refused "record.gone".
    """
    claim = load(session, claim_id)
    kind, claimant = ExpenseClaim.__tablename__, claim.claimant_id
    invoices = _invoices_of(session, claim)
    open_ones = advances.open_advances(session, actor, claimant, today=today, without_claim=claim.id)
    return ClaimDetail(
        **{name: getattr(claim, name) for name in _SAME},
        payable=paper_kinds.payable(claim),
        legs=draft_of(claim).legs,
        capitals=voucher_capitals(claim.sanctioned),
        overdue=advances.is_overdue(claim, today),
        days_left=calendars.working_days_between(today, claim.pay_by) if claim.pay_by else None,
        source_name=_source_name(session, claim),
        reverses_number=_number(session, ExpenseClaim.id == claim.reverses_id),
        reversed_by_number=_number(session, ExpenseClaim.reverses_id == claim.id),
        steps=tuple(approval_steps.steps(session, paper_of(claim))),
        lines=tuple(
            _line(line, {invoice.id: invoice.number for invoice in invoices}) for line in claim.lines
        ),
        invoices=tuple(_invoice(invoice) for invoice in invoices),
        checks=tuple(_checks(session, claim, invoices, today)),
        attachments=tuple(attachments.of(session, actor, kind, claim.id)),
        open_advances=tuple(row for row in open_ones if row.id != claim.id),
        offsets=tuple(_offsets(session, claim)),
        history=tuple(audit.history(session, actor, kind, claim.id)),
        actions=actions(session, actor, claim),
    )


_COMPUTED = {
    "payable", "legs", "capitals", "overdue", "days_left", "source_name", "reverses_number", "reversed_by_number", "steps", "lines",
    "invoices", "checks", "attachments", "open_advances", "offsets", "history", "actions",
}  # fmt: skip
_SAME = tuple(name for name in ClaimDetail.__slots__ if name not in _COMPUTED)


def _invoices_of(session: Session, claim: ExpenseClaim) -> list[Invoice]:
    """Those on the paper, and those its lines were paid by that went on to another paper after it was voided."""
    named = {line.invoice_id for line in claim.lines} - {None}
    there = or_(Invoice.claim_id == claim.id, Invoice.id.in_(named))
    return list(session.scalars(select(Invoice).where(there).order_by(Invoice.id)))


def _checks(session: Session, claim: ExpenseClaim, invoices: list[Invoice], today: date) -> list[Check]:
    if claim.state in EDITABLE and claim.kind != PaperKind.REVERSAL:
        return claim_checks.evaluate(session, draft_of(claim), invoices, today=today)
    return claim_checks.kept(claim)


def _offsets(session: Session, claim: ExpenseClaim) -> list[OffsetRow]:
    if claim.kind == PaperKind.ADVANCE:
        return advances.offsets_on(session, claim.id)
    return advances.offsets_of(session, claim.id)


def _source_name(session: Session, claim: ExpenseClaim) -> str:
    source = session.get(FundingSource, claim.funding_source_id) if claim.funding_source_id else None
    return source.name if source else ""


def _number(session: Session, which: Any) -> str:
    return session.scalar(select(ExpenseClaim.number).where(which)) or ""


def _line(line: ExpenseLine, numbers: dict[int, str]) -> LineRow:
    return LineRow(
        position=line.position,
        category_name=line.category_name,
        spent_on=line.spent_on,
        spent_to=line.spent_to,
        description=line.description,
        amount=line.amount,
        tax=line.tax,
        sanctioned=line.sanctioned,
        project_name=line.project_name,
        invoice_id=line.invoice_id,
        invoice_number=numbers.get(line.invoice_id or 0, ""),
    )


def _invoice(invoice: Invoice) -> InvoiceRow:
    return InvoiceRow(**{name: getattr(invoice, name) for name in InvoiceRow.__slots__})
