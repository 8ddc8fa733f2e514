"""The order in which Tab goes through a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def tab_through(part: QWidget, *following: QWidget) -> None:
    """From what stands in `part` Tab goes on to `following`, in their order, though they were made before it."""
    last = part
    while (after := last.nextInFocusChain()) is not None and part.isAncestorOf(after):
        last = after
    for one in following:
        QWidget.setTabOrder(last, one)
        last = one
