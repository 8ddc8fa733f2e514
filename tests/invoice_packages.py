"""Makes structured invoices for tests: fully digital XML in its schemas, XBRL, and OFD packages."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from tests.invoice_facts import Facts, Line

OFD_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
NUMBER_WIDE, CHINESE_WIDE = 1.5875, 3.175


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def digital_xml(facts: Facts) -> bytes:
    """The <EInvoice> schema of the tax platform."""
    items = "".join(
        "<IssuItemInformation>"
        + _tag("ItemName", name)
        + _tag("SpecMod", spec)
        + _tag("MeaUnits", unit)
        + _tag("Quantity", quantity)
        + _tag("UnPrice", price)
        + _tag("Amount", amount)
        + _tag("TaxRate", _decimal_rate(rate))
        + _tag("ComTaxAm", tax)
        + "</IssuItemInformation>"
        for name, spec, unit, quantity, price, amount, rate, tax in facts.lines
    )
    kind = "增值税专用发票" if "专用" in facts.title else "普通发票"
    blue = "N" if facts.total.startswith("-") else "Y"
    return f"""<?xml version="1.0" encoding="utf-8"?>
<EInvoice><Header><EIid>{facts.number}</EIid><EInvoiceTag>SWEI4200</EInvoiceTag><InherentLabel>
<InIssuType><LabelCode>{blue}</LabelCode><LabelName>是否蓝字发票标志</LabelName></InIssuType>
<GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>{kind}</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData><SellerInformation>{_tag("SellerIdNum", facts.seller_id)}{_tag("SellerName", facts.seller)}</SellerInformation>
<BuyerInformation>{_tag("BuyerIdNum", facts.buyer_id)}{_tag("BuyerName", facts.buyer)}</BuyerInformation>
<BasicInformation><TotalAmWithoutTax>{facts.net}</TotalAmWithoutTax><TotalTaxAm>{facts.tax}</TotalTaxAm>
<TotalTax-includedAmount>{facts.total}</TotalTax-includedAmount></BasicInformation>{items}</EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>{facts.number}</InvoiceNumber><IssueTime>{facts.day}</IssueTime></TaxSupervisionInfo>
</EInvoice>""".encode()


def pinyin_xml(facts: Facts, encoding: str = "GBK") -> bytes:
    """The flat schema with pinyin initials, lines as XMXX."""
    names = ("XMMC", "GGXH", "DW", "XMSL", "XMDJ", "XMJE", "SLV", "SE")
    items = "".join(
        f"<XMXX>{''.join(_tag(n, t) for n, t in zip(names, line, strict=True))}</XMXX>"
        for line in facts.lines
    )
    head = {
        "FPHM": facts.number,
        "KPRQ": f"{facts.day:%Y%m%d}",
        "FPLX": facts.title,
        "GMFMC": facts.buyer,
        "GMFNSRSBH": facts.buyer_id,
        "XSFMC": facts.seller,
        "XSFNSRSBH": facts.seller_id,
        "HJJE": facts.net,
        "HJSE": facts.tax,
        "JSHJ": facts.total,
    }
    body = "".join(_tag(name, text) for name, text in head.items())
    return f'<?xml version="1.0" encoding="{encoding}"?><FPXX>{body}<XMXXS>{items}</XMXXS></FPXX>'.encode(
        encoding
    )


def original_xml(facts: Facts, year: int) -> bytes:
    """The eInvoice of 2016 or 2019 that an OFD carries as original_invoice.xml."""
    names = (
        "Item",
        "Specification",
        "MeasurementDimension",
        "Quantity",
        "Price",
        "Amount",
        "TaxScheme",
        "TaxAmount",
    )
    items = "".join(
        f"<fp:GoodsInfo>{''.join(_tag(f'fp:{n}', t) for n, t in zip(names, line, strict=True))}</fp:GoodsInfo>"
        for line in facts.lines
    )
    return _edrm(facts, year, items)


def _edrm(facts: Facts, year: int, items: str) -> bytes:
    head = {
        "InvoiceCode": facts.code,
        "InvoiceNo": facts.number,
        "IssueDate": f"{facts.day:%Y年%m月%d日}",
        "InvoiceCheckCode": facts.check,
        "TaxInclusiveTotalAmount": facts.total,
        "TaxTotalAmount": facts.tax,
        "TaxExclusiveTotalAmount": facts.net,
    }
    body = "".join(_tag(f"fp:{name}", text) for name, text in head.items())
    buyer = _tag("fp:BuyerName", facts.buyer) + _tag("fp:BuyerTaxID", facts.buyer_id)
    seller = _tag("fp:SellerName", facts.seller) + _tag("fp:SellerTaxID", facts.seller_id)
    return (
        f'<fp:eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/{year}">{body}<fp:Buyer>{buyer}</fp:Buyer>'
        f"<fp:Seller>{seller}</fp:Seller><fp:GoodsInfos>{items}</fp:GoodsInfos></fp:eInvoice>"
    ).encode()


def xbrl(facts: Facts) -> bytes:
    """The XBRL instance of 2021 (财政部 电子凭证会计数据标准)."""
    of = "TaxpayerIdentificationNumberUnifiedSocialCreditCodeOf"
    names = (
        "NameOfTaxableGoodsOrServices",
        "Specification",
        "UnitOfGoodsOrServices",
        "QuantityOfGoodsOrServices",
    )
    names += ("UnitPriceOfGoodsOrServices", "AmountExcludingTax", "TaxRate", "TaxAmount")
    tuple_name = "inv:InformationOfTaxableGoodsOrServicesDetailItemsTuple"
    items = "".join(
        f"<{tuple_name}>{''.join(_tag(f'inv:{n}', t) for n, t in zip(names, line, strict=True))}</{tuple_name}>"
        for line in facts.lines
    )
    return _instance(facts, of, items)


def _instance(facts: Facts, of: str, items: str) -> bytes:
    head = {
        "TypeOfInvoice": facts.title,
        "CodeOfInvoice": facts.code,
        "NumberOfInvoice": facts.number,
        "DateOfIssue": str(facts.day),
        "IdentifyingCode": facts.check,
        "NameOfPurchaser": facts.buyer,
        f"{of}Purchaser": facts.buyer_id,
        "TotalAmountExcludingTax": facts.net,
        "TotalTaxAmount": facts.tax,
        "TaxIncludedAmountInFigures": facts.total,
        "NameOfSeller": facts.seller,
        f"{of}Seller": facts.seller_id,
    }
    body = "".join(_tag(f"inv:{name}", text) for name, text in head.items())
    spaces = (
        'xmlns="http://www.xbrl.org/2003/instance" xmlns:inv="http://xbrl.mof.gov.cn/taxonomy/2021-09-30/inv"'
    )
    return f"<xbrl {spaces}>{body}{items}</xbrl>".encode()


def ofd(
    facts: Facts,
    attachment: bytes | None = None,
    *,
    tags: bool = False,
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """An OFD package: a page of text objects, and what is asked for besides."""
    page, tagged = _page(facts)
    loc = "Pages/Page_0/Content.xml"
    members = {
        "OFD.xml": f"<ofd:OFD {OFD_NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document {OFD_NS}><ofd:Pages><ofd:Page ID="1" BaseLoc="{loc}"/></ofd:Pages></ofd:Document>',
        f"Doc_0/{loc}": f"<ofd:Page {OFD_NS}><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>",
    }
    if tags:
        members["Doc_0/Tags/CustomTag.xml"] = f"<ofd:eInvoice {OFD_NS}>{tagged}</ofd:eInvoice>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name, text)
        if attachment is not None:
            package.writestr("Doc_0/Attachs/original_invoice.xml", attachment)
        for name, content in (extra or {}).items():
            package.writestr(name, content)
    return file.getvalue()


class _Objects:
    def __init__(self) -> None:
        self.xml: list[str] = []

    def put(self, x, y, text: str) -> int:
        number = 100 + len(self.xml)
        uniform = text.isascii() and len(text) > 1
        steps = (
            f"g {len(text) - 1} {NUMBER_WIDE}"
            if uniform
            else " ".join(str(CHINESE_WIDE if ord(c) > 0x2E80 else NUMBER_WIDE) for c in text[:-1])
        )
        code = f'<ofd:TextCode X="0" Y="3" DeltaX="{steps}">{escape(text)}</ofd:TextCode>'
        self.xml.append(
            f'<ofd:TextObject ID="{number}" Boundary="{x} {y} 90 5" Size="3.175">{code}</ofd:TextObject>'
        )
        return number


def _page(facts: Facts) -> tuple[str, str]:
    page = _Objects()
    _page_labels(page, facts)
    page.put(63, 98, facts.words)
    y = 56.0
    for line in facts.lines:
        y = _row(page, y, line)
    names = {
        "InvoiceNo": page.put(171, 10, facts.number),
        "IssueDate": page.put(171, 16, f"{facts.day:%Y年%m月%d日}"),
        "BuyerName": page.put(21, 33, facts.buyer),
        "BuyerTaxID": page.put(60, 44, facts.buyer_id),
        "SellerName": page.put(121, 33, facts.seller),
        "SellerTaxID": page.put(160, 44, facts.seller_id),
        "TaxExclusiveTotalAmount": page.put(140, 91, f"¥{facts.net}"),
        "TaxTotalAmount": page.put(192, 91, f"¥{facts.tax}"),
        "TaxInclusiveTotalAmount": page.put(156, 98, f"¥{facts.total}"),
    }
    refer = '<ofd:ObjectRef PageRef="1">{}</ofd:ObjectRef>'
    tags = "".join(f"<ofd:{name}>{refer.format(number)}</ofd:{name}>" for name, number in names.items())
    return "".join(page.xml), tags


def _page_labels(page: _Objects, facts: Facts) -> None:
    head = (
        (56, 8, facts.title),
        (154, 10, "发票号码："),
        (154, 16, "开票日期："),
        (11, 33, "名称："),
        (111, 33, "名称："),
    )
    foot = ((20, 91, "合"), (36, 91, "计"), (16, 98, "价税合计（大写）"), (143, 98, "（小写）"))
    for x, y, text in (*head, *foot):
        page.put(x, y, text)
    for x in (11, 111):
        page.put(x, 44, "统一社会信用代码/纳税人识别号：")
    headings = ("项目名称", "规格型号", "单 位", "数 量", "单 价", "金 额", "税率/征收率", "税 额")
    for x, text in zip((15.5, 41.6, 66.5, 92.5, 117.5, 140, 154, 194), headings, strict=True):
        page.put(x, 53, text)
    if facts.code:
        for x, y, text in (
            (154, 4, "发票代码："),
            (171, 4, facts.code),
            (154, 22, "校 验 码："),
            (171, 22, facts.check),
        ):
            page.put(x, y, text)


def _row(page: _Objects, y, line: Line):
    places = (4.5, 42, 67, 99, 121, 141, 158, 194)
    name, rest = line[0][:11], line[0][11:]
    for x, text in zip(places, (name, *line[1:]), strict=True):
        if text:
            page.put(x, y, text)
    if rest:
        page.put(4.5, y + 4.5, rest)
    return y + (9 if rest else 4.5)


def _decimal_rate(rate: str) -> str:
    return f"0.{int(rate[:-1]):02d}" if rate.endswith("%") else rate
