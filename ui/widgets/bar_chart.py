"""Bars of this year beside those of the year before: painted in both themes, chosen by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme

LEGEND = 26
LABEL, VALUE = 110, 90  # room for the words left of a lying bar, and for the figure after it
FOOT, HEAD = 24, 8
THICKEST = 22

type Colour = QColor


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and the one to compare it with; `shown` and `told` are what is written beside it and said about it."""

    label: str
    value: Decimal
    before: Decimal | None
    shown: str
    told: str


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
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(380, 220) if self.standing else QSize(380, LEGEND + 34 * max(len(self.bars), 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 140)

    def select(self, place: int) -> None:
        """Make a bar the current one, and say it to whoever cannot see it."""
        self.current = place
        self.setAccessibleDescription(self.bars[place].told if 0 <= place < len(self.bars) else "")
        self.current_changed.emit(place)
        self.update()

    # geometry

    def _area(self) -> QRectF:
        if self.standing:
            return QRectF(4, LEGEND + HEAD, self.width() - 8, self.height() - LEGEND - HEAD - FOOT)
        return QRectF(LABEL, LEGEND, self.width() - LABEL - VALUE, self.height() - LEGEND - 4)

    def band(self, place: int) -> QRectF:
        """What belongs to a bar: its label, both bars, the figure."""
        each = (self._area().width() if self.standing else self._area().height()) / max(len(self.bars), 1)
        if self.standing:
            return QRectF(self._area().left() + place * each, LEGEND, each, self.height() - LEGEND)
        return QRectF(0, self._area().top() + place * each, self.width(), each)

    def _length(self, value: Decimal) -> float:
        """Where a value ends along the axis, in pixels from its beginning; painting needs no exact fen."""
        values = [one for bar in self.bars for one in (bar.value, bar.before or Decimal(0))]
        low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
        room = self._area().height() if self.standing else self._area().width()
        return float((value - low) / (high - low)) * room if high > low else 0.0

    def rect(self, place: int = -1, *, before: bool = False) -> Any:
        """The box of a bar (of the widget itself without one)."""
        if place < 0:
            return super().rect()
        bar, band, area = self.bars[place], self.band(place), self._area()
        start, end = sorted(
            (self._length(Decimal(0)), self._length((bar.before if before else bar.value) or Decimal(0)))
        )
        across = band.width() if self.standing else band.height()
        thick = min(across * 0.36, THICKEST)
        offset = across / 2 - thick + (thick + 1) * (not before if self.standing else before)
        if self.standing:
            return QRectF(band.left() + offset, area.bottom() - end, thick, max(end - start, 1))
        return QRectF(area.left() + start, band.top() + offset, max(end - start, 1), thick)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pale = now.grey.fill.darker(115) if not now.dark else now.grey.fill.lighter(150)
        for place, bar in enumerate(self.bars):
            if place == self.current:
                self._ring(painter, now, place)
            painter.setPen(Qt.PenStyle.NoPen)
            for before, colour in ((True, pale), (False, now.accent)):
                if bar.before is not None or not before:
                    painter.setBrush(colour)
                    painter.drawRoundedRect(self.rect(place, before=before), 2, 2)
            self._words(painter, now, place)
        self._draw_legend(painter, now, ((now.accent, self.legend[0]), (pale, self.legend[1])))
        painter.end()

    def _ring(self, painter: QPainter, now: theme.Theme, place: int) -> None:
        painter.setBrush(now.hover)
        painter.setPen(QPen(now.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.band(place).adjusted(1, 1, -1, -1), 5, 5)

    def _words(self, painter: QPainter, now: theme.Theme, place: int) -> None:
        band, bar, metrics = self.band(place), self.bars[place], self.fontMetrics()
        flags = Qt.AlignmentFlag.AlignVCenter
        if self.standing:
            box = QRectF(band.left(), self.height() - FOOT, band.width(), FOOT)
            parts = [(box, bar.label, Qt.AlignmentFlag.AlignHCenter)]
        else:
            figure = QRectF(self.width() - VALUE, band.top(), VALUE - 6, band.height())
            parts = [
                (QRectF(6, band.top(), LABEL - 12, band.height()), bar.label, Qt.AlignmentFlag.AlignLeft)
            ]
            parts.append((figure, bar.shown, Qt.AlignmentFlag.AlignRight))
        painter.setPen(now.ink)
        for box, text, align in parts:
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, int(flags | align), short)

    def _draw_legend(self, painter: QPainter, now: theme.Theme, parts: Sequence[tuple[Colour, str]]) -> None:
        at = 6.0
        for colour, words in parts:
            if words:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(at, 6, 10, 10), 2, 2)
                painter.setPen(now.muted)
                painter.drawText(QPointF(at + 15, 15), words)
                at += 15 + self.fontMetrics().horizontalAdvance(words) + 16

    # mouse and keys

    def _at(self, where: QPointF) -> int:
        return next((place for place in range(len(self.bars)) if self.band(place).contains(where)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event.position())) >= 0:
            self.select(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event.position())) >= 0:
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }
        ends: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.bars) - 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.chosen.emit(self.current)
        elif self.bars and (event.key() in steps or event.key() in ends):
            wanted = ends.get(event.key(), self.current + steps.get(event.key(), 0))
            self.select(min(max(wanted, 0), len(self.bars) - 1))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.bars[place].told if place >= 0 else "", self)
            return True
        return super().event(event)
