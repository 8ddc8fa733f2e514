"""What a list shows at this moment, as plain data that may go to a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import registers
from services.database import Session
from services.permissions import Actor
from services.registers import Column, Query, Register, Row, Totals
from ui.widgets.register_rows import CellRule, RowValues, column_words
from ui.widgets.selected_rows import Selection, selected_rows, selection_of

if TYPE_CHECKING:
    from ui.widgets.register_view import RegisterView


@dataclass(frozen=True, slots=True)
class ShownList:
    """A register's question, its visible columns from left to right, and how its own cells are written."""

    actor: Actor
    register: Register
    query: Query
    columns: tuple[str, ...]
    rules: Mapping[str, CellRule]
    count: int
    title: str
    subtitle: str
    selection: Selection | None = None  # None: every row

    def rows(self, session: Session) -> Iterator[Row]:
        """What leaves the list: id and every value, in the order on screen."""
        if self.selection is not None:
            yield from selected_rows(session, self.actor, self.register, self.query, self.selection)
            return
        for row in registers.rows_for_export(session, self.actor, self.register, self.query):
            yield (0, *row)

    def totals(self, session: Session) -> Totals:
        """How many rows leave, and their sum."""
        if self.selection is None:
            return registers.count_and_sum(session, self.actor, self.register, self.query)
        ids, ranges = self.selection.ids, self.selection.ranges
        return registers.selection_totals(
            session, self.actor, self.register, self.query, ids=ids, ranges=() if ids else ranges
        )

    def chosen(self) -> list[Column]:
        return [self.register.column(name) for name in self.columns]

    def headings(self) -> list[str]:
        return [column_words(column) for column in self.chosen()]

    def exact_cells(self) -> Callable[[Row], list[object]]:
        """Turns a row (id, every value) into what other programs take: values, words where the page has its own."""
        places = {column.name: place for place, column in enumerate(self.register.columns, 1)}

        def cells(row: Sequence[object]) -> list[object]:
            values = RowValues(row, places)
            return [
                self.rules[name](values, self.query.today)[0] if name in self.rules else values[name]
                for name in self.columns
            ]

        return cells


def shown_list(view: RegisterView, title: str, *, selected: bool = False) -> ShownList:
    """What `view` shows now, or what is selected in it."""
    selection = selection_of(view) if selected else None
    query = view.query()
    chip = QCoreApplication.translate("Register", view.register.chip(query.chip).label) if query.chip else ""
    text = f"“{query.text}”" if query.text else ""
    return ShownList(
        view.desk.actor,
        view.register,
        query,
        view.table.header.chosen_names(),
        view.rules,
        view.count if selection is None else selection.count,
        title,
        " · ".join(part for part in (chip, view.filters.words(), text) if part),
        selection,
    )
