"""The audit chain 操作记录: append-only, each row sealed over the one before."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Json


class AuditEntry(Base):
    """One act on one record. `mac` is an HMAC over the row's canonical bytes and the previous mac."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index(None, "record_kind", "record_id"),)

    # `key`: registers find the rows of every table by a column that the table calls `id`
    seq: Mapped[int] = mapped_column("seq", key="id", primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    user_id: Mapped[int | None]
    user_name: Mapped[str]
    action: Mapped[str]
    record_kind: Mapped[str]
    record_id: Mapped[int]
    changes: Mapped[dict[str, object]] = mapped_column(Json)
    mac: Mapped[str]


class CommandDone(Base):
    """The id of a command that was carried out: a repeated click finds it and does nothing twice."""

    __tablename__ = "command_done"

    command_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
