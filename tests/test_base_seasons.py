"""The yearly adjustment of bases: wages out of our own sheets, bounds, before and after, differences, approval."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.insurance import InsurancePolicy
from models.insurance_terms import Fund, InsuranceItem
from models.personnel_paper import OfficePaperState
from models.remittance import BaseSeason
from services import base_season_register, base_seasons, office_papers
from services.base_seasons import LineEdit, SeasonDraft
from services.database import Database
from services.errors import Refused
from services.permissions import Actor, Permission
from tests.remittances import (
    AUGUST,
    CITY,
    JULY,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    close_wages,
    command,
    frozen,
    hire,
    paid_wages,
    policies,
    set_base,
    stop,
)

DRAFT = SeasonDraft(fund=Fund.SOCIAL, city=CITY, from_month=date(2026, 7, 15), average_of=2025)


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


def make(database: Database, actor: Actor, given: SeasonDraft = DRAFT) -> int:
    with database.write() as session:
        return base_seasons.make(session, actor, given, command())


def seen(database: Database, actor: Actor, season_id: int) -> base_season_register.SeasonDetail:
    with database.read() as session:
        return base_season_register.detail(session, actor, season_id)


def approve(database: Database, clerk: Actor, manager: Actor, season_id: int, today: date = TODAY) -> None:
    """Submitted by the clerk, approved by everybody it takes."""
    with database.write() as session:
        version = session.get_one(BaseSeason, season_id).version
        version = office_papers.submit(session, clerk, DecidedKind.BASE_SEASON, season_id, version, command())
        while session.get_one(BaseSeason, season_id).state is OfficePaperState.SUBMITTED:
            version = office_papers.decide(
                session, manager, DecidedKind.BASE_SEASON, season_id, version, Decision.APPROVE,
                reason="", command_id=command(), today=today,
            )  # fmt: skip


def test_the_average_of_last_year_comes_from_our_own_sheets(house, clerk) -> None:
    whole, half, new, unknown = (hire(house, name, "8000") for name in ("整", "半", "新", "无"))
    paid_wages(house, whole, 2025, "9000.01")
    paid_wages(house, half, 2025, "6000", months=5)
    paid_wages(house, new, 2026, "7100", months=8)
    close_wages(house)
    found = {line.name: line for line in seen(house, clerk, make(house, clerk)).lines}
    assert (found["整"].months, found["整"].average) == (12, Decimal("9000.01"))
    assert (found["半"].months, found["半"].average) == (5, Decimal(6000))
    assert (found["新"].months, found["新"].average) == (0, Decimal(7100))
    assert (found["无"].average, found["无"].declared) == (None, Decimal(8000))
    assert unknown


def test_who_worked_here_without_sheets_of_the_year_must_be_asked(house, clerk) -> None:
    old = hire(house, "老员工", "8000", since=date(2024, 3, 1))
    new = hire(house, "年底来", "8000", since=date(2025, 12, 1))
    for person in (old, new):
        paid_wages(house, person, 2026, "7100", months=8)
    close_wages(house)
    season = make(house, clerk)
    found = {line.name: line for line in seen(house, clerk, season).lines}
    asked = found["老员工"]
    assert (asked.average, asked.declared, asked.new_base, asked.employer_difference) == (None, 0, 0, 0)
    assert (found["年底来"].months, found["年底来"].average) == (0, Decimal(7100))

    def submit() -> int:
        with house.write() as session:
            version = session.get_one(BaseSeason, season).version
            return office_papers.submit(session, clerk, DecidedKind.BASE_SEASON, season, version, command())

    with pytest.raises(Refused) as refused:
        submit()
    assert refused.value.code == "base_season.no_average"
    assert refused.value.values == {"names": "老员工", "year": 2025}
    with house.write() as session:
        version = session.get_one(BaseSeason, season).version
        base_seasons.save_lines(session, clerk, season, version, [LineEdit(asked.id, Decimal(6900))])
    assert {line.name: line.new_base for line in seen(house, clerk, season).lines}["老员工"] == 6900


def test_sheets_that_were_not_paid_do_not_count(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    line = seen(house, clerk, make(house, clerk)).lines[0]
    assert line.average is None


def test_new_bases_stay_between_floor_and_ceiling_of_the_new_policy(house, clerk) -> None:
    low, high = hire(house, "低", "5000"), hire(house, "高", "20000")
    paid_wages(house, low, 2025, "3000")
    paid_wages(house, high, 2025, "30000")
    close_wages(house)
    with house.write() as session:
        old = session.scalars(select(InsurancePolicy).filter_by(fund=Fund.SOCIAL)).one()
        session.refresh(old, ["items"])
        for item in old.items:
            item.floor, item.ceiling = Decimal(4600), Decimal(23000)
    found = seen(house, clerk, make(house, clerk))
    assert [(line.declared, line.new_base, line.bound) for line in found.lines] == [
        (Decimal(3000), Decimal(4600), "floor"), (Decimal(30000), Decimal(23000), "ceiling"),
    ]  # fmt: skip
    assert (found.floor, found.ceiling) == (Decimal(4600), Decimal(23000))


def test_8000_to_9000_from_july_costs_three_months_of_every_item(house, clerk) -> None:
    """Domain 2.3: 16/8, 8.7/2 (the fixed 7 yuan do not change), 0.7/0.3, 0.4/0 of 1,000, for July, August, September."""
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    frozen(house, clerk, JULY, AUGUST, SEPTEMBER)
    found = seen(house, clerk, make(house, clerk))
    assert found.months == (JULY, AUGUST, SEPTEMBER)
    assert found.applied_from == OCTOBER
    by_item = {
        item: [(row.employer, row.employee) for row in found.differences if row.item is item]
        for item in {row.item for row in found.differences}
    }
    assert by_item == {
        InsuranceItem.PENSION: [(Decimal("160.00"), Decimal("80.00"))] * 3,
        InsuranceItem.MEDICAL: [(Decimal("87.00"), Decimal("20.00"))] * 3,
        InsuranceItem.UNEMPLOYMENT: [(Decimal("7.00"), Decimal("3.00"))] * 3,
        InsuranceItem.INJURY: [(Decimal("4.00"), Decimal(0))] * 3,
    }
    assert (found.lines[0].employer_difference, found.lines[0].employee_difference) == (
        Decimal(774),
        Decimal(309),
    )
    assert (found.employer, found.employee) == (Decimal(774), Decimal(309))


def test_a_base_of_their_own_that_was_set_later_stays(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    set_base(house, person, "8500", SEPTEMBER)
    frozen(house, clerk, JULY, AUGUST, SEPTEMBER)
    found = seen(house, clerk, make(house, clerk))
    assert {row.month for row in found.differences} == {JULY, AUGUST}


def test_a_typed_base_needs_no_wage_and_survives_another_look_at_the_wages(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    other = hire(house, "乙", "8000")
    frozen(house, clerk, JULY)
    season = make(house, clerk)
    before = seen(house, clerk, season)
    with house.write() as session:
        base_seasons.save_lines(
            session,
            clerk,
            season,
            before.version,
            [LineEdit(before.lines[0].id, Decimal(8800), "本人申报")],
        )
    paid_wages(house, person, 2025, "9000")
    paid_wages(house, other, 2025, "7000")
    close_wages(house)
    with house.write() as session:
        base_seasons.collect_again(session, clerk, season, seen(house, clerk, season).version)
    first, second = seen(house, clerk, season).lines
    assert (first.average, first.declared, first.new_base, first.note) == (9000, 8800, 8800, "本人申报")
    assert first.employer_difference == Decimal("206.40")
    assert (second.declared, second.employer_difference) == (7000, Decimal("-258.00"))


@pytest.mark.parametrize(
    ("declared", "code"), [(None, "record.required"), (Decimal(-1), "base_season.negative")]
)
def test_what_is_no_base_is_refused_at_its_field(house, clerk, declared, code: str) -> None:
    hire(house, "甲", "8000")
    season = make(house, clerk)
    line = seen(house, clerk, season).lines[0]
    with house.write() as session, pytest.raises(Refused) as error:
        base_seasons.save_lines(session, clerk, season, seen(house, clerk, season).version, [LineEdit(line.id, declared)])  # fmt: skip
    assert (error.value.code, error.value.field) == (code, "declared")


def test_a_line_of_another_season_is_gone(house, clerk) -> None:
    hire(house, "甲", "8000")
    season = make(house, clerk)
    with house.write() as session, pytest.raises(Refused) as error:
        base_seasons.save_lines(
            session, clerk, season, seen(house, clerk, season).version, [LineEdit(99, Decimal(1))]
        )
    assert error.value.code == "record.gone"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"city": " "}, "record.required", "city"),
        ({"from_month": None}, "record.required", "from_month"),
        ({"average_of": None}, "record.required", "average_of"),
        ({"average_of": 2026}, "base_season.year", "average_of"),
        ({"city": "深圳"}, "insurance.no_policy", None),
        ({"from_month": date(2027, 7, 1), "average_of": 2026}, "base_season.nobody", "city"),
    ],
)
def test_a_season_that_cannot_be_is_refused(house, clerk, change, code: str, field: str | None) -> None:
    stop(house, hire(house, "甲", "8000"), date(2026, 12, 1))
    given = SeasonDraft(
        **{"fund": Fund.SOCIAL, "city": CITY, "from_month": JULY, "average_of": 2025} | change
    )
    with house.write() as session, pytest.raises(Refused) as error:
        base_seasons.make(session, clerk, given, command())
    assert (error.value.code, error.value.field) == (code, field)


def test_there_is_one_season_a_fund_and_month(house, clerk) -> None:
    hire(house, "甲", "8000")
    make(house, clerk)
    with house.write() as session, pytest.raises(Refused) as error:
        base_seasons.make(session, clerk, DRAFT, command())
    assert error.value.code == "base_season.exists"


def test_a_double_click_begins_one(house, clerk) -> None:
    hire(house, "甲", "8000")
    with house.write() as session:
        first = base_seasons.make(session, clerk, DRAFT, "same")
        assert base_seasons.make(session, clerk, DRAFT, "same") == first


def test_wages_are_seen_by_those_only_who_may_see_pay(house, clerk) -> None:
    blind = replace(clerk, permissions=clerk.permissions - {Permission.PAYROLL_SEE})
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    season = make(house, clerk)
    assert seen(house, clerk, season).lines[0].average == Decimal(9000)
    assert seen(house, blind, season).lines[0].average is None
    with house.write() as session, pytest.raises(Refused) as error:
        base_seasons.make(session, blind, DRAFT, command())
    assert error.value.code == "permission.denied"


@pytest.mark.parametrize(
    ("today", "missing"),
    [(date(2026, 4, 30), 0), (date(2026, 5, 4), 2), (date(2026, 9, 30), 2), (date(2026, 10, 8), 0)],
)
def test_between_may_and_september_the_headline_asks_for_it(house, clerk, today: date, missing: int) -> None:
    with house.read() as session:
        assert len(base_season_register.headline(session, clerk, today).missing) == missing


def test_a_season_that_was_begun_is_not_asked_for(house, clerk) -> None:
    hire(house, "甲", "8000")
    make(house, clerk)
    with house.read() as session:
        found = base_season_register.headline(session, clerk, date(2026, 7, 8))
    assert (found.missing, found.draft, found.submitted) == (((CITY, Fund.HOUSING),), 1, 0)


@pytest.mark.parametrize(
    ("today", "month"), [(date(2026, 10, 13), JULY), (date(2026, 3, 1), date(2025, 7, 1))]
)
def test_a_new_season_begins_as_usual(house, clerk, today: date, month: date) -> None:
    with house.read() as session:
        found = base_seasons.usual(session, clerk, today)
    assert (found.city, found.from_month, found.average_of) == (CITY, month, month.year - 1)


def test_several_cities_offer_that_of_the_newest_insured(house, clerk) -> None:
    with house.write() as session:
        session.add(InsurancePolicy(city="武汉", fund=Fund.SOCIAL, from_month=JULY, to_month=None, items=[]))
    with house.read() as session:
        assert base_seasons.usual(session, clerk, TODAY).city == ""
    hire(house, "甲", "8000")
    with house.read() as session:
        assert base_seasons.usual(session, clerk, TODAY).city == CITY
