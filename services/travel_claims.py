"""Travel claims 差旅费报销单: the legs put right, the allowance their days come to, the checks of an itinerary."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

from sqlalchemy import select

from models.expense_category import CategoryRole, ExpenseCategory
from models.people import Employee
from services import settings, travel_allowances
from services.claim_check_row import Check, passed, stop, warn
from services.claim_values import ClaimDraft, LegDraft, LineDraft
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.policies import policies
from services.travel_allowances import DayRule, Stay, is_complete

_RULES = Path(__file__).parents[1] / "resources" / "rules" / "travel.toml"
_NEEDED = (
    "from_place",
    "departed_on",
    "departed_hour",
    "to_place",
    "arrived_on",
    "arrived_hour",
    "vehicle",
)
_OF_AN_ALLOWANCE = ("category_id", "spent_on", "spent_to", "description", "amount", "city")
_WHY = "a step of saving and checking a claim, which have their permissions"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the legs come to: the stays that explain it, and the lines they make; `total` in yuan.

    `categories` are all whose lines are allowances.
    """

    stays: tuple[Stay, ...]
    lines: tuple[LineDraft, ...]
    total: Decimal
    categories: frozenset[int] = frozenset()


@requires(Permission.CLAIM_SEE)
def propose(session: Session, actor: Actor, draft: ClaimDraft, *, today: date) -> Proposal:  # noqa: ARG001 - the permission needs the actor
    """The allowance lines for the complete legs of `draft`, by city tier, grade and days; empty without such legs.

    Raises Refused "travel.no_allowance_category", "travel.no_rates", "travel.too_many_days" (most).
    """
    legs = [leg for leg in draft.legs if is_complete(leg)]
    if not legs or _first_wrong(legs) is not None:
        return Proposal((), (), Decimal(0))
    categories = session.execute(
        select(ExpenseCategory.id, ExpenseCategory.active)
        .filter_by(role=CategoryRole.ALLOWANCE)
        .order_by(ExpenseCategory.position, ExpenseCategory.id)
    ).all()
    category = next((row.id for row in categories if row.active), None)
    if category is None:
        raise Refused("travel.no_allowance_category", field="lines")
    claimant = session.get(Employee, draft.claimant_id) if draft.claimant_id else None
    days = travel_allowances.days_of(legs, day_rule(session, legs[0].departed_on or today))
    found = travel_allowances.stays(
        travel_allowances.priced(days, policies(session), claimant.grade if claimant else None)
    )
    paid = [stay for stay in found if stay.amount]
    if not paid:
        raise Refused("travel.no_rates", field="lines")
    lines = tuple(_line(category, stay, draft.project_id) for stay in paid)
    total = sum((stay.amount for stay in paid), Decimal(0))
    return Proposal(tuple(paid), lines, total, frozenset(row.id for row in categories))


@open_to_all("rules are no secret")
def day_rule(session: Session, day: date) -> DayRule:
    """How partial days count on `day`: the company's settings "travel.<name>" before resources/rules/travel.toml."""
    return DayRule(
        halves=_value(session, "partial_day", day) == "half",
        noon=_number(session, "noon", day),
        most=_number(session, "most_days", day),
    )


def with_allowance(
    lines: Sequence[LineDraft], proposed: Sequence[LineDraft], allowance_ids: set[int]
) -> tuple[LineDraft, ...]:
    """The lines with those of an allowance replaced by what is proposed, where the first of them stood."""
    kept = [line for line in lines if line.category_id not in allowance_ids]
    first = next((n for n, line in enumerate(lines) if line.category_id in allowance_ids), len(lines))
    place = sum(line.category_id not in allowance_ids for line in lines[:first])
    return (*kept[:place], *proposed, *kept[place:])


def same_allowance(one: Sequence[LineDraft], other: Sequence[LineDraft]) -> bool:
    """Whether both say the same days, cities and amounts."""
    return _said(one) == _said(other)


@open_to_all(_WHY)
def refuse_wrong(session: Session, draft: ClaimDraft) -> None:
    """Refuse legs that make no sense, and who left before the travel.

    Raises Refused, each at its field: "record.required", "travel.hour", "travel.arrival_before",
    "travel.legs_out_of_order" (leg), "travel.no_such_leg" (legs), "travel.nights", "travel.claimant_left" (name, day).
    """
    for number, leg in enumerate(draft.legs):
        _refuse_leg(f"legs.{number}", leg)
    wrong = _first_wrong(draft.legs)
    if wrong is not None:
        raise Refused("travel.legs_out_of_order", field=f"legs.{wrong}.departed_on", leg=wrong + 1)
    for number, line in enumerate(draft.lines):
        if line.leg is not None and not 0 <= line.leg < len(draft.legs):
            raise Refused("travel.no_such_leg", field=f"lines.{number}.leg", legs=len(draft.legs))
        if line.nights is not None and line.nights < 1:
            raise Refused("travel.nights", field=f"lines.{number}.nights")
    claimant = session.get(Employee, draft.claimant_id) if draft.claimant_id else None
    left = claimant.left_on if claimant else None
    if claimant and left and any(leg.departed_on and leg.departed_on > left for leg in draft.legs):
        raise Refused("travel.claimant_left", field="claimant_id", name=claimant.name, day=left)


@open_to_all(_WHY)
def itinerary_checks(session: Session, draft: ClaimDraft, today: date) -> Iterator[Check]:
    """What an itinerary lacks: legs, the way back, a way between two legs; allowance for days not travelled."""
    legs = [leg for leg in draft.legs if is_complete(leg)]
    if not legs:
        yield stop("no_legs", "")
        return
    findings = [*_gaps(legs), *_future(legs, today), *_beyond(session, draft, legs)]
    yield from findings
    if not findings:
        yield passed("itinerary_whole", count=str(len(legs)))


def _gaps(legs: Sequence[LegDraft]) -> Iterator[Check]:
    if not travel_allowances.returns(legs):
        values = {"to": legs[-1].to_place.strip(), "home": legs[0].from_place.strip()}
        yield warn("no_return", "", **values)
    for number, (one, other) in enumerate(pairwise(legs), start=2):
        if not travel_allowances.same_place(one.to_place, other.from_place):
            places = {"to": one.to_place.strip(), "from": other.from_place.strip()}
            yield warn("leg_gap", f"{other.departed_on}/{places['from']}", leg=str(number), **places)


def _future(legs: Sequence[LegDraft], today: date) -> Iterator[Check]:
    for number, leg in enumerate(legs, start=1):
        if leg.arrived_on and leg.arrived_on > today:
            yield stop("leg_future", str(number), leg=str(number), day=leg.arrived_on.isoformat())


def _beyond(session: Session, draft: ClaimDraft, legs: Sequence[LegDraft]) -> Iterator[Check]:
    wanted = {line.category_id for line in draft.lines if line.category_id}
    allowances = set(
        session.scalars(
            select(ExpenseCategory.id).where(
                ExpenseCategory.id.in_(wanted), ExpenseCategory.role == CategoryRole.ALLOWANCE
            )
        )
    )
    first, last = legs[0].departed_on, legs[-1].arrived_on
    assert first, "complete legs only"
    assert last, "complete legs only"
    for number, line in enumerate(draft.lines, start=1):
        end = line.spent_to or line.spent_on
        if (
            line.category_id in allowances
            and line.spent_on
            and end
            and not first <= line.spent_on <= end <= last
        ):
            values = {"first": first.isoformat(), "last": last.isoformat()}
            yield warn("allowance_beyond", f"{line.spent_on}/{line.amount:.2f}", line=str(number), **values)


def _refuse_leg(name: str, leg: LegDraft) -> None:
    for part in _NEEDED:
        value = getattr(leg, part)
        if value is None or (isinstance(value, str) and not value.strip()):
            raise Refused("record.required", field=f"{name}.{part}")
    for part in ("departed_hour", "arrived_hour"):
        if not 0 <= getattr(leg, part) <= 23:
            raise Refused("travel.hour", field=f"{name}.{part}")
    if _moment(leg.arrived_on, leg.arrived_hour) < _moment(leg.departed_on, leg.departed_hour):
        late = leg.arrived_on == leg.departed_on
        raise Refused("travel.arrival_before", field=f"{name}.{'arrived_hour' if late else 'arrived_on'}")


def _first_wrong(legs: Sequence[LegDraft]) -> int | None:
    """The first leg that begins before the one above it has ended, or ends before it begins."""
    before: tuple[date, int] | None = None
    for number, leg in enumerate(legs):
        start, end = (
            _moment(leg.departed_on, leg.departed_hour),
            _moment(leg.arrived_on, leg.arrived_hour),
        )
        if end < start or (before is not None and start < before):
            return number
        before = end
    return None


def _moment(day: date | None, hour: int | None) -> tuple[date, int]:
    assert day is not None, "complete legs only"
    return day, hour or 0


def _line(category_id: int, stay: Stay, project_id: int | None) -> LineDraft:
    return LineDraft(
        category_id=category_id,
        spent_on=stay.first,
        spent_to=stay.last if stay.last != stay.first else None,
        description=travel_allowances.words(stay),
        amount=stay.amount,
        sanctioned=stay.amount,
        project_id=project_id,
        city=stay.city,
    )


def _said(lines: Sequence[LineDraft]) -> list[tuple[object, ...]]:
    return [tuple(getattr(line, name) for name in _OF_AN_ALLOWANCE) for line in lines]


def _number(session: Session, name: str, day: date) -> int:
    own = _value(session, name, day)
    return int(own) if own.isascii() and own.isdigit() else int(_by_rule(name, day))


def _value(session: Session, name: str, day: date) -> str:
    own = settings.get(session, f"travel.{name}", None)
    return _by_rule(name, day) if own is None else str(own)


def _by_rule(name: str, day: date) -> str:
    rows = [row for row in _rules() if row["name"] == name and row["from"] <= day.isoformat()]
    return next(row["value"] for row in reversed(rows) if not row["to"] or day.isoformat() <= row["to"])


@cache
def _rules() -> tuple[dict[str, str], ...]:
    return tuple(sorted(tomllib.loads(_RULES.read_text("utf-8"))["rule"], key=lambda row: row["from"]))
