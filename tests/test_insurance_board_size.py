"""The board of what is missing asks the database no more for many people than for one."""

from __future__ import annotations

from datetime import date

from sqlalchemy import event

from services import insurance_board
from services.database import Database
from tests.insurance import TODAY, House, house


def asked(home: House) -> int:
    """How many statements the board sends."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        sent.append(statement)

    with home.database.read() as session:
        engine = session.connection().engine
        event.listen(engine, "before_cursor_execute", note)
        insurance_board.board(session, home.hr, TODAY)
        event.remove(engine, "before_cursor_execute", note)
    return len(sent)


def test_a_hundred_people_of_long_ago_cost_no_more_statements_than_one(database: Database) -> None:
    home = house(database)
    home.person("老周", hired_on=date(2016, 11, 1))
    one = asked(home)
    assert one > 5
    for number in range(100):
        home.person(f"新人{number}", hired_on=date(2016, 11, 1))
    assert asked(home) == one
    with home.database.read() as session:
        found = insurance_board.board(session, home.hr, TODAY).rows
    assert len({row.fee for row in found}) == 1
    assert found[0].fee > 0
