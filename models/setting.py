"""Settings 设置, kept drafts of forms, and the next numbers of papers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Json, Record


class Setting(Record):
    """A named value of the company (`user_id` empty) or of one user."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name", "user_id"),)

    name: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    value: Mapped[Any] = mapped_column(Json)


class FormDraft(Base):
    """What somebody had typed into a form and not yet saved; survives a crash."""

    __tablename__ = "form_draft"
    __table_args__ = (UniqueConstraint("user_id", "form", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    form: Mapped[str]
    record_id: Mapped[int] = mapped_column(default=0)
    body: Mapped[Any] = mapped_column(Json)
    saved_at: Mapped[datetime]


class NumberSequence(Base):
    """The last number given in a series, e.g. `BX-2026`."""

    __tablename__ = "number_sequence"

    series: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]
