"""The one box for a bug: it is in the log, its details can be copied, the program goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.log import Log, details


class ExceptionBox(QMessageBox):
    """Says that something went wrong inside, and offers what helps to mend it."""

    def __init__(self, text: str, log: Log) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("box.exception")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("OpsDesk made a mistake"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(
            self.tr("Something went wrong inside OpsDesk. Nothing half done was saved; you can go on.")
        )
        self.setInformativeText(
            self.tr("It is in the log. If it happens again, send the details to whoever looks after OpsDesk.")
        )
        self._text, self._log = text, log
        copy = self.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        folder = self.addButton(self.tr("Open log folder"), QMessageBox.ButtonRole.ActionRole)
        go_on = self.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        for name, button in (("copy", copy), ("log", folder), ("go_on", go_on)):
            button.setObjectName(f"action.{name}")
        self.setDefaultButton(go_on)
        for button, act in ((copy, self._copy), (folder, self._open_folder)):
            button.clicked.disconnect()  # the box stays: copying is not an answer
            button.clicked.connect(act)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.folder)))


class Catcher(QObject):
    """Takes what nobody caught, on whatever thread, to the log and into one box at a time."""

    _caught = Signal(str)

    def __init__(self, log: Log, parent: QObject) -> None:
        super().__init__(parent)
        self._log = log
        self._box: ExceptionBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become Python's hook for uncaught exceptions of the program and its threads."""
        sys.excepthook = self.catch
        threading.excepthook = lambda caught: self.catch(
            caught.exc_type, caught.exc_value, caught.exc_traceback
        )

    def catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = details((error or kind()).with_traceback(trace))
        self._log.write(text)
        self._caught.emit(text)

    def _show(self, text: str) -> None:
        if self._box is None:
            self._box = ExceptionBox(text, self._log)
            self._box.destroyed.connect(self._forget)
            self._box.open()

    def _forget(self) -> None:
        self._box = None
