"""The audit chain: every act a row, every row sealed over the one before, in the transaction of the change."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Any

from sqlalchemy import inspect, select, text
from sqlalchemy.orm import Session

from models.audit import AuditEntry
from models.base import Record
from services import audit_key, audit_names
from services.audit_sight import PAY, PRIVATE, SEE
from services.database import now
from services.permissions import Actor, Permission, check, open_to_all, requires
from services.progress import Progress

# a password never enters the chain; the rest says nothing a reader of the history would miss
_UNRECORDED = frozenset(
    {"id", "version", "created_at", "updated_at", "search_text", "password_hash", "basis"}
)
_ALL_SEE = tuple(permission for permission in Permission if permission.endswith(".see"))
_CHAIN_LOCK = 7_301_002
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One act for `append_many`."""

    at: datetime
    user_id: int | None
    user_name: str
    action: str
    record_kind: str
    record_id: int
    changes: dict[str, object]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One act in a record's history; `changes` maps a column to [before, after], or a note to its value.

    Where a column holds another record's id, its name stands in `changes`.
    """

    at: datetime
    user_name: str
    action: str
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verification:
    """How the chain was found: rows read, the first row that is not as it was written, and the chain's end."""

    count: int
    ok: bool
    first_bad_seq: int | None
    head_seq: int
    head_mac: str


@open_to_all("called inside services that were permitted to make the change")
def record(session: Session, actor: Actor, action: str, item: Record, **notes: object) -> None:
    """Write down what `actor` did to `item`; call it before the flush, so that the columns' old values are known.

    A new or deleted record is written with all its values. `notes` (plain values) are added to the changes.
    """
    record_all(session, actor, action, [item], notes=notes)


@open_to_all("called inside services that were permitted to make the change")
def record_all(
    session: Session,
    actor: Actor,
    action: str,
    items: Sequence[Record],
    *,
    notes: Mapping[str, object] | None = None,
    each: Sequence[Mapping[str, object]] = (),
) -> None:
    """As `record`, for the same act on many records: the chain is read once and written once.

    `notes` go with every item, `each` are further ones, a mapping an item.
    """
    fresh = [item for item in items if inspect(item).transient or inspect(item).pending]
    if fresh:
        session.add_all(fresh)
        session.flush()
    news = {id(item) for item in fresh}
    rows = []
    for item, own in zip(items, each or [{}] * len(items), strict=True):
        changes = _values(item) if id(item) in news or action == "delete" else _changes(item)
        changes |= {name: _plain(value) for name, value in (dict(notes or {}) | dict(own)).items()}
        rows.append(AuditRow(now(), actor.user_id, actor.name, action, item.__tablename__, item.id, changes))
    append_many(session, rows)


@open_to_all("called inside services that were permitted to make the change")
def append_many(session: Session, rows: Iterable[AuditRow]) -> None:
    """Append `rows` in their order to the chain, in this transaction."""
    key = audit_key.of(session.info["database"].folder)
    seq, mac = _head(session, for_update=True)
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        values = []
        for row in batch:
            seq += 1
            sealed = _sealed(seq, row)
            mac = _mac(key, mac, sealed)
            values.append((*sealed, mac))
        _insert(session, values)


def _insert(session: Session, values: list[tuple[Any, ...]]) -> None:
    names = ("seq", "at", "user_id", "user_name", "action", "record_kind", "record_id", "changes", "mac")
    columns, places = ", ".join(names), ", ".join(f":{name}" for name in names)
    statement = text(f"INSERT INTO audit_entry ({columns}) VALUES ({places})")  # noqa: S608 - our own names
    session.execute(statement, [dict(zip(names, row, strict=True)) for row in values])


def _sealed(seq: int, row: AuditRow) -> tuple[Any, ...]:
    at = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    changes = json.dumps(row.changes, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (seq, at, row.user_id, row.user_name, row.action, row.record_kind, row.record_id, changes)


def _mac(key: bytes, previous: str, sealed: Iterable[Any]) -> str:
    body = json.dumps([previous, *sealed], ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(key, body.encode(), hashlib.sha256).hex()


@open_to_all("a step of services that have checked")
def head(session: Session, *, for_update: bool = False) -> tuple[int, str]:
    """The number and the seal of the last act; `for_update` keeps every other act waiting until the commit."""
    return _head(session, for_update=for_update)


def _head(session: Session, *, for_update: bool = False) -> tuple[int, str]:
    if for_update and session.get_bind().dialect.name == "postgresql":
        session.execute(select(text(f"pg_advisory_xact_lock({_CHAIN_LOCK})")))
    last = select(AuditEntry.seq, AuditEntry.mac).order_by(AuditEntry.seq.desc()).limit(1)
    found = session.execute(last).first()
    return (found[0], found[1]) if found else (0, "")


def _changes(item: Record) -> dict[str, object]:
    state = inspect(item)
    changes: dict[str, object] = {}
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if column.key in _UNRECORDED or not history.has_changes():
            continue
        before = history.deleted[0] if history.deleted else None
        changes[column.key] = [_plain(before), _plain(history.added[0] if history.added else None)]
    return changes


def _values(item: Record) -> dict[str, object]:
    columns = [column.key for column in inspect(item).mapper.column_attrs if column.key not in _UNRECORDED]
    values = {name: getattr(item, name) for name in columns}
    return {name: _plain(value) for name, value in values.items() if value not in (None, "")}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(part) for part in value]
    return value


@requires(*_ALL_SEE)
def history(session: Session, actor: Actor, record_kind: str, record_id: int) -> list[HistoryRow]:
    """What was done to one record (`record_kind` is its table's name), newest first.

    Who may see the record may see its history; kinds of no register need "audit.see"; private ones their own
    permission and no other. Raises Refused "permission.denied".
    """
    if record_kind in PRIVATE:
        check(actor, PRIVATE[record_kind])
    else:
        check(actor, SEE.get(record_kind, Permission.AUDIT_SEE), Permission.AUDIT_SEE)
    of_record = (AuditEntry.record_kind == record_kind, AuditEntry.record_id == record_id)
    found = session.execute(
        select(AuditEntry.at, AuditEntry.user_name, AuditEntry.action, AuditEntry.changes)
        .where(*of_record)
        .order_by(AuditEntry.seq.desc()),
    ).all()
    seen = [(record_kind, without_pay(actor, record_kind, row.changes)) for row in found]
    worded = audit_names.in_words(session, seen)
    return [
        HistoryRow(row.at, row.user_name, row.action, changes)
        for row, changes in zip(found, worded, strict=True)
    ]


def without_pay(actor: Actor, record_kind: str, changes: dict[str, Any]) -> dict[str, Any]:
    """What an act changed, less the pay for who may not see it."""
    hidden = () if actor.can(Permission.PAYROLL_SEE) else PAY.get(record_kind, ())
    return {name: change for name, change in changes.items() if name not in hidden}


@open_to_all("tells whom to ask when two worked on the same record")
def last_by(session: Session, record_kind: str, record_id: int) -> str:
    """Who acted last on a record, "" when nobody did."""
    query = select(AuditEntry.user_name).where(
        AuditEntry.record_kind == record_kind, AuditEntry.record_id == record_id
    )
    return session.scalar(query.order_by(AuditEntry.seq.desc()).limit(1)) or ""


@requires(Permission.AUDIT_SEE)
def verify(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    progress: Progress | None = None,
) -> Verification:
    """Read the whole chain and recompute every seal; the first row that does not fit is named."""
    return verify_chain(session, audit_key.find(session.info["database"].folder) or b"", progress)


@open_to_all("the check before a backup runs without a user")
def verify_chain(session: Session, key: bytes, progress: Progress | None = None) -> Verification:
    """As `verify`, for the program itself, with the key it has."""
    count, mac, seq, bad = 0, "", 0, None
    rows = _head(session)[0]
    for row in _stored(session):
        if progress is not None and count % _BATCH == 0:
            progress.advance(count, max(rows, count))
        count += 1
        *sealed, stored = row
        mac = _mac(key, mac, sealed)
        if bad is None and (sealed[0] != seq + 1 or not hmac.compare_digest(mac, stored)):
            bad = sealed[0]
        seq, mac = sealed[0], stored
    return Verification(count, bad is None, bad, seq, mac)


def _stored(session: Session) -> Iterator[tuple[Any, ...]]:
    query = text(
        "SELECT seq, at, user_id, user_name, action, record_kind, record_id, changes, mac"
        " FROM audit_entry ORDER BY seq",
    )
    for part in session.execute(query, execution_options={"yield_per": _BATCH}).partitions():
        yield from (tuple(row) for row in part)
