"""What tests of stock-takes begin with: cards at two places, a stock-take over them, somebody who scans and decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.people import Company
from models.user import Role
from services import office_papers, stock_take_lines, stock_take_lists, stock_take_scans, stock_takes
from services.asset_codes import code_text, company_marks
from services.database import Database
from services.exchange.foreign_sheets import ForeignSheet
from services.permissions import Actor
from services.stock_take_details import TakeDetail, TakeLine, detail
from services.stock_take_lists import LookedList
from services.stock_take_scans import Scan, ScanResult
from services.stock_takes import StockTakeDraft
from tests.assets import CLERK, Stock, stocked
from tests.conftest import TODAY, actor_of_role

MANAGER = actor_of_role(Role.MANAGER)
KIND = DecidedKind.STOCK_TAKE
COMPANY, TAX_ID = "武汉光谷测绘信息有限公司", "91420100MA4K268519"
TITLES = ("资产编号", "实盘数量", "实盘地点")
MARK = company_marks(COMPANY, TAX_ID)[0]


@dataclass(frozen=True)
class Count:
    """A stock-take of the database with its cards."""

    stock: Stock
    id: int
    numbers: tuple[str, ...]

    @property
    def database(self) -> Database:
        return self.stock.database

    def detail(self, actor: Actor = CLERK) -> TakeDetail:
        with self.database.read() as session:
            return detail(session, actor, self.id)

    def line(self, code: str) -> TakeLine:
        return next(line for line in self.detail().lines if line.code == code)

    def scan(self, *texts: str, place: str = "", origin: str = "pc-1", first: int = 1) -> list[ScanResult]:
        scans = [Scan(number, text, place) for number, text in enumerate(texts, first)]
        with self.database.write() as session:
            return stock_take_scans.add(session, CLERK, self.id, origin, scans)

    def finish(self) -> None:
        with self.database.write() as session:
            stock_take_lines.finish(session, CLERK, self.id, self.detail().version)

    def explain(self, *codes: str, **given: object) -> None:
        ids = [line.id for line in self.detail().lines if line.code in codes]
        draft = replace(stock_take_lines.LineDraft(), **given)
        with self.database.write() as session:
            stock_take_lines.explain(session, CLERK, self.id, ids, draft)

    def submit(self) -> None:
        with self.database.write() as session:
            version = self.detail().version
            office_papers.submit(session, CLERK, KIND, self.id, version, f"submit {self.id} {version}")

    def decide(self, decision: Decision = Decision.APPROVE, today: date = TODAY) -> None:
        version = self.detail().version
        with self.database.write() as session:
            office_papers.decide(
                session, MANAGER, KIND, self.id, version, decision,
                reason="再找找", command_id=f"decide {self.id} {version}", today=today,
            )  # fmt: skip


def label_of(number: str) -> str:
    return code_text(MARK, number)


def plan(stock: Stock, **given: object) -> int:
    usual = StockTakeDraft(name="年中盘点", on_day=TODAY, counted_by="陈小雨", watched_by="刘芳")
    with stock.database.write() as session:
        return stock_takes.save(session, CLERK, replace(usual, **given), today=TODAY)


def counted(database: Database, cards: int = 4) -> Count:
    """So many laptops in room 305, and a stock-take over everything."""
    stock = stocked(database)
    with database.write() as session:
        session.add(Company(name=COMPANY, tax_id=TAX_ID))
        if session.scalar(select(ApprovalRule.id)) is None:
            rule = {"paper_kind": "", "amount_from": Decimal(0), "approver": ApproverKind.USER}
            session.add(ApprovalRule(level=1, label="部门审批", user_id=MANAGER.user_id, **rule))
    ids = stock.cards(cards, place_id=stock.places["305室"])
    numbers = tuple(stock.look(one).number for one in ids)
    return Count(stock, plan(stock), numbers)


def with_lot(database: Database, **given: object) -> Count:
    """Two laptops, and last a lot of ten chairs for 1,000 yuan."""
    found = counted(database, cards=2)
    chairs = found.stock.card(
        name="会议椅", class_id=found.stock.classes["ZY"], quantity=10, cost=Decimal(1000), residual=Decimal(50), months=60,
        place_id=found.stock.places["305室"],
    )  # fmt: skip
    number = found.stock.look(chairs).number
    return Count(found.stock, plan(found.stock, **given), (*found.numbers, number))


def look(
    count: Count, *rows: tuple[str, ...], file: str = "盘点.xlsx", titles: tuple[str, ...] = TITLES
) -> LookedList:
    sha = f"{abs(hash(rows)):064x}"[:64]
    with count.database.read() as session:
        return stock_take_lists.look(session, CLERK, count.id, ForeignSheet(file, sha, (titles, *rows)))


def bring(count: Count, *rows: tuple[str, ...], **given: object) -> int:
    found = look(count, *rows, **given)
    with count.database.write() as session:
        return sum(not one.known for one in stock_take_lists.take_over(session, CLERK, count.id, found))
