"""What is owed for months before: back payments in rows of their own, deadlines, the headline."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceBase, InsuranceChange
from models.insurance_terms import Fund, InsuranceItem
from models.personnel_paper import OfficePaperState
from models.remittance import RemittanceKind, RemittanceState
from services import remittance_register, remittances, settings
from services.database import Database
from services.errors import Refused
from services.remittance_deadlines import deadline
from tests.remittances import (
    AUGUST,
    CITY,
    JULY,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    command,
    freeze,
    frozen,
    hire,
    policies,
    set_base,
    shown,
)


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


def test_a_back_payment_is_a_row_of_its_own_with_the_months_it_is_for(either: Database, clerk) -> None:
    policies(either)
    person = hire(either, "甲", "8000")
    hire(either, "乙", "6000")
    frozen(either, clerk, JULY, AUGUST, SEPTEMBER)
    set_base(either, person, "9000", AUGUST)
    with either.write() as session:
        one = remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), TODAY)
    found = shown(either, clerk, one)
    assert (found.kind, found.deadline) == (RemittanceKind.BACK_PAYMENT, None)
    assert [(line.month, line.item) for line in found.lines][:2] == [
        (AUGUST, InsuranceItem.PENSION), (AUGUST, InsuranceItem.MEDICAL),
    ]  # fmt: skip
    assert {line.month for line in found.lines} == {AUGUST, SEPTEMBER}
    assert found.lines[0].employer == Decimal("160.00")  # 16 % of 1,000
    assert found.total == Decimal("722.00")
    assert [one.name for one in found.people] == ["甲"]
    freeze(either, clerk, one)
    with either.write() as session, pytest.raises(Refused) as error:
        remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), TODAY)
    assert error.value.code == "remittance.nothing_owed"


def test_while_a_back_payment_is_open_there_is_no_second_one(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    frozen(house, clerk, SEPTEMBER)
    set_base(house, person, "9000", SEPTEMBER)
    with house.write() as session:
        remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), TODAY)
    with house.write() as session, pytest.raises(Refused) as error:
        remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), TODAY)
    assert error.value.code == "remittance.back_open"


def test_an_approved_back_payment_is_owed_month_by_month(house, clerk) -> None:
    person = hire(house, "迟", "8000", since=SEPTEMBER)
    frozen(house, clerk, SEPTEMBER)
    with house.write() as session:
        session.add(
            InsuranceChange(
                number="SB-1", fund=Fund.SOCIAL, kind=ChangeKind.BACK_PAYMENT, state=OfficePaperState.APPROVED,
                stage=ChangeStage.TO_LODGE, employee_id=person, employee_name="迟", department_id=1,
                department_name="运营部", city=CITY, month=JULY, to_month=AUGUST, base=Decimal(8000), deadline=TODAY,
                made_by_id=1, made_by_name="x",
            )
        )  # fmt: skip
    with house.read() as session:
        found = remittance_register.owed_lines(session, clerk, Fund.SOCIAL, CITY, TODAY)
    assert {line.month for line in found} == {JULY, AUGUST}
    assert sum(line.employer + line.employee for line in found) == 2 * Decimal("2895.00")


def test_somebody_taken_out_of_a_frozen_month_is_owed_back(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    hire(house, "乙", "8000")
    frozen(house, clerk, SEPTEMBER)
    with house.write() as session:
        session.query(InsuranceBase).filter_by(employee_id=person).delete()
        session.query(Enrolment).filter_by(employee_id=person).delete()
    with house.read() as session:
        found = remittance_register.owed_lines(session, clerk, Fund.SOCIAL, CITY, TODAY)
    assert sum(line.employer + line.employee for line in found) == Decimal("-2895.00")


@pytest.mark.parametrize(
    ("fund", "month", "wages", "expected"),
    [
        (Fund.HOUSING, date(2026, 10, 1), "previous", date(2026, 11, 11)),  # paid on Friday 6 November
        (Fund.HOUSING, date(2026, 10, 1), "same", date(2026, 10, 13)),
        (Fund.SOCIAL, date(2026, 10, 1), "previous", date(2026, 11, 16)),  # the 15th is a Sunday
    ],
)
def test_deadlines_follow_payday_and_the_tax_office(
    database: Database, clerk, fund: Fund, month: date, wages: str, expected: date
) -> None:
    with database.write() as session:
        settings.put_checked(session, clerk, "payroll_setting.wage_month", wages)
        assert deadline(session, fund, month) == expected


def test_the_headline_says_what_is_due_and_what_is_owed(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    frozen(house, clerk, SEPTEMBER)
    set_base(house, person, "9000", SEPTEMBER, Fund.HOUSING)
    with house.read() as session:
        found = remittance_register.headline(session, clerk, TODAY)
    assert [(one.fund, one.month, one.state) for one in found.due] == [
        (Fund.HOUSING, SEPTEMBER, RemittanceState.FROZEN),
        (Fund.SOCIAL, SEPTEMBER, RemittanceState.FROZEN),
        (Fund.HOUSING, OCTOBER, None),
        (Fund.SOCIAL, OCTOBER, None),
    ]
    assert [(one.fund, one.people, one.total) for one in found.owed] == [(Fund.HOUSING, 1, Decimal("240.00"))]
    assert found.next_month == OCTOBER


def test_a_month_that_nobody_made_yet_is_this_one(house, clerk) -> None:
    with house.read() as session:
        assert remittance_register.headline(session, clerk, TODAY).next_month == OCTOBER
