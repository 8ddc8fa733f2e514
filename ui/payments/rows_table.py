"""A list of up to some thousand rows in memory: searched, sorted, chosen from; no row is a widget."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.title_width import title_width

ROW_HEIGHT = 32
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2

translate = QCoreApplication.translate

type Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its words (translated), width in pixels (0 takes what is left), on which side its text stands."""

    words: str
    width: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A row: its cells, by what each is sorted (the text where nothing is said), the colour of its last cell.

    What is not `free` cannot be ticked; `tip` says why, or what looks odd.
    """

    id: int
    cells: tuple[str, ...]
    keys: tuple[Any, ...] = ()
    tone: str = ""
    free: bool = True
    tip: str = ""
    tones: dict[int, str] = field(default_factory=dict)


class RowsModel(QAbstractTableModel):
    """The rows; with ticks in the first column when they are chosen one by one."""

    ticked = Signal()

    def __init__(self, headings: Sequence[Heading], *, ticks: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.headings, self._ticks = tuple(headings), ticks
        self.rows: list[Shown] = []
        self._places: dict[int, int] = {}
        self.chosen: set[int] = set()

    def fill(self, rows: Sequence[Shown], chosen: Collection[int] = ()) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self._places = {row.id: place for place, row in enumerate(self.rows)}
        free = {row.id for row in rows if row.free}
        self.chosen = free & set(chosen)
        self.endResetModel()
        self.ticked.emit()

    def put(self, row: Shown) -> None:
        """Show one row anew, or below the others when it is new."""
        at = self._places.setdefault(row.id, len(self.rows))
        if at == len(self.rows):
            self.beginInsertRows(QModelIndex(), at, at)
            self.rows.append(row)
            self.endInsertRows()
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.headings) - 1))

    def tick(self, ids: Collection[int], *, on: bool) -> None:
        """Tick these rows, or take their ticks away; what is not free stays as it is."""
        free = {row.id for row in self.rows if row.free} & set(ids)
        self.chosen = self.chosen | free if on else self.chosen - free
        if self.rows:
            last = self.index(len(self.rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticks = self._ticks and index.column() == 0 and self.rows[index.row()].free
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section].words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.headings[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, place = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[place]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(self.headings[place])
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or row.cells[place]
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, place)
            case Qt.ItemDataRole.CheckStateRole if self._ticks and place == 0:
                return Qt.CheckState.Checked if row.id in self.chosen else Qt.CheckState.Unchecked
            case _ if role == SORT_ROLE:
                return row.keys[place] if place < len(row.keys) else row.cells[place]
            case _ if role == TONE_ROLE:
                return row.tone
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick({self.rows[index.row()].id}, on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _colour(self, row: Shown, place: int) -> Any:
        last = row.tone if place == len(self.headings) - 1 else ""
        tone = row.tones.get(place, last) or ("" if row.free else "muted")
        return theme.current().text(tone) if tone else None


class _Found(QSortFilterProxyModel):
    """Rows that hold every word of the search; amounts and days are sorted as what they are."""

    words: tuple[str, ...] = ()

    def look_for(self, text: str) -> None:
        self.beginFilterChange()
        self.words = tuple(unicodedata.normalize("NFKC", text).lower().split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - Qt's own signature
        model: Any = self.sourceModel()
        row = model.rows[source_row]
        text = unicodedata.normalize("NFKC", " ".join((*row.cells, row.tip))).lower()
        return all(word in text for word in self.words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        return bool(source_left.data(SORT_ROLE) < source_right.data(SORT_ROLE))


class RowsTable(QWidget):
    """Search field above, rows below. Space ticks what is selected, Ctrl+A selects all that is found."""

    changed = Signal()  # ticks or selection
    opened = Signal(int)

    def __init__(
        self,
        name: str,
        headings: Sequence[Heading],
        parent: QWidget,
        *,
        ticks: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.model = RowsModel(headings, ticks=ticks, parent=self)
        self.found = _Found(self)
        self.found.setSourceModel(self.model)
        self.search = QLineEdit(self)
        self.search.setObjectName(f"field.search.{name}")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(
            hint or translate("Payment", "Search number, payee, account or amount  Ctrl+F")
        )
        self.search.setAccessibleName(self.search.placeholderText())
        self.view = _Grid(self)
        self.view.setObjectName(f"table.{name}")
        self.view.setModel(self.found)
        self._arrange(headings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        self.search.textChanged.connect(self._look)
        self.model.ticked.connect(self.changed)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())
        self.view.doubleClicked.connect(lambda index: self.opened.emit(self._id(index)))
        self.view.ticked.connect(self._tick_selected)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.setFocusProxy(self.view)

    def fill(self, rows: Sequence[Shown], chosen: Collection[int] = ()) -> None:
        """Show these rows; the selection begins anew, search and order stay."""
        self.model.fill(rows, chosen)

    def chosen(self) -> list[int]:
        """The ids of the ticked rows in the order they were filled in."""
        return [row.id for row in self.model.rows if row.id in self.model.chosen]

    def selected(self) -> list[int]:
        """The ids of the selected rows from top to bottom."""
        return [self._id(index) for index in self.view.selectionModel().selectedRows()]

    def shown_ids(self) -> list[int]:
        """The ids of the rows that the search leaves."""
        return [self._id(self.found.index(row, 0)) for row in range(self.found.rowCount())]

    def tick_all(self, *, on: bool) -> None:
        """Tick everything that the search leaves, or nothing of it."""
        self.model.tick(self.shown_ids(), on=on)

    def select(self, ids: Collection[int]) -> None:
        """Select these rows."""
        self.view.clearSelection()
        mode = self.view.selectionModel()
        flags = mode.SelectionFlag.Select | mode.SelectionFlag.Rows
        for row in range(self.found.rowCount()):
            index = self.found.index(row, 0)
            if self._id(index) in ids:
                mode.select(index, flags)
                if not self.view.currentIndex().isValid():
                    mode.setCurrentIndex(index, mode.SelectionFlag.NoUpdate)

    def showEvent(self, event: QShowEvent) -> None:
        """A title is never cut: its font is known when it is shown."""
        header = self.view.horizontalHeader()
        for place, heading in enumerate(self.model.headings):
            if heading.width:
                header.resizeSection(place, max(header.sectionSize(place), title_width(header, place)))
        super().showEvent(event)

    def _look(self, text: str) -> None:
        self.found.look_for(text)
        self.changed.emit()

    def _tick_selected(self) -> None:
        ids = self.selected()
        self.model.tick(ids, on=not set(ids) <= self.model.chosen)

    def _id(self, index: Index) -> int:
        return self.model.rows[self.found.mapToSource(index).row()].id

    def _arrange(self, headings: Sequence[Heading]) -> None:
        view, header = self.view, self.view.horizontalHeader()
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header.setHighlightSections(False)
        for place, heading in enumerate(headings):
            if heading.width:
                view.setColumnWidth(place, heading.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)


class _Grid(QTableView):
    ticked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.doubleClicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _side(heading: Heading) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if heading.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
