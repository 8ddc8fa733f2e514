"""Papers of bids: the summary 投标项目情况表 of one or of several, ready to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.bid_terms import DepositKind
from models.people import Company
from services.bid_details import BidDetail, detail
from services.bid_item_checks import ItemRow
from services.bid_words import DEPOSITS, LAWS, METHODS, RESULTS, ROLES, STAGES
from services.database import Session
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.reports.bid_summary import Summary, Table

_LEVELS = {"ok": "已备", "warn": "待核", "stop": "缺"}


@requires(Permission.BID_SEE)
def summaries(session: Session, actor: Actor, ids: Sequence[int], *, today: date) -> list[Summary]:
    """The summaries of these bids in this order. Raises Refused "print.nothing", "record.gone"."""
    if not ids:
        raise Refused("print.nothing")
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return [_summary(detail(session, actor, bid_id, today=today), company, today) for bid_id in ids]


def _summary(found: BidDetail, company: str, today: date) -> Summary:
    return Summary(
        company=company,
        number=found.number,
        name=found.name,
        day=today,
        facts=tuple(_facts(found)),
        tables=tuple(table for table in (_stages(found), _items(found), _deposits(found), _rivals(found)) if table.rows),
        texts=tuple((label, text) for label, text in (("资格要求", found.requirements), ("原因", found.reason), ("复盘", found.review)) if text),
        warnings=tuple(f"{STAGES[one.stage]}：{one.values.get('text', '')}（{one.article}）" for one in found.warnings),
    )  # fmt: skip


def _facts(found: BidDetail) -> list[tuple[str, str]]:
    return [
        ("招标人", found.tenderer),
        ("招标编号", found.tender_number),
        ("代理机构", found.agency),
        ("省份", found.province),
        ("适用规则", LAWS[found.law]),
        ("招标方式", METHODS[found.method]),
        ("预算（元）", _money(found.budget)),
        ("我方报价（元）", _money(found.price)),
        ("投标角色", ROLES[found.role]),
        ("标书负责人", found.owner),
        ("授权人", found.signer),
        ("份数", str(found.copies) if found.copies else ""),
        ("结果", f"{RESULTS[found.result]} {found.result_on or ''}".strip()),
        ("名次", str(found.rank) if found.rank else ""),
        ("中标价（元）", _money(found.won_price)),
        ("合同编号", found.contract),
    ]


def _stages(found: BidDetail) -> Table:
    rows = [
        (
            STAGES[one.stage] if one.stage else "",
            f"{one.from_on} 至 {one.on_day}" if one.from_on else str(one.on_day),
            one.at_time,
            one.place,
            str(one.done_on or ""),
        )
        for one in found.stages
    ]
    return Table("阶段", (("阶段", 3), ("日期", 5), ("时间", 2), ("地点", 6), ("完成日期", 3)), tuple(rows))


def _items(found: BidDetail) -> Table:
    rows = [
        (str(place), row.draft.title, row.chosen, "必备" if row.draft.needed else "可选", _ready(row))
        for place, row in enumerate(found.items, start=1)
    ]
    return Table(
        "资料清单", (("序号", 1), ("所需资料", 6), ("选用", 6), ("要求", 2), ("状态", 2)), tuple(rows)
    )


def _ready(row: ItemRow) -> str:
    return _LEVELS[row.level.value]


def _deposits(found: BidDetail) -> Table:
    rows = [
        (
            "投标保证金" if one.kind == DepositKind.BID else "履约保证金",
            format_money(one.amount),
            DEPOSITS[one.state],
            str(one.due_on or ""),
            str(one.due_back_on or ""),
            str(one.back_on or ""),
        )
        for one in found.deposits
    ]
    heads = (("保证金", 3), ("金额（元）", 3), ("状态", 2), ("缴纳截止", 3), ("应退日期", 3), ("退还日期", 3))
    return Table("保证金", heads, tuple(rows))


def _rivals(found: BidDetail) -> Table:
    rows = [
        (one.name, _money(one.price), str(one.rank or ""), "中标" if one.won else "", one.note)
        for one in found.competitors
    ]
    return Table(
        "竞争对手", (("名称", 6), ("报价（元）", 3), ("名次", 1), ("中标", 2), ("备注", 4)), tuple(rows)
    )


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else format_money(amount)
