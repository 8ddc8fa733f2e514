"""The text objects of an OFD page as placed glyphs, and the custom tags that point at them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from services.invoices.layout import Glyph
from services.invoices.xml import plain_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAX_GLYPHS = 40_000


class OfdPage:
    """A page with its template: glyphs in hundredths of a millimetre, and the text of each object by its id."""

    def __init__(self, page_id: str, index: int, tree: Element, templates: dict[str, Element]) -> None:
        self.id = page_id
        self.texts: dict[str, str] = {}
        self.glyphs: list[Glyph] = []
        used = [
            templates[e.get("TemplateID", "")] for e in tree.iter() if e.get("TemplateID", "") in templates
        ]
        for root in (*used, tree):
            for element in root.iter():
                if plain_name(element.tag) == "textobject" and len(self.glyphs) < _MAX_GLYPHS:
                    self._add(element, index)

    def _add(self, element: Element, index: int) -> None:
        codes = [code for code in element.iter() if plain_name(code.tag) == "textcode" and code.text]
        text = "".join(code.text or "" for code in codes)
        if element.get("ID"):
            self.texts[element.get("ID", "")] = text
        for code in codes:
            self.glyphs.extend(_glyphs(element, code, index, len(self.texts) + len(self.glyphs)))


def tagged_tree(tags: Element, texts: dict[tuple[str, str], str]) -> Element:
    """A copy of a tree of custom tags in which every reference to text objects is replaced by their text."""
    tree = copy.deepcopy(tags)
    for element in tree.iter():
        references = [child for child in element if plain_name(child.tag) == "objectref"]
        if references:
            found = [texts.get((r.get("PageRef", ""), (r.text or "").strip()), "") for r in references]
            element.text = "".join(found)
            for reference in references:
                element.remove(reference)
    return tree


def _glyphs(element: Element, code: Element, page: int, piece: int) -> Iterator[Glyph]:
    left, top = _places(element.get("Boundary", ""), 2)
    size = _hundredths(element.get("Size", "3.5"))
    a, b, c, d, e, f = _matrix(element.get("CTM", ""))
    x, y = _hundredths(code.get("X", "0")), _hundredths(code.get("Y", "0"))
    text = code.text or ""
    across, down = _steps(code.get("DeltaX", ""), len(text)), _steps(code.get("DeltaY", ""), len(text))
    for before, char, dx, dy in zip(" " + text, text, across, down, strict=False):
        wide = (size if ord(char) > 0x2E80 else size // 2) * a // 1000
        px, py = (a * x + c * y) // 1000 + e + left, (b * x + d * y) // 1000 + f + top
        yield Glyph(page, px, px + wide, py, max(size * abs(d) // 1000, 1), char, piece, before.isspace())
        x, y = x + (dx if code.get("DeltaX") or code.get("DeltaY") else wide), y + dy


def _matrix(text: str) -> tuple[int, int, int, int, int, int]:
    parts = text.split()
    if len(parts) != 6:
        return 1000, 0, 0, 1000, 0, 0
    a, b, c, d = (_hundredths(part) * 10 for part in parts[:4])
    return a, b, c, d, _hundredths(parts[4]), _hundredths(parts[5])


def _places(text: str, count: int) -> list[int]:
    numbers = [_hundredths(part) for part in text.split()[:count]]
    return numbers + [0] * (count - len(numbers))


def _steps(text: str, count: int) -> list[int]:
    parts = iter(text.split())
    steps: list[int] = []
    for part in parts:
        times, value = 1, part
        if part == "g":
            repeat = next(parts, "0")
            times, value = (int(repeat) if repeat.isdigit() else 0), next(parts, "0")
        steps.extend([_hundredths(value)] * min(times, count))
        if len(steps) >= count:
            break
    return (steps + [steps[-1] if steps else 0] * count)[:count]


def _hundredths(text: str) -> int:
    whole, _, rest = text.strip().lstrip("+-").partition(".")
    if not (whole + rest).isdigit() or len(whole) > 6:
        return 0
    number = int(whole or "0") * 100 + int((rest + "00")[:2])
    return -number if text.strip().startswith("-") else number
