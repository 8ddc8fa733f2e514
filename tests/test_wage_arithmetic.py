"""Day and hour wages, overtime, absence and leave, by the worked tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.wage_arithmetic import (
    Overtime,
    absence_deduction,
    annual_leave,
    day_wage,
    hour_wage,
    leave_of_leaver,
    leave_of_new,
    leave_payout,
    minimum_wage,
    most_held_back,
    overtime_pay,
    partial_month,
    probation_floor,
    sick_pay_floor,
)

TABLE = {
    "6000": ("275.86", "34.48", "517.24", "551.72", "827.59", "551.72", "137.93"),
    "8000": ("367.82", "45.98", "689.66", "735.63", "1103.45", "735.63", "183.91"),
    "10000": ("459.77", "57.47", "862.07", "919.54", "1379.31", "919.54", "229.89"),
}


@pytest.mark.parametrize("wage", TABLE)
def test_the_table_comes_out_with_one_rounding(wage: str) -> None:
    pay = Decimal(wage)
    assert tuple(map(str, (
        day_wage(pay),
        hour_wage(pay),
        overtime_pay(pay, Decimal(10), Overtime.WEEKDAY),
        overtime_pay(pay, Decimal(8), Overtime.REST_DAY),
        overtime_pay(pay, Decimal(8), Overtime.HOLIDAY),
        absence_deduction(pay, Decimal(2)),
        absence_deduction(pay, Decimal("0.5")),
    ))) == TABLE[wage]  # fmt: skip


def test_absence_costs_no_more_than_the_wage() -> None:
    assert absence_deduction(Decimal(10000), Decimal(23)) == 10000


@pytest.mark.parametrize(
    ("attended", "paid_days", "wage"),
    [
        ("1", "23", "459.77"),  # taken off by the day it would be -114.94
        ("0", "23", "0.00"),
        ("23", "23", "10000.00"),
        ("22", "23", "9540.23"),
        ("11.5", "23", "4712.64"),
        ("11", "23", "5057.47"),
        ("10", "20", "5402.30"),
        ("0", "0", "10000.00"),
    ],
)
def test_a_month_not_wholly_worked_is_never_below_zero(attended: str, paid_days: str, wage: str) -> None:
    assert partial_month(Decimal(10000), Decimal(attended), Decimal(paid_days)) == Decimal(wage)


@given(st.integers(0, 10_000_000), st.integers(0, 23), st.integers(0, 23))
def test_part_of_a_wage_is_within_it(fen: int, one: int, other: int) -> None:
    wage = Decimal(fen).scaleb(-2)
    paid = partial_month(wage, Decimal(min(one, other)), Decimal(max(one, other)))
    assert 0 <= paid <= wage


def test_nobody_attends_more_than_the_month_has() -> None:
    with pytest.raises(Refused) as refusal:
        partial_month(Decimal(10000), Decimal(24), Decimal(23))
    assert refusal.value.code == "wage.attended"


@pytest.mark.parametrize(("number", "code"), [("-1", "wage.negative"), ("NaN", "money.not_a_number")])
def test_what_is_no_wage_is_refused(number: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        day_wage(Decimal(number))
    assert refusal.value.code == code


def test_the_floors_follow_the_minimum_wage() -> None:
    minimum = minimum_wage("武汉", date(2026, 3, 1))
    assert (minimum, minimum_wage("武汉", date(2025, 11, 30))) == (2400, 2210)
    assert sick_pay_floor(minimum) == 1920
    assert probation_floor(Decimal(10000), minimum) == 8000
    assert probation_floor(Decimal(2500), minimum) == 2400
    assert most_held_back(Decimal(10000), minimum) == 2000
    assert most_held_back(Decimal(2700), minimum) == 300
    assert most_held_back(Decimal(2300), minimum) == 0


def test_a_city_without_a_minimum_wage_says_so() -> None:
    with pytest.raises(Refused) as refusal:
        minimum_wage("无名市", date(2026, 3, 1))
    assert refusal.value.code == "rules.none_on_day"


@pytest.mark.parametrize(("years", "days"), [(0, 0), (1, 5), (9, 5), (10, 10), (19, 10), (20, 15), (40, 15)])
def test_leave_grows_with_the_years_of_work(years: int, days: int) -> None:
    assert annual_leave(years) == days


def test_leave_of_a_part_of_the_year_drops_the_fraction() -> None:
    assert leave_of_new(5, date(2026, 1, 1)) == 5
    assert leave_of_new(5, date(2024, 1, 1)) == 5  # a leap year gives no more
    assert leave_of_new(10, date(2026, 7, 1)) == 5
    assert leave_of_new(5, date(2026, 10, 20)) == 1
    assert leave_of_new(5, date(2026, 10, 21)) == 0
    assert leave_of_leaver(10, date(2026, 6, 30), Decimal("1.5")) == Decimal("2.5")
    assert leave_of_leaver(10, date(2026, 6, 30), Decimal(6)) == 0


def test_leave_not_taken_is_paid_twice_beside_the_pay() -> None:
    assert leave_payout(Decimal(8000), Decimal(5)) == Decimal("3678.16")
