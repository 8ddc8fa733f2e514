"""Kinds of supplies 物资类别: what articles are grouped by, as data; the usual ones come with the company."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.supply import Supply, SupplyKind
from services import audit, records, search
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register
from services.usual_supplies import supply_kinds

_PREFIX = re.compile(r"[A-Z]{1,6}")
_OTHER = "QT"  # articles of a kind that is not there any more
NAME: ColumnElement[str] = func.coalesce(
    select(SupplyKind.name).where(SupplyKind.code == Supply.kind).correlate(Supply).scalar_subquery(),
    Supply.kind,
)
"""The word of an article's kind."""

REGISTER = Register(
    name="supply_kind",
    record=SupplyKind,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, SupplyKind.name, width=260, stretch=True),
        Column("prefix", "Codes begin with", ColumnKind.TEXT, SupplyKind.prefix, width=140),
        Column(
            "articles", "Articles", ColumnKind.NUMBER,
            select(func.count()).where(Supply.kind == SupplyKind.code).correlate(SupplyKind).scalar_subquery(),
            width=90, sortable=False,
        ),
        Column("active", "Active", ColumnKind.YES_NO, SupplyKind.active, width=90),
    ),
    see=Permission.SUPPLY_SEE,
    sort="name",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SupplyKindDraft:
    """A kind as typed."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    prefix: str = ""
    active: bool = True


@requires(Permission.SUPPLY_SEE)
def get(session: Session, actor: Actor, kind_id: int) -> SupplyKindDraft:  # noqa: ARG001 - the permission needs it
    """The kind of that id; Refused "record.gone"."""
    item = records.load(session, SupplyKind, kind_id)
    return SupplyKindDraft(**{name: getattr(item, name) for name in SupplyKindDraft.__slots__})


@requires(Permission.SUPPLY_EDIT)
def save(session: Session, actor: Actor, draft: SupplyKindDraft) -> int:
    """Store a kind; returns its id. Articles keep their codes when the letters change.

    Raises Refused "record.required" (name, prefix), "record.taken" (name, prefix), "supply.kind_prefix" (prefix),
    "record.stale".
    """
    item = SupplyKind()
    if draft.id is not None:
        item = records.expect(session, SupplyKind, draft.id, draft.version)
    name, prefix = required(draft.name, "name"), required(draft.prefix, "prefix").upper()
    if not _PREFIX.fullmatch(prefix):
        raise Refused("supply.kind_prefix", "prefix")
    records.refuse_taken(session, SupplyKind.name, name, draft.id)
    records.refuse_taken(session, SupplyKind.prefix, prefix, draft.id)
    renamed = draft.id is not None and item.name != name
    item.name, item.prefix, item.active = name, prefix, draft.active
    item.code = item.code or prefix
    saved = records.keep(session, actor, item, name, prefix)
    if renamed:
        _find_again(session, item)
    return saved


def _find_again(session: Session, kind: SupplyKind) -> None:
    """Articles are found by the word of their kind."""
    for article in session.scalars(select(Supply).where(Supply.kind == kind.code)):
        article.search_text = search.text_for(*found_by(article, kind.name))
        session.flush()
        search.index(session, "supply", article.id, article.search_text)


def found_by(article: Supply, kind: str) -> tuple[str, ...]:
    """What an article is found by."""
    return article.code, article.name, article.specification, kind


@requires(Permission.SUPPLY_EDIT)
def remove(session: Session, actor: Actor, kind_id: int, version: int) -> bool:
    """Delete a kind without articles, or make it inactive; True when it is gone. Refused "record.gone", "record.stale"."""
    item = records.expect(session, SupplyKind, kind_id, version)
    if session.scalar(select(Supply.id).where(Supply.kind == item.code).limit(1)) is None:
        return records.drop(session, actor, item)
    item.active = False
    audit.record(session, actor, "deactivate", item)
    session.flush()
    return False


@requires(Permission.SUPPLY_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The kinds in use as they were added; what is stored of them is the code."""
    return [
        Choice(kind.code, kind.name, kind.prefix, kind.search_text)  # type: ignore[arg-type]  # known by its code
        for kind in session.scalars(select(SupplyKind).filter_by(active=True).order_by(SupplyKind.id))
    ]


@open_to_all("a step of services that have checked")
def names(session: Session) -> dict[str, str]:
    """The words of all kinds by their codes."""
    return {row[0]: row[1] for row in session.execute(select(SupplyKind.code, SupplyKind.name))}


@open_to_all("a step of services that have checked")
def name_of(session: Session, code: str) -> str:
    """The word of a kind; the code itself when there is no such kind."""
    return session.scalar(select(SupplyKind.name).where(SupplyKind.code == code)) or code


@open_to_all("a step of services that have checked")
def prefix_of(session: Session, code: str) -> str:
    """What the codes of a kind's articles begin with."""
    return session.scalar(select(SupplyKind.prefix).where(SupplyKind.code == code)) or _OTHER


@open_to_all("run by setup and by the upgrade, before anybody signs in")
def fill(session: Session) -> None:
    """Add the usual kinds (resources/rules/supplies.toml) that are not there by code, name or letters."""
    known = {word for row in session.execute(select(SupplyKind.code, SupplyKind.name, SupplyKind.prefix)) for word in row}  # fmt: skip
    for usual in supply_kinds():
        if known.isdisjoint((usual.code, usual.name, usual.prefix)):
            text = search.text_for(usual.name, usual.prefix)
            item = SupplyKind(code=usual.code, name=usual.name, prefix=usual.prefix, search_text=text)
            session.add(item)
            session.flush()
            search.index(session, "supply_kind", item.id, text)
