"""Registers turned into SQL: compiled once per shape of a question, run on the bare driver.

A window of 100 rows costs less than SQLAlchemy needs to build and read its statement, so the text is kept
and only the values change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column as TableColumn
from sqlalchemy import ColumnElement, Dialect, Select, select
from sqlalchemy.orm import Session

from models.base import Choice, Day, Money, Rate, UtcTime, YesNo
from services.register_model import Column, Register, Row

type Key = tuple[object, ...]
type _Convert = Callable[[Any], Any]

_KEPT: dict[Key, Statement] = {}
_MOST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of a question for one kind of database, and how the values of its parameters are stored."""

    sql: str
    order: tuple[str, ...] | None
    fixed: Mapping[str, Any]
    stored: Mapping[str, _Convert]

    def run(self, session: Session, values: Mapping[str, Any]) -> Sequence[Any]:
        """The rows as the database stores them."""
        bound = dict(self.fixed)
        for name, value in values.items():
            if name in bound:
                store = self.stored.get(name)
                bound[name] = value if store is None else store(value)
        given: Any = bound if self.order is None else tuple(bound[name] for name in self.order)
        return session.connection().exec_driver_sql(self.sql, given).fetchall()


def statement(session: Session, key: Key | None, make: Callable[[], Select[Any]]) -> Statement:
    """The compiled statement of `key`; made and kept when it is new, never kept when `key` is None."""
    dialect = session.get_bind().dialect
    if key is None:
        return _compiled(make(), dialect)
    named = (dialect.name, *key)
    known = _KEPT.get(named)
    if known is None:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        known = _KEPT[named] = _compiled(make(), dialect)
    return known


def _compiled(made: Select[Any], dialect: Dialect) -> Statement:
    compiled: Any = made.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    binds = {compiled.bind_names[bind]: bind for bind in compiled.bind_names}
    stored: dict[str, _Convert] = {}
    fixed: dict[str, Any] = dict(compiled.params)
    for name, value in fixed.items():
        bind = binds.get(name)
        store = None if bind is None else bind.type.dialect_impl(dialect).bind_processor(dialect)
        if store is not None:
            stored[name] = store
            fixed[name] = None if value is None else store(value)
    order = tuple(compiled.positiontup) if compiled.positional else None
    return Statement(str(compiled), order, fixed, stored)


def base(register: Register, columns: Iterable[ColumnElement[Any]]) -> Select[Any]:
    """SELECT `columns` from the register's table and its joins."""
    made = select(*columns).select_from(table_of(register))
    for join in register.joins:
        made = made.outerjoin(join.target, join.on)
    return made


def table_of(register: Register) -> Any:
    """The register's own table."""
    return register.record.__table__


def shown_columns(register: Register) -> list[ColumnElement[Any]]:
    """The id and every column, in the register's order."""
    columns: list[ColumnElement[Any]] = [table_of(register).c.id]
    return [*columns, *(column.sql.label(column.name) for column in register.columns)]


def may_be_empty(register: Register, column: Column) -> bool:
    """Whether a column can be NULL: anything but a plain NOT NULL column of the register's own table."""
    expression = column.sql
    own = isinstance(expression, TableColumn) and expression.table is table_of(register)
    return not own or bool(expression.nullable)


def rows_of(register: Register, stored: Sequence[Any]) -> list[Row]:
    """Rows as the database stores them, turned into (id, value of each column): yuan, days, members."""
    if not stored:
        return []
    columns = list(zip(*stored, strict=True))
    for place, column in enumerate(register.columns, start=1):
        convert = converter(column.sql) if column.choices is None else _members(column.choices)
        if convert is not None:
            columns[place] = tuple(map(convert, columns[place]))
    return list(zip(*columns, strict=True))


def converter(expression: ColumnElement[Any]) -> _Convert | None:
    """What turns a stored value of `expression` into a Python one, or None where they are the same."""
    kind = expression.type
    if isinstance(kind, Choice):
        return _members(kind.kind)
    return _CONVERTERS.get(type(kind))


def _members(kind: type[StrEnum]) -> _Convert:
    """A member for its value; what is no value of the kind stays as it is ("" where it means any)."""
    members: dict[Any, Any] = {member.value: member for member in kind}
    return lambda stored: members.get(stored, stored)


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else Decimal(fen).scaleb(-2)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _rate(stored: int | None) -> Decimal | None:
    return None if stored is None else Decimal(stored).scaleb(-8)


def _truth(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)


_CONVERTERS: dict[type[Any], _Convert] = {
    Money: _yuan,
    Day: _day,
    UtcTime: _moment,
    Rate: _rate,
    YesNo: _truth,
}
