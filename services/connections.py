"""Connections: SQLite as it must be opened to lose nothing, PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

BUSY_SECONDS = 5
type Raw = Any  # the driver ships no types
DriverError: type[Exception] = driver.Error

_WRITER = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
)
_READER = ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON")


def connect(path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> Raw:
    """A raw SQLite connection to `path` in autocommit mode; a read-only one may still make TEMP tables."""
    where = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    raw = driver.connect(
        where,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=busy_seconds,
    )
    try:
        for pragma in _READER if read_only else _WRITER:
            raw.execute(pragma)
    except driver.Error:
        raw.close()
        raise
    return raw


def connect_plain(path: Path) -> Raw:
    """A raw SQLite connection as the driver makes it, for the ends of a backup."""
    return driver.connect(str(path), isolation_level=None, timeout=BUSY_SECONDS)


def snapshot_engine(path: Path) -> Engine:
    """Reads a file that nobody writes, without a lock or a log beside it."""
    where = f"{path.absolute().as_uri()}?immutable=1"
    return create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: driver.connect(where, uri=True, isolation_level=None, check_same_thread=False),
        poolclass=QueuePool,
        hide_parameters=True,  # names and amounts stay out of the log
    )


def sqlite_engine(path: Path, *, read_only: bool, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Transactions begin with BEGIN IMMEDIATE when they write, so that two writers never deadlock half-way."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, read_only=read_only, busy_seconds=busy_seconds),
        poolclass=QueuePool,
        hide_parameters=True,  # names and amounts stay out of the log
        pool_size=2,
        max_overflow=6,
        pool_use_lifo=True,
    )
    event.listen(engine, "begin", _begin("BEGIN" if read_only else "BEGIN IMMEDIATE"))
    return engine


def optimize(engine: Engine) -> None:
    """Let SQLite look at samples of what has grown, so that it finds the short way next time; never a reason to fail."""
    with suppress(driver.Error, SQLAlchemyError):
        raw = engine.raw_connection()
        try:
            # waits for nobody, reads at most 400 rows of an index: about a second at the first close with a million rows, a millisecond later
            for pragma in ("PRAGMA busy_timeout=0", "PRAGMA analysis_limit=400", "PRAGMA optimize"):
                raw.driver_connection.execute(pragma)  # type: ignore[union-attr]  # it has just been opened
        finally:
            raw.close()


def _begin(statement: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin


def postgres_engine(url: str) -> Engine:
    """The server decides races by conditional updates and row versions: its default isolation is enough."""
    name = url if "+" in url.split(":", 1)[0] else "postgresql+psycopg" + url[url.index(":") :]
    return create_engine(
        name,
        pool_size=2,
        max_overflow=6,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 10, "options": "-c lock_timeout=5000"},
    )
