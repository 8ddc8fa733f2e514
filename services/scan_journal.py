"""Scans on their way 扫描日志: on the disk before the next one is read, and taken up at the next start if the program died."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from services.database import Session
from services.database_lock import WriterLock
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.stock_take_scans import Scan, add

FOLDER = "scans"
_LEFT = ".left"


class Journal:
    """The scans of one window that are not in the database yet, a line each; other programs leave it alone.

    A line goes to the operating system in one write: it outlives the program, whatever ends it.
    """

    def __init__(self, folder: Path, take_id: int, origin: str, by: str) -> None:
        self._path = folder / FOLDER / f"{take_id}-{origin.replace(':', '-')}.jsonl"
        self._head = {"take": take_id, "origin": origin, "by": by}
        self._file = -1
        self._lock: WriterLock | None = None

    def keep(self, scan: Scan) -> None:
        """Keep a scan; OSError when the disk takes nothing."""
        if self._file < 0:
            self._open()
        line = {
            **self._head, "seq": scan.seq, "text": scan.text, "place": scan.place,
            "at": scan.at.isoformat() if scan.at else None,
        }  # fmt: skip
        os.write(self._file, json.dumps(line, ensure_ascii=False).encode() + b"\n")

    def clear(self) -> None:
        """All of them are in the database."""
        if self._file >= 0:
            os.ftruncate(self._file, 0)

    def close(self) -> None:
        """Nothing of it is needed any more."""
        if self._file < 0:
            return
        os.close(self._file)
        self._file = -1
        if self._lock is not None:
            self._lock.release()
        _remove(self._path)

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = WriterLock.take(self._path.with_suffix(".lock"))
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """How many scans were counted; those that could not be, with why; the journals that are done with."""

    counted: int = 0
    left: tuple[str, ...] = ()
    why: Refused | None = None
    done: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()


@requires(Permission.ASSET_EDIT)
def take_up(session: Session, actor: Actor) -> TakenUp:
    """Count what programs that died had read, each scan once; `forget` the journals when that is committed.

    What cannot be counted any more, as the stock-take is closed, is left in its file and told.
    """
    counted, left, why = 0, [], None
    done, kept = [], []
    for path in _journals(session.info["database"].folder):
        rows = list(_rows(path))
        try:
            with session.begin_nested():
                counted += _count(session, actor, rows)
            done.append(path)
        except Refused as refused:
            left += [str(row["text"]) for row in rows]
            kept.append(path)
            why = refused
    return TakenUp(counted, tuple(left), why, tuple(done), tuple(kept))


def forget(taken: TakenUp) -> None:
    """Remove the journals that were taken up; put those aside that cannot be, so that they are told once."""
    for path in taken.done:
        _remove(path)
    for path in taken.kept:
        with suppress(OSError):
            path.replace(path.with_suffix(_LEFT))
        _remove(path)


def _count(session: Session, actor: Actor, rows: Sequence[dict[str, Any]]) -> int:
    if not rows:
        return 0
    scans = [
        Scan(
            row["seq"], row["text"], row["place"],
            datetime.fromisoformat(row["at"]) if row["at"] else None, by=row["by"],
        )
        for row in rows
    ]  # fmt: skip
    results = add(session, actor, rows[0]["take"], rows[0]["origin"], scans)
    return sum(not one.known for one in results)


def _journals(folder: Path) -> Iterator[Path]:
    """Those that no living program writes to."""
    for path in sorted((folder / FOLDER).glob("*.jsonl")):
        try:
            WriterLock.take(path.with_suffix(".lock")).release()
        except (Refused, OSError):
            continue
        yield path


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The scans in it; a line that was cut off is none: it was never read to its end."""
    for line in path.read_bytes().splitlines():
        with suppress(ValueError):
            yield json.loads(line)


def _remove(path: Path) -> None:
    for one in (path, path.with_suffix(".lock")):
        with suppress(OSError):
            one.unlink(missing_ok=True)
