"""The order in which Tab goes through a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def tab_through(part: QWidget, *following: QWidget) -> None:
    """From what stands in `part` Tab goes on to `following`, in their order, though they were made before it."""
    last, widget = part, part.nextInFocusChain()
    while widget is not None and widget is not part:  # the chain is a ring
        last = widget if part.isAncestorOf(widget) else last
        widget = widget.nextInFocusChain()
    for one in following:
        QWidget.setTabOrder(last, one)
        last = one
