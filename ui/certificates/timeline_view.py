"""The timeline: a bar a certificate over eighteen months, months on top, marks for ends, duties and today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from ui import theme
from ui.certificates.timeline_paint import HEAD, ROW, TimelinePaint
from ui.certificates.timeline_words import mark_words, told

if TYPE_CHECKING:
    from services.certificate_timeline import Timeline

STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}

translate = QCoreApplication.translate


class TimelineView(QAbstractScrollArea):
    """Arrow keys go from bar to bar, Enter or a double click opens the certificate; months stay in view."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(translate("Certificates", "Timeline of certificates"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.timeline: Timeline | None = None
        self.current = 0

    def show_timeline(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._fit()
        self.select(0)

    def select(self, place: int) -> None:
        """Make a bar the current one, in view, and say it to whoever cannot see it."""
        bands = self.timeline.bands if self.timeline else ()
        self.current = max(min(place, len(bands) - 1), 0)
        if bands and self.timeline:
            self.setAccessibleDescription(told(bands[self.current], self.timeline.today))
            bar, top = self.verticalScrollBar(), self.current * ROW
            bar.setValue(min(max(bar.value(), top + ROW - self._room()), top))
        self.viewport().update()

    def _room(self) -> int:
        return self.viewport().height() - HEAD

    def _fit(self) -> None:
        rows = len(self.timeline.bands) if self.timeline else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(rows * ROW - self._room(), 0))
        bar.setPageStep(self._room())
        bar.setSingleStep(ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(1120, 560)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.current().surface)
        if self.timeline is not None:
            scrolled, size = self.verticalScrollBar().value(), self.viewport().size()
            TimelinePaint(painter, self.timeline, size, scrolled, self.current, self.hasFocus()).everything()
        painter.end()

    # mouse and keys

    def _at(self, where: QPointF) -> int:
        place = int(where.y() - HEAD + self.verticalScrollBar().value()) // ROW
        inside = where.y() >= HEAD and self.timeline is not None and place < len(self.timeline.bands)
        return place if inside else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event.position())) >= 0:
            self.select(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event.position())) >= 0 and self.timeline is not None:
            self.chosen.emit(self.timeline.bands[place].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bands = self.timeline.bands if self.timeline else ()
        ends: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(bands) - 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bands:
            self.chosen.emit(bands[self.current].id)
        elif event.key() in STEPS or event.key() in ends:
            self.select(ends.get(event.key(), self.current + STEPS.get(event.key(), 0)))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(QPointF(event.pos()))
            words = ""
            if place >= 0 and self.timeline is not None:
                words = mark_words(self.timeline.bands[place], self.timeline.today)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)
