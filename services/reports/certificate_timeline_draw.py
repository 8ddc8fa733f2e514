"""Draw the timeline of certificates page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from models.certificate import CertificateState
from services.certificate_timeline import CertificateMark
from services.reports.fitting import fit_box
from services.reports.fonts import bold, printable
from services.reports.pen import GREY, MM, RED, Mm, Pen, Share, Style, plain

if TYPE_CHECKING:
    from services.certificate_timeline import Band, Mark, Timeline

LEFT: Mm = 12
RIGHT: Mm = 10
NAME: Mm = 62
TOP: Mm = 38
HEAD: Mm = 10
FOOT: Mm = 18
LOWEST: Mm = 2.4  # sixty on a page of A4
HIGHEST: Mm = 8.5
BAR: Share = 0.76  # a light grey; what has lapsed has no bar
SIGNS = {
    CertificateMark.END: "×",
    CertificateMark.APPLY: "△",
    CertificateMark.DUTY: "●",
    CertificateMark.BACK: "◇",
}
_OVER = {CertificateState.LAPSED: "已于 {day} 到期", CertificateState.REVOKED: "已撤销"}
_APPLIED = "办理中"
LEGEND = (
    "× 有效期最后一天　△ 最迟申请延续　● 年度义务（年报、监督审核、缴费等）　◇ 原件应还　│ 今天　红色：已逾期"
)


def draw_timeline(pen: Pen, timeline: Timeline) -> None:
    """As many bands a page as stay legible."""
    room = pen.height - TOP - HEAD - FOOT
    most = max(int(room / LOWEST), 1)
    pages = [timeline.bands[start : start + most] for start in range(0, len(timeline.bands), most)] or [()]
    for number, bands in enumerate(pages, 1):
        each = min(room / max(len(bands), 1), HIGHEST)
        _Page(pen, timeline, each).draw(bands, (number, len(pages)))
        pen.page_done()


class _Page:
    def __init__(self, pen: Pen, timeline: Timeline, each: Mm) -> None:
        self.pen, self.timeline, self.each = pen, timeline, each
        self.begin: Mm = LEFT + NAME
        self.width: Mm = pen.width - RIGHT - self.begin

    def x(self, day: date) -> Mm:
        done, whole = self.timeline.share(day)
        return self.begin + self.width * done / whole

    def draw(self, bands: Sequence[Band], page: tuple[int, int]) -> None:
        pen, bottom = self.pen, TOP + HEAD + self.each * len(bands)
        pen.spaced(pen.width / 2, 20, "证照时间轴", Style(bold(), 18), 4)
        first, last = self.timeline.first, self.timeline.last
        pen.text(LEFT, 32, printable(f"单位：{self.timeline.company}"), plain(9.5))
        span = f"{first.year} 年 {first.month} 月 — {last.year} 年 {last.month} 月　　制表日期 {self.timeline.today.isoformat()}"
        pen.text(pen.width - RIGHT, 32, span, plain(9.5), align=1)
        self._months(bottom)
        for place, band in enumerate(bands):
            self._band(band, TOP + HEAD + place * self.each)
        frame = [(LEFT, TOP, pen.width - RIGHT, TOP), (LEFT, bottom, pen.width - RIGHT, bottom)]
        pen.lines(
            [*frame, (LEFT, TOP, LEFT, bottom), (pen.width - RIGHT, TOP, pen.width - RIGHT, bottom)], 0.8
        )
        today = self.x(self.timeline.today)
        pen.lines([(today, TOP + HEAD / 2, today, bottom)], 1.2)
        pen.text(LEFT, pen.height - 10, LEGEND, plain(8.5))
        pen.text(pen.width - RIGHT, pen.height - 10, f"第 {page[0]} 页 / 共 {page[1]} 页", plain(8), align=1)

    def _months(self, bottom: Mm) -> None:
        pen, half = self.pen, TOP + HEAD / 2
        edges = [*(self.x(month) for month in self.timeline.months), self.begin + self.width]
        for place, month in enumerate(self.timeline.months):
            left, middle = edges[place], (edges[place] + edges[place + 1]) / 2
            whole = place == 0 or month.month == 1
            pen.lines([(left, TOP if whole else half, left, bottom)], 0.5 if whole else 0.25)
            pen.text(middle, TOP + HEAD - 1.6, str(month.month), plain(8), align=0.5)
            if whole:
                pen.text(left + 1.5, half - 1.4, f"{month.year} 年", Style(bold(), 8.5))
        pen.text(LEFT + 2, TOP + HEAD - 3.6, "证照（持有人）", Style(bold(), 9))
        pen.lines(
            [(LEFT, TOP + HEAD, pen.width - RIGHT, TOP + HEAD), (self.begin, half, pen.width - RIGHT, half)],
            0.4,
        )

    def _band(self, band: Band, top: Mm) -> None:
        pen, middle = self.pen, top + self.each / 2
        lapsed = band.state in (CertificateState.LAPSED, CertificateState.REVOKED)
        owner = f"（{band.holder_name}）" if band.holder_name else ""
        style = plain(8.5, RED) if lapsed else plain(8.5)
        fitted = fit_box(printable(f"{band.name}{owner}"), style, NAME - 3, self.each)
        first = middle + 1.1 - fitted.leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            pen.text(LEFT + 2, first + number * fitted.leading, line, fitted.style)
        pen.lines([(LEFT, top + self.each, pen.width - RIGHT, top + self.each)], 0.2)
        if band.first is not None and band.last is not None and not lapsed:
            left, right = self.x(band.first), self.x(band.last)
            pen.shade(left, top + self.each * 0.26, max(right - left, 0.8), self.each * 0.48, BAR)
        elif lapsed:
            after = self.x(self.timeline.today) + 1.5
            pen.text(after, middle + 1, _OVER[band.state].format(day=band.valid_to or ""), plain(7.5, RED))
        elif band.state is CertificateState.IN_PROGRESS:
            pen.text(self.x(self.timeline.today) + 1.5, middle + 1, _APPLIED, plain(7.5, GREY))
        for mark in band.marks:
            if not (lapsed and mark.kind is CertificateMark.END):
                self._mark(mark, middle)

    def _mark(self, mark: Mark, middle: Mm) -> None:
        ends = mark.kind is CertificateMark.END or mark.late
        x, size = self.x(mark.day), self.each * MM  # no sign is higher than its band
        style = Style(bold(), min(9, size), RED) if ends else plain(min(7.5, size))
        self.pen.text(x, middle + style.size * 0.36 / MM, SIGNS[mark.kind], style, align=0.5)
        told = mark.late or mark.kind in (CertificateMark.END, CertificateMark.BACK)
        if told and x + 9 < self.begin + self.width:
            day = plain(min(6.5, size), RED if ends else GREY)
            self.pen.text(x + 1.6, middle + day.size * 0.36 / MM, f"{mark.day:%m-%d}", day)
