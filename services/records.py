"""What saving and removing have in common in every small register: tidy text, versions, audit, search."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.base import Record
from services import audit, search
from services.errors import Refused
from services.permissions import Actor, open_to_all

_WHY = "a step of services that have checked"
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a combo box: what is stored, shown, shown beside it in grey, and what it is found by."""

    id: int
    label: str
    hint: str
    search: str


def tidy(text: str, field: str) -> str:
    """`text` as it is stored: composed, without control characters, one space where there were several.

    Raises Refused "record.too_long" (longest).
    """
    composed = unicodedata.normalize("NFC", text)
    plain = "".join(" " if unicodedata.category(sign) in {"Cc", "Cf"} else sign for sign in composed)
    tidied = re.sub(r"\s+", " ", plain).strip()
    if len(tidied) > LONGEST_TEXT:
        raise Refused("record.too_long", field=field, longest=LONGEST_TEXT)
    return tidied


def required(text: str, field: str) -> str:
    """The tidied text; Refused "record.required" when nothing is left of it."""
    tidied = tidy(text, field)
    if not tidied:
        raise Refused("record.required", field=field)
    return tidied


@open_to_all(_WHY)
def load[R: Record](session: Session, kind: type[R], record_id: int) -> R:
    """The record of that id; Refused "record.gone"."""
    item = session.get(kind, record_id)
    if item is None:
        raise Refused("record.gone")
    return item


@open_to_all(_WHY)
def expect[R: Record](session: Session, kind: type[R], record_id: int, version: int | None) -> R:
    """The record as the user saw it; Refused "record.gone", or "record.stale" when it was changed since."""
    item = load(session, kind, record_id)
    if item.version != version:
        raise Refused("record.stale")
    return item


@open_to_all(_WHY)
def refuse_taken(
    session: Session, attribute: InstrumentedAttribute[str], value: str, own_id: int | None
) -> None:
    """Refuse with "record.taken" (value) when another record has this value already."""
    identity = inspect(attribute.class_).primary_key[0]
    taken = select(identity).where(attribute == value, identity != (own_id or 0)).limit(1)
    if session.scalar(taken) is not None:
        raise Refused("record.taken", field=attribute.key, value=value)


@open_to_all(_WHY)
def refuse_unknown(session: Session, kind: type[Record], record_id: int | None, field: str) -> None:
    """Refuse with "record.gone" at the field when it names a record that is not there."""
    if record_id is not None and session.get(kind, record_id) is None:
        raise Refused("record.gone", field=field)


@open_to_all(_WHY)
def keep(session: Session, actor: Actor, item: Record, *found_by: object) -> int:
    """Store a new or changed record with its audit entry, findable by `found_by`; returns its id."""
    text = search.text_for(*found_by)
    item.search_text = text  # type: ignore[attr-defined]  # every register's record has it
    audit.record(session, actor, "create" if item.id is None else "edit", item)
    session.flush()
    search.index(session, item.__tablename__, item.id, text)
    return item.id


@open_to_all(_WHY)
def drop(session: Session, actor: Actor, item: Record) -> bool:
    """Delete a record that nothing refers to; otherwise make it inactive, where it can be.

    True when it is gone, False when it is inactive now. Raises Refused "record.in_use" when it can be neither.
    """
    record_id = item.id
    try:
        with session.begin_nested():
            audit.record(session, actor, "delete", item)
            session.delete(item)
            session.flush()
            search.remove(session, item.__tablename__, record_id)
    except IntegrityError as error:
        if not hasattr(item, "active"):
            raise Refused("record.in_use") from error
    else:
        return True
    session.refresh(item)
    item.active = False
    audit.record(session, actor, "deactivate", item)
    session.flush()
    return False
