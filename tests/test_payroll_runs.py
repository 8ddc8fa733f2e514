"""Payroll runs: worked examples of tax through the database, joins, leavers, attendance, one-off lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.payroll import BonusTax, RunKind, RunState
from models.personnel import EmploymentKind
from services import payroll_runs
from services.database import Database
from services.errors import Refused
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


def test_fen_are_exact_over_a_year(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "任静", base="8333.33")
    taxes = year(database, clerk, person, "874.99")
    assert taxes == [D("73.75")] * 12
    assert sum(taxes) == D("885.00")


def test_who_joins_in_july_deducts_from_july_on(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "林悦", base="12000", hired=date(2026, 7, 1))
    payrolls.same_month_wages(database)
    payrolls.deduct(database, person, "1500")
    assert year(database, clerk, person, "1260", first=7, count=6) == [D("127.20")] * 6


def test_the_first_wage_of_a_year_deducts_from_january_on(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "林悦", base="12000", hired=date(2026, 7, 1))
    payrolls.same_month_wages(database)
    payrolls.deduct(database, person, "1500")
    payrolls.tax_year(database, person, first_wage=True)
    assert year(database, clerk, person, "1260", first=7, count=6) == [D(0)] * 6


def test_wages_of_december_paid_in_january_begin_a_new_tax_year(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "周凯", base="30000")
    payrolls.make(database, clerk, date(2025, 12, 1))
    run = payrolls.make(database, clerk, JANUARY)
    line = payrolls.line_of(database, run, person)
    assert (line.tax_year, line.tax_month, line.cum_income, line.cum_basic) == (2026, 1, D(30000), D(5000))
    assert payrolls.run_of(database, run).due_on == date(2026, 1, 8)


def test_a_year_at_most_60000_deducts_the_whole_sum_at_once(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "宋雨", base="20000")
    payrolls.tax_year(database, person, prior_twelve_months=True, prior_income=D(60000))
    assert year(database, clerk, person, "0.01", count=4) == [D(0), D(0), D(0), D("600.00")]


def test_opening_figures_are_gone_on_from(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "周凯", base="30000")
    payrolls.deduct(database, person, "2000")
    payrolls.tax_year(
        database, person, opened_through=date(2026, 5, 1), opening_income=D(150000), opening_special=D(22500),
        opening_additional=D(10000), opening_basic=D(25000), opening_withheld=D(6730),
    )  # fmt: skip
    assert year(database, clerk, person, "4500", first=6, count=3) == [D(1850), D(1850), D(2250)]


def test_a_month_below_zero_takes_and_gives_nothing_and_the_year_goes_on(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "高翔", base="20000")
    first = payrolls.make(database, clerk, JANUARY)
    payrolls.once_only(database, person, date(2026, 2, 1), "other", "-19000")
    second = payrolls.make(database, clerk, date(2026, 2, 1))
    third = payrolls.make(database, clerk, date(2026, 3, 1))
    taxes = [payrolls.line_of(database, run, person).tax for run in (first, second, third)]
    assert taxes == [D(450), D(0), D("330.00")]


def test_somebody_else_deducts_the_basic_sum(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "高翔", base="10000")
    payrolls.tax_year(database, person, deduct_basic=False)
    run = payrolls.make(database, clerk, JANUARY)
    assert payrolls.line_of(database, run, person).tax == D(300)


def test_interns_and_freelancers_are_taxed_by_their_own_rules(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    intern = payrolls.hire(database, "实习生", base="9000", kind=EmploymentKind.INTERN)
    freelancer = payrolls.hire(database, "顾问", base="30000", kind=EmploymentKind.LABOUR)
    run = payrolls.make(database, clerk, JANUARY)
    assert payrolls.line_of(database, run, intern).tax == D("66.00")
    line = payrolls.line_of(database, run, freelancer)
    assert (line.tax, line.separate_bonus, line.cum_income) == (D("5200.00"), D(30000), D(0))


def test_two_payments_of_a_freelancer_in_one_month_are_one(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "顾问", base="10000", kind=EmploymentKind.LABOUR)
    payrolls.make(database, clerk, JANUARY)
    payrolls.once_only(database, person, JANUARY, "other", "20000")
    more = payrolls.make(database, clerk, JANUARY, RunKind.SUPPLEMENT)
    assert payrolls.line_of(database, more, person).tax == D("3600.00")


def test_severance_is_taxed_by_itself(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "马文博", base="10000", left=date(2025, 12, 31))
    payrolls.once_only(database, person, JANUARY, "severance", "500000")
    with pytest.raises(Refused, match=r"payroll\.no_local_wage"):
        payrolls.make(database, clerk, JANUARY)
    payrolls.settings(database, clerk, local_wage=D(120000))
    run = payrolls.make(database, clerk, JANUARY)
    line = payrolls.line_of(database, run, person)
    assert (line.separate_tax, line.separate_bonus, line.cum_income) == (D("11480.00"), D(500000), D(10000))
    assert line.base_wage == D(10000)


def test_severance_in_parts_is_exempt_once_and_a_correction_leaves_the_wages_alone(
    either: Database, clerk: Actor
) -> None:
    payrolls.begin(either)
    payrolls.settings(either, clerk, local_wage=D(120000))
    person = payrolls.hire(either, "马文博", base="10000")
    payrolls.once_only(either, person, JANUARY, "severance", "300000")
    first = payrolls.line_of(either, payrolls.make(either, clerk, JANUARY), person)
    payrolls.once_only(either, person, JANUARY, "severance", "200000")
    more = payrolls.make(either, clerk, JANUARY, RunKind.SUPPLEMENT)
    second = payrolls.line_of(either, more, person)
    assert (first.separate_tax, second.separate_tax) == (D(0), D("11480.00"))
    payrolls.once_only(either, person, date(2026, 2, 1), "severance", "-50000")
    line = payrolls.line_of(either, payrolls.make(either, clerk, date(2026, 2, 1)), person)
    assert (line.separate_bonus, line.separate_tax, line.cum_income) == (D(-50000), D(0), D(20000))


def test_the_bonus_is_taxed_by_itself_once_a_year(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    person = payrolls.hire(either, "陈立", base="10000")
    payrolls.make(either, clerk, JANUARY)
    payrolls.once_only(either, person, JANUARY, "annual_bonus", "36001")
    run = payrolls.make(either, clerk, JANUARY, RunKind.BONUS, bonus_tax=BonusTax.SEPARATE)
    line = payrolls.line_of(either, run, person)
    assert (line.tax, line.net, line.cum_income) == (D("3390.10"), D("32610.90"), D(10000))
    payrolls.once_only(either, person, date(2026, 3, 1), "annual_bonus", "100")
    with pytest.raises(Refused) as refusal:
        payrolls.make(either, clerk, date(2026, 3, 1), RunKind.BONUS, bonus_tax=BonusTax.SEPARATE)
    assert refusal.value.code == "payroll.bonus_taken"
    assert refusal.value.values == {"names": "陈立", "year": 2026}


def test_a_merged_bonus_goes_into_the_year(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "陈立", base="10000")
    payrolls.make(database, clerk, JANUARY)
    payrolls.once_only(database, person, JANUARY, "annual_bonus", "31000")
    run = payrolls.make(database, clerk, JANUARY, RunKind.BONUS, bonus_tax=BonusTax.MERGED)
    line = payrolls.line_of(database, run, person)
    assert (line.tax, line.cum_income, line.separate_bonus) == (D("930.00"), D(41000), D(0))


@pytest.mark.parametrize(
    ("month", "tax", "code"),
    [
        (date(2028, 1, 1), BonusTax.SEPARATE, "payroll.bonus_ended"),
        (JANUARY, None, "payroll.bonus_tax_missing"),
    ],
)
def test_a_bonus_needs_a_way_of_taxing_that_still_holds(
    database: Database, clerk: Actor, month: date, tax: BonusTax | None, code: str
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "陈立")
    payrolls.once_only(database, person, month, "annual_bonus", "1000")
    with pytest.raises(Refused) as refusal:
        payrolls.make(database, clerk, month, RunKind.BONUS, bonus_tax=tax)
    assert refusal.value.code == code


def test_one_regular_sheet_a_month(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    payrolls.hire(either, "王雪")
    payrolls.make(either, clerk, JANUARY)
    with pytest.raises(Refused) as refusal:
        payrolls.make(either, clerk, JANUARY)
    assert (refusal.value.code, refusal.value.values) == ("payroll.exists", {"month": "2026-01"})


def test_a_double_click_makes_one_sheet(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    payrolls.hire(either, "王雪")
    click = payrolls.command()
    runs = []
    for _ in range(2):
        with either.write() as session:
            runs.append(payroll_runs.draft(session, clerk, JANUARY, RunKind.REGULAR, click, JANUARY))
    assert runs[0] == runs[1]


def test_an_earlier_sheet_is_refused_when_a_later_goes_on_from_it(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    first = payrolls.make(database, clerk, JANUARY)
    payrolls.make(database, clerk, date(2026, 3, 1))
    for act in (
        lambda: payrolls.make(database, clerk, date(2026, 2, 1)),
        lambda: payrolls.remove(database, clerk, first),
    ):
        with pytest.raises(Refused, match=r"payroll\.later_run"):
            act()


def test_nobody_nothing_and_too_early_are_refused(database: Database, clerk: Actor) -> None:
    with pytest.raises(Refused, match=r"payroll\.no_components"):
        payrolls.make(database, clerk, JANUARY)
    payrolls.begin(database)
    with pytest.raises(Refused, match=r"payroll\.nobody"):
        payrolls.make(database, clerk, JANUARY)
    with database.write() as session, pytest.raises(Refused, match=r"payroll\.month_too_far"):
        payroll_runs.draft(session, clerk, date(2026, 3, 1), RunKind.REGULAR, payrolls.command(), JANUARY)


def test_a_late_sheet_is_taxed_in_the_month_it_is_paid(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪")
    with database.write() as session:
        run = payroll_runs.draft(
            session, clerk, JANUARY, RunKind.REGULAR, payrolls.command(), date(2026, 2, 3)
        )
    assert payrolls.line_of(database, run, person).tax_month == 2
    assert payrolls.run_of(database, run).pay_on == date(2026, 2, 3)


def test_the_schedule_shows_what_is_made_and_what_is_to_be_made(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    payrolls.make(database, clerk, date(2026, 9, 1))
    payrolls.make(database, clerk, date(2026, 10, 1))
    with database.read() as session:
        rows = payroll_runs.schedule(session, clerk, 2026, date(2026, 11, 1))
    assert [(row.month.month, row.state, row.overdue) for row in rows] == [
        (9, RunState.DRAFT, True),
        (10, RunState.DRAFT, True),
        (11, None, False),
    ]
    assert (rows[2].due_on, rows[2].wage_month) == (date(2026, 11, 6), date(2026, 10, 1))
    assert (rows[1].people, rows[1].gross) == (1, D(10000))
    with database.read() as session:
        assert payroll_runs.get(session, clerk, rows[0].run_id or 0, JANUARY).head.number == "GZ-202609-01"
