"""Income tax withheld from pay, by the worked examples of the law and by what always holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.income_tax import (
    Cumulative,
    PayMonth,
    basic_deduction,
    basic_months,
    bonus_tax,
    cumulate,
    fen_brackets,
    is_low_income,
    labour_remuneration_tax,
    severance_tax,
    tax_fen,
    withhold,
)
from services.tax_tables import table_on, tax_of

DAY = date(2026, 1, 1)
ANNUAL = table_on("annual", DAY)
FEN = st.integers(0, 300_000_000)


def year(
    income: str, special: str = "0", additional: str = "0", *, first: int = 1, last: int = 12
) -> list[PayMonth]:
    return [
        PayMonth(
            date(2026, month, 1), Decimal(income), special=Decimal(special), additional=Decimal(additional)
        )
        for month in range(first, last + 1)
    ]


def amounts(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


EXAMPLES = {
    "T1": (year("10000", "1500", "1000"), None, ["75"] * 12),
    "T2": (
        year("30000", "4500", "2000"),
        None,
        ["555", "625", *["1850"] * 5, "2250", *["3700"] * 4],
    ),
    "T4": (year("12000", "1260", "1500", first=7), date(2026, 7, 6), ["127.20"] * 6),
    "T7": (year("8333.33", "874.99"), None, ["73.75"] * 12),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_worked_examples_come_out_to_the_fen(name: str) -> None:
    months, hired, withheld = EXAMPLES[name]
    assert withhold(months, hired=hired) == amounts(*withheld)


def test_the_years_of_the_examples_add_up() -> None:
    sums = {name: sum(withhold(months, hired=hired)) for name, (months, hired, _) in EXAMPLES.items()}
    assert sums == dict(zip(EXAMPLES, amounts("900", "27480", "763.20", "885"), strict=True))


def test_the_first_wage_of_the_year_deducts_from_january_on() -> None:
    months = year("12000", "1260", "1500", first=7)
    assert withhold(months, hired=date(2026, 7, 6), first_wage_of_year=True) == [0] * 6
    deductions = [
        basic_deduction(month.month, hired=date(2026, 7, 6), first_wage_of_year=True) for month in months
    ]
    assert (deductions[0], deductions[-1]) == (35000, 60000)


def test_low_wages_last_year_deduct_the_whole_year_at_once() -> None:
    months = year("7000")
    assert withhold(months, prior_year_at_most_60000=True) == [*[0] * 8, *amounts("90", "210", "210", "210")]
    assert sum(withhold(months, prior_year_at_most_60000=True)) == sum(withhold(months))
    joined = date(2026, 1, 5)
    assert withhold(months, prior_year_at_most_60000=True, hired=joined) == withhold(months)
    assert is_low_income(Decimal(60000), DAY)
    assert not is_low_income(Decimal("60000.01"), DAY)


def test_interns_deduct_costs_first() -> None:
    assert withhold(year("3000"), intern=True) == [0] * 12
    assert withhold(year("9000"), intern=True) == amounts(*["66"] * 12)


def test_another_employer_may_deduct_the_basic_sum() -> None:
    assert withhold(year("1000", last=2), deduct_basic=False) == amounts("30", "30")


def test_a_month_below_zero_takes_nothing_and_gives_nothing_back() -> None:
    months = year("10000", last=4)
    months[1] = PayMonth(date(2026, 2, 1), Decimal(0))
    assert withhold(months) == amounts("150", "0", "0", "150")


def test_months_without_employment_count_nothing() -> None:
    assert basic_months(date(2026, 3, 1), hired=date(2026, 5, 1)) == 0
    assert basic_months(date(2026, 8, 1), hired=date(2025, 5, 1), left=date(2026, 7, 31)) == 7
    assert basic_months(date(2026, 1, 1), left=date(2025, 12, 31)) == 0
    assert basic_months(date(2026, 3, 1), left=date(2026, 7, 31)) == 3


def test_the_ledger_says_how_a_month_came_about() -> None:
    opening = Cumulative(
        income=Decimal(150000),
        basic=Decimal(25000),
        special=Decimal(22500),
        additional=Decimal(10000),
        withheld=Decimal(6730),
    )
    june = cumulate(opening, year("30000", "4500", "2000")[5], Decimal(30000))
    assert (june.taxable, june.rate, june.quick, june.tax) == (111000, Decimal("0.10"), 2520, 8580)
    assert (june.withheld_before, june.withheld) == (6730, 1850)


@pytest.mark.parametrize(
    "days",
    [
        [date(2026, 2, 1), date(2026, 1, 1)],
        [date(2026, 1, 1), date(2026, 1, 1)],
        [date(2026, 12, 1), date(2027, 1, 1)],
        [date(2026, 1, 2)],
    ],
)
def test_months_of_two_years_or_out_of_order_are_refused(days: list[date]) -> None:
    with pytest.raises(Refused) as refusal:
        withhold([PayMonth(day, Decimal(1)) for day in days])
    assert refusal.value.code == "tax.months"


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        withhold([PayMonth(DAY, Decimal("NaN"))])
    assert refusal.value.code == "money.not_a_number"


def test_no_month_withholds_nothing() -> None:
    assert withhold([]) == []


@pytest.mark.parametrize(
    ("amount", "tax"),
    [
        ("0", "0"),
        ("10000", "300.00"),
        ("36000", "1080.00"),
        ("36001", "3390.10"),
        ("144000", "14190.00"),
        ("300000", "58590.00"),
        ("300001", "72340.25"),
        ("420000", "102340.00"),
        ("660000", "193590.00"),
    ],
)
def test_a_bonus_is_taxed_by_a_twelfth(amount: str, tax: str) -> None:
    assert bonus_tax(Decimal(amount)) == Decimal(tax)


def test_the_bonus_rule_stops_on_its_last_day() -> None:
    assert bonus_tax(Decimal(10000), paid=date(2027, 12, 31)) == 300
    with pytest.raises(Refused) as refusal:
        bonus_tax(Decimal(10000), paid=date(2028, 1, 1))
    assert refusal.value.code == "rules.none_on_day"


@pytest.mark.parametrize(("amount", "tax"), [("300000", "0"), ("500000", "11480"), ("800000", "79080")])
def test_severance_above_three_average_wages_is_taxed_alone(amount: str, tax: str) -> None:
    assert severance_tax(Decimal(amount), Decimal(120000)) == Decimal(tax)


@pytest.mark.parametrize(
    ("amount", "tax"),
    [
        ("500", "0"),
        ("800", "0"),
        ("801", "0.20"),
        ("3000", "440.00"),
        ("4000", "640.00"),
        ("10000", "1600"),
        ("25000", "4000"),
        ("30000", "5200"),
        ("62500", "13000"),
        ("70000", "15400"),
        ("100000", "25000"),
    ],
)
def test_labour_remuneration_is_taxed_each_time(amount: str, tax: str) -> None:
    assert labour_remuneration_tax(Decimal(amount)) == Decimal(tax)


@pytest.mark.parametrize("rule", [bonus_tax, labour_remuneration_tax])
def test_an_amount_below_zero_is_refused(rule) -> None:
    with pytest.raises(Refused) as refusal:
        rule(Decimal("-0.01"))
    assert refusal.value.code == "tax.negative"


@pytest.mark.parametrize(
    ("taxable", "tax"),
    [
        ("36000", "1080"),
        ("144000", "11880"),
        ("300000", "43080"),
        ("420000", "73080"),
        ("660000", "145080"),
        ("960000", "250080"),
        ("1000000", "268080"),
        ("2483.50", "74.51"),
        ("-1", "0"),
    ],
)
def test_the_table_gives_the_tax_at_its_bounds(taxable: str, tax: str) -> None:
    assert tax_of(Decimal(taxable), ANNUAL) == Decimal(tax)
    assert tax_fen(int(Decimal(taxable) * 100), fen_brackets(DAY)) == int(Decimal(tax) * 100)


@pytest.mark.parametrize("name", ["annual", "labour"])
def test_the_tax_has_no_steps_at_its_bounds(name: str) -> None:
    for below, above in pairwise(table_on(name, DAY)):
        assert below.top is not None
        assert below.top * below.rate - below.quick == below.top * above.rate - above.quick


@given(FEN)
def test_quick_deductions_are_the_sum_over_the_brackets(fen: int) -> None:
    taxable, total, bottom = Decimal(fen).scaleb(-2), Decimal(0), Decimal(0)
    for step in ANNUAL:
        top = taxable if step.top is None else min(taxable, step.top)
        total += max(Decimal(0), top - bottom) * step.rate
        bottom = step.top or bottom
    assert tax_of(taxable, ANNUAL) == total.quantize(Decimal("0.01"), "ROUND_HALF_UP")


@given(FEN)
def test_whole_fen_and_exact_decimals_agree(fen: int) -> None:
    assert tax_fen(fen, fen_brackets(DAY)) == int(tax_of(Decimal(fen).scaleb(-2), ANNUAL) * 100)


@given(st.lists(st.integers(600_000, 20_000_000), min_size=12, max_size=12))
def test_the_year_withholds_its_annual_tax_when_no_month_falls(fen: list[int]) -> None:
    months = [
        PayMonth(date(2026, place + 1, 1), Decimal(amount).scaleb(-2)) for place, amount in enumerate(fen)
    ]
    assert sum(withhold(months)) == tax_of(Decimal(sum(fen)).scaleb(-2) - 60000, ANNUAL)


@given(st.lists(st.tuples(st.integers(-100_000, 9_000_000), st.integers(0, 400_000)), max_size=12))
def test_a_run_in_whole_fen_withholds_the_same(fen: list[tuple[int, int]]) -> None:
    months = [
        PayMonth(date(2026, place + 1, 1), Decimal(income).scaleb(-2), special=Decimal(special).scaleb(-2))
        for place, (income, special) in enumerate(fen)
    ]
    brackets, taxable, so_far, bare = fen_brackets(DAY), 0, 0, []
    for income, special in fen:
        taxable += income - special - 500_000
        bare.append(max(0, tax_fen(taxable, brackets) - so_far))
        so_far += bare[-1]
    assert [int(tax * 100) for tax in withhold(months)] == bare


def test_an_amount_beyond_all_money_overflows() -> None:
    with pytest.raises(OverflowError):
        tax_fen(10**19, fen_brackets(DAY))
