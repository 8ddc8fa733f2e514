"""What was done to a record: a line for every act, which opens to what it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets import formats
from ui.widgets.field_words import HIDDEN, action_words, field_words, value_words

translate = QCoreApplication.translate

_NO_RECORDS = frozenset({"tax_id", "buyer_tax_id", "seller_tax_id"})  # ids that are numbers of their own


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
    return [
        translate("History", "{field}: {value}").format(field=field, value=value)
        for field, value in change_rows(kind, changes, today)
    ]


def change_rows(kind: str, changes: Mapping[str, Any], today: date) -> list[tuple[str, str]]:
    """Every change as the field's word and "before → after", or the value it began with."""
    return [
        (field_words(name, kind), _value(kind, name, value, today))
        for name, value in changes.items()
        if name not in HIDDEN
    ]


def short_changes(kind: str, changes: Mapping[str, Any], today: date) -> str:
    """The changes in one line; of other records, which it would need names for, only what they are."""
    parts = []
    for name, value in changes.items():
        if name.endswith("_id") and name not in _NO_RECORDS:
            parts.append(field_words(name, kind))
        elif name not in HIDDEN:
            words = _value(kind, name, value, today).replace("\n", "; ")
            parts.append(
                translate("History", "{field}: {value}").format(field=field_words(name, kind), value=words)
            )
    return " · ".join(parts)


def _value(kind: str, name: str, value: Any, today: date) -> str:
    if isinstance(value, list) and len(value) == 2 and name != "roles" and not isinstance(value[1], dict):
        before, after = (value_words(kind, name, one, today) for one in value)
        if "\n" in before + after:  # lines of a claim: each on its own, not two of them around an arrow
            return f"{before}\n→\n{after}"
        return translate("History", "{before} → {after}").format(before=before, after=after)
    return value_words(kind, name, value, today)
