"""The tables of the attendance import as data: what is to be looked at, and what would be saved."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.attendance_values import AttendanceValue, LeaveKind
from ui.labels import label, tone
from ui.marking import QT_TRANSLATE_NOOP
from ui.payments.rows_table import Heading, Shown
from ui.widgets import formats

if TYPE_CHECKING:
    from services.attendance import Looked
    from services.attendance_files import FileRow

translate = QCoreApplication.translate

# words, width, on the right
PROBLEMS = (
    (QT_TRANSLATE_NOOP("Payroll", "Row"), 64, True),
    (QT_TRANSLATE_NOOP("Payroll", "Name"), 120, False),
    (QT_TRANSLATE_NOOP("Payroll", "Column"), 180, False),
    (QT_TRANSLATE_NOOP("Payroll", "What stands there"), 0, False),
    (QT_TRANSLATE_NOOP("Payroll", "What is wrong"), 320, False),
)
PEOPLE = (
    (QT_TRANSLATE_NOOP("Payroll", "Row"), 56, True),
    (QT_TRANSLATE_NOOP("Payroll", "Name"), 110, False),
    (QT_TRANSLATE_NOOP("Payroll", "Worked"), 80, True),
    (QT_TRANSLATE_NOOP("Payroll", "Absent"), 80, True),
    (QT_TRANSLATE_NOOP("Payroll", "Times late"), 90, True),
    (QT_TRANSLATE_NOOP("Payroll", "Overtime"), 90, True),
    (QT_TRANSLATE_NOOP("Payroll", "Leave"), 0, False),
)
_OVERTIME = (
    AttendanceValue.OVERTIME_WEEKDAY,
    AttendanceValue.OVERTIME_REST,
    AttendanceValue.OVERTIME_HOLIDAY,
)


def headings(columns: tuple[tuple[str, int, bool], ...]) -> tuple[Heading, ...]:
    """Columns in the user's language."""
    return tuple(Heading(translate("Payroll", words), width, right) for words, width, right in columns)


def problem_rows(found: Looked) -> list[Shown]:
    """What keeps rows from being saved, then what only looks odd."""
    return [
        Shown(
            place,
            (
                str(one.row) if one.row else formats.NOTHING,
                one.name,
                one.column.replace("/", " · "),
                one.value,
                label(one.code),
            ),
            (one.row, one.name, one.column, one.value, label(one.code)),
            tone(one.code),
        )
        for place, one in enumerate(found.problems)
    ]


def person_rows(found: Looked) -> list[Shown]:
    """What would be saved of each person."""
    return [
        Shown(one.row.row, _cells(one.row, one.name), _keys(one.row, one.name))
        for one in found.rows
        if one.employee_id is not None
    ]


def _cells(row: FileRow, name: str) -> tuple[str, ...]:
    worked, absent, late, overtime = _figures(row)
    shown = (worked, absent, late, overtime)
    leave = " ".join(
        f"{label(AttendanceValue(kind))} {formats.quantity(amount)}"
        for kind in LeaveKind
        if (amount := row.amounts.get(AttendanceValue(kind)))
    )
    return (str(row.row), name, *(formats.quantity(one or None) for one in shown), leave)


def _keys(row: FileRow, name: str) -> tuple[object, ...]:
    return (row.row, name, *_figures(row))


def _figures(row: FileRow) -> tuple[Decimal, ...]:
    said = row.amounts
    values = (AttendanceValue.WORKED, AttendanceValue.ABSENT, AttendanceValue.LATE_TIMES)
    overtime = sum((said.get(value, Decimal(0)) for value in _OVERTIME), Decimal(0))
    return (*(said.get(value, Decimal(0)) for value in values), overtime)
