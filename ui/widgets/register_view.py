"""Search, chips, filters and table of one register, kept in step with the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.register_model import order_of
from services.registers import Filter, Query, Register
from ui.state import Desk
from ui.widgets.chips import ChipBar
from ui.widgets.filter_bar import FilterBar, filter_button
from ui.widgets.filter_dialog import FilterDialog
from ui.widgets.register_rows import CellRule, RowValues, preparer
from ui.widgets.register_source import Asked, RegisterSource, chip_counts, count_rows, opening, places
from ui.widgets.register_totals import TotalsLine
from ui.widgets.search_field import SearchField
from ui.widgets.table_model import PAGE
from ui.widgets.table_view import RegisterTable

SEARCH_MS = 180

translate = QCoreApplication.translate


class RegisterView(QWidget):
    """The list of a register. Nothing is read before it is first shown."""

    loaded = Signal()  # the first rows of a question are there
    current_changed = Signal(object)
    selection_changed = Signal()
    selection_arrived = Signal()
    activated = Signal(int)
    peeked = Signal(int)
    delete_requested = Signal()
    copy_requested = Signal()
    context_menu_requested = Signal(QPoint)
    status_changed = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        register: Register,
        rules: Mapping[str, CellRule],
        search_hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.register = desk, register
        self.rules = rules
        self._sort, self._descending = "", False  # "": as the chip or the register has it
        self._asked = 0
        self._source: RegisterSource | None = None
        self.view_columns: dict[str, Any] = {}  # those of a saved view; {}: the user's own
        self._stale = True
        self._shown_once = False
        self._elsewhere = False  # whether another chip has rows
        self.count = 0
        self.search = SearchField(search_hint, self)
        self.chips = ChipBar(self)
        self.filters = FilterBar(register, desk.today, self)
        self.table = RegisterTable(self)
        self.table.setObjectName(f"table.{register.name}")
        self.totals = TotalsLine(desk, register, self)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.search, 1)
        top.addWidget(self.chips)
        top.addWidget(filter_button(self.add_filter, self))
        self.chips.set_chips([(chip.name, translate("Register", chip.label)) for chip in self.register.chips])
        self.chips.setVisible(bool(self.register.chips))
        self.chips.select(self.register.default_chip)
        self.top_row, self.table_box = top, QVBoxLayout(self)
        self.table_box.setContentsMargins(0, 0, 0, 0)
        self.table_box.addWidget(self.table)

    def _connect(self) -> None:
        table = self.table
        self._typing.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(table.setFocus)
        self.search.down.connect(table.setFocus)
        self.chips.chips_changed.connect(self._choose_chip)
        self.filters.changed.connect(self.ask)
        table.sort_requested.connect(self._sort_by)
        table.current_changed.connect(self.current_changed)
        table.activated_row.connect(self.activated)
        table.peeked.connect(self.peeked)
        table.delete_requested.connect(self.delete_requested)
        table.copy_requested.connect(self.copy_requested)
        table.context_menu_requested.connect(self.context_menu_requested)
        table.selection_changed.connect(self._selected)
        table.selection_arrived.connect(self._arrived)
        table.header.columns_changed.connect(self._remember_columns)
        self.totals.changed.connect(self.status_changed)
        self.desk.tasks.changed.connect(self._mark_stale)

    # what is asked

    def query(self) -> Query:
        """The question on screen."""
        return Query(
            self.desk.today(),
            chip=self.chips.selected(),
            filters=self.filters.filters(),
            text=self.search.text().strip(),
            sort=self._sort,
            descending=self._descending,
        )

    def is_narrowed(self) -> bool:
        """Whether search, filters or chip hide rows: then an empty list does not mean an empty register."""
        query = self.query()
        return bool(query.text or query.filters or self._elsewhere)

    def show_all(self) -> None:
        """Take search and filters away, and show the chip that hides nothing."""
        self.search.clear()
        self.chips.select("all")
        self.filters.set_filters(())

    def show_filtered(self, chip: str = "", filters: Sequence[Filter] = ()) -> None:
        """Show one chip's rows and these filters."""
        self.search.clear()
        self.chips.select(chip or self.chips.selected())
        self._sort = ""
        self.filters.set_filters(filters)

    def _choose_chip(self, name: str) -> None:
        if self.register.chip(name).sort:  # an order of its own: what waits begins with what is late
            self._sort = ""
        self.ask()

    def add_filter(self) -> None:
        """Let the user say one more filter."""
        dialog = FilterDialog(self.register, self.desk.today, self)
        dialog.chosen.connect(self.filters.add)
        dialog.open()

    def arrange(self, query: Query, columns: Mapping[str, Any], *, own: bool) -> None:
        """Show this question with these columns; `own` ones are kept as the user's when they change."""
        self._shown_once, self.view_columns = True, {} if own else dict(columns)
        self.search.setText(query.text)
        self._sort, self._descending = query.sort, query.descending
        self.chips.select(query.chip)
        self.table.restore_columns(dict(columns))
        self.filters.set_filters(query.filters)  # asks

    def ask(self) -> None:
        """Ask the whole question again, from its first rows; what is on screen stays until they are there."""
        self._typing.stop()
        self._stale = False
        self._asked += 1
        query = self.query()
        work = partial(opening, self.desk.actor, self.register, query, PAGE)
        self.desk.tasks.read(self, work, partial(self._answered, self._asked, query), self.refused.emit)

    def refresh(self) -> None:
        """Something may have changed: fetch what is in view again, quietly, unless the number of rows changed."""
        if self._source is None:
            self.ask()
            return
        self._stale = False
        self._source.forget_places()
        work = partial(count_rows, self.desk.actor, self.register, self._source.query)
        self.desk.tasks.read(self, work, partial(self._recounted, self._asked), self.refused.emit)

    def show_record(self, record_id: int) -> None:
        """Bring a record into view and select it; search and filters give way where they hide it."""
        work = partial(places, self.desk.actor, self.register, self.query(), [record_id])
        self.desk.tasks.read(self, work, partial(self._found, record_id), self.refused.emit)

    # what is answered

    def _answered(self, asked: int, query: Query, found: tuple[int | None, list[Any]]) -> None:
        if asked != self._asked:
            return
        count, rows = found
        prepared = preparer(self.register, query.today, self.rules)
        self._source = RegisterSource(
            self, Asked(self.desk, self.register, query, prepared), rows, self.refused.emit
        )
        self._show_count(len(rows) if count is None else count, reset=True)
        if count is None:
            work = partial(count_rows, self.desk.actor, self.register, query)
            self.desk.tasks.read(self, work, partial(self._recounted, asked), self.refused.emit)
        if count and self.table.currentIndex().row() < 0:
            self.table.select_row(0)
        self._add_up()  # Qt says nothing when selected rows leave with a whole list
        self.selection_arrived.emit()
        self.loaded.emit()
        self._count_chips()

    def _show_count(self, count: int, *, reset: bool) -> None:
        assert self._source is not None
        self.count = count
        first = not self.table.rows.columns
        if reset:
            self.table.set_source(self._source, count)
            if first:
                self.table.restore_columns(self.desk.prefs.get(self._columns_key, {}))
            column, descending = order_of(self.register, self._source.query)
            self.table.set_sorted(column.name, descending=descending)
        else:
            self.table.rows.invalidate(count)
        self._source.map_order(count)
        self.totals.ask(self._source.query)

    def _recounted(self, asked: int, count: int) -> None:
        if asked != self._asked or self._source is None:
            return
        if count != self.count:
            self._show_count(count, reset=False)
        else:
            self.table.rows.refresh_rows([row.id for _, row in self.table.rows.held()])
            self.totals.ask(self._source.query)
        self._count_chips()
        self._selected()

    def _count_chips(self) -> None:
        if self.register.chips:
            work = partial(chip_counts, self.desk.actor, self.register, self.desk.today())
            self.desk.tasks.read(self, work, self._counted, self.refused.emit)

    def _counted(self, counts: dict[str, int]) -> None:
        self._elsewhere = any(counts.values())
        self.chips.set_counts(counts)
        if not self.count:
            self.loaded.emit()  # an empty list now knows whether it is empty for want of records

    def _found(self, record_id: int, places: dict[int, int]) -> None:
        if record_id in places and places[record_id] < self.count:
            self.table.select_row(places[record_id])
        elif self.is_narrowed():
            self.show_all()
            self.ask()
            self.show_record(record_id)
        elif record_id in places:
            self.ask()
            self.table.select_ids([record_id])

    # selection

    def values(self, row_id: int) -> RowValues | None:
        """The values of a row that is in memory."""
        return None if self._source is None else self._source.values(row_id)

    def selected_values(self) -> list[RowValues]:
        """The values of the selected rows that are in memory."""
        found = (self.values(row_id) for row_id in self.table.selected_ids())
        return [values for values in found if values is not None]

    def _selected(self) -> None:
        self._add_up()
        self.selection_changed.emit()

    def _add_up(self) -> None:
        if self._source is not None:
            self.totals.select(self.table.selected_ranges(), self.selected_values())

    def _arrived(self) -> None:
        """Rows came in anew: those that are selected may have other amounts and states, or be others."""
        if self.table.selected_count() <= PAGE:
            self._add_up()
        self.selection_arrived.emit()

    # the rest

    @property
    def _columns_key(self) -> str:
        return f"columns.{self.register.name}"

    def _remember_columns(self) -> None:
        if not self.view_columns:
            self.desk.prefs.put(self._columns_key, self.table.columns_state())

    def _sort_by(self, column: str, descending: bool) -> None:
        self._sort, self._descending = column, descending
        self.ask()

    def _mark_stale(self) -> None:
        self._stale = True

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if not self._shown_once:
            self._shown_once = True
            self.ask()
        elif self._stale:
            self.refresh()
