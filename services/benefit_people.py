"""Who is put on a benefit sheet, and who is on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.people import Department, Employee
from models.supply import BenefitLine
from services.benefit_sheets import BenefitLineDraft
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice


@requires(Permission.SUPPLY_SEE)
def people(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    *,
    on_day: date,
    department_id: int | None = None,
    quantity: Decimal = Decimal(1),
) -> list[BenefitLineDraft]:
    """A line for everyone employed on the day, of one department and those below or of all, by department and number."""
    here = (
        or_(Employee.hired_on.is_(None), Employee.hired_on <= on_day),
        or_(Employee.left_on.is_(None), Employee.left_on >= on_day),
    )
    wanted = select(Employee.id).join(Department, Department.id == Employee.department_id).where(*here)
    if department_id is not None:
        wanted = wanted.where(Employee.department_id.in_(_with_below(session, department_id)))
    found = session.scalars(wanted.order_by(Department.code, Employee.number))
    return [BenefitLineDraft(each, quantity) for each in found]


@open_to_all("a step of services that have checked")
def _with_below(session: Session, department_id: int) -> set[int]:
    """A department and all that are below it."""
    parents = session.execute(select(Department.id, Department.parent_id)).all()
    found, more = set(), {department_id}
    while more:
        found |= more
        more = {row[0] for row in parents if row[1] in more} - found
    return found


@requires(Permission.SUPPLY_SEE)
def names_on(session: Session, actor: Actor, sheet_id: int) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The people on a sheet under the names it has of them, also those who have left since."""
    wanted = select(BenefitLine).where(BenefitLine.sheet_id == sheet_id)
    return [
        Choice(line.employee_id, line.employee_name, line.department_name, line.employee_name)
        for line in session.scalars(wanted)
    ]
