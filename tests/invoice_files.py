"""Makes invoices for tests: PDFs in several layouts, and pictures of them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.invoice_facts import Facts, Line

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
EMBEDDED, NOT_EMBEDDED = "InvoiceTestSans", "STSong-Light"
CIPHER = ("03+7143*5*753+6+<+<-37<76986", "0-+>53/<-3+384<82511/54*+3-4", "*<211980*4-/74-6/++8+<>594<5")


class Pen:
    """Writes on a page of 610 × 394 points, y counted from the top; several manners of writing the same."""

    def __init__(self, font: str, *, single: bool = False, sign: str = "¥") -> None:
        _register()
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=(610, 394), pageCompression=0)
        self.font, self.single, self.sign = font, single, sign
        self.height = 394

    def turn(self, degrees: int) -> None:
        """Draw what follows turned, on a page that a viewer turns back."""
        if degrees:
            upright = degrees == 180
            self.canvas.setPageSize((610, 394) if upright else (394, 610))
            self.canvas.setPageRotation(degrees)
            self.canvas.translate(*{90: (394, 0), 180: (610, 394), 270: (0, 610)}[degrees])
            self.canvas.rotate(degrees)

    def put(self, x, y, text: str, size=9) -> None:
        self.canvas.setFont(self.font, size)
        for char in text if self.single else [text]:
            self.canvas.drawString(x, self.height - y, char)
            x += pdfmetrics.stringWidth(char, self.font, size)

    def end(self, x, y, text: str, size=9) -> None:
        self.put(x - pdfmetrics.stringWidth(text, self.font, size), y, text, size)

    def down(self, x, y, text: str, step=17) -> None:
        for i, char in enumerate(text):
            self.put(x, y + i * step, char)

    def qr(self, text: str) -> None:
        drawing = Drawing(70, 70, transform=[0.9, 0, 0, 0.9, 0, 0])
        drawing.add(QrCodeWidget(text, barWidth=70, barHeight=70, barLevel="M"))
        renderPDF.draw(drawing, self.canvas, 25, self.height - 70)

    def money(self, text: str) -> str:
        return text if text.startswith("*") else f"{self.sign}{text}"

    def done(self) -> bytes:
        self.canvas.save()
        return self.file.getvalue()


def old_pdf(
    facts: Facts,
    font: str = EMBEDDED,
    *,
    single: bool = False,
    sides: bool = True,
    qr: bool = True,
    labels: bool = True,
    title: bool = False,
    turn: int = 0,
    listed: tuple[Line, ...] = (),
) -> bytes:
    """The 增值税电子普通发票: buyer above, seller below, 密码区 on the right; `listed` adds the page 销货清单."""
    pen = Pen(font, single=single, sign="￥" if single else "¥")
    pen.turn(turn)
    if labels:
        _old_labels(pen, facts, sides)
    if title:
        pen.put(195, 39, facts.title, 20)
    _old_values(pen, facts)
    if qr:
        pen.qr(facts.qr)
    if listed:
        _list_page(pen, facts, listed)
    return pen.done()


def _old_values(pen: Pen, facts: Facts) -> None:
    head = (facts.code, facts.number, f"{facts.day:%Y年%m月%d日}", _fives(facts.check))
    for y, text in zip((34, 49, 63, 78), head, strict=True):
        pen.put(475, y, text)
    for top, name, tax_id in ((94, facts.buyer, facts.buyer_id), (305, facts.seller, facts.seller_id)):
        pen.put(112, top, name)
        pen.put(112, top + 14, tax_id, 10.5)
        pen.put(112, top + 28, "某市某区某路88号 027-84289348", 7)
        pen.put(112, top + 42, "某某银行某某支行 4200186510805000", 7)
    for i, text in enumerate(CIPHER):
        pen.put(370, 96 + 15 * i, text, 11)
    _table_rows(pen, facts.lines, 170, (25, 172, 247, 330, 389, 473, 476, 588))
    pen.end(473, 266, pen.money(facts.net))
    pen.end(588, 266, pen.money(facts.tax))
    pen.put(185, 284, facts.words)
    pen.put(502, 284, pen.money(facts.total))
    pen.put(365, 310, facts.note, 7)


def _list_page(pen: Pen, facts: Facts, lines: tuple[Line, ...]) -> None:
    pen.canvas.showPage()
    pen.put(200, 30, "销售货物或者提供应税劳务、服务清单", 14)
    head = (f"购买方名称：{facts.buyer}", f"销售方名称：{facts.seller}", f"所属增值税发票代码：{facts.code}")
    for i, text in enumerate((*head, f"号码：{facts.number}")):
        pen.put(30, 50 + 16 * i, text)
    words = ("序号", "货物（劳务）名称", "规格型号", "单位", "数 量", "单 价", "金 额", "税率", "税 额")
    for x, text in zip((14, 60, 180, 250, 300, 350, 420, 480, 550), words, strict=True):
        pen.put(x, 120, text)
    for i in range(len(lines)):
        pen.put(18, 140 + 22 * i, str(i + 1))
    _table_rows(pen, lines, 140, (42, 182, 255, 325, 385, 450, 482, 580), wrap=11)
    pen.put(16, 250, "小计")
    pen.end(450, 250, pen.money(facts.net))
    pen.end(580, 250, pen.money(facts.tax))


def _old_labels(pen: Pen, facts: Facts, sides: bool) -> None:
    pen.put(195, 39, facts.title, 20)
    for y, text in zip((35, 50, 64, 79), ("发票代码:", "发票号码:", "开票日期:", "校 验 码:"), strict=True):
        pen.put(432, y, text)
    pen.put(25, 77, "机器编号: 499098892081")
    if sides:
        pen.down(29, 99, "购买方")
        pen.down(350, 99, "密码区")
        pen.down(29, 310, "销售方")
        pen.down(350, 312, "备注", 26)
    for top in (94, 305):
        labels = ("名　　　　称:", "纳税人识别号:", "地 址、电 话:", "开户行及账号:")
        for i, text in enumerate(labels):
            pen.put(48, top + 14 * i, text)
    _headings(pen, facts, 157, (42, 189, 251, 292, 350, 443, 479, 531))
    pen.put(73, 266, "合")
    pen.put(109, 266, "计")
    pen.put(61, 284, "价税合计（大写）")
    pen.put(468, 284, "（小写）")
    for x, text in ((30, "收款人: 李四"), (200, "复核: 王五"), (320, "开票人: 赵六"), (440, "销售方:（章）")):
        pen.put(x, 362, text)


def _headings(pen: Pen, facts: Facts, y, places: tuple) -> None:
    words = ("货物或应税劳务、服务名称", "规格型号", "单位", "数　量", "单　价", "金　额", "税率", "税　额")
    if len(facts.number) == 20:
        words = ("项目名称", *words[1:6], "税率/征收率", words[7])
    if "通行费" in facts.lines[0][0]:
        words = ("项目名称", "车牌号", "类型", "通行日期起", "通行日期止", "金　额", "税率", "税　额")
    for x, text in zip(places, words, strict=True):
        pen.put(x, y, text)


def _table_rows(pen: Pen, lines: tuple[Line, ...], y, places: tuple, wrap: int = 14) -> None:
    """Long names wrap; words are set left, numbers right."""
    for line in lines:
        for i in range(0, len(line[0]), wrap):
            pen.put(places[0], y + i // wrap * 11, line[0][i : i + wrap])
        pen.put(places[1], y, line[1])
        pen.put(places[2], y, line[2])
        for x, text in (
            (places[3], line[3]),
            (places[4], line[4]),
            (places[5], line[5]),
            (places[7], line[7]),
        ):
            pen.end(x, y, text)
        pen.put(places[6] + 4, y, line[6])
        y += 11 * ((len(line[0]) + wrap - 1) // wrap)


def digital_pdf(
    facts: Facts,
    font: str = EMBEDDED,
    *,
    together: bool = False,
    pages: int = 1,
    qr: bool = True,
    below: tuple[tuple[str, ...], ...] = (),
) -> bytes:
    """The 数电票: buyer left, seller right; `together` writes label and value as one text; lines on 1 or 2 pages."""
    pen = Pen(font)
    half = (len(facts.lines) + pages - 1) // pages
    for page in range(pages):
        _digital_head(pen, facts, together)
        if qr:
            pen.qr(facts.qr)
        _headings(pen, facts, 157, (45, 118, 190, 262, 335, 405, 441, 552))
        _table_rows(
            pen,
            facts.lines[page * half : (page + 1) * half],
            170,
            (14, 120, 195, 290, 362, 433, 452, 585),
            wrap=10,
        )
        if page < pages - 1:
            pen.put(60, 255, "小　计")
            pen.canvas.showPage()
    _below(pen, below)
    _digital_foot(pen, facts)
    return pen.done()


def _below(pen: Pen, block: tuple[tuple[str, ...], ...]) -> None:
    for row, texts in enumerate(block):
        for i, text in enumerate(texts):
            pen.put(20 + 85 * i, 215 + 12 * row, text)


def _digital_foot(pen: Pen, facts: Facts) -> None:
    pen.put(60, 266, "合　计")
    pen.end(433, 266, pen.money(facts.net))
    pen.end(585, 266, pen.money(facts.tax))
    pen.put(45, 284, "价税合计（大写）")
    pen.put(185, 284, facts.words)
    pen.put(420, 284, "（小写）")
    pen.put(465, 284, pen.money(facts.total))
    pen.down(16, 310, "备注", 18)
    pen.put(35, 310, facts.note, 7)
    pen.put(55, 380, "开票人：张三")


def _digital_head(pen: Pen, facts: Facts, together: bool) -> None:
    pen.put(170, 39, facts.title, 18)
    head = ((435, 34, "发票号码：", facts.number), (435, 50, "开票日期：", f"{facts.day:%Y年%m月%d日}"))
    blocks = ((31, facts.buyer, facts.buyer_id), (317, facts.seller, facts.seller_id))
    names = [(x, 100, "名称：", name) for x, name, _ in blocks]
    ids = [(x, 128, "统一社会信用代码/纳税人识别号：", tax_id) for x, _, tax_id in blocks]
    for x, y, label, text in (*head, *names, *ids):
        if together:
            pen.put(x, y, label + text, 8)
        else:
            pen.put(x, y, label, 8)
            pen.put(x + pdfmetrics.stringWidth(label, pen.font, 8) + 2, y + 1, text, 8)
    pen.down(16, 95, "购买方信息", 10)
    pen.down(301, 95, "销售方信息", 10)


def plain_pdf(text: str) -> bytes:
    """A PDF that is no invoice."""
    pen = Pen(EMBEDDED)
    for i, line in enumerate(text.splitlines()):
        pen.put(60, 60 + 16 * i, line)
    return pen.done()


def scanned(pdf: bytes, kind: str = "PNG", turn: int = 0) -> bytes:
    """A picture of the first page."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=2).to_pil().rotate(turn, expand=True, fillcolor="white")
    document.close()
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def _fives(check: str) -> str:
    return " ".join(check[i : i + 5] for i in range(0, len(check), 5))


def _register() -> None:
    if EMBEDDED not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(EMBEDDED, FONTS / "NotoSansSC-Regular.ttf"))
        pdfmetrics.registerFont(UnicodeCIDFont(NOT_EMBEDDED))
