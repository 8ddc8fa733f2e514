"""Files that are on the disk when we say so: written aside, synced, renamed, the folder synced."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BLOCK = 1 << 20


def place(root: Path, sha256: str) -> Path:
    """Where the bytes of that digest lie: `ab/ab…`."""
    return root / sha256[:2] / sha256


def keep(source: Path, root: Path) -> tuple[str, int]:
    """Copy `source` to its place below `root`; returns (SHA-256 in hex, bytes). The same bytes are kept once."""
    root.mkdir(parents=True, exist_ok=True)
    part = root / f"{secrets.token_hex(8)}.part"
    digest, size = hashlib.sha256(), 0
    try:
        with source.open("rb") as incoming, part.open("xb") as copy:
            while block := incoming.read(_BLOCK):
                digest.update(block)
                size += len(block)
                copy.write(block)
            sync(copy.fileno())
        target = place(root, digest.hexdigest())
        if not _holds(target, size):
            _into_place(part, target)
    finally:
        part.unlink(missing_ok=True)
    return digest.hexdigest(), size


def keep_bytes(content: bytes, root: Path) -> str:
    """Put `content` in its place below `root`; returns its SHA-256 in hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    target = place(root, sha256)
    if not _holds(target, len(content)):
        target.parent.mkdir(parents=True, exist_ok=True)
        with written(target) as part:
            part.write_bytes(content)
    return sha256


def _holds(target: Path, size: int) -> bool:
    return target.is_file() and target.stat().st_size == size


def _into_place(part: Path, target: Path) -> None:
    if not target.parent.is_dir():
        target.parent.mkdir(exist_ok=True)
        sync_folder(target.parent.parent)
    part.replace(target)
    sync_folder(target.parent)


@contextmanager
def written(target: Path) -> Iterator[Path]:
    """A file beside `target` to write; in its place, whole and synced, when the body ends well, else gone."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        yield part
        with part.open("rb+") as file:
            sync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def sync(descriptor: int) -> None:
    """Wait until the file is on the disk."""
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk (Windows does so by itself and knows no such call)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def mirror(source: Path, target: Path) -> None:
    """Make `target` hold the bytes of `source`: a link if the disk can, a synced copy if not."""
    if _holds(target, source.stat().st_size):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        with written(target) as part:
            shutil.copyfile(source, part)


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
