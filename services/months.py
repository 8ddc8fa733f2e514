"""Months by the calendar: added to a day, and counted from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_DAY = timedelta(days=1)


def add_months(day: date, count: int) -> date:
    """The same day `count` months later (earlier when negative), or the last one of that month: 31 January → 28 February."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(first: date, last: date) -> int:
    """How many whole months lie from `first` up to and including `last`: 1 March to 31 March is one."""
    after = last + _DAY
    count = (after.year - first.year) * 12 + after.month - first.month
    return count if add_months(first, count) <= after else count - 1
