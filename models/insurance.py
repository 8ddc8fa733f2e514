"""Social insurance and housing fund 社保公积金: policies, who is insured on what base, and changes to lodge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Rate, Record, one_of, real_day
from models.insurance_terms import Fund, InsuranceItem, Rounding
from models.people import Employee
from models.personnel_paper import OfficePaperState


class InsurancePolicy(Record):
    """The parameters of a city and fund from a month to a month (first days) 参保地政策; its items say the rates.

    `cut_off_day` is the local day of the month after which a change counts for the next one; 0 when there is none.
    """

    __tablename__ = "insurance_policy"
    __table_args__ = (
        one_of("fund", Fund),
        real_day("from_month"),
        real_day("to_month"),
        CheckConstraint("to_month IS NULL OR from_month <= to_month", name="months_in_order"),
        CheckConstraint("cut_off_day BETWEEN 0 AND 31", name="cut_off_day_range"),
        UniqueConstraint("city", "fund", "from_month"),
    )

    city: Mapped[str]
    fund: Mapped[Fund] = mapped_column(Choice(Fund))
    from_month: Mapped[date]
    to_month: Mapped[date | None]
    cut_off_day: Mapped[int] = mapped_column(default=0)
    minimum_wage: Mapped[Decimal] = mapped_column(default=Decimal(0))
    confirmed: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    items: Mapped[list[InsurancePolicyItem]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="InsurancePolicyItem.position"
    )


class InsurancePolicyItem(Base):
    """One item of a policy 险种: bounds of its base, rates and fixed sums (yuan a month) of both sides, rounding."""

    __tablename__ = "insurance_policy_item"
    __table_args__ = (
        one_of("item", InsuranceItem),
        one_of("rounding", Rounding),
        CheckConstraint("floor <= ceiling", name="bounds_in_order"),
        UniqueConstraint("policy_id", "item"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    policy_id: Mapped[int] = mapped_column(ForeignKey("insurance_policy.id"))
    position: Mapped[int]
    item: Mapped[InsuranceItem] = mapped_column(Choice(InsuranceItem))
    floor: Mapped[Decimal]
    ceiling: Mapped[Decimal]
    employer_rate: Mapped[Decimal] = mapped_column(Rate)
    employee_rate: Mapped[Decimal] = mapped_column(Rate)
    employer_fixed: Mapped[Decimal] = mapped_column(default=Decimal(0))
    employee_fixed: Mapped[Decimal] = mapped_column(default=Decimal(0))
    rounding: Mapped[Rounding] = mapped_column(Choice(Rounding), default=Rounding.HALF_UP_FEN)


class Enrolment(Record):
    """A person insured with a fund in a city 参保: from a month to a month (first days), both included."""

    __tablename__ = "enrolment"
    __table_args__ = (
        one_of("fund", Fund),
        real_day("from_month"),
        real_day("to_month"),
        CheckConstraint("to_month IS NULL OR from_month <= to_month", name="months_in_order"),
        UniqueConstraint("employee_id", "fund", "from_month"),
        Index(
            "uq_enrolment_open_once",
            "employee_id",
            "fund",
            unique=True,
            sqlite_where=text("to_month IS NULL"),
            postgresql_where=text("to_month IS NULL"),
        ),
    )

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    fund: Mapped[Fund] = mapped_column(Choice(Fund))
    city: Mapped[str]
    account_number: Mapped[str] = mapped_column(default="")
    from_month: Mapped[date]
    to_month: Mapped[date | None]
    change_id: Mapped[int | None] = mapped_column(ForeignKey("insurance_change.id", use_alter=True))

    employee: Mapped[Employee] = relationship(lazy="raise")


class BaseReason(StrEnum):
    """入职, 年度调整, 个别调整."""

    JOINED = "joined"
    SEASON = "season"
    ADJUSTED = "adjusted"


class InsuranceBase(Record):
    """A person's declared base 缴费基数 with a fund from a month on (yuan), before the bounds of each item."""

    __tablename__ = "insurance_base"
    __table_args__ = (
        one_of("fund", Fund),
        one_of("reason", BaseReason),
        real_day("from_month"),
        CheckConstraint("base >= 0", name="base_not_negative"),
        UniqueConstraint("employee_id", "fund", "from_month"),
    )

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    fund: Mapped[Fund] = mapped_column(Choice(Fund))
    from_month: Mapped[date]
    base: Mapped[Decimal]
    reason: Mapped[BaseReason] = mapped_column(Choice(BaseReason), default=BaseReason.JOINED)
    change_id: Mapped[int | None] = mapped_column(ForeignKey("insurance_change.id", use_alter=True))


class ChangeKind(StrEnum):
    """参保/新增, 停保/封存, 续保/启封, 转移, 基数变更, 补缴."""

    JOIN = "join"
    STOP = "stop"
    RESUME = "resume"
    TRANSFER = "transfer"
    BASE = "base"
    BACK_PAYMENT = "back_payment"


class ChangeStage(StrEnum):
    """After the company agreed: 待申报, 已申报, 已确认, 被退回."""

    TO_LODGE = "to_lodge"
    LODGED = "lodged"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class InsuranceChange(Record):
    """A change to lodge with a fund 增减员; `month` (first day) is the one it counts from.

    `reason` is the fund's code: 参保类型 A–D, 停保原因 01–06. `amount` of a back payment is of both sides (yuan).
    """

    __tablename__ = "insurance_change"
    __table_args__ = (
        one_of("fund", Fund),
        one_of("kind", ChangeKind),
        one_of("state", OfficePaperState),
        one_of("stage", ChangeStage),
        real_day("month"),
        real_day("to_month"),
        real_day("deadline"),
        real_day("lodged_on"),
        real_day("confirmed_on"),
        Index(None, "state", "deadline"),
        Index(None, "employee_id"),
        Index(None, "month"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    fund: Mapped[Fund] = mapped_column(Choice(Fund))
    kind: Mapped[ChangeKind] = mapped_column(Choice(ChangeKind))
    state: Mapped[OfficePaperState] = mapped_column(Choice(OfficePaperState), default=OfficePaperState.DRAFT)
    stage: Mapped[ChangeStage | None] = mapped_column(Choice(ChangeStage))
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    employee_name: Mapped[str]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    department_name: Mapped[str]
    city: Mapped[str]
    month: Mapped[date]
    to_month: Mapped[date | None]
    old_base: Mapped[Decimal | None]
    base: Mapped[Decimal | None]
    amount: Mapped[Decimal | None]
    reason: Mapped[str] = mapped_column(default="")
    other_place: Mapped[str] = mapped_column(default="")
    deadline: Mapped[date]
    lodged_on: Mapped[date | None]
    receipt_number: Mapped[str] = mapped_column(default="")
    confirmed_on: Mapped[date | None]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee] = relationship(lazy="raise")
