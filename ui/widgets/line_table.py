"""An editable grid: Enter and Tab go on, the empty last row adds, Ctrl+Del removes, Ctrl+V pastes from Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets import formats
from ui.widgets.cell_editing import CellDelegate, read_cell
from ui.widgets.editors import ChoiceEdit
from ui.widgets.fields import Chosen, FieldKind, FieldSpec, make_editor
from ui.widgets.line_grid import LineFoot, LineGrid
from ui.widgets.line_model import LineModel
from ui.widgets.search_edit import Option, SearchEdit

translate = QCoreApplication.translate

TYPED = "typed"  # what is kept of a cell that holds no value

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
        self._told = _sentence_line(f"message.{name}", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._told)
        column.addWidget(self._foot)
        self.setFocusProxy(self.view)
        self.model.edited.connect(self.edited)
        self.model.dataChanged.connect(lambda *_cells: self._foot.update())
        self.model.undo_stack.indexChanged.connect(self.edited)
        for moved in (
            self.view.selectionModel().currentChanged,
            self.model.dataChanged,
            self.model.modelReset,
        ):
            moved.connect(self._tell)
        self.view.paste_requested.connect(self._paste)
        self.view.left.connect(self.left)

    # drafts in, drafts out

    def fill(self, drafts: Sequence[Draft]) -> None:
        """Show these lines."""
        self.model.fill(drafts)

    def drafts(self) -> tuple[Draft, ...] | None:
        """The lines as typed; None when a cell holds no value: the cursor goes there."""
        self.view.commit_open()
        place = self.model.first_unread()
        if place is None:
            return tuple(line.draft for line in self.model.lines())
        self._go(*place)
        return None

    def complaint(self) -> str:
        """Which cell holds no value, and why; "" when every cell does."""
        place = self.model.first_unread()
        wrong = None if place is None else self.model.wrong_at(*place)
        if place is None or wrong is None:
            return ""
        heading = translate("Field", self.model.columns[place[1]].label)
        words = translate("Lines", "Line {row}, {column}: {sentence}")
        return words.format(row=place[0] + 1, column=heading, sentence=wrong.sentence)

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

    def hide_totals(self) -> None:
        """For lines that hold no money."""
        self._foot.hide()

    def set_locked(self, locked: bool) -> None:
        """Only to look at."""
        self.model.set_locked(locked)

    def kept(self) -> list[dict[str, object]]:
        """The lines as JSON: every cell as its editor would keep it, and as typed where that is no value."""
        columns = range(len(self.model.columns))
        return [
            {self.model.columns[n].name: self._kept(row, n) for n in columns}
            for row in range(len(self.model.lines()))
        ]

    def _kept(self, row: int, column: int) -> object:
        wrong = self.model.wrong_at(row, column)
        if wrong is not None and wrong.text is not None:
            return {TYPED: wrong.text}
        reader = cast("Any", self._readers[self.model.columns[column].name])
        reader.set_value(self.model.value(row, column))
        return reader.kept()

    def restore(self, kept: Sequence[Mapping[str, object]]) -> None:
        """Type again what was kept."""
        self.model.fill([])
        block = [[self._restored(spec, row.get(spec.name)) for spec in self.model.columns] for row in kept]
        self.model.put_cells(0, 0, block)

    def _restored(self, spec: FieldSpec, kept: object) -> Any:
        if isinstance(kept, dict):
            return self._read(spec, str(kept.get(TYPED, "")))
        reader = cast("Any", self._readers[spec.name])
        reader.restore(kept)
        return read_cell(reader)

    def words_of(self, line: Draft) -> str:
        """A line as one text for people: what its cells show."""
        shown = (self._shown(spec, getattr(line, spec.name)) for spec in self.model.columns)
        return " ".join(text for text in shown if text)

    # inside

    def _tell(self, *_change: object) -> None:
        """Below the lines: what is wrong in the cell where the cursor is."""
        here = self.view.currentIndex()
        wrong = self.model.wrong_at(here.row(), here.column()) if here.isValid() else None
        self._told.setText(wrong.sentence if wrong else "")
        self._told.setVisible(wrong is not None)

    def _go(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(row, column))

    def _shown(self, spec: FieldSpec, value: object) -> str:
        if spec.kind is FieldKind.COMBO:
            return self._options.get(spec.name, {}).get(value, "")
        if isinstance(value, date):
            return value.isoformat()
        if spec.kind in (FieldKind.QUANTITY, FieldKind.UNITS):
            return "" if value is None else formats.quantity(cast("Decimal", value))
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


def _sentence_line(name: str, parent: QWidget) -> QLabel:
    made = QLabel(parent)
    made.setObjectName(name)
    made.setProperty("role", "error")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setContentsMargins(8, 4, 8, 0)
    made.hide()
    return made
