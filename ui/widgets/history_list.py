"""What was done to a record: a line for every act, which opens to what it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets import formats
from ui.widgets.field_words import action_words, field_words, value_words

translate = QCoreApplication.translate


class Act(Protocol):
    """A row of services.audit.history."""

    @property
    def at(self) -> datetime: ...
    @property
    def user_name(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def changes(self) -> dict[str, Any]: ...


class HistoryList(QWidget):
    """Newest first. Enter or a click on a line shows its changes."""

    def __init__(self, kind: str, acts: Sequence[Act], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for act in acts:
            column.addWidget(_ActLine(kind, act, today, self))


class _ActLine(QWidget):
    def __init__(self, kind: str, act: Act, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._changes = changes_words(kind, act.changes, today)
        text = f"{formats.moment(act.at, today)}  {act.user_name}  {action_words(act.action)}"
        line = QPushButton(text.replace("&", "&&"), self)
        line.setProperty("flat", True)
        line.setStyleSheet("text-align: left; padding: 0; min-height: 24px;")
        line.setCheckable(True)
        line.setEnabled(bool(self._changes))
        line.setAutoDefault(False)
        line.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(line)
        self._told: QLabel | None = None

    def _toggle(self, on: bool) -> None:
        if self._told is None:
            self._told = QLabel("\n".join(self._changes), self)
            self._told.setTextFormat(Qt.TextFormat.PlainText)
            self._told.setWordWrap(True)
            self._told.setProperty("role", "muted")
            self._told.setContentsMargins(16, 0, 0, 4)
            self._column.addWidget(self._told)
        self._told.setVisible(on)


def changes_words(kind: str, changes: Mapping[str, Any], today: date) -> list[str]:
    """Every change as a line: "Amount: 120.00 → 100.00"; a note or a first value without an arrow."""
    lines = []
    for name, value in changes.items():
        if isinstance(value, list) and len(value) == 2 and name != "roles":
            before, after = (value_words(kind, name, one, today) for one in value)
            lines.append(
                translate("History", "{field}: {before} → {after}").format(
                    field=field_words(name), before=before, after=after
                )
            )
        else:
            shown = value_words(kind, name, value, today)
            lines.append(
                translate("History", "{field}: {value}").format(field=field_words(name), value=shown)
            )
    return lines
