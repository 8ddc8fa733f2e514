"""Units of use of cards that are estimated anew: away from units, and to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from services import asset_estimates, asset_units
from services.asset_estimates import EstimateDraft
from services.errors import Refused
from services.terms import Method
from tests.assets import CLERK, Stock, stocked
from tests.test_depreciation_runs import close, lines, months, reckon

TODAY = date(2026, 8, 20)
APRIL, JUNE = date(2026, 4, 1), date(2026, 6, 1)
BOUGHT = date(2026, 3, 1)
UNITS = Decimal(300_000)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def car(stock: Stock, method: Method = Method.UNITS) -> int:
    total = UNITS if method is Method.UNITS else None
    return stock.card(
        name="货车", class_id=stock.classes["QC"], cost=Decimal(120_000), residual=Decimal(6000), months=48,
        method=method, units_total=total, bought_on=BOUGHT, start_on=BOUGHT,
    )  # fmt: skip


def proposal(stock: Stock, card: int) -> EstimateDraft:
    with stock.database.read() as session:
        return asset_estimates.proposal(session, CLERK, card, today=TODAY)


def revise(stock: Stock, card: int, **given: object) -> None:
    draft = replace(proposal(stock, card), reason="方法变更", from_on=JUNE, **given)
    with stock.database.write() as session:
        asset_estimates.revise(session, CLERK, draft, command_id=f"{draft}", today=TODAY)


def enter(stock: Stock, card: int, month: date, units: int) -> int:
    with stock.database.write() as session:
        return asset_units.enter(session, CLERK, month, {card: Decimal(units)}, today=TODAY)


def asked(stock: Stock, month: date) -> list[int]:
    with stock.database.read() as session:
        return [row.asset_id for row in asset_units.of_month(session, CLERK, month)]


def test_a_card_that_leaves_units_needs_none_any_more(either):
    stock = stocked(either)
    card = car(stock)
    for month in (APRIL, date(2026, 5, 1)):
        enter(stock, card, month, 4512)
    months(stock, APRIL, 2)
    assert proposal(stock, card).by_units
    revise(stock, card, method=Method.STRAIGHT_LINE, months=40)
    assert (asked(stock, APRIL), asked(stock, JUNE)) == ([card], [])
    with pytest.raises(Refused, match=r"asset\.units"):
        enter(stock, card, JUNE, 500)
    run = reckon(stock, JUNE)
    close(stock, run)
    (line,) = lines(stock, run)
    assert line.amount == Decimal("2764.27")  # (120,000 − 2 × 1,714.56 − 6,000) ÷ 40


def test_a_card_goes_over_to_units_with_those_it_still_does(either):
    stock = stocked(either)
    card = car(stock, Method.STRAIGHT_LINE)
    months(stock, APRIL, 2)
    charged = 2 * Decimal("2375.00")
    for wrong, code in ((None, "record.required"), (Decimal(0), "asset.units")):
        with pytest.raises(Refused) as caught:
            revise(stock, card, method=Method.UNITS, units_left=wrong)
        assert (caught.value.code, caught.value.field) == (code, "units_left")
    assert not proposal(stock, card).by_units
    revise(stock, card, method=Method.UNITS, units_left=Decimal(100_000))
    assert (asked(stock, APRIL), asked(stock, JUNE)) == ([], [card])
    run = reckon(stock, JUNE)
    with pytest.raises(Refused, match=r"depreciation\.units_missing"):
        close(stock, run)
    with pytest.raises(Refused, match=r"asset\.units_most"):
        enter(stock, card, JUNE, 100_001)
    assert enter(stock, card, JUNE, 2500) == 1
    close(stock, run, "with units")
    (line,) = lines(stock, run)
    assert line.amount == ((Decimal(114_000) - charged) * 2500 / 100_000).quantize(Decimal("0.01"))


def test_taken_back_it_does_not_count_units(stock):
    card = car(stock, Method.STRAIGHT_LINE)
    revise(stock, card, method=Method.UNITS, units_left=Decimal(100_000))
    enter(stock, card, JUNE, 2500)
    with stock.database.write() as session:
        version = stock.look(card).version
        asset_estimates.take_back(session, CLERK, card, version, reason="误", today=TODAY)
    assert (stock.look(card).units_total, asked(stock, JUNE)) == (0, [])
    draft = replace(
        proposal(stock, card), reason="再", from_on=date(2026, 7, 1), method=Method.UNITS,
        units_left=Decimal(90_000),
    )  # fmt: skip
    with stock.database.write() as session:
        asset_estimates.revise(session, CLERK, draft, command_id="again", today=TODAY)
    with stock.database.read() as session:
        (row,) = asset_units.of_month(session, CLERK, date(2026, 7, 1))
        assert row.total - row.before == 90_000
