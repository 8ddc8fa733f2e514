"""What the columns of an attendance file are taken for: recognised, and changed where that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from services.attendance_titles import FileColumn
from services.attendance_values import AttendanceValue
from ui.labels import label
from ui.widgets.editors import ChoiceEdit

translate = QCoreApplication.translate


class ColumnTable(QTableWidget):
    """A row a column of the file: its title, the first value below it, what it is taken for."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("table.columns")
        headings = (
            translate("Payroll", "Title in the file"),
            translate("Payroll", "First value"),
            translate("Payroll", "Taken for"),
        )
        self.setHorizontalHeaderLabels(headings)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(40)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 160)
        header.resizeSection(2, 240)
        self._columns: tuple[FileColumn, ...] = ()

    def fill(
        self, columns: Sequence[FileColumn], mapping: Mapping[int, AttendanceValue], first: Sequence[str]
    ) -> None:
        """Show these columns; the same ones again keep what is being looked at."""
        self._columns = tuple(columns)
        self.setRowCount(len(columns))
        for row, column in enumerate(columns):
            shown = first[column.place] if column.place < len(first) else ""
            for place, text in enumerate((_title(column), shown)):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, place, item)
            self.setCellWidget(row, 2, self._choice(column, mapping.get(column.place)))

    def mapping(self) -> dict[int, AttendanceValue]:
        """What each column is taken for now; those that are not used are left out."""
        found = {}
        for row, column in enumerate(self._columns):
            value = self.choice(row).value()
            if isinstance(value, AttendanceValue):
                found[column.place] = value
        return found

    def choice(self, row: int) -> ChoiceEdit:
        """What is chosen in a row."""
        made = self.cellWidget(row, 2)
        assert isinstance(made, ChoiceEdit)
        return made

    def _choice(self, column: FileColumn, value: AttendanceValue | None) -> ChoiceEdit:
        made = ChoiceEdit(tuple(AttendanceValue), optional=True)
        made.setObjectName(f"field.column_{column.place}")
        made.setAccessibleName(column.title)
        made.set_value(value)
        made.edited.connect(partial(self.edited.emit))
        return made


def _title(column: FileColumn) -> str:
    words = column.title.replace("/", " · ")
    return f"{words} ({label(column.unit)})" if column.unit is not None else words
