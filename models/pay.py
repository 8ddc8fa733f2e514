"""What pay is made of 薪资项目, what each person gets of it, their attendance, and one-off lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Json, Record, one_of, real_day
from models.people import Employee


class ComponentKind(StrEnum):
    """固定, 按出勤, 加班, 公式, 一次性."""

    FIXED = "fixed"
    ATTENDANCE = "attendance"
    OVERTIME = "overtime"
    FORMULA = "formula"
    ONE_OFF = "one_off"


class ComponentEffect(StrEnum):
    """What it does to the pay: 计入应发, 税前扣减应发 (absence), 税后扣款 (an advance paid back)."""

    EARNING = "earning"
    DEDUCTION = "deduction"
    WITHHOLDING = "withholding"


class PayComponent(Record):
    """A column of the payroll sheet 薪资项目, as data. `code` is its name in formulas.

    `taxable`: counts as income of the month; not taxable earnings are exempt income 免税收入. `in_base`: counts for
    the average wage that insurance bases are made of.
    """

    __tablename__ = "pay_component"
    __table_args__ = (one_of("kind", ComponentKind), one_of("effect", ComponentEffect))

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[ComponentKind] = mapped_column(Choice(ComponentKind))
    effect: Mapped[ComponentEffect] = mapped_column(Choice(ComponentEffect), default=ComponentEffect.EARNING)
    formula: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    taxable: Mapped[bool] = mapped_column(default=True)
    in_base: Mapped[bool] = mapped_column(default=True)
    active: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")


class PayRate(Record):
    """So many yuan a month of a component for a person, from a day on 薪资标准; zero ends it."""

    __tablename__ = "pay_rate"
    __table_args__ = (
        real_day("from_on"),
        UniqueConstraint("employee_id", "component_id", "from_on"),
    )

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    component_id: Mapped[int] = mapped_column(ForeignKey("pay_component.id"))
    from_on: Mapped[date]
    amount: Mapped[Decimal]
    reason: Mapped[str] = mapped_column(default="")
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("personnel_paper.id"))


class AttendanceMonth(Record):
    """A person's attendance in a month 月考勤; days and hours in hundredths, so that half days are exact.

    `leave` maps a kind of leave (personal, sick, annual, …) to hundredths of days.
    """

    __tablename__ = "attendance_month"
    __table_args__ = (
        real_day("month"),
        CheckConstraint("due >= 0 AND worked >= 0", name="not_negative"),
        UniqueConstraint("month", "employee_id"),
    )

    month: Mapped[date]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    due: Mapped[int]
    worked: Mapped[int]
    absent: Mapped[int] = mapped_column(default=0)
    leave: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    late_times: Mapped[int] = mapped_column(default=0)
    overtime_weekday: Mapped[int] = mapped_column(default=0)
    overtime_rest: Mapped[int] = mapped_column(default=0)
    overtime_holiday: Mapped[int] = mapped_column(default=0)
    source: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee] = relationship(lazy="raise")


class AdjustmentCause(StrEnum):
    """录入, 粘贴或导入, 报销还款, 社保补差, 更正已锁定月份, 调薪追溯 (written by the program itself)."""

    TYPED = "typed"
    IMPORTED = "imported"
    REPAYMENT = "repayment"
    INSURANCE = "insurance"
    CORRECTION = "correction"
    ARREARS = "arrears"


class PayAdjustment(Record):
    """A one-off line 一次性项目 of the sheet of a month (first day); `of_month` when it corrects a locked month.

    `run_id` is the payroll run that took it, empty until one did: no line is paid twice.
    """

    __tablename__ = "pay_adjustment"
    __table_args__ = (
        one_of("cause", AdjustmentCause),
        real_day("month"),
        real_day("of_month"),
        Index(None, "month", "employee_id"),
        Index(None, "run_id"),
    )

    month: Mapped[date]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    component_id: Mapped[int] = mapped_column(ForeignKey("pay_component.id"))
    amount: Mapped[Decimal]
    cause: Mapped[AdjustmentCause] = mapped_column(Choice(AdjustmentCause), default=AdjustmentCause.TYPED)
    of_month: Mapped[date | None]
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("expense_claim.id"))
    run_id: Mapped[int | None] = mapped_column(ForeignKey("payroll_run.id"))
    note: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee] = relationship(lazy="raise")
    component: Mapped[PayComponent] = relationship(lazy="raise")
