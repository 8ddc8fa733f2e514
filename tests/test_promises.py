"""The promise to pay in time: counted by month, with the list behind every figure, and where the time went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from models.expense_claim import ClaimState, ExpenseClaim
from services import promise_levels, promises, registers, settings
from services.calendars import CHINA
from services.claim_papers import REGISTER
from services.claim_rules import rules_on
from services.claim_values import Saved
from services.database import Database, at_moment
from services.permissions import Actor
from services.registers import Query
from services.upgrades import FILLS
from tests.claims import TODAY, Office, make_office

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)
FIGURES = ("due", "kept", "late", "overdue", "open")


@pytest.fixture
def firm(database: Database) -> Office:
    return make_office(database)


def handed_in(day: date, firm: Office, amount: str = "10") -> Saved:
    """A paper handed in on that day, of the day before."""
    draft = firm.draft(amount, business_date=day)
    draft = replace(draft, lines=(replace(draft.lines[0], spent_on=day - timedelta(days=1)),))
    return firm.submit(firm.save(draft, today=day), today=day)


def on(day: date, firm: Office, amount: str = "10") -> Saved:
    """The same, approved on that day at twelve past nine."""
    with at_moment(datetime(day.year, day.month, day.day, 9, 12, tzinfo=CHINA)):
        return firm.approve(handed_in(day, firm, amount))


def month_of(firm: Office, month: date, today: date = TODAY) -> promises.PromisedMonth:
    with firm.database.read() as session:
        rows = promises.by_month(session, firm.clerk, today=today)
    return next(row for row in rows if row.month == month)


def count(firm: Office, query: Query, register: registers.Register = promises.LIST) -> int:
    with firm.database.read() as session:
        return registers.count(session, firm.clerk, register, query)


def a_month(firm: Office) -> None:
    """Two kept (0 and 2 working days), one late by one day, one overdue, one not due yet, two without a promise."""
    firm.pay(on(date(2026, 11, 2), firm), paid_on=date(2026, 11, 2))
    firm.pay(on(date(2026, 11, 6), firm), paid_on=date(2026, 11, 10))
    firm.pay(on(date(2026, 11, 11), firm), paid_on=date(2026, 11, 16))
    on(date(2026, 11, 17), firm)
    on(date(2026, 11, 19), firm)
    firm.void(firm.pay(on(date(2026, 11, 3), firm), paid_on=date(2026, 11, 3)))
    returned = handed_in(date(2026, 11, 2), firm)
    with firm.writing() as session:
        session.execute(
            update(ExpenseClaim)
            .where(ExpenseClaim.id == returned.id)
            .values(state=ClaimState.RETURNED, pay_by=None)
        )


def test_a_month_is_counted_as_it_was_kept(firm: Office) -> None:
    a_month(firm)
    found = month_of(firm, NOVEMBER)
    assert [getattr(found, name) for name in FIGURES] == [5, 2, 1, 1, 1]
    assert (found.rate, found.median) == (Decimal("50.0"), Decimal(2))


@pytest.mark.parametrize("figure", FIGURES)
def test_the_list_behind_a_figure_has_exactly_its_papers(firm: Office, figure: promises.Figure) -> None:
    a_month(firm)
    found = month_of(firm, NOVEMBER)
    filters = promises.behind(NOVEMBER, figure, TODAY)
    assert count(firm, Query(TODAY, filters=filters)) == getattr(found, figure)


def test_days_off_do_not_count_and_days_worked_in_exchange_do(firm: Office) -> None:
    """Handed in on 30 September, the promise ends on Friday 9 October; on Saturday the 10th, worked, it is late."""
    kept, late = on(date(2026, 9, 30), firm), on(date(2026, 9, 30), firm)
    firm.pay(kept, paid_on=date(2026, 10, 9))
    firm.pay(late, paid_on=date(2026, 10, 10))
    found = month_of(firm, OCTOBER)
    assert (found.due, found.kept, found.late) == (2, 1, 1)


def test_a_month_without_papers_has_no_rate(firm: Office) -> None:
    found = month_of(firm, date(2026, 3, 1))
    assert (found.due, found.rate, found.median) == (0, None, None)


def test_twelve_months_end_with_this_one(firm: Office) -> None:
    with firm.database.read() as session:
        rows = promises.by_month(session, firm.clerk, today=date(2026, 1, 31))
    assert (rows[0].month, rows[-1].month, len(rows)) == (date(2025, 2, 1), date(2026, 1, 1), 12)


@pytest.mark.parametrize(
    ("weights", "middle"),
    [
        ([], None),
        ([(3, 1)], "3"),
        ([(1, 2), (2, 2)], "1.5"),
        ([(0, 9), (7, 1)], "0"),
        ([(5, 1), (1, 2)], "1"),
    ],
)
def test_the_median_of_weighted_days(weights: list[tuple[int, int]], middle: str | None) -> None:
    assert promises.median(weights) == (None if middle is None else Decimal(middle))


def test_the_company_sets_the_promise_for_papers_from_then_on(firm: Office, administrator: Actor) -> None:
    before = on(date(2026, 11, 16), firm)
    with firm.writing() as session:
        settings.put(session, administrator, "claims.promise_working_days", 4)
    after = on(date(2026, 11, 16), firm)
    days = [firm.detail(saved).pay_by for saved in (before, after)]
    assert days == [date(2026, 11, 18), date(2026, 11, 20)]
    with firm.database.read() as session:
        assert rules_on(session, TODAY).promise_working_days == 4


@pytest.mark.parametrize("chip", ["overdue", "to_pay"])
def test_what_waits_begins_with_what_is_late(firm: Office, chip: str) -> None:
    for day in (19, 16, 17):
        on(date(2026, 11, day), firm)
    with firm.database.read() as session:
        rows = registers.window(session, firm.clerk, REGISTER, Query(TODAY, chip=chip), 0, 9)
    place = 1 + [column.name for column in REGISTER.columns].index("pay_by")
    days = [row[place].day for row in rows]
    assert days == {"overdue": [18, 19], "to_pay": [18, 19, 23]}[chip]


def test_a_chosen_order_comes_before_that_of_the_list(firm: Office) -> None:
    query = Query(TODAY, chip="to_pay", sort="sanctioned", descending=True)
    small, large = on(date(2026, 11, 16), firm, "1"), on(date(2026, 11, 17), firm, "2")
    with firm.database.read() as session:
        rows = registers.window(session, firm.clerk, REGISTER, query, 0, 9)
    assert [row[0] for row in rows] == [large.id, small.id]


def test_time_is_counted_where_the_paper_was(firm: Office) -> None:
    """Four working days with the head, then one until the payment; another is with the cashiers for two days."""
    day = date(2026, 11, 9)
    with at_moment(datetime(2026, 11, 9, 16, tzinfo=CHINA)):
        saved = handed_in(day, firm)
    with at_moment(datetime(2026, 11, 13, 10, tzinfo=CHINA)):
        saved = firm.approve(saved)
    firm.pay(saved, paid_on=date(2026, 11, 16))
    on(date(2026, 11, 10), firm)
    with firm.database.read() as session:
        rows = promise_levels.by_level(session, firm.clerk, NOVEMBER, today=date(2026, 11, 12))
    found = [(row.label, row.holder, row.papers, row.days, str(row.median), row.longest) for row in rows]
    assert found == [
        ("部门审批", "张国强", 2, 4, "2", 4),
        ("", "刘芳、孙倩", 1, 2, "2", 2),
        ("", "孙倩", 1, 1, "1", 1),
    ]


def test_the_list_behind_a_level_has_its_papers(firm: Office) -> None:
    a_month(firm)
    with firm.database.read() as session:
        rows = promise_levels.by_level(session, firm.clerk, NOVEMBER, today=TODAY)
    for row in rows:
        register = promise_levels.papers_at(NOVEMBER, row.label, row.holder)
        assert count(firm, Query(TODAY), register) == row.papers
    assert [(row.label, row.papers) for row in rows] == [("部门审批", 5), ("", 3), ("", 2)]


def test_lists_behind_levels_have_rows_in_any_kind_of_database(either: Database) -> None:
    firm = make_office(either)
    a_month(firm)
    register = promise_levels.papers_at(NOVEMBER, "部门审批", "张国强")
    with either.read() as session:
        assert len(registers.window(session, firm.clerk, register, Query(TODAY), 0, 99)) == 5
        assert len(promises.by_month(session, firm.clerk, today=TODAY)) == 12


def test_what_was_paid_before_the_upgrade_gets_its_days(firm: Office) -> None:
    kept = firm.pay(on(date(2026, 11, 2), firm), paid_on=date(2026, 11, 4))
    late = firm.pay(on(date(2026, 11, 2), firm), paid_on=date(2026, 11, 9))
    on(date(2026, 11, 16), firm)
    with firm.writing() as session:
        session.execute(update(ExpenseClaim).values(late_days=None))
    with firm.writing() as session:
        promises.fill_late_days(session)
    with firm.database.read() as session:
        days = dict(session.execute(select(ExpenseClaim.id, ExpenseClaim.late_days)).all())
    assert days == {kept.id: 0, late.id: 3, late.id + 1: None}
    assert "services.promises:fill_late_days" in FILLS["0002"]


def test_somebody_has_a_paper_since_it_came_to_them(firm: Office) -> None:
    saved = on(TODAY - timedelta(days=3), firm)
    found = firm.detail(saved)
    assert found.holder_name.endswith("孙倩")
    assert found.held_since == datetime(2026, 11, 17, 9, 12, tzinfo=CHINA)
