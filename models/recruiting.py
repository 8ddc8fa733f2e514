"""Recruiting 招聘: events, candidates and their interviews."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.people import Department


class CandidateStage(StrEnum):
    """已投递, 初筛通过, 面试中, 已发录用通知, 已入职, 未录用, 本人放弃."""

    APPLIED = "applied"
    SCREENED = "screened"
    INTERVIEW = "interview"
    OFFER = "offer"
    HIRED = "hired"
    REJECTED = "rejected"
    DECLINED = "declined"


class RecruitingEvent(Record):
    """A place where candidates come from 招聘活动: a campus talk, a fair, a posting; `cost` in yuan."""

    __tablename__ = "recruiting_event"
    __table_args__ = (real_day("held_on"),)

    name: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date]
    cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")


class Candidate(Record):
    """Somebody who applied 应聘者; the days say when each stage was reached."""

    __tablename__ = "candidate"
    __table_args__ = (
        one_of("stage", CandidateStage),
        *(
            real_day(name)
            for name in ("applied_on", "screened_on", "interviewed_on", "offered_on", "closed_on")
        ),
        Index(None, "stage", "applied_on"),
    )

    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    post: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    source: Mapped[str] = mapped_column(default="")
    event_id: Mapped[int | None] = mapped_column(ForeignKey("recruiting_event.id"))
    stage: Mapped[CandidateStage] = mapped_column(Choice(CandidateStage), default=CandidateStage.APPLIED)
    applied_on: Mapped[date]
    screened_on: Mapped[date | None]
    interviewed_on: Mapped[date | None]
    offered_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("personnel_paper.id"))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    department: Mapped[Department | None] = relationship(lazy="raise")


class Interview(Record):
    """One interview 面试 of a candidate."""

    __tablename__ = "interview"
    __table_args__ = (real_day("held_on"), Index(None, "candidate_id"))

    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    held_on: Mapped[date]
    interviewer: Mapped[str] = mapped_column(default="")
    passed: Mapped[bool | None]
    note: Mapped[str] = mapped_column(default="")
