"""Chooses and orders the columns of a list by keyboard or mouse."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.table_view import RegisterTable

translate = QCoreApplication.translate


class ColumnChooser(QDialog):
    """Ticks show, dragging or Ctrl+Up and Ctrl+Down order; OK takes it over."""

    def __init__(self, table: RegisterTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.columns")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Columns", "Columns"))
        self._table = table
        self.columns = QListWidget(self)
        self.columns.setObjectName("list.columns")
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        hint = QLabel(
            translate("Columns", "Space shows or hides a column, Ctrl+Up and Ctrl+Down move it."), self
        )
        hint.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.columns, 1)
        column.addWidget(hint)
        column.addLayout(self._buttons())
        self._fill()
        self.resize(380, 440)

    def _fill(self) -> None:
        state = self._table.columns_state()
        labels = {spec.name: spec.label for spec in self._table.rows.columns}
        for name in state["order"]:
            item = QListWidgetItem(labels[name], self.columns)
            item.setData(Qt.ItemDataRole.UserRole, name)
            hidden = name in state["hidden"]
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
        self.columns.setCurrentRow(0)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, words, run in (
            ("move_up", translate("Columns", "Up"), lambda: self.shift(-1)),
            ("move_down", translate("Columns", "Down"), lambda: self.shift(1)),
        ):
            button = QPushButton(words, self)
            button.setObjectName(f"action.{name}")
            button.setAutoDefault(False)
            button.setShortcut("Ctrl+Up" if name == "move_up" else "Ctrl+Down")
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch(1)
        cancel = QPushButton(translate("Columns", "Cancel"), self)
        cancel.setObjectName("action.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        take = QPushButton(translate("Columns", "OK"), self)
        take.setObjectName("action.ok")
        take.setProperty("primary", True)
        take.setDefault(True)
        take.clicked.connect(self._take)
        row.addWidget(cancel)
        row.addWidget(take)
        return row

    def shift(self, step: int) -> None:
        """Move the current column up or down the list."""
        here = self.columns.currentRow()
        there = here + step
        if 0 <= there < self.columns.count():
            self.columns.insertItem(there, self.columns.takeItem(here))
            self.columns.setCurrentRow(there)

    def _take(self) -> None:
        items = [self.columns.item(n) for n in range(self.columns.count())]
        names = [str(item.data(Qt.ItemDataRole.UserRole)) for item in items]
        hidden = [
            name
            for name, item in zip(names, items, strict=True)
            if item.checkState() is Qt.CheckState.Unchecked
        ]
        if len(hidden) < len(names):
            state: dict[str, Any] = {"order": names, "hidden": hidden, "widths": {}}
            self._table.restore_columns(state)
            self._table.header.columns_changed.emit()
        self.accept()
