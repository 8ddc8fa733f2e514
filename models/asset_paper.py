"""Papers of assets: purchase requests 采购申请 with their receipts 验收入库, and disposals 处置单."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.asset_class import AssetClass
from models.base import Base, Choice, Record, one_of, real_day
from models.fixed_asset import FixedAsset
from models.people import Department
from models.personnel_paper import OfficePaperState


class DisposalReason(StrEnum):
    """报废, 出售, 捐赠, 盘亏, 毁损."""

    SCRAP = "scrap"
    SALE = "sale"
    DONATION = "donation"
    LOSS = "loss"
    DAMAGE = "damage"


class AssetRequest(Record):
    """A request to buy 采购申请; approved, what arrives is received line by line and gets its cards.

    `amount` (yuan) is the sum of its lines and chooses the levels of approval.
    """

    __tablename__ = "asset_request"
    __table_args__ = (
        one_of("state", OfficePaperState),
        real_day("wanted_on"),
        real_day("closed_on"),
        Index(None, "state", "id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[OfficePaperState] = mapped_column(Choice(OfficePaperState), default=OfficePaperState.DRAFT)
    title: Mapped[str]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    department_name: Mapped[str]
    amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    reason: Mapped[str] = mapped_column(default="")
    wanted_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    department: Mapped[Department] = relationship(lazy="raise")
    lines: Mapped[list[AssetRequestLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="AssetRequestLine.position"
    )


class AssetRequestLine(Base):
    """What is asked for: so many of a class at a price (yuan, each); `received` of them have come."""

    __tablename__ = "asset_request_line"
    __table_args__ = (
        CheckConstraint("quantity > 0 AND price >= 0", name="line_sound"),
        CheckConstraint("received BETWEEN 0 AND quantity", name="received_within_quantity"),
        UniqueConstraint("request_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("asset_request.id"))
    position: Mapped[int]
    name: Mapped[str]
    class_id: Mapped[int] = mapped_column(ForeignKey("asset_class.id"))
    specification: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    price: Mapped[Decimal]
    supplier: Mapped[str] = mapped_column(default="")
    received: Mapped[int] = mapped_column(default=0)

    asset_class: Mapped[AssetClass] = relationship(lazy="raise")


class AssetDisposal(Record):
    """A disposal 处置单: approved, its cards leave the register on `on_day`."""

    __tablename__ = "asset_disposal"
    __table_args__ = (
        one_of("state", OfficePaperState),
        one_of("reason", DisposalReason),
        real_day("on_day"),
        Index(None, "state", "id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[OfficePaperState] = mapped_column(Choice(OfficePaperState), default=OfficePaperState.DRAFT)
    reason: Mapped[DisposalReason] = mapped_column(Choice(DisposalReason))
    title: Mapped[str]
    on_day: Mapped[date]
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    department_name: Mapped[str] = mapped_column(default="")
    amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    buyer: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    lines: Mapped[list[AssetDisposalLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="AssetDisposalLine.position"
    )


class AssetDisposalLine(Base):
    """One card of a disposal: its value on the day (yuan), what came in without VAT, taxes and fees, gain or loss."""

    __tablename__ = "asset_disposal_line"
    __table_args__ = (
        CheckConstraint("proceeds >= 0 AND fees >= 0", name="line_sound"),
        UniqueConstraint("disposal_id", "asset_id"),
        Index(None, "asset_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    disposal_id: Mapped[int] = mapped_column(ForeignKey("asset_disposal.id"))
    position: Mapped[int]
    asset_id: Mapped[int] = mapped_column(ForeignKey("fixed_asset.id"))
    cost: Mapped[Decimal]
    accumulated: Mapped[Decimal]
    net: Mapped[Decimal]
    proceeds: Mapped[Decimal] = mapped_column(default=Decimal(0))
    fees: Mapped[Decimal] = mapped_column(default=Decimal(0))
    gain: Mapped[Decimal] = mapped_column(default=Decimal(0))

    asset: Mapped[FixedAsset] = relationship(lazy="raise")
