"""Leases: rents of the plan, what came in, the card out and back, days without a tenant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.asset_lease import AssetLease
from models.fixed_asset import AssetState, MovementKind
from services import asset_leases, lease_receipts, lease_register, lease_vacancy, registers
from services.asset_leases import LeaseDraft
from services.asset_moves import MoveDraft, move
from services.errors import Refused
from services.lease_plan import due_days
from services.lease_register import LeaseDetail
from services.registers import Query
from tests.assets import BOUGHT, CLERK, Stock, stocked
from tests.conftest import TODAY

DAY = timedelta(days=1)
BEGUN = date(2026, 1, 31)
RENT = Decimal("1000.00")


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def let(stock: Stock, card: int, **given: object) -> int:
    usual = LeaseDraft(
        asset_id=card, tenant="江汉工程公司", from_on=BEGUN, to_on=date(2026, 7, 30), rent=RENT
    )
    with stock.database.write() as session:
        return asset_leases.save(session, CLERK, replace(usual, **given), today=TODAY)


def look(stock: Stock, lease_id: int) -> LeaseDetail:
    with stock.database.read() as session:
        return lease_register.detail(session, CLERK, lease_id)


def act(stock: Stock, what, lease_id: int, click: str = "", **given: object) -> None:
    found = look(stock, lease_id)
    with stock.database.write() as session:
        what(
            session,
            CLERK,
            lease_id,
            found.version,
            command_id=click or f"{what}{lease_id}{given}",
            **({"today": TODAY} | given),
        )


def receive(stock: Stock, lease_id: int, place: int, typed: str, **given: object) -> None:
    due = look(stock, lease_id).dues[place]
    usual = {"due_id": due.id, "amount": Decimal(typed), "on_day": TODAY} | given
    act(stock, lease_receipts.receive, lease_id, f"{lease_id} {place} {typed}", **usual)


def refused(act_of, *args: object, **given: object) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        act_of(*args, **given)
    return caught.value.code, caught.value.field


def test_the_plan_has_a_rent_at_the_beginning_of_every_period():
    monthly = due_days(date(2026, 1, 31), date(2026, 5, 30), 1)
    assert monthly == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]
    assert due_days(date(2026, 1, 1), date(2026, 12, 31), 3) == [
        date(2026, month, 1) for month in (1, 4, 7, 10)
    ]
    assert due_days(date(2026, 1, 1), date(2026, 1, 1), 12) == [date(2026, 1, 1)]
    with pytest.raises(Refused, match=r"lease\.too_long"):
        due_days(date(2026, 1, 1), date(2099, 1, 1), 1)
    assert due_days(date(9999, 12, 1), date(9999, 12, 30), 12) == [date(9999, 12, 1)]


def test_a_card_goes_to_its_tenant_and_comes_back(either):
    stock = stocked(either)
    card = stock.card(place_id=stock.places["305室"])
    lease = let(stock, card)
    seen = stock.look(card)
    assert (seen.state, seen.outside, seen.due_back_on) == (
        AssetState.LEASED,
        "江汉工程公司",
        date(2026, 7, 30),
    )
    found = look(stock, lease)
    assert (found.number, found.out, len(found.dues)) == ("ZL-2026-0001", True, 6)
    act(stock, asset_leases.end, lease, on_day=TODAY, place_id=stock.places["主楼"], reason="提前解除")
    seen, found = stock.look(card), look(stock, lease)
    assert (seen.state, seen.outside, seen.place_id) == (AssetState.IDLE, "", stock.places["主楼"])
    assert (found.ended_on, found.out) == (TODAY, False)
    assert all(due.due_on <= TODAY for due in found.dues), "later rents fell away"
    assert [row.kind for row in stock.movements(card)][-2:] == [MovementKind.LEASE, MovementKind.LEASE_BACK]


def test_money_comes_in_by_parts_and_can_be_taken_back(stock):
    lease = let(stock, stock.card())
    receive(stock, lease, 0, "400.00", note="电汇")
    assert (look(stock, lease).dues[0].left, look(stock, lease).received) == (
        Decimal("600.00"),
        Decimal("400.00"),
    )
    receive(stock, lease, 0, "400.00")
    assert look(stock, lease).received == Decimal("400.00"), "the same click twice"
    assert refused(receive, stock, lease, 0, "600.01") == ("lease.too_much", "amount")
    assert refused(receive, stock, lease, 0, "-400.01") == ("lease.too_little", "amount")
    assert refused(receive, stock, lease, 0, "0") == ("lease.nothing", "amount")
    assert refused(receive, stock, lease, 0, "1", amount=None) == ("record.required", "amount")
    assert refused(receive, stock, lease, 0, "1", on_day=TODAY + DAY) == ("asset.future_day", "on_day")
    assert refused(receive, stock, lease, 0, "1", on_day=None) == ("record.required", "on_day")
    assert refused(receive, stock, lease, 0, "1", due_id=999) == ("record.gone", None)
    receive(stock, lease, 0, "-400.00")
    assert look(stock, lease).dues[0].received_on is None
    receive(stock, lease, 0, "1000.00")
    assert look(stock, lease).next_due.due_on == date(2026, 2, 28)


def test_what_is_overdue_and_ends_soon_is_told(either):
    stock = stocked(either)
    lease = let(stock, stock.card(), from_on=TODAY - 40 * DAY, to_on=TODAY + 20 * DAY)
    later = let(stock, stock.card(), from_on=TODAY + 5 * DAY, to_on=TODAY + 300 * DAY)
    past = let(stock, stock.card(), from_on=TODAY - 30 * DAY, to_on=TODAY - 3 * DAY)
    receive(stock, past, 0, "1000.00")
    receive(stock, lease, 0, "250.00")
    with either.read() as session:
        found = lease_register.headline(session, CLERK, today=TODAY)
        assert (found.running, found.ending, found.past, found.to_hand_over) == (3, 1, 1, 0)
        assert (found.overdue, found.overdue_amount) == (2, Decimal("1750.00"))
        assert lease_register.overdue_count(session, CLERK, today=TODAY) == 2

        def chip(name: str, register=lease_register.REGISTER) -> int:
            return len(registers.window(session, CLERK, register, Query(TODAY, chip=name), 0, 99))

        assert [chip(name) for name in ("running", "overdue", "ending", "ended")] == [3, 1, 2, 0]
        assert (chip("overdue", lease_register.RENTS), chip("paid", lease_register.RENTS)) == (2, 1)
        rents = registers.window(
            session, CLERK, lease_register.RENTS, Query(TODAY, chip="all", text="江汉"), 0, 99
        )
        assert lease_register.lease_of(session, CLERK, rents[0][0]) in (lease, later, past)
        with pytest.raises(Refused, match=r"record\.gone"):
            lease_register.lease_of(session, CLERK, 9999)


def test_a_lease_of_the_future_is_handed_over_when_its_day_has_come(stock):
    card = stock.card()
    lease = let(stock, card, from_on=TODAY + DAY, to_on=TODAY + 90 * DAY)
    assert stock.look(card).state is AssetState.IDLE
    assert refused(act, stock, asset_leases.hand_over, lease, on_day=TODAY + DAY) == (
        "asset.future_day",
        "on_day",
    )
    assert refused(act, stock, asset_leases.end, lease, on_day=TODAY, place_id=None) == (
        "lease.before_begin",
        "on_day",
    )
    assert refused(act, stock, asset_leases.hand_over, lease, on_day=TODAY) == ("lease.not_begun", "on_day")
    begun = {"on_day": TODAY + DAY, "today": TODAY + DAY}
    act(stock, asset_leases.hand_over, lease, "now", **begun)
    act(stock, asset_leases.hand_over, lease, "now", **begun)
    assert stock.look(card).state is AssetState.LEASED
    assert sum(row.kind is MovementKind.LEASE for row in stock.movements(card)) == 1
    assert refused(act, stock, asset_leases.hand_over, lease, "more", **begun) == (
        "asset.is_leased",
        "asset_id",
    )


def test_a_change_of_contract_leaves_what_came_in(stock):
    lease = let(stock, stock.card())
    receive(stock, lease, 0, "1000.00")
    with stock.database.write() as session:
        draft = asset_leases.get(session, CLERK, lease)
        asset_leases.save(
            session, CLERK, replace(draft, rent=Decimal("1200.00"), to_on=date(2026, 4, 30)), today=TODAY
        )
    dues = look(stock, lease).dues
    assert [due.amount for due in dues] == [1000, 1000, 1200, 1200], "overdue ones stay too"
    other = stock.card()
    with stock.database.read() as session:
        draft = asset_leases.get(session, CLERK, lease)
    with pytest.raises(Refused, match=r"lease\.asset_fixed"), stock.database.write() as session:
        asset_leases.save(session, CLERK, replace(draft, asset_id=other), today=TODAY)
    with pytest.raises(Refused, match=r"record\.stale"), stock.database.write() as session:
        asset_leases.save(session, CLERK, replace(draft, version=0), today=TODAY)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"asset_id": None}, ("record.required", "asset_id")),
        ({"asset_id": 99}, ("record.gone", "asset_id")),
        ({"from_on": None}, ("record.required", "from_on")),
        ({"to_on": None}, ("record.required", "to_on")),
        ({"rent": None}, ("record.required", "rent")),
        ({"tenant": " "}, ("record.required", "tenant")),
        ({"every_months": None}, ("record.required", "every_months")),
        ({"every_months": 13}, ("lease.every", "every_months")),
        ({"every_months": 0}, ("lease.every", "every_months")),
        ({"rent": Decimal(-1)}, ("lease.amount", "rent")),
        ({"deposit": Decimal(-1)}, ("lease.amount", "deposit")),
        ({"to_on": date(2026, 1, 30)}, ("lease.days", "to_on")),
        ({"to_on": date(2199, 1, 30)}, ("lease.too_long", "to_on")),
        ({"from_on": BOUGHT - DAY}, ("asset.before_purchase", "from_on")),
    ],
)
def test_what_a_lease_must_say(stock, given, told):
    card = stock.card()
    assert refused(let, stock, card, **given) == told
    assert stock.look(card).state is AssetState.IDLE


def test_a_thing_is_let_once_at_a_time(stock):
    card = stock.card()
    lease = let(stock, card)
    assert refused(let, stock, card, from_on=date(2026, 7, 1), to_on=date(2026, 9, 1)) == (
        "lease.overlap",
        "asset_id",
    )
    act(stock, asset_leases.end, lease, on_day=date(2026, 2, 10), place_id=None)
    assert refused(act, stock, asset_leases.end, lease, "x", on_day=TODAY, place_id=None) == (
        "lease.ended",
        None,
    )
    let(stock, card, from_on=date(2026, 2, 11), to_on=date(2026, 9, 1))
    lent = stock.card()
    with stock.database.write() as session:
        draft = MoveDraft(MovementKind.LEND, (lent,), TODAY, outside="某公司", due_on=TODAY + 9 * DAY)
        move(session, CLERK, draft, command_id="lend", today=TODAY)
    assert refused(let, stock, lent, from_on=TODAY) == ("asset.is_lent", "asset_id")


def test_a_lease_does_not_begin_before_the_last_movement_of_its_card(stock):
    card = stock.card()
    with stock.database.write() as session:
        draft = MoveDraft(MovementKind.ISSUE, (card,), date(2026, 2, 5), employee_id=2)
        move(session, CLERK, draft, command_id="issue", today=TODAY)
    assert refused(let, stock, card) == ("asset.moved_since", "from_on")
    lease = let(stock, card, from_on=date(2026, 2, 5))
    assert stock.look(card).employee_id is None, "nobody here answers for it meanwhile"
    act(stock, asset_leases.end, lease, on_day=TODAY, place_id=None)


def test_only_a_lease_that_never_began_is_removed(stock):
    lease = let(stock, stock.card())
    later = let(stock, stock.card(), from_on=TODAY + DAY)
    with pytest.raises(Refused, match=r"lease\.begun"), stock.database.write() as session:
        asset_leases.remove(session, CLERK, lease, look(stock, lease).version)
    with stock.database.write() as session:
        assert asset_leases.remove(session, CLERK, later, session.get_one(AssetLease, later).version)
    with pytest.raises(Refused, match=r"record\.gone"):
        look(stock, later)
    with pytest.raises(Refused, match=r"record\.gone"), stock.database.write() as session:
        asset_leases.remove(session, CLERK, later, 1)


def test_a_lease_is_not_ended_when_its_thing_is_not_out(stock):
    card = stock.card()
    lease = let(stock, card, from_on=TODAY, to_on=TODAY + DAY)
    act(stock, asset_leases.end, lease, on_day=TODAY, place_id=None)
    second = let(stock, card, from_on=TODAY + DAY, to_on=TODAY + 9 * DAY)
    with stock.database.write() as session:
        session.get_one(AssetLease, second).from_on = TODAY
    assert refused(act, stock, asset_leases.end, second, on_day=TODAY, place_id=None) == (
        "lease.not_out",
        None,
    )


def test_vacancy_counts_the_days_since_a_thing_was_first_let(either):
    stock = stocked(either)
    card = stock.card()
    first = let(stock, card, from_on=date(2026, 1, 11), to_on=date(2026, 2, 28))
    act(stock, asset_leases.end, first, on_day=date(2026, 1, 20), place_id=None)
    let(stock, card, from_on=date(2026, 2, 1), to_on=date(2026, 12, 31))
    stock.card()
    with either.read() as session:
        found = lease_vacancy.vacancy(
            session, CLERK, first=date(2026, 1, 1), last=date(2026, 2, 10), today=TODAY
        )
        none = lease_vacancy.vacancy(
            session, CLERK, first=date(2025, 1, 1), last=date(2025, 12, 31), today=TODAY
        )
    assert [(one.days, one.let, one.vacant, one.rent) for one in found] == [(31, 20, 11, Decimal("2000.00"))]
    assert none == []
