"""Where the scanner stands, chosen with the keyboard or the mouse; what is chosen gives way to the next scan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox


class PlaceBox(QComboBox):
    """F4 opens it, letters go to a place that begins with them, Enter goes on with scanning (`chosen`)."""

    chosen = Signal()

    def open_list(self) -> None:
        self.setFocus()
        self.showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            return
        super().keyPressEvent(event)
