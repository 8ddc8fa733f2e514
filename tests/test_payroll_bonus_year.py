"""What advice on bonuses takes a year to be: the basic deduction by each person's own rules, not by the calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.personnel import EmploymentKind
from services import payroll_bonus, payroll_bonus_year
from services.database import Database
from services.permissions import Actor
from tests import payrolls

D = Decimal
JANUARY, PAID = date(2026, 1, 1), date(2026, 1, 8)


def expected(database: Database, paid: date = PAID) -> dict[int, Decimal]:
    with database.read() as session:
        return payroll_bonus_year.expected_taxable(session, paid)


def test_sixty_thousand_of_the_low_income_rule_go_off_once(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person, usual = payrolls.hire(database, "何俊", base="8000"), payrolls.hire(database, "林悦", base="8000")
    payrolls.tax_year(database, person, prior_twelve_months=True, prior_income=D(50000))
    payrolls.make(database, clerk, JANUARY)
    assert expected(database) == {person: D(36000), usual: D(36000)}
    payrolls.make(database, clerk, date(2026, 2, 1))
    assert expected(database) == {person: D(36000), usual: D(36000)}


def test_who_joined_last_year_has_all_of_this_years_deduction(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "向晚晴", base="2200", hired=date(2025, 11, 3))
    payrolls.make(database, clerk, date(2025, 12, 1))
    assert set(expected(database)) == {person}
    whole = expected(database)[person]
    assert whole < 12 * 2200 - 60000 + 12 * 200
    payrolls.once_only(database, person, JANUARY, "annual_bonus", "34000")
    with database.read() as session:
        (row,) = payroll_bonus.advice(session, clerk, JANUARY)
    assert (row.separate_tax, row.separate_is_cheaper) == (D("1020.00"), False)
    assert row.merged_tax < 1020


def test_who_joins_or_leaves_in_the_year_has_the_months_of_it(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.same_month_wages(database)
    joins = payrolls.hire(database, "进", base="10000", hired=date(2026, 3, 2))
    first = payrolls.hire(database, "首", base="10000", hired=date(2026, 3, 2))
    leaves = payrolls.hire(database, "出", base="10000", left=date(2026, 6, 30))
    elsewhere = payrolls.hire(database, "外", base="10000")
    payrolls.tax_year(database, first, first_wage=True)
    payrolls.tax_year(database, elsewhere, deduct_basic=False)
    payrolls.make(database, clerk, date(2026, 3, 1))
    found = expected(database, date(2026, 3, 8))
    assert found[joins] == 10 * 10000 - 50000
    assert found[first] == 10 * 10000 - 60000
    assert found[leaves] == 4 * 10000 - 30000  # paid since March, here since before
    assert found[elsewhere] == 10 * 10000


def test_a_leaver_is_paid_a_month_later_and_an_intern_has_costs(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    leaves = payrolls.hire(database, "出", base="10000", left=date(2026, 6, 30))
    intern = payrolls.hire(database, "习", base="10000", kind=EmploymentKind.INTERN)
    payrolls.make(database, clerk, JANUARY)
    found = expected(database)
    assert found[leaves] == 7 * 10000 - 30000  # the work of December to June
    assert found[intern] == 12 * 8000 - 60000
