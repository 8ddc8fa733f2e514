"""Attendance of a month 月考勤: taken over from the file of a phone app, or typed; what pay by attendance is reckoned with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.payroll import RunState
from models.people import Department, Employee
from services import settings
from services.attendance_files import read_rows
from services.attendance_match import MatchedRow, doubts, match
from services.attendance_records import (
    AttendanceDraft,
    closed_state,
    draft_of,
    is_here,
    people_of,
    read,
    refuse_closed,
    refuse_wrong,
    store,
    stored,
    working_days,
)
from services.attendance_titles import FileColumn, heading_of, month_of, recognised, refuse_other_month
from services.attendance_values import AttendanceValue, Problem
from services.database import Session, once
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.months import last_day
from services.permissions import Actor, Permission, requires
from services.records import Choice

MAPPING = "attendance_columns"


@dataclass(frozen=True, slots=True)
class Looked:
    """A file before anything is saved: its month (None when it names none), columns, rows, and all problems."""

    file: str
    sha256: str
    month: date | None
    columns: tuple[FileColumn, ...]
    mapping: Mapping[int, AttendanceValue]
    rows: tuple[MatchedRow, ...]
    problems: tuple[Problem, ...]

    @property
    def stops(self) -> int:
        """How many problems keep a row from being saved."""
        return sum(problem.stops for problem in self.problems)

    @property
    def ready(self) -> int:
        """How many people would be saved."""
        return sum(row.employee_id is not None for row in self.rows)


@requires(Permission.PAYROLL_SEE)
def look(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    sheet: ForeignSheet,
    month: date,
    *,
    mapping: Mapping[int, AttendanceValue] | None = None,
    chosen: Mapping[int, int] | None = None,
) -> Looked:
    """What a file, read by `read_sheet`, says about `month`; nothing is changed.

    `mapping` is what the columns hold (recognised, with what was chosen the last time, when None); `chosen` maps a
    row to an employee, or to `attendance_match.SKIPPED`. Raises what `heading_of`, `refuse_other_month` and
    `read_rows` raise: "attendance_file.no_heading", ".other_month", ".part_of_month", ".no_column", ".no_rows".
    """
    heading = heading_of(sheet)
    refuse_other_month(sheet, heading.period, month)
    known = settings.get(session, MAPPING, {})
    used = dict(mapping) if mapping is not None else recognised(heading.columns, known)
    content = read_rows(sheet, heading, used, month)
    people = people_of(session, month)
    matched, problems = match(content.rows, people, chosen or {})
    skipped = {one.row.row for one in matched if one.skipped}
    found = [one for one in (*content.problems, *problems) if one.row not in skipped]
    bad = {one.row for one in found if one.stops}
    good = [one for one in matched if one.row.row not in bad]
    named = {one.name for one in found if one.row}
    found += [one for one in doubts(good, people) if one.row or one.name not in named]
    order = sorted(found, key=lambda one: (not one.stops, one.row == 0, one.row))
    rows = tuple(replace(one, employee_id=None) if one.row.row in bad else one for one in matched)
    return Looked(
        sheet.file, sheet.sha256, month_of(heading.period), heading.columns, used, rows, tuple(order)
    )


@requires(Permission.PAYROLL_SEE)
def columns_of(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    sheet: ForeignSheet,
) -> tuple[tuple[FileColumn, ...], dict[int, AttendanceValue], tuple[str, ...]]:
    """The columns of a file, what they are taken for, and its first row; also of a file that `look` refuses."""
    heading = heading_of(sheet)
    first = sheet.rows[heading.first] if heading.first < len(sheet.rows) else ()
    return heading.columns, recognised(heading.columns, settings.get(session, MAPPING, {})), first


@requires(Permission.PAYROLL_EDIT)
def take(
    session: Session,
    actor: Actor,
    sheet: ForeignSheet,
    month: date,
    *,
    mapping: Mapping[int, AttendanceValue],
    chosen: Mapping[int, int],
    command_id: str,
) -> int:
    """Store what the file says, in place of what was there for these people; returns how many. Once for a command.

    What the columns were taken for is remembered by their titles. Raises Refused "attendance_file.problems" (count)
    while a row that is not skipped has one, "attendance.month_closed" (month, state), and what `look` raises.
    """
    refuse_closed(session, month)
    looked = look(session, actor, sheet, month, mapping=mapping, chosen=chosen)
    if looked.stops:
        raise Refused("attendance_file.problems", count=looked.stops)
    if not once(session, command_id):
        return looked.ready
    titles = {one.title: looked.mapping.get(one.place, "") for one in looked.columns}
    known = {title: str(value) for title, value in titles.items()}
    settings.put_checked(session, actor, MAPPING, settings.get(session, MAPPING, {}) | known)
    whole = len(working_days(month))
    drafts = {
        one.employee_id: draft_of(one.row, whole, sheet.file)
        for one in looked.rows
        if one.employee_id is not None
    }
    store(session, actor, month, drafts)
    return len(drafts)


@requires(Permission.PAYROLL_SEE)
def of_month(session: Session, actor: Actor, month: date) -> list[AttendanceDraft]:  # noqa: ARG001 - the permission needs the actor
    """A draft for everybody employed in the month, by number: as stored, or the whole month worked as a proposal."""
    kept = stored(session, month)
    whole = Decimal(len(working_days(month)))
    found = []
    for person in people_of(session, month):
        if person.id in kept:
            found.append(read(kept[person.id]))
        elif person.here:
            found.append(AttendanceDraft(person.id, None, whole, Decimal(person.due)))
    return found


@requires(Permission.PAYROLL_EDIT)
def save(
    session: Session, actor: Actor, month: date, drafts: Sequence[AttendanceDraft], *, command_id: str
) -> int:
    """Store the attendance of a month as typed; returns how many people it was changed for.

    Raises Refused "attendance.month_closed" (month, state), "record.required", "attendance.range" (most),
    "attendance.twice" (name) at "lines.<n>.<field>", and "record.stale" (name) when somebody else has saved since.
    """
    refuse_closed(session, month)
    wanted: dict[int, AttendanceDraft] = {}
    for n, draft in enumerate(drafts):
        refuse_wrong(draft, n)
        if draft.employee_id in wanted:
            raise Refused("attendance.twice", field=f"lines.{n}.employee_id")
        wanted[draft.employee_id or 0] = draft
    if not once(session, command_id):
        return 0
    kept = stored(session, month)
    for n, draft in enumerate(drafts):
        item = kept.get(draft.employee_id or 0)
        if (item.version if item else None) != draft.version:
            raise Refused("record.stale", field=f"lines.{n}.employee_id")
    return store(session, actor, month, wanted)


@requires(Permission.PAYROLL_SEE)
def choices(session: Session, actor: Actor, month: date) -> list[Choice]:  # noqa: ARG001 - the permission needs the actor
    """Who is employed on any day of the month, by number, for a combo."""
    last = last_day(month)
    query = (
        select(Employee.id, Employee.name, Department.name, Employee.number, Employee.search_text, Employee.hired_on, Employee.left_on)
        .join(Department, Department.id == Employee.department_id)
        .order_by(Employee.number)
    )  # fmt: skip
    return [
        Choice(id_, name, f"{number} {department}", f"{number} {text}")
        for id_, name, department, number, text, hired, left in session.execute(query)
        if is_here(hired, left, month, last)
    ]


@requires(Permission.PAYROLL_SEE)
def closed_by(session: Session, actor: Actor, month: date) -> RunState | None:  # noqa: ARG001 - the permission needs the actor
    """The state of the month's payroll when attendance may not change any more; None while it may."""
    return closed_state(session, month)
