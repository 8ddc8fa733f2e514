"""The bill of a fund against our month: titles of several kinds, missing, extra, different to the fen, text for a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.insurance_terms import Fund, InsuranceItem
from services import insurance_bills
from services.database import Database
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.identity_numbers import from_old_id_card
from services.insurance_bill_rows import BillColumn, bill_of
from services.insurance_bills import BillKind, Compared
from services.permissions import Actor
from tests.remittances import OCTOBER, bill, command, draft, hire, policies, shown

ID_ONE, ID_TWO = "420106199001011239", "420106199202022345"
HOUSING = ("序号", "姓名", "证件号码", "缴存基数", "单位月缴额", "个人月缴额", "合计")


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    hire(database, "张三", "8000", identity=ID_ONE)
    hire(database, "李四", "30000", identity=ID_TWO)
    return database


@pytest.fixture
def housing(house: Database, clerk: Actor) -> int:
    return draft(house, clerk, OCTOBER)[Fund.HOUSING]


def compared(database: Database, actor: Actor, remittance_id: int, sheet: ForeignSheet) -> Compared:
    with database.read() as session:
        return insurance_bills.compare(session, actor, remittance_id, sheet)


def code_of(database: Database, actor: Actor, remittance_id: int, sheet: ForeignSheet) -> Refused:
    with database.read() as session, pytest.raises(Refused) as error:
        insurance_bills.compare(session, actor, remittance_id, sheet)
    return error.value


def test_a_bill_that_agrees_says_so(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(
        tmp_path,
        ("住房公积金汇缴清册",),
        ("单位名称：某某公司", None, "汇缴年月：2026年10月", None, "打印日期：2026-11-03"),
        HOUSING,
        (1, "张三", ID_ONE, 8000, 960, 960, 1920),
        (2, "李 四", ID_TWO, 22488, 2698.56, 2698.56, 5397.12),
        ("合计", None, None, 30488, 3658.56, 3658.56, 7317.12),
    )
    found = compared(house, clerk, housing, sheet)
    assert (found.differences, found.problems) == ((), ())
    assert (found.people, found.people_theirs, found.same) == (2, 2, 2)
    assert found.total == found.total_theirs


def test_missing_extra_and_different_to_the_fen(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(
        tmp_path,
        HOUSING,
        (1, "李四", ID_TWO, 22488, 2698.57, 2698.56, 5397.13),
        (2, "王五", "420106198803033456", 5000, 600, 600, 1200),
    )
    found = compared(house, clerk, housing, sheet).differences
    assert [(one.kind, one.name) for one in found] == [
        (BillKind.MISSING, "张三"), (BillKind.EXTRA, "王五"), (BillKind.DIFFERS, "李四"), (BillKind.DIFFERS, "李四"),
    ]  # fmt: skip
    assert found[0].ours == "1920.00"
    assert (found[1].row, found[1].theirs) == (3, "1200.00")
    assert (found[2].column, found[2].ours, found[2].theirs) == ("employer", "2698.56", "2698.57")
    assert found[3].column == "total"


def test_text_in_a_number_column_is_told_and_nothing_is_kept(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(
        tmp_path,
        HOUSING,
        (1, "张三", ID_ONE, "八千", 960, 960, 1920),
        (2, "李四", ID_TWO, 22488, 2698.56, "见附件", 5397.12),
    )
    found = compared(house, clerk, housing, sheet)
    assert [(one.row, one.column, one.value) for one in found.problems] == [
        (2, "缴存基数", "八千"), (3, "个人月缴额", "见附件"),
    ]  # fmt: skip
    with house.write() as session, pytest.raises(Refused) as error:
        insurance_bills.keep(session, clerk, housing, found, command())
    assert (error.value.code, error.value.values["count"]) == ("insurance_bill.problems", 2)
    assert shown(house, clerk, housing).bill_name == ""


def test_the_result_stays_with_the_remittance(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(tmp_path, HOUSING, (1, "张三", ID_ONE, 8000, 960, 960, 1920), name="公积金10月.xlsx")
    found = compared(house, clerk, housing, sheet)
    with house.write() as session:
        insurance_bills.keep(session, clerk, housing, found, "one")
        insurance_bills.keep(session, clerk, housing, found, "one")
    kept = shown(house, clerk, housing)
    assert kept.bill_name == "公积金10月.xlsx"
    assert [(one["kind"], one["name"]) for one in kept.bill_result] == [("missing", "李四")]


@pytest.mark.parametrize(
    "heading",
    ["汇缴年月：2026年9月", "费款所属期 202609", "缴费月份：2026-09", "所属期：2026.09-2026.09"],
)
def test_the_bill_of_another_month_is_refused(house, clerk, housing, tmp_path: Path, heading: str) -> None:
    sheet = bill(tmp_path, (heading,), HOUSING, (1, "张三", ID_ONE, 8000, 960, 960, 1920))
    error = code_of(house, clerk, housing, sheet)
    assert error.code == "insurance_bill.other_month"
    assert (error.values["found"], error.values["month"]) == ("2026-09", "2026-10")


def test_a_column_of_months_counts_too(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(tmp_path, ("姓名", "费款所属期", "单位金额"), ("张三", "202609", 960))
    assert code_of(house, clerk, housing, sheet).code == "insurance_bill.other_month"


def test_one_line_for_each_item_is_added_up_by_person(house, clerk, tmp_path: Path) -> None:
    social = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    titles = ("姓名", "身份证号码", "征收品目", "缴费基数", "费率", "单位应缴", "个人应缴")
    items = (("基本养老保险", 1280, 640), ("基本医疗保险", 696, 167), ("失业保险", 56, 24))
    sheet = bill(
        tmp_path, titles, *(("张三", ID_ONE, item, 8000, "16%", one, two) for item, one, two in items)
    )
    found = [one for one in compared(house, clerk, social, sheet).differences if one.name == "张三"]
    assert [(one.column, one.item, one.ours, one.theirs) for one in found] == [
        ("total", "injury", "32.00", "0.00")
    ]


def test_two_lines_of_titles_name_item_and_side(house, clerk, tmp_path: Path) -> None:
    social = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    sheet = bill(
        tmp_path,
        ("社会保险费应缴明细表", None, None, None, None, None, None, None, None),
        ("序号", "姓名", "身份证号", "养老保险", None, None, "医疗保险", None, "工伤保险"),
        (None, None, None, "缴费基数", "单位部分", "个人部分", "单位部分", "个人部分", "单位部分"),
        (1, "张三", ID_ONE, 8000, 1280, 640, 696.01, 167, 32),
    )
    assert {what for _, what in bill_of(sheet).titles} >= {
        (BillColumn.BASE, InsuranceItem.PENSION),
        (BillColumn.EMPLOYEE, InsuranceItem.MEDICAL),
        (BillColumn.EMPLOYER, InsuranceItem.INJURY),
    }
    found = [one for one in compared(house, clerk, social, sheet).differences if one.name == "张三"]
    assert [(one.column, one.item, one.ours, one.theirs) for one in found] == [
        ("employer", "medical", "696.00", "696.01"), ("total", "unemployment", "80.00", "0.00"),
    ]  # fmt: skip


def test_another_number_of_the_same_name_is_somebody_else(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(
        tmp_path,
        HOUSING,
        (1, "张三", "420106199001011000", 8000, 960, 960, 1920),
        (2, "李四", ID_TWO, 22488, 2698.56, 2698.56, 5397.12),
    )
    found = compared(house, clerk, housing, sheet).differences
    assert [(one.kind, one.name, one.ours, one.theirs) for one in found] == [
        (BillKind.MISSING, "张三", "1920.00", ""), (BillKind.EXTRA, "张三", "", "1920.00"),
    ]  # fmt: skip


def test_who_has_no_number_in_the_bill_or_here_is_known_by_name(house, clerk, tmp_path: Path) -> None:
    hire(house, "赵六", "8000", identity="")
    one = draft(house, clerk, OCTOBER)[Fund.HOUSING]
    sheet = bill(
        tmp_path,
        HOUSING,
        (1, "张三", None, 8000, 960, 960, 1920),
        (2, "赵六", "420106199001011000", 8000, 960, 960, 1920),
    )
    found = compared(house, clerk, one, sheet).differences
    assert [(one.kind, one.name) for one in found] == [(BillKind.MISSING, "李四")]


def test_an_old_number_of_fifteen_digits_is_the_same(house, clerk, tmp_path: Path) -> None:
    hire(house, "赵六", "8000", identity=from_old_id_card("420106800303345"))
    one = draft(house, clerk, OCTOBER)[Fund.HOUSING]
    sheet = bill(tmp_path, HOUSING, (1, "赵 陆", "420106800303345", 8000, 960, 960, 1920))
    found = compared(house, clerk, one, sheet).differences
    assert {one.kind for one in found} == {BillKind.MISSING}


def test_money_of_nobody_is_a_problem(house, clerk, housing, tmp_path: Path) -> None:
    sheet = bill(
        tmp_path,
        HOUSING,
        (1, "张三", ID_ONE, 8000, 960, 960, 1920),
        (2, None, None, 5000, 600, 600, 1200),
        (None, None, None, None, None, None, None),
        ("合计", None, None, 13000, 1560, 1560, 3120),
        ("制表人：王某", None, None, None, None, None, None),
    )
    assert [(one.row, one.column, one.value) for one in compared(house, clerk, housing, sheet).problems] == [
        (3, "姓名", "5000")
    ]


@pytest.mark.parametrize("heading", ["汇缴年月：2026年9月至2026年10月", "费款所属期 202609-202610"])
def test_a_bill_of_two_months_is_refused(house, clerk, housing, tmp_path: Path, heading: str) -> None:
    sheet = bill(tmp_path, (heading,), HOUSING, (1, "张三", ID_ONE, 8000, 960, 960, 1920))
    error = code_of(house, clerk, housing, sheet)
    assert (error.code, error.values["found"]) == ("insurance_bill.several_months", "2026-09、2026-10")


def test_the_same_person_twice_is_told(house, clerk, housing, tmp_path: Path) -> None:
    row = ("张三", ID_ONE, 8000, 960, 960, 1920)
    sheet = bill(tmp_path, HOUSING, (1, *row), (2, *row))
    kinds = [one.kind for one in compared(house, clerk, housing, sheet).differences if one.name == "张三"]
    assert BillKind.TWICE in kinds
    assert BillKind.DIFFERS in kinds


def test_an_empty_cell_of_ours_is_a_difference_not_an_agreement(
    house, clerk, housing, tmp_path: Path
) -> None:
    sheet = bill(tmp_path, HOUSING, (1, "张三", ID_ONE, 8000, None, 960, 960), (2, "李四", ID_TWO, 22488, 2698.56, 2698.56, 5397.12))  # fmt: skip
    found = compared(house, clerk, housing, sheet).differences
    assert ("employer", "960.00", "0.00") in [(one.column, one.ours, one.theirs) for one in found]


def test_two_of_one_name_are_told_apart_by_their_numbers_only(house, clerk, tmp_path: Path) -> None:
    hire(house, "张三", "9000", identity="420106199505056789")
    one = draft(house, clerk, OCTOBER)[Fund.HOUSING]
    sheet = bill(tmp_path, ("姓名", "单位缴存额"), ("张三", 960))
    error = code_of(house, clerk, one, sheet)
    assert error.code == "insurance_bill.nobody"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("日期", "金额"), ("2026-10-01", 5)), "insurance_bill.no_titles"),
        ((HOUSING, ("合计", None, None, 1, 1, 1, 1)), "insurance_bill.no_rows"),
        ((HOUSING, (1, "赵六", "420106198001010000", 1, 1, 1, 1)), "insurance_bill.nobody"),
    ],
)
def test_what_is_no_bill_of_ours_is_refused(house, clerk, housing, tmp_path: Path, rows, code: str) -> None:
    assert code_of(house, clerk, housing, bill(tmp_path, *rows)).code == code


def test_whoever_may_only_look_keeps_nothing(house, clerk, auditor, housing, tmp_path: Path) -> None:
    found = compared(
        house, auditor, housing, bill(tmp_path, HOUSING, (1, "张三", ID_ONE, 8000, 960, 960, 1920))
    )
    with house.write() as session, pytest.raises(Refused) as error:
        insurance_bills.keep(session, auditor, housing, found, command())
    assert error.value.code == "permission.denied"


def test_somebody_else_was_quicker(house, clerk, housing, tmp_path: Path) -> None:
    found = compared(
        house, clerk, housing, bill(tmp_path, HOUSING, (1, "张三", ID_ONE, 8000, 960, 960, 1920))
    )
    with house.write() as session:
        insurance_bills.keep(session, clerk, housing, found, command())
    with house.write() as session, pytest.raises(Refused) as error:
        insurance_bills.keep(session, clerk, housing, found, command())
    assert error.value.code == "record.stale"
