"""Changes to lodge: both funds at once, approval, what counts when, the fund's answer, and every contradiction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceChange
from models.personnel import EmploymentKind
from models.personnel_paper import OfficePaperState
from models.remittance import Remittance, RemittanceState
from models.user import Role
from services import (
    insurance_change_register,
    insurance_changes,
    insurance_lodging,
    insurance_prefill,
    insured,
    insured_person,
    office_papers,
)
from services.database import Database
from services.errors import Refused
from services.insurance_change_register import ChangeAction, ChangeStanding
from services.insurance_change_rules import ChangeReason
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


def test_the_way_to_the_fund_and_back(home: House) -> None:
    ids = home.approved(draft(home.person("夏雨桐")))
    with home.database.write() as session:
        lodge = {"lodged_on": TODAY, "receipt_number": " WH 77 ", "command_id": "l", "today": TODAY}
        assert insurance_lodging.lodge(session, home.hr, ids, **lodge) == 2
    with home.database.write() as session, pytest.raises(Refused) as caught:
        insurance_lodging.lodge(session, home.hr, ids, **(lodge | {"command_id": "again"}))
    assert caught.value.values["numbers"] == "CB-2026-0001, CB-2026-0002"
    with home.database.write() as session:
        insurance_lodging.confirm(
            session, home.hr, ids[1:], confirmed_on=TODAY, account_number="2011 0000 1",
            command_id=command(), today=TODAY,
        )  # fmt: skip
        made = session.query(Enrolment).filter_by(change_id=ids[1]).one()
        assert made.account_number == "2011 0000 1"
    found = home.change(ids[1])
    assert (found.stage, found.confirmed_on, found.receipt_number) == (ChangeStage.CONFIRMED, TODAY, "WH 77")


@pytest.mark.parametrize(
    ("act", "day", "code"),
    [
        ("lodge", None, "record.required"),
        ("lodge", date(2026, 11, 21), "insurance_change.later"),
        ("confirm", date(2026, 11, 19), "insurance_change.before_lodged"),
    ],
)
def test_days_at_the_fund_are_days_that_were(home: House, act: str, day: date | None, code: str) -> None:
    wanted = draft(home.person("夏雨桐"), fund=Fund.SOCIAL)
    ids = home.lodged(wanted) if act == "confirm" else home.approved(wanted)
    given = {"command_id": command(), "today": TODAY}
    with pytest.raises(Refused) as caught, home.database.write() as session:
        (
            insurance_lodging.lodge(session, home.hr, ids, lodged_on=day, receipt_number="", **given)
            if act == "lodge"
            else insurance_lodging.confirm(session, home.hr, ids, confirmed_on=day, **given)
        )
    assert caught.value.code == code


def test_nothing_chosen_is_said(home: House) -> None:
    with home.database.write() as session:
        with pytest.raises(Refused, match=r"insurance_change\.none"):
            insurance_changes.submit(session, home.hr, [], command_id=command())
        with pytest.raises(Refused, match=r"insurance_change\.none"):
            insurance_lodging.lodge(
                session, home.hr, [], lodged_on=TODAY, receipt_number="", command_id=command(), today=TODAY
            )


def refuse(home: House, change_id: int, reason: str = "证件号码不符") -> None:
    with home.database.write() as session:
        version = session.get_one(InsuranceChange, change_id).version
        insurance_lodging.refuse(session, home.hr, change_id, version, reason=reason, command_id=command())


@pytest.mark.parametrize("kind", [ChangeKind.JOIN, ChangeKind.STOP, ChangeKind.BASE, ChangeKind.TRANSFER])
def test_what_the_fund_refuses_counts_no_more(home: House, kind: ChangeKind) -> None:
    with home.database.write() as session:
        session.add(policy(Fund.SOCIAL, ITEMS, city=OTHER))
    person = home.person("夏雨桐", hired_on=date(2025, 1, 6))
    if kind is not ChangeKind.JOIN:
        home.insure(person, "7000")
    before, months = home.enrolled(person), insured_months(home, person)
    city = OTHER if kind is ChangeKind.TRANSFER else CITY
    base = None if kind is ChangeKind.STOP else Decimal(9000)
    ids = home.lodged(draft(person, kind, fund=Fund.SOCIAL, city=city, base=base))
    assert insured_months(home, person) != months
    refuse(home, ids[0])
    assert home.enrolled(person) == before
    assert insured_months(home, person) == months
    assert home.change(ids[0]).stage is ChangeStage.REFUSED
    with home.database.read() as session:
        again = insurance_lodging.again(session, home.hr, ids[0])
    assert (again.id, again.kind, again.month) == (None, kind, MONTH)


def insured_months(home: House, person: int) -> list[object]:
    with home.database.read() as session:
        return [insured.of_month(session, month).get(person) for month in (OCTOBER, MONTH, DECEMBER)]


def test_a_base_changed_twice_in_a_month_goes_back_to_the_one_before(home: House) -> None:
    home.approved(draft(1, ChangeKind.BASE, base=Decimal(9000), fund=Fund.SOCIAL))
    second = home.lodged(draft(1, ChangeKind.BASE, base=Decimal(9500), fund=Fund.SOCIAL))
    refuse(home, second[0])
    with home.database.read() as session:
        assert insured.of_month(session, MONTH)[1][0].declared == 9000


def test_somebody_stopped_before_the_first_month_is_not_insured_at_all(home: House) -> None:
    person = home.person("夏雨桐")
    home.approved(draft(person))
    stopped = home.lodged(draft(person, ChangeKind.STOP, fund=Fund.SOCIAL))
    assert [row[0] for row in home.enrolled(person)] == [Fund.HOUSING]
    refuse(home, stopped[0])
    assert home.enrolled(person)[1] == (Fund.SOCIAL, CITY, MONTH, None)


def test_a_change_with_another_one_on_it_cannot_be_taken_back(home: House) -> None:
    person = home.person("夏雨桐")
    joined = home.lodged(draft(person, fund=Fund.SOCIAL))
    home.approved(draft(person, ChangeKind.STOP, fund=Fund.SOCIAL, month=DECEMBER))
    with pytest.raises(Refused) as caught:
        refuse(home, joined[0])
    assert caught.value.values == {"number": "CB-2026-0001"}


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


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"employee_id": None}, "record.required", "employee_id"),
        ({"employee_id": 4711}, "record.gone", "employee_id"),
        ({"month": None}, "record.required", "month"),
        ({"city": ""}, "record.required", "city"),
        ({"city": "深圳"}, "insurance.no_policy", "city"),
        ({"base": None}, "record.required", "base"),
        ({"reason": ChangeReason.PAUSED}, "insurance_change.reason_of_kind", "reason"),
        ({"kind": ChangeKind.STOP, "reason": None}, "record.required", "reason"),
        ({"kind": ChangeKind.STOP, "reason": ChangeReason.PAUSED}, "insurance_change.not_insured", "kind"),
        ({"kind": ChangeKind.RESUME, "base": None}, "insurance_change.never_insured", "kind"),
        ({"kind": ChangeKind.BASE}, "insurance_change.not_insured", "kind"),
        ({"employee_id": 1}, "insurance_change.insured", "kind"),
        ({"employee_id": 1, "kind": ChangeKind.BASE}, "insurance_change.same_base", "base"),
        ({"employee_id": 1, "kind": ChangeKind.STOP, "reason": ChangeReason.PAUSED, "month": date(2025, 11, 1)}, "insurance.no_policy", "city"),
    ],
)  # fmt: skip
def test_contradictions_are_refused_at_their_field(
    home: House, changes: dict[str, object], code: str, field: str
) -> None:
    found = refused(home, replace(draft(home.person("夏雨桐")), **changes))
    assert (found.code, found.field) == (code, field)
    with home.database.read() as session:
        assert session.query(InsuranceChange).count() == 0


def test_students_and_those_who_left_are_not_joined(home: House) -> None:
    intern = home.person("小李", kind=EmploymentKind.INTERN)
    gone = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9))
    assert refused(home, draft(intern)).code == "insurance_change.kind_not_insured"
    assert refused(home, draft(gone)).code == "insurance_change.left"


def test_two_open_papers_of_one_person_and_fund_are_one_too_many(home: House) -> None:
    person = home.person("夏雨桐")
    home.create(draft(person, fund=Fund.SOCIAL))
    found = refused(home, draft(person, fund=Fund.SOCIAL))
    assert found.values == {"number": "CB-2026-0001", "name": "夏雨桐"}
    assert home.create(draft(person, fund=Fund.HOUSING))


def test_an_archived_month_is_closed_except_to_back_payments(home: House) -> None:
    with home.database.write() as session:
        session.add(Remittance(fund=Fund.SOCIAL, city=CITY, month=MONTH, state=RemittanceState.FROZEN))
    person = home.person("夏雨桐")
    found = refused(home, draft(person, fund=Fund.SOCIAL))
    assert (found.code, found.values) == ("insurance_change.month_frozen", {"month": "2026-11"})
    assert home.create(draft(person, fund=Fund.SOCIAL, month=DECEMBER))
    assert home.create(draft(person, ChangeKind.BACK_PAYMENT, fund=Fund.SOCIAL, to_month=MONTH))
    with home.database.read() as session:
        begun = insurance_prefill.prefilled(session, home.hr, ChangeDraft(employee_id=person), TODAY)
    assert begun.month == DECEMBER


def test_what_contradicts_by_now_is_refused_at_the_approval(home: House) -> None:
    person = home.person("夏雨桐")
    ids = home.submit(home.create(draft(person, fund=Fund.SOCIAL)))
    home.insure(person)
    with pytest.raises(Refused, match=r"insurance_change\.insured"):
        home.agree(ids)
    assert home.change(ids[0]).state is OfficePaperState.SUBMITTED


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


def test_what_lies_with_the_fund_is_not_voided(home: House) -> None:
    ids = home.lodged(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    version = home.change(ids[0]).version
    with pytest.raises(Refused, match=r"insurance_change\.lodged"), home.database.write() as session:
        insurance_changes.void(session, home.hr, ids[0], version, reason="x", command_id=command())


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


def test_a_new_change_begins_with_what_usually_follows(home: House) -> None:
    new = home.person("夏雨桐", started_work_on=date(2026, 11, 3))
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9))
    home.insure(left)

    def begun(**given: object) -> ChangeDraft:
        with home.database.read() as session:
            return insurance_prefill.prefilled(session, home.hr, ChangeDraft(**given), TODAY)

    joined = begun(employee_id=new)
    assert (joined.city, joined.month, joined.reason) == (CITY, MONTH, ChangeReason.FIRST)
    assert begun(employee_id=new, fund=Fund.HOUSING).month == DECEMBER  # 条例 art 17
    stopped = begun(employee_id=left, kind=ChangeKind.STOP)
    assert (stopped.month, stopped.reason, stopped.city) == (MONTH, ChangeReason.PAUSED, CITY)
    assert begun(employee_id=1, kind=ChangeKind.BASE).base == 8000
    assert begun(employee_id=new, kind=ChangeKind.RESUME).reason is ChangeReason.AGAIN_HERE
    assert begun().city == CITY
    with home.database.read() as session:
        assert insurance_prefill.city(session, home.hr) == CITY
        assert [one.label for one in insurance_prefill.people(session, home.hr)][-1] == "老王"


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
