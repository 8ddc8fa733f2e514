"""Contributions to social insurance and housing fund, by a made-up city and by what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.insurance_terms import Fund, InsuranceItem, Rounding
from services.errors import Refused
from services.social_insurance import (
    Contribution,
    Policy,
    PolicyItem,
    check_periods,
    check_policy,
    contributions,
    fen_contributions,
    policy_on,
)
from services.usual_policies import usual_cities, usual_policies

FLOOR, CEILING = Decimal(4498), Decimal(22488)


def item(name: str, employer: str = "0", employee: str = "0", **more: object) -> PolicyItem:
    made = PolicyItem(
        InsuranceItem(name),
        FLOOR,
        CEILING,
        Decimal(employer) / 100,
        Decimal(employee) / 100,
    )
    return replace(made, **more)


CITY = Policy(
    "测试市",
    Fund.SOCIAL,
    date(2025, 9, 1),
    date(2026, 8, 1),
    (
        item("pension", "16", "8"),
        item("medical", "8.7", "2", employee_fixed=Decimal(7)),
        item("unemployment", "0.7", "0.3"),
        item("injury", "0.4"),
        item("housing_fund", "12", "12"),
    ),
)


@pytest.mark.parametrize(
    ("wage", "base", "pension", "medical", "unemployment"),
    [
        ("3000", "4498", ("719.68", "359.84"), "96.96", ("31.49", "13.49")),
        ("8000", "8000", ("1280.00", "640.00"), "167.00", ("56.00", "24.00")),
        ("30000", "22488", ("3598.08", "1799.04"), "456.76", ("157.42", "67.46")),
    ],
)
def test_the_made_up_city_comes_out_to_the_fen(
    wage: str, base: str, pension: tuple[str, str], medical: str, unemployment: tuple[str, str]
) -> None:
    found = {each.item.value: each for each in contributions(Decimal(wage), CITY)}
    assert {each.base for each in found.values()} == {Decimal(base)}
    assert _parts(found["pension"]) == pension
    assert str(found["medical"].employee) == medical
    assert _parts(found["unemployment"]) == unemployment
    assert found["injury"].employee == 0
    assert found["housing_fund"].employer == found["housing_fund"].employee


def _parts(paid: Contribution) -> tuple[str, str]:
    return str(paid.employer), str(paid.employee)


@pytest.mark.parametrize(
    ("rounding", "employer", "employee"),
    [
        (Rounding.HALF_UP_FEN, "98.76", "12.35"),
        (Rounding.CEIL_JIAO, "98.80", "12.40"),
        (Rounding.HALF_UP_YUAN, "99.00", "12.00"),
        (Rounding.CEIL_YUAN, "99.00", "13.00"),
    ],
)
def test_each_city_rounds_in_its_own_way(rounding: Rounding, employer: str, employee: str) -> None:
    policy = replace(CITY, items=(item("medical", "8", "1", floor=None, ceiling=None, rounding=rounding),))
    paid = contributions(Decimal("1234.56"), policy)[0]
    assert _parts(paid) == (employer, employee)


def test_what_is_round_already_stays() -> None:
    policy = replace(CITY, items=(item("medical", "10", "1", floor=None, rounding=Rounding.CEIL_YUAN),))
    assert _parts(contributions(Decimal(1000), policy)[0]) == ("100.00", "10.00")


@pytest.mark.parametrize(("wage", "code"), [("-1", "insurance.negative"), ("NaN", "money.not_a_number")])
def test_a_wage_that_is_none_is_refused(wage: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        contributions(Decimal(wage), CITY)
    assert refusal.value.code == code


LIMITS = st.none() | st.integers(0, 3_000_000).map(lambda fen: Decimal(fen).scaleb(-2))
RATES = st.integers(0, 200_000).map(lambda parts: Decimal(parts).scaleb(-6))
FIXED = st.integers(0, 5_000).map(lambda fen: Decimal(fen).scaleb(-2))
ITEMS = st.builds(
    PolicyItem, st.just(InsuranceItem.MEDICAL), LIMITS, st.none(), RATES, RATES, FIXED, FIXED, st.sampled_from(Rounding)
)  # fmt: skip


@given(ITEMS, LIMITS, st.integers(0, 10_000_000))
def test_whole_fen_and_exact_decimals_agree(one: PolicyItem, more: Decimal | None, wage: int) -> None:
    ceiling = None if more is None else (one.floor or 0) + more
    policy = replace(CITY, items=(replace(one, ceiling=ceiling),))
    paid = contributions(Decimal(wage).scaleb(-2), policy)[0]
    assert fen_contributions(policy)(wage) == (
        (int(paid.base * 100), int(paid.employer * 100), int(paid.employee * 100)),
    )


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        (replace(CITY, from_month=date(2026, 9, 1)), "insurance.months"),
        (replace(CITY, from_month=date(2025, 9, 2)), "insurance.months"),
        (replace(CITY, items=(item("injury"), item("injury"))), "insurance.item_twice"),
        (replace(CITY, items=(item("injury", "101"),)), "insurance.rate"),
        (replace(CITY, items=(item("injury", "0.00001"),)), "insurance.rate"),
        (replace(CITY, items=(item("injury", ceiling=Decimal(4497)),)), "insurance.limits_turned"),
        (replace(CITY, items=(item("injury", floor=Decimal("0.001")),)), "insurance.amount"),
        (replace(CITY, items=(item("injury", employee_fixed=Decimal(-1)),)), "insurance.amount"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(policy: Policy, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_policy(policy)
    assert refusal.value.code == code


def _following(first: date, last: date | None = None) -> Policy:
    return replace(CITY, from_month=first, to_month=last)


def test_policies_follow_one_another_without_gap() -> None:
    check_periods([_following(date(2026, 9, 1)), CITY])
    for first, code, month in (
        (date(2026, 10, 1), "insurance.gap", "2026-09"),
        (date(2026, 8, 1), "insurance.overlap", "2026-08"),
    ):
        with pytest.raises(Refused) as refusal:
            check_periods([CITY, _following(first)])
        assert (refusal.value.code, refusal.value.values["month"]) == (code, month)


def test_a_policy_without_end_lets_none_follow() -> None:
    with pytest.raises(Refused) as refusal:
        check_periods([_following(date(2026, 1, 1)), _following(date(2027, 1, 1))])
    assert refusal.value.code == "insurance.overlap"


def test_the_policy_of_a_month_is_found_or_missed_by_name() -> None:
    later = _following(date(2026, 9, 1))
    assert policy_on([CITY, later], "测试市", Fund.SOCIAL, date(2026, 8, 1)) is CITY
    assert policy_on([CITY, later], "测试市", Fund.SOCIAL, date(2030, 1, 1)) is later
    for city, month in (("无名市", date(2026, 8, 1)), ("测试市", date(2025, 8, 1))):
        with pytest.raises(Refused) as refusal:
            policy_on([CITY, later], city, Fund.SOCIAL, month)
        assert refusal.value.code == "insurance.no_policy"


def test_the_usual_cities_stand_with_their_limits() -> None:
    assert set(usual_cities()) == {"武汉", "北京", "上海", "广州", "深圳"}
    limits = {
        policy.city: (policy.items[0].floor, policy.items[0].ceiling)
        for policy in usual_policies()
        if policy.kind is Fund.SOCIAL
    }
    assert limits == {
        "武汉": (4498, 22488),
        "北京": (7270, 36348),
        "上海": (7546, 37731),
        "广州": (5510, 27549),
        "深圳": (None, None),
    }


@pytest.mark.parametrize("policy", usual_policies(), ids=lambda policy: f"{policy.city}-{policy.kind}")
def test_every_usual_policy_can_be_used(policy: Policy) -> None:
    check_policy(policy)
    assert policy.source
    for each in contributions(Decimal(8000), policy):
        assert each.employer + each.employee > 0
        if each.item in {InsuranceItem.INJURY, InsuranceItem.MATERNITY}:
            assert each.employee == 0  # 社会保险法 arts 33 and 53
        low, high = policy.items[0].floor, policy.items[0].ceiling
        if policy.kind is Fund.SOCIAL and low and high:
            assert (high / 3 * Decimal("0.6")).quantize(Decimal(1)) == low


def test_the_usual_policies_of_a_city_follow_one_another() -> None:
    for city in usual_cities():
        for kind in Fund:
            check_periods(policy for policy in usual_policies(city) if policy.kind is kind)
    assert usual_policies("无名市") == ()
