"""What supplies cost 物资费用: issues less what came back, by kind, department, person, article or month, against the year before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, false, func, select, type_coerce

from models.people import Department, Employee
from models.supply import Supply, SupplyAct, SupplyMovement
from services import supply_kinds, supply_register
from services.database import Session
from services.money import percent_of
from services.permissions import Actor, Permission, requires
from services.registers import Register
from services.statistics_terms import Key, Span

_NOTHING = Decimal(0)
_COUNTED = (SupplyAct.ISSUE, SupplyAct.RETURN)


class CostBy(StrEnum):
    """按类别, 部门, 人员, 月份, 物品."""

    KIND = "kind"
    DEPARTMENT = "department"
    PERSON = "person"
    MONTH = "month"
    ARTICLE = "article"


class CostSource(StrEnum):
    """物资领用, 已付报销: where the costs that are shown are taken from."""

    SUPPLIES = "supplies"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class CostRow:
    """A row: lines and yuan of the span, and yuan of the same span a year before."""

    key: Key
    name: str
    count: int
    amount: Decimal
    before: Decimal

    @property
    def difference(self) -> Decimal:
        return self.amount - self.before

    @property
    def change(self) -> Decimal | None:
        """In percent of the year before; None where there was nothing."""
        return percent_of(self.difference, self.before)


@dataclass(frozen=True, slots=True)
class Costs:
    """Rows by amount, the largest first (months in their order), with their cells by another grouping, and the sum."""

    by: CostBy
    span: Span
    rows: tuple[CostRow, ...]
    total: CostRow
    across: CostBy | None = None
    heads: tuple[tuple[Key, str], ...] = ()
    cells: Mapping[tuple[Key, Key], Decimal] | None = None


@requires(Permission.SUPPLY_SEE)
def costs(session: Session, actor: Actor, by: CostBy, span: Span, across: CostBy | None = None) -> Costs:  # noqa: ARG001 - the permission needs it
    """What was issued less what was handed back, at the cost it went out with, by the day of the slip."""
    now, then = _sums(session, by, span), _sums(session, by, span.before())
    if by is CostBy.MONTH:
        then = {_a_year_later(key): sums for key, sums in then.items()}
        keys: Iterable[Key] = span.months()
    else:
        keys = now.keys() | then.keys()
    names = _names(session, by)
    rows = [_row(key, names.get(key, str(key or "")), now.get(key), then.get(key)) for key in keys]
    if by is not CostBy.MONTH:
        rows.sort(key=lambda row: (-row.amount, -row.before, row.name))
    total = CostRow(
        None,
        "",
        sum(row.count for row in rows),
        _sum(row.amount for row in rows),
        _sum(row.before for row in rows),
    )
    found = Costs(by, span, tuple(rows), total)
    return found if across is None or across is by else _with_cells(session, found, across)


def _with_cells(session: Session, found: Costs, across: CostBy) -> Costs:
    first, second = _key(found.by), _key(across)
    rows = _counted(select(first, second, -func.sum(SupplyMovement.value)), found.span).group_by(
        first, second
    )
    cells = {(row[0], row[1]): row[2] for row in session.execute(rows)}
    sums: dict[Key, Decimal] = {}
    for (_down, right), amount in cells.items():
        sums[right] = sums.get(right, _NOTHING) + amount
    names = _names(session, across)
    keys = found.span.months() if across is CostBy.MONTH else sorted(sums, key=lambda key: -sums[key])
    return replace(
        found, across=across, heads=tuple((key, names.get(key, str(key or ""))) for key in keys), cells=cells
    )


def behind(span: Span, picks: Mapping[CostBy, Key]) -> Register:
    """The register of exactly the movements that a figure adds up: `picks` are the row, and the column."""
    clause = and_(*_where(span), *(_is(by, key) for by, key in picks.items()))
    return replace(supply_register.REGISTER, scope=lambda _context: clause, chips=(), default_chip="")


def _sums(session: Session, by: CostBy, span: Span) -> dict[Key, tuple[int, Decimal]]:
    key = _key(by)
    rows = _counted(select(key, func.count(), -func.sum(SupplyMovement.value)), span).group_by(key)
    return {row[0]: (row[1], row[2]) for row in session.execute(rows)}


def _counted(query: Any, span: Span) -> Any:
    return (
        query.select_from(SupplyMovement)
        .join(Supply, Supply.id == SupplyMovement.supply_id)
        .where(*_where(span))
    )


def _where(span: Span) -> tuple[ColumnElement[bool], ...]:
    if span.last < span.first:
        return (false(),)
    return SupplyMovement.act.in_(_COUNTED), SupplyMovement.on_day.between(span.first, span.last)


def _key(by: CostBy) -> ColumnElement[Any]:
    keys: Mapping[CostBy, ColumnElement[Any]] = {
        CostBy.KIND: Supply.kind.expression,
        CostBy.DEPARTMENT: SupplyMovement.department_id.expression,
        CostBy.PERSON: SupplyMovement.employee_id.expression,
        CostBy.MONTH: func.substr(type_coerce(SupplyMovement.on_day, Text()), 1, 7),
        CostBy.ARTICLE: SupplyMovement.supply_id.expression,
    }
    return keys[by]


def _is(by: CostBy, key: Key) -> ColumnElement[bool]:
    column = _key(by)
    return column.is_(None) if key is None else column == key


def _names(session: Session, by: CostBy) -> dict[Key, str]:
    match by:
        case CostBy.KIND:
            return {code: name for code, name in supply_kinds.names(session).items()}  # noqa: C416 - of the keys' type
        case CostBy.DEPARTMENT:
            return {row[0]: row[1] for row in session.execute(select(Department.id, Department.name))}
        case CostBy.PERSON:
            return {row[0]: row[1] for row in session.execute(select(Employee.id, Employee.name))}
        case CostBy.ARTICLE:
            return {row[0]: row[1] for row in session.execute(select(Supply.id, Supply.name))}
        case CostBy.MONTH:
            return {}


def _row(key: Key, name: str, now: tuple[int, Decimal] | None, then: tuple[int, Decimal] | None) -> CostRow:
    count, amount = now or (0, _NOTHING)
    return CostRow(key, name, count, amount, then[1] if then else _NOTHING)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, _NOTHING)


def _a_year_later(key: Key) -> Key:
    year, _, month = str(key).partition("-")
    return f"{int(year) + 1}-{month}"
