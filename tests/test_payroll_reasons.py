"""Why a figure of the payroll sheet is what it is, the rows of the sheet, and a person's ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.payroll import BonusTax, RunKind
from models.personnel import EmploymentKind
from services import (
    payroll_ledgers,
    payroll_reasons,
    payroll_sheets,
)
from services.database import Database
from services.errors import Refused
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
