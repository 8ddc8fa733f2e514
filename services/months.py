"""Months: by their first day, forwards and backwards; counted, and whole ones between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from services.labour_law import add_months

_DAY = timedelta(days=1)


def month_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after that of `month`."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def previous_month(month: date) -> date:
    """The first day of the month before that of `month`."""
    return month_of(month_of(month) - _DAY)


def last_day(month: date) -> date:
    """The last day of the month of `month`."""
    return next_month(month) - _DAY


def each_month(first: date, last: date) -> Iterator[date]:
    """The first days of all months from that of `first` to that of `last`, both included."""
    month = month_of(first)
    while month <= last:
        yield month
        month = next_month(month)


def month_text(month: date) -> str:
    """2026-11."""
    return f"{month:%Y-%m}"


def months_between(first: date, last: date) -> int:
    """How many calendar months from that of `first` to that of `last`, both counted; 0 when not in order."""
    return max((last.year - first.year) * 12 + last.month - first.month + 1, 0)


def whole_months(first: date, last: date) -> int:
    """How many whole months lie from `first` up to and including `last`: 15 March to 14 April is one."""
    after = last + _DAY
    count = (after.year - first.year) * 12 + after.month - first.month
    return count if add_months(first, count) <= after else count - 1
