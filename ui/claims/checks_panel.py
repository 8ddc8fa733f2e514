"""The checks of a claim: what stops it, what wants a reason (typed here), what is in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.claims.check_words import check_sentence
from ui.labels import label, tone

if TYPE_CHECKING:
    from services.claim_check_row import Check

MARKS = {"stop": "✗", "warn": "!", "ok": "✓"}

translate = QCoreApplication.translate


class CheckRow(QWidget):
    """One check: mark, sentence, and for a warning the field of its reason."""

    edited = Signal()

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = check.key
        self.reason: QLineEdit | None = None
        colour = getattr(theme.current(), tone(check.level)).text.name()
        mark = QLabel(MARKS[check.level.value], self)
        mark.setFixedWidth(16)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        words = QLabel(check_sentence(check), self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setAccessibleName(f"{label(check.level)}: {words.text()}")
        for one in (mark, words):
            one.setStyleSheet(f"color: {colour}")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(mark)
        row.addWidget(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        if check.level.value == "warn":
            column.addWidget(self._reason(check))

    def _reason(self, check: Check) -> QLineEdit:
        self.reason = QLineEdit(check.reason, self)
        self.reason.setObjectName(f"reason.{check.key}")
        self.reason.setPlaceholderText(translate("Check", "Why is this all right? The approver reads it."))
        self.reason.setAccessibleName(translate("Check", "Reason"))
        self.reason.setMaxLength(200)
        self.reason.textEdited.connect(self.edited)
        return self.reason


class ChecksPanel(QFrame):
    """All checks of the form's claim, most serious first. `reasons` are what the clerk typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim.checks")
        self.setProperty("role", "pane")
        self._rows: list[CheckRow] = []
        self._shown: Sequence[Check] = ()
        self._reasons: dict[str, str] = {}
        heading = QLabel(translate("Check", "Checks"), self)
        heading.setProperty("role", "group")
        self._list = QWidget(self)
        self._list.setProperty("role", "body")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._nothing = QLabel(translate("Check", "Nothing to check yet."), self._list)
        self._nothing.setProperty("role", "muted")
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(area, 1)

    def fill(self, reasons: dict[str, str]) -> None:
        """Begin with these reasons."""
        self._reasons = dict(reasons)

    def reasons(self) -> dict[str, str]:
        """What was typed, by "code:subject"; only of warnings that are shown now, or not yet looked at."""
        return {key: text.strip() for key, text in self._reasons.items() if text.strip()}

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these; a reason being typed keeps its text and the cursor."""
        order = {"stop": 0, "warn": 1, "ok": 2}
        ordered = sorted(checks, key=lambda check: order[check.level.value])
        plain = [(check.key, check.level, check.values) for check in ordered]
        if plain == [(check.key, check.level, check.values) for check in self._shown]:
            return
        focused = next((row.key for row in self._rows if row.reason and row.reason.hasFocus()), None)
        self._shown = ordered
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(check) for check in ordered]
        self._nothing.setVisible(not self._rows)
        for row in self._rows:
            if row.key == focused and row.reason:
                row.reason.setFocus()

    def go_to(self, key: str) -> bool:
        """Put the cursor into the reason of this check."""
        for row in self._rows:
            if row.key == key and row.reason:
                row.reason.setFocus()
                return True
        return False

    def next_silent(self) -> QLineEdit | None:
        """The first reason that is still to be typed."""
        return next((row.reason for row in self._rows if row.reason and not row.reason.text().strip()), None)

    def set_locked(self, locked: bool) -> None:
        for row in self._rows:
            if row.reason:
                row.reason.setReadOnly(locked)

    def _row(self, check: Check) -> CheckRow:
        row = CheckRow(check, self._list)
        if row.reason is not None:
            row.reason.setText(self._reasons.get(check.key, check.reason))
            row.edited.connect(lambda: self._typed(row))
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def _typed(self, row: CheckRow) -> None:
        assert row.reason is not None
        self._reasons[row.key] = row.reason.text()
        self.edited.emit()
