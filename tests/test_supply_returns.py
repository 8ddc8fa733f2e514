"""What is handed back: whose it was, at what cost, on which day; what a slip's day may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.people import Department, Employee
from services import supplies, supply_costs, supply_movements
from services.errors import Refused
from services.statistics_terms import Span
from services.supply_costs import CostBy
from tests.conftest import TODAY
from tests.shelf import CLERK, COUNT, ISSUE, PAPER, RECEIVE, RETURN, TRANSFER, Shelf, line, shelved

DAY = timedelta(days=1)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def costs(shelf: Shelf, by: CostBy = CostBy.DEPARTMENT) -> dict[object, Decimal]:
    with shelf.database.read() as session:
        found = supply_costs.costs(session, CLERK, by, Span(TODAY - 99 * DAY, TODAY))
    return {row.key: row.amount for row in found.rows}


def moved_to(shelf: Shelf, person: int) -> int:
    with shelf.database.write() as session:
        other = Department(code="91", name="测绘部")
        session.add(other)
        session.flush()
        session.get_one(Employee, person).department_id = other.id
        return other.id


def test_nothing_comes_back_twice(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("100", "1000.00"))
    shelf.book(ISSUE, line("5"), employee_id=2)
    assert shelf.refused(RETURN, line("5"), department_id=1) == ("supply.name_person", "lines.0.quantity")
    shelf.book(RETURN, line("5"), employee_id=2)
    assert shelf.refused(RETURN, line("5"), employee_id=2) == (
        "supply.returned_too_much",
        "lines.0.quantity",
    )
    assert (shelf.look(), costs(shelf)) == ((100, Decimal("1000.00")), {1: Decimal("0.00")})


def test_a_return_names_who_had_it(shelf):
    shelf.book(RECEIVE, line("100", "1000.00"))
    shelf.book(ISSUE, line("5"), department_id=1)
    assert shelf.refused(RETURN, line("5")) == ("record.required", "department_id")
    assert shelf.refused(RETURN, line("5"), employee_id=2) == (
        "supply.name_department",
        "lines.0.quantity",
    )
    assert shelf.refused(RETURN, line("0"), department_id=1) == ("supply.quantity", "lines.0.quantity")


def test_who_moved_hands_back_for_the_department_that_was_charged(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("100", "1000.00"))
    shelf.book(ISSUE, line("5"), employee_id=2)
    now_at = moved_to(shelf, 2)
    shelf.book(RECEIVE, line("100", "3000.00"))
    shelf.book(ISSUE, line("2"), employee_id=2)
    assert costs(shelf) == {1: Decimal("50.00"), now_at: Decimal("40.51")}
    shelf.book(RETURN, line("6"), employee_id=2)
    assert costs(shelf) == {1: Decimal("0.00"), now_at: Decimal("20.25")}, "the first that went out first"
    assert shelf.refused(RETURN, line("1"), employee_id=2, department_id=1) == (
        "supply.returned_too_much",
        "lines.0.quantity",
    )
    assert costs(shelf, CostBy.PERSON) == {2: Decimal("20.25")}


def test_a_slip_knows_what_stood_there_on_its_day(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "100.00"), on_day=TODAY - 5 * DAY)
    given = {"department_id": 1}
    assert shelf.refused(ISSUE, line("1"), on_day=TODAY - 6 * DAY, **given) == (
        "supply.not_there_then",
        "lines.0.quantity",
    )
    shelf.book(ISSUE, line("8"), on_day=TODAY - DAY, **given)
    shelf.book(RECEIVE, line("5", "50.00"))
    assert shelf.refused(ISSUE, line("3"), on_day=TODAY - 3 * DAY, **given) == (
        "supply.not_there_then",
        "lines.0.quantity",
    )
    shelf.book(ISSUE, line("2"), on_day=TODAY - 3 * DAY, **given)
    assert shelf.refused(TRANSFER, line("1"), to_place_id=shelf.site, on_day=TODAY - 2 * DAY) == (
        "supply.not_there_then",
        "lines.0.quantity",
    )
    assert shelf.refused(RETURN, line("3"), on_day=TODAY - 2 * DAY, **given) == (
        "supply.not_out_yet",
        "lines.0.quantity",
    )
    shelf.book(RETURN, line("2"), on_day=TODAY - 2 * DAY, **given)


def test_a_count_closes_the_days_before_it(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "100.00"), on_day=TODAY - 9 * DAY)
    shelf.book(TRANSFER, line("2"), to_place_id=shelf.site, on_day=TODAY - 4 * DAY)
    assert shelf.refused(COUNT, line("8"), on_day=TODAY - 5 * DAY) == (
        "supply.moved_since",
        "lines.0.quantity",
    )
    shelf.book(COUNT, line("7"), on_day=TODAY - 3 * DAY)
    for act, given in (
        (RECEIVE, {}),
        (ISSUE, {"department_id": 1}),
        (TRANSFER, {"to_place_id": shelf.site}),
    ):
        assert shelf.refused(act, line("1", "1.00"), on_day=TODAY - 4 * DAY, **given) == (
            "supply.counted_since",
            "lines.0.quantity",
        )
    shelf.book(RECEIVE, line("1", "1.00"), on_day=TODAY - 4 * DAY, place_id=shelf.site)


def test_what_moved_since_it_was_listed_is_counted_again(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("52", "520.00"))
    with either.read() as session:
        ((paper, listed),) = supplies.standing_at(session, CLERK, shelf.store)
    shelf.book(ISSUE, line("10"), department_id=1)
    counted = line("52", supply_id=paper, expected=listed)
    with pytest.raises(Refused) as caught:
        shelf.book(COUNT, counted)
    assert caught.value.code == "supply.moved_since_listed"
    assert caught.value.values == {"article": "A4复印纸", "listed": "52", "on_hand": "42"}
    assert shelf.look()[0] == 42, "nothing was booked"
    shelf.book(COUNT, replace(counted, quantity=Decimal(41), expected=Decimal(42)))
    assert shelf.look()[0] == 41


def test_who_left_gets_nothing_and_hands_back(shelf):
    shelf.book(RECEIVE, line("10", "100.00"), on_day=TODAY - 9 * DAY)
    shelf.book(ISSUE, line("2"), employee_id=2, on_day=TODAY - 9 * DAY)
    with shelf.database.write() as session:
        session.get_one(Employee, 2).left_on = TODAY - DAY
    assert shelf.refused(ISSUE, line("1"), employee_id=2) == ("supply.left", "employee_id")
    shelf.book(ISSUE, line("1"), employee_id=2, on_day=TODAY - DAY)
    shelf.book(RETURN, line("3"), employee_id=2)


def test_what_is_on_hand_stays_in_sight_and_keeps_its_unit(shelf):
    def saved(**given: object) -> None:
        with shelf.database.write() as session:
            supplies.save(session, CLERK, replace(supplies.get(session, CLERK, PAPER), **given))

    saved(unit="盒")
    shelf.book(RECEIVE, line("10", "100.00"))
    for given, told in (
        ({"active": False}, ("supply.on_hand", "active")),
        ({"unit": "箱"}, ("supply.unit_kept", "unit")),
    ):
        with pytest.raises(Refused) as caught:
            saved(**given)
        assert (caught.value.code, caught.value.field) == told
    shelf.book(ISSUE, line("10"), department_id=1)
    saved(active=False)
    assert shelf.refused(RECEIVE, line("1", "1.00")) == ("supply.inactive", "lines.0.supply_id")
    with shelf.database.read() as session:
        assert supplies.headline(session, CLERK).articles == 1, "the pens"


def test_what_is_out_of_an_inactive_article_is_handed_back(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("5", "50.00"))
    shelf.book(ISSUE, line("5"), department_id=1)
    with either.write() as session:
        supplies.save(session, CLERK, replace(supplies.get(session, CLERK, PAPER), active=False))
    assert shelf.refused(RECEIVE, line("1", "10.00")) == ("supply.inactive", "lines.0.supply_id")
    shelf.book(RETURN, line("5"), department_id=1)
    shelf.book(COUNT, line("4"))
    assert shelf.look()[0] == 4


def test_a_number_nobody_can_have_meant_is_refused(shelf):
    most = str(supply_movements.MOST)
    assert shelf.refused(RECEIVE, line("999999999999", "1.00")) == ("supply.too_large", "lines.0.quantity")
    assert shelf.refused(RECEIVE, line("1", "9999999999999999")) == ("supply.too_large", "lines.0.value")
    shelf.book(RECEIVE, line(most, most))
    assert shelf.look()[0] == supply_movements.MOST
