"""What the approval of a stock-take has booked 入账: the disposal of what was not found, with its values of that day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.asset_paper import AssetDisposal, AssetDisposalLine, DisposalReason
from models.fixed_asset import FixedAsset
from models.personnel_paper import OfficePaperState
from models.stock_take import Adjustment, StockTake, StockTakeLine, StockTakeState
from services.database import Session
from services.permissions import open_to_all


@dataclass(frozen=True, slots=True)
class Booked:
    """The disposal and its day; `net` (yuan) of each card of the list; `reversed` when it was taken back since."""

    number: str
    on_day: date
    net: Mapping[int, Decimal]
    reversed: bool

    @property
    def total(self) -> Decimal:
        return sum(self.net.values(), Decimal(0))


def note_of(take: StockTake) -> str:
    """By what the disposal of a stock-take is known."""
    return f"盘亏 {take.number}"


@open_to_all("a step of services that have checked")
def booked(session: Session, take: StockTake) -> Booked | None:
    """What was booked; None before it is approved, or when nothing left the register.

    Pieces of a lot left as a card of their own: they are told at the lot they were taken off.
    """
    if take.state is not StockTakeState.APPROVED:
        return None
    wanted = select(AssetDisposal).where(
        AssetDisposal.reason == DisposalReason.LOSS, AssetDisposal.note == note_of(take)
    )
    paper = session.scalar(wanted.order_by(AssetDisposal.id))
    if paper is None:
        return None
    gone = set(
        session.scalars(
            select(StockTakeLine.asset_id).where(
                StockTakeLine.take_id == take.id, StockTakeLine.adjustment == Adjustment.WRITE_OFF
            )
        )
    )
    rows = session.execute(
        select(AssetDisposalLine.asset_id, FixedAsset.source_id, AssetDisposalLine.net)
        .join(FixedAsset, FixedAsset.id == AssetDisposalLine.asset_id)
        .where(AssetDisposalLine.disposal_id == paper.id)
    )
    net = {row[0] if row[0] in gone else row[1] or 0: row[2] for row in rows}
    return Booked(paper.number, paper.on_day, net, paper.state is OfficePaperState.VOIDED)
