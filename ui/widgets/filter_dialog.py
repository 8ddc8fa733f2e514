"""Makes one filter: which column, how compared, with what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services.registers import OPERATORS, Column, ColumnKind, Filter, Operator, Register
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.editors import Editor, UnreadableError
from ui.widgets.fields import FieldKind, FieldSpec, make_editor
from ui.widgets.filter_bar import moments
from ui.widgets.register_rows import column_words

translate = QCoreApplication.translate

_OPERATORS = {
    Operator.IS: QT_TRANSLATE_NOOP("Filter", "is"),
    Operator.IS_NOT: QT_TRANSLATE_NOOP("Filter", "is not"),
    Operator.AT_LEAST: QT_TRANSLATE_NOOP("Filter", "at least, from"),
    Operator.AT_MOST: QT_TRANSLATE_NOOP("Filter", "at most, up to"),
    Operator.BETWEEN: QT_TRANSLATE_NOOP("Filter", "between"),
    Operator.IN: QT_TRANSLATE_NOOP("Filter", "is one of"),
    Operator.CONTAINS: QT_TRANSLATE_NOOP("Filter", "contains"),
    Operator.EMPTY: QT_TRANSLATE_NOOP("Filter", "is empty"),
    Operator.NOT_EMPTY: QT_TRANSLATE_NOOP("Filter", "is not empty"),
}
_KINDS = {
    ColumnKind.MONEY: FieldKind.MONEY,
    ColumnKind.DAY: FieldKind.DAY,
    ColumnKind.MOMENT: FieldKind.DAY,
    ColumnKind.NUMBER: FieldKind.NUMBER,
    ColumnKind.YES_NO: FieldKind.CHECK,
}
_VALUELESS = (Operator.EMPTY, Operator.NOT_EMPTY)


def operators_of(column: Column) -> list[Operator]:
    """What can be chosen for a column: a list of values only where there are boxes to tick, moments by day."""
    wanted = list(OPERATORS[column.kind])
    if column.kind is not ColumnKind.CHOICE and Operator.IN in wanted:
        wanted.remove(Operator.IN)
    if column.kind in (ColumnKind.MOMENT, ColumnKind.YES_NO):
        wanted.remove(Operator.IS_NOT)
    order = (Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN)
    ranges = column.kind in (ColumnKind.MONEY, ColumnKind.DAY)
    return sorted(wanted, key=lambda one: (one not in order) if ranges else 0)


class FilterDialog(QDialog):
    """Enter adds the filter."""

    chosen = Signal(object)  # Filter

    def __init__(self, register: Register, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.filter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Filter", "Add a filter"))
        self._register, self._today = register, today
        self._editors: list[QWidget] = []
        self.column_box = _combo("field.column", translate("Filter", "Column"), self)
        self.operator_box = _combo("field.operator", translate("Filter", "Comparison"), self)
        for column in register.columns:
            self.column_box.addItem(column_words(column), column.name)
        self._values = QHBoxLayout()
        self._message = QLabel(self)
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self._message.hide()
        self._build()
        self.column_box.currentIndexChanged.connect(self._show_operators)
        self.operator_box.currentIndexChanged.connect(self._show_values)
        self._show_operators()
        self.resize(420, self.sizeHint().height())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.column_box)
        column.addWidget(self.operator_box)
        column.addLayout(self._values)
        column.addWidget(self._message)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        add = QPushButton(translate("Filter", "Add filter"), self)
        add.setObjectName("action.add_filter")
        add.setProperty("primary", True)
        add.setDefault(True)
        add.clicked.connect(self._add)
        cancel = QPushButton(translate("Filter", "Cancel"), self)
        cancel.setObjectName("action.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(add)
        column.addLayout(row)

    def _column(self) -> Column:
        return self._register.column(self.column_box.currentData())

    def _operator(self) -> Operator:
        return Operator(self.operator_box.currentData())

    def _show_operators(self) -> None:
        self.operator_box.blockSignals(True)
        self.operator_box.clear()
        for operator in operators_of(self._column()):
            self.operator_box.addItem(translate("Filter", _OPERATORS[operator]), operator.value)
        self.operator_box.blockSignals(False)
        self._show_values()

    def _show_values(self) -> None:
        for old in self._editors:
            self._values.removeWidget(old)
            old.hide()
            old.setObjectName("")  # its successor has the name now
            old.deleteLater()
        operator, column = self._operator(), self._column()
        wanted = 0 if operator in _VALUELESS else 2 if operator is Operator.BETWEEN else 1
        self._editors = [self._editor(column, operator, place) for place in range(wanted)]
        self._message.hide()

    def _editor(self, column: Column, operator: Operator, place: int) -> QWidget:
        spec = FieldSpec(
            f"value.{place}",
            column.label,
            _kind(column, operator),
            required=True,
            members=column.choices or (),
        )
        editor = make_editor(spec, self._today)
        editor.setObjectName(f"field.value.{place}")
        editor.setAccessibleName(column_words(column))
        if column.kind is ColumnKind.YES_NO:
            editor.setProperty("text", column_words(column))
            cast("Editor", editor).set_value(True)  # "is" means yes until it is unticked
        self._values.addWidget(editor)
        return editor

    def _add(self) -> None:
        try:
            values = [cast("Editor", editor).value() for editor in self._editors]
        except UnreadableError as error:
            self._say(str(error))
            return
        if any(value in (None, "", frozenset()) for value in values):
            self._say(translate("Filter", "Please say what to compare with."))
            return
        self.chosen.emit(moments(self._filter(values), self._column()))
        self.accept()

    def _filter(self, values: list[object]) -> Filter:
        operator, column = self._operator(), self._column()
        if operator is Operator.IN and isinstance(values[0], frozenset):
            members: type[StrEnum] | None = column.choices
            return Filter(column.name, operator, tuple(one for one in members or () if one in values[0]))
        if operator is Operator.BETWEEN:
            return Filter(column.name, operator, tuple(values))
        return Filter(column.name, operator, values[0] if values else None)

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.show()
        if self._editors:
            self._editors[0].setFocus()


def _kind(column: Column, operator: Operator) -> FieldKind:
    if column.kind is ColumnKind.CHOICE:
        return FieldKind.SEVERAL if operator is Operator.IN else FieldKind.CHOICE
    return _KINDS.get(column.kind, FieldKind.TEXT)


def _combo(name: str, words: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(words)
    return box
