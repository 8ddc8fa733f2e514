"""Places 存放地点: buildings, floors, rooms, sites; where things stand."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.asset_class import Place
from services import records, stock_take_places
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required
from services.registers import Chip, Column, ColumnKind, Filter, Join, Operator, Register

_Parent = aliased(Place, name="parent")
_BETWEEN = " / "

REGISTER = Register(
    name="place",
    record=Place,
    columns=(
        Column("code", "Code", ColumnKind.TEXT, Place.code, width=72),
        Column("name", "Name", ColumnKind.TEXT, Place.name, width=120),
        Column("parent", "Part of", ColumnKind.TEXT, _Parent.path, width=160),
        Column("path", "Whole place", ColumnKind.TEXT, Place.path, width=260, stretch=True),
        Column("active", "Active", ColumnKind.YES_NO, Place.active, width=64),
    ),
    see=Permission.ASSET_SEE,
    sort="path",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
    joins=(Join(_Parent, _Parent.id == Place.parent_id),),
)


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place as typed."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    parent_id: int | None = None
    active: bool = True


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, place_id: int) -> PlaceDraft:  # noqa: ARG001 - the permission needs it
    """The place of that id; Refused "record.gone"."""
    item = records.load(session, Place, place_id)
    return PlaceDraft(**{name: getattr(item, name) for name in PlaceDraft.__slots__})


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: PlaceDraft) -> int:
    """Store a place and spell the way to it and to everything below it; returns its id.

    Raises Refused "record.required" (code, name), "record.taken" (code; name beside another of the same name),
    "place.cycle" (parent_id), "place.slash" (name), "record.gone" (parent_id), "record.stale".
    """
    item = Place() if draft.id is None else records.expect(session, Place, draft.id, draft.version)
    code, name = required(draft.code, "code"), required(draft.name, "name")
    if _BETWEEN.strip() in name:
        raise Refused("place.slash", "name")
    records.refuse_taken(session, Place.code, code, draft.id)
    _refuse_cycle(session, draft)
    path = _path(session, draft.parent_id, name)
    _refuse_same_way(session, path, draft.id)
    before = item.path or ""
    item.code, item.name, item.parent_id, item.path, item.active = (
        code,
        name,
        draft.parent_id,
        path,
        draft.active,
    )
    saved = records.keep(session, actor, item, code, path)
    stock_take_places.follow(session, before, path)
    _spell_below(session, actor, item)
    return saved


def _path(session: Session, parent_id: int | None, name: str) -> str:
    above = "" if parent_id is None else session.get_one(Place, parent_id).path + _BETWEEN
    return above + name


def _refuse_same_way(session: Session, path: str, own_id: int | None) -> None:
    taken = select(Place.id).where(Place.path == path, Place.id != (own_id or 0))
    if session.scalar(taken) is not None:
        raise Refused("record.taken", "name", value=path)


def _spell_below(session: Session, actor: Actor, above: Place) -> None:
    for place in session.scalars(select(Place).where(Place.parent_id == above.id)).all():
        path = above.path + _BETWEEN + place.name
        if place.path != path:
            before, place.path = place.path, path
            records.keep(session, actor, place, place.code, path)
            stock_take_places.follow(session, before, path)
            _spell_below(session, actor, place)


def _refuse_cycle(session: Session, draft: PlaceDraft) -> None:
    above = draft.parent_id
    while above is not None:
        if above == draft.id:
            raise Refused("place.cycle", field="parent_id")
        records.refuse_unknown(session, Place, above, "parent_id")
        above = session.scalar(select(Place.parent_id).where(Place.id == above))


@requires(Permission.ASSET_EDIT)
def remove(session: Session, actor: Actor, place_id: int, version: int) -> bool:
    """Delete a place, or make it inactive when things stand there; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, Place, place_id, version))


@requires(Permission.ASSET_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active places by their whole way, with the code beside."""
    found = session.scalars(select(Place).filter_by(active=True).order_by(Place.path))
    return [Choice(item.id, item.path, item.code, item.search_text) for item in found]


@open_to_all("called inside services that were permitted to write assets")
def found_or_made(session: Session, actor: Actor, path: str) -> int | None:
    """The place with this whole way ("主楼 / 3层 / 305"), made where it is missing; None for "".

    A full-width slash between the parts is one too.
    """
    above: int | None = None
    spelled = ""
    for name in (part.strip() for part in path.replace("／", "/").split("/")):
        if not name:
            continue
        spelled = f"{spelled}{_BETWEEN}{name}" if spelled else name
        known = session.scalar(select(Place.id).where(Place.path == spelled))
        above = known or _made(session, actor, name, above, spelled)
    return above


def _made(session: Session, actor: Actor, name: str, parent_id: int | None, path: str) -> int:
    code = _free_code(session)
    item = Place(code=code, name=name, parent_id=parent_id, path=path)
    return records.keep(session, actor, item, code, path)


def _free_code(session: Session) -> str:
    taken = set(session.scalars(select(Place.code)))
    number = len(taken) + 1
    while f"P{number:03}" in taken:
        number += 1
    return f"P{number:03}"
