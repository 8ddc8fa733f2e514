"""Asks before something that cannot be taken back; never blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate


def ask(
    parent: QWidget,
    question: str,
    yes: str,
    run: Callable[[], object],
    *,
    detail: str = "",
    no: str = "",
    danger: bool = True,
) -> QMessageBox:
    """Show `question`; `run` is called when the button `yes` is chosen. Esc keeps things as they are.

    So does Enter, unless there is no `danger`.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("confirm")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(detail)
    role = QMessageBox.ButtonRole.DestructiveRole if danger else QMessageBox.ButtonRole.AcceptRole
    accept = box.addButton(yes, role)
    accept.setObjectName("action.confirm")
    accept.setProperty("danger" if danger else "primary", True)
    accept.style().unpolish(accept)
    accept.style().polish(accept)
    keep = box.addButton(no or translate("Confirm", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    keep.setObjectName("action.cancel")
    box.setDefaultButton(keep if danger else accept)
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
