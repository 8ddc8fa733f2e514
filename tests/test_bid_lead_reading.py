"""Lists of notices as people paste them: nothing goes missing unseen, lines of pages are taken apart, one province is one."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.bid_lead import BidLead
from models.people import Department
from services import bid_digests, bid_leads, provinces
from services.bid_lead_import import compare
from services.bid_lead_likeness import KnownTitles, is_alike, match_key
from services.bid_lead_sheets import leads_of, pasted, read_leads
from services.registers import Filter, Operator, Query, window
from tests.leads import TODAY, made, stored

DAY = timedelta(days=1)
TITLES = "省份\t项目名称\t招标人\t发布日期\t投标截止\t链接\t备注\n"


def test_titles_and_remarks_that_begin_like_a_note_are_notices(database, clerk):
    text = (
        TITLES
        + "湖北\t审核平台建设\t甲\t\t\t\t\n湖北\t测绘甲\t乙\t\t\t\t备注：踏勘\n湖北\t填表系统采购\t丁\t\t\t\t注：联合体\n"
    )
    with database.read() as session:
        found = compare(session, clerk, pasted(text))
    assert [row.lead.title for row in found.rows] == ["审核平台建设", "测绘甲", "填表系统采购"]
    assert found.left_out == ()


@pytest.mark.parametrize("remark", ["备注", "注：联合体", "审核", "说明：踏勘"])
def test_a_list_that_begins_with_its_remarks_keeps_every_notice(remark):
    leads, left_out = read_leads(
        pasted(f"备注\t项目名称\t招标人\n{remark}\t甲项目\t乙\n注：以上来自网站\t\t\n")
    )
    assert [(one.title, one.note) for one in leads] == [("甲项目", remark)]
    assert [one.text for one in left_out] == ["注：以上来自网站"]


def test_rows_that_are_no_notices_are_counted_with_their_words():
    text = (
        TITLES
        + "1\t甲\t乙\n湖北\t小计\t\t\n 合 计 ：\t\t5\n注：以上来自网站\t\n制表人\t张三\t李四\n审核：王五\t填表：赵六\n"
    )
    leads, left_out = read_leads(pasted(text))
    assert [one.title for one in leads] == ["甲"]
    assert [(one.row, one.text) for one in left_out] == [
        (3, "湖北 小计"),
        (4, "合 计 ： 5"),
        (5, "注：以上来自网站"),
        (6, "制表人 张三 李四"),
        (7, "审核：王五 填表：赵六"),
    ]


@pytest.mark.parametrize(
    ("line", "province", "title", "day"),
    [
        ("1、[湖南] 二号项目 2026-11-21", "湖南", "二号项目", date(2026, 11, 21)),
        ("2026-11-22 三号项目", "", "三号项目", date(2026, 11, 22)),
        (
            "（3）【湖北】【公开招标】四号项目 (2026.11.22)",
            "湖北",
            "【公开招标】四号项目",
            date(2026, 11, 22),
        ),
        ("· 五号项目 [湖北省] 2026-11-21 10:00", "湖北", "五号项目", date(2026, 11, 21)),
        ("[公开招标] 六号项目 2026-11-01", "", "[公开招标] 六号项目", date(2026, 11, 1)),
        ("12. [湖北省武汉市] 七号项目 20261102", "湖北", "七号项目", date(2026, 11, 2)),
        ("1.5万亩农田验收", "", "1.5万亩农田验收", None),
        ("中建（湖北）公司宿舍", "", "中建（湖北）公司宿舍", None),
        ("2026年绿化养护", "", "2026年绿化养护", None),
    ],
)
def test_a_line_of_a_page_is_taken_apart(line, province, title, day):
    (one,) = leads_of(pasted(line))
    assert (one.province, one.title, one.published_on) == (province, title, day)


def test_an_address_below_a_title_is_its_link():
    text = "[湖北] 一号项目\nhttps://a.cn/1\n2026-11-20\n[湖北] 二号项目 www.b.cn/2 2026-11-21\n"
    found = [(one.title, one.link, one.published_on) for one in leads_of(pasted(text))]
    assert found == [
        ("一号项目", "https://a.cn/1", date(2026, 11, 20)),
        ("二号项目", "https://www.b.cn/2", date(2026, 11, 21)),
    ]
    leads, left_out = read_leads(pasted("https://a.cn/1\n[湖北] 一号项目"))
    assert (leads[0].title, leads[0].link, left_out[0].text) == ("一号项目", "", "https://a.cn/1")


def test_days_without_marks_or_year_and_words_for_a_link():
    rows = (
        "湖北\t甲\t乙\t2026-11-20\t20261220\t详见附件\t踏勘\n"
        "湖北\t丙\t乙\t2026-11-20\t1月5日\tggzy.hubei.gov.cn/1\t\n"
        "湖北\t丁\t乙\t\t12-20\t\t\n湖北\t戊\t乙\t2026-11-20\t2-30\t\t\n"
    )
    one, two, three, four = leads_of(pasted(TITLES + rows))
    assert (one.deadline_on, one.link, one.note) == (date(2026, 12, 20), "", "踏勘；详见附件")
    assert (two.deadline_on, two.link) == (date(2027, 1, 5), "https://ggzy.hubei.gov.cn/1")
    assert [problem.code for problem in (*three.problems, *four.problems)] == ["bid_lead.row_day"] * 2, (
        "no year can be told, no such day"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("洪山区测绘服务", "武汉市洪山区自然资源局"), ("洪山区测绘服务", "洪山区自然资源局"), True),
        (("2026年洪山区不动产测绘服务", "甲局"), ("洪山区不动产测绘服务采购项目", "甲局"), True),
        (("2025年度绿化养护项目", "甲局"), ("2026年度绿化养护项目", "甲局"), False),
        (("洪山区测绘服务", "城投"), ("洪山区测绘服务", "武汉城投"), False),
    ],
)
def test_a_tenderer_written_shorter_and_a_year_beside_the_title(one, other, same):
    assert is_alike(match_key(*one), match_key(*other)) is same
    known = KnownTitles()
    known.add(match_key(*other), other[0])
    assert bool(known.like(match_key(*one))) is same


def test_of_many_alike_the_newest_are_shown(database, clerk):
    for days in range(25, 0, -1):
        made(database, clerk, title="洪山区测绘服务", found_on=TODAY - days * DAY)
    for days in range(26, 30):
        made(database, clerk, title="洪山区测绘服务", found_on=TODAY - days * DAY)
    with database.read() as session:
        found = bid_leads.alike(session, clerk, "洪山区测绘服务", "")
    assert [one.found_on for one in found] == [TODAY - days * DAY for days in range(1, 21)]


def test_one_province_is_one_however_it_was_written(either, clerk):
    first = made(either, clerk, province=" 湖北省 ")
    assert stored(either, first).province == "湖北"
    with either.write() as session:  # as it was stored before
        session.add(
            BidLead(province="湖北省", title="旧信息", owner="某局", found_on=TODAY, match_key="旧信息|某局")
        )
    with either.read() as session:
        shown = bid_digests.look(session, clerk, from_on=TODAY, to_on=TODAY)
        query = Query(TODAY, chip="all", filters=(Filter("province", Operator.IS, "湖北"),))
        listed = window(session, clerk, bid_leads.REGISTER, query, 0, 9)
        offered = bid_leads.provinces(session, clerk)
    assert [name for name, _leads in shown.by_province()] == ["湖北"]
    assert len(listed) == 2
    assert offered[0] == "湖北"
    assert "湖北省" not in offered


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("北京市", "北京"),
        ("广西壮族自治区", "广西"),
        ("内蒙古自治区", "内蒙古"),
        ("武汉", "武汉"),
        ("吉林市", "吉林市"),
    ],
)
def test_what_a_province_is_called(text, name):
    assert provinces.plain(text) == name


def test_what_came_after_the_digest_of_its_day_is_told_in_the_next(either, clerk):
    """Friday: sent; in the afternoon a notice that ends before the next digest, and one entered with last week's day."""
    digests = []
    for number in range(2):
        made(either, clerk, title=f"第{number}号", found_on=TODAY + 7 * number * DAY)
        if number:
            break
        with either.read() as session:
            digests.append(bid_digests.look(session, clerk, from_on=TODAY - 6 * DAY, to_on=TODAY))
        with either.write() as session:
            bid_digests.keep(session, clerk, digests[0], command_id="1")
        made(either, clerk, title="下午的", found_on=TODAY, deadline_on=TODAY + 6 * DAY)
        made(either, clerk, title="补登的", found_on=TODAY - 3 * DAY, deadline_on=TODAY + DAY)
    with either.read() as session:
        told = bid_digests.look(session, clerk, from_on=TODAY + DAY, to_on=TODAY + 7 * DAY)
    assert {lead.title for lead in told.leads if lead.fresh} == {"下午的", "补登的", "第1号"}


def test_the_text_names_what_has_no_department_and_numbers_as_the_sheet_does(database, clerk):
    with database.write() as session:
        session.add(Department(id=2, code="02", name="总经理办公室"))
    made(database, clerk, title="有部门项目", owner="", department_id=2, budget=Decimal("12345.67"))
    made(database, clerk, title="无部门项目", owner="", deadline_on=date(2027, 1, 3))
    with database.read() as session:
        digest = bid_digests.look(session, clerk, from_on=TODAY, to_on=TODAY)
    assert bid_digests.as_text(digest).splitlines()[2:] == [
        "■ 湖北（2条）",
        "◇ 总经理办公室",
        "1. 【新】有部门项目",
        "   预算12345.67元",
        "◇ 未定部门",
        "2. 【新】无部门项目",
        "   投标截止2027年01月03日",
    ]
