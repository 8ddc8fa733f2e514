"""Everything that is due, one under another: when, what, of which record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from services.due_model import DueState
from ui import theme
from ui.due.due_words import left_words, shade, state_words, what_words
from ui.labels import label
from ui.widgets import formats

if TYPE_CHECKING:
    from services.due_model import DueDate

ROW = 40
WIDTHS = (88, 108, 106, 0, 0, 78)
DAY, LEFT = 0, 1

translate = QCoreApplication.translate


class DueTable(QTableWidget):
    """A row a date, the earliest first; what is past is red. Enter and a double click open the record."""

    current_due = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(WIDTHS), parent)
        self.setObjectName("table.due_dates")
        self.setAccessibleName(translate("Page", "Due dates"))
        self.dues: tuple[DueDate, ...] = ()
        self.setHorizontalHeaderLabels(self.headings())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(lambda *_cells: self.current_due.emit(self.due()))
        self.cellDoubleClicked.connect(lambda *_cell: self.opened.emit(self.due()))

    @staticmethod
    def headings() -> list[str]:
        return [
            translate("Register", "Day"),
            translate("Certificates", "Left"),
            translate("Register", "Kind"),
            translate("Certificates", "What is due"),
            translate("Certificates", "Of what"),
            translate("Register", "In charge"),
        ]

    def due(self) -> DueDate | None:
        """The one the cursor is on."""
        row = self.currentRow()
        return self.dues[row] if 0 <= row < len(self.dues) else None

    def show_dues(self, dues: Sequence[DueDate], today: date) -> None:
        """Show these; the cursor stays with its date, else at its place."""
        here, row = self.due(), max(self.currentRow(), 0)
        self.blockSignals(True)
        self.dues = tuple(dues)
        self.setRowCount(len(self.dues))
        for place, one in enumerate(self.dues):
            self._fill(place, one, today)
        known = [n for n, one in enumerate(self.dues) if here and one.key == here.key]
        self.blockSignals(False)
        if self.dues:
            self.setCurrentCell(known[0] if known else min(row, len(self.dues) - 1), 0)
        self.current_due.emit(self.due())

    def texts(self, today: date) -> list[list[str]]:
        """What the cells show, for a sheet."""
        return [list(cells_of(one, today)) for one in self.dues]

    def _fill(self, place: int, one: DueDate, today: date) -> None:
        colour = _colour(shade(one))
        for column, text in enumerate(cells_of(one, today)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            whole = one.is_late and one.state is not DueState.SNOOZED
            if colour is not None and (whole or column in (DAY, LEFT)):
                item.setForeground(QBrush(colour))
            self.setItem(place, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.due() is not None:
            self.opened.emit(self.due())
        else:
            super().keyPressEvent(event)


def cells_of(one: DueDate, today: date) -> tuple[str, ...]:
    """A date as the list shows it."""
    about = " · ".join(part for part in (one.title, one.number) if part)
    return (
        formats.day(one.on_day, today),
        state_words(one) if one.state is DueState.SNOOZED else left_words(one),
        label(one.kind),
        what_words(one),
        about,
        one.owner,
    )


def _colour(name: str) -> QColor | None:
    shades = theme.current()
    if name == "red":
        return QColor(shades.red.text)
    if name == "amber":
        return QColor(shades.amber.text)
    return QColor(shades.muted) if name == "muted" else None
