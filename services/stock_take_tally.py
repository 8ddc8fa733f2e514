"""What the entries of a line come to 实盘数: seen twice, counted in parts, or counted differently by two. No database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BETWEEN = " / "  # a place and what is above it
AND = "；"  # between the places of a lot that stands at several
AGAIN = "\n"  # in the origin of a row: which count of a file of this name it is, from the second on
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
    """How often a thing was seen, where, how many pieces were counted; `disputed` when two counts differ.

    One thing stands where it was seen last, a lot wherever some of it was seen.
    """

    times: int
    pieces: int | None
    places: tuple[str, ...]
    disputed: bool

    @property
    def place(self) -> str:
        return AND.join(self.places)


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


def of_lot(kept: Sequence[Entry], row: Entry) -> str:
    """What a row about a lot is known by: what was counted at another place under this name stays, beside this count."""
    file, _row, rest = row.origin.partition(ROW)
    said = [entry for entry in kept if entry.list.partition(AGAIN)[0] == file]
    same = [entry for entry in said if row.place and entry.place == row.place]
    if same:
        return max(same, key=lambda one: (one.pieces == row.pieces, one.origin == row.origin)).origin
    places, origin, again = {entry.origin: entry.place for entry in said}, row.origin, 1
    while origin in places and not same_place(places[origin], row.place):
        again += 1
        origin = f"{file}{AGAIN}{again}{ROW}{rest}"
    return origin


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
    different places; two that cover the same place must agree, and so must two counts of files of one name.
    """
    kept = live(entries)
    counts = [entry for entry in kept if entry.pieces is not None]
    single = quantity == 1 or (quantity == 0 and all(entry.pieces == 1 for entry in counts))
    seen = [entry.place for entry in kept if entry.place]
    places = tuple(seen[-1:]) if single else _places(seen)
    if not counts:
        return Tally(len(kept), None, places, disputed=False)
    if single:
        said = {entry.list: 0 for entry in counts}
        for entry in counts:
            said[entry.list] = max(said[entry.list], entry.pieces or 0)
        return Tally(len(kept), list(said.values())[-1], places, disputed=len(set(said.values())) > 1)
    return _lot(counts, places)


def _places(seen: Sequence[str]) -> tuple[str, ...]:
    """The places in the order they were seen last; what is only said more broadly is no place of its own."""
    last = list(dict.fromkeys(reversed(seen)))[::-1]
    return tuple(one for one in last if not any(other.startswith(one + BETWEEN) for other in last))


def _lot(counts: Sequence[Entry], places: tuple[str, ...]) -> Tally:
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
    files = [name.partition(AGAIN)[0] for name in lists]
    disputed = disputed or len(set(files)) < len(files)  # a correction, or somebody else's count: who knows
    return Tally(times, sum(part[1] for part in kept), places, disputed)


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
