"""The rows of a payroll sheet that the search and the chip leave, as Qt asks for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from services.payroll_sheets import SheetRowKind
from ui import theme
from ui.payroll.sheet_columns import SheetColumn, change_of
from ui.widgets import formats

if TYPE_CHECKING:
    from services.payroll_sheets import SheetRow

translate = QCoreApplication.translate

type Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """People and subtotals. `notes` says in one word what is special about a person, in place of the difference."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[SheetColumn, ...] = ()
        self.rows: list[SheetRow] = []
        self.notes: dict[int, tuple[str, str]] = {}
        self._all: tuple[SheetRow, ...] = ()
        self._found: dict[int, str] = {}
        self._bold = QFont()
        self._bold.setBold(True)

    def fill(
        self,
        columns: Sequence[SheetColumn],
        rows: Sequence[SheetRow],
        found: dict[int, str],
        notes: dict[int, tuple[str, str]],
    ) -> None:
        """Show a sheet. `found` maps an employee to all they are found by, `notes` to a word and its tone."""
        self.beginResetModel()
        self.columns, self._all = tuple(columns), tuple(rows)
        self._found, self.notes = found, notes
        self.rows = list(rows)
        self.endResetModel()

    def people(self) -> list[SheetRow]:
        """Everybody on the sheet, shown or not."""
        return [row for row in self._all if row.kind is SheetRowKind.PERSON]

    def narrow(self, text: str, among: Collection[int] | None) -> None:
        """Only people who hold every word, and only those `among`; subtotals where a department is whole."""
        words = unicodedata.normalize("NFKC", text).lower().split()
        self.beginResetModel()
        if not words and among is None:
            self.rows = list(self._all)
        else:
            self.rows = [row for row in self.people() if self._fits(row, words, among)]
        self.endResetModel()

    def _fits(self, row: SheetRow, words: Sequence[str], among: Collection[int] | None) -> bool:
        if among is not None and row.employee_id not in among:
            return False
        text = self._found.get(row.employee_id or 0, "")
        return all(word in text for word in words)

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """People by a column, without subtotals; -1 is the order of the sheet."""
        if not 0 <= column < len(self.columns):
            return
        shown = self.columns[column]
        key: Callable[[SheetRow], Any] = shown.key
        self.beginResetModel()
        self.rows = sorted(
            (row for row in self.rows if row.kind is SheetRowKind.PERSON),
            key=key,
            reverse=order is Qt.SortOrder.DescendingOrder,
        )
        self.endResetModel()

    def row_of(self, employee_id: int) -> int:
        """Where somebody stands; -1 when they are not shown."""
        return next((n for n, row in enumerate(self.rows) if row.employee_id == employee_id), -1)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[section].words
        return _side(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        whole = row.kind is not SheetRowKind.PERSON
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell_text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.cell_text(row, column) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.BackgroundRole if whole:
                return theme.current().canvas
            case Qt.ItemDataRole.FontRole if column.strong or (whole and column.name == "name"):
                return self._bold
        return None

    def cell_text(self, row: SheetRow, column: SheetColumn) -> str:
        """What a cell says; the difference carries its sign, or the word that explains it."""
        if column.name != "change":
            return column.shown(row)
        if row.kind is not SheetRowKind.PERSON:
            return ""
        note = self.notes.get(row.employee_id or 0)
        change = change_of(row)
        if note and (change is None or not change):
            return note[0]
        return signed(change)

    def _colour(self, row: SheetRow, column: SheetColumn) -> Any:
        if column.name != "change" or row.kind is not SheetRowKind.PERSON:
            return None
        note, change = self.notes.get(row.employee_id or 0), change_of(row)
        if note and not change:
            return theme.current().text(note[1])
        tone = "" if not change else "green" if change > 0 else "red"
        return theme.current().text(tone) if tone else None


def signed(amount: Decimal | None) -> str:
    """+860.00, −551.72, a dash for nothing."""
    if not amount:
        return formats.NOTHING
    return ("+" if amount > 0 else "") + formats.money(amount)


def _side(column: SheetColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_money else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
