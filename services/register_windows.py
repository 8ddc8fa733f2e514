"""Windows of a register: pages of rows found by a place in the order, never by reading what lies before."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    asc,
    bindparam,
    desc,
    func,
    literal_column,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from services import register_sql, search
from services.permissions import Actor, open_to_all
from services.register_filters import Conditions, conditions, unindexed
from services.register_model import Anchor, ChipContext, Column, Query, Register, Row, order_of

WALK = 20_000
type _Clause = Callable[[], ColumnElement[bool]]
_WHY = "a step of services/registers.py, which has checked"


class _Text(Enum):
    """How the rows that match a text are found."""

    ALL = auto()  # there is no text
    RARE = auto()  # few rows match: start from them
    WALK = auto()  # many rows match: walk the order and look at each row
    PROBE = auto()  # many rows match, far from here: walk the order and ask the index about each id
    MATCH = auto()  # all that match are read anyway: start from the index


@dataclass(frozen=True, slots=True)
class Plan:
    """A query made ready: its order, its words, and how they are looked for."""

    register: Register
    query: Query
    context: ChipContext
    column: Column
    descending: bool
    terms: list[str]
    text: _Text
    rare: list[int]
    own: ColumnElement[bool] | None = None  # what the register's own search found

    @property
    def key(self) -> ColumnElement[Any]:
        """What rows are ordered by, before their id."""
        return self.column.sql

    @property
    def id(self) -> ColumnElement[Any]:
        """The id of a row."""
        found: ColumnElement[Any] = register_sql.table_of(self.register).c.id
        return found

    def where(self, how: _Text | None = None) -> Conditions:
        """The conditions of the query, its words looked for in the given way."""
        how = how or self.text
        made = conditions(self.register, self.query, self.context, indexed=how is not _Text.RARE)
        if self.own is not None:
            made.add_unkept(self.own)
        if how is _Text.WALK:
            values = {f"term{number}": f"%{term}%" for number, term in enumerate(self.terms)}
            made.add(self._like, values, "like", len(values))
        elif how is _Text.RARE:
            made.add(lambda: search.among_clause(self.id), {"among": json.dumps(self.rare)}, "among")
        elif how is not _Text.ALL:
            made.add(partial(self._match, how), {"match": search.fts_query(self.terms)}, "match", how)
        return made

    def _like(self) -> ColumnElement[bool]:
        found: ColumnElement[Any] = register_sql.table_of(self.register).c.search_text
        return and_(*search.like_clauses(found, len(self.terms)))

    def _match(self, how: _Text) -> ColumnElement[bool]:
        identity = unindexed(self.id) if how is _Text.PROBE else self.id
        return search.match_clause(self.register.name, identity)

    def order(self, *, up: bool) -> list[ColumnElement[Any]]:
        """ORDER BY, empty keys first on the way up."""
        direction = asc if up else desc
        return [direction(self.key), direction(self.id)]

    def statement_key(self, made: Conditions, *what: object) -> register_sql.Key | None:
        """The name under which a statement is kept."""
        if made.shape is None:
            return None
        return (self.register, self.column.name, *made.shape, *what)


@open_to_all(_WHY)
def plan(session: Session, actor: Actor, register: Register, query: Query) -> Plan:
    """Look how to go about `query`; reads at most `search.RARE` entries of the search index."""
    column, descending = order_of(register, query)
    terms = search.words(query.text)
    text, rare = _Text.ALL, None
    context = ChipContext(query.today, actor)
    own = register.find(session, terms) if terms and register.find is not None else None
    if terms and own is None:
        if session.get_bind().dialect.name == "sqlite":
            rare = search.rare_matches(session, register.name, terms)
        text = _Text.WALK if rare is None else _Text.RARE
    return Plan(register, query, context, column, descending, terms, text, rare or [], own)


@open_to_all(_WHY)
def by_position(session: Session, made: Plan, first: int, count: int) -> list[Row]:
    """`count` rows from position `first` on, counted from the beginning of the order."""
    if made.text is not _Text.WALK or session.get_bind().dialect.name != "sqlite":
        return _skipped(session, made, made.where(), first, count)
    if first == 0 and not register_sql.may_be_empty(made.register, made.column):
        found = _walked(session, made, count)
        if found is not None:
            return found
    return _skipped(session, made, made.where(_Text.PROBE), first, count)


def _skipped(session: Session, made: Plan, where: Conditions, first: int, count: int) -> list[Row]:
    up = not made.descending

    def build() -> Select[Any]:
        rows = register_sql.base(made.register, register_sql.shown_columns(made.register))
        return _limited(rows.where(*where.clauses).order_by(*_nulls(made, up=up)))

    kept = register_sql.statement(session, made.statement_key(where, "skip", up), build)
    values = {**where.values, "limit": count, "offset": first}
    return register_sql.rows_of(made.register, kept.run(session, values))


def _limited(rows: Select[Any]) -> Select[Any]:
    """`0 + limit`: SQLite plans a statement anew for every value of a plain parameter there (25 µs)."""
    limit, offset = (bindparam(name, type_=Integer(), required=False) for name in ("limit", "offset"))
    return rows.limit(literal_column("0") + limit).offset(offset)


def _nulls(made: Plan, *, up: bool) -> list[ColumnElement[Any]]:
    """ORDER BY that puts empty keys at the low end in every kind of database."""
    key, identity = made.order(up=up)
    if register_sql.may_be_empty(made.register, made.column):
        key = key.nulls_first() if up else key.nulls_last()
    return [key, identity]


def _walked(session: Session, made: Plan, count: int) -> list[Row] | None:
    """The first rows, if the first `WALK` of the order hold enough of them."""
    up = not made.descending
    everything = made.where(_Text.ALL)

    def edge() -> Select[Any]:
        places = register_sql.base(made.register, [made.key, made.id])
        return _limited(places.where(*everything.clauses).order_by(*made.order(up=up)))

    kept = register_sql.statement(session, made.statement_key(everything, "edge", up), edge)
    ends = kept.run(session, {**everything.values, "limit": 1, "offset": WALK})
    where = made.where(_Text.WALK)
    if not ends:
        return _skipped(session, made, where, 0, count)
    anchor = Anchor(WALK, register_sql.value_of(made.key, ends[0][0]), ends[0][1])
    before = _beyond(made, anchor, up=not up, inclusive=False)
    where.add(before, {"key": anchor.key, "key_id": anchor.id}, "before")
    found = _skipped(session, made, where, 0, count)
    return found if len(found) == count else None


def _beyond(made: Plan, anchor: Anchor, *, up: bool, inclusive: bool) -> _Clause:
    return lambda: _on_one_side(made, anchor, up=up, inclusive=inclusive)


def _on_one_side(made: Plan, anchor: Anchor, *, up: bool, inclusive: bool) -> ColumnElement[bool]:
    """Rows on one side of an anchor, all of whose keys are filled or (when the anchor's is not) all empty."""
    identity = bindparam("key_id", type_=made.id.type, required=False)
    left: Any = made.id
    right: Any = identity
    if anchor.key is not None:
        left = tuple_(made.key, made.id)
        right = tuple_(bindparam("key", type_=made.key.type, required=False), identity)
    if up:
        beyond = left >= right if inclusive else left > right
    else:
        beyond = left <= right if inclusive else left < right
    return beyond if anchor.key is not None else and_(made.key.is_(None), beyond)


@open_to_all(_WHY)
def from_anchor(session: Session, made: Plan, anchor: Anchor, skip: int, count: int) -> list[Row]:
    """`count` rows from `skip` rows after the anchor on; 0 begins with the anchor's own row."""
    return _from(session, made, anchor, skip, count, up=not made.descending, inclusive=True)


@open_to_all(_WHY)
def before_anchor(session: Session, made: Plan, anchor: Anchor, skip: int, count: int) -> list[Row]:
    """The `count` rows that end `skip` rows before the anchor's, in the query's order."""
    return _from(session, made, anchor, skip, count, up=made.descending, inclusive=False)[::-1]


def _from(
    session: Session, made: Plan, anchor: Anchor, skip: int, count: int, *, up: bool, inclusive: bool
) -> list[Row]:
    segments = [_beyond(made, anchor, up=up, inclusive=inclusive)]
    empties_ahead = anchor.key is not None and not up
    filled_ahead = anchor.key is None and up
    if register_sql.may_be_empty(made.register, made.column) and (empties_ahead or filled_ahead):
        segments.append(partial(_filled, made, filled=filled_ahead))
    sides = [_Side(anchor, clause, up, (inclusive, number)) for number, clause in enumerate(segments)]
    if len(sides) == 1:
        return _segment(session, made, sides[0], skip, count)
    found: list[Row] = []
    for side in sides:
        found += _segment(session, made, side, 0, skip + count - len(found))
    return found[skip : skip + count]


def _filled(made: Plan, *, filled: bool) -> ColumnElement[bool]:
    return made.key.is_not(None) if filled else made.key.is_(None)


@dataclass(frozen=True, slots=True)
class _Side:
    """A stretch of the order on one side of an anchor."""

    anchor: Anchor
    clause: _Clause
    up: bool
    shape: tuple[object, ...]


def _segment(session: Session, made: Plan, side: _Side, skip: int, count: int) -> list[Row]:
    where, anchor = made.where(), side.anchor
    values = {"key": anchor.key, "key_id": anchor.id}
    where.add(side.clause, values, "beyond", anchor.key is None, side.up, *side.shape)

    def build() -> Select[Any]:
        rows = register_sql.base(made.register, register_sql.shown_columns(made.register))
        return _limited(rows.where(*where.clauses).order_by(*made.order(up=side.up)))

    kept = register_sql.statement(session, made.statement_key(where, "segment"), build)
    values = {**where.values, "limit": count, "offset": skip}
    return register_sql.rows_of(made.register, kept.run(session, values))


@open_to_all(_WHY)
def count_before(session: Session, made: Plan, anchor: Anchor) -> int:
    """How many rows stand before the anchor's place."""
    up = made.descending
    found = _counted(session, made, anchor, _beyond(made, anchor, up=up, inclusive=False), up, "near")
    if register_sql.may_be_empty(made.register, made.column):
        if anchor.key is not None and not up:
            found += _counted(session, made, anchor, partial(_filled, made, filled=False), up, "empty")
        if anchor.key is None and up:
            found += _counted(session, made, anchor, partial(_filled, made, filled=True), up, "filled")
    return found


def _counted(session: Session, made: Plan, anchor: Anchor, segment: _Clause, *shape: object) -> int:
    where = counting(session, made)
    where.add(segment, {"key": anchor.key, "key_id": anchor.id}, "count", anchor.key is None, *shape)

    def build() -> Select[Any]:
        return register_sql.base(made.register, [func.count()]).where(*where.clauses)

    kept = register_sql.statement(session, made.statement_key(where, "before"), build)
    return int(kept.run(session, where.values)[0][0])


@open_to_all(_WHY)
def counting(session: Session, made: Plan) -> Conditions:
    """The conditions of a query that reads every match: a file's index finds them faster than a walk."""
    walks = made.text is _Text.WALK and session.get_bind().dialect.name == "sqlite"
    return made.where(_Text.MATCH if walks else None)


def subquery(made: Plan, columns: Sequence[ColumnElement[Any]], where: Conditions) -> Any:
    """`columns` of the query's rows in its order, cut by the parameters `limit` and `offset`."""
    rows = register_sql.base(made.register, columns).where(*where.clauses)
    return _limited(rows.order_by(*_nulls(made, up=not made.descending))).subquery()


def ranked(made: Plan, where: Conditions) -> Select[Any]:
    """Key and id of every row whose position is a multiple of the parameter `step`, and how many there are."""
    position = func.row_number().over(order_by=_nulls(made, up=not made.descending)) - 1
    columns = [made.key.label("key"), made.id.label("id"), position.label("position")]
    rows = register_sql.base(made.register, columns).where(*where.clauses).subquery()
    step = bindparam("step", type_=made.id.type, required=False)
    return select(rows.c.key, rows.c.id).where(rows.c.position % step == 0).order_by(rows.c.position)
