"""Assets with a history: imported, re-estimated, revalued, and what is refused of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.depreciation import (
    Change,
    Method,
    Terms,
    accumulated_on,
    charge_in,
    check_asset,
    schedule,
    schedule_of,
    value_on,
)
from services.errors import Refused

D = Decimal
START = date(2026, 3, 18)
LAPTOP = Terms(START, START, D(5999), D("299.95"), 36)
TIMED = st.sampled_from([Method.STRAIGHT_LINE, Method.DOUBLE_DECLINING, Method.SUM_OF_YEARS])
MONTH = date(2027, 9, 1)


def test_a_longer_life_spreads_what_is_left():
    longer = replace(LAPTOP, changes=(Change(MONTH, 24, D(0)),))
    charges = schedule_of(longer)
    assert (len(charges), charges[-1].month) == (17 + 24, date(2029, 8, 1))
    assert [charge.amount for charge in charges[15:18]] == [D("158.31"), D("158.31"), D("137.82")]
    assert (charges[-1].accumulated, charges[-1].net) == (D(5999), D(0))
    assert charges[:17] == schedule_of(LAPTOP)[:17]
    assert value_on(longer, date(2027, 9, 30)) == D("3169.91")
    assert value_on(longer, date(2027, 8, 31)) == D("3307.73")


def test_an_improvement_raises_the_cost_from_its_month_on():
    better = replace(LAPTOP, changes=(Change(MONTH, 19, D("299.95"), added=D(1900)),))
    assert charge_in(better, MONTH) == D("258.30")
    charges = schedule_of(better)
    assert charges[17].net == D("4949.43")
    assert (charges[-1].accumulated, charges[-1].net) == (D("7599.05"), D("299.95"))


def test_two_changes_follow_one_another_and_may_change_the_method():
    changes = (Change(MONTH, 24, D(0)), Change(date(2028, 9, 1), 24, D(0), Method.SUM_OF_YEARS))
    twice = replace(LAPTOP, changes=changes)
    # 3,307.73 less twelve charges of 137.82 are 1,653.89: 24/36 of it in the first year
    assert accumulated_on(twice, date(2028, 8, 1)) == D("4345.11")
    assert accumulated_on(twice, date(2029, 8, 1)) == D("5447.70")
    assert value_on(twice, date(2030, 8, 1)) == 0


def test_a_disposal_goes_before_a_change_that_was_planned():
    sold = replace(LAPTOP, stopped_on=date(2027, 8, 10))
    assert schedule_of(sold)[-1].month == date(2027, 8, 1)
    planned = replace(sold, changes=(Change(date(2027, 8, 1), 24, D(0)),))
    assert charge_in(planned, date(2027, 8, 1)) == D("144.42")


def test_an_import_that_agrees_goes_on_as_if_it_had_always_been_here():
    imported = replace(LAPTOP, opening_months=17, opening_accumulated=D("2691.27"))
    assert schedule_of(imported) == schedule_of(LAPTOP)


def test_an_import_that_differs_spreads_the_rest_over_the_months_left():
    imported = replace(LAPTOP, opening_months=17, opening_accumulated=D("2000"))
    charges = schedule_of(imported)
    assert charges[16].accumulated == 2000
    assert {charge.amount for charge in charges[17:-1]} == {D("194.69")}
    assert (charges[-1].amount, charges[-1].net) == (D("194.63"), D("299.95"))


@pytest.mark.parametrize("method", [Method.DOUBLE_DECLINING, Method.SUM_OF_YEARS])
def test_a_fen_of_difference_at_the_import_stays_a_fen(method):
    pure = Terms(START, START, D(100_000), D(5000), 60, method)
    opening = accumulated_on(pure, date(2028, 5, 1))
    imported = replace(pure, opening_months=26, opening_accumulated=opening - D("0.01"))
    pairs = list(zip(schedule_of(imported), schedule_of(pure), strict=True))
    assert pairs[25][0].accumulated == opening - D("0.01")
    assert all(abs(one.accumulated - other.accumulated) <= D("0.01") for one, other in pairs)
    assert pairs[-1][0].net == 5000


@given(st.integers(1, 500_000), st.integers(0, 500_000), st.integers(2, 120), TIMED, st.data())
def test_an_import_always_ends_at_its_residual(cost, residual, months, method, data):
    residual = min(cost, residual)
    opening = data.draw(st.integers(0, cost - residual))
    done = data.draw(st.integers(1, months - 1))
    asset = Terms(
        START, START, D(cost).scaleb(-2), D(residual).scaleb(-2), months, method,
        opening_accumulated=D(opening).scaleb(-2), opening_months=done,
    )  # fmt: skip
    charges = schedule_of(asset)
    assert charges[done - 1].accumulated == asset.opening_accumulated
    assert all(charge.amount >= 0 and charge.net >= asset.residual for charge in charges)
    assert charges[-1].net == asset.residual


def test_a_car_imported_by_units_counts_what_is_left():
    car = Terms(
        START, START, D(120_000), D(6000), 96, Method.UNITS,
        units=(200_000, [4512, 10_000]), opening_accumulated=D(38_000), opening_months=10,
    )  # fmt: skip
    charges = schedule_of(car)
    assert [charge.amount for charge in charges[9:]] == [D(3800), D("1714.56"), D(3800)]
    assert (charges[10].month, charges[-1].accumulated) == (date(2027, 2, 1), D("43514.56"))


def test_an_estimate_of_units_may_change():
    car = Terms(START, START, D(120_000), D(6000), 96, Method.UNITS, units=(300_000, [10_000] * 3))
    change = Change(date(2026, 7, 1), 48, D(6000), Method.UNITS, units=(102_600, [1000, 2000]))
    charges = schedule_of(replace(car, changes=(change,)))
    assert [charge.amount for charge in charges] == [D(3800), D(3800), D(3800), D(1000), D(2000)]


def test_what_was_to_hold_after_it_left_never_does():
    gone = replace(LAPTOP, stopped_on=date(2027, 8, 10))
    changed = replace(gone, changes=(Change(LATE, 9, D(0), added=D(500)),))
    assert schedule_of(changed) == schedule_of(gone)
    assert accumulated_on(changed, date(2030, 1, 1)) == accumulated_on(gone, date(2030, 1, 1))


EARLY, LATE = date(2026, 3, 31), date(2028, 1, 1)
REFUSALS = [
    ({"stopped_on": date(2026, 3, 17)}, "asset.stopped_before_bought", "stopped_on"),
    ({"start_on": date(2026, 3, 17)}, "asset.start_before_bought", "start_on"),
    ({"opening_accumulated": D(-1), "opening_months": 1}, "asset.opening", "opening_accumulated"),
    ({"opening_accumulated": D(5999), "opening_months": 1}, "asset.opening", "opening_accumulated"),
    ({"opening_accumulated": D(10)}, "asset.opening", "opening_accumulated"),
    ({"opening_accumulated": D(10), "opening_months": 36}, "asset.opening_months", "opening_months"),
    ({"opening_months": -1}, "asset.opening_months", "opening_months"),
    ({"changes": (Change(EARLY, 12, D(0)),)}, "asset.change_order", "changes.0.from_on"),
    (
        {"changes": (Change(LATE, 12, D(0)), Change(LATE, 12, D(0)))},
        "asset.change_order",
        "changes.1.from_on",
    ),
    ({"start_on": None, "changes": (Change(LATE, 12, D(0)),)}, "asset.change_order", "changes.0.from_on"),
    ({"changes": (Change(LATE, 0, D(0)),)}, "asset.life", "changes.0.months"),
    ({"changes": (Change(LATE, 12, D(4000)),)}, "asset.residual", "changes.0.residual"),
    ({"changes": (Change(LATE, 12, D(0), added=D(-5000)),)}, "asset.cost_negative", "changes.0.added"),
]


@pytest.mark.parametrize(("changed", "code", "field"), REFUSALS)
def test_an_asset_that_contradicts_itself_is_refused(changed, code, field):
    with pytest.raises(Refused) as refusal:
        check_asset(replace(LAPTOP, **changed))
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_an_asset_used_up_may_be_imported():
    used_up = replace(LAPTOP, opening_accumulated=D("5699.05"), opening_months=40)
    check_asset(used_up)
    assert value_on(used_up, date(2031, 1, 1)) == D("299.95")


def test_the_schedule_of_a_plain_asset_is_the_schedule():
    assert schedule_of(LAPTOP) == schedule(D(5999), D("299.95"), 36, START, Method.STRAIGHT_LINE)
