"""Working days 工作日: weekends, public holidays and the weekends worked in exchange."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

_HOLIDAYS = Path(__file__).parents[1] / "resources" / "rules" / "holidays.toml"
_DAY = timedelta(days=1)
CHINA = timezone(timedelta(hours=8), "CST")
_SATURDAY = 5


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
    """Whether `day` is one of the thirteen days of 全国年节及纪念日放假办法 article 2 (threefold pay)."""
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


@cache
def _holidays() -> Holidays:
    years = tomllib.loads(_HOLIDAYS.read_text("utf-8"))["year"]
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
