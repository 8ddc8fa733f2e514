"""E-invoice files of the sample: fully digital invoices as the tax office's XML."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from services.sample.plan import PlannedInvoice


def invoice_xml(invoice: PlannedInvoice, buyer: str, buyer_tax_id: str) -> bytes:
    """The invoice as a file a reader of fully digital invoices (数电票) understands."""
    root = Element("EInvoice")
    header = SubElement(root, "Header")
    _texts(header, EIid=invoice.number, EInvoiceTag="SWEI3200", Version="0.36")
    label = SubElement(header, "InherentLabel")
    for name, code, words in (
        ("InIssuType", "Y", "是否蓝字发票标志"),
        ("EInvoiceType", "01", "电子发票"),
        ("GeneralOrSpecialVAT", "02", "普通发票"),
    ):
        _texts(SubElement(label, name), LabelCode=code, LabelName=words)
    data = SubElement(root, "EInvoiceData")
    _texts(SubElement(data, "SellerInformation"), SellerIdNum=invoice.seller_tax_id, SellerName=invoice.seller)
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
    _supervision(root, invoice.number, invoice.issued_on)
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8")


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
