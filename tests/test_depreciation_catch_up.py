"""What closed months left out is made up by the next open one, in both books; the closed months stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun
from models.fixed_asset import FixedAsset
from models.user import Role
from services import (
    asset_lots,
    asset_schedules,
    asset_units,
    depreciation_register,
    depreciation_runs,
    depreciation_sheets,
)
from services.asset_lots import PartDraft
from services.asset_schedules import MonthCause
from services.database import Database
from tests.assets import Stock, stocked
from tests.conftest import actor_of_role

CLERK = actor_of_role(Role.CLERK)
TODAY = date(2027, 8, 20)
D = Decimal
LAPTOP = {"cost": D(5999), "bought_on": date(2026, 3, 18), "start_on": date(2026, 3, 18), "months": 36}
DESK = {"cost": D(3200), "bought_on": date(2026, 1, 5), "start_on": date(2026, 1, 5), "months": 60}
CAR = {
    "name": "货车", "cost": D(120_000), "residual": D(6000), "months": 48, "method": Method.UNITS,
    "units_total": D(300_000), "bought_on": date(2026, 3, 1), "start_on": date(2026, 3, 1),
}  # fmt: skip
APRIL, MAY, JUNE, JULY = (date(2026, month, 1) for month in (4, 5, 6, 7))


class Books:
    """A company whose months are closed one after another."""

    def __init__(self, database: Database) -> None:
        self.stock: Stock = stocked(database)

    def read(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        with self.stock.database.read() as session:
            return work(session, CLERK, *args, **named)

    def write(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        with self.stock.database.write() as session:
            return work(session, CLERK, *args, **named)

    def month(self, month: date, *, close: bool = True) -> int:
        run: int = self.write(depreciation_runs.reckon, month, today=TODAY)
        if close:
            version = self.run(run).version
            self.write(depreciation_runs.close, run, version, command_id=f"close {month}")
        return run

    def run(self, run_id: int) -> DepreciationRun:
        with self.stock.database.read() as session:
            return session.get_one(DepreciationRun, run_id)

    def line(self, run_id: int, asset_id: int) -> DepreciationLine | None:
        with self.stock.database.read() as session:
            return session.scalar(select(DepreciationLine).filter_by(run_id=run_id, asset_id=asset_id))

    def charges(self, asset_id: int) -> list[tuple[D, D]]:
        """(charge, charge of the tax book) by month."""
        with self.stock.database.read() as session:
            wanted = select(DepreciationLine).filter_by(asset_id=asset_id).order_by(DepreciationLine.run_id)
            return [(line.amount, line.tax_amount) for line in session.scalars(wanted)]


@pytest.fixture
def books(either: Database) -> Books:
    return Books(either)


@pytest.fixture
def one(database: Database) -> Books:
    return Books(database)


def test_a_card_that_came_late_is_made_up_in_both_books_and_the_closed_months_stay(books: Books) -> None:
    books.stock.card(**DESK)
    april, may = books.month(APRIL), books.month(MAY)
    before = [(books.run(run).amount, books.run(run).assets) for run in (april, may)]
    late = books.stock.card(**LAPTOP, one_off=True)
    assert books.read(depreciation_register.headline, today=JUNE).late == 1
    june = books.month(JUNE)
    line = books.line(june, late)
    assert line is not None
    assert (line.amount, line.catch_up, line.accumulated) == (
        3 * D("158.31"),
        2 * D("158.31"),
        3 * D("158.31"),
    )
    assert (line.tax_amount, line.tax_catch_up) == (D(5999), D(5999))
    assert [(books.run(run).amount, books.run(run).assets) for run in (april, may)] == before
    assert books.run(june).amount == 3 * D("158.31") + D("50.67")
    assert books.run(june).tax_amount == D(5999) + D("50.67")
    assert books.read(depreciation_register.headline, today=JULY).late == 0
    july = books.line(books.month(JULY), late)
    assert july is not None
    assert (july.amount, july.catch_up, july.tax_amount, july.tax_catch_up) == (D("158.31"), 0, 0, 0)


def test_all_that_was_charged_is_what_the_books_say(books: Books) -> None:
    books.stock.card(**DESK)
    books.month(APRIL)
    late = books.stock.card(**{**LAPTOP, "method": Method.DOUBLE_DECLINING})
    for month in (MAY, JUNE, JULY):
        run = books.month(month)
    line = books.line(run, late)
    assert line is not None
    assert sum(amount for amount, _ in books.charges(late)) == line.accumulated


def test_the_months_before_the_first_run_were_charged_elsewhere(books: Books) -> None:
    old = books.stock.card(**DESK)
    line = books.line(books.month(APRIL), old)
    assert line is not None
    assert (line.amount, line.catch_up, line.accumulated) == (D("50.67"), 0, 3 * D("50.67"))
    late = books.stock.card(**DESK)
    line = books.line(books.month(MAY), late)
    assert line is not None
    assert (line.amount, line.catch_up) == (2 * D("50.67"), D("50.67"))


def test_the_months_of_an_opening_balance_are_not_made_up(books: Books) -> None:
    books.stock.card(**DESK)
    for month in (APRIL, MAY, JUNE):
        books.month(month)
    known = books.stock.card(**{**LAPTOP, "opening_months": 3, "opening_accumulated": D("474.93")})
    partly = books.stock.card(**{**LAPTOP, "opening_months": 1, "opening_accumulated": D("158.31")})
    july = books.month(JULY)
    found = {each: books.line(july, each) for each in (known, partly)}
    assert [line.catch_up for line in found.values() if line] == [0, 2 * D("158.31")]


def test_units_that_came_late_or_were_wrong_are_made_up(books: Books) -> None:
    car = books.stock.card(**CAR)
    books.write(asset_units.enter, APRIL, {car: D(4512)})
    april = books.month(APRIL)
    books.write(asset_units.enter, APRIL, {car: D(1512)})
    books.write(asset_units.enter, MAY, {car: D(1000)})
    line = books.line(books.month(MAY), car)
    assert line is not None
    assert (line.amount, line.catch_up) == (D(380) - D(1140), D(-1140))  # 3000 km at 0.38
    assert line.tax_catch_up == 0
    assert books.line(april, car).amount == D("1714.56")
    late = books.stock.card(**CAR)
    books.write(asset_units.enter, APRIL, {late: D(100)})
    books.write(asset_units.enter, JUNE, {car: D(0), late: D(200)})
    line = books.line(books.month(JUNE), late)
    assert line is not None
    assert (line.amount, line.catch_up) == (D(114), D(38))
    assert line.tax_catch_up == 2 * D("2375.00")


def test_a_card_that_left_before_months_that_charged_it_is_taken_back(one: Books) -> None:
    one.stock.card(**DESK)
    gone = one.stock.card(**LAPTOP)
    for month in (APRIL, MAY):
        one.month(month)
    with one.stock.database.write() as session:  # not by the window, which refuses a closed month
        card = session.get_one(FixedAsset, gone)
        card.state, card.stopped_on = "disposed", date(2026, 4, 10)
    june = one.month(JUNE)
    line = one.line(june, gone)
    assert line is not None
    assert (line.amount, line.accumulated, line.net) == (D("-158.31"), 0, 0)
    assert one.run(june).cost == D(3200)
    assert one.line(one.month(JULY), gone) is None


def test_what_was_split_and_merged_misses_nothing(one: Books) -> None:
    lot = one.stock.card(**{**DESK, "quantity": 4})
    for month in (APRIL, MAY):
        one.month(month)
    version = one.stock.look(lot).version
    made = one.write(
        asset_lots.split, lot, version, [PartDraft(1)], reason="分开管理", command_id="split", today=date(2026, 6, 9)
    )  # fmt: skip
    june = one.month(JUNE)
    assert one.run(june).amount == D("50.67")
    one.write(asset_lots.merge, [lot, *made], reason="并回", command_id="merge", today=date(2026, 7, 9))
    july = one.month(JULY)
    assert one.run(july).amount == D("50.67")
    for run in (june, july):
        found = [one.line(run, each) for each in (lot, *made)]
        assert all(line.catch_up == 0 for line in found if line)


def test_the_schedule_and_the_table_name_it(one: Books) -> None:
    one.stock.card(**DESK)
    for month in (APRIL, MAY):
        one.month(month)
    late = one.stock.card(**LAPTOP)
    april, may, june, july, *_ = one.read(asset_schedules.schedule_of_card, late).rows
    assert [(row.closed, row.booked) for row in (april, may, june)] == [
        (True, D(0)),
        (True, D(0)),
        (False, None),
    ]
    assert (june.catch_up, july.catch_up) == (2 * D("158.31"), 0)
    assert june.tax_catch_up == 2 * D("158.31")
    assert MonthCause.CATCH_UP in june.causes
    run = one.month(JUNE)
    april, may, june, july, *_ = one.read(asset_schedules.schedule_of_card, late).rows
    assert (june.closed, june.booked, june.catch_up) == (True, 3 * D("158.31"), 2 * D("158.31"))
    assert MonthCause.CATCH_UP in june.causes
    assert (july.catch_up, MonthCause.CATCH_UP in july.causes) == (0, False)
    found = {card.asset_id: card for card in one.read(depreciation_register.cards, run)}
    assert found[late].catch_up == 2 * D("158.31")
    assert one.read(depreciation_register.detail, run).catch_up == 2 * D("158.31")
    sheet = one.read(depreciation_sheets.run_sheet, run)
    place = [column.label for column in sheet.columns].index("其中补提")
    assert sheet.totals[place] == "316.62"
    schedule = one.read(depreciation_sheets.schedule_sheet, late)
    assert any("补提 316.62" in row[-1] for row in schedule.rows)


def test_a_card_whose_life_was_over_before_it_came_is_made_up_too(one: Books) -> None:
    one.stock.card(**DESK)
    for month in (APRIL, MAY, JUNE):
        one.month(month)
    late = one.stock.card(**{**LAPTOP, "months": 2, "residual": D(0)})
    rows = one.read(asset_schedules.schedule_of_card, late).rows
    july = next(row for row in rows if row.month == JULY)
    assert (july.charge, july.catch_up) == (0, D(5999))
    line = one.line(one.month(JULY), late)
    assert line is not None
    assert (line.amount, line.net) == (D(5999), 0)
