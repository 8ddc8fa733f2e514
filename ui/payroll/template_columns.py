"""The columns of a printed pay paper to choose from: ticked, renamed, made wider, moved up and down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from services.pay_template_columns import TemplateColumn

NAME, HEADING, WIDTH = range(3)
_KEY = Qt.ItemDataRole.UserRole
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

translate = QCoreApplication.translate


class TemplateColumns(QTableWidget):
    """A row a column. Space ticks, F2 or typing changes the heading, Ctrl+Up and Ctrl+Down move it."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("table.template_columns")
        self.setAccessibleName(translate("Payroll", "Columns"))
        self.setHorizontalHeaderLabels(
            [
                translate("Payroll", "Column"),
                translate("Payroll", "Heading on paper"),
                translate("Payroll", "Width %"),
            ]
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, mode in (
            (NAME, QHeaderView.ResizeMode.Stretch),
            (HEADING, QHeaderView.ResizeMode.Stretch),
            (WIDTH, QHeaderView.ResizeMode.Fixed),
        ):
            header.setSectionResizeMode(place, mode)
        header.resizeSection(WIDTH, 84)
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.shift(step))
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def fill(self, columns: Sequence[TemplateColumn], words: Mapping[str, str]) -> None:
        """Show these columns; the row in hand stays in hand."""
        here = max(self.currentRow(), 0)
        self.blockSignals(True)
        self.setRowCount(len(columns))
        for row, column in enumerate(columns):
            self._put(row, column, words.get(column.key, column.key))
        self.blockSignals(False)
        self.viewport().update()
        if columns:
            self.setCurrentCell(min(here, len(columns) - 1), HEADING)

    def _put(self, row: int, column: TemplateColumn, usual: str) -> None:
        name = QTableWidgetItem(usual)
        name.setData(_KEY, column.key)
        name.setFlags(_FIXED | Qt.ItemFlag.ItemIsUserCheckable)
        name.setCheckState(Qt.CheckState.Checked if column.shown else Qt.CheckState.Unchecked)
        width = QTableWidgetItem()
        width.setData(Qt.ItemDataRole.EditRole, column.width)
        width.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place, item in enumerate((name, QTableWidgetItem(column.heading or usual), width)):
            self.setItem(row, place, item)

    def columns(self) -> tuple[TemplateColumn, ...]:
        """What is chosen now."""
        return tuple(self._column(row) for row in range(self.rowCount()))

    def _column(self, row: int) -> TemplateColumn:
        name, heading, width = (self._item(row, place) for place in (NAME, HEADING, WIDTH))
        typed = heading.text().strip()
        return TemplateColumn(
            str(name.data(_KEY)),
            "" if typed == name.text() else typed,
            int(width.data(Qt.ItemDataRole.EditRole)),
            name.checkState() is Qt.CheckState.Checked,
        )

    def _item(self, row: int, place: int) -> QTableWidgetItem:
        found = self.item(row, place)
        assert found is not None, "every cell was filled"
        return found

    def shift(self, step: int) -> None:
        """Move the column in hand up or down."""
        here, place = self.currentRow(), self.currentColumn()
        there = here + step
        if here < 0 or not 0 <= there < self.rowCount():
            return
        self.blockSignals(True)
        for one in (NAME, HEADING, WIDTH):
            mine, other = self.takeItem(here, one), self.takeItem(there, one)
            self.setItem(there, one, mine)
            self.setItem(here, one, other)
        self.blockSignals(False)
        self.setCurrentCell(there, place)
        self.edited.emit()

    def with_widths(self, *, shown: bool) -> None:
        """Whether columns have widths at all."""
        self.setColumnHidden(WIDTH, not shown)
