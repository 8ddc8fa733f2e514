"""How wide a column must be so that its title is not cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

PADDING = 17  # of the style sheet on both sides, and a little air


def title_width(header: QHeaderView, column: int) -> int:
    """The width of a column's title in the heading's bold type. Qt's own hint keeps room for an arrow in each."""
    header.ensurePolished()
    font = QFont(header.font())
    font.setBold(True)
    words = header.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    return QFontMetrics(font).horizontalAdvance(str(words or "")) + PADDING
