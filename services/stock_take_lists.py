"""A stock-take counted on another PC 离线盘点: the list as a workbook, and what comes home in one, each row once."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from models.fixed_asset import FixedAsset
from models.stock_take import StockTake, StockTakeLine, StockTakeState
from services import records
from services.asset_codes import Code, read_code
from services.asset_labels import marks
from services.database import Session
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.people_sheets import LOST
from services.permissions import Actor, Permission, requires
from services.stock_take_cells import counted_of, place_of
from services.stock_take_details import TakeDetail, detail
from services.stock_take_entries import entries_of
from services.stock_take_places import renamed
from services.stock_take_scans import Scan, ScanResult, add
from services.stock_take_tally import ROW, Entry, counted_already, live, of_lot, tally
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


class ListRemark(StrEnum):
    """What is odd about a row of a file."""

    TWICE = "twice"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"
    NOT_LISTED = "not_listed"
    LOST_DIGITS = "lost_digits"
    COUNT = "count"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that says something was found, so many `pieces` where it says a number; 0 takes back what it said before.

    `origin` is what the row is known by when it comes again; `stops` when the file cannot be taken over with it.
    """

    row: int
    code: str
    place: str
    remarks: tuple[ListRemark, ...] = ()
    pieces: int | None = None
    origin: str = ""

    @property
    def stops(self) -> bool:
        return bool({ListRemark.LOST_DIGITS, ListRemark.COUNT} & set(self.remarks))


@dataclass(frozen=True, slots=True)
class LookedList:
    """What a file says about a stock-take; its rows count once however often they come, as `origin` says whose they are."""

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
def look(session: Session, actor: Actor, take_id: int, sheet: ForeignSheet) -> LookedList:
    """Read a file against a stock-take, changing nothing: every row that was counted, with what is odd about it.

    Without a column of counts every row is a scan. Raises Refused "stock_take.not_open", "stock_take_list.no_titles"
    (name), "stock_take_list.other_take" (row, number), "stock_take_list.nothing" (name), "record.gone".
    """
    take = records.load(session, StockTake, take_id)
    refuse_state(take, StockTakeState.OPEN)
    reading = _Reading(session, actor, take, sheet)
    first, places = _titles(sheet, reading.means)
    found, skipped = [], 0
    for number, cells in enumerate(sheet.rows[first:], start=first + 1):
        texts = {name: " ".join(cells[at].split()) if at < len(cells) else "" for name, at in places.items()}
        if not texts["code"] or _SUM.match(texts["code"].replace(" ", "")) or texts["code"] in _BY_TITLE:
            continue
        row, counted = reading.row(number, texts)
        skipped += not counted
        if row is not None:
            found.append(row)
    if not found:
        raise Refused("stock_take_list.nothing", name=sheet.file)
    return LookedList(sheet.file, reading.origin, tuple(reading.disputed(found)), skipped)


class _Reading:
    """The rows of a file beside the numbers of the list and of the register, and what was counted before.

    A list of ours is known by its ticket, another file by its name and who reads it: saved again it is the same list.
    """

    def __init__(self, session: Session, actor: Actor, take: StockTake, sheet: ForeignSheet) -> None:
        self.session, self.take = session, take
        self.origin = f"file:{actor.user_id}:{' '.join(sheet.file.split()).casefold()}"
        rows = session.execute(
            select(StockTakeLine.code, StockTakeLine.quantity).where(StockTakeLine.take_id == take.id)
        )
        self.quantity = {row[0]: int(row[1]) for row in rows}
        self.register = set(session.scalars(select(FixedAsset.number)))
        self.kept = entries_of(session, take.id)
        self.ours = marks(session)
        self.called: dict[str, str] = {}
        self.used: set[str] = set()
        self.rows: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()

    def means(self, text: str) -> bool:
        """Whether a text is a number of ours, or a label."""
        code = read_code(text, self.ours)
        return code.text != code.number or not {code.number, code.number.upper()}.isdisjoint(self.register)

    def row(self, number: int, texts: Mapping[str, str]) -> tuple[ListRow | None, bool]:
        """A row that changes something, and whether it was counted."""
        code = read_code(texts["code"], self.ours)
        line = self._line(code)
        listed = _ticket(self.session, self.take, texts.get("ticket", ""), number)
        self.origin = listed or self.origin
        self.rows[line] += 1
        counted, pieces = counted_of(texts["count"]) if "count" in texts else (True, None)
        place = self._called(place_of(texts.get("place", "")))
        origin = ROW.join((self.origin, line, str(self.rows[line])))
        if not listed and self.quantity.get(line, 0) > 1:
            kept = [entry for entry in live(self.kept.get(line, ())) if entry.origin not in self.used]
            origin = of_lot(kept, Entry(origin, 1, place, pieces))
            self.used.add(origin)
        before = self._before(line, origin)
        if counted is False:
            said = texts["count"] or listed
            back = ListRow(number, code.text, "", (ListRemark.TAKEN_BACK,), 0, origin)
            return (back if said and before is not None else None), False
        self.seen[line] += 1
        remarks = [] if counted else [ListRemark.COUNT]
        remarks += self._remarks(code, line)
        if before is not None and (before.place, before.pieces) != (place, pieces):
            remarks.append(ListRemark.CHANGED)
        return ListRow(number, code.text, place, tuple(remarks), pieces, origin), True

    def _called(self, place: str) -> str:
        """What the place is called now."""
        if place not in self.called:
            self.called[place] = renamed(self.session, self.take.id, [place]).get(place, place)
        return self.called[place]

    def _line(self, code: Code) -> str:
        if code.foreign:
            return code.text
        names = (code.number, code.number.upper())
        return next((name for name in names if name in self.quantity), names[1])

    def _before(self, line: str, origin: str) -> Entry | None:
        """What this row said when it was counted, if that still counts."""
        return next((entry for entry in live(self.kept.get(line, ())) if entry.origin == origin), None)

    def _remarks(self, code: Code, line: str) -> list[ListRemark]:
        found = []
        names = {code.number, code.number.upper()}
        if LOST in code.text:
            found.append(ListRemark.LOST_DIGITS)
        elif code.foreign:
            found.append(ListRemark.FOREIGN)
        elif not names & self.register:
            found.append(ListRemark.UNKNOWN)
        elif not self.quantity.get(line):
            found.append(ListRemark.NOT_LISTED)
        if self.seen[line] > 1:
            found.append(ListRemark.TWICE)
        return found

    def disputed(self, found: Sequence[ListRow]) -> list[ListRow]:
        """The rows, and at those of lots that were counted otherwise before that they were."""
        after: dict[str, list[Entry]] = {}
        for row in found:
            line = row.origin.split(ROW)[1]
            kept = after.setdefault(line, list(self.kept.get(line, ())))
            entry = Entry(row.origin, 0, row.place, row.pieces)
            if not counted_already(kept, entry):
                kept.append(entry)
        unlike = {line for line, kept in after.items() if tally(kept, self.quantity.get(line, 0)).disputed}
        return [
            replace(row, remarks=(*row.remarks, ListRemark.DISPUTED))
            if row.origin.split(ROW)[1] in unlike
            else row
            for row in found
        ]


def _titles(sheet: ForeignSheet, means: Callable[[str], bool]) -> tuple[int, dict[str, int]]:
    """The first row below the headings, and which column says what; without headings the column of the numbers."""
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
    known = Counter(place for row in sheet.rows for place, cell in enumerate(row) if means(cell.strip()))
    if known and known.most_common(1)[0][1] * 2 > len(sheet.rows):  # and beside it when it was read
        return 0, {"code": known.most_common(1)[0][0]}
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


@requires(Permission.ASSET_EDIT)
def take_over(
    session: Session, actor: Actor, take_id: int, looked: LookedList, *, today: date | None = None
) -> list[ScanResult]:
    """Count the rows of a file, all or none; a row that says what it said before changes nothing, another replaces it.

    Raises Refused "stock_take_list.stops" (count) while rows cannot be read, and as `stock_take_scans.add`.
    """
    if looked.stops:
        raise Refused("stock_take_list.stops", count=looked.stops)
    scans = [Scan(1, row.code, row.place, origin=row.origin, pieces=row.pieces) for row in looked.rows]
    return add(session, actor, take_id, looked.origin, scans, today=today)
