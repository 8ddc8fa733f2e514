"""All cards at once: to the fen what the rules say of each, whatever its method, life, import, change or disposal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.asset_terms import Method
from models.fixed_asset import AssetEstimate, FixedAsset
from services import depreciation_bulk, tax_depreciation
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Database
from services.depreciable import month_at, month_number
from services.depreciation import accumulated_on, charge_in, schedule_of, value_on
from tests.assets import Stock, stocked

LAPTOP = {"cost": Decimal(5999), "bought_on": date(2026, 3, 18), "start_on": date(2026, 3, 18), "months": 36}


@pytest.fixture
def stock(either: Database) -> Stock:
    return stocked(either)


_CARD = st.fixed_dictionaries(
    {
        "cost": st.integers(0, 99_999_999),
        "rest": st.integers(0, 100),
        "months": st.integers(1, 120),
        "method": st.sampled_from([Method.STRAIGHT_LINE, Method.DOUBLE_DECLINING, Method.SUM_OF_YEARS]),
        "start": st.integers(0, 40),
        "used": st.booleans(),
        "stop": st.none() | st.integers(0, 60),
        "opening": st.integers(0, 119),
        "part": st.integers(0, 100),
        "change": st.none() | st.tuples(st.integers(1, 60), st.integers(1, 60), st.integers(-500, 500)),
        "tax_months": st.sampled_from([0, 36, 60, 120]),
        "one_off": st.booleans(),
    }
)


def _card(one: dict[str, object], number: int, class_id: int) -> FixedAsset:
    """A card of drawn figures, sound as `depreciation.check_asset` wants it."""
    cost = Decimal(one["cost"]).scaleb(-2)
    residual = (cost * one["rest"] / 100).quantize(Decimal("0.01"), rounding="ROUND_DOWN")
    begin = month_number(date(2020, 1, 1)) + one["start"]
    start = month_at(begin).replace(day=15)
    stopped = None if one["stop"] is None else month_at(begin + one["stop"]).replace(day=20)
    done = min(one["opening"], one["months"] - 1)
    opening = ((cost - residual) * one["part"] / 100).quantize(Decimal("0.01")) if done else Decimal(0)
    card = FixedAsset(
        number=f"T-{number}", name="卡片", class_id=class_id, cost=cost, residual=residual, months=one["months"],
        method=one["method"], bought_on=start, start_on=start if one["used"] else None, stopped_on=stopped,
        state="disposed" if stopped else "in_use", opening_months=done, opening_accumulated=min(opening, cost - residual),
        tax_months=one["tax_months"], one_off=one["one_off"],
    )  # fmt: skip
    if one["change"] and one["used"]:
        after, life, added = one["change"]
        at = max(begin + 1 + after, begin + 1 + done)
        if stopped is not None and at > month_number(stopped):
            return card
        added = Decimal(max(added, 0))
        card.estimates.append(
            AssetEstimate(from_on=month_at(at), months=life, residual=Decimal(0), method=Method.STRAIGHT_LINE,
                          added=added, reason="重估", made_by_name="文员")
        )  # fmt: skip
    return card


@settings(max_examples=15, deadline=None)
@given(st.lists(_CARD, min_size=1, max_size=12), st.integers(0, 130))
def test_a_month_of_all_is_to_the_fen_what_the_schedule_of_each_says(
    fresh_stock: Stock, cards: list[dict[str, object]], after: int
) -> None:
    month = month_at(month_number(date(2020, 1, 1)) + after)
    with fresh_stock.database.write() as session:
        session.add_all(_card(one, n, fresh_stock.classes["DZ"]) for n, one in enumerate(cards))
        session.flush()
        rows, special = depreciation_bulk.card_rows(session), depreciation_bulk.special_terms(session)
        books = {book.id: book for book in depreciation_bulk.charged(rows, special, month_number(month))}
        day = month.replace(day=17)
        worth = {
            row[0]: cost - done for row, cost, done in depreciation_bulk.worth(rows, special, day.isoformat())
        }
        for card in load_with_terms(session, [row[0] for row in rows]):
            terms = terms_of(card)
            assert Decimal(worth.get(card.id, 0)).scaleb(-2) == value_on(terms, day)
            book = books.get(card.id)
            if book is None:
                continue
            assert Decimal(book.accumulated - book.before).scaleb(-2) == charge_in(terms, month)
            assert Decimal(book.accumulated).scaleb(-2) == accumulated_on(terms, month)
            listed = {one.month: one for one in schedule_of(terms)}
            if month in listed:
                assert listed[month].amount == Decimal(book.accumulated - book.before).scaleb(-2)
                assert listed[month].net == Decimal(book.cost - book.accumulated).scaleb(-2)
        session.rollback()


@pytest.fixture(scope="module")
def fresh_stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    return stocked(Database.open(tmp_path_factory.mktemp("books")))


def test_the_tax_book_of_a_card_is_what_the_tax_rules_say(stock: Stock) -> None:
    stock.card(**LAPTOP)
    with stock.database.read() as session:
        (row,) = depreciation_bulk.card_rows(session)
        (card,) = load_with_terms(session, [1])
        tax = tax_depreciation.tax_terms(terms_of(card), tax_depreciation.TaxClass.ELECTRONICS)
        months = range(month_number(date(2026, 1, 1)), month_number(date(2030, 1, 1)))
        states = depreciation_bulk.month_states(row, {}, months, tax=True)
    assert [Decimal(each).scaleb(-2) for each in states] == [accumulated_on(tax, month_at(n)) for n in months]
