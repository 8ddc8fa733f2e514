"""Movements of supplies 出入库: received, issued, handed back, counted, moved between places; never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.asset_class import Place
from models.people import Department, Employee
from models.supply import Supply, SupplyAct, SupplyMovement, SupplyStock
from services import audit, moving_average, numbering, records, supplies
from services.database import now, once
from services.errors import Refused
from services.moving_average import Moved
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy

SLIP = {SupplyAct.RECEIVE: "RK", SupplyAct.ISSUE: "LY", SupplyAct.RETURN: "TK", SupplyAct.COUNT: "PD", SupplyAct.TRANSFER: "DB"}  # fmt: skip
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """One article of a slip: `quantity` moved (of a count: found), `value` yuan in all of what is received (0: a gift).

    `unit_value` (yuan) says what a surplus costs when nothing is on hand.
    """

    supply_id: int | None = None
    quantity: Decimal | None = None
    value: Decimal | None = None
    unit_value: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SlipDraft:
    """A slip as typed: one act of one day, from or at a place, to a place, a department or a person."""

    act: SupplyAct
    on_day: date | None = None
    place_id: int | None = None
    lines: tuple[SupplyLine, ...] = ()
    to_place_id: int | None = None
    department_id: int | None = None
    employee_id: int | None = None
    supplier: str = ""
    note: str = ""
    benefit_id: int | None = None


@requires(Permission.SUPPLY_EDIT)
def book(session: Session, actor: Actor, draft: SlipDraft, command_id: str, *, today: date) -> str:
    """Write a slip and change what is on hand, all of it or nothing; returns its number, "" when it was repeated.

    Raises Refused "record.required" (on_day, place_id, lines; department_id of an issue; to_place_id of a
    transfer), "record.gone", "supply.future" (on_day), "supply.same_place", and at `lines.<n>.<field>`
    "record.required" (supply_id, quantity, value of a receipt), "supply.quantity", "supply.not_enough" (on_hand),
    "supply.returned_too_much", "supply.surplus_value", "supply.value_negative", "supply.counted_twice".
    """
    if not once(session, command_id):
        return ""
    _refuse(session, draft, today)
    draft = _with_department(session, draft)
    assert draft.on_day is not None, "refused before"
    items = _lock(session, draft)
    slip = numbering.next_number(session, f"{SLIP[draft.act]}-{draft.on_day.year}")
    with session.no_autoflush:  # the history of the articles compares before and after the whole slip
        for number, line in enumerate(draft.lines):
            try:
                _line(session, actor, draft, line, slip)
            except Refused as refused:
                field = f"lines.{number}.{refused.field or 'quantity'}"
                raise Refused(refused.code, field=field, **refused.values) from refused
        audit.record_all(session, actor, f"supply_{draft.act.value}", items, notes={"slip": slip})
    session.flush()
    return slip


def _refuse(session: Session, draft: SlipDraft, today: date) -> None:
    needed = {"on_day": draft.on_day, "place_id": draft.place_id, "lines": draft.lines or None}
    if draft.act is SupplyAct.ISSUE:
        needed["department_id"] = draft.department_id or draft.employee_id
    if draft.act is SupplyAct.TRANSFER:
        needed["to_place_id"] = draft.to_place_id
    for field, value in needed.items():
        if value is None:
            raise Refused("record.required", field=field)
    if draft.on_day and draft.on_day > today:
        raise Refused("supply.future", field="on_day")
    if draft.act is SupplyAct.TRANSFER and draft.place_id == draft.to_place_id:
        raise Refused("supply.same_place", field="to_place_id")
    for kind, value, field in (
        (Place, draft.place_id, "place_id"),
        (Place, draft.to_place_id, "to_place_id"),
        (Department, draft.department_id, "department_id"),
        (Employee, draft.employee_id, "employee_id"),
    ):
        records.refuse_unknown(session, kind, value, field)


def _refuse_line(draft: SlipDraft, line: SupplyLine) -> None:
    """What of a line is missing."""
    asked: dict[str, object] = {"supply_id": line.supply_id, "quantity": line.quantity}
    if draft.act is SupplyAct.RECEIVE:
        asked["value"] = line.value
    for field, value in asked.items():
        if value is None:
            raise Refused("record.required", field=field)
    same = sum(other.supply_id == line.supply_id for other in draft.lines)
    if draft.act in (SupplyAct.COUNT, SupplyAct.RETURN) and same > 1:
        raise Refused("supply.counted_twice", field="supply_id")


def _with_department(session: Session, draft: SlipDraft) -> SlipDraft:
    """Whoever takes something takes it for their department."""
    if draft.employee_id is None or draft.department_id is not None:
        return draft
    return replace(draft, department_id=session.get_one(Employee, draft.employee_id).department_id)


def _line(session: Session, actor: Actor, draft: SlipDraft, line: SupplyLine, slip: str) -> None:
    _refuse_line(draft, line)
    assert line.supply_id is not None
    assert line.quantity is not None
    assert draft.place_id is not None
    item = session.get(Supply, line.supply_id)
    if item is None:
        raise Refused("record.gone", field="supply_id")
    moved = _ACTS[draft.act](session, item, draft, line)
    item.quantity, item.value = moved.stock.quantity, moved.stock.value
    assert draft.on_day is not None, "refused before"
    session.add(
        SupplyMovement(
            supply_id=item.id, act=draft.act, slip=slip, on_day=draft.on_day,
            quantity=moved.quantity, value=moved.value,
            moved=line.quantity if draft.act is SupplyAct.TRANSFER else Decimal(0),
            place_id=draft.place_id, to_place_id=draft.to_place_id,
            department_id=draft.department_id, employee_id=draft.employee_id, benefit_id=draft.benefit_id,
            supplier=tidy(draft.supplier, "supplier"), note=tidy(line.note or draft.note, "note"),
            made_by_name=actor.name, made_at=now(),
        )
    )  # fmt: skip


def _lock(session: Session, draft: SlipDraft) -> list[Supply]:
    """Nobody else moves these articles until this slip is written; always in one order, so that nobody waits in a ring.

    Where an article has never stood at a place of the slip, it stands there with nothing from now on.
    """
    wanted = sorted({line.supply_id for line in draft.lines if line.supply_id is not None})
    query = select(Supply).where(Supply.id.in_(wanted)).order_by(Supply.id).with_for_update()
    items = list(session.scalars(query, execution_options={"populate_existing": True}))
    for place in (draft.place_id, draft.to_place_id):
        if place is not None:
            _stand(session, [item.id for item in items], place)
    return items


def _stand(session: Session, supply_ids: Sequence[int], place_id: int) -> None:
    query = select(SupplyStock.supply_id).where(SupplyStock.place_id == place_id)
    there = set(session.scalars(query.where(SupplyStock.supply_id.in_(supply_ids))))
    missing = [each for each in supply_ids if each not in there]
    session.add_all(SupplyStock(supply_id=each, place_id=place_id, quantity=Decimal(0)) for each in missing)
    session.flush()


def _receive(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> Moved:
    moved = moving_average.received(supplies.stock_of(item), _asked(line), line.value or Decimal(0))
    put(session, item.id, draft.place_id, moved.quantity)
    return moved


def _issue(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> Moved:
    _refuse_short(session, item, draft, line)
    moved = moving_average.issued(supplies.stock_of(item), _asked(line))
    put(session, item.id, draft.place_id, moved.quantity)
    return moved


def _return(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> Moved:
    """At the cost it went out with: of the department's issues so far, less what came back."""
    out = _out(session, item.id, draft)
    moved = moving_average.returned(supplies.stock_of(item), _asked(line), *out)
    put(session, item.id, draft.place_id, moved.quantity)
    return moved


def _count(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> Moved:
    """A count of one place: what differs there changes the whole."""
    assert draft.place_id is not None, "refused before"
    there = supplies.stock_at(session, item.id, draft.place_id)
    found = _asked(line)
    if found < 0:
        raise Refused("supply.quantity", field="quantity")
    whole = item.quantity + found - there
    moved = moving_average.counted(supplies.stock_of(item), whole, line.unit_value)
    put(session, item.id, draft.place_id, moved.quantity)
    return moved


def _transfer(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> Moved:
    _refuse_short(session, item, draft, line)
    stock = supplies.stock_of(item)
    moving_average.issued(stock, _asked(line))  # refuses what is no quantity
    put(session, item.id, draft.place_id, -_asked(line))
    put(session, item.id, draft.to_place_id, _asked(line))
    return Moved(stock, Decimal(0), Decimal(0))


def _asked(line: SupplyLine) -> Decimal:
    assert line.quantity is not None, "refused before"
    return line.quantity


_ACTS: dict[SupplyAct, Callable[[Session, Supply, SlipDraft, SupplyLine], Moved]] = {
    SupplyAct.RECEIVE: _receive,
    SupplyAct.ISSUE: _issue,
    SupplyAct.RETURN: _return,
    SupplyAct.COUNT: _count,
    SupplyAct.TRANSFER: _transfer,
}


def _refuse_short(session: Session, item: Supply, draft: SlipDraft, line: SupplyLine) -> None:
    assert draft.place_id is not None, "refused before"
    there = supplies.stock_at(session, item.id, draft.place_id)
    if _asked(line) > there:
        raise Refused("supply.not_enough", field="quantity", on_hand=supplies.plain(there))


@open_to_all(_WHY)
def put(session: Session, supply_id: int, place_id: int | None, quantity: Decimal) -> None:
    """Change what stands at a place by a signed quantity."""
    if place_id is not None and quantity:
        session.get_one(SupplyStock, (supply_id, place_id)).quantity += quantity


def _out(session: Session, supply_id: int, draft: SlipDraft) -> tuple[Decimal, Decimal]:
    """What is out with the department or person that hands back: quantity and value, both positive."""
    query = select(SupplyMovement.quantity, SupplyMovement.value).where(
        SupplyMovement.supply_id == supply_id,
        SupplyMovement.act.in_((SupplyAct.ISSUE, SupplyAct.RETURN)),
    )
    if draft.employee_id is not None:
        query = query.where(SupplyMovement.employee_id == draft.employee_id)
    elif draft.department_id is not None:
        query = query.where(SupplyMovement.department_id == draft.department_id)
    rows: Sequence[tuple[Decimal, Decimal]] = [(row[0], row[1]) for row in session.execute(query)]
    quantity = -sum((row[0] for row in rows), Decimal(0))
    value = -sum((row[1] for row in rows), Decimal(0))
    if quantity <= 0:
        raise Refused("supply.returned_too_much", field="quantity", went_out="0")
    return quantity, max(value, Decimal(0))
