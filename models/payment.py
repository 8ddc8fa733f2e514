"""Payment batches 付款批次: approved papers paid together from one account, and the bank's file formats."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.bank_account import BankAccount
from models.base import Choice, Json, Record, one_of, real_day
from models.expense_claim import ExpenseClaim


class BatchState(StrEnum):
    """待提交银行, 已提交银行, 已完成, 已取消."""

    OPEN = "open"
    SENT = "sent"
    SETTLED = "settled"
    CANCELLED = "cancelled"


class PaymentState(StrEnum):
    """One paper in a batch: 待银行确认, 已付, 退汇, 已移出."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    BOUNCED = "bounced"
    TAKEN_OUT = "taken_out"


class FileKind(StrEnum):
    """Excel 工作簿, CSV 文本."""

    XLSX = "xlsx"
    CSV = "csv"


class BankFormat(Record):
    """How a bank wants its file: `columns` are rows of {"title", "value"}, in order.

    `value` names a field (services/bank_files.py: Value) or is a text in quotation marks. `answer_columns` maps
    {"account", "name", "amount", "result", "reason", "reference"} to titles in the bank's answer, `paid_words` are
    the words of `result` that mean paid, one a line.
    """

    __tablename__ = "bank_format"
    __table_args__ = (one_of("file_kind", FileKind),)

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    file_kind: Mapped[FileKind] = mapped_column(Choice(FileKind))
    encoding: Mapped[str] = mapped_column(default="gb18030")
    control_line: Mapped[bool] = mapped_column(default=True)
    columns: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    answer_columns: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    paid_words: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")


class PaymentBatch(Record):
    """Papers paid together from one account. `count` and `total` (yuan) are of the lines not taken out."""

    __tablename__ = "payment_batch"
    __table_args__ = (
        one_of("state", BatchState),
        real_day("paid_on"),
        real_day("settled_on"),
        CheckConstraint("count >= 0", name="count_not_negative"),
        Index(None, "state", "id"),
        Index(None, "account_id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[BatchState] = mapped_column(Choice(BatchState), default=BatchState.OPEN)
    account_id: Mapped[int] = mapped_column(ForeignKey("bank_account.id"))
    account_name: Mapped[str]
    account_number: Mapped[str] = mapped_column(default="")
    paid_on: Mapped[date]
    count: Mapped[int]
    total: Mapped[Decimal]
    confirmed_count: Mapped[int] = mapped_column(default=0)
    confirmed_total: Mapped[Decimal] = mapped_column(default=Decimal(0))
    bounced_count: Mapped[int] = mapped_column(default=0)
    format_id: Mapped[int | None] = mapped_column(ForeignKey("bank_format.id"))
    file_name: Mapped[str] = mapped_column(default="")
    file_sha256: Mapped[str] = mapped_column(default="")
    settled_on: Mapped[date | None]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    account: Mapped[BankAccount] = relationship(lazy="raise")
    lines: Mapped[list[PaymentLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="PaymentLine.position"
    )


class PaymentLine(Record):
    """One paper in a batch. A paper waits in or was paid by one batch at most: the partial index says so."""

    __tablename__ = "payment_line"
    __table_args__ = (
        one_of("state", PaymentState),
        real_day("settled_on"),
        UniqueConstraint("batch_id", "position"),
        CheckConstraint("amount > 0", name="amount_positive"),
        Index(
            "uq_payment_line_claim_once",
            "claim_id",
            unique=True,
            sqlite_where=text("state IN ('waiting', 'confirmed')"),
            postgresql_where=text("state IN ('waiting', 'confirmed')"),
        ),
        Index(None, "claim_id"),
    )

    batch_id: Mapped[int] = mapped_column(ForeignKey("payment_batch.id"))
    position: Mapped[int]
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    claim_number: Mapped[str]
    payee_name: Mapped[str]
    bank_name: Mapped[str] = mapped_column(default="")
    bank_account: Mapped[str] = mapped_column(default="")
    amount: Mapped[Decimal]
    purpose: Mapped[str] = mapped_column(default="")
    state: Mapped[PaymentState] = mapped_column(Choice(PaymentState), default=PaymentState.WAITING)
    reason: Mapped[str] = mapped_column(default="")
    bank_reference: Mapped[str] = mapped_column(default="")
    settled_on: Mapped[date | None]

    claim: Mapped[ExpenseClaim] = relationship(lazy="raise")
