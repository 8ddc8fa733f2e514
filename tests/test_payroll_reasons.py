"""Why a figure is what it is, what differs from last month and why, and what the checks find."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from models.expense_claim import CheckLevel
from models.insurance import Enrolment, InsuranceBase, InsurancePolicyItem
from models.pay import ComponentKind, PayRate
from models.payroll import BonusTax, PayrollLine, PayrollRun, RunKind
from models.people import Employee
from models.personnel import BankCard, EmploymentKind, PersonalFile
from services import (
    integrity,
    pay_components,
    payroll_bonus,
    payroll_checks,
    payroll_differences,
    payroll_ledgers,
    payroll_reasons,
    payroll_sheets,
)
from services.database import Database
from services.errors import Refused
from services.pay_components import PayComponentDraft
from services.payroll_differences import DifferenceCause
from services.payroll_reasons import WhyRow
from services.payroll_sheets import SheetRowKind
from services.permissions import Actor
from tests import payrolls
from ui.vocabulary import pay

D = Decimal
OCTOBER, NOVEMBER, DUE = date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 6)


def why(database: Database, clerk: Actor, run: int, person: int, figure: str) -> list[WhyRow]:
    with database.read() as session:
        rows = payroll_reasons.why(session, clerk, payrolls.line_of(database, run, person).id, figure)
    for row in rows:
        assert "{" not in pay.WHY[row.code].format(**row.values)
    return rows


def told(rows: list[WhyRow]) -> list[tuple[str, Decimal | None]]:
    return [(row.code, row.amount) for row in rows]


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


def test_the_tax_of_the_second_official_example_is_explained_as_the_law_writes_it(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "郑涛", base="30000")
    payrolls.deduct(database, person, "2000")
    for month in range(1, 4):
        payrolls.once_only(database, person, date(2026, month, 1), "insurance_difference", "4500")
        run = payrolls.make(database, clerk, date(2026, month, 1))
        rows = why(database, clerk, run, person, "tax")
        if month == 2:
            assert [row.code for row in rows][-1] == "why_crossed"
            assert rows[-1].values == {"month": 2, "top": "36,000", "before": "3", "now": "10"}
    assert told(rows) == [
        ("why_income", D(90000)),
        ("why_basic", D(15000)),
        ("why_special", D(13500)),
        ("why_additional", D(6000)),
        ("why_taxable", D(55500)),
        ("why_times", D(3030)),
        ("why_withheld_before", D(1180)),
        ("why_tax", D(1850)),
    ]
    assert rows[5].values == {"percent": "10", "quick": "2,520"}
    with database.read() as session:
        ledger = payroll_reasons.ledger(session, clerk, person, 2026)
        assert [(row.cum_tax, row.tax) for row in ledger] == [
            (D(555), D(555)),
            (D(1180), D(625)),
            (D(3030), D(1850)),
        ]
        assert len(payroll_ledgers.year_sheet(session, clerk, person, 2026)) == 3
    deducted = why(database, clerk, run, person, "additional")
    assert told(deducted) == [
        ("why_deducted", D(6000)),
        ("why_deducted_so_far", D(6000)),
        ("why_deducted_now", D(2000)),
    ]


def test_opening_figures_stand_first_in_the_ledger(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "郑涛", base="30000")
    payrolls.deduct(database, person, "2000")
    payrolls.tax_year(
        database, person, opened_through=date(2026, 9, 1), opening_income=D(270000), opening_basic=D(45000),
        opening_additional=D(18000), opening_withheld=D(20000),
    )  # fmt: skip
    run = payrolls.make(database, clerk, OCTOBER)
    with database.read() as session:
        first, second = payroll_reasons.ledger(session, clerk, person, 2026)
    assert (first.line_id, first.month, first.tax, second.withheld_before) == (
        None,
        date(2026, 9, 1),
        D(20000),
        D(20000),
    )
    assert ("why_opening", D(18000)) in told(why(database, clerk, run, person, "additional"))


def test_a_month_below_zero_an_intern_and_what_is_taxed_by_itself_say_so(
    database: Database, clerk: Actor
) -> None:
    payrolls.begin(database)
    poor = payrolls.hire(database, "宋雨", base="3000")
    intern = payrolls.hire(database, "实习生", base="9000", kind=EmploymentKind.INTERN)
    freelancer = payrolls.hire(database, "顾问", base="30000", kind=EmploymentKind.LABOUR)
    leaver = payrolls.hire(database, "马文博", base="10000")
    payrolls.settings(database, clerk, local_wage=D(120000))
    january = date(2026, 1, 1)
    payrolls.once_only(database, leaver, january, "severance", "500000")
    payrolls.once_only(database, leaver, january, "annual_bonus", "36001")
    run = payrolls.make(database, clerk, january)
    bonus = payrolls.make(database, clerk, january, RunKind.BONUS, bonus_tax=BonusTax.SEPARATE)
    assert why(database, clerk, run, poor, "tax")[-1].code == "why_below_zero"
    assert ("why_costs", D(1800)) in told(why(database, clerk, run, intern, "tax"))
    assert told(why(database, clerk, run, freelancer, "tax")) == [
        ("why_labour", D(30000)), ("why_labour_tax", D(5200)), ("why_tax", D(5200)),
    ]  # fmt: skip
    severed = told(why(database, clerk, run, leaver, "tax"))
    assert severed[:2] == [("why_severance", D(500000)), ("why_severance_tax", D(11480))]
    assert severed[-1] == ("why_tax", D(11630))
    assert told(why(database, clerk, bonus, leaver, "tax"))[-2:] == [
        ("why_bonus_tax", D("3390.10")),
        ("why_tax", D("3390.10")),
    ]


def test_components_sums_and_insurance_are_explained(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "何俊", base="6000", rates={"post": "900"})
    payrolls.rate(database, person, "post", "1000", date(2026, 10, 15))
    payrolls.attend(database, person, OCTOBER, absent=200)
    payrolls.insure(database, person, base="3000")
    payrolls.once_only(database, person, NOVEMBER, "other_withheld", "20", note="水电")
    run = payrolls.make(database, clerk, NOVEMBER)
    post = why(database, clerk, run, person, "component:post")
    assert told(post)[:2] == [("why_rate", D(900)), ("why_rate", D(1000))]
    assert (post[2].code, post[-1].amount) == ("why_by_days", D("960.00"))
    absence = why(database, clerk, run, person, "component:absence")
    assert [row.code for row in absence] == [
        "why_formula",
        "why_counted",
        "why_named",
        "why_named",
        "why_component",
    ]
    assert absence[1].values == {"name": "缺勤天数", "count": "2"}
    assert told(why(database, clerk, run, person, "component:other_withheld"))[0] == ("why_line", D(20))
    gross = why(database, clerk, run, person, "gross")
    assert [row.sign for row in gross] == ["", "+", "−", "="]
    assert gross[-1].amount == payrolls.line_of(database, run, person).gross
    assert told(why(database, clerk, run, person, "withheld"))[-1] == ("why_withheld", D(20))
    assert [row.code for row in why(database, clerk, run, person, "net")][-1] == "why_net"
    pension = why(database, clerk, run, person, "item:pension")
    assert told(pension)[:2] == [("why_declared", D(3000)), ("why_floor", D(4498))]
    assert pension[-1].amount == D("359.84")
    medical = [
        row for row in why(database, clerk, run, person, "item:medical") if row.code == "why_employee_fixed"
    ]
    assert medical[0].values == {"percent": "2", "fixed": "7.00"}
    for figure in ("social", "housing", "insurance", "employer_insurance", "employer_cost"):
        rows = why(database, clerk, run, person, figure)
        signs = [row.amount or D(0) for row in rows[:-1]]
        assert sum(signs) == rows[-1].amount, figure
    for figure in ("nothing", "component:nothing", "item:nothing"):
        with pytest.raises(Refused, match=r"payroll\.unknown_figure"):
            why(database, clerk, run, person, figure)


def test_what_changed_after_the_sheet_was_reckoned_is_said(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "何俊", base="6000")
    run = payrolls.make(database, clerk, NOVEMBER)
    payrolls.attend(database, person, OCTOBER, absent=200)
    assert "why_changed_since" in [row.code for row in why(database, clerk, run, person, "component:absence")]


def test_a_line_that_is_gone_is_refused(database: Database, clerk: Actor) -> None:
    with database.read() as session:
        for ask in (
            lambda: payroll_reasons.why(session, clerk, 99, "net"),
            lambda: payroll_reasons.compared(session, clerk, 99),
        ):
            with pytest.raises(Refused, match=r"record\.gone"):
                ask()


def test_the_sheet_has_subtotals_and_last_months_net(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    one, two = payrolls.hire(database, "王雪", base="8000"), payrolls.hire(database, "孙倩", base="7000")
    payrolls.insure(database, one, base="8000")
    payrolls.make(database, clerk, OCTOBER)
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.read() as session:
        rows = payroll_sheets.rows(session, clerk, run)
        compared = payroll_reasons.compared(session, clerk, rows[0].line_id or 0)
    assert [row.kind for row in rows] == [
        SheetRowKind.PERSON, SheetRowKind.PERSON, SheetRowKind.DEPARTMENT, SheetRowKind.TOTAL,
    ]  # fmt: skip
    assert (rows[2].gross, rows[2].people, rows[2].amounts["base"]) == (D(15000), 2, D(15000))
    assert (rows[3].insured["pension"][1], rows[0].employee_id, rows[1].employee_id) == (D(1280), one, two)
    assert rows[0].net_before == rows[0].net
    assert next((one.figure, one.before == one.now) for one in compared) == ("gross", True)


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
    assert {"payroll_not_insured", "payroll_no_identity", "payroll_no_pay", "payroll_total"} <= found.keys()
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
