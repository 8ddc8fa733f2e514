"""Differences name every base that moved: of both funds, and of single items where these moved otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.insurance import InsuranceBase
from models.insurance_terms import Fund
from services import payroll_differences
from services.database import Database
from services.payroll_differences import Cause, DifferenceCause
from services.permissions import Actor
from tests import payrolls

D = Decimal
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def bases(database: Database, clerk: Actor, funds: tuple[Fund, ...], now: str) -> list[Cause]:
    """What the sheet of November says of the bases when these funds have another one since October."""
    payrolls.begin(database)
    person = payrolls.hire(database, "何俊")
    payrolls.insure(database, person, base="8000")
    payrolls.make(database, clerk, OCTOBER)
    with database.write() as session:
        session.add_all(
            InsuranceBase(employee_id=person, fund=fund, from_month=OCTOBER, base=D(now)) for fund in funds
        )
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.read() as session:
        (one,) = payroll_differences.differences(session, clerk, run)
    return [cause for cause in one.causes if cause.cause == DifferenceCause.BASE]


def test_both_bases_are_named_though_they_moved_alike(either: Database, clerk: Actor) -> None:
    assert bases(either, clerk, tuple(Fund), "9600") == [
        Cause(DifferenceCause.BASE, "social", D(8000), D(9600)),
        Cause(DifferenceCause.BASE, "housing_fund", D(8000), D(9600)),
    ]


def test_social_insurance_is_one_cause_whatever_its_items(database: Database, clerk: Actor) -> None:
    assert bases(database, clerk, (Fund.SOCIAL,), "9600") == [
        Cause(DifferenceCause.BASE, "social", D(8000), D(9600))
    ]


def test_items_that_moved_otherwise_are_named_by_themselves() -> None:
    before = {"pension": ["5000.00", "1", "1"], "medical": ["6000.00", "1", "1"]}
    after = {"pension": ["7000.00", "2", "2"], "medical": ["7000.00", "2", "2"]}
    assert [cause.what for cause in payroll_differences._bases(before, after)] == ["pension", "medical"]
