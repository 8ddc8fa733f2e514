"""10,000 labels with QR and bars against a bare canvas drawing the same strings and the same codes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import groupby
from statistics import median
from time import perf_counter

import zxingcpp
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from services.progress import Progress
from services.reports import label_pen
from services.reports.asset_labels import AssetLabel, LabelSet, label_sizes, labels_pdf
from services.reports.label_pen import LabelPen, draw_labels
from services.reports.paper import PrintSettings
from services.reports.pen import MM, Mm, Style
from tests.benchmarks.vouchers import Text

LABELS, ROUNDS = 10_000, 1  # a round of the bare canvas takes its time
REACH = Decimal("1.2")
SIZE = "A4 3×8 (70×37)"
type Box = tuple[float, float, float, float]


class Recorder(LabelPen):
    """Notes what the labels draw, page by page, static parts included."""

    last: Recorder

    def __init__(self, settings: PrintSettings, *, title: str, author: str = "") -> None:
        super().__init__(settings, title=title, author=author)
        self.pages: list[list[object]] = [[]]
        Recorder.last = self

    def text(self, x: Mm, y: Mm, text: str, style: Style, *, align: float = 0) -> None:
        self.pages[-1].append(Text(x * MM, (self.height - y) * MM, text, style, align))

    def lines(self, segments: list[tuple[Mm, Mm, Mm, Mm]], width: float = 0.5, dash: str = "") -> None:
        height = self.height
        self.pages[-1] += [(a * MM, (height - b) * MM, c * MM, (height - d) * MM) for a, b, c, d in segments]

    def qr(self, x: Mm, y: Mm, side: Mm, text: str) -> None:
        self.pages[-1].append(("qr", x * MM, (self.height - y - side) * MM, side * MM, side * MM, text))

    def bars(self, x: Mm, y: Mm, width: Mm, height: Mm, text: str) -> None:
        self.pages[-1].append(
            ("bars", x * MM, (self.height - y - height) * MM, width * MM, height * MM, text)
        )

    def kept(self, key: Hashable, draw: Callable[[], None]) -> None:
        draw()

    def page_done(self) -> None:
        self.pages.append([])

    def finish(self) -> bytes:
        return b""


def labels(seed: int, count: int = LABELS) -> LabelSet:
    """So many labels, no two alike."""
    begun = date(2020, 1, 1)
    made = [
        AssetLabel(
            f"OD1|K3QZA|DZ-{2020 + seed}-{number:05}", f"DZ-{2020 + seed}-{number:05}", f"笔记本电脑{number % 97}",
            f"ThinkPad T14 Gen{number % 7} i7/{number % 64}G/1T", f"测绘{number % 40 + 1}部 王{number % 300}",
            f"光谷软件园{number % 9 + 1}号楼 / {number % 20 + 1}层 / {number % 900 + 100}", begun + timedelta(days=number % 2000),
        )
        for number in range(1, count + 1)
    ]  # fmt: skip
    return LabelSet("武汉光谷测绘信息有限公司", tuple(made))


def _drawn(what: LabelSet) -> list[list[object]]:
    size = next(one for one in label_sizes() if one.name == SIZE)
    original, label_pen.LabelPen = label_pen.LabelPen, Recorder  # type: ignore[misc]  # for the recording only
    try:
        draw_labels(what, size, 1, PrintSettings(size.paper), Progress())
    finally:
        label_pen.LabelPen = original  # type: ignore[misc]  # as above
    return Recorder.last.pages[:-1]


def _bare(pages: list[list[object]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(210 * MM, 297 * MM))
    draw = {0: canvas.drawString, 0.5: canvas.drawCentredString, 1: canvas.drawRightString}
    for page in pages:
        for item in page:
            if isinstance(item, Text):
                canvas.setFont(item.style.face.name, item.style.size)
                draw[item.align](item.x, item.y, item.text)
            elif item[0] in ("qr", "bars"):  # type: ignore[index]  # a tuple
                _code(canvas, *item)  # type: ignore[misc]  # a tuple
            else:
                canvas.line(*item)  # type: ignore[misc]  # a tuple
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _code(canvas: Canvas, kind: str, x: float, y: float, width: float, height: float, text: str) -> None:
    """The black modules of a code as one path of rectangles."""
    if kind == "qr":
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    else:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    dots = memoryview(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    assert dots.shape is not None
    down, across = dots.shape if kind == "qr" else (1, dots.shape[1])
    signs = bytes(dots)
    path = canvas.beginPath()
    wide, high = width / across, height / down
    for row in range(down):
        at = 0
        for black, run in groupby(signs[row * across : (row + 1) * across], key=lambda dot: dot == 0):
            length = len(list(run))
            if black:
                path.rect(x + at * wide, y + height - (row + 1) * high, length * wide, high)
            at += length
    canvas.drawPath(path, stroke=0, fill=1)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _round(seed: int) -> tuple[float, float, int]:
    """Seconds of the bare canvas with reportlab's default streams, and of the labels, fitting included; the pages."""
    what = labels(seed)
    size = next(one for one in label_sizes() if one.name == SIZE)
    ours = _timed(lambda: labels_pdf(what, size))  # before the recorder, so that nothing is in a cache
    pages = _drawn(what)
    rl_config.useA85 = 1
    try:
        bare = _timed(lambda: _bare(pages))
    finally:
        rl_config.useA85 = 0
    return bare, ours, len(pages)


def rows() -> list[tuple[str, str, str, bool]]:
    """What, reach, measured, met."""
    labels_pdf(labels(99, 24), label_sizes()[4])  # the fonts are loaded
    rounds = [_round(seed) for seed in range(ROUNDS)]
    ratio = median(bare / ours for bare, ours, _ in rounds)
    told = f"{ratio:.2f} × ({rounds[-1][1]:.2f} s, {rounds[-1][2]} sheets)"
    return [(f"{LABELS:,} labels as PDF against a bare canvas", f"≥ {REACH} ×", told, ratio >= REACH)]


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
