"""Tender notices in a stranger's table or in pasted text: which column is which, and what each cell says. No database."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from types import MappingProxyType

from services import provinces
from services.bid_lead_lines import HEADINGS, rows_of
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.money import FEN, LARGEST
from services.people_sheets import LOST, Problem

# what lists call a column, without blanks
TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "province": ("省份", "省", "地区", "区域", "省/市", "所在地区"),
        "title": ("项目名称", "标题", "公告标题", "公告名称", "项目", "名称"),
        "owner": ("招标人", "采购人", "招标单位", "采购单位", "业主", "业主单位", "建设单位"),
        "tender_number": ("招标编号", "项目编号", "采购编号", "标段编号"),
        "budget": ("预算金额", "预算", "控制价", "最高限价", "招标控制价", "项目预算", "估算"),
        "published_on": ("公告日期", "发布日期", "发布时间", "公告时间", "公告日"),
        "register_until": ("报名截止", "报名截止时间", "报名截止日期", "获取文件截止", "文件获取截止时间"),
        "deadline_on": (
            "投标截止",
            "投标截止时间",
            "截止时间",
            "截止日期",
            "开标时间",
            "开标日期",
            "响应截止时间",
        ),
        "link": ("链接", "网址", "公告链接", "公告网址", "信息来源网址", "地址"),
        "source": ("信息来源", "来源", "发布网站", "网站", "平台"),
        "department": ("部门", "归口部门", "推送部门"),
        "note": ("备注", "说明"),
    }
)
_DAYS = ("published_on", "register_until", "deadline_on")
_HEAD_ROWS = 15
_DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*[T(（]?.{0,4}[)）]?\s*\d{1,2}[:：时点].*|\s*[(（].*)?"
)
_AMOUNT = re.compile(r"([\d,，.]+)\s*(亿|万)?\s*元?")
_TIMES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_SUM = re.compile(r"(合|总|小|累)\s*计\s*[:：]?")
_FOOT = re.compile(
    r"(注|备\s*注|说\s*明|(制\s*表|填\s*表|填\s*报|审\s*核|复\s*核)(人|单位|日期)?)\s*([:：].*)?"
)
_COUNTED = re.compile(r"\d+[.、]?")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CLOSE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SITE = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?(/\S*)?")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no notice: its number and what stands in it."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One notice of a list; texts are tidied, "" is an empty cell, `budget` in yuan."""

    row: int
    province: str = ""
    title: str = ""
    owner: str = ""
    tender_number: str = ""
    budget: Decimal | None = None
    published_on: date | None = None
    register_until: date | None = None
    deadline_on: date | None = None
    link: str = ""
    source: str = ""
    department: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = field(default=())


def pasted(text: str) -> ForeignSheet:
    """Text copied from a spreadsheet or a page as a table: a line a row, cells parted by tabs.

    Without any tab every line is a title, with a number, a province in brackets and a day before or behind it.
    Raises Refused "bid_lead.nothing_pasted".
    """
    if not text.strip():
        raise Refused("bid_lead.nothing_pasted", field="text")
    if "\t" not in text:
        lines = (line.strip() for line in text.splitlines())
        return ForeignSheet("", "", (HEADINGS, *rows_of(line for line in lines if line)))
    rows = csv.reader(StringIO(text), "excel-tab") if text.count('"') % 2 == 0 else _plain_rows(text)
    return ForeignSheet("", "", tuple(tuple(cells) for cells in rows if any(cell.strip() for cell in cells)))


def _plain_rows(text: str) -> list[list[str]]:
    """A single quotation mark is one of the text, no bracket around a cell."""
    return [line.split("\t") for line in text.splitlines()]


def leads_of(sheet: ForeignSheet) -> tuple[LeadRow, ...]:
    """The notices below the titles, as `read_leads` finds them."""
    return read_leads(sheet)[0]


def read_leads(sheet: ForeignSheet) -> tuple[tuple[LeadRow, ...], tuple[LeftOut, ...]]:
    """The notices below the titles, and the rows that are none: sums, notes below the table, neither title nor tenderer.

    A budget says its unit in the cell (50万元) or in the title (预算(万元)). Raises Refused "bid_lead.no_titles"
    (titles), "bid_lead.no_rows".
    """
    at, places = _titles(sheet)
    factor = _factor(sheet.rows[at], places)
    leads, others = [], []
    for number, cells in enumerate(sheet.rows[at + 1 :], start=at + 2):
        if _is_lead(cells, places):
            leads.append(_lead(number, cells, places, factor))
        elif any(cell.strip() for cell in cells):
            others.append(LeftOut(number, " ".join(cell.strip() for cell in cells if cell.strip())))
    if not leads:
        raise Refused("bid_lead.no_rows")
    return tuple(leads), tuple(others)


def _is_lead(cells: Sequence[str], places: Mapping[str, int]) -> bool:
    """Whether a row is about a tender: it names one or who calls for it, and does not begin as sums and notes do."""
    title, owner = _cell(cells, places, "title"), _cell(cells, places, "owner")
    words = [cell.strip() for place, cell in enumerate(cells) if place != places.get("note")]
    first = next((word for word in words if word and not _COUNTED.fullmatch(word)), "")
    if not (title or owner) or _FOOT.fullmatch(first):
        return False
    return not any(_SUM.fullmatch(text) for text in (first, title, owner))


def _titles(sheet: ForeignSheet) -> tuple[int, dict[str, int]]:
    for at, cells in enumerate(sheet.rows[:_HEAD_ROWS]):
        titles = [re.sub(r"[\s*：:（(].*$|\s", "", cell.strip().replace("　", "")) for cell in cells]
        places = {
            name: titles.index(title)
            for name, known in TITLES.items()
            for title in reversed(known)
            if title in titles
        }
        if "title" in places and len(places) > 1:
            return at, places
    raise Refused("bid_lead.no_titles", titles="、".join(known[0] for known in TITLES.values()))


def _factor(cells: Sequence[str], places: Mapping[str, int]) -> Decimal:
    place = places.get("budget")
    return _TIMES["万"] if place is not None and "万" in cells[place] else Decimal(1)


def _cell(cells: Sequence[str], places: Mapping[str, int], name: str) -> str:
    place = places.get(name)
    text = cells[place] if place is not None and place < len(cells) else ""
    return " ".join(text.replace("\u3000", " ").split())


def _lead(row: int, cells: Sequence[str], places: Mapping[str, int], factor: Decimal) -> LeadRow:
    text = {name: _cell(cells, places, name) for name in TITLES}
    problems = [Problem(row, "title", "bid_lead.row_title", "")] if not text["title"] else []
    days = _days(text)
    problems += [
        Problem(row, name, "bid_lead.row_day", text[name])
        for name in _DAYS
        if text[name] and days[name] is None
    ]
    problems += [
        Problem(row, name, "bid_lead.row_lost", "")
        for name, cell in text.items()
        if LOST in cell and name != "budget"
    ]
    budget = _amount(text["budget"], factor) if text["budget"] else None
    if text["budget"] and budget is None and not _unknown(text["budget"]):
        problems.append(Problem(row, "budget", "bid_lead.row_amount", text["budget"]))
    plain = {name: value for name, value in text.items() if name not in (*_DAYS, "budget")}
    plain["link"], plain["province"] = _link(text["link"]), provinces.plain(text["province"])
    if text["link"] and not plain["link"]:
        plain["note"] = "；".join(filter(None, (text["note"], text["link"])))
    return LeadRow(row, **plain, **days, budget=budget, problems=tuple(problems))  # type: ignore[arg-type]  # by name


def _link(text: str) -> str:
    """An address; one without http gets it. What else lists write there (详见附件) is none: it goes to the note."""
    if text.startswith(("http://", "https://")):
        return text
    return f"https://{text}" if _SITE.fullmatch(text) else ""


def _unknown(text: str) -> bool:
    """What lists write where the budget is not told."""
    return text in {"-", "—", "/", "无", "未公布", "详见公告", "见公告", "不详", "待定"}


def _days(text: Mapping[str, str]) -> dict[str, date | None]:
    """The days of a row; one without its year (12-20) is the next such day after the publication, where that is known."""
    found = {name: _day(text[name]) for name in _DAYS}
    published = found["published_on"]
    if published is not None:
        for name in _DAYS[1:]:
            found[name] = found[name] or _next_such_day(text[name], published)
    return found


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text) or _CLOSE.fullmatch(text)
    return _real(*(int(part) for part in found.groups())) if found else None


def _next_such_day(text: str, after: date) -> date | None:
    found = _MONTH_DAY.fullmatch(text)
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    return _real(after.year + ((month, day) < (after.month, after.day)), month, day)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _amount(text: str, factor: Decimal) -> Decimal | None:
    found = _AMOUNT.fullmatch(text.replace("¥", "").replace("￥", "").replace("人民币", "").strip())
    if found is None:
        return None
    try:
        number = Decimal(re.sub("[,，]", "", found[1]))
    except InvalidOperation:
        return None
    yuan = number * (_TIMES[found[2]] if found[2] else factor)
    return yuan.quantize(FEN) if yuan <= LARGEST and yuan == yuan.quantize(FEN) else None
