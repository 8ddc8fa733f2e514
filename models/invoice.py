"""Invoices 发票 as they were read from files or typed, each with the paper that uses it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Json, Record, real_day


class Invoice(Record):
    """An invoice 发票 on a claim.

    `number_key` is code and number joined, "" when unknown. `used_key` is that key (or the file's hash) from the
    claim's submission until it is voided, and UNIQUE: the same invoice is never reimbursed twice, whoever races.
    `kind` is a value of services/invoices/model.py: InvoiceKind. `sources` tells per field where it was read and
    how sure that is.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        real_day("issued_on"),
        Index(None, "claim_id"),
        Index(None, "number_key"),
        Index(None, "file_sha256"),
        Index(None, "seller_tax_id", "issued_on", "total"),
        Index(None, "seller_name", "issued_on", "total"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
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
