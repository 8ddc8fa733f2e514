"""The month's depreciation 月折旧: the figures of the rules, closed in order, opened again with a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, text

from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from models.user import Role
from services import asset_units, depreciation_runs
from services.database import Database
from services.depreciable import month_at, month_number
from services.errors import Refused
from tests.assets import Stock, stocked
from tests.conftest import actor_of_role

CLERK = actor_of_role(Role.CLERK)
CASHIER = actor_of_role(Role.CASHIER)
TODAY = date(2027, 8, 20)
LAPTOP = {"cost": Decimal(5999), "bought_on": date(2026, 3, 18), "start_on": date(2026, 3, 18), "months": 36}


@pytest.fixture
def stock(either: Database) -> Stock:
    return stocked(either)


def reckon(stock: Stock, month: date, today: date = TODAY) -> int:
    with stock.database.write() as session:
        return depreciation_runs.reckon(session, CLERK, month, today=today)


def close(stock: Stock, run_id: int, click: str = "") -> int:
    run = look(stock, run_id)
    with stock.database.write() as session:
        return depreciation_runs.close(
            session, CLERK, run_id, run.version, command_id=click or f"close:{run_id}:{run.version}"
        )


def look(stock: Stock, run_id: int) -> DepreciationRun:
    with stock.database.read() as session:
        return session.get_one(DepreciationRun, run_id)


def lines(stock: Stock, run_id: int) -> list[DepreciationLine]:
    with stock.database.read() as session:
        wanted = select(DepreciationLine).where(DepreciationLine.run_id == run_id)
        return list(session.scalars(wanted.order_by(DepreciationLine.asset_id)))


def months(stock: Stock, first: date, count: int) -> list[int]:
    made = []
    for number in range(month_number(first), month_number(first) + count):
        made.append(reckon(stock, month_at(number)))
        close(stock, made[-1])
    return made


def test_the_laptop_of_the_law_is_charged_from_the_month_after(stock: Stock) -> None:
    asset = stock.card(**LAPTOP)
    assert [line.amount for line in lines(stock, reckon(stock, date(2026, 4, 1)))] == [Decimal("158.31")]
    with stock.database.read() as session:
        assert depreciation_runs.next_month(session, CLERK, today=TODAY) == date(2026, 4, 1)
    run = look(stock, 1)
    assert (run.cost, run.amount, run.accumulated) == (Decimal(5999), Decimal("158.31"), Decimal("158.31"))
    assert run.net == Decimal("5840.69")
    assert lines(stock, 1)[0].asset_id == asset


def test_a_card_is_not_charged_in_the_month_of_its_start_nor_after_it_has_gone(stock: Stock) -> None:
    stock.card(**LAPTOP)
    assert lines(stock, reckon(stock, date(2026, 3, 1))) == []
    with stock.database.write() as session:
        card = session.get_one(FixedAsset, 1)
        card.state, card.stopped_on = "disposed", date(2026, 5, 10)
    assert len(lines(stock, reckon(stock, date(2026, 4, 1)))) == 1
    assert len(lines(stock, reckon(stock, date(2026, 5, 1)))) == 1
    assert lines(stock, reckon(stock, date(2026, 6, 1))) == []


def test_an_open_month_follows_its_cards_and_a_closed_one_stays(stock: Stock) -> None:
    stock.card(**LAPTOP)
    run = reckon(stock, date(2026, 4, 1))
    stock.card(cost=Decimal(3200), months=60, bought_on=date(2026, 3, 1), start_on=date(2026, 3, 1))
    assert reckon(stock, date(2026, 4, 1)) == run
    assert look(stock, run).amount == Decimal("158.31") + Decimal("50.67")
    close(stock, run)
    stock.card(**LAPTOP)
    with pytest.raises(Refused, match=r"depreciation\.closed"):
        reckon(stock, date(2026, 4, 1))
    assert look(stock, run).assets == 2


def test_closing_twice_is_closing_once(stock: Stock) -> None:
    stock.card(**LAPTOP)
    run = reckon(stock, date(2026, 4, 1))
    version = close(stock, run, "a click")
    assert close(stock, run, "a click") == version
    with pytest.raises(Refused, match=r"depreciation\.closed"):
        close(stock, run, "another")


def test_months_are_closed_in_their_order(stock: Stock) -> None:
    stock.card(**LAPTOP)
    april, may = reckon(stock, date(2026, 4, 1)), reckon(stock, date(2026, 5, 1))
    with pytest.raises(Refused, match=r"depreciation\.month_before"):
        close(stock, may)
    assert look(stock, may).state is DepreciationState.OPEN
    with pytest.raises(Refused, match=r"depreciation\.skipped") as refused:
        reckon(stock, date(2026, 7, 1))
    assert refused.value.values == {"month": "2026-06"}
    close(stock, april)
    close(stock, may)


def test_a_month_that_has_not_begun_is_not_reckoned(stock: Stock) -> None:
    stock.card(**LAPTOP)
    with pytest.raises(Refused, match=r"depreciation\.future"):
        reckon(stock, date(2027, 9, 1))


def test_the_first_month_needs_a_card_in_use(stock: Stock) -> None:
    with stock.database.read() as session:
        assert depreciation_runs.next_month(session, CLERK, today=TODAY) is None
    run = reckon(stock, date(2026, 4, 1))
    with pytest.raises(Refused, match=r"depreciation\.nothing"):
        close(stock, run)


def test_the_newest_month_is_opened_again_with_a_reason(stock: Stock) -> None:
    stock.card(**LAPTOP)
    first, second = months(stock, date(2026, 4, 1), 2)

    def reopen(run_id: int, reason: str) -> None:
        run = look(stock, run_id)
        with stock.database.write() as session:
            depreciation_runs.reopen(
                session, CLERK, run_id, run.version, reason=reason, command_id=f"{run_id}{reason}"
            )

    with pytest.raises(Refused, match=r"depreciation\.closed"):
        reopen(first, "漏登一台")
    with pytest.raises(Refused, match=r"approval\.reason_missing"):
        reopen(second, " ")
    reckon(stock, date(2026, 6, 1))
    reopen(second, "漏登一台")
    with stock.database.read() as session:
        assert depreciation_runs.closed_until(session) == date(2026, 4, 1)
        assert depreciation_runs.next_month(session, CLERK, today=TODAY) == date(2026, 5, 1)
        assert (
            session.scalar(select(DepreciationRun.id).where(DepreciationRun.month == date(2026, 6, 1)))
            is None
        )
    with pytest.raises(Refused, match=r"depreciation\.not_closed"):
        reopen(second, "再来")


def test_the_database_itself_keeps_closed_months(stock: Stock) -> None:
    stock.card(**LAPTOP)
    first, _second = months(stock, date(2026, 4, 1), 2)
    third = reckon(stock, date(2026, 6, 1))
    for statement, said in (
        (f"UPDATE depreciation_line SET amount = 0 WHERE run_id = {first}", r"depreciation\.closed"),
        (f"DELETE FROM depreciation_line WHERE run_id = {first}", r"depreciation\.closed"),
        (f"UPDATE depreciation_run SET state = 'open' WHERE id = {first}", r"depreciation\.closed"),
        (f"DELETE FROM depreciation_run WHERE id = {first}", r"depreciation\.closed"),
        (
            f"UPDATE depreciation_run SET month = '2026-08-01', state = 'closed' WHERE id = {third}",
            r"depreciation\.month_before",
        ),
    ):
        with pytest.raises(Refused, match=said), stock.database.write() as session:
            session.execute(text(statement))


def test_an_open_month_can_be_removed_and_a_closed_one_cannot(stock: Stock) -> None:
    stock.card(**LAPTOP)
    run = reckon(stock, date(2026, 4, 1))
    with stock.database.write() as session:
        assert depreciation_runs.remove(session, CLERK, run, look(stock, run).version)
    run = reckon(stock, date(2026, 4, 1))
    close(stock, run)
    with pytest.raises(Refused, match=r"depreciation\.closed"), stock.database.write() as session:
        depreciation_runs.remove(session, CLERK, run, look(stock, run).version)


def test_who_only_sees_assets_closes_nothing(stock: Stock) -> None:
    stock.card(**LAPTOP)
    run = reckon(stock, date(2026, 4, 1))
    with pytest.raises(Refused, match=r"permission\.denied"), stock.database.write() as session:
        depreciation_runs.close(session, CASHIER, run, 2, command_id="no")


def test_the_tax_book_stands_beside(stock: Stock) -> None:
    stock.card(**LAPTOP, one_off=True)
    stock.card(cost=Decimal(100_000), months=24, bought_on=date(2026, 3, 1), start_on=date(2026, 3, 1))
    once, least = lines(stock, reckon(stock, date(2026, 4, 1)))
    assert once.tax_amount == Decimal(5999)
    assert (least.amount, least.tax_amount) == (Decimal("3958.33"), Decimal("2638.89"))  # 36 months at least


def test_a_card_by_units_needs_those_of_the_month_before_it_is_closed(stock: Stock) -> None:
    car = stock.card(
        name="货车", class_id=stock.classes["QC"], cost=Decimal(120_000), residual=Decimal(6000), months=48,
        method=Method.UNITS, units_total=Decimal(300_000), bought_on=date(2026, 3, 1), start_on=date(2026, 3, 1),
    )  # fmt: skip
    run = reckon(stock, date(2026, 4, 1))
    with pytest.raises(Refused, match=r"depreciation\.units_missing") as refused:
        close(stock, run)
    assert refused.value.values == {"count": 1, "name": "货车"}
    with stock.database.write() as session:
        assert asset_units.enter(session, CLERK, date(2026, 4, 9), {car: Decimal(4512)}) == 1
        assert asset_units.enter(session, CLERK, date(2026, 4, 9), {car: Decimal(4512)}) == 0
    with stock.database.read() as session:
        (row,) = asset_units.of_month(session, CLERK, date(2026, 4, 1))
    assert (row.total, row.before, row.units) == (Decimal(300_000), Decimal(0), Decimal(4512))
    close(stock, run, "with units")
    assert [line.amount for line in lines(stock, run)] == [Decimal("1714.56")]
    with stock.database.write() as session:
        asset_units.enter(session, CLERK, date(2026, 5, 1), {car: Decimal(100)})
        asset_units.enter(session, CLERK, date(2026, 5, 1), {car: Decimal(200)})
        assert asset_units.enter(session, CLERK, date(2026, 5, 1), {car: None}) == 1
    with pytest.raises(Refused, match=r"asset\.units"), stock.database.write() as session:
        asset_units.enter(session, CLERK, date(2026, 5, 1), {car: Decimal(-1)})
    with pytest.raises(Refused, match=r"record\.gone"), stock.database.write() as session:
        asset_units.enter(session, CLERK, date(2026, 5, 1), {999: Decimal(1)})
