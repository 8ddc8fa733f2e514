"""Vouchers per second against a bare canvas that draws the same strings and rules."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from services.reports.claim_form import draw_claim
from services.reports.paper import PrintSettings
from services.reports.pen import MM, Mm, Pen, Style
from services.reports.voucher import AdvanceUse, ClaimLine, ClaimVoucher, Payment, Signature, claim_pdf

PAGES = 100
ROUNDS = 7
REACH = Decimal("1.2")
NAMES = ("李文静", "张国强", "王雪", "何志远", "孙倩")


@dataclass(frozen=True, slots=True)
class Text:
    """A string where the form puts it."""

    x: float
    y: float
    text: str
    style: Style
    align: float


type Drawn = Text | tuple[float, float, float, float]


class Recorder(Pen):
    """Notes what a form draws, page by page, static parts included."""

    def __init__(self) -> None:
        super().__init__(PrintSettings(), title="")
        self.pages: list[list[Drawn]] = [[]]

    def text(self, x: Mm, y: Mm, text: str, style: Style, *, align: float = 0) -> None:
        self.pages[-1].append(Text(x * MM, (self.height - y) * MM, text, style, align))

    def lines(self, segments: list[tuple[Mm, Mm, Mm, Mm]], width: float = 0.5, dash: str = "") -> None:
        height = self.height
        self.pages[-1] += [(a * MM, (height - b) * MM, c * MM, (height - d) * MM) for a, b, c, d in segments]

    def kept(self, key: Hashable, draw: Callable[[], None]) -> None:
        draw()

    def page_done(self) -> None:
        self.pages.append([])


def claims(seed: int) -> list[ClaimVoucher]:
    """Claims of one page each, no two alike."""
    return [_claim(seed * PAGES + number) for number in range(PAGES)]


def _claim(number: int) -> ClaimVoucher:
    day = date(2026, 11, 1 + number % 28)
    lines = tuple(
        ClaimLine(
            f"11-{1 + (number + row) % 28:02}",
            "城市间交通",
            f"武汉—宜昌 高铁第 {number * 5 + row} 次",
            Decimal(number * 37 + row * 11 + 5600).scaleb(-2),
            f"2642912{number * 5 + row:013}",
            Decimal(row * 7 + 41).scaleb(-1),
            Decimal(number * 37 + row * 11 + 5600).scaleb(-2),
        )
        for row in range(5)
    )
    labels = ("报销人", "部门审批", "财务复核", "总经理", "出纳")
    signed = tuple(Signature(label, NAMES[(number + place) % 5], day) for place, label in enumerate(labels))
    return ClaimVoucher(
        "武汉光谷测绘信息有限公司",
        f"BX-2026-{number:05}",
        day,
        number % 9,
        NAMES[number % 5],
        "测绘一部",
        f"宜昌不动产测绘（HT-2026-{number:03}）",
        lines,
        (*signed, Signature("领款人")),
        AdvanceUse(f"JK-2026-{number:04}", Decimal(100), Decimal(100)),
        payment=Payment("招商银行", "转账", day),
    )


def _drawn(vouchers: list[ClaimVoucher]) -> list[list[Drawn]]:
    recorder = Recorder()
    for voucher in vouchers:
        draw_claim(recorder, voucher)
    return recorder.pages[:-1]


def _bare(pages: list[list[Drawn]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(240 * MM, 140 * MM))
    draw = {0: canvas.drawString, 0.5: canvas.drawCentredString, 1: canvas.drawRightString}
    for page in pages:
        for item in page:
            if isinstance(item, Text):
                canvas.setFont(item.style.face.name, item.style.size)
                draw[item.align](item.x, item.y, item.text)
            else:
                canvas.line(*item)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _round(seed: int) -> tuple[float, float]:
    """Seconds of the bare canvas with reportlab's default streams, and of the form, layout and QR included."""
    vouchers = claims(seed)
    form = _timed(lambda: claim_pdf(vouchers))  # before the recorder, so that nothing is in a cache
    pages = _drawn(vouchers)
    rl_config.useA85 = 1
    try:
        bare = _timed(lambda: _bare(pages))
    finally:
        rl_config.useA85 = 0
    return bare, form


def measure() -> dict[str, float]:
    """Median ratio of interleaved rounds, and pages per second of both."""
    _round(ROUNDS)
    rounds = [_round(seed) for seed in range(ROUNDS)]
    return {
        "ratio": median(bare / form for bare, form in rounds),
        "bare": PAGES / median(bare for bare, _ in rounds),
        "form": PAGES / median(form for _, form in rounds),
    }


def rows() -> list[tuple[str, str, str, bool]]:
    """What, reach, measured, met."""
    got = measure()
    measured = f"{got['ratio']:.2f} ({got['form']:.0f} ÷ {got['bare']:.0f} pages/s)"
    what = "vouchers: pages/s ÷ bare reportlab canvas with default settings drawing the same strings"
    return [(what, f"≥ {REACH}", measured, got["ratio"] >= REACH)]


if __name__ == "__main__":
    print(*rows()[0], sep=" | ")
