"""Cases of certificates 办理事项: renewals, applications, yearly duties, company changes, subsidies; trainings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Choice, Rate, Record, one_of, real_day
from models.certificate import Certificate, CertificateKind
from models.people import Employee


class CaseKind(StrEnum):
    """到期换证, 新申请, 年度义务, 公司变更, 补贴申报."""

    RENEWAL = "renewal"
    APPLICATION = "application"
    DUTY = "duty"
    CHANGE = "change"
    SUBSIDY = "subsidy"


class CaseState(StrEnum):
    """办理中, 已办结, 未获批, 已放弃."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    GIVEN_UP = "given_up"


class PaperState(StrEnum):
    """待收集, 已备齐, 有问题."""

    OPEN = "open"
    IN_HAND = "in_hand"
    FAULTY = "faulty"


class CertificateCase(Record):
    """A case 办理事项 with steps; amounts (yuan): its cost, and of a subsidy what was asked, granted, received.

    `submitted_on`: the day its papers were handed in; `submitted_without`: why although some were missing.
    """

    __tablename__ = "certificate_case"
    __table_args__ = (
        one_of("kind", CaseKind),
        one_of("state", CaseState),
        *(real_day(name) for name in ("opened_on", "due_on", "submitted_on", "closed_on", "received_on")),
        CheckConstraint(
            "cost >= 0 AND asked >= 0 AND granted >= 0 AND received >= 0", name="amounts_not_negative"
        ),
        Index(None, "state", "due_on"),
        Index(None, "certificate_id"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[CaseKind] = mapped_column(Choice(CaseKind))
    state: Mapped[CaseState] = mapped_column(Choice(CaseState), default=CaseState.OPEN)
    title: Mapped[str]
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("certificate_kind.id"))
    certificate_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    duty_code: Mapped[str] = mapped_column(default="")
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    agency: Mapped[str] = mapped_column(default="")
    opened_on: Mapped[date]
    due_on: Mapped[date | None]
    submitted_on: Mapped[date | None]
    submitted_without: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]
    cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    asked: Mapped[Decimal] = mapped_column(default=Decimal(0))
    granted: Mapped[Decimal] = mapped_column(default=Decimal(0))
    received: Mapped[Decimal] = mapped_column(default=Decimal(0))
    received_on: Mapped[date | None]
    result: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    kind_of: Mapped[CertificateKind | None] = relationship(lazy="raise")
    certificate: Mapped[Certificate | None] = relationship(lazy="raise")
    owner: Mapped[Employee | None] = relationship(lazy="raise")
    steps: Mapped[list[CaseStep]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="CaseStep.position"
    )
    papers: Mapped[list[CasePaper]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="CasePaper.position"
    )


class CaseStep(Base):
    """One step of a case 步骤: by when, who, which papers, done on."""

    __tablename__ = "case_step"
    __table_args__ = (
        real_day("due_on"),
        real_day("done_on"),
        UniqueConstraint("case_id", "position"),
        Index(None, "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("certificate_case.id"))
    position: Mapped[int]
    name: Mapped[str]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    papers: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    owner: Mapped[Employee | None] = relationship(lazy="raise")


class CasePaper(Base):
    """One paper that a case needs 资料清单: not yet there, in hand, or faulty with a remark; its file, if any."""

    __tablename__ = "case_paper"
    __table_args__ = (
        one_of("state", PaperState),
        UniqueConstraint("case_id", "name"),
        Index(None, "attachment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("certificate_case.id"))
    position: Mapped[int]
    name: Mapped[str]
    state: Mapped[PaperState] = mapped_column(Choice(PaperState), default=PaperState.OPEN)
    remark: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))


class StaffTraining(Record):
    """Training a staff certificate asks for 继续教育: hours of a day, of which person and certificate."""

    __tablename__ = "staff_training"
    __table_args__ = (
        real_day("on_day"),
        CheckConstraint("hours >= 0", name="hours_not_negative"),
        Index(None, "certificate_id"),
    )

    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificate.id"))
    name: Mapped[str]
    on_day: Mapped[date]
    hours: Mapped[Decimal] = mapped_column(Rate)
    note: Mapped[str] = mapped_column(default="")
