"""A stock-take counted on another PC 离线盘点: the list as a workbook, and what comes home in one, each row once."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from models.fixed_asset import FixedAsset
from models.stock_take import StockTake, StockTakeLine, StockTakeState
from services import records
from services.asset_codes import read_code
from services.asset_labels import marks
from services.database import Session
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.people_sheets import LOST
from services.permissions import Actor, Permission, requires
from services.stock_take_details import TakeDetail, detail
from services.stock_take_scans import Scan, ScanResult, add
from services.stock_takes import refuse_state

TITLES: Mapping[str, tuple[str, ...]] = {
    "ticket": ("盘点票号", "票号"),
    "code": (
        "资产编号",
        "固定资产编号",
        "资产编码",
        "编号",
        "编码",
        "条码",
        "二维码",
        "扫描结果",
        "扫码内容",
    ),
    "count": ("实盘数量", "实盘数", "实盘", "盘点数量", "盘点结果"),
    "place": ("实盘地点", "盘点地点", "实际地点", "实际存放地点"),
}
_BY_TITLE = {title: name for name, titles in TITLES.items() for title in titles}
_HEAD_ROWS = 20
_SUM = re.compile(r"^(本页|累计)?(合计|小计|总计)|^(制表|盘点|监盘|审核|复核|日期)(人|员|日期)?[:：]")
_YES = frozenset({"√", "✓", "✔", "V", "Y", "YES", "是", "有", "在", "相符", "已盘"})
_NO = frozenset({"", "0", "X", "×", "N", "NO", "否", "无", "未盘到", "盘亏"})
_BETWEEN = "/"


class ListRemark(StrEnum):
    """What is odd about a row of a file."""

    TWICE = "twice"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"
    NOT_LISTED = "not_listed"
    LOST_DIGITS = "lost_digits"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that says something was found, so many `pieces` where it says a number; `stops` when the file cannot be taken over with it."""

    row: int
    code: str
    place: str
    remarks: tuple[ListRemark, ...] = ()
    pieces: int | None = None

    @property
    def stops(self) -> bool:
        return bool({ListRemark.LOST_DIGITS, ListRemark.COUNT} & set(self.remarks))


@dataclass(frozen=True, slots=True)
class LookedList:
    """What a file says about a stock-take; `origin` makes its rows count once however often they come."""

    file: str
    origin: str
    rows: tuple[ListRow, ...]
    not_counted: int

    @property
    def stops(self) -> int:
        return sum(row.stops for row in self.rows)


@requires(Permission.ASSET_SEE)
def list_of(session: Session, actor: Actor, take_id: int) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Headings and rows of the workbook that is counted elsewhere; a blind one does not say what is expected.

    Raises Refused "record.gone".
    """
    found = detail(session, actor, take_id)
    ticket = f"{found.ticket}-{secrets.token_hex(2).upper()}"
    open_facts = () if found.hidden else ("账面数量", "使用部门", "使用人", "存放地点")
    headings = ("盘点票号", "资产编号", "名称", "规格型号", "单位", *open_facts, "实盘数量", "实盘地点")
    return headings, [_listed(found, ticket, place) for place in range(len(found.lines))]


def _listed(found: TakeDetail, ticket: str, place: int) -> tuple[object, ...]:
    line = found.lines[place]
    facts = () if found.hidden else (line.quantity, line.department, line.employee, line.place)
    return (ticket, line.code, line.name, line.specification, line.unit, *facts, None, None)


@requires(Permission.ASSET_SEE)
def look(session: Session, actor: Actor, take_id: int, sheet: ForeignSheet) -> LookedList:  # noqa: ARG001 - the permission needs it
    """Read a file against a stock-take, changing nothing: every row that was counted, with what is odd about it.

    Without a column of counts every row is a scan. Raises Refused "stock_take.not_open", "stock_take_list.no_titles"
    (name), "stock_take_list.other_take" (row, number), "stock_take_list.nothing" (name), "record.gone".
    """
    take = records.load(session, StockTake, take_id)
    refuse_state(take, StockTakeState.OPEN)
    first, places = _titles(sheet)
    ours = marks(session)
    seen: Counter[str] = Counter()
    found, skipped, origin = [], 0, f"file:{sheet.sha256[:16]}"
    known = _Known(session, take_id)
    for number, cells in enumerate(sheet.rows[first:], start=first + 1):
        texts = {name: " ".join(cells[at].split()) if at < len(cells) else "" for name, at in places.items()}
        if not texts["code"] or _SUM.match(texts["code"].replace(" ", "")) or texts["code"] in _BY_TITLE:
            continue
        origin = _ticket(session, take, texts.get("ticket", ""), number) or origin
        counted, pieces = _counted(texts["count"]) if "count" in texts else (True, None)
        if counted is False:
            skipped += 1
            continue
        code = read_code(texts["code"], ours)
        seen[code.text.upper()] += 1
        remarks = [] if counted else [ListRemark.COUNT]
        remarks += known.remarks(code.text, code.number, code.foreign, seen[code.text.upper()])
        found.append(ListRow(number, code.text, _place(texts.get("place", "")), tuple(remarks), pieces))
    if not found:
        raise Refused("stock_take_list.nothing", name=sheet.file)
    return LookedList(sheet.file, origin, tuple(found), skipped)


class _Known:
    """The numbers of the list and of the register."""

    def __init__(self, session: Session, take_id: int) -> None:
        wanted = select(StockTakeLine.code).where(
            StockTakeLine.take_id == take_id, StockTakeLine.quantity > 0
        )
        self.listed = set(session.scalars(wanted))
        self.register = set(session.scalars(select(FixedAsset.number)))

    def remarks(self, text: str, number: str, foreign: bool, times: int) -> list[ListRemark]:
        found = []
        names = {number, number.upper()}
        if LOST in text:
            found.append(ListRemark.LOST_DIGITS)
        elif foreign:
            found.append(ListRemark.FOREIGN)
        elif not names & self.register:
            found.append(ListRemark.UNKNOWN)
        elif not names & self.listed:
            found.append(ListRemark.NOT_LISTED)
        if times > 1:
            found.append(ListRemark.TWICE)
        return found


def _titles(sheet: ForeignSheet) -> tuple[int, dict[str, int]]:
    for at, cells in enumerate(sheet.rows[:_HEAD_ROWS]):
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = _BY_TITLE.get(re.sub(r"\s|[*：:]|[（(].*$", "", cell))
            if name is not None:
                places.setdefault(name, place)
        if "code" in places:
            return at + 1, places
    if sheet.rows and max(len(row) for row in sheet.rows) == 1:  # what a scanner collects: a code a line
        return 0, {"code": 0}
    raise Refused("stock_take_list.no_titles", name=sheet.file)


def _ticket(session: Session, take: StockTake, ticket: str, row: int) -> str:
    """The origin of a row of our own list; Refused "stock_take_list.other_take" for that of another stock-take."""
    if not ticket:
        return ""
    mine = ticket.upper().partition("-")[0]
    if mine != take.ticket:
        other = session.scalar(select(StockTake.number).where(StockTake.ticket == mine))
        raise Refused("stock_take_list.other_take", row=row, number=other or ticket)
    return f"list:{ticket.upper()}"


def _counted(text: str) -> tuple[bool | None, int | None]:
    """Whether the row was found (None when nobody can tell), and how many pieces where it says so."""
    plain = text.strip().upper()
    if plain in _NO:
        return False, None
    if plain in _YES:
        return True, None
    number = re.fullmatch(r"(\d{1,6})(\.0+)?", plain)
    return (int(number[1]) > 0, int(number[1])) if number else (None, None)


def _place(text: str) -> str:
    """A place as the register spells it: one blank around each stroke."""
    return " / ".join(part.strip() for part in text.split(_BETWEEN)) if text else ""


@requires(Permission.ASSET_EDIT)
def take_over(session: Session, actor: Actor, take_id: int, looked: LookedList) -> list[ScanResult]:
    """Count the rows of a file, all or none; a row that was taken over before changes nothing.

    Raises Refused "stock_take_list.stops" (count) while rows cannot be read, "stock_take.not_open", "record.gone".
    """
    if looked.stops:
        raise Refused("stock_take_list.stops", count=looked.stops)
    return add(session, actor, take_id, looked.origin, _scans(looked))


def _scans(looked: LookedList) -> Sequence[Scan]:
    """Rows of a list are known by their number in it: rows may be sorted or added between two imports."""
    seen: Counter[str] = Counter()
    scans = []
    for row in looked.rows:
        seen[row.code] += 1
        scans.append(
            Scan(seen[row.code], row.code, row.place, origin=f"{looked.origin}:{row.code}", pieces=row.pieces)
        )
    return scans
