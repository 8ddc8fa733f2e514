"""Payroll runs 工资表: a row a month and kind, a frozen line a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Json, Record, one_of, real_day
from models.personnel import EmploymentKind


class RunKind(StrEnum):
    """月度工资, 奖金, 补发."""

    REGULAR = "regular"
    BONUS = "bonus"
    SUPPLEMENT = "supplement"


class RunState(StrEnum):
    """草稿, 已核对, 审批中, 已批准, 已发放, 已锁定."""

    DRAFT = "draft"
    CHECKED = "checked"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PAID = "paid"
    LOCKED = "locked"


class BonusTax(StrEnum):
    """How a bonus run is taxed: 单独计税 (to 2027-12-31), 并入综合所得."""

    SEPARATE = "separate"
    MERGED = "merged"


class PayrollRun(Record):
    """The payroll sheet of a month (first day) and kind 工资表: the month it is paid and taxed in, that of `pay_on`.

    `wage_month`, whose wages it pays, is the month before unless the setting `payroll_setting.wage_month` said otherwise when it was reckoned. One regular run a month (the partial index). Totals (yuan) are those of its lines.
    """

    __tablename__ = "payroll_run"
    __table_args__ = (
        one_of("kind", RunKind),
        one_of("state", RunState),
        one_of("bonus_tax", BonusTax),
        real_day("month"),
        real_day("wage_month"),
        real_day("due_on"),
        real_day("pay_on"),
        real_day("paid_on"),
        Index(
            "uq_payroll_run_regular_once",
            "month",
            unique=True,
            sqlite_where=text("kind = 'regular'"),
            postgresql_where=text("kind = 'regular'"),
        ),
        Index(None, "month"),
        Index(None, "pay_on"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    month: Mapped[date]
    wage_month: Mapped[date | None]
    kind: Mapped[RunKind] = mapped_column(Choice(RunKind), default=RunKind.REGULAR)
    title: Mapped[str] = mapped_column(default="")
    state: Mapped[RunState] = mapped_column(Choice(RunState), default=RunState.DRAFT)
    bonus_tax: Mapped[BonusTax | None] = mapped_column(Choice(BonusTax))
    due_on: Mapped[date]
    pay_on: Mapped[date]
    paid_on: Mapped[date | None]
    people: Mapped[int] = mapped_column(default=0)
    gross: Mapped[Decimal] = mapped_column(default=Decimal(0))
    insurance: Mapped[Decimal] = mapped_column(default=Decimal(0))
    tax: Mapped[Decimal] = mapped_column(default=Decimal(0))
    net: Mapped[Decimal] = mapped_column(default=Decimal(0))
    employer_cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    components: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("bank_account.id"))
    format_id: Mapped[int | None] = mapped_column(ForeignKey("bank_format.id"))
    file_name: Mapped[str] = mapped_column(default="")
    file_sha256: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    lines: Mapped[list[PayrollLine]] = relationship(lazy="raise", order_by="PayrollLine.position")


class PayrollLine(Base):
    """One person in a run, whole and frozen: who, how long they worked, each amount (yuan), and how the tax came about.

    `amounts` maps a component's code to yuan as text, `insured` an insurance item to [base, employer, employee].
    `cum_*` are the cumulative figures of the tax year up to and with this line: the next one goes on from them; the pay
    of interns (劳务报酬) has figures of its own beside those of wages.
    `separate_bonus` (a bonus, severance, labour remuneration) was taxed by itself with `separate_tax`, which is part
    of `tax`, and is in none of them. `deducted` maps a deduction item to the yuan of the tax year so far, as text.
    """

    __tablename__ = "payroll_line"
    __table_args__ = (
        one_of("employment_kind", EmploymentKind),
        UniqueConstraint("run_id", "employee_id"),
        Index(None, "tax_year", "employee_id"),
        Index(
            "ix_payroll_line_no_wage",
            "tax_year",
            "employee_id",
            sqlite_where=text("employment_kind IN ('intern', 'labour')"),
            postgresql_where=text("employment_kind IN ('intern', 'labour')"),
        ),
        Index(None, "employee_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("payroll_run.id"))
    position: Mapped[int]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    number: Mapped[str]
    name: Mapped[str]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    department_name: Mapped[str]
    post: Mapped[str] = mapped_column(default="")
    employment_kind: Mapped[EmploymentKind] = mapped_column(
        Choice(EmploymentKind), default=EmploymentKind.FULL_TIME
    )
    identity_number: Mapped[str] = mapped_column(default="")
    bank_name: Mapped[str] = mapped_column(default="")
    bank_account: Mapped[str] = mapped_column(default="")
    due_days: Mapped[int] = mapped_column(default=0)
    worked_days: Mapped[int] = mapped_column(default=0)
    amounts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    insured: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    deducted: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    gross: Mapped[Decimal]
    exempt: Mapped[Decimal] = mapped_column(default=Decimal(0))
    social: Mapped[Decimal] = mapped_column(default=Decimal(0))
    housing: Mapped[Decimal] = mapped_column(default=Decimal(0))
    additional: Mapped[Decimal] = mapped_column(default=Decimal(0))
    other: Mapped[Decimal] = mapped_column(default=Decimal(0))
    tax: Mapped[Decimal] = mapped_column(default=Decimal(0))
    withheld: Mapped[Decimal] = mapped_column(default=Decimal(0))
    net: Mapped[Decimal]
    employer_insurance: Mapped[Decimal] = mapped_column(default=Decimal(0))
    employer_cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    base_wage: Mapped[Decimal] = mapped_column(default=Decimal(0))
    separate_bonus: Mapped[Decimal] = mapped_column(default=Decimal(0))
    separate_tax: Mapped[Decimal] = mapped_column(default=Decimal(0))
    tax_year: Mapped[int]
    tax_month: Mapped[int]
    cum_income: Mapped[Decimal] = mapped_column(default=Decimal(0))
    cum_exempt: Mapped[Decimal] = mapped_column(default=Decimal(0))
    cum_basic: Mapped[Decimal] = mapped_column(default=Decimal(0))
    cum_special: Mapped[Decimal] = mapped_column(default=Decimal(0))
    cum_additional: Mapped[Decimal] = mapped_column(default=Decimal(0))
    cum_other: Mapped[Decimal] = mapped_column(default=Decimal(0))
    cum_withheld: Mapped[Decimal] = mapped_column(default=Decimal(0))
    note: Mapped[str] = mapped_column(default="")
