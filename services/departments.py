"""Departments 部门: who heads them and what they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.people import Department, Employee
from services import records
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, required
from services.registers import Chip, Column, ColumnKind, Filter, Join, Operator, Register

_Parent = aliased(Department, name="parent")
_Head = aliased(Employee, name="head")

REGISTER = Register(
    name="department",
    record=Department,
    columns=(
        Column("code", "Code", ColumnKind.TEXT, Department.code, width=90),
        Column("name", "Name", ColumnKind.TEXT, Department.name, width=220, stretch=True),
        Column("parent", "Belongs to", ColumnKind.TEXT, _Parent.name, width=200),
        Column("head", "Head", ColumnKind.TEXT, _Head.name, width=140),
        Column("active", "Active", ColumnKind.YES_NO, Department.active, width=90),
    ),
    see=Permission.COMPANY_SEE,
    sort="code",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
        Chip("headless", "Without a head", lambda _: (Filter("head", Operator.EMPTY),)),
    ),
    default_chip="active",
    joins=(
        Join(_Parent, _Parent.id == Department.parent_id),
        Join(_Head, _Head.id == Department.head_id),
    ),
)


@dataclass(frozen=True, slots=True)
class DepartmentDraft:
    """A department as typed."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    parent_id: int | None = None
    head_id: int | None = None
    active: bool = True


@requires(Permission.COMPANY_SEE)
def get(session: Session, actor: Actor, department_id: int) -> DepartmentDraft:  # noqa: ARG001 - the permission needs it
    """The department of that id; Refused "record.gone"."""
    item = records.load(session, Department, department_id)
    return DepartmentDraft(
        item.id, item.version, item.code, item.name, item.parent_id, item.head_id, item.active
    )


@requires(Permission.COMPANY_EDIT)
def save(session: Session, actor: Actor, draft: DepartmentDraft) -> int:
    """Store a department; returns its id.

    Raises Refused "record.required", "record.taken" (code, name), "record.gone" (parent, head),
    "department.cycle" when it would belong to itself, "record.stale".
    """
    item = Department() if draft.id is None else records.expect(session, Department, draft.id, draft.version)
    code, name = required(draft.code, "code"), required(draft.name, "name")
    records.refuse_taken(session, Department.code, code, draft.id)
    records.refuse_taken(session, Department.name, name, draft.id)
    records.refuse_unknown(session, Employee, draft.head_id, "head_id")
    _refuse_cycle(session, draft)
    item.code, item.name = code, name
    item.parent_id, item.head_id, item.active = draft.parent_id, draft.head_id, draft.active
    return records.keep(session, actor, item, code, name)


def _refuse_cycle(session: Session, draft: DepartmentDraft) -> None:
    above = draft.parent_id
    while above is not None:
        if above == draft.id:
            raise Refused("department.cycle", field="parent_id")
        records.refuse_unknown(session, Department, above, "parent_id")
        above = session.scalar(select(Department.parent_id).where(Department.id == above))


@requires(Permission.COMPANY_EDIT)
def remove(session: Session, actor: Actor, department_id: int, version: int) -> bool:
    """Delete a department, or make it inactive when others refer to it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, Department, department_id, version))


@requires(Permission.COMPANY_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active departments by code."""
    found = session.scalars(select(Department).filter_by(active=True).order_by(Department.code))
    return [Choice(item.id, item.name, item.code, item.search_text) for item in found]
