"""Text with places: glyphs of a page grouped into rows and runs, whatever format they came from."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from services.invoices.values import CIPHER, compact

_CELL_GAP = 80
_SHORTEST_CIPHER = 8
_PAGE = attrgetter("page")
_DOWNWARD = attrgetter("y")
_ACROSS = attrgetter("x0")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character. Places are whole hundredths of the page's unit, y grows downward, `y` is the baseline."""

    page: int
    x0: int
    x1: int
    y: int
    size: int
    char: str
    piece: int = 0  # which piece of text of the file it belongs to
    spaced: bool = False  # the file has a blank before it

    @property
    def plain(self) -> str:
        """The character in half width, for comparing with labels."""
        return _plain(self.char)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring glyphs of one row."""

    glyphs: tuple[Glyph, ...]

    @property
    def x0(self) -> int:
        return self.glyphs[0].x0

    @property
    def x1(self) -> int:
        return max(g.x1 for g in self.glyphs)

    @property
    def y(self) -> int:
        return self.glyphs[0].y

    @property
    def size(self) -> int:
        return self.glyphs[0].size

    @property
    def page(self) -> int:
        return self.glyphs[0].page

    @property
    def middle(self) -> int:
        return (self.x0 + self.x1) // 2

    @property
    def text(self) -> str:
        return text_of(self.glyphs)


def rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs that stand on one line, from the top, each row from the left; glyphs painted twice count once."""
    found: list[list[Glyph]] = []
    page, end, size = -1, 0, 0
    for glyph in sorted(sorted(glyphs, key=_DOWNWARD), key=_PAGE):
        if glyph.page == page and glyph.y <= end:
            found[-1].append(glyph)
        else:
            found.append([glyph])
            page, size = glyph.page, glyph.size
            end = glyph.y + size * 2 // 5
    return [_once(sorted(row, key=_ACROSS)) for row in found]


def runs(row: Sequence[Glyph], gap: int = _CELL_GAP) -> list[Run]:
    """A row cut where the gap is wider than `gap` percent of the size, or a quarter between two pieces."""
    found: list[list[Glyph]] = []
    for glyph in row:
        if glyph.char.isspace():
            continue
        last = found[-1][-1] if found else None
        if last is None or _apart(last, glyph, gap):
            found.append([glyph])
        else:
            found[-1].append(glyph)
    return [Run(tuple(run)) for run in found]


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The text of glyphs in a row, with a blank where there is room for one."""
    text = ""
    for left, right in zip((None, *glyphs), glyphs, strict=False):
        if left and (right.spaced or right.x0 - left.x1 > right.size * 35 // 100):
            text += " "
        text += right.char
    return text


def joined(parts: Sequence[str]) -> str:
    """Lines of one value put together again: a blank only between Latin words."""
    text = ""
    for part in (p.strip() for p in parts):
        both = text[-1:].isascii() and part[:1].isascii() and text[-1:].isalpha() and part[:1].isalpha()
        text += (" " if text and both else "") + part
    return text


def without_cipher(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Everything but the 密码区, whose signs would be taken for numbers."""
    cipher: set[Glyph] = set()
    for row in rows(glyphs):
        for run in runs(row, gap=120):
            if len(run.glyphs) >= _SHORTEST_CIPHER and CIPHER.fullmatch(compact(run.text)):
                cipher.update(run.glyphs)
    return [g for g in glyphs if g not in cipher]


@functools.lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def _apart(last: Glyph, glyph: Glyph, gap: int) -> bool:
    room = (glyph.x0 - last.x1) * 100
    return room > glyph.size * gap or (
        gap <= _CELL_GAP and last.piece != glyph.piece and room > glyph.size * 25
    )


def _once(row: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in row:
        if kept and kept[-1].char == glyph.char and glyph.x0 - kept[-1].x0 < glyph.size // 6:
            continue
        kept.append(glyph)
    return kept
