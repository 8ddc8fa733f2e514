"""Movements of supplies 出入库: received, issued, handed back, counted, moved between places; never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.asset_class import Place
from models.people import Department, Employee
from models.supply import Supply, SupplyAct, SupplyMovement, SupplyStock
from services import audit, numbering, records
from services.database import now, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy
from services.supply_drafts import SLIP, SlipDraft, SupplyLine
from services.supply_postings import post

MOST = 999_999_999  # pieces or yuan of a line
_INACTIVE = frozenset({SupplyAct.RETURN, SupplyAct.COUNT})  # what is out comes back, what is left is counted
_WHY = "a step of services that have checked"


@requires(Permission.SUPPLY_EDIT)
def book(session: Session, actor: Actor, draft: SlipDraft, command_id: str, *, today: date) -> str:
    """Write a slip and change what is on hand, all of it or nothing; returns its number, "" when it was repeated.

    Raises Refused "record.required" (on_day, place_id, lines; department_id of an issue or a return; to_place_id of a
    transfer), "record.gone", "supply.future" (on_day), "supply.same_place", "supply.left" (employee_id; name, day), and
    at `lines.<n>.<field>` "record.required" (supply_id, quantity, value of a receipt), "supply.inactive", "supply.quantity", "supply.too_large" (quantity, value; most),
    "supply.not_enough" (on_hand), "supply.surplus_value", "supply.value_negative", "supply.counted_twice",
    "supply.moved_since_listed" (article, listed, on_hand), and what supply_days and supply_out refuse.
    """
    if not once(session, command_id):
        return ""
    _refuse(session, draft, today)
    draft = _with_department(session, draft)
    assert draft.on_day is not None, "refused before"
    items = lock(session, (line.supply_id for line in draft.lines), (draft.place_id, draft.to_place_id))
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
    if draft.act in (SupplyAct.ISSUE, SupplyAct.RETURN):
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
    _refuse_left(session, draft)


def _refuse_left(session: Session, draft: SlipDraft) -> None:
    """Nothing is issued to who has left; what they have is handed back."""
    if draft.act is not SupplyAct.ISSUE or draft.employee_id is None:
        return
    person = session.get_one(Employee, draft.employee_id)
    if person.left_on is not None and draft.on_day is not None and person.left_on < draft.on_day:
        raise Refused("supply.left", "employee_id", name=person.name, day=person.left_on)


def _refuse_line(draft: SlipDraft, line: SupplyLine) -> None:
    """What of a line is missing."""
    asked: dict[str, object] = {"supply_id": line.supply_id, "quantity": line.quantity}
    if draft.act is SupplyAct.RECEIVE:
        asked["value"] = line.value
    for field, value in asked.items():
        if value is None:
            raise Refused("record.required", field=field)
    for field, number in (("quantity", line.quantity), ("value", line.value)):
        if number is not None and number > MOST:
            raise Refused("supply.too_large", field=field, most=MOST)
    same = sum(other.supply_id == line.supply_id for other in draft.lines)
    if draft.act in (SupplyAct.COUNT, SupplyAct.RETURN) and same > 1:
        raise Refused("supply.counted_twice", field="supply_id")


def _with_department(session: Session, draft: SlipDraft) -> SlipDraft:
    """Whoever takes something takes it for their department; what comes back is credited to whom it was charged."""
    if draft.act is SupplyAct.RETURN or draft.employee_id is None or draft.department_id is not None:
        return draft
    return replace(draft, department_id=session.get_one(Employee, draft.employee_id).department_id)


def _line(session: Session, actor: Actor, draft: SlipDraft, line: SupplyLine, slip: str) -> None:
    _refuse_line(draft, line)
    item = session.get(Supply, line.supply_id)
    if item is None:
        raise Refused("record.gone", field="supply_id")
    if not item.active and draft.act not in _INACTIVE:
        raise Refused("supply.inactive", field="supply_id")
    assert draft.on_day is not None, "refused before"
    carried = line.quantity if draft.act is SupplyAct.TRANSFER else None
    for posting in post(session, item, draft, line):
        session.add(
            SupplyMovement(
                supply_id=item.id, act=draft.act, slip=slip, on_day=draft.on_day,
                quantity=posting.moved.quantity, value=posting.moved.value, moved=carried or Decimal(0),
                place_id=draft.place_id, to_place_id=draft.to_place_id, department_id=posting.department_id,
                employee_id=posting.employee_id, benefit_id=draft.benefit_id, book=posting.book, found=posting.found,
                supplier=tidy(draft.supplier, "supplier"), note=tidy(line.note or draft.note, "note"),
                made_by_name=actor.name, made_at=now(),
            )
        )  # fmt: skip


@open_to_all(_WHY)
def lock(session: Session, supply_ids: Iterable[int | None], places: Iterable[int | None]) -> list[Supply]:
    """Nobody else moves these articles until this slip is written; always in one order, so that nobody waits in a ring.

    Where an article has never stood at one of the places, it stands there with nothing from now on.
    """
    wanted = sorted({each for each in supply_ids if each is not None})
    query = select(Supply).where(Supply.id.in_(wanted)).order_by(Supply.id).with_for_update()
    items = list(session.scalars(query, execution_options={"populate_existing": True}))
    for place in sorted({place for place in places if place is not None}):
        _stand(session, [item.id for item in items], place)
    return items


def _stand(session: Session, supply_ids: Sequence[int], place_id: int) -> None:
    query = select(SupplyStock.supply_id).where(SupplyStock.place_id == place_id)
    there = set(session.scalars(query.where(SupplyStock.supply_id.in_(supply_ids))))
    missing = [each for each in supply_ids if each not in there]
    session.add_all(SupplyStock(supply_id=each, place_id=place_id, quantity=Decimal(0)) for each in missing)
    session.flush()
