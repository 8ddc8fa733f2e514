"""Expense policies 报销制度 as dated rows, and the tiers of cities 城市级别 they speak of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.expense_category import ExpenseCategory
from models.expense_claim import CheckLevel


class PolicyKind(StrEnum):
    """What a policy limits, and in which unit `amount` (yuan) or `count` is meant."""

    CATEGORY_PER_PAPER = "category_per_paper"  # 单张限额: yuan of a category on one paper
    CATEGORY_PER_MONTH = "category_per_month"  # 月度限额: yuan of a category, claimant and month
    LODGING_PER_NIGHT = "lodging_per_night"  # 住宿标准: yuan
    MEAL_PER_DAY = "meal_per_day"  # 伙食补助: yuan
    LOCAL_PER_DAY = "local_per_day"  # 市内交通补助: yuan
    SEAT = "seat"  # 席别标准: `words` are the classes allowed
    PER_HEAD = "per_head"  # 招待人均: yuan
    INVOICE_AGE = "invoice_age"  # 发票时限: count of days
    CONSECUTIVE = "consecutive"  # 连号发票: count of numbers in a row of one seller
    WEEKEND = "weekend"  # 周末节假日: spent on a day off
    SPLIT = "split"  # 拆单: `amount` yuan below a level of approval, within `count` days


class ExpensePolicy(Record):
    """One limit, from a day to a day. An empty category, city tier or grade means any; the most specific one holds."""

    __tablename__ = "expense_policy"
    __table_args__ = (
        one_of("kind", PolicyKind),
        one_of("level", CheckLevel),
        real_day("from_on"),
        real_day("to_on"),
        CheckConstraint("city_tier BETWEEN 1 AND 3", name="city_tier_known"),
        CheckConstraint("grade BETWEEN 1 AND 3", name="grade_known"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("count >= 0", name="count_not_negative"),
        CheckConstraint("from_on <= to_on", name="days_in_order"),
        Index(None, "kind", "from_on"),
    )

    kind: Mapped[PolicyKind] = mapped_column(Choice(PolicyKind))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("expense_category.id"))
    city_tier: Mapped[int | None]
    grade: Mapped[int | None]
    amount: Mapped[Decimal | None]
    count: Mapped[int | None]
    words: Mapped[str] = mapped_column(default="")
    level: Mapped[CheckLevel] = mapped_column(Choice(CheckLevel), default=CheckLevel.WARN)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")

    category: Mapped[ExpenseCategory | None] = relationship(lazy="raise")


class CityTier(Record):
    """A city and its tier: 1 the dearest, 3 every city that is not named."""

    __tablename__ = "city_tier"
    __table_args__ = (CheckConstraint("tier BETWEEN 1 AND 3", name="tier_known"),)

    city: Mapped[str] = mapped_column(unique=True)
    tier: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")
