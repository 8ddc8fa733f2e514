"""The sample's supplies: two years of slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from sqlalchemy import func, select

from models.asset_class import Place
from models.supply import Supply, SupplyAct, SupplyMovement
from services import supplies, supply_kinds, supply_movements, supply_out, users
from services.database import Session, at_moment
from services.permissions import open_to_all
from services.sample.company import Standing
from services.sample.supply_rows import ARTICLES, SHORT, SITE, USERS
from services.supplies import SupplyDraft
from services.supply_drafts import SlipDraft, SupplyLine

_WHY = "a step of making the sample, before anybody is there"
MONTHS = 24
_DAY = timedelta(days=1)


class Shelf:
    """Who writes, what the articles are called, where they stand."""

    def __init__(self, session: Session, standing: Standing, today: date) -> None:
        self.session, self.standing, self.today = session, standing, today
        self.writer = users.actor_of(session, standing.user_of("王雪")[0])
        self.places = {row[0]: row[1] for row in session.execute(select(Place.code, Place.id))}
        self.store = self.places["A502"]
        self.ids: dict[str, int] = {}
        self.clicks = count(1)

    def click(self) -> str:
        return f"sample.supplies.{next(self.clicks)}"

    def department(self, code: str) -> int:
        return self.standing.departments[code][0]

    def book(self, draft: SlipDraft) -> str:
        assert draft.on_day is not None
        if not draft.lines:
            return ""
        with at_moment(moment(draft.on_day)):
            return supply_movements.book(self.session, self.writer, draft, self.click(), today=self.today)

    def fitting(self, lines: list[SupplyLine]) -> tuple[SupplyLine, ...]:
        """The lines as far as there is enough in the store."""
        found = []
        for line in lines:
            assert line.supply_id is not None
            assert line.quantity is not None
            there = supplies.stock_at(self.session, line.supply_id, self.store)
            if there:
                found.append(replace(line, quantity=min(line.quantity, there)))
        return tuple(found)

    def on_hand(self, name: str) -> Decimal:
        return self.session.get_one(Supply, self.ids[name]).quantity


def moment(day: date) -> datetime:
    """The morning of a day."""
    return datetime.combine(day, time(9, 40)).astimezone(UTC)


@open_to_all(_WHY)
def write_supplies(session: Session, standing: Standing, today: date) -> Shelf:
    """Twenty-five articles and what came and went in two years."""
    supply_kinds.fill(session)
    shelf = Shelf(session, standing, today)
    months = list(_months(today))
    with at_moment(moment(months[0])):
        for kind, name, specification, unit, low, _price, _need, _supplier in ARTICLES:
            draft = SupplyDraft(
                kind=kind, name=name, specification=specification, unit=unit, low_stock=Decimal(low)
            )
            shelf.ids[name] = supplies.save(session, shelf.writer, draft)
    for place, first in enumerate(months):
        if place % 6 == 0:
            _receive(shelf, first, place)
        _issue(shelf, first, place)
    _lately(shelf)
    return shelf


def _months(today: date) -> Iterator[date]:
    """The first days of the months, the oldest first, that of today the last."""
    for back in range(MONTHS - 1, -1, -1):
        month = today.year * 12 + today.month - 1 - back
        yield date(month // 12, month % 12 + 1, 1)


def _receive(shelf: Shelf, first: date, place: int) -> None:
    """Every sixth month what six months need, one slip for each supplier; prices creep up."""
    day = first + (place % 3) * _DAY
    if day > shelf.today:
        return
    for supplier in dict.fromkeys(row[7] for row in ARTICLES if row[6]):
        lines = tuple(
            SupplyLine(shelf.ids[name], Decimal(need * 6 + 1), _cost(price, need * 6 + 1, place))
            for _kind, name, _spec, _unit, _low, price, need, by in ARTICLES
            if by == supplier and need
        )  # fmt: skip
        shelf.book(SlipDraft(SupplyAct.RECEIVE, day, shelf.store, lines, supplier=supplier))


def _cost(price: str, quantity: int, place: int) -> Decimal:
    return (Decimal(price) * quantity * (1000 + 4 * place) / 1000).quantize(Decimal("0.01"))


def _issue(shelf: Shelf, first: date, place: int) -> None:
    """What each department took in the month, on one slip; of each article every sixth month."""
    slips: dict[str, list[SupplyLine]] = {}
    for number, (kind, name, _spec, _unit, _low, _price, need, _by) in enumerate(ARTICLES):
        users_of = USERS.get(kind, ())
        whole = sum(share for _code, share in users_of)
        for code, share in users_of:
            quantity = 6 * need * share * (9 + (place * 7 + number * 3) % 3) // (whole * 10)
            if quantity and (place + number) % 6 == 0:
                slips.setdefault(code, []).append(SupplyLine(shelf.ids[name], Decimal(quantity)))
    for offset, (code, lines) in enumerate(sorted(slips.items())):
        day = first + (6 + offset * 3 + place % 4) * _DAY
        if day <= shelf.today:
            person = shelf.standing.in_department(code)[0].id if offset % 2 else None
            shelf.book(SlipDraft(SupplyAct.ISSUE, day, shelf.store, shelf.fitting(lines),
 department_id=shelf.department(code), employee_id=person))  # fmt: skip


def _hand_back(shelf: Shelf, day: date) -> None:
    """Four batteries that nobody needed, by whoever took them last."""
    article = shelf.ids["5号电池"]
    back = (SupplyLine(article, Decimal(4), note="未用完"),)
    for out in reversed(supply_out.out_of(shelf.session, article, day)):
        if out.quantity >= 4:
            draft = SlipDraft(SupplyAct.RETURN, day, shelf.store, back)
            shelf.book(replace(draft, department_id=out.department_id, employee_id=out.employee_id))
            return


def _moved_last(shelf: Shelf, name: str, day: date) -> date:
    """The day, or the one an article was moved on after it."""
    wanted = select(func.max(SupplyMovement.on_day)).where(SupplyMovement.supply_id == shelf.ids[name])
    return max(day, shelf.session.scalar(wanted) or day)


def _lately(shelf: Shelf) -> None:
    """Something moved to the site, handed back, counted, and what has run short."""
    today = shelf.today
    carried = tuple(
        SupplyLine(shelf.ids[name], min(Decimal(3), shelf.on_hand(name)))
        for name in SITE
        if shelf.on_hand(name) > 0
    )
    site = shelf.places["D"]
    moved = SlipDraft(SupplyAct.TRANSFER, today - 6 * _DAY, shelf.store, carried, site, note="阳新项目现场")
    shelf.book(moved)
    _hand_back(shelf, today - 4 * _DAY)
    there = supplies.stock_at(shelf.session, shelf.ids["签字笔"], shelf.store)
    counted = (SupplyLine(shelf.ids["签字笔"], max(there - 2, Decimal(0)), note="盘亏"),)
    day = _moved_last(shelf, "签字笔", today - 3 * _DAY)
    shelf.book(SlipDraft(SupplyAct.COUNT, day, shelf.store, counted, note="季度盘点"))
    _run_short(shelf, today - _DAY)


def _run_short(shelf: Shelf, day: date) -> None:
    """Issued for many bids at once: what has run short by today."""
    taken = []
    for name in SHORT:
        item = shelf.session.get_one(Supply, shelf.ids[name])
        there = supplies.stock_at(shelf.session, item.id, shelf.store)
        most = item.quantity - item.low_stock + 1
        if most > 0 and there:
            taken.append(SupplyLine(item.id, min(most, there)))
    shelf.book(
        SlipDraft(
            SupplyAct.ISSUE,
            day,
            shelf.store,
            tuple(taken),
            department_id=shelf.department("02"),
            note="集中打印标书",
        )
    )
