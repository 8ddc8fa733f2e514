"""Limits as dated rows: written, overlapping refused, changed from a day on, the usual ones loaded once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.expense_claim import CheckLevel
from models.policy import CityTier, ExpensePolicy, PolicyKind
from services import audit, city_tiers, expense_policies, policies, policy_seeds, registers
from services.city_tiers import CityTierDraft
from services.database import Database
from services.expense_policies import PolicyDraft
from services.permissions import Actor
from services.registers import Query
from tests.claims import refusal

FROM = date(2026, 1, 1)
NIGHT = PolicyDraft(kind=PolicyKind.LODGING_PER_NIGHT, amount=Decimal(700), from_on=FROM)


def save(database: Database, actor: Actor, draft: PolicyDraft) -> int:
    with database.write() as session:
        return expense_policies.save(session, actor, draft)


def stored(database: Database, actor: Actor, policy_id: int) -> PolicyDraft:
    with database.read() as session:
        return expense_policies.get(session, actor, policy_id)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"kind": None}, "record.required", "kind"),
        ({"from_on": None}, "record.required", "from_on"),
        ({"amount": None}, "record.required", "amount"),
        ({"kind": PolicyKind.SEAT}, "record.required", "words"),
        ({"kind": PolicyKind.SPLIT}, "record.required", "count"),
        ({"kind": PolicyKind.CATEGORY_PER_MONTH}, "record.required", "category_id"),
        ({"amount": Decimal(-1)}, "policy.amount", "amount"),
        ({"amount": Decimal("NaN")}, "policy.amount", "amount"),
        ({"amount": Decimal("1.001")}, "policy.amount", "amount"),
        ({"count": 0}, "policy.count", "count"),
        ({"count": 99999}, "policy.count", "count"),
        ({"city_tier": 4}, "policy.tier", "city_tier"),
        ({"grade": 0}, "policy.grade", "grade"),
        ({"level": CheckLevel.OK}, "policy.level", "level"),
        ({"to_on": date(2025, 12, 31)}, "policy.days_turned", "to_on"),
        ({"category_id": 99}, "record.gone", "category_id"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(
    database: Database, manager: Actor, changes: dict[str, object], code: str, field: str
) -> None:
    with refusal(code) as refused:
        save(database, manager, replace(NIGHT, **changes))
    assert refused.value.field == field


def test_of_one_scope_one_limit_holds_on_a_day(database: Database, manager: Actor) -> None:
    save(database, manager, replace(NIGHT, to_on=date(2026, 6, 30)))
    with refusal("policy.overlaps") as refused:
        save(database, manager, replace(NIGHT, from_on=date(2026, 6, 30)))
    assert refused.value.values == {"first": "2026-01-01", "last": "2026-06-30"}
    save(database, manager, replace(NIGHT, from_on=date(2026, 7, 1)))
    save(database, manager, replace(NIGHT, city_tier=1))
    save(database, manager, replace(NIGHT, active=False))


def test_a_change_from_a_day_on_ends_the_old_one_the_day_before(database: Database, manager: Actor) -> None:
    first = save(database, manager, NIGHT)
    later = replace(stored(database, manager, first), amount=Decimal(800), from_on=date(2026, 7, 1))
    with database.write() as session:
        second = expense_policies.change_from(session, manager, later)
    assert stored(database, manager, first).to_on == date(2026, 6, 30)
    with database.read() as session:
        known = policies.policies(session)
        found = [
            known.find(PolicyKind.LODGING_PER_NIGHT, day).amount
            for day in (date(2026, 6, 30), date(2026, 7, 1))
        ]
        acts = [row.action for row in audit.history(session, manager, "expense_policy", second)]
    assert found == [700, 800]
    assert acts == ["create"]


def test_a_change_must_begin_after_the_limit_it_follows(database: Database, manager: Actor) -> None:
    first = save(database, manager, NIGHT)
    with refusal("policy.change_too_early"), database.write() as session:
        expense_policies.change_from(session, manager, stored(database, manager, first))
    assert stored(database, manager, first).to_on is None


def test_the_most_specific_limit_of_the_day_holds(database: Database, manager: Actor) -> None:
    for amount, scope in ((700, {}), (900, {"city_tier": 1}), (1200, {"city_tier": 1, "grade": 1})):
        save(database, manager, replace(NIGHT, amount=Decimal(amount), **scope))
    with database.read() as session:
        known = policies.policies(session)
    kind, day = PolicyKind.LODGING_PER_NIGHT, FROM
    assert known.find(kind, day, city_tier=3, grade=1).amount == 700
    assert known.find(kind, day, city_tier=1, grade=3).amount == 900
    assert known.find(kind, day, city_tier=1, grade=1).amount == 1200
    assert known.find(kind, date(2025, 12, 31)) is None
    assert known.find(PolicyKind.SEAT, day) is None


def test_the_usual_limits_are_loaded_once(database: Database, manager: Actor) -> None:
    with database.write() as session:
        assert policy_seeds.is_empty(session, manager)
        count = policy_seeds.load_usual(session, manager, from_on=FROM)
        assert count == len(session.scalars(select(ExpensePolicy)).all()) >= 10
        assert session.scalar(select(CityTier.tier).filter_by(city="武汉")) == 2
    with refusal("policy.not_empty"), database.write() as session:
        policy_seeds.load_usual(session, manager, from_on=FROM)


@pytest.mark.parametrize(
    ("place", "tier"), [("武汉", 2), ("武汉市", 2), ("武汉市洪山区", 2), ("北京", 1), ("宜昌", 3), ("", 3)]
)
def test_a_place_is_of_the_tier_of_its_city(
    database: Database, manager: Actor, place: str, tier: int
) -> None:
    with database.write() as session:
        policy_seeds.load_usual(session, manager, from_on=FROM)
        assert policies.policies(session).tier_of(place) == tier


def test_a_city_is_named_once_and_of_three_tiers(database: Database, manager: Actor) -> None:
    with database.write() as session:
        city_tiers.save(session, manager, CityTierDraft(city="宜昌市", tier=2))
    with refusal("record.taken"), database.write() as session:
        city_tiers.save(session, manager, CityTierDraft(city="宜昌市", tier=1))
    with refusal("policy.tier"), database.write() as session:
        city_tiers.save(session, manager, CityTierDraft(city="恩施", tier=4))
    with database.read() as session:
        assert policies.policies(session).tier_of("宜昌猇亭") == 2


def test_a_clerk_reads_limits_and_changes_none(database: Database, clerk: Actor, manager: Actor) -> None:
    save(database, manager, NIGHT)
    with database.read() as session:
        rows = registers.window(session, clerk, expense_policies.REGISTER, Query(FROM), 0, 9)
    assert len(rows) == 1
    with refusal("permission.denied"):
        save(database, clerk, NIGHT)


def test_a_removed_limit_holds_no_more(database: Database, manager: Actor) -> None:
    policy_id = save(database, manager, NIGHT)
    with database.write() as session:
        expense_policies.remove(session, manager, policy_id, stored(database, manager, policy_id).version)
        assert policies.policies(session).limits == ()
