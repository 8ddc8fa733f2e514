"""Projects 项目 that costs are charged to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.people import Department, Employee
from models.project import Project, ProjectState
from services import attachments, audit, records
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Join, Operator, Register

_Manager = aliased(Employee, name="manager")

REGISTER = Register(
    name="project",
    record=Project,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, Project.number, width=116),
        Column("name", "Name", ColumnKind.TEXT, Project.name, width=180, stretch=True),
        Column("customer", "Customer", ColumnKind.TEXT, Project.customer, width=180),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=88),
        Column("manager", "Manager", ColumnKind.TEXT, _Manager.name, width=72),
        Column("state", "State", ColumnKind.CHOICE, Project.state, width=76, choices=ProjectState),
        Column("started_on", "Started on", ColumnKind.DAY, Project.started_on, width=92, spare=1),
        Column("ended_on", "Ended on", ColumnKind.DAY, Project.ended_on, width=100, shown=False),
    ),
    see=Permission.PROJECT_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("open", "Open", lambda _: (Filter("state", Operator.IS, ProjectState.OPEN),)),
        Chip("closed", "Closed", lambda _: (Filter("state", Operator.IS, ProjectState.CLOSED),)),
        Chip("all", "All"),
    ),
    default_chip="open",
    joins=(
        Join(Department, Department.id == Project.department_id),
        Join(_Manager, _Manager.id == Project.manager_id),
    ),
)


@dataclass(frozen=True, slots=True)
class ProjectDraft:
    """A project as typed."""

    id: int | None = None
    version: int | None = None
    number: str = ""
    name: str = ""
    customer: str = ""
    department_id: int | None = None
    manager_id: int | None = None
    state: ProjectState = ProjectState.OPEN
    started_on: date | None = None
    ended_on: date | None = None


@requires(Permission.PROJECT_SEE)
def get(session: Session, actor: Actor, project_id: int) -> ProjectDraft:  # noqa: ARG001 - the permission needs it
    """The project of that id; Refused "record.gone"."""
    item = records.load(session, Project, project_id)
    return ProjectDraft(
        item.id,
        item.version,
        item.number,
        item.name,
        item.customer,
        item.department_id,
        item.manager_id,
        item.state,
        item.started_on,
        item.ended_on,
    )


@requires(Permission.PROJECT_EDIT)
def save(session: Session, actor: Actor, draft: ProjectDraft) -> int:
    """Store a project; returns its id.

    Raises Refused "record.required", "record.taken" (number), "record.gone" (department_id, manager_id),
    "project.ended_before_started", "record.stale".
    """
    item = Project() if draft.id is None else records.expect(session, Project, draft.id, draft.version)
    number, name = required(draft.number, "number"), required(draft.name, "name")
    records.refuse_taken(session, Project.number, number, draft.id)
    records.refuse_unknown(session, Department, draft.department_id, "department_id")
    records.refuse_unknown(session, Employee, draft.manager_id, "manager_id")
    if draft.started_on and draft.ended_on and draft.ended_on < draft.started_on:
        raise Refused("project.ended_before_started", field="ended_on", started_on=draft.started_on)
    item.number, item.name, item.customer = number, name, tidy(draft.customer, "customer")
    item.department_id, item.manager_id, item.state = draft.department_id, draft.manager_id, draft.state
    item.started_on, item.ended_on = draft.started_on, draft.ended_on
    return records.keep(session, actor, item, number, name, item.customer)


@requires(Permission.PROJECT_EDIT)
def remove(session: Session, actor: Actor, project_id: int, version: int) -> bool:
    """Delete a project without costs, with its files. Raises Refused "record.in_use", "record.gone", "record.stale"."""
    gone = records.drop(session, actor, records.expect(session, Project, project_id, version))
    attachments.remove_all(session, actor, Project.__tablename__, project_id)
    return gone


@dataclass(frozen=True, slots=True)
class ProjectDetail:
    """What is kept with a project: its contract and other files, and its history."""

    id: int
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]


@requires(Permission.PROJECT_SEE)
def detail(session: Session, actor: Actor, project_id: int) -> ProjectDetail:
    """The files and history of a project; Refused "record.gone"."""
    records.load(session, Project, project_id)
    return ProjectDetail(
        project_id,
        tuple(attachments.of(session, actor, Project.__tablename__, project_id)),
        tuple(audit.history(session, actor, Project.__tablename__, project_id)),
    )


@requires(Permission.PROJECT_SEE)
def references(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Every project, the newest number first: a contract that is done is a reference, too."""
    found = session.scalars(select(Project).order_by(Project.number.desc()))
    return [Choice(item.id, item.name, item.number, item.search_text) for item in found]


@requires(Permission.PROJECT_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The open projects, the newest number first."""
    found = session.scalars(
        select(Project).where(Project.state == ProjectState.OPEN).order_by(Project.number.desc())
    )
    return [Choice(item.id, item.name, item.number, item.search_text) for item in found]
