"""What a stock-take is about: the cards of departments, classes and places with all below them, as they stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from models.asset_class import AssetClass, Place
from models.fixed_asset import AssetMovement, AssetState, FixedAsset
from models.people import Department, Employee
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Session, now
from services.depreciation import accumulated_on, net_on
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice

_CHUNK = 500
_AWAY = (AssetState.LENT, AssetState.REPAIR, AssetState.LEASED)
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class ScopeChoices:
    """What a scope can be chosen from."""

    departments: tuple[Choice, ...]
    classes: tuple[Choice, ...]
    places: tuple[Choice, ...]


@requires(Permission.ASSET_SEE)
def choices(session: Session, actor: Actor) -> ScopeChoices:  # noqa: ARG001 - the permission needs it
    """Departments, classes and places by name."""

    def of(kind: Any, words: Any) -> tuple[Choice, ...]:
        rows = session.execute(select(kind.id, words).where(kind.active).order_by(words))
        return tuple(Choice(row[0], row[1], "", row[1]) for row in rows)

    return ScopeChoices(
        of(Department, Department.name), of(AssetClass, AssetClass.name), of(Place, Place.path)
    )


@open_to_all(_WHY)
def outside(session: Session, on_day: date) -> dict[int, str]:
    """The cards that are lent, leased or in repair outside since that day or before, and with whom."""
    later = select(AssetMovement.id).where(
        AssetMovement.asset_id == FixedAsset.id, AssetMovement.on_day > on_day
    )
    rows = session.execute(
        select(FixedAsset.id, FixedAsset.outside).where(
            FixedAsset.state.in_(_AWAY), FixedAsset.outside != "", ~later.exists()
        )
    )
    return {row[0]: row[1] for row in rows}


@open_to_all(_WHY)
def freeze(session: Session, take: StockTake) -> int:
    """Write the lines of the scope anew; returns how many."""
    session.execute(delete(StockTakeLine).where(StockTakeLine.take_id == take.id))
    wanted = select(FixedAsset.id).where(
        FixedAsset.state != AssetState.DISPOSED, FixedAsset.bought_on <= take.on_day
    )
    for name, kind, column in (
        ("departments", Department, FixedAsset.department_id),
        ("classes", AssetClass, FixedAsset.class_id),
        ("places", Place, FixedAsset.place_id),
    ):
        chosen = take.scope.get(name) or ()
        if chosen:
            wanted = wanted.where(column.in_(_below(session, kind, chosen)))
    ids = list(session.scalars(wanted.order_by(FixedAsset.number)))
    rows = frozen(session, take, ids)
    if rows:
        session.execute(insert(StockTakeLine), rows)
    return len(rows)


@open_to_all(_WHY)
def frozen(
    session: Session, take: StockTake, ids: Sequence[int], first: int = 1, *, expected: bool = True
) -> list[dict[str, Any]]:
    """Lines of these cards as the register has them; `expected` False: they stand outside the scope."""
    names = _names(session)
    cards = {card.id: card for start in range(0, len(ids), _CHUNK) for card in load_with_terms(session, ids[start : start + _CHUNK])}  # fmt: skip
    moment = now()
    return [
        {
            "take_id": take.id, "position": position, "asset_id": card.id, "class_id": None, "code": card.number,
            "name": card.name, "specification": card.specification, "unit": card.unit,
            "quantity": card.quantity if expected else 0,
            "department": names[0].get(card.department_id, ""), "employee": names[1].get(card.employee_id, ""),
            "place": names[2].get(card.place_id, ""), **_worth(card, take),
            "found": FoundState.MISSING, "found_place": "", "times": 0, "explanation": "",
            "adjustment": Adjustment.NONE, "version": 1, "created_at": moment, "updated_at": moment,
        }
        for position, card in enumerate((cards[each] for each in ids), start=first)
    ]  # fmt: skip


def _worth(card: FixedAsset, take: StockTake) -> dict[str, Any]:
    terms = terms_of(card)
    net = net_on(terms, take.on_day)
    return {"cost": net + accumulated_on(terms, take.on_day), "net": net}


def _names(session: Session) -> tuple[dict[int | None, str], ...]:
    return tuple(
        {row[0]: row[1] for row in session.execute(select(kind.id, words))}
        for kind, words in ((Department, Department.name), (Employee, Employee.name), (Place, Place.path))
    )


def _below(session: Session, kind: Any, chosen: Collection[int]) -> set[int]:
    """These records of a tree with everything below them."""
    parents = {row[0]: row[1] for row in session.execute(select(kind.id, kind.parent_id))}
    found = set(chosen)
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found
