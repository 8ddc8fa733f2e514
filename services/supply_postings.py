"""What each act 入库 领用 退库 盘点 调拨 changes of an article: its stock, its places, and whose it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from models.supply import Supply, SupplyAct, SupplyStock
from services import moving_average, supplies, supply_days, supply_out
from services.errors import Refused
from services.moving_average import Moved, Stock, plain
from services.permissions import open_to_all
from services.supply_drafts import SlipDraft, SupplyLine

_WHY = "a step of services that have checked"
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Posting:
    """One movement to be written: what it changes, at whose charge; of a count, what the books said and what was found."""

    moved: Moved
    department_id: int | None
    employee_id: int | None
    book: Decimal | None = None
    found: Decimal | None = None


@open_to_all(_WHY)
def post(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> list[Posting]:
    """Change what is on hand as the line says; one movement, or one for everybody a return is of.

    Raises Refused as `supply_movements.book` says, at the field of the line.
    """
    assert draft.on_day is not None, "refused before"
    supply_days.refuse_counted(session, item.id, (draft.place_id, draft.to_place_id), draft.on_day)
    postings = _ACTS[draft.act](session, item, draft, line)
    stock = postings[-1].moved.stock
    item.quantity, item.value = stock.quantity, stock.value
    return postings


def _receive(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> list[Posting]:
    moved = moving_average.received(supplies.stock_of(item), asked(line), line.value or _NOTHING)
    put(session, item.id, draft.place_id, moved.quantity)
    return [_posting(draft, line, moved)]


def _issue(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> list[Posting]:
    _refuse_short(session, item, draft, line)
    moved = moving_average.issued(supplies.stock_of(item), asked(line))
    put(session, item.id, draft.place_id, moved.quantity)
    return [_posting(draft, line, moved)]


def _return(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> list[Posting]:
    """At the cost it was issued at, and to whoever was charged then."""
    stock = supplies.stock_of(item)
    moving_average.received(stock, asked(line), _NOTHING)  # refuses what is no quantity
    parts = supply_out.handed_back(
        session, item.id, asked(line),
        department_id=draft.department_id, employee_id=draft.employee_id, on_day=_day(draft),
    )  # fmt: skip
    found = []
    for part, out in parts:
        moved = moving_average.returned(stock, part, out.quantity, max(out.value, _NOTHING))
        stock = moved.stock
        found.append(Posting(moved, out.department_id, out.employee_id))
    put(session, item.id, draft.place_id, asked(line))
    return found


def _count(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> list[Posting]:
    """A count of one place: what differs there changes the whole. What moved since it was listed is counted again."""
    assert draft.place_id is not None, "refused before"
    found, there = asked(line), supplies.stock_at(session, item.id, draft.place_id)
    if found < 0:
        raise Refused("supply.quantity", field="quantity")
    supply_days.refuse_moved(session, item.id, draft.place_id, _day(draft))
    if line.expected is not None and line.expected != there:
        raise Refused(
            "supply.moved_since_listed", "quantity",
            article=item.name, listed=plain(line.expected), on_hand=plain(there),
        )  # fmt: skip
    whole = item.quantity + found - there
    moved = moving_average.counted(supplies.stock_of(item), whole, line.unit_value)
    put(session, item.id, draft.place_id, moved.quantity)
    return [Posting(moved, draft.department_id, draft.employee_id, there, found)]


def _transfer(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> list[Posting]:
    _refuse_short(session, item, draft, line)
    stock = supplies.stock_of(item)
    moving_average.issued(stock, asked(line))  # refuses what is no quantity
    put(session, item.id, draft.place_id, -asked(line))
    put(session, item.id, draft.to_place_id, asked(line))
    return [_posting(draft, line, Moved(stock, _NOTHING, _NOTHING))]


_ACTS: dict[SupplyAct, Callable[[Session, Supply, SlipDraft, SupplyLine], list[Posting]]] = {
    SupplyAct.RECEIVE: _receive,
    SupplyAct.ISSUE: _issue,
    SupplyAct.RETURN: _return,
    SupplyAct.COUNT: _count,
    SupplyAct.TRANSFER: _transfer,
}


def _posting(draft: SlipDraft, line: SupplyLine, moved: Moved) -> Posting:
    return Posting(moved, draft.department_id, line.employee_id or draft.employee_id)


def asked(line: SupplyLine) -> Decimal:
    """The quantity of a line that has one."""
    assert line.quantity is not None, "refused before"
    return line.quantity


def _day(draft: SlipDraft) -> date:
    assert draft.on_day is not None, "refused before"
    return draft.on_day


def _refuse_short(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> None:
    assert draft.place_id is not None, "refused before"
    there = supplies.stock_at(session, item.id, draft.place_id)
    if asked(line) > there:
        raise Refused("supply.not_enough", field="quantity", on_hand=plain(there))
    supply_days.refuse_absent(session, item.id, draft.place_id, _day(draft), asked(line), there)


@open_to_all(_WHY)
def put(session: Session, supply_id: int, place_id: int | None, quantity: Decimal) -> None:
    """Change what stands at a place by a signed quantity."""
    if place_id is not None and quantity:
        session.get_one(SupplyStock, (supply_id, place_id)).quantity += quantity


def changed(stock: Stock, quantity: Decimal, value: Decimal) -> Stock:
    """The stock after a signed change; Refused "supply.reverse_value" where its worth cannot bear it."""
    after = Stock(stock.quantity + quantity, stock.value + value)
    if after.value < 0 or (not after.quantity and after.value):
        raise Refused("supply.reverse_value")
    return after
