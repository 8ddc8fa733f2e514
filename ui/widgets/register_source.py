"""Rows of a register on their way from the service to the table."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from services import order_maps, registers
from services.database import Session
from services.errors import Refused
from services.order_maps import OrderMap
from services.permissions import Actor
from services.registers import Anchor, Query, Register
from ui.state import Desk
from ui.widgets.register_rows import Preparer, RowValues, specs
from ui.widgets.table_model import ColumnSpec, Row

RAW_HELD = 6000
MAPPED_FROM = 5000  # fewer rows are skipped faster than mapped


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question, who asks it, and how its rows are made ready."""

    desk: Desk
    register: Register
    query: Query
    preparer: Preparer


class RegisterSource:
    """One question in one order. Knows the rows it gave, as values, as long as the table may show them."""

    def __init__(
        self,
        owner: QObject,
        asked: Asked,
        first: Sequence[registers.Row],
        failed: Callable[[Refused], object],
    ) -> None:
        self._owner, self._asked, self._failed = owner, asked, failed
        self.query = asked.query
        self._columns = specs(asked.register)
        self._raw: OrderedDict[int, registers.Row] = OrderedDict()
        self._near: dict[int, Anchor] = {}
        self._map: OrderMap | None = None
        self._first: list[Row] | None = self._keep(0, first)

    @property
    def columns(self) -> Sequence[ColumnSpec]:
        return self._columns

    def fetch(self, first: int, count: int, done: Callable[[list[Row]], None]) -> None:
        """Ask the read-only worker; an error answers with no rows and is told."""
        work = partial(_window, self._asked, (first, count), self._anchor(first))

        def refused(error: Refused) -> None:
            done([])
            self._failed(error)

        self._asked.desk.tasks.read(self._owner, work, lambda rows: done(self._keep(first, rows)), refused)

    def fetch_now(self, first: int, count: int) -> list[Row] | None:
        """The rows that came with the question itself; never a second time."""
        rows = self._first
        if first != 0 or rows is None or (len(rows) < count and len(rows) == 0):
            return None
        self._first = None
        return rows[:count]

    def values(self, row_id: int) -> RowValues | None:
        """The values of a row given lately."""
        row = self._raw.get(row_id)
        return None if row is None else self._asked.preparer.values(row)

    def map_order(self, count: int) -> None:
        """Learn where every so-many-th row stands, so that jumps anywhere are quick."""
        if count >= MAPPED_FROM:
            work = partial(_order_map, self._asked)
            self._asked.desk.tasks.read(self._owner, work, self._use_map, lambda _refused: None)

    def forget_places(self) -> None:
        """Something changed: rows known by their place may stand elsewhere now."""
        self._near.clear()
        self._first = None

    def _use_map(self, found: OrderMap) -> None:
        self._map = found

    def _anchor(self, position: int) -> Anchor | None:
        known = [self._near[place] for place in self._near]
        mapped = self._map.anchor(position) if self._map is not None else None
        if mapped is not None:
            known.append(mapped)
        return min(known, key=lambda one: abs(one.position - position), default=None)

    def _keep(self, first: int, rows: Sequence[registers.Row]) -> list[Row]:
        for row in rows:
            self._raw[row[0]] = row
            self._raw.move_to_end(row[0])
        while len(self._raw) > RAW_HELD:
            self._raw.popitem(last=False)
        if rows:
            for at, row in ((first, rows[0]), (first + len(rows) - 1, rows[-1])):
                self._near[at] = registers.anchor_at(self._asked.register, self.query, at, row)
        return [self._asked.preparer.row(row) for row in rows]


def _window(
    asked: Asked, window: tuple[int, int], near: Anchor | None, session: Session
) -> list[registers.Row]:
    actor, (first, count) = asked.desk.actor, window
    return registers.window(session, actor, asked.register, asked.query, first, count, near=near)


def _order_map(asked: Asked, session: Session) -> OrderMap:
    return order_maps.build(session, asked.desk.actor, asked.register, asked.query)


def opening(
    actor: Actor, register: Register, query: Query, count: int, session: Session
) -> tuple[int | None, list[Any]]:
    """The first rows, and how many there are where that is quick to know: not for a search of its own."""
    rows = registers.window(session, actor, register, query, 0, count)
    if len(rows) < count:
        return len(rows), rows
    return (None if query.text else registers.count(session, actor, register, query)), rows


def count_rows(actor: Actor, register: Register, query: Query, session: Session) -> int:
    return registers.count(session, actor, register, query)


def chip_counts(actor: Actor, register: Register, today: date, session: Session) -> dict[str, int]:
    return registers.chip_counts(session, actor, register, today)


def places(
    actor: Actor, register: Register, query: Query, ids: Sequence[int], session: Session
) -> dict[int, int]:
    return registers.ids_to_positions(session, actor, register, query, ids)
