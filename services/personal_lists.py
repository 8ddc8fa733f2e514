"""The lists of a personnel file in the database: read in an order, and made to hold what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import Record
from services.permissions import open_to_all

_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def of_employee[R: Record](session: Session, kind: type[R], employee_id: int, *order: Any) -> Sequence[R]:
    """The rows of a list of one person, in this order."""
    return session.scalars(select(kind).filter_by(employee_id=employee_id).order_by(*order)).all()


@open_to_all(_WHY)
def write[R: Record](
    session: Session,
    kind: type[R],
    employee_id: int,
    wanted: Mapping[object, Mapping[str, object]],
    key: Callable[[R], object],
) -> None:
    """Make a list hold the values of `wanted`, by the key that tells its lines apart: what stands stays as it is."""
    stored = {key(item): item for item in of_employee(session, kind, employee_id)}
    for name, item in stored.items():
        if name not in wanted:
            session.delete(item)
    for name, values in wanted.items():
        held = stored.get(name)
        if held is None:
            session.add(kind(employee_id=employee_id, **values))
            continue
        for column, value in values.items():
            if getattr(held, column) != value:
                setattr(held, column, value)
    session.flush()
