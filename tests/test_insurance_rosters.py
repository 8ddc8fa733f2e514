"""Rosters, records of a person and certificates: what they say, and what they refuse; the printed forms read back."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from services import (
    base_season_papers,
    base_seasons,
    insurance_bills,
    insurance_rosters,
    remittance_papers,
    remittances,
)
from services.base_seasons import SeasonDraft
from services.database import Database
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.reports.insurance_sheets import sheets_pdf
from services.reports.insurance_statement import statement_pdf
from services.reports.paper import A4, A4_LANDSCAPE, A5_LANDSCAPE, PrintSettings
from services.terms import Fund
from tests.remittances import (
    AUGUST,
    CITY,
    JANUARY,
    JULY,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    close_wages,
    command,
    draft,
    freeze,
    frozen,
    hire,
    paid_wages,
    policies,
    set_base,
    stop,
)

ID = "420106199001011239"


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


def words(pdf: bytes) -> str:
    """The text of all pages, without what is only there for the eye."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return "".join(text.split())


def test_a_roster_lists_everybody_of_the_month(house, clerk) -> None:
    hire(house, "甲", "8000", identity=ID)
    hire(house, "乙", "30000", since=SEPTEMBER)
    with house.read() as session:
        sheet = insurance_rosters.roster(session, clerk, Fund.SOCIAL, CITY, date(2026, 10, 9))
    assert [(row[1], row[2], row[5], row[7]) for row in sheet.rows] == [
        ("甲", ID, "2026-01", "8,000.00"), ("乙", "", "2026-09", "22,488.00"),
    ]  # fmt: skip
    assert sheet.rows[0][6] == "养老、医疗、失业、工伤"
    assert "参保人员花名册" in words(sheets_pdf([sheet], PrintSettings(A4_LANDSCAPE)))


def test_a_roster_of_nobody_is_refused(house, clerk) -> None:
    with house.read() as session, pytest.raises(Refused) as error:
        insurance_rosters.roster(session, clerk, Fund.SOCIAL, "深圳", TODAY)
    assert error.value.code == "insurance_roster.nobody"


def test_a_record_shows_what_was_archived_with_back_payments_in_their_months(house, clerk) -> None:
    person = hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    frozen(house, clerk, AUGUST, SEPTEMBER)
    draft(house, clerk, OCTOBER)
    set_base(house, person, "9000", SEPTEMBER)
    with house.write() as session:
        back = remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), TODAY)
    freeze(house, clerk, back)
    with house.read() as session:
        sheet = insurance_rosters.record(session, clerk, person, JULY, OCTOBER)
    assert [(row[0], row[2], row[5]) for row in sheet.rows] == [
        ("2026-08", "8,000.00", "2,895.00"), ("2026-09", "9,000.00", "3,256.00"),
    ]  # fmt: skip
    assert sheet.ending[0].startswith("社会保险：测试市，2026-01 至 今")


def test_a_certificate_says_since_when_and_what_was_paid(house, clerk) -> None:
    person = hire(house, "甲", "8000", identity=ID)
    frozen(house, clerk, AUGUST, SEPTEMBER)
    with house.read() as session:
        found = insurance_rosters.statement(session, clerk, person, JULY, OCTOBER, TODAY)
    text = words(statement_pdf(found))
    assert f"兹证明甲（公民身份号码：{ID}）系我单位职工" in text
    assert "自2026年1月起至今由我单位在测试市参加社会保险（养老、医疗、失业、工伤）" in text
    assert "缴存住房公积金" in text
    assert "2026年7月至2026年10月缴费情况如下" in text
    assert "2026-08" in text
    assert "2026年10月13日" in text
    assert "特此证明" in text


def test_a_long_certificate_goes_on_overleaf_and_keeps_room_for_the_seal(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    frozen(house, clerk, AUGUST)
    with house.read() as session:
        found = insurance_rosters.statement(session, clerk, person, date(2024, 1, 1), TODAY, TODAY)
    from dataclasses import replace

    long = replace(found, months=found.months * 36)
    document = pypdfium2.PdfDocument(BytesIO(statement_pdf(long, PrintSettings(A4))))
    assert len(document) == 2
    assert "盖章" in document[1].get_textpage().get_text_range()


def test_a_certificate_of_somebody_who_left_says_until_when(house, clerk) -> None:
    person = hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    stop(house, person, SEPTEMBER)
    with house.read() as session:
        found = insurance_rosters.statement(session, clerk, person, JULY, OCTOBER, TODAY)
    assert "自2026年1月至2026年9月" in found.paragraphs[1]
    assert found.months == ()


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (OCTOBER, JULY, "insurance_roster.months_turned"),
        (date(2023, 1, 1), OCTOBER, "insurance_roster.too_long"),
        (JANUARY, OCTOBER, "insurance_roster.nothing_paid"),
    ],
)
def test_months_that_cannot_be_are_refused(house, clerk, first: date, last: date, code: str) -> None:
    person = hire(house, "甲", "8000")
    with house.read() as session, pytest.raises(Refused) as error:
        insurance_rosters.record(session, clerk, person, first, last)
    assert error.value.code == code


def test_nothing_is_certified_for_somebody_never_insured(house, clerk) -> None:
    with house.read() as session:
        with pytest.raises(Refused) as error:
            insurance_rosters.statement(session, clerk, 1, JULY, OCTOBER, TODAY)
        assert error.value.code == "insurance_roster.not_insured"
        with pytest.raises(Refused) as error:
            insurance_rosters.statement(session, clerk, 999, JULY, OCTOBER, TODAY)
        assert error.value.code == "record.gone"


def test_only_people_who_were_insured_are_offered(house, clerk) -> None:
    hire(house, "甲", "8000")
    with house.read() as session:
        assert [one.label for one in insurance_rosters.people_choices(session, clerk)] == ["甲"]


def test_paper_too_small_for_a_certificate_is_refused(house, clerk) -> None:
    person = hire(house, "甲", "8000")
    with house.read() as session:
        found = insurance_rosters.statement(session, clerk, person, JULY, OCTOBER, TODAY)
    with pytest.raises(Refused) as error:
        statement_pdf(found, PrintSettings(A5_LANDSCAPE))
    assert error.value.code == "print.paper_too_small"
    with pytest.raises(Refused) as error:
        sheets_pdf([])
    assert error.value.code == "print.nothing"


def test_the_forms_of_a_month_have_sum_and_list_of_every_item(house, clerk) -> None:
    hire(house, "甲", "8000", identity=ID)
    hire(house, "乙", "30000")
    made = draft(house, clerk, OCTOBER)
    with house.read() as session:
        total, lines = remittance_papers.sheets_of(session, clerk, made[Fund.SOCIAL])
        housing = remittance_papers.sheets_of(session, clerk, made[Fund.HOUSING])
    assert total.title == "社会保险费汇缴书（试算）"
    assert [row[0] for row in total.rows][-4:] == [
        "其中：养老保险",
        "其中：医疗保险",
        "其中：失业保险",
        "其中：工伤保险",
    ]
    assert total.totals[:2] == ("本月汇缴", "2")
    labels = [column.label for column in lines.columns]
    assert labels[5:12] == [
        "养老单位",
        "养老个人",
        "医疗单位",
        "医疗个人",
        "失业单位",
        "失业个人",
        "工伤单位",
    ]
    assert lines.rows[0][5:12] == ("1,280.00", "640.00", "696.00", "167.00", "56.00", "24.00", "32.00")
    assert housing[1].rows[0][5:] == ("12%", "12%", "960.00", "960.00", "1,920.00")
    text = words(sheets_pdf([total, lines]))
    assert "社会保险费缴费明细表" in text
    assert "金额大写" in text


def test_a_printed_back_payment_names_its_months(house, clerk) -> None:
    person = hire(house, "甲", "8000", funds=(Fund.HOUSING,))
    frozen(house, clerk, AUGUST, SEPTEMBER)
    set_base(house, person, "9000", AUGUST, Fund.HOUSING)
    with house.write() as session:
        back = remittances.back_payment(session, clerk, Fund.HOUSING, CITY, command(), TODAY)
    with house.read() as session:
        total, lines = remittance_papers.sheets_of(session, clerk, back)
    assert (total.title, lines.title) == ("住房公积金补缴书（试算）", "住房公积金个人补缴清册（试算）")
    assert lines.rows[0][4:] == ("2026-08～2026-09", "9,000.00", "240.00", "240.00", "480.00")


def test_the_result_of_a_bill_check_is_printed(house, clerk) -> None:
    hire(house, "甲", "8000", identity=ID)
    hire(house, "乙", "9000")
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    rows = (("姓名", "证件号码", "养老单位"), ("甲", ID, "1280.01"))
    with house.write() as session:
        found = insurance_bills.compare(session, clerk, one, ForeignSheet("账单.xlsx", "0", rows))
        insurance_bills.keep(session, clerk, one, found, command())
        sheet = remittance_papers.bill_sheet(session, clerk, one)
    assert ("账单无此人", "乙") in [(row[1], row[2]) for row in sheet.rows]
    assert ("养老单位", "1,280.00", "1,280.01") in [(row[4], row[5], row[6]) for row in sheet.rows]


def test_the_list_for_signature_and_the_differences_by_month(house, clerk, hr_without_pay) -> None:
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    frozen(house, clerk, JULY, AUGUST)
    draft_of = SeasonDraft(fund=Fund.HOUSING, city=CITY, from_month=JULY, average_of=2025)
    with house.write() as session:
        season = base_seasons.make(session, clerk, draft_of, command())
        sheet = base_season_papers.list_sheet(session, clerk, season)
        hidden = base_season_papers.list_sheet(session, hr_without_pay, season)
        differences = base_season_papers.difference_sheet(session, clerk, season)
    assert sheet.title == "2026年度住房公积金缴存基数调整确认表"
    assert sheet.columns[-1].label == "本人签字"
    assert sheet.rows[0][3:11] == (
        "12",
        "9,000.00",
        "8,000.00",
        "9,000.00",
        "9,000.00",
        "",
        "240.00",
        "240.00",
    )
    assert hidden.rows[0][4] == ""
    assert [(row[3], row[5], row[6], row[7]) for row in differences.rows] == [
        ("2026-07", "8,000.00", "9,000.00", "120.00"), ("2026-08", "8,000.00", "9,000.00", "120.00"),
    ]  # fmt: skip
    assert "补差月份：2026-07～2026-08" in sheet.subtitle


def test_months_without_an_archived_payment_are_named(house, clerk) -> None:
    person = hire(house, "何俊", "8000", since=JANUARY)
    social = hire(house, "只社保", "8000", since=JANUARY, funds=(Fund.SOCIAL,))
    frozen(house, clerk, AUGUST, SEPTEMBER)
    with house.read() as session:
        sheet = insurance_rosters.record(session, clerk, person, JANUARY, OCTOBER)
        paper = insurance_rosters.statement(session, clerk, person, date(2025, 12, 1), OCTOBER, TODAY)
        whole = insurance_rosters.statement(session, clerk, person, AUGUST, SEPTEMBER, TODAY)
        one = insurance_rosters.statement(session, clerk, social, JULY, SEPTEMBER, TODAY)
        never = insurance_rosters.statement(session, clerk, person, JANUARY, JULY, TODAY)
    told = "以下月份本单位无已归档的缴费记录："
    assert sheet.ending[-1] == f"{told}社会保险、住房公积金2026年1月至7月、2026年10月。"
    assert f"{told}社会保险、住房公积金2025年12月至2026年7月、2026年10月。" in paper.paragraphs
    assert not any(told in sentence for sentence in whole.paragraphs)
    assert f"{told}社会保险2026年7月。" in one.paragraphs
    assert never.paragraphs[-1] == f"{told}社会保险、住房公积金2026年1月至7月。"
