"""Working days as the State Council announces them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from services import calendars
from services.calendars import (
    add_working_days,
    business_day,
    is_confirmed,
    is_statutory_holiday,
    is_working_day,
    pay_day,
    tax_deadline,
    working_days_between,
)
from services.errors import Refused


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
        (date(2024, 2, 9), True),  # before 2025 the eve of the Spring Festival was no holiday
        (date(2024, 5, 1), False),
        (date(2024, 10, 12), True),
        (date(2023, 5, 1), True),  # a year that is not known has its weekends only
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


@pytest.mark.parametrize(("year", "count"), [(2024, 11), (2025, 13), (2026, 13), (2027, 13)])
def test_a_year_has_thirteen_statutory_days_since_2025_and_none_is_worked(year: int, count: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    statutory = [day for day in days if is_statutory_holiday(day)]
    assert len(statutory) == count
    assert not any(is_working_day(day) for day in statutory)


def test_an_announced_year_is_told_from_one_that_may_still_move() -> None:
    assert is_confirmed(2026)
    assert not is_confirmed(2027)
    assert not is_confirmed(2030)


def test_the_business_day_is_china_s_whatever_the_machine_s_zone() -> None:
    assert business_day(datetime(2026, 11, 22, 15, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert business_day(datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
        (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ],
)
def test_the_months_have_the_working_days_of_the_notices(year: int, counts: list[int]) -> None:
    day = timedelta(days=1)
    before = [first - day for first in [*_months(year), date(year + 1, 1, 1)]]
    assert [working_days_between(last, following) for last, following in pairwise(before)] == counts
    assert sum(counts) == 248


def _days(year: int, *texts: str) -> list[date]:
    return [date.fromisoformat(f"{year}-{text}") for text in texts]


def _months(year: int) -> list[date]:
    return [date(year, month, 1) for month in range(1, 13)]


def test_pay_on_a_day_off_comes_on_the_working_day_before() -> None:
    assert [pay_day(month) for month in _months(2026)] == _days(
        2026, "01-08", "02-06", "03-06", "04-08", "05-08", "06-08", "07-08", "08-07", "09-08", "10-08", "11-06", "12-08"
    )  # fmt: skip


def test_a_month_that_is_too_short_for_the_pay_day_pays_on_its_last() -> None:
    assert pay_day(date(2026, 4, 1), 31) == date(2026, 4, 30)
    assert pay_day(date(2026, 2, 1), 31) == date(2026, 2, 28)  # a Saturday that is worked


def test_a_pay_day_that_no_month_has_is_refused() -> None:
    for day in (0, 32):
        with pytest.raises(Refused) as refusal:
            pay_day(date(2026, 4, 1), day)
        assert refusal.value.code == "calendar.pay_day"


TAX_DAYS = {  # 2024 and 2026 by the notices of 税务总局, 2025 reckoned
    2024: ("01-15", "02-23", "03-15", "04-18", "05-22", "06-19", "07-15", "08-15", "09-18", "10-24", "11-15", "12-16"),
    2025: ("01-15", "02-20", "03-17", "04-18", "05-22", "06-16", "07-15", "08-15", "09-15", "10-27", "11-17", "12-15"),
    2026: ("01-20", "02-24", "03-16", "04-20", "05-22", "06-15", "07-15", "08-17", "09-15", "10-26", "11-16", "12-15"),
}  # fmt: skip


@pytest.mark.parametrize("year", TAX_DAYS)
def test_the_last_days_for_tax_are_those_of_the_notices(year: int) -> None:
    assert [tax_deadline(month) for month in _months(year)] == _days(year, *TAX_DAYS[year])


def test_a_year_without_a_notice_still_answers() -> None:
    assert not is_confirmed(2027)
    assert pay_day(date(2027, 2, 1)) == date(2027, 2, 4)
    assert tax_deadline(date(2027, 10, 1)) == date(2027, 10, 20)
    assert tax_deadline(date(2031, 6, 1)) == date(2031, 6, 16)


def test_a_notice_goes_before_the_reckoning(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {"tax_deadlines": [{"month": "2026-07", "day": "2026-07-20", "source": "a notice"}]}
    monkeypatch.setattr(calendars, "_file", lambda: rows)
    calendars._announced_deadlines.cache_clear()
    try:
        assert tax_deadline(date(2026, 7, 31)) == date(2026, 7, 20)
    finally:
        calendars._announced_deadlines.cache_clear()
