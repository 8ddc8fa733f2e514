"""Payroll runs: worked examples of tax through the database, joins, leavers, attendance, one-off lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from services.database import Database
from services.permissions import Actor
from tests import payrolls

D = Decimal
JANUARY = date(2026, 1, 1)


def months(count: int, first: int = 1) -> list[date]:
    return [date(2026, number, 1) for number in range(first, first + count)]


def withheld_special(database: Database, person: int, month: date, amount: str) -> None:
    """三险一金 of a worked example as one sum."""
    payrolls.once_only(database, person, month, "insurance_difference", amount)


def year(
    database: Database, clerk: Actor, person: int, special: str, first: int = 1, count: int = 12
) -> list[Decimal]:
    taxes = []
    for month in months(count, first):
        withheld_special(database, person, month, special)
        run = payrolls.make(database, clerk, month)
        taxes.append(payrolls.line_of(database, run, person).tax)
    return taxes


def test_the_first_official_example_takes_75_every_month(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    person = payrolls.hire(either, "何俊", base="10000")
    payrolls.deduct(either, person, "1000")
    assert year(either, clerk, person, "1500") == [D("75.00")] * 12


def test_the_second_official_example_climbs_two_brackets(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "周凯", base="30000")
    payrolls.deduct(database, person, "2000")
    taxes = year(database, clerk, person, "4500")
    assert taxes == [D(555), D(625), *[D(1850)] * 5, D(2250), *[D(3700)] * 4]
