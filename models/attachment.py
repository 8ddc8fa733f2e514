"""Attachments 附件: files kept by their SHA-256 beside the database."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from models.base import Record


class Attachment(Record):
    """A file that belongs to a record; its bytes lie in `attachments/ab/<sha256>`."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index(None, "record_kind", "record_id"),
        Index(None, "sha256"),
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        CheckConstraint("size > 0", name="size_positive"),
    )

    record_kind: Mapped[str]
    record_id: Mapped[int]
    name: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
