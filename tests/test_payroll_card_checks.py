"""A mistyped card and one that two people share are told before a sheet is approved."""

from __future__ import annotations

from datetime import date

from models.people import Employee
from services import payroll_checks
from services.database import Database
from services.permissions import Actor
from tests import payrolls

NOVEMBER = date(2026, 11, 1)


def test_cards_are_checked_before_approval(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    people = [payrolls.hire(database, name) for name in ("何志远", "林悦", "何俊", "陈立")]
    with database.write() as session:
        session.get_one(Employee, people[2]).bank_account = "6222021234567890"
        session.get_one(Employee, people[3]).bank_account = "6212260000000000018"
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.read() as session:
        found = payroll_checks.checks(session, clerk, run, NOVEMBER)
    told = {one.code: dict(one.values) for one in found if one.code.startswith("payroll_card")}
    assert told["payroll_card_shared"] == {"names": "何志远、林悦", "ending": "0009"}
    numbers = [one.values["name"] for one in found if one.code == "payroll_card_number"]
    assert "何俊" in numbers
