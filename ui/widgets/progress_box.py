"""The box with a bar and Cancel that a long piece of work shows once it takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

SHOWN_AFTER_MS = 300


class ProgressBox(QProgressDialog):
    """Covers the owner's window; Cancel asks the work to stop, and what it did is rolled back."""

    def __init__(self, owner: QObject, title: str, cancel: Callable[[], None]) -> None:
        super().__init__(title, self.tr("Cancel"), 0, 0, _window_of(owner))
        self.setObjectName("box.progress")
        self.setAccessibleName(title)
        self.setWindowTitle(QApplication.applicationDisplayName())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(SHOWN_AFTER_MS)
        self.setMinimumWidth(380)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self._title = title
        self.canceled.connect(cancel)
        self.setValue(0)

    def advance(self, done: int, total: int, text: str) -> None:
        """Show `done` of `total`; no total shows that something happens."""
        if not self.wasCanceled():
            self.setMaximum(max(total, 0))
            self.setValue(min(done, total))
            self.setLabelText(f"{self._title}\n{text}" if text else self._title)

    def finish(self) -> None:
        self.canceled.disconnect()
        self.close()
        self.deleteLater()


def _window_of(owner: QObject) -> QWidget | None:
    return owner.window() if isinstance(owner, QWidget) else QApplication.activeWindow()
