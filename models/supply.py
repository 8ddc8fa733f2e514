"""Supplies 物资: consumables, water, cards, spare parts, benefits; every movement with quantity and value."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.asset_class import Place
from models.base import Base, Choice, Rate, Record, one_of, real_day
from models.people import Department, Employee


class SupplyAct(StrEnum):
    """入库, 领用, 退库, 盘点, 调拨."""

    RECEIVE = "receive"
    ISSUE = "issue"
    RETURN = "return"
    COUNT = "count"
    TRANSFER = "transfer"


class SupplyKind(Record):
    """A kind of supplies 物资类别; the codes of its articles begin with `prefix`. `code` is what articles name it by."""

    __tablename__ = "supply_kind"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    prefix: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")


class Supply(Record):
    """An article 物资 of a kind (the code of a `SupplyKind`); on hand in all, at moving average cost.

    `quantity` has at most three decimals; `value` (yuan) is what is on hand at cost.
    """

    __tablename__ = "supply"
    __table_args__ = (
        CheckConstraint("quantity >= 0 AND value >= 0 AND low_stock >= 0", name="never_negative"),
        Index(None, "kind", "id"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    specification: Mapped[str] = mapped_column(default="")
    unit: Mapped[str]
    low_stock: Mapped[Decimal] = mapped_column(Rate, default=Decimal(0))
    quantity: Mapped[Decimal] = mapped_column(Rate, default=Decimal(0))
    value: Mapped[Decimal] = mapped_column(default=Decimal(0))
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")


class SupplyStock(Base):
    """How much of an article stands at a place."""

    __tablename__ = "supply_stock"
    __table_args__ = (CheckConstraint("quantity >= 0", name="never_negative"),)

    supply_id: Mapped[int] = mapped_column(ForeignKey("supply.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"), primary_key=True)
    quantity: Mapped[Decimal] = mapped_column(Rate)

    place: Mapped[Place] = relationship(lazy="raise")


class SupplyMovement(Base):
    """One movement, never changed: quantity and value (yuan) are signed as they change what is on hand.

    A transfer changes neither: its `moved` says how much went from `place_id` to `to_place_id`. A count keeps what the
    books said of the place (`book`) and what was found there. A row that `reverses_id` another takes back exactly that.
    """

    __tablename__ = "supply_movement"
    __table_args__ = (
        one_of("act", SupplyAct),
        real_day("on_day"),
        Index(None, "supply_id", "id"),
        Index(None, "on_day", "id"),
        Index(None, "slip"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    supply_id: Mapped[int] = mapped_column(ForeignKey("supply.id"))
    act: Mapped[SupplyAct] = mapped_column(Choice(SupplyAct))
    slip: Mapped[str] = mapped_column(default="")
    on_day: Mapped[date]
    quantity: Mapped[Decimal] = mapped_column(Rate)
    value: Mapped[Decimal]
    moved: Mapped[Decimal] = mapped_column(Rate, default=Decimal(0))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    to_place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    benefit_id: Mapped[int | None] = mapped_column(ForeignKey("benefit_sheet.id"))
    book: Mapped[Decimal | None] = mapped_column(Rate)
    found: Mapped[Decimal | None] = mapped_column(Rate)
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("supply_movement.id"), unique=True)
    supplier: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    made_by_name: Mapped[str]
    made_at: Mapped[datetime]

    department: Mapped[Department | None] = relationship(lazy="raise")
    employee: Mapped[Employee | None] = relationship(lazy="raise")


class BenefitSheet(Record):
    """A distribution of benefits 福利发放表: for a festival or a quarter, one article, signed by everybody."""

    __tablename__ = "benefit_sheet"
    __table_args__ = (real_day("on_day"), real_day("closed_on"))

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    on_day: Mapped[date]
    supply_id: Mapped[int] = mapped_column(ForeignKey("supply.id"))
    closed_on: Mapped[date | None]
    made_by_name: Mapped[str]
    search_text: Mapped[str] = mapped_column(default="")

    supply: Mapped[Supply] = relationship(lazy="raise")
    lines: Mapped[list[BenefitLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="BenefitLine.position"
    )


class BenefitLine(Base):
    """What somebody is to get and on which day they signed for it."""

    __tablename__ = "benefit_line"
    __table_args__ = (real_day("received_on"), UniqueConstraint("sheet_id", "employee_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("benefit_sheet.id"))
    position: Mapped[int]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    employee_name: Mapped[str]
    department_name: Mapped[str]
    quantity: Mapped[Decimal] = mapped_column(Rate)
    received_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
