"""What of an article is out: issued to a department or a person and not handed back yet, at the cost it was issued at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.people import Department, Employee
from models.supply import SupplyAct, SupplyMovement
from services.errors import Refused
from services.moving_average import plain
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Out:
    """What is out with a person at the charge of a department (nobody: with the department itself); value in yuan."""

    department_id: int | None
    employee_id: int | None
    quantity: Decimal
    value: Decimal


@open_to_all(_WHY)
def out_of(session: Session, supply_id: int, by: date | None = None) -> list[Out]:
    """Everything of an article that is out, whoever took it first first; `by` a day: of slips until then."""
    held = (SupplyMovement.department_id, SupplyMovement.employee_id)
    query = (
        select(*held, func.sum(SupplyMovement.quantity), func.sum(SupplyMovement.value))
        .where(
            SupplyMovement.supply_id == supply_id,
            SupplyMovement.act.in_((SupplyAct.ISSUE, SupplyAct.RETURN)),
        )
        .group_by(*held)
        .order_by(func.min(SupplyMovement.id))
    )
    if by is not None:
        query = query.where(SupplyMovement.on_day <= by)
    rows = (Out(row[0], row[1], -row[2], -row[3]) for row in session.execute(query))
    return [out for out in rows if out.quantity > 0]


@open_to_all(_WHY)
def handed_back(
    session: Session,
    supply_id: int,
    asked: Decimal,
    *,
    department_id: int | None,
    employee_id: int | None,
    on_day: date,
) -> list[tuple[Decimal, Out]]:
    """From whose the quantity comes back: of a person what they took, of a department what nobody took by name.

    Raises Refused at `quantity`: "supply.name_person" (went_out, names), "supply.name_department" (department),
    "supply.not_out_yet" (went_out, day), "supply.returned_too_much" (went_out).
    """
    everything = out_of(session, supply_id)
    own = [out for out in everything if _is_of(out, department_id, employee_id)]
    if asked > _sum(own):
        _refuse(session, everything, own, department_id, employee_id)
    then = {(out.department_id, out.employee_id): out.quantity for out in out_of(session, supply_id, on_day)}
    taken, left = [], asked
    for out in own:
        part = min(left, out.quantity, then.get((out.department_id, out.employee_id), _ZERO))
        if part > 0:
            taken.append((part, out))
            left -= part
    if left > 0:
        raise Refused("supply.not_out_yet", "quantity", went_out=plain(asked - left), day=on_day)
    return taken


def _is_of(out: Out, department_id: int | None, employee_id: int | None) -> bool:
    if employee_id is None:
        return out.employee_id is None and out.department_id == department_id
    return out.employee_id == employee_id and department_id in (None, out.department_id)


def _refuse(
    session: Session,
    everything: Sequence[Out],
    own: Sequence[Out],
    department_id: int | None,
    employee_id: int | None,
) -> None:
    """Say how much went out, and with whom the rest is."""
    went_out = plain(_sum(own))
    if employee_id is None:
        ids = [
            out.employee_id for out in everything if out.department_id == department_id and out.employee_id
        ]
        names = session.scalars(select(Employee.name).where(Employee.id.in_(ids)).order_by(Employee.id)).all()
        if names:
            told = "、".join(names[:3]) + ("…" if len(names) > 3 else "")
            raise Refused("supply.name_person", "quantity", went_out=went_out, names=told)
    else:
        person = session.get_one(Employee, employee_id)
        home = department_id or person.department_id
        if any(out.department_id == home and out.employee_id is None for out in everything):
            name = session.get_one(Department, home).name
            raise Refused("supply.name_department", "quantity", went_out=went_out, department=name)
    raise Refused("supply.returned_too_much", "quantity", went_out=went_out)


def _sum(outs: Sequence[Out]) -> Decimal:
    return sum((out.quantity for out in outs), _ZERO)
