"""Cards are split, merged and estimated anew: quantity, cost and what was charged never lose a fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from services import asset_lots, asset_terms_of, depreciation
from services.asset_lots import PartDraft
from services.errors import Refused
from tests.assets import CLERK, Stock, stocked
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


def test_what_somebody_has_somewhere_is_merged(either):
    stock = stocked(either)
    cards = [stock.card(employee_id=2, department_id=1, place_id=stock.places["305室"]) for _ in range(2)]
    merge(stock, *cards)
    first, other = (stock.look(card) for card in cards)
    assert (first.quantity, first.employee_id, first.place_id) == (2, 2, stock.places["305室"])
    assert (other.state, other.stopped_on, other.employee_id) == (AssetState.DISPOSED, TODAY, None)
    gone = stock.movements(other.id)[-1]
    assert (gone.from_place, gone.to_place) == ("主楼 / 305室", "")


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


@pytest.mark.parametrize(
    "given",
    [
        {"name": "键盘"}, {"specification": "27 寸"}, {"serial_number": "S9"}, {"unit": "件"}, {"supplier": "乙"},
        {"invoice_number": "24"}, {"claim_number": "BX-1"}, {"warranty_until": date(2028, 1, 1)},
    ],
)  # fmt: skip
def test_unlike_things_are_not_merged(stock, given):
    cards = [stock.card(name="显示器"), stock.card(**{"name": "显示器", **given})]
    with pytest.raises(Refused, match=r"asset\.merge_differs"):
        merge(stock, *cards)
    assert [stock.look(card).quantity for card in cards] == [1, 1]


def test_cards_charged_by_other_methods_stay_two(stock):
    one, other = stock.card(), stock.card(method=Method.SUM_OF_YEARS)
    with pytest.raises(Refused, match=r"asset\.merge_method"):
        merge(stock, one, other)
