"""Users 用户 who sign in, and their roles 角色."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Record, one_of
from models.people import Employee


class Role(StrEnum):
    """What a user is in the office; what each may do stands in services/permissions.py."""

    CLERK = "clerk"
    CASHIER = "cashier"
    HR = "hr"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class User(Record):
    """Somebody who signs in; `employee` tells which papers are their own."""

    __tablename__ = "user_account"

    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"), unique=True)
    active: Mapped[bool] = mapped_column(default=True)
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    last_sign_in: Mapped[datetime | None]
    search_text: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee | None] = relationship(lazy="raise")
    roles: Mapped[list[UserRole]] = relationship(lazy="raise", cascade="all, delete-orphan")


class UserRole(Base):
    """One role of one user."""

    __tablename__ = "user_role"
    __table_args__ = (one_of("role", Role), UniqueConstraint("user_id", "role"))

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    role: Mapped[Role] = mapped_column(Choice(Role))
