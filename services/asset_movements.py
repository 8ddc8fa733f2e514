"""Movements of assets 资产变动: the only way a card changes hands, place or state; each writes its row beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.asset_class import Place
from models.fixed_asset import AssetMovement, AssetState, FixedAsset, MovementKind
from models.people import Department, Employee
from services import audit, numbering, records
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires

PUT_TO_USE = frozenset({AssetState.IN_USE, AssetState.LENT, AssetState.LEASED})
"""The states a card cannot be in without having been put into use, by issuing, lending or leasing it."""

_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card stands: its state, whose it is, where, and who outside has it until when."""

    state: AssetState
    department_id: int | None = None
    employee_id: int | None = None
    place_id: int | None = None
    outside: str = ""
    due_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement as shown, in the words frozen when it was written; cost in yuan."""

    id: int
    kind: MovementKind
    slip: str
    on_day: date
    from_department: str
    from_employee: str
    from_place: str
    to_department: str
    to_employee: str
    to_place: str
    outside: str
    due_on: date | None
    cost: Decimal
    days: int
    note: str
    made_by_name: str

    @property
    def origin(self) -> str:
        return " · ".join(
            part for part in (self.from_department, self.from_employee, self.from_place) if part
        )

    @property
    def printed(self) -> bool:
        """Whether it has a slip to print; a disposal has a paper of its own."""
        return bool(self.slip) and self.kind is not MovementKind.DISPOSE

    @property
    def target(self) -> str:
        parts = (self.to_department, self.to_employee, self.to_place, self.outside)
        return " · ".join(part for part in parts if part)


def standing_of(asset: FixedAsset) -> Standing:
    """Where the card stands now."""
    return Standing(
        asset.state,
        asset.department_id,
        asset.employee_id,
        asset.place_id,
        asset.outside or "",
        asset.due_back_on,
    )


@open_to_all(_WHY)
def write(
    session: Session,
    actor: Actor,
    asset: FixedAsset,
    kind: MovementKind,
    on_day: date,
    to: Standing | None = None,
    *,
    slip: str = "",
    cost: Decimal = Decimal(0),
    days: int = 0,
    note: str = "",
) -> AssetMovement:
    """Move the card to where `to` says (None: it stays) and write the row of it, in this transaction.

    The first time it is issued, lent or leased out it is put into use. The card must have been stored already. Raises Refused "asset.disposed" (number) for a card that has left,
    "asset.before_purchase" (number, day), "record.gone" (department_id, employee_id, place_id).
    """
    refuse_disposed(asset)
    if on_day < asset.bought_on:
        raise Refused("asset.before_purchase", "on_day", number=asset.number, day=asset.bought_on)
    to = to or standing_of(asset)
    before = _words(session, asset.department_id, asset.employee_id, asset.place_id)
    after = _words(session, to.department_id, to.employee_id, to.place_id)
    row = AssetMovement(
        asset_id=asset.id, kind=kind, slip=slip, on_day=on_day,
        from_department=before[0], from_employee=before[1], from_place=before[2],
        to_department=after[0], to_employee=after[1], to_employee_id=to.employee_id, to_place=after[2],
        outside=to.outside, due_on=to.due_back_on, cost=cost, days=days, note=note,
        made_by_id=actor.user_id, made_by_name=actor.name, made_at=now(),
    )  # fmt: skip
    if to.state in PUT_TO_USE and asset.start_on is None:
        asset.start_on = on_day  # depreciation begins the month after
    asset.state, asset.department_id, asset.employee_id = to.state, to.department_id, to.employee_id
    asset.place_id, asset.outside, asset.due_back_on = to.place_id, to.outside, to.due_back_on
    asset.updated_at = now()
    audit.record(session, actor, "edit", asset, movement=kind.value)
    session.add(row)
    session.flush()
    return row


def refuse_disposed(asset: FixedAsset) -> None:
    """Refuse with "asset.disposed" (number) when the card has left the register."""
    if asset.state is AssetState.DISPOSED:
        raise Refused("asset.disposed", number=asset.number)


@open_to_all(_WHY)
def next_slip(session: Session, on_day: date) -> str:
    """The number of a new slip 变动单: ZD-2026-0001."""
    return numbering.next_number(session, f"ZD-{on_day.year}")


def _words(
    session: Session, department_id: int | None, employee_id: int | None, place_id: int | None
) -> tuple[str, str, str]:
    found = []
    for kind, record_id, field, name in (
        (Department, department_id, "department_id", "name"),
        (Employee, employee_id, "employee_id", "name"),
        (Place, place_id, "place_id", "path"),
    ):
        records.refuse_unknown(session, kind, record_id, field)
        found.append("" if record_id is None else str(getattr(session.get_one(kind, record_id), name)))
    return found[0], found[1], found[2]


@requires(Permission.ASSET_SEE)
def history(session: Session, actor: Actor, asset_id: int) -> list[MovementRow]:  # noqa: ARG001 - the permission needs it
    """The movements of a card, the newest first."""
    rows = session.scalars(
        select(AssetMovement).where(AssetMovement.asset_id == asset_id).order_by(AssetMovement.id.desc())
    )
    return [row_of(row) for row in rows]


def row_of(row: AssetMovement) -> MovementRow:
    """A movement as shown."""
    return MovementRow(**{name: getattr(row, name) for name in MovementRow.__slots__})
