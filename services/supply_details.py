"""One article as the pane shows it: what stands where, what one costs, its last movements, its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.asset_class import Place
from models.people import Department, Employee
from models.supply import Supply, SupplyAct, SupplyMovement, SupplyStock
from services import audit, records, supplies, supply_kinds
from services.audit import HistoryRow
from services.database import Session
from services.permissions import Actor, Permission, requires

LAST = 12


@dataclass(frozen=True, slots=True)
class MovementLine:
    """A movement in a line: `quantity` as it changed what is on hand (of a transfer: what was carried), value in yuan."""

    id: int
    act: SupplyAct
    on_day: date
    slip: str
    quantity: Decimal
    value: Decimal
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class SupplyDetail:
    """An article with its places (whole path, quantity), average cost (yuan) and newest movements."""

    id: int
    version: int
    code: str
    name: str
    kind: str
    specification: str
    unit: str
    quantity: Decimal
    low_stock: Decimal
    value: Decimal
    unit_cost: Decimal | None
    active: bool
    places: tuple[tuple[str, Decimal], ...]
    movements: tuple[MovementLine, ...]
    history: Sequence[HistoryRow]

    @property
    def short(self) -> bool:
        return self.active and self.quantity < self.low_stock


@requires(Permission.SUPPLY_SEE)
def detail(session: Session, actor: Actor, supply_id: int) -> SupplyDetail:
    """Everything about an article; Refused "record.gone"."""
    item = records.load(session, Supply, supply_id)
    return SupplyDetail(
        id=item.id,
        version=item.version,
        code=item.code,
        name=item.name,
        kind=supply_kinds.name_of(session, item.kind),
        specification=item.specification,
        unit=item.unit,
        quantity=item.quantity,
        low_stock=item.low_stock,
        value=item.value,
        unit_cost=supplies.unit_cost(item),
        active=item.active,
        places=_places(session, supply_id),
        movements=_movements(session, supply_id),
        history=audit.history(session, actor, "supply", supply_id),
    )


def _places(session: Session, supply_id: int) -> tuple[tuple[str, Decimal], ...]:
    rows = session.execute(
        select(Place.path, SupplyStock.quantity)
        .join(Place, Place.id == SupplyStock.place_id)
        .where(SupplyStock.supply_id == supply_id, SupplyStock.quantity > 0)
        .order_by(Place.path)
    )
    return tuple((row[0], row[1]) for row in rows)


def _movements(session: Session, supply_id: int) -> tuple[MovementLine, ...]:
    rows = session.execute(
        select(SupplyMovement, Department.name, Employee.name)
        .outerjoin(Department, Department.id == SupplyMovement.department_id)
        .outerjoin(Employee, Employee.id == SupplyMovement.employee_id)
        .where(SupplyMovement.supply_id == supply_id)
        .order_by(SupplyMovement.id.desc())
        .limit(LAST)
    )
    return tuple(_line(*row) for row in rows)


def _line(row: SupplyMovement, department: str | None, employee: str | None) -> MovementLine:
    carried = row.act is SupplyAct.TRANSFER
    who = " ".join(part for part in (department, employee) if part) or row.supplier
    quantity = row.moved if carried else row.quantity
    return MovementLine(row.id, row.act, row.on_day, row.slip, quantity, row.value, who, row.note)
