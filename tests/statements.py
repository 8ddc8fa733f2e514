"""How many statements a piece of work sends to the database: what grows with the rows shows here, on any machine."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event

from services.database import Database, Session


def statements(database: Database, work: Callable[[Session], object]) -> int:
    """The number of statements that reading `work` sends."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        sent.append(statement)

    with database.read() as session:
        engine = session.connection().engine
        event.listen(engine, "before_cursor_execute", note)
        work(session)
        event.remove(engine, "before_cursor_execute", note)
    return len(sent)
