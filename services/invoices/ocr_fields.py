"""From boxes of recognised text to the fields of an invoice, each with how sure it is; never more than likely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from services.errors import Refused
from services.invoices.draft import Draft, Offer
from services.invoices.model import OCR, Certainty, ReadInvoice, Source
from services.invoices.numbers import tax_id_problem
from services.invoices.ocr_boxes import Box, glyphs_of, straightened
from services.invoices.page import find_title, read_glyphs
from services.invoices.values import compact, from_capitals, tidy

LIKELY_FROM = 85  # percent; below that a field is a guess
_HALF, _PART, _MOST = (
    50,
    75,
    99,
)  # percent of the recognition's own word that is left when a rule speaks against a field
_TAX_FIELDS = ("buyer_tax_id", "seller_tax_id")
_AMOUNTS = ("net", "tax", "total")
# the alphabet of 统一社会信用代码 has none of these letters
_TAX_SIGNS = str.maketrans({"O": "0", "I": "1", "S": "5", "Z": "2", "V": "Y"})


def read_boxes(boxes: Sequence[Box], draft: Draft) -> ReadInvoice:
    """The invoice that the boxes tell; `draft` may hold what the QR code said already, which stays certain.

    Raises Refused("invoice.not_an_invoice") when there is no number, or neither an amount nor a day.
    """
    upright = straightened(boxes)
    glyphs = [glyph for place, box in enumerate(upright) for glyph in glyphs_of(place, box)]
    if not draft.qr_seen and not find_title(glyphs) and not _says_invoice(boxes):
        raise Refused("invoice.not_an_invoice")
    read_glyphs(glyphs, draft, OCR)
    _mend_tax_ids(draft)
    return _doubted(draft.finish(), upright, draft)


def _mend_tax_ids(draft: Draft) -> None:
    """A tax number with a sign that its alphabet lacks is offered with the sign that looks like it."""
    for field in _TAX_FIELDS:
        for offer in list(draft.offers.get(field, [])):
            given = str(offer.value)
            mended = given.translate(_TAX_SIGNS)
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
        return (
            100
            if re.search(r"(公司|店|部|厂|中心|社|行|院|校|局|所|站|馆)[)）]?$", getattr(read, name))
            else _PART
        )
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
