"""Approval 审批: rules choose levels, levels become steps of a paper, each decision is a row."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Record, one_of, real_day
from models.user import Role, User


class DecidedKind(StrEnum):
    """What is decided on: 报销, 差旅, 付款申请, 借款; 工资表, 人事单据, 社保公积金变更, 基数调整; 采购, 处置, 盘点, 证照借用."""

    CLAIM = "claim"
    TRAVEL = "travel"
    PAYMENT = "payment"
    ADVANCE = "advance"
    PAYROLL_RUN = "payroll_run"
    PERSONNEL_PAPER = "personnel_paper"
    INSURANCE_CHANGE = "insurance_change"
    BASE_SEASON = "base_season"
    ASSET_REQUEST = "asset_request"
    ASSET_DISPOSAL = "asset_disposal"
    STOCK_TAKE = "stock_take"
    CERTIFICATE_LOAN = "certificate_loan"


class ApproverKind(StrEnum):
    """Who decides at a level: 部门负责人, 项目负责人, 指定用户, 角色."""

    DEPARTMENT_HEAD = "department_head"
    PROJECT_MANAGER = "project_manager"
    USER = "user"
    ROLE = "role"


class StepState(StrEnum):
    """Where a level stands: 未到, 待审批, 已同意, 已退回, 已撤回, 已转审."""

    WAITING = "waiting"
    PENDING = "pending"
    APPROVED = "approved"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    REFERRED = "referred"


class Decision(StrEnum):
    """What somebody did with a paper: 提交, 同意, 退回, 撤回, 转审, 加签, 催办."""

    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    WITHDRAW = "withdraw"
    REFER = "refer"
    ADD_SIGNER = "add_signer"
    REMIND = "remind"


class ApprovalRule(Record):
    """A level that papers of `paper_kind` need ("" = every kind) from `amount_from` yuan on (inclusive).

    An empty department or project means any. Among rules of the same level the most specific one counts.
    """

    __tablename__ = "approval_rule"
    __table_args__ = (
        one_of("approver", ApproverKind),
        CheckConstraint("level BETWEEN 1 AND 9", name="level_range"),
        CheckConstraint("amount_from >= 0", name="amount_not_negative"),
        CheckConstraint("(approver = 'user') = (user_id IS NOT NULL)", name="user_named"),
        CheckConstraint("(approver = 'role') = (role IS NOT NULL)", name="role_named"),
    )

    paper_kind: Mapped[str] = mapped_column(default="")
    level: Mapped[int]
    label: Mapped[str]
    approver: Mapped[ApproverKind] = mapped_column(Choice(ApproverKind))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    role: Mapped[Role | None] = mapped_column(Choice(Role))
    amount_from: Mapped[Decimal] = mapped_column(default=Decimal(0))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")

    user: Mapped[User | None] = relationship(lazy="raise")


class ApprovalStep(Record):
    """One level of one paper in one round of submission; exactly one of `approver_id` and `role` is set.

    `for_name` is who a substitute decided for, `added_by_name` who referred the paper here or asked for one more
    signer; both are printed.
    """

    __tablename__ = "approval_step"
    __table_args__ = (
        one_of("state", StepState),
        UniqueConstraint("paper_kind", "paper_id", "round", "level"),
        CheckConstraint("(approver_id IS NULL) <> (role IS NULL)", name="one_approver"),
        Index(None, "state", "approver_id"),
        Index(None, "state", "role"),
    )

    paper_kind: Mapped[str]
    paper_id: Mapped[int]
    round: Mapped[int]
    level: Mapped[int]
    label: Mapped[str]
    state: Mapped[StepState] = mapped_column(Choice(StepState))
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    role: Mapped[Role | None] = mapped_column(Choice(Role))
    approver_name: Mapped[str]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_by_name: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    for_name: Mapped[str] = mapped_column(default="")
    added_by_name: Mapped[str] = mapped_column(default="")


class ApprovalDecision(Base):
    """One act on a paper, never changed. `own_user_ids` cannot be decided upon: see the trigger."""

    __tablename__ = "approval_decision"
    __table_args__ = (
        one_of("decision", Decision),
        UniqueConstraint("command_id"),
        Index(None, "paper_kind", "paper_id"),
        Index(None, "user_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_kind: Mapped[str]
    paper_id: Mapped[int]
    round: Mapped[int]
    step_id: Mapped[int | None] = mapped_column(ForeignKey("approval_step.id"))
    decision: Mapped[Decision] = mapped_column(Choice(Decision))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user_name: Mapped[str]
    for_name: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    command_id: Mapped[str]


class Absence(Record):
    """An approver is away 请假/委托 from `from_on` to `to_on`; the substitute decides for them, if there is one."""

    __tablename__ = "absence"
    __table_args__ = (
        real_day("from_on"),
        real_day("to_on"),
        CheckConstraint("from_on <= to_on", name="days_in_order"),
        CheckConstraint("substitute_id <> user_id", name="somebody_else"),
        Index(None, "user_id", "from_on"),
        Index(None, "substitute_id", "from_on"),
    )

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    from_on: Mapped[date]
    to_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    user: Mapped[User] = relationship(lazy="raise", foreign_keys=[user_id])
    substitute: Mapped[User | None] = relationship(lazy="raise", foreign_keys=[substitute_id])
