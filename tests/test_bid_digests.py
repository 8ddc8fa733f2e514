"""The weekly digest: what is new since the last one, on paper, as text and as a table; kept once as it was looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pypdfium2
import pytest
from sqlalchemy import select

from models.bid_lead import BidDigest, BidLead, LeadState
from models.people import Department
from services import attachments, bid_digest_papers, bid_digests, bid_lead_details
from services.errors import Refused
from services.exchange import xlsx
from services.exchange.foreign_sheets import read_sheet
from services.permissions import Role
from services.reports.bid_digest import digest_pdf
from services.reports.paper import Paper, PrintSettings
from tests.claims import at_once, refusal
from tests.conftest import actor_of_role
from tests.leads import TODAY, made, sort_out, stored

DAY = timedelta(days=1)


def look(database, actor, first=TODAY - 6 * DAY, last=TODAY, **how):
    with database.read() as session:
        return bid_digests.look(session, actor, from_on=first, to_on=last, **how)


def send(database, actor, digest, command_id="1"):
    with database.write() as session:
        return bid_digest_papers.send(session, actor, digest, command_id=command_id)


def period(database, actor, today=TODAY):
    with database.read() as session:
        return bid_digests.period(session, actor, today)


def titles(digest):
    return [lead.title for lead in digest.leads]


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    finally:
        document.close()


def test_by_province_and_department_with_the_nearest_deadline_first(either, clerk):
    with either.write() as session:
        session.add(Department(id=2, code="02", name="研发部"))
    made(either, clerk, title="甲", province="湖南", deadline_on=TODAY + 9 * DAY)
    made(either, clerk, title="乙", province="湖北", department_id=2)
    made(either, clerk, title="丙", province="湖北", department_id=1, deadline_on=TODAY + 9 * DAY)
    made(either, clerk, title="丁", province="湖北", department_id=1, deadline_on=TODAY + 3 * DAY)
    made(either, clerk, title="戊", province="湖北")
    made(either, clerk, title="己", province="海外")
    found = look(either, clerk)
    assert titles(found) == ["乙", "丁", "丙", "戊", "甲", "己"]  # departments by name, none last
    assert [province for province, _leads in found.by_province()] == ["湖北", "湖南", "海外"]
    assert titles(look(either, clerk, department_id=1)) == ["丁", "丙"]


def test_what_is_told_and_what_is_left_out(either, clerk):
    made(either, clerk, title="旧而未截止", found_on=TODAY - 20 * DAY, deadline_on=TODAY)
    made(either, clerk, title="旧而已截止", found_on=TODAY - 20 * DAY, deadline_on=TODAY - DAY)
    made(either, clerk, title="补登", found_on=TODAY - 20 * DAY)
    made(either, clerk, title="很久以前", found_on=TODAY - 80 * DAY)
    made(either, clerk, title="明天的", found_on=TODAY + DAY, deadline_on=TODAY + 9 * DAY)
    dropped = made(either, clerk, title="放弃的")
    sort_out(either, clerk, LeadState.DROPPED, dropped, reason="小")
    assert set(titles(look(either, clerk))) == {"旧而未截止", "补登"}


def test_new_is_what_no_digest_told_of_and_a_second_click_keeps_one(either, clerk):
    first = made(either, clerk, title="甲", deadline_on=TODAY + 30 * DAY)
    digest = look(either, clerk)
    kept = send(either, clerk, digest)
    assert (kept.number, digest.fresh) == ("ZB-2026-001", 1)
    assert send(either, clerk, digest) is None
    made(either, clerk, title="乙", found_on=TODAY + DAY)
    assert period(either, clerk, TODAY + 7 * DAY) == (TODAY + DAY, TODAY + 7 * DAY)
    following = look(either, clerk, TODAY + DAY, TODAY + 7 * DAY)
    assert {lead.title: lead.fresh for lead in following.leads} == {"甲": False, "乙": True}
    assert send(either, clerk, following, "2").number == "ZB-2026-002"
    with either.read() as session:
        rows = session.execute(select(BidDigest.leads, BidDigest.fresh).order_by(BidDigest.id)).all()
        assert bid_lead_details.headline(session, clerk, today=TODAY).digest_on == TODAY + 7 * DAY
        assert bid_lead_details.detail(session, clerk, first).digest == "ZB-2026-001"
    assert rows == [(1, 1), (2, 1)]


def test_what_came_after_looking_is_new_in_the_next_one(database, clerk):
    made(database, clerk, title="甲")
    digest = look(database, clerk)
    late = made(database, clerk, title="乙")
    send(database, clerk, digest)
    assert stored(database, late).digest_id is None
    assert [lead.title for lead in look(database, clerk, TODAY + DAY, TODAY + DAY).leads if lead.fresh] == [
        "乙"
    ]


def test_two_who_looked_at_the_same_tell_a_notice_as_new_once(database, clerk):
    lead = made(database, clerk, title="甲")
    digest = look(database, clerk)
    send(database, clerk, digest)
    with refusal("bid_digest.told"):
        send(database, clerk, digest, "2")
    with database.read() as session:
        assert stored(database, lead).digest_id == session.scalar(
            select(BidDigest.id).where(BidDigest.number == "ZB-2026-001")
        )


def test_new_is_reckoned_per_department_and_so_is_the_last_digest(either, clerk):
    with either.write() as session:
        session.add(Department(id=2, code="02", name="研发部"))
    made(either, clerk, title="甲", department_id=1)
    other = made(either, clerk, title="乙", department_id=2)
    kept = send(either, clerk, look(either, clerk, department_id=1))
    assert (kept.department, kept.fresh, titles(kept)) == ("运营部", 1, ["甲"])
    assert "招标信息周报（运营部）" in bid_digests.as_text(kept)
    week = TODAY + 7 * DAY
    with either.read() as session:
        assert bid_digests.period(session, clerk, week, 1) == (TODAY + DAY, week)
        assert bid_digests.period(session, clerk, week, 2) == (week - 6 * DAY, week)
        assert bid_digests.period(session, clerk, week) == (week - 6 * DAY, week)
        assert bid_digest_papers.detail(session, clerk, kept.id).department == "运营部"
    assert {lead.title: lead.fresh for lead in look(either, clerk).leads} == {"甲": False, "乙": True}
    send(either, clerk, look(either, clerk, department_id=2), "2")
    with either.write() as session:
        session.get_one(BidLead, other).department_id = 1
    moved = look(either, clerk, department_id=1)
    assert {lead.title: lead.fresh for lead in moved.leads} == {"甲": False, "乙": True}, (
        "new to this department"
    )
    send(either, clerk, moved, "3")
    assert look(either, clerk).fresh == 0


def test_of_two_who_keep_a_digest_at_once_one_is_told(either, clerk):
    for number in range(5):
        made(either, clerk, title=f"第{number}号")
    digest = look(either, clerk)

    def keep(command_id: str) -> None:
        with either.write() as session:
            bid_digests.keep(session, clerk, digest, command_id=command_id)

    assert at_once(partial(keep, "a"), partial(keep, "b")) == ["bid_digest.told", "done"]
    with either.read() as session:
        assert session.scalars(select(BidDigest.fresh)).all() == [5]


def test_the_first_digest_covers_a_week_and_one_of_today_does_not_turn_the_days(database, clerk):
    assert period(database, clerk) == (TODAY - 6 * DAY, TODAY)
    made(database, clerk)
    send(database, clerk, look(database, clerk))
    assert period(database, clerk) == (TODAY - 6 * DAY, TODAY)
    with pytest.raises(Refused) as refused:
        look(database, clerk, TODAY, TODAY - DAY)
    assert (refused.value.code, refused.value.field) == ("bid_digest.days", "to_on")


def test_nothing_is_no_digest_and_who_only_looks_sends_none(database, clerk):
    empty = look(database, clerk)
    for work in (lambda: send(database, clerk, empty), lambda: digest_pdf(empty)):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.code == "bid_digest.empty"
    made(database, clerk)
    with pytest.raises(Refused) as refused:
        send(database, actor_of_role(Role.CASHIER), look(database, clerk), "3")
    assert refused.value.code == "permission.denied"


def test_the_text_to_paste(database, clerk):
    made(
        database, clerk, title="甲项目", owner="某局", budget=Decimal(1865000), register_until=date(2026, 12, 1),
        deadline_on=date(2026, 12, 9), link="https://a.cn/1",
    )  # fmt: skip
    made(database, clerk, title="乙项目", owner="", province="湖南", budget=Decimal("9800.50"))
    assert bid_digests.as_text(look(database, clerk)).splitlines() == [
        "【招标信息周报】2026年11月21日—11月27日　共2条，新增2条",
        "",
        "■ 湖北（1条）",
        "1. 【新】甲项目",
        "   某局；预算186.5万元；报名截止12月01日；投标截止12月09日",
        "   https://a.cn/1",
        "",
        "■ 湖南（1条）",
        "1. 【新】乙项目",
        "   预算9800.50元",
    ]


def test_the_sheet_marks_what_is_new_and_counts_its_pages(database, clerk):
    for place in range(70):
        province = "湖北" if place < 40 else "湖南"
        made(
            database, clerk, title=f"第{place:02}号测绘项目", province=province, deadline_on=TODAY + 30 * DAY
        )
    send(database, clerk, look(database, clerk))
    made(database, clerk, title="新来的项目", found_on=TODAY + DAY, department_id=1)
    digest = look(database, clerk, TODAY + DAY, TODAY + 7 * DAY)
    found = pages(digest_pdf(replace(digest, number="ZB-2026-002")))
    assert len(found) == 2
    for number, text in enumerate(found, start=1):
        assert f"第 {number} 页 / 共 2 页" in text
        assert "项目名称" in text
    assert "招标信息周报" in found[0]
    assert "ZB-2026-002" in found[0]
    assert "共 71 条，新增 1 条" in found[0]
    whole = "\n".join(found)
    assert whole.count("新来的项目") == 1
    marks = [line for line in whole.splitlines() if "新来的项目" in line or line.strip() == "新"]
    assert any("新" in line.replace("新来的项目", "") for line in marks)
    assert all(f"第{place:02}号测绘项目" in whole for place in range(70))
    assert "湖北　41 条" in whole
    assert digest_pdf(digest) == digest_pdf(digest)


def test_a_paper_too_small_is_refused(database, clerk):
    made(database, clerk)
    with pytest.raises(Refused) as refused:
        digest_pdf(look(database, clerk), PrintSettings(Paper("small", Decimal(100), Decimal(100))))
    assert refused.value.code == "print.paper_too_small"


def test_the_table_is_read_back(database, clerk, tmp_path):
    made(database, clerk, title="甲项目", budget=Decimal("1860000.50"), deadline_on=date(2026, 12, 9))
    path = tmp_path / "周报.xlsx"
    xlsx.write_table(path, "周报", bid_digest_papers.HEADINGS, bid_digest_papers.rows(look(database, clerk)))
    head, first = read_sheet(path).rows
    assert head == bid_digest_papers.HEADINGS
    cells = dict(zip(head, first, strict=False))
    assert (cells["新"], cells["项目名称"], cells["预算（元）"]) == ("新", "甲项目", "1860000.5")
    assert cells["投标截止"].startswith("2026-12-09")


def test_a_digest_sent_keeps_its_sheet(either, clerk):
    made(either, clerk, title="甲项目")
    kept = send(either, clerk, look(either, clerk))
    with either.read() as session:
        found = bid_digest_papers.detail(session, clerk, kept.id)
        path = attachments.path(session, clerk, found.files[0].id)
        again = bid_digest_papers.pdf(session, clerk, kept)
    assert found.files[0].name == "招标信息周报 ZB-2026-001.pdf"
    assert path.read_bytes() == again
    assert "甲项目" in "".join(pages(again))
    assert (found.leads, found.fresh, found.titles) == (1, 1, ("湖北　甲项目",))
    assert (found.number, found.made_by) == ("ZB-2026-001", clerk.name)
