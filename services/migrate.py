"""Upgrading a database: a verified backup, then every step in one transaction, checked before it is committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from models import migrations
from services import upgrades
from services.errors import Refused

if TYPE_CHECKING:
    from services.database import Database

_ADVISORY_LOCK = 7_301_001


def version_of(connection: Connection) -> str | None:
    """The step the database stands at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(database: Database) -> None:
    """Bring `database` to today's tables.

    Raises Refused "database.newer" (version, known) if a newer program wrote it, "database.foreign" if it is some
    other program's, "database.upgrade_failed" (tables) if a step lost rows.
    A file that holds data is backed up and the backup verified first. Killed at any moment, the file is as it
    was before or as it is after, never between.
    """
    with database.writer.connect() as connection:
        current = version_of(connection)
        foreign = current is None and bool(inspect(connection).get_table_names())
    if foreign:
        raise Refused("database.foreign")
    known = migrations.known_versions()
    if current == known[-1]:
        return
    if current is not None and current not in known:
        raise Refused("database.newer", version=current, known=known[-1])
    if current is not None and database.is_sqlite:
        from services import backups

        backups.make(database, reason="migration")
    _run(database)


def _run(database: Database) -> None:
    with database.writer.connect() as connection:
        if database.is_sqlite:
            # a rebuilt table must not take the rows that refer to it along; checked below instead
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # it has just been opened
        try:
            with connection.begin():
                if not database.is_sqlite:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
                before = _counts(connection)
                current = version_of(connection)
                _steps(connection)
                _check(connection, before)  # the steps lose nothing; what is filled in afterwards adds rows
                if current is not None:
                    later = (step for step in migrations.known_versions() if step > current)
                    upgrades.fill(database, connection, later)
                    _check(connection, {})
        finally:
            connection.invalidate()


def _steps(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations.FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _counts(connection: Connection) -> dict[str, int]:
    if version_of(connection) is None:
        return {}
    tables = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: _count(connection, name) for name in tables if "_search" not in name}


def _count(connection: Connection, table: str) -> int:
    rows: int = connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one()  # noqa: S608 - our own names
    return rows


def _check(connection: Connection, before: dict[str, int]) -> None:
    tables = set(inspect(connection).get_table_names())
    lost = [name for name, rows in before.items() if name in tables and _count(connection, name) != rows]
    broken = (
        connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first()
    )
    if lost or broken:
        raise Refused("database.upgrade_failed", tables=", ".join(lost) or "foreign keys")
