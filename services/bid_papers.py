"""Papers of bids: the summary 投标项目情况表 of one or of several, as a sheet to be printed and as a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from models.bid_terms import BidStage
from models.expense_claim import CheckLevel
from models.people import Company
from services import bid_order, durable
from services.bid_details import BidDetail, detail
from services.bid_item_checks import ItemRow
from services.bid_rules import BidWarning
from services.bid_words import CHECKS, DEPOSITS, KINDS, LAWS, METHODS, PARTS, RESULTS, ROLES, STAGES
from services.database import Session
from services.errors import Refused
from services.exchange import xlsx
from services.exchange.xlsx import SheetTable
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.reports.bid_summary import Summary, Table

_AMOUNT = re.compile(r"-?[\d,]+\.\d\d")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPAN, _FROM, _TO = "日期", "开始日期", " 至 "
_COUNTS = frozenset({"序号", "份数", "名次"})
_LEVELS = {"ok": "已备", "warn": "待核", "stop": "缺"}


@requires(Permission.BID_SEE)
def summaries(session: Session, actor: Actor, ids: Sequence[int], *, today: date) -> list[Summary]:
    """The summaries of these bids in this order. Raises Refused "print.nothing", "record.gone"."""
    if not ids:
        raise Refused("print.nothing")
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return [_summary(detail(session, actor, bid_id, today=today), company, today) for bid_id in ids]


@requires(Permission.BID_SEE)
def workbook(session: Session, actor: Actor, ids: Sequence[int], target: Path, *, today: date) -> int:
    """Write the summaries as one workbook: a sheet of bids, and one of each table with the bid before every row.

    Raises Refused "print.nothing", "record.gone", "export.cannot_write" (path). Returns how many bids are in it.
    """
    if not ids:
        raise Refused("print.nothing")
    found = [detail(session, actor, bid_id, today=today) for bid_id in ids]
    try:
        with durable.written(target) as part:
            xlsx.write_book(part, list(_sheets(found)))
    except OSError as error:
        raise Refused("export.cannot_write", path=str(target)) from error
    return len(found)


def _sheets(bids: Sequence[BidDetail]) -> Iterator[SheetTable]:
    facts = [(one, _facts(one), _long_texts(one)) for one in bids]
    heads = [
        "编号",
        "项目名称",
        *(label for label, _text in facts[0][1]),
        *(label for label, _text in facts[0][2]),
    ]
    rows = [
        (one.number, one.name, *(_cell(text, label) for label, text in (*short, *long)))
        for one, short, long in facts
    ]
    yield SheetTable("投标项目情况表", heads, rows)
    for make in (_stages, _lots, _items, _deposits, _rivals):
        tables = [(one, make(one)) for one in bids]
        names = [head for head, _share in tables[0][1].heads]
        rows = [(one.number, one.name, *_cells(names, row)) for one, table in tables for row in table.rows]
        if rows:
            heads = [head for name in names for head in ((_FROM, name) if name == _SPAN else (name,))]
            yield SheetTable(tables[0][1].title, ["编号", "项目名称", *heads], rows)
    warned = [(one.number, one.name, warning_words(warning)) for one in bids for warning in one.warnings]
    if warned:
        yield SheetTable("日期与法定期限提示", ["编号", "项目名称", "提示"], warned)


def _cells(names: Sequence[str], row: Sequence[str]) -> Iterator[object]:
    """The cells of a row; what lasts has its first day in a column of its own."""
    for name, text in zip(names, row, strict=True):
        if name == _SPAN:
            first, _to, last = text.rpartition(_TO)
            yield from (_cell(first), _cell(last))
        else:
            yield _cell(text, name)


def _cell(text: str, name: str = "") -> object:
    """A cell as a value where the text is one: an amount, a day, a count."""
    if _AMOUNT.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if name in _COUNTS and text.isdecimal():
        return int(text)
    return date.fromisoformat(text) if _DAY.fullmatch(text) else text


def _long_texts(found: BidDetail) -> list[tuple[str, str]]:
    return [("资格要求", found.requirements), ("原因", found.reason), ("复盘", found.review)]


def _summary(found: BidDetail, company: str, today: date) -> Summary:
    return Summary(
        company=company,
        number=found.number,
        name=found.name,
        day=today,
        facts=tuple(_facts(found)),
        tables=tuple(table for table in (_stages(found), _lots(found), _items(found), _deposits(found), _rivals(found)) if table.rows),
        texts=tuple((label, text) for label, text in _long_texts(found) if text),
        warnings=tuple(warning_words(one) for one in found.warnings),
    )  # fmt: skip


def _facts(found: BidDetail) -> list[tuple[str, str]]:
    return [
        ("招标人", found.tenderer),
        ("招标编号", found.tender_number),
        ("代理机构", found.agency),
        ("省份", found.province),
        ("适用规则", LAWS[found.law]),
        ("招标方式", METHODS[found.method]),
        ("类别", KINDS[found.kind]),
        ("预算（元）", _money(found.budget)),
        ("文件费（元）", _money(found.document_fee or None)),
        ("我方报价（元）", _money(found.price)),
        ("投标角色", ROLES[found.role]),
        ("联合体成员", found.partners),
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
            f"{one.from_on}{_TO}{one.on_day}" if one.from_on else str(one.on_day),
            one.at_time,
            one.place,
            str(one.done_on or ""),
        )
        for one in found.stages
    ]
    return Table("阶段", (("阶段", 3), ("日期", 5), ("时间", 2), ("地点", 6), ("完成日期", 3)), tuple(rows))


def _lots(found: BidDetail) -> Table:
    rows = [
        (
            one.name, _money(one.budget), _money(one.price), RESULTS[one.result], str(one.rank or ""), _money(one.won_price),
        )
        for one in found.lots
    ]  # fmt: skip
    heads = (
        ("标段", 5),
        ("预算（元）", 3),
        ("我方报价（元）", 3),
        ("结果", 2),
        ("名次", 1),
        ("中标价（元）", 3),
    )
    return Table("标段", heads, tuple(rows))


def _items(found: BidDetail) -> Table:
    rows = [
        (
            str(place), row.draft.title, row.chosen, "必备" if row.draft.needed else "可选", _ready(row), _reasons(row),
        )
        for place, row in enumerate(found.items, start=1)
    ]  # fmt: skip
    heads = (("序号", 2), ("所需资料", 8), ("选用", 8), ("要求", 3), ("状态", 3), ("核对", 10))
    return Table("资料清单", heads, tuple(rows))


def _reasons(row: ItemRow) -> str:
    """What is wrong with an item, in words."""
    wrong = [one for one in row.checks if one.level is not CheckLevel.OK]
    return "；".join(CHECKS[one.code].format(**one.values) for one in wrong)


def warning_words(warning: BidWarning) -> str:
    """A rule that is not kept, with the days or the sums it is about."""
    values = warning.values
    told = f"{STAGES[warning.stage]}：{values.get('text', '')}"
    if not warning.article:
        side = "晚于" if warning.code == bid_order.AFTER else "早于"
        return f"{told}{values['day']}，{side}{STAGES[BidStage(str(values['other']))]}（{values['bound']}）"
    if "most" in values:
        told += f"，现为{format_money(values['amount'])}元，至多{format_money(values['most'])}元"  # type: ignore[arg-type]  # of a cap
    elif "bidders" in values:
        told += f"，现为{values['bidders']}家"
    elif "bound" in values:
        day = f"现为{values['day']}，" if values.get("day") else "尚未办理，"
        told += f"，{day}应以{values['bound']}为限"
    return f"{told}（{warning.article}）"


def _ready(row: ItemRow) -> str:
    return _LEVELS[row.level.value]


def _deposits(found: BidDetail) -> Table:
    rows = [
        (
            PARTS[one.kind],
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
