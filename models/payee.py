"""Payees 收款单位: whom payment requests are paid to."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record


class Payee(Record):
    """A company or person outside, with the account money goes to; `bank_code` is the 12-digit 联行号."""

    __tablename__ = "payee"

    name: Mapped[str] = mapped_column(unique=True)
    bank_name: Mapped[str] = mapped_column(default="")
    bank_account: Mapped[str] = mapped_column(default="")
    bank_code: Mapped[str] = mapped_column(default="")
    tax_id: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")
