"""Restoring a backup: verified first, the database that was there kept aside, the change itself one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from services import audit_key, backup_check, backup_files, connections, durable
from services.backup_files import Manifest
from services.database_errors import refused
from services.database_lock import WriterLock
from services.database_place import file_in, refuse_unsafe
from services.errors import Refused


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the database lies now, and where the one that was there before is kept."""

    path: Path
    kept_aside: Path | None


def restore(backup: Path, into_folder: Path) -> Restored:
    """Put a verified backup in place of the database in `into_folder`; the old one is kept aside whole.

    Nobody may have that database open. Raises Refused "backup.missing", "backup.alone", "backup.unreadable",
    "backup.changed" (file), "backup.not_verified" (detail), "database.in_use" (holder), "database.full", "database.read_only",
    "database.cloud_folder", "database.network_folder", "database.cannot_open" (folder), "database.unknown_scheme",
    "database.other_file".
    """
    manifest = backup_check.verified(backup)
    target = file_in(into_folder)
    refuse_unsafe(target.parent)
    backup_files.refuse_alone(backup, manifest, target.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = WriterLock.take(target.with_suffix(".lock"))
        try:
            return _put(backup, manifest, target)
        finally:
            lock.release()
    except (OSError, connections.DriverError) as error:
        raise refused(error) or Refused("database.cannot_open", folder=str(target.parent)) from error


def _put(backup: Path, manifest: Manifest, target: Path) -> Restored:
    kept = _keep_aside(target) if target.exists() else None
    backup_files.mirror_attachments(backup.parent, target.parent)
    if target.exists():
        backup_files.copy_over(backup, target)
    else:
        with durable.written(target) as part:
            backup_files.copy_whole(backup, part)
    key = backup_files.kept_key(backup.parent, manifest.key)
    if key:
        path = audit_key.path_in(target.parent)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        audit_key.write(path, key)
    _note_moment(target.parent)
    return Restored(target, kept)


def _keep_aside(target: Path) -> Path:
    """Copy the database that is there, and its key, into a folder named after the moment; a torn one is moved."""
    aside = target.parent / datetime.now(UTC).strftime("before-restore-%Y%m%d-%H%M%S-%f")
    aside.mkdir()
    backup_files.keep_key(target.parent, aside)
    try:
        backup_files.copy_whole(target, aside / target.name)
    except connections.DriverError:
        for name in (target.name, f"{target.name}-wal", f"{target.name}-shm"):
            if target.with_name(name).exists():
                target.with_name(name).replace(aside / name)
    return aside / target.name


def _note_moment(folder: Path) -> None:
    """Remember when: backups made before that moment may hold a longer history (services/integrity.py)."""
    path = backup_files.restored_at(folder)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with durable.written(path) as part:
        part.write_text(datetime.now(UTC).isoformat(timespec="microseconds"), encoding="ascii")
