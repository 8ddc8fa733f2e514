"""Movements of supplies as a register 出入库台账: every line of every slip, with what it is of, for whom and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.asset_class import Place
from models.people import Department, Employee
from models.supply import Supply, SupplyAct, SupplyMovement
from services import supply_kinds
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

_To = aliased(Place, name="to_place")
# what a transfer carried stands beside what other acts changed
_CHANGED = case(
    (SupplyMovement.act == SupplyAct.TRANSFER, SupplyMovement.moved), else_=SupplyMovement.quantity
)


@open_to_all("a step of services/registers.py, which has checked")
def find(session: Session, terms: Sequence[str]) -> ColumnElement[bool]:  # noqa: ARG001 - every register's
    """Movements of articles, departments and people that have every term, or whose slip has it."""
    return and_(*(_has(term) for term in terms))


def _has(term: str) -> ColumnElement[bool]:
    like = f"%{term}%"
    return or_(
        Supply.search_text.like(like),
        func.lower(func.replace(SupplyMovement.slip, "-", "")).like(like),
        func.lower(SupplyMovement.supplier).like(like),
        func.lower(SupplyMovement.note).like(like),
        Department.search_text.like(like),
        Employee.search_text.like(like),
    )


def _act(act: SupplyAct) -> Callable[[ChipContext], tuple[Filter, ...]]:
    return lambda _context: (Filter("act", Operator.IS, act),)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _this_month(context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("on_day", Operator.BETWEEN, month_of(context.today)),)


def _last_month(context: ChipContext) -> tuple[Filter, ...]:
    before = context.today.replace(day=1) - timedelta(days=1)
    return (Filter("on_day", Operator.BETWEEN, month_of(before)),)


REGISTER = Register(
    name="supply_movement",
    record=SupplyMovement,
    columns=(
        Column("on_day", "Day", ColumnKind.DAY, SupplyMovement.on_day, width=84),
        Column("slip", "Slip", ColumnKind.TEXT, SupplyMovement.slip, width=124),
        Column("act", "Act", ColumnKind.CHOICE, SupplyMovement.act, width=84, choices=SupplyAct),
        Column("article", "Article", ColumnKind.TEXT, Supply.name, width=96, stretch=True),
        Column("kind", "Kind", ColumnKind.TEXT, supply_kinds.NAME, width=84, spare=2),
        Column("quantity", "Quantity", ColumnKind.NUMBER, _CHANGED, width=76),
        Column("unit", "Unit", ColumnKind.TEXT, Supply.unit, width=48),
        Column("value", "Amount", ColumnKind.MONEY, SupplyMovement.value, width=92),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=96),
        Column("employee", "Person", ColumnKind.TEXT, Employee.name, width=72),
        Column("place", "Place", ColumnKind.TEXT, Place.path, width=130, spare=2),
        Column("to_place", "To place", ColumnKind.TEXT, _To.path, width=130, shown=False),
        Column("supplier", "Supplier", ColumnKind.TEXT, SupplyMovement.supplier, width=150, shown=False),
        Column("note", "Note", ColumnKind.TEXT, SupplyMovement.note, width=140, spare=1),
        Column("code", "Code", ColumnKind.TEXT, Supply.code, width=90, shown=False),
        Column("specification", "Specification", ColumnKind.TEXT, Supply.specification, width=120, shown=False),
        Column("made_by_name", "Made by", ColumnKind.TEXT, SupplyMovement.made_by_name, width=72, shown=False),
    ),
    see=Permission.SUPPLY_SEE,
    sort="on_day",
    descending=True,
    chips=(
        Chip("this_month", "This month", _this_month),
        Chip("last_month", "Last month", _last_month),
        Chip("received", "Receipts", _act(SupplyAct.RECEIVE)),
        Chip("issued", "Issues", _act(SupplyAct.ISSUE)),
        Chip("returned", "Returns", _act(SupplyAct.RETURN)),
        Chip("counted", "Counts", _act(SupplyAct.COUNT)),
        Chip("moved", "Transfers", _act(SupplyAct.TRANSFER)),
        Chip("all", "All"),
    ),
    default_chip="all",
    total="value",
    joins=(
        Join(Supply, Supply.id == SupplyMovement.supply_id),
        Join(Department, Department.id == SupplyMovement.department_id),
        Join(Employee, Employee.id == SupplyMovement.employee_id),
        Join(Place, Place.id == SupplyMovement.place_id),
        Join(_To, _To.id == SupplyMovement.to_place_id),
    ),
    find=find,
)  # fmt: skip


@requires(Permission.SUPPLY_SEE)
def first_of(session: Session, actor: Actor, slip: str) -> int:  # noqa: ARG001 - the permission needs it
    """The id of the first movement of a slip; Refused "supply.no_slip"."""
    found = session.scalar(
        select(SupplyMovement.id).where(SupplyMovement.slip == slip).order_by(SupplyMovement.id).limit(1)
    )
    if found is None or not slip:
        raise Refused("supply.no_slip")
    return found


@requires(Permission.SUPPLY_SEE)
def slip_of(session: Session, actor: Actor, movement_id: int) -> tuple[str, int]:  # noqa: ARG001 - the permission needs it
    """The slip and the article of a movement; Refused "record.gone"."""
    found = session.get(SupplyMovement, movement_id)
    if found is None:
        raise Refused("record.gone")
    return found.slip, found.supply_id


@requires(Permission.SUPPLY_SEE)
def last_slip(session: Session, actor: Actor, supply_id: int) -> str:  # noqa: ARG001 - the permission needs it
    """The newest slip an article stands on; Refused "supply.no_slip"."""
    wanted = select(SupplyMovement.slip).where(
        SupplyMovement.supply_id == supply_id, SupplyMovement.slip != ""
    )
    found = session.scalar(wanted.order_by(SupplyMovement.id.desc()).limit(1))
    if found is None:
        raise Refused("supply.no_slip")
    return found
