"""One writing process for each SQLite file, held by a lock of the operating system."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from pathlib import Path

from services.errors import Refused

# locked far behind the text, so that on Windows the second process can still read who holds it
_FAR = 1 << 30
_LONGEST = 1_000


class WriterLock:
    """Held from `take` until `release` or the end of the process, however it ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> WriterLock:
        """Lock `path`; Refused "database.in_use" names the holder (user, host, process) if it is taken."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            holder = _read_holder(descriptor)
            os.close(descriptor)
            raise Refused("database.in_use", holder=holder) from None
        _write_holder(descriptor)
        return cls(descriptor)

    def release(self) -> None:
        """Let the next process in."""
        os.close(self._descriptor)


def _write_holder(descriptor: int) -> None:
    try:
        user = getpass.getuser()
    except OSError:
        user = "?"
    holder = json.dumps({"user": user, "host": socket.gethostname(), "process": os.getpid()})
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, holder.encode())


def _read_holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        holder = json.loads(os.read(descriptor, _LONGEST))
        return f"{holder['user']}@{holder['host']} ({holder['process']})"
    except (ValueError, KeyError, OSError):
        return "?"


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
