"""Depreciation by the worked examples, by what always holds, and against a plain reckoning month by month."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.depreciation import (
    Method,
    Terms,
    accumulated_fen,
    accumulated_on,
    charge_in,
    continued,
    elapsed_months,
    gain_or_loss,
    net_on,
    schedule,
    schedule_of,
    value_on,
)
from services.errors import Refused

D = Decimal
START = date(2026, 3, 18)
LAPTOP = Terms(START, START, D(5999), D("299.95"), 36)
MONEY = st.integers(0, 500_000_000)
TIMED = st.sampled_from([Method.STRAIGHT_LINE, Method.DOUBLE_DECLINING, Method.SUM_OF_YEARS])


def yuan(fen: int) -> Decimal:
    return D(fen).scaleb(-2)


def cents(exact: Decimal) -> Decimal:
    return exact.quantize(D("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("cost", "residual", "months", "monthly", "last"),
    [
        ("5999", "299.95", 36, "158.31", "158.20"),
        ("3200", "160", 60, "50.67", "50.47"),
        ("100000", "5000", 60, "1583.33", "1583.53"),
    ],
)
def test_the_straight_line_is_equal_and_its_last_month_takes_the_rest(cost, residual, months, monthly, last):
    charges = schedule(D(cost), D(residual), months, START, Method.STRAIGHT_LINE)
    assert len(charges) == months
    assert {charge.amount for charge in charges[:-1]} == {D(monthly)}
    assert charges[-1].amount == D(last)
    assert charges[-1].net == D(residual)


def test_charges_begin_in_the_month_after_the_start():
    charges = schedule(D(5999), D("299.95"), 36, START, Method.STRAIGHT_LINE)
    assert (charges[0].month, charges[-1].month) == (date(2026, 4, 1), date(2029, 3, 1))
    assert (charges[16].accumulated, charges[16].net) == (D("2691.27"), D("3307.73"))


def test_the_month_of_the_disposal_is_still_charged():
    sold = Terms(START, START, D(5999), D("299.95"), 36, stopped_on=date(2027, 8, 10))
    charges = schedule_of(sold)
    assert (len(charges), charges[-1].month) == (17, date(2027, 8, 1))
    assert charges[-1].accumulated == accumulated_on(sold, date(2030, 1, 1)) == D("2691.27")
    assert value_on(sold, date(2027, 8, 10)) == D("3307.73")
    assert value_on(sold, date(2027, 8, 11)) == 0
    assert gain_or_loss(sold, D(2000)) == D("-1307.73")
    assert charge_in(sold, date(2027, 9, 1)) == 0


def by_year(method: Method, months: int = 60) -> list[Decimal]:
    charges = schedule(D(100_000), D(5000), months, date(2025, 12, 1), method)
    return [
        sum((charge.amount for charge in charges[place : place + 12]), D(0)) for place in range(0, months, 12)
    ]


def test_double_declining_is_straight_for_the_last_two_years():
    years = [D(40_000), D(24_000), D(14_400), D(8300), D(8300)]
    assert by_year(Method.DOUBLE_DECLINING) == years


def test_the_sum_of_years_weighs_by_the_life_left():
    years = [D("31666.67"), D("25333.33"), D("19000.00"), D("12666.67"), D("6333.33")]
    assert by_year(Method.SUM_OF_YEARS) == years


def test_a_year_is_split_without_losing_a_fen():
    charges = schedule(D(100_000), D(5000), 60, START, Method.DOUBLE_DECLINING)
    assert {charge.amount for charge in charges[:11]} == {D("3333.33")}
    assert charges[11].amount == D("3333.37")


def test_a_life_of_not_whole_years():
    # one year at 24/42, then 30 months straight: 37,857.14 / 30 months, split by years
    assert by_year(Method.DOUBLE_DECLINING, 42) == [D("57142.86"), D("15142.86"), D("15142.85"), D("7571.43")]
    # weights 42 × 12, 30 × 12, 18 × 12, 6 × 6 of 1,116
    assert by_year(Method.SUM_OF_YEARS, 42) == [D("42903.23"), D("30645.16"), D("18387.10"), D("3064.51")]


@pytest.mark.parametrize("months", [1, 7, 12, 24, 30])
def test_a_short_life_declines_in_no_year(months):
    declining = schedule(D(1200), D(0), months, START, Method.DOUBLE_DECLINING)
    assert sum(charge.amount for charge in declining) == 1200
    assert max(charge.amount for charge in declining) - min(charge.amount for charge in declining) < D("0.6")


def test_units_are_charged_by_the_exact_rate():
    units = (300_000, [4512, 0, D("1000.5")])
    charges = schedule(D(120_000), D(6000), 96, START, Method.UNITS, units)
    assert [charge.amount for charge in charges] == [D("1714.56"), D(0), D("380.19")]
    assert [charge.month.month for charge in charges] == [4, 5, 6]


def test_the_month_that_reaches_the_units_takes_the_rest():
    charges = schedule(D(100), D(0), 12, START, Method.UNITS, (3, [1, 1, 1, 5]))
    assert [charge.amount for charge in charges] == [D("33.33"), D("33.33"), D("33.34"), D(0)]


def test_a_month_of_use_with_no_units_left_takes_the_rest():
    assert accumulated_fen(9000, 0, 12, Method.UNITS, 5, (0, [])) == 0
    assert accumulated_fen(9000, 0, 12, Method.UNITS, 5, (0, [10])) == 9000


def test_value_on_any_day():
    car = Terms(date(2026, 2, 10), START, D(5999), D("299.95"), 36)
    days = {
        date(2026, 2, 9): D(0),
        date(2026, 2, 10): D(5999),
        date(2026, 3, 31): D(5999),
        date(2026, 4, 1): D("5840.69"),
        date(2026, 4, 30): D("5840.69"),
        date(2029, 2, 28): D("458.15"),
        date(2029, 3, 1): D("299.95"),
        date(2060, 1, 1): D("299.95"),
    }
    assert {day: value_on(car, day) for day in days} == days
    waiting = Terms(date(2026, 2, 10), None, D(5999), D("299.95"), 36)
    assert value_on(waiting, date(2030, 1, 1)) == 5999
    assert schedule_of(waiting) == []


def test_elapsed_months_begin_after_the_start():
    days = [date(2026, 1, 1), START, date(2026, 4, 1), date(2027, 8, 10)]
    assert [elapsed_months(START, day) for day in days] == [0, 0, 1, 17]


def test_what_was_not_disposed_has_no_result():
    with pytest.raises(Refused) as refusal:
        gain_or_loss(LAPTOP, D(1))
    assert (refusal.value.code, refusal.value.field) == ("asset.not_disposed", "stopped_on")


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"months": 0}, "asset.life", "months"),
        ({"months": 1201}, "asset.life", "months"),
        ({"residual": D(101)}, "asset.residual", "residual"),
        ({"residual": D(-1)}, "asset.residual", "residual"),
        ({"cost": D(-1)}, "asset.cost_negative", "cost"),
        ({"cost": D("100.005")}, "money.too_many_decimals", None),
        ({"method": Method.UNITS}, "asset.units_missing", "units"),
        ({"method": Method.UNITS, "units": (0, [])}, "asset.units", "units"),
        ({"method": Method.UNITS, "units": (5, [1, -1])}, "asset.units", "units"),
    ],
)
def test_terms_that_make_no_sense_are_refused(changed, code, field):
    terms = {"cost": D(100), "residual": D(5), "months": 12, "start": START, "method": Method.STRAIGHT_LINE}
    with pytest.raises(Refused) as refusal:
        schedule(**(terms | changed))
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_the_fast_path_refuses_units_it_does_not_know():
    with pytest.raises(Refused):
        accumulated_fen(100, 0, 12, Method.UNITS, 1)


def plain_charges(cost: Decimal, residual: Decimal, months: int, method: Method) -> list[Decimal]:
    """The rule as a person with a calculator would follow it, without any of the code under test."""
    years: list[tuple[int, Decimal]] = []
    net, gone = cost, 0
    weights = sum((months - begin) * min(12, months - begin) for begin in range(0, months, 12))
    while gone < months:
        length = months if method is Method.STRAIGHT_LINE else min(12, months - gone)
        left = months - gone
        if length == left:
            exact = net - residual
        elif method is Method.SUM_OF_YEARS:
            exact = (cost - residual) * left * length / weights
        elif left >= 36:
            exact = net * 24 / months
        else:
            exact = (net - residual) * length / left
        amount = min(cents(exact), net - residual)
        years.append((length, amount))
        net, gone = net - amount, gone + length
    charges = []
    for length, amount in years:
        rest = amount
        for place in range(length):
            charge = rest if place == length - 1 else min(cents(amount / length), rest)
            charges.append(charge)
            rest -= charge
    return charges


@given(MONEY, MONEY, st.integers(1, 480), TIMED)
def test_the_charges_are_those_of_a_person_with_a_calculator(one, other, months, method):
    cost, residual = yuan(max(one, other)), yuan(min(one, other))
    charges = schedule(cost, residual, months, START, method)
    assert [charge.amount for charge in charges] == plain_charges(cost, residual, months, method)


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(1, 240), TIMED)
def test_the_charges_add_up_and_never_pass_the_residual(one, other, months, method):
    cost, residual = yuan(max(one, other)), yuan(min(one, other))
    charges = schedule(cost, residual, months, START, method)
    assert sum(charge.amount for charge in charges) == cost - residual
    assert all(charge.amount >= 0 and charge.net >= residual for charge in charges)
    assert all(charge.net == cost - charge.accumulated for charge in charges)


@given(MONEY, MONEY, st.integers(1, 300), TIMED, st.integers(-3, 320))
def test_the_fast_path_is_the_schedule(one, other, months, method, elapsed):
    cost, residual = max(one, other), min(one, other)
    plain = plain_charges(yuan(cost), yuan(residual), months, method)[: max(elapsed, 0)]
    assert yuan(accumulated_fen(cost, residual, months, method, elapsed)) == sum(plain)


@given(MONEY, st.integers(1, 50_000), st.lists(st.integers(0, 9000), max_size=30))
def test_units_never_charge_more_than_there_is(cost, total, used):
    charges = schedule(yuan(cost), D(0), 12, START, Method.UNITS, (total, used))
    assert all(charge.amount >= 0 and charge.net >= 0 for charge in charges)
    if sum(used) >= total:
        assert sum(charge.amount for charge in charges) == yuan(cost)


def test_a_change_of_estimate_goes_forward_only():
    rest = continued(D("3307.73"), D(0), 24, date(2027, 9, 1), Method.STRAIGHT_LINE, accumulated=D("2691.27"))
    assert (rest[0].month, rest[0].amount, rest[0].accumulated) == (
        date(2027, 9, 1),
        D("137.82"),
        D("2829.09"),
    )
    assert (rest[-1].net, rest[-1].accumulated) == (D(0), D(5999))
    assert net_on(LAPTOP, date(2027, 8, 31)) == D("3307.73")
