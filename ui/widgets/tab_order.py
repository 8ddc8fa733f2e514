"""The order in which Tab goes through a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(part: QWidget, *following: QWidget) -> None:
    """From what stands in `part` Tab goes on to `following`, in their order, though they were made before it."""
    last, widget = None, part.nextInFocusChain()
    while widget is not None and widget is not part:  # the chain is a ring
        if part.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = widget  # Qt takes only widgets with a focus of their own
        widget = widget.nextInFocusChain()
    for one in following:
        if last is not None:
            QWidget.setTabOrder(last, one)
            last = one
