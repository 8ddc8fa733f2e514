"""An approved change at the fund: lodged, confirmed, refused; what is refused counts no more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceChange
from services import insurance_changes, insurance_lodging, insured
from services.database import Database
from services.errors import Refused
from services.terms import Fund
from tests.insurance import MONTH, TODAY, House, command, draft, house
from tests.test_insurance_amounts import CITY, ITEMS, policy

OCTOBER, DECEMBER = date(2026, 10, 1), date(2026, 12, 1)
OTHER = "襄阳"


@pytest.fixture
def home(database: Database) -> House:
    return house(database)


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


def test_a_refused_stop_of_the_first_month_brings_account_and_change_back(home: House) -> None:
    person = home.person("夏雨桐")
    (joined,) = home.lodged(draft(person, fund=Fund.HOUSING))
    with home.database.write() as session:
        insurance_lodging.confirm(
            session, home.hr, [joined], confirmed_on=TODAY, account_number="2011 0000 1",
            command_id=command(), today=TODAY,
        )  # fmt: skip
    (stopped,) = home.lodged(draft(person, ChangeKind.STOP, fund=Fund.HOUSING))
    assert home.enrolled(person) == []
    refuse(home, stopped)
    with home.database.read() as session:
        again = session.query(Enrolment).filter_by(employee_id=person).one()
        assert (again.account_number, again.change_id) == ("2011 0000 1", joined)
        assert (again.from_month, again.to_month, again.city) == (MONTH, None, CITY)


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


def test_what_lies_with_the_fund_is_not_voided(home: House) -> None:
    ids = home.lodged(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    version = home.change(ids[0]).version
    with pytest.raises(Refused, match=r"insurance_change\.lodged"), home.database.write() as session:
        insurance_changes.void(session, home.hr, ids[0], version, reason="x", command_id=command())


def test_a_repeated_click_at_the_fund_is_one_act(home: House) -> None:
    ids = home.approved(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    lodge = {"lodged_on": TODAY, "receipt_number": "WH1", "command_id": "l", "today": TODAY}
    with home.database.write() as session:
        assert insurance_lodging.lodge(session, home.hr, ids, **lodge) == 1
        assert insurance_lodging.lodge(session, home.hr, ids, **(lodge | {"receipt_number": "WH2"})) == 1
        assert session.get_one(InsuranceChange, ids[0]).receipt_number == "WH1"
    version = home.change(ids[0]).version
    for _ in range(2):
        with home.database.write() as session:
            insurance_lodging.refuse(session, home.hr, ids[0], version, reason="不符", command_id="r")
    assert home.change(ids[0]).state_note == "不符"


def test_a_confirmed_stop_notes_no_account_and_is_confirmed_once(home: House) -> None:
    ids = home.lodged(draft(1, ChangeKind.STOP, fund=Fund.SOCIAL))
    confirm = {"confirmed_on": TODAY, "account_number": "77", "command_id": "c", "today": TODAY}
    with home.database.write() as session:
        assert insurance_lodging.confirm(session, home.hr, ids, **confirm) == 1
        assert session.query(Enrolment).filter_by(account_number="77").count() == 0
        assert insurance_lodging.confirm(session, home.hr, ids, **confirm) == 1  # the same click again
    with home.database.write() as session, pytest.raises(Refused, match=r"wrong_stage"):
        insurance_lodging.confirm(session, home.hr, ids, **(confirm | {"command_id": "another"}))
