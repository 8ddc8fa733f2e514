"""Leads 招标信息 of all provinces, and the weekly digests 周报 made of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.people import Department


class LeadState(StrEnum):
    """待处理, 保留, 已放弃, 已立项投标."""

    NEW = "new"
    KEPT = "kept"
    DROPPED = "dropped"
    BID = "bid"


class BidDigest(Record):
    """A weekly digest 招标周报 as it went out to one department or (none) to all: leads found from a day to a day."""

    __tablename__ = "bid_digest"
    __table_args__ = (real_day("from_on"), real_day("to_on"))

    number: Mapped[str] = mapped_column(unique=True)
    from_on: Mapped[date]
    to_on: Mapped[date]
    leads: Mapped[int]
    fresh: Mapped[int]
    made_by_name: Mapped[str]
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    search_text: Mapped[str] = mapped_column(default="")


class BidLead(Record):
    """A tender notice somebody found 招标信息. `match_key` is title and owner without marks, for likeness.

    `digest_id` is the last digest that told of it as new.
    """

    __tablename__ = "bid_lead"
    __table_args__ = (
        one_of("state", LeadState),
        *(real_day(name) for name in ("found_on", "published_on", "register_until", "deadline_on")),
        Index(None, "state", "id"),
        Index(None, "province", "id"),
        Index(None, "match_key"),
        Index(None, "found_on"),
    )

    province: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    tender_number: Mapped[str] = mapped_column(default="")
    budget: Mapped[Decimal | None]
    found_on: Mapped[date]
    published_on: Mapped[date | None]
    register_until: Mapped[date | None]
    deadline_on: Mapped[date | None]
    link: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    state: Mapped[LeadState] = mapped_column(Choice(LeadState), default=LeadState.NEW)
    drop_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    match_key: Mapped[str] = mapped_column(default="")
    digest_id: Mapped[int | None] = mapped_column(ForeignKey("bid_digest.id"))
    search_text: Mapped[str] = mapped_column(default="")

    department: Mapped[Department | None] = relationship(lazy="raise")
