"""Scans of a stock-take: each kept as it came, once, and the line it means told what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from models.fixed_asset import AssetState, FixedAsset
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine, StockTakeScan, StockTakeState
from services import audit
from services.asset_codes import Code, read_code
from services.asset_labels import marks
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.stock_take_scope import frozen
from services.stock_takes import lines, locked, refuse_state

BETWEEN = " / "  # a place and what is above it
_CHUNK = 500
_LIST = "list"
MOST_PIECES = 999_999


@dataclass(frozen=True, slots=True)
class Scan:
    """One reading: `seq` counts those of its origin, `place` is where the scanner stood ("" for anywhere).

    `pieces` are those counted of a lot, None for all of it.
    `origin` says which PC, window or file it came from, where that is another than that of the whole batch; `by` who
    read it, where that was somebody else.
    """

    seq: int
    text: str
    place: str = ""
    at: datetime | None = None
    origin: str = ""
    pieces: int | None = None
    by: str = ""


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
def add(session: Session, actor: Actor, take_id: int, origin: str, scans: Sequence[Scan]) -> list[ScanResult]:
    """Count these scans in their order, all or none; a scan that was counted already is not counted again.

    Raises Refused "stock_take.not_open" (number, state), "record.gone".
    """
    take = locked(session, take_id)
    refuse_state(take, StockTakeState.OPEN)
    ours = marks(session)
    codes = [read_code(scan.text, ours) for scan in scans]
    counting = _Counting(session, take, codes)
    before = _known(session, take_id, {scan.origin or origin for scan in scans})
    fresh, results = [], []
    for scan, code in zip(scans, codes, strict=True):
        key = (scan.origin or origin, scan.seq)
        if not code.text:
            continue
        known = key in before
        if not known:
            before.add(key)
            fresh.append(_row(actor, take, key, code, scan))
        results.append(counting.count(scan, code, known=known))
    if fresh:
        session.execute(insert(StockTakeScan), fresh)
        audit.record(session, actor, "scan", take, scans=len(fresh), origin=origin)
    session.flush()
    return results


def _row(actor: Actor, take: StockTake, key: tuple[str, int], code: Code, scan: Scan) -> dict[str, object]:
    return {
        "take_id": take.id, "origin": key[0], "origin_seq": key[1], "code": code.text, "place": scan.place,
        "at": scan.at or now(), "by_name": scan.by or actor.name,
    }  # fmt: skip


def _known(session: Session, take_id: int, origins: Iterable[str]) -> set[tuple[str, int]]:
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


class _Counting:
    """The lines that a batch of scans means, and those it adds."""

    def __init__(self, session: Session, take: StockTake, codes: Sequence[Code]) -> None:
        self.session, self.take = session, take
        wanted = list({one for code in codes for one in (code.text, code.number, code.number.upper())})
        self.lines: dict[str, StockTakeLine] = {}
        for start in range(0, len(wanted), _CHUNK):
            asked = select(StockTakeLine).where(
                StockTakeLine.take_id == take.id, StockTakeLine.code.in_(wanted[start : start + _CHUNK])
            )
            self.lines |= {line.code: line for line in session.scalars(asked)}

    def count(self, scan: Scan, code: Code, *, known: bool) -> ScanResult:
        line = self._line(code)
        if not known:
            line.times += 1
            if scan.pieces is not None:
                line.pieces = (line.pieces or 0) + scan.pieces
            line.found_place = scan.place or line.found_place
            line.found = self._found(line, code)
        return ScanResult(
            scan.seq,
            line.code,
            line.id,
            line.found,
            line.times,
            line.name,
            line.place,
            line.found_place,
            known=known,
            pieces=line.pieces,
        )

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

    def _found(self, line: StockTakeLine, code: Code) -> FoundState:
        if code.foreign:
            return FoundState.FOREIGN
        if line.asset_id is None:
            return FoundState.UNKNOWN
        if line.quantity == 0:
            card = self.session.get_one(FixedAsset, line.asset_id)
            return FoundState.UNKNOWN if card.state is AssetState.DISPOSED else FoundState.ELSEWHERE
        if line.pieces is not None and line.pieces != line.quantity:
            return FoundState.SHORT if line.pieces < line.quantity else FoundState.OVER
        return FoundState.FOUND if same_place(line.place, line.found_place) else FoundState.ELSEWHERE


def same_place(expected: str, found: str) -> bool:
    """Whether what stands at `found` stands where it should: there, in a part of it, or in what it is part of."""
    if not expected or not found or expected == found:
        return True
    return expected.startswith(found + BETWEEN) or found.startswith(expected + BETWEEN)


@requires(Permission.ASSET_EDIT)
def tick(
    session: Session, actor: Actor, take_id: int, line_ids: Sequence[int], place: str, *, command_id: str
) -> list[ScanResult]:
    """Count these lines as seen by somebody who has no scanner. Refuses as `add`; a repeated command counts once."""
    found = lines(session, take_id, line_ids)
    scans = [Scan(number, line.code, place) for number, line in enumerate(found, 1)]
    return add(session, actor, take_id, f"{_LIST}:{command_id}", scans)


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
) -> list[ScanResult]:
    """So many pieces of a lot were counted in all, whatever was counted of it before; a repeated command counts once.

    Raises Refused "stock_take.pieces" (pieces) below one, "stock_take.not_open", "record.gone".
    """
    if pieces is None or not 1 <= pieces <= MOST_PIECES:
        raise Refused("stock_take.pieces", "pieces", most=MOST_PIECES)
    take = locked(session, take_id)
    refuse_state(take, StockTakeState.OPEN)
    found = lines(session, take_id, [line_id])
    if not found:
        raise Refused("record.gone")
    (line,) = found
    scan = Scan(1, line.code, place, pieces=pieces)
    if (f"{_LIST}:{command_id}", 1) not in _known(session, take_id, [f"{_LIST}:{command_id}"]):
        line.pieces, line.times = None, 0
        audit.record(session, actor, "edit", line, pieces=pieces)
    return add(session, actor, take_id, f"{_LIST}:{command_id}", [scan])


@requires(Permission.ASSET_EDIT)
def untick(session: Session, actor: Actor, take_id: int, line_ids: Sequence[int]) -> int:
    """Take back what was counted by mistake: the lines are missing again, those that were not on the list go.

    The scans stay as they were. Returns how many lines. Raises Refused "stock_take.not_open", "record.gone".
    """
    take = locked(session, take_id)
    refuse_state(take, StockTakeState.OPEN)
    found = lines(session, take_id, line_ids)
    for line in found:
        if line.quantity == 0:
            audit.record(session, actor, "delete", line)
            session.delete(line)
        else:
            line.found, line.times, line.pieces, line.found_place = FoundState.MISSING, 0, None, ""
            audit.record(session, actor, "edit", line)
    session.flush()
    return len(found)


@requires(Permission.ASSET_SEE)
def scan_count(session: Session, actor: Actor, take_id: int) -> int:  # noqa: ARG001 - the permission needs it
    """How many scans were counted."""
    wanted = select(func.count()).select_from(StockTakeScan).where(StockTakeScan.take_id == take_id)
    return session.scalar(wanted) or 0
