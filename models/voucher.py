"""Vouchers 凭证: numbers per month and type without gaps, and the months that are bound 装订."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.expense_claim import ExpenseClaim


class VoucherType(StrEnum):
    """付款凭证 money went out, 收款凭证 money came in, 转账凭证 neither."""

    PAY = "pay"
    RECEIVE = "receive"
    TRANSFER = "transfer"


class VoucherState(StrEnum):
    """有效, 作废 (it stays in the row)."""

    VALID = "valid"
    VOIDED = "voided"


class Voucher(Record):
    """The number a paper got when it was paid: 付 2026-11 No. 7. `month` is the first day of its month."""

    __tablename__ = "voucher"
    __table_args__ = (
        one_of("type", VoucherType),
        one_of("state", VoucherState),
        real_day("month"),
        real_day("dated_on"),
        UniqueConstraint("month", "type", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        Index(None, "claim_id"),
        Index(None, "dated_on", "id"),
    )

    month: Mapped[date]
    type: Mapped[VoucherType] = mapped_column(Choice(VoucherType))
    number: Mapped[int]
    label: Mapped[str] = mapped_column(unique=True)  # 付-2026-11-0007
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    dated_on: Mapped[date]
    amount: Mapped[Decimal]
    attachments: Mapped[int] = mapped_column(default=0)
    state: Mapped[VoucherState] = mapped_column(Choice(VoucherState), default=VoucherState.VALID)
    void_reason: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    claim: Mapped[ExpenseClaim] = relationship(lazy="raise")


class VoucherMonth(Record):
    """A month whose vouchers were bound: nothing in it changes any more (会计档案管理办法: kept 30 years).

    `head_seq` and `head_mac` are the end of the history as it stood then.
    """

    __tablename__ = "voucher_month"
    __table_args__ = (real_day("month"), real_day("bound_on"))

    month: Mapped[date] = mapped_column(unique=True)
    bound_on: Mapped[date]
    bound_by_name: Mapped[str]
    count: Mapped[int]
    voided: Mapped[int] = mapped_column(default=0)
    total: Mapped[Decimal]
    attachments: Mapped[int] = mapped_column(default=0)
    pages: Mapped[int] = mapped_column(default=0)
    head_seq: Mapped[int]
    head_mac: Mapped[str]
