"""What goes to the funds each month 汇缴, and the yearly adjustment of all bases 年度基数调整."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, Json, Record, one_of, real_day
from models.insurance_terms import Fund, InsuranceItem
from models.personnel_paper import OfficePaperState


class RemittanceState(StrEnum):
    """试算, 已归档, 已缴."""

    DRAFT = "draft"
    FROZEN = "frozen"
    PAID = "paid"


class RemittanceKind(StrEnum):
    """月度汇缴, 补缴."""

    MONTHLY = "monthly"
    BACK_PAYMENT = "back_payment"


class Remittance(Record):
    """What goes to a fund in a month 汇缴: frozen, it keeps every base, rate and amount (yuan).

    One a month for each fund and city; what is paid later for months before 补缴 is a row of its own.
    """

    __tablename__ = "remittance"
    __table_args__ = (
        one_of("fund", Fund),
        one_of("kind", RemittanceKind),
        one_of("state", RemittanceState),
        real_day("month"),
        real_day("paid_on"),
        Index(
            "uq_remittance_month_once",
            "fund",
            "city",
            "month",
            unique=True,
            sqlite_where=text("kind = 'monthly'"),
            postgresql_where=text("kind = 'monthly'"),
        ),
    )

    fund: Mapped[Fund] = mapped_column(Choice(Fund))
    city: Mapped[str]
    month: Mapped[date]
    kind: Mapped[RemittanceKind] = mapped_column(Choice(RemittanceKind), default=RemittanceKind.MONTHLY)
    state: Mapped[RemittanceState] = mapped_column(Choice(RemittanceState), default=RemittanceState.DRAFT)
    people: Mapped[int] = mapped_column(default=0)
    base_total: Mapped[Decimal] = mapped_column(default=Decimal(0))
    employer: Mapped[Decimal] = mapped_column(default=Decimal(0))
    employee: Mapped[Decimal] = mapped_column(default=Decimal(0))
    total: Mapped[Decimal] = mapped_column(default=Decimal(0))
    paid_on: Mapped[date | None]
    bill_name: Mapped[str] = mapped_column(default="")
    bill_result: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")


class RemittanceLine(Base):
    """One item of one person in a remittance, with the rates that made it (yuan; a rate as text).

    `month` (first day) is the one that is paid for: that of the remittance, or in a back payment an earlier one, whose
    amounts are what is still owed.
    """

    __tablename__ = "remittance_line"
    __table_args__ = (
        one_of("item", InsuranceItem),
        real_day("month"),
        UniqueConstraint("remittance_id", "employee_id", "month", "item"),
        Index(None, "employee_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    remittance_id: Mapped[int] = mapped_column(ForeignKey("remittance.id"))
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    name: Mapped[str]
    identity_number: Mapped[str] = mapped_column(default="")
    department_name: Mapped[str] = mapped_column(default="")
    month: Mapped[date]
    item: Mapped[InsuranceItem] = mapped_column(Choice(InsuranceItem))
    declared: Mapped[Decimal]
    base: Mapped[Decimal]
    employer_rate: Mapped[str]
    employee_rate: Mapped[str]
    employer: Mapped[Decimal]
    employee: Mapped[Decimal]


class BaseSeason(Record):
    """A yearly adjustment of all bases of a fund 年度基数调整: `average_of` is the year whose wages count."""

    __tablename__ = "base_season"
    __table_args__ = (
        one_of("fund", Fund),
        one_of("state", OfficePaperState),
        real_day("from_month"),
        real_day("applied_from"),
        UniqueConstraint("fund", "city", "from_month"),
    )

    fund: Mapped[Fund] = mapped_column(Choice(Fund))
    city: Mapped[str]
    average_of: Mapped[int]
    from_month: Mapped[date]
    applied_from: Mapped[date]
    state: Mapped[OfficePaperState] = mapped_column(Choice(OfficePaperState), default=OfficePaperState.DRAFT)
    people: Mapped[int] = mapped_column(default=0)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")


class BaseSeasonLine(Record):
    """One person's base before and after (yuan); `average` is last year's monthly wage out of our own payroll."""

    __tablename__ = "base_season_line"
    __table_args__ = (UniqueConstraint("season_id", "employee_id"),)

    season_id: Mapped[int] = mapped_column(ForeignKey("base_season.id"))
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    months: Mapped[int]
    average: Mapped[Decimal | None]
    old_base: Mapped[Decimal | None]
    declared: Mapped[Decimal]
    new_base: Mapped[Decimal]
    employer_difference: Mapped[Decimal] = mapped_column(default=Decimal(0))
    employee_difference: Mapped[Decimal] = mapped_column(default=Decimal(0))
    note: Mapped[str] = mapped_column(default="")
