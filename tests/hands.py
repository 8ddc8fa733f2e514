"""A user's hands on the keyboard: words (Chinese as an input method gives it), Enter, Tab, and keys with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.tasks import Tasks

KEYS = {
    "Space": Qt.Key.Key_Space,
    "⏎": Qt.Key.Key_Return,
    "⇥": Qt.Key.Key_Tab,
    "⇤": Qt.Key.Key_Backtab,
    "↓": Qt.Key.Key_Down,
    "→": Qt.Key.Key_Right,
    "⎋": Qt.Key.Key_Escape,
}


def settle(tasks: Tasks) -> None:
    """Wait until nothing is under way and what it brought is on the screen."""
    for _ in range(2):
        assert tasks.wait_idle(20_000)
        QTest.qWait(80)  # lists and panes ask a moment after they have changed
    assert tasks.wait_idle(20_000)


def keys(*steps: str, within: QWidget | None = None) -> None:
    """Press one thing after the other where the focus is: a sign of KEYS, "Ctrl+S" and the like, or words."""
    for step in steps:
        _activate(within)
        popup = QApplication.activePopupWidget()  # an open list gets the keys first
        here = popup or (within.focusWidget() if within else QApplication.focusWidget()) or within
        assert here is not None, f"nothing has the focus for {step}"
        if step in KEYS:
            QTest.keyClick(here, KEYS[step])
        elif "+" in step and step.startswith(("Ctrl", "Alt", "Shift")):
            QTest.keySequence(here, QKeySequence(step))
        elif step.isascii():
            QTest.keyClicks(here, step)
        else:
            event = QInputMethodEvent()
            event.setCommitString(step)
            QApplication.sendEvent(here.focusProxy() or here, event)
        QApplication.processEvents()


def _activate(within: QWidget | None) -> None:
    """As a desktop does it when a window closes: the one below it becomes active."""
    front = QApplication.activeModalWidget() or (within.window() if within else None)
    if front is not None and QApplication.activeWindow() is not front:
        front.activateWindow()
        QTest.qWait(1)
