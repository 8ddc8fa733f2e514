"""Boxes of recognised text: turned upright, and spread into signs with places."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from services.invoices.layout import Glyph


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text in the picture: its four corners in points from the upper left, clockwise, and 0 to 100 percent."""

    text: str
    corners: tuple[tuple[int, int], ...]
    percent: int


def straightened(boxes: Sequence[Box]) -> list[Box]:
    """The boxes turned back by the angle that most of them lean."""
    long = [box for box in boxes if len(box.text) > 3] or list(boxes)
    if not long:
        return []
    angle = median(_angle(box) for box in long)
    cos, sin = math.cos(-angle), math.sin(-angle)

    def turned(x: int, y: int) -> tuple[int, int]:
        return round(x * cos - y * sin), round(x * sin + y * cos)

    return [replace(box, corners=tuple(turned(x, y) for x, y in box.corners)) for box in boxes]


def is_upright(boxes: Sequence[Box]) -> bool:
    """Whether most of the text runs from left to right; a picture on its side has tall boxes."""
    long = [box for box in boxes if len(box.text) > 3]
    wide = sum(_width(box) > _height(box) for box in long)
    return 2 * wide >= len(long)


def glyphs_of(place: int, box: Box) -> list[Glyph]:
    """The signs of a box, spread over its width: full-width ones take twice the room."""
    text = box.text.strip()
    weights = [2 if ord(sign) > 0x2E7F else 1 for sign in text]
    left, right = min(x for x, _ in box.corners) * 100, max(x for x, _ in box.corners) * 100
    middle = sum(y for _, y in box.corners) * 100 // len(box.corners)
    height = max(_height(box), 1) * 100
    whole, before = sum(weights) or 1, 0
    found = []
    for sign, weight in zip(text, weights, strict=True):
        x0 = left + (right - left) * before // whole
        before += weight
        x1 = left + (right - left) * before // whole
        if not sign.isspace():
            size = min(height, max((x1 - x0) * 3 // weight, 1)) * 4 // 5
            found.append(Glyph(0, x0, x1, middle + height * 3 // 10, size, sign, place))
    return found


def _angle(box: Box) -> float:
    (x0, y0), (x1, y1) = box.corners[0], box.corners[1]
    return math.atan2(y1 - y0, x1 - x0)


def _width(box: Box) -> int:
    return max(x for x, _ in box.corners) - min(x for x, _ in box.corners)


def _height(box: Box) -> int:
    """Of the text itself, however it leans: the length of the box's left side."""
    (x0, y0), (x3, y3) = box.corners[0], box.corners[3]
    return max(abs(y3 - y0), abs(x3 - x0))
