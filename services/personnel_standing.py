"""How somebody stands on a day: department, post, grade, and the pay of every component."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import aliased, selectinload

from models.pay import ComponentEffect, ComponentKind, PayComponent, PayRate
from models.payroll import PayrollRun, RunKind, RunState
from models.people import Department, Employee
from models.personnel import PersonalFile
from services import search
from services.database import Session
from services.errors import Refused
from services.months import month_of, next_month
from services.payroll_months import pay_settings
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice

_MONTHLY = (ComponentKind.FIXED, ComponentKind.ATTENDANCE)
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class PayLine:
    """A component of somebody's pay, in yuan a month: what it was and what it becomes."""

    component_id: int | None = None
    name: str = ""
    before: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an employee stands; `pay` is empty for whoever may not see it."""

    employee_id: int
    number: str
    name: str
    department_id: int
    department_name: str
    post: str
    grade: int
    hired_on: date | None
    left_on: date | None
    probation_until: date | None
    confirmed_on: date | None
    pay: tuple[PayLine, ...]


@requires(Permission.PERSONNEL_SEE)
def standing(session: Session, actor: Actor, employee_id: int, day: date) -> Standing:
    """How the employee stands on `day`. Raises Refused "record.gone"."""
    item = session.scalar(
        select(Employee).where(Employee.id == employee_id).options(selectinload(Employee.department))
    )
    if item is None:
        raise Refused("record.gone", field="employee_id")
    file = session.scalar(select(PersonalFile).where(PersonalFile.employee_id == employee_id))
    return Standing(
        item.id,
        item.number,
        item.name,
        item.department_id,
        item.department.name,
        item.post,
        item.grade,
        item.hired_on,
        item.left_on,
        file.probation_until if file else None,
        file.confirmed_on if file else None,
        tuple(pay_on(session, employee_id, day)) if actor.can(Permission.PAYROLL_SEE) else (),
    )


@open_to_all(_WHY)
def pay_on(session: Session, employee_id: int, day: date) -> list[PayLine]:
    """What the employee gets of each component on `day`, in the order of the sheet; what has ended is left out."""
    newer = aliased(PayRate)
    later = (
        select(newer.id)
        .where(newer.employee_id == PayRate.employee_id, newer.component_id == PayRate.component_id)
        .where(newer.from_on > PayRate.from_on, newer.from_on <= day)
    )
    rows = session.execute(
        select(PayComponent.id, PayComponent.name, PayRate.amount)
        .join(PayComponent, PayComponent.id == PayRate.component_id)
        .where(PayRate.employee_id == employee_id, PayRate.from_on <= day, PayRate.amount != Decimal(0))
        .where(~later.exists())
        .order_by(PayComponent.position, PayComponent.id)
    )
    return [PayLine(row.id, row.name, row.amount, row.amount) for row in rows]


@requires(Permission.PAYROLL_SEE)
def component_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The components of which somebody has so much a month, in the order of the sheet."""
    found = session.scalars(
        select(PayComponent)
        .filter_by(active=True)
        .where(PayComponent.kind.in_(_MONTHLY), PayComponent.effect == ComponentEffect.EARNING)
        .order_by(PayComponent.position, PayComponent.id)
    )
    return [Choice(one.id, one.name, one.code, search.text_for(one.code, one.name)) for one in found]


@open_to_all(_WHY)
def settled_by(session: Session, day: date) -> date | None:
    """The month of the regular sheet that pays that day's work, once it is submitted: what changes comes after it."""
    month = month_of(day)
    paid_in = month if pay_settings(session).wage_month == "same" else next_month(month)
    found = select(PayrollRun.month).where(
        PayrollRun.month == paid_in,
        PayrollRun.kind == RunKind.REGULAR,
        PayrollRun.state.not_in([RunState.DRAFT, RunState.CHECKED]),
    )
    return session.scalar(found)


@open_to_all(_WHY)
def next_number(session: Session) -> str:
    """The number of the next employee: the highest one so far and one more, as wide as it is."""
    taken = [
        number for number in session.scalars(select(Employee.number)) if number.isascii() and number.isdigit()
    ]
    width = max((len(number) for number in taken), default=4)
    return f"{max(map(int, taken), default=0) + 1:0{width}}"


@open_to_all(_WHY)
def department_name(session: Session, department_id: int | None, field: str = "department_id") -> str:
    """The name of a department that is in use. Raises Refused "record.required", "record.gone" at `field`."""
    if department_id is None:
        raise Refused("record.required", field=field)
    found = session.get(Department, department_id)
    if found is None:
        raise Refused("record.gone", field=field)
    return found.name


@open_to_all(_WHY)
def component_names(session: Session, ids: list[int]) -> dict[int, str]:
    """The names of components by their ids."""
    rows = session.execute(select(PayComponent.id, PayComponent.name).where(PayComponent.id.in_(ids)))
    return {row.id: row.name for row in rows}
