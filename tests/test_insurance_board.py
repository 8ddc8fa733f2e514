"""The board of what is missing: computed from the staff list, with deadlines, late fees and the step that mends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import delete

from models.insurance import ChangeKind, Enrolment, InsuranceBase
from models.pay import ComponentKind, PayComponent, PayRate
from models.personnel import EmploymentKind
from models.remittance import Remittance, RemittanceState
from services import insurance_board, insurance_deadlines, settings
from services.database import Database
from services.insurance_board import Board
from services.insurance_board_rows import BoardKind, BoardRow
from services.insurance_change_rules import ChangeReason
from services.insurance_joining import usual_city
from services.permissions import Actor, Permission
from services.terms import Fund
from tests.insurance import MONTH, TODAY, House, draft, house
from tests.test_insurance_amounts import CITY

OCTOBER, DECEMBER = date(2026, 10, 1), date(2026, 12, 1)


@pytest.fixture
def home(database: Database) -> House:
    return house(database)


def board(home: House, *, today: date = TODAY, actor: Actor | None = None) -> Board:
    with home.database.read() as session:
        return insurance_board.board(session, actor or home.hr, today)


def rows(home: House, **given: object) -> list[BoardRow]:
    return list(board(home, **given).rows)  # type: ignore[arg-type]  # the names are those of `board`


def test_when_everybody_is_insured_nothing_is_missing(home: House) -> None:
    found = board(home)
    assert found.rows == ()
    assert (found.headline.to_join, found.headline.to_stop, found.headline.late) == (0, 0, 0)
    # 8,000: pension 24 %, medical 10.7 % + 7, unemployment 1 %, injury 0.4 %, housing fund 24 %; six people
    assert found.headline.bill == Decimal("4815.00") * 6


@pytest.mark.parametrize("engine", ["file", "server"])
def test_a_joiner_stands_there_with_both_funds_and_the_deadline(
    engine: str, request: pytest.FixtureRequest
) -> None:
    home = house(request.getfixturevalue("database" if engine == "file" else "office"))
    person = home.person("夏雨桐", hired_on=date(2026, 11, 3), probation_until=date(2027, 2, 2))
    (row,) = rows(home)
    assert (row.kind, row.name, row.funds) == (BoardKind.NOT_INSURED, "夏雨桐", (Fund.SOCIAL, Fund.HOUSING))
    assert (row.deadline, row.late_from, row.fee, row.days) == (date(2026, 11, 25), DECEMBER, 0, 0)
    assert row.probation
    assert row.draft is not None
    assert (row.draft.employee_id, row.draft.kind, row.draft.fund) == (person, ChangeKind.JOIN, None)
    assert (row.draft.month, row.draft.city) == (MONTH, CITY)
    assert board(home).headline.join_by == date(2026, 11, 25)


def test_what_the_board_offers_is_accepted_as_it_is_once_the_base_is_typed(home: House) -> None:
    person = home.person("夏雨桐")
    (row,) = rows(home)
    assert row.draft is not None
    home.approved(replace(row.draft, base=Decimal(8000)))
    assert [one.kind for one in rows(home)] == [BoardKind.TO_LODGE, BoardKind.TO_LODGE]
    assert len(home.enrolled(person)) == 2


def test_who_newly_works_begins_the_housing_fund_in_the_second_month(home: House) -> None:
    home.person("夏雨桐", started_work_on=date(2026, 11, 3))
    social, housing = sorted(rows(home), key=lambda row: row.funds[0] != Fund.SOCIAL)
    assert social.draft is not None
    assert housing.draft is not None
    assert (social.draft.month, housing.draft.month) == (MONTH, DECEMBER)
    assert social.draft.reason is ChangeReason.FIRST
    assert (social.late_from, housing.late_from) == (DECEMBER, None)  # no late fee on the housing fund
    assert housing.deadline == date(2026, 12, 3)  # thirty days, before the cut-off day of December


def test_the_late_fee_is_half_a_thousandth_a_day(home: House) -> None:
    home.person("夏雨桐", hired_on=date(2026, 9, 1))
    (row,) = rows(home, today=date(2026, 11, 10))
    # nobody sees their pay, so the floor of 4,498 counts: 1,079.52 + 391.33 + 96.96 … a month; none on the housing fund
    month = Decimal("719.68") + Decimal("359.84") + Decimal("391.33") + Decimal("96.96")
    month += Decimal("31.49") + Decimal("13.49") + Decimal("17.99")
    days = {date(2026, 9, 1): 41, OCTOBER: 10, MONTH: 0}  # from 1 October, from 1 November, not yet
    expected = sum(month * Decimal("0.0005") * count for count in days.values())
    assert row.fee == pytest.approx(expected, abs=Decimal("0.01"))
    # the 25th is a holiday: the 24th was the last day
    assert row.days == (date(2026, 11, 10) - date(2026, 9, 24)).days
    assert row.late_from == OCTOBER
    assert board(home, today=date(2026, 11, 10)).headline.late == 1


def test_the_pay_makes_the_base_for_who_may_see_pay(home: House) -> None:
    person = home.person("夏雨桐")
    with home.database.write() as session:
        wage = PayComponent(code="base", name="基本工资", kind=ComponentKind.FIXED, position=1)
        bonus = PayComponent(code="once", name="补贴", kind=ComponentKind.FIXED, position=2, in_base=False)
        session.add_all([wage, bonus])
        session.flush()
        for component, day, amount in (
            (wage, date(2026, 11, 3), 9000), (wage, date(2026, 11, 10), 9500), (bonus, date(2026, 11, 3), 500),
            (wage, date(2027, 1, 1), 12000),
        ):  # fmt: skip
            session.add(
                PayRate(employee_id=person, component_id=component.id, from_on=day, amount=Decimal(amount))
            )
    assert [row.draft.base for row in rows(home) if row.draft] == [Decimal(9500)]
    blind = replace(home.hr, permissions=home.hr.permissions - {Permission.PAYROLL_SEE})
    assert [row.draft.base for row in rows(home, actor=blind) if row.draft] == [None]


def test_a_leaver_who_is_still_insured_is_to_be_stopped(home: House) -> None:
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9))
    home.insure(left)
    (row,) = rows(home)
    assert (row.kind, row.since, row.city) == (BoardKind.STILL_INSURED, date(2026, 10, 9), CITY)
    assert (row.deadline, row.days) == (date(2026, 11, 8), 12)
    assert row.draft is not None
    assert (row.draft.kind, row.draft.month, row.draft.fund) == (ChangeKind.STOP, MONTH, None)
    home.approved(row.draft)
    assert {one.kind for one in rows(home)} == {BoardKind.TO_LODGE}


def test_the_month_of_leaving_is_still_paid(home: House) -> None:
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 11, 9))
    home.insure(left)
    assert [row.draft.month for row in rows(home) if row.draft] == [DECEMBER]
    home.approved(draft(left, ChangeKind.STOP, month=DECEMBER))
    assert not [row for row in rows(home) if row.kind is BoardKind.STILL_INSURED]


def test_what_is_begun_is_named_and_not_offered_twice(home: House) -> None:
    person = home.person("夏雨桐")
    ids = home.create(draft(person))
    found = rows(home)
    assert [row.change_id for row in found] == ids
    assert all(row.draft is None and not row.urgent for row in found)
    with home.database.read() as session:
        assert insurance_board.headline(session, home.hr, TODAY).to_join == 1


def test_a_new_policy_lifts_the_bases_below_its_floor(home: House) -> None:
    low = home.person("低基数", hired_on=date(2025, 1, 6))
    home.insure(low, "3000")
    found = rows(home)
    assert [(row.kind, row.funds[0], row.declared, row.suggested) for row in found] == [
        (BoardKind.BASE_OUTSIDE, fund, Decimal(3000), Decimal(4498)) for fund in Fund
    ]
    assert found[0].draft is not None
    home.create(found[0].draft)
    assert [row.funds[0] for row in rows(home)] == [Fund.HOUSING]


@pytest.mark.parametrize(
    "kind",
    [
        EmploymentKind.INTERN,
        EmploymentKind.RETIRED,
        EmploymentKind.LABOUR,
        EmploymentKind.DISPATCHED,
        EmploymentKind.PART_TIME,
    ],
)
def test_who_need_not_be_insured_is_listed_with_the_reason(home: House, kind: EmploymentKind) -> None:
    home.person("小李", kind=kind)
    (row,) = rows(home)
    assert (row.kind, row.employment, row.urgent) == (BoardKind.EXCLUDED, kind, False)
    with home.database.read() as session:
        assert insurance_board.headline(session, home.hr, TODAY).other == 0


def test_a_city_without_parameters_and_a_missing_base_are_shown(home: House) -> None:
    away = home.person("外地", hired_on=date(2025, 1, 6))
    home.insure(away, city="深圳")
    bare = home.person("无基数", hired_on=date(2025, 1, 6))
    home.insure(bare)
    with home.database.write() as session:
        session.execute(delete(InsuranceBase).where(InsuranceBase.employee_id == bare))
    found = [(row.kind, row.name, row.city) for row in rows(home)]
    assert found == [
        (BoardKind.NO_BASE, "无基数", CITY),
        (BoardKind.NO_BASE, "无基数", CITY),
        (BoardKind.NO_POLICY, "外地", "深圳"),
        (BoardKind.NO_POLICY, "外地", "深圳"),
    ]


def test_lodged_changes_are_asked_after_when_ten_days_are_over(home: House) -> None:
    person = home.person("夏雨桐")
    home.lodged(draft(person, fund=Fund.SOCIAL), on=date(2026, 11, 20))
    home.approved(draft(person, fund=Fund.HOUSING))
    assert [row.kind for row in rows(home)] == [BoardKind.TO_LODGE]
    late = rows(home, today=date(2026, 11, 30))
    assert [(row.kind, row.days) for row in late] == [(BoardKind.TO_LODGE, 5), (BoardKind.UNCONFIRMED, 1)]
    assert all(row.urgent for row in late)


def test_after_an_archived_month_the_next_one_is_offered(home: House) -> None:
    with home.database.write() as session:
        for fund in Fund:
            session.add(Remittance(fund=fund, city=CITY, month=MONTH, state=RemittanceState.PAID))
    home.person("夏雨桐")
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9))
    home.insure(left, "3000")
    assert {row.draft.month for row in rows(home) if row.draft} == {DECEMBER}


def test_without_a_first_day_the_month_is_this_one_and_nothing_is_late(home: House) -> None:
    home.person("夏雨桐", hired_on=None)
    (row,) = rows(home)
    assert (row.deadline, row.days, row.draft and row.draft.month) == (None, 0, MONTH)


def test_who_was_insured_here_before_resumes(home: House) -> None:
    back = home.person("老王", hired_on=date(2026, 11, 3))
    with home.database.write() as session:
        for fund in Fund:
            session.add(
                Enrolment(
                    employee_id=back, fund=fund, city=CITY, from_month=date(2024, 1, 1), to_month=date(2025, 1, 1)
                )
            )  # fmt: skip
    assert [row.draft.kind for row in rows(home) if row.draft] == [ChangeKind.RESUME]


def test_the_rail_counts_what_nobody_has_begun_for_those_who_can(home: House) -> None:
    home.person("夏雨桐", hired_on=None)
    home.person("小李", kind=EmploymentKind.INTERN)
    with home.database.read() as session:
        assert insurance_board.waiting_count(session, home.hr) == 1
        assert insurance_board.waiting_count(session, home.manager) == 0


def test_the_city_is_the_one_set_else_of_most_people_else_of_the_address(home: House) -> None:
    with home.database.write() as session:
        assert usual_city(session) == CITY
        settings.put_checked(session, home.hr, "insured.city", "北京")
        assert usual_city(session) == "北京"
        settings.put_checked(session, home.hr, "insured.city", "")
        session.execute(delete(Enrolment))
        assert usual_city(session) == CITY  # the only one with a policy


@pytest.mark.parametrize(
    ("hired", "cut_off_day", "month", "last"),
    [
        (date(2026, 11, 3), 25, MONTH, date(2026, 11, 25)),
        (date(2026, 11, 3), None, MONTH, date(2026, 12, 3)),  # the day after is day 1
        (date(2026, 11, 27), 25, DECEMBER, date(2026, 12, 25)),
        (date(2026, 10, 12), 25, OCTOBER, date(2026, 10, 23)),  # the 25th is a Sunday
        (date(2026, 12, 2), 31, DECEMBER, date(2026, 12, 31)),
    ],
)
def test_deadlines_are_thirty_days_or_the_cut_off_day(
    hired: date, cut_off_day: int | None, month: date, last: date
) -> None:
    found = insurance_deadlines.first_month(hired, cut_off_day, housing=False, newly_working=False)
    assert found == month
    assert insurance_deadlines.deadline(ChangeKind.JOIN, found, hired, cut_off_day) == last


def test_other_deadlines() -> None:
    deadline = insurance_deadlines.deadline
    assert deadline(ChangeKind.BASE, MONTH, None, None) == date(2026, 11, 30)
    assert deadline(ChangeKind.BASE, MONTH, None, 25) == date(2026, 11, 25)
    assert deadline(ChangeKind.TRANSFER, DECEMBER, date(2026, 11, 5), None) == date(2026, 11, 20)
    assert deadline(ChangeKind.STOP, DECEMBER, date(2026, 11, 5), 25) == date(2026, 12, 5)


def test_a_late_fee_of_an_owed_thousand() -> None:
    owed = [(OCTOBER, Decimal(1000)), (MONTH, Decimal(1000))]
    fee = insurance_deadlines.late_fee(owed, date(2026, 10, 25), date(2026, 11, 20))
    assert fee == Decimal("10.00")  # twenty days on October, none yet on November
    assert insurance_deadlines.late_fee(owed, date(2026, 12, 5), date(2026, 12, 15)) == Decimal("10.00")
