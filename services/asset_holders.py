"""What somebody answers for 个人资产责任表: the cards in their hands, with what they are worth today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, exists, func, select, type_coerce
from sqlalchemy.orm import joinedload

from models.base import Money
from models.fixed_asset import AssetMovement, AssetState, FixedAsset
from models.people import Department, Employee
from services import depreciation, records
from services.asset_costs import cost_today, holding_on
from services.asset_terms_of import LOADED, terms_of
from services.database import Session
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

_mine = (FixedAsset.employee_id == Employee.id, FixedAsset.state != AssetState.DISPOSED)
_count = select(func.count()).where(*_mine).correlate(Employee).scalar_subquery()
_cost = select(func.coalesce(func.sum(cost_today()), 0)).where(*_mine).correlate(Employee).scalar_subquery()


def _gone(context: ChipContext) -> ColumnElement[bool]:
    return Employee.left_on < context.today


def _holds_any(_context: ChipContext) -> ColumnElement[bool]:
    return exists().where(*_mine)


REGISTER = Register(
    name="employee",
    record=Employee,
    columns=(
        Column("number", "Employee no.", ColumnKind.TEXT, Employee.number, width=90),
        Column("name", "Full name", ColumnKind.TEXT, Employee.name, width=110),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=130, stretch=True),
        Column("post", "Post", ColumnKind.TEXT, Employee.post, width=120),
        Column("count", "Assets", ColumnKind.NUMBER, _count, width=70, sortable=False),
        Column(
            "cost", "Original cost", ColumnKind.MONEY, type_coerce(_cost, Money()), width=110, sortable=False
        ),
        Column("left_on", "Left on", ColumnKind.DAY, Employee.left_on, width=90, spare=1),
    ),
    see=Permission.ASSET_SEE,
    sort="number",
    chips=(Chip("all", "All"), Chip("gone", "Left", clause=_gone)),
    default_chip="all",
    total="cost",
    joins=(Join(Department, Department.id == Employee.department_id),),
    scope=_holds_any,
)
"""Everybody who answers for cards."""


@dataclass(frozen=True, slots=True)
class HeldAsset:
    """A card in somebody's hands; `since` is the day of the movement that gave it to them; amounts in yuan."""

    id: int
    number: str
    name: str
    specification: str
    unit: str
    quantity: int
    place: str
    state: AssetState
    since: date
    due_back_on: date | None
    cost: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Everything a person answers for on a day."""

    employee_id: int
    number: str
    name: str
    department: str
    post: str
    on_day: date
    rows: tuple[HeldAsset, ...]

    @property
    def cost(self) -> Decimal:
        return sum((row.cost for row in self.rows), Decimal(0))

    @property
    def value(self) -> Decimal:
        return sum((row.value for row in self.rows), Decimal(0))


@requires(Permission.ASSET_SEE)
def held_by(session: Session, actor: Actor, employee_id: int, *, today: date) -> Responsibility:  # noqa: ARG001 - the permission needs it
    """What a person answers for today; Refused "record.gone"."""
    person = records.load(session, Employee, employee_id)
    department = session.get_one(Department, person.department_id).name
    cards = session.scalars(
        select(FixedAsset)
        .where(FixedAsset.employee_id == employee_id, FixedAsset.state != AssetState.DISPOSED)
        .order_by(FixedAsset.number)
        .options(joinedload(FixedAsset.place), *LOADED)
    ).all()
    since = _since(session, employee_id, [card.id for card in cards])
    rows = tuple(_row(card, since.get(card.id, card.bought_on), today) for card in cards)
    return Responsibility(employee_id, person.number, person.name, department, person.post, today, rows)


def _row(card: FixedAsset, since: date, today: date) -> HeldAsset:
    return HeldAsset(
        card.id, card.number, card.name, card.specification, card.unit, card.quantity,
        card.place.path if card.place else "", card.state, since, card.due_back_on,
        holding_on(card, card.estimates, today).cost,
        depreciation.value_on(terms_of(card), today),
    )  # fmt: skip


def _since(session: Session, employee_id: int, ids: list[int]) -> dict[int, date]:
    """The day each card last came to the person: its first movement after the last one that named somebody else."""
    other = (
        select(AssetMovement.asset_id, func.max(AssetMovement.id).label("last"))
        .where(AssetMovement.asset_id.in_(ids), func.coalesce(AssetMovement.to_employee_id, 0) != employee_id)
        .group_by(AssetMovement.asset_id)
        .subquery()
    )
    rows = session.execute(
        select(AssetMovement.asset_id, func.min(AssetMovement.on_day))
        .outerjoin(other, other.c.asset_id == AssetMovement.asset_id)
        .where(
            AssetMovement.asset_id.in_(ids),
            AssetMovement.to_employee_id == employee_id,
            AssetMovement.id > func.coalesce(other.c.last, 0),
        )
        .group_by(AssetMovement.asset_id)
    )
    return {row[0]: row[1] for row in rows}


@requires(Permission.ASSET_SEE)
def left_count(session: Session, actor: Actor, *, today: date) -> int:  # noqa: ARG001 - the permission needs it
    """How many people have left and still have cards in their hands."""
    held = select(Employee.id).where(Employee.left_on < today, exists().where(*_mine)).subquery()
    return session.scalar(select(func.count()).select_from(held)) or 0


@open_to_all("called by the leaver's list, which has checked")
def numbers_held(session: Session, employee_id: int | None) -> list[str]:
    """The numbers and names of the cards somebody still has."""
    if employee_id is None:
        return []
    rows = session.execute(
        select(FixedAsset.number, FixedAsset.name)
        .where(FixedAsset.employee_id == employee_id, FixedAsset.state != AssetState.DISPOSED)
        .order_by(FixedAsset.number)
    )
    return [f"{number} {name}" for number, name in rows]
