"""Registers turned into SQL: compiled once per shape of a question, run on the bare driver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Column as TableColumn
from sqlalchemy import ColumnElement, Dialect, Select, select
from sqlalchemy.orm import Session

from models.base import RATE_DECIMALS, Choice, Day, Money, Rate, UtcTime, YesNo
from services.permissions import open_to_all
from services.register_model import Column, Register, Row

type Key = tuple[object, ...]
type _Convert = Callable[[Any], Any]
type _ConvertAll = Callable[[Sequence[Any]], Sequence[Any]]

_KEPT: dict[Key, Statement] = {}
_MOST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of a question for one kind of database, and how the values of its parameters are stored.

    A window of 100 rows costs less than SQLAlchemy needs to build and read its statement, so the text is kept and
    only the values change.
    """

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
        connection = session.connection()
        if self.order is None:
            return connection.exec_driver_sql(self.sql, bound).fetchall()
        # the file's own driver, whose errors services/database.py knows: a third of a window's time saved
        raw: Any = connection.connection.driver_connection
        found: Sequence[Any] = raw.execute(self.sql, [bound[name] for name in self.order]).fetchall()
        return found


@open_to_all("builds a question; who asks it was checked by services/registers.py")
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
    columns: list[Sequence[Any]] = list(zip(*stored, strict=True))
    for place, convert in _converters(register):
        columns[place] = convert(columns[place])
    return list(zip(*columns, strict=True))


@lru_cache(maxsize=200)
def _converters(register: Register) -> tuple[tuple[int, _ConvertAll], ...]:
    found: list[tuple[int, _ConvertAll]] = []
    for place, column in enumerate(register.columns, start=1):
        convert = _converter(column.sql) if column.choices is None else _members(column.choices)
        if convert is not None:
            found.append((place, convert))
    return tuple(found)


def value_of(expression: ColumnElement[Any], stored: Any) -> Any:
    """One stored value of `expression` as a Python one."""
    convert = _converter(expression)
    return stored if convert is None else convert((stored,))[0]


def values_of(expression: ColumnElement[Any], stored: Sequence[Any]) -> Sequence[Any]:
    """Stored values of `expression` as Python ones."""
    convert = _converter(expression)
    return stored if convert is None else convert(stored)


def _converter(expression: ColumnElement[Any]) -> _ConvertAll | None:
    kind = expression.type
    return _members(kind.kind) if isinstance(kind, Choice) else _CONVERTERS.get(type(kind))


def _members(kind: type[StrEnum]) -> _ConvertAll:
    """A member for its value; what is no value of the kind stays as it is ("" where it means any)."""
    members: dict[Any, Any] = {member.value: member for member in kind}
    find = members.get
    return lambda stored: [find(value, value) for value in stored]


class _Days(dict[str | None, date | None]):
    """Days read lately, by their text."""

    def __missing__(self, text: str | None) -> date | None:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[text] = None if text is None else date.fromisoformat(text)
        return found


_FEN = Decimal("0.01")
_MOST_KNOWN = 50_000
_DAYS = _Days()


# whole columns at a time: a call for every cell would cost as much as reading it
def _amounts(stored: Sequence[int | None]) -> list[Decimal | None]:
    yuan = {fen: None if fen is None else _FEN * fen for fen in set(stored)}  # zero comes again and again
    return list(map(yuan.__getitem__, stored))


def _days(stored: Sequence[str | None]) -> list[date | None]:
    return list(map(_DAYS.__getitem__, stored))


def forget_values() -> None:
    """Drop the days read lately, so that a measurement starts from nothing."""
    _DAYS.clear()


def _moments(stored: Sequence[str | None]) -> list[datetime | None]:
    return [None if value is None else datetime.fromisoformat(value) for value in stored]


def _rates(stored: Sequence[int | None]) -> list[Decimal | None]:
    return [None if value is None else Decimal(value).scaleb(-RATE_DECIMALS) for value in stored]


def _truths(stored: Sequence[int | None]) -> list[bool | None]:
    return [None if value is None else bool(value) for value in stored]


_CONVERTERS: dict[type[Any], _ConvertAll] = {
    Money: _amounts,
    Day: _days,
    UtcTime: _moments,
    Rate: _rates,
    YesNo: _truths,
}
