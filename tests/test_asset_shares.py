"""Parts of a card are the whole to the fen in every month, past and to come; what is owed goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from models.asset_terms import Method
from models.depreciation import DepreciationLine
from models.fixed_asset import AssetEstimate, AssetUse, FixedAsset
from services import asset_estimates, asset_lots, asset_units, depreciation_runs, fixed_assets
from services.asset_estimates import EstimateDraft
from services.asset_lots import PartDraft
from services.asset_shares import put_together, share_out, shares_of
from services.asset_terms_of import load_with_terms, terms_of
from services.depreciable import Booked, month_at, month_number
from services.depreciation_books import books, last_month, tax_books
from services.errors import Refused
from services.money import split
from tests.test_depreciation_catch_up import APRIL, CAR, DESK, JULY, JUNE, LAPTOP, MAY, Books

D = Decimal
START = date(2024, 1, 10)
FIRST = month_number(START)
MONTHS = range(FIRST - 1, FIRST + 140)

methods = some.sampled_from(Method)
fens = some.integers(1, 3_000_000).map(lambda fen: D(fen).scaleb(-2))


@pytest.fixture
def one(database) -> Books:
    return Books(database)


@pytest.fixture
def both(either) -> Books:
    return Books(either)


@some.composite
def cards(draw: some.DrawFn) -> FixedAsset:
    """A lot with, perhaps, an opening balance off its schedule, a change of estimate, units of use."""
    cost, method, months = draw(fens), draw(methods), draw(some.integers(1, 60))
    residual = D(draw(some.integers(0, int(cost * 100)))).scaleb(-2)
    done = draw(some.integers(0, months - 1))
    charged = draw(some.integers(0, int((cost - residual) * 100))) if done else 0
    card = FixedAsset(
        quantity=draw(some.integers(1, 30)), cost=cost, residual=residual, months=months, method=method,
        bought_on=START, start_on=START, opening_months=done, opening_accumulated=D(charged).scaleb(-2),
        tax_months=draw(some.integers(0, 80)), one_off=draw(some.booleans()), units_total=D(1000), estimates=[], uses=[],
    )  # fmt: skip
    begin = FIRST + 1 + done
    if method is Method.UNITS:
        used = draw(some.lists(some.integers(0, 400), max_size=5))
        card.uses = [
            AssetUse(month=month_at(begin + place), units=D(units)) for place, units in enumerate(used)
        ]
    if draw(some.booleans()):
        at = begin + draw(some.integers(1, 20))
        left = cost * 100 - books(terms_of(card), at - 1)[0]
        card.estimates = [
            AssetEstimate(
                from_on=month_at(at), months=draw(some.integers(1, 50)), method=draw(methods), made_by_name="文员",
                residual=D(draw(some.integers(0, int(left)))).scaleb(-2), added=D(draw(some.integers(0, 90_000))).scaleb(-2),
                reason="大修",
            )
        ]  # fmt: skip
    return card


def _new(card: FixedAsset) -> FixedAsset:
    made = FixedAsset(estimates=[], uses=[], quantity=1)
    for name in ("months", "method", "bought_on", "start_on", "opening_months", "tax_months", "one_off"):
        setattr(made, name, getattr(card, name))
    return made


def _divide(card: FixedAsset, weights: Sequence[int], booked: Booked | None = None) -> list[FixedAsset]:
    items = [card, *(_new(card) for _ in weights[1:])]
    share_out(card, items, shares_of(terms_of(card), split(card.cost, weights)), booked)
    return items


def _states(*items: FixedAsset) -> list[tuple[int, int, int]]:
    """Charged, cost and charged in the tax book by month, of all together."""
    terms = [terms_of(item) for item in items]
    return [
        (
            sum(books(one, month)[0] for one in terms),
            sum(books(one, month)[1] for one in terms),
            sum(tax_books(one, month) for one in terms),
        )
        for month in MONTHS
    ]


@settings(max_examples=60, deadline=None)
@given(
    card=cards(), weights=some.lists(some.integers(1, 50), min_size=2, max_size=5), again=some.integers(1, 9)
)
def test_parts_are_the_whole_in_every_month_and_so_is_what_is_put_together(card, weights, again):
    before, cost, residual, units = _states(card), card.cost, card.residual, [use.units for use in card.uses]
    items = _divide(card, weights)
    assert _states(*items) == before
    assert sum(item.cost for item in items) == cost
    assert sum(item.residual for item in items) == residual
    assert all(0 <= item.residual <= item.cost for item in items)
    assert sum(item.units_total for item in items) == 1000
    assert [
        sum(month) for month in zip(*([use.units for use in item.uses] for item in items), strict=True)
    ] == units
    for item in items:
        assert (
            sum((one.added for one in item.estimates), item.cost) * 100
            == books(terms_of(item), MONTHS[-1])[1]
        )
    more = [*_divide(items[1], [1, again]), items[0], *items[2:]]
    assert _states(*more) == before
    put_together(more[0], more[1:], [terms_of(item) for item in more], [None] * len(more))
    assert _states(*more) == before
    assert (more[0].cost, sum(item.cost for item in more[1:])) == (cost, 0)
    assert last_month(terms_of(more[0])) >= FIRST


@settings(max_examples=60, deadline=None)
@given(
    card=cards(),
    weights=some.lists(some.integers(1, 9), min_size=2, max_size=4),
    owed=some.integers(0, 10**6),
)
def test_what_was_booked_goes_with_the_parts_to_the_fen(card, weights, owed):
    items = _divide(card, weights, Booked(FIRST + 3, owed, owed // 2))
    found = [terms_of(item).booked for item in items]
    assert sum(one.company for one in found) == owed
    assert sum(one.tax for one in found) == owed // 2
    assert {one.until for one in found} == {FIRST + 3}


def _split(one: Books, card: int, *pieces: int, today: date = date(2026, 6, 9)) -> list[int]:
    version = one.stock.look(card).version
    parts = [PartDraft(count) for count in pieces]
    return one.write(
        asset_lots.split,
        card,
        version,
        parts,
        reason="分开管理",
        command_id=f"split {card} {version}",
        today=today,
    )


def _merge(one: Books, *ids: int, today: date = date(2026, 6, 9)) -> int:
    return one.write(asset_lots.merge, ids, reason="并回", command_id=f"merge {ids}", today=today)


def _lines(one: Books, run: int, ids: Sequence[int]) -> list[DepreciationLine]:
    return [line for each in ids if (line := one.line(run, each)) is not None]


def test_a_late_card_split_before_its_catch_up_loses_none_of_it(both: Books) -> None:
    both.stock.card(**DESK)
    for month in (APRIL, MAY):
        both.month(month)
    late = both.stock.card(**{**LAPTOP, "quantity": 3})
    made = _split(both, late, 1, 1)
    june = both.month(JUNE)
    lines = _lines(both, june, [late, *made])
    assert sum(line.catch_up for line in lines) == 2 * D("158.31")
    assert sum(line.tax_catch_up for line in lines) == 2 * D("158.31")
    assert sum(line.amount for line in lines) == 3 * D("158.31")
    assert all(line.catch_up > 100 for line in lines)
    assert sum(line.catch_up for line in _lines(both, both.month(JULY), [late, *made])) == 0


def test_a_late_card_put_together_with_one_that_was_there_is_made_up_too(one: Books) -> None:
    there = one.stock.card(**LAPTOP)
    for month in (APRIL, MAY):
        one.month(month)
    late = one.stock.card(**LAPTOP)
    _merge(one, there, late)
    line = one.line(one.month(JUNE), there)
    assert line is not None
    assert (line.catch_up, line.amount, line.accumulated) == (
        2 * D("158.31"),
        4 * D("158.31"),
        6 * D("158.31"),
    )
    line = one.line(one.month(JULY), there)
    assert line is not None
    assert (line.catch_up, line.amount) == (0, 2 * D("158.31"))


def test_a_month_that_is_opened_again_charges_the_parts_what_it_charged_the_whole(one: Books) -> None:
    lot = one.stock.card(**{**LAPTOP, "quantity": 3})
    one.month(APRIL)
    may = one.month(MAY)
    made = _split(one, lot, 1)
    one.write(depreciation_runs.reopen, may, one.run(may).version, reason="重算", command_id="again")
    one.month(MAY, close=False)
    one.write(depreciation_runs.close, may, one.run(may).version, command_id="close again")
    assert one.run(may).amount == D("158.31")
    june = one.month(JUNE)
    assert one.run(june).amount == D("158.31")
    assert [line.catch_up for line in _lines(one, june, [lot, *made])] == [0, 0]


def test_a_part_is_estimated_anew_from_an_open_month_on_and_what_it_inherited_stays(one: Books) -> None:
    lot = one.stock.card(**{**LAPTOP, "quantity": 2})
    one.month(APRIL)
    draft = EstimateDraft(lot, one.stock.look(lot).version, MAY, 20, D(100), reason="提前更新")
    one.write(asset_estimates.revise, draft, command_id="first", today=MAY)
    one.month(MAY)
    (part,) = _split(one, lot, 1)
    with pytest.raises(Refused, match=r"asset\.estimate_shared"):
        one.write(asset_estimates.take_back, part, one.stock.look(part).version, reason="x", today=JUNE)
    early = EstimateDraft(part, one.stock.look(part).version, MAY, 10, D(0), reason="x")
    with pytest.raises(Refused, match=r"asset\.month_closed"):
        one.write(asset_estimates.revise, early, command_id="early", today=JUNE)
    later = EstimateDraft(part, one.stock.look(part).version, JUNE, 10, D(0), reason="只用到年底")
    one.write(asset_estimates.revise, later, command_id="later", today=JUNE)
    june = one.month(JUNE)
    kept, mine = _lines(one, june, [lot, part])
    assert mine.amount == round((mine.net + mine.amount) / 10, 2)
    assert kept.catch_up == mine.catch_up == 0
    assert kept.amount < mine.amount


def test_parts_by_units_go_on_with_units_of_their_own(one: Books) -> None:
    one.stock.card(**DESK)
    car = one.stock.card(**{**CAR, "quantity": 3})
    one.write(asset_units.enter, APRIL, {car: D(3000)})
    one.month(APRIL)
    (part,) = _split(one, car, 1, today=date(2026, 5, 9))
    assert (one.stock.look(part).units_total, one.stock.look(car).units_total) == (D(100_000), D(200_000))
    with pytest.raises(Refused) as refused:
        one.write(asset_units.enter, APRIL, {part: D(5)}, today=MAY)
    assert (refused.value.code, refused.value.values["first"]) == ("asset.units_month", "2026-05")
    one.write(asset_units.enter, MAY, {car: D(2000), part: D(500)}, today=MAY)
    may = one.month(MAY)
    assert [(line.amount, line.catch_up) for line in _lines(one, may, [car, part])] == [
        (D(760), 0),
        (D(190), 0),
    ]
    _merge(one, car, part)
    one.write(asset_units.enter, JUNE, {car: D(297_000 - 2500)}, today=JUNE)
    line = one.line(one.month(JUNE), car)
    assert line is not None
    assert (line.net, line.catch_up) == (D(6000), 0)


def test_what_is_typed_anew_is_reckoned_by_what_is_typed(one: Books) -> None:
    lot = one.stock.card(**{**LAPTOP, "quantity": 2})
    (part,) = _split(one, lot, 1)
    draft = one.read(fixed_assets.get, part)
    one.write(fixed_assets.save, replace(draft, note="只改备注"), today=JUNE)
    assert one.stock.look(part).basis is not None
    one.write(
        fixed_assets.save, replace(one.read(fixed_assets.get, part), cost=D(3600), residual=D(0)), today=JUNE
    )
    assert one.stock.look(part).basis is None
    with one.stock.database.read() as session:
        (card,) = load_with_terms(session, [part])
        assert books(terms_of(card), month_number(APRIL))[0] == 10_000
