"""How a bank's file begins: its titles, its first lines and its control line as a small table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

if TYPE_CHECKING:
    from services.bank_files import FileLook

ROW_HEIGHT = 28


class FirstLines(QTableWidget):
    """Only to look at: six rows at most, so that widgets of a table do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table.first_lines")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def show_look(self, look: FileLook) -> None:
        """Show these lines."""
        self.show_lines(look.titles, look.rows)

    def show_lines(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these titles and lines."""
        self.clear()
        self.setColumnCount(len(titles))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(titles))
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                self.setItem(number, place, QTableWidgetItem(cell))
        self.resizeColumnsToContents()
