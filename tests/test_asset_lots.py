"""Cards are split, merged and estimated anew: quantity, cost and what was charged never lose a fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from services import asset_estimates, asset_lots, asset_terms_of, depreciation, money
from services.asset_estimates import EstimateDraft
from services.asset_lots import PartDraft
from services.errors import Refused
from tests.assets import BOUGHT, CLERK, Stock, stocked
from tests.conftest import TODAY

OLD = date(2024, 3, 18)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def split(
    stock: Stock, card: int, *parts: PartDraft, reason: str = "分给两个部门", click: str = ""
) -> list[int]:
    version = stock.look(card).version
    with stock.database.write() as session:
        return asset_lots.split(
            session,
            CLERK,
            card,
            version,
            parts,
            reason=reason,
            command_id=click or f"{card}{version}",
            today=TODAY,
        )


def merge(stock: Stock, *cards: int, reason: str = "同批") -> int:
    with stock.database.write() as session:
        return asset_lots.merge(session, CLERK, cards, reason=reason, command_id=f"{cards}", today=TODAY)


def worth(stock: Stock, *cards: int, day: date = TODAY) -> Decimal:
    with stock.database.read() as session:
        loaded = asset_terms_of.load_with_terms(session, cards)
        return sum((depreciation.value_on(asset_terms_of.terms_of(card), day) for card in loaded), Decimal(0))


def close(stock: Stock, card: int, month: date) -> None:
    with stock.database.write() as session:
        run = DepreciationRun(month=month, state=DepreciationState.OPEN)
        session.add(run)
        session.flush()
        zero = Decimal(0)
        session.add(DepreciationLine(run_id=run.id, asset_id=card, class_id=1, amount=zero, accumulated=zero, net=zero, tax_amount=zero))  # fmt: skip
        session.flush()
        run.state = DepreciationState.CLOSED


def test_a_lot_is_split_by_its_pieces(either):
    stock = stocked(either)
    lot = stock.card(
        name="会议椅", class_id=stock.classes["ZY"], quantity=7, cost=Decimal("1000.00"), bought_on=OLD, start_on=OLD,
        employee_id=2, place_id=stock.places["305室"],
    )  # fmt: skip
    before = worth(stock, lot, day=date(2026, 2, 28))
    [one, two] = split(stock, lot, PartDraft(2), PartDraft(3, name="折叠椅"))
    kept, first, second = (stock.look(card) for card in (lot, one, two))
    assert [card.quantity for card in (kept, first, second)] == [2, 2, 3]
    assert kept.cost + first.cost + second.cost == Decimal(1000)
    assert kept.residual + first.residual + second.residual == Decimal(50)
    assert (second.name, second.number, second.source_id) == ("折叠椅", "ZY-2024-0003", lot)
    assert (first.state, first.employee_id, first.place_id) == (AssetState.IN_USE, 2, stock.places["305室"])
    assert worth(stock, lot, one, two, day=date(2026, 2, 28)) == before
    assert [row.kind for row in stock.movements(one)] == [MovementKind.SPLIT]
    assert "ZY-2024-0002、ZY-2024-0003" in stock.movements(lot)[-1].note


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cost=some.integers(1, 5_000_000),
    pieces=some.integers(2, 40),
    taken=some.integers(1, 39),
    months=some.integers(1, 120),
)
def test_no_split_loses_a_fen(stock, cost, pieces, taken, months):
    lot = stock.card(
        quantity=pieces,
        cost=Decimal(cost).scaleb(-2),
        residual=Decimal(0),
        months=months,
        bought_on=OLD,
        start_on=OLD,
    )
    cut = date(2026, 2, 28)
    before = stock.look(lot).cost, worth(stock, lot, day=cut)
    if taken >= pieces or cost < pieces:
        return
    [part] = split(stock, lot, PartDraft(taken))
    assert stock.look(lot).cost + stock.look(part).cost == before[0]
    assert worth(stock, lot, part, day=cut) == before[1]
    assert worth(stock, lot, part, day=date(2060, 1, 1)) == 0


def test_a_thing_is_taken_apart_by_cost(stock):
    card = stock.card(cost=Decimal(8000))
    [screen] = split(stock, card, PartDraft(1, Decimal(1500), "显示器", "SN-9"))
    assert (stock.look(card).cost, stock.look(card).quantity) == (Decimal(6500), 1)
    assert (stock.look(screen).cost, stock.look(screen).serial_number) == (Decimal(1500), "SN-9")


@pytest.mark.parametrize(
    ("given", "parts", "said"),
    [
        ({"quantity": 5}, (), ("asset.no_parts", "parts")),
        ({"quantity": 5}, (PartDraft(0),), ("asset.part_quantity", "parts.0.quantity")),
        ({"quantity": 5}, (PartDraft(5),), ("asset.nothing_left", "parts")),
        ({"quantity": 5}, (PartDraft(1), PartDraft(1, Decimal(-1))), ("asset.part_cost", "parts.1.cost")),
        ({"quantity": 5}, (PartDraft(1, Decimal(5999)),), ("asset.nothing_left", "parts")),
        ({}, (PartDraft(1),), ("asset.part_cost", "parts.0.cost")),
        ({"method": Method.UNITS, "units_total": Decimal(9), "quantity": 2}, (PartDraft(1),), ("asset.cannot_split", None)),
    ],
)  # fmt: skip
def test_what_cannot_be_split_is_refused(stock, given, parts, said):
    card = stock.card(**given)
    with pytest.raises(Refused) as caught:
        split(stock, card, *parts)
    assert (caught.value.code, caught.value.field) == said
    assert len(stock.movements(card)) == 1


def test_a_split_wants_a_reason_and_happens_once(stock):
    card = stock.card(quantity=3)
    with pytest.raises(Refused) as caught:
        split(stock, card, PartDraft(1), reason=" ")
    assert caught.value.code == "record.required"
    with stock.database.write() as session:
        for _ in range(2):
            version = session.get_one(FixedAsset, card).version
            asset_lots.split(
                session, CLERK, card, version, [PartDraft(1)], reason="x", command_id="1", today=TODAY
            )
    assert stock.look(card).quantity == 2


def test_what_is_away_is_not_split(stock):
    card = stock.card(quantity=3)
    with stock.database.write() as session:
        session.get_one(FixedAsset, card).state = AssetState.REPAIR
    with pytest.raises(Refused) as caught:
        split(stock, card, PartDraft(1))
    assert caught.value.code == "asset.not_at_home"


def test_a_card_without_cost_is_split_too(stock):
    card = stock.card(cost=Decimal(0), quantity=3, start_on=None)
    [part] = split(stock, card, PartDraft(2))
    assert (stock.look(card).quantity, stock.look(part).quantity) == (1, 2)


def test_lots_are_merged_and_the_others_leave_with_nothing_on_them(either):
    stock = stocked(either)
    cards = [
        stock.card(quantity=count, cost=Decimal(cost), bought_on=OLD, start_on=OLD)
        for count, cost in ((3, "1000.01"), (2, "500.02"))
    ]
    before = worth(stock, *cards, day=date(2026, 2, 28))
    assert merge(stock, *cards) == cards[0]
    first, other = (stock.look(card) for card in cards)
    assert (first.quantity, first.cost) == (5, Decimal("1500.03"))
    assert (other.state, other.cost, other.stopped_on, other.source_id) == (
        AssetState.DISPOSED, Decimal(0), TODAY, first.id,
    )  # fmt: skip
    assert worth(stock, *cards, day=date(2026, 2, 28)) == before
    assert [stock.movements(card)[-1].kind for card in cards] == [MovementKind.MERGE] * 2


def test_only_what_is_alike_is_merged(stock):
    one, other = stock.card(), stock.card(months=60)
    for cards, code in (((one, other), "asset.merge_differs"), ((one, one), "asset.merge_two")):
        with pytest.raises(Refused) as caught:
            merge(stock, *cards)
        assert caught.value.code == code
    with stock.database.write() as session:
        with pytest.raises(Refused) as caught:
            asset_lots.merge(session, CLERK, [one, other], reason="", command_id="r", today=TODAY)
        assert caught.value.code == "record.required"


def revise(stock: Stock, card: int, **given: object) -> None:
    with stock.database.write() as session:
        draft = asset_estimates.proposal(session, CLERK, card, today=TODAY)
        draft = replace(draft, reason="预计寿命变化", **given)
        asset_estimates.revise(session, CLERK, draft, command_id=f"{draft}", today=TODAY)


def test_a_longer_life_spreads_what_is_left_and_leaves_the_past_alone(either):
    stock = stocked(either)
    card = stock.card(cost=Decimal(100_000), residual=Decimal(5000), months=60, bought_on=OLD, start_on=OLD)
    past = worth(stock, card, day=date(2026, 3, 31))
    with stock.database.read() as session:
        proposed = asset_estimates.proposal(session, CLERK, card, today=TODAY)
    assert (proposed.from_on, proposed.months, proposed.residual) == (date(2026, 4, 1), 36, Decimal(5000))
    revise(stock, card, months=72)
    assert worth(stock, card, day=date(2026, 3, 31)) == past
    assert past - worth(stock, card, day=date(2026, 4, 30)) == Decimal("791.67")
    row = stock.movements(card)[-1]
    assert (row.kind, row.note) == (MovementKind.REVALUE, "自 2026-04 起：预计寿命变化")


def test_a_revaluation_raises_the_value_from_its_month_on(stock):
    card = stock.card(bought_on=OLD, start_on=OLD)
    before = worth(stock, card, day=date(2026, 3, 31))
    revise(stock, card, added=Decimal(1200), months=12, residual=Decimal(0))
    first_charge = money.round_fen((before + 1200) / 12)
    assert worth(stock, card, day=date(2026, 4, 1)) == before + 1200 - first_charge
    assert worth(stock, card, day=date(2027, 3, 1)) == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"from_on": None}, ("record.required", "from_on")),
        ({"months": None}, ("record.required", "months")),
        ({"residual": None}, ("record.required", "residual")),
        ({"months": 0}, ("asset.life", "months")),
        ({"residual": Decimal(99999)}, ("asset.residual", "residual")),
        ({"added": Decimal(-99999)}, ("asset.cost_negative", "added")),
        ({"from_on": date(2024, 1, 1)}, ("asset.change_order", "from_on")),
    ],
)
def test_a_wrong_estimate_is_said_at_its_field(stock, given, said):
    card = stock.card(bought_on=OLD, start_on=OLD)
    with pytest.raises(Refused) as caught:
        revise(stock, card, **given)
    assert (caught.value.code, caught.value.field) == said
    with stock.database.read() as session:
        assert asset_terms_of.load_with_terms(session, [card])[0].estimates == []


def test_a_closed_month_is_not_estimated_anew(stock):
    card = stock.card(bought_on=OLD, start_on=OLD)
    close(stock, card, date(2026, 2, 1))
    with pytest.raises(Refused) as caught:
        revise(stock, card, from_on=date(2026, 2, 15))
    assert (caught.value.code, caught.value.values["month"]) == ("asset.month_closed", date(2026, 2, 1))
    revise(stock, card, from_on=date(2026, 3, 15))
    with pytest.raises(Refused) as caught:
        revise(stock, card, from_on=date(2026, 3, 1))
    assert caught.value.code == "asset.estimate_taken"
    with pytest.raises(Refused) as caught:
        split(stock, card, PartDraft(1, Decimal(10)))
    assert caught.value.code == "asset.cannot_split"


def test_the_last_estimate_is_taken_back_until_its_month_is_closed(stock):
    card = stock.card(bought_on=OLD, start_on=OLD)
    before = worth(stock, card, day=date(2026, 12, 1))
    revise(stock, card, months=60, from_on=date(2026, 3, 1))
    assert worth(stock, card, day=date(2026, 12, 1)) != before
    take_back(stock, card)
    assert worth(stock, card, day=date(2026, 12, 1)) == before
    revise(stock, card, months=60, from_on=date(2026, 3, 1))
    close(stock, card, date(2026, 3, 1))
    with pytest.raises(Refused) as caught:
        take_back(stock, card)
    assert caught.value.code == "asset.month_closed"
    with pytest.raises(Refused) as caught:
        take_back(stock, stock.card())
    assert caught.value.code == "asset.no_estimate"


def take_back(stock: Stock, card: int) -> None:
    version = stock.look(card).version
    with stock.database.write() as session:
        asset_estimates.take_back(session, CLERK, card, version, reason="误操作", today=TODAY)


def test_what_was_never_used_is_not_estimated_anew(stock):
    card = stock.card(start_on=None)
    with pytest.raises(Refused) as caught:
        revise(stock, card)
    assert caught.value.code == "asset.not_started"
    draft = EstimateDraft(card, stock.look(card).version, BOUGHT, 1, Decimal(0), reason="x")
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        asset_estimates.revise(session, CLERK, draft, command_id="x", today=TODAY)
    assert caught.value.code == "asset.not_started"


def test_a_split_after_its_month_was_closed_begins_after_it(stock):
    card = stock.card(bought_on=OLD, start_on=OLD, quantity=2)
    close(stock, card, date(2026, 3, 1))
    split(stock, card, PartDraft(1))
    assert stock.look(card).opening_months == 24
