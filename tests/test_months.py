"""Months, counted forwards and backwards, over the end of a year and in leap years."""

from __future__ import annotations

from datetime import date

import pytest

from services import months


def test_months_turn_with_the_year() -> None:
    assert months.next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert months.previous_month(date(2027, 1, 1)) == date(2026, 12, 1)
    assert months.month_text(date(2026, 3, 9)) == "2026-03"


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 12, 15), date(2028, 2, 29)])
def test_any_day_stands_for_its_month(day: date) -> None:
    first = months.month_of(day)
    assert months.next_month(day) == months.next_month(first)
    assert months.previous_month(day) == months.previous_month(first)
    assert months.last_day(day) == months.last_day(first)
    assert months.previous_month(months.next_month(day)) == first


def test_the_last_day_knows_leap_years() -> None:
    assert [months.last_day(date(year, 2, 1)).day for year in (2026, 2028)] == [28, 29]


def test_months_are_told_and_counted_alike() -> None:
    first, last = date(2026, 11, 20), date(2027, 2, 3)
    told = list(months.each_month(first, last))
    assert told == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
    assert months.months_between(first, last) == len(told)
    assert list(months.each_month(last, first)) == []
    assert months.months_between(last, first) == 0


def test_a_whole_month_ends_the_day_before() -> None:
    assert months.whole_months(date(2026, 3, 15), date(2026, 4, 14)) == 1
    assert months.whole_months(date(2026, 3, 15), date(2026, 4, 13)) == 0
