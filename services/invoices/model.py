"""What an e-invoice says once it has been read, and where each of its fields came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from services.errors import Refused


class InvoiceKind(StrEnum):
    """Kinds of invoices that a claim may carry 发票种类."""

    PAPER_SPECIAL = "paper_special"  # 增值税专用发票
    PAPER_ORDINARY = "paper_ordinary"  # 增值税普通发票
    ELECTRONIC_SPECIAL = "electronic_special"  # 增值税电子专用发票
    ELECTRONIC_ORDINARY = "electronic_ordinary"  # 增值税电子普通发票
    ELECTRONIC_TOLL = "electronic_toll"  # 通行费增值税电子普通发票
    DIGITAL_SPECIAL = "digital_special"  # 数电票(增值税专用发票)
    DIGITAL_ORDINARY = "digital_ordinary"  # 数电票(普通发票)
    TRAIN = "train"  # 铁路电子客票
    AIR = "air"  # 航空运输电子客票行程单
    UNKNOWN = "unknown"


OCR = "ocr"  # the source of a field that was recognised in a picture and that nobody has looked at yet
CONFIRMED = "confirmed"  # the same after a person has compared it with the paper
UNREAD = "unread"  # the source of a field that stands in the file but makes no sense


class Certainty(StrEnum):
    """How far a field may be trusted without looking at the paper."""

    CERTAIN = "certain"  # structured data, or two sources that agree
    LIKELY = "likely"  # read beside its label
    GUESS = "guess"  # inferred: by shape, by arithmetic, or an amount out of a QR code


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field came from (``"pdf text"``, ``"ofd xml"``, ``"xbrl"``, ``"qr"`` …) and how sure it is.

    `percent` is how sure the recognition of a picture was of it, None for everything else.
    """

    where: str
    sure: Certainty
    percent: int | None = None

    def stored(self) -> dict[str, object]:
        """As the invoice's record keeps it."""
        plain: dict[str, object] = {"where": self.where, "sure": self.sure.value}
        return plain if self.percent is None else plain | {"percent": self.percent}


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line of goods or services; amounts in yuan, the rate as printed (``"13%"``, ``"免税"``, ``"***"``)."""

    name: str = ""
    spec: str = ""
    unit: str = ""
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    rate: str = ""
    tax: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ReadInvoice:
    """An invoice as read. Amounts in yuan with two decimals, None when the file does not say.

    `original` is the key (numbers.invoice_key) of the invoice that a red-letter one takes back, "" when it names none.
    """

    kind: InvoiceKind = InvoiceKind.UNKNOWN
    code: str = ""
    number: str = ""
    date: date | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    total: Decimal | None = None
    buyer_name: str = ""
    buyer_tax_id: str = ""
    seller_name: str = ""
    seller_tax_id: str = ""
    check_code: str = ""
    lines: tuple[InvoiceLine, ...] = ()
    red_letter: bool = False
    sources: dict[str, Source] = field(default_factory=dict)
    original: str = ""
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: an invoice or the reason why there is none, never both."""

    file: str
    sha256: str = ""
    invoice: ReadInvoice | None = None
    error: Refused | None = None


def as_json(reading: Reading, sentence: Callable[[Refused], str]) -> dict[str, Any]:
    """One object for `main.py invoice FILE… --json`.

    Amounts are strings in yuan with two decimals, ``""`` when unknown; the date is ISO. A file that could not be
    read gives ``file`` and ``error`` only; `sentence` turns the refusal into words.
    """
    if reading.invoice is None:
        return {"file": reading.file, "error": sentence(reading.error or Refused("invoice.unreadable"))}
    read = reading.invoice
    return {
        "file": reading.file,
        "code": read.code,
        "number": read.number,
        "date": read.date.isoformat() if read.date else "",
        "net": _money(read.net),
        "tax": _money(read.tax),
        "total": _money(read.total),
        "buyer_tax_id": read.buyer_tax_id,
        "seller_tax_id": read.seller_tax_id,
        "check_code": read.check_code,
        "buyer_name": read.buyer_name,
        "seller_name": read.seller_name,
        "kind": str(read.kind),
        "red_letter": read.red_letter,
        "lines": [_line(line) for line in read.lines],
        "sources": {name: {"where": s.where, "sure": str(s.sure)} for name, s in read.sources.items()},
    }


def _line(line: InvoiceLine) -> dict[str, str]:
    return {
        "name": line.name,
        "spec": line.spec,
        "unit": line.unit,
        "quantity": "" if line.quantity is None else f"{line.quantity:f}",
        "unit_price": "" if line.unit_price is None else f"{line.unit_price:f}",
        "amount": _money(line.amount),
        "rate": line.rate,
        "tax": _money(line.tax),
    }


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}"
