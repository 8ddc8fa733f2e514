"""Stock-takes 盘点: what the register says, what was scanned, what is done about the difference."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, Json, Record, one_of, real_day


class StockTakeState(StrEnum):
    """盘点中, 已盘, 审批中, 已批准, 已作废."""

    OPEN = "open"
    COUNTED = "counted"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    VOIDED = "voided"


class FoundState(StrEnum):
    """未盘到, 相符, 数量短少, 数量多出, 数目不一, 地点不符, 账外(盘盈), 非本公司."""

    MISSING = "missing"
    FOUND = "found"
    SHORT = "short"
    OVER = "over"
    DISPUTED = "disputed"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"


class Adjustment(StrEnum):
    """不处理, 更正地点, 盘亏核销, 盘盈入账, 继续查找."""

    NONE = "none"
    MOVE = "move"
    WRITE_OFF = "write_off"
    ADD = "add"
    SEARCH = "search"


class StockTake(Record):
    """A stock-take 盘点单. `scope` holds ids of {"departments", "classes", "places"}, empty lists mean all.

    A blind one hides from whoever counts what the register expects. `ticket` is the word that a list counted on
    another PC carries, so that it comes home to this stock-take.
    """

    __tablename__ = "stock_take"
    __table_args__ = (one_of("state", StockTakeState), real_day("on_day"), Index(None, "state", "id"))

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    state: Mapped[StockTakeState] = mapped_column(Choice(StockTakeState), default=StockTakeState.OPEN)
    on_day: Mapped[date]
    scope: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    blind: Mapped[bool] = mapped_column(default=False)
    ticket: Mapped[str] = mapped_column(unique=True)
    counted_by: Mapped[str] = mapped_column(default="")
    watched_by: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")


class StockTakeLine(Record):
    """A card of the scope, frozen as the register had it, or something found that was not on the list.

    `times` counts its scans: more than one says "found twice"; `pieces` are those of a lot that were counted, where somebody
    counted them (a scan alone means all of them). `asset_id` is empty for what nobody knows; such a
    line gets the `class_id`, name and replacement value (`cost`, yuan) that its new card will have.
    """

    __tablename__ = "stock_take_line"
    __table_args__ = (
        one_of("found", FoundState),
        one_of("adjustment", Adjustment),
        UniqueConstraint("take_id", "code"),
        CheckConstraint("times >= 0 AND pieces >= 0", name="times_not_negative"),
        Index(None, "take_id", "found"),
        Index(None, "asset_id"),
    )

    take_id: Mapped[int] = mapped_column(ForeignKey("stock_take.id"))
    position: Mapped[int]
    asset_id: Mapped[int | None] = mapped_column(ForeignKey("fixed_asset.id"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("asset_class.id"))
    code: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    specification: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int] = mapped_column(default=0)
    department: Mapped[str] = mapped_column(default="")
    employee: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    net: Mapped[Decimal] = mapped_column(default=Decimal(0))
    found: Mapped[FoundState] = mapped_column(Choice(FoundState), default=FoundState.MISSING)
    found_place: Mapped[str] = mapped_column(default="")
    times: Mapped[int] = mapped_column(default=0)
    pieces: Mapped[int | None]
    explanation: Mapped[str] = mapped_column(default="")
    adjustment: Mapped[Adjustment] = mapped_column(Choice(Adjustment), default=Adjustment.NONE)


class StockTakeScan(Base):
    """One scan, never changed: `origin` and `origin_seq` say which PC or file it came from, so that it counts once.

    `number` is that of the line it means, `pieces` those counted of it. What is told about a line follows from its
    scans: with one that is `anew` the counting of the line begins again, with 0 pieces it was taken back; of a row of
    a list (its `origin` is the row) the latest is what counts.
    """

    __tablename__ = "stock_take_scan"
    __table_args__ = (
        UniqueConstraint("take_id", "origin", "origin_seq"),
        CheckConstraint("pieces >= 0", name="pieces_not_negative"),
        Index(None, "take_id", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    take_id: Mapped[int] = mapped_column(ForeignKey("stock_take.id"))
    origin: Mapped[str]
    origin_seq: Mapped[int]
    code: Mapped[str]
    number: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    pieces: Mapped[int | None]
    anew: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    by_name: Mapped[str] = mapped_column(default="")
