"""What fixed assets are worth 资产价值: cost, accumulated depreciation and net of any cards on any day, past or future."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.asset_class import AssetClass
from models.fixed_asset import AssetState, FixedAsset
from models.people import Department
from services import depreciation_bulk
from services.database import Session
from services.permissions import Actor, Permission, open_to_all, requires
from services.plain_rows import plain_rows

_CHUNK = 500
_STOOD = (
    "SELECT line.asset_id, line.class_id, line.department_id FROM depreciation_line AS line"
    " JOIN depreciation_run AS run ON run.id = line.run_id WHERE run.month = :month AND run.state = 'closed'"
)


@dataclass(frozen=True, slots=True)
class Value:
    """Cost, accumulated depreciation and net on a day, yuan."""

    cost: Decimal
    accumulated: Decimal

    @property
    def net(self) -> Decimal:
        return self.cost - self.accumulated


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """The cards of a class in a department on a day: how many, and what they are worth, yuan."""

    class_id: int
    class_name: str
    department_id: int | None
    department_name: str
    cards: int
    cost: Decimal
    accumulated: Decimal

    @property
    def net(self) -> Decimal:
        return self.cost - self.accumulated


@dataclass(frozen=True, slots=True)
class CardValue:
    """One card on a day, yuan; class and department as of the day (see `groups_on`), the state is that it has now."""

    asset_id: int
    number: str
    name: str
    class_name: str
    department_name: str
    state: AssetState
    start_on: date | None
    cost: Decimal
    accumulated: Decimal

    @property
    def net(self) -> Decimal:
        return self.cost - self.accumulated


@requires(Permission.ASSET_SEE)
def groups_on(session: Session, actor: Actor, day: date) -> list[ValueGroup]:  # noqa: ARG001 - the permission needs it
    """Every card that is there on `day`, by class and department, in the order of their codes.

    Cards bought later and cards gone before are left out. On a day of a closed month, class and department are those of
    its charges; on other days, and of cards without a charge then, those the cards have now (none once they are gone).
    """
    sums: dict[tuple[int, int | None], list[int]] = {}
    for row, cost, accumulated in _worth(session, day):
        found = sums.setdefault((row[1], row[2]), [0, 0, 0])
        found[0] += 1
        found[1] += cost
        found[2] += accumulated
    classes, departments = class_names(session), department_names(session)
    of_class = {each: place for place, each in enumerate(classes)}
    of_department = {each: place for place, each in enumerate(departments)}
    groups = [
        ValueGroup(
            class_id, classes[class_id], department_id, departments.get(department_id or 0, ""),
            cards, yuan(cost), yuan(accumulated),
        )
        for (class_id, department_id), (cards, cost, accumulated) in sums.items()
    ]  # fmt: skip
    last = len(departments)
    return sorted(
        groups, key=lambda one: (of_class[one.class_id], of_department.get(one.department_id or 0, last))
    )


@requires(Permission.ASSET_SEE)
def total_on(session: Session, actor: Actor, day: date) -> Value:  # noqa: ARG001 - the permission needs it
    """All cards together on `day`."""
    cost = accumulated = 0
    for _, one_cost, one_accumulated in _worth(session, day):
        cost += one_cost
        accumulated += one_accumulated
    return Value(yuan(cost), yuan(accumulated))


@requires(Permission.ASSET_SEE)
def values_of(session: Session, actor: Actor, ids: Sequence[int], day: date) -> dict[int, Value]:  # noqa: ARG001 - the permission needs it
    """What each of these cards is worth on `day`; those not there on it are left out."""
    return {
        row[0]: Value(yuan(cost), yuan(accumulated)) for row, cost, accumulated in _worth(session, day, ids)
    }


@requires(Permission.ASSET_SEE)
def cards_on(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    day: date,
    *,
    class_ids: Iterable[int] | None = None,
    department_ids: Iterable[int | None] | None = None,
    ids: Sequence[int] | None = None,
) -> list[CardValue]:
    """The cards behind a figure on `day`, by number; None of a filter lets all through."""
    classes = None if class_ids is None else frozenset(class_ids)
    departments = None if department_ids is None else frozenset(department_ids)
    found = [
        (row, cost, accumulated)
        for row, cost, accumulated in _worth(session, day, ids)
        if (classes is None or row[1] in classes) and (departments is None or row[2] in departments)
    ]
    return _named(session, found)


def _worth(session: Session, day: date, ids: Sequence[int] | None = None) -> Iterable[tuple[Any, int, int]]:
    if ids is None:
        rows = depreciation_bulk.card_rows(session)
    else:
        rows = [
            row for start in range(0, len(ids), _CHUNK) for row in _some(session, ids[start : start + _CHUNK])
        ]
    found = depreciation_bulk.worth(rows, depreciation_bulk.special_terms(session, ids), day.isoformat())
    stood = _stood(session, day)
    if not stood:
        return found
    return (((row[0], *stood.get(row[0], row[1:3])), cost, accumulated) for row, cost, accumulated in found)


def _stood(session: Session, day: date) -> dict[int, tuple[int, int | None]]:
    """Class and department of the cards charged in the month of `day`, once that is closed."""
    month = day.replace(day=1).isoformat()
    return {row[0]: (row[1], row[2]) for row in plain_rows(session, _STOOD, month=month)}


def _some(session: Session, ids: Sequence[int]) -> list[Any]:
    names = {f"id{place}": int(each) for place, each in enumerate(ids)}
    return depreciation_bulk.card_rows(session, f"id IN ({', '.join(f':{name}' for name in names)})", **names)


def _named(session: Session, found: Sequence[tuple[Any, int, int]]) -> list[CardValue]:
    classes, departments = class_names(session), department_names(session)
    words = select(FixedAsset.id, FixedAsset.number, FixedAsset.name, FixedAsset.state, FixedAsset.start_on)
    if len(found) <= _CHUNK:
        words = words.where(FixedAsset.id.in_([row[0] for row, _, _ in found]))
    named = {row.id: row for row in session.execute(words)}
    cards = [
        CardValue(
            row[0], named[row[0]].number, named[row[0]].name, classes[row[1]], departments.get(row[2] or 0, ""),
            named[row[0]].state, named[row[0]].start_on, yuan(cost), yuan(accumulated),
        )
        for row, cost, accumulated in found
    ]  # fmt: skip
    return sorted(cards, key=lambda card: card.number)


@open_to_all("names of classes and departments, shown beside everything that is in them")
def class_names(session: Session) -> dict[int, str]:
    """Every class by id, in the order of their codes."""
    rows = session.execute(select(AssetClass.id, AssetClass.name).order_by(AssetClass.code, AssetClass.id))
    return {row[0]: row[1] for row in rows}


@open_to_all("names of classes and departments, shown beside everything that is in them")
def department_names(session: Session) -> dict[int, str]:
    """Every department by id, in the order of their codes."""
    rows = session.execute(select(Department.id, Department.name).order_by(Department.code, Department.id))
    return {row[0]: row[1] for row in rows}


def yuan(amount: int) -> Decimal:
    """Fen as yuan."""
    return Decimal(amount).scaleb(-2)
