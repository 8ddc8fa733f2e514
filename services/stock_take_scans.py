"""Scans of a stock-take: each kept as it came, once, and the line it means told what was found."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import func, insert, select

from models.fixed_asset import AssetState, FixedAsset
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine, StockTakeScan, StockTakeState
from services import audit, stock_take_places
from services.asset_codes import Code, read_code
from services.asset_labels import marks
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.stock_take_entries import entries_of, known
from services.stock_take_scope import frozen, outside
from services.stock_take_tally import ROW, Entry, Tally, counted_already, same_place, tally
from services.stock_takes import lines, locked, refuse_state

_CHUNK = 500
_HAND, _BACK = "hand", "back"
MOST_PIECES = 999_999


@dataclass(frozen=True, slots=True)
class Scan:
    """One reading: `seq` counts those of its origin, `place` is where the scanner stood ("" for anywhere).

    `pieces` are those counted of a lot, None for all of it; `anew`: whatever was counted of the line before.
    `origin` says which PC, window, or row of a list it came from, where that is another than that of the whole batch;
    `by` who read it, where that was somebody else. Of a row that was counted already only what it says anew counts.
    """

    seq: int
    text: str
    place: str = ""
    at: datetime | None = None
    origin: str = ""
    pieces: int | None = None
    by: str = ""
    anew: bool = False


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a reading meant; `known` when this very scan had been counted before."""

    seq: int
    code: str
    line_id: int | None
    found: FoundState
    times: int
    name: str
    place: str
    found_place: str = ""
    known: bool = False
    pieces: int | None = None


@requires(Permission.ASSET_EDIT)
def add(
    session: Session,
    actor: Actor,
    take_id: int,
    origin: str,
    scans: Sequence[Scan],
    *,
    today: date | None = None,
) -> list[ScanResult]:
    """Count these scans in their order, all or none; a scan that was counted already is not counted again.

    `today` is None for scans of a day before. Raises Refused "stock_take.not_open" (number, state),
    "stock_take.not_yet" (number, day) before the day of the count, "record.gone".
    """
    take = locked(session, take_id)
    refuse_state(take, StockTakeState.OPEN)
    if today is not None and today < take.on_day:
        raise Refused("stock_take.not_yet", number=take.number, day=take.on_day)
    ours = marks(session)
    now_called = stock_take_places.renamed(session, take.id, [scan.place for scan in scans])
    scans = [
        replace(scan, origin=scan.origin or origin, place=now_called.get(scan.place, scan.place))
        for scan in scans
    ]
    codes = [read_code(scan.text, ours) for scan in scans]
    counting = _Counting(session, actor, take, codes, {scan.origin for scan in scans})
    results = [counting.count(scan, code) for scan, code in zip(scans, codes, strict=True) if code.text]
    if counting.fresh:
        session.execute(insert(StockTakeScan), counting.fresh)
        audit.record(session, actor, "scan", take, scans=len(counting.fresh), origin=origin)
    session.flush()
    return results


class _Counting:
    """The lines that a batch of scans means, and those it adds; `fresh` are the rows to be kept."""

    def __init__(
        self, session: Session, actor: Actor, take: StockTake, codes: Sequence[Code], origins: Iterable[str]
    ) -> None:
        self.session, self.actor, self.take = session, actor, take
        wanted = list({one for code in codes for one in (code.text, code.number, code.number.upper())})
        self.lines: dict[str, StockTakeLine] = {}
        for start in range(0, len(wanted), _CHUNK):
            asked = select(StockTakeLine).where(
                StockTakeLine.take_id == take.id, StockTakeLine.code.in_(wanted[start : start + _CHUNK])
            )
            self.lines |= {line.code: line for line in session.scalars(asked)}
        self.entries = entries_of(session, take.id, wanted)
        self.outside = outside(session, take.on_day)
        self.before = known(session, take.id, origins)
        self.fresh: list[dict[str, object]] = []

    def count(self, scan: Scan, code: Code) -> ScanResult:
        line = self._line(code)
        entry = self._entry(scan, self.entries.setdefault(line.code, []))
        if entry is not None:
            self.entries[line.code].append(entry)
            self.before.add((entry.origin, entry.seq))
            self.fresh.append(self._row(scan, entry, line, code))
            self._settle(line, code)
        return ScanResult(
            scan.seq,
            line.code,
            line.id,
            line.found,
            line.times,
            line.name,
            self.outside.get(line.asset_id or 0, line.place),
            line.found_place,
            known=entry is None,
            pieces=line.pieces,
        )

    def _entry(self, scan: Scan, kept: Sequence[Entry]) -> Entry | None:
        """What is to be kept of a scan; None when it was counted before."""
        entry = Entry(scan.origin, scan.seq, scan.place, scan.pieces, scan.anew)
        if ROW not in scan.origin:
            return None if (scan.origin, scan.seq) in self.before else entry
        if counted_already(kept, entry):
            return None
        while (entry.origin, entry.seq) in self.before:
            entry = replace(entry, seq=entry.seq + 1)
        return entry

    def _row(self, scan: Scan, entry: Entry, line: StockTakeLine, code: Code) -> dict[str, object]:
        return {
            "take_id": self.take.id, "origin": entry.origin, "origin_seq": entry.seq, "code": code.text,
            "number": line.code, "place": scan.place, "pieces": scan.pieces, "anew": scan.anew,
            "at": scan.at or now(), "by_name": scan.by or self.actor.name,
        }  # fmt: skip

    def _settle(self, line: StockTakeLine, code: Code) -> None:
        """Tell the line what its entries come to; what was said about it when it was found otherwise is no longer true."""
        told, before = tally(self.entries[line.code], line.quantity), line.found
        line.times, line.pieces = told.times, told.pieces
        line.found_place = told.place
        line.found = self._found(line, code, told)
        if line.found is not before:
            line.explanation, line.adjustment = "", Adjustment.NONE
        if not line.times and not line.quantity:
            audit.record(self.session, self.actor, "delete", line)
            self.session.delete(self.lines.pop(line.code))

    def _line(self, code: Code) -> StockTakeLine:
        names = (code.text,) if code.foreign else (code.number, code.number.upper())
        for name in names:
            if name in self.lines:
                return self.lines[name]
        made = self._outside(names) if not code.foreign else self._new(code.text)
        self.lines[made.code] = made
        return made

    def _outside(self, names: Sequence[str]) -> StockTakeLine:
        """A card that is not on the list, or a number that nobody knows."""
        asked = select(FixedAsset.id, FixedAsset.number).where(FixedAsset.number.in_(names))
        row = self.session.execute(asked.limit(1)).first()
        if row is None:
            return self._new(names[0])
        if row[1] in self.lines:
            return self.lines[row[1]]
        values = frozen(self.session, self.take, [row[0]], self._next(), expected=False)[0]
        card = self.session.get_one(FixedAsset, row[0])
        if card.state is AssetState.DISPOSED:  # no value in the register: what it is worth is found out
            values |= {"class_id": card.class_id, "cost": Decimal(0), "net": Decimal(0)}
        return self._keep(StockTakeLine(**values))

    def _new(self, code: str) -> StockTakeLine:
        return self._keep(
            StockTakeLine(
                take_id=self.take.id, position=self._next(), code=code, quantity=0, times=0, name="",
                found=FoundState.UNKNOWN, found_place="", adjustment=Adjustment.NONE, place="",
            )
        )  # fmt: skip

    def _keep(self, line: StockTakeLine) -> StockTakeLine:
        self.session.add(line)
        self.session.flush()
        return line

    def _next(self) -> int:
        wanted = select(func.max(StockTakeLine.position)).where(StockTakeLine.take_id == self.take.id)
        return (self.session.scalar(wanted) or 0) + 1

    def _found(self, line: StockTakeLine, code: Code, told: Tally) -> FoundState:
        if not line.times:
            return FoundState.MISSING
        if code.foreign:
            return FoundState.FOREIGN
        if told.disputed:
            return FoundState.DISPUTED
        if line.asset_id is None:
            return FoundState.UNKNOWN
        if line.quantity == 0:
            card = self.session.get_one(FixedAsset, line.asset_id)
            return FoundState.UNKNOWN if card.state is AssetState.DISPOSED else FoundState.ELSEWHERE
        if line.pieces is not None and line.pieces != line.quantity:
            return FoundState.SHORT if line.pieces < line.quantity else FoundState.OVER
        here = line.asset_id not in self.outside  # else it came back, and nobody wrote it down
        there = here and all(same_place(line.place, place) for place in told.places)
        return FoundState.FOUND if there else FoundState.ELSEWHERE


@requires(Permission.ASSET_EDIT)
def tick(
    session: Session,
    actor: Actor,
    take_id: int,
    line_ids: Sequence[int],
    place: str,
    *,
    command_id: str,
    today: date | None = None,
) -> list[ScanResult]:
    """Count these lines as seen by somebody who has no scanner, those that were not counted yet. Refuses as `add`."""
    found = [line for line in lines(session, take_id, line_ids) if not line.times]
    scans = [Scan(line.id, line.code, place) for line in found]
    return add(session, actor, take_id, f"{_HAND}:{command_id}", scans, today=today)


@requires(Permission.ASSET_EDIT)
def count_pieces(
    session: Session,
    actor: Actor,
    take_id: int,
    line_id: int,
    pieces: int | None,
    place: str,
    *,
    command_id: str,
    today: date | None = None,
) -> list[ScanResult]:
    """So many pieces of a lot were counted in all, whatever was counted of it before; a repeated command counts once.

    Raises Refused "stock_take.pieces" (pieces) below one, "record.gone", and as `add`.
    """
    if pieces is None or not 1 <= pieces <= MOST_PIECES:
        raise Refused("stock_take.pieces", "pieces", most=MOST_PIECES)
    found = lines(session, take_id, [line_id])
    if not found:
        raise Refused("record.gone")
    scan = Scan(1, found[0].code, place, pieces=pieces, anew=True)
    return add(session, actor, take_id, f"{_HAND}:{command_id}", [scan], today=today)


@requires(Permission.ASSET_EDIT)
def untick(session: Session, actor: Actor, take_id: int, line_ids: Sequence[int]) -> int:
    """Take back what was counted by mistake: the lines are missing again, those that were not on the list go.

    The scans stay as they were; a list that is imported once more counts. Returns how many lines. Raises Refused
    "stock_take.not_open", "record.gone".
    """
    found = lines(session, take_id, line_ids)
    origin = f"{_BACK}:{secrets.token_hex(8)}"
    scans = [Scan(line.id, line.code, pieces=0, anew=True) for line in found]
    add(session, actor, take_id, origin, scans)
    audit.record_all(session, actor, "edit", [line for line in found if line.quantity])
    session.flush()
    return len(found)
