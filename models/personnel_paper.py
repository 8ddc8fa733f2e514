"""Personnel papers 人事单据: who joins, is confirmed, moves, gets another pay or leaves, decided like any paper."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Json, Record, one_of, real_day
from models.people import Department, Employee


class PersonnelKind(StrEnum):
    """入职, 转正, 调动, 调薪, 离职."""

    JOIN = "join"
    CONFIRM = "confirm"
    TRANSFER = "transfer"
    PAY_CHANGE = "pay_change"
    LEAVE = "leave"


class OfficePaperState(StrEnum):
    """Of papers beside the claims: 草稿, 审批中, 已生效, 已退回, 已撤回, 已作废."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


class PersonnelPaper(Record):
    """A change of somebody's employment; approved, it changes the registers from `effective_on` on.

    `employee_id` of a joiner is empty until the paper is approved. `body` holds what the kind asks for
    (services/personnel_papers.py); pay in it is shown only with `payroll.see`.
    """

    __tablename__ = "personnel_paper"
    __table_args__ = (
        one_of("kind", PersonnelKind),
        one_of("state", OfficePaperState),
        real_day("effective_on"),
        real_day("applied_on"),
        Index(None, "state", "id"),
        Index(None, "employee_id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[PersonnelKind] = mapped_column(Choice(PersonnelKind))
    state: Mapped[OfficePaperState] = mapped_column(Choice(OfficePaperState), default=OfficePaperState.DRAFT)
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    employee_name: Mapped[str]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    department_name: Mapped[str]
    effective_on: Mapped[date]
    applied_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    body: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee | None] = relationship(lazy="raise")
    department: Mapped[Department] = relationship(lazy="raise")


class LeavingItem(Record):
    """One thing to settle before somebody leaves 离职清单; `code` names the check (services/leaving.py)."""

    __tablename__ = "leaving_item"
    __table_args__ = (real_day("done_on"), UniqueConstraint("paper_id", "code"))

    paper_id: Mapped[int] = mapped_column(ForeignKey("personnel_paper.id"))
    code: Mapped[str]
    position: Mapped[int]
    done_on: Mapped[date | None]
    done_by_name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
