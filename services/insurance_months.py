"""Months by their first day, counted forwards and backwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta


def month_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def previous_month(month: date) -> date:
    """The first day of the month before."""
    return month_of(month_of(month) - timedelta(days=1))


def last_day(month: date) -> date:
    """The last day of the month."""
    return next_month(month_of(month)) - timedelta(days=1)


def months_between(first: date, last: date) -> Iterator[date]:
    """The first days of all months from `first` to `last`, both included."""
    month = month_of(first)
    while month <= last:
        yield month
        month = next_month(month)


def month_text(month: date) -> str:
    """2026-11."""
    return f"{month:%Y-%m}"
