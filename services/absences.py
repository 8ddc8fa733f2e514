"""Absences 请假与委托: which approver is away from when to when, and who decides for them meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import aliased, selectinload

from models.approval import Absence
from models.user import User
from services import records
from services.calendars import business_day
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, check, open_to_all, permissions_of, requires
from services.records import Choice, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

_Substitute = aliased(User)
_WHY = "called by the services of papers, which have checked"


def _now(context: ChipContext) -> ColumnElement[bool]:
    return and_(Absence.from_on <= context.today, Absence.to_on >= context.today)


def _later(context: ChipContext) -> ColumnElement[bool]:
    return Absence.from_on > context.today


REGISTER = Register(
    name="absence",
    record=Absence,
    columns=(
        Column("user", "Who is away", ColumnKind.TEXT, User.name, width=140),
        Column("from_on", "Away from", ColumnKind.DAY, Absence.from_on, width=100),
        Column("to_on", "Away until", ColumnKind.DAY, Absence.to_on, width=100),
        Column("substitute", "Substitute", ColumnKind.TEXT, _Substitute.name, width=140),
        Column("note", "Note", ColumnKind.TEXT, Absence.note, width=200, stretch=True),
    ),
    see=Permission.ABSENCE_SEE,
    sort="from_on",
    descending=True,
    chips=(
        Chip("now", "Away now", clause=_now),
        Chip("later", "Not away yet", clause=_later),
        Chip("all", "All"),
    ),
    default_chip="all",
    joins=(
        Join(User, User.id == Absence.user_id),
        Join(_Substitute, _Substitute.id == Absence.substitute_id),
    ),
)


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """An absence as typed; without a substitute papers cannot be sent to whoever is away."""

    id: int | None = None
    version: int | None = None
    user_id: int | None = None
    substitute_id: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who is away on a day; `substitute_id` decides for them, None when nobody does."""

    user_id: int
    name: str
    to_on: date
    substitute_id: int | None
    substitute_name: str

    @property
    def shown(self) -> str:
        """Both names, as a list shows who has a paper: 何志远（吴敏代）."""
        return f"{self.name}（{self.substitute_name}代）" if self.substitute_name else self.name


@open_to_all(_WHY)
def away(session: Session) -> Mapping[int, Away]:
    """Who is away at this moment, by the id of the user."""
    today = business_day(now())
    rows = session.execute(
        select(Absence.user_id, User.name, Absence.to_on, _Substitute.id, func.coalesce(_Substitute.name, ""))
        .join(User, User.id == Absence.user_id)
        .outerjoin(_Substitute, and_(_Substitute.id == Absence.substitute_id, _Substitute.active == True))  # noqa: E712 - SQL of a column; IS is no operator for numbers on PostgreSQL
        .where(Absence.from_on <= today, Absence.to_on >= today)
    )
    return {row[0]: Away(*row) for row in rows}


def represented(actor: Actor) -> ColumnElement[bool]:
    """The condition on Absence for those whom `actor` decides for at this moment."""
    today = business_day(now())
    return and_(Absence.substitute_id == actor.user_id, Absence.from_on <= today, Absence.to_on >= today)


@requires(Permission.ABSENCE_SEE)
def new(session: Session, actor: Actor, *, today: date) -> AbsenceDraft:  # noqa: ARG001 - the permission needs it
    """An absence of the actor's own that begins today; nothing is stored."""
    own = actor.user_id if actor.can(Permission.CLAIM_DECIDE) else None
    return AbsenceDraft(user_id=own, from_on=today, to_on=today)


@requires(Permission.ABSENCE_SEE)
def get(session: Session, actor: Actor, absence_id: int) -> AbsenceDraft:  # noqa: ARG001 - the permission needs it
    """The absence of that id; Refused "record.gone"."""
    item = records.load(session, Absence, absence_id)
    return AbsenceDraft(**{name: getattr(item, name) for name in AbsenceDraft.__slots__})


@requires(Permission.ABSENCE_EDIT, Permission.USER_EDIT)
def save(session: Session, actor: Actor, draft: AbsenceDraft) -> int:
    """Store an absence; one's own needs absence.edit, somebody else's user.edit. Returns its id.

    Raises Refused "record.required", "absence.days_turned", "absence.self", "absence.cannot_decide",
    "absence.overlaps" (first, last), "absence.substitute_away" (name), "absence.is_substitute" (name),
    "permission.denied", "record.stale".
    """
    for name in ("user_id", "from_on", "to_on"):
        if not getattr(draft, name):
            raise Refused("record.required", field=name)
    if draft.user_id != actor.user_id:
        check(actor, Permission.USER_EDIT)
    _refuse_nonsense(session, draft)
    item = Absence() if draft.id is None else records.expect(session, Absence, draft.id, draft.version)
    if item.user_id not in (None, actor.user_id):
        check(actor, Permission.USER_EDIT)
    for name in ("user_id", "substitute_id", "from_on", "to_on"):
        setattr(item, name, getattr(draft, name))
    item.note = tidy(draft.note, "note")
    people = session.scalars(select(User.name).where(User.id.in_([draft.user_id, draft.substitute_id])))
    return records.keep(session, actor, item, item.note, *people)


@requires(Permission.ABSENCE_EDIT, Permission.USER_EDIT)
def remove(session: Session, actor: Actor, absence_id: int, version: int) -> bool:
    """Delete an absence: who was away decides again. Raises Refused "permission.denied", "record.stale"."""
    item = records.expect(session, Absence, absence_id, version)
    if item.user_id != actor.user_id:
        check(actor, Permission.USER_EDIT)
    return records.drop(session, actor, item)


@requires(Permission.ABSENCE_SEE)
def deciders(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Every active user who may decide, by name."""
    return [Choice(user.id, user.name, user.login, user.search_text) for user in _deciders(session)]


def _deciders(session: Session) -> list[User]:
    users = session.scalars(
        select(User).filter_by(active=True).order_by(User.name).options(selectinload(User.roles))
    )
    return [u for u in users if Permission.CLAIM_DECIDE in permissions_of(held.role for held in u.roles)]


def _refuse_nonsense(session: Session, draft: AbsenceDraft) -> None:
    assert draft.from_on, "refused before"
    assert draft.to_on, "refused before"
    if draft.to_on < draft.from_on:
        raise Refused("absence.days_turned", field="to_on")
    if draft.substitute_id == draft.user_id:
        raise Refused("absence.self", field="substitute_id")
    able = {user.id for user in _deciders(session)}
    for name in ("user_id", "substitute_id"):
        if getattr(draft, name) is not None and getattr(draft, name) not in able:
            raise Refused("absence.cannot_decide", field=name)
    meanwhile = (
        Absence.from_on <= draft.to_on,
        Absence.to_on >= draft.from_on,
        Absence.id != (draft.id or 0),
    )
    same = session.scalar(select(Absence).where(*meanwhile, Absence.user_id == draft.user_id))
    if same is not None:
        days = {"first": same.from_on.isoformat(), "last": same.to_on.isoformat()}
        raise Refused("absence.overlaps", field="from_on", **days)
    _refuse_chain(session, draft, meanwhile)


def _refuse_chain(session: Session, draft: AbsenceDraft, meanwhile: tuple[ColumnElement[bool], ...]) -> None:
    """Nobody is the substitute of somebody while away themself: A for B, B for A would leave nobody."""
    named = select(User.name).select_from(Absence)
    if draft.substitute_id is not None:
        gone = named.join(User, User.id == Absence.user_id).where(
            *meanwhile, Absence.user_id == draft.substitute_id
        )
        if name := session.scalar(gone):
            raise Refused("absence.substitute_away", field="substitute_id", name=name)
    needed = named.join(User, User.id == Absence.user_id).where(
        *meanwhile, Absence.substitute_id == draft.user_id
    )
    if name := session.scalar(needed):
        raise Refused("absence.is_substitute", field="from_on", name=name)
