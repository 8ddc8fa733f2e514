"""A state as colour and word, the same as in the table."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.row_painter import PILL_HEIGHT, PILL_PADDING, Writer, draw_pill


class StatePill(QWidget):
    """Shows one state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._word, self._tone = "", "grey"

    def set_state(self, word: str, tone: str) -> None:
        """The translated word and its tone: grey, amber, blue, green or red."""
        self._word, self._tone = word, tone
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word on it."""
        return self._word

    def sizeHint(self) -> QSize:
        return QSize(round(self._writer().width(self._word)) + 2 * PILL_PADDING, PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._word:
            ratio, now = self.devicePixelRatioF(), theme.current()
            painter = QPainter(self)
            painter.drawPixmap(0, 0, draw_pill(self._writer(), self._word, self._tone, ratio, now))
            painter.end()
        event.accept()

    def _writer(self) -> Writer:
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(max(font.pixelSize() - 1, 10))
        return Writer(font)
