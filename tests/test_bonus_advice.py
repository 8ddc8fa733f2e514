"""The annual bonus: which way is cheaper, and where more gross leaves less."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.bonus_advice import advise, blind_zones, in_blind_zone, year_taxable
from services.errors import Refused
from services.income_tax import PayMonth, bonus_tax

FEN = Decimal("0.01")


def test_the_blind_zones_are_those_of_the_table() -> None:
    assert [(str(zone.lower), str(zone.upper)) for zone in blind_zones()] == [
        ("36000", "38566.67"),
        ("144000", "160500.00"),
        ("300000", "318333.34"),
        ("420000", "447500.00"),
        ("660000", "706538.47"),
        ("960000", "1120000.00"),
    ]


def net(amount: Decimal) -> Decimal:
    return amount - bonus_tax(amount)


@pytest.mark.parametrize("zone", blind_zones(), ids=lambda zone: str(zone.lower))
def test_a_blind_zone_leaves_less_up_to_its_last_fen(zone) -> None:
    best = net(zone.lower)
    assert net(zone.upper) >= best
    assert net(zone.upper - FEN) <= best  # the tax of one fen less may round to as much
    assert net(zone.upper - 2 * FEN) < best
    assert net(zone.lower + FEN) < best
    assert in_blind_zone(zone.lower) is None
    assert in_blind_zone(zone.upper) is None
    assert in_blind_zone(zone.upper - 2 * FEN) is not None


def test_as_much_after_tax_is_no_blind_zone() -> None:
    assert in_blind_zone(Decimal("318333.33")) is None


@given(st.integers(0, 130_000_000))
def test_the_amount_instead_leaves_more(fen: int) -> None:
    amount = Decimal(fen).scaleb(-2)
    found = in_blind_zone(amount)
    if found is None:
        assert all(net(zone.lower) <= net(amount) for zone in blind_zones() if zone.lower <= amount)
    else:
        assert found.more > 0
        assert net(found.instead) == net(amount) + found.more


def test_one_yuan_over_the_bound_costs_two_thousand() -> None:
    found = in_blind_zone(Decimal(36001))
    assert found is not None
    assert (found.instead, found.more) == (36000, Decimal("2309.10"))


@pytest.mark.parametrize(
    ("bonus", "taxable", "merge", "saving"),
    [
        ("36000", "100000", False, "2520.00"),  # 10 % merged, 3 % apart
        ("36000", "-40000", True, "1080.00"),  # deductions left over take it whole
        ("36001", "0", True, "2310.00"),
        ("100", "0", True, "0.00"),
    ],
)
def test_the_cheaper_way_is_named_with_what_it_saves(
    bonus: str, taxable: str, merge: bool, saving: str
) -> None:
    advice = advise(Decimal(bonus), Decimal(taxable))
    assert (advice.merge, advice.saving) == (merge, Decimal(saving))
    assert min(advice.merged, advice.separately) + advice.saving == max(advice.merged, advice.separately)


def test_the_advice_warns_inside_a_blind_zone() -> None:
    assert advise(Decimal(36000), Decimal(100000)).blind is None
    assert advise(Decimal(37000), Decimal(100000)).blind is not None


def test_the_year_counts_all_its_months_and_what_is_left_over() -> None:
    month = PayMonth(
        date(2026, 1, 1), Decimal(10000), Decimal(100), Decimal(1500), Decimal(1000), Decimal(50)
    )
    assert year_taxable([month] * 12, Decimal(60000)) == 28200
    assert year_taxable([month], Decimal(60000)) == -52650


def test_there_is_no_advice_after_the_rule_has_ended() -> None:
    with pytest.raises(Refused) as refusal:
        advise(Decimal(1), Decimal(1), paid=date(2028, 1, 8))
    assert refusal.value.code == "rules.none_on_day"
