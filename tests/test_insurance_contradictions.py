"""What a change may not say: every contradiction at its field; and what a new one begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.insurance import ChangeKind, InsuranceChange
from models.personnel import EmploymentKind
from models.personnel_paper import OfficePaperState
from models.remittance import Remittance, RemittanceState
from services import insurance_changes, insurance_prefill
from services.database import Database
from services.errors import Refused
from services.insurance_change_rules import ChangeReason
from services.insurance_changes import ChangeDraft
from services.terms import Fund
from tests.insurance import MONTH, TODAY, House, draft, house
from tests.test_insurance_amounts import CITY

OCTOBER, DECEMBER = date(2026, 10, 1), date(2026, 12, 1)
OTHER = "襄阳"


@pytest.fixture
def home(database: Database) -> House:
    return house(database)


def refused(home: House, wanted: ChangeDraft) -> Refused:
    with pytest.raises(Refused) as caught:
        home.create(wanted)
    return caught.value


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


@pytest.mark.parametrize(
    ("month", "code"),
    [
        (date(2026, 10, 1), "insurance_change.before_hired"),
        (date(2026, 11, 1), ""),
        (date(2027, 2, 1), ""),
        (date(2027, 3, 1), "insurance_change.too_far"),
    ],
)
def test_somebody_joins_from_the_month_of_hiring_to_three_months_ahead(home: House, month, code) -> None:
    wanted = draft(home.person("夏雨桐"), fund=Fund.SOCIAL, month=month)
    if not code:
        assert home.create(wanted)
        return
    with pytest.raises(Refused) as refused:
        home.create(wanted)
    assert (refused.value.code, refused.value.field) == (code, "month")


def test_a_base_below_a_tenth_of_the_floor_is_doubted() -> None:
    assert insurance_changes.doubts(ChangeDraft(base=Decimal("80.00"))) == {"base": "base_low"}
    assert insurance_changes.doubts(ChangeDraft(base=Decimal(4000))) == {}
    assert insurance_changes.doubts(ChangeDraft()) == {}
