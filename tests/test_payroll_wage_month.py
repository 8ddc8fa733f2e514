"""The month whose work a sheet pays stays with the sheet, whatever the setting says later."""

from __future__ import annotations

from datetime import date

from services import payroll_rows
from services.database import Database
from services.permissions import Actor
from tests import payrolls


def test_a_sheet_prints_the_wage_month_it_was_reckoned_with(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    payrolls.hire(either, "甲")
    run_id = payrolls.make(either, clerk, date(2026, 11, 1))
    payrolls.same_month_wages(either)
    with either.read() as session:
        assert payroll_rows.load(session, run_id).wage_month == date(2026, 10, 1)
    payrolls.recompute(either, clerk, run_id)
    with either.read() as session:
        assert payroll_rows.load(session, run_id).wage_month == date(2026, 11, 1)
