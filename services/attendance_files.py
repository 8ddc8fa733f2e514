"""The monthly attendance file of a phone app 月度考勤汇总: its rows read; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from services.attendance_titles import FileColumn, Heading, heading_of, plain
from services.attendance_values import OVERTIME, WHO, AttendanceValue, Problem, RowProblem, Unit
from services.errors import Refused
from services.exchange.foreign_child import DAMAGED
from services.exchange.foreign_sheets import ForeignSheet
from services.months import last_day

HOURS_A_DAY = Decimal(8)
_NONE = frozenset({"", "-", "--", "—", "－", "/", "无"})
_AMOUNT = re.compile(r"([+-]?\d+(?:\.\d+)?)(天|小时|分钟|次|h)?", re.IGNORECASE)
_SAID = {"天": Unit.DAYS, "小时": Unit.HOURS, "h": Unit.HOURS, "分钟": Unit.MINUTES, "次": Unit.TIMES}
_TOTALS = ("合计", "总计", "小计")


@dataclass(frozen=True, slots=True)
class FileRow:
    """What the file says about a person: who, and days, hours or times by what they are, never negative."""

    row: int
    number: str
    name: str
    department: str
    amounts: Mapping[AttendanceValue, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileContent:
    """The rows of people, and what cannot be read of them."""

    rows: tuple[FileRow, ...]
    problems: tuple[Problem, ...]


def read_rows(
    sheet: ForeignSheet, heading: Heading, mapping: Mapping[int, AttendanceValue], month: date
) -> FileContent:
    """The people below the heading, in days and hours to two decimals.

    Raises Refused "attendance_file.no_column" (name, value): nothing says the name or the days worked;
    "attendance_file.no_rows" (name).
    """
    for needed in (AttendanceValue.NAME, AttendanceValue.WORKED):
        if needed not in mapping.values():
            raise Refused("attendance_file.no_column", name=sheet.file, value=needed)
    rows, problems = [], []
    for number, cells in enumerate(sheet.rows[heading.first :], start=heading.first + 1):
        row, wrong = _row(number, cells, heading.columns, mapping)
        if row is not None:
            rows.append(row)
            problems += [*wrong, *_odd(row, month, wrong)]
    if not rows:
        raise Refused("attendance_file.no_rows", name=sheet.file)
    return FileContent(tuple(rows), tuple(problems))


def _row(
    number: int,
    cells: Sequence[str],
    columns: Sequence[FileColumn],
    mapping: Mapping[int, AttendanceValue],
) -> tuple[FileRow | None, list[Problem]]:
    who = dict.fromkeys(WHO, "")
    amounts: dict[AttendanceValue, Decimal] = {}
    problems = []
    for column in columns:
        value = mapping.get(column.place)
        text = plain(cells[column.place]) if column.place < len(cells) else ""
        if value in who:
            who[value] = "" if text in _NONE else text
        elif value is not None:
            amount = _amount(text, column, value)
            if amount is None or amount < 0:
                code = RowProblem.NOT_A_NUMBER if amount is None else RowProblem.NEGATIVE
                problems.append(Problem(number, column.title, code, text))
            elif text not in _NONE:
                amounts[value] = amounts.get(value, Decimal(0)) + amount
    name = who[AttendanceValue.NAME]
    if not name or name.startswith(_TOTALS):
        return None, []
    row = FileRow(number, who[AttendanceValue.NUMBER], name, who[AttendanceValue.DEPARTMENT], amounts)
    return row, [Problem(one.row, one.column, one.code, one.value, name) for one in problems]


def _odd(row: FileRow, month: date, wrong: Sequence[Problem]) -> list[Problem]:
    """Days that no month has, or that are not said at all."""
    if wrong:
        return []
    worked = row.amounts.get(AttendanceValue.WORKED)
    if worked is None and not any(_in_days(value) for value in row.amounts):
        return [Problem(row.row, "", RowProblem.NO_DAYS, "", row.name)]
    length = last_day(month).day
    days = [amount for value, amount in row.amounts.items() if _in_days(value)]
    if max(days) > length:
        return [Problem(row.row, "", RowProblem.TOO_MANY_DAYS, f"{max(days).normalize():f}", row.name)]
    return []


def _amount(text: str, column: FileColumn, value: AttendanceValue) -> Decimal | None:
    """Days, hours or times to two decimals; None for what is no number."""
    if text in _NONE:
        return Decimal(0)
    match = _AMOUNT.fullmatch(text.replace(",", "")) if text != DAMAGED else None
    if match is None:
        return None
    said = _SAID[match.group(2).lower()] if match.group(2) else column.unit
    return _converted(Decimal(match.group(1)), said, value)


def _converted(amount: Decimal, unit: Unit | None, value: AttendanceValue) -> Decimal:
    hours = {Unit.DAYS: amount * HOURS_A_DAY, Unit.MINUTES: amount / 60}.get(unit, amount) if unit else amount
    if value in OVERTIME:
        amount = hours
    elif _in_days(value) and unit in (Unit.HOURS, Unit.MINUTES):
        amount = hours / HOURS_A_DAY
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _in_days(value: AttendanceValue) -> bool:
    return value not in OVERTIME and value not in WHO and value is not AttendanceValue.LATE_TIMES


__all__ = ["FileColumn", "FileContent", "FileRow", "Heading", "heading_of", "read_rows"]
