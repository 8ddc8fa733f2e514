"""Recruiting events 招聘活动: campus talks, fairs, postings, and what each of them brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.recruiting import RecruitingEvent
from services import records
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register


def _this_year(context: ChipContext) -> tuple[Filter, ...]:
    year = context.today.year
    return (Filter("held_on", Operator.BETWEEN, (date(year, 1, 1), date(year, 12, 31))),)


REGISTER = Register(
    name="recruiting_event",
    record=RecruitingEvent,
    columns=(
        Column("held_on", "Held on", ColumnKind.DAY, RecruitingEvent.held_on, width=96),
        Column("name", "Name", ColumnKind.TEXT, RecruitingEvent.name, width=200, stretch=True),
        Column("source", "Came from", ColumnKind.TEXT, RecruitingEvent.source, width=120),
        Column("place", "Place", ColumnKind.TEXT, RecruitingEvent.place, width=160),
        Column("cost", "Cost", ColumnKind.MONEY, RecruitingEvent.cost, width=110),
        Column("note", "Note", ColumnKind.TEXT, RecruitingEvent.note, width=160, shown=False),
    ),
    see=Permission.PERSONNEL_SEE,
    sort="held_on",
    descending=True,
    chips=(Chip("year", "This year", _this_year), Chip("all", "All")),
    default_chip="all",
    total="cost",
)


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as typed; `cost` in yuan."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    source: str = ""
    place: str = ""
    held_on: date | None = None
    cost: Decimal | None = Decimal(0)
    note: str = ""


@requires(Permission.PERSONNEL_SEE)
def get(session: Session, actor: Actor, event_id: int) -> EventDraft:  # noqa: ARG001 - the permission needs it
    """The event of that id; Refused "record.gone"."""
    item = records.load(session, RecruitingEvent, event_id)
    return EventDraft(**{name: getattr(item, name) for name in EventDraft.__slots__})


@requires(Permission.PERSONNEL_EDIT)
def save(session: Session, actor: Actor, draft: EventDraft) -> int:
    """Store an event; returns its id. Raises Refused "record.required" (name, held_on), "candidate.cost_negative", "record.stale"."""
    item = (
        RecruitingEvent()
        if draft.id is None
        else records.expect(session, RecruitingEvent, draft.id, draft.version)
    )
    item.name = required(draft.name, "name")
    if draft.held_on is None:
        raise Refused("record.required", field="held_on")
    cost = draft.cost or Decimal(0)
    if cost < 0:
        raise Refused("candidate.cost_negative", field="cost")
    item.held_on, item.cost = draft.held_on, cost
    for name in ("source", "place", "note"):
        setattr(item, name, tidy(getattr(draft, name), name))
    return records.keep(session, actor, item, item.name, item.source, item.place)


@requires(Permission.PERSONNEL_EDIT)
def remove(session: Session, actor: Actor, event_id: int, version: int) -> bool:
    """Delete an event that no candidate came from. Raises Refused "record.in_use", "record.gone", "record.stale"."""
    return records.drop(session, actor, records.expect(session, RecruitingEvent, event_id, version))


@requires(Permission.PERSONNEL_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The events, the latest first, with their day beside."""
    found = session.scalars(select(RecruitingEvent).order_by(RecruitingEvent.held_on.desc()))
    return [Choice(item.id, item.name, item.held_on.isoformat(), item.search_text) for item in found]
