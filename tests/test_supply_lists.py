"""Supplies looked at: the pane, the list of movements, papers, costs against the year before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.people import Department
from services import (
    registers,
    supplies,
    supply_costs,
    supply_details,
    supply_papers,
    supply_register,
)
from services.errors import Refused
from services.registers import Filter, Operator, Query
from services.reports.asset_forms import forms_pdf
from services.statistics_terms import Span
from services.supply_costs import CostBy
from tests.conftest import TODAY
from tests.shelf import CLERK, COUNT, ISSUE, PAPER, PENS, RECEIVE, RETURN, TRANSFER, Shelf, line, shelved


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


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
    assert [act.action for act in found.history] == [
        "supply_issue",
        "supply_transfer",
        "supply_receive",
        "create",
    ]


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
    assert forms[3].tables[0].rows[0][4:8] == ("6.5", "7", "+0.5", "5.00"), (
        "what the books said, what was found"
    )
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
