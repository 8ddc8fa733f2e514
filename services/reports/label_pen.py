"""Draw labels: the same frame kept once, then what differs: six lines of text, a QR, bars."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import groupby

import zxingcpp

from services.progress import Progress
from services.reports.asset_labels import AssetLabel, LabelSet, LabelSize
from services.reports.book_pen import PagePen
from services.reports.fitting import fit_box, fit_line
from services.reports.fonts import bold, printable, regular
from services.reports.paper import PrintSettings
from services.reports.pen import BLACK, MM, Mm, Style

CAPTIONS = ("编号", "名称", "规格", "部门", "地点", "启用")
_PAD: Mm = 1.5
_QUIET: Mm = 0.8
_LINE = 0.78  # of a row's height is type


class LabelPen(PagePen):
    """Also draws bars."""

    def bars(self, x: Mm, y: Mm, width: Mm, height: Mm, text: str) -> None:
        """A Code128 of the text that fills the box, as one path."""
        count, path = _bars(text)
        module = width * MM / count
        place = f"{module:.4f} 0 0 {height * MM:.2f} {x * MM + self._dx:.2f} {self._top - (y + height) * MM:.2f} cm"
        self._code.append(f"q 0 g {place} {path} f Q")


class _Layout:
    """Where things stand on a label of this size, from its top left corner."""

    def __init__(self, size: LabelSize) -> None:
        small = size.height < 25
        pad = _PAD if not small else 1.0
        self.pad: Mm = pad
        self.width: Mm = size.width - 2 * pad
        self.head: Mm = round(size.height * 0.13, 2)
        self.bars: Mm = round(size.height * 0.17, 2) if size.bars else 0
        self.top: Mm = pad + self.head + 0.6
        body = size.height - pad - self.top - (self.bars + 0.8 if self.bars else 0)
        self.row: Mm = round(body / len(CAPTIONS), 3)
        self.qr: Mm = round(min(body - 0.6, size.width * 0.36), 2)
        self.style = Style(regular(), round(self.row * MM * _LINE, 2), BLACK)
        self.strong = Style(bold(), self.style.size, BLACK)
        self.company = Style(bold(), round(self.head * MM * 0.72, 2), BLACK)
        self.caption: Mm = round(self.style.size * 2 / MM + 0.9, 2)
        self.text: Mm = round(self.width - self.qr - self.caption - 0.8, 2)


def draw_labels(
    labels: LabelSet, size: LabelSize, first: int, settings: PrintSettings, progress: Progress
) -> bytes:
    """All of them, sheet by sheet."""
    pen = LabelPen(settings, title="资产标签", author=labels.company)
    layout = _Layout(size)
    placed = enumerate(labels.labels, start=first - 1)
    for page, group in groupby(placed, key=lambda each: each[0] // size.on_sheet):
        progress.advance(page * size.on_sheet, len(labels.labels) + first)
        here = [(place % size.on_sheet, label) for place, label in group]
        taken = (here[0][0], here[-1][0])
        pen.kept(("labels", taken), partial(_frames, pen, layout, labels.company, size, taken))
        for place, label in here:
            _draw(pen, layout, label, size.corner(place))
        pen.page_done()
    return pen.finish()


def _frames(pen: LabelPen, layout: _Layout, company: str, size: LabelSize, taken: tuple[int, int]) -> None:
    """Company, rule and captions of the labels of a page."""
    fitted = fit_line(printable(company), layout.company, layout.width)
    rules = []
    for place in range(taken[0], taken[1] + 1):
        x, y = size.corner(place)
        x, y = x + layout.pad, y + layout.pad
        base = y + layout.head * 0.72
        pen.text(x + layout.width / 2, base, fitted.lines[0], fitted.style, align=0.5)
        rules.append((x, y + layout.head, x + layout.width, y + layout.head))
        for number, caption in enumerate(CAPTIONS):
            pen.text(x, _base(y - layout.pad, layout, number), caption, layout.style)
    pen.lines(rules, 0.4)


def _base(y: Mm, layout: _Layout, number: int) -> Mm:
    return y + layout.top + layout.row * number + layout.row * 0.78


def _draw(pen: LabelPen, layout: _Layout, label: AssetLabel, corner: tuple[Mm, Mm]) -> None:
    x, y = corner
    left = x + layout.pad
    start = label.start_on.isoformat() if label.start_on else "未启用"
    texts = (label.number, label.name, label.specification, label.holder, label.place, start)
    for number, text in enumerate(texts):
        if text:
            style = layout.strong if number < 2 else layout.style
            _line(pen, layout, text, style, (left + layout.caption, y + layout.top + layout.row * number))
    pen.qr(left + layout.width - layout.qr, y + layout.top + 0.2, layout.qr, label.code)
    if layout.bars and (plain := _plain(label.number)):
        top = y + layout.top + layout.row * len(CAPTIONS) + 0.5
        width = layout.width - 2 * _QUIET
        pen.bars(left + _QUIET, top, width, layout.bars, plain)


def _line(pen: LabelPen, layout: _Layout, text: str, style: Style, corner: tuple[Mm, Mm]) -> None:
    """As large as the row allows, smaller on one or two lines if it must be, cut at last."""
    fitted = fit_box(printable(text), style, layout.text, layout.row)
    lines = fitted.lines
    if len(lines) == 1:
        pen.text(corner[0], corner[1] + layout.row * 0.78, lines[0], fitted.style)
        return
    step = layout.row / len(lines)
    for number, line in enumerate(lines):
        pen.text(corner[0], corner[1] + step * (number + 0.82), line, fitted.style)


def _plain(number: str) -> str:
    """What the bars say: Code128 has the signs of ASCII, a number with others has none and is read by its QR."""
    return number if all(" " <= sign <= "~" for sign in number) else ""


@lru_cache(maxsize=2_000)
def _bars(text: str) -> tuple[int, str]:
    """Modules, and the black ones as rectangles one module high."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    dots = memoryview(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    row = bytes(dots)[: len(bytes(dots)) // len(dots)]
    path, at = [], 0
    for black, run in groupby(row, key=lambda dot: dot == 0):
        length = len(list(run))
        if black:
            path.append(f"{at} 0 {length} 1 re")
        at += length
    return at, " ".join(path)
