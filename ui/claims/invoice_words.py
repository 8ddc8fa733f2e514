"""What an invoice on a claim says about itself: its short name, where it was read, what is only a guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services.invoices.model import UNREAD
from ui.labels import by_value
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats

if TYPE_CHECKING:
    from services.claim_details import InvoiceRow

SHORT = 8  # digits that tell the invoices of one claim apart

SOURCES = {
    "pdf text": QT_TRANSLATE_NOOP("Invoice", "the text of the PDF"),
    "pdf attachment": QT_TRANSLATE_NOOP("Invoice", "the data inside the PDF"),
    "ofd text": QT_TRANSLATE_NOOP("Invoice", "the text of the OFD"),
    "ofd xml": QT_TRANSLATE_NOOP("Invoice", "the data inside the OFD"),
    "ofd metadata": QT_TRANSLATE_NOOP("Invoice", "the data inside the OFD"),
    "custom tag": QT_TRANSLATE_NOOP("Invoice", "the data inside the OFD"),
    "xml": QT_TRANSLATE_NOOP("Invoice", "the XML file"),
    "xbrl": QT_TRANSLATE_NOOP("Invoice", "its XBRL data"),
    "qr": QT_TRANSLATE_NOOP("Invoice", "the QR code"),
    "ocr": QT_TRANSLATE_NOOP("Invoice", "the picture"),
    "confirmed": QT_TRANSLATE_NOOP("Invoice", "the picture, confirmed by hand"),
    "typed": QT_TRANSLATE_NOOP("Invoice", "what was typed by hand"),
    "net + tax = total": QT_TRANSLATE_NOOP("Invoice", "reckoning"),
}
FIELDS = {
    "code": QT_TRANSLATE_NOOP("Invoice", "code"),
    "number": QT_TRANSLATE_NOOP("Invoice", "number"),
    "date": QT_TRANSLATE_NOOP("Invoice", "day"),
    "net": QT_TRANSLATE_NOOP("Invoice", "net amount"),
    "tax": QT_TRANSLATE_NOOP("Invoice", "tax"),
    "total": QT_TRANSLATE_NOOP("Invoice", "total"),
    "buyer_name": QT_TRANSLATE_NOOP("Invoice", "buyer"),
    "buyer_tax_id": QT_TRANSLATE_NOOP("Invoice", "buyer's tax number"),
    "seller_name": QT_TRANSLATE_NOOP("Invoice", "seller"),
    "seller_tax_id": QT_TRANSLATE_NOOP("Invoice", "seller's tax number"),
    "check_code": QT_TRANSLATE_NOOP("Invoice", "check code"),
    "lines": QT_TRANSLATE_NOOP("Invoice", "amounts of its lines"),
}

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class InvoiceChoice:
    """An invoice as a line can choose it."""

    id: int
    label: str
    hint: str
    search: str


def choices(rows: Sequence[InvoiceRow]) -> list[InvoiceChoice]:
    """The invoices of a claim by their last digits; by the whole number where these do not tell them apart."""
    short = [row.number[-SHORT:] for row in rows]
    return [
        InvoiceChoice(
            row.id, digits if digits and short.count(digits) == 1 else _whole(row), _hint(row), row.number
        )
        for row, digits in zip(rows, short, strict=True)
    ]


def about(row: InvoiceRow) -> str:
    """Number, kind, seller, day and total in one line."""
    parts = (
        row.number,
        by_value("InvoiceKind", row.kind),
        row.seller_name,
        row.issued_on.isoformat() if row.issued_on else "",
        formats.yuan(row.total) if row.total is not None else "",
    )
    return " · ".join(part for part in parts if part)


def read_from(row: InvoiceRow) -> str:
    """Where its fields were read: "Read from the text of the PDF, the QR code"; "" when nobody knows."""
    return places(row.sources)


def places(sources: Mapping[str, Any]) -> str:
    """The same of the sources alone."""
    found = [str(sources[name]["where"]) for name in FIELDS if name in sources]
    found = [place for place in found if place != UNREAD]
    told = [
        translate("Invoice", SOURCES[place]) if place in SOURCES else place for place in dict.fromkeys(found)
    ]
    words = translate("Invoice", ", ").join(dict.fromkeys(told))
    return translate("Invoice", "Read from {places}").format(places=words) if words else ""


def guessed(row: InvoiceRow) -> str:
    """The fields that want a look at the file; "" when all are sure enough."""
    names = [words for name, words in FIELDS.items() if row.sources.get(name, {}).get("sure") == "guess"]
    if not names:
        return ""
    told = translate("Invoice", ", ").join(translate("Invoice", words) for words in names)
    return translate("Invoice", "Only guessed, compare with the file: {fields}").format(fields=told)


def fields(names: str) -> str:
    """The fields of these names, apart by blanks: "date total" is "day, total"."""
    told = [translate("Invoice", FIELDS[name]) for name in names.split() if name in FIELDS]
    return translate("Invoice", ", ").join(told)


def _whole(row: InvoiceRow) -> str:
    return f"{row.number} #{row.id}".strip()


def _hint(row: InvoiceRow) -> str:
    return f"{row.seller_name} {formats.money(row.total)}" if row.total is not None else row.seller_name
