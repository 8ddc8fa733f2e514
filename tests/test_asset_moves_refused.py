"""Moves that say nothing, and things for people who are no longer here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.fixed_asset import MovementKind
from models.people import Employee
from tests.assets import Stock, stocked
from tests.conftest import TODAY
from tests.test_asset_moves import OTHER, WHO, move, refused

DAY = timedelta(days=1)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def test_what_moves_nowhere_leaves_no_slip(stock):
    card = stock.card(employee_id=WHO, place_id=stock.places["305室"])
    place = stock.places["305室"]
    for given in ({"employee_id": WHO}, {"place_id": place}, {"employee_id": WHO, "place_id": place}):
        assert refused(stock, MovementKind.TRANSFER, card, **given) == ("asset.same_place", None)
    assert move(stock, MovementKind.TRANSFER, card, place_id=stock.places["主楼"])


@pytest.mark.parametrize("kind", [MovementKind.ISSUE, MovementKind.TRANSFER, MovementKind.LEND])
def test_nothing_is_given_to_somebody_who_has_left(stock, kind):
    card = stock.card(**({"start_on": None} if kind is MovementKind.ISSUE else {"employee_id": WHO}))
    with stock.database.write() as session:
        session.get_one(Employee, OTHER).left_on = TODAY - DAY
    due = TODAY + DAY if kind is MovementKind.LEND else None
    assert refused(stock, kind, card, employee_id=OTHER, due_on=due) == ("asset.has_left", "employee_id")
    on_day = TODAY - DAY
    move(stock, kind, card, employee_id=OTHER, due_on=due, on_day=on_day)
    assert stock.look(card).employee_id == OTHER, "on their last day they were here"
