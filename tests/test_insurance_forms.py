"""The funds' forms of a month: increases first, then decreases; on paper and as a workbook."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from models.insurance import ChangeKind
from models.people import Company
from models.personnel import HouseholdKind, PersonalFile, PersonalStatus, Sex
from services import insurance_forms
from services.database import Database
from services.errors import Refused
from services.exchange.insurance_form_xlsx import form_xlsx
from services.insurance_change_rules import ChangeReason
from services.reports.insurance_change_form import InsuranceForm, form_pdf
from services.reports.paper import VOUCHER, PrintSettings
from services.terms import Fund
from tests import remittances
from tests.insurance import MONTH, TODAY, House, draft, house
from tests.test_insurance_amounts import CITY, ITEMS, policy

OTHER = "襄阳"


@pytest.fixture
def home(database: Database) -> House:
    made = house(database)
    with database.write() as session:
        session.add(Company(name="武汉光谷测绘信息有限公司"))
    return made


def form(home: House, fund: Fund, city: str = CITY, month: date = MONTH) -> InsuranceForm:
    with home.database.read() as session:
        return insurance_forms.form_of(session, home.hr, fund, city, month, made_by="赵敏")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def cell(made: InsuranceForm, row: int, label: str) -> object:
    return made.rows[row][[column.label for column in made.columns].index(label)]


def test_the_social_form_lists_increases_before_decreases(home: House) -> None:
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9), phone="13800000001")
    home.insure(left, "7000")
    home.approved(draft(left, ChangeKind.STOP, fund=Fund.SOCIAL))
    new = home.person("夏雨桐", phone="13800000002")
    with home.database.write() as session:
        session.add(
            PersonalFile(
                employee_id=new, identity_number="420106199803125426", sex=Sex.FEMALE, born_on=date(1998, 3, 12),
                household_kind=HouseholdKind.RURAL, personal_status=PersonalStatus.CADRE, started_work_on=date(2020, 7, 1),
            )
        )  # fmt: skip
        insurance_forms.note_unit_number(session, home.hr, Fund.SOCIAL, CITY, "4201 8899")
    home.approved(draft(new, fund=Fund.SOCIAL, base=Decimal(6800)))
    made = form(home, Fund.SOCIAL)
    assert [(row[1], row[2]) for row in made.rows] == [("增", "夏雨桐"), ("减", "老王")]
    head = dict(made.head)
    assert head["社保编号"] == "4201 8899"
    assert [head[word] for word in ("上月人数", "本月增加", "本月减少", "本月人数")] == ["7", "1", "1", "7"]
    assert head["所属期"] == "2026年11月"
    expected = {
        "公民身份号码": "420106199803125426", "性别": "女", "出生年月": "1998-03", "户口性质": "B农村", "个人身份": "A干部", "用工形式": "全日制",
        "养老": "✓", "生育": "", "月缴费基数": Decimal(6800), "参保类型/停保原因": "D区内转入", "增减年月": "2026-11",
        "联系电话": "13800000002",
    }  # fmt: skip
    assert {label: cell(made, 0, label) for label in expected} == expected
    assert cell(made, 1, "参保类型/停保原因") == "03暂停"
    assert cell(made, 1, "月缴费基数") == 7000


def test_the_housing_form_tells_people_and_sums(home: House) -> None:
    new = home.person("夏雨桐")
    home.approved(draft(new, fund=Fund.HOUSING, base=Decimal(5000), reason=ChangeReason.FIRST))
    home.approved(draft(1, ChangeKind.BASE, fund=Fund.HOUSING, base=Decimal(9000)))
    left = home.person("老王", hired_on=date(2025, 1, 6), left_on=date(2026, 10, 9))
    home.insure(left)
    home.approved(draft(left, ChangeKind.STOP, fund=Fund.HOUSING))
    made = form(home, Fund.HOUSING)
    reasons = [cell(made, row, "变更原因") for row in range(3)]
    assert reasons == ["新开户", "封存", "基数变更"]
    assert [cell(made, row, "合计") for row in range(3)] == [Decimal(1200), Decimal(1920), Decimal(2160)]
    assert cell(made, 0, "单位比例") == "12%"
    assert (cell(made, 0, "起止月"), cell(made, 1, "起止月")) == ("2026-11 起", "至 2026-10")
    head = dict(made.head)
    assert head["上月汇缴"] == "7人 13,440.00元"
    assert head["本月汇缴"] == "7人 12,960.00元"
    assert (head["本月增加"], head["本月减少"]) == ("1人", "1人")


def test_who_moves_is_less_here_and_more_there(home: House) -> None:
    with home.database.write() as session:
        session.add(policy(Fund.SOCIAL, ITEMS, city=OTHER))
    home.approved(draft(1, ChangeKind.TRANSFER, fund=Fund.SOCIAL, city=OTHER, base=None))
    assert [row[1] for row in form(home, Fund.SOCIAL).rows] == ["减"]
    there = form(home, Fund.SOCIAL, OTHER)
    assert [row[1] for row in there.rows] == ["增"]
    assert dict(there.head)["本月人数"] == "1"


def test_drafts_and_refused_changes_are_on_no_form(home: House) -> None:
    home.create(draft(home.person("夏雨桐")))
    assert form(home, Fund.SOCIAL).rows == ()
    assert form(home, Fund.HOUSING).rows == ()


def test_the_form_is_printed_on_landscape_a4_with_every_word(home: House) -> None:
    home.approved(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    pdf = form_pdf(form(home, Fund.SOCIAL))
    words = text_of(pdf)
    for word in (
        "社会保险人员增减表",
        "夏雨桐",
        "D区内转入",
        "武汉光谷测绘信息有限公司",
        "填表人：赵敏",
        "负责人：",
        "8,000.00",
        "装订线",
    ):
        assert word in words
    assert pdf == form_pdf(form(home, Fund.SOCIAL))
    with pytest.raises(Refused, match=r"print\.paper_too_small"):
        form_pdf(form(home, Fund.SOCIAL), PrintSettings(VOUCHER))


def test_the_workbook_has_numbers_as_numbers_and_ids_as_text(home: House) -> None:
    new = home.person("=夏雨桐")
    with home.database.write() as session:
        session.add(PersonalFile(employee_id=new, identity_number="420106199803125426"))
    home.approved(draft(new, fund=Fund.HOUSING))
    book = CalamineWorkbook.from_filelike(BytesIO(form_xlsx(form(home, Fund.HOUSING))))
    title, head, headings, first, ending = book.get_sheet_by_index(0).to_python()
    assert title[0] == "住房公积金汇缴（变更）清册"
    assert "单位名称：武汉光谷测绘信息有限公司" in str(head[0])
    row = dict(zip(headings, first, strict=True))
    assert row["姓名"] == "=夏雨桐"
    assert row["证件号码"] == "420106199803125426"
    assert (row["缴存基数"], row["合计"]) == (8000, 1920)
    assert "填表人：赵敏" in str(ending[0])


def test_nobody_without_the_permission_gets_a_form(home: House, cashier) -> None:
    with home.database.read() as session, pytest.raises(Refused, match=r"permission\.denied"):
        insurance_forms.form_of(session, cashier, Fund.SOCIAL, CITY, MONTH, made_by="x")


def test_a_frozen_month_stands_on_the_form_as_it_was_paid(home: House) -> None:
    october = date(2026, 10, 1)
    made = remittances.draft(home.database, home.hr, october, today=TODAY)
    remittances.freeze(home.database, home.hr, made[Fund.HOUSING])
    before = dict(form(home, Fund.HOUSING, month=october).head)["本月汇缴"]
    remittances.set_base(home.database, 1, "9000", date(2026, 7, 1), Fund.HOUSING)
    assert before == "6人 11,520.00元"
    assert dict(form(home, Fund.HOUSING, month=october).head)["本月汇缴"] == before
    head = dict(form(home, Fund.HOUSING).head)
    assert (head["上月汇缴"], head["本月汇缴"]) == (before, "6人 11,760.00元")


def test_a_change_of_base_is_printed_after_those_who_come_and_go(home: House) -> None:
    home.approved(draft(home.person("夏雨桐"), fund=Fund.SOCIAL))
    home.approved(draft(1, ChangeKind.BASE, fund=Fund.SOCIAL, base=Decimal(9000)))
    made = form(home, Fund.SOCIAL)
    assert [row[1] for row in made.rows] == ["增", "变"]
    assert cell(made, 1, "月缴费基数") == 9000
    assert cell(made, 1, "参保类型/停保原因") == "基数变更（原8,000.00）"
    head = dict(made.head)
    assert (head["本月增加"], head["本月减少"], head["基数变更"]) == ("1", "0", "1人")
