"""What the line above a payroll sheet says: for which month, until when, why then, and what is to be done now."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from services.terms import RunKind, RunState
from ui.labels import label
from ui.widgets import formats

if TYPE_CHECKING:
    from services.payroll_runs import ScheduleRow

_SATURDAY = 5
_PAID = (RunState.PAID, RunState.LOCKED)

translate = QCoreApplication.translate


def title_of(row: ScheduleRow) -> str:
    """The month of a sheet, and what kind it is when it is no regular one."""
    month = f"{row.month:%Y-%m}"
    return (
        month
        if row.kind is RunKind.REGULAR
        else " ".join(filter(None, (month, row.title or label(row.kind))))
    )


def headline(row: ScheduleRow, pay_day: int, differences: int, today: date) -> str:
    """Sheet, due day and the reason for it; state; how much is to be looked at; with whom it is."""
    parts = [_due(row, pay_day)]
    if row.state is None:
        parts.append(translate("Payroll", "not made yet"))
    else:
        parts.append(label(row.state))
    if row.overdue:
        words = translate("Payroll", "{count} days overdue")
        parts.append(words.format(count=formats.count((today - row.due_on).days)))
    if differences and row.state in (RunState.DRAFT, RunState.CHECKED, RunState.SUBMITTED):
        words = translate("Payroll", "{count} differences to look at")
        parts.append(words.format(count=formats.count(differences)))
    if row.holder_name and row.state is RunState.SUBMITTED:
        parts.append(translate("Payroll", "with {name}").format(name=row.holder_name))
    if row.state_note and row.state in (RunState.DRAFT, RunState.CHECKED):
        parts.append(translate("Payroll", "returned: {reason}").format(reason=row.state_note))
    return " · ".join(parts)


def _due(row: ScheduleRow, pay_day: int) -> str:
    if row.state in _PAID and row.paid_on is not None:
        words = translate("Payroll", "{month} sheet, paid on {day}")
        return words.format(month=_month(row.month), day=_day(row.paid_on))
    why = _why_then(row, pay_day)
    if why:
        words = translate("Payroll", "{month} sheet, due {day} ({why})")
        return words.format(month=_month(row.month), day=_day(row.due_on), why=why)
    words = translate("Payroll", "{month} sheet, due {day} ({weekday})")
    return words.format(month=_month(row.month), day=_day(row.due_on), weekday=_weekday(row.due_on))


def _why_then(row: ScheduleRow, pay_day: int) -> str:
    """Why the day is not the one that was set."""
    planned = row.month.replace(day=min(pay_day, monthrange(row.month.year, row.month.month)[1]))
    if planned == row.due_on:
        return ""
    if planned.weekday() >= _SATURDAY:
        words = translate("Payroll", "the {day} is a {weekday}")
        return words.format(day=_ordinal(planned.day), weekday=_weekday(planned))
    return translate("Payroll", "the {day} is a holiday").format(day=_ordinal(planned.day))


def _is_chinese() -> bool:
    return QLocale().language() is QLocale.Language.Chinese


def _month(month: date) -> str:
    kind = QLocale.FormatType.ShortFormat if _is_chinese() else QLocale.FormatType.LongFormat
    return QLocale().standaloneMonthName(month.month, kind)


def _day(day: date) -> str:
    return translate("Payroll", "{day} {month}").format(day=day.day, month=_month(day))


def _weekday(day: date) -> str:
    return QLocale().dayName(QDate(day.year, day.month, day.day).dayOfWeek(), QLocale.FormatType.LongFormat)


def _ordinal(number: int) -> str:
    if _is_chinese():
        return f"{number}日"
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def status(row: ScheduleRow) -> str:
    """People, gross, tax, net and the employer's cost, for the status bar."""
    words = translate(
        "Payroll", "{people} people · gross {gross} · tax {tax} · net {net} · employer's cost {cost}"
    )
    return words.format(
        people=formats.count(row.people),
        gross=formats.yuan(row.gross),
        tax=formats.yuan(row.tax),
        net=formats.yuan(row.net),
        cost=formats.yuan(row.employer_cost),
    )
