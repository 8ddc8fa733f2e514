"""Back payments: the same months are asked for once; a second one for a higher base is the difference; a refusal ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.insurance import ChangeKind
from services import insurance_changes, insurance_lodging, remittance_owed
from services.database import Database
from services.errors import Refused
from services.insurance_changes import ChangeDraft
from services.terms import Fund
from tests.insurance import TODAY, House, command, draft, house
from tests.test_insurance_amounts import CITY

AUGUST, OCTOBER, DECEMBER = date(2026, 8, 1), date(2026, 10, 1), date(2026, 12, 1)


@pytest.fixture
def home(either: Database) -> House:
    return house(either)


def back(person: int, **given: object) -> ChangeDraft:
    return draft(
        person, ChangeKind.BACK_PAYMENT, fund=Fund.HOUSING, month=AUGUST, to_month=OCTOBER, **given
    )  # fmt: skip


def test_the_same_months_are_asked_for_once(home: House) -> None:
    person = home.person("夏雨桐")
    ids = home.create(back(person))
    for again in (back(person), back(person, base=Decimal(9000)), replace(back(person), month=OCTOBER)):
        with pytest.raises(Refused) as caught:
            home.create(again)
        assert (caught.value.code, caught.value.field) == ("insurance_change.back_again", "month")
    assert caught.value.values == {
        "number": "CB-2026-0001", "name": "夏雨桐", "first": "2026-08", "last": "2026-10"
    }  # fmt: skip
    home.agree(home.submit(ids))
    with pytest.raises(Refused, match=r"insurance_change\.back_again"):
        home.create(back(person))
    assert home.create(replace(back(person), fund=Fund.SOCIAL))
    assert home.create(replace(back(person), month=date(2026, 6, 1), to_month=date(2026, 7, 1)))


def test_the_paper_itself_may_be_changed_and_another_made_once_it_is_void(home: House) -> None:
    person = home.person("夏雨桐")
    (made,) = home.create(back(person))
    with home.database.write() as session:
        own = insurance_changes.get(session, home.hr, made)
        insurance_changes.save(session, home.hr, replace(own, base=Decimal(9000)), today=TODAY)
    with home.database.write() as session:
        version = insurance_changes.get(session, home.hr, made).version
        assert version is not None
        insurance_changes.void(session, home.hr, made, version, reason="录错", command_id=command())
    assert home.create(back(person))


def test_a_higher_base_for_the_same_months_asks_for_the_difference(home: House) -> None:
    person = home.person("夏雨桐")
    (first,) = home.approved(back(person))
    assert home.change(first).amount == 3 * 1920  # 8,000 at 12 % + 12 %
    (second,) = home.approved(back(person, base=Decimal(9000)))
    assert home.change(second).amount == 3 * 240


def test_what_the_fund_refused_is_owed_no_more_and_may_be_asked_for_again(home: House) -> None:
    person = home.person("夏雨桐")
    (made,) = home.lodged(back(person))

    def owed() -> set[int]:
        with home.database.read() as session:
            return {line.employee_id for line in remittance_owed.owed(session, Fund.HOUSING, CITY, DECEMBER)}

    assert owed() == {person}
    with home.database.write() as session:
        version = home.change(made).version
        insurance_lodging.refuse(session, home.hr, made, version, reason="材料不全", command_id=command())
    assert owed() == set()
    assert home.create(back(person))
