"""The company, its departments and employees 员工."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Record, real_day


class Company(Record):
    """The company itself 公司: one row. Its name and tax number stand on invoices made out to it."""

    __tablename__ = "company"

    name: Mapped[str]
    tax_id: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")


class Department(Record):
    """A department 部门; its head decides first on its papers."""

    __tablename__ = "department"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    head_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id", use_alter=True))
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")

    parent: Mapped[Department | None] = relationship(lazy="raise", remote_side="Department.id")
    head: Mapped[Employee | None] = relationship(lazy="raise", foreign_keys=[head_id])


class Employee(Record):
    """A person who works here 员工: what claims need; the personnel file builds on it.

    `grade` 职级 decides what travel may cost: 1 leaders of the company, 2 heads, 3 everybody else.
    """

    __tablename__ = "employee"
    __table_args__ = (
        real_day("hired_on"),
        real_day("left_on"),
        CheckConstraint("grade BETWEEN 1 AND 3", name="grade_known"),
        Index(None, "department_id"),
        Index(None, "name"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    post: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    bank_name: Mapped[str] = mapped_column(default="")
    bank_account: Mapped[str] = mapped_column(default="")
    hired_on: Mapped[date | None]
    left_on: Mapped[date | None]
    grade: Mapped[int] = mapped_column(default=3)
    search_text: Mapped[str] = mapped_column(default="")

    department: Mapped[Department] = relationship(lazy="raise", foreign_keys=[department_id])
