"""The invoices of a paper with the files that show them, for whoever decides beside the lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.invoice import Invoice
from services import attachments, invoice_sheets
from services.claim_records import invoices_of, load
from services.database import Session
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, requires
from services.reports.bundle import InvoiceSheet


@dataclass(frozen=True, slots=True)
class Shown:
    """An invoice, its file (None when there is none or it is gone), what it says as label and value, and as a sheet."""

    invoice_id: int
    number: str
    seller: str
    path: Path | None
    fields: tuple[tuple[str, str], ...]
    sheet: InvoiceSheet


@requires(Permission.CLAIM_SEE)
def shown_invoices(session: Session, actor: Actor, claim_id: int) -> list[Shown]:
    """The invoices of the paper in the order they came. Raises Refused "record.gone"."""
    return [_shown(session, actor, invoice) for invoice in invoices_of(session, load(session, claim_id))]


def _shown(session: Session, actor: Actor, invoice: Invoice) -> Shown:
    path = None
    if invoice.attachment_id is not None:
        try:
            path = attachments.path(session, actor, invoice.attachment_id)
        except Refused:
            path = None
    fields = tuple(_fields(invoice))
    return Shown(
        invoice.id, invoice.number, invoice.seller_name, path, fields, invoice_sheets.invoice_sheet(invoice)
    )


def _fields(invoice: Invoice) -> list[tuple[str, str]]:
    """By the names of the columns; the window has their words."""
    found = [
        (name, getattr(invoice, name))
        for name in ("code", "number", "seller_name", "seller_tax_id", "buyer_name", "buyer_tax_id")
    ]
    found.insert(2, ("issued_on", invoice.issued_on.isoformat() if invoice.issued_on else ""))
    for name in ("net", "tax", "total"):
        amount = getattr(invoice, name)
        found.append((name, format_money(amount) if amount is not None else ""))
    goods = "；".join(str(line.get("name", "")) for line in invoice.lines if line.get("name"))
    return [(name, value) for name, value in (*found, ("lines", goods)) if value]
