"""Policies of a city and fund: what is refused, what follows what, a wage tried out, the usual ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from models.insurance import Enrolment, InsurancePolicy
from services import insurance_policies as policies
from services import insurance_policy_seeds, insurance_policy_store, setup
from services.calendars import business_day
from services.database import Database
from services.errors import Refused
from services.insurance_policies import InsurancePolicyDraft, PolicyItemDraft
from services.months import month_of, next_month, previous_month
from services.permissions import Actor
from services.terms import Fund, InsuranceItem, Rounding

PENSION = PolicyItemDraft(InsuranceItem.PENSION, Decimal(4498), Decimal(22488), "16", "8")
MEDICAL = PolicyItemDraft(
    InsuranceItem.MEDICAL, Decimal(4498), Decimal(22488), "8.7%", "2", employee_fixed=Decimal(7)
)
JULY, JUNE = date(2025, 7, 1), date(2026, 6, 30)


def policy(**given: object) -> InsurancePolicyDraft:
    made = InsurancePolicyDraft(city="武汉", from_month=JULY, to_month=JUNE, items=(PENSION, MEDICAL))
    return replace(made, **given)  # type: ignore[arg-type]  # fields of the draft


def save(database: Database, actor: Actor, draft: InsurancePolicyDraft) -> int:
    with database.write() as session:
        return policies.save(session, actor, draft)


def refusal(database: Database, actor: Actor, draft: InsurancePolicyDraft) -> Refused:
    with pytest.raises(Refused) as caught:
        save(database, actor, draft)
    return caught.value


def test_what_is_saved_comes_back_as_it_was_typed(either: Database, clerk: Actor) -> None:
    given = policy(cut_off_day=25, minimum_wage=Decimal(2400), confirmed=True, source="鄂人社发〔2025〕")
    saved = save(either, clerk, given)
    with either.read() as session:
        found = policies.get(session, clerk, saved)
    assert found.to_month == date(2026, 6, 1)  # any day of the month stands for it
    medical = replace(MEDICAL, employer_percent="8.7")
    expected = replace(
        given, id=found.id, version=found.version, to_month=date(2026, 6, 1), items=(PENSION, medical)
    )
    assert found == expected


def test_no_limit_is_stored_and_shown_as_none(database: Database, clerk: Actor) -> None:
    bare = PolicyItemDraft(InsuranceItem.HOUSING_FUND, None, None, "12", "12", rounding=Rounding.HALF_UP_YUAN)
    saved = save(database, clerk, policy(fund=Fund.HOUSING, items=(bare,)))
    with database.read() as session:
        assert policies.get(session, clerk, saved).items == (bare,)
        rows = policies.try_out(session, clerk, policies.get(session, clerk, saved), Decimal(99_999))
    assert rows[0].base == 99_999
    assert rows[0].employer == 12_000  # to whole yuan


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"city": " "}, "record.required", "city"),
        ({"from_month": None}, "record.required", "from_month"),
        ({"items": ()}, "record.required", "items"),
        ({"cut_off_day": 32}, "insurance_policy.cut_off_day", "cut_off_day"),
        ({"to_month": date(2025, 6, 1)}, "insurance.months", "from_month"),
        ({"items": (PolicyItemDraft(),)}, "record.required", "items.0.item"),
        ({"items": (PENSION, replace(MEDICAL, employer_percent="acht"))}, "insurance_policy.percent", "items.1.employer_percent"),
        ({"items": (replace(PENSION, employee_percent="101"),)}, "insurance_policy.percent", "items.0.employee_percent"),
        ({"items": (replace(PENSION, employee_percent="-1"),)}, "insurance_policy.percent", "items.0.employee_percent"),
        ({"items": (PENSION, replace(MEDICAL, floor=Decimal(30000)))}, "insurance.limits_turned", "items.1.floor"),
        ({"items": (replace(PENSION, employer_percent="8.123456"),)}, "insurance.rate", "items.0.floor"),
        ({"items": (PENSION, PENSION)}, "insurance.item_twice", "items"),
        ({"fund": Fund.HOUSING}, "insurance_policy.item_of_fund", "items.0.item"),
    ],
)  # fmt: skip
def test_a_policy_that_cannot_be_is_refused_at_its_place(
    database: Database, clerk: Actor, changes: dict[str, object], code: str, field: str
) -> None:
    refused = refusal(database, clerk, policy(**changes))
    assert (refused.code, refused.field) == (code, field)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(InsurancePolicy)) == 0


def test_a_gap_is_refused_with_its_months(database: Database, clerk: Actor) -> None:
    save(database, clerk, policy())
    refused = refusal(database, clerk, policy(from_month=date(2026, 9, 1), to_month=None))
    assert refused.code == "insurance_policy.gap"
    assert refused.values == {"city": "武汉", "months": "2026-07 – 2026-08"}
    one = refusal(database, clerk, policy(from_month=date(2026, 8, 1), to_month=None))
    assert one.values["months"] == "2026-07"


def test_an_overlap_is_refused_with_its_months(database: Database, clerk: Actor) -> None:
    first = save(database, clerk, policy())
    refused = refusal(database, clerk, policy(from_month=date(2026, 5, 1), to_month=None))
    assert refused.code == "insurance_policy.overlap"
    assert refused.values["months"] == "2026-05 – 2026-06"
    with database.read() as session:
        stored = policies.get(session, clerk, first)
    save(database, clerk, replace(stored, to_month=None))
    endless = refusal(database, clerk, policy(from_month=date(2026, 7, 1), to_month=None))
    assert endless.values["months"] == "2026-07 –"


def test_other_cities_and_funds_do_not_disturb(database: Database, clerk: Actor) -> None:
    save(database, clerk, policy())
    save(database, clerk, policy(city="北京"))
    fund = (PolicyItemDraft(InsuranceItem.HOUSING_FUND, None, None, "8", "8"),)
    assert save(database, clerk, policy(fund=Fund.HOUSING, items=fund))


def test_new_limits_take_over_from_the_open_policy(database: Database, clerk: Actor) -> None:
    first = save(database, clerk, policy(to_month=None))
    with database.read() as session:
        following = policies.following(session, clerk, first)
    assert following.from_month == date(2026, 7, 1)
    assert (following.id, following.confirmed, following.source) == (None, False, "")
    second = save(database, clerk, following)
    with database.read() as session:
        assert policies.get(session, clerk, first).to_month == date(2026, 6, 1)
        assert policies.get(session, clerk, second).to_month is None
        assert policies.following(session, clerk, first).from_month == date(2026, 7, 1)


def test_the_middle_of_three_cannot_be_removed_but_the_last_can(database: Database, clerk: Actor) -> None:
    ids = [
        save(database, clerk, policy(from_month=date(year, 7, 1), to_month=date(year + 1, 6, 1)))
        for year in (2023, 2024, 2025)
    ]
    with pytest.raises(Refused) as caught, database.write() as session:
        policies.remove(session, clerk, ids[1], 1)
    assert caught.value.values["months"] == "2024-07 – 2025-06"
    with database.write() as session:
        assert policies.remove(session, clerk, ids[2], 1)
    with pytest.raises(Refused, match=r"record\.gone"), database.read() as session:
        policies.get(session, clerk, ids[2])


def test_a_city_without_parameters_is_named(database: Database, clerk: Actor) -> None:
    save(database, clerk, policy())
    with database.read() as session:
        with pytest.raises(Refused) as caught:
            insurance_policy_store.in_month(session, "深圳", Fund.SOCIAL, JULY)
        assert insurance_policy_store.cities(session) == ["武汉"]
        assert insurance_policy_store.cities(session, Fund.HOUSING) == []
    assert caught.value.code == "insurance.no_policy"
    assert caught.value.values == {"city": "深圳", "month": "2025-07"}


def test_a_wage_is_tried_out_item_by_item(database: Database, clerk: Actor) -> None:
    with database.read() as session:
        rows = policies.try_out(session, clerk, policy(), Decimal(3000))
    assert [(row.item, row.base, row.employer, row.employee) for row in rows] == [
        (InsuranceItem.PENSION, Decimal(4498), Decimal("719.68"), Decimal("359.84")),
        (InsuranceItem.MEDICAL, Decimal(4498), Decimal("391.33"), Decimal("96.96")),
    ]


def test_the_usual_policies_come_once_and_leave_others_alone(either: Database, clerk: Actor) -> None:
    own = save(either, clerk, policy(items=(PENSION,)))
    with either.write() as session:
        assert insurance_policy_seeds.load_usual(session, clerk) >= 8
        assert insurance_policy_seeds.load_usual(session, clerk) == 0
        assert not insurance_policy_seeds.is_empty(session, clerk)
    with either.read() as session:
        assert policies.get(session, clerk, own).items == (PENSION,)
        cities = insurance_policy_store.cities(session)
        confirmed = session.scalars(select(InsurancePolicy.confirmed).where(InsurancePolicy.city != "武汉"))
        assert {"上海", "北京", "广州", "武汉", "深圳"} <= set(cities)
        assert set(confirmed) == {False}


def test_a_company_that_was_there_before_gets_them_by_the_upgrade(database: Database, clerk: Actor) -> None:
    with database.write() as session:
        assert insurance_policy_seeds.is_empty(session, clerk)
        insurance_policy_seeds.fill(session)
        first = session.scalar(select(func.count()).select_from(InsurancePolicy))
        insurance_policy_seeds.fill(session)
        assert session.scalar(select(func.count()).select_from(InsurancePolicy)) == first
    assert first


def test_a_new_company_begins_with_them(tmp_path) -> None:
    database = Database.open(tmp_path / "new")
    try:
        answers = setup.Answers("武汉测绘", "91420100MA4KTE0T6L", "王雪", "wangxue", "passwort-1")
        with database.write() as session:
            actor = setup.create(session, answers)
        with database.read() as session:
            assert not insurance_policy_seeds.is_empty(session, actor)
    finally:
        database.close()


def test_who_may_not_sees_and_changes_nothing(database: Database, cashier: Actor, manager: Actor) -> None:
    with database.read() as session, pytest.raises(Refused, match=r"permission\.denied"):
        policies.get(session, cashier, 1)
    assert refusal(database, manager, policy()).code == "permission.denied"


def test_somebody_elses_change_is_not_overrun(database: Database, clerk: Actor) -> None:
    saved = save(database, clerk, policy())
    with database.read() as session:
        seen = policies.get(session, clerk, saved)
    save(database, clerk, replace(seen, source="first"))
    assert refusal(database, clerk, replace(seen, source="second")).code == "record.stale"


def test_the_only_policy_of_people_who_are_insured_neither_ends_nor_goes(
    either: Database, clerk: Actor
) -> None:
    month = month_of(business_day())
    before, first = previous_month(month), date(month.year - 1, 1, 1)
    saved = save(either, clerk, policy(from_month=first, to_month=None))
    with either.write() as session:
        session.add(Enrolment(employee_id=1, fund=Fund.SOCIAL, city="武汉", from_month=first))
    with either.read() as session:
        stored = policies.get(session, clerk, saved)
    refused = refusal(either, clerk, replace(stored, to_month=before))
    assert (refused.code, refused.field) == ("insurance_policy.insured", "to_month")
    assert dict(refused.values) == {"city": "武汉", "count": 1, "month": f"{month:%Y-%m}"}
    with either.write() as session, pytest.raises(Refused) as caught:
        policies.remove(session, clerk, saved, stored.version or 0)
    assert caught.value.code == "insurance_policy.insured"
    save(either, clerk, replace(stored, to_month=month))  # the next policy may still come
    later = save(either, clerk, policy(from_month=next_month(month), to_month=None))
    with either.write() as session:
        assert policies.remove(session, clerk, later, 1)
