"""An editable grid: Enter and Tab go on, Ctrl+Enter adds, Ctrl+Del removes, Ctrl+V pastes rows from Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from services.money import format_money
from ui import theme
from ui.widgets import formats
from ui.widgets.cell_editing import CellDelegate, read_cell
from ui.widgets.editors import ChoiceEdit
from ui.widgets.fields import Chosen, FieldKind, FieldSpec, make_editor
from ui.widgets.line_model import LineModel
from ui.widgets.search_edit import Option, SearchEdit

FOOT = 32

translate = QCoreApplication.translate

type Draft = Any
type Index = QModelIndex | QPersistentModelIndex


class LineTable(QWidget):
    """The lines of a paper. `columns` are fields (their `width` is in pixels here; 0 takes what the others leave)."""

    edited = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[FieldSpec],
        new_line: Callable[[], Draft],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"field.{name}")
        self.today = today
        self._options: dict[str, dict[object, str]] = {}
        self._readers = {spec.name: make_editor(spec, today) for spec in columns}
        for reader in self._readers.values():
            reader.setParent(self)
            reader.hide()
        self.model = LineModel(columns, new_line, self._shown, self)
        self.view = _Grid(self.model, self)
        self.view.setObjectName(f"table.{name}")
        self.view.setItemDelegate(CellDelegate(self._editor, self.view))
        self._foot = _Foot(self.view, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        self.setFocusProxy(self.view)
        self.model.edited.connect(self.edited)
        self.model.undo_stack.indexChanged.connect(self.edited)
        self.view.paste_requested.connect(self._paste)

    # drafts in, drafts out

    def fill(self, drafts: Sequence[Draft]) -> None:
        """Show these lines."""
        self.model.fill(drafts)

    def drafts(self) -> tuple[Draft, ...] | None:
        """The lines as typed; None when a cell holds no value: the cursor goes there."""
        if not self.model.is_wrong():
            return tuple(line.draft for line in self.model.lines())
        for row, line in enumerate(self.model.lines()):
            for column, spec in enumerate(self.model.columns):
                if spec.name in line.wrong:
                    self._go(row, column)
                    return None
        return None

    def offer(self, name: str, choices: Sequence[Chosen]) -> None:
        """What can be chosen in a combo column."""
        self._options[name] = {one.id: one.label for one in choices}
        reader = self._readers[name]
        assert isinstance(reader, SearchEdit)
        reader.set_options([Option(one.id, one.label, one.hint, one.search) for one in choices])

    def say(self, field: str, sentence: str) -> bool:
        """Mark the cell of `<row>.<column>`, counted from 0, e.g. "2.amount"; False when there is no such cell."""
        row, _, name = field.partition(".")
        names = [spec.name for spec in self.model.columns]
        if not row.isdecimal() or int(row) >= len(self.model.lines()):
            return False
        if name in names:
            self.model.mark(int(row), name, sentence)
        self._go(int(row), names.index(name) if name in names else 0)
        return name in names

    def total(self, name: str) -> Any:
        """Sum of a money column in yuan."""
        return self.model.total(name)

    def set_locked(self, locked: bool) -> None:
        """Only to look at."""
        self.model.set_locked(locked)

    def kept(self) -> list[dict[str, object]]:
        """The lines as JSON: every cell as its editor would keep it."""
        rows = []
        for row in range(len(self.model.lines())):
            kept: dict[str, object] = {}
            for column, spec in enumerate(self.model.columns):
                reader = cast("Any", self._readers[spec.name])
                reader.set_value(self.model.value(row, column))
                kept[spec.name] = reader.kept()
            rows.append(kept)
        return rows

    def restore(self, kept: Sequence[Mapping[str, object]]) -> None:
        """Type again what was kept."""
        self.model.fill([])
        block = []
        for row in kept:
            cells = []
            for spec in self.model.columns:
                reader = cast("Any", self._readers[spec.name])
                reader.restore(row.get(spec.name))
                cells.append(read_cell(reader))
            block.append(cells)
        self.model.put_cells(0, 0, block)

    # inside

    def _go(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(row, column))

    def _shown(self, spec: FieldSpec, value: object) -> str:
        if spec.kind is FieldKind.COMBO:
            return self._options.get(spec.name, {}).get(value, "")
        if isinstance(value, date):
            return value.isoformat()
        return "" if value is None else formats.plain(value, self.today())

    def _editor(self, column: int, parent: QWidget) -> QWidget:
        spec = self.model.columns[column]
        editor = make_editor(spec, self.today)
        editor.setParent(parent)
        editor.setObjectName(f"cell.{spec.name}")
        editor.setAccessibleName(translate("Field", spec.label))
        reader = self._readers[spec.name]
        if isinstance(editor, SearchEdit) and isinstance(reader, SearchEdit):
            editor.set_options(reader.options())
        return editor

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        here = self.view.currentIndex()
        if not text or not here.isValid():
            return
        specs = self.model.columns[here.column() :]
        block = [
            [self._read(spec, cell) for spec, cell in zip(specs, row.split("\t"), strict=False)]
            for row in text.splitlines()
        ]
        self.model.put_cells(here.row(), here.column(), block)
        self._go(here.row(), here.column())

    def _read(self, spec: FieldSpec, text: str) -> Any:
        reader = cast("Any", self._readers[spec.name])
        if isinstance(reader, ChoiceEdit):
            reader.setCurrentIndex(max(reader.findText(text.strip()), 0))
        else:
            reader.restore(text.strip()) if not isinstance(reader, SearchEdit) else reader.type_text(text)
        return read_cell(reader)


class _Grid(QTableView):
    """Keys of the grid; the cells' own keys are the delegate's business."""

    paste_requested = Signal()

    def __init__(self, model: LineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self._edited = (0, 0)
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
        for column, spec in enumerate(model.columns):
            if spec.width:
                header.resizeSection(column, spec.width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()  # Ctrl+Enter adds a line here; elsewhere in the form it saves
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        locked = not self._lines.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif locked:
            super().keyPressEvent(event)
        elif enter and control:
            self.edit(self._lines.index(self._lines.add(self.currentIndex().row()), 0))
        elif enter:
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
        super().closeEditor(editor, hint)


def _own(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)


class _Foot(QWidget):
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
        words = translate("Lines", "{count} lines").format(count=len(self._lines.lines()))
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
