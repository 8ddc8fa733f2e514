"""What is due 到期事项: kinds of dates, where each stands, and one such date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from services import dated_rules
from services.permissions import open_to_all

_FILE = "reminders"


class DueKind(StrEnum):
    """证照到期, 最晚申请日, 可以开始换证, 换证步骤, 年度义务, 事项期限, 事项步骤, 证照归还, 投标节点, 保证金缴纳, 保证金退回, 资产归还, 质保到期."""

    EXPIRY = "expiry"
    APPLY_BY = "apply_by"
    RENEWAL_START = "renewal_start"
    RENEWAL_STEP = "renewal_step"
    DUTY = "duty"
    CASE = "case"
    CASE_STEP = "case_step"
    LOAN_BACK = "loan_back"
    BID_STAGE = "bid_stage"
    DEPOSIT_DUE = "deposit_due"
    DEPOSIT_BACK = "deposit_back"
    ASSET_BACK = "asset_back"
    WARRANTY = "warranty"


class DueState(StrEnum):
    """已逾期, 待办, 未到提醒日, 已推迟, 已处理."""

    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    SNOOZED = "snoozed"
    HANDLED = "handled"


class DueDate(NamedTuple):
    """One date of a record. `code` names the date among those of its record; with `on_day` it is reminded of.

    `what` is the name of a duty or step, or the value of a BidStage. `level` is the nearest number of days before that
    has been reached: 0 once it is past, None while it is far. `page` shows the record `page_id`.
    """

    kind: DueKind
    record_kind: str
    record_id: int
    code: str
    what: str
    title: str
    number: str
    owner: str
    on_day: date
    days_left: int
    level: int | None
    state: DueState
    page: str
    page_id: int
    snoozed_until: date | None = None
    reason: str = ""
    since: date | None = None  # of a duty that asks for hours of training: from when on they count
    hours: tuple[Decimal, Decimal] | None = None  # how many there are, of how many

    @property
    def is_start(self) -> bool:
        """A day from which something may be done: nothing is late once it is past."""
        return self.kind is DueKind.RENEWAL_START

    @property
    def is_late(self) -> bool:
        return self.days_left < 0 and not self.is_start

    @property
    def key(self) -> tuple[str, int, str, date]:
        """What a reminder is about."""
        return self.record_kind, self.record_id, self.code, self.on_day


def level_of(days_left: int, levels: Sequence[int]) -> int | None:
    """The nearest of `levels` (rising) that has been reached; 0 once the day is past, None while it is far.

    As `certificate_duties.reminder_level` says it, for thousands of dates.
    """
    if days_left < 0:
        return 0
    place = bisect_left(levels, days_left)
    return levels[place] if place < len(levels) else None


@lru_cache(maxsize=8192)
def standing(days_left: int, levels: tuple[int, ...]) -> tuple[int | None, DueState]:
    """The level, and where a date stands that nobody did anything about."""
    level = level_of(days_left, levels)
    if days_left < 0:
        return level, DueState.OVERDUE
    return level, DueState.LATER if level is None else DueState.DUE


def standing_of_start(days_left: int) -> tuple[int | None, DueState]:
    """Where a day stands from which something may be done: told from then on, never overdue."""
    return (None, DueState.LATER) if days_left > 0 else (0, DueState.DUE)


@open_to_all("a step of services that have checked")
def rows(session: Session, query: Any) -> Sequence[Any]:
    """Rows of columns, past the machinery of records: thousands are read at a time."""
    return session.connection().execute(query).all()


def levels_of(name: str, today: date) -> tuple[int, ...]:
    """The days before which dates of that name are reminded of, rising."""
    return tuple(sorted(dated_rules.row_on(_FILE, name, today)["days"]))
