"""An invoice whose file has no page, drawn as the bundle prints it: 登记数据 in the words of the form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from services.money import format_money
from ui import fonts

if TYPE_CHECKING:
    from decimal import Decimal

    from services.reports.bundle import InvoiceSheet

WIDTH, HEIGHT, EDGE = 1100, 733, 40  # of a page that lies, as invoices do
_ROW, _PAD, _MOST_LINES = 44, 10, 6
_INK, _RULE, _PALE, _RED = QColor("#1f2937"), QColor("#9ca3af"), QColor("#f3f4f6"), QColor("#b42318")
_LINES = (0.34, 0.12, 0.07, 0.09, 0.11, 0.11, 0.06, 0.1)  # shares of the width
_TITLES = ("项目名称", "规格", "单位", "数量", "单价", "金额", "税率", "税额")

type _Cells = Sequence[tuple[str, float]]  # text and share of the width


def drawn_sheet(invoice: InvoiceSheet, trouble: str = "") -> bytes:
    """A picture (PNG) of what is registered; `trouble` says why there is no page."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _Sheet(painter).draw(invoice, trouble)
    painter.end()
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes for the format
    return bytes(made.data())


class _Sheet:
    """Rows from the top down."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._top = float(EDGE)

    def draw(self, invoice: InvoiceSheet, trouble: str) -> None:
        self._heading(f"{invoice.kind}　登记数据", 30, _INK)
        if trouble:
            self._heading(trouble, 20, _RED)
        day = invoice.day.isoformat() if invoice.day else ""
        self._row((("发票代码", 0.12), (invoice.code, 0.38), ("发票号码", 0.12), (invoice.number, 0.38)))
        self._row((("开票日期", 0.12), (day, 0.38), ("校验码", 0.12), (invoice.check_code, 0.38)))
        for label, name, tax_id in (
            ("销售方", invoice.seller, invoice.seller_tax_id),
            ("购买方", invoice.buyer, invoice.buyer_tax_id),
        ):
            self._row(((label, 0.12), (name, 0.38), ("税号", 0.12), (tax_id, 0.38)))
        self._row(tuple(zip(_TITLES, _LINES, strict=True)), ground=True)
        for one in invoice.lines[:_MOST_LINES]:
            cells = (one.name, one.spec, one.unit, one.quantity, one.price, one.amount, one.rate, one.tax)
            self._row(tuple(zip(cells, _LINES, strict=True)))
        sums = (("金额", invoice.net), ("税额", invoice.tax), ("价税合计", invoice.total))
        self._row(tuple((f"{label}  {_yuan(amount)}", 1 / 3) for label, amount in sums), bold=True)

    def _heading(self, text: str, size: int, colour: QColor) -> None:
        self._painter.setFont(fonts.sized(size, bold=True))
        self._painter.setPen(colour)
        box = QRectF(EDGE, self._top, WIDTH - 2 * EDGE, size * 1.6)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        self._top += size * 1.6 + 8

    def _row(self, cells: _Cells, *, ground: bool = False, bold: bool = False) -> None:
        painter, left = self._painter, float(EDGE)
        for text, share in cells:
            box = QRectF(left, self._top, share * (WIDTH - 2 * EDGE), _ROW)
            if ground:
                painter.fillRect(box, _PALE)
            painter.setPen(_RULE)
            painter.drawRect(box)
            painter.setPen(_INK)
            self._write(text, box.adjusted(_PAD, 0, -_PAD, 0), bold=bold)
            left = box.right()
        self._top += _ROW

    def _write(self, text: str, box: QRectF, *, bold: bool) -> None:
        """On one line, smaller if it must be; what is longer still ends in dots."""
        for size in range(22, 13, -1):
            self._painter.setFont(fonts.sized(size, bold=bold))
            if self._painter.fontMetrics().horizontalAdvance(text) <= box.width():
                break
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def _yuan(amount: Decimal | None) -> str:
    return "—" if amount is None else f"¥{format_money(amount)}"
