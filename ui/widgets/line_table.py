"""An editable grid: Enter and Tab go on, the empty last row adds, Ctrl+Del removes, Ctrl+V pastes from Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from ui.widgets import formats
from ui.widgets.cell_editing import CellDelegate, read_cell
from ui.widgets.editors import ChoiceEdit
from ui.widgets.fields import Chosen, FieldKind, FieldSpec, make_editor
from ui.widgets.line_grid import LineFoot, LineGrid
from ui.widgets.line_model import LineModel
from ui.widgets.search_edit import Option, SearchEdit

translate = QCoreApplication.translate

type Draft = Any
type Index = QModelIndex | QPersistentModelIndex


class LineTable(QWidget):
    """The lines of a paper. `columns` are fields (their `width` is in pixels here; 0 takes what the others leave)."""

    edited = Signal()
    left = Signal()  # Enter or Tab in the empty last row: on to what follows

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
        self.view = LineGrid(self.model, self)
        self.view.setObjectName(f"table.{name}")
        self.view.setItemDelegate(CellDelegate(self._editor, self.view))
        self._foot = LineFoot(self.view, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        self.setFocusProxy(self.view)
        self.model.edited.connect(self.edited)
        self.model.dataChanged.connect(lambda *_cells: self._foot.update())
        self.model.undo_stack.indexChanged.connect(self.edited)
        self.view.paste_requested.connect(self._paste)
        self.view.left.connect(self.left)

    # drafts in, drafts out

    def fill(self, drafts: Sequence[Draft]) -> None:
        """Show these lines."""
        self.model.fill(drafts)

    def drafts(self) -> tuple[Draft, ...] | None:
        """The lines as typed; None when a cell holds no value: the cursor goes there."""
        self.view.commit_open()
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

    def begin(self) -> None:
        """Ready for typing: in the first cell when there are no lines yet, else on the first line."""
        self._go(0, 0)
        if not self.model.lines():
            self.view.edit(self.model.index(0, 0))

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

    def words_of(self, line: Draft) -> str:
        """A line as one text for people: what its cells show."""
        shown = (self._shown(spec, getattr(line, spec.name)) for spec in self.model.columns)
        return " ".join(text for text in shown if text)

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
