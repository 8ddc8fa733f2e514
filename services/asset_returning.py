"""What a card goes back to: whose it was and where before it was lent, and how long a repair took."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.asset_class import Place
from models.fixed_asset import AssetMovement, FixedAsset, MovementKind
from services.database import Session
from services.permissions import open_to_all

_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def before_lending(session: Session, card: FixedAsset) -> tuple[int | None, int | None, int | None]:
    """Department, person and place the card had before it was last lent."""
    lent = _last(session, card.id, MovementKind.LEND)
    if lent is None:
        return card.department_id, None, card.place_id
    before = session.scalar(
        select(AssetMovement)
        .where(AssetMovement.asset_id == card.id, AssetMovement.id < lent.id)
        .order_by(AssetMovement.id.desc())
        .limit(1)
    )
    employee = before.to_employee_id if before is not None and lent.from_employee else None
    place = session.scalar(select(Place.id).where(Place.path == lent.from_place))
    return card.department_id, employee, place or card.place_id


@open_to_all(_WHY)
def days_in_repair(session: Session, card: FixedAsset, on_day: date) -> int:
    """The days from the one it was sent on up to `on_day`."""
    sent = _last(session, card.id, MovementKind.REPAIR)
    return (on_day - sent.on_day).days if sent is not None else 0


def _last(session: Session, asset_id: int, kind: MovementKind) -> AssetMovement | None:
    return session.scalar(
        select(AssetMovement)
        .where(AssetMovement.asset_id == asset_id, AssetMovement.kind == kind)
        .order_by(AssetMovement.id.desc())
        .limit(1)
    )
