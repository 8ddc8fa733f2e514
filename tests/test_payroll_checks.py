"""What differs from last month and why, what the checks find, and advice on bonuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select, update

from models.expense_claim import CheckLevel
from models.insurance import Enrolment, InsuranceBase, InsurancePolicyItem
from models.pay import ComponentKind, PayRate
from models.payroll import BonusTax, PayrollLine, PayrollRun, RunKind
from models.people import Employee
from models.personnel import BankCard, PersonalFile
from services import (
    integrity,
    pay_components,
    payroll_bonus,
    payroll_checks,
    payroll_differences,
)
from services.database import Database
from services.pay_components import PayComponentDraft
from services.payroll_differences import DifferenceCause
from services.permissions import Actor
from tests import payrolls
from ui.vocabulary import pay

D = Decimal
OCTOBER, NOVEMBER, DUE = date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 6)


def causes(database: Database, clerk: Actor, run: int) -> dict[str, list[DifferenceCause]]:
    with database.read() as session:
        found = payroll_differences.differences(session, clerk, run)
    return {one.name: [cause.cause for cause in one.causes] for one in found}


def checked(database: Database, clerk: Actor, run: int, today: date = DUE) -> dict[str, dict[str, object]]:
    with database.read() as session:
        found = payroll_checks.checks(session, clerk, run, today)
    for check in found:
        assert "{" not in pay.CHECKS[check.code][check.level.value].format(**check.values)
    assert [check.level for check in found] == sorted(
        (check.level for check in found), key=list(CheckLevel).index
    )
    return {check.code: dict(check.values) for check in found}


def test_every_difference_has_its_cause(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    same, raised, absent, gone, bracket, based, carded, deducting = (
        payrolls.hire(either, name, base=base)
        for name, base in (
            ("不变", "4000"), ("加薪", "4000"), ("请假", "4000"), ("离职", "4000"), ("跳档", "22000"), ("基数", "4000"),
            ("换卡", "4000"), ("扣除", "8000"),
        )
    )  # fmt: skip
    payrolls.insure(either, based, base="5000")
    payrolls.make(either, clerk, OCTOBER)
    payrolls.rate(either, raised, "base", "4500", OCTOBER)
    payrolls.attend(either, absent, OCTOBER, absent=100)
    payrolls.once_only(either, same, NOVEMBER, "repayment", "1")
    payrolls.once_only(either, bracket, NOVEMBER, "bonus", "300000")
    payrolls.deduct(either, deducting, "1000", since=NOVEMBER)
    joined = payrolls.hire(either, "入职", hired=date(2026, 10, 12))
    with either.write() as session:
        session.get_one(Employee, gone).left_on = date(2026, 9, 30)
        session.add(InsuranceBase(employee_id=based, fund="social", from_month=OCTOBER, base=D(6000)))
        session.add(
            BankCard(employee_id=carded, from_on=NOVEMBER, bank_name="工行", number="6212260000000000018")
        )
    run = payrolls.make(either, clerk, NOVEMBER)
    found = causes(either, clerk, run)
    assert found.pop("扣除")[0] == DifferenceCause.DEDUCTION
    assert found == {
        "不变": [DifferenceCause.WITHHELD],
        "加薪": [DifferenceCause.RATE],
        "请假": [DifferenceCause.ATTENDANCE],
        "跳档": [DifferenceCause.ONE_OFF, DifferenceCause.BRACKET],
        "基数": [DifferenceCause.BASE],
        "换卡": [DifferenceCause.CARD],
        "入职": [DifferenceCause.JOINED],
        "离职": [DifferenceCause.LEFT],
    }
    assert joined


def test_insurance_that_begins_ends_or_costs_otherwise_is_a_difference(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    begun, ended, rated = (payrolls.hire(database, name, base="4000") for name in ("参保", "停保", "费率"))
    payrolls.insure(database, ended, base="5000")
    payrolls.insure(database, rated, base="5000")
    with database.write() as session:
        pay_components.save(
            session,
            clerk,
            PayComponentDraft(code="lateness", name="迟到项", kind=ComponentKind.FORMULA, formula="迟到次数"),
        )
    payrolls.make(database, clerk, OCTOBER)
    payrolls.insure(database, begun, base="5000", since=OCTOBER)
    payrolls.attend(database, begun, OCTOBER, late_times=2)
    with database.write() as session:
        session.execute(
            update(Enrolment).where(Enrolment.employee_id == ended).values(to_month=date(2026, 9, 1))
        )
        session.execute(update(InsurancePolicyItem).filter_by(item="pension").values(employee_rate=D("0.09")))
    found = causes(database, clerk, payrolls.make(database, clerk, NOVEMBER))
    assert set(found["参保"]) == {DifferenceCause.FORMULA, DifferenceCause.INSURANCE_BEGAN}
    assert set(found["停保"]) == {DifferenceCause.INSURANCE_ENDED}
    assert found["费率"] == [DifferenceCause.INSURANCE_RATE]


def test_the_first_sheet_differs_from_nothing_and_the_missing_are_named(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    other = payrolls.hire(database, "孙倩")
    first = payrolls.make(database, clerk, OCTOBER)
    assert causes(database, clerk, first) == {}
    payrolls.rate(database, other, "base", "0", date(2026, 9, 2))
    with database.write() as session:
        for rate in session.scalars(select(PayRate).filter_by(employee_id=other)):
            session.delete(rate)
    second = payrolls.make(database, clerk, NOVEMBER)
    assert causes(database, clerk, second)["孙倩"] == [DifferenceCause.MISSING]
    assert checked(database, clerk, second)["payroll_missing"] == {"name": "孙倩"}


def test_checks_name_whom_to_look_at(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "老员工", base="10000")
    jumper = payrolls.hire(database, "陈立", base="10000")
    carded = payrolls.hire(database, "换卡")
    payrolls.make(database, clerk, OCTOBER)
    payrolls.once_only(database, jumper, NOVEMBER, "bonus", "5000")
    payrolls.hire(database, "林悦", hired=date(2026, 10, 12))
    payrolls.hire(database, "突然", base="9000")
    poor = payrolls.hire(database, "低薪", base="2000")
    outside = payrolls.hire(database, "基数外", base="30000")
    leaver = payrolls.hire(database, "离职", left=date(2026, 8, 31))
    payrolls.once_only(database, leaver, NOVEMBER, "other", "100")
    payrolls.insure(database, outside, base="30000")
    with database.write() as session:
        session.get_one(Employee, poor).bank_account = ""
        session.add(
            BankCard(employee_id=carded, from_on=NOVEMBER, bank_name="工行", number="6212260000000000018")
        )
    run = payrolls.make(database, clerk, NOVEMBER)
    payrolls.once_only(database, jumper, NOVEMBER, "other", "1")
    found = checked(database, clerk, run)
    assert found["payroll_jump_up"]["name"] == "陈立"
    assert found["payroll_insure_soon"] == {"name": "林悦", "day": date(2026, 11, 11)}
    assert found["payroll_new"]["name"] in {"突然", "低薪", "基数外"}
    assert found["payroll_minimum"] == {"name": "低薪", "least": D(2210)}
    assert found["payroll_no_card"] == {"name": "低薪"}
    assert found["payroll_base_outside"]["name"] == "基数外"
    assert found["payroll_leaver"] == {"name": "离职", "day": "2026-08-31"}
    assert found["payroll_new_card"] == {"name": "换卡", "ending": "0018"}
    assert found["payroll_waiting"] == {"count": 1}
    assert {"payroll_insure_late", "payroll_no_identity", "payroll_no_pay", "payroll_total"} <= found.keys()
    assert "payroll_people" not in found


def test_a_sheet_in_order_says_so_and_a_year_without_notice_warns(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    run = payrolls.make(database, clerk, NOVEMBER)
    found = checked(database, clerk, run)
    assert found["payroll_people"] == {"count": 1}
    assert found["payroll_total"] == {"departments": 1}
    later = payrolls.make(database, clerk, date(2027, 2, 1))
    assert checked(database, clerk, later, date(2027, 2, 5))["payroll_year"] == {"year": 2027}


def test_no_base_no_policy_and_a_total_that_does_not_fit_stop(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    baseless, elsewhere = payrolls.hire(database, "无基数"), payrolls.hire(database, "外地")
    payrolls.insure(database, payrolls.hire(database, "正常"), base="8000")
    with database.write() as session:
        session.add(Enrolment(employee_id=baseless, fund="social", city="测试市", from_month=OCTOBER))
        session.add(Enrolment(employee_id=elsewhere, fund="social", city="无参数市", from_month=OCTOBER))
        session.add(InsuranceBase(employee_id=elsewhere, fund="social", from_month=OCTOBER, base=D(8000)))
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.write() as session:
        session.execute(update(PayrollRun).where(PayrollRun.id == run).values(net=D(1)))
    found = checked(database, clerk, run)
    assert found["payroll_no_base"]["name"] == "无基数"
    assert found["payroll_no_policy"]["city"] == "无参数市"
    assert found["payroll_total"] == {}


def test_net_pay_of_nothing_and_a_line_that_was_tampered_with(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪", base="100")
    other = payrolls.hire(database, "孙倩", base="9000")
    payrolls.once_only(database, person, NOVEMBER, "other_withheld", "100")
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.write() as session:
        session.execute(update(PayrollLine).where(PayrollLine.employee_id == other).values(net=D(1)))
    found = checked(database, clerk, run)
    assert found["payroll_net_zero"] == {"name": "王雪"}
    assert found["payroll_net_wrong"] == {"name": "孙倩"}
    with database.read() as session:
        assert [problem.code for problem in integrity.sums(session)] == ["integrity.payroll"]


def test_bonuses_are_advised_on_and_blind_zones_pointed_out(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    poor, rich = payrolls.hire(database, "低薪", base="3000"), payrolls.hire(database, "高薪", base="40000")
    january = date(2026, 1, 1)
    payrolls.make(database, clerk, date(2025, 12, 1))
    payrolls.make(database, clerk, january)
    for person, amount in ((poor, "20000"), (rich, "36001")):
        payrolls.once_only(database, person, january, "annual_bonus", amount)
    with database.read() as session:
        one, two = payroll_bonus.advice(session, clerk, january)
    assert (one.name, one.merged_tax, one.separate_is_cheaper, one.blind_from) == ("低薪", D(0), False, None)
    assert (two.separate_tax, two.separate_is_cheaper, two.taken) == (D("3390.10"), True, False)
    assert (two.blind_from, two.blind_to) == (D(36000), D("38566.67"))
    assert two.saves == two.merged_tax - two.separate_tax
    run = payrolls.make(database, clerk, january, RunKind.BONUS, bonus_tax=BonusTax.SEPARATE)
    found = checked(database, clerk, run)
    assert found["payroll_blind_zone"] == {"name": "高薪", "instead": D(36000), "more": D("2309.10")}
    with database.read() as session:
        assert all(row.taken for row in payroll_bonus.advice(session, clerk, january))


def test_identity_numbers_are_on_the_line(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪")
    with database.write() as session:
        session.scalars(select(PersonalFile)).one().identity_number = "420101199001010018"
    run = payrolls.make(database, clerk, NOVEMBER)
    assert payrolls.line_of(database, run, person).identity_number == "420101199001010018"
    assert "payroll_no_identity" not in checked(database, clerk, run)


def test_who_has_a_rate_and_came_after_the_sheet_was_made_is_told_apart_from_who_has_none(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    run = payrolls.make(database, clerk, NOVEMBER)
    payrolls.hire(database, "新人", hired=date(2026, 10, 12))
    payrolls.hire(database, "无薪", base="0")
    with database.read() as session:
        found = payroll_checks.checks(session, clerk, run, NOVEMBER)
    assert [c.values["name"] for c in found if c.code == "payroll_left_out"] == ["新人"]
    assert "无薪" in {c.values["name"] for c in found if c.code == "payroll_no_pay"}
    payrolls.recompute(database, clerk, run)
    assert "payroll_left_out" not in checked(database, clerk, run)
