"""Leases: planned rents changed, money with its days, deposits, days with a tenant counted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from services import asset_leases, lease_receipts, lease_register, lease_rents, lease_vacancy, registers
from services.database import at_moment
from services.errors import Refused
from services.registers import Query
from tests.assets import CLERK, Stock, stocked
from tests.conftest import TODAY
from tests.test_asset_leases import BEGUN, DAY, act, let, look, receive, refused


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def edited(stock: Stock, lease_id: int, **given: object) -> None:
    with stock.database.write() as session:
        draft = asset_leases.get(session, CLERK, lease_id)
        asset_leases.save(session, CLERK, replace(draft, **given), today=TODAY)


def plan(stock: Stock, lease_id: int) -> list[tuple[date, Decimal]]:
    return [(due.due_on, due.amount) for due in look(stock, lease_id).dues]


def changed(
    stock: Stock, lease_id: int, rent: str | None, first: date | None, last: date | None = None
) -> None:
    given = {"rent": None if rent is None else Decimal(rent), "from_on": first, "to_on": last}
    act(stock, lease_rents.change_rents, lease_id, **given)


def test_what_was_paid_ahead_is_owed_no_more_once_the_thing_is_back(either):
    stock = stocked(either)
    lease = let(stock, stock.card())
    for place, amount in enumerate(("1000", "1000", "400")):
        receive(stock, lease, place, amount)
    act(stock, asset_leases.end, lease, on_day=TODAY - 2 * DAY, place_id=None)
    later = date(2026, 4, 30)
    with either.read() as session:
        assert lease_register.headline(session, CLERK, today=later).overdue == 0
    assert (look(stock, lease).ahead, plan(stock, lease)[-1]) == (400, (date(2026, 3, 31), 400))
    assert refused(receive, stock, lease, 2, "1") == ("lease.too_much", "amount")
    receive(stock, lease, 2, "-150")
    assert (look(stock, lease).ahead, look(stock, lease).dues[2].left) == (250, 0)
    receive(stock, lease, 2, "-250")
    with either.read() as session:
        assert lease_register.headline(session, CLERK, today=later).overdue == 0
    assert (look(stock, lease).ahead, len(plan(stock, lease))) == (0, 2)


def test_another_first_day_charges_no_period_twice(stock):
    lease = let(stock, stock.card(), from_on=date(2026, 2, 15), to_on=date(2026, 5, 14))
    receive(stock, lease, 0, "1000")
    edited(stock, lease, from_on=date(2026, 2, 1), to_on=date(2026, 4, 30))
    assert plan(stock, lease) == [
        (date(2026, 2, 15), 1000),
        (date(2026, 3, 1), 1000),
        (date(2026, 4, 1), 1000),
    ]
    edited(
        stock, lease, from_on=date(2026, 2, 20), to_on=date(2026, 5, 19)
    )  # the rent of 03-01 is overdue by now
    assert plan(stock, lease) == [
        (date(2026, 2, 15), 1000),
        (date(2026, 3, 1), 1000),
        (date(2026, 4, 20), 1000),
    ]


def test_a_rent_that_was_paid_beyond_a_shorter_end_stands_for_no_other(stock):
    lease = let(stock, stock.card())
    receive(stock, lease, 5, "1000")
    edited(stock, lease, to_on=date(2026, 4, 29))
    assert [day for day, _amount in plan(stock, lease)] == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 6, 30),
    ]  # fmt: skip


def test_another_rent_holds_from_its_day_on(either):
    stock = stocked(either)
    lease = let(stock, stock.card(), from_on=date(2026, 1, 10), to_on=date(2026, 7, 9))
    receive(stock, lease, 0, "1000")
    receive(stock, lease, 3, "1000")
    changed(stock, lease, "1200", date(2026, 5, 1))
    changed(stock, lease, "0", date(2026, 5, 1), date(2026, 5, 31))
    assert [amount for _day, amount in plan(stock, lease)] == [1000, 1000, 1000, 1000, 0, 1200]
    edited(stock, lease, to_on=date(2026, 8, 9), rent=Decimal("1100.00"))
    assert [amount for _day, amount in plan(stock, lease)] == [1000, 1000, 1000, 1000, 0, 1200, 1100]
    for given, told in (
        ((None, TODAY), ("record.required", "rent")),
        (("1", None), ("record.required", "from_on")),
        (("-1", TODAY), ("lease.amount", "rent")),
        (("1", TODAY, TODAY - DAY), ("lease.days", "to_on")),
        (("1", date(2026, 1, 1), date(2026, 4, 30)), ("lease.no_rents", "from_on")),
    ):
        assert refused(changed, stock, lease, *given) == told


def test_a_lease_that_was_written_today_is_all_open(stock):
    with at_moment(datetime(TODAY.year, TODAY.month, TODAY.day, 4, tzinfo=UTC)):
        lease = let(stock, stock.card())
    changed(stock, lease, "0", BEGUN, BEGUN)
    assert plan(stock, lease)[0] == (BEGUN, 0), "a first month free of rent"
    edited(stock, lease, rent=Decimal("900.00"))
    assert [amount for _day, amount in plan(stock, lease)] == [0, 900, 900, 900, 900, 900]


def test_the_rhythm_stays_once_rents_are_due(stock):
    lease = let(stock, stock.card())
    assert refused(edited, stock, lease, every_months=3) == ("lease.every_kept", "every_months")
    later = let(stock, stock.card(), from_on=TODAY + DAY, to_on=TODAY + 200 * DAY)
    edited(stock, later, every_months=3)
    assert len(plan(stock, later)) == 3
    edited(stock, later, rent=Decimal(0))
    assert plan(stock, later) == [], "of no rent nothing is due"


def test_every_instalment_is_kept_with_its_day(either):
    stock = stocked(either)
    lease = let(stock, stock.card())
    receive(stock, lease, 0, "400", on_day=date(2026, 2, 1), note="电汇")
    receive(stock, lease, 0, "600", on_day=date(2026, 3, 11))
    found = look(stock, lease)
    assert [(row.on_day, row.due_on, row.amount, row.note) for row in found.receipts] == [
        (date(2026, 2, 1), BEGUN, 400, "电汇"),
        (date(2026, 3, 11), BEGUN, 600, ""),
    ]
    with either.read() as session:

        def listed(**given: object) -> list[tuple[object, ...]]:
            query = Query(TODAY, **({"chip": "all"} | given))
            return registers.window(session, CLERK, lease_receipts.REGISTER, query, 0, 9)

        assert len(listed(chip="this_month")) == len(listed(chip="last_month")) == 1
        assert (len(listed(text="电汇")), len(listed(text="江汉"))) == (1, 2)
        assert lease_register.lease_of_receipt(session, CLERK, listed()[0][0]) == lease
        with pytest.raises(Refused, match=r"record\.gone"):
            lease_register.lease_of_receipt(session, CLERK, 99)
    receive(stock, lease, 0, "-600", on_day=date(2026, 3, 12))
    assert look(stock, lease).dues[0].received_on == date(2026, 3, 11), "the last that came"


def test_the_deposit_comes_in_and_goes_back(either):
    stock = stocked(either)
    lease = let(stock, stock.card(), deposit=Decimal("2000.00"))

    def deposit(typed: str | None, **given: object) -> None:
        amount = None if typed is None else Decimal(typed)
        act(stock, lease_receipts.receive_deposit, lease, **({"amount": amount, "on_day": TODAY} | given))

    deposit("1500")
    assert refused(deposit, "500.01") == ("lease.deposit_whole", "amount")
    assert refused(deposit, "-1500.01") == ("lease.deposit_held", "amount")
    assert refused(deposit, "0") == ("lease.nothing", "amount")
    assert refused(deposit, None) == ("record.required", "amount")
    assert refused(deposit, "1", on_day=TODAY + DAY) == ("asset.future_day", "on_day")
    assert refused(edited, stock, lease, deposit=Decimal(1000)) == ("lease.deposit_held", "deposit")
    act(stock, asset_leases.end, lease, on_day=TODAY, place_id=None)
    assert (look(stock, lease).held, look(stock, lease).received) == (1500, 0)
    deposit("-1500", note="无损坏")
    found = look(stock, lease)
    assert (found.held, [row.due_on for row in found.receipts]) == (0, [None, None])


def test_rents_go_on_until_the_thing_is_back(stock):
    lease = let(stock, stock.card(), from_on=date(2026, 1, 10), to_on=date(2026, 2, 9))
    act(stock, asset_leases.end, lease, on_day=TODAY, place_id=None, goes_on=True)
    assert plan(stock, lease) == [(date(2026, month, 10), 1000) for month in (1, 2, 3)]


def vacant(stock: Stock, first: date, last: date, today: date = TODAY) -> list[tuple[int, int]]:
    with stock.database.read() as session:
        found = lease_vacancy.vacancy(session, CLERK, first=first, last=last, today=today)
    return [(one.days, one.let) for one in found]


def test_a_day_with_a_tenant_counts_once(either):
    stock = stocked(either)
    card = stock.card()
    first = let(stock, card, from_on=date(2026, 1, 10), to_on=date(2026, 2, 28))
    assert refused(let, stock, card, from_on=TODAY, to_on=date(2026, 12, 31)) == (
        "lease.overlap",
        "asset_id",
    ), "it is still out"
    second = let(stock, card, from_on=TODAY + DAY, to_on=date(2026, 12, 31))
    back = date(2026, 3, 31)
    act(stock, asset_leases.end, first, on_day=back, place_id=None, today=date(2026, 4, 1))
    assert vacant(stock, date(2026, 1, 1), date(2026, 4, 30), date(2026, 4, 5)) == [(111, 81 + 26)]
    act(stock, asset_leases.hand_over, second, on_day=date(2026, 4, 3), today=date(2026, 4, 5))
    assert vacant(stock, date(2026, 1, 1), date(2026, 4, 30), date(2026, 4, 5)) == [(111, 81 + 28)]


def test_what_its_tenant_keeps_is_not_vacant_and_what_was_not_handed_over_is(stock):
    let(stock, stock.card(), from_on=date(2026, 1, 10), to_on=date(2026, 2, 9))
    assert vacant(stock, date(2026, 1, 10), TODAY) == [(62, 62)]
    late = stocked_late(stock)
    with stock.database.read() as session:
        found = lease_vacancy.vacancy(
            session, CLERK, first=date(2026, 3, 1), last=TODAY + 9 * DAY, today=TODAY + 5 * DAY
        )
    assert [(one.days, one.let) for one in found if one.asset_id == late] == [(9, 5)]


def stocked_late(stock: Stock) -> int:
    """A card that is let from tomorrow on, and not handed over."""
    card = stock.card()
    let(stock, card, from_on=TODAY + DAY, to_on=TODAY + 90 * DAY)
    return card


def test_a_lease_that_was_never_taken_up_is_cancelled_once_its_deposit_is_back(either):
    stock = stocked(either)
    card = stock.card()
    days = {"from_on": TODAY + 2 * DAY, "to_on": TODAY + 200 * DAY}
    lease = let(stock, card, deposit=Decimal(500), **days)

    def deposit(amount: str) -> None:
        given = {"amount": Decimal(amount), "on_day": TODAY}
        act(stock, lease_receipts.receive_deposit, lease, amount, **given)

    def cancel(click: str, reason: str = "承租方放弃", today: date = TODAY + 40 * DAY) -> None:
        act(stock, asset_leases.cancel, lease, click, reason=reason, today=today)

    deposit("500")
    assert refused(cancel, "early") == ("lease.money_here", None)
    deposit("-500")
    assert refused(cancel, "mute", reason=" ") == ("record.required", "reason")
    with pytest.raises(Refused, match=r"lease\.overlap"):
        let(stock, card, **days)
    cancel("now")
    cancel("now")
    found = look(stock, lease)
    assert (found.cancelled, found.dues, found.history[0].changes["reason"]) == (True, (), "承租方放弃")
    assert refused(cancel, "again") == ("lease.ended", None)
    with stock.database.read() as session:
        head = lease_register.headline(session, CLERK, today=TODAY + 100 * DAY)
        span = {"first": TODAY, "last": TODAY + 100 * DAY, "today": TODAY + 100 * DAY}
        assert lease_vacancy.vacancy(session, CLERK, **span) == []
    assert (head.running, head.overdue, head.to_hand_over) == (0, 0, 0)
    other = let(stock, card, from_on=TODAY, to_on=TODAY + 300 * DAY)
    assert look(stock, other).out, "the days are free"
    lease = other
    assert refused(cancel, "out") == ("lease.is_out", None)
