"""A card estimated anew: from a month on, with a reason, never in a closed month; the past stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.fixed_asset import MovementKind
from services import asset_estimates, asset_terms_of, money
from services.asset_estimates import EstimateDraft
from services.asset_lots import PartDraft
from services.errors import Refused
from tests.assets import BOUGHT, CLERK, Stock, stocked
from tests.conftest import TODAY
from tests.test_asset_lots import OLD, close, split, worth


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


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
    split(stock, card, PartDraft(1, Decimal(10)))


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
