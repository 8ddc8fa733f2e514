"""Filters turned into conditions: known columns, known operators, every value a bound parameter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, String, TypeDecorator, and_, bindparam, false, func, or_
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from services.errors import Refused
from services.register_model import (
    OPERATORS,
    ChipContext,
    Column,
    ColumnKind,
    Filter,
    Operator,
    Query,
    Register,
)

_ESCAPE = "\\"
_NO_DIALECT = DefaultDialect()  # our own column types never look at it


@dataclass(slots=True)
class Conditions:
    """WHERE clauses, the values of their parameters, and the shape that names the SQL (None: not to be kept).

    The clauses are only written when the SQL of their shape is not known yet: writing costs more than a window.
    """

    makes: list[Callable[[], ColumnElement[bool]]] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    shape: tuple[object, ...] | None = ()

    @property
    def clauses(self) -> list[ColumnElement[bool]]:
        """The conditions, written now."""
        return [make() for make in self.makes]

    def add(self, make: Callable[[], ColumnElement[bool]], values: dict[str, Any], *shape: object) -> None:
        """One more condition, told by its shape."""
        self.makes.append(make)
        self.values |= values
        if self.shape is not None:
            self.shape = (*self.shape, shape)

    def add_unkept(self, clause: ColumnElement[bool]) -> None:
        """One more condition with values of its own inside, so that its SQL cannot be reused."""
        self.makes.append(lambda: clause)
        self.shape = None


def unindexed(expression: ColumnElement[Any]) -> ColumnElement[Any]:
    """`+column`: the same value, but SQLite does not walk its index."""
    return UnaryExpression(expression, operator=custom_op("+"), type_=expression.type)


def conditions(register: Register, query: Query, context: ChipContext, *, indexed: bool = True) -> Conditions:
    """The scope, chip and filters of `query`; the text is services/search.py's business.

    Raises Refused "register.unknown_column", "register.unknown_chip", "register.unknown_operator",
    "register.bad_value".
    """
    made = Conditions(values={"today": context.today})  # for columns that are as of the day
    if register.scope is not None:
        made.add_unkept(register.scope(context))
    filters = query.filters
    if query.chip:
        chip = register.chip(query.chip)
        filters = (*chip.filters(context), *filters)
        if chip.clause is not None:
            made.add_unkept(chip.clause(context))
    for number, each in enumerate(filters):
        _add_filter(made, register, each, f"f{number}_", indexed=indexed)
    return made


def _add_filter(made: Conditions, register: Register, each: Filter, prefix: str, *, indexed: bool) -> None:
    column = register.column(each.column)
    if each.operator not in OPERATORS[column.kind]:
        raise Refused("register.unknown_operator", column=column.name, operator=str(each.operator))
    values = _values(column, each)
    names = [f"{prefix}{position}" for position in range(len(values))]

    def clause() -> ColumnElement[bool]:
        expression = column.sql if indexed else unindexed(column.sql)
        return _CLAUSES[each.operator](
            expression, [bindparam(name, type_=expression.type, required=False) for name in names]
        )

    made.add(clause, dict(zip(names, values, strict=True)), column.name, each.operator, len(values), indexed)


def _values(column: Column, each: Filter) -> Sequence[object]:
    value = each.value
    match each.operator:
        case Operator.EMPTY | Operator.NOT_EMPTY:
            return ()
        case Operator.IN | Operator.BETWEEN if not isinstance(value, tuple | list | frozenset | set):
            raise Refused("register.bad_value", field=column.name, column=column.name)
        case Operator.BETWEEN if isinstance(value, tuple | list) and len(value) != 2:
            raise Refused("register.bad_value", field=column.name, column=column.name)
        case Operator.IN | Operator.BETWEEN:
            found: Sequence[object] = tuple(value)  # type: ignore[arg-type]  # the case above saw a collection
        case Operator.CONTAINS:
            found = (_pattern(str(value)),)
        case _:
            found = (value,)
    for one in found:
        _check_value(column, one)
    return found


def _check_value(column: Column, value: object) -> None:
    """A value that the column's own type would not store is no value to compare with."""
    kind = column.sql.type
    wanted = {ColumnKind.TEXT: str, ColumnKind.NUMBER: int}.get(column.kind, object)
    try:
        fits = (
            isinstance(value, wanted)
            and value is not None
            and not (wanted is int and isinstance(value, bool))
        )
        if fits and isinstance(kind, TypeDecorator):
            kind.process_bind_param(value, _NO_DIALECT)
    except (TypeError, ValueError, AttributeError) as error:
        raise Refused("register.bad_value", field=column.name, column=column.name) from error
    if not fits:
        raise Refused("register.bad_value", field=column.name, column=column.name)


def _pattern(text: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        text = text.replace(special, _ESCAPE + special)
    return f"%{text.lower()}%"


type _Clause = Callable[[ColumnElement[Any], Sequence[ColumnElement[Any]]], ColumnElement[bool]]


def _empty(expression: ColumnElement[Any]) -> ColumnElement[bool]:
    if isinstance(expression.type, String):
        return or_(expression.is_(None), expression == "")
    return expression.is_(None)


_CLAUSES: dict[Operator, _Clause] = {
    Operator.IS: lambda column, values: column == values[0],
    Operator.IS_NOT: lambda column, values: column.is_distinct_from(values[0]),
    Operator.AT_LEAST: lambda column, values: column >= values[0],
    Operator.AT_MOST: lambda column, values: column <= values[0],
    Operator.BETWEEN: lambda column, values: and_(column >= values[0], column <= values[1]),
    Operator.IN: lambda column, values: column.in_(values) if values else false(),
    Operator.CONTAINS: lambda column, values: func.lower(column).like(values[0], escape=_ESCAPE),
    Operator.EMPTY: lambda column, _values: _empty(column),
    Operator.NOT_EMPTY: lambda column, _values: ~_empty(column),
}
