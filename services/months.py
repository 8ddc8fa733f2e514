"""Months counted: calendar months from one to another, and whole ones between two days."""

from __future__ import annotations

from datetime import date, timedelta

from services.labour_law import add_months

_DAY = timedelta(days=1)


def months_between(first: date, last: date) -> int:
    """How many calendar months from that of `first` to that of `last`, both counted; 0 when not in order."""
    return max((last.year - first.year) * 12 + last.month - first.month + 1, 0)


def whole_months(first: date, last: date) -> int:
    """How many whole months lie from `first` up to and including `last`: 15 March to 14 April is one."""
    after = last + _DAY
    count = (after.year - first.year) * 12 + after.month - first.month
    return count if add_months(first, count) <= after else count - 1
