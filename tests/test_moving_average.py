"""Stock at moving average cost: by hand, and by what always holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.moving_average import Stock, average, counted, issued, received, returned, runs_short
from services.usual_supplies import supply_kinds

D = Decimal
PAPER = Stock(D(10), D("235.50"))


def test_a_receipt_changes_the_average():
    after = received(PAPER, D(5), D("120.00")).stock
    assert after == Stock(D(15), D("355.50"))
    assert (average(PAPER), average(after), average(Stock())) == (D("23.55"), D("23.70"), None)


def test_an_issue_takes_its_share_and_the_last_unit_the_rest():
    stock, values = Stock(D(3), D("100.00")), []
    for _ in range(3):
        moved = issued(stock, D(1))
        stock = moved.stock
        values.append(moved.value)
    assert values == [D("-33.33"), D("-33.34"), D("-33.33")]
    assert stock == Stock(D(0), D(0))


def test_parts_of_a_unit_may_be_issued():
    moved = issued(Stock(D("12.5"), D("40.00")), D("0.125"))
    assert (moved.value, moved.stock) == (D("-0.40"), Stock(D("12.375"), D("39.60")))


def test_a_gift_costs_nothing_and_lowers_the_average():
    assert average(received(PAPER, D(10), D(0)).stock) == D("11.78")


def test_what_comes_back_comes_at_the_cost_it_left_with():
    out = issued(PAPER, D(4))
    dearer = received(out.stock, D(6), D("600")).stock
    assert returned(dearer, D(1), -out.quantity, -out.value).value == D("23.55")
    assert returned(dearer, D(4), -out.quantity, -out.value).value == D("94.20")


def test_a_count_takes_the_shortage_and_adds_the_surplus():
    assert counted(PAPER, D(8)).value == D("-47.10")
    assert counted(PAPER, D(12)).stock == Stock(D(12), D("282.60"))
    assert counted(PAPER, D(0)).stock == Stock(D(0), D(0))
    same = counted(PAPER, D(10))
    assert (same.stock, same.quantity, same.value) == (PAPER, 0, 0)
    assert counted(Stock(), D("1.5"), D("23.55")).value == D("35.33")


@pytest.mark.parametrize(
    ("act", "code", "field"),
    [
        (lambda: issued(PAPER, D(11)), "supply.not_enough", "quantity"),
        (lambda: issued(Stock(), D(1)), "supply.not_enough", "quantity"),
        (lambda: issued(PAPER, D(0)), "supply.quantity", "quantity"),
        (lambda: issued(PAPER, D(-1)), "supply.quantity", "quantity"),
        (lambda: issued(PAPER, D("0.0005")), "supply.quantity", "quantity"),
        (lambda: received(PAPER, D("NaN"), D(1)), "supply.quantity", "quantity"),
        (lambda: received(PAPER, D(1), D("-0.01")), "supply.value_negative", "value"),
        (lambda: received(PAPER, D(1), D("0.001")), "money.too_many_decimals", None),
        (lambda: returned(PAPER, D(2), D(1), D(5)), "supply.returned_too_much", "quantity"),
        (lambda: counted(PAPER, D(-1)), "supply.quantity", "quantity"),
        (lambda: counted(Stock(), D(1)), "supply.surplus_value", "unit_value"),
        (lambda: counted(Stock(), D(1), D(-1)), "supply.value_negative", "unit_value"),
    ],
)
def test_what_cannot_be_is_refused(act, code, field):
    with pytest.raises(Refused) as refusal:
        act()
    assert (refusal.value.code, refusal.value.field) == (code, field)


QUANTITY = st.integers(1, 5_000_000).map(lambda parts: D(parts).scaleb(-3))
VALUE = st.integers(0, 10_000_000).map(lambda fen: D(fen).scaleb(-2))
MOVES = st.lists(st.tuples(st.sampled_from(["in", "out", "count"]), QUANTITY, VALUE), max_size=40)


@given(MOVES)
def test_stock_never_falls_below_nothing_and_nothing_is_worth_nothing(moves):
    stock, quantity, value = Stock(), D(0), D(0)
    for act, amount, cost in moves:
        if act == "in":
            moved = received(stock, amount, cost)
        elif act == "out":
            if not stock.quantity:
                continue
            moved = issued(stock, min(amount, stock.quantity))
        else:
            moved = counted(stock, amount, D(1))
        stock = moved.stock
        quantity, value = quantity + moved.quantity, value + moved.value
        assert (stock.quantity, stock.value) == (quantity, value)
        assert stock.quantity >= 0
        assert stock.value >= 0
        assert stock.quantity or not stock.value


@given(QUANTITY, VALUE, st.lists(QUANTITY, min_size=1, max_size=20))
def test_all_that_was_bought_is_issued_to_the_fen(quantity, value, wanted):
    stock, taken = Stock(quantity, value), D(0)
    for amount in [*wanted, quantity]:
        if stock.quantity:
            moved = issued(stock, min(amount, stock.quantity))
            stock, taken = moved.stock, taken - moved.value
            assert moved.value <= 0
    assert (taken, stock.value) == (value, 0)


def test_an_article_below_its_line_runs_short():
    assert [runs_short(D(on_hand), D(10)) for on_hand in (9, 10, 11)] == [True, False, False]
    assert not runs_short(D(0), D(0))


def test_the_usual_kinds_are_there():
    kinds = {kind.name: kind for kind in supply_kinds()}
    assert {"办公耗材", "饮用水", "名片", "备品备件", "节日福利", "劳保用品"} <= kinds.keys()
    assert kinds["节日福利"].benefit
    assert kinds["名片"].personal
    assert not kinds["饮用水"].benefit
    assert (
        len({kind.prefix for kind in supply_kinds()})
        == len({kind.code for kind in supply_kinds()})
        == len(kinds)
    )
    assert all(article.unit and article.low >= 0 for kind in supply_kinds() for article in kind.articles)
