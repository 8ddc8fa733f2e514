"""What a table says when it has nothing: what the page is for, and the first thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

WIDEST_HINT = 440


class EmptyState(QWidget):
    """A title, a hint and one button, in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self._title, self._hint, self._button = QLabel(self), QLabel(self), QPushButton(self)
        self._title.setProperty("role", "strong")
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setMaximumWidth(WIDEST_HINT)
        self._button.setObjectName("action.empty")
        self._button.clicked.connect(self._run)
        self._callback: Callable[[], None] | None = None
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        # between two stretches, not aligned: an aligned label is never asked how high it is when it wraps
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._hint, WIDEST_HINT)
        row.addStretch(1)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(row)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.hide()

    def say(
        self, title: str, hint: str, button: str = "", callback: Callable[[], None] | None = None
    ) -> None:
        """Set the words; without a callback there is no button."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(callback is not None)
        self._callback = callback

    def place(self, where: QRect, *, nothing: bool) -> None:
        """Lie here, and be seen when there is nothing else and something to say."""
        self.setGeometry(where)
        self.setVisible(nothing and bool(self._title.text()))

    def _run(self) -> None:
        if self._callback is not None:
            self._callback()
