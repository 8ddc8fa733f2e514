"""Registers: how many rows a question has, what they add up to, and any window of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import Session

from services import register_sql, register_windows
from services.permissions import Actor, check, open_to_all
from services.register_filters import Conditions
from services.register_model import (
    OPERATORS,
    Anchor,
    Chip,
    ChipContext,
    Column,
    ColumnKind,
    Filter,
    Join,
    Operator,
    Query,
    Register,
    Row,
    Totals,
    order_of,
)

__all__ = [
    "OPERATORS",
    "Anchor",
    "Chip",
    "ChipContext",
    "Column",
    "ColumnKind",
    "Filter",
    "Join",
    "Operator",
    "Query",
    "Register",
    "Row",
    "Totals",
    "anchor_at",
    "chip_counts",
    "count",
    "count_and_sum",
    "ids_to_positions",
    "rows_by_ids",
    "rows_for_export",
    "selection_totals",
    "window",
]

_BATCH = 1000
_OWN = "every register names the permission that sees it, checked first thing"


@open_to_all(_OWN)
def count(session: Session, actor: Actor, register: Register, query: Query) -> int:
    """How many rows `query` has. Raises what `window` raises."""
    check(actor, register.see)
    return int(_aggregate(session, register_windows.plan(session, actor, register, query), [func.count()])[0])


@open_to_all(_OWN)
def count_and_sum(session: Session, actor: Actor, register: Register, query: Query) -> Totals:
    """How many rows `query` has and what its total column adds up to, in yuan. Raises what `window` raises."""
    check(actor, register.see)
    made = register_windows.plan(session, actor, register, query)
    return _totals(register, _aggregate(session, made, _sums(register)))


@open_to_all(_OWN)
def window(
    session: Session,
    actor: Actor,
    register: Register,
    query: Query,
    first: int,
    count: int,
    *,
    near: Anchor | None = None,
) -> list[Row]:
    """Up to `count` rows from position `first` (0-based) on: (id, value of every column) in the register's order.

    Money comes as Decimal yuan, days as date, moments as aware datetime, choices as members of their StrEnum.
    `near` is a known row of the same query (`anchor_at`, `OrderMap.anchor`): the closer, the faster; without it
    rows are skipped from the beginning. Nobody's `near` is trusted for more than a place to start.

    Raises Refused "permission.denied", "register.unknown_column", "register.unknown_chip",
    "register.unknown_operator", "register.bad_value", "register.not_sortable".
    """
    check(actor, register.see)
    made = register_windows.plan(session, actor, register, query)
    if near is None:
        return register_windows.by_position(session, made, first, count)
    last = first + count
    rows: list[Row] = []
    if first < near.position:
        end = min(last, near.position)
        rows = register_windows.before_anchor(session, made, near, near.position - end, end - first)
    if last > near.position:
        begin = max(first, near.position)
        rows += register_windows.from_anchor(session, made, near, begin - near.position, last - begin)
    return rows


def anchor_at(register: Register, query: Query, position: int, row: Row) -> Anchor:
    """The anchor that a row from `window` makes at its position."""
    column, _ = order_of(register, query)
    return Anchor(position, row[1 + register.columns.index(column)], row[0])


@open_to_all(_OWN)
def chip_counts(session: Session, actor: Actor, register: Register, today: date) -> dict[str, int]:
    """How many rows each chip shows, by the chip's name."""
    return {
        chip.name: count(session, actor, register, Query(today, chip=chip.name)) for chip in register.chips
    }


@open_to_all(_OWN)
def rows_by_ids(
    session: Session, actor: Actor, register: Register, today: date, ids: Sequence[int]
) -> list[Row]:
    """The rows of these records as they are now, in no order; those gone or hidden from the actor are left out."""
    check(actor, register.see)
    columns = register_sql.shown_columns(register)
    found: list[Row] = []
    for chunk in _chunks(ids):
        wanted = register_sql.statement(
            session, None, partial(_among, register, actor, today, columns, chunk)
        )
        found += register_sql.rows_of(register, wanted.run(session, {"today": today}))
    return found


@open_to_all(_OWN)
def selection_totals(
    session: Session,
    actor: Actor,
    register: Register,
    query: Query,
    *,
    ids: Sequence[int] = (),
    ranges: Sequence[tuple[int, int]] = (),
) -> Totals:
    """Count and sum of the records `ids` and of the positions `ranges` (first and last, inclusive) of `query`."""
    check(actor, register.see)
    found = [_totals(register, row) for row in _selected_rows(session, actor, (register, query), ids, ranges)]
    sums = [each.total for each in found if each.total is not None]
    total = sum(sums, Decimal(0)) if register.total is not None else None
    return Totals(sum(each.count for each in found), total)


def _selected_rows(
    session: Session,
    actor: Actor,
    asked: tuple[Register, Query],
    ids: Sequence[int],
    ranges: Sequence[tuple[int, int]],
) -> Iterator[Sequence[Any]]:
    register, query = asked
    for chunk in _chunks(ids):
        sums = partial(_among, register, actor, query.today, _sums(register), chunk)
        yield register_sql.statement(session, None, sums).run(session, {"today": query.today})[0]
    if ranges:
        made = register_windows.plan(session, actor, register, query)
        where = register_windows.counting(session, made)
    for first, last in ranges:
        values = {**where.values, "offset": first, "limit": last - first + 1}
        key = made.statement_key(where, "range", made.descending)
        yield register_sql.statement(session, key, lambda: _range_sum(made, where)).run(session, values)[0]


def _range_sum(made: register_windows.Plan, where: Conditions) -> Select[Any]:
    register = made.register
    columns = [made.id.label("id")]
    if register.total is not None:
        columns.append(register.column(register.total).sql.label("total"))
    rows = register_windows.subquery(made, columns, where)
    sums = [func.count()] if register.total is None else [func.count(), _sum(rows.c.total)]
    return select(*sums).select_from(rows)


@open_to_all(_OWN)
def ids_to_positions(
    session: Session, actor: Actor, register: Register, query: Query, ids: Sequence[int]
) -> dict[int, int]:
    """Where these records stand in `query` (0-based), so that a selection survives a refresh; others are left out.

    Each costs a count of what stands before it: ask for a selection, not for a thousand.
    """
    check(actor, register.see)
    made = register_windows.plan(session, actor, register, query)
    where = register_windows.counting(session, made)
    where.add(
        lambda: made.id == bindparam("wanted", type_=made.id.type, required=False), {"wanted": 0}, "wanted"
    )

    def build() -> Select[Any]:
        return register_sql.base(register, [made.key]).where(*where.clauses)

    kept = register_sql.statement(session, made.statement_key(where, "key"), build)
    found: dict[int, int] = {}
    for each in ids:
        rows = kept.run(session, {**where.values, "wanted": each})
        if rows:
            key = register_sql.value_of(made.key, rows[0][0])
            found[each] = register_windows.count_before(session, made, Anchor(0, key, each))
    return found


@open_to_all(_OWN)
def rows_for_export(
    session: Session, actor: Actor, register: Register, query: Query, columns: Sequence[str] = ()
) -> Iterator[Row]:
    """Every row of `query` in its order, the values of the named columns (all by default), without the id."""
    check(actor, register.see)
    names = [column.name for column in register.columns]
    places = [1 + names.index(register.column(name).name) for name in columns or names]
    return _exported(session, actor, register, query, places)


def _exported(
    session: Session, actor: Actor, register: Register, query: Query, places: Sequence[int]
) -> Iterator[Row]:
    near: Anchor | None = None
    first = 0
    while rows := window(session, actor, register, query, first, _BATCH, near=near):
        for row in rows:
            yield tuple(row[place] for place in places)
        near = anchor_at(register, query, first + len(rows) - 1, rows[-1])
        first += len(rows)


def _aggregate(
    session: Session, made: register_windows.Plan, columns: Sequence[ColumnElement[Any]]
) -> Sequence[Any]:
    where = register_windows.counting(session, made)

    def build() -> Select[Any]:
        return register_sql.base(made.register, columns).where(*where.clauses)

    key = made.statement_key(where, "sum", len(columns))
    found: Sequence[Any] = register_sql.statement(session, key, build).run(session, where.values)[0]
    return found


def _sums(register: Register) -> list[ColumnElement[Any]]:
    if register.total is None:
        return [func.count()]
    return [func.count(), _sum(register.column(register.total).sql)]


def _sum(expression: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(expression), 0)


def _totals(register: Register, row: Sequence[Any]) -> Totals:
    total = None if register.total is None else Decimal(int(row[1])).scaleb(-2)
    return Totals(int(row[0]), total)


def _among(
    register: Register, actor: Actor, today: date, columns: Sequence[ColumnElement[Any]], ids: Sequence[int]
) -> Select[Any]:
    rows = register_sql.base(register, columns).where(register_sql.table_of(register).c.id.in_(ids))
    return rows if register.scope is None else rows.where(register.scope(ChipContext(today, actor)))


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), 500):
        yield ids[start : start + 500]
