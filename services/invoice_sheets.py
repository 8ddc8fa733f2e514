"""An invoice as it is registered 登记数据, for those without a picture."""

from __future__ import annotations

from typing import Any

from models.invoice import Invoice
from services.invoices.model import InvoiceKind
from services.reports.bundle import InvoiceLine, InvoiceSheet

_KINDS = {
    InvoiceKind.PAPER_SPECIAL: "增值税专用发票",
    InvoiceKind.PAPER_ORDINARY: "增值税普通发票",
    InvoiceKind.ELECTRONIC_SPECIAL: "增值税电子专用发票",
    InvoiceKind.ELECTRONIC_ORDINARY: "增值税电子普通发票",
    InvoiceKind.ELECTRONIC_TOLL: "通行费增值税电子普通发票",
    InvoiceKind.DIGITAL_SPECIAL: "电子发票（增值税专用发票）",
    InvoiceKind.DIGITAL_ORDINARY: "电子发票（普通发票）",
    InvoiceKind.TRAIN: "铁路电子客票",
    InvoiceKind.AIR: "航空运输电子客票行程单",
}


def invoice_sheet(invoice: Invoice) -> InvoiceSheet:
    """What is registered about an invoice, in the words of the form."""
    kind = InvoiceKind(invoice.kind) if invoice.kind in set(InvoiceKind) else InvoiceKind.UNKNOWN
    return InvoiceSheet(
        kind=_KINDS.get(kind, "发票"),
        code=invoice.code,
        number=invoice.number,
        day=invoice.issued_on,
        seller=invoice.seller_name,
        seller_tax_id=invoice.seller_tax_id,
        buyer=invoice.buyer_name,
        buyer_tax_id=invoice.buyer_tax_id,
        net=invoice.net,
        tax=invoice.tax,
        total=invoice.total,
        check_code=invoice.check_code,
        lines=tuple(map(_line, invoice.lines)),
    )


def _line(line: dict[str, Any]) -> InvoiceLine:
    names = ("name", "spec", "unit", "quantity", "unit_price", "amount", "rate", "tax")
    return InvoiceLine(*(str(line.get(name) or "") for name in names))
