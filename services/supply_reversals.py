"""A slip that was wrong is taken back by a slip of the opposite 红字冲销: every row again with the other sign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.supply import Supply, SupplyAct, SupplyMovement
from services import audit, numbering, supplies, supply_days, supply_movements
from services.database import now, once
from services.errors import Refused
from services.moving_average import plain
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required
from services.supply_drafts import SLIP
from services.supply_postings import changed, put

_WHY = "a step of services that have checked"


@requires(Permission.SUPPLY_EDIT)
def reverse(
    session: Session,
    actor: Actor,
    slip: str,
    *,
    on_day: date | None,
    reason: str,
    command_id: str,
    today: date,
) -> str:
    """Take a slip back on a day, with a reason; returns the number of the new slip, "" when it was repeated.

    Raises Refused "record.required" (on_day, reason), "supply.future", "supply.reverse_day" (on_day; day),
    "supply.no_slip", "supply.reverse_benefit" (sheets are reopened), "supply.is_reversal", "supply.reversed" (slip),
    "supply.not_enough" (on_hand), "supply.reverse_returned" (slip), "supply.reverse_value",
    "supply.counted_since" (on_day; day).
    """
    if not once(session, command_id):
        return ""
    rows = _rows(session, SupplyMovement.slip == slip) if slip else []
    if not rows:
        raise Refused("supply.no_slip")
    if rows[0].benefit_id is not None:
        raise Refused("supply.reverse_benefit")
    return take_back(session, actor, rows, on_day=on_day, reason=reason, today=today)


@requires(Permission.SUPPLY_EDIT)
def reverse_benefit(
    session: Session, actor: Actor, benefit_id: int, *, on_day: date | None, reason: str, today: date
) -> list[str]:
    """Take back the slips of a benefit sheet that were not taken back before; returns the numbers of the new ones.

    Raises Refused as `reverse`.
    """
    rows = _rows(session, SupplyMovement.benefit_id == benefit_id)
    undone = {row.reverses_id for row in rows}
    slips = dict.fromkeys(row.slip for row in rows if row.reverses_id is None and row.id not in undone)
    return [
        take_back(session, actor, [row for row in rows if row.slip == slip], on_day=on_day, reason=reason, today=today)
        for slip in slips
    ]  # fmt: skip


@open_to_all(_WHY)
def take_back(
    session: Session,
    actor: Actor,
    rows: Sequence[SupplyMovement],
    *,
    on_day: date | None,
    reason: str,
    today: date,
) -> str:
    """Write the opposite of the rows of one slip, the last first."""
    first, why = rows[0], required(reason, "reason")
    day = _day(session, rows, on_day, today)
    items = supply_movements.lock(
        session, (row.supply_id for row in rows), (first.place_id, first.to_place_id)
    )
    known = {item.id: item for item in items}
    slip = numbering.next_number(session, f"{SLIP[first.act]}-{day.year}")
    for row in rows:
        supply_days.refuse_counted(session, row.supply_id, (row.place_id, row.to_place_id), day, "on_day")
    with session.no_autoflush:  # the history of the articles compares before and after the whole slip
        for row in reversed(rows):
            _undo(session, known[row.supply_id], row, day)
            session.add(_opposite(row, actor, slip, day, f"冲销 {first.slip}：{why}"))
        notes = {"slip": slip, "reverses": first.slip, "reason": why}
        audit.record_all(session, actor, f"supply_{first.act.value}", items, notes=notes)
    session.flush()
    return slip


def _day(session: Session, rows: Sequence[SupplyMovement], on_day: date | None, today: date) -> date:
    """The day of the opposite, when there may be one."""
    if on_day is None:
        raise Refused("record.required", "on_day")
    if on_day > today:
        raise Refused("supply.future", "on_day")
    if on_day < rows[0].on_day:
        raise Refused("supply.reverse_day", "on_day", day=rows[0].on_day)
    if rows[0].reverses_id is not None:
        raise Refused("supply.is_reversal")
    undone = select(SupplyMovement.slip).where(SupplyMovement.reverses_id == rows[0].id)
    other = session.scalar(undone)
    if other is not None:
        raise Refused("supply.reversed", slip=other)
    return on_day


def _undo(session: Session, item: Supply, row: SupplyMovement, day: date) -> None:
    if row.act is SupplyAct.ISSUE:
        _refuse_returned(session, row)
    if row.act is SupplyAct.TRANSFER:
        _refuse_short(session, row, row.to_place_id, -row.moved, day)
        put(session, item.id, row.to_place_id, -row.moved)
        put(session, item.id, row.place_id, row.moved)
        return
    _refuse_short(session, row, row.place_id, -row.quantity, day)
    stock = changed(supplies.stock_of(item), -row.quantity, -row.value)
    item.quantity, item.value = stock.quantity, stock.value
    put(session, item.id, row.place_id, -row.quantity)


def _refuse_short(
    session: Session, row: SupplyMovement, place_id: int | None, change: Decimal, day: date
) -> None:
    """What goes out again must still stand there."""
    if place_id is None or change >= 0:
        return
    there = supplies.stock_at(session, row.supply_id, place_id)
    if there + change < 0:
        raise Refused("supply.not_enough", on_hand=plain(there))
    supply_days.refuse_absent(session, row.supply_id, place_id, day, -change, there)


def _refuse_returned(session: Session, row: SupplyMovement) -> None:
    """Of what was issued something came back: that slip is taken back first."""
    later = _rows(
        session,
        (SupplyMovement.supply_id == row.supply_id)
        & (SupplyMovement.act == SupplyAct.RETURN)
        & (SupplyMovement.id > row.id)
        & SupplyMovement.department_id.is_not_distinct_from(row.department_id)
        & SupplyMovement.employee_id.is_not_distinct_from(row.employee_id),
    )
    undone = {one.reverses_id for one in later}
    for one in later:
        if one.reverses_id is None and one.id not in undone:
            raise Refused("supply.reverse_returned", slip=one.slip)


def _opposite(row: SupplyMovement, actor: Actor, slip: str, day: date, note: str) -> SupplyMovement:
    """The row again with the other sign; what was carried is carried back."""
    carried = row.act is SupplyAct.TRANSFER
    return SupplyMovement(
        supply_id=row.supply_id, act=row.act, slip=slip, on_day=day, quantity=-row.quantity, value=-row.value,
        moved=row.moved, place_id=row.to_place_id if carried else row.place_id,
        to_place_id=row.place_id if carried else row.to_place_id, department_id=row.department_id,
        employee_id=row.employee_id, benefit_id=row.benefit_id, reverses_id=row.id, supplier=row.supplier, note=note[:500],
        made_by_name=actor.name, made_at=now(),
    )  # fmt: skip


@open_to_all(_WHY)
def _rows(session: Session, where: ColumnElement[bool]) -> Sequence[SupplyMovement]:
    query = select(SupplyMovement).where(where).order_by(SupplyMovement.id)
    return session.scalars(query).all()
