"""Locks the window after idle minutes and on Ctrl+L: everything is covered, nothing that was typed is touched."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from ui.sign_in import SignIn

DEFAULT_MINUTES = 15
_CHECK_MS = 5_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    },
)


class IdleWatch(QObject):
    """Says when nobody has touched the program for some minutes. Listens at windows, not at every widget."""

    idled = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=_CHECK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        app.applicationStateChanged.connect(self._state)
        self._listen(QGuiApplication.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last = time.monotonic()
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.idled.emit()

    def _look(self) -> None:
        if self.minutes and time.monotonic() - self._last >= self.minutes * 60:
            self._last = time.monotonic()
            self.idled.emit()


class Cover(QWidget):
    """A blank sheet over a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAutoFillBackground(True)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)


class Lock(QDialog):
    """The sign-in of the same user, above covered windows; it cannot be closed, only answered."""

    asked = Signal(str, str)
    left = Signal()

    def __init__(self, login: str, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("dialog.lock")
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._covers = [
            Cover(one) for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self
        ]
        self.sign_in = SignIn(login, self, locked_name=name)
        self.sign_in.asked.connect(self.asked)
        self.sign_in.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sign_in)
        self.setGeometry(window.geometry())
        self._open = False

    def unlock(self) -> None:
        """Take the covers away: everything is as it was."""
        self._open = True
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._open)
