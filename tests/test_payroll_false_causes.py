"""What is told of a difference or a tax is true: sheets of one kind compared, interns' costs, deductions of a month."""

from __future__ import annotations

from datetime import date

from models.payroll import BonusTax, RunKind
from models.personnel import EmploymentKind
from services import payroll_differences, payroll_reasons
from services.database import Database
from services.payroll_differences import DifferenceCause
from services.permissions import Actor
from tests import payrolls


def _causes(database: Database, clerk: Actor, run: int) -> set[DifferenceCause]:
    with database.read() as session:
        found = payroll_differences.differences(session, clerk, run)
    return {cause.cause for one in found for cause in one.causes}


def test_a_bonus_sheet_is_compared_with_a_bonus_sheet_or_with_nothing(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    person = payrolls.hire(either, "甲")
    payrolls.make(either, clerk, date(2026, 1, 1))
    runs = []
    for month, amount in ((2, "10000"), (3, "12000")):
        payrolls.once_only(either, person, date(2026, month, 1), "annual_bonus", amount)
        runs.append(
            payrolls.make(either, clerk, date(2026, month, 1), RunKind.BONUS, bonus_tax=BonusTax.MERGED)
        )
    with either.read() as session:
        assert payroll_differences.differences(session, clerk, runs[0]) == []
        (one,) = payroll_differences.differences(session, clerk, runs[1])
    assert next((c.cause, c.before, c.now) for c in one.causes) == (DifferenceCause.ONE_OFF, 10000, 12000)


def test_the_bracket_of_an_intern_is_reached_after_the_costs(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "实", base="9000", kind=EmploymentKind.INTERN)
    runs = []
    for month in range(1, 12):
        if month == 10:
            payrolls.once_only(database, person, date(2026, 10, 1), "correction", "100")
        runs.append(payrolls.make(database, clerk, date(2026, month, 1)))
    # 2,200 a month are taxable after the costs, which never leaves the first bracket
    assert not any(DifferenceCause.BRACKET in _causes(database, clerk, run) for run in runs)


def test_deductions_that_came_with_the_bonus_of_the_month_did_not_change(
    either: Database, clerk: Actor
) -> None:
    payrolls.begin(either)
    person = payrolls.hire(either, "甲", base="15000")
    payrolls.deduct(either, person, "2000")
    payrolls.make(either, clerk, date(2026, 1, 1))
    payrolls.make(either, clerk, date(2026, 2, 1))
    payrolls.once_only(either, person, date(2026, 3, 1), "annual_bonus", "10000")
    payrolls.make(either, clerk, date(2026, 3, 1), RunKind.BONUS, bonus_tax=BonusTax.MERGED)
    march = payrolls.make(either, clerk, date(2026, 3, 1))
    april = payrolls.make(either, clerk, date(2026, 4, 1))
    for run in (march, april):
        assert DifferenceCause.DEDUCTION not in _causes(either, clerk, run)


def test_tax_withheld_beyond_what_the_year_owes_ends_in_a_word_about_the_annual_return(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲", base="20000")
    for month in (1, 2):
        payrolls.make(database, clerk, date(2026, month, 1))
    payrolls.once_only(database, person, date(2026, 3, 1), "correction", "-25000")
    line = payrolls.line_of(database, payrolls.make(database, clerk, date(2026, 3, 1)), person)
    with database.read() as session:
        rows = payroll_reasons.why(session, clerk, line.id, "tax")
    assert line.tax == 0
    assert "why_no_refund" in {row.code for row in rows}
