"""The order in which Tab goes through a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(part: QWidget, *following: QWidget) -> None:
    """From what stands in `part` Tab goes on to `following`, in their order, though they were made before it.

    Qt's own chain is not asked: what `nextInFocusChain` returns belongs from then on, for Python, to the widget that
    was asked, and a dialog that belongs to its own button is swept away while it is open.
    """
    stops = [one for one in part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    last = stops[-1] if stops else None  # Qt takes only widgets with a focus of their own
    for one in following:
        if last is not None:
            QWidget.setTabOrder(last, one)
            last = one
