"""Up to which month a card's charges stand, and what had been charged by then: where splits and estimates begin."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, select

from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from services import depreciation
from services.asset_terms_of import first_of, terms_of
from services.database import Session
from services.permissions import open_to_all

_WHY = "called inside services that were permitted to write assets"


@open_to_all(_WHY)
def last_closed_month(session: Session, asset_id: int) -> date | None:
    """The last month of depreciation that is closed with this card in it."""
    closed = DepreciationRun.state == DepreciationState.CLOSED
    return session.scalar(
        select(func.max(DepreciationRun.month))
        .join(DepreciationLine, DepreciationLine.run_id == DepreciationRun.id)
        .where(DepreciationLine.asset_id == asset_id, closed)
    )


@open_to_all(_WHY)
def charged_by(session: Session, card: FixedAsset, on_day: date) -> tuple[int, Decimal]:
    """The months charged before that of `on_day` (with it, once it is closed), and what they charged, in yuan."""
    if card.start_on is None:
        return 0, Decimal(0)
    last = first_of(on_day) - timedelta(days=1)
    closed = last_closed_month(session, card.id)
    if closed is not None and closed > last:
        last = closed
    terms = terms_of(card)
    months = min(depreciation.elapsed_months(card.start_on, last), card.months)
    return months, depreciation.accumulated_on(terms, last)
