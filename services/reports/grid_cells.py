"""The columns of a table on paper: what is written before and after the height of a cell, made once for cells alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.reports.fonts import ELSEWHERE, Face, FirstSubset, Points
from services.reports.pen import MM, Mm, Style

HAIR: Mm = 0.02
_AMOUNT = "000,000,000,000,000,000.00"

type Prepared = Callable[[Face, str], list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, eq=False)
class CellColumn:
    """Where cells stand: words at `x` or `centred` in the room from there, amounts `ending` there."""

    x: Mm
    room: Mm
    style: Style
    centred: bool = False
    ending: bool = False


def signs(amount: str) -> int:
    """How many signs an amount has, negative when it begins with a minus: all there is to know of its width."""
    return -len(amount) if amount[0] == "-" else len(amount)


class Widths(dict[int, Points]):
    """How wide amounts are in a style, by their `signs`."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, key: int) -> Points:
        like = _AMOUNT[-key:] if key > 0 else f"-{_AMOUNT[key + 1 :]}"
        self[key] = self._style.face.width(like, self._style.size)
        return self[key]


class Amounts(dict[int, str]):
    """A column of amounts: how they begin, by their `signs`."""

    too_long: frozenset[str] = frozenset()

    def __init__(self, column: CellColumn, dx: Points, switch: str, widths: Widths, usual: str) -> None:
        """`switch` chooses the column's style, `usual` that of the cells around it."""
        super().__init__()
        self._end, self._widths = column.x * MM + dx, widths
        self._before, self._after = ("", ")Tj") if switch == usual else (f"{switch} ", f")Tj {usual}")

    def __missing__(self, key: int) -> str:
        begun = self[key] = f"{self._before}1 0 0 1 {self._end - self._widths[key]:.2f}"
        return begun

    def down(self, texts: Sequence[str], heights: Sequence[str]) -> list[str]:
        """The operators of the cells from above to below."""
        after = self._after
        return [
            f"{self[-len(text) if text[0] == '-' else len(text)]}{height}({text}{after}" if text else ""
            for text, height in zip(texts, heights, strict=True)
        ]


class Words(dict[str, tuple[str, str] | None]):
    """A column of words: how each begins and ends; None for what is `too_long` for its room, or nothing."""

    def __init__(
        self, column: CellColumn, dx: Points, first: FirstSubset, prepared: Prepared, usual: str
    ) -> None:
        """`first` writes most words; `prepared` those whose characters are in several subsets of the font."""
        super().__init__({"": None})
        self._column, self._first, self._prepared, self._usual = column, first, prepared, usual
        self._begun = column.x * MM + dx
        self._advances, self._share = column.style.face.advances, column.style.size / 1000
        self._room = (column.room + HAIR) * MM
        self.too_long: set[str] = set()

    def __missing__(self, word: str) -> tuple[str, str] | None:
        width = sum(map(self._advances.__getitem__, map(ord, word))) * self._share
        if width > self._room:
            self.too_long.add(word)
            self[word] = None
            return None
        x = self._begun + (self._column.room * MM - width) / 2 if self._column.centred else self._begun
        codes = word.translate(self._first)
        shown = self._parted(word) if ELSEWHERE in codes else f"({codes})Tj"
        made = self[word] = (f"1 0 0 1 {x:.2f}", shown)
        return made

    def _parted(self, word: str) -> str:
        """A word in several subsets of the font, then the first one again."""
        face, size = self._column.style.face, self._column.style.size
        parts = [f"{name} {size:.4g} Tf({codes})Tj" for name, codes in self._prepared(face, word)]
        return "".join([*parts, self._usual])

    def down(self, texts: Sequence[str], heights: Sequence[str]) -> list[str]:
        """The operators of the cells from above to below."""
        return [
            f"{shown[0]}{height}{shown[1]}" if (shown := self[text]) else ""
            for text, height in zip(texts, heights, strict=True)
        ]
