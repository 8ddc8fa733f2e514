"""The columns of a table on paper: what is written before and after the height of a cell, made once for cells alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.reports.fonts import Face, Points
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

    def __init__(self, column: CellColumn, dx: Points, prepared: Prepared, usual: str) -> None:
        super().__init__({"": None})
        self._column, self._dx, self._prepared, self._usual = column, dx, prepared, usual
        self.too_long: set[str] = set()

    def __missing__(self, word: str) -> tuple[str, str] | None:
        column, style = self._column, self._column.style
        width = style.face.width(word, style.size) / MM
        if width > column.room + HAIR:
            self.too_long.add(word)
            self[word] = None
            return None
        x = column.x + (column.room - width) / 2 if column.centred else column.x
        shown = self[word] = f"1 0 0 1 {x * MM + self._dx:.2f}", self._shown(word)
        return shown

    def _shown(self, word: str) -> str:
        """A word in its subsets of the font, then the usual one again."""
        font, parts = self._usual, []
        for name, codes in self._prepared(self._column.style.face, word):
            wanted = f"{name} {self._column.style.size:.4g} Tf"
            parts.append(f"({codes})Tj" if wanted == font else f"{wanted}({codes})Tj")
            font = wanted
        return "".join(parts if font == self._usual else [*parts, self._usual])

    def down(self, texts: Sequence[str], heights: Sequence[str]) -> list[str]:
        """The operators of the cells from above to below."""
        return [
            f"{shown[0]}{height}{shown[1]}" if (shown := self[text]) else ""
            for text, height in zip(texts, heights, strict=True)
        ]
