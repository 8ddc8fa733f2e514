"""Paints the timeline of certificates: months, bars, marks, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from services.terms import CertificateState
from ui import theme
from ui.certificates.certificate_cells import end_tone
from ui.certificates.timeline_words import SIGNS, TONES

if TYPE_CHECKING:
    from services.certificate_timeline import Band, Mark, Timeline

OVER = (CertificateState.LAPSED, CertificateState.REVOKED)
NAMES, ROW, HEAD, GAP = 250, 28, 44, 10


@dataclass(frozen=True, slots=True)
class TimelinePaint:
    """One picture of it at this size; `scrolled` in pixels, `here` is the row of the cursor."""

    painter: QPainter
    timeline: Timeline
    size: QSize
    scrolled: int
    here: int
    focused: bool

    def everything(self) -> None:
        now, painter, width = theme.current(), self.painter, self.size.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, HEAD, width, self.size.height() - HEAD)
        for place, band in enumerate(self.timeline.bands):
            top = HEAD + place * ROW - self.scrolled
            if not HEAD - ROW < top < self.size.height():
                continue
            if place == self.here:
                painter.fillRect(0, top, width, ROW, now.selection if self.focused else now.hover)
            self._band(now, band, top)
        painter.setClipping(False)
        self._months(now)

    def across(self, day: date) -> float:  # a place, not money
        """Where a day stands, in pixels from the left."""
        done, whole = self.timeline.share(day)
        return NAMES + (self.size.width() - NAMES - GAP) * done / whole

    def _months(self, now: theme.Theme) -> None:
        painter, shown = self.painter, self.timeline
        low = min(HEAD + len(shown.bands) * ROW - self.scrolled, self.size.height())
        edges = [*(self.across(month) for month in shown.months), self.size.width() - GAP]
        for place, month in enumerate(shown.months):
            begins = place == 0 or month.month == 1
            painter.setPen(QPen(now.field_line if begins else now.line, 1))
            painter.drawLine(QPointF(edges[place], 4 if begins else HEAD / 2), QPointF(edges[place], low))
            box = QRectF(edges[place], HEAD / 2, edges[place + 1] - edges[place], HEAD / 2)
            painter.setPen(now.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{month.month}")
            if begins:
                painter.setPen(now.ink)
                painter.drawText(QPointF(edges[place] + 5, HEAD / 2 - 5), f"{month.year}")
        painter.setPen(QPen(now.field_line, 1))
        painter.drawLine(QPointF(0, HEAD), QPointF(self.size.width(), HEAD))
        painter.setPen(QPen(now.accent, 2))
        today = self.across(shown.today)
        painter.drawLine(QPointF(today, HEAD / 2 + 2), QPointF(today, low))

    def _band(self, now: theme.Theme, band: Band, top: int) -> None:
        painter = self.painter
        tone = end_tone(band.valid_to, band.state, self.timeline.today) or "green"
        painter.setPen(now.text(tone) if tone == "red" else now.ink)
        words = f"{band.name} · {band.holder_name}" if band.holder_name else band.name
        box = QRectF(8, top, NAMES - 20, ROW)
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), short)
        if band.first is not None and band.last is not None and band.state not in OVER:
            left, right = self.across(band.first), self.across(band.last)
            painter.setPen(QPen(now.tone(tone).text, 1))
            painter.setBrush(now.tone(tone).fill)
            painter.drawRoundedRect(QRectF(left, top + 8, max(right - left, 3), ROW - 16), 3, 3)
        for mark in band.marks:
            self._sign(now, mark, QPointF(self.across(mark.day), top + ROW / 2))

    def _sign(self, now: theme.Theme, mark: Mark, where: QPointF) -> None:
        self.painter.setPen(now.text("red" if mark.late else TONES[mark.kind]))
        box = QRectF(where.x() - 10, where.y() - 10, 20, 20)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[mark.kind])
