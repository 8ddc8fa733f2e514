"""E-invoice files of the sample: fully digital invoices as the tax office's XML, some as pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from services.invoices.model import InvoiceKind, InvoiceLine, ReadInvoice
from services.money import round_fen
from services.reports.bundle import InvoiceLine as BundleLine
from services.reports.bundle import InvoiceSheet
from services.sample.catalogue import sellers
from services.sample.planned import PlannedInvoice


def invoice_from(category: str, day: date, total: Decimal, random: Random) -> PlannedInvoice:
    """An invoice of somebody who sells `category`, over `total` yuan."""
    seller = sellers()[category][0]
    net = round_fen(total * 100 / (100 + seller.percent))
    number = f"{day.year % 100:02d}422000001{random.randrange(10**9):09d}"
    amounts = (net, total - net, total)
    return PlannedInvoice(number, day, *amounts, seller.seller, seller.tax_id, seller.words, seller.percent)


def as_read(invoice: PlannedInvoice, buyer: str, buyer_tax_id: str) -> ReadInvoice:
    """What the reader finds in `invoice_xml` of the same values."""
    line = InvoiceLine(
        invoice.words,
        quantity=Decimal(1),
        unit_price=invoice.net,
        amount=invoice.net,
        rate=f"{invoice.percent}%",
        tax=invoice.tax,
    )
    return ReadInvoice(
        InvoiceKind.DIGITAL_ORDINARY,
        number=invoice.number,
        date=invoice.issued_on,
        net=invoice.net,
        tax=invoice.tax,
        total=invoice.total,
        buyer_name=buyer,
        buyer_tax_id=buyer_tax_id,
        seller_name=invoice.seller,
        seller_tax_id=invoice.seller_tax_id,
        lines=(line,),
    )


def invoice_file(
    invoice: PlannedInvoice, buyer: str, buyer_tax_id: str, *, one_in: int = 1
) -> tuple[str, bytes]:
    """Name and bytes of its file: of `one_in` invoices one is a page to look at, the others are data only."""
    if int(invoice.number[-2:]) % one_in:
        return f"{invoice.number}.xml", invoice_xml(invoice, buyer, buyer_tax_id)
    from services.reports.sample_invoice import (
        sample_invoice,
    )  # reportlab is imported when something is drawn

    amounts = [_yuan(amount) for amount in (invoice.net, invoice.tax)]
    line = BundleLine(invoice.words, "", "次", "1", amounts[0], amounts[0], f"{invoice.percent}%", amounts[1])
    sheet = InvoiceSheet(
        kind="电子发票（普通发票）",
        code="",
        number=invoice.number,
        day=invoice.issued_on,
        seller=invoice.seller,
        seller_tax_id=invoice.seller_tax_id,
        buyer=buyer,
        buyer_tax_id=buyer_tax_id,
        net=invoice.net,
        tax=invoice.tax,
        total=invoice.total,
        check_code="",
        lines=(line,),
    )
    return f"{invoice.number}.pdf", sample_invoice(sheet)


def invoice_xml(invoice: PlannedInvoice, buyer: str, buyer_tax_id: str) -> bytes:
    """The invoice as a file a reader of fully digital invoices (数电票) understands."""
    root = Element("EInvoice")
    header = SubElement(root, "Header")
    _texts(header, EIid=invoice.number, EInvoiceTag="SWEI3200", Version="0.36")
    label = SubElement(header, "InherentLabel")
    for name, code, words in (
        ("InIssuType", "N" if invoice.total < 0 else "Y", "是否蓝字发票标志"),
        ("EInvoiceType", "01", "电子发票"),
        ("GeneralOrSpecialVAT", "02", "普通发票"),
    ):
        _texts(SubElement(label, name), LabelCode=code, LabelName=words)
    _data(SubElement(root, "EInvoiceData"), invoice, buyer, buyer_tax_id)
    _supervision(root, invoice.number, invoice.issued_on)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written


def _data(data: Element, invoice: PlannedInvoice, buyer: str, buyer_tax_id: str) -> None:
    _texts(
        SubElement(data, "SellerInformation"), SellerIdNum=invoice.seller_tax_id, SellerName=invoice.seller
    )
    _texts(SubElement(data, "BuyerInformation"), BuyerIdNum=buyer_tax_id, BuyerName=buyer)
    _texts(
        SubElement(data, "BasicInformation"),
        TotalAmWithoutTax=_yuan(invoice.net),
        TotalTaxAm=_yuan(invoice.tax),
        **{"TotalTax-includedAmount": _yuan(invoice.total)},
        RequestTime=f"{invoice.issued_on} 10:00:00",
    )
    _texts(
        SubElement(data, "IssuItemInformation"),
        ItemName=invoice.words,
        Quantity="1",
        UnPrice=_yuan(invoice.net),
        Amount=_yuan(invoice.net),
        TaxRate=str(Decimal(invoice.percent) / 100),
        ComTaxAm=_yuan(invoice.tax),
        TotaltaxIncludedAmount=_yuan(invoice.total),
    )


def _supervision(root: Element, number: str, issued_on: date) -> None:
    _texts(
        SubElement(root, "TaxSupervisionInfo"),
        InvoiceNumber=number,
        IssueTime=issued_on.isoformat(),
        TaxBureauCode="14200000000",
        TaxBureauName="国家税务总局湖北省税务局",
    )


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


def _yuan(amount: Decimal) -> str:
    return f"{amount:.2f}"
