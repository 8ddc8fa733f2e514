"""What a list shows at this moment, as plain data that may go to a worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.permissions import Actor
from services.registers import Column, Query, Register, Row
from ui.widgets.register_rows import CellRule, RowValues, column_words

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


def shown_list(view: RegisterView, title: str) -> ShownList:
    """What `view` shows now."""
    query = view.query()
    chip = QCoreApplication.translate("Register", view.register.chip(query.chip).label) if query.chip else ""
    text = f"“{query.text}”" if query.text else ""
    return ShownList(
        view.desk.actor,
        view.register,
        query,
        tuple(column.spec.name for column in view.table.header.visible_columns()),
        view.rules,
        view.count,
        title,
        " · ".join(part for part in (chip, view.filters.words(), text) if part),
    )
