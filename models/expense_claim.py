"""Expense papers: claim 报销单, travel claim 差旅费报销单, advance 借款单, payment request 付款申请单, repayment 还款单, reversal 冲销单."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.bank_account import BankAccount
from models.base import Base, Choice, Json, Record, one_of, real_day
from models.invoice import Invoice
from models.people import Department, Employee
from models.project import Project
from models.travel import TravelLeg


class PaperKind(StrEnum):
    """报销单, 借款单, 冲销单, 差旅费报销单, 付款申请单, 还款单."""

    CLAIM = "claim"
    ADVANCE = "advance"
    REVERSAL = "reversal"
    TRAVEL = "travel"
    PAYMENT = "payment"
    REPAYMENT = "repayment"


class ClaimState(StrEnum):
    """草稿, 待审批, 待付款, 已付款, 已退回, 已撤回, 已作废."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    TO_PAY = "to_pay"
    PAID = "paid"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


EDITABLE = frozenset({ClaimState.DRAFT, ClaimState.RETURNED, ClaimState.WITHDRAWN})


class CheckLevel(StrEnum):
    """How a check came out: 不能提交, 需说明, 通过."""

    STOP = "stop"
    WARN = "warn"
    OK = "ok"


class PaymentMethod(StrEnum):
    """银行转账, 现金, 工资扣还."""

    TRANSFER = "transfer"
    CASH = "cash"
    FROM_PAY = "from_pay"


class InvoicePromise(StrEnum):
    """Of a payment request: the invoice is here 发票已到, comes later 后补发票, or none is due 无需发票."""

    NOW = "now"
    LATER = "later"
    NONE = "none"


class ExpenseClaim(Record):
    """A paper that asks for money.

    `amount` is what is claimed, `sanctioned` what is granted (never above it), `offset_total` what advances take
    of it, all in yuan: to pay = sanctioned - offset_total, below zero to refund. `outstanding` of a paid advance is
    what has not yet been offset. The `*_name` columns freeze at submission. A reversal has negative amounts and
    names the paper it reverses. A repayment takes its whole amount off advances, and money comes in.

    A payment request names its payee; `paid_before` is what the same contract was paid until then, `invoice_owed`
    what of a paid one has no invoice yet, in yuan. `held_since` is when the paper came to whoever has it now,
    `late_days` by how many working days the promise was missed (0: kept). `batch_number`, `packet_number` and
    `voucher_number` name where the paper stands now, "" for nowhere.
    """

    __tablename__ = "expense_claim"
    __table_args__ = (
        one_of("kind", PaperKind),
        one_of("state", ClaimState),
        real_day("business_date"),
        real_day("due_on"),
        real_day("pay_by"),
        real_day("paid_on"),
        real_day("invoice_due_on"),
        real_day("pay_month"),
        CheckConstraint("invoice_owed >= 0", name="invoice_owed_not_negative"),
        CheckConstraint("abs(sanctioned) <= abs(amount)", name="sanctioned_within_amount"),
        CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name="reversal_refers"),
        CheckConstraint("kind = 'reversal' OR amount >= 0", name="amount_not_negative"),
        CheckConstraint("outstanding >= 0", name="outstanding_not_negative"),
        CheckConstraint("(state = 'paid') <= (paid_on IS NOT NULL)", name="paid_has_a_day"),
        Index(None, "claimant_id", "kind", "state"),
        Index(None, "created_by_id", "state"),
        # the register: an order for every column it shows, with what its counts and sums read
        Index(None, "business_date", "id", "sanctioned"),
        Index(None, "state", "business_date", "id", "sanctioned"),
        Index(None, "state", "sanctioned", "id"),
        Index(None, "state", "pay_by", "sanctioned", "offset_total"),
        Index(None, "sanctioned", "id"),
        Index(None, "claimant_name", "id"),
        Index(None, "department_name", "id"),
        Index(None, "purpose", "id"),
        Index(None, "invoice_count", "id"),
        Index(None, "state", "id"),
        Index(None, "pay_by", "id"),
        Index(None, "doubt_count", "state"),
        Index(None, "outstanding", "due_on"),
        Index(None, "voucher_number", "id"),
        Index(None, "invoice_owed", "invoice_due_on"),
        Index(None, "payee_name", "contract_number"),
        Index(None, "paid_on", "id", "late_days"),
        Index(None, "funding_source_id", "packet_number"),
    )

    kind: Mapped[PaperKind] = mapped_column(Choice(PaperKind))
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[ClaimState] = mapped_column(Choice(ClaimState), default=ClaimState.DRAFT)
    round: Mapped[int] = mapped_column(default=0)
    claimant_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    created_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    business_date: Mapped[date]
    purpose: Mapped[str]
    amount: Mapped[Decimal]
    tax: Mapped[Decimal] = mapped_column(default=Decimal(0))
    sanctioned: Mapped[Decimal]
    offset_total: Mapped[Decimal] = mapped_column(default=Decimal(0))
    outstanding: Mapped[Decimal] = mapped_column(default=Decimal(0))
    invoice_count: Mapped[int] = mapped_column(default=0)
    attachment_count: Mapped[int] = mapped_column(default=0)
    doubt_count: Mapped[int] = mapped_column(default=0)
    due_on: Mapped[date | None]
    submitted_on: Mapped[date | None]
    pay_by: Mapped[date | None]
    paid_on: Mapped[date | None]
    paid_from_id: Mapped[int | None] = mapped_column(ForeignKey("bank_account.id"))
    paid_from_name: Mapped[str] = mapped_column(default="")
    payment_method: Mapped[PaymentMethod | None] = mapped_column(Choice(PaymentMethod))
    payment_note: Mapped[str] = mapped_column(default="")
    paid_by_name: Mapped[str] = mapped_column(default="")
    company_name: Mapped[str] = mapped_column(default="")
    claimant_name: Mapped[str] = mapped_column(default="")
    department_name: Mapped[str] = mapped_column(default="")
    project_name: Mapped[str] = mapped_column(default="")
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("expense_claim.id"), unique=True)
    held_since: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    late_days: Mapped[int | None]
    grade: Mapped[int | None]
    payee_id: Mapped[int | None] = mapped_column(ForeignKey("payee.id"))
    payee_name: Mapped[str] = mapped_column(default="")
    payee_bank: Mapped[str] = mapped_column(default="")
    payee_account: Mapped[str] = mapped_column(default="")
    contract_number: Mapped[str] = mapped_column(default="")
    contract_amount: Mapped[Decimal | None]
    paid_before: Mapped[Decimal] = mapped_column(default=Decimal(0))
    invoice_promise: Mapped[InvoicePromise | None] = mapped_column(Choice(InvoicePromise))
    invoice_due_on: Mapped[date | None]
    invoice_owed: Mapped[Decimal] = mapped_column(default=Decimal(0))
    pay_month: Mapped[date | None]
    funding_source_id: Mapped[int | None] = mapped_column(ForeignKey("funding_source.id"))
    recurring_id: Mapped[int | None] = mapped_column(ForeignKey("recurring_paper.id", use_alter=True))
    batch_number: Mapped[str] = mapped_column(default="")
    packet_number: Mapped[str] = mapped_column(default="")
    voucher_number: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    claimant: Mapped[Employee] = relationship(lazy="raise")
    department: Mapped[Department] = relationship(lazy="raise")
    project: Mapped[Project | None] = relationship(lazy="raise")
    paid_from: Mapped[BankAccount | None] = relationship(lazy="raise")
    reverses: Mapped[ExpenseClaim | None] = relationship(lazy="raise", remote_side="ExpenseClaim.id")
    lines: Mapped[list[ExpenseLine]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by="ExpenseLine.position",
    )
    legs: Mapped[list[TravelLeg]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="TravelLeg.position"
    )
    offsets: Mapped[list[AdvanceOffset]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        foreign_keys="AdvanceOffset.claim_id",
    )
    checks: Mapped[list[ClaimCheck]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by="ClaimCheck.position",
    )


class ExpenseLine(Base):
    """One line of a claim 明细; the invoice it rests on, if it has one.

    `city` and `nights` tell of a lodging, `headcount` of an entertainment, `leg` (from 0) which leg of the travel.
    """

    __tablename__ = "expense_line"
    __table_args__ = (
        UniqueConstraint("claim_id", "position"),
        real_day("spent_on"),
        real_day("spent_to"),
        CheckConstraint("abs(sanctioned) <= abs(amount)", name="sanctioned_within_amount"),
        CheckConstraint("nights > 0", name="nights_positive"),
        CheckConstraint("headcount > 0", name="headcount_positive"),
        Index(None, "invoice_id"),
        Index(None, "category_id", "spent_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    position: Mapped[int]
    category_id: Mapped[int] = mapped_column(ForeignKey("expense_category.id"))
    category_name: Mapped[str] = mapped_column(default="")
    spent_on: Mapped[date]
    spent_to: Mapped[date | None]
    description: Mapped[str] = mapped_column(default="")
    amount: Mapped[Decimal]
    tax: Mapped[Decimal] = mapped_column(default=Decimal(0))
    sanctioned: Mapped[Decimal]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    project_name: Mapped[str] = mapped_column(default="")
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("invoice.id"))
    city: Mapped[str] = mapped_column(default="")
    nights: Mapped[int | None]
    headcount: Mapped[int | None]
    leg: Mapped[int | None]

    invoice: Mapped[Invoice | None] = relationship(lazy="raise")


class AdvanceOffset(Base):
    """How much of an advance a claim settles 冲销借款; it counts against the advance when the claim is paid."""

    __tablename__ = "advance_offset"
    __table_args__ = (
        UniqueConstraint("claim_id", "advance_id"),
        CheckConstraint("amount > 0", name="amount_positive"),
        Index(None, "advance_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    advance_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    amount: Mapped[Decimal]

    advance: Mapped[ExpenseClaim] = relationship(lazy="raise", foreign_keys=[advance_id])


class ClaimCheck(Base):
    """How one check of a claim came out, and for a warning the reason the clerk gives."""

    __tablename__ = "claim_check"
    __table_args__ = (one_of("level", CheckLevel), UniqueConstraint("claim_id", "code", "subject"))

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    position: Mapped[int]
    code: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    level: Mapped[CheckLevel] = mapped_column(Choice(CheckLevel))
    values: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    reason: Mapped[str] = mapped_column(default="")
