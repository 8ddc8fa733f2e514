"""The lines of a paper while they are typed: drafts in rows, every change undoable, nothing typed thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
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
from PySide6.QtGui import QUndoCommand, QUndoStack

from ui import theme
from ui.widgets.fields import FieldKind, FieldSpec

translate = QCoreApplication.translate

type Draft = Any  # a frozen dataclass, of whichever line the table is for
type Index = QModelIndex | QPersistentModelIndex
type Shown = Callable[[FieldSpec, object], str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell whose text is no value, or whose value was refused; `text` is None when the value stands."""

    sentence: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its draft, and what is wrong by column name."""

    draft: Draft
    wrong: dict[str, Wrong] = field(default_factory=dict)

    def with_value(self, name: str, value: object) -> Line:
        """The line with another value in one column, which is right now."""
        rest = {key: wrong for key, wrong in self.wrong.items() if key != name}
        return Line(replace(self.draft, **{name: value}), rest)

    def with_wrong(self, name: str, wrong: Wrong) -> Line:
        """The line with something wrong in one column."""
        return Line(self.draft, self.wrong | {name: wrong})


class LineModel(QAbstractTableModel):
    """Rows of drafts and, unless locked, one empty row at the end that becomes a line when typed into."""

    edited = Signal()

    def __init__(
        self, columns: Sequence[FieldSpec], new_line: Callable[[], Draft], shown: Shown, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.undo_stack = QUndoStack(self)
        self._new_line, self._shown = new_line, shown
        self._lines: tuple[Line, ...] = ()
        self._locked = False
        self.fixed: frozenset[str] = frozenset()  # columns that are only looked at
        self.grows = True  # whether lines are added and removed, or only filled in

    # what there is

    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def fill(self, drafts: Sequence[Draft]) -> None:
        """Begin with these; there is nothing to undo then."""
        self.undo_stack.clear()
        self.beginResetModel()
        self._lines = tuple(Line(draft) for draft in drafts)
        self.endResetModel()

    def put(self, lines: tuple[Line, ...]) -> None:
        """Show these lines: what undo and redo do. Rows come and go below, so that an open cell stays open."""
        before, after, below = len(self._lines), len(lines), self._below()
        if after > before:
            self.beginInsertRows(QModelIndex(), before + below, after + below - 1)
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after + below, before + below - 1)
        self._lines = lines
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def set_locked(self, locked: bool) -> None:
        self.beginResetModel()
        self._locked = locked
        self.endResetModel()

    def total(self, name: str) -> Decimal:
        """Sum of a money column, in yuan; what cannot be read counts nothing."""
        values = (getattr(line.draft, name) for line in self._lines if not _unread(line, name))
        return sum((value for value in values if isinstance(value, Decimal)), Decimal(0))

    def first_unread(self) -> tuple[int, int] | None:
        """Row and column of the first cell that holds text that is no value."""
        places = (
            (row, column)
            for row, line in enumerate(self._lines)
            for column, spec in enumerate(self.columns)
            if _unread(line, spec.name)
        )
        return next(places, None)

    def is_wrong(self) -> bool:
        """Whether any cell holds text that is no value."""
        return self.first_unread() is not None

    def wrong_at(self, row: int, column: int) -> Wrong | None:
        """What is wrong in a cell."""
        return self._lines[row].wrong.get(self.columns[column].name) if row < len(self._lines) else None

    # changes, each one step of undo

    def change(self, words: str, lines: Sequence[Line]) -> None:
        """Replace the lines; `words` name the step."""
        self.undo_stack.push(_Step(self, words, self._lines, tuple(lines)))
        self.edited.emit()

    def set_cell(self, row: int, column: int, value: object, wrong: Wrong | None = None) -> None:
        """What was typed into one cell; in the empty last row it makes a line."""
        name = self.columns[column].name
        lines = list(self._lines)
        if row >= len(lines):
            lines.append(Line(self._new_line()))
        line = lines[row]
        changed = line.with_wrong(name, wrong) if wrong else line.with_value(name, value)
        if changed != line or row >= len(self._lines):
            lines[row] = changed
            self.change(translate("Lines", "Typing"), lines)

    def add(self, after: int) -> int:
        """A new line below row `after`; gives its row."""
        if not self.grows:
            return max(0, min(after, len(self._lines) - 1))
        at = min(after + 1, len(self._lines))
        lines = [*self._lines[:at], Line(self._new_line()), *self._lines[at:]]
        self.change(translate("Lines", "Add a line"), lines)
        return at

    def remove(self, rows: set[int]) -> None:
        """Take these rows away."""
        if not self.grows:
            return
        lines = [line for n, line in enumerate(self._lines) if n not in rows]
        if len(lines) != len(self._lines):
            self.change(translate("Lines", "Remove lines"), lines)

    def put_cells(
        self, row: int, column: int, block: Sequence[Sequence[tuple[object, Wrong | None]]]
    ) -> None:
        """Write a pasted block from a cell on, in one step; rows that are missing are made."""
        lines = list(self._lines)
        for n, cells in enumerate(block if self.grows else block[: len(lines) - row], row):
            while n >= len(lines):
                lines.append(Line(self._new_line()))
            for spec, (value, wrong) in zip(self.columns[column:], cells, strict=False):
                line = lines[n]
                lines[n] = line.with_wrong(spec.name, wrong) if wrong else line.with_value(spec.name, value)
        self.change(translate("Lines", "Paste"), lines)

    def mark(self, row: int, name: str, sentence: str) -> None:
        """A service refused this cell's value; typing takes the mark away. Not a step of undo."""
        lines = list(self._lines)
        lines[row] = lines[row].with_wrong(name, Wrong(sentence))
        self.put(tuple(lines))

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines) + self._below()

    def _below(self) -> int:
        """The empty row at the end."""
        return int(self.grows and not self._locked)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fixed = self._locked or self.columns[index.column()].name in self.fixed
        return usual if fixed else usual | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            text = str(section + 1) if section < len(self._lines) else "+"
            return text if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return translate("Field", self.columns[section].label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[index.column()])
        if index.row() >= len(self._lines):
            return None
        wrong = self.wrong_at(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell_text(index.row(), index.column())
            case Qt.ItemDataRole.ForegroundRole if wrong:
                return theme.current().red.text
            case Qt.ItemDataRole.BackgroundRole if wrong:
                return theme.current().red.fill
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole if wrong:
                return wrong.sentence
        return None

    def cell_text(self, row: int, column: int) -> str:
        """What a cell shows: its value for people, or what was typed when that is no value."""
        wrong = self.wrong_at(row, column)
        if wrong is not None and wrong.text is not None:
            return wrong.text
        return self._shown(self.columns[column], self.value(row, column))

    def value(self, row: int, column: int) -> object:
        """The value in a cell; that of a new line in the empty row."""
        draft = self._lines[row].draft if row < len(self._lines) else self._new_line()
        return getattr(draft, self.columns[column].name)


class _Step(QUndoCommand):
    """The lines before and after a change: drafts are frozen, so that keeping them costs little."""

    def __init__(
        self, model: LineModel, words: str, before: tuple[Line, ...], after: tuple[Line, ...]
    ) -> None:
        super().__init__(words)
        self._model, self._before, self._after = model, before, after

    def redo(self) -> None:
        self._model.put(self._after)

    def undo(self) -> None:
        self._model.put(self._before)


def _unread(line: Line, name: str) -> bool:
    return name in line.wrong and line.wrong[name].text is not None


def _side(spec: FieldSpec) -> Qt.AlignmentFlag:
    right = spec.kind in (FieldKind.MONEY, FieldKind.NUMBER, FieldKind.QUANTITY, FieldKind.UNITS)
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter
