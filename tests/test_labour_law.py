"""Days and sums of labour contracts, by the worked example and at the bounds of the law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from services.errors import Refused
from services.labour_law import (
    add_months,
    check_probation,
    contract_due,
    contract_end,
    dismissal_days,
    double_pay_span,
    handover_due,
    late_fee,
    longest_probation,
    must_be_open_ended,
    notice_days,
    probation_end,
    registration_due,
    severance_months,
    severance_pay,
)

START = date(2026, 3, 2)


def test_the_worked_example_has_its_days() -> None:
    assert contract_due(START) == date(2026, 4, 2)
    assert probation_end(START, 36) == date(2026, 9, 1)
    assert registration_due(START) == date(2026, 4, 1)
    assert contract_end(START, 36) == date(2029, 3, 1)


def test_without_a_contract_pay_doubles_for_eleven_months() -> None:
    assert double_pay_span(START) == (date(2026, 4, 3), date(2027, 3, 1))


@pytest.mark.parametrize(
    ("months", "most"), [(1, 0), (2, 0), (3, 1), (11, 1), (12, 2), (35, 2), (36, 6), (120, 6), (None, 6)]
)
def test_the_term_limits_the_probation(months: int | None, most: int) -> None:
    assert longest_probation(months) == most


def test_a_probation_too_long_is_refused() -> None:
    check_probation(START, 12, date(2026, 5, 1))
    for months, last, most in ((12, date(2026, 5, 2), 2), (2, date(2026, 3, 2), 0)):
        with pytest.raises(Refused) as refusal:
            check_probation(START, months, last)
        assert (refusal.value.code, refusal.value.values["months"]) == ("labour.probation", most)


@pytest.mark.parametrize("rule", [longest_probation, lambda months: contract_end(START, months)])
def test_a_contract_of_no_month_is_refused(rule) -> None:
    with pytest.raises(Refused) as refusal:
        rule(0)
    assert refusal.value.code == "labour.term"


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert contract_due(date(2026, 1, 31)) == date(2026, 2, 28)


def test_notice_is_shorter_in_probation() -> None:
    assert (notice_days(in_probation=False), notice_days(in_probation=True), dismissal_days()) == (30, 3, 30)
    assert handover_due(date(2026, 6, 30)) == date(2026, 7, 15)


def test_after_two_fixed_terms_or_ten_years_comes_an_open_one() -> None:
    assert [must_be_open_ended(terms, 0) for terms in (0, 1, 2)] == [False, False, True]
    assert [must_be_open_ended(1, years) for years in (9, 10)] == [False, True]


@pytest.mark.parametrize(
    ("left", "months"),
    [
        (date(2026, 3, 2), "0.5"),
        (date(2026, 8, 31), "0.5"),
        (date(2026, 9, 1), "1"),
        (date(2027, 3, 1), "1"),
        (date(2027, 3, 2), "1.5"),
        (date(2027, 9, 1), "2"),
        (date(2041, 3, 1), "15"),
    ],
)
def test_a_year_of_work_is_a_month_of_severance(left: date, months: str) -> None:
    assert severance_months(START, left) == Decimal(months)


def test_high_wages_are_capped_in_months_and_money() -> None:
    local = Decimal(8000)
    assert severance_pay(START, date(2041, 3, 1), Decimal(24000), local) == 360000
    assert severance_pay(START, date(2041, 3, 1), Decimal(30000), local) == 288000
    assert severance_pay(START, date(2027, 3, 2), Decimal(30000), local) == 36000


def test_leaving_before_coming_and_wages_below_zero_are_refused() -> None:
    with pytest.raises(Refused) as refusal:
        severance_months(START, date(2026, 3, 1))
    assert refusal.value.code == "labour.days_turned"
    for refused in (
        lambda: severance_pay(START, START, Decimal(-1), Decimal(1)),
        lambda: late_fee(Decimal(-1), START, START),
    ):
        with pytest.raises(Refused) as refusal:
            refused()
        assert refusal.value.code == "wage.negative"


def test_arrears_cost_a_late_fee_a_day() -> None:
    assert late_fee(Decimal(10000), date(2026, 4, 1), date(2026, 4, 11)) == 50
    assert late_fee(Decimal(10000), date(2026, 4, 1), date(2026, 4, 1)) == 0
    assert late_fee(Decimal(10000), date(2026, 4, 1), date(2026, 3, 1)) == 0
