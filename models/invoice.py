"""Invoices 发票 as they were read from files or typed, each with the paper that uses it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Choice, Json, Record, one_of, real_day


class InvoiceState(StrEnum):
    """未使用, 已使用, 已红冲, 已作废."""

    UNUSED = "unused"
    USED = "used"
    RED_LETTERED = "red_lettered"
    CANCELLED = "cancelled"


class Invoice(Record):
    """An invoice 发票 that was ever seen, on a claim or on none (`claim_id` empty).

    `number_key` is code and number joined, "" when unknown. `used_key` is that key (or the file's hash) from the
    claim's submission until it is voided, and UNIQUE: the same invoice is never reimbursed twice, whoever races.
    `kind` is a value of services/invoices/model.py: InvoiceKind. `sources` tells per field where it was read and
    how sure that is. `state` says what has become of it: used from the submission of its paper on; red-lettered or
    cancelled by its seller on `marked_on`, which takes nothing back from the paper.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        real_day("issued_on"),
        real_day("seen_on"),
        real_day("marked_on"),
        one_of("state", InvoiceState),
        Index(None, "claim_id"),
        Index(None, "number_key"),
        Index(None, "file_sha256"),
        Index(None, "seller_tax_id", "issued_on", "total"),
        Index(None, "seller_name", "issued_on", "total"),
        # the register, and the tax of a month
        Index(None, "issued_on", "id", "tax"),
        Index(None, "state", "issued_on", "id", "tax"),
        Index(None, "state", "seen_on"),
        Index(None, "seen_on", "id"),
        Index(None, "total", "id"),
        Index(None, "seller_name", "id"),
        Index(None, "number", "id"),
    )

    claim_id: Mapped[int | None] = mapped_column(ForeignKey("expense_claim.id"))
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    kind: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    number_key: Mapped[str] = mapped_column(default="")
    used_key: Mapped[str | None] = mapped_column(unique=True)
    issued_on: Mapped[date | None]
    net: Mapped[Decimal | None]
    tax: Mapped[Decimal | None]
    total: Mapped[Decimal | None]
    buyer_name: Mapped[str] = mapped_column(default="")
    buyer_tax_id: Mapped[str] = mapped_column(default="")
    seller_name: Mapped[str] = mapped_column(default="")
    seller_tax_id: Mapped[str] = mapped_column(default="")
    check_code: Mapped[str] = mapped_column(default="")
    red_letter: Mapped[bool] = mapped_column(default=False)
    lines: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    sources: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    file_sha256: Mapped[str] = mapped_column(default="")
    state: Mapped[InvoiceState] = mapped_column(Choice(InvoiceState), default=InvoiceState.UNUSED)
    seen_on: Mapped[date | None]
    marked_on: Mapped[date | None]
    mark_note: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=1)
    search_text: Mapped[str] = mapped_column(default="")
