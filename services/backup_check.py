"""Reading a backup back: whole, consistent, adding up, its history unbroken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from models import migrations
from services import audit, backup_files, connections, durable, integrity
from services.backup_files import Manifest
from services.errors import Refused


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a backup that can be trusted."""

    version: str
    rows: dict[str, int]
    head_seq: int
    head_mac: str
    problems: list[str]


def verified(backup: Path) -> Manifest:
    """The manifest of a backup that is still as it was made.

    Raises Refused "backup.missing", "backup.alone", "backup.unreadable", "backup.changed" (file),
    "backup.not_verified" (detail).
    """
    manifest = backup_files.read_manifest(backup)
    try:
        digest = durable.digest_of(backup)
    except OSError as error:
        raise Refused("backup.unreadable", file=backup.name) from error
    if digest != manifest.sha256:
        raise Refused("backup.changed", file=backup.name)
    read(backup, backup_files.kept_key(backup.parent, manifest.key))
    return manifest


def read(file: Path, key: bytes) -> Found:
    """Check the database `file`, its history with `key`; Refused "backup.not_verified" (detail) if it is torn.

    Sums that do not add up, and a history that was tampered with, are no reason to have no backup: their codes are
    noted. A backup of an older program is checked as a file only.
    """
    engine = connections.snapshot_engine(file)
    try:
        return _read(engine, key)
    except (SQLAlchemyError, connections.DriverError) as error:
        raise Refused("backup.not_verified", detail=str(getattr(error, "orig", error))) from error
    finally:
        engine.dispose()


def _read(engine: Engine, key: bytes) -> Found:
    with Session(engine) as session:
        torn = integrity.file_problems(session)
        if torn:
            raise Refused("backup.not_verified", detail=str(next(iter(torn[0].values.values()))))
        version = str(session.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
        rows = _rows(session)
        if version != migrations.known_versions()[-1]:
            return Found(version, rows, 0, "", [])
        chain = audit.verify_chain(session, key)
        problems = [problem.code for problem in integrity.sums(session)]
        return Found(
            version,
            rows,
            chain.head_seq,
            chain.head_mac,
            problems if chain.ok else [*problems, "integrity.history"],
        )


def _rows(session: Session) -> dict[str, int]:
    tables = inspect(session.connection()).get_table_names()
    names = [name for name in tables if "_search" not in name]
    return {name: session.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names}  # noqa: S608 - names from the file itself
