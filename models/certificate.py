"""Certificates 证照资质: kinds as data, the papers themselves, and the lending of their originals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from models.base import Choice, Json, Record, one_of, real_day
from models.certificate_terms import HolderType
from models.people import Employee


class CertificateState(StrEnum):
    """有效, 办理中, 已失效, 暂停, 撤销, 已归档."""

    VALID = "valid"
    IN_PROGRESS = "in_progress"
    LAPSED = "lapsed"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    ARCHIVED = "archived"


class LoanState(StrEnum):
    """草稿, 审批中, 已批准, 已借出, 已归还, 已退回, 已撤回, 已作废."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    LENT = "lent"
    BACK = "back"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


class LoanKind(StrEnum):
    """借正本, 借副本, 复印件盖章, 印章、UKey 借用."""

    ORIGINAL = "original"
    DUPLICATE = "duplicate"
    COPY = "copy"
    DEVICE = "device"


class CertificateKind(Record):
    """A kind of certificate 证照种类: validity, lead time, reminders, yearly duties, steps of its renewal, cost.

    `reminders` are days before; `duties` and `steps` have the form of resources/rules/certificate_kinds.toml
    (services/certificate_duties.py reads both).
    """

    __tablename__ = "certificate_kind"
    __table_args__ = (
        one_of("holder", HolderType),
        CheckConstraint("months >= 0 AND lead_days >= 0", name="times_not_negative"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    group: Mapped[str] = mapped_column(default="")
    holder: Mapped[HolderType] = mapped_column(Choice(HolderType))
    months: Mapped[int] = mapped_column(default=0)
    lead_days: Mapped[int] = mapped_column(default=0)
    reminders: Mapped[list[int]] = mapped_column(Json, default=list)
    duties: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    steps: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    cost: Mapped[Decimal | None]
    source: Mapped[str] = mapped_column(default="")
    confirmed: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")


class Certificate(Record):
    """A certificate 证照 of the company or of a person; without `valid_to` it does not end.

    `original_place` is where the originals lie, `copy_place` where the duplicates do; scans are its attachments, newest
    last. `successor_id` is the one that renewed it. `state_before` is what it was when it went into the archive.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        one_of("state", CertificateState),
        one_of("state_before", CertificateState),
        *(real_day(name) for name in ("issued_on", "valid_from", "valid_to")),
        CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="days_in_order"
        ),
        CheckConstraint("originals >= 0 AND copies >= 0", name="counts_not_negative"),
        Index(None, "kind_id"),
        Index(None, "state", "valid_to"),
        Index(None, "employee_id"),
    )

    kind_id: Mapped[int] = mapped_column(ForeignKey("certificate_kind.id"))
    name: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    holder_name: Mapped[str]
    issuer: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    state: Mapped[CertificateState] = mapped_column(Choice(CertificateState), default=CertificateState.VALID)
    state_before: Mapped[CertificateState | None] = mapped_column(Choice(CertificateState))
    originals: Mapped[int] = mapped_column(default=1)
    copies: Mapped[int] = mapped_column(default=0)
    original_place: Mapped[str] = mapped_column(default="")
    copy_place: Mapped[str] = mapped_column(default="")
    keeper_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    kind: Mapped[CertificateKind] = relationship(lazy="raise")
    employee: Mapped[Employee | None] = relationship(lazy="raise", foreign_keys=[employee_id])
    keeper: Mapped[Employee | None] = relationship(lazy="raise", foreign_keys=[keeper_id])

    @validates("state")
    def _keep_state(self, _key: str, state: CertificateState) -> CertificateState:
        if state is CertificateState.ARCHIVED and self.state is not state:
            self.state_before = self.state
        return state


class CertificateLoan(Record):
    """Original or duplicate lent, copies sealed, or a key lent 借用单, approved first; each piece is out once at a time.

    `piece` counts the originals, the duplicates or the devices of a certificate from 1 (正本 2, 副本 1); 0 while it is
    left to the counter, and for sealed copies. `approved_back_on`: the day that was approved, however often it is kept
    longer.
    """

    __tablename__ = "certificate_loan"
    __table_args__ = (
        one_of("state", LoanState),
        one_of("kind", LoanKind),
        *(real_day(name) for name in ("from_on", "due_back_on", "approved_back_on", "lent_on", "back_on")),
        CheckConstraint("copies >= 0 AND piece >= 0", name="copies_not_negative"),
        CheckConstraint("due_back_on >= from_on", name="days_in_order"),
        Index(None, "state", "due_back_on"),
        Index(
            "uq_certificate_loan_out",
            "certificate_id",
            "kind",
            "piece",
            unique=True,
            sqlite_where=text("state = 'lent' AND kind <> 'copy'"),
            postgresql_where=text("state = 'lent' AND kind <> 'copy'"),
        ),
    )

    number: Mapped[str] = mapped_column(unique=True)
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificate.id"))
    certificate_name: Mapped[str]
    kind: Mapped[LoanKind] = mapped_column(Choice(LoanKind))
    state: Mapped[LoanState] = mapped_column(Choice(LoanState), default=LoanState.DRAFT)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    employee_name: Mapped[str]
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    department_name: Mapped[str]
    purpose: Mapped[str]
    bid_id: Mapped[int | None] = mapped_column(ForeignKey("bid.id"))
    piece: Mapped[int] = mapped_column(default=1)
    copies: Mapped[int] = mapped_column(default=0)
    from_on: Mapped[date]
    due_back_on: Mapped[date]
    approved_back_on: Mapped[date | None]
    lent_on: Mapped[date | None]
    back_on: Mapped[date | None]
    back_note: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    made_by_name: Mapped[str]
    holder_name: Mapped[str] = mapped_column(default="")
    state_note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    certificate: Mapped[Certificate] = relationship(lazy="raise")
