"""The QR code of an invoice: finding it in a picture, and reading its comma-separated text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.invoices.model import InvoiceKind
from services.invoices.values import as_date, as_money

_KINDS = {
    "01": InvoiceKind.PAPER_SPECIAL,
    "04": InvoiceKind.PAPER_ORDINARY,
    "08": InvoiceKind.ELECTRONIC_SPECIAL,
    "10": InvoiceKind.ELECTRONIC_ORDINARY,
    "11": InvoiceKind.PAPER_ORDINARY,  # rolls 卷票
    "14": InvoiceKind.ELECTRONIC_TOLL,
    "31": InvoiceKind.DIGITAL_SPECIAL,
    "32": InvoiceKind.DIGITAL_ORDINARY,
    "51": InvoiceKind.TRAIN,
    "61": InvoiceKind.AIR,
}


@dataclass(frozen=True, slots=True)
class QrText:
    """What the code says. The amount (yuan) is net on old invoices and gross on fully digital ones: a hint only."""

    kind: InvoiceKind
    code: str
    number: str
    amount: Decimal | None
    day: date | None
    check_code: str


def parse_qr(text: str) -> QrText | None:
    """The fields of ``01,10,<code>,<number>,<amount>,<yyyymmdd>,<check code>,<crc>,``; None for any other text.

    The tail may be missing. Fully digital invoices leave the code empty and have a number of 20 digits.
    """
    parts = [part.strip() for part in text.strip().split(",")]
    if len(parts) < 6 or parts[0] != "01" or not re.fullmatch(r"\d{2}", parts[1]):
        return None
    code, number = parts[2], parts[3]
    if not re.fullmatch(r"(\d{10}|\d{12})?", code) or not re.fullmatch(r"\d{8}|\d{20}", number):
        return None
    check = parts[6] if len(parts) > 6 and re.fullmatch(r"\d{20}", parts[6]) else ""
    return QrText(
        kind=_KINDS.get(parts[1], InvoiceKind.UNKNOWN),
        code=code,
        number=number,
        amount=as_money(parts[4]),
        day=as_date(parts[5]),
        check_code=check,
    )


def find_qr(picture: object) -> QrText | None:
    """The first invoice code in a picture (a PIL image, or a grey buffer of height × width); None when there is none."""
    import zxingcpp

    for barcode in zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    ):
        parsed = parse_qr(barcode.text)
        if parsed is not None:
            return parsed
    return None
