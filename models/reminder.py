"""Reminders 提醒 that are computed each time; kept is only what somebody did about one: handled, or put off."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record, real_day


class Reminder(Record):
    """What was done about a date of a record: `code` names the date (an expiry, a duty, a stage), `due_on` which.

    A snooze ends on `snoozed_until` and says why; nothing but `handled_on` ends the reminding.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        *(real_day(name) for name in ("due_on", "snoozed_until", "handled_on")),
        UniqueConstraint("record_kind", "record_id", "code", "due_on"),
        Index(None, "snoozed_until"),
    )

    record_kind: Mapped[str]
    record_id: Mapped[int]
    code: Mapped[str]
    due_on: Mapped[date]
    snoozed_until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    handled_on: Mapped[date | None]
    made_by_name: Mapped[str]
