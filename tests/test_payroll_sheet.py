"""The payroll sheet on paper: read back from the PDF, every row, every sum, what is carried from page to page."""

from __future__ import annotations

import re
from decimal import Decimal

import pypdfium2
import pytest

from models.payroll import RunKind, RunState
from services import payroll_papers
from services.database import Database
from services.errors import Refused
from services.money import format_money, voucher_capitals
from services.permissions import Actor
from services.reports.paper import A3_LANDSCAPE, A4, PrintSettings
from services.reports.pay_grid import Grid, GridColumn, GridGroup, grid_pdf
from services.reports.pay_grid_pages import Heights, paged
from tests.payroll_helpers import (
    COMPANY,
    COMPONENTS,
    DEPARTMENTS,
    Payroll,
    line_with,
    lines_of,
    make_payroll,
    make_run,
    pages,
)

RARE = ("欧阳<&>明辉", "𬭎辉", "阿卜杜热合曼·买买提明·亚森江", "😀小雨")
AMOUNT = re.compile(r"-?[\d,]+\.\d\d")


def printed(payroll: Payroll, run_id: int, what: str = "sheet", **options: object) -> bytes:
    with payroll.database.read() as session:
        made: bytes = getattr(payroll_papers, what)(session, payroll.clerk, run_id, **options).content
    return made


def amounts(line: str) -> list[Decimal]:
    return [Decimal(text.replace(",", "")) for text in AMOUNT.findall(line)]


@pytest.mark.parametrize("people", [1, 35, 500])
def test_everybody_stands_on_it_once_with_what_they_get(database: Database, people: int) -> None:
    payroll = make_payroll(database, people)
    run_id = make_run(payroll)
    pdf = printed(payroll, run_id)
    text = "\n".join(pages(pdf))
    lines = lines_of(payroll, run_id)
    assert all(text.count(line.number) == 1 for line in lines)
    for line in (lines[0], lines[-1]):
        row = line_with(pdf, line.number)
        assert line.name in row
        assert {format_money(line.gross), format_money(line.net)} <= set(AMOUNT.findall(row))
        assert amounts(row)[-1] == line.net


@pytest.mark.parametrize("people", [35, 500])
def test_subtotals_and_the_total_are_the_sums_of_their_rows(database: Database, people: int) -> None:
    payroll = make_payroll(database, people)
    run_id = make_run(payroll)
    pdf, lines = printed(payroll, run_id), lines_of(payroll, run_id)
    for name in DEPARTMENTS:
        said = amounts(line_with(pdf, f"{name} 小计"))
        assert said[-1] == sum(line.net for line in lines if line.department_name == name)
        assert sum(line.gross for line in lines if line.department_name == name) in said
    total = sum((line.net for line in lines), Decimal(0))
    assert amounts(line_with(pdf, f"合　计　{people} 人"))[-1] == total
    assert voucher_capitals(total) in pages(pdf)[-1]


def test_sums_are_carried_over_from_page_to_page(database: Database) -> None:
    payroll = make_payroll(database, 120)
    printed_pages = pages(printed(payroll, make_run(payroll)))
    assert len(printed_pages) > 3
    ends = [re.search(r"过次页([^\r\n]*)", page) for page in printed_pages]
    begins = [re.search(r"承前页([^\r\n]*)", page) for page in printed_pages]
    assert begins[0] is None
    assert ends[-1] is None
    before = Decimal(0)
    for number, page in enumerate(printed_pages[:-1]):
        end, begin = ends[number], begins[number + 1]
        assert end
        assert begin
        assert amounts(end[1]) == amounts(begin[1])
        here = [amounts(row)[-1] for row in page.splitlines() if re.match(r"\d+ G\d{4} ", row)]
        before += sum(here)
        assert amounts(end[1])[-1] == before


def test_the_heading_is_repeated_and_pages_are_counted(database: Database) -> None:
    payroll = make_payroll(database, 60)
    found = pages(printed(payroll, make_run(payroll)))
    for number, page in enumerate(found, 1):
        assert f"第 {number} 页 / 共 {len(found)} 页" in page
        assert all(
            said in page
            for said in ("工资表", COMPANY, "2026年10月", "2026-11-06", "实发合计", "签名", "GZ-2026-11")
        )


def test_a_department_that_fits_on_a_page_is_not_parted(database: Database) -> None:
    payroll = make_payroll(database, 60)  # fifteen in each
    found = pages(printed(payroll, make_run(payroll)))
    for name in DEPARTMENTS:
        assert [f"{name}　15 人" in page for page in found].count(True) == 1
    assert not any("（续）" in page for page in found)


def test_a_department_longer_than_a_page_goes_on_under_its_name(database: Database) -> None:
    payroll = make_payroll(database, 200)
    found = pages(printed(payroll, make_run(payroll)))
    assert any(f"{DEPARTMENTS[0]}（续）" in page for page in found)
    assert sum(f"{DEPARTMENTS[0]} 小计" in page for page in found) == 1


@pytest.mark.parametrize("count", [1, 2, 3, 19, 20, 21, 22, 23, 45, 46])
def test_no_page_is_fuller_than_it_can_be_and_no_row_is_lost(count: int) -> None:
    heights = Heights(room=160, row=6.8, ending=18, banded=True, carried=True)
    for counts in ([count], [count, 1], [5, count, count], [1] * count):
        found = paged(counts, heights)
        rows = [
            (part.group, row) for page in found for part in page.parts for row in range(part.first, part.last)
        ]
        assert rows == [(group, row) for group, rows in enumerate(counts) for row in range(rows)]
        for number, page in enumerate(found):
            used = sum(
                heights.band
                + (part.last - part.first) * heights.row
                + (heights.subtotal if part.ended else 0)
                for part in page.parts
            )
            used += 6 + (heights.carry if number else 0) + (heights.ending if number == len(found) - 1 else 0)
            assert used <= heights.room + 0.01


def test_columns_nobody_has_an_amount_in_are_left_out(database: Database) -> None:
    payroll = make_payroll(database, 3)
    text = "".join(pages(printed(payroll, make_run(payroll)))[0].split())
    assert "餐补" in text
    assert not any(said in text for said in ("夜班津贴", "借款还款", "大额医疗", "未列项增减", "备注"))


def test_what_no_component_explains_is_shown_and_not_hidden(database: Database) -> None:
    payroll = make_payroll(database, 2)
    run_id = make_run(payroll, changes={0: {"gross": Decimal("8400.00")}})
    pdf = printed(payroll, run_id)
    assert "未列项增减" in "".join(pages(pdf)[0].split())
    assert Decimal(100) in amounts(line_with(pdf, "G0001"))


def test_names_of_every_kind_are_whole_on_paper(database: Database) -> None:
    payroll = make_payroll(database, 8, RARE)
    page = pages(printed(payroll, make_run(payroll)))[0]
    joined = "".join(page.split())
    assert "欧阳<&>明辉" in joined
    assert "𬭎辉" in joined
    assert "阿卜杜热合曼·买买提明·亚森江" in joined
    assert "〓小雨" in joined
    assert "字库缺字以〓代：U+1F600" in page


def test_days_and_notes_are_printed_as_written(database: Database) -> None:
    payroll = make_payroll(database, 2)
    run_id = make_run(payroll, changes={0: {"worked_days": 2050, "note": "转正"}, 1: {"worked_days": 0}})
    assert {"21.75", "20.5", "转正"} <= set(line_with(printed(payroll, run_id), "G0001").split())
    assert "0" in line_with(printed(payroll, run_id), "G0002").split()


def test_a_draft_says_so_and_signs_only_for_who_made_it(database: Database) -> None:
    payroll = make_payroll(database, 2)
    (page,) = pages(printed(payroll, make_run(payroll, state=RunState.DRAFT)))
    assert "工资表（草稿）" in page
    assert re.search(r"制表：陈小雨 \d{4}-\d\d-\d\d", page)
    assert re.search(r"复核：\s*审批：\s*发放：", page)


def test_more_columns_than_a4_holds_are_refused_and_fit_on_a3(database: Database) -> None:
    payroll = make_payroll(database, 2)
    many = [(f"c{place}", f"专项津贴{place}", "earning", True) for place in range(28)]
    run_id = make_run(
        payroll, components=[*COMPONENTS, *many], changes={0: {f"c{place}": 123_456 for place in range(28)}}
    )
    with pytest.raises(Refused) as refused:
        printed(payroll, run_id)
    assert (refused.value.code, refused.value.values["paper"]) == (
        "payroll_sheet.too_many_columns",
        "297×210",
    )
    pdf = printed(payroll, run_id, settings=PrintSettings(A3_LANDSCAPE))
    assert AMOUNT.findall(line_with(pdf, "G0001")).count("1,234.56") == 28
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_size() == pytest.approx((420 * 72 / 25.4, 297 * 72 / 25.4), abs=0.1)


def test_the_same_run_gives_the_same_bytes_and_a_name_of_month_and_kind(database: Database) -> None:
    payroll = make_payroll(database, 3)
    run_id = make_run(payroll)
    bonus = make_run(payroll, kind=RunKind.BONUS, number="GZ-2026-12")
    assert printed(payroll, run_id) == printed(payroll, run_id)
    with database.read() as session:
        assert payroll_papers.sheet(session, payroll.clerk, run_id).name == "2026-11 工资表.pdf"
        assert payroll_papers.sheet(session, payroll.clerk, bonus).name == "2026-11 GZ-2026-12 奖金表.pdf"


def test_nobody_without_the_right_to_see_pay_gets_a_paper(database: Database, administrator: Actor) -> None:
    payroll = make_payroll(database, 1)
    run_id = make_run(payroll)
    for name in ("sheet", "cost", "departments"):
        with pytest.raises(Refused) as refused, database.read() as session:
            getattr(payroll_papers, name)(session, administrator, run_id)
        assert refused.value.code == "permission.denied"


def test_the_employers_cost_has_every_part_of_the_company(database: Database) -> None:
    payroll = make_payroll(database, 4)
    parts = (*COMPONENTS, ("union", "工会经费", "employer", False), ("disabled", "残保金", "employer", False))
    run_id = make_run(payroll, components=parts, changes={0: {"union": 16_600, "disabled": 4_321}})
    pdf, (line, *_) = printed(payroll, run_id, "cost"), lines_of(payroll, run_id)
    said = amounts(line_with(pdf, "G0001"))
    assert said == [
        line.gross,
        *map(Decimal, ("1280", "696", "56", "32", "960", "3024", "166", "43.21")),
        line.employer_cost,
    ]
    assert line.employer_cost == line.gross + Decimal(3024) + Decimal("209.21")
    assert {"单位养老保险", "工会经费", "残保金", "人工成本合计"} <= set(pages(pdf)[0].split())


def test_the_summary_has_a_row_a_department_and_their_total(database: Database) -> None:
    payroll = make_payroll(database, 35)
    run_id = make_run(payroll)
    pdf, lines = printed(payroll, run_id, "departments"), lines_of(payroll, run_id)
    for name in DEPARTMENTS:
        here = [line for line in lines if line.department_name == name]
        row = line_with(pdf, name)
        assert str(len(here)) in row.split()
        assert {sum(line.net for line in here), sum(line.employer_cost for line in here)} <= set(amounts(row))
    assert sum(line.gross for line in lines) in amounts(line_with(pdf, "合　计"))


def test_a_run_is_found_by_number_and_by_month(database: Database) -> None:
    payroll = make_payroll(database, 1)
    run_id = make_run(payroll)
    with database.read() as session:
        assert payroll_papers.find(session, payroll.clerk, " GZ-2026-11 ") == run_id
        assert payroll_papers.find(session, payroll.clerk, "2026-11") == run_id
        for typed in ("2026-10", "GZ-1"):
            with pytest.raises(Refused, match=r"payroll_sheet\.unknown"):
                payroll_papers.find(session, payroll.clerk, typed)


def test_on_both_databases_the_sheet_is_the_same(either: Database) -> None:
    payroll = make_payroll(either, 5)
    run_id = make_run(payroll)
    assert amounts(line_with(printed(payroll, run_id), "合　计　5 人"))[-1] == sum(
        (line.net for line in lines_of(payroll, run_id)), Decimal(0)
    )


GRID = Grid(
    "工资表",
    (GridColumn("姓名", "text"), GridColumn("实发", told=True)),
    [GridGroup("部", [("李", Decimal("-1234.50"))])],
)


def test_negative_amounts_and_zero_are_told(database: Database) -> None:
    del database
    rows = [("李", Decimal("-1234.50")), ("张", Decimal(0))]
    pdf = grid_pdf(
        Grid("工资表", GRID.columns, [GridGroup("部", rows), GridGroup("空", [])]),
        PrintSettings(A3_LANDSCAPE),
    )
    assert amounts(line_with(pdf, "李")) == [Decimal("-1234.50")]
    assert amounts(line_with(pdf, "张")) == [Decimal(0)]
    assert amounts(line_with(pdf, "合　计")) == [Decimal("-1234.50")]


@pytest.mark.parametrize(
    ("groups", "code"),
    [
        ([], "print.nothing"),
        ([GridGroup("部", [])], "print.nothing"),
        ([GridGroup("部", [("李",)])], "print.row_length"),
    ],
)
def test_a_table_without_rows_or_with_short_ones_is_refused(groups: list[GridGroup], code: str) -> None:
    with pytest.raises(Refused) as refused:
        grid_pdf(Grid("工资表", GRID.columns, groups), PrintSettings(A4))
    assert refused.value.code == code
