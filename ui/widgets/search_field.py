"""The search field above a list: Down goes to the rows, Esc empties it; its hint is as long as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon

LEAST, MOST = 220, 380
MARGINS = 76  # the pictures, and what is left and right of the text

translate = QCoreApplication.translate


class SearchField(QLineEdit):
    """What is typed here narrows the list."""

    down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setObjectName("field.search")
        self.setAccessibleName(hint)
        self.setToolTip(hint)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.fontMetrics().horizontalAdvance(self._hint) <= self.width() - MARGINS
        self.setPlaceholderText(self._hint if fits else translate("Register page", "Search  Ctrl+F"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
