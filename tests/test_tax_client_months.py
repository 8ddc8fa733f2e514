"""Files for the tax client: the month of payment makes them, and severance has a sheet of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.payroll import RunKind
from services.database import Database
from services.errors import Refused
from tests.payroll_helpers import COMPONENTS, Payroll, make_payroll, make_run
from tests.test_tax_client_files import BONUS, BONUS_PART, look, made

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
