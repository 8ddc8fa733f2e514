"""Who came back within the year, and whose pay became another kind of income: months and figures of the tax year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.labour_contract import ContractAct, ContractKind, LabourContract
from models.pay import PayRate
from models.payroll import PayrollLine, PayrollRun, RunState
from models.people import Employee
from models.personnel import EmploymentKind, PersonalFile
from services import payroll_bonus_year, payroll_ledgers, payroll_reasons, special_deductions
from services.database import Database
from services.permissions import Actor
from tests import payrolls

D = Decimal
YEAR = 2026


def month(number: int) -> date:
    return date(YEAR, number, 1)


def paid(database: Database, actor: Actor, person: int, *months: int) -> list[PayrollLine]:
    """The sheets of those months, made and locked; a person's lines."""
    found = []
    for number in months:
        run = payrolls.make(database, actor, month(number))
        with database.write() as session:
            item = session.get_one(PayrollRun, run)
            item.state, item.paid_on = RunState.LOCKED, item.pay_on
            line = session.scalar(
                select(PayrollLine).where(PayrollLine.run_id == run, PayrollLine.employee_id == person)
            )
        found += [line] if line else []
    return found


def leave(database: Database, person: int, day: date) -> None:
    with database.write() as session:
        session.get_one(Employee, person).left_on = day


def back(database: Database, person: int, day: date, base: str = "12000") -> None:
    with database.write() as session:
        employee = session.get_one(Employee, person)
        employee.hired_on, employee.left_on = day, None
        rate = payrolls.component(session, "base")
        session.add(PayRate(employee_id=person, component_id=rate, from_on=day, amount=D(base)))


def become(database: Database, person: int, kind: EmploymentKind) -> None:
    with database.write() as session:
        session.scalars(select(PersonalFile).filter_by(employee_id=person)).one().employment_kind = kind


def contract(database: Database, person: int, begun: date, ended: date | None = None) -> None:
    with database.write() as session:
        session.add(
            LabourContract(
                number=payrolls.command(), employee_id=person, kind=ContractKind.FIXED_TERM, act=ContractAct.NEW,
                from_on=begun, to_on=date(2030, 1, 1), ended_on=ended,
            )
        )  # fmt: skip


def expected(database: Database, person: int, day: date) -> Decimal:
    with database.read() as session:
        return payroll_bonus_year.expected_taxable(session, day)[person]


def test_who_comes_back_within_the_year_keeps_the_months_of_the_first_time(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲", base="12000", hired=date(2024, 1, 1))
    payrolls.hire(database, "乙", base="12000")
    payrolls.deduct(database, person, "2000")
    first = paid(database, clerk, person, 2, 3)
    leave(database, person, date(2026, 3, 31))
    first += paid(database, clerk, person, 4, 5)
    assert [line.tax_month for line in first] == [2, 3, 4]
    assert [line.cum_basic for line in first] == [D(10000), D(15000), D(15000)]
    back(database, person, date(2026, 8, 1))
    with database.read() as session:
        so_far = special_deductions.year_to_date(session, month(9))[person]
    assert sum(so_far.values()) == D(10000)
    assert expected(database, person, date(2026, 8, 8)) == D(7 * 12000 - 8 * 5000 - 3 * 2000 - 4 * 0)
    again = paid(database, clerk, person, 9, 10, 11, 12)
    assert [(line.cum_income, line.cum_basic, line.cum_additional) for line in again] == [
        (D(48000), D(25000), D(10000)), (D(60000), D(30000), D(12000)), (D(72000), D(35000), D(14000)),
        (D(84000), D(40000), D(16000)),
    ]  # fmt: skip
    assert [line.additional for line in again] == [D(4000), D(2000), D(2000), D(2000)]
    assert first[-1].cum_withheld == D("450.00")
    assert [line.tax for line in again] == [D("0.00"), D("90.00"), D("150.00"), D("150.00")]


def test_a_month_counted_before_the_leaving_was_known_is_not_counted_again(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "乙", base="12000")
    person = payrolls.hire(database, "甲", base="12000", hired=date(2024, 1, 1))
    payrolls.deduct(database, person, "2000")
    contract(database, person, date(2024, 1, 1), date(2026, 3, 31))
    first = paid(database, clerk, person, 2, 3, 4)  # nobody has said by then that March was the last month
    assert (first[-1].cum_basic, first[-1].cum_withheld) == (D(20000), D(240))
    leave(database, person, date(2026, 3, 31))
    back(database, person, date(2026, 8, 1))
    contract(database, person, date(2026, 8, 1))
    (line,) = paid(database, clerk, person, 9)
    assert (line.cum_basic, line.cum_additional, line.tax) == (D(25000), D(10000), D(150))


def test_a_contract_that_ended_tells_of_months_that_no_sheet_counted(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "乙", base="12000")
    person = payrolls.hire(database, "甲", base="12000", hired=date(2024, 1, 1))
    contract(database, person, date(2024, 1, 1), date(2026, 2, 10))
    (first,) = paid(database, clerk, person, 1)
    back(database, person, date(2026, 3, 2))
    (line,) = paid(database, clerk, person, 4)
    assert (first.cum_basic, line.cum_basic) == (D(5000), D(20000))


@pytest.mark.parametrize(("known", "basic"), [({"first_wage": True}, 45000), ({"deduct_basic": False}, 0)])
def test_other_rules_of_the_year_hold_for_who_comes_back_too(
    database: Database, clerk: Actor, known: dict[str, bool], basic: int
) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "乙", base="12000")
    person = payrolls.hire(database, "甲", base="12000", hired=date(2026, 2, 1))
    payrolls.deduct(database, person, "2000")
    payrolls.tax_year(database, person, **known)
    paid(database, clerk, person, 3, 4)
    leave(database, person, date(2026, 4, 30))
    back(database, person, date(2026, 8, 1))
    (line,) = paid(database, clerk, person, 9)
    assert line.cum_basic == basic
    assert line.cum_additional >= D(8000)


def test_the_sixty_thousand_of_a_small_year_are_not_taken_back(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "乙", base="12000")
    person = payrolls.hire(database, "甲", base="4000", hired=date(2020, 1, 1))
    payrolls.tax_year(database, person, prior_twelve_months=True, prior_income=D(48000))
    paid(database, clerk, person, 2, 3)
    leave(database, person, date(2026, 2, 28))
    back(database, person, date(2026, 8, 1), "30000")
    (line,) = paid(database, clerk, person, 9)
    assert (line.cum_basic, line.tax) == (D(60000), D(0))


def test_who_was_brought_along_with_a_gap_goes_on_from_the_opening_deduction(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲", base="12000", hired=date(2026, 5, 1))
    payrolls.tax_year(
        database, person, opened_through=month(5), opening_income=D(36000), opening_basic=D(15000)
    )
    lines = paid(database, clerk, person, 6, 7)
    assert [line.cum_basic for line in lines] == [D(20000), D(25000)]


def interned(database: Database, clerk: Actor, *months: int) -> tuple[int, list[PayrollLine]]:
    payrolls.begin(database)
    person = payrolls.hire(database, "实习", base="9000", hired=date(2026, 1, 1), kind=EmploymentKind.INTERN)
    return person, paid(database, clerk, person, *months)


def test_an_intern_who_becomes_an_employee_begins_a_wage_year(database: Database, clerk: Actor) -> None:
    person, lines = interned(database, clerk, 2, 3, 4)
    assert [(line.cum_basic, line.tax) for line in lines] == [
        (D(10000), D(0)),
        (D(15000), D(0)),
        (D(20000), D(48)),
    ]
    become(database, person, EmploymentKind.FULL_TIME)
    assert expected(database, person, date(2026, 5, 8)) == D(8 * 9000 - 8 * 5000)
    wages = paid(database, clerk, person, 5, 6)
    assert [(line.cum_income, line.cum_basic, line.tax) for line in wages] == [
        (D(9000), D(5000), D(120)), (D(18000), D(10000), D(120)),
    ]  # fmt: skip
    assert [line.cum_withheld for line in wages] == [D(120), D(240)]
    with database.read() as session:
        year = payroll_ledgers.ledger(session, clerk, person, YEAR)
        why = {step.code for step in payroll_reasons.why(session, clerk, wages[0].id, "tax")}
    assert {"why_income", "why_basic"} <= why
    assert "why_costs" not in why
    assert [row.intern for row in year] == [True, True, True, False, False]
    assert [row.cum_costs for row in year] == [D(1800), D(3600), D(5400), D(0), D(0)]
    assert [row.withheld_before for row in year] == [D(0), D(0), D(0), D(0), D(120)]


def test_the_contract_says_from_which_month_an_intern_is_an_employee(
    database: Database, clerk: Actor
) -> None:
    person, _lines = interned(database, clerk, 2, 3, 4)
    contract(database, person, date(2026, 4, 1))
    become(database, person, EmploymentKind.FULL_TIME)
    (line,) = paid(database, clerk, person, 5)
    assert (line.cum_basic, line.tax) == (D(10000), D(0))


def test_who_goes_back_to_an_internship_goes_on_with_its_figures(database: Database, clerk: Actor) -> None:
    person, _lines = interned(database, clerk, 2, 3)
    become(database, person, EmploymentKind.FULL_TIME)
    paid(database, clerk, person, 4)
    become(database, person, EmploymentKind.INTERN)
    assert expected(database, person, date(2026, 5, 8)) == D(8 * 9000 + 18000) * D("0.8") - 11 * 5000
    (line,) = paid(database, clerk, person, 5)
    assert (line.cum_income, line.cum_basic, line.cum_withheld) == (D(27000), D(20000), D(48))


def test_opening_figures_are_of_the_first_kind_of_income(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "实习", base="9000", hired=date(2026, 1, 1), kind=EmploymentKind.INTERN)
    payrolls.deduct(database, person, "1000")
    payrolls.tax_year(
        database, person, opened_through=month(3), opening_income=D(27000), opening_basic=D(15000),
        opening_additional=D(3000), opening_withheld=D(98),
    )  # fmt: skip
    (line,) = paid(database, clerk, person, 4)
    assert (line.cum_income, line.cum_basic, line.cum_withheld) == (D(36000), D(20000), D(144))
    become(database, person, EmploymentKind.FULL_TIME)
    lines = paid(database, clerk, person, 5, 6)
    assert [(line.cum_income, line.cum_basic, line.cum_additional) for line in lines] == [
        (D(9000), D(5000), D(1000)), (D(18000), D(10000), D(2000)),
    ]  # fmt: skip


def test_a_freelancer_who_is_hired_has_worked_here_since_then(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "劳务", base="25000", hired=date(2026, 1, 1), kind=EmploymentKind.LABOUR)
    paid(database, clerk, person, 2, 3)
    leave(database, person, date(2026, 3, 31))
    back(database, person, date(2026, 4, 1), "25000")
    become(database, person, EmploymentKind.FULL_TIME)
    (line,) = paid(database, clerk, person, 5)
    assert (line.cum_income, line.cum_basic, line.tax) == (D(25000), D(10000), D(450))
