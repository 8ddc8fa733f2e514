"""Working days as the State Council announces them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from services.calendars import (
    add_working_days,
    business_day,
    is_confirmed,
    is_statutory_holiday,
    is_working_day,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 2, 14), True),  # a Saturday worked before the Spring Festival
        (date(2026, 2, 16), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),
        (date(2025, 1, 26), True),
        (date(2025, 10, 8), False),
        (date(2024, 5, 1), True),  # a year that is not known has its weekends only
    ],
)
def test_weekends_holidays_and_worked_weekends_are_known(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_a_deadline_jumps_over_the_national_day_week() -> None:
    assert add_working_days(date(2026, 9, 30), 2) == date(2026, 10, 9)
    assert add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)


def test_working_days_are_counted_backwards_too() -> None:
    assert add_working_days(date(2026, 11, 23), -1) == date(2026, 11, 20)
    assert add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 21)
    assert working_days_between(date(2026, 11, 23), date(2026, 11, 20)) == -1


def test_counting_and_adding_agree() -> None:
    start = date(2026, 1, 1)
    for count in range(0, 300, 7):
        assert working_days_between(start, add_working_days(start, count)) == count


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_a_year_has_thirteen_statutory_days_and_none_is_worked(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    statutory = [day for day in days if is_statutory_holiday(day)]
    assert len(statutory) == 13
    assert not any(is_working_day(day) for day in statutory)


def test_an_announced_year_is_told_from_one_that_may_still_move() -> None:
    assert is_confirmed(2026)
    assert not is_confirmed(2027)
    assert not is_confirmed(2030)


def test_the_business_day_is_china_s_whatever_the_machine_s_zone() -> None:
    assert business_day(datetime(2026, 11, 22, 15, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert business_day(datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == date(2026, 11, 23)
