"""What a month earns: attendance, joins and leaves, changes of rates, formulas, insurance, one-off lines."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.pay import ComponentKind, PayAdjustment, PayComponent
from models.payroll import PayrollLine, RunKind
from models.personnel import EmploymentKind
from models.user import Role
from services import insured, pay_components, payroll_months, payroll_runs
from services.database import Database
from services.errors import Refused
from services.pay_components import PayComponentDraft
from services.payroll_making import COLUMNS
from services.payroll_wages import equivalents
from services.permissions import Actor
from tests import payrolls
from tests.conftest import actor_of_role

D = Decimal
NOVEMBER, OCTOBER = (
    date(2026, 11, 1),
    date(2026, 10, 1),
)  # the sheet, and the work it pays: 18 working days, 20 paid ones


def amounts(database: Database, clerk: Actor, person: int) -> dict[str, str]:
    run = payrolls.make(database, clerk, NOVEMBER)
    return dict(payrolls.line_of(database, run, person).amounts)


@pytest.mark.parametrize(
    ("base", "columns", "code", "amount"),
    [
        ("6000", {"absent": 200}, "absence", "551.72"),
        ("6000", {"leave": {"personal": 50}}, "absence", "137.93"),
        ("6000", {"overtime_weekday": 1000}, "overtime_weekday", "517.24"),
        ("8000", {"overtime_rest": 800}, "overtime_rest", "735.63"),
        ("10000", {"overtime_holiday": 800}, "overtime_holiday", "1379.31"),
        ("8000", {"leave": {"sick": 200}}, "sick_leave", "147.13"),
    ],
)
def test_attendance_makes_the_amounts_of_the_law(
    database: Database, clerk: Actor, base: str, columns: dict[str, object], code: str, amount: str
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "何俊", base=base)
    payrolls.attend(database, person, OCTOBER, **columns)
    assert amounts(database, clerk, person)[code] == amount


def test_full_attendance_is_paid_for_a_month_without_absence_only(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    always, late = (
        payrolls.hire(database, name, rates={"full_attendance": "200"}) for name in ("王雪", "孙倩")
    )
    payrolls.attend(database, late, OCTOBER, late_times=1)
    run = payrolls.make(database, clerk, NOVEMBER)
    assert payrolls.line_of(database, run, always).amounts["full_attendance"] == "200.00"
    assert "full_attendance" not in payrolls.line_of(database, run, late).amounts


def test_who_worked_one_day_is_paid_for_that_day(database: Database, clerk: Actor) -> None:
    """domain.md 2.6: by attendance 459.77, by deduction it would be below zero."""
    payrolls.begin(database)
    person = payrolls.hire(database, "林悦", base="10000", hired=date(2026, 10, 30))
    run = payrolls.make(database, clerk, NOVEMBER)
    line = payrolls.line_of(database, run, person)
    assert (line.gross, line.amounts["not_employed"], line.worked_days) == (D("459.77"), "9540.23", 100)


def test_a_leaver_is_paid_until_the_last_day_and_not_again(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "马文博", base="21750", left=date(2026, 10, 26))
    other = payrolls.hire(database, "王雪")
    first = payrolls.make(database, clerk, NOVEMBER)
    line = payrolls.line_of(database, first, person)
    assert (line.amounts["not_employed"], line.cum_basic) == ("4000.00", D(50000))
    second = payrolls.make(database, clerk, date(2026, 12, 1))
    with database.read() as session:
        on_it = session.scalars(select(PayrollLine.employee_id).where(PayrollLine.run_id == second)).all()
    assert list(on_it) == [other]


@pytest.mark.parametrize(
    ("paid", "outside", "absent", "expected"),
    [
        (2300, 0, 2200, (2075, 0)), (2300, 2200, 0, (0, 2075)), (2300, 0, 200, (200, 0)),
        (2300, 1100, 0, (0, 1100)), (2300, 2300, 0, (0, 2175)), (2300, 1500, 500, (500, 1375)),
    ],
)  # fmt: skip
def test_few_days_are_paid_by_attendance(
    paid: int, outside: int, absent: int, expected: tuple[int, int]
) -> None:
    assert equivalents(paid, outside, absent, 50, whole=2175) == expected


def test_a_rate_that_changes_within_the_month_counts_by_the_day(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "李文静", base="6300")
    payrolls.rate(database, person, "base", "8400", date(2026, 10, 26))  # 5 of 20 paid days
    payrolls.rate(database, person, "meal", "210", date(2026, 10, 26))
    found = amounts(database, clerk, person)
    assert (found["base"], found["meal"]) == ("6825.00", "52.50")


def test_a_rate_of_zero_ends_a_component(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "李文静", rates={"meal": "300"})
    payrolls.rate(database, person, "meal", "0", OCTOBER)
    assert "meal" not in amounts(database, clerk, person)


def test_a_formula_of_the_company_uses_other_components_in_their_order(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "何俊", base="6000")
    with database.write() as session:
        for code, name, formula in (
            ("twice", "双倍津贴", "2 × 外业津贴"),
            ("field", "外业津贴", "min(实出勤天数 × 20, 500)"),
        ):
            pay_components.save(
                session,
                clerk,
                PayComponentDraft(code=code, name=name, kind=ComponentKind.FORMULA, formula="1"),
            )
            item = session.scalars(select(PayComponent).filter_by(code=code)).one()
            item.formula = formula
    found = amounts(database, clerk, person)
    assert (found["field"], found["twice"]) == ("360.00", "720.00")


def test_a_formula_that_divides_by_zero_says_whose_it_is_and_saves_nothing(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "何俊", base="8000")
    with database.write() as session:
        pay_components.save(
            session, clerk,
            PayComponentDraft(code="odd", name="怪项", kind=ComponentKind.FORMULA, formula="1 ÷ (基本工资 − 8000)"),
        )  # fmt: skip
    with pytest.raises(Refused) as refusal:
        payrolls.make(database, clerk, NOVEMBER)
    assert refusal.value.code == "payroll.formula"
    assert refusal.value.values["person"] == "何俊"
    with database.read() as session:
        assert payroll_runs.schedule(session, clerk, 2026, NOVEMBER)[-1].run_id is None


def test_insurance_is_that_of_the_policy(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    person = payrolls.hire(either, "王雪", base="8000")
    payrolls.insure(either, person, base="8000")
    line = payrolls.line_of(either, payrolls.make(either, clerk, NOVEMBER), person)
    assert line.insured["pension"] == ["8000.00", "1280.00", "640.00"]
    assert line.insured["medical"] == ["8000.00", "696.00", "167.00"]
    assert (line.social, line.housing) == (D("831.00"), D("960.00"))
    assert line.employer_cost == D(8000) + line.employer_insurance
    with either.read() as session:
        whole = insured.of_month(session, OCTOBER)[person]
    assert line.employer_insurance == sum(item.employer for item in whole)
    assert line.social + line.housing == sum(item.employee for item in whole)


def test_bases_are_held_between_floor_and_ceiling(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    low, high = payrolls.hire(database, "低", base="3000"), payrolls.hire(database, "高", base="30000")
    payrolls.insure(database, low, base="3000")
    payrolls.insure(database, high, base="30000")
    run = payrolls.make(database, clerk, NOVEMBER)
    assert payrolls.line_of(database, run, low).insured["pension"] == ["4498.00", "719.68", "359.84"]
    assert payrolls.line_of(database, run, high).insured["unemployment"] == ["22488.00", "157.42", "67.46"]


def test_one_off_lines_go_on_one_sheet_and_no_other(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "陈立")
    line = payrolls.once_only(database, person, NOVEMBER, "bonus", "3100", note="投标奖")
    regular = payrolls.make(database, clerk, NOVEMBER)
    found = payrolls.line_of(database, regular, person)
    assert (found.amounts["bonus"], found.note) == ("3100.00", "奖金：投标奖")
    payrolls.once_only(database, person, NOVEMBER, "other", "50")
    more = payrolls.make(database, clerk, NOVEMBER, RunKind.SUPPLEMENT)
    assert dict(payrolls.line_of(database, more, person).amounts) == {"other": "50.00"}
    payrolls.remove(database, clerk, more)
    payrolls.remove(database, clerk, regular)
    with database.read() as session:
        assert session.get_one(PayAdjustment, line).run_id is None


def test_withholdings_come_off_after_tax(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "陈立", base="10000")
    payrolls.once_only(database, person, NOVEMBER, "other_withheld", "200")
    line = payrolls.line_of(database, payrolls.make(database, clerk, NOVEMBER), person)
    assert (line.gross, line.withheld, line.tax, line.net) == (D(10000), D(200), D(0), D(9800))


def test_columns_of_a_line_are_those_of_the_table() -> None:
    assert list(COLUMNS) == [column.name for column in PayrollLine.__table__.columns if column.name != "id"]


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_sums_of_lines_are_the_totals_and_net_is_what_is_left(
    tmp_path_factory: pytest.TempPathFactory, empty_file: Path, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("pay")
    shutil.copy(empty_file, folder)
    database = Database.open(folder)
    try:
        _one_month(database, Random(seed))
    finally:
        database.close()


def _one_month(database: Database, random: Random) -> None:
    clerk = actor_of_role(Role.CLERK)
    payrolls.begin(database)
    for number in range(6):
        person = payrolls.hire(
            database, f"员工{number}", base=f"{random.randrange(2000, 90000)}.{random.randrange(100):02}",
            hired=date(2026, random.randrange(1, 11), 1) if random.random() < 0.5 else date(2020, 1, 1),
            kind=random.choice(list(EmploymentKind)),
        )  # fmt: skip
        if random.random() < 0.7:
            payrolls.insure(database, person, base=f"{random.randrange(3000, 40000)}")
        payrolls.attend(database, person, OCTOBER, absent=random.randrange(0, 2100), worked=2100)
        payrolls.once_only(
            database, person, NOVEMBER, "other", f"{random.randrange(1, 999)}.{random.randrange(100):02}"
        )
        payrolls.once_only(database, person, NOVEMBER, "repayment", "1.23")
    run = payrolls.run_of(database, payrolls.make(database, clerk, NOVEMBER))
    with database.read() as session:
        lines = session.scalars(select(PayrollLine).where(PayrollLine.run_id == run.id)).all()
    for line in lines:
        assert line.net == line.gross - line.social - line.housing - line.tax - line.withheld
        assert line.employer_cost == line.gross + line.employer_insurance
        assert line.tax >= 0
    assert run.people == len(lines)
    assert run.net == sum(line.net for line in lines)
    assert run.gross == sum(line.gross for line in lines)
    assert run.insurance == sum(line.social + line.housing for line in lines)
    assert run.employer_cost == sum(line.employer_cost for line in lines)


def test_the_paid_days_of_a_month_come_from_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    assert payroll_months.month_days(NOVEMBER) == 2175
    monkeypatch.setattr(
        payroll_months, "value_on", lambda file, name, _day: D({"overtime": {"paid_days": 20}}[file][name])
    )
    assert payroll_months.month_days(NOVEMBER) == 2000
