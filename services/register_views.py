"""Saved views 视图: how a register is looked at, as plain data that outlives its columns, lists and choices."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from services.errors import Refused
from services.register_model import OPERATORS, Column, ColumnKind, Filter, Operator, Query, Register

type Plain = dict[str, Any]
type Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Restored:
    """A view as it can still be shown; `lost` when a list, filter, order or column it named is no longer there."""

    query: Query
    columns: Plain
    lost: bool


def _month(day: date) -> Days:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _quarter(day: date) -> Days:
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return first, _month(first.replace(month=first.month + 2))[1]


def _year(day: date) -> Days:
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _week(day: date) -> Days:
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def _before(span: Callable[[date], Days]) -> Callable[[date], Days]:
    """The span that ends the day before this one begins."""
    return lambda day: span(span(day)[0] - timedelta(days=1))


SPANS: Mapping[str, Callable[[date], Days]] = {
    "today": lambda day: (day, day),
    "this_week": _week,
    "last_week": _before(_week),
    "this_month": _month,
    "last_month": _before(_month),
    "this_quarter": _quarter,
    "last_quarter": _before(_quarter),
    "this_year": _year,
    "last_year": _before(_year),
}


def span_of(register: Register, each: Filter, today: date) -> str:
    """The name of the span of the calendar that a filter on days stands for today, "" for none.

    Only whole spans count: from 1 to 30 November it is "this_month" in November, from 3 November on it is none.
    """
    if register.column(each.column).kind is not ColumnKind.DAY:
        return ""
    if each.operator is Operator.BETWEEN and isinstance(each.value, tuple):
        return next((name for name, span in SPANS.items() if span(today) == each.value), "")
    return "today" if each.value == today else ""


def plain(register: Register, query: Query, columns: Plain, *, moving: bool = False) -> Plain:
    """A question and its columns as JSON data; with `moving`, spans of the calendar go with the calendar."""
    return {
        "chip": query.chip,
        "text": query.text,
        "sort": query.sort,
        "descending": query.descending,
        "filters": [_plain_filter(register, each, query.today, moving=moving) for each in query.filters],
        "columns": columns,
    }


def _plain_filter(register: Register, each: Filter, today: date, *, moving: bool) -> Plain:
    made: Plain = {"column": each.column, "operator": each.operator.value}
    span = span_of(register, each, today) if moving else ""
    if span:
        return made | {"span": span}
    values = each.value if isinstance(each.value, tuple | list | frozenset) else None
    return made | {"value": _plain_value(each.value) if values is None else [*map(_plain_value, values)]}


def _plain_value(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case Decimal():
            return str(value)
        case date():  # moments are dates to Python, and write themselves with their offset
            return value.isoformat()
        case _:
            return value


def restored(register: Register, kept: Mapping[str, Any], today: date) -> Restored:
    """What `plain` wrote, as far as this register still has it; whatever it does not know is left out."""
    text, chip, sort = (_text(kept, name) for name in ("text", "chip", "sort"))
    known_chip = not chip or any(one.name == chip for one in register.chips)
    known_sort = not sort or any(one.name == sort and one.sortable for one in register.columns)
    filters, lost_filters = _filters(register, kept.get("filters"), today)
    columns, lost_columns = _columns(register, kept.get("columns"))
    query = Query(
        today,
        chip=chip if chip and known_chip else register.default_chip,
        filters=filters,
        text=text,
        sort=sort if known_sort else "",
        descending=known_sort and kept.get("descending") is True,
    )
    return Restored(query, columns, not (known_chip and known_sort) or lost_filters or lost_columns)


def _text(kept: Mapping[str, Any], name: str) -> str:
    value = kept.get(name, "")
    return value if isinstance(value, str) else ""


def _filters(register: Register, kept: object, today: date) -> tuple[tuple[Filter, ...], bool]:
    listed = kept if isinstance(kept, list) else []
    found = [_filter(register, each, today) for each in listed]
    return tuple(each for each in found if each is not None), None in found


def _filter(register: Register, kept: object, today: date) -> Filter | None:
    """One filter; None when its column, its comparison or its value is not known any more."""
    try:
        assert isinstance(kept, dict)
        column, operator = register.column(kept["column"]), Operator(kept["operator"])
        if operator not in OPERATORS[column.kind]:
            return None
        if "span" in kept:
            first, last = SPANS[kept["span"]](today)
            return Filter(column.name, operator, (first, last) if operator is Operator.BETWEEN else first)
        return Filter(column.name, operator, _restored_value(column, operator, kept.get("value")))
    except (Refused, AssertionError, KeyError, ValueError, TypeError, InvalidOperation):
        return None


def _restored_value(column: Column, operator: Operator, value: object) -> object:
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return None
    if operator is Operator.BETWEEN:
        first, last = _list(value)
        return _one(column, first), _one(column, last)
    if operator is Operator.IN:
        return _members(column, _list(value))
    return _one(column, value)


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _members(column: Column, values: Sequence[object]) -> tuple[object, ...]:
    """Those of the values that there still are; a choice that went away takes only itself along."""
    known = {member.value for member in column.choices} if column.choices is not None else set(values)
    found = tuple(_one(column, value) for value in values if value in known)
    if not found:
        raise ValueError
    return found


def _one(column: Column, value: object) -> object:
    match column.kind:
        case ColumnKind.MONEY if isinstance(value, str):
            amount = Decimal(value)
            if amount.is_finite():
                return amount
        case ColumnKind.DAY if isinstance(value, str):
            return date.fromisoformat(value)
        case ColumnKind.MOMENT if isinstance(value, str):
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                return moment
        case ColumnKind.CHOICE if column.choices is not None and isinstance(value, str):
            return column.choices(value)
        case ColumnKind.YES_NO if isinstance(value, bool):
            return value
        case ColumnKind.NUMBER if isinstance(value, int) and not isinstance(value, bool):
            return value
        case ColumnKind.TEXT if isinstance(value, str):
            return value
    raise ValueError


def usual_columns(register: Register) -> Plain:
    """The columns as the register shows them to somebody who has chosen nothing."""
    return {
        "order": [column.name for column in register.columns],
        "hidden": [column.name for column in register.columns if not column.shown],
        "widths": {},
    }


def _columns(register: Register, kept: object) -> tuple[Plain, bool]:
    """Order, choice and widths of the columns that there still are; without one left to see, the usual ones."""
    if not isinstance(kept, dict):
        return usual_columns(register), False
    names = [column.name for column in register.columns]
    order, hidden = (_names(kept.get(part)) for part in ("order", "hidden"))
    known = [name for name in dict.fromkeys(order) if name in names]
    if not set(known) - set(hidden):
        return usual_columns(register), bool(order)
    later = [column.name for column in register.columns if column.name not in known]
    widths = kept.get("widths")
    return {
        "order": [*known, *later],
        "hidden": [name for name in names if name in hidden or name in later],
        "widths": {
            name: width
            for name, width in (widths if isinstance(widths, dict) else {}).items()
            if name in names and type(width) is int and width > 0
        },
    }, any(name not in names and name not in hidden for name in order)


def _names(kept: object) -> list[str]:
    return [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
