"""What the day of a slip may be: nothing leaves before it stood there, and a count closes what came before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.supply import SupplyAct, SupplyMovement
from services.errors import Refused
from services.moving_average import plain
from services.permissions import open_to_all

_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def refuse_counted(
    session: Session, supply_id: int, places: Sequence[int | None], on_day: date, field: str = "quantity"
) -> None:
    """Refuse with "supply.counted_since" (`field`; day) what would change a count that was made later."""
    again = aliased(SupplyMovement)
    last = session.scalar(
        select(func.max(SupplyMovement.on_day)).where(
            SupplyMovement.supply_id == supply_id,
            SupplyMovement.act == SupplyAct.COUNT,
            SupplyMovement.place_id.in_([place for place in places if place is not None]),
            SupplyMovement.reverses_id.is_(None),
            ~select(again.id).where(again.reverses_id == SupplyMovement.id).exists(),
        )
    )
    if last is not None and last > on_day:
        raise Refused("supply.counted_since", field, day=last)


@open_to_all(_WHY)
def refuse_moved(session: Session, supply_id: int, place_id: int, on_day: date) -> None:
    """A count is of the newest day: refused with "supply.moved_since" (day) when the place has moved after it."""
    later = _later(session, supply_id, place_id, on_day)
    if later:
        raise Refused("supply.moved_since", "quantity", day=later[-1][0])


@open_to_all(_WHY)
def refuse_absent(
    session: Session, supply_id: int, place_id: int, on_day: date, asked: Decimal, there: Decimal
) -> None:
    """Refuse with "supply.not_there_then" (on_hand, day) what did not stand there on the day and ever since."""
    changes = [-change for _day, change in reversed(_later(session, supply_id, place_id, on_day))]
    least = min(accumulate(changes, initial=there))
    if asked > least:
        raise Refused("supply.not_there_then", "quantity", on_hand=plain(max(least, Decimal(0))), day=on_day)


def _later(session: Session, supply_id: int, place_id: int, on_day: date) -> list[tuple[date, Decimal]]:
    """By how much each later day changed what stands at the place."""
    carried = SupplyMovement.act == SupplyAct.TRANSFER
    change = case(
        (carried & (SupplyMovement.place_id == place_id), -SupplyMovement.moved),
        (carried, SupplyMovement.moved),
        else_=SupplyMovement.quantity,
    )
    query = (
        select(SupplyMovement.on_day, func.sum(change))
        .where(
            SupplyMovement.supply_id == supply_id,
            SupplyMovement.on_day > on_day,
            or_(SupplyMovement.place_id == place_id, SupplyMovement.to_place_id == place_id),
        )
        .group_by(SupplyMovement.on_day)
        .order_by(SupplyMovement.on_day)
    )
    return [(row[0], row[1]) for row in session.execute(query)]
