"""Packets 送审包: papers lodged together with an outside body that pays later, and who pays 经费来源."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.expense_claim import ExpenseClaim


class PacketState(StrEnum):
    """整理中, 已送交, 已答复, 已到款."""

    OPEN = "open"
    LODGED = "lodged"
    ANSWERED = "answered"
    RECEIVED = "received"


class FundingSource(Record):
    """Whose money a paper is in the end 经费来源: a fund of an outside body, e.g. a project of a university."""

    __tablename__ = "funding_source"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    body: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")


class Packet(Record):
    """Papers of one funding source lodged together. Amounts in yuan: lodged, accepted, received."""

    __tablename__ = "packet"
    __table_args__ = (
        one_of("state", PacketState),
        real_day("made_on"),
        real_day("lodged_on"),
        real_day("answered_on"),
        real_day("received_on"),
        CheckConstraint("received >= 0", name="received_not_negative"),
        Index(None, "state", "id"),
        Index(None, "funding_source_id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    funding_source_id: Mapped[int] = mapped_column(ForeignKey("funding_source.id"))
    body: Mapped[str] = mapped_column(default="")
    state: Mapped[PacketState] = mapped_column(Choice(PacketState), default=PacketState.OPEN)
    made_on: Mapped[date]
    lodged_on: Mapped[date | None]
    lodged_with: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("bank_account.id"))
    count: Mapped[int] = mapped_column(default=0)
    total: Mapped[Decimal] = mapped_column(default=Decimal(0))
    accepted: Mapped[Decimal | None]
    received: Mapped[Decimal] = mapped_column(default=Decimal(0))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    source: Mapped[FundingSource] = relationship(lazy="raise")
    lines: Mapped[list[PacketLine]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="PacketLine.position"
    )


class PacketLine(Record):
    """One paper in a packet, with what the body accepted of it; `note` says why it is less. A paper is in one packet."""

    __tablename__ = "packet_line"
    __table_args__ = (
        UniqueConstraint("packet_id", "position"),
        CheckConstraint("accepted BETWEEN 0 AND amount", name="accepted_within_amount"),
    )

    packet_id: Mapped[int] = mapped_column(ForeignKey("packet.id"))
    position: Mapped[int]
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"), unique=True)
    amount: Mapped[Decimal]
    accepted: Mapped[Decimal | None]
    note: Mapped[str] = mapped_column(default="")

    claim: Mapped[ExpenseClaim] = relationship(lazy="raise")
