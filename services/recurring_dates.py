"""When a recurring paper comes again: the same day of the month, the last one where the month is shorter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def day_in(year: int, month: int, day_of_month: int) -> date:
    """The day of a month; 31 is its last day, whichever that is."""
    return date(year, month, min(day_of_month, monthrange(year, month)[1]))


def following(day: date, every_months: int, day_of_month: int) -> date:
    """The day `every_months` months on. From 31 January to 28 February, and on to 31 March again.

    Adding months to a day that was cut short would leave it short for ever, so the day of the month is given.
    """
    months = day.year * 12 + day.month - 1 + every_months
    return day_in(months // 12, months % 12 + 1, day_of_month)


def period_words(day: date, every_months: int) -> str:
    """The months that a paper of `day` is for, as they stand on the paper: 2026年11月, 2026年11—12月."""
    last = following(day, every_months - 1, 1)
    if every_months == 1:
        return f"{day.year}年{day.month}月"
    if last.year == day.year:
        return f"{day.year}年{day.month}—{last.month}月"
    return f"{day.year}年{day.month}月—{last.year}年{last.month}月"
