"""Acts on cards: issued, handed back, moved, lent and brought back, sent to repair and repaired, many on one slip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import select

from models.fixed_asset import AssetMovement, AssetState, FixedAsset, MovementKind
from models.people import Employee
from services import asset_movements, money, records
from services.asset_guards import refuse_move
from services.asset_movements import Standing, standing_of
from services.asset_returning import before_lending, days_in_repair
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import tidy

MOST = 500
_IDLE, _USED = AssetState.IDLE, AssetState.IN_USE
FROM: Mapping[MovementKind, frozenset[AssetState]] = MappingProxyType(
    {
        MovementKind.ISSUE: frozenset({_IDLE}),
        MovementKind.RETURN: frozenset({_USED}),
        MovementKind.TRANSFER: frozenset({_USED, _IDLE}),
        MovementKind.LEND: frozenset({_USED, _IDLE}),
        MovementKind.LEND_BACK: frozenset({AssetState.LENT}),
        MovementKind.REPAIR: frozenset({_USED, _IDLE}),
        MovementKind.REPAIRED: frozenset({AssetState.REPAIR}),
    }
)
"""The acts of this desk, and the states a card may be in for each."""
_BACK = frozenset({MovementKind.RETURN, MovementKind.LEND_BACK, MovementKind.REPAIRED})


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """What is typed about an act on these cards; `cost` (yuan) is that of all of them together.

    `employee_id`, `department_id`, `place_id`: to whom and where, None as before. `outside` is a borrower or workshop
    outside the company, `due_on` the day something is expected back, `days` how long a repair took (None: counted).
    """

    kind: MovementKind
    asset_ids: tuple[int, ...]
    on_day: date | None = None
    department_id: int | None = None
    employee_id: int | None = None
    place_id: int | None = None
    outside: str = ""
    due_on: date | None = None
    cost: Decimal | None = None
    days: int | None = None
    note: str = ""


@requires(Permission.ASSET_EDIT)
def move(session: Session, actor: Actor, draft: MoveDraft, *, command_id: str, today: date) -> str:
    """Carry out an act on all its cards or on none; returns the number of the slip. A repeated command does it once.

    Raises Refused "asset.nothing_chosen", "asset.too_many" (most), "record.gone", "asset.disposed", "asset.in_disposal" (number, other), "asset.is_lent",
    "asset.is_leased", "asset.move_state" (number, state), "asset.future_day" (on_day), "asset.before_purchase",
    "asset.moved_since" (on_day; number, day), "asset.to_whom" (employee_id), "asset.where_to" (place_id),
    "asset.issue_it" (employee_id), "asset.has_left" (employee_id; name, day), "asset.same_place" (number), "asset.borrower" (outside), "asset.due_before" (due_on), "asset.repair_cost",
    "asset.repair_days", "record.required" (on_day, due_on).
    """
    cards = _cards(session, draft)
    if not once(session, command_id):
        return _last_slip(session, cards[0])
    on_day = _day(draft, today)
    _check(draft, on_day)
    _refuse_leaver(session, draft.employee_id, on_day)
    for card in cards:
        refuse_state(card, draft.kind)
        refuse_move(session, card, on_day, back=draft.kind in _BACK)
    slip = asset_movements.next_slip(session, on_day)
    shares = money.split(draft.cost or Decimal(0), [1] * len(cards))
    for card, cost in zip(cards, shares, strict=True):
        _move(session, actor, card, draft, on_day, slip=slip, cost=cost)
    return slip


def _move(
    session: Session,
    actor: Actor,
    card: FixedAsset,
    draft: MoveDraft,
    on_day: date,
    *,
    slip: str,
    cost: Decimal,
) -> None:
    to = _standing(session, card, draft)
    if draft.kind is MovementKind.TRANSFER and to == standing_of(card):
        raise Refused("asset.same_place", number=card.number)
    days = draft.days or 0
    if draft.kind is MovementKind.REPAIRED and draft.days is None:
        days = days_in_repair(session, card, on_day)
    note = tidy(draft.note, "note")
    asset_movements.write(
        session, actor, card, draft.kind, on_day, to, slip=slip, cost=cost, days=days, note=note
    )


def _cards(session: Session, draft: MoveDraft) -> list[FixedAsset]:
    ids = list(dict.fromkeys(draft.asset_ids))
    if not ids:
        raise Refused("asset.nothing_chosen")
    if len(ids) > MOST:
        raise Refused("asset.too_many", most=MOST)
    return [records.load(session, FixedAsset, each) for each in ids]


def _last_slip(session: Session, card: FixedAsset) -> str:
    wanted = select(AssetMovement.slip).where(AssetMovement.asset_id == card.id)
    return session.scalar(wanted.order_by(AssetMovement.id.desc()).limit(1)) or ""


def _day(draft: MoveDraft, today: date) -> date:
    if draft.on_day is None:
        raise Refused("record.required", "on_day")
    if draft.on_day > today:
        raise Refused("asset.future_day", "on_day")
    return draft.on_day


def _refuse_leaver(session: Session, employee_id: int | None, on_day: date) -> None:
    person = None if employee_id is None else session.get(Employee, employee_id)
    if person is not None and person.left_on is not None and person.left_on < on_day:
        raise Refused("asset.has_left", "employee_id", name=person.name, day=person.left_on)


def _check(draft: MoveDraft, on_day: date) -> None:
    """What of the draft itself is missing or wrong."""
    _check_target(draft)
    if draft.due_on is not None and draft.due_on < on_day:
        raise Refused("asset.due_before", "due_on")
    if (draft.cost or 0) < 0:
        raise Refused("asset.repair_cost", "cost")
    if (draft.days or 0) < 0:
        raise Refused("asset.repair_days", "days")


def _check_target(draft: MoveDraft) -> None:
    nobody = draft.employee_id is draft.department_id is None
    if draft.kind is MovementKind.ISSUE and nobody:
        raise Refused("asset.to_whom", "employee_id")
    if draft.kind is MovementKind.TRANSFER and nobody and draft.place_id is None:
        raise Refused("asset.where_to", "place_id")
    if draft.kind is MovementKind.LEND:
        if (draft.employee_id is None) == (not draft.outside.strip()):
            raise Refused("asset.borrower", "outside")
        if draft.due_on is None:
            raise Refused("record.required", "due_on")


def refuse_state(card: FixedAsset, kind: MovementKind) -> None:
    """Refuse what cannot be done with a card as it stands; see `move`."""
    asset_movements.refuse_disposed(card)
    if card.state in FROM[kind]:
        return
    if card.state is AssetState.LENT:
        raise Refused("asset.is_lent", number=card.number, due=card.due_back_on)
    if card.state is AssetState.LEASED:
        raise Refused("asset.is_leased", number=card.number)
    raise Refused("asset.move_state", number=card.number, state=card.state)


def _standing(session: Session, card: FixedAsset, draft: MoveDraft) -> Standing:
    """Where the card stands after the act."""
    place = draft.place_id or card.place_id
    match draft.kind:
        case MovementKind.RETURN:
            return Standing(_IDLE, place_id=place)
        case MovementKind.LEND:
            return _lent(card, draft, place)
        case MovementKind.LEND_BACK:
            department, employee, place_before = before_lending(session, card)
            return _at_home(department, employee, draft.place_id or place_before)
        case MovementKind.REPAIR:
            outside = tidy(draft.outside, "outside")
            return Standing(
                AssetState.REPAIR, card.department_id, card.employee_id, place, outside, draft.due_on
            )
        case MovementKind.REPAIRED:
            return _at_home(card.department_id, card.employee_id, place)
        case _:
            return _given(session, card, draft, place)


def _given(session: Session, card: FixedAsset, draft: MoveDraft, place: int | None) -> Standing:
    """Issued or moved: a person brings their department along, a new department alone leaves the person behind."""
    department, employee = draft.department_id, draft.employee_id
    if department is None and employee is None:
        return _at_home(card.department_id, card.employee_id, place)
    if card.state is _IDLE and draft.kind is MovementKind.TRANSFER:
        raise Refused("asset.issue_it", "employee_id", number=card.number)
    if department is None and employee is not None:
        department = records.load(session, Employee, employee).department_id
    return Standing(_USED, department, employee, place)


def _lent(card: FixedAsset, draft: MoveDraft, place: int | None) -> Standing:
    borrower, outside = draft.employee_id, tidy(draft.outside, "outside")
    employee = borrower if borrower is not None else card.employee_id
    return Standing(AssetState.LENT, card.department_id, employee, place, outside, draft.due_on)


def _at_home(department_id: int | None, employee_id: int | None, place_id: int | None) -> Standing:
    used = department_id is not None or employee_id is not None
    return Standing(_USED if used else _IDLE, department_id, employee_id, place_id)


@requires(Permission.ASSET_SEE)
def possible(session: Session, actor: Actor, asset_ids: Sequence[int]) -> list[MovementKind]:  # noqa: ARG001 - the permission needs it
    """The acts that all of these cards allow as they stand."""
    states = set(session.scalars(select(FixedAsset.state).where(FixedAsset.id.in_(asset_ids))))
    return [kind for kind, from_states in FROM.items() if states and states <= from_states]
