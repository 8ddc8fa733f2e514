"""Places that are renamed while somebody counts: the lists that are being counted follow."""

from __future__ import annotations

from sqlalchemy import select, update

from models.stock_take import StockTake, StockTakeLine, StockTakeState
from services.database import Session
from services.permissions import open_to_all

_EDITABLE = (StockTakeState.OPEN, StockTakeState.COUNTED)


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
