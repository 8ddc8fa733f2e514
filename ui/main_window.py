"""The window, and what it shows: the sign-in, the first start, or the workspace of who is signed in."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget


class MainWindow(QMainWindow):
    """One window for the sign-in and for what comes after it, so that nothing jumps."""

    closing = Signal()  # the user wants to leave; the application backs up, then calls `leave`

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("OpsDesk"))
        self._leaving = False
        self.resize(1280, 800)

    def show_page(self, page: QWidget) -> None:
        """Show this in place of what was there; the status bar belongs to the workspace."""
        self.setCentralWidget(page)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setVisible(page.objectName() == "workspace")

    def leave(self) -> None:
        """Close for good."""
        self._leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._leaving)
        if not self._leaving:
            self.closing.emit()

    def geometry_text(self) -> str:
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_geometry_text(self, text: str) -> None:
        self.restoreGeometry(QByteArray.fromBase64(text.encode()))
