"""Who is insured and what it costs: the worked examples, bounds, roundings, history, ten thousand people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.insurance import Enrolment, InsuranceBase, InsurancePolicy, InsurancePolicyItem
from models.people import Employee
from services import insured
from services.database import Database
from services.insured import GapKind
from services.social_insurance import Policy, PolicyItem, fen_contributions
from services.terms import Fund, InsuranceItem, Rounding
from tests.statements import statements

JANUARY, MARCH, APRIL = date(2026, 1, 1), date(2026, 3, 1), date(2026, 4, 1)
CITY = "测试市"
ITEMS = (  # domain 2.3
    (InsuranceItem.PENSION, "0.16", "0.08", "0"),
    (InsuranceItem.MEDICAL, "0.087", "0.02", "7"),
    (InsuranceItem.UNEMPLOYMENT, "0.007", "0.003", "0"),
    (InsuranceItem.INJURY, "0.004", "0", "0"),
)
HOUSING = ((InsuranceItem.HOUSING_FUND, "0.12", "0.12", "0"),)


def policy(
    fund: Fund, rows: tuple[tuple[InsuranceItem, str, str, str], ...], **given: object
) -> InsurancePolicy:
    """The test city's policy, in force since January."""
    values = {"city": CITY, "from_month": JANUARY, "to_month": None, "confirmed": True} | given
    made = InsurancePolicy(fund=fund, **values)
    made.items = [
        InsurancePolicyItem(
            position=position, item=item, floor=Decimal(4498), ceiling=Decimal(22488),
            employer_rate=Decimal(employer), employee_rate=Decimal(employee), employee_fixed=Decimal(fixed),
        )
        for position, (item, employer, employee, fixed) in enumerate(rows, start=1)
    ]  # fmt: skip
    return made


def insure(session: object, employee_id: int, base: str, *, since: date = JANUARY, city: str = CITY) -> None:
    """Both funds since a month, on a declared base."""
    for fund in Fund:
        session.add(Enrolment(employee_id=employee_id, fund=fund, city=city, from_month=since, to_month=None))
        session.add(InsuranceBase(employee_id=employee_id, fund=fund, from_month=since, base=Decimal(base)))


@pytest.mark.parametrize(
    ("wage", "base", "parts"),
    [
        ("3000", "4498", {"pension": ("719.68", "359.84"), "medical": ("391.33", "96.96"), "unemployment": ("31.49", "13.49")}),
        ("8000", "8000", {"pension": ("1280.00", "640.00"), "medical": ("696.00", "167.00"), "unemployment": ("56.00", "24.00")}),
        ("30000", "22488", {"pension": ("3598.08", "1799.04"), "medical": ("1956.46", "456.76"), "unemployment": ("157.42", "67.46")}),
    ],
)  # fmt: skip
def test_the_worked_examples_come_out_of_the_database(
    either: Database, wage: str, base: str, parts: dict[str, tuple[str, str]]
) -> None:
    with either.write() as session:
        session.add_all([policy(Fund.SOCIAL, ITEMS), policy(Fund.HOUSING, HOUSING)])
        insure(session, 1, wage)
    with either.read() as session:
        found = {row.item.value: row for row in insured.of_month(session, MARCH)[1]}
    assert {row.base for row in found.values()} == {Decimal(base)}
    assert {row.declared for row in found.values()} == {Decimal(wage)}
    for item, (employer, employee) in parts.items():
        assert (found[item].employer, found[item].employee) == (Decimal(employer), Decimal(employee))
    assert found["housing_fund"].employer == found["housing_fund"].employee
    assert found["injury"].employee == 0


def test_the_base_of_the_month_counts_and_nobody_is_insured_outside_their_months(either: Database) -> None:
    with either.write() as session:
        session.add(policy(Fund.HOUSING, HOUSING))
        session.add(
            Enrolment(employee_id=2, fund=Fund.HOUSING, city=CITY, from_month=JANUARY, to_month=MARCH)
        )
        for since, base in ((JANUARY, 5000), (MARCH, 6000), (APRIL, 7000)):
            session.add(InsuranceBase(employee_id=2, fund=Fund.HOUSING, from_month=since, base=Decimal(base)))
    with either.read() as session:
        assert insured.of_month(session, date(2026, 2, 1))[2][0].base == 5000
        assert insured.of_month(session, MARCH)[2][0].base == 6000
        assert insured.of_month(session, APRIL) == {}
        assert insured.of_month(session, date(2025, 12, 1)) == {}


def test_without_a_base_or_parameters_there_is_a_gap_instead_of_a_zero(database: Database) -> None:
    with database.write() as session:
        session.add(policy(Fund.SOCIAL, ITEMS))
        session.add(Enrolment(employee_id=1, fund=Fund.SOCIAL, city=CITY, from_month=JANUARY, to_month=None))
        insure(session, 2, "8000", city="深圳")
    with database.read() as session:
        assert insured.of_month(session, MARCH) == {}
        found = {(gap.employee_id, gap.fund): gap.kind for gap in insured.gaps(session, MARCH)}
    assert found == {
        (1, Fund.SOCIAL): GapKind.NO_BASE,
        (2, Fund.SOCIAL): GapKind.NO_POLICY,
        (2, Fund.HOUSING): GapKind.NO_POLICY,
    }


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        (Rounding.HALF_UP_FEN, 12346),  # 123.455 yuan
        (Rounding.CEIL_JIAO, 12350),
        (Rounding.HALF_UP_YUAN, 12300),
        (Rounding.CEIL_YUAN, 12400),
    ],
)
def test_every_place_rounds_by_its_own_habit(rounding: Rounding, expected: int) -> None:
    assert tenth(rounding, 123455) == (expected, expected)


def test_an_exact_amount_is_not_rounded_up() -> None:
    assert tenth(Rounding.CEIL_JIAO, 120_000)[0] == 12_000


def tenth(rounding: Rounding, declared: int) -> tuple[int, int]:
    """Both parts of ten percent of a base, in fen."""
    rate = Decimal("0.1")
    item = PolicyItem(InsuranceItem.PENSION, employer_rate=rate, employee_rate=rate, rounding=rounding)
    one = Policy(CITY, Fund.SOCIAL, JANUARY, None, (item,))
    found = insured.items_of(declared, insured.CityRules(one, fen_contributions(one)))[0]
    return found.employer, found.employee


def test_ten_thousand_people_cost_no_more_statements_than_ten(database: Database) -> None:
    with database.write() as session:
        session.add_all([policy(Fund.SOCIAL, ITEMS), policy(Fund.HOUSING, HOUSING)])
        people = [{"number": f"N{n}", "name": f"员工{n}", "department_id": 1} for n in range(10_000)]
        session.add_all(Employee(**row) for row in people)
        session.flush()
        for employee_id in range(7, 17):
            insure(session, employee_id, str(3000 + employee_id))
    ten = statements(database, lambda session: insured.fen_of_month(session, MARCH))
    with database.write() as session:
        for employee_id in range(17, 10_007):
            insure(session, employee_id, str(3000 + employee_id % 25_000))
    found: dict[int, object] = {}
    assert statements(database, lambda session: found.update(insured.fen_of_month(session, MARCH))) == ten
    assert len(found) == 10_000
    assert all(len(items) == 5 for items in found.values())
