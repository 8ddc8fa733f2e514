"""Backups: taken through SQLite's own way, read back and checked before they count, restored the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.audit import AuditEntry
from services import backup_check, backup_files, connections, durable
from services.backup_files import Manifest
from services.backup_restore import Restored, restore
from services.backup_retention import prune
from services.database_errors import refused
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires

if TYPE_CHECKING:
    from services.database import Database

__all__ = [
    "BackupMade",
    "Manifest",
    "Restored",
    "is_due",
    "last",
    "make",
    "make_now",
    "prune",
    "restore",
    "verify",
]


@dataclass(frozen=True, slots=True)
class BackupMade:
    """Where a verified backup lies."""

    path: Path
    manifest: Manifest


def make(database: Database, folder: Path | None = None, *, reason: str = "asked") -> BackupMade:
    """Back up a SQLite database while it is in use, into `folder` (default: `backups` beside it).

    The copy is taken in one step, checked (file, references, sums, history), described in a manifest beside it,
    synced and renamed. Attachments and the key of the history go along, each once.

    Raises Refused "backup.server" (a server is backed up with its own tools), "backup.not_verified" (detail),
    "database.full", "database.read_only", "database.cannot_open" (folder).
    """
    if not database.is_sqlite:
        raise Refused("backup.server")
    into = folder or database.folder / "backups"
    try:
        into.mkdir(parents=True, exist_ok=True)
        return _take(database, into, reason)
    except (OSError, connections.DriverError) as error:
        raise refused(error) or Refused("database.cannot_open", folder=str(into)) from error


def _take(database: Database, folder: Path, reason: str) -> BackupMade:
    moment = datetime.now(UTC)
    target = folder / moment.strftime(backup_files.NAME)
    with durable.written(target) as part:
        backup_files.copy_whole(database.file, part)
        backup_files.mirror_attachments(database.folder, folder)  # after the rows that name them
        key = backup_files.keep_key(database.folder, folder)
        manifest = _described(part, folder, key, moment, reason)
        backup_files.write_manifest(target, manifest)
    return BackupMade(target, manifest)


def _described(part: Path, folder: Path, key: str, moment: datetime, reason: str) -> Manifest:
    found = backup_check.read(part, backup_files.kept_key(folder, key))
    return Manifest(
        made_at=moment.isoformat(timespec="microseconds"),
        reason=reason,
        version=found.version,
        sha256=durable.digest_of(part),
        size=part.stat().st_size,
        rows=found.rows,
        head_seq=found.head_seq,
        head_mac=found.head_mac,
        key=key,
        problems=found.problems,
    )


@requires(Permission.BACKUP_MAKE)
def make_now(session: Session, actor: Actor, folder: Path | None = None) -> BackupMade:  # noqa: ARG001 - the permission needs it
    """Back up because a user asks for it, what others have committed so far; raises what `make` raises."""
    return make(session.info["database"], folder)


@open_to_all("whether a backup is due is no secret")
def is_due(session: Session) -> bool:
    """Whether anything was done since the newest backup beside the database; a server never is."""
    database: Database = session.info["database"]
    if not database.is_sqlite:
        return False
    done = session.scalar(select(func.max(AuditEntry.seq))) or 0
    newest = backup_files.all_in(database.folder / "backups")
    return bool(done) and (not newest or backup_files.read_manifest(newest[0][1]).head_seq != done)


def verify(backup: Path) -> Manifest:
    """Read a backup again: its digest against the manifest, and everything `make` checked.

    Raises Refused "backup.unreadable" (file; no such file, or no backup of ours), "backup.changed" (file; not the
    bytes that were written), "backup.not_verified" (detail).
    """
    return backup_check.verified(backup)


def last(folder: Path) -> datetime | None:
    """When the newest backup in `folder` was made (aware, UTC); None if there is none."""
    backups = backup_files.all_in(folder)
    return backups[0][0] if backups else None
