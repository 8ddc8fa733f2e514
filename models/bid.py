"""Bids 投标: what is bid for, its dates, lots, competitors, checklist."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Json, Record, one_of, real_day
from models.bid_terms import BidKind, BidLaw, BidMethod, BidResult, BidRole, BidStage
from models.people import Department, Employee


class BidItemKind(StrEnum):
    """公司证照, 人员证书, 业绩合同, 财务资料, 授权文件, 其他."""

    CERTIFICATE = "certificate"
    STAFF_CERTIFICATE = "staff_certificate"
    CONTRACT = "contract"
    FINANCIAL = "financial"
    AUTHORISATION = "authorisation"
    OTHER = "other"


class Bid(Record):
    """A bid 投标项目; amounts in yuan. `result_on` is the day its result was known, by which periods count."""

    __tablename__ = "bid"
    __table_args__ = (
        one_of("law", BidLaw),
        one_of("method", BidMethod),
        one_of("kind", BidKind),
        one_of("role", BidRole),
        one_of("result", BidResult),
        real_day("result_on"),
        CheckConstraint("copies >= 0 AND rank >= 0", name="counts_not_negative"),
        Index(None, "result", "id"),
        Index(None, "owner_id"),
        Index(None, "province"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    tender_number: Mapped[str] = mapped_column(default="")
    tenderer: Mapped[str]
    agency: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    law: Mapped[BidLaw] = mapped_column(Choice(BidLaw))
    method: Mapped[BidMethod] = mapped_column(Choice(BidMethod))
    kind: Mapped[BidKind] = mapped_column(Choice(BidKind))
    role: Mapped[BidRole] = mapped_column(Choice(BidRole))
    partners: Mapped[str] = mapped_column(default="")
    budget: Mapped[Decimal | None]
    requirements: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    signer_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    copies: Mapped[int] = mapped_column(default=0)
    document_fee: Mapped[Decimal] = mapped_column(default=Decimal(0))
    price: Mapped[Decimal | None]
    result: Mapped[BidResult] = mapped_column(Choice(BidResult), default=BidResult.PENDING)
    result_on: Mapped[date | None]
    rank: Mapped[int] = mapped_column(default=0)
    won_price: Mapped[Decimal | None]
    result_reason: Mapped[str] = mapped_column(default="")
    review: Mapped[str] = mapped_column(default="")
    contract_number: Mapped[str] = mapped_column(default="")
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("bid_lead.id"))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    department: Mapped[Department | None] = relationship(lazy="raise")
    owner: Mapped[Employee | None] = relationship(lazy="raise", foreign_keys=[owner_id])
    signer: Mapped[Employee | None] = relationship(lazy="raise", foreign_keys=[signer_id])
    stages: Mapped[list[BidDate]] = relationship(lazy="raise", cascade="all, delete-orphan")
    lots: Mapped[list[BidLot]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="BidLot.position"
    )
    competitors: Mapped[list[BidCompetitor]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="BidCompetitor.position"
    )
    items: Mapped[list[BidItem]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="BidItem.position"
    )


class BidDate(Base):
    """One stage of a bid 阶段: when (with the time where it has one), where, and on which day it was done.

    `from_on` begins what lasts (the sale of documents, the publicity); `on_day` is its end or its day.
    """

    __tablename__ = "bid_date"
    __table_args__ = (
        one_of("stage", BidStage),
        *(real_day(name) for name in ("from_on", "on_day", "done_on")),
        CheckConstraint("from_on IS NULL OR from_on <= on_day", name="days_in_order"),
        UniqueConstraint("bid_id", "stage"),
        Index(None, "on_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bid_id: Mapped[int] = mapped_column(ForeignKey("bid.id"))
    stage: Mapped[BidStage] = mapped_column(Choice(BidStage))
    from_on: Mapped[date | None]
    on_day: Mapped[date]
    at_time: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class BidLot(Base):
    """A lot 标段 with its own price and result."""

    __tablename__ = "bid_lot"
    __table_args__ = (one_of("result", BidResult), UniqueConstraint("bid_id", "position"))

    id: Mapped[int] = mapped_column(primary_key=True)
    bid_id: Mapped[int] = mapped_column(ForeignKey("bid.id"))
    position: Mapped[int]
    name: Mapped[str]
    budget: Mapped[Decimal | None]
    price: Mapped[Decimal | None]
    result: Mapped[BidResult] = mapped_column(Choice(BidResult), default=BidResult.PENDING)
    rank: Mapped[int] = mapped_column(default=0)
    won_price: Mapped[Decimal | None]


class BidCompetitor(Base):
    """Who else bid 竞争对手, at which price, on which rank."""

    __tablename__ = "bid_competitor"
    __table_args__ = (UniqueConstraint("bid_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bid_id: Mapped[int] = mapped_column(ForeignKey("bid.id"))
    position: Mapped[int]
    name: Mapped[str]
    price: Mapped[Decimal | None]
    rank: Mapped[int] = mapped_column(default=0)
    won: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class BidItem(Base):
    """One thing the bid document needs 清单; files of its own hang on it as attachments (`bid_item`).

    `kind_code` names the kind of certificate asked for, `certificate_id` or `project_id` what was chosen.
    """

    __tablename__ = "bid_item"
    __table_args__ = (
        one_of("kind", BidItemKind),
        UniqueConstraint("bid_id", "position"),
        Index(None, "certificate_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bid_id: Mapped[int] = mapped_column(ForeignKey("bid.id"))
    position: Mapped[int]
    kind: Mapped[BidItemKind] = mapped_column(Choice(BidItemKind))
    title: Mapped[str]
    kind_code: Mapped[str] = mapped_column(default="")
    certificate_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    needed: Mapped[bool] = mapped_column(default=True)
    done: Mapped[bool] = mapped_column(default=False)
    packed: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")


class BidTemplate(Record):
    """A checklist template 清单模板 of a method ("" = any): `items` are rows of {"kind", "title", "kind_code", "needed"}."""

    __tablename__ = "bid_template"

    name: Mapped[str] = mapped_column(unique=True)
    method: Mapped[str] = mapped_column(default="")
    items: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")
