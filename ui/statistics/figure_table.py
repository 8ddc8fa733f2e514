"""A small table of figures: sorted by any column, the sums always last, a list behind every figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui import theme
from ui.statistics.figures import Cell, Figures
from ui.widgets.empty_state import EmptyState

translate = QCoreApplication.translate

ROW, LEAST_ROW = 28, 24
EDGES, SORTED, WIDEST = 22, 8, 240  # beside a text, for the arrow of the order, the longest name

type Index = QModelIndex | QPersistentModelIndex


class FigureModel(QAbstractTableModel):
    """The rows in the order chosen, and after them the sums."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: Figures | None = None
        self._rows: list[tuple[Cell, ...]] = []
        self._places: list[int] = []

    def set_figures(self, figures: Figures) -> None:
        """Show these, in the order they come in."""
        self.beginResetModel()
        self._figures = figures
        self._places = list(range(len(figures.rows)))
        self._fill()
        self.endResetModel()

    def _fill(self) -> None:
        assert self._figures is not None
        self._rows = [self._figures.rows[place] for place in self._places]
        if self._figures.total and self._rows:
            self._rows.append(self._figures.total)

    def cell(self, index: Index) -> Cell:
        """What stands there."""
        return self._rows[index.row()][index.column()]

    def place(self, row: int) -> int:
        """Which of the figures' rows is shown there; -1 for the sums."""
        return self._places[row] if row < len(self._places) else -1

    def row_of(self, place: int) -> int:
        """Where a row of the figures is shown."""
        return self._places.index(place)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        none = self._figures is None or (parent is not None and parent.isValid())
        return 0 if none or self._figures is None else len(self._figures.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._align(index.column())
            case Qt.ItemDataRole.FontRole if self.place(index.row()) < 0:
                bold = QFont()
                bold.setBold(True)
                return bold
            case Qt.ItemDataRole.ForegroundRole if cell.tone:
                return theme.current().text(cell.tone)
        return None

    def is_figure(self, column: int) -> bool:
        """Whether a column holds figures, not names."""
        return self._figures is not None and self._figures.headings[column].right

    def _align(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.is_figure(column) else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or self._figures is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole and section < len(self._figures.headings):
            return self._figures.headings[section].words
        return self._align(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the values, names by their text; the sums stay below."""
        if self._figures is None or column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        rows, down = self._figures.rows, order == Qt.SortOrder.DescendingOrder

        def key(place: int) -> tuple[bool, Decimal | int, str]:
            value = rows[place][column].value
            number = value if isinstance(value, Decimal | int) else 0
            return value is not None, number, str(value or "")

        self._places.sort(key=key, reverse=down)
        self._fill()
        self.layoutChanged.emit()


class FigureTable(QTableView):
    """Enter or a double click on a figure opens the list behind it."""

    opened = Signal(object)  # Behind
    row_changed = Signal(int)  # the place of the row among the figures, -1 for the sums

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table.figures")
        self.figures = FigureModel(self)
        self.setModel(self.figures)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(48)
        self._empty = EmptyState(self)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now))

    def set_figures(self, figures: Figures) -> None:
        """Show these; the widths follow what is in them, the names take what is left."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.figures.set_figures(figures)
        self._measure()
        self._fit_rows()
        self._empty.say(
            translate("Statistics", "No papers in these days"),
            translate("Statistics", "Choose another period, or count papers that are on their way."),
        )
        self._empty.place(self.viewport().geometry(), nothing=not figures.rows)
        if figures.rows:
            self.setCurrentIndex(self.figures.index(0, 0))

    def _measure(self) -> None:
        """Every column as wide as what is in it; the names share what is left."""
        model, header = self.figures, self.horizontalHeader()
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        widths = []
        for column in range(model.columnCount()):
            texts = [model.index(row, column).data() for row in range(model.rowCount())]
            heading = metrics.horizontalAdvance(str(model.headerData(column, Qt.Orientation.Horizontal)))
            longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            widths.append(min(max(heading + SORTED, longest), WIDEST) + EDGES)
        names = [column for column in range(model.columnCount()) if not model.is_figure(column)]
        spare = max(self.viewport().width() - sum(widths), 0) // max(len(names), 1)
        for column, width in enumerate(widths):
            header.resizeSection(column, width + (spare if column in names else 0))

    def _fit_rows(self) -> None:
        """A little lower where then all fit: the sums, which are last, are not to be cut."""
        count = max(self.figures.rowCount(), 1)
        height = self.viewport().height() // count
        self.verticalHeader().setDefaultSectionSize(height if LEAST_ROW <= height < ROW else ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._fit_rows()
        self._empty.place(self.viewport().geometry(), nothing=self.figures.rowCount() == 0)

    def select_place(self, place: int) -> None:
        """Make a row of the figures the current one, wherever it stands now."""
        column = max(self.currentIndex().column(), 0)
        if 0 <= place < self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(self.figures.row_of(place), column))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_changed.emit(self.figures.place(index.row()))

    def _open(self, index: QModelIndex) -> None:
        behind = self.figures.cell(index).behind if index.isValid() else None
        if behind is not None:
            self.opened.emit(behind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
