"""Tender notices for tests: entered, sorted out, counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.bid_lead import BidLead, LeadState
from services import bid_leads
from services.bid_leads import LeadDraft
from services.exchange.foreign_sheets import ForeignSheet

TODAY = date(2026, 11, 27)
HEAD = (
    "序号",
    "省份",
    "项目名称",
    "招标人",
    "预算金额(万元)",
    "发布日期",
    "报名截止时间",
    "投标截止时间",
    "链接",
)
ROW = (
    "1", "湖北省", "宜昌市地下管线普查项目招标公告", "宜昌市住房和城乡建设局", "240", "2026-11-20", "2026年11月28日17:00",
    "2026/12/10 09:30:00", "www.ycggzy.cn/1",
)  # fmt: skip


def draft(**more) -> LeadDraft:
    values = {
        "title": "洪山区国土变更调查服务",
        "owner": "武汉市自然资源和规划局洪山分局",
        "province": "湖北",
        "found_on": TODAY,
    }
    return LeadDraft(**values | more)


def made(database, clerk, **more) -> int:
    with database.write() as session:
        return bid_leads.save(session, clerk, draft(**more))


def stored(database, lead_id: int) -> BidLead:
    with database.read() as session:
        return session.get_one(BidLead, lead_id)


def seen(database, *ids: int) -> list[tuple[int, int]]:
    return [(lead_id, stored(database, lead_id).version) for lead_id in ids]


def sort_out(database, clerk, state: LeadState, *ids: int, reason: str = "") -> None:
    with database.write() as session:
        bid_leads.sort_out(session, clerk, seen(database, *ids), state, reason)


def count(database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(BidLead))


def sheet(*rows, head=HEAD) -> ForeignSheet:
    return ForeignSheet("notices.xlsx", "0" * 64, (("招标信息汇总表",), head, *rows))


def row(**cells) -> tuple[str, ...]:
    titles = [title.partition("(")[0] for title in HEAD]
    return tuple(cells.get(title, cell) for title, cell in zip(titles, ROW, strict=True))


MONEY = Decimal("2400000.00")
