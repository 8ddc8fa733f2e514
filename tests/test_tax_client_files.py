"""Files for the tax client: the titles in their order, cumulative deductions by item, the company's own template."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import update

from models.payroll import RunKind, RunState
from models.people import Employee
from models.personnel import (
    BankCard,
    DeductionItem,
    Education,
    EmploymentKind,
    IdentityKind,
    PersonalFile,
    SpecialDeduction,
    TaxYear,
)
from services import tax_client_files
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from services.tax_client_templates import TaxSheet, usual
from tests.payroll_helpers import COMPONENTS, Payroll, id_card, lines_of, make_payroll, make_run

WAGES = [
    "工号",
    "*姓名",
    "*证件类型",
    "*证件号码",
    "本期收入",
    "本期免税收入",
    "基本养老保险费",
    "基本医疗保险费",
    "失业保险费",
    "住房公积金",
    "累计子女教育",
    "累计继续教育",
    "累计住房贷款利息",
    "累计住房租金",
    "累计赡养老人",
    "累计3岁以下婴幼儿照护",
    "累计个人养老金",
    "企业(职业)年金",
    "商业健康保险",
    "税延养老保险",
    "公务交通费用",
    "通讯费用",
    "律师办案费用",
    "西藏附加减除费用",
    "其他",
    "准予扣除的捐赠额",
    "减免税额",
    "协定减免",
    "备注",
]
BONUS_PART = ("bonus", "年终奖", "earning", True)
ZERO = {code: 0 for code, *_ in COMPONENTS}
BONUS = ZERO | {
    "bonus": 3_600_100, "separate_bonus": Decimal(36_001), "social": Decimal(0), "housing": Decimal(0), "insured": {},
    "deducted": {}, "tax": Decimal("3390.10"), "separate_tax": Decimal("3390.10"), "net": Decimal("32610.90"),
    "employer_insurance": Decimal(0), "employer_cost": Decimal(36_001),
}  # fmt: skip


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return make_payroll(database, 5, ("欧阳<&>明辉", "𬭎辉"))


def made(payroll: Payroll, kind: str, run_id: int) -> tuple[str, list[dict[str, Any]]]:
    """The file's name, and its rows by their titles."""
    with payroll.database.read() as session:
        name, content = getattr(tax_client_files, kind)(session, payroll.clerk, run_id)
    titles, *rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    return name, [dict(zip(titles, row, strict=True)) for row in rows]


def look(payroll: Payroll, run_id: int, kind: TaxSheet = TaxSheet.WAGES) -> tax_client_files.TaxLook:
    with payroll.database.read() as session:
        return tax_client_files.look(session, payroll.clerk, run_id, kind)


def change_files(payroll: Payroll, place: int, **values: object) -> None:
    with payroll.database.write() as session:
        session.execute(
            update(PersonalFile).where(PersonalFile.employee_id == payroll.people[place]).values(**values)
        )


def test_the_wages_have_29_titles_in_the_clients_order(payroll: Payroll) -> None:
    name, rows = made(payroll, "wages", make_run(payroll))
    assert name == "2026-11 正常工资薪金收入.xlsx"
    assert list(rows[0]) == WAGES
    assert len(WAGES) == 29


def test_a_row_has_the_months_amounts_and_cumulative_deductions(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    _, rows = made(payroll, "wages", run_id)
    line, row = lines_of(payroll, run_id)[1], rows[1]
    filled = {title: value for title, value in row.items() if value != ""}
    assert filled == {
        "工号": "G0002", "*姓名": "𬭎辉", "*证件类型": "居民身份证", "*证件号码": id_card(1), "本期收入": 8365.09, "本期免税收入": 300.0,
        "基本养老保险费": 640.0, "基本医疗保险费": 167.0, "失业保险费": 24.0, "住房公积金": 960.0,
        "累计子女教育": 22_000.0, "累计住房租金": 16_500.0,
    }  # fmt: skip
    assert Decimal(str(filled["本期收入"])) == line.gross
    found = look(payroll, run_id)
    assert (found.people, found.total) == (5, sum(one.gross for one in lines_of(payroll, run_id)))
    assert (found.doubts, found.left_out, found.unknown, found.own_template) == ((), (), (), False)
    assert found.titles == tuple(WAGES)


def test_identity_numbers_are_text_cells_and_names_run_nothing(payroll: Payroll) -> None:
    run_id = make_run(payroll, changes={0: {"name": "=HYPERLINK(1)"}})
    with payroll.database.read() as session:
        content = tax_client_files.wages(session, payroll.clerk, run_id).content
    with zipfile.ZipFile(BytesIO(content)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert f"<v>{id_card(0)}</v>" not in page
    assert made(payroll, "wages", run_id)[1][0]["*证件号码"] == id_card(0)


def test_everything_paid_in_the_month_counts_and_nothing_else(payroll: Payroll) -> None:
    make_run(payroll, date(2026, 10, 1))
    make_run(
        payroll,
        kind=RunKind.SUPPLEMENT,
        number="GZ-B1",
        changes={0: ZERO | {"base": 50_000, "insured": {}, "exempt": Decimal(0)}},
    )
    make_run(payroll, kind=RunKind.SUPPLEMENT, number="GZ-B2", state=RunState.DRAFT)
    _, rows = made(payroll, "wages", make_run(payroll))
    assert rows[0]["本期收入"] == 8_800.0
    assert rows[0]["基本养老保险费"] == 640.0


def test_a_bonus_taxed_by_itself_has_its_own_sheet_only(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    parts = (*COMPONENTS, BONUS_PART)
    bonus = make_run(
        payroll, kind=RunKind.BONUS, number="GZ-B", components=parts, changes={0: BONUS, 1: BONUS}
    )
    _, wages = made(payroll, "wages", bonus)
    assert wages[0]["本期收入"] == 8_300.0
    assert wages[0]["累计子女教育"] == 22_000.0  # as the wages froze it
    name, rows = made(payroll, "bonus", run_id)
    assert name == "2026-11 全年一次性奖金收入.xlsx"
    assert [(row["工号"], row["*全年一次性奖金额"]) for row in rows] == [
        ("G0001", 36_001.0),
        ("G0002", 36_001.0),
    ]
    assert look(payroll, run_id, TaxSheet.BONUS).total == Decimal(72_002)


def test_without_bonuses_there_is_no_bonus_sheet(payroll: Payroll) -> None:
    with pytest.raises(Refused) as refused:
        made(payroll, "bonus", make_run(payroll))
    assert (refused.value.code, refused.value.values["month"]) == ("tax_file.nobody", "2026-11")


def test_annuity_and_health_insurance_are_of_the_month_the_rest_of_the_year(payroll: Payroll) -> None:
    items = {
        DeductionItem.HEALTH_INSURANCE: "200", DeductionItem.ENTERPRISE_ANNUITY: "300", DeductionItem.PRIVATE_PENSION: "1000",
        DeductionItem.ELDERLY_CARE: "3000",
    }  # fmt: skip
    with payroll.database.write() as session:
        session.add_all(
            SpecialDeduction(
                employee_id=payroll.people[0], item=item, amount=Decimal(amount), from_month=date(2026, 3, 1)
            )
            for item, amount in items.items()
        )
    run_id = make_run(payroll, changes={0: {"deducted": {}, "cum_additional": Decimal(27_000)}})
    row = made(payroll, "wages", run_id)[1][0]
    assert (row["商业健康保险"], row["企业(职业)年金"]) == (200.0, 300.0)
    assert (row["累计个人养老金"], row["累计赡养老人"]) == (9_000.0, 27_000.0)  # March to November
    assert look(payroll, run_id).doubts == ()


def test_interns_and_labour_are_left_out_of_wages_and_named(payroll: Payroll) -> None:
    run_id = make_run(payroll, changes={2: {"employment_kind": EmploymentKind.INTERN}})
    assert "G0003" not in {row["工号"] for row in made(payroll, "wages", run_id)[1]}
    assert [(check.code, check.values["number"]) for check in look(payroll, run_id).left_out] == [
        ("tax_file_apart", "G0003")
    ]
    assert "G0003" in {row["工号"] for row in made(payroll, "people", run_id)[1]}
    assert look(payroll, run_id, TaxSheet.PEOPLE).left_out == ()


def test_what_the_client_will_refuse_is_named_before(payroll: Payroll) -> None:
    run_id = make_run(
        payroll,
        changes={
            0: {"identity_number": ""},
            1: {"identity_number": "420101199001010019"},
            2: {"identity_number": id_card(3)},
            4: {"social": Decimal("900.00"), "cum_additional": Decimal(1)},
        },
    )
    change_files(payroll, 0, identity_number=None, sex=None)
    assert [(check.code, check.values["number"]) for check in look(payroll, run_id).doubts] == [
        ("tax_file_no_identity", "G0001"), ("tax_file_identity", "G0002"), ("tax_file_twice", "G0003"),
        ("tax_file_twice", "G0004"), ("tax_file_insurance", "G0005"), ("tax_file_deductions", "G0005"),
    ]  # fmt: skip
    codes = [check.code for check in look(payroll, run_id, TaxSheet.PEOPLE).doubts]
    assert codes.count("tax_file_person") == 1


def test_the_people_have_51_titles_and_what_the_file_knows(payroll: Payroll) -> None:
    person = payroll.people[0]
    change_files(
        payroll, 0, household_address="湖北省武汉市洪山区珞喻路 1037 号", home_address="北京市海淀区中关村大街1号",
        email="li@example.com", education=Education.MASTER, employment_kind=EmploymentKind.INTERN,
    )  # fmt: skip
    with payroll.database.write() as session:
        session.add(TaxYear(employee_id=person, year=2026, first_wage=True, deduct_basic=False))
        session.add(
            BankCard(
                employee_id=person,
                from_on=date(2026, 1, 1),
                bank_name="工商银行",
                number="6222020000000000000",
            )
        )
        session.execute(
            update(Employee)
            .where(Employee.id == person)
            .values(hired_on=date(2026, 7, 1), left_on=date(2026, 10, 30))
        )
    name, rows = made(payroll, "people", make_run(payroll))
    row = rows[0]
    assert (name, len(row)) == ("2026-11 人员信息.xlsx", 51)
    assert [title for title, _ in usual(TaxSheet.PEOPLE).columns] == list(row)
    expected = {
        "*证件类型": "居民身份证", "*国籍(地区)": "中国", "*性别": "女", "*出生日期": "1990-01-01",
        "*任职受雇从业类型": "实习学生（全日制学历教育）", "入职年度就业情形": "当年首次入职学生", "任职受雇从业日期": "2026-07-01",
        "离职日期": "2026-10-30", "是否离职后补发工资": "是", "实际补发工资的月份": "2026-11", "是否残疾": "否", "是否扣除减除费用": "否",
        "户籍所在地(省)": "湖北省", "户籍所在地(市)": "武汉市", "户籍所在地(区县)": "洪山区", "户籍所在地(详细地址)": "珞喻路1037号",
        "经常居住地(省)": "北京市", "经常居住地(市)": "北京市", "经常居住地(区县)": "海淀区", "联系地址(详细地址)": "中关村大街1号",
        "电子邮箱": "li@example.com", "学历": "研究生", "开户银行": "工商银行", "银行账号": "6222020000000000000",
    }  # fmt: skip
    assert {title: row[title] for title in expected} == expected
    assert (rows[1]["是否离职后补发工资"], rows[1]["入职年度就业情形"], rows[1]["是否扣除减除费用"]) == (
        "否",
        "",
        "是",
    )


def test_a_passport_is_called_what_the_client_calls_it(payroll: Payroll) -> None:
    change_files(payroll, 0, identity_kind=IdentityKind.PASSPORT, identity_number="E12345678")
    run_id = make_run(payroll, changes={0: {"identity_number": "E12345678"}})
    assert made(payroll, "wages", run_id)[1][0]["*证件类型"] == "外国护照"
    assert look(payroll, run_id).doubts == ()


@pytest.mark.parametrize(
    "address", ["", "光谷大道", "新疆维吾尔自治区伊犁哈萨克自治州霍城县清水河镇", "香港特别行政区"]
)
def test_no_part_of_an_address_is_lost(payroll: Payroll, address: str) -> None:
    change_files(payroll, 0, household_address=address)
    row = made(payroll, "people", make_run(payroll))[1][0]
    parts = [row[f"户籍所在地({part})"] for part in ("省", "市", "区县", "详细地址")]
    assert "".join(parts) == address


def test_pay_leaves_the_house_only_with_its_permission(payroll: Payroll, administrator: Actor) -> None:
    run_id = make_run(payroll)
    for name in ("wages", "bonus", "people"):
        with pytest.raises(Refused, match=r"permission\.denied"), payroll.database.read() as session:
            getattr(tax_client_files, name)(session, administrator, run_id)
    with pytest.raises(Refused, match=r"permission\.denied"), payroll.database.read() as session:
        tax_client_files.look(session, administrator, run_id, TaxSheet.WAGES)


def test_on_both_databases_the_files_are_made(either: Database) -> None:
    payroll = make_payroll(either, 2)
    run_id = make_run(payroll)
    assert [len(made(payroll, kind, run_id)[1]) for kind in ("wages", "people")] == [2, 2]
