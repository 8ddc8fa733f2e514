"""Depreciation 折旧 of a month: once closed, its charges stay as they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, Record, one_of, real_day


class DepreciationState(StrEnum):
    """未结, 已结."""

    OPEN = "open"
    CLOSED = "closed"


class DepreciationRun(Record):
    """The depreciation of a month (its first day); totals (yuan) are those of its lines, the tax book's beside."""

    __tablename__ = "depreciation_run"
    __table_args__ = (one_of("state", DepreciationState), real_day("month"))

    month: Mapped[date] = mapped_column(unique=True)
    state: Mapped[DepreciationState] = mapped_column(
        Choice(DepreciationState), default=DepreciationState.OPEN
    )
    assets: Mapped[int] = mapped_column(default=0)
    cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    accumulated: Mapped[Decimal] = mapped_column(default=Decimal(0))
    net: Mapped[Decimal] = mapped_column(default=Decimal(0))
    tax_amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    made_by_name: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")


class DepreciationLine(Base):
    """The charge of a card in a month, the book's and the tax law's (yuan); the department is that of the month.

    `catch_up` and `tax_catch_up` are the part of the charges that closed months left out (negative: charged too much).
    """

    __tablename__ = "depreciation_line"
    __table_args__ = (Index(None, "asset_id"),)

    run_id: Mapped[int] = mapped_column(ForeignKey("depreciation_run.id"), primary_key=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey("fixed_asset.id"), primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("asset_class.id"))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    amount: Mapped[Decimal]
    accumulated: Mapped[Decimal]
    net: Mapped[Decimal]
    tax_amount: Mapped[Decimal]
    catch_up: Mapped[Decimal] = mapped_column(default=Decimal(0))
    tax_catch_up: Mapped[Decimal] = mapped_column(default=Decimal(0))
