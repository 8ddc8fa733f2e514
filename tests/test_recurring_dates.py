"""The day of a recurring paper: so many months on, as late as the month allows, never shortened for good."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from services.recurring_dates import day_in, following, period_words

DAYS = st.dates(date(2000, 1, 1), date(2199, 12, 31))


@given(DAYS, st.integers(1, 24), st.integers(1, 31))
def test_the_next_day_is_so_many_months_on_and_as_late_as_the_month_allows(day, every, wanted):
    found = following(day, every, wanted)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == every
    assert found.day == min(wanted, monthrange(found.year, found.month)[1])
    assert found > day


@given(DAYS, st.integers(1, 12), st.integers(1, 31), st.integers(2, 30))
def test_a_short_month_on_the_way_shortens_no_later_one(day, every, wanted, times):
    found = start = day_in(day.year, day.month, wanted)
    for _ in range(times):
        found = following(found, every, wanted)
    assert found == start.replace(day=1) + relativedelta(months=every * times, day=wanted)


def test_the_last_day_stays_the_last_day_of_every_month():
    days = [date(2027, 12, 31)]
    for _ in range(4):
        days.append(following(days[-1], 1, 31))
    assert [str(day) for day in days[1:]] == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]


@pytest.mark.parametrize(
    ("day", "every", "words"),
    [
        (date(2026, 11, 1), 1, "2026年11月"),
        (date(2026, 11, 1), 2, "2026年11—12月"),
        (date(2026, 12, 1), 2, "2026年12月—2027年1月"),
    ],
)
def test_a_period_is_named_by_its_months(day, every, words):
    assert period_words(day, every) == words
