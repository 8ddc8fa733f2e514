"""Draw what follows a voucher in the volume: its approvals, its attachments two to a sheet, void numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from services.calendars import CHINA
from services.money import format_money
from services.reports.book_pen import HALF, LEFT, PALE, WIDTH, Align, BookPen, Box
from services.reports.bundle import Act, InvoiceSheet, Item, VoidSheet
from services.reports.fonts import bold
from services.reports.pen import GREY, MM, RED, Mm, Style, plain

PAGE_HEIGHT: Mm = 297
ACTS_BELOW = 17  # rows that have room below a form
_ACTS_A_PAGE = 38
_ACTS: tuple[Mm, ...] = (34, 30, 26, 22, 68)
_CAPTION: Mm = 6
_SHEET_ROW: Mm = 6.4
_LINES: tuple[Mm, ...] = (62, 22, 12, 16, 20, 20, 12, 16)
_LINE_ALIGNS: tuple[Align, ...] = ("left", "left", "centre", "right", "right", "right", "centre", "right")
_MOST_LINES = 8

type Points = tuple[float, float, float, float]  # left, bottom, right, top, from the page's foot


def draw_acts(pen: BookPen, label: str, acts: Sequence[Act], y: Mm) -> None:
    """The approvals of a paper as a table from `y` down."""
    pen.put(f"审批记录　{label}", (LEFT, y, WIDTH, 6), Style(bold(), 10))
    pen.head(("时　间", "环　节", "姓　名", "意　见", "说　明"), _ACTS, y + 7)
    for place, act in enumerate(acts):
        name = f"{act.name}（代 {act.for_name}）" if act.for_name else act.name
        cells = (_moment(act), act.place, name, act.decision, act.reason)
        pen.row(cells, _ACTS, y + 14 + place * 6.4, 6.4, style=plain(8.5))


def draw_more_acts(pen: BookPen, label: str, acts: Sequence[Act]) -> None:
    """Approvals that have no room below the form."""
    for start in range(0, len(acts), _ACTS_A_PAGE):
        draw_acts(pen, label, acts[start : start + _ACTS_A_PAGE], 14)
        pen.page_done()


def _moment(act: Act) -> str:
    if not isinstance(act.at, datetime):
        return act.at.isoformat()
    return f"{act.at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def draw_void(pen: BookPen, sheet: VoidSheet) -> None:
    """A number that is void has a page of its own, so that none is missing."""
    pen.upward((LEFT + LEFT + WIDTH) / 2, 80, "作　废", Style(bold(), 70, (0.96, 0.8, 0.8)), (0.94, 0.342))
    pen.heading("作 废 凭 证", 20)
    rows = (
        ("凭证号", sheet.label),
        ("日期", sheet.day.isoformat()),
        ("原单号", sheet.paper),
        ("经手人", sheet.claimant),
        ("摘要", sheet.summary),
        ("原金额", f"¥{format_money(sheet.amount)}（不计入合计）"),
        ("作废原因", sheet.reason),
    )
    for place, cells in enumerate(rows):
        pen.row(cells, (36, WIDTH - 36), 28 + 10 * place, 10, style=plain(11))
    pen.page_done()


def caption(pen: BookPen, upper: bool, text: str, *, whole: bool = False) -> Points:
    """Write the caption of a half (or of a whole page) and return the box below it, in points."""
    top: Mm = 6 if upper or whole else HALF + 4
    bottom: Mm = 286 if whole or not upper else HALF - 4
    pen.put(text, (LEFT, top, WIDTH, _CAPTION), plain(8.5, GREY))
    return _points((LEFT, top + _CAPTION + 1, WIDTH, bottom - top - _CAPTION - 1))


def cut_line(pen: BookPen) -> None:
    """Where the sheet is cut."""
    pen.lines([(6, HALF, 204, HALF)], 0.5, "3 3")
    pen.put("剪 切 线", (178, HALF - 5, 24, 4.5), plain(7, GREY), "right")


def draw_item(pen: BookPen, upper: bool, item: Item, trouble: str) -> None:
    """What stands for a file that cannot be set on paper: why, and what is registered about it."""
    y: Mm = (6 if upper else HALF + 4) + _CAPTION + 2
    if trouble:
        pen.put(trouble, (LEFT, y, WIDTH, 7), Style(bold(), 11, RED))
        y += 8
    if item.invoice is not None:
        draw_invoice(pen, y, item.invoice)
        return
    rows = [("文件", item.name), ("大小", f"{item.size:,} 字节"), ("SHA-256", item.sha256)]
    for place, cells in enumerate(rows):
        pen.row(cells, (30, WIDTH - 30), y + 8 * place, 8, style=plain(9.5))
    pen.put("原文件随电子档案保存。", (LEFT, y + 26, WIDTH, 6), plain(9, GREY))


def draw_invoice(pen: BookPen, y: Mm, invoice: InvoiceSheet) -> None:
    """An invoice as it is registered: a clean sheet where there is no picture."""
    pen.put(f"{invoice.kind or '发票'}　登记数据", (LEFT, y, WIDTH, 7), Style(bold(), 12), "centre")
    y += 8
    left = [("发票代码", invoice.code), ("发票号码", invoice.number)]
    left += [("开票日期", invoice.day.isoformat() if invoice.day else ""), ("校验码", invoice.check_code)]
    for place, (label, value) in enumerate(left):
        x = LEFT + (place % 2) * WIDTH / 2
        pen.row((label, value), (24, WIDTH / 2 - 24), y + place // 2 * _SHEET_ROW, _SHEET_ROW, x=x)
    y += 2 * _SHEET_ROW
    for label, name, tax_id in (
        ("销售方", invoice.seller, invoice.seller_tax_id),
        ("购买方", invoice.buyer, invoice.buyer_tax_id),
    ):
        pen.row((label, name, "税号", tax_id), (24, WIDTH / 2 - 24, 16, WIDTH / 2 - 16), y, _SHEET_ROW)
        y += _SHEET_ROW
    _draw_lines(pen, y, invoice)


def _draw_lines(pen: BookPen, y: Mm, invoice: InvoiceSheet) -> None:
    pen.shade(LEFT, y, WIDTH, _SHEET_ROW, PALE)
    pen.head(("项目名称", "规格", "单位", "数量", "单价", "金额", "税率", "税额"), _LINES, y, _SHEET_ROW)
    y += _SHEET_ROW
    for line in invoice.lines[:_MOST_LINES]:
        cells = (line.name, line.spec, line.unit, line.quantity, line.price, line.amount, line.rate, line.tax)
        pen.row(cells, _LINES, y, _SHEET_ROW, aligns=_LINE_ALIGNS, style=plain(8))
        y += _SHEET_ROW
    if len(invoice.lines) > _MOST_LINES:
        pen.put(
            f"另有 {len(invoice.lines) - _MOST_LINES} 行，见电子档案",
            (LEFT, y, WIDTH, _SHEET_ROW),
            plain(8, GREY),
        )
        y += _SHEET_ROW
    widths: tuple[Mm, ...] = (WIDTH / 3,) * 3
    sums = (("金额", invoice.net), ("税额", invoice.tax), ("价税合计", invoice.total))
    told = [f"{label} {_yuan(amount)}" for label, amount in sums]
    pen.row(told, widths, y, _SHEET_ROW + 1, aligns=["right"] * 3, style=Style(bold(), 9.5))


def _yuan(amount: Decimal | None) -> str:
    return "—" if amount is None else f"¥{format_money(amount)}"


def _points(box: Box) -> Points:
    x, y, width, height = box
    return (x * MM, (PAGE_HEIGHT - y - height) * MM, (x + width) * MM, (PAGE_HEIGHT - y) * MM)
