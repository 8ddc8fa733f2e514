"""Stock-takes 盘点: planned over a scope, the list frozen from the register, counted, and closed for approval."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, exists, func, select

from models.stock_take import FoundState, StockTake, StockTakeLine, StockTakeScan, StockTakeState
from services import audit, numbering, records
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register
from services.stock_take_scope import freeze

SERIES = "PD"
BEING_DONE = frozenset({StockTakeState.OPEN, StockTakeState.COUNTED})
DIFFERENT = tuple(state for state in FoundState if state is not FoundState.FOUND)


def _lines(*where: ColumnElement[bool]) -> ColumnElement[int]:
    wanted = select(func.count()).where(StockTakeLine.take_id == StockTake.id, *where)
    return wanted.correlate(StockTake).scalar_subquery()


def _differences(*where: ColumnElement[bool]) -> ColumnElement[int | None]:
    """Nothing while a blind one is counted."""
    hidden = (StockTake.state == StockTakeState.OPEN) & (StockTake.blind == True)  # noqa: E712 - SQL of a column; IS is no operator for numbers on PostgreSQL
    return case((hidden, None), else_=_lines(*where))


def _in(state: StockTakeState) -> tuple[Filter, ...]:
    return (Filter("state", Operator.IS, state),)


def _going_on(_context: ChipContext) -> ColumnElement[bool]:
    return StockTake.state.in_([*BEING_DONE, StockTakeState.SUBMITTED])


REGISTER = Register(
    name="stock_take",
    record=StockTake,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, StockTake.number, width=108),
        Column("name", "Name", ColumnKind.TEXT, StockTake.name, width=150, stretch=True),
        Column("on_day", "Day of the count", ColumnKind.DAY, StockTake.on_day, width=92),
        Column("state", "State", ColumnKind.CHOICE, StockTake.state, width=84, choices=StockTakeState),
        Column("listed", "On the list", ColumnKind.NUMBER, _lines(StockTakeLine.quantity > 0), width=76, sortable=False),
        Column("missing", "Not found", ColumnKind.NUMBER, _lines(StockTakeLine.found == FoundState.MISSING), width=76, sortable=False),
        Column("different", "Other differences", ColumnKind.NUMBER, _differences(StockTakeLine.found.in_(DIFFERENT[1:])), width=84, sortable=False, spare=1),
        Column("counted_by", "Counted by", ColumnKind.TEXT, StockTake.counted_by, width=96, spare=2),
        Column("holder_name", "Waits for", ColumnKind.TEXT, StockTake.holder_name, width=84, spare=2),
        Column("watched_by", "Watched by", ColumnKind.TEXT, StockTake.watched_by, width=96, shown=False),
        Column("made_by_name", "Made by", ColumnKind.TEXT, StockTake.made_by_name, width=84, shown=False),
        Column("blind", "Blind", ColumnKind.YES_NO, StockTake.blind, width=64, shown=False),
    ),
    see=Permission.ASSET_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("going_on", "Going on", clause=_going_on),
        Chip("open", "Counting", lambda _: _in(StockTakeState.OPEN)),
        Chip("counted", "To submit", lambda _: _in(StockTakeState.COUNTED)),
        Chip("approved", "Approved", lambda _: _in(StockTakeState.APPROVED)),
        Chip("all", "All"),
    ),
    default_chip="all",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StockTakeDraft:
    """A stock-take as planned; empty scopes mean everything. Once something was counted the scope stays."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    on_day: date | None = None
    departments: tuple[int, ...] = ()
    classes: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    blind: bool = False
    counted_by: str = ""
    watched_by: str = ""


@dataclass(frozen=True, slots=True)
class StockTakeHeadline:
    """How many are being counted with how much left to find, how many are to submit, how many wait."""

    open: int
    left: int
    counted: int
    submitted: int


@requires(Permission.ASSET_SEE)
def headline(session: Session, actor: Actor) -> StockTakeHeadline:  # noqa: ARG001 - the permission needs it
    """What waits on the page."""
    rows = session.execute(select(StockTake.state, func.count()).group_by(StockTake.state))
    count = {row[0]: int(row[1]) for row in rows}
    left = (
        select(func.count()).select_from(StockTakeLine).join(StockTake, StockTake.id == StockTakeLine.take_id)
    )
    left = left.where(StockTake.state == StockTakeState.OPEN, StockTakeLine.found == FoundState.MISSING)
    return StockTakeHeadline(
        count.get(StockTakeState.OPEN, 0),
        session.scalar(left) or 0,
        count.get(StockTakeState.COUNTED, 0),
        count.get(StockTakeState.SUBMITTED, 0),
    )  # fmt: skip


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, take_id: int) -> StockTakeDraft:  # noqa: ARG001 - the permission needs it
    """The stock-take as it was planned; Refused "record.gone"."""
    take = records.load(session, StockTake, take_id)
    scope = {name: tuple(take.scope.get(name, ())) for name in ("departments", "classes", "places")}
    return StockTakeDraft(
        take.id, take.version, take.name, take.on_day, **scope,
        blind=take.blind, counted_by=take.counted_by, watched_by=take.watched_by,
    )  # fmt: skip


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: StockTakeDraft, *, today: date) -> int:
    """Plan a stock-take, "PD-2026-0001", with the cards of its scope as the register has them; returns its id.

    While nothing was counted the list is frozen anew. Raises Refused "record.required" (name, on_day), "record.gone",
    "record.stale", "stock_take.not_open" (state), "stock_take.scope_kept", "stock_take.nothing_in_scope".
    """
    take = _take(session, actor, draft)
    scope = {name: sorted(getattr(draft, name)) for name in ("departments", "classes", "places")}
    counted = take.id is not None and _counted(session, take.id)
    if draft.on_day is None:
        raise Refused("record.required", "on_day")
    if counted and (scope != take.scope or draft.on_day != take.on_day):
        raise Refused("stock_take.scope_kept")
    take.name, take.on_day, take.scope = required(draft.name, "name"), draft.on_day, scope
    take.blind = draft.blind
    take.counted_by = tidy(draft.counted_by, "counted_by")
    take.watched_by = tidy(draft.watched_by, "watched_by")
    if not take.number:
        take.number = numbering.next_number(session, f"{SERIES}-{today.year}")
        take.ticket = secrets.token_hex(4).upper()
    made = records.keep(session, actor, take, take.number, take.name, take.counted_by, take.watched_by)
    if not counted and not freeze(session, take):
        raise Refused("stock_take.nothing_in_scope")
    return made


def _take(session: Session, actor: Actor, draft: StockTakeDraft) -> StockTake:
    if draft.id is None:
        return StockTake(
            state=StockTakeState.OPEN, made_by_id=actor.user_id, made_by_name=actor.name, scope={}
        )
    take = records.expect(session, StockTake, draft.id, draft.version)
    refuse_state(take, StockTakeState.OPEN)
    return take


def _counted(session: Session, take_id: int) -> bool:
    return bool(session.scalar(select(exists().where(StockTakeScan.take_id == take_id))))


def refuse_state(take: StockTake, *states: StockTakeState) -> None:
    """Refuse with "stock_take.not_open" (number, state) when it is in none of these states."""
    if take.state not in states:
        raise Refused("stock_take.not_open", number=take.number, state=take.state)


@open_to_all("called inside services that were permitted to count")
def locked(session: Session, take_id: int) -> StockTake:
    """The stock-take, held against others who count at the same moment until this transaction ends."""
    take = session.scalar(select(StockTake).where(StockTake.id == take_id).with_for_update())
    if take is None:
        raise Refused("record.gone")
    return take


@requires(Permission.ASSET_EDIT)
def reopen(session: Session, actor: Actor, take_id: int, version: int) -> int:
    """Count on. Raises Refused "stock_take.not_open", "record.gone", "record.stale"."""
    take = records.expect(session, StockTake, take_id, version)
    refuse_state(take, StockTakeState.COUNTED)
    return change_state(session, actor, take, StockTakeState.OPEN, "count_on")


@requires(Permission.ASSET_EDIT)
def void(session: Session, actor: Actor, take_id: int, version: int, reason: str) -> int:
    """Give a stock-take up; nothing of it takes effect. Raises Refused "record.required" (reason), as `reopen`."""
    take = records.expect(session, StockTake, take_id, version)
    refuse_state(take, *BEING_DONE)
    take.state_note = required(reason, "reason")
    return change_state(session, actor, take, StockTakeState.VOIDED, "void")


@open_to_all("a step of services that have checked")
def change_state(session: Session, actor: Actor, take: StockTake, state: StockTakeState, action: str) -> int:
    """Set the state with its audit entry; returns the id."""
    take.state, take.updated_at = state, now()
    audit.record(session, actor, action, take)
    session.flush()
    return take.id


@open_to_all("a step of services that have checked")
def lines(session: Session, take_id: int, ids: Sequence[int] | None = None) -> list[StockTakeLine]:
    """The lines of a stock-take by position, or those of these ids."""
    wanted = select(StockTakeLine).where(StockTakeLine.take_id == take_id).order_by(StockTakeLine.position)
    if ids is not None:
        wanted = wanted.where(StockTakeLine.id.in_(ids))
    return list(session.scalars(wanted))
