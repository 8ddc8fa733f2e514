"""Which rows of a table of pay stand on which page: a department stays together where that leaves no large gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from services.reports.pen import Mm

BAND: Mm = 5.5
SUM: Mm = 6
_TOGETHER = 3  # rows that must have room below the name of a department that is parted
_GAP = 1 / 3  # of a page that may stay empty so that a department is not parted


@dataclass(slots=True)
class Part:
    """Rows of one group on a page, from `first` up to `last`; `ended` when its subtotal follows."""

    group: int
    first: int
    last: int
    ended: bool = False


@dataclass(slots=True)
class GridPage:
    """The parts on a page."""

    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heights:
    """What a page offers and what its lines take, in millimetres; `ending` stands below the grand total."""

    room: Mm
    row: Mm
    ending: Mm
    banded: bool
    carried: bool

    @property
    def band(self) -> Mm:
        """The name of a group."""
        return BAND if self.banded else 0

    @property
    def subtotal(self) -> Mm:
        """The sums of a group."""
        return SUM if self.banded else 0

    @property
    def carry(self) -> Mm:
        """承前页."""
        return SUM if self.carried else 0


class _Filling:
    """The page that is being filled, and the room left on it; the last line of every page is a sum."""

    def __init__(self, heights: Heights) -> None:
        self.heights = heights
        self.pages: list[GridPage] = [GridPage()]
        self.left: Mm = heights.room - SUM

    @property
    def fresh(self) -> Mm:
        """The room of a page that follows another."""
        return self.heights.room - SUM - self.heights.carry

    def turn(self) -> None:
        self.pages.append(GridPage())
        self.left = self.fresh

    def begin(self, group: int, row: int) -> Part:
        part = Part(group, row, row)
        self.pages[-1].parts.append(part)
        self.left -= self.heights.band
        return part


def paged(counts: Sequence[int], heights: Heights) -> list[GridPage]:
    """The pages for groups of so many rows."""
    filling = _Filling(heights)
    for group, count in enumerate(counts):
        last = group == len(counts) - 1
        end = heights.subtotal + (heights.ending if last else 0)
        whole = heights.band + count * heights.row + end
        begun = heights.band + min(count, _TOGETHER) * heights.row + (end if count <= _TOGETHER else 0)
        parted = whole > filling.fresh or filling.left > heights.room * _GAP
        if filling.pages[-1].parts and (begun if parted else whole) > filling.left + 0.01:
            filling.turn()
        _fill(filling, group, count, end)
    return filling.pages


def _fill(filling: _Filling, group: int, count: int, end: Mm) -> None:
    row = filling.heights.row
    part = filling.begin(group, 0)
    for place in range(count):
        needed = row + (end if place == count - 1 else 0)
        if needed > filling.left + 0.01 and part.last > part.first:
            filling.turn()
            part = filling.begin(group, place)
        part.last = place + 1
        filling.left -= row
    part.ended = True
    filling.left -= filling.heights.subtotal
