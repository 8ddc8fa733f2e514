"""The board of what is missing asks the database no more for many people than for one."""

from __future__ import annotations

from datetime import date

from services import insurance_board
from services.database import Database
from tests.insurance import TODAY, House, house
from tests.statements import statements


def asked(home: House) -> int:
    """How many statements the board sends."""
    return statements(home.database, lambda session: insurance_board.board(session, home.hr, TODAY))


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
