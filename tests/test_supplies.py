"""Supplies: received, issued, handed back, counted and moved at average cost, never below nothing."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from models.supply import Supply, SupplyMovement
from models.user import Role
from services import (
    registers,
    supplies,
    supply_kinds,
    supply_movements,
)
from services.errors import Refused
from services.registers import Query
from services.supplies import SupplyDraft
from services.supply_drafts import SlipDraft, SupplyLine
from services.usual_supplies import supply_kinds as usual_kinds
from tests.conftest import TODAY, actor_of_role
from tests.shelf import CLERK, COUNT, ISSUE, PAPER, PENS, RECEIVE, RETURN, TRANSFER, Shelf, line, shelved


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def test_supplies_come_and_go_at_average_cost(either):
    shelf = shelved(either)
    slip = shelf.book(RECEIVE, line("10", "100.00"), line("20", "30.00", PENS), supplier="得力")
    assert slip == "RK-2026-0001"
    shelf.book(RECEIVE, line("5", "80.00"))
    assert shelf.look() == (15, Decimal("180.00"))
    assert shelf.book(ISSUE, line("4"), department_id=1) == "LY-2026-0001"
    assert shelf.look() == (11, Decimal("132.00"))
    shelf.book(ISSUE, line("11"), employee_id=2)
    assert shelf.look() == (0, Decimal("0.00")), "the last takes the rest"
    with either.read() as session:
        last = session.scalars(select(SupplyMovement).order_by(SupplyMovement.id.desc())).first()
        assert (last.department_id, last.employee_id) == (1, 2), (
            "whoever takes it takes it for the department"
        )


def test_what_is_handed_back_comes_at_the_cost_it_went_out_with(shelf):
    shelf.book(RECEIVE, line("10", "100.00"))
    shelf.book(ISSUE, line("4"), department_id=1)
    shelf.book(RECEIVE, line("6", "120.00"))
    shelf.book(RETURN, line("1"), department_id=1)
    assert shelf.look() == (13, Decimal("190.00"))
    assert shelf.refused(RETURN, line("4"), department_id=1) == (
        "supply.returned_too_much",
        "lines.0.quantity",
    )
    assert shelf.refused(RETURN, line("1"), employee_id=3) == ("supply.name_department", "lines.0.quantity")


def test_a_count_of_one_place_puts_the_whole_right(shelf):
    shelf.book(RECEIVE, line("10", "100.00"))
    shelf.book(TRANSFER, line("4"), to_place_id=shelf.site)
    assert (shelf.at(shelf.store), shelf.at(shelf.site), shelf.look()) == (6, 4, (10, Decimal("100.00")))
    shelf.book(COUNT, line("5"))
    assert (shelf.at(shelf.store), shelf.look()) == (5, (9, Decimal("90.00")))
    shelf.book(COUNT, line("6"), place_id=shelf.site)
    assert (shelf.at(shelf.site), shelf.look()) == (6, (11, Decimal("110.00")))
    assert shelf.refused(COUNT, line("2", supply_id=PENS)) == ("supply.surplus_value", "lines.0.unit_value")
    shelf.book(COUNT, line("2", supply_id=PENS, unit_value=Decimal("1.50")))
    assert shelf.look(PENS) == (2, Decimal("3.00"))
    assert shelf.refused(COUNT, line("2"), line("3")) == ("supply.counted_twice", "lines.0.supply_id")
    assert shelf.refused(COUNT, line("-1")) == ("supply.quantity", "lines.0.quantity")


def test_what_is_not_there_is_not_issued(shelf):
    shelf.book(RECEIVE, line("3", "30.00"), line("9", "9.00", PENS))
    given = {"department_id": 1}
    assert shelf.refused(ISSUE, line("1", supply_id=PENS), line("4"), **given) == (
        "supply.not_enough",
        "lines.1.quantity",
    )
    assert shelf.refused(ISSUE, line("2"), line("2"), **given) == ("supply.not_enough", "lines.1.quantity")
    assert shelf.refused(ISSUE, line("1"), place_id=shelf.site, **given) == (
        "supply.not_enough",
        "lines.0.quantity",
    )
    assert shelf.refused(TRANSFER, line("4"), to_place_id=shelf.site) == (
        "supply.not_enough",
        "lines.0.quantity",
    )
    assert shelf.refused(ISSUE, line("0"), **given) == ("supply.quantity", "lines.0.quantity")
    assert shelf.refused(ISSUE, line("0.0001"), **given) == ("supply.quantity", "lines.0.quantity")


@pytest.mark.parametrize(
    ("act", "given", "field"),
    [
        (ISSUE, {}, "department_id"),
        (TRANSFER, {}, "to_place_id"),
        (RECEIVE, {"on_day": None}, "on_day"),
        (RECEIVE, {"place_id": None}, "place_id"),
        (RECEIVE, {"lines": ()}, "lines"),
        (RECEIVE, {"lines": (SupplyLine(),)}, "lines.0.supply_id"),
        (RECEIVE, {"lines": (SupplyLine(PAPER),)}, "lines.0.quantity"),
        (RECEIVE, {"lines": (SupplyLine(PAPER, Decimal(1)),)}, "lines.0.value"),
    ],
)
def test_what_a_slip_must_say(shelf, act, given, field):
    assert shelf.refused(act, line("1", "1.00"), **given) == ("record.required", field)


def test_what_a_slip_may_not_say(shelf):
    shelf.book(RECEIVE, line("3", "30.00"))
    tomorrow = TODAY + timedelta(days=1)
    assert shelf.refused(RECEIVE, line("1", "1.00"), on_day=tomorrow) == ("supply.future", "on_day")
    assert shelf.refused(TRANSFER, line("1"), to_place_id=shelf.store) == ("supply.same_place", "to_place_id")
    assert shelf.refused(RECEIVE, line("1", "-1.00")) == ("supply.value_negative", "lines.0.value")
    assert shelf.refused(RECEIVE, line("1", "1.00", 99)) == ("record.gone", "lines.0.supply_id")
    assert shelf.refused(RECEIVE, line("1", "1.00"), place_id=99) == ("record.gone", "place_id")


def test_a_double_click_books_once(shelf):
    assert shelf.book(RECEIVE, line("3", "30.00"), click="once") == "RK-2026-0001"
    assert shelf.book(RECEIVE, line("3", "30.00"), click="once") == ""
    assert shelf.look() == (3, Decimal("30.00"))


def test_of_two_people_who_issue_the_last_piece_one_is_refused(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("1", "10.00"))
    gate, told = Barrier(2), []

    def take(who: int) -> None:
        draft = SlipDraft(ISSUE, TODAY, shelf.store, (line("1"),), department_id=1)
        gate.wait()
        try:
            with either.write() as session:
                supply_movements.book(session, CLERK, draft, f"taker {who}", today=TODAY)
            told.append("taken")
        except Refused as refused:
            told.append(refused.code)

    takers = [Thread(target=take, args=(who,)) for who in (1, 2)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join(60)
    assert sorted(told) == ["supply.not_enough", "taken"]
    assert shelf.look() == (0, Decimal("0.00"))


def test_a_movement_is_never_changed(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("1", "10.00"))
    with pytest.raises((Refused, DBAPIError), match=r"movement_kept"), either.write() as session:
        session.execute(text("UPDATE supply_movement SET note = 'x'"))


def test_who_may_only_look_books_nothing(shelf):
    draft = SlipDraft(RECEIVE, TODAY, shelf.store, (line("1", "1.00"),))
    with pytest.raises(Refused, match=r"permission\.denied"), shelf.database.write() as session:
        supply_movements.book(session, actor_of_role(Role.CASHIER), draft, "x", today=TODAY)


def test_the_register_tells_kinds_by_name_and_what_runs_short(shelf):
    shelf.book(RECEIVE, line("3", "30.00"), line("5", "5.00", PENS))
    with shelf.database.read() as session:
        rows = registers.window(session, CLERK, supplies.REGISTER, Query(TODAY, chip="short"), 0, 9)
        assert [row[0] for row in rows] == [PAPER]
        found = supplies.headline(session, CLERK)
        assert (found.articles, found.short, found.names) == (2, 1, ("A4复印纸",))
        assert found.value == Decimal("35.00")
        assert supplies.short_count(session, CLERK) == 1
        named = session.scalar(select(supply_kinds.NAME).where(Supply.id == PAPER))
        assert named == "办公耗材"


def test_the_usual_articles_are_loaded_once(shelf):
    with shelf.database.write() as session:
        added = supplies.load_usual(session, CLERK)
    usual = sum(len(kind.articles) for kind in usual_kinds())
    assert added == usual - 2, "paper and pens were there"
    with shelf.database.write() as session:
        assert supplies.load_usual(session, CLERK) == 0
        codes = session.scalars(
            select(Supply.code).where(Supply.kind == "office").order_by(Supply.code)
        ).all()
    assert codes == [f"BG-{number:04}" for number in range(1, 6)]


def test_an_article_with_stock_is_not_removed(shelf):
    shelf.book(RECEIVE, line("3", "30.00"))
    with shelf.database.read() as session:
        draft = supplies.get(session, CLERK, PAPER)
        assert (draft.kind, draft.unit) == ("office", "包")
    with pytest.raises(Refused, match=r"supply\.on_hand"), shelf.database.write() as session:
        supplies.remove(session, CLERK, PAPER, draft.version)
    shelf.book(ISSUE, line("3"), department_id=1)
    with shelf.database.write() as session:
        assert not supplies.remove(session, CLERK, PAPER, supplies.get(session, CLERK, PAPER).version)
        assert supplies.remove(session, CLERK, PENS, supplies.get(session, CLERK, PENS).version)
        assert supplies.choices(session, CLERK) == []


@pytest.mark.parametrize("typed", [Decimal(-1), Decimal("0.0001"), Decimal(10) ** 9])
def test_a_low_stock_line_that_is_none(shelf, typed):
    draft = SupplyDraft(name="x", kind="office", unit="个", low_stock=typed)
    with pytest.raises(Refused, match=r"supply\.low_stock"), shelf.database.write() as session:
        supplies.save(session, CLERK, draft)
