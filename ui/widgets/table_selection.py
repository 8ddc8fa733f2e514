"""A selection that names rows by their ids, so that it outlives a refresh, a new order and a new filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer

if TYPE_CHECKING:
    from ui.widgets.table_view import RegisterTable

SELECT = QItemSelectionModel.SelectionFlag


class KeptSelection(QObject):
    """Remembers ids before the model resets and selects them again as their rows arrive."""

    def __init__(self, table: RegisterTable) -> None:
        super().__init__(table)
        self._table, self._rows = table, table.rows
        self._wanted: set[int] = set()
        self._wanted_current: int | None = None
        self._all = False
        self._announced: int | None = None
        self._unseen = False  # a row was selected that is still on its way
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._restore)
        self._rows.modelAboutToBeReset.connect(self._remember)
        self._rows.modelReset.connect(self._after_reset)
        self._rows.rows_arrived.connect(self._arrived)
        table.selectionModel().currentRowChanged.connect(self._moved)
        table.selectionModel().selectionChanged.connect(self._changed)

    def ranges(self) -> list[tuple[int, int]]:
        """First and last position of every run of selected rows, in order."""
        chosen = self._table.selectionModel().selection()
        runs: list[tuple[int, int]] = []
        for first, last in sorted((run.top(), run.bottom()) for run in chosen.toList()):
            if runs and first <= runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
            else:
                runs.append((first, last))
        return runs

    def ids(self) -> list[int]:
        """Ids of the selected rows that are in memory, in order."""
        runs = self.ranges()
        return [row.id for at, row in self._rows.held() if any(first <= at <= last for first, last in runs)]

    def want(self, ids: list[int]) -> None:
        """Select these now or when they arrive; the first becomes the current row."""
        self._table.clearSelection()
        self._wanted, self._wanted_current = set(ids), ids[0] if ids else None
        self._restore()

    def forget(self) -> None:
        """The user chooses anew: nothing that arrives later is selected."""
        self._wanted.clear()
        self._wanted_current = None

    def drop(self) -> None:
        """Nothing is selected, and nothing will be when it arrives."""
        self.forget()
        self._table.selectionModel().clear()
        self.announce()

    def painted(self) -> None:
        """Rows that came at once, while painting, are looked through afterwards."""
        waiting = bool(self._wanted) or self._wanted_current is not None or self._unseen
        if waiting or self._announced != self._table.current_id():
            self._soon.start()

    def announce(self) -> None:
        """Tell which row is current; while one is on its way, say nothing."""
        now = self._table.current_id()
        waiting = self._table.currentIndex().isValid() or self._wanted_current is not None
        if now != self._announced and (now is not None or not waiting):
            self._announced = now
            self._table.current_changed.emit(now)

    def _moved(self) -> None:
        self._table.viewport().update()
        self.announce()

    def _changed(self) -> None:
        self._unseen = any(self._rows.row_at(first) is None for first, _ in self.ranges())

    def _arrived(self, first: int, last: int) -> None:
        self._restore()
        if any(begin <= last and first <= end for begin, end in self.ranges()):
            self._changed()
            self._table.selection_arrived.emit()

    def _remember(self) -> None:
        count = self._rows.rowCount()
        self._all = count > 1 and self.ranges() == [(0, count - 1)]
        self._wanted |= set(self.ids())
        self._wanted_current = self._table.current_id() or self._wanted_current

    def _after_reset(self) -> None:
        if not self._rows.rowCount():
            self.forget()
            self.announce()
        elif self._all:
            self._table.selectAll()

    def _restore(self) -> None:
        current, found = self._wanted_current, self._rows.positions(self._wanted)
        places = self._rows.positions([] if current is None else [current])
        if current in places:
            self._wanted_current = None
            index = self._rows.index(places[current], 0)
            self._table.selectionModel().setCurrentIndex(index, SELECT.NoUpdate)
        if found:
            again, last = QItemSelection(), len(self._rows.columns) - 1
            for at in found.values():
                again.select(self._rows.index(at, 0), self._rows.index(at, last))
            self._wanted -= found.keys()
            self._table.selectionModel().select(again, SELECT.Select)
        if self._unseen:
            self._changed()
            if not self._unseen:
                self._table.selection_arrived.emit()
        self.announce()
