"""Allowances of a travel: worked examples, half days, cities, and what must hold for every itinerary."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.expense_claim import CheckLevel
from models.policy import PolicyKind
from models.travel import Vehicle
from services.claim_values import LegDraft
from services.policies import Limit, Policies
from services.travel_allowances import (
    DayRule,
    days_of,
    is_complete,
    priced,
    returns,
    same_place,
    stays,
    trips,
    words,
)
from tests.claims import refusal
from tests.travels import BACK, THERE, leg

WHOLE, HALVES = DayRule(), DayRule(halves=True)
START = date(2020, 1, 1)


def limit(kind: PolicyKind, amount: str, tier: int | None = None, from_on: date = START) -> Limit:
    return Limit(None, kind, None, tier, None, Decimal(amount), None, "", CheckLevel.WARN, from_on, None)


RATES = Policies(
    (
        limit(PolicyKind.MEAL_PER_DAY, "100"),
        limit(PolicyKind.MEAL_PER_DAY, "120", 1),
        limit(PolicyKind.LOCAL_PER_DAY, "80"),
    ),
    {"上海": 1},
)


@pytest.mark.parametrize(
    ("legs", "rule", "days", "yuan"),
    [
        # 财行〔2013〕531号: natural days, last minus first plus one
        ([THERE, BACK], WHOLE, "5", "900"),
        ([leg("武汉—宜昌", (9, 8)), leg("宜昌—武汉", (9, 19))], WHOLE, "1", "180"),
        ([leg("武汉—宜昌", (9, 23), (10, 1)), leg("宜昌—武汉", (11, 0))], WHOLE, "3", "540"),
        # half days: left at 12 or later, back before 12
        ([leg("武汉—宜昌", (9, 12)), leg("宜昌—武汉", (13, 9))], HALVES, "4", "720"),
        ([leg("武汉—宜昌", (9, 11)), leg("宜昌—武汉", (13, 10))], HALVES, "5", "900"),
        ([leg("武汉—宜昌", (9, 13)), leg("宜昌—武汉", (13, 10))], HALVES, "4.5", "810"),
        ([leg("武汉—宜昌", (9, 13)), leg("宜昌—武汉", (9, 20))], HALVES, "0.5", "90"),
        # a dearer city, and two cities in one travel: each day where one goes
        ([leg("武汉—上海", (9, 8)), leg("上海—武汉", (11, 15))], WHOLE, "3", "600"),
        ([leg("武汉—宜昌", (9, 8)), leg("宜昌—上海", (11, 8)), leg("上海—武汉", (12, 8))], WHOLE, "4", "760"),
        # home between two travels counts nothing, leaving again on the day of the return counts once
        ([leg("武汉—宜昌", (2, 8)), leg("宜昌—武汉", (3, 9)), leg("武汉—宜昌", (9, 8)), leg("宜昌—武汉", (9, 19))], WHOLE, "3", "540"),
        ([leg("武汉—宜昌", (2, 8)), leg("宜昌—武汉", (3, 9)), leg("武汉—宜昌", (3, 14)), leg("宜昌—武汉", (4, 19))], WHOLE, "3", "540"),
        # not back yet: until the last arrival
        ([THERE], WHOLE, "1", "180"),
    ],
)  # fmt: skip
def test_days_and_yuan_of_worked_examples(legs, rule, days, yuan):
    found = stays(priced(days_of(legs, rule), RATES, 3))
    assert sum(stay.days for stay in found) == Decimal(days)
    assert sum(stay.amount for stay in found) == Decimal(yuan)


def test_days_in_one_city_stand_together_and_say_how_they_are_reckoned():
    legs = [leg("武汉—宜昌", (9, 8)), leg("宜昌—上海", (11, 8)), leg("上海—武汉", (12, 8))]
    found = stays(priced(days_of(legs, WHOLE), RATES, 3))
    assert [words(stay) for stay in found] == [
        "宜昌 伙食 100 + 市内交通 80 × 2 天",
        "上海 伙食 120 + 市内交通 80 × 2 天",
    ]


def test_a_rate_that_changes_on_the_way_holds_from_its_day():
    later = limit(PolicyKind.MEAL_PER_DAY, "110", from_on=THERE.departed_on + timedelta(days=2))
    rates = Policies((*RATES.limits, later), RATES.tiers)
    found = stays(priced(days_of([THERE, BACK], WHOLE), rates, 3))
    assert [(stay.days, stay.meal) for stay in found] == [(2, Decimal(100)), (3, Decimal(110))]


@pytest.mark.parametrize("other", ["武汉", "武汉市", "武汉站", " 武汉 "])
def test_a_city_is_known_by_its_usual_names(other):
    assert same_place("武汉", other)
    assert not same_place("宜昌", other)


def test_a_leg_without_its_hour_is_not_complete_and_a_travel_ends_at_home():
    assert is_complete(THERE)
    assert not is_complete(LegDraft("武汉", "宜昌", THERE.departed_on, None, THERE.departed_on, 9))
    assert returns([THERE, BACK])
    assert not returns([THERE])


def test_a_year_mistyped_is_refused_instead_of_paid():
    far = LegDraft("宜昌", "武汉", date(2062, 1, 2), 8, date(2062, 1, 2), 9, Vehicle.TRAIN)
    with refusal("travel.too_many_days"):
        days_of([THERE, far], WHOLE)


hours = st.integers(0, 23)
lengths = st.integers(0, 40)
cities = st.sampled_from(["宜昌", "上海", "荆州", "黄石"])


@given(hours, hours, lengths, cities, st.booleans())
def test_every_travel_has_a_day_at_least_its_half_and_no_more_than_its_days(start, end, length, city, halves):
    first = date(2026, 1, 5)
    last = first + timedelta(days=length)
    begin, finish = (start, max(start, end)) if length == 0 else (start, end)
    legs = [
        LegDraft("武汉", city, first, begin, first, begin, Vehicle.TRAIN),
        LegDraft(city, "武汉", last, finish, last, finish, Vehicle.TRAIN),
    ]
    days = days_of(legs, DayRule(halves=halves))
    assert [day.day for day in days] == [first + timedelta(days=n) for n in range(length + 1)]
    share = sum(day.share for day in days)
    assert length + 1 - (1 if length else Decimal("0.5")) <= share <= length + 1
    found = stays(priced(days, RATES, 2))
    assert sum(stay.amount for stay in found) == sum(day.amount for day in priced(days, RATES, 2))
    assert sum(stay.days for stay in found) == share


@given(st.lists(st.sampled_from(["武汉", "宜昌", "上海"]), min_size=2, max_size=8))
def test_trips_keep_every_leg_in_its_order(places):
    legs = [
        LegDraft(one, other, date(2026, 1, day), 8, date(2026, 1, day), 9, Vehicle.TRAIN)
        for day, (one, other) in enumerate(pairwise(places), start=1)
    ]
    found = trips(legs)
    assert [leg for trip in found for leg in trip] == legs
    assert all(not same_place(leg.to_place, places[0]) for trip in found for leg in trip[:-1])
