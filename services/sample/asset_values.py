"""The sample's depreciation: a year of closed months and one open, a car by kilometres, disposals done and waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.asset_class import AssetClass
from models.asset_paper import AssetDisposal, DisposalReason
from models.asset_terms import Method
from models.depreciation import DepreciationRun
from models.fixed_asset import AssetState, FixedAsset
from models.personnel_paper import OfficePaperState
from services import (
    asset_disposals,
    asset_estimates,
    asset_movements,
    asset_units,
    depreciation_entries,
    depreciation_runs,
    fixed_assets,
    office_papers,
    users,
)
from services.asset_disposal_rules import DisposalLine
from services.asset_disposals import DisposalDraft
from services.asset_drafts import AssetDraft
from services.asset_estimates import EstimateDraft
from services.database import Session, at_moment
from services.depreciable import month_at, month_number
from services.depreciation_entries import AccountSide
from services.permissions import Actor, open_to_all
from services.sample.company import Standing

CLOSED_MONTHS = 12
KIND = DecidedKind.ASSET_DISPOSAL
_CAR_MONTHS = 20
_KILOMETRES = (3120, 4512, 2860, 5230, 3975, 4105)
_DAY = timedelta(days=1)
_WHY = "a step of making the sample, before anybody is there"


class _Books:
    """Who writes, and clicks that differ."""

    def __init__(self, session: Session, standing: Standing, today: date) -> None:
        self.session, self.standing, self.today = session, standing, today
        self.writer = users.actor_of(session, standing.user_of("王雪")[0])
        self.clicks = count(1)

    def click(self) -> str:
        return f"sample.values.{next(self.clicks)}"

    def cards(self, name: str) -> list[FixedAsset]:
        """The cards of that name that could go, the oldest first."""
        wanted = select(FixedAsset).filter_by(name=name).order_by(FixedAsset.bought_on, FixedAsset.id)
        held = (AssetState.IN_USE, AssetState.IDLE)
        return [card for card in self.session.scalars(wanted) if card.state in held]

    def decider(self, name: str) -> Actor:
        return users.actor_of(self.session, self.standing.user_of(name)[0])


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 10)).astimezone(UTC)


@open_to_all(_WHY)
def write_values(session: Session, standing: Standing, today: date) -> None:
    """After the cards: what they are charged, and what leaves. The open month waits for the kilometres of its car."""
    books = _Books(session, standing, today)
    car = _car(books)
    _kilometres(books, car)
    _estimate(books)
    first = today.replace(day=1)
    _sold(books, month_at(month_number(first) - 2).replace(day=18))
    for number in range(month_number(first) - CLOSED_MONTHS, month_number(first)):
        _closed(books, month_at(number))
    depreciation_runs.reckon(session, books.writer, first, today=today)
    _accounts(books)
    _waiting(books, max(first, today - 3 * _DAY))


def _car(books: _Books) -> int:
    kind = books.session.scalars(select(AssetClass.id).filter_by(code="QC")).one()
    bought = month_at(month_number(books.today) - _CAR_MONTHS - 1).replace(day=12)
    department = books.standing.departments["05"][0]
    draft = AssetDraft(
        name="外业皮卡", class_id=kind, specification="庆铃 TAGA 鄂A·3C92K", serial_number="LWLDAAHG5RL012873",
        cost=Decimal(120_000), residual=Decimal(6_000), months=60, method=Method.UNITS, units_total=Decimal(300_000),
        bought_on=bought, start_on=bought, supplier="武汉庆铃汽车销售服务有限公司", department_id=department,
        warranty_until=bought + 1095 * _DAY,
    )  # fmt: skip
    with at_moment(_moment(bought, 10)):
        return fixed_assets.add(books.session, books.writer, draft, today=books.today)[0]


def _kilometres(books: _Books, car: int) -> None:
    """Every month up to the last one; those of this month are still to be read off."""
    this = month_number(books.today)
    for place, number in enumerate(range(this - _CAR_MONTHS, this)):
        month = month_at(number)
        with at_moment(_moment(month_at(number + 1), 9)):
            done = Decimal(_KILOMETRES[place % len(_KILOMETRES)])
            asset_units.enter(books.session, books.writer, month, {car: done}, today=books.today)


def _estimate(books: _Books) -> None:
    """The server was given more memory five months ago: dearer, and used longer."""
    server = books.cards("服务器")[0]
    from_on = month_at(month_number(books.today) - 5)
    draft = EstimateDraft(
        server.id, server.version, from_on, 48, Decimal(3_500), Method.STRAIGHT_LINE, Decimal(9_600),
        "扩容内存和硬盘，预计再用四年",
    )  # fmt: skip
    with at_moment(_moment(from_on + 3 * _DAY, 16)):
        asset_estimates.revise(
            books.session, books.writer, draft, command_id=books.click(), today=from_on + 3 * _DAY
        )


def _accounts(books: _Books) -> None:
    """Those who survey are charged to production, the others where they belong."""
    usual = {
        account.title[:4]: account
        for account in depreciation_entries.usual_expenses(books.session, books.writer)
    }
    chosen = {"04": "制造费用", "05": "制造费用", "06": "研发支出", "07": "销售费用"}
    wanted = {books.standing.departments[code][0]: usual[title] for code, title in chosen.items()}
    lines = [
        replace(line, code=wanted[line.record_id].code, title=wanted[line.record_id].title)
        for line in depreciation_entries.accounts(books.session, books.writer)
        if line.side is AccountSide.DEPARTMENT and line.record_id in wanted
    ]
    depreciation_entries.save_accounts(books.session, books.writer, lines)


def _closed(books: _Books, month: date) -> None:
    """Closed on the third of the month after."""
    after = month_at(month_number(month) + 1) + 2 * _DAY
    with at_moment(_moment(min(after, books.today), 17)):
        run = depreciation_runs.reckon(books.session, books.writer, month, today=books.today)
        version = books.session.get_one(DepreciationRun, run).version
        depreciation_runs.close(books.session, books.writer, run, version, command_id=books.click())


def _sold(books: _Books, day: date) -> None:
    """Two old computers, sold to a dealer two months ago."""
    old = [found for name in ("测试主机", "台式电脑") if (found := _last_moved_before(books, name, day))]
    lines = tuple(
        DisposalLine(card.id, proceeds=Decimal(price), fees=Decimal(0))
        for card, price in zip(old, ("680.00", "720.00"), strict=False)
    )
    paper = _drafted(
        books, DisposalDraft(reason=DisposalReason.SALE, on_day=day, buyer="武汉绿循再生资源有限公司", note="使用年限已满，性能不能满足制图软件要求", lines=lines), day,
    )  # fmt: skip
    _submit(books, paper, day)
    while paper.state is OfficePaperState.SUBMITTED:
        with at_moment(_moment(day + _DAY, 15)):
            office_papers.decide(
                books.session, books.decider(paper.holder_name), KIND, paper.id, paper.version, Decision.APPROVE,
                reason="", command_id=books.click(), today=day + _DAY,
            )  # fmt: skip


def _waiting(books: _Books, day: date) -> None:
    """A laser that fell into a river waits for its approval; an old printer is still being written up."""
    laser = _last_moved_before(books, "手持激光测距仪", day)
    if laser is not None:
        draft = DisposalDraft(
            reason=DisposalReason.DAMAGE, on_day=day, note="外业涉水作业落水，维修报价高于净值",
            lines=(DisposalLine(laser.id, proceeds=Decimal(0), fees=Decimal(0)),),
        )  # fmt: skip
        _submit(books, _drafted(books, draft, day), day)
    printer = _last_moved_before(books, "激光打印机", day)
    if printer is not None:
        draft = DisposalDraft(
            reason=DisposalReason.SCRAP, on_day=day, note="定影组件停产，无法修复",
            lines=(DisposalLine(printer.id, proceeds=Decimal(60), fees=Decimal(0)),),
        )  # fmt: skip
        _drafted(books, draft, day)


def _last_moved_before(books: _Books, name: str, day: date) -> FixedAsset | None:
    for card in books.cards(name):
        moved = asset_movements.history(books.session, books.writer, card.id)
        if moved and moved[0].on_day <= day:
            return card
    return None


def _drafted(books: _Books, draft: DisposalDraft, day: date) -> AssetDisposal:
    with at_moment(_moment(day, 11)):
        made = asset_disposals.save(books.session, books.writer, draft, today=day)
    return asset_disposals.with_lines(books.session, made)


def _submit(books: _Books, paper: AssetDisposal, day: date) -> None:
    with at_moment(_moment(day, 12)):
        office_papers.submit(books.session, books.writer, KIND, paper.id, paper.version, books.click())
