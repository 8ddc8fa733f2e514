"""What the entries of a line come to 实盘数: seen twice, counted in parts, or counted differently by two. No database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BETWEEN = " / "  # a place and what is above it
ROW = "\t"  # in the origin of a row of a list: the list, the number, how many times the number came before


@dataclass(frozen=True, slots=True)
class Entry:
    """A scan as it was kept; with one that is `anew` the counting of its line begins again, with 0 pieces from nothing."""

    origin: str
    seq: int
    place: str = ""
    pieces: int | None = None
    anew: bool = False

    @property
    def list(self) -> str:
        """The list, the window or the hand it came from."""
        return self.origin.partition(ROW)[0]

    @property
    def taken_back(self) -> bool:
        return self.anew and self.pieces == 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a thing was seen, where at last, how many pieces were counted; `disputed` when two counts differ."""

    times: int
    pieces: int | None
    place: str
    disputed: bool


def live(entries: Iterable[Entry]) -> list[Entry]:
    """Those that count: since it began anew, and of a row of a list only what it said last."""
    kept: dict[tuple[str, int], Entry] = {}
    for entry in entries:
        if entry.anew:
            kept.clear()
        key = (entry.origin, 0 if ROW in entry.origin else entry.seq)
        kept.pop(key, None)
        if entry.pieces != 0:
            kept[key] = entry
    return list(kept.values())


def counted_already(entries: Sequence[Entry], entry: Entry) -> bool:
    """Whether a row of a list says what it said before, and nobody has taken that back since."""
    for before in reversed(entries):
        if before.taken_back:
            return False
        if before.origin == entry.origin:
            return (before.place, before.pieces) == (entry.place, entry.pieces)
    return False


def tally(entries: Iterable[Entry], quantity: int) -> Tally:
    """What all entries of a line of `quantity` come to (0: nobody expected it).

    One thing stays one however often it is seen. Of a lot the rows of one list are added up, and lists that cover
    different places; two that cover the same place must agree.
    """
    kept = live(entries)
    place = next((entry.place for entry in reversed(kept) if entry.place), "")
    counts = [entry for entry in kept if entry.pieces is not None]
    if not counts:
        return Tally(len(kept), None, place, disputed=False)
    if quantity == 1 or (quantity == 0 and all(entry.pieces == 1 for entry in counts)):
        said = {entry.list: 0 for entry in counts}
        for entry in counts:
            said[entry.list] = max(said[entry.list], entry.pieces or 0)
        return Tally(len(kept), list(said.values())[-1], place, disputed=len(set(said.values())) > 1)
    return _lot(counts, place)


def _lot(counts: Sequence[Entry], place: str) -> Tally:
    lists: dict[str, dict[str, int]] = {}
    for entry in counts:
        parts = lists.setdefault(entry.list, {})
        parts[entry.place] = parts.get(entry.place, 0) + (entry.pieces or 0)
    kept: list[tuple[str, int]] = []
    disputed, times = False, 1
    for parts in lists.values():
        same = [part for part in kept if any(same_place(part[0], there) for there in parts)]
        if same:
            times += 1
            disputed = disputed or sum(part[1] for part in same) != sum(parts.values())
        kept = [part for part in kept if part not in same] + list(parts.items())
    return Tally(times, sum(part[1] for part in kept), place, disputed)


def told(entries: Iterable[Entry], *, disputed: bool) -> str:
    """Where it was seen if at several places; of what two counted differently how many each found."""
    kept = live(entries)
    if disputed:
        kept = [entry for entry in kept if entry.pieces is not None]
        return "；".join(f"{entry.place} {entry.pieces}".strip() for entry in kept)
    places = dict.fromkeys(entry.place for entry in kept if entry.place)
    return "；".join(places) if len(places) > 1 else ""


def same_place(expected: str, found: str) -> bool:
    """Whether what stands at `found` stands where it should: there, in a part of it, or in what it is part of."""
    if not expected or not found or expected == found:
        return True
    return expected.startswith(found + BETWEEN) or found.startswith(expected + BETWEEN)
