"""Attendance as it is stored: hundredths of days and hours, a row a person and month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.pay import AttendanceMonth
from models.payroll import PayrollRun, RunKind, RunState
from models.people import Department, Employee
from services import audit, payroll_months
from services.attendance_files import FileRow
from services.attendance_match import Person, due_days
from services.attendance_values import OVERTIME, AttendanceValue, LeaveKind
from services.calendars import is_working_day
from services.database import Session
from services.errors import Refused
from services.months import last_day, next_month
from services.permissions import Actor, open_to_all

_WHY = "a step of services that have checked"
_OPEN = frozenset({RunState.DRAFT, RunState.CHECKED})
_MOST_DAYS, _MOST_HOURS, _MOST_TIMES = 31, 744, 999
_DAYS = ("due", "worked", "absent", *(kind.value for kind in LeaveKind))
_HOURS = tuple(value.value for value in OVERTIME)


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    """A person's month: days to the half or finer, hours of overtime; `version` None while nothing is stored."""

    employee_id: int | None = None
    version: int | None = None
    due: Decimal | None = None
    worked: Decimal | None = None
    absent: Decimal | None = None
    personal: Decimal | None = None
    sick: Decimal | None = None
    annual: Decimal | None = None
    compensatory: Decimal | None = None
    marriage: Decimal | None = None
    maternity: Decimal | None = None
    paternity: Decimal | None = None
    bereavement: Decimal | None = None
    injury: Decimal | None = None
    other: Decimal | None = None
    late_times: int | None = None
    overtime_weekday: Decimal | None = None
    overtime_rest: Decimal | None = None
    overtime_holiday: Decimal | None = None
    source: str = ""


def is_here(hired: date | None, left: date | None, month: date, last: date) -> bool:
    """Whether somebody hired and left on these days was employed on any day of the month."""
    return (hired is None or hired <= last) and (left is None or left >= month)


def working_days(month: date) -> list[date]:
    """The working days of a month."""
    days = (month + timedelta(days=n) for n in range((last_day(month) - month).days + 1))
    return [day for day in days if is_working_day(day)]


@open_to_all(_WHY)
def people_of(session: Session, month: date) -> list[Person]:
    """Everybody, by number: whether they are employed in the month, and on how many of its working days."""
    working, last = working_days(month), last_day(month)
    query = (
        select(
            Employee.id, Employee.number, Employee.name, Department.name, Employee.hired_on, Employee.left_on
        )
        .join(Department, Department.id == Employee.department_id)
        .order_by(Employee.number)
    )
    return [
        Person(
            id_, number, name, department, is_here(hired, left, month, last), due_days(hired, left, working)
        )
        for id_, number, name, department, hired, left in session.execute(query)
    ]


@open_to_all(_WHY)
def closed_state(session: Session, month: date) -> RunState | None:
    """The state of the sheet that pays this month's work once it has left the clerk's desk, else None."""
    same = payroll_months.pay_settings(session).wage_month == "same"
    paid_in = month if same else next_month(month)
    query = select(PayrollRun.state).where(PayrollRun.month == paid_in, PayrollRun.kind == RunKind.REGULAR)
    state: RunState | None = session.scalar(query)
    return None if state is None or state in _OPEN else state


@open_to_all(_WHY)
def refuse_closed(session: Session, month: date) -> None:
    """Refuse "attendance.month_closed" (month, state) when the month's payroll has left the clerk's desk."""
    state = closed_state(session, month)
    if state is not None:
        raise Refused("attendance.month_closed", month=f"{month:%Y-%m}", state=state)


@open_to_all(_WHY)
def stored(session: Session, month: date) -> dict[int, AttendanceMonth]:
    """What is stored of a month, by employee."""
    found = session.scalars(select(AttendanceMonth).where(AttendanceMonth.month == month))
    return {item.employee_id: item for item in found}


@open_to_all(_WHY)
def store(session: Session, actor: Actor, month: date, drafts: Mapping[int, AttendanceDraft]) -> int:
    """Keep these months, by employee; how many of them are new or differ from what was there."""
    kept = stored(session, month)
    new, changed = [], []
    for employee_id, draft in drafts.items():
        values = _stored_values(draft)
        item = kept.get(employee_id)
        if item is None:
            new.append(AttendanceMonth(month=month, employee_id=employee_id, **values))
        elif any(getattr(item, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(item, name, value)
            changed.append(item)
    for act, items in (("edit", changed), ("create", new)):
        if items:
            audit.record_all(session, actor, act, items)
    session.flush()
    return len(new) + len(changed)


def read(item: AttendanceMonth) -> AttendanceDraft:
    """What is stored, in days and hours; nothing where it is zero, but for the days due and worked."""
    days = {kind.value: _amount(item.leave.get(kind.value, 0)) for kind in LeaveKind}
    hours = {name: _amount(getattr(item, name)) for name in _HOURS}
    return AttendanceDraft(
        employee_id=item.employee_id,
        version=item.version,
        due=Decimal(item.due) / 100,
        worked=Decimal(item.worked) / 100,
        absent=_amount(item.absent),
        late_times=item.late_times or None,
        source=item.source,
        **days,
        **hours,
    )


def draft_of(row: FileRow, due: int, file: str) -> AttendanceDraft:
    """A row of a file as a draft; the days due are those of the month where the file does not say them."""
    said: dict[str, Any] = {value.value: amount for value, amount in row.amounts.items()}
    times = said.pop(AttendanceValue.LATE_TIMES.value, None)
    values = {"due": Decimal(due), "worked": Decimal(0)} | said
    return AttendanceDraft(**values, late_times=int(times) if times else None, source=file)


def refuse_wrong(draft: AttendanceDraft, line: int) -> None:
    """Refuse "record.required" (employee, due, worked) or "attendance.range" (most) at the cell of the line."""
    for name in ("employee_id", "due", "worked"):
        if getattr(draft, name) is None:
            raise Refused("record.required", field=f"lines.{line}.{name}")
    limits = dict.fromkeys(_DAYS, _MOST_DAYS) | dict.fromkeys(_HOURS, _MOST_HOURS)
    for name, most in (limits | {"late_times": _MOST_TIMES}).items():
        value = getattr(draft, name)
        if value is not None and not 0 <= value <= most:
            raise Refused("attendance.range", field=f"lines.{line}.{name}", most=most)


def _stored_values(draft: AttendanceDraft) -> dict[str, Any]:
    leave = {kind.value: _hundredths(getattr(draft, kind.value)) for kind in LeaveKind}
    return {
        "due": _hundredths(draft.due),
        "worked": _hundredths(draft.worked),
        "absent": _hundredths(draft.absent),
        "leave": {kind: value for kind, value in leave.items() if value},
        "late_times": draft.late_times or 0,
        "source": draft.source,
        **{name: _hundredths(getattr(draft, name)) for name in _HOURS},
    }


def _hundredths(amount: Decimal | None) -> int:
    return int((amount or Decimal(0)) * 100)


def _amount(hundredths: int) -> Decimal | None:
    return Decimal(hundredths) / 100 if hundredths else None
