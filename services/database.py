"""The database: opened, upgraded, written and read in transactions that leave nothing half done."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, UOWTransaction

from models.base import Record
from services import connections, database_errors, database_place
from services.connections import DriverError
from services.database_lock import WriterLock
from services.database_place import FILE_NAME
from services.errors import Refused
from services.permissions import open_to_all

__all__ = ["FILE_NAME", "Database", "Session", "at_moment", "now", "once"]

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """This moment, aware, in UTC; inside `at_moment` the one that is told there."""
    return _moment.get() or datetime.now(UTC)


@contextmanager
def at_moment(moment: datetime) -> Iterator[None]:
    """Let what is done in this block have happened at `moment`, never later than it is: for the sample only."""
    token = _moment.set(min(moment.astimezone(UTC), datetime.now(UTC)))
    try:
        yield
    finally:
        _moment.reset(token)


class Database:
    """One open database and the folder of its attachments, backups, keys and logs."""

    def __init__(self, folder: Path, writer: Engine, reader: Engine, place: str) -> None:
        self.folder = folder
        self.writer = writer
        self.reader = reader
        self.place = place
        self._lock: WriterLock | None = None

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        exclusive: bool = True,
        folder: Path | None = None,
        busy_seconds: float = connections.BUSY_SECONDS,
    ) -> Database:
        """Open and upgrade a folder, a `.db` file, or a `postgresql://` URL.

        `exclusive=False` opens beside another process, for reading and for the console. `folder` says where the
        attachments and keys of a PostgreSQL database lie (PCs that share it share this folder too).

        Raises Refused "database.in_use", "database.newer", "database.cloud_folder", "database.network_folder",
        "database.read_only", "database.cannot_open", "database.damaged", "database.not_a_database",
        "database.unreachable", "database.full", "database.unknown_scheme", "database.other_file".
        """
        with _refusals():
            if database_place.on_server(where):
                database = cls._postgres(str(where), folder)
            else:
                database = cls._sqlite(database_place.file_in(where), busy_seconds)
            try:
                database._prepare(exclusive=exclusive)  # noqa: SLF001 - our own
            except BaseException:
                database.close()
                raise
            return database

    def _prepare(self, *, exclusive: bool) -> None:
        from services import migrate

        if self.is_sqlite:
            if exclusive:
                self._lock = WriterLock.take(self.file.with_suffix(".lock"))
            if self.file.exists() and self.file.stat().st_size == 0 and (self.folder / "backups").exists():
                raise Refused("database.damaged")  # emptied, not new: there were backups of it
        migrate.upgrade(self)

    @classmethod
    def _sqlite(cls, file: Path, busy_seconds: float) -> Database:
        database_place.refuse_unsafe(file.parent)
        _make_folder(file.parent)
        writer = connections.sqlite_engine(file, read_only=False, busy_seconds=busy_seconds)
        reader = connections.sqlite_engine(file, read_only=True, busy_seconds=busy_seconds)
        database = cls(file.parent, writer, reader, str(file))
        database._file = file
        return database

    @classmethod
    def _postgres(cls, url: str, folder: Path | None) -> Database:
        shown = make_url(url).render_as_string(hide_password=True)
        home = folder or _server_folder(shown)
        _make_folder(home)
        engine = connections.postgres_engine(url)
        one_moment = engine.execution_options(isolation_level="REPEATABLE READ")
        database = cls(home, engine, one_moment, shown)
        database.url = url
        return database

    _file: Path | None = None
    url: str = ""  # of a server, with its password: never shown

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file here rather than a server."""
        return self._file is not None

    @property
    def file(self) -> Path:
        """The SQLite file."""
        assert self._file is not None, "a server has no file"
        return self._file

    def close(self) -> None:
        """Close every connection and let the next process write."""
        if self.is_sqlite and self._lock is not None:
            connections.optimize(self.writer)
        self.writer.dispose()
        self.reader.dispose()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that changes: committed at the end, rolled back on any error.

        Raises what the body raises; errors of the database that a user can mend come as Refused:
        "record.stale", "record.duplicate", "record.in_use", "record.not_allowed", "database.busy",
        "database.full", "database.read_only", "database.disk_error", "database.damaged",
        "database.unreachable", or the code of the guard in the database that said no.
        """
        with _refusals(), Session(self.writer, expire_on_commit=False) as session, session.begin():
            session.info["database"] = self
            session.connection()  # take the lock now, not in the middle of the work
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One transaction that sees one moment and cannot change it (TEMP tables are allowed)."""
        with (
            _refusals(),
            Session(self.reader, expire_on_commit=False, autoflush=False) as session,
            session.begin(),
        ):
            session.info["database"] = self
            session.info["read_only"] = True
            yield session


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, DriverError, OSError) as error:
        refusal = database_errors.refused(error)
        if refusal is None:
            raise
        raise refusal from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("database.cannot_open", folder=str(folder)) from error


def _server_folder(shown: str) -> Path:
    digest = hashlib.sha256(shown.encode()).hexdigest()[:12]
    name = re.sub(r"\W+", "-", shown.rsplit("/", 1)[-1])
    return database_place.default_place() / f"server-{name}-{digest}"


@event.listens_for(Session, "before_flush")
def _stamp(session: Session, _context: UOWTransaction, _objects: object) -> None:
    if session.info.get("read_only"):
        raise RuntimeError("a reading session changes nothing")
    moment = now()
    for record in session.new:
        if isinstance(record, Record):
            record.created_at = record.created_at or moment
            record.updated_at = moment
    for record in session.dirty:
        if isinstance(record, Record) and session.is_modified(record):
            record.updated_at = moment


@open_to_all("writes nothing but the command's own id")
def once(session: Session, command_id: str) -> bool:
    """Remember `command_id`; False when it was already carried out, so that a repeated click is one act."""
    statement = text("INSERT INTO command_done (command_id, at) VALUES (:id, :at) ON CONFLICT DO NOTHING")
    done = session.execute(statement, {"id": command_id, "at": now().isoformat(timespec="microseconds")})
    return bool(done.rowcount)  # type: ignore[attr-defined]  # a CursorResult, typed as its base
