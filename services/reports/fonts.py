"""The two printed faces: loaded once, measured, searched for glyphs they lack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics, ttfonts

GETA = "〓"  # what Chinese and Japanese printers set where a character is not in the case
ELSEWHERE = "\0"  # no code is written so: it would be escaped
type Points = float

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_JOINERS = frozenset("\u200b\u200c\u200d\ufeff") | {chr(code) for code in range(0xFE00, 0xFE10)}
_BEYOND_BMP = re.compile(r"<([0-9A-F]{5,6})>")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A registered font, its advance widths in thousandths of its size, and the characters it can draw."""

    name: str
    font: Any
    advances: dict[int, int]

    def width(self, text: str, size: Points) -> Points:
        """Width of a printable text in points."""
        return _thousandths(self, text) * size / 1000


class FirstSubset(dict[int, str]):
    """The first subset of a face in a document, for `str.translate`: the escaped codes of characters, or ELSEWHERE."""

    def __init__(self, face: Face, document: Any) -> None:
        super().__init__()
        self._font, self.document = face.font, document

    def __missing__(self, char: int) -> str:
        ((subset, code),) = self._font.splitString(chr(char), self.document)
        self[char] = ELSEWHERE if subset else escapePDF(code)
        return self[char]


@lru_cache(maxsize=20_000)
def _thousandths(face: Face, text: str) -> int:
    advances = face.advances
    return sum(map(advances.__getitem__, map(ord, text)))


@cache
def regular() -> Face:
    """Noto Sans SC Regular, loaded on first use."""
    return _load("NotoSansSC-Regular")


@cache
def bold() -> Face:
    """Noto Sans SC Bold, loaded on first use."""
    return _load("NotoSansSC-Bold")


def _load(name: str) -> Face:
    rl_config.useA85 = 0  # binary streams: smaller files, and pages come faster
    if ttfonts.makeToUnicodeCMap is not _unicode_map:
        ttfonts.makeToUnicodeCMap = _unicode_map
    font = ttfonts.TTFont(name, str(_FONTS / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    widths = font.face.charWidths
    return Face(name, font, {code: widths.get(code, 1000) for code in font.face.charToGlyph})


_bmp_only_map = ttfonts.makeToUnicodeCMap


def _unicode_map(fontname: str, subset: list[int]) -> str:
    """The library's map, with characters beyond the BMP as UTF-16 pairs, so that 𬭎 is copied as itself."""
    return _BEYOND_BMP.sub(
        lambda found: f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>",
        _bmp_only_map(fontname, subset),
    )


def all_printable(texts: Iterable[str]) -> bool:
    """Whether every character of these texts has a glyph."""
    return set(map(ord, set().union(*texts))) <= regular().advances.keys()


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """The text as it can be drawn: white space is a space, what has no glyph is 〓, joiners are left out."""
    known = regular().advances
    if all(map(known.__contains__, map(ord, text))):
        return text
    return "".join(_shown(char, known) for char in _composed(text))


def _composed(text: str) -> Iterable[str]:
    """Characters to be shown; accents typed apart are joined, but a name in compatibility characters is kept."""
    known = regular().advances
    if not all(ord(char) in known for char in text):
        text = unicodedata.normalize("NFC", text)
    return (char for char in text if char not in _JOINERS)


def _shown(char: str, known: dict[int, int]) -> str:
    if ord(char) in known:
        return char
    return " " if char in "\t\n\r\x0b\x0c\x85\u2028\u2029" else GETA


def missing_glyphs(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of these texts that print as 〓, each once, in code point order."""
    known = regular().advances
    chars = {char for text in texts for char in _composed(text)}
    return tuple(sorted(char for char in chars if _shown(char, known) == GETA != char))


def missing_note(texts: Iterable[str]) -> str:
    """The sentence a form prints at its foot if characters are missing, else nothing."""
    codes = [f"U+{ord(char):04X}" for char in missing_glyphs(texts)]
    return f"字库缺字以〓代：{' '.join(codes[:6])}{' 等' if len(codes) > 6 else ''}" if codes else ""
