"""What must hold before a card is moved, lent, leased, split or merged: it is in the register, on no disposal, and nothing moved it later."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from models.fixed_asset import AssetMovement, AssetState, FixedAsset
from services.asset_disposal_rules import FREEZING, open_disposal
from services.asset_movements import refuse_disposed
from services.database import Session
from services.errors import Refused
from services.permissions import open_to_all

AT_HOME = frozenset({AssetState.IN_USE, AssetState.IDLE})
_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def refuse_leaving(session: Session, card: FixedAsset) -> None:
    """Refuse a card that has left, or is about to: "asset.disposed" (number), "asset.in_disposal" (number, other)."""
    refuse_disposed(card)
    disposal = open_disposal(session, card)
    if disposal is not None:
        raise Refused("asset.in_disposal", number=card.number, other=disposal)


@open_to_all(_WHY)
def refuse_move(session: Session, card: FixedAsset, on_day: date, *, back: bool = False) -> None:
    """Refuse to move a card on that day: as `refuse_leaving`, "asset.before_purchase", "asset.moved_since" (on_day; number, day).

    A disposal that is only written freezes nothing yet, and what comes `back` is let in whatever is decided about it.
    """
    refuse_disposed(card)
    disposal = None if back else open_disposal(session, card, states=FREEZING)
    if disposal is not None:
        raise Refused("asset.in_disposal", number=card.number, other=disposal)
    if on_day < card.bought_on:
        raise Refused("asset.before_purchase", "on_day", number=card.number, day=card.bought_on)
    last = session.scalar(select(func.max(AssetMovement.on_day)).where(AssetMovement.asset_id == card.id))
    if last is not None and on_day < last:
        raise Refused("asset.moved_since", "on_day", number=card.number, day=last)
