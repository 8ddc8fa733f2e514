"""Employees 员工: what claims need of a person; the personnel file builds on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from models.people import Department, Employee
from services import post_history, records
from services.calendars import business_day
from services.errors import Refused
from services.identity_numbers import card_problem
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register


def _here(context: ChipContext) -> ColumnElement[bool]:
    return or_(Employee.left_on.is_(None), Employee.left_on >= context.today)


def _gone(context: ChipContext) -> ColumnElement[bool]:
    return Employee.left_on < context.today


REGISTER = Register(
    name="employee",
    record=Employee,
    columns=(
        Column("number", "Employee no.", ColumnKind.TEXT, Employee.number, width=90),
        Column("name", "Full name", ColumnKind.TEXT, Employee.name, width=110),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=130),
        Column("post", "Post", ColumnKind.TEXT, Employee.post, width=150, stretch=True),
        Column("grade", "Grade", ColumnKind.NUMBER, Employee.grade, width=64),
        Column("phone", "Phone", ColumnKind.TEXT, Employee.phone, width=130),
        Column("hired_on", "Hired on", ColumnKind.DAY, Employee.hired_on, width=100),
        Column("left_on", "Left on", ColumnKind.DAY, Employee.left_on, width=100),
        Column("bank_name", "Bank", ColumnKind.TEXT, Employee.bank_name, width=170, shown=False),
        Column(
            "bank_account", "Bank account", ColumnKind.TEXT, Employee.bank_account, width=180, shown=False
        ),
    ),
    see=Permission.PEOPLE_SEE,
    sort="number",
    chips=(
        Chip("here", "Employed", clause=_here),
        Chip("gone", "Left", clause=_gone),
        Chip("all", "All"),
        Chip("no_account", "Without bank account", lambda _: (Filter("bank_account", Operator.EMPTY),)),
    ),
    default_chip="here",
    joins=(Join(Department, Department.id == Employee.department_id),),
)


@dataclass(frozen=True, slots=True)
class EmployeeDraft:
    """An employee as typed."""

    id: int | None = None
    version: int | None = None
    number: str = ""
    name: str = ""
    department_id: int | None = None
    post: str = ""
    phone: str = ""
    bank_name: str = ""
    bank_account: str = ""
    hired_on: date | None = None
    left_on: date | None = None
    grade: int = 3


@requires(Permission.PEOPLE_SEE)
def get(session: Session, actor: Actor, employee_id: int) -> EmployeeDraft:  # noqa: ARG001 - the permission needs it
    """The employee of that id; Refused "record.gone"."""
    item = records.load(session, Employee, employee_id)
    return EmployeeDraft(**{name: getattr(item, name) for name in EmployeeDraft.__slots__})


@requires(Permission.PEOPLE_EDIT)
def save(session: Session, actor: Actor, draft: EmployeeDraft, *, today: date | None = None) -> int:
    """Store an employee; returns the id.

    Joining, moving and leaving are personnel papers: another department, post, grade, first or last day typed here is
    an entry of their posts from `today` on, with the reason "手工更正".

    Raises Refused "record.required" (number, name, department_id), "record.taken" (number),
    "record.gone" (department_id), "employee.left_before_hired", "employee.grade", "record.stale".
    """
    item = Employee() if draft.id is None else records.expect(session, Employee, draft.id, draft.version)
    before = None if draft.id is None else post_history.standing_of(item)
    days = (item.hired_on, item.left_on)
    number, name = required(draft.number, "number"), required(draft.name, "name")
    records.refuse_taken(session, Employee.number, number, draft.id)
    if draft.department_id is None:
        raise Refused("record.required", field="department_id")
    records.refuse_unknown(session, Department, draft.department_id, "department_id")
    if draft.hired_on and draft.left_on and draft.left_on < draft.hired_on:
        raise Refused("employee.left_before_hired", field="left_on", hired_on=draft.hired_on)
    if draft.grade not in (1, 2, 3):
        raise Refused("employee.grade", field="grade")
    item.number, item.name, item.department_id = number, name, draft.department_id
    item.grade = draft.grade
    item.post, item.phone = tidy(draft.post, "post"), tidy(draft.phone, "phone")
    item.bank_name = tidy(draft.bank_name, "bank_name")
    item.bank_account = tidy(draft.bank_account, "bank_account").replace(" ", "")
    item.hired_on, item.left_on = draft.hired_on, draft.left_on
    saved = records.keep(session, actor, item, number, name, item.post, item.phone)
    today = today or business_day()
    if before is None:
        post_history.note(session, item, None, item.hired_on or today)
    else:
        post_history.correct(session, item, before, days, today)
    return saved


def doubts(draft: EmployeeDraft) -> dict[str, str]:
    """Fields that look wrong but may be right: `bank_account` → "characters", "length" or "check_digit"."""
    problem = card_problem(draft.bank_account) if draft.bank_account.strip() else None
    return {} if problem is None else {"bank_account": problem}


@requires(Permission.PEOPLE_EDIT)
def remove(session: Session, actor: Actor, employee_id: int, version: int) -> bool:
    """Delete an employee whom nothing refers to. Raises Refused "record.in_use", "record.gone", "record.stale"."""
    item = records.expect(session, Employee, employee_id, version)
    post_history.forget(session, employee_id)
    return records.drop(session, actor, item)


@requires(Permission.PEOPLE_SEE)
def choices(session: Session, actor: Actor, *, today: date | None = None) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Who works here on `today` (by default: who has no last day), by number, with the department beside."""
    here: ColumnElement[bool] = Employee.left_on.is_(None)
    if today is not None:
        here = or_(here, Employee.left_on >= today)
    found = session.execute(
        select(Employee.id, Employee.name, Department.name, Employee.search_text)
        .join(Department, Department.id == Employee.department_id)
        .where(here)
        .order_by(Employee.number),
    )
    return [Choice(*row) for row in found]
