"""From boxes of recognised text to the fields of an invoice, each with how sure it is; never more than likely."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from statistics import median

from services.errors import Refused
from services.invoices.draft import Draft, Offer
from services.invoices.layout import Glyph
from services.invoices.model import OCR, Certainty, ReadInvoice, Source
from services.invoices.numbers import tax_id_problem
from services.invoices.page import find_title, read_glyphs
from services.invoices.values import as_tax_id, compact, from_capitals, tidy

LIKELY_FROM = 85  # percent; below that a field is a guess
_HALF, _PART, _MOST = 50, 75, 99  # percent of the recognition's own word that is left when a rule speaks against a field
_TAX_FIELDS = ("buyer_tax_id", "seller_tax_id")
_AMOUNTS = ("net", "tax", "total")
# what the recognition writes for other signs between digits
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "Z": "2", "B": "8"})
# the alphabet of 统一社会信用代码 has none of these letters
_TAX_SIGNS = str.maketrans({"O": "0", "I": "1", "S": "5", "Z": "2", "V": "Y"})


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text in the picture: its four corners in points from the upper left, clockwise, and 0 to 100 percent."""

    text: str
    corners: tuple[tuple[int, int], ...]
    percent: int


def read_boxes(boxes: Sequence[Box], draft: Draft) -> ReadInvoice:
    """The invoice that the boxes tell; `draft` may hold what the QR code said already, which stays certain.

    Raises Refused("invoice.not_an_invoice") when there is no number, or neither an amount nor a day.
    """
    upright = straightened(boxes)
    glyphs = [glyph for place, box in enumerate(upright) for glyph in _glyphs(place, box)]
    if not draft.qr_seen and not find_title(glyphs) and not _says_invoice(boxes):
        raise Refused("invoice.not_an_invoice")
    read_glyphs(glyphs, draft, OCR)
    _mend_tax_ids(upright, draft)
    return _doubted(draft.finish(), upright, draft)


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


def _glyphs(place: int, box: Box) -> list[Glyph]:
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


def _mend_tax_ids(boxes: Sequence[Box], draft: Draft) -> None:
    """A tax number with a sign that its alphabet lacks is offered with the sign that looks like it."""
    for field in _TAX_FIELDS:
        for offer in list(draft.offers.get(field, [])):
            given = str(offer.value)
            mended = given[:2].translate(_TAX_SIGNS) + given[2:].translate(_TAX_SIGNS)
            if mended != given and tax_id_problem(mended) is None:
                draft.offers[field].insert(0, Offer(mended, offer.source))


def _doubted(read: ReadInvoice, boxes: Sequence[Box], draft: Draft) -> ReadInvoice:
    """Every field with its percent: what the recognition says of its box, less what the rules say against it."""
    sources = {
        name: _source(name, source, read, boxes, draft) if _is_recognised(source) else source
        for name, source in read.sources.items()
    }
    return replace(read, sources=sources)


def _is_recognised(source: Source) -> bool:
    return source.where.startswith(OCR) or source.where == "net + tax = total"


def _source(name: str, source: Source, read: ReadInvoice, boxes: Sequence[Box], draft: Draft) -> Source:
    seen = _percent_of(_shown(name, read), boxes)
    percent = min(seen * _plausible(name, source, read, draft) // 100, _MOST)
    return Source(OCR, Certainty.LIKELY if percent >= LIKELY_FROM else Certainty.GUESS, percent)


def _plausible(name: str, source: Source, read: ReadInvoice, draft: Draft) -> int:
    """How much of the recognition's word is left, in percent."""
    if name in _TAX_FIELDS:
        return 100 if tax_id_problem(getattr(read, name)) is None else _HALF
    if name in _AMOUNTS:
        return _amounts_hold(read, draft) if source.where.startswith(OCR) else _HALF
    if name == "date":
        return 100 if read.date and date(2000, 1, 1) <= read.date else _HALF
    if name in {"seller_name", "buyer_name"}:
        return 100 if re.search(r"(公司|店|部|厂|中心|社|行|院|校|局|所|站|馆)[)）]?$", getattr(read, name)) else _PART
    return 100


def _amounts_hold(read: ReadInvoice, draft: Draft) -> int:
    """Net and tax make the total, and the capitals say the same."""
    net, tax, total = read.net, read.tax or Decimal(0), read.total
    adds_up = net is not None and total is not None and net + tax == total
    capitals = [o.value for o in draft.offers.get("total", []) if "capitals" in o.source.where]
    if adds_up:
        return 100 if not capitals or total in capitals else _PART
    return _PART if total is not None and total in capitals else _HALF


def _shown(name: str, read: ReadInvoice) -> str:
    value = getattr(read, name, "")
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, date):
        return f"{value.month:02d}月"
    return str(value) if isinstance(value, str) else ""


def _percent_of(shown: str, boxes: Sequence[Box]) -> int:
    """The percent of the best box that holds the value; of the average of all when it is spread over several."""
    wanted = compact(tidy(shown)).upper()
    holding = [box.percent for box in boxes if wanted and wanted in _comparable(box.text)]
    if holding:
        return max(holding)
    return sum(box.percent for box in boxes) * 9 // (10 * len(boxes)) if boxes else 0


def _comparable(text: str) -> str:
    return compact(tidy(text)).upper().replace(",", "")


def _says_invoice(boxes: Sequence[Box]) -> bool:
    said = "".join(box.text for box in boxes)
    return "发票" in said and ("价税合计" in said or "发票号码" in said or from_capitals(said) is not None)


def _angle(box: Box) -> float:
    (x0, y0), (x1, y1) = box.corners[0], box.corners[1]
    return math.atan2(y1 - y0, x1 - x0)


def _width(box: Box) -> int:
    return max(x for x, _ in box.corners) - min(x for x, _ in box.corners)


def _height(box: Box) -> int:
    """Of the text itself, however it leans: the length of the box's left side."""
    (x0, y0), (x3, y3) = box.corners[0], box.corners[3]
    return max(abs(y3 - y0), abs(x3 - x0))
