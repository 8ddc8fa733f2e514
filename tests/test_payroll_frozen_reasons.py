"""Why a locked figure is what it is: told from what the line froze, never an equation of today that is false."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from models.insurance import InsuranceBase, InsurancePolicyItem
from models.insurance_terms import Fund
from services import payroll_reasons
from services.database import Database
from services.permissions import Actor
from tests import payrolls

NOVEMBER = date(2026, 11, 1)


def _codes(database: Database, clerk: Actor, line: int, figure: str) -> list[str]:
    with database.read() as session:
        rows = payroll_reasons.why(session, clerk, line, figure)
    return [row.code for row in rows]


def _line(database: Database, clerk: Actor) -> tuple[int, int]:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲")
    payrolls.insure(database, person, base="8000")
    run = payrolls.make(database, clerk, NOVEMBER)
    return person, payrolls.line_of(database, run, person).id


@pytest.mark.parametrize("what", ["base", "rate"])
def test_insurance_that_would_be_otherwise_today_shows_what_was_frozen(
    database: Database, clerk: Actor, what: str
) -> None:
    person, line = _line(database, clerk)
    assert "why_employee_rate" in _codes(database, clerk, line, "item:pension")
    with database.write() as session:
        if what == "base":
            session.add(
                InsuranceBase(employee_id=person, fund=Fund.SOCIAL, from_month=date(2026, 7, 1), base=Decimal(9000))
            )  # fmt: skip
        else:
            changed = update(InsurancePolicyItem).where(InsurancePolicyItem.item == "pension")
            session.execute(changed.values(employee_rate=Decimal("0.09")))
    codes = _codes(database, clerk, line, "item:pension")
    assert codes == ["why_base", "why_employer", "why_policy_changed_since", "why_employee"]


def test_a_rate_written_afterwards_is_not_given_as_the_reason(database: Database, clerk: Actor) -> None:
    person, line = _line(database, clerk)
    assert _codes(database, clerk, line, "component:base") == ["why_rate", "why_component"]
    payrolls.rate(database, person, "base", "12000", date(2026, 9, 1))
    codes = _codes(database, clerk, line, "component:base")
    assert codes == ["why_frozen", "why_rate_changed_since", "why_component"]


def test_another_wage_month_set_afterwards_is_not_told_as_if_it_had_held(
    database: Database, clerk: Actor
) -> None:
    person, line = _line(database, clerk)
    payrolls.rate(database, person, "base", "12000", NOVEMBER)
    payrolls.same_month_wages(database)
    assert "why_rate_changed_since" in _codes(database, clerk, line, "component:base")
