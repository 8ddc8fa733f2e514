"""What a card was when it moved: the pieces on it and its cost then, before whatever was typed, split or merged since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select

from models.audit import AuditEntry
from models.fixed_asset import AssetMovement, FixedAsset, MovementKind
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Session
from services.depreciable import Terms
from services.permissions import open_to_all

_WHY = "called inside services that were permitted to see assets"
_CUT = (MovementKind.SPLIT, MovementKind.MERGE)


@dataclass(frozen=True, slots=True)
class Then:
    """Pieces and cost (yuan) of a card at a movement."""

    quantity: int
    cost: Decimal


@open_to_all(_WHY)
def as_of(session: Session, movements: Sequence[AssetMovement]) -> dict[int, Then]:
    """What the card of each movement was then, by the movement's id."""
    ids = list({row.asset_id for row in movements})
    cards = {card.id: card for card in load_with_terms(session, ids)}
    earlier = _earlier(session, ids, min((row.made_at for row in movements), default=None))
    return {
        row.id: _then(session, row, cards[row.asset_id], earlier.get(row.asset_id, ())) for row in movements
    }


type _Change = tuple[datetime, str, object]
"""When a value was replaced, its name, and what it was before."""


def _earlier(session: Session, ids: Sequence[int], since: datetime | None) -> dict[int, list[_Change]]:
    """What the history says that quantity and cost of the cards were before, the oldest first."""
    found: dict[int, list[_Change]] = {}
    entries = session.scalars(
        select(AuditEntry)
        .where(
            AuditEntry.record_kind == FixedAsset.__tablename__, AuditEntry.record_id.in_(ids),
            AuditEntry.action == "edit", AuditEntry.at > since,
        )
        .order_by(AuditEntry.seq)
    )  # fmt: skip
    for entry in entries:
        for name in ("quantity", "cost"):
            value = entry.changes.get(name)
            if isinstance(value, list):
                found.setdefault(entry.record_id, []).append((entry.at, name, value[0]))
    return found


def _then(session: Session, row: AssetMovement, card: FixedAsset, earlier: Iterable[_Change]) -> Then:
    values: dict[str, object] = {}
    for at, name, before in earlier:
        if at > row.made_at:
            values.setdefault(name, before)
    cost = Decimal(str(values.get("cost", card.cost)))
    added = (one.added for one in _terms(session, row, card).changes if one.from_on <= row.on_day)
    return Then(int(str(values.get("quantity", card.quantity))), cost + sum(added, Decimal(0)))


def _terms(session: Session, row: AssetMovement, card: FixedAsset) -> Terms:
    """The card's terms at the movement: those of the whole where it was split or merged since."""
    cut = AssetMovement.asset_id == card.id, AssetMovement.id > row.id, AssetMovement.kind.in_(_CUT)
    terms = terms_of(card)
    for _ in range(session.scalar(select(func.count()).where(*cut)) or 0):
        terms = terms.shares[0].whole if terms.shares else terms
    return terms
