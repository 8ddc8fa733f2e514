"""The sample's stock-takes: last year's, approved with its differences, and one that is half counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.asset_class import AssetClass, Place
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine, StockTakeState
from services import office_papers, stock_take_lines, stock_take_scans, stock_takes, users
from services.asset_codes import code_text
from services.asset_labels import marks
from services.database import Session, at_moment
from services.permissions import Actor, open_to_all
from services.sample.company import Standing
from services.stock_take_lines import LineDraft
from services.stock_take_scans import Scan
from services.stock_take_tally import BETWEEN
from services.stock_takes import StockTakeDraft

_WHY = "a step of making the sample, before anybody is there"
_KIND = DecidedKind.STOCK_TAKE
_LET = ("三维激光扫描仪", "发电机")  # they are with their tenants
_DAY = timedelta(days=1)
_STRAY = "JJ-2021-0043"  # a label from before the register began


class _Counting:
    """Who counts, and when."""

    def __init__(self, session: Session, standing: Standing, today: date) -> None:
        self.session, self.standing, self.today = session, standing, today
        self.writer = users.actor_of(session, standing.user_of("王雪")[0])
        self.clicks = count(1)
        self.mark = marks(session)[0]

    def click(self) -> str:
        return f"sample.stock_takes.{next(self.clicks)}"

    def at(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour, 10)).astimezone(UTC)

    def plan(self, draft: StockTakeDraft, day: date) -> StockTake:
        with at_moment(self.at(day, 9)):
            made = stock_takes.save(self.session, self.writer, draft, today=day)
        return self.session.get_one(StockTake, made)

    def lines(self, take: StockTake) -> list[StockTakeLine]:
        return stock_takes.lines(self.session, take.id)

    def scan(self, take: StockTake, found: list[tuple[str, str]], day: date, origin: str) -> None:
        """Scan labels (number, place) one after the other."""
        begun = self.at(day, 10)
        scans = [
            Scan(place, code_text(self.mark, code), where, begun + place * timedelta(seconds=9))
            for place, (code, where) in enumerate(found, 1)
        ]
        with at_moment(begun + len(scans) * timedelta(seconds=9)):
            stock_take_scans.add(self.session, self.writer, take.id, origin, scans)

    def user(self, name: str) -> Actor:
        return users.actor_of(self.session, self.standing.user_of(name)[0])


@open_to_all(_WHY)
def write_stock_takes(session: Session, standing: Standing, today: date) -> None:
    """Last year's over everything, approved; this one of the instruments half counted, one number nobody knows."""
    counting = _Counting(session, standing, today)
    _last_year(counting)
    _half_counted(counting)


def _last_year(counting: _Counting) -> None:
    day = date(counting.today.year - 1, 12, 28)
    draft = StockTakeDraft(
        name=f"{day.year}年度固定资产盘点", on_day=day, counted_by="王雪、冯佳", watched_by="孙倩"
    )
    take = counting.plan(draft, day)
    lines = counting.lines(take)
    indoors = [line for line in lines if line.place]
    missing = next(line for line in lines if line.name == "激光打印机")
    moved = [line for line in indoors if line.name == "台式电脑"][:1] or indoors[:1]
    found = [(line.code, line.place) for line in lines if line is not missing and line not in moved]
    where = next(line.place for line in indoors if "505" in line.place)
    counting.scan(take, [*found, *((line.code, where) for line in moved), (_STRAY, where)], day, "sample-1")
    _explain_last_year(counting, take, day)
    _decide(counting, take, day + 3 * _DAY)


def _explain_last_year(counting: _Counting, take: StockTake, day: date) -> None:
    session, writer = counting.session, counting.writer
    with at_moment(counting.at(day, 16)):
        stock_take_lines.finish(session, writer, take.id, take.version)
        chairs = session.scalar(select(AssetClass.id).where(AssetClass.code == "JJ"))
        for line in counting.lines(take):
            match line.found:
                case FoundState.MISSING:
                    said = LineDraft("外业项目部借用，已电话核实，下次盘点补盘", Adjustment.SEARCH)
                case FoundState.ELSEWHERE:
                    said = LineDraft("会议室投屏借用，未归位", Adjustment.NONE)
                case FoundState.UNKNOWN:
                    said = LineDraft(
                        "建册前购置的旧书柜，价值低，备查管理", Adjustment.NONE, "书柜", "双门", chairs
                    )
                case _:
                    continue
            stock_take_lines.explain(session, writer, take.id, [line.id], said)


def _decide(counting: _Counting, take: StockTake, day: date) -> None:
    session = counting.session
    with at_moment(counting.at(day, 10)):
        office_papers.submit(session, counting.writer, _KIND, take.id, take.version, counting.click())
    while take.state is StockTakeState.SUBMITTED:
        with at_moment(counting.at(day, 15)):
            office_papers.decide(
                session, counting.user(take.holder_name), _KIND, take.id, take.version, Decision.APPROVE,
                reason="", command_id=counting.click(), today=day,
            )  # fmt: skip


def _half_counted(counting: _Counting) -> None:
    day = counting.today - _DAY
    session = counting.session
    store = session.scalar(select(Place.id).where(Place.code == "B"))
    kinds = session.scalars(select(AssetClass.id).where(AssetClass.code.in_(["CH", "WR", "XJ"])))
    draft = StockTakeDraft(
        name="测绘仪器专项盘点", on_day=day, classes=tuple(sorted(kinds)),
        counted_by="冯佳", watched_by="王雪",
    )  # fmt: skip
    take = counting.plan(draft, day)
    lines = counting.lines(take)
    some = [line for line in lines[: len(lines) * 3 // 5] if line.name not in _LET]
    half = [(line.code, line.place) for line in some]
    other = session.get_one(Place, store).path + f"{BETWEEN}1号柜"
    half[3] = (half[3][0], session.scalars(select(Place.path).where(Place.code == "A601")).one())
    counting.scan(take, [*half, half[0], ("CH-2019-0108", other)], day, "sample-2")
