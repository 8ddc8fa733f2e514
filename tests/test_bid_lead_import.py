"""Tender notices from real tables and pasted text: recognised, compared, entered once or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from sqlalchemy import select

from models.bid_lead import BidLead
from services import bid_lead_import, bid_lead_likeness
from services.bid_lead_import import LeadKind
from services.bid_lead_sheets import leads_of, pasted
from services.errors import Refused
from services.exchange.foreign_sheets import read_sheet
from services.people_sheets import LOST
from services.permissions import Role
from tests.conftest import actor_of_role
from tests.leads import MONEY, TODAY, count, made, row, sheet


def compare(database, actor, table, province=""):
    with database.read() as session:
        return bid_lead_import.compare(session, actor, table, province)


def apply(database, actor, table, command_id="1", **how):
    with database.write() as session:
        return bid_lead_import.apply(session, actor, table, command_id=command_id, today=TODAY, **how)


def kinds(found):
    return [one.kind for one in found.rows]


def codes(found):
    return [(problem.code, problem.column) for one in found.rows for problem in one.problems]


LIST = (
    (),
    ("填报单位：市场部", None, None, None, "单位：万元"),
    (
        "序号",
        "省 份",
        "项目名称",
        "采购人",
        "预算（万元）",
        "公告日期",
        "报名截止",
        "开标时间",
        "信息来源",
    ),
    (
        1,
        None,
        "宜昌市管线普查",
        "宜昌市住建局",
        240,
        date(2026, 11, 20),
        "2026.11.28",
        "2026年12月10日 9:30",
        "采招网",
    ),
    (2, None, "荆州市地形图测绘", "荆州市规划局", 98.5, date(2026, 11, 21), None, "2026-12-11", "采招网"),
    (3, None, "十堰市输水管道测量", "十堰市水投", "未公布", date(2026, 11, 21)),
    (
        4,
        "河南省",
        "信阳市三维建设",
        "信阳市规划局",
        "0.032亿元",
        None,
        None,
        "2026/12/1（周二）",
        "政府采购网",
    ),
    ("合计", None, None, None, 658.5),
    ("注：以上信息来自各省交易中心",),
)


def book(path):
    """A list as departments send them round: titles over several columns, provinces merged, sums and a note below."""
    made_book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    page = made_book.add_worksheet()
    page.merge_range("A1:I1", "2026年11月招标信息汇总表")
    for place, cells in enumerate(LIST):
        page.write_row(place, 0, cells)
    page.merge_range("B4:B6", "湖北")
    made_book.close()
    return path


def test_a_real_workbook_with_titles_merged_cells_sums_and_notes(either, clerk, tmp_path):
    table = read_sheet(book(tmp_path / "招标信息.xlsx"), merged=True)
    found = compare(either, clerk, table)
    assert kinds(found) == [LeadKind.NEW] * 4
    assert apply(either, clerk, table) == 4
    with either.read() as session:
        rows = session.scalars(select(BidLead).order_by(BidLead.id)).all()
    assert [(one.province, one.title, one.budget) for one in rows] == [
        ("湖北", "宜昌市管线普查", MONEY),
        ("湖北", "荆州市地形图测绘", Decimal(985000)),
        ("湖北", "十堰市输水管道测量", None),
        ("河南", "信阳市三维建设", Decimal(3200000)),
    ]
    first = rows[0]
    assert (first.published_on, first.register_until, first.deadline_on) == (
        date(2026, 11, 20),
        date(2026, 11, 28),
        date(2026, 12, 10),
    )
    assert (first.found_on, first.source, first.owner) == (TODAY, "采招网", "宜昌市住建局")
    assert rows[3].deadline_on == date(2026, 12, 1)
    assert kinds(compare(either, clerk, table)) == [LeadKind.KNOWN] * 4


def test_a_second_click_enters_nothing_and_links_become_addresses(either, clerk):
    assert apply(either, clerk, sheet(row())) == 1
    assert apply(either, clerk, sheet(row())) == 0
    assert count(either) == 1
    with either.read() as session:
        assert session.get_one(BidLead, 1).link == "https://www.ycggzy.cn/1"
    with pytest.raises(Refused) as refused:
        apply(either, clerk, sheet(row()), "2")
    assert refused.value.code == "bid_lead.nothing_new"


def test_known_perhaps_known_and_new_ones_are_told_apart(database, clerk):
    made(database, clerk, title="宜昌市地下管线普查项目招标公告", owner="宜昌市住房和城乡建设局")
    table = sheet(
        row(),
        row(项目名称="宜昌市地下管线普查（第二次）"),
        row(项目名称="荆州市宅基地调查"),
        row(项目名称="荆州市宅基地调查公告"),
        row(招标人="别的招标人"),
    )
    found = compare(database, clerk, table)
    assert kinds(found) == [LeadKind.KNOWN, LeadKind.ALIKE, LeadKind.NEW, LeadKind.ALIKE, LeadKind.NEW]
    assert [one.like for one in found.rows][1::2] == ["宜昌市地下管线普查项目招标公告", "荆州市宅基地调查"]
    assert apply(database, clerk, table, with_alike=False) == 2
    assert count(database) == 3


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"项目名称": ""}, "bid_lead.row_title", "title"),
        ({"省份": ""}, "bid_lead.row_province", "province"),
        ({"预算金额": "约两百"}, "bid_lead.row_amount", "budget"),
        ({"预算金额": "1.2.3"}, "bid_lead.row_amount", "budget"),
        ({"预算金额": "-5"}, "bid_lead.row_amount", "budget"),
        ({"预算金额": "99999999999"}, "bid_lead.row_amount", "budget"),
        ({"投标截止时间": "下周三"}, "bid_lead.row_day", "deadline_on"),
        ({"投标截止时间": "2026-02-30"}, "bid_lead.row_day", "deadline_on"),
        ({"投标截止时间": "2026-11-01"}, "bid_lead.row_days", "deadline_on"),
        ({"报名截止时间": "2026-11-01"}, "bid_lead.row_days", "register_until"),
        ({"项目名称": "长" * 501}, "bid_lead.row_long", "title"),
        ({"项目名称": f"标段{LOST}"}, "bid_lead.row_lost", "title"),
    ],
)
def test_a_problem_stands_at_its_row_and_nothing_is_half_done(database, clerk, cells, code, column):
    table = sheet(row(项目名称="荆州市宅基地调查"), row(**cells))
    found = compare(database, clerk, table)
    assert kinds(found)[0] is LeadKind.NEW
    assert (code, column) in codes(found)
    with pytest.raises(Refused) as refused:
        apply(database, clerk, table)
    assert (refused.value.code, refused.value.values["count"], count(database)) == ("bid_lead.problems", 1, 0)
    assert apply(database, clerk, table, "2", without_problems=True) == 1


def test_an_unknown_department_is_a_problem_and_a_known_one_is_kept(database, clerk):
    head = ("项目名称", "省", "归口部门")
    table = sheet(("甲项目", "湖北", "没有的部"), ("乙项目", "湖北", "运营部"), head=head)
    assert codes(compare(database, clerk, table)) == [("bid_lead.row_department", "department")]
    apply(database, clerk, table, without_problems=True)
    with database.read() as session:
        assert session.get_one(BidLead, 1).department_id is not None


def test_a_province_for_the_rows_that_name_none(database, clerk):
    table = sheet(row(省份=""), row(省份="湖南省", 项目名称="长沙测绘"))
    assert LeadKind.PROBLEM in compare(database, clerk, table).counts
    assert kinds(compare(database, clerk, table, " 江西 ")) == [LeadKind.NEW] * 2
    apply(database, clerk, table, province="江西")
    with database.read() as session:
        assert list(session.scalars(select(BidLead.province).order_by(BidLead.id))) == ["江西", "湖南"]


def test_text_copied_from_a_spreadsheet(database, clerk):
    text = '省份\t项目名称\t招标人\t预算\n广西壮族自治区\t"南宁市\n管网普查"\t南宁市住建局\t￥1,200,000元\n\n'
    found = leads_of(pasted(text))
    assert [(one.province, one.title, one.budget) for one in found] == [
        ("广西", "南宁市 管网普查", Decimal(1200000))
    ]
    broken = leads_of(pasted('项目名称\t招标人\n5" 屏采购\t某局\n'))
    assert broken[0].title == '5" 屏采购'


def test_a_plain_list_of_a_page_has_a_title_a_line(database, clerk):
    text = "[湖北] 荆州市宅基地调查 2026-11-20\n【江西】赣州市详查\n没有省份的项目 [2026/11/21]\n"
    found = compare(database, clerk, pasted(text))
    assert [(one.lead.province, one.lead.title, one.lead.published_on) for one in found.rows] == [
        ("湖北", "荆州市宅基地调查", date(2026, 11, 20)),
        ("江西", "赣州市详查", None),
        ("", "没有省份的项目", date(2026, 11, 21)),
    ]
    assert kinds(found) == [LeadKind.NEW, LeadKind.NEW, LeadKind.PROBLEM]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n", "bid_lead.nothing_pasted"),
        ("天气\t晴\n温度\t20\n", "bid_lead.no_titles"),
        ("项目名称\t招标人\n合计\t\n", "bid_lead.no_rows"),
    ],
)
def test_text_that_is_no_list_is_refused(text, code):
    with pytest.raises(Refused) as refused:
        leads_of(pasted(text))
    assert refused.value.code == code


def test_who_only_looks_imports_nothing(database):
    with pytest.raises(Refused) as refused:
        compare(database, actor_of_role(Role.CASHIER), sheet(row()))
    assert refused.value.code == "permission.denied"


def test_five_hundred_rows_are_not_compared_with_every_one_of_five_thousand(database, clerk, monkeypatch):
    with database.write() as session:
        session.add_all(
            BidLead(
                province="湖北", title=title, owner="某局", found_on=TODAY,
                match_key=bid_lead_import.match_key(title, "某局"),
            )
            for title in (f"{place}号地块{kind}测绘" for place in range(500) for kind in _KINDS)
        )  # fmt: skip
    rows = [
        row(项目名称=f"{place}号地块{kind}测绘服务", 招标人="某局")
        for place in range(100)
        for kind in _KINDS[:5]
    ]
    compared, alike = [], bid_lead_likeness._alike
    monkeypatch.setattr(
        bid_lead_likeness, "_alike", lambda one, other: compared.append(1) or alike(one, other)
    )
    found = compare(database, clerk, sheet(*rows))
    assert len(compared) < len(rows) * 5_000 // 20
    assert found.counts[LeadKind.ALIKE] == 500


_KINDS = (
    "地形图", "竣工验收", "权籍调查", "土方工程", "管线探测", "沉降监测", "规划核实", "房产分户", "勘测定界", "三维建模",
)  # fmt: skip
