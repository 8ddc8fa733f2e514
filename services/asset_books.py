"""Up to which month a card's charges stand, and what they were: where splits, merges and estimates begin."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from services import depreciation_bulk, depreciation_catch_up
from services.database import Session
from services.depreciable import Booked, month_at, month_number
from services.permissions import open_to_all

_WHY = "called inside services that were permitted to write assets"


@open_to_all(_WHY)
def last_closed_month(session: Session, asset_id: int) -> date | None:
    """The last month of depreciation that is closed with this card in it, or with those it was split or merged from."""
    closed = DepreciationRun.state == DepreciationState.CLOSED
    found = session.scalar(
        select(func.max(DepreciationRun.month))
        .join(DepreciationLine, DepreciationLine.run_id == DepreciationRun.id)
        .where(DepreciationLine.asset_id == asset_id, closed)
    )
    booked = session.get_one(FixedAsset, asset_id).booked
    if booked is None or not booked.company:
        return found
    return max(found or date.min, month_at(booked.until))


@open_to_all(_WHY)
def booked_of(session: Session, asset_id: int) -> Booked | None:
    """What the closed months have really charged to a card; None before any is closed."""
    wanted = select(func.max(DepreciationRun.month)).where(DepreciationRun.state == DepreciationState.CLOSED)
    closed = session.scalar(wanted)
    if closed is None:
        return None
    session.flush()
    until = month_number(closed)
    (row,) = depreciation_bulk.card_rows(session, "id = :id", id=asset_id)
    special = depreciation_bulk.special_terms(session, [asset_id])
    short = depreciation_catch_up.missing_of(session, row, special, month_at(until + 1))
    company = depreciation_bulk.month_states(row, special, (until,))[0]
    tax = depreciation_bulk.month_states(row, special, (until,), tax=True)[0]
    return Booked(until, company - short.company, tax - short.tax)
