"""The table of a register: any number of rows, painted in one pass, driven by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from ui import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_painter import Block, RowPainter
from ui.widgets.table_header import HEADER_HEIGHT, TableHeader
from ui.widgets.table_model import Index, Row, RowSource, WindowedModel
from ui.widgets.table_selection import SELECT, KeptSelection

COMFORTABLE = 40
COMPACT = 28


class RegisterTable(QTableView):
    """Shows a RowSource. Rows are named by their ids; a selection outlives a refresh."""

    sort_requested = Signal(str, bool)  # column name, descending
    current_changed = Signal(object)  # id, or None when there is no current row
    selection_changed = Signal()
    selection_arrived = Signal()  # selected rows came in, or came in anew: their values may be others
    activated_row = Signal(int)  # Enter, double click
    peeked = Signal(int)  # Space
    delete_requested = Signal()
    copy_requested = Signal()
    context_menu_requested = Signal(QPoint)  # where on the screen
    columns_changed = Signal()  # remember columns_state()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self.rows = WindowedModel(self)
        self.header = TableHeader(self)
        self._painter = RowPainter(self.font())
        self._hovered = -1
        self._dress()
        self.setModel(self.rows)
        self._empty = EmptyState(self)
        self._picked = KeptSelection(self)
        self._connect()

    def _dress(self) -> None:
        self.setHorizontalHeader(self.header)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)
        above = QWidget()  # the scroll bar begins under the header
        above.setFixedHeight(HEADER_HEIGHT)
        self.addScrollBarWidget(above, Qt.AlignmentFlag.AlignTop)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(COMPACT)
        side.hide()
        self.set_compact(False)

    def _connect(self) -> None:
        self.header.sort_requested.connect(self.sort_requested)
        self.header.columns_changed.connect(self.columns_changed)
        self.rows.modelReset.connect(self._after_reset)
        self.doubleClicked.connect(lambda _: self._emit_current(self.activated_row))
        self.selectionModel().selectionChanged.connect(self.selection_changed)
        QGuiApplication.instance().fontDatabaseChanged.connect(self._measure_again)  # type: ignore[union-attr]  # a window has an application

    # what is shown

    def set_source(self, source: RowSource, row_count: int, *, keep: bool = True) -> None:
        """Show these rows; the same columns keep the user's widths, and the selection its ids if `keep`."""
        if not keep:
            self._picked.drop()
        self.rows.set_source(source, row_count)
        self.header.set_columns(self.rows.columns)

    def set_compact(self, compact: bool) -> None:
        """28 px rows instead of 40."""
        self.verticalHeader().setDefaultSectionSize(COMPACT if compact else COMFORTABLE)
        self.verticalScrollBar().setSingleStep(COMPACT if compact else COMFORTABLE)

    def set_sorted(self, column: str | None, *, descending: bool = False) -> None:
        """Show the sort arrow at this column without asking for another order."""
        self.header.set_sorted(column, descending=descending)

    def set_empty(
        self, title: str, hint: str, button_text: str = "", callback: Callable[[], None] | None = None
    ) -> None:
        """What to say when there are no rows."""
        self._empty.say(title, hint, button_text, callback)
        self._place_empty()

    def columns_state(self) -> dict[str, Any]:
        """Order, widths and choice of columns, fit for JSON."""
        return self.header.columns_state()

    def restore_columns(self, state: dict[str, Any]) -> None:
        """Bring back what columns_state() gave."""
        self.header.restore_columns(state)

    # selection

    def current_id(self) -> int | None:
        """The id of the current row; None when there is none or it has not arrived."""
        row = self.rows.row_at(self.currentIndex().row())  # -1 is no row
        return row.id if row else None

    def selected_ranges(self) -> list[tuple[int, int]]:
        """First and last position of every run of selected rows: all of a million is one run."""
        return self._picked.ranges()

    def selected_count(self) -> int:
        """How many rows are selected, seen or not."""
        return sum(last - first + 1 for first, last in self._picked.ranges())

    def selected_ids(self) -> list[int]:
        """Ids of the selected rows that are in memory, in order; for longer runs ask by selected_ranges()."""
        return self._picked.ids()

    def select_row(self, position: int) -> None:
        """Make this the one selected row and bring it into view."""
        self._picked.forget()
        flags = SELECT.ClearAndSelect | SELECT.Rows
        self.selectionModel().setCurrentIndex(self.rows.index(position, 0), flags)

    def select_ids(self, ids: Iterable[int]) -> None:
        """Select these rows, now or when they arrive; the first becomes current."""
        self._picked.want(list(ids))

    # keyboard and mouse

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End mean the first and the last row; left and right do not move."""
        move = QAbstractItemView.CursorAction
        if action is move.MoveHome:
            return self.rows.index(0, 0)
        if action is move.MoveEnd:
            return self.rows.index(self.rows.rowCount() - 1, 0)
        if action in (move.MoveLeft, move.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit_current(self.activated_row)
        elif key == Qt.Key.Key_Space and not event.modifiers():
            self._emit_current(self.peeked)
        elif key == Qt.Key.Key_Delete and self.selected_count():
            self.delete_requested.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = COMFORTABLE if key == Qt.Key.Key_Right else -COMFORTABLE
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + step)
        else:
            self._picked.forget()
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing into a million rows finds nothing useful; the page has a search field."""

    def _emit_current(self, signal: SignalInstance) -> None:
        if (row_id := self.current_id()) is not None:
            signal.emit(row_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._picked.forget()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._hovered >= 0:  # another row is under the mouse now
            self._hover(self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y()))

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for changed in {before, row} - {-1} if before != row else ():
            top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
            self.viewport().update(0, top, self.viewport().width(), height)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.context_menu_requested.emit(where)

    def viewportEvent(self, event: QEvent) -> bool:
        """A tool tip only where the cell shows less than it holds."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if not index.isValid() or not self._is_cut(index):
                QToolTip.hideText()
                return True
        return super().viewportEvent(event)

    def _is_cut(self, index: QModelIndex) -> bool:
        spec = self.rows.columns[index.column()]
        return self._painter.is_cut(str(index.data()), spec, self.columnWidth(index.column()))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        now, area = theme.current(), event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area, now.surface)
        height, offset = self.verticalHeader().defaultSectionSize(), self.verticalScrollBar().value()
        last = min((offset + self.viewport().height() - 1) // height, self.rows.rowCount() - 1)
        if last >= 0:
            first = offset // height
            held = self.rows.window(first, last)
            top = max((area.top() + offset) // height, first)
            end = min((area.bottom() + offset) // height, last)
            self._painter.paint(painter, self._block(held[top - first : end - first + 1], top), now)
        painter.end()
        self._picked.painted()

    def _block(self, rows: list[Row | None], top: int) -> Block:
        height = self.verticalHeader().defaultSectionSize()
        end = top + len(rows) - 1
        picked = {
            at - top
            for first, last in self.selected_ranges()
            for at in range(max(first, top), min(last, end) + 1)
        }
        return Block(
            rows=rows,
            columns=self.header.visible_columns(),
            top=top * height - self.verticalScrollBar().value(),
            height=height,
            width=self.viewport().width(),
            selected=frozenset(picked),
            hovered=self._hovered - top if self._hovered >= top else -1,
            current=self.currentIndex().row() - top if self.hasFocus() else -1,
        )

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Only the rows that arrived are painted again, and only if they are in view."""
        top = self.rowViewportPosition(first.row())
        end = self.rowViewportPosition(last.row()) + self.rowHeight(last.row())
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        elif top < self.viewport().height() and end > 0:
            self.viewport().update(0, top, self.viewport().width(), end - top)

    def _after_reset(self) -> None:
        self._hovered = -1
        self._place_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit()
        self._place_empty()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure_again()

    def _measure_again(self) -> None:
        self._painter = RowPainter(self.font())
        self.header.measure_again()
        self.viewport().update()

    def _place_empty(self) -> None:
        self._empty.place(self.viewport().geometry(), nothing=self.rows.rowCount() == 0)
