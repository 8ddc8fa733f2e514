"""A coloured line above a form: what happened, and buttons with what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Notice(QFrame):
    """Hidden until something is said. Tones: red, amber, blue, green."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "banner")
        self._text = QLabel(self)
        self._text.setObjectName("notice.text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def say(self, text: str, tone: str = "red", **actions: tuple[str, Callable[[], object]]) -> None:
        """Show `text`; every action is a button named after it that takes the notice away."""
        self.clear()
        self.setProperty("tone", tone)
        self._text.setText(text)
        self.setAccessibleDescription(text)
        for name, (words, run) in actions.items():
            self._add(name, words, run)
        for one in (self, self._text):
            one.style().unpolish(one)
            one.style().polish(one)
        self.show()

    def clear(self) -> None:
        """Say nothing any more."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._text.clear()
        self.hide()

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def _add(self, name: str, words: str, run: Callable[[], object]) -> None:
        button = QPushButton(words, self)
        button.setObjectName(f"action.{name}")
        button.setAutoDefault(False)

        def chosen() -> None:
            self.clear()
            run()

        button.clicked.connect(chosen)
        self._row.addWidget(button)
        self._buttons.append(button)
