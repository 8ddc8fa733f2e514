"""Files for the tax client: the month of payment makes them, and severance has a sheet of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from models.payroll import RunKind
from models.personnel import EmploymentKind
from services import tax_client_files
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from services.tax_client_templates import TaxSheet
from tests import payrolls
from tests.payroll_helpers import COMPONENTS, Payroll, make_payroll, make_run
from tests.test_tax_client_files import BONUS, BONUS_PART, ZERO, look, made

SEVERANCE_PART = ("severance", "经济补偿", "earning", True)


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return make_payroll(database, 5)


def test_severance_is_no_annual_bonus_and_is_named_for_its_own_sheet(payroll: Payroll) -> None:
    parts = (*COMPONENTS, SEVERANCE_PART, BONUS_PART)
    gone = {"severance": 5_000_000, "separate_bonus": Decimal(50_000)}
    run_id = make_run(payroll, components=parts, changes={1: gone, 2: BONUS | gone})
    with pytest.raises(Refused, match=r"tax_file\.nobody"):
        made(payroll, "bonus", run_id)
    rows = made(payroll, "wages", run_id)[1]
    assert [(row["工号"], row["本期收入"]) for row in rows[:2]] == [("G0001", 8_300.0), ("G0002", 8_365.09)]
    assert [(one.code, one.values["number"]) for one in look(payroll, run_id).left_out] == [
        ("tax_file_severance", "G0002"), ("tax_file_severance", "G0003"),
    ]  # fmt: skip
    make_run(payroll, kind=RunKind.BONUS, number="GZ-B", components=parts, changes={1: BONUS})
    assert [
        row["*全年一次性奖金额"] for row in made(payroll, "bonus", run_id)[1] if row["工号"] == "G0002"
    ] == [36_001.0]


def test_the_month_of_payment_decides_whatever_month_the_sheets_are_called(payroll: Payroll) -> None:
    june = {"pay_on": date(2026, 7, 2), "due_on": date(2026, 6, 30)}
    late = make_run(payroll, date(2026, 6, 1), **june)
    july = make_run(payroll, date(2026, 7, 1))
    for run_id in (late, july):
        name, rows = made(payroll, "wages", run_id)
        assert name == "2026-07 正常工资薪金收入.xlsx"
        assert (rows[0]["本期收入"], rows[0]["基本养老保险费"]) == (16_600.0, 1_280.0)
        assert rows[0]["累计子女教育"] == 14_000.0  # of seven months, not added up


def _gone(amount: int, tax: str) -> dict[str, object]:
    """Nothing but severance, with the tax that was taken off it."""
    return ZERO | {
        "severance": amount * 100, "separate_bonus": Decimal(amount), "separate_tax": Decimal(tax), "tax": Decimal(tax),
        "insured": {}, "social": Decimal(0), "housing": Decimal(0),
    }  # fmt: skip


def test_severance_has_its_own_file_with_what_is_exempt(payroll: Payroll) -> None:
    payrolls.settings(payroll.database, payroll.clerk, local_wage=Decimal(120_000))
    parts = (*COMPONENTS, SEVERANCE_PART)
    gone = {1: _gone(300_000, "0"), 2: _gone(500_000, "11480.00"), 3: _gone(500_000, "12000.00")}
    run_id = make_run(payroll, components=parts, changes=gone)
    name, rows = made(payroll, "severance", run_id)
    assert name == "2026-11 解除劳动合同一次性补偿金.xlsx"
    assert [(row["工号"], row["*一次性补偿收入"], row["免税收入"]) for row in rows] == [
        ("G0002", 300_000.0, 300_000.0), ("G0003", 500_000.0, 360_000.0), ("G0004", 500_000.0, 360_000.0),
    ]  # fmt: skip
    seen = look(payroll, run_id, TaxSheet.SEVERANCE)
    assert (seen.people, seen.total, seen.left_out) == (3, Decimal(1_300_000), ())
    assert [(one.code, one.values["number"]) for one in seen.doubts] == [("tax_file_severance_tax", "G0004")]


def test_the_exempt_part_is_given_once_however_often_it_is_paid(payroll: Payroll) -> None:
    payrolls.settings(payroll.database, payroll.clerk, local_wage=Decimal(120_000))
    parts = (*COMPONENTS, SEVERANCE_PART)
    make_run(payroll, date(2026, 10, 1), components=parts, changes={1: _gone(300_000, "0")})
    run_id = make_run(payroll, components=parts, changes={1: _gone(200_000, "11480.00")})
    (row,) = made(payroll, "severance", run_id)[1]
    assert (row["*一次性补偿收入"], row["免税收入"]) == (200_000.0, 60_000.0)
    assert look(payroll, run_id, TaxSheet.SEVERANCE).doubts == ()


def test_pay_for_labour_has_its_own_file_and_interns_are_named(payroll: Payroll) -> None:
    labour = {
        "employment_kind": EmploymentKind.LABOUR, "separate_bonus": Decimal(9_000), "separate_tax": Decimal(1_440),
    }  # fmt: skip
    run_id = make_run(payroll, changes={1: labour, 2: {"employment_kind": EmploymentKind.INTERN}})
    name, rows = made(payroll, "labour", run_id)
    assert name == "2026-11 劳务报酬所得.xlsx"
    assert [(row["工号"], row["*所得项目"], row["*收入"]) for row in rows] == [
        ("G0002", "一般劳务报酬所得", 9_000.0)
    ]
    seen = look(payroll, run_id, TaxSheet.LABOUR)
    assert [(one.code, one.values["number"]) for one in seen.left_out] == [("tax_file_intern", "G0003")]
    assert seen.total == Decimal(9_000)
    with pytest.raises(Refused, match=r"tax_file\.nobody"):
        made(payroll, "severance", run_id)


def test_who_got_nothing_is_declared_with_an_income_of_zero(payroll: Payroll) -> None:
    """全员全额: an empty 本期收入 would be refused by the client."""
    nothing = {"gross": Decimal(0), "tax": Decimal(0), "exempt": Decimal(0)}
    run_id = make_run(payroll, changes={1: nothing})
    rows = made(payroll, "wages", run_id)[1]
    (row,) = (row for row in rows if row["工号"] == "G0002")
    assert (row["本期收入"], row["本期免税收入"]) == (0.0, "")  # other amounts of zero stay empty


@pytest.mark.parametrize("told", [True, False])
def test_a_company_that_began_in_june_declares_the_year_so_far_by_item(
    database: Database, clerk: Actor, told: bool
) -> None:
    """累计 columns hold what the months before brought along, or it is said that they do not."""
    payrolls.begin(database)
    person = payrolls.hire(database, "甲", base="12000")
    payrolls.deduct(database, person, "2000")
    items = {"elderly_care": "8000.00", "housing_rent": "2000.00"} if told else {}
    payrolls.tax_year(
        database, person, opened_through=date(2026, 5, 1), opening_income=Decimal(60000), opening_basic=Decimal(25000),
        opening_special=Decimal(5000), opening_additional=Decimal(10000), opening_withheld=Decimal(600),
        opening_items=items,
    )  # fmt: skip
    run_id = payrolls.make(database, clerk, date(2026, 6, 1))
    line = payrolls.line_of(database, run_id, person)
    assert (line.cum_additional, line.tax) == (Decimal(12000), Decimal(150))
    with database.read() as session:
        content = tax_client_files.wages(session, clerk, run_id).content
        doubts = tax_client_files.look(session, clerk, run_id, TaxSheet.WAGES).doubts
    titles, row = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[:2]
    found = dict(zip(titles, row, strict=True))
    assert found["累计赡养老人"] == (10_000.0 if told else 2_000.0)
    assert found["累计住房租金"] == (2_000.0 if told else "")
    assert ("tax_file_deductions" in {one.code for one in doubts}) is not told
