"""One cost of a card everywhere: what was added by the day that is asked, in lists, sheets and tables alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.fixed_asset import AssetState, FixedAsset
from services import (
    asset_details,
    asset_estimates,
    asset_holders,
    asset_papers,
    asset_schedules,
    asset_values,
    depreciation_runs,
    depreciation_sheets,
    depreciation_years,
    fixed_assets,
    registers,
)
from services.asset_estimates import EstimateDraft
from services.registers import ColumnKind, Filter, Operator, Query
from services.terms import Method
from tests.assets import CLERK, Stock, stocked
from tests.test_asset_values import LAPTOP, Books, D

TODAY = date(2026, 11, 27)
BEFORE = date(2026, 10, 31)
FROM = date(2026, 11, 1)
WHO = 2
YUAN = Decimal("15000.00")


def improved(stock: Stock) -> int:
    """A card of 10,000 over 60 months, from its 13th month on 5,000 more and 60 months left."""
    start = date(2025, 10, 9)
    card = stock.card(
        name="服务器", cost=Decimal(10_000), months=60, bought_on=start, start_on=start, employee_id=WHO
    )
    draft = EstimateDraft(
        card, stock.look(card).version, FROM, 60, Decimal(700), Method.SUM_OF_YEARS, Decimal(5000), "扩容"
    )
    with stock.database.write() as session:
        asset_estimates.revise(session, CLERK, draft, command_id="r", today=TODAY)
    return card


def listed(stock: Stock, day: date, *filters: Filter) -> dict[str, object] | None:
    """The card's row in the register as it is asked on a day."""
    query = Query(day, chip="held", filters=filters, sort="cost", descending=True)
    with stock.database.read() as session:
        rows = registers.window(session, CLERK, fixed_assets.REGISTER, query, 0, 10)
        (row,) = rows or [None]
        if row is not None:
            assert registers.rows_by_ids(session, CLERK, fixed_assets.REGISTER, day, [row[0]]) == [row]
    names = ["id", *(column.name for column in fixed_assets.REGISTER.columns)]
    return None if row is None else dict(zip(names, row, strict=True))


def test_the_register_has_what_was_added_by_its_day(either):
    stock = stocked(either)
    improved(stock)
    names = ("cost", "residual", "months", "method")
    row, earlier = listed(stock, TODAY), listed(stock, BEFORE)
    assert [row[name] for name in names] == [YUAN, Decimal(700), 72, Method.SUM_OF_YEARS]
    assert [earlier[name] for name in names] == [Decimal(10_000), Decimal(500), 60, Method.STRAIGHT_LINE]
    above = Filter("cost", Operator.AT_LEAST, Decimal(12_000))
    assert listed(stock, TODAY, above) is not None
    assert listed(stock, BEFORE, above) is None
    assert {column.kind for column in fixed_assets.REGISTER.columns if column.name == "cost"} == {
        ColumnKind.MONEY
    }


def test_its_sum_is_that_of_the_values_on_the_day(either):
    stock = stocked(either)
    card = improved(stock)
    stock.card()
    with either.read() as session:
        for day in (BEFORE, TODAY):
            worth = asset_values.total_on(session, CLERK, day).cost
            query = Query(day, chip="held")
            assert registers.count_and_sum(session, CLERK, fixed_assets.REGISTER, query).total == worth
            chosen = registers.selection_totals(session, CLERK, fixed_assets.REGISTER, query, ids=[card])
            ranged = registers.selection_totals(session, CLERK, fixed_assets.REGISTER, query, ranges=[(0, 1)])
            assert chosen.total == (YUAN if day == TODAY else Decimal(10_000))
            assert ranged.total == worth


def test_whoever_answers_for_it_answers_for_all_of_it(either):
    stock = stocked(either)
    improved(stock)
    with either.read() as session:
        found = asset_holders.held_by(session, CLERK, WHO, today=TODAY)
        assert (found.rows[0].cost, found.cost) == (YUAN, YUAN)
        assert found.value <= found.cost
        (row,) = registers.window(session, CLERK, asset_holders.REGISTER, Query(TODAY), 0, 5)
        assert YUAN in row
        assert asset_papers.responsibility_rows(session, CLERK, WHO, today=TODAY)[-1][-2] == YUAN
        (form,) = asset_papers.responsibilities(session, CLERK, [WHO], today=TODAY)
        assert "15,000.00" in form.tables[0].totals


def test_card_schedule_and_table_tell_the_same_life_and_cost(database):
    stock = stocked(database)
    card = improved(stock)
    with database.write() as session:
        run = depreciation_runs.reckon(session, CLERK, FROM, today=TODAY)
    with database.read() as session:
        seen = asset_details.detail(session, CLERK, card, today=TODAY)
        schedule = asset_schedules.schedule_of_card(session, CLERK, card, on=TODAY)
        assert (seen.cost, seen.months) == (schedule.cost, schedule.months) == (YUAN, 72)
        assert asset_schedules.schedule_of_card(session, CLERK, card, on=BEFORE).cost == Decimal(10_000)
        sheet = depreciation_sheets.schedule_sheet(session, CLERK, card, on=TODAY)
        assert "原值 15,000.00" in sheet.subtitle
        table = depreciation_sheets.run_sheet(session, CLERK, run)
        assert (table.rows[0][5], table.rows[0][6]) == ("72", "15,000.00")
        (paper,) = asset_papers.cards(session, CLERK, [card], today=TODAY)
        told = dict(paper.pairs)
        assert (told["原　　值"], told["使用期限"]) == ("15,000.00", "72 个月")


def test_a_year_ends_with_what_the_values_of_its_last_day_say(either) -> None:
    books = Books(either)
    stored = books.stock.card(**{**LAPTOP, "name": "备用机", "start_on": None})
    sold = books.stock.card(**{**LAPTOP, "name": "旧电脑"})
    with books.stock.database.write() as session:
        gone = session.get_one(FixedAsset, sold)
        gone.state, gone.stopped_on = AssetState.DISPOSED, date(2026, 9, 18)
    rows = {row.id: row for row in books.read(depreciation_years.year_cards, 2026)}
    assert (rows[sold].total, rows[sold].cost, rows[sold].net) == (6 * D("158.31"), D(0), D(0))
    assert (rows[stored].total, rows[stored].net) == (D(0), D(5999))
    for year in (2026, 2027):
        there = books.read(asset_values.total_on, date(year, 12, 31)).net
        for table in (depreciation_years.year_cards, depreciation_years.year_classes):
            assert sum((row.net for row in books.read(table, year)), D(0)) == there
    sheet = books.read(depreciation_sheets.year_sheet, 2026)
    assert sheet.totals[-1] == f"{books.read(asset_values.total_on, date(2026, 12, 31)).net:,.2f}"
