"""The scans that were kept of a stock-take, as what its lines are told by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select

from models.stock_take import StockTakeScan
from services import stock_take_places
from services.database import Session
from services.permissions import open_to_all
from services.stock_take_tally import Entry

_CHUNK = 500


@open_to_all("a step of services that have checked")
def entries_of(
    session: Session, take_id: int, numbers: Sequence[str] | None = None
) -> dict[str, list[Entry]]:
    """What was kept for the lines of these numbers, or for all, in order; places by the names they have now."""
    found: dict[str, list[Entry]] = {}
    wanted = select(
        StockTakeScan.number, StockTakeScan.origin, StockTakeScan.origin_seq, StockTakeScan.place,
        StockTakeScan.pieces, StockTakeScan.anew,
    ).where(StockTakeScan.take_id == take_id).order_by(StockTakeScan.id)  # fmt: skip
    chunks = (
        [wanted]
        if numbers is None
        else [
            wanted.where(StockTakeScan.number.in_(numbers[start : start + _CHUNK]))
            for start in range(0, len(numbers), _CHUNK)
        ]
    )
    for chunk in chunks:
        for row in session.execute(chunk):
            found.setdefault(row[0], []).append(Entry(*row[1:]))
    called = stock_take_places.renamed(
        session, take_id, (entry.place for kept in found.values() for entry in kept)
    )
    if called:
        found = {
            number: [replace(entry, place=called.get(entry.place, entry.place)) for entry in kept]
            for number, kept in found.items()
        }
    return found


@open_to_all("a step of services that have checked")
def known(session: Session, take_id: int, origins: Iterable[str]) -> set[tuple[str, int]]:
    """The origins with their numbers that were kept already."""
    found: set[tuple[str, int]] = set()
    wanted = list(origins)
    for start in range(0, len(wanted), _CHUNK):
        rows = session.execute(
            select(StockTakeScan.origin, StockTakeScan.origin_seq).where(
                StockTakeScan.take_id == take_id,
                StockTakeScan.origin.in_(wanted[start : start + _CHUNK]),
            )
        )
        found |= {(row[0], row[1]) for row in rows}
    return found
