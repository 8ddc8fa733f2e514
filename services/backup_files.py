"""The files a backup consists of: the database's copy, its manifest, the key of its history, the attachments."""

from __future__ import annotations

import json
import os
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from services import audit_key, connections, durable
from services.errors import Refused

NAME = "opsdesk-%Y%m%d-%H%M%S-%f.db"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: when and why it was made, its digest, its rows, the end of its history.

    `head_seq` and `head_mac` show later whether the tail of a history was cut off; `key` names the key that seals
    it. `problems` are codes of what did not add up in the data; the file itself was whole.
    """

    made_at: str
    reason: str
    version: str
    sha256: str
    size: int
    rows: dict[str, int]
    head_seq: int
    head_mac: str
    key: str
    problems: list[str] = field(default_factory=list)


def manifest_path(backup: Path) -> Path:
    """The manifest beside a backup."""
    return backup.with_suffix(".json")


def write_manifest(backup: Path, manifest: Manifest) -> None:
    """Describe `backup`, in a file that is there whole or not at all."""
    with durable.written(manifest_path(backup)) as part:
        part.write_text(json.dumps(asdict(manifest), indent=1, sort_keys=True), encoding="utf-8")


def read_manifest(backup: Path) -> Manifest:
    """The description of `backup`.

    Raises Refused "backup.missing" (there is no such file), "backup.alone" (a database without what belongs to it),
    "backup.unreadable" (no backup of ours), each with file.
    """
    if not backup.exists():
        raise Refused("backup.missing", file=str(backup))
    try:
        return Manifest(**json.loads(manifest_path(backup).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        alone = _is_database(backup)
        raise Refused("backup.alone" if alone else "backup.unreadable", file=backup.name) from error
    except (OSError, ValueError, TypeError) as error:
        raise Refused("backup.unreadable", file=backup.name) from error


def all_in(folder: Path) -> list[tuple[datetime, Path]]:
    """Every backup in `folder` with the moment it was made (aware, UTC), newest first."""
    found = []
    for path in folder.glob("opsdesk-*.db"):
        try:
            found.append((datetime.strptime(path.name, NAME).replace(tzinfo=UTC), path))
        except ValueError:  # somebody's own file
            continue
    return sorted(found, reverse=True)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a database that may be in use into a new file: one step of the backup API sees one moment of it."""
    with (
        closing(connections.connect(source, read_only=True)) as origin,
        closing(_plain(target)) as destination,
    ):
        origin.backup(destination)
        destination.execute("PRAGMA journal_mode=DELETE")  # one file, no log beside it


def copy_over(source: Path, target: Path) -> None:
    """Replace the content of the database `target` in one transaction: killed half-way, it is what it was."""
    with closing(connections.connect(target)) as destination, closing(_plain(source)) as origin:
        origin.backup(destination)


def mirror_attachments(source: Path, target: Path) -> None:
    """Have every attachment below `source` below `target` too, each once."""
    root = source / "attachments"
    for path in root.rglob("*"):
        if path.is_file() and path.suffix != ".part":
            durable.mirror(path, target / "attachments" / path.relative_to(root))


def keep_key(source: Path, folder: Path) -> str:
    """Keep the key of the data folder `source` with the backups in `folder`; returns its name, "" without one."""
    key = audit_key.find(source)
    if key is None:
        return ""
    name = audit_key.name_of(key)
    kept = folder / "keys" / f"{name}.key"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        audit_key.write(kept, key)
    return name


def kept_key(folder: Path, name: str) -> bytes:
    """The key of that name with the backups in `folder`; empty if it is lost."""
    path = folder / "keys" / f"{name}.key"
    return bytes.fromhex(path.read_text(encoding="ascii")) if name and path.exists() else b""


def restored_at(folder: Path) -> Path:
    """The file that holds the moment of the last restore of the data folder."""
    return folder / "keys" / "restored-at"


def refuse_alone(backup: Path, manifest: Manifest, home: Path) -> None:
    """Refuse with "backup.alone" (file) a backup copied without its key or attachments, unless `home` has them."""
    at_home = audit_key.find(home)
    known = at_home is not None and audit_key.name_of(at_home) == manifest.key
    key_lost = manifest.key and not known and not kept_key(backup.parent, manifest.key)
    folders = (backup.parent / "attachments", home / "attachments")
    files_lost = manifest.rows.get("attachment") and not any(folder.is_dir() for folder in folders)
    if key_lost or files_lost:
        raise Refused("backup.alone", file=backup.name)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def _plain(path: Path) -> connections.Raw:
    if os.name == "posix":
        path.touch(mode=0o600)
    return connections.connect_plain(path)
