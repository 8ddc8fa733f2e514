"""The pane beside a list: headline, steps, sections, checks, history, and what can be done now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from services.errors import Refused
from ui.errors import sentence

WIDTH = 368
MARKS = {"ok": ("✓", "green"), "warn": ("!", "amber"), "stop": ("✗", "red")}


class DetailPane(QFrame):
    """Built anew for every record: `begin`, then the blocks from top to bottom, then `finish`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane.detail")
        self.setProperty("role", "pane")
        self.setMinimumWidth(280)
        self.record_id: int | None = None
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(16, 0, 16, 0)
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._buttons)
        self._body, self._column = _new_body()

    # building

    def begin(self, record_id: int | None) -> None:
        """Start the content for a record."""
        self._same = record_id == self.record_id
        self.record_id = record_id
        self._body, self._column = _new_body()

    def finish(self) -> None:
        """Show what was built; the same record keeps its place on the screen."""
        self._column.addStretch(1)
        at = self._scroll.verticalScrollBar().value() if self._same else 0
        self._scroll.setWidget(self._body)
        self._body.show()
        self._scroll.verticalScrollBar().setValue(at)

    def say(self, text: str) -> None:
        """Nothing but a sentence: no record, or one that cannot be shown."""
        self.begin(None)
        self._column.addWidget(words(text, "muted"))
        self.finish()
        self.set_buttons(())

    def refuse(self, refused: Refused) -> None:
        """Why there is nothing to show."""
        self.say(sentence(refused))

    def headline(self, small: str, figure: str, below: str = "") -> None:
        """The small grey line, the large figure, grey words below it."""
        for text, role in ((small, "muted"), (figure, "figure"), (below, "muted")):
            if text:
                self._column.addWidget(words(text, role))

    def section(self, title: str) -> None:
        """A heading over the rows that follow."""
        heading = words(title, "group")
        self._column.addWidget(heading)

    def row(self, left: str, right: str, *, middle: str = "", tone: str = "", strong: bool = False) -> None:
        """A label and its value; `middle` is a grey word before the value."""
        line = QHBoxLayout()
        line.setSpacing(12)
        label, value = words(left, "strong" if strong else ""), words(right, "strong" if strong else "")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if tone:
            value.setProperty("tone", tone)
        short_left = len(left) <= len(right)
        line.addWidget(label, 0 if short_left else 1)
        if middle:
            line.addWidget(words(middle, "muted"))
        line.addWidget(value, 1 if short_left else 0)
        self._column.addLayout(line)

    def check(self, level: str, text: str, reason: str = "") -> None:
        """A check: mark, sentence, and the reason given for a warning. Levels: ok, warn, stop."""
        mark, tone = MARKS[level]
        line = QHBoxLayout()
        line.setSpacing(8)
        sign, told = words(mark), words(text)
        sign.setWordWrap(False)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        for one in (sign, told):
            one.setProperty("tone", tone)
        line.addWidget(sign)
        line.addWidget(told, 1)
        self._column.addLayout(line)
        if reason:
            indented = words(reason, "muted")
            indented.setContentsMargins(16, 0, 0, 0)
            self._column.addWidget(indented)

    def text(self, text: str, tone: str = "") -> None:
        """A line of its own."""
        line = words(text, "" if tone else "muted")
        if tone:
            line.setProperty("tone", tone)
        self._column.addWidget(line)

    def widget(self, widget: QWidget) -> None:
        """Steps, attachments, history: whatever has a widget of its own."""
        self._column.addWidget(widget)

    def set_buttons(self, buttons: Sequence[QPushButton | None]) -> None:
        """The row at the bottom; None is the gap between what stands left and right."""
        _empty(self._buttons)
        for button in buttons:
            if button is None:
                self._buttons.addStretch(1)
            else:
                self._buttons.addWidget(button)


def words(text: str, role: str = "") -> QLabel:
    """A line of plain text that wraps."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setIndent(0)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    return label


def _new_body() -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    body.setProperty("role", "body")
    column = QVBoxLayout(body)
    column.setContentsMargins(16, 0, 16, 0)
    column.setSpacing(8)
    return body, column


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
