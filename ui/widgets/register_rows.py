"""A register's rows made ready to paint: texts and tones from values, column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from services.registers import Column, ColumnKind, Register
from ui.labels import TONES, label, tone
from ui.widgets import formats
from ui.widgets.table_model import ColumnSpec, Kind, Row

translate = QCoreApplication.translate

_RIGHT = {ColumnKind.MONEY, ColumnKind.NUMBER}
_KINDS = {
    ColumnKind.MONEY: Kind.MONEY,
    ColumnKind.DAY: Kind.DATE,
    ColumnKind.MOMENT: Kind.DATE,
    ColumnKind.NUMBER: Kind.COUNT,
}


class RowValues:
    """One row's values by column name."""

    __slots__ = ("_places", "_row")

    def __init__(self, row: Sequence[Any], places: Mapping[str, int]) -> None:
        self._row, self._places = row, places

    @property
    def id(self) -> int:
        return int(self._row[0])

    def __getitem__(self, name: str) -> Any:
        return self._row[self._places[name]]

    def __contains__(self, name: object) -> bool:
        return name in self._places


type CellRule = Callable[[RowValues, date], tuple[str, str | None]]
type _Cell = Callable[[RowValues], tuple[str, str | None]]


def column_words(column: Column) -> str:
    """A column's heading in the user's language."""
    return translate("Register", column.label)


def is_state(column: Column) -> bool:
    """Whether a column's values have colours."""
    return column.choices is not None and column.choices.__name__ in TONES


def specs(register: Register) -> tuple[ColumnSpec, ...]:
    """The columns as the table wants them."""
    return tuple(
        ColumnSpec(
            name=column.name,
            label=column_words(column),
            align="right" if column.kind in _RIGHT else "left",
            width=column.width,
            kind=Kind.STATE if is_state(column) else _KINDS.get(column.kind, Kind.TEXT),
            sortable=column.sortable,
            stretch=column.stretch,
            hidden=not column.shown,
            spare=column.spare,
            words=tuple(label(member) for member in column.choices or ()),
        )
        for column in register.columns
    )


@dataclass(frozen=True, slots=True)
class Preparer:
    """Turns rows of values into rows of texts; `places` tells where in a row each column stands."""

    places: Mapping[str, int]
    cells: tuple[_Cell, ...]

    def values(self, row: Sequence[Any]) -> RowValues:
        return RowValues(row, self.places)

    def row(self, row: Sequence[Any]) -> Row:
        values = RowValues(row, self.places)
        pairs = [cell(values) for cell in self.cells]
        return Row(int(row[0]), tuple(text for text, _ in pairs), tuple(tone for _, tone in pairs))


def preparer(register: Register, today: date, rules: Mapping[str, CellRule]) -> Preparer:
    """How rows of this register look today; `rules` say otherwise for single columns."""
    places = {column.name: place for place, column in enumerate(register.columns, 1)}
    cells = tuple(
        _ruled(rules[column.name], today) if column.name in rules else _plain(column, today)
        for column in register.columns
    )
    return Preparer(places, cells)


def _ruled(rule: CellRule, today: date) -> _Cell:
    return lambda values: rule(values, today)


def _plain(column: Column, today: date) -> _Cell:
    write, colour, name = writer(column, today), _colour(column), column.name
    other = column.tone or name
    return lambda values: (write(values[name]), colour(values[other]))


def _colour(column: Column) -> Callable[[Any], str | None]:
    if column.tone is not None or is_state(column):
        return lambda value: tone(value) if isinstance(value, StrEnum) else None
    if column.kind is ColumnKind.YES_NO:
        return lambda value: None if value else "muted"
    return lambda value: "muted" if value is None else None


def writer(column: Column, today: date) -> Callable[[Any], str]:
    """How one column's values are written in lists."""
    words: dict[object, str] = {}
    if column.choices is not None:
        words = {member: label(member) for member in column.choices}
    yes, no = formats.yes_no(True), formats.yes_no(False)
    plain: dict[ColumnKind, Callable[[Any], str]] = {
        ColumnKind.MONEY: formats.money,
        ColumnKind.DAY: lambda value: formats.day(value, today),
        ColumnKind.MOMENT: lambda value: formats.moment(value, today),
        ColumnKind.NUMBER: lambda value: formats.NOTHING if value is None else formats.count(value),
        ColumnKind.CHOICE: lambda value: words.get(value, formats.NOTHING),
        ColumnKind.YES_NO: lambda value: yes if value else no,
    }
    return plain.get(column.kind, lambda value: str(value) if value else "")


def exact(value: object) -> str:
    """A value for other programs: amounts without separators, days as ISO."""
    match value:
        case None:
            return ""
        case bool():
            return formats.yes_no(value)
        case StrEnum():
            return label(value)
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case _:
            return " ".join(str(value).split())
