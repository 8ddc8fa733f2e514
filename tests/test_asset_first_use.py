"""When a card is put into use: the first time it is issued, lent or leased; and whose charge it then is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.asset_paper import AssetDisposal
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Employee
from models.personnel_paper import OfficePaperState
from services import asset_details, asset_disposals, asset_leases, asset_moves, fixed_assets
from services.asset_disposals import DisposalDraft, DisposalLine
from services.asset_moves import MoveDraft
from services.errors import Refused
from services.terms import DisposalReason
from tests.assets import CLERK, Stock, stocked
from tests.conftest import TODAY
from tests.test_asset_leases import act, let

WHO = 2
OUT = date(2026, 2, 9)
LATER = date(2027, 3, 1)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def move(stock: Stock, kind: MovementKind, card: int, **given: object) -> str:
    draft = replace(
        MoveDraft(kind, (card,), on_day=OUT, due_on=OUT if kind is MovementKind.LEND else None), **given
    )
    with stock.database.write() as session:
        return asset_moves.move(session, CLERK, draft, command_id=f"{draft}", today=TODAY)


def charged(stock: Stock, card: int) -> Decimal:
    with stock.database.read() as session:
        return asset_details.detail(session, CLERK, card, today=LATER).accumulated


def test_what_is_lent_from_the_store_is_depreciated_from_the_month_after(either):
    stock = stocked(either)
    lent, repaired = stock.card(start_on=None), stock.card(start_on=None)
    move(stock, MovementKind.LEND, lent, outside="武汉测绘院")
    move(stock, MovementKind.REPAIR, repaired, outside="光谷电脑维修")
    assert stock.look(lent).start_on == OUT
    assert charged(stock, lent) == 13 * Decimal("158.31")
    assert stock.look(repaired).start_on is None, "a repair is no use"
    move(stock, MovementKind.LEND_BACK, lent, on_day=TODAY)
    assert (stock.look(lent).state, stock.look(lent).start_on) == (AssetState.IDLE, OUT)


def test_what_is_leased_out_is_charged_to_the_department_that_had_it(stock):
    stored, used = stock.card(start_on=None), stock.card(employee_id=WHO, department_id=1)
    first = let(stock, stored, from_on=OUT)
    assert stock.look(stored).start_on == OUT
    assert charged(stock, stored) == 13 * Decimal("158.31")
    lease = let(stock, used, from_on=OUT)
    seen = stock.look(used)
    assert (seen.state, seen.department_id, seen.employee_id) == (AssetState.LEASED, 1, None)
    act(stock, asset_leases.end, lease, on_day=TODAY, place_id=None)
    seen = stock.look(used)
    assert (seen.state, seen.department_id, seen.employee_id) == (AssetState.IN_USE, 1, None), "theirs again"
    act(stock, asset_leases.end, first, on_day=TODAY, place_id=None)
    assert (stock.look(stored).state, stock.look(stored).department_id) == (AssetState.IDLE, None)


def test_a_lent_card_of_earlier_days_asks_since_when_it_is_used(stock):
    card = stock.card(start_on=None)
    move(stock, MovementKind.LEND, card, outside="武汉测绘院")
    with stock.database.write() as session:
        session.get_one(FixedAsset, card).start_on = None  # as it was written before lending counted as use
    with stock.database.write() as session:
        draft = fixed_assets.get(session, CLERK, card)
        with pytest.raises(Refused) as caught:
            fixed_assets.save(session, CLERK, draft, today=TODAY)
        assert (caught.value.code, caught.value.field) == ("record.required", "start_on")
        fixed_assets.save(session, CLERK, replace(draft, start_on=OUT), today=TODAY)
    assert stock.look(card).start_on == OUT


def test_a_person_brings_their_department_to_a_new_card(either):
    stock = stocked(either)
    with either.read() as session:
        own = session.get_one(Employee, WHO).department_id
    card = stock.card(employee_id=WHO)
    assert (stock.look(card).employee_id, stock.look(card).department_id) == (WHO, own)
    assert stock.movements(card)[-1].to_department != ""
    stored = stock.card(start_on=None)
    assert stock.look(stored).department_id is None


def on_paper(stock: Stock, card: int, *, submitted: bool = True) -> str:
    with stock.database.write() as session:
        draft = DisposalDraft(reason=DisposalReason.SCRAP, on_day=TODAY, lines=(DisposalLine(asset_id=card),))
        made = asset_disposals.save(session, CLERK, draft, today=TODAY)
        found = asset_disposals.with_lines(session, made)
    if submitted:
        with stock.database.write() as session:
            session.get_one(AssetDisposal, made).state = OfficePaperState.SUBMITTED
    return found.number


def test_nothing_moves_a_card_that_is_on_a_submitted_disposal(stock):
    stored, used = stock.card(start_on=None), stock.card(employee_id=WHO)
    papers = {card: on_paper(stock, card) for card in (stored, used)}
    day = {"on_day": TODAY}
    for kind, card, given in (
        (MovementKind.ISSUE, stored, {"employee_id": WHO}),
        (MovementKind.LEND, used, {"outside": "武汉测绘院", "due_on": TODAY}),
        (MovementKind.TRANSFER, used, {"employee_id": 3}),
        (MovementKind.REPAIR, used, {"outside": "光谷电脑维修"}),
    ):
        before = len(stock.movements(card))
        with pytest.raises(Refused) as caught:
            move(stock, kind, card, **day, **given)
        assert (caught.value.code, caught.value.values["other"]) == ("asset.in_disposal", papers[card]), kind
        assert len(stock.movements(card)) == before
    with pytest.raises(Refused) as caught:
        let(stock, used, from_on=TODAY, to_on=TODAY + timedelta(days=30))
    assert caught.value.code == "asset.in_disposal"


def test_what_is_on_a_disposal_comes_back_and_a_draft_freezes_nothing(stock):
    used, repaired, lent = (stock.card(employee_id=WHO) for _each in range(3))
    move(stock, MovementKind.REPAIR, repaired, outside="光谷电脑维修")
    for card in (used, repaired):
        on_paper(stock, card)
    move(stock, MovementKind.RETURN, used, on_day=TODAY)
    move(stock, MovementKind.REPAIRED, repaired, on_day=TODAY)
    assert stock.look(used).state is AssetState.IDLE
    assert stock.look(repaired).state is AssetState.IN_USE
    on_paper(stock, lent, submitted=False)
    move(stock, MovementKind.LEND, lent, on_day=TODAY, outside="武汉测绘院", due_on=TODAY)
    move(stock, MovementKind.LEND_BACK, lent, on_day=TODAY)
    assert stock.look(lent).employee_id == WHO


def test_a_lease_written_ahead_does_not_take_out_what_is_on_a_disposal(stock):
    card = stock.card(start_on=None)
    lease = let(stock, card, from_on=TODAY + timedelta(days=1), to_on=TODAY + timedelta(days=90))
    on_paper(stock, card)
    later = TODAY + timedelta(days=1)
    with pytest.raises(Refused) as caught:
        act(stock, asset_leases.hand_over, lease, on_day=later, today=later)
    assert caught.value.code == "asset.in_disposal"
    assert stock.look(card).state is AssetState.IDLE


def test_the_forms_start_with_no_day_of_use():
    from ui.assets.card_form import NEW

    assert (NEW.empty(TODAY).bought_on, NEW.empty(TODAY).start_on) == (TODAY, None)
