"""Supplies: received, issued, handed back, counted and moved at average cost, never below nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from models.people import Department
from models.supply import Supply, SupplyAct, SupplyMovement
from models.user import Role
from services import (
    places,
    registers,
    supplies,
    supply_costs,
    supply_details,
    supply_movements,
    supply_papers,
    supply_register,
)
from services.database import Database
from services.errors import Refused
from services.places import PlaceDraft
from services.registers import Filter, Operator, Query
from services.reports.asset_forms import forms_pdf
from services.statistics_terms import Span
from services.supplies import SupplyDraft
from services.supply_costs import CostBy
from services.supply_movements import SlipDraft, SupplyLine
from services.usual_supplies import supply_kinds
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
PAPER, PENS = 1, 2
RECEIVE, ISSUE, RETURN, COUNT, TRANSFER = SupplyAct


@dataclass
class Shelf:
    """A database with two articles and two places."""

    database: Database
    store: int
    site: int
    clicks: int = 0

    def book(self, act: SupplyAct, *lines: SupplyLine, click: str = "", **given: object) -> str:
        self.clicks += 1
        draft = replace(SlipDraft(act, TODAY, self.store, lines), **given)
        with self.database.write() as session:
            return supply_movements.book(session, CLERK, draft, click or f"click {self.clicks}", today=TODAY)

    def refused(self, act: SupplyAct, *lines: SupplyLine, **given: object) -> tuple[str, str | None]:
        before = self.movements()
        with pytest.raises(Refused) as caught:
            self.book(act, *lines, **given)
        assert self.movements() == before, "nothing half done"
        return caught.value.code, caught.value.field

    def movements(self) -> int:
        with self.database.read() as session:
            return len(session.scalars(select(SupplyMovement.id)).all())

    def look(self, supply_id: int = PAPER) -> tuple[Decimal, Decimal]:
        with self.database.read() as session:
            item = session.get_one(Supply, supply_id)
            return item.quantity, item.value

    def at(self, place: int, supply_id: int = PAPER) -> Decimal:
        with self.database.read() as session:
            return supplies.stock_at(session, supply_id, place)


def shelved(database: Database) -> Shelf:
    with database.write() as session:
        store = places.save(session, CLERK, PlaceDraft(code="S", name="库房"))
        site = places.save(session, CLERK, PlaceDraft(code="D", name="工地"))
        paper = SupplyDraft(name="A4复印纸", kind="office", unit="包", low_stock=Decimal(10))
        assert supplies.save(session, CLERK, paper) == PAPER
        assert supplies.save(session, CLERK, SupplyDraft(name="签字笔", kind="office", unit="支")) == PENS
    return Shelf(database, store, site)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def line(quantity: str, value: str | None = None, supply_id: int = PAPER, **given: object) -> SupplyLine:
    return replace(
        SupplyLine(supply_id, Decimal(quantity), None if value is None else Decimal(value)), **given
    )


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
    assert shelf.refused(RETURN, line("1"), employee_id=3) == ("supply.returned_too_much", "lines.0.quantity")


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
        named = session.scalar(select(supplies.KIND).where(Supply.id == PAPER))
        assert named == "办公耗材"


def test_the_usual_articles_are_loaded_once(shelf):
    with shelf.database.write() as session:
        added = supplies.load_usual(session, CLERK)
    usual = sum(len(kind.articles) for kind in supply_kinds())
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


def test_the_pane_tells_places_cost_and_movements(shelf):
    shelf.book(RECEIVE, line("10", "105.00"))
    shelf.book(TRANSFER, line("4"), to_place_id=shelf.site)
    shelf.book(ISSUE, line("2"), employee_id=2)
    with shelf.database.read() as session:
        found = supply_details.detail(session, CLERK, PAPER)
        assert supplies.standing_at(session, CLERK, shelf.site) == [(PAPER, 4)]
    assert (found.kind, found.unit_cost, found.short) == ("办公耗材", Decimal("10.50"), True)
    assert dict(found.places) == {"工地": 4, "库房": 4}
    assert [(row.act, row.quantity) for row in found.movements] == [(ISSUE, -2), (TRANSFER, 4), (RECEIVE, 10)]
    assert [act.action for act in found.history] == ["supply_issue", "supply_transfer", "supply_receive", "create"]


def test_the_list_of_movements_is_filtered_by_article_department_and_month(shelf):
    shelf.book(RECEIVE, line("10", "100.00"), on_day=date(2026, 1, 5), supplier="得力办公")
    shelf.book(ISSUE, line("2"), department_id=1, on_day=date(2026, 1, 8))
    shelf.book(ISSUE, line("1"), employee_id=2)

    def ids(chip: str = "all", words: str = "", *filters: Filter) -> list[int]:
        query = Query(TODAY, chip=chip, text=words, filters=filters, sort="on_day")
        with shelf.database.read() as session:
            return [row[0] for row in registers.window(session, CLERK, supply_register.REGISTER, query, 0, 9)]

    assert ids() == [1, 2, 3]
    assert ids("issued") == [2, 3]
    assert ids("all", "得力") == [1]
    assert ids("all", "LY-2026-0002") == [3]
    january = Filter("on_day", Operator.BETWEEN, supply_register.month_of(date(2026, 1, 20)))
    assert ids("all", "", january) == [1, 2]
    assert ids("all", "", Filter("department", Operator.IS, department_name(shelf))) == [2, 3]
    assert ids("all", "A4复印纸") == [1, 2, 3]


def department_name(shelf: Shelf) -> str:
    with shelf.database.read() as session:
        return session.get_one(Department, 1).name


def test_slips_and_count_sheets_are_printed(shelf):
    received = shelf.book(RECEIVE, line("10", "100.00"), line("3", "4.50", PENS), supplier="武汉得力")
    issued = shelf.book(ISSUE, line("2"), employee_id=2, note="投标")
    moved = shelf.book(TRANSFER, line("1.5"), to_place_id=shelf.site)
    counted = shelf.book(COUNT, line("7"))
    back = shelf.book(RETURN, line("1"), employee_id=2)
    with shelf.database.read() as session:
        forms = [
            supply_papers.slip(session, CLERK, number) for number in (received, issued, moved, counted, back)
        ]
        sheet = supply_papers.count_sheet(session, CLERK, shelf.store, today=TODAY)
        with pytest.raises(Refused, match=r"supply\.no_slip"):
            supply_papers.slip(session, CLERK, "LY-2026-9999")
        assert supply_register.last_slip(session, CLERK, PAPER) == back
        assert (
            supply_register.slip_of(session, CLERK, supply_register.first_of(session, CLERK, issued))[0]
            == issued
        )
    assert [form.title for form in forms] == [
        "物资入库单",
        "物资领用单",
        "物资调拨单",
        "物资盘点单",
        "物资退库单",
    ]
    assert forms[0].tables[0].totals[1:] == ("合计 2 项", "", "", "", "104.50", "")
    assert ("供应商", "武汉得力") in forms[0].pairs
    assert forms[2].tables[0].rows[0][4] == "1.5"
    assert forms[3].tables[0].rows[0][4] == "+0.5"
    assert next(sign.label for sign in forms[1].signatures) == "领用人"
    assert [row[5] for row in sheet.tables[0].rows] == ["8", "3"]
    assert forms_pdf([*forms, sheet]).startswith(b"%PDF")


def test_a_place_without_stock_has_no_count_sheet(shelf):
    with shelf.database.read() as session:
        with pytest.raises(Refused, match=r"supply\.nothing_there"):
            supply_papers.count_sheet(session, CLERK, shelf.site, today=TODAY)
        for wanted in (supply_register.first_of, supply_register.last_slip):
            with pytest.raises(Refused, match=r"supply\.no_slip"):
                wanted(session, CLERK, "" if wanted is supply_register.first_of else PAPER)
        with pytest.raises(Refused, match=r"record\.gone"):
            supply_register.slip_of(session, CLERK, 99)


def test_costs_are_issues_less_what_came_back_against_the_year_before(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("20", "200.00"), line("10", "10.00", PENS), on_day=date(2025, 1, 4))
    shelf.book(ISSUE, line("3"), department_id=1, on_day=date(2025, 2, 10))
    shelf.book(ISSUE, line("5"), line("4", supply_id=PENS), department_id=1, on_day=date(2026, 2, 10))
    shelf.book(RETURN, line("1"), department_id=1, on_day=date(2026, 2, 20))
    span = Span(date(2026, 2, 1), date(2026, 2, 28))
    with either.read() as session:
        by_kind = supply_costs.costs(session, CLERK, CostBy.KIND, span)
        by_month = supply_costs.costs(session, CLERK, CostBy.MONTH, span)
        by_article = supply_costs.costs(session, CLERK, CostBy.ARTICLE, span, CostBy.MONTH)
        crossed = supply_costs.costs(session, CLERK, CostBy.MONTH, span, CostBy.DEPARTMENT)
        list_of = supply_costs.behind(span, {CostBy.KIND: "office"})
        behind = registers.window(session, CLERK, list_of, Query(TODAY), 0, 9)
        assert len(behind) == by_kind.rows[0].count == 3
    row = by_kind.rows[0]
    assert (row.name, row.amount, row.before, row.change) == (
        "办公耗材",
        Decimal("44.00"),
        Decimal("30.00"),
        Decimal("46.7"),
    )
    assert [(one.key, one.amount, one.before) for one in by_month.rows] == [
        ("2026-02", Decimal("44.00"), Decimal("30.00"))
    ]
    assert [(one.name, one.amount) for one in by_article.rows] == [
        ("A4复印纸", Decimal("40.00")),
        ("签字笔", Decimal("4.00")),
    ]
    assert by_article.cells == {(PAPER, "2026-02"): Decimal("40.00"), (PENS, "2026-02"): Decimal("4.00")}
    assert crossed.cells == {("2026-02", 1): Decimal("44.00")}
    assert crossed.heads[0][0] == 1
    with either.read() as session:
        nothing = supply_costs.costs(
            session, CLERK, CostBy.DEPARTMENT, Span(date(2026, 2, 2), date(2026, 2, 1))
        )
    assert nothing.rows == ()
