"""The key of the audit chain, kept beside the database and never in it."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from services import durable


def path_in(folder: Path) -> Path:
    """Where the key of the data folder lies."""
    return folder / "keys" / "audit.key"


def find(folder: Path) -> bytes | None:
    """The key of the data folder, if it has one."""
    try:
        return bytes.fromhex(path_in(folder).read_text(encoding="ascii"))
    except FileNotFoundError:
        return None


def of(folder: Path) -> bytes:
    """The key of the data folder; made at first use, readable by its owner only."""
    key = find(folder)
    if key is not None:
        return key
    path_in(folder).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write(path_in(folder), secrets.token_bytes(32), replace=False)
    return bytes.fromhex(path_in(folder).read_text(encoding="ascii"))


def write(path: Path, key: bytes, *, replace: bool = True) -> None:
    """Write a key so that it is there whole; with `replace=False` the key of a process that was first stays."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.hex())
        file.flush()
        durable.sync(file.fileno())
    if replace or not _linked(part, path):
        part.replace(path)
    part.unlink(missing_ok=True)
    durable.sync_folder(path.parent)


def _linked(part: Path, path: Path) -> bool:
    try:
        os.link(part, path)
    except FileExistsError:
        return True
    except OSError:  # a file system without links
        return False
    return True


def name_of(key: bytes) -> str:
    """What a key is called without telling it."""
    return hashlib.sha256(key).hexdigest()[:16]
