"""Working days 工作日: weekends, public holidays and the weekends worked in exchange."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from services.errors import Refused

_HOLIDAYS = Path(__file__).parents[1] / "resources" / "rules" / "holidays.toml"
_DAY = timedelta(days=1)
CHINA = timezone(timedelta(hours=8), "CST")
_SATURDAY = 5
_LAST_DAY = 15  # 个人所得税法 art 14, 增值税法 art 30: within fifteen days after the month
_LONG_HOLIDAY = 3  # 税收征管法实施细则 art 109


@dataclass(frozen=True, slots=True)
class Holidays:
    """The announced days off and worked weekends of all known years."""

    off: frozenset[date]
    work: frozenset[date]
    statutory: frozenset[date]
    confirmed_years: frozenset[int]


def business_day(moment: datetime | None = None) -> date:
    """The day of `moment` (aware; now when None) in China, where the papers are, whatever the zone of the machine."""
    return (moment or datetime.now(UTC)).astimezone(CHINA).date()


def is_working_day(day: date) -> bool:
    """Whether the office works on `day`.

    Source: the State Council's yearly notice (resources/rules/holidays.toml); a year without one has its weekends,
    and its statutory holidays where they are known.
    """
    known = _holidays()
    return day in known.work or (day.weekday() < _SATURDAY and day not in known.off)


def is_statutory_holiday(day: date) -> bool:
    """Whether `day` is one of the thirteen days of 全国年节及纪念日放假办法 article 2 (threefold pay): thirteen from 2025, eleven before."""
    return day in _holidays().statutory


def is_confirmed(year: int) -> bool:
    """Whether the notice of `year` is known; before that a deadline may still move."""
    return year in _holidays().confirmed_years


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, when negative); `day` itself for 0."""
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days come after `first` up to and including `last`; negative when `last` is before."""
    if last < first:
        return -working_days_between(last, first)
    return sum(is_working_day(first + _DAY * n) for n in range(1, (last - first).days + 1))


def pay_day(month: date, day: int = 8) -> date:
    """The day wages are paid in `month`, the month of payment: its `day`-th, or the last working day before it.

    A month that is shorter pays on its last day. 工资支付暂行规定 art 7: on a day off, pay falls on the nearest
    working day before. A year that is not announced yet answers by what is known (see `is_confirmed`).

    Raises:
        Refused: ``calendar.pay_day`` unless `day` is 1 to 31.
    """
    if not 1 <= day <= 31:
        raise Refused("calendar.pay_day")
    planned = month.replace(day=min(day, monthrange(month.year, month.month)[1]))
    return planned if is_working_day(planned) else add_working_days(planned, -1)


def tax_deadline(month: date) -> date:
    """The last day for declaring in `month` the taxes of the month before 申报期限.

    A notice in resources/rules/holidays.toml (``tax_deadlines``) goes first. Otherwise 税收征管法实施细则 art 109: the
    15th, or the first working day after it; days off of three or more in a row from the 1st to the 15th prolong
    the time, so that it ends on as many working days after the 15th.
    """
    if announced := _announced_deadlines().get(month.replace(day=1)):
        return announced
    last = month.replace(day=_LAST_DAY)
    more = _days_of_long_holidays(month)
    if not more and is_working_day(last):
        return last
    return add_working_days(last, more or 1)


def _days_of_long_holidays(month: date) -> int:
    works = [is_working_day(month.replace(day=number)) for number in range(1, _LAST_DAY + 1)]
    runs = [len(list(days)) for at_work, days in groupby(works) if not at_work]
    return sum(run for run in runs if run >= _LONG_HOLIDAY)


@cache
def _announced_deadlines() -> dict[date, date]:
    rows = _file().get("tax_deadlines", [])
    return {date.fromisoformat(f"{row['month']}-01"): date.fromisoformat(row["day"]) for row in rows}


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(_HOLIDAYS.read_text("utf-8"))


@cache
def _holidays() -> Holidays:
    years = _file()["year"]
    spans = [span for year in years for span in year["off"]]
    return Holidays(
        off=frozenset(day for first, last in spans for day in _span(first, last)),
        work=frozenset(date.fromisoformat(day) for year in years for day in year["work"]),
        statutory=frozenset(date.fromisoformat(day) for year in years for day in year["statutory"]),
        confirmed_years=frozenset(year["year"] for year in years if year["confirmed"]),
    )


def _span(first: str, last: str) -> list[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [start + _DAY * n for n in range((end - start).days + 1)]
