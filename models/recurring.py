"""Recurring papers 周期单据: fuel cards, transit cards, rent, made anew every so many months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Record, one_of, real_day
from models.expense_category import ExpenseCategory
from models.expense_claim import PaperKind
from models.payee import Payee
from models.people import Department, Employee


class RecurringPaper(Record):
    """A paper that comes again every `every_months` months on `day_of_month` (31: the last day), next on `next_on`.

    `lead_days` before that day, on `due_from`, it is due to be made. `last_on` is the day that the last one was for.
    """

    __tablename__ = "recurring_paper"
    __table_args__ = (
        one_of("kind", PaperKind),
        real_day("next_on"),
        real_day("due_from"),
        real_day("last_on"),
        CheckConstraint("every_months BETWEEN 1 AND 24", name="every_months_range"),
        CheckConstraint("day_of_month BETWEEN 1 AND 31", name="day_of_month_range"),
        CheckConstraint("lead_days BETWEEN 0 AND 60", name="lead_days_range"),
        Index(None, "next_on"),
    )

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[PaperKind] = mapped_column(Choice(PaperKind))
    claimant_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("expense_category.id"))
    payee_id: Mapped[int | None] = mapped_column(ForeignKey("payee.id"))
    purpose: Mapped[str]
    every_months: Mapped[int] = mapped_column(default=2)
    day_of_month: Mapped[int] = mapped_column(default=1)
    next_on: Mapped[date]
    due_from: Mapped[date]
    last_on: Mapped[date | None]
    lead_days: Mapped[int] = mapped_column(default=5)
    total: Mapped[Decimal] = mapped_column(default=Decimal(0))
    active: Mapped[bool] = mapped_column(default=True)
    last_claim_id: Mapped[int | None] = mapped_column(ForeignKey("expense_claim.id", use_alter=True))
    search_text: Mapped[str] = mapped_column(default="")

    claimant: Mapped[Employee] = relationship(lazy="raise")
    department: Mapped[Department] = relationship(lazy="raise")
    category: Mapped[ExpenseCategory] = relationship(lazy="raise")
    payee: Mapped[Payee | None] = relationship(lazy="raise")
    lines: Mapped[list[RecurringLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="RecurringLine.position"
    )


class RecurringLine(Base):
    """One card or item of the list: `label` is its number, e.g. of a fuel card 油卡 or transit card 交通卡."""

    __tablename__ = "recurring_line"
    __table_args__ = (
        UniqueConstraint("recurring_id", "position"),
        CheckConstraint("amount > 0", name="amount_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    recurring_id: Mapped[int] = mapped_column(ForeignKey("recurring_paper.id"))
    position: Mapped[int]
    label: Mapped[str]
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    amount: Mapped[Decimal]
    note: Mapped[str] = mapped_column(default="")
