"""The company's bank accounts 银行账户."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Choice, Record, one_of


class AccountKind(StrEnum):
    """What an account is for: 基本户, 一般户, 专用户, 现金."""

    BASIC = "basic"
    GENERAL = "general"
    SPECIAL = "special"
    CASH = "cash"


class BankAccount(Record):
    """An account money is paid from 银行账户, with the account of the books 会计科目 it is credited to."""

    __tablename__ = "bank_account"
    __table_args__ = (one_of("kind", AccountKind),)

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[AccountKind] = mapped_column(Choice(AccountKind))
    bank: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    holder: Mapped[str] = mapped_column(default="")
    account_code: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")
