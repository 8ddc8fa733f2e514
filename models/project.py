"""Projects 项目 that costs are charged to."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.people import Department, Employee


class ProjectState(StrEnum):
    """Whether costs may still be charged: 进行中, 已结束."""

    OPEN = "open"
    CLOSED = "closed"


class Project(Record):
    """A project or contract 项目 with its number, e.g. HT-2026-031."""

    __tablename__ = "project"
    __table_args__ = (one_of("state", ProjectState), real_day("started_on"), real_day("ended_on"))

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    customer: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    state: Mapped[ProjectState] = mapped_column(Choice(ProjectState), default=ProjectState.OPEN)
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    search_text: Mapped[str] = mapped_column(default="")

    department: Mapped[Department | None] = relationship(lazy="raise")
    manager: Mapped[Employee | None] = relationship(lazy="raise")
