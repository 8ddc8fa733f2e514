"""The bill of a fund or the tax office 应缴明细 as rows: its titles found in one line or two, its cells read, not guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.insurance_terms import InsuranceItem
from models.personnel import IdentityKind
from services.errors import Refused
from services.exchange.foreign_child import DAMAGED
from services.exchange.foreign_sheets import ForeignSheet
from services.identity_checks import tidied
from services.money import parse_amount

_SEARCHED = 40  # lines from the top among which the titles stand
_TOTALS = ("合计", "总计", "小计", "总人数", "制表", "填表", "打印", "单位盖章")
_MONTH_WORDS = ("所属期", "汇缴", "缴存", "缴费", "费款", "月份", "年月")
_MONTH = re.compile(r"(20[0-9]{2})\s*(?:[-/.年]\s*)?(1[0-2]|0?[1-9])(?![0-9]*[元%])")
_ITEMS = (
    ("大额", InsuranceItem.LARGE_MEDICAL), ("大病", InsuranceItem.LARGE_MEDICAL), ("养老", InsuranceItem.PENSION),
    ("医疗", InsuranceItem.MEDICAL), ("生育", InsuranceItem.MATERNITY), ("失业", InsuranceItem.UNEMPLOYMENT),
    ("工伤", InsuranceItem.INJURY), ("公积金", InsuranceItem.HOUSING_FUND),
)  # fmt: skip


class BillColumn(StrEnum):
    """What a column of a bill says; the last four are amounts."""

    NAME = "name"
    IDENTITY = "identity"
    MONTH = "month"
    ITEM = "item"
    BASE = "base"
    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    TOTAL = "total"


AMOUNTS = (BillColumn.BASE, BillColumn.EMPLOYER, BillColumn.EMPLOYEE, BillColumn.TOTAL)

type Amount = tuple[BillColumn, InsuranceItem | None]
"""What an amount is of: a column, and the item it belongs to (None: all of them together)."""


@dataclass(frozen=True, slots=True)
class BillProblem:
    """A cell that should hold a number: row (from 1 as in the file), title of the column, and what stands there."""

    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of the bill (yuan)."""

    row: int
    name: str
    identity_number: str
    amounts: dict[Amount, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill as read: its rows, the months it names (`headed`: above the titles), its titles, what could not be read."""

    rows: tuple[BillRow, ...]
    months: frozenset[date]
    headed: frozenset[date]
    titles: tuple[tuple[str, Amount], ...]
    problems: tuple[BillProblem, ...]


@dataclass(frozen=True, slots=True)
class _Title:
    place: int
    words: str
    what: BillColumn
    item: InsuranceItem | None


def bill_of(sheet: ForeignSheet) -> Bill:
    """Understand a bill: one row a person, or one a person and item, sums or items, one line of titles or two.

    Raises Refused "insurance_bill.no_titles" (name), "insurance_bill.no_rows" (name).
    """
    start, titles = _titles(sheet)
    rows: list[BillRow] = []
    problems: list[BillProblem] = []
    headed = frozenset(_months_above(sheet.rows[:start]))
    months = set(headed)
    for number, cells in enumerate(sheet.rows[start:], start=start + 1):
        if not _is_person(cells, titles):
            problems += _nameless(number, cells, titles)
            continue
        rows.append(_row(number, cells, titles, problems))
        months |= set(_months_of(_cell(cells, titles, BillColumn.MONTH)))
    if not rows:
        raise Refused("insurance_bill.no_rows", name=sheet.file)
    understood = tuple((one.words, (one.what, one.item)) for one in titles)
    return Bill(tuple(rows), frozenset(months), headed, understood, tuple(problems))


def plain(text: str) -> str:
    """A name or title as two files can be compared by: width folded, no spaces, no marks."""
    folded = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s*:()()\[\]【】_/、-]", "", folded).upper()


def _titles(sheet: ForeignSheet) -> tuple[int, list[_Title]]:
    """The first line below the titles, and what they are. The lower of two lines of titles says the part, the upper the item."""
    for number, cells in enumerate(sheet.rows[:_SEARCHED]):
        if not any(_what(cell) is BillColumn.NAME for cell in cells):
            continue
        below = sheet.rows[number + 1] if number + 1 < len(sheet.rows) else ()
        two = _under(cells, below)
        found = _understood(two) if two is not None else _understood(cells)
        if any(one.what in AMOUNTS for one in found):
            return number + (2 if two is not None else 1), found
    raise Refused("insurance_bill.no_titles", name=sheet.file)


def _under(cells: Sequence[str], below: Sequence[str]) -> list[str] | None:
    """Two lines of titles as one, where the second holds titles too: an empty cell above belongs to the words left of it."""
    name = next(place for place, cell in enumerate(cells) if _what(cell) is BillColumn.NAME)
    known = [cell for cell in below if cell.strip() and _what(cell) is not None and not _is_number(cell)]
    if (name < len(below) and below[name].strip() and _what(below[name]) is None) or not known:
        return None
    joined, last = [], ""
    for place in range(max(len(cells), len(below))):
        upper = cells[place].strip() if place < len(cells) else ""
        lower = below[place].strip() if place < len(below) else ""
        last = upper or (last if lower else "")
        joined.append(last if lower == last else last + lower)
    return joined


def _understood(cells: Sequence[str]) -> list[_Title]:
    """A title a column; of two that say the same the first."""
    found: dict[Amount, _Title] = {}
    for place, cell in enumerate(cells):
        what = _what(cell)
        if what is not None:
            item = _item(cell) if what in AMOUNTS else None
            found.setdefault((what, item), _Title(place, " ".join(cell.split()), what, item))
    return sorted(found.values(), key=lambda one: one.place)


def _what(title: str) -> BillColumn | None:
    words = plain(title)
    if not words or any(one in words for one in ("类型", "费率", "比例", "账号", "编号", "单位名称", "地址")):
        return None
    for column, marks in (
        (BillColumn.NAME, ("姓名", "参保人", "职工名称")),
        (BillColumn.IDENTITY, ("身份证", "证件号", "身份号", "社会保障号", "证件号码")),
        (BillColumn.MONTH, ("所属期", "年月", "月份")),
        (BillColumn.ITEM, ("险种", "品目", "征收项目", "缴费项目")),
        (BillColumn.BASE, ("基数", "缴费工资", "月工资")),
    ):
        if any(mark in words for mark in marks):
            return column
    if "单位" in words:
        return BillColumn.EMPLOYER
    if "个人" in words or "职工" in words:
        return BillColumn.EMPLOYEE
    return BillColumn.TOTAL if any(one in words for one in ("合计", "总额", "总计", "应缴", "金额")) else None


def _item(text: str) -> InsuranceItem | None:
    words = plain(text)
    return next((item for mark, item in _ITEMS if mark in words), None)


def _is_person(cells: Sequence[str], titles: Sequence[_Title]) -> bool:
    """Rows of sums and of signatures name nobody."""
    name = plain(_cell(cells, titles, BillColumn.NAME))
    if not name and not _cell(cells, titles, BillColumn.IDENTITY):
        return False
    return not name.startswith(_TOTALS) and not any(
        plain(cell).startswith(("合计", "总计")) for cell in cells
    )


def _nameless(number: int, cells: Sequence[str], titles: Sequence[_Title]) -> list[BillProblem]:
    """Money of nobody: an amount in a row without name and number that is no sum and no signature."""
    name, identity = (_cell(cells, titles, what) for what in (BillColumn.NAME, BillColumn.IDENTITY))
    if name or identity or any(plain(cell).startswith(_TOTALS) for cell in cells):
        return []
    title = next(one for one in titles if one.what is BillColumn.NAME)
    amounts = [cells[one.place] for one in titles if one.what in AMOUNTS and one.place < len(cells)]
    money = next((text for text in amounts if _is_number(text)), None)
    return [] if money is None else [BillProblem(number, title.words, money.strip())]


def _row(number: int, cells: Sequence[str], titles: Sequence[_Title], problems: list[BillProblem]) -> BillRow:
    own = _item(_cell(cells, titles, BillColumn.ITEM))
    row = BillRow(
        number,
        "".join(_cell(cells, titles, BillColumn.NAME).split()),
        plain_identity(_cell(cells, titles, BillColumn.IDENTITY)),
    )
    for title in titles:
        text = cells[title.place].strip() if title.place < len(cells) else ""
        if title.what not in AMOUNTS or text in {"", "-", "—", "/"}:
            continue
        amount = _amount(text)
        if amount is None:
            problems.append(BillProblem(number, title.words, text[:60]))
        else:
            row.amounts[title.what, title.item or own] = amount
    return row


def plain_identity(text: str) -> str:
    """An ID number as digits and X, one of 15 with 18; "" when a spreadsheet has lost its digits."""
    if text == DAMAGED:
        return ""
    number = re.sub(r"[^0-9A-Z]", "", unicodedata.normalize("NFKC", text).upper())
    return tidied(IdentityKind.ID_CARD, number)


def _cell(cells: Sequence[str], titles: Sequence[_Title], what: BillColumn) -> str:
    place = next((one.place for one in titles if one.what is what), None)
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _amount(text: str) -> Decimal | None:
    shown = text.replace("元", "").replace("¥", "").strip()
    if re.fullmatch(r"-?[0-9,]+\.[0-9]{2}0+", shown):
        shown = shown.rstrip("0")
    if shown.startswith("="):
        return None
    try:
        return parse_amount(shown.removeprefix("-")) * (-1 if shown.startswith("-") else 1)
    except Refused:
        return None


def _is_number(text: str) -> bool:
    return _amount(text.strip()) is not None


def _months_above(rows: Iterable[Sequence[str]]) -> Iterable[date]:
    """Months that the lines above the titles name: beside a word like 所属期, never a day of printing."""
    for cells in rows:
        for place, cell in enumerate(cells):
            words = cell + (cells[place - 1] if place else "")
            if any(mark in words for mark in _MONTH_WORDS) and "制表" not in words and "打印" not in words:
                yield from _months_of(cell)


def _months_of(text: str) -> Iterable[date]:
    return (
        date(int(year), int(month), 1) for year, month in _MONTH.findall(unicodedata.normalize("NFKC", text))
    )
