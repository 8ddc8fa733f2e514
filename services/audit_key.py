"""The key of the audit chain, kept beside the database and never in it."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path


@cache
def of(folder: Path) -> bytes:
    """The key of the database in `folder`; made at first use, readable by its owner only."""
    path = folder / "keys" / "audit.key"
    if not path.exists():
        _make(path)
    return bytes.fromhex(path.read_text(encoding="ascii"))


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)  # fails if another process was first: its key counts
        part.unlink()
    except FileExistsError:
        part.unlink()
    except OSError:  # a file system without links
        part.replace(path)
