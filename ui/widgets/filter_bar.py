"""Filters beside the chips: a dialog that makes one, and the ones set as tokens that a click takes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from services.registers import Column, ColumnKind, Filter, Operator, Register
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.register_rows import column_words

TOKEN_EDGES = 24 + 16 + 8  # padding, cross, gap

translate = QCoreApplication.translate

# {column} and {value}, {first}, {last} are filled in
_WORDS = {
    Operator.IS: QT_TRANSLATE_NOOP("Filter", "{column} is {value}"),
    Operator.IS_NOT: QT_TRANSLATE_NOOP("Filter", "{column} is not {value}"),
    Operator.AT_LEAST: QT_TRANSLATE_NOOP("Filter", "{column} from {value}"),
    Operator.AT_MOST: QT_TRANSLATE_NOOP("Filter", "{column} up to {value}"),
    Operator.BETWEEN: QT_TRANSLATE_NOOP("Filter", "{column} {first} to {last}"),
    Operator.IN: QT_TRANSLATE_NOOP("Filter", "{column} is one of {value}"),
    Operator.CONTAINS: QT_TRANSLATE_NOOP("Filter", "{column} contains “{value}”"),
    Operator.EMPTY: QT_TRANSLATE_NOOP("Filter", "{column} is empty"),
    Operator.NOT_EMPTY: QT_TRANSLATE_NOOP("Filter", "{column} is not empty"),
}


def filter_words(register: Register, each: Filter, today: date) -> str:
    """A filter as people say it."""
    column = register.column(each.column)
    values = each.value if isinstance(each.value, tuple | list | frozenset) else (each.value,)
    shown = [formats.plain(value, today) for value in values]
    return translate("Filter", _WORDS[each.operator]).format(
        column=column_words(column), value=", ".join(shown), first=shown[0], last=shown[-1]
    )


def moments(each: Filter, column: Column) -> Filter:
    """Days typed for a column of moments: from their first to their last moment here."""
    if column.kind is not ColumnKind.MOMENT or each.value is None:
        return each
    days = each.value if isinstance(each.value, tuple) else (each.value, each.value)
    begin, end = (
        datetime.combine(day, edge).astimezone()
        for day, edge in zip(days, (time.min, time.max), strict=True)
        if isinstance(day, date)
    )
    value = {Operator.AT_LEAST: begin, Operator.AT_MOST: end}.get(each.operator, (begin, end))
    operator = each.operator if each.operator in (Operator.AT_LEAST, Operator.AT_MOST) else Operator.BETWEEN
    return replace(each, operator=operator, value=value)


def filter_button(add: Callable[[], object], parent: QWidget) -> QPushButton:
    """The button that begins another filter."""
    button = QPushButton(icon("filter", "muted"), translate("Register page", "Filter"), parent)
    button.setObjectName("action.filter")
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setToolTip(translate("Register page", "Add a filter (Ctrl+Shift+F)"))
    button.clicked.connect(add)
    return button


class FilterBar(QWidget):
    """The filters that are set, and a button that adds one; hidden parts take no room."""

    changed = Signal()

    def __init__(self, register: Register, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._register, self._today = register, today
        self._filters: tuple[Filter, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._tokens: list[QPushButton] = []
        self.hide()

    def filters(self) -> tuple[Filter, ...]:
        return self._filters

    def set_filters(self, filters: Sequence[Filter]) -> None:
        """Show these, and tell."""
        self._filters = tuple(filters)
        for token in self._tokens:
            token.hide()
            token.deleteLater()
        self._tokens = [self._token(each) for each in self._filters]
        for place, token in enumerate(self._tokens):
            self._row.insertWidget(place, token)
        self.setVisible(bool(self._tokens))
        self.changed.emit()

    def add(self, each: Filter) -> None:
        """One more; the same one only once."""
        if each not in self._filters:
            self.set_filters((*self._filters, each))

    def words(self) -> str:
        """All of them as one line, for prints."""
        return " · ".join(filter_words(self._register, each, self._today()) for each in self._filters)

    def _token(self, each: Filter) -> QPushButton:
        words = filter_words(self._register, each, self._today())
        token = QPushButton(icon("x", "accent"), words, self)
        token.setObjectName(f"filter.{each.column}")
        token.setProperty("role", "chip")
        token.setCheckable(True)
        token.setChecked(True)
        token.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        bold = token.font()
        bold.setBold(True)
        token.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(words) + TOKEN_EDGES)
        token.setToolTip(translate("Filter", "Take this filter away"))
        token.setAccessibleDescription(token.toolTip())
        token.clicked.connect(lambda: self.set_filters([one for one in self._filters if one is not each]))
        return token
