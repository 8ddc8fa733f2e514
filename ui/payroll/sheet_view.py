"""The payroll sheet on the screen: the row in hand is tinted, the figure in hand is framed; names stay in view."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from services.payroll_sheets import SheetRow, SheetRowKind
from ui import theme
from ui.payroll.sheet_columns import ZERO, SheetColumn
from ui.payroll.sheet_model import SheetModel

ROW, COMPACT = 34, 28
LEAST_NAME = 84
HEAD = 3  # columns before the figures
MEASURED = 300  # rows looked at for the widths
POST, LEAST_POST = 1, 54
EDGES = 11  # the style sheet's padding, and a little air
AIR = 1

type Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Paints the tint of the current row and the frame of the current cell."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = self._view.currentIndex()
        shown = QStyleOptionViewItem(option)
        flag = QStyle.StateFlag
        shown.state = option.state & ~(flag.State_Selected | flag.State_HasFocus | flag.State_MouseOver)
        selected = bool(option.state & flag.State_Selected)
        if index.row() == here.row() or selected:
            painter.fillRect(option.rect, theme.current().selection)
        elif (ground := index.data(Qt.ItemDataRole.BackgroundRole)) is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, shown, index)
        if index.row() == here.row() and index.column() == here.column():
            painter.setPen(theme.current().accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.backgroundBrush = Qt.BrushStyle.NoBrush  # type: ignore[assignment]  # painted before
        option.textElideMode = Qt.TextElideMode.ElideMiddle  # a long name, not its count


class SheetView(QTableView):
    """Arrow keys move the figure in hand; Ctrl+C copies the selected cells as a table."""

    figure_changed = Signal()
    opened = Signal()

    def __init__(self, model: SheetModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = model
        self._names: _Names | None = None
        self.setObjectName("table.sheet")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setStyleSheet("QTableView::item { padding: 0 2px; } QHeaderView::section { padding: 0 4px; }")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(COMPACT)
        self.set_compact(compact=False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self._names = _Names(self)
        model.modelReset.connect(self.span)

    def set_compact(self, *, compact: bool) -> None:
        """Narrow or wide rows."""
        self.verticalHeader().setDefaultSectionSize(COMPACT if compact else ROW)

    def span(self) -> None:
        """The name of a department has the room of three columns."""
        self.clearSpans()
        for place, row in enumerate(self._sheet.rows):
            if row.kind is not SheetRowKind.PERSON:
                self.setSpan(place, 0, 1, HEAD)

    def arrange(self) -> None:
        """Each column as wide as its longest text; room to spare is shared out, posts give way where there is none."""
        wanted = [self._wanted(place) for place in range(len(self._sheet.columns))]
        spare = self.viewport().width() - sum(wanted)
        if spare < 0:
            wanted = [width - AIR for width in wanted]
            spare += AIR * len(wanted)
        hidden = spare < 0 and len(wanted) > POST and spare + wanted[POST] - LEAST_POST < 0
        self.setColumnHidden(POST, hidden)  # it stands in the pane, too
        if hidden:
            wanted[0] += max(spare + wanted[POST], 0)  # for the names of departments
        elif spare < 0:
            wanted[POST] += spare
        elif wanted:
            share, rest = divmod(spare, len(wanted))
            wanted = [width + share for width in wanted]
            wanted[POST] += rest
        for place, width in enumerate(wanted):
            self.setColumnWidth(place, width)
        if self._names is not None:
            self._names.fit()

    def _wanted(self, place: int) -> int:
        """The width of the longest text; subtotals have room enough where three columns are one."""
        column = self._sheet.columns[place]
        rows = self._sheet.people()[:MEASURED] if place < HEAD else self._extremes(column)
        texts = {self._sheet.cell_text(row, column) for row in rows}
        longest = sorted(texts, key=len)[-3:]
        bold = QFont(self.font())
        bold.setBold(True)
        cells = QFontMetrics(bold if column.strong else self.font())
        heading = QFontMetrics(bold).horizontalAdvance(column.words)
        return max([heading, *(cells.horizontalAdvance(text) for text in longest)]) + EDGES

    def _extremes(self, column: SheetColumn) -> list[SheetRow]:
        """Of a long sheet the rows with the largest figures and the first ones: the widest is among them."""
        rows = self._sheet.rows
        if len(rows) <= MEASURED or column.value is None:
            return rows[:MEASURED]
        value = column.value
        return [*rows[:MEASURED], *(edge(rows, key=lambda row: value(row) or ZERO) for edge in (min, max))]

    def column_in_hand(self) -> SheetColumn | None:
        """The column of the current cell."""
        here = self.currentIndex()
        return self._sheet.columns[here.column()] if here.isValid() else None

    def go(self, row: int, column: int) -> None:
        """Take a figure in hand."""
        index = self._sheet.index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self._names is not None:
            self._names.viewport().update()
        self.figure_changed.emit()

    def copied(self) -> str:
        """The selected cells with the headings of their columns, as Excel takes them."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        places = sorted({column for _, column in chosen})
        lines = ["\t".join(self._sheet.columns[place].words for place in places)]
        for row in sorted({row for row, _ in chosen}):
            cells = (str(self._sheet.index(row, place).data() or "") for place in places)
            lines.append("\t".join("" if cell == "—" else cell for cell in cells))
        return "\n".join(lines) + "\n"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class _Names(QTableView):
    """The first column again, over the sheet: it stays where it is when the sheet is moved sideways."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("table.names")
        self.setModel(view.model())
        self.setItemDelegate(_Delegate(view))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionModel(view.selectionModel())
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet("border: none; border-radius: 0;")
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        view.horizontalScrollBar().valueChanged.connect(self.fit)
        view.horizontalHeader().sectionResized.connect(self.fit)
        self.clicked.connect(lambda index: view.go(index.row(), index.column()))
        self.hide()

    def fit(self, *_change: int) -> None:
        """Only needed while the sheet's own first column is out of sight."""
        view = self._view
        moved = view.horizontalScrollBar().value() > 0
        self.setVisible(moved)
        if not moved:
            return
        for place in range(1, view.model().columnCount()):
            self.setColumnHidden(place, True)
        self.setColumnHidden(0, False)
        width = view.columnWidth(0)
        self.setColumnWidth(0, width)
        self.verticalHeader().setDefaultSectionSize(view.verticalHeader().defaultSectionSize())
        header = view.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(header)
        room = view.viewport().geometry()
        self.setGeometry(QRect(room.x(), room.y() - header, width, room.height() + header))
        self.verticalScrollBar().setValue(view.verticalScrollBar().value())
        self.raise_()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_NAME, 100)
