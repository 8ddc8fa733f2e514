"""What the database says, turned into what a user can do about it."""

from __future__ import annotations

import errno
import re

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from services.errors import Refused

# the driver tells these apart by message only; PostgreSQL's SQLSTATE class stands beside
_BY_MESSAGE = (
    ("database or disk is full", "database.full"),
    ("no space left", "database.full"),
    ("database is locked", "database.busy"),
    ("database table is locked", "database.busy"),
    ("readonly database", "database.read_only"),
    ("read-only", "database.read_only"),
    ("unable to open database file", "database.cannot_open"),
    ("malformed", "database.damaged"),
    ("file is not a database", "database.not_a_database"),
    ("disk i/o error", "database.disk_error"),
    ("file too large", "database.full"),
)
_BY_SQLSTATE = {
    "08": "database.unreachable",
    "57": "database.unreachable",
    "53": "database.full",
    "55": "database.busy",
    "40": "database.busy",
    "28": "database.cannot_open",
    "3D": "database.cannot_open",
}
_BY_ERRNO = {
    errno.EACCES: "database.read_only",
    errno.EPERM: "database.read_only",
    errno.EROFS: "database.read_only",
    errno.ENOSPC: "database.full",
    errno.EFBIG: "database.full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "database.full",
}
_GUARD = re.compile(r"refused:([a-z_]+\.[a-z_]+)")
_UNIQUE = re.compile(r"UNIQUE constraint failed: \w+\.(\w+)")
_UNIQUE_POSTGRES = re.compile(r"Key \(([^)]+)\)=")
_CHECK = re.compile(r"CHECK constraint failed: (\w+)|check constraint \"(\w+)\"")


def refused(error: BaseException) -> Refused | None:
    """The refusal that `error` of the database amounts to; None when it is a bug of ours."""
    if isinstance(error, StaleDataError):
        return Refused("record.stale")
    if isinstance(error, OSError):
        code = _BY_ERRNO.get(error.errno or 0)
        return Refused(code) if code else None
    message = str(getattr(error, "orig", None) or error)
    guard = _GUARD.search(message)
    if guard is not None:
        return Refused(guard[1])
    if isinstance(error, IntegrityError):
        return _integrity(message)
    return _world(message, getattr(error, "orig", None), lost=_lost(error))


def _lost(error: BaseException) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _integrity(message: str) -> Refused | None:
    lowered = message.lower()
    if "foreign key" in lowered:
        return Refused("record.in_use")
    if "unique" in lowered:
        found = _UNIQUE.search(message) or _UNIQUE_POSTGRES.search(message)
        field = found[1] if found else None
        return Refused("record.duplicate", field=field, column=field or "")
    check = _CHECK.search(message)
    if check is not None:
        return Refused("record.not_allowed", rule=check[1] or check[2])
    return None


def _world(message: str, original: object, *, lost: bool) -> Refused | None:
    lowered = message.lower()
    for part, code in _BY_MESSAGE:
        if part in lowered:
            return Refused(code)
    state = getattr(original, "sqlstate", None) or ""
    code_by_state = _BY_SQLSTATE.get(state[:2])
    if code_by_state is None and (lost or "connection" in lowered):
        code_by_state = "database.unreachable"
    return Refused(code_by_state) if code_by_state else None
