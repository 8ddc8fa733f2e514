"""Bars of this year beside those of the year before: painted in both themes, chosen by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.widgets.bar_layout import LEGEND, Bar, BarLayout

STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class BarChart(QWidget):
    """Lying bars for names, standing ones for months. Arrow keys go from bar to bar, Enter opens what is behind."""

    chosen = Signal(int)
    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bars: tuple[Bar, ...] = ()
        self.legend = ("", "")
        self.standing = False
        self.current = -1

    def set_bars(self, bars: Sequence[Bar], legend: tuple[str, str], *, standing: bool) -> None:
        """Show these; `legend` names the values and what they are compared with."""
        self.bars, self.legend, self.standing = tuple(bars), legend, standing
        self.select(min(max(self.current, 0), len(self.bars) - 1))

    def sizeHint(self) -> QSize:
        return QSize(420, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 90)

    def select(self, place: int) -> None:
        """Make a bar the current one, and say it to whoever cannot see it."""
        self.current = place
        self.setAccessibleDescription(self.bars[place].told if 0 <= place < len(self.bars) else "")
        self.current_changed.emit(place)
        self.update()

    def places(self) -> BarLayout:
        """Where everything is at this size."""
        return BarLayout(self.bars, self.size(), self.standing)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        now, places = theme.current(), self.places()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pale = now.grey.fill.lighter(150) if now.dark else now.grey.fill.darker(115)
        for place, bar in enumerate(self.bars):
            if place == self.current:
                painter.setBrush(now.hover)
                painter.setPen(QPen(now.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.drawRoundedRect(places.band(place).adjusted(1, 1, -1, -1), 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            for before, colour in ((True, pale), (False, now.accent)):
                if bar.before is not None or not before:
                    painter.setBrush(colour)
                    painter.drawRoundedRect(places.box(place, before=before), 2, 2)
            painter.setPen(now.ink)
            align = Qt.AlignmentFlag.AlignHCenter if self.standing else Qt.AlignmentFlag.AlignLeft
            self._write(painter, places.label(place), bar.label, align)
            if not self.standing:
                self._write(painter, places.figure(place), bar.shown, Qt.AlignmentFlag.AlignRight)
        self._draw_legend(painter, now, ((now.accent, self.legend[0]), (pale, self.legend[1])))
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), short)

    def _draw_legend(self, painter: QPainter, now: theme.Theme, parts: Sequence[tuple[QColor, str]]) -> None:
        at = 6.0
        for colour, words in parts:
            if words:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(at, 7, 10, 10), 2, 2)
                painter.setPen(now.muted)
                painter.drawText(QPointF(at + 15, LEGEND - 10), words)
                at += 15 + self.fontMetrics().horizontalAdvance(words) + 16

    # mouse and keys

    def _at(self, where: QPointF) -> int:
        places = self.places()
        return next((place for place in range(len(self.bars)) if places.band(place).contains(where)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event.position())) >= 0:
            self.select(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event.position())) >= 0:
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.bars) - 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.chosen.emit(self.current)
        elif self.bars and (event.key() in STEPS or event.key() in ends):
            wanted = ends.get(event.key(), self.current + STEPS.get(event.key(), 0))
            self.select(min(max(wanted, 0), len(self.bars) - 1))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.bars[place].told if place >= 0 else "", self)
            return True
        return super().event(event)
