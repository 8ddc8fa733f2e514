"""The page of an e-invoice 数电票 as the sample company's sellers print it, marked as a sample; not a form of ours."""

from __future__ import annotations

from decimal import Decimal

from services.money import format_money, voucher_capitals
from services.reports.book_pen import Align, Box, PagePen
from services.reports.bundle import InvoiceSheet
from services.reports.fonts import bold
from services.reports.paper import Paper, PrintSettings
from services.reports.pen import Colour, Mm, Style, plain

_PAPER = Paper("invoice", Decimal(210), Decimal(140))
_BROWN: Colour = (0.5, 0.24, 0.12)
_LEFT: Mm = 6
_WIDTH: Mm = 198
_TITLES = ("项目名称", "规格型号", "单 位", "数 量", "单 价", "金 额", "税率/征收率", "税 额")
_COLUMNS: tuple[Mm, ...] = (48, 24, 14, 18, 24, 26, 20, 24)
_ALIGNS: tuple[Align, ...] = ("left", "left", "centre", "right", "right", "right", "right", "right")
_LABEL, _VALUE = plain(9, _BROWN), plain(9)


def sample_invoice(invoice: InvoiceSheet) -> bytes:
    """The PDF of one page."""
    pen = PagePen(PrintSettings(_PAPER), title=f"{invoice.kind} {invoice.number}")
    pen.put(invoice.kind, (45, 8, 120, 11), Style(bold(), 19, _BROWN), "centre")
    pen.lines([(62, 20.5, 148, 20.5), (62, 21.3, 148, 21.3)], 0.5)
    day = f"{invoice.day:%Y年%m月%d日}" if invoice.day else ""
    for place, (label, value) in enumerate((("发票号码:", invoice.number), ("开票日期:", day))):
        _pair(pen, (151, 9 + 6 * place, 54, 6), label, value)
    _parties(pen, invoice)
    _lines(pen, invoice)
    _foot(pen, invoice)
    pen.page_done()
    return pen.finish()


def _pair(pen: PagePen, box: Box, label: str, value: str, room: Mm = 18) -> None:
    x, y, width, height = box
    pen.put(label, (x, y, room, height), _LABEL)
    pen.put(value, (x + room, y, width - room, height), _VALUE)


def _parties(pen: PagePen, invoice: InvoiceSheet) -> None:
    half = _WIDTH / 2
    sides = (
        ("购买方信息", invoice.buyer, invoice.buyer_tax_id),
        ("销售方信息", invoice.seller, invoice.seller_tax_id),
    )
    for place, (side, name, tax_id) in enumerate(sides):
        x = _LEFT + place * half
        pen.frame((x, 25, half, 22))
        pen.frame((x, 25, 7, 22))
        for row, char in enumerate(side):
            pen.put(char, (x, 25.5 + row * 4.2, 7, 4.2), _LABEL, "centre")
        _pair(pen, (x + 8, 27, half - 9, 8), "名称:", name, 12)
        _pair(pen, (x + 8, 37, half - 9, 8), "统一社会信用代码/纳税人识别号:", tax_id, 50)


def _lines(pen: PagePen, invoice: InvoiceSheet) -> None:
    pen.frame((_LEFT, 47, _WIDTH, 48))
    y: Mm = 48
    rows = [_TITLES, *((one.name, one.spec, one.unit, one.quantity, one.price, one.amount, one.rate, one.tax) for one in invoice.lines)]  # fmt: skip
    for number, row in enumerate(rows):
        x: Mm = _LEFT
        for cell, width, align in zip(row, _COLUMNS, _ALIGNS, strict=True):
            pen.put(cell, (x, y, width, 6), _VALUE if number else _LABEL, align)
            x += width
        y += 6.5
    pen.put("合　计", (_LEFT, 88, 48, 6.5), _LABEL, "centre")
    pen.put(_yuan(invoice.net), (_LEFT + 118, 88, 36, 6.5), _VALUE, "right")
    pen.put(_yuan(invoice.tax), (_LEFT + 164, 88, 34, 6.5), _VALUE, "right")


def _foot(pen: PagePen, invoice: InvoiceSheet) -> None:
    total = invoice.total or Decimal(0)
    pen.frame((_LEFT, 95, _WIDTH, 9))
    pen.put("价税合计（大写）", (_LEFT, 95, 48, 9), _LABEL, "centre")
    pen.put(voucher_capitals(total), (_LEFT + 50, 95, 80, 9), plain(10))
    pen.put("（小写）", (_LEFT + 134, 95, 20, 9), _LABEL)
    pen.put(_yuan(total), (_LEFT + 154, 95, 40, 9), plain(10))
    pen.frame((_LEFT, 104, _WIDTH, 22))
    pen.put("备注", (_LEFT, 104, 12, 22), _LABEL, "centre")
    pen.put("示例公司的发票，不是真实交易", (_LEFT + 14, 104, 120, 22), _VALUE)
    _pair(pen, (_LEFT + 8, 129, 60, 6), "开票人:", "王芳", 14)


def _yuan(amount: Decimal | None) -> str:
    return "" if amount is None else f"¥{format_money(amount)}"
