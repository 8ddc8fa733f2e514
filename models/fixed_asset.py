"""Fixed assets 固定资产: the card, what was estimated anew, units of use, and every movement."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.asset_class import AssetClass, Place
from models.asset_lives import Change, Units, changes_of, units_of
from models.asset_shares import Booked, Share, booked_in, shares_in
from models.asset_terms import Method
from models.base import Base, Choice, Json, Rate, Record, one_of, real_day
from models.people import Department, Employee


class AssetState(StrEnum):
    """在用, 闲置, 维修, 借出, 出租, 已处置."""

    IN_USE = "in_use"
    IDLE = "idle"
    REPAIR = "repair"
    LENT = "lent"
    LEASED = "leased"
    DISPOSED = "disposed"


class MovementKind(StrEnum):
    """入库, 领用, 退回, 调拨, 借出, 归还, 送修, 修复, 出租, 收回, 盘点调整, 处置, 拆分, 合并, 重估."""

    RECEIVE = "receive"
    ISSUE = "issue"
    RETURN = "return"
    TRANSFER = "transfer"
    LEND = "lend"
    LEND_BACK = "lend_back"
    REPAIR = "repair"
    REPAIRED = "repaired"
    LEASE = "lease"
    LEASE_BACK = "lease_back"
    COUNT = "count"
    DISPOSE = "dispose"
    SPLIT = "split"
    MERGE = "merge"
    REVALUE = "revalue"


class FixedAsset(Record):
    """A card 资产卡片. Depreciation begins the month after `start_on` and ends with the month of `stopped_on`.

    `opening_months` and `opening_accumulated` (yuan) were charged before the register began. A lot has a `quantity`
    above one; `source_id` is the card it was split from or merged into, `basis` the shares it is reckoned by since.
    `outside` is who has it when lent or leased.
    """

    __tablename__ = "fixed_asset"
    __table_args__ = (
        one_of("method", Method),
        one_of("state", AssetState),
        *(
            real_day(name)
            for name in ("bought_on", "start_on", "stopped_on", "warranty_until", "due_back_on")
        ),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("months > 0 AND tax_months >= 0", name="lives_positive"),
        CheckConstraint("cost >= 0 AND residual >= 0 AND residual <= cost", name="residual_within_cost"),
        CheckConstraint("opening_months >= 0 AND opening_accumulated >= 0", name="opening_not_negative"),
        CheckConstraint("start_on IS NULL OR bought_on <= start_on", name="bought_before_start"),
        CheckConstraint("stopped_on IS NULL OR bought_on <= stopped_on", name="bought_before_disposal"),
        CheckConstraint("(state = 'disposed') = (stopped_on IS NOT NULL)", name="disposed_on_a_day"),
        Index(None, "state", "id"),
        Index(None, "class_id", "id"),
        Index(None, "department_id", "id"),
        Index(None, "employee_id"),
        Index(None, "place_id"),
        Index(None, "serial_number"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    class_id: Mapped[int] = mapped_column(ForeignKey("asset_class.id"))
    specification: Mapped[str] = mapped_column(default="")
    serial_number: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="台")
    quantity: Mapped[int] = mapped_column(default=1)
    cost: Mapped[Decimal]
    residual: Mapped[Decimal]
    months: Mapped[int]
    method: Mapped[Method] = mapped_column(Choice(Method))
    units_total: Mapped[Decimal] = mapped_column(Rate, default=Decimal(0))
    bought_on: Mapped[date]
    start_on: Mapped[date | None]
    stopped_on: Mapped[date | None]
    opening_months: Mapped[int] = mapped_column(default=0)
    opening_accumulated: Mapped[Decimal] = mapped_column(default=Decimal(0))
    tax_months: Mapped[int] = mapped_column(default=0)
    one_off: Mapped[bool] = mapped_column(default=False)
    supplier: Mapped[str] = mapped_column(default="")
    invoice_number: Mapped[str] = mapped_column(default="")
    claim_number: Mapped[str] = mapped_column(default="")
    warranty_until: Mapped[date | None]
    state: Mapped[AssetState] = mapped_column(Choice(AssetState), default=AssetState.IDLE)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    outside: Mapped[str] = mapped_column(default="")
    due_back_on: Mapped[date | None]
    receipt_line_id: Mapped[int | None] = mapped_column(ForeignKey("asset_request_line.id"))
    source_id: Mapped[int | None] = mapped_column(ForeignKey("fixed_asset.id"))
    basis: Mapped[dict[str, Any] | None] = mapped_column(Json)
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    asset_class: Mapped[AssetClass] = relationship(lazy="raise")
    department: Mapped[Department | None] = relationship(lazy="raise")
    employee: Mapped[Employee | None] = relationship(lazy="raise")
    place: Mapped[Place | None] = relationship(lazy="raise")
    estimates: Mapped[list[AssetEstimate]] = relationship(lazy="raise", order_by="AssetEstimate.from_on")
    uses: Mapped[list[AssetUse]] = relationship(lazy="raise", order_by="AssetUse.month")

    @property
    def units(self) -> Units | None:
        """Units of use as depreciation wants them; `estimates` and `uses` must be loaded, here and below."""
        return units_of(self, self.estimates, self.uses)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of estimate as depreciation wants them, in order."""
        return tuple(changes_of(self, self.estimates, self.uses))

    @property
    def shares(self) -> tuple[Share, ...]:
        """What it is reckoned by since it was split or merged."""
        return shares_in(self.basis)

    @property
    def booked(self) -> Booked | None:
        """What had been charged when it was split or merged."""
        return booked_in(self.basis)


class AssetEstimate(Record):
    """From `from_on` (the first of a month) on: another life left, residual, method, or value 会计估计变更、重估.

    `added` (yuan, signed) is added to the cost and to the net value at the beginning of that month.
    """

    __tablename__ = "asset_estimate"
    __table_args__ = (
        one_of("method", Method),
        real_day("from_on"),
        UniqueConstraint("asset_id", "from_on"),
        CheckConstraint("months > 0 AND residual >= 0", name="estimate_sound"),
    )

    asset_id: Mapped[int] = mapped_column(ForeignKey("fixed_asset.id"))
    from_on: Mapped[date]
    months: Mapped[int]
    residual: Mapped[Decimal]
    method: Mapped[Method] = mapped_column(Choice(Method))
    added: Mapped[Decimal] = mapped_column(default=Decimal(0))
    reason: Mapped[str]
    made_by_name: Mapped[str]


class AssetUse(Record):
    """Units of a month 工作量: kilometres, hours, sheets."""

    __tablename__ = "asset_use"
    __table_args__ = (
        real_day("month"),
        UniqueConstraint("asset_id", "month"),
        CheckConstraint("units >= 0", name="units_not_negative"),
    )

    asset_id: Mapped[int] = mapped_column(ForeignKey("fixed_asset.id"))
    month: Mapped[date]
    units: Mapped[Decimal] = mapped_column(Rate)


class AssetMovement(Base):
    """One movement of one card, never changed (the triggers say so): from whom, to whom, where, on which slip.

    Names are frozen as they were. `due_on` is when something lent comes back; `cost` (yuan) and `days` are those
    of a repair.
    """

    __tablename__ = "asset_movement"
    __table_args__ = (
        one_of("kind", MovementKind),
        real_day("on_day"),
        real_day("due_on"),
        CheckConstraint("cost >= 0 AND days >= 0", name="repair_sound"),
        Index(None, "asset_id", "id"),
        Index(None, "slip"),
        Index(None, "to_employee_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey("fixed_asset.id"))
    kind: Mapped[MovementKind] = mapped_column(Choice(MovementKind))
    slip: Mapped[str] = mapped_column(default="")
    on_day: Mapped[date]
    from_department: Mapped[str] = mapped_column(default="")
    from_employee: Mapped[str] = mapped_column(default="")
    from_place: Mapped[str] = mapped_column(default="")
    to_department: Mapped[str] = mapped_column(default="")
    to_employee: Mapped[str] = mapped_column(default="")
    to_employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    to_place: Mapped[str] = mapped_column(default="")
    outside: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    days: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    made_at: Mapped[datetime]
