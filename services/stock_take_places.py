"""Places that are renamed while somebody counts: the lists that are being counted follow."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, update

from models.asset_class import Place
from models.audit import AuditEntry
from models.stock_take import StockTake, StockTakeLine, StockTakeState
from services.database import Session
from services.permissions import open_to_all
from services.stock_take_tally import AND

_EDITABLE = (StockTakeState.OPEN, StockTakeState.COUNTED)
_WHY = "a step of services that have checked"


@open_to_all("a step of services that were permitted to rename a place")
def follow(session: Session, before: str, after: str) -> None:
    """What stood, or was found, at the place of the one name stands at that of the other."""
    if not before or before == after:
        return
    open_takes = select(StockTake.id).where(StockTake.state.in_(_EDITABLE))
    for column in (StockTakeLine.place, StockTakeLine.found_place):
        session.execute(
            update(StockTakeLine)
            .where(column == before, StockTakeLine.take_id.in_(open_takes))
            .values({column: after})
            .execution_options(synchronize_session="fetch")
        )
    _follow_lots(session, before, after)


def _follow_lots(session: Session, before: str, after: str) -> None:
    """A lot names all the places it was found at."""
    several = session.scalars(
        select(StockTakeLine)
        .join(StockTake, StockTake.id == StockTakeLine.take_id)
        .where(StockTake.state.in_(_EDITABLE), StockTakeLine.found_place.contains(AND, autoescape=True))
    )
    for line in several:
        places = line.found_place.split(AND)
        line.found_place = AND.join(after if place == before else place for place in places)


@open_to_all(_WHY)
def renamed(session: Session, take_id: int, places: Iterable[str]) -> dict[str, str]:
    """What the places are called now that were renamed while the list was counted.

    A name that was given to another place since means that one.
    """
    asked = {place for place in places if place}
    known = set(session.scalars(select(Place.path).where(Place.path.in_(asked)))) if asked else set()
    if not asked - known:
        return {}
    called, latest = dict[str, int](), dict[int, str]()
    take = session.get_one(StockTake, take_id)
    changes = select(AuditEntry.record_id, AuditEntry.changes).where(
        AuditEntry.record_kind == Place.__tablename__, AuditEntry.at >= take.created_at
    )
    if take.state not in _EDITABLE:
        changes = changes.where(AuditEntry.at <= take.updated_at)
    for place_id, change in session.execute(changes.order_by(AuditEntry.seq)):
        match change.get("path"):
            case [str(before), str(after)]:
                called[before], latest[place_id] = place_id, after
    return {place: latest[called[place]] for place in asked - known if place in called}
