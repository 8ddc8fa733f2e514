"""A button at the foot of a dialog, with a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton


def key_button(dialog: QDialog, name: str, words: str, key: str, run: Callable[[], object]) -> QPushButton:
    """A button called `action.<name>`; its tool tip names the key, where it has one."""
    made = QPushButton(words, dialog)
    made.setObjectName(f"action.{name}")
    made.setAutoDefault(False)
    if key:
        made.setToolTip(key)
        QShortcut(QKeySequence(key), dialog).activated.connect(made.click)
    made.clicked.connect(lambda _checked: run())
    return made
