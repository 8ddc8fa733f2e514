"""The terms of the statistics: what is grouped, what counts, from when to when."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

type Key = int | str | None  # the id of what is grouped, a month as 2026-11, None for lines without


class Grouping(StrEnum):
    """按费用类别, 部门, 项目, 人员, 月份."""

    CATEGORY = "category"
    DEPARTMENT = "department"
    PROJECT = "project"
    PERSON = "person"
    MONTH = "month"


class Counted(StrEnum):
    """已付款按付款日, 已付款按发生日, 已付款和在途按发生日."""

    PAID = "paid"
    SPENT = "spent"
    CLAIMED = "claimed"


class Period(StrEnum):
    """本月, 上月, 本季度, 本年, 上年, 近十二个月, 自定."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_QUARTER = "this_quarter"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    TWELVE_MONTHS = "twelve_months"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`, both included."""

    first: date
    last: date

    def before(self) -> Span:
        """The same days a year earlier; the end of a month stays the end of that month."""
        return Span(_year_earlier(self.first), _year_earlier(self.last, end=True))

    def months(self) -> list[str]:
        """Every month it touches, as 2026-11."""
        first = self.first.year * 12 + self.first.month - 1
        last = self.last.year * 12 + self.last.month - 1
        return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def span_of(period: Period, today: date) -> Span:
    """The days of a period; one that is not over ends today, so that it is compared with as many days."""
    month = today.replace(day=1)
    match period:
        case Period.THIS_MONTH:
            return Span(month, today)
        case Period.LAST_MONTH:
            last = month - timedelta(days=1)
            return Span(last.replace(day=1), last)
        case Period.THIS_QUARTER:
            return Span(month.replace(month=(month.month - 1) // 3 * 3 + 1), today)
        case Period.LAST_YEAR:
            return Span(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
        case Period.TWELVE_MONTHS:
            return Span(_year_earlier(today) + timedelta(days=1), today)
        case _:
            return Span(date(today.year, 1, 1), today)


def _year_earlier(day: date, *, end: bool = False) -> date:
    year = day.year - 1
    length = monthrange(year, day.month)[1]
    is_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, length if end and is_end else min(day.day, length))
