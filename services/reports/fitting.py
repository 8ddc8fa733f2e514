"""Fit text into a cell: shrink to 80 %, then wrap; nothing ever runs over its box."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from services.reports.fonts import Face, Points
from services.reports.pen import MM, Mm, Share, Style

LEADING = 1.25
_SHRINK = (1.0, 0.95, 0.9, 0.85, 0.8)
_SHRINK_BOX = (*_SHRINK, 0.7, 0.6, 0.5)
_WORD = re.compile(r"(?:[!-~¥]+|.)[，。、；：！？）》」』】”’…]*\s*")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text and the style that makes them fit."""

    lines: tuple[str, ...]
    style: Style

    @property
    def leading(self) -> Mm:
        """Distance of base lines in millimetres."""
        return self.style.size * LEADING / MM


@lru_cache(maxsize=10_000)
def fit_row(text: str, style: Style, width: Mm) -> Fitted:
    """One line at 100 to 80 % of the size, else as many lines as it takes at 80 %."""
    for factor in _SHRINK:
        if style.face.width(text, style.size * factor) <= width * MM:
            return Fitted((text,), _scaled(style, factor))
    small = _scaled(style, _SHRINK[-1])
    return Fitted(tuple(_wrapped(text, small.face, small.size, width * MM)), small)


@lru_cache(maxsize=10_000)
def fit_box(text: str, style: Style, width: Mm, height: Mm) -> Fitted:
    """As large as the box allows, 100 to 80 % on one line, down to 50 % wrapped; only then cut, with an ellipsis."""
    fitted = fit_row(text, style, width)
    room = 1
    for factor in _SHRINK_BOX[len(_SHRINK) - 1 :]:
        small = _scaled(style, factor)
        room = max(1, int(height / (small.size * LEADING / MM)))
        if len(fitted.lines) <= room:
            return fitted
        fitted = Fitted(tuple(_wrapped(text, small.face, small.size, width * MM)), small)
    if len(fitted.lines) <= room:
        return fitted
    last = fitted.lines[room - 1]
    return Fitted((*fitted.lines[: room - 1], _cut(last, fitted.style, width)), fitted.style)


def fit_line(text: str, style: Style, width: Mm) -> Fitted:
    """One line, as small as it must be: for amounts, which are never wrapped and never cut."""
    needed = style.face.width(text, style.size) / MM
    return Fitted((text,), _scaled(style, min(1.0, width / needed) if needed else 1.0))


def _scaled(style: Style, factor: Share) -> Style:
    return Style(style.face, style.size * factor, style.colour) if factor != 1 else style


def _cut(line: str, style: Style, width: Mm) -> str:
    while line and style.face.width(line + "…", style.size) > width * MM:
        line = line[:-1]
    return line + "…"


def _wrapped(text: str, face: Face, size: Points, width: Points) -> list[str]:
    lines = [""]
    for word in _WORD.findall(text):
        if face.width((lines[-1] + word).rstrip(), size) <= width:
            lines[-1] += word
        elif face.width(word.rstrip(), size) <= width:
            lines.append(word)
        else:
            _broken(word, face, size, width, lines)
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _broken(word: str, face: Face, size: Points, width: Points, lines: list[str]) -> None:
    """A word longer than the line is broken where the line ends."""
    for char in word:
        if face.width(lines[-1] + char, size) > width:
            lines.append("")
        lines[-1] += char


def wrapped(text: str, style: Style, width: Mm) -> list[str]:
    """The lines that a paragraph takes in its full size."""
    return _wrapped(text, style.face, style.size, width * MM)
