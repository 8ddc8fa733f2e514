"""What a form must know about whoever claims: their department, and the advances they still have open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.people import Employee
from services.advances import AdvanceRow, open_advances
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class Claimant:
    """An employee as the form of a claim needs them; amounts of the advances in yuan."""

    department_id: int
    advances: tuple[AdvanceRow, ...]


@requires(Permission.CLAIM_SEE)
def find(
    session: Session, actor: Actor, employee_id: int, *, today: date, without_claim: int | None = None
) -> Claimant:
    """The claimant; `without_claim` is the paper whose own offsets do not count as taken.

    Raises Refused "record.gone".
    """
    employee = session.get(Employee, employee_id)
    if employee is None:
        raise Refused("record.gone")
    advances = open_advances(session, actor, employee_id, today=today, without_claim=without_claim)
    return Claimant(employee.department_id, tuple(advances))
