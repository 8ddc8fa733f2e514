"""Expense categories 费用类别, and what each is to the policies."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Choice, Record, one_of


class CategoryRole(StrEnum):
    """What a category is to the policies: 一般, 城市间交通, 住宿, 市内交通, 出差补贴, 业务招待."""

    GENERAL = "general"
    TRANSPORT = "transport"
    LODGING = "lodging"
    LOCAL = "local"
    ALLOWANCE = "allowance"
    ENTERTAINMENT = "entertainment"


class ExpenseCategory(Record):
    """A kind of expense 费用类别, in the company's own words, with the account 会计科目 it is debited to."""

    __tablename__ = "expense_category"
    __table_args__ = (one_of("role", CategoryRole),)

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)
    needs_invoice: Mapped[bool] = mapped_column(default=True)
    role: Mapped[CategoryRole] = mapped_column(Choice(CategoryRole), default=CategoryRole.GENERAL)
    account_code: Mapped[str] = mapped_column(default="")
    account_name: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")
