"""Asks before something that cannot be taken back; never blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate


def ask(
    parent: QWidget, question: str, yes: str, run: Callable[[], object], *, detail: str = "", no: str = ""
) -> QMessageBox:
    """Show `question`; `run` is called when the button `yes` is chosen. Esc and Enter keep things as they are."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("confirm")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(detail)
    accept = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    accept.setObjectName("action.confirm")
    accept.setProperty("danger", True)
    keep = box.addButton(no or translate("Confirm", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    keep.setObjectName("action.cancel")
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    accept.clicked.connect(run)
    box.open()
    return box


def tell(parent: QWidget, text: str, detail: str = "") -> QMessageBox:
    """Say something that needs only to be read."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("told")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(detail)
    box.addButton(translate("Confirm", "OK"), QMessageBox.ButtonRole.AcceptRole).setObjectName("action.ok")
    box.open()
    return box
