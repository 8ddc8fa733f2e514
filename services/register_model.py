"""What a register is, as data: its columns, chips and questions. Nothing here touches a database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression
from sqlalchemy.orm import QueryableAttribute, Session

from models.base import Base
from services.errors import Refused
from services.permissions import Actor, Permission

type Row = tuple[Any, ...]
type Expression = SQLColumnExpression[Any]


class ColumnKind(StrEnum):
    """What a column holds: how it is shown, compared and exported."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"


class Operator(StrEnum):
    """How a filter compares a column with its value."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    IN = "in"
    CONTAINS = "contains"
    EMPTY = "empty"
    NOT_EMPTY = "not_empty"


_EMPTY = (Operator.EMPTY, Operator.NOT_EMPTY)
_ORDERED = (Operator.IS, Operator.IS_NOT, Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, *_EMPTY)
OPERATORS: Mapping[ColumnKind, tuple[Operator, ...]] = MappingProxyType(
    {
        ColumnKind.TEXT: (Operator.CONTAINS, Operator.IS, Operator.IS_NOT, Operator.IN, *_EMPTY),
        ColumnKind.MONEY: _ORDERED,
        ColumnKind.DAY: _ORDERED,
        ColumnKind.MOMENT: _ORDERED,
        ColumnKind.NUMBER: (*_ORDERED, Operator.IN),
        ColumnKind.CHOICE: (Operator.IS, Operator.IS_NOT, Operator.IN, *_EMPTY),
        ColumnKind.YES_NO: (Operator.IS, Operator.IS_NOT),
    },
)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column. `expression` is a column of the register's own table or of a declared join.

    One that depends on the day takes it from the parameter `today`, which every question fills in.
    `label` is English and translated by the window (context "Register"). `tone` names the other column whose
    value colours this one, where it is not coloured by its own. Where a list is narrow, `spare` columns give way to
    the stretched one, 1 before 2; 0 never does.
    """

    name: str
    label: str
    kind: ColumnKind
    expression: Expression
    width: int = 100
    shown: bool = True
    stretch: bool = False
    sortable: bool = True
    choices: type[StrEnum] | None = None
    tone: str | None = None
    spare: int = 0

    @property
    def sql(self) -> ColumnElement[Any]:
        """The expression as statements take it."""
        given: Any = self.expression
        found: ColumnElement[Any] = given.expression if isinstance(given, QueryableAttribute) else given
        return found


@dataclass(frozen=True, slots=True)
class Filter:
    """`column operator value`; BETWEEN takes (first, last), IN a tuple, EMPTY and NOT_EMPTY nothing."""

    column: str
    operator: Operator
    value: object = None


@dataclass(frozen=True, slots=True)
class ChipContext:
    """What a chip may depend on: the day, and who asks."""

    today: date
    actor: Actor


def no_filters(_context: ChipContext) -> tuple[Filter, ...]:
    """Every row."""
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Chip:
    """A ready-made filter with a count; `clause` is for what no filter on a column can say.

    `sort` names the column its rows are ordered by unless the user says otherwise, "" for the register's own.
    """

    name: str
    label: str
    filters: Callable[[ChipContext], tuple[Filter, ...]] = no_filters
    clause: Callable[[ChipContext], ColumnElement[bool]] | None = None
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Join:
    """A table (or alias) that columns may come from, joined from the left."""

    target: Any
    on: ColumnElement[bool]


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """A list of records. `name` is the table's name, `record` has `id` and `search_text`.

    `total` names the money column whose sum is shown; `scope` hides the rows that do not concern the actor; `find`
    looks for words in a table that has neither `search_text` nor a search index.
    """

    name: str
    record: type[Base]
    columns: tuple[Column, ...]
    see: Permission
    sort: str
    descending: bool = False
    chips: tuple[Chip, ...] = ()
    default_chip: str = ""
    total: str | None = None
    joins: tuple[Join, ...] = ()
    scope: Callable[[ChipContext], ColumnElement[bool]] | None = None
    find: Callable[[Session, Sequence[str]], ColumnElement[bool]] | None = None

    def column(self, name: str) -> Column:
        """The column of that name; raises Refused "register.unknown_column"."""
        for column in self.columns:
            if column.name == name:
                return column
        raise Refused("register.unknown_column", column=name)

    def chip(self, name: str) -> Chip:
        """The chip of that name; raises Refused "register.unknown_chip"."""
        for chip in self.chips:
            if chip.name == name:
                return chip
        raise Refused("register.unknown_chip", chip=name)


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows in which order: chip and filters and every word of `text`; `sort` "" is the chip's or register's own."""

    today: date
    chip: str = ""
    filters: tuple[Filter, ...] = ()
    text: str = ""
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """A known place in a query's order: the row at `position` has this sort key and this id."""

    position: int
    key: Any
    id: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How many rows, and the sum of the register's total column in yuan (None where it has none)."""

    count: int
    total: Decimal | None


def order_of(register: Register, query: Query) -> tuple[Column, bool]:
    """The column a query sorts by, and whether downwards; raises Refused "register.not_sortable"."""
    if not query.sort:
        chip = register.chip(query.chip) if query.chip else None
        own = chip if chip is not None and chip.sort else register
        return register.column(own.sort), own.descending
    column = register.column(query.sort)
    if not column.sortable:
        raise Refused("register.not_sortable", column=column.name)
    return column, query.descending
