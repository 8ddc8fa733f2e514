"""Frames of JSON between the program and its reading process: four bytes of length, then UTF-8. Never pickle."""

from __future__ import annotations

import json
import struct
from datetime import date
from decimal import Decimal
from typing import IO, Any

from services.errors import Refused
from services.invoices.model import Certainty, InvoiceKind, InvoiceLine, Reading, ReadInvoice, Source

LONGEST_FRAME = 32 * 1024 * 1024
_LENGTH = struct.Struct(">I")
_AMOUNTS = ("net", "tax", "total")
_TEXTS = (
    "code", "number", "buyer_name", "buyer_tax_id", "seller_name", "seller_tax_id", "check_code", "original",
)  # fmt: skip
_LINE_TEXTS = ("name", "spec", "unit", "rate")
_LINE_NUMBERS = ("quantity", "unit_price", "amount", "tax")


def send(pipe: IO[bytes], message: dict[str, Any]) -> None:
    """Write one frame and flush it; raises OSError when the other end is gone."""
    body = json.dumps(message, ensure_ascii=False).encode()
    pipe.write(_LENGTH.pack(len(body)) + body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> dict[str, Any] | None:
    """Read one frame; None when the other end is gone or talks nonsense."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = pipe.read(length) if length <= LONGEST_FRAME else b""
    if len(body) < length or not body:
        return None
    message = json.loads(body)
    return message if isinstance(message, dict) else None


def pack(reading: Reading) -> dict[str, Any]:
    """A reading as JSON: amounts and numbers as strings, the date as ISO."""
    packed: dict[str, Any] = {"file": reading.file, "sha256": reading.sha256}
    if reading.error is not None:
        values = {name: str(value) for name, value in reading.error.values.items()}
        packed["error"] = {"code": reading.error.code, "values": values}
    if reading.invoice is not None:
        packed["invoice"] = _pack_invoice(reading.invoice)
    return packed


def unpack(packed: dict[str, Any]) -> Reading:
    """The reading that `pack` packed."""
    error, invoice = packed.get("error"), packed.get("invoice")
    return Reading(
        file=packed["file"],
        sha256=packed["sha256"],
        invoice=_unpack_invoice(invoice) if invoice else None,
        error=Refused(error["code"], **error["values"]) if error else None,
    )


def _pack_invoice(invoice: ReadInvoice) -> dict[str, Any]:
    return {
        "kind": str(invoice.kind),
        "date": invoice.date.isoformat() if invoice.date else None,
        "red_letter": invoice.red_letter,
        "lines": [_pack_line(line) for line in invoice.lines],
        "pages": invoice.pages,
        "sources": {name: [s.where, str(s.sure), s.percent] for name, s in invoice.sources.items()},
        **{name: getattr(invoice, name) for name in _TEXTS},
        **{name: _text(getattr(invoice, name)) for name in _AMOUNTS},
    }


def _unpack_invoice(packed: dict[str, Any]) -> ReadInvoice:
    fields: dict[str, Any] = {name: packed[name] for name in (*_TEXTS, "red_letter", "pages")}
    fields |= {name: _number(packed[name]) for name in _AMOUNTS}
    return ReadInvoice(
        kind=InvoiceKind(packed["kind"]),
        date=date.fromisoformat(packed["date"]) if packed["date"] else None,
        lines=tuple(_unpack_line(line) for line in packed["lines"]),
        sources={
            name: Source(where, Certainty(sure), percent)
            for name, (where, sure, percent) in packed["sources"].items()
        },
        **fields,
    )


def _pack_line(line: InvoiceLine) -> dict[str, str | None]:
    texts: dict[str, str | None] = {name: getattr(line, name) for name in _LINE_TEXTS}
    return texts | {name: _text(getattr(line, name)) for name in _LINE_NUMBERS}


def _unpack_line(packed: dict[str, Any]) -> InvoiceLine:
    fields: dict[str, Any] = {name: packed[name] for name in _LINE_TEXTS}
    return InvoiceLine(**fields | {name: _number(packed[name]) for name in _LINE_NUMBERS})


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
