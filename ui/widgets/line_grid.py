"""The grid of a paper's lines: its keys, what leads into a cell and out of the grid, and the totals below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from services.money import format_money
from ui import theme
from ui.widgets.fields import FieldKind
from ui.widgets.line_model import LineModel
from ui.widgets.title_width import title_width

FOOT = 32
LEAST_TEXT, LEAST_CHOSEN = 96, 60  # of the column that takes what is left, of one chosen from a list
LEAST_TITLED = 40  # of one whose title is whole

translate = QCoreApplication.translate

type Index = QModelIndex | QPersistentModelIndex


class LineGrid(QTableView):
    """Keys of the grid; the cells' own keys are the delegate's business."""

    paste_requested = Signal()
    left = Signal()

    def __init__(self, model: LineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self._edited = (0, 0)
        self._fitted: dict[int, int] = {}
        self._titles: dict[int, int] = {}  # what the titles of columns need that must be whole
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(36)
        self.verticalHeader().setMinimumWidth(32)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(LEAST_CHOSEN)
        for column, spec in enumerate(model.columns):
            if spec.width:
                header.resizeSection(column, spec.width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_titles(self) -> None:
        """Columns are never narrower than their titles."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LEAST_TITLED)
        for column, spec in enumerate(self._lines.columns):
            if spec.width:
                self._titles[column] = title_width(header, column)
                header.resizeSection(column, max(spec.width, self._titles[column]))

    def _fit(self) -> None:
        """Where there is little room, what is chosen from lists gives way, so that amounts stay in view."""
        specs = list(enumerate(self._lines.columns))
        usual = sum(spec.width for _, spec in specs)
        chosen = [(n, spec) for n, spec in specs if spec.width and spec.kind is FieldKind.COMBO]
        over = usual + LEAST_TEXT - self.viewport().width()
        step = max(-(-over // max(len(chosen), 1)), 0)
        for n, spec in chosen:
            width = max(spec.width - step, min(LEAST_CHOSEN, spec.width), self._titles.get(n, 0))
            if self._fitted.get(n, spec.width) == self.columnWidth(n):  # else the user's own width
                self.setColumnWidth(n, width)
                self._fitted[n] = width

    def commit_open(self) -> None:
        """What is being typed counts: a key that saves does not leave the cell first."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes through the cells, and out of the grid behind the last and before the first one."""
        here = self.currentIndex()
        if on and self._in_empty_row():
            self.left.emit()
            return True
        if not on and here.row() <= 0 and here.column() <= 0:
            return QWidget.focusNextPrevChild(self, on)
        return super().focusNextPrevChild(on)

    def _in_empty_row(self) -> bool:
        here = self.currentIndex()
        return here.row() >= len(self._lines.lines()) and here.column() <= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        locked = not self._lines.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif locked:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Insert:
            self.edit(self._lines.index(self._lines.add(self.currentIndex().row()), 0))
        elif enter and not control:
            self.edit(self.currentIndex())
        elif control and event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.edit(self.currentIndex())
        elif not self._undo_or_paste(event):
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._edited = (current.row(), current.column())

    def _undo_or_paste(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._lines.undo_stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._lines.undo_stack.redo()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        else:
            return False
        return True

    def _remove(self) -> None:
        here = self.currentIndex()
        self._lines.remove({index.row() for index in self.selectionModel().selectedIndexes()} or {here.row()})
        self.setCurrentIndex(self._lines.index(min(here.row(), self._lines.rowCount() - 1), here.column()))

    def _copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in sorted(
            self.selectionModel().selectedIndexes(), key=lambda one: (one.row(), one.column())
        ):
            text = str(index.data() or "").replace("\t", " ").replace("\n", " ")
            rows.setdefault(index.row(), []).append(text)
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))

    def closeEditor(self, editor: QWidget, hint: Any) -> None:
        """The model was reset by what was typed: the cursor stays where it was."""
        row, column = self._edited
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._lines.index(row, column))
        hints = QAbstractItemDelegate.EndEditHint
        leaves = hint == hints.EditNextItem and self._in_empty_row()
        super().closeEditor(editor, hints.NoHint if leaves else hint)
        if leaves:
            self.left.emit()


class LineFoot(QWidget):
    """Totals of the money columns, each below its column."""

    def __init__(self, view: QTableView, model: LineModel) -> None:
        super().__init__()
        self._view, self._lines = view, model
        self.setFixedHeight(FOOT)
        model.modelReset.connect(self.update)
        view.horizontalHeader().sectionResized.connect(lambda *_sizes: self.update())
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        now, left = theme.current(), self._view.verticalHeader().width() + 1
        words = translate("Lines", "Lines: {count}").format(count=len(self._lines.lines()))
        painter.setPen(now.muted)
        painter.drawText(left + 8, 0, 200, FOOT, int(Qt.AlignmentFlag.AlignVCenter), words)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(now.ink)
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, spec in enumerate(self._lines.columns):
            if spec.kind is FieldKind.MONEY:
                at = left + self._view.columnViewportPosition(column)
                width = self._view.columnWidth(column) - 8
                painter.drawText(at, 0, width, FOOT, side, format_money(self._lines.total(spec.name)))
        painter.end()
