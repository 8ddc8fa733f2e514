"""A table model that knows how many rows there are and holds only those around the eye."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

PAGE = 100  # rows asked for at a time
PAGES_HELD = 40
IN_FLIGHT = 2  # a dragged scroll bar must not queue a thousand questions
PLACEHOLDER = "…"

ID_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3

type Index = QModelIndex | QPersistentModelIndex


class Kind(StrEnum):
    """What stands in a column, hence how it is painted."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    STATE = "state"
    COUNT = "count"
    STRONG = "strong"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column: its name in the register, its translated label, its look. `width` is in logical pixels."""

    name: str
    label: str
    align: str = "left"
    width: int = 96
    kind: str = Kind.TEXT
    sortable: bool = True
    stretch: bool = False  # takes what the others leave, never less than `width`
    hidden: bool = False  # at first; the column chooser shows it
    spare: int = 0  # gives way where the stretched one has too little room, 1 before 2; 0 never
    words: tuple[str, ...] = ()  # everything its cells can say, where that is known: none of it is cut


@dataclass(frozen=True, slots=True)
class Row:
    """One row ready to paint: a display string and a tone name or None for every column, in column order."""

    id: int
    cells: tuple[str, ...]
    tones: tuple[str | None, ...]
    band: bool = False  # a subtotal: on a grey ground


class RowSource(Protocol):
    """Where rows come from: a register in one order with one filter."""

    @property
    def columns(self) -> Sequence[ColumnSpec]: ...

    def fetch(self, first: int, count: int, done: Callable[[list[Row]], None]) -> None:
        """Answer later, on the GUI thread, always: with an empty list when the rows cannot be had."""

    def fetch_now(self, first: int, count: int) -> list[Row] | None:
        """The same at once, or None where that would be slow."""


class WindowedModel(QAbstractTableModel):
    """Pages of rows, the least recently looked at given up first; answers to an older question are dropped."""

    rows_arrived = Signal(int, int)  # first and last row

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: RowSource | None = None
        self._columns: tuple[ColumnSpec, ...] = ()
        self._count = 0
        self._generation = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: dict[int, int] = {}  # first page → how many pages, on the way
        self._stale: set[int] = set()
        self._view = (0, 0)  # rows last painted
        self._forward = True

    # what there is

    @property
    def columns(self) -> tuple[ColumnSpec, ...]:
        return self._columns

    def set_source(self, source: RowSource, row_count: int) -> None:
        """Show another source, order or filter; the pages held belong to the old one and go."""
        self.beginResetModel()
        self._source = source
        self._columns = tuple(source.columns)
        self._count = row_count
        self._forget()
        self.endResetModel()

    def invalidate(self, row_count: int | None = None) -> None:
        """Everything may have changed: ask again, with the new number of rows where it is known."""
        self.beginResetModel()
        self._count = self._count if row_count is None else row_count
        self._forget()
        self.endResetModel()

    def refresh_rows(self, ids: Iterable[int]) -> None:
        """These rows changed in place: fetch them again, and show the old ones until the new arrive."""
        wanted = set(ids)
        self._stale |= {page for page, rows in self._pages.items() if any(row.id in wanted for row in rows)}
        self._ask()

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._asked.clear()
        self._stale.clear()
        self._view = (0, 0)

    # rows

    def row_at(self, i: int) -> Row | None:
        """The row if it is held; None while it is on its way (nothing is asked for)."""
        page = self._pages.get(i // PAGE)
        return page[i % PAGE] if page is not None and 0 <= i < self._count and i % PAGE < len(page) else None

    def positions(self, ids: Iterable[int]) -> dict[int, int]:
        """Where those of these rows stand that are held: id → position."""
        wanted = set(ids)
        return {row.id: position for position, row in self.held() if row.id in wanted}

    def held(self) -> Iterator[tuple[int, Row]]:
        """The rows in memory with their positions, in order."""
        for page in sorted(self._pages):
            yield from enumerate(self._pages[page], page * PAGE)

    def window(self, first: int, last: int) -> list[Row | None]:
        """The rows to paint now; what is missing is asked for, and so is what comes next."""
        if first != self._view[0]:
            self._forward = first > self._view[0]
        self._view = (first, last)
        for page in range(first // PAGE, last // PAGE + 1):
            if page in self._pages:
                self._pages.move_to_end(page)
        if not self._ask_now():
            self._ask()
        return [self.row_at(i) for i in range(first, last + 1)]

    # asking

    def _missing(self, *, ahead: bool) -> list[int]:
        """Pages to ask for: the visible ones first, then one in the direction of travel, then one behind."""
        first, last = self._view[0] // PAGE, self._view[1] // PAGE
        wanted = list(range(first, last + 1))
        if ahead:
            wanted += [last + 1, first - 1] if self._forward else [first - 1, last + 1]
        there = (self._count - 1) // PAGE
        busy = {page + n for page, span in self._asked.items() for n in range(span)}
        fresh = self._pages.keys() - self._stale
        return [page for page in wanted if 0 <= page <= there and page not in fresh and page not in busy]

    def _ask_now(self) -> bool:
        """Fill the visible pages at once where the source can; True when nothing visible is missing then."""
        for page in self._missing(ahead=False):
            rows = self._source.fetch_now(page * PAGE, PAGE) if self._source else None
            if rows is None:
                return False
            self._keep(page, rows)
        return not self._missing(ahead=True)

    def _ask(self) -> None:
        while self._source and len(self._asked) < IN_FLIGHT and (missing := self._missing(ahead=True)):
            page, span = missing[0], 1
            while missing[span : span + 1] == [page + span]:
                span += 1
            self._asked[page] = span
            self._source.fetch(page * PAGE, span * PAGE, self._answer(page, span))

    def _answer(self, page: int, span: int) -> Callable[[list[Row]], None]:
        generation = self._generation

        def done(rows: list[Row]) -> None:
            if generation != self._generation:
                return
            self._asked.pop(page, None)
            for n in range(span):
                self._keep(page + n, rows[n * PAGE : (n + 1) * PAGE])
            self._tell(page * PAGE, (page + span) * PAGE - 1)
            self._ask()

        return done

    def _keep(self, page: int, rows: list[Row]) -> None:
        self._stale.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > PAGES_HELD:
            self._pages.popitem(last=False)

    def _tell(self, first: int, last: int) -> None:
        last = min(last, self._count - 1)
        if self._columns and first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
            self.rows_arrived.emit(first, last)

    # Qt's own questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        return _value(self.row_at(index.row()), index.column(), column, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self._columns[section])
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._columns[section].label if role in words else None


def alignment(column: ColumnSpec) -> Qt.AlignmentFlag:
    """Left, right or centre, in the middle of the row's height."""
    sides = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}
    return sides.get(column.align, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _value(row: Row | None, column: int, spec: ColumnSpec, role: int) -> Any:
    text = row.cells[column] if row else PLACEHOLDER
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
            return text
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{spec.label} {text}"
    if row is None:
        return None
    return {int(ID_ROLE): row.id, int(SORT_ROLE): text, int(TONE_ROLE): row.tones[column]}.get(int(role))
