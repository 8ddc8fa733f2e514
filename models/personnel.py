"""The personnel file 人事档案 of an employee: identity, cards, family, deductions, posts, health checks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Json, Record, one_of, real_day
from models.people import Department, Employee


class IdentityKind(StrEnum):
    """居民身份证, 护照, 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 外国人永久居留身份证, 其他."""

    ID_CARD = "id_card"
    PASSPORT = "passport"
    HONG_KONG_MACAU = "hong_kong_macau"
    TAIWAN = "taiwan"
    PERMANENT_RESIDENT = "permanent_resident"
    OTHER = "other"


class Sex(StrEnum):
    """男, 女."""

    MALE = "male"
    FEMALE = "female"


class EmploymentKind(StrEnum):
    """用工形式: 全日制, 非全日制, 劳务派遣, 实习学生, 退休返聘, 劳务."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    DISPATCHED = "dispatched"
    INTERN = "intern"
    RETIRED = "retired"
    LABOUR = "labour"


class HouseholdKind(StrEnum):
    """户口性质: 城镇, 农村."""

    URBAN = "urban"
    RURAL = "rural"


class PersonalStatus(StrEnum):
    """个人身份, as social insurance asks for it: 干部, 工人."""

    CADRE = "cadre"
    WORKER = "worker"


class Education(StrEnum):
    """学历: 初中及以下, 高中/中专, 大专, 本科, 硕士, 博士."""

    SECONDARY = "secondary"
    HIGH_SCHOOL = "high_school"
    COLLEGE = "college"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTOR = "doctor"


class DeductionItem(StrEnum):
    """专项附加扣除与其他扣除 (个人所得税法 art 6): the items of resources/rules/special_deductions.toml."""

    INFANT_CARE = "infant_care"
    CHILD_EDUCATION = "child_education"
    ELDERLY_CARE = "elderly_care"
    CONTINUING_EDUCATION = "continuing_education"
    HOUSING_LOAN = "housing_loan"
    HOUSING_RENT = "housing_rent"
    PRIVATE_PENSION = "private_pension"
    ENTERPRISE_ANNUITY = "enterprise_annuity"
    HEALTH_INSURANCE = "health_insurance"


class PersonalFile(Record):
    """What the office must know of a person beside their work 员工档案: one row an employee at most.

    职工名册 (劳动合同法实施条例 art 8): name, sex, number, household address, present address, contact, kind of
    employment, beginning of employment, term of the contract.
    """

    __tablename__ = "personal_file"
    __table_args__ = (
        one_of("identity_kind", IdentityKind),
        one_of("sex", Sex),
        one_of("employment_kind", EmploymentKind),
        one_of("household_kind", HouseholdKind),
        one_of("personal_status", PersonalStatus),
        one_of("education", Education),
        real_day("born_on"),
        real_day("started_work_on"),
        real_day("probation_until"),
        real_day("confirmed_on"),
        real_day("graduated_on"),
        UniqueConstraint("employee_id"),
        UniqueConstraint("identity_kind", "identity_number"),
    )

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    identity_kind: Mapped[IdentityKind] = mapped_column(Choice(IdentityKind), default=IdentityKind.ID_CARD)
    identity_number: Mapped[str | None]
    sex: Mapped[Sex | None] = mapped_column(Choice(Sex))
    born_on: Mapped[date | None]
    nationality: Mapped[str] = mapped_column(default="中国")
    household_kind: Mapped[HouseholdKind | None] = mapped_column(Choice(HouseholdKind))
    personal_status: Mapped[PersonalStatus | None] = mapped_column(Choice(PersonalStatus))
    household_address: Mapped[str] = mapped_column(default="")
    home_address: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    emergency_name: Mapped[str] = mapped_column(default="")
    emergency_phone: Mapped[str] = mapped_column(default="")
    employment_kind: Mapped[EmploymentKind] = mapped_column(
        Choice(EmploymentKind), default=EmploymentKind.FULL_TIME
    )
    started_work_on: Mapped[date | None]
    probation_until: Mapped[date | None]
    confirmed_on: Mapped[date | None]
    education: Mapped[Education | None] = mapped_column(Choice(Education))
    school: Mapped[str] = mapped_column(default="")
    major: Mapped[str] = mapped_column(default="")
    graduated_on: Mapped[date | None]
    file_place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee] = relationship(lazy="raise")


class BankCard(Record):
    """The card that pay goes to 工资卡, from a day on; the one in force on the day of payment counts."""

    __tablename__ = "bank_card"
    __table_args__ = (real_day("from_on"), UniqueConstraint("employee_id", "from_on"))

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    from_on: Mapped[date]
    bank_name: Mapped[str]
    number: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class Dependant(Record):
    """A member of the family 家属 whom a deduction may be for."""

    __tablename__ = "dependant"
    __table_args__ = (real_day("born_on"), Index(None, "employee_id"))

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    name: Mapped[str]
    relation: Mapped[str] = mapped_column(default="")
    identity_number: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None]


class SpecialDeduction(Record):
    """A special additional deduction 专项附加扣除 of so many yuan a month, from a month to a month (both first days)."""

    __tablename__ = "special_deduction"
    __table_args__ = (
        one_of("item", DeductionItem),
        real_day("from_month"),
        real_day("to_month"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("to_month IS NULL OR from_month <= to_month", name="months_in_order"),
        Index(None, "employee_id", "from_month"),
    )

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    item: Mapped[DeductionItem] = mapped_column(Choice(DeductionItem))
    amount: Mapped[Decimal]
    from_month: Mapped[date]
    to_month: Mapped[date | None]
    dependant_id: Mapped[int | None] = mapped_column(ForeignKey("dependant.id"))
    note: Mapped[str] = mapped_column(default="")


class TaxYear(Record):
    """What the withholding of a person's year must know beforehand 个税年度信息, and opening figures 年初数.

    `first_wage`: the first wage of the year is paid here (公告2020年第13号). `prior_income`, `prior_twelve_months`:
    公告2020年第19号. Opening figures (yuan) are cumulative up to and including `opened_through` (first day of a
    month), for a company that starts in the middle of a year; `opening_items` maps a deduction item to yuan as text, as
    far as it is known what `opening_additional` and `opening_other` are made of.
    """

    __tablename__ = "tax_year"
    __table_args__ = (
        real_day("opened_through"),
        CheckConstraint("year BETWEEN 2019 AND 2100", name="year_range"),
        UniqueConstraint("employee_id", "year"),
    )

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    year: Mapped[int]
    first_wage: Mapped[bool] = mapped_column(default=False)
    prior_income: Mapped[Decimal | None]
    prior_twelve_months: Mapped[bool] = mapped_column(default=False)
    deduct_basic: Mapped[bool] = mapped_column(default=True)
    opened_through: Mapped[date | None]
    opening_income: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_exempt: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_basic: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_special: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_additional: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_other: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_withheld: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_bonus: Mapped[Decimal] = mapped_column(default=Decimal(0))
    opening_items: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)


class PostEntry(Record):
    """A post in a department from a day on 任职经历; `paper_id` is the personnel paper that caused it."""

    __tablename__ = "post_entry"
    __table_args__ = (real_day("from_on"), Index(None, "employee_id", "from_on"))

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    from_on: Mapped[date]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    post: Mapped[str] = mapped_column(default="")
    grade: Mapped[int] = mapped_column(default=3)
    reason: Mapped[str] = mapped_column(default="")
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("personnel_paper.id"))

    department: Mapped[Department] = relationship(lazy="raise")


class HealthCheck(Record):
    """A health check 体检 that was made, and when the next one is due."""

    __tablename__ = "health_check"
    __table_args__ = (real_day("checked_on"), real_day("next_due"), Index(None, "employee_id"))

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    checked_on: Mapped[date]
    place: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    next_due: Mapped[date | None]
