"""Leased-out assets 资产出租: tenant, rent plan, what came in."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Record, real_day
from models.fixed_asset import FixedAsset


class AssetLease(Record):
    """A lease 出租合同 of a card from a day to a day; `rent` (yuan) is due every `every_months` months."""

    __tablename__ = "asset_lease"
    __table_args__ = (
        *(real_day(name) for name in ("from_on", "to_on", "ended_on")),
        CheckConstraint("from_on <= to_on", name="days_in_order"),
        CheckConstraint("rent >= 0 AND deposit >= 0", name="amounts_not_negative"),
        CheckConstraint("every_months BETWEEN 1 AND 12", name="every_months_range"),
        Index(None, "asset_id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey("fixed_asset.id"))
    tenant: Mapped[str]
    contract_number: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date]
    to_on: Mapped[date]
    ended_on: Mapped[date | None]
    rent: Mapped[Decimal]
    every_months: Mapped[int] = mapped_column(default=1)
    deposit: Mapped[Decimal] = mapped_column(default=Decimal(0))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    asset: Mapped[FixedAsset] = relationship(lazy="raise")
    dues: Mapped[list[LeaseDue]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="LeaseDue.due_on"
    )


class LeaseDue(Base):
    """One rent of the plan (yuan) and what came in for it."""

    __tablename__ = "lease_due"
    __table_args__ = (
        real_day("due_on"),
        real_day("received_on"),
        CheckConstraint("amount >= 0 AND received >= 0", name="amounts_not_negative"),
        UniqueConstraint("lease_id", "due_on"),
        Index(None, "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    lease_id: Mapped[int] = mapped_column(ForeignKey("asset_lease.id"))
    due_on: Mapped[date]
    amount: Mapped[Decimal]
    received: Mapped[Decimal] = mapped_column(default=Decimal(0))
    received_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class LeaseReceipt(Base):
    """Money of a lease (yuan) as it came in, with a minus as it was given back: for a rent, or the deposit (no `due_on`)."""

    __tablename__ = "lease_receipt"
    __table_args__ = (
        real_day("due_on"),
        real_day("on_day"),
        CheckConstraint("amount <> 0", name="amount_not_nothing"),
        Index(None, "lease_id", "id"),
        Index(None, "on_day", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    lease_id: Mapped[int] = mapped_column(ForeignKey("asset_lease.id"))
    due_on: Mapped[date | None]
    on_day: Mapped[date]
    amount: Mapped[Decimal]
    note: Mapped[str] = mapped_column(default="")
    made_by_name: Mapped[str]
    made_at: Mapped[datetime]
