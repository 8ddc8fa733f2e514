"""Changes to lodge: both funds at once, approval, what counts when, the fund's answer, and every contradiction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.insurance import ChangeKind, ChangeStage, InsuranceChange
from models.personnel_paper import OfficePaperState
from models.user import Role
from services import (
    insurance_change_register,
    insurance_changes,
    insured,
    insured_person,
    office_papers,
)
from services.database import Database
from services.errors import Refused
from services.insurance_change_register import ChangeAction, ChangeStanding
from services.insurance_changes import ChangeDraft
from services.terms import DecidedKind, Fund, InsuranceItem
from tests.conftest import actor_of_role
from tests.insurance import MONTH, TODAY, House, command, draft, house
from tests.test_insurance_amounts import CITY, HOUSING, ITEMS, policy

OCTOBER, DECEMBER = date(2026, 10, 1), date(2026, 12, 1)
OTHER = "襄阳"


@pytest.fixture
def home(database: Database) -> House:
    return house(database)


def refused(home: House, wanted: ChangeDraft) -> Refused:
    with pytest.raises(Refused) as caught:
        home.create(wanted)
    return caught.value


def test_one_draft_makes_a_numbered_change_for_each_fund(home: House) -> None:
    ids = home.create(draft(home.person("夏雨桐")))
    made = [home.change(one) for one in ids]
    assert [(one.number, one.fund, one.state) for one in made] == [
        ("CB-2026-0001", Fund.SOCIAL, OfficePaperState.DRAFT),
        ("CB-2026-0002", Fund.HOUSING, OfficePaperState.DRAFT),
    ]
    assert {one.deadline for one in made} == {date(2026, 11, 25)}
    assert "8000" not in made[0].search_text


def test_a_repeated_click_makes_nothing_twice(home: House) -> None:
    wanted = draft(home.person("夏雨桐"))
    for expected in (2, 0):
        with home.database.write() as session:
            made = insurance_changes.create(session, home.hr, wanted, command_id="once", today=TODAY)
        assert len(made) == expected


def test_somebody_who_joins_is_insured_once_the_company_agreed(either: Database) -> None:
    home = house(either)
    person = home.person("夏雨桐")
    ids = home.submit(home.create(draft(person, base=Decimal(3000))))
    assert home.enrolled(person) == []
    home.agree(ids)
    assert home.enrolled(person) == [
        (Fund.HOUSING, CITY, MONTH, None),
        (Fund.SOCIAL, CITY, MONTH, None),
    ]
    with either.read() as session:
        items = insured.of_month(session, MONTH)[person]
    assert [item.employee for item in items if item.item is InsuranceItem.PENSION] == [Decimal("359.84")]
    assert home.change(ids[0]).stage is ChangeStage.TO_LODGE


def test_nobody_decides_on_their_own_paper(home: House) -> None:
    manager_too = actor_of_role(Role.MANAGER, Role.HR)
    with home.database.write() as session:
        wanted = draft(1, ChangeKind.BASE, base=Decimal(9000), fund=Fund.SOCIAL)
        made = insurance_changes.create(session, manager_too, wanted, command_id=command(), today=TODAY)
    with pytest.raises(Refused, match=r"approval\."), home.database.write() as session:
        insurance_changes.submit(session, manager_too, [made[0].id], command_id=command())
    own = home.create(
        draft(home.manager.employee_id or 0, ChangeKind.BASE, base=Decimal(9000), fund=Fund.HOUSING)
    )
    with pytest.raises(Refused, match=r"approval\."):
        home.agree(home.submit(own))


def test_a_returned_change_is_corrected_and_sent_again(home: House) -> None:
    person = home.person("夏雨桐")
    ids = home.submit(home.create(draft(person, fund=Fund.SOCIAL)))
    with home.database.write() as session:
        insurance_changes.send_back(
            session, home.manager, ids[0], home.change(ids[0]).version,
            reason="基数不对", command_id=command(), today=TODAY,
        )  # fmt: skip
    with home.database.write() as session:
        typed = insurance_changes.get(session, home.hr, ids[0])
        insurance_changes.save(session, home.hr, replace(typed, base=Decimal(9000)), today=TODAY)
    home.agree(home.submit(ids))
    with home.database.read() as session:
        assert insured.of_month(session, MONTH)[person][0].declared == 9000


def test_a_submitted_change_cannot_be_changed_and_is_taken_back(home: House) -> None:
    ids = home.submit(home.create(draft(home.person("夏雨桐"), fund=Fund.SOCIAL)))
    with home.database.read() as session:
        typed = insurance_changes.get(session, home.hr, ids[0])
    with pytest.raises(Refused, match=r"office_paper\.wrong_state"), home.database.write() as session:
        insurance_changes.save(session, home.hr, typed, today=TODAY)
    with home.database.write() as session:
        office_papers.withdraw(
            session, home.hr, DecidedKind.INSURANCE_CHANGE, ids[0], typed.version or 0,
            reason="等一下", command_id=command(),
        )  # fmt: skip
    assert home.change(ids[0]).state is OfficePaperState.WITHDRAWN


def test_who_left_and_came_again_resumes_with_the_base_there_was(home: House) -> None:
    home.approved(draft(1, ChangeKind.STOP, fund=Fund.SOCIAL))
    assert refused(home, draft(1, fund=Fund.SOCIAL)).code == "insurance_change.insured_before"
    other = refused(home, draft(1, ChangeKind.RESUME, month=DECEMBER, base=Decimal(9999), fund=Fund.SOCIAL))
    assert (other.code, other.field) == ("insurance_change.base_differs", "base")
    home.approved(draft(1, ChangeKind.RESUME, month=DECEMBER, fund=Fund.SOCIAL))
    assert home.enrolled(1)[1:] == [
        (Fund.SOCIAL, CITY, date(2026, 1, 1), OCTOBER),
        (Fund.SOCIAL, CITY, DECEMBER, None),
    ]
    with home.database.read() as session:
        assert insured.of_month(session, DECEMBER)[1][0].declared == 8000


def test_somebody_moves_to_another_city_with_their_base(home: House) -> None:
    with home.database.write() as session:
        session.add(policy(Fund.SOCIAL, ITEMS, city=OTHER))
    assert refused(home, draft(1, ChangeKind.TRANSFER, fund=Fund.SOCIAL)).code == "insurance_change.same_city"
    ids = home.approved(draft(1, ChangeKind.TRANSFER, fund=Fund.SOCIAL, city=OTHER, base=None))
    assert home.change(ids[0]).other_place == CITY
    assert home.enrolled(1)[1:] == [
        (Fund.SOCIAL, CITY, date(2026, 1, 1), OCTOBER),
        (Fund.SOCIAL, OTHER, MONTH, None),
    ]


def test_a_back_payment_is_the_difference_month_by_month(home: House) -> None:
    wanted = draft(
        1, ChangeKind.BACK_PAYMENT, fund=Fund.HOUSING, month=date(2026, 8, 5), to_month=date(2026, 10, 31),
        base=Decimal(9000),
    )  # fmt: skip
    ids = home.approved(wanted)
    assert home.change(ids[0]).amount == 720  # three months, 1,000 more, 12 % + 12 %
    missing = draft(home.person("夏雨桐"), ChangeKind.BACK_PAYMENT, fund=Fund.HOUSING, to_month=MONTH)
    assert home.change(home.create(missing)[0]).amount == 1920
    assert refused(home, replace(wanted, to_month=None)).field == "to_month"
    assert refused(home, replace(wanted, to_month=date(2026, 7, 1))).code == "insurance_change.months_turned"


def test_what_is_voided_counts_no_more(home: House) -> None:
    person = home.person("夏雨桐")
    drafted = home.create(draft(person, fund=Fund.HOUSING))
    approved = home.approved(draft(person, fund=Fund.SOCIAL))
    for change_id in (*drafted, *approved):
        with home.database.write() as session:
            version = session.get_one(InsuranceChange, change_id).version
            with pytest.raises(Refused, match=r"record\.required"):
                insurance_changes.void(session, home.hr, change_id, version, reason=" ", command_id=command())
        with home.database.write() as session:
            insurance_changes.void(
                session, home.hr, change_id, version, reason="不来了", command_id=f"v{change_id}"
            )
            insurance_changes.void(
                session, home.hr, change_id, version, reason="不来了", command_id=f"v{change_id}"
            )
    assert home.enrolled(person) == []


def test_the_detail_tells_the_person_the_way_and_what_may_be_done(home: House) -> None:
    person = home.person("夏雨桐")
    ids = home.approved(draft(person))
    other = home.create(draft(2, ChangeKind.BASE, base=Decimal(9000), fund=Fund.SOCIAL))
    with home.database.read() as session:
        found = insurance_change_register.detail(session, home.hr, ids[0], TODAY)
        drafted = insurance_change_register.detail(session, home.hr, other[0], TODAY)
        seen = insurance_change_register.detail(session, home.manager, other[0], TODAY)
    assert found.standing is ChangeStanding.TO_LODGE
    assert found.actions == {ChangeAction.LODGE, ChangeAction.VOID}
    assert drafted.actions == {ChangeAction.EDIT, ChangeAction.SUBMIT, ChangeAction.VOID}
    assert seen.actions == frozenset()
    assert [row.fund for row in found.person.enrolments] == [Fund.SOCIAL, Fund.HOUSING]
    assert {row.change_number for row in found.person.bases} == {"CB-2026-0001", "CB-2026-0002"}
    assert [(row.month, row.fund) for row in found.person.months] == [
        (MONTH, Fund.SOCIAL),
        (MONTH, Fund.HOUSING),
    ]
    assert [row.action for row in found.history][:1] == ["approve"]
    home.submit(other)
    with home.database.read() as session:
        asked = insurance_change_register.detail(session, home.manager, other[0], TODAY)
    assert asked.actions == {ChangeAction.APPROVE, ChangeAction.RETURN}


def test_why_an_amount_is_what_it_is(home: House) -> None:
    home.approved(draft(1, ChangeKind.BASE, base=Decimal(30_000), fund=Fund.SOCIAL))
    with home.database.read() as session:
        why = insured_person.why(session, home.hr, 1, InsuranceItem.PENSION, MONTH)
        with pytest.raises(Refused, match=r"insurance\.not_paid"):
            insured_person.why(session, home.hr, 1, InsuranceItem.MATERNITY, MONTH)
    assert (why.declared, why.declared_from, why.base, why.ceiling) == (30_000, MONTH, 22_488, 22_488)
    assert (why.employer, why.employee) == (Decimal("3598.08"), Decimal("1799.04"))
    assert (why.employer_rate, why.policy_from, why.city) == (Decimal("0.16"), date(2026, 1, 1), CITY)


def test_who_may_not_see_insurance_sees_none(home: House) -> None:
    cashier = actor_of_role(Role.CASHIER)
    ids = home.create(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    with home.database.read() as session:
        for ask in (
            lambda: insurance_changes.get(session, cashier, ids[0]),
            lambda: insurance_change_register.detail(session, cashier, ids[0], TODAY),
            lambda: insured_person.history(session, cashier, 1, TODAY),
        ):
            with pytest.raises(Refused, match=r"permission\.denied"):
                ask()


def test_the_housing_items_stand_after_the_social_ones(home: House) -> None:
    with home.database.read() as session:
        items = insured_person.of_person(session, home.hr, 1, MONTH)
    assert [item.item for item in items][-1] is HOUSING[0][0]
