"""Acts on cards: who has them, where and in which state, each with its row, all of a slip or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Employee
from models.user import Role
from services import asset_holders, asset_movements, asset_moves, fixed_assets, registers
from services.asset_moves import MoveDraft
from services.errors import Refused
from services.registers import Query
from tests.assets import BOUGHT, CLERK, Stock, stocked
from tests.conftest import TODAY, actor_of_role

DAY = timedelta(days=1)
OTHER = 3  # an employee of conftest
WHO = 2


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def move(stock: Stock, kind: MovementKind, *cards: int, click: str = "", **given: object) -> str:
    draft = replace(MoveDraft(kind, tuple(cards), on_day=TODAY), **given)
    with stock.database.write() as session:
        return asset_moves.move(
            session, CLERK, draft, command_id=click or f"{kind}{cards}{given}", today=TODAY
        )


def refused(stock: Stock, kind: MovementKind, *cards: int, **given: object) -> tuple[str, str | None]:
    before = {card: len(stock.movements(card)) for card in cards}
    with pytest.raises(Refused) as caught:
        move(stock, kind, *cards, **given)
    assert {card: len(stock.movements(card)) for card in cards if card < 900} == {
        card: count for card, count in before.items() if card < 900
    }
    return caught.value.code, caught.value.field


def test_a_card_is_issued_moved_and_handed_back(either):
    stock = stocked(either)
    card, room = stock.card(start_on=None), stock.places["305室"]
    slip = move(stock, MovementKind.ISSUE, card, employee_id=WHO, place_id=room)
    seen = stock.look(card)
    assert slip == "ZD-2026-0001"
    assert (seen.state, seen.employee_id, seen.department_id, seen.place_id) == (
        AssetState.IN_USE,
        WHO,
        1,
        room,
    )
    assert seen.start_on == TODAY, "put into use by its first issue"
    move(stock, MovementKind.TRANSFER, card, employee_id=OTHER)
    assert stock.look(card).employee_id == OTHER
    move(stock, MovementKind.TRANSFER, card, place_id=stock.places["主楼"])
    assert (stock.look(card).employee_id, stock.look(card).place_id) == (OTHER, stock.places["主楼"])
    move(stock, MovementKind.TRANSFER, card, department_id=1)
    assert (stock.look(card).employee_id, stock.look(card).department_id) == (None, 1)
    move(stock, MovementKind.RETURN, card, place_id=room)
    seen = stock.look(card)
    assert (seen.state, seen.employee_id, seen.department_id, seen.place_id) == (
        AssetState.IDLE,
        None,
        None,
        room,
    )
    rows = stock.movements(card)
    assert [row.kind.value for row in rows] == [
        "receive",
        "issue",
        "transfer",
        "transfer",
        "transfer",
        "return",
    ]
    assert (rows[1].to_place, rows[3].from_place, rows[3].to_place) == (
        "主楼 / 305室",
        "主楼 / 305室",
        "主楼",
    )


def test_a_card_lent_to_a_colleague_comes_back_to_whose_it_was(stock):
    card = stock.card(employee_id=WHO, department_id=1, place_id=stock.places["305室"])
    move(
        stock,
        MovementKind.LEND,
        card,
        employee_id=OTHER,
        due_on=TODAY + 5 * DAY,
        place_id=stock.places["主楼"],
    )
    seen = stock.look(card)
    assert (seen.state, seen.employee_id, seen.due_back_on) == (AssetState.LENT, OTHER, TODAY + 5 * DAY)
    move(stock, MovementKind.LEND_BACK, card)
    seen = stock.look(card)
    assert (seen.state, seen.employee_id, seen.due_back_on) == (AssetState.IN_USE, WHO, None)
    assert seen.place_id == stock.places["305室"]


def test_a_card_lent_outside_is_overdue_after_its_day(stock):
    card = stock.card(place_id=stock.places["主楼"])
    move(stock, MovementKind.LEND, card, outside="武汉测绘院 李工", due_on=TODAY)
    with stock.database.read() as session:
        assert fixed_assets.headline(session, CLERK, today=TODAY).overdue == 0
        late = fixed_assets.headline(session, CLERK, today=TODAY + DAY)
        assert (late.lent, late.overdue) == (1, 1)
        assert fixed_assets.overdue_count(session, CLERK, today=TODAY + DAY) == 1
    move(stock, MovementKind.LEND_BACK, card)
    seen = stock.look(card)
    assert (seen.state, seen.outside) == (AssetState.IDLE, "")


def test_a_repair_keeps_its_user_and_counts_its_days(stock):
    card = stock.card(employee_id=WHO)
    move(stock, MovementKind.REPAIR, card, on_day=TODAY - 6 * DAY, outside="光谷电脑维修")
    assert (stock.look(card).state, stock.look(card).employee_id) == (AssetState.REPAIR, WHO)
    move(stock, MovementKind.REPAIRED, card, cost=Decimal("380.00"))
    row = stock.movements(card)[-1]
    assert (row.cost, row.days, stock.look(card).state) == (Decimal(380), 6, AssetState.IN_USE)


def test_the_cost_of_a_slip_is_shared_without_losing_a_fen(stock):
    cards = stock.cards(3)
    move(stock, MovementKind.REPAIR, *cards)
    slip = move(stock, MovementKind.REPAIRED, *cards, cost=Decimal("100.00"), days=2)
    rows = [stock.movements(card)[-1] for card in cards]
    assert sum(row.cost for row in rows) == Decimal(100)
    assert {row.slip for row in rows} == {slip}
    assert {row.days for row in rows} == {2}


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        (MovementKind.ISSUE, {}, ("asset.to_whom", "employee_id")),
        (MovementKind.ISSUE, {"employee_id": 999}, ("record.gone", None)),
        (MovementKind.ISSUE, {"department_id": 1, "place_id": 999}, ("record.gone", "place_id")),
        (MovementKind.ISSUE, {"employee_id": WHO, "on_day": None}, ("record.required", "on_day")),
        (MovementKind.ISSUE, {"employee_id": WHO, "on_day": TODAY + DAY}, ("asset.future_day", "on_day")),
        (
            MovementKind.ISSUE,
            {"employee_id": WHO, "on_day": BOUGHT - DAY},
            ("asset.before_purchase", "on_day"),
        ),
        (MovementKind.TRANSFER, {}, ("asset.where_to", "place_id")),
        (MovementKind.TRANSFER, {"employee_id": WHO}, ("asset.issue_it", "employee_id")),
        (MovementKind.LEND, {"due_on": TODAY}, ("asset.borrower", "outside")),
        (
            MovementKind.LEND,
            {"due_on": TODAY, "employee_id": WHO, "outside": "x"},
            ("asset.borrower", "outside"),
        ),
        (MovementKind.LEND, {"outside": "x"}, ("record.required", "due_on")),
        (MovementKind.LEND, {"outside": "x", "due_on": TODAY - DAY}, ("asset.due_before", "due_on")),
        (MovementKind.REPAIR, {"cost": Decimal(-1)}, ("asset.repair_cost", "cost")),
        (MovementKind.REPAIR, {"days": -1}, ("asset.repair_days", "days")),
        (MovementKind.RETURN, {}, ("asset.move_state", None)),
        (MovementKind.LEND_BACK, {}, ("asset.move_state", None)),
    ],
)
def test_what_cannot_be_done_is_refused_and_writes_nothing(stock, kind, given, said):
    assert refused(stock, kind, stock.card(), **given) == said


def test_what_is_lent_is_neither_lent_nor_moved(stock):
    card = stock.card()
    move(stock, MovementKind.LEND, card, outside="李工", due_on=TODAY)
    for kind in (MovementKind.LEND, MovementKind.TRANSFER, MovementKind.ISSUE, MovementKind.REPAIR):
        code, _ = refused(
            stock,
            kind,
            card,
            due_on=TODAY,
            **({"outside": "x"} if kind is MovementKind.LEND else {"department_id": 1}),
        )
        assert code == "asset.is_lent"


def test_disposed_and_leased_cards_stay_where_they_are(stock):
    gone, leased = stock.cards(2)
    with stock.database.write() as session:
        item = session.get_one(FixedAsset, gone)
        item.state, item.stopped_on = AssetState.DISPOSED, TODAY
        session.get_one(FixedAsset, leased).state = AssetState.LEASED
    assert refused(stock, MovementKind.ISSUE, gone, employee_id=WHO)[0] == "asset.disposed"
    assert refused(stock, MovementKind.ISSUE, leased, employee_id=WHO)[0] == "asset.is_leased"


def test_one_card_that_may_not_move_keeps_the_whole_slip_back(stock):
    free, lent = stock.cards(2)
    move(stock, MovementKind.LEND, lent, outside="李工", due_on=TODAY)
    assert refused(stock, MovementKind.ISSUE, free, lent, employee_id=WHO)[0] == "asset.is_lent"
    assert stock.look(free).state is AssetState.IDLE


def test_a_movement_is_not_before_the_last_one(stock):
    card = stock.card()
    move(stock, MovementKind.ISSUE, card, employee_id=WHO)
    assert refused(stock, MovementKind.RETURN, card, on_day=TODAY - DAY) == ("asset.moved_since", "on_day")


def test_nothing_and_too_much_are_refused(stock):
    assert refused(stock, MovementKind.ISSUE)[0] == "asset.nothing_chosen"
    assert refused(stock, MovementKind.ISSUE, *range(1000, 1501))[0] == "asset.too_many"
    assert refused(stock, MovementKind.ISSUE, 999)[0] == "record.gone"


def test_a_double_click_moves_once(stock):
    card = stock.card()
    first = move(stock, MovementKind.ISSUE, card, employee_id=WHO, click="once")
    assert move(stock, MovementKind.ISSUE, card, employee_id=WHO, click="once") == first
    assert len(stock.movements(card)) == 2


def test_what_several_cards_allow_together_is_offered(stock):
    used, idle = stock.card(employee_id=WHO), stock.card()
    with stock.database.read() as session:
        both = set(asset_moves.possible(session, CLERK, [used, idle]))
        assert MovementKind.RETURN in asset_moves.possible(session, CLERK, [used])
        assert asset_moves.possible(session, CLERK, []) == []
    assert both == {MovementKind.TRANSFER, MovementKind.LEND, MovementKind.REPAIR}


def test_a_movement_cannot_be_changed_even_in_sql(either):
    stock = stocked(either)
    card = stock.card()
    for statement in ("UPDATE asset_movement SET note = 'x'", "DELETE FROM asset_movement"):
        with pytest.raises(Refused) as caught, stock.database.write() as session:
            session.execute(text(statement))
        assert caught.value.code == "asset.movement_kept"
    assert len(stock.movements(card)) == 1


def test_the_movements_of_a_card_are_shown_newest_first(stock):
    card = stock.card(employee_id=WHO, place_id=stock.places["主楼"])
    with stock.database.read() as session:
        newest, oldest = asset_movements.history(session, CLERK, card)
    assert (newest.kind, oldest.kind) == (MovementKind.ISSUE, MovementKind.RECEIVE)
    assert newest.origin == "主楼"
    assert newest.target.endswith("主楼")


def test_a_person_answers_for_what_is_in_their_hands_since_the_day_they_got_it(either):
    stock = stocked(either)
    card = stock.card(employee_id=WHO)
    stock.card(employee_id=OTHER)
    move(stock, MovementKind.TRANSFER, card, employee_id=OTHER, on_day=BOUGHT + 30 * DAY)
    move(stock, MovementKind.REPAIR, card, on_day=BOUGHT + 40 * DAY)
    with stock.database.read() as session:
        found = asset_holders.held_by(session, CLERK, OTHER, today=TODAY)
        assert asset_holders.held_by(session, CLERK, WHO, today=TODAY).rows == ()
    assert [(row.id == card, row.since) for row in found.rows] == [(True, BOUGHT + 30 * DAY), (False, BOUGHT)]
    assert found.cost == Decimal(11998)
    assert found.value == Decimal(11998) - 4 * Decimal("158.31")


def test_everybody_who_has_cards_is_listed_and_who_left_is_counted(either):
    stock = stocked(either)
    stock.card(employee_id=WHO)
    stock.cards(2, employee_id=OTHER)
    with stock.database.write() as session:
        session.get_one(Employee, OTHER).left_on = TODAY - DAY
    with stock.database.read() as session:
        rows = registers.window(session, CLERK, asset_holders.REGISTER, Query(TODAY), 0, 9)
        left = registers.window(session, CLERK, asset_holders.REGISTER, Query(TODAY, chip="gone"), 0, 9)
        assert asset_holders.numbers_held(session, OTHER) == [
            "DZ-2026-0002 笔记本电脑",
            "DZ-2026-0003 笔记本电脑",
        ]
        assert asset_holders.numbers_held(session, None) == []
        assert asset_holders.left_count(session, CLERK, today=TODAY) == 1
    assert [(row[0], row[5], row[6]) for row in rows] == [(WHO, 1, Decimal(5999)), (OTHER, 2, Decimal(11998))]
    assert [row[0] for row in left] == [OTHER]


def test_who_only_looks_moves_nothing(stock):
    manager = actor_of_role(Role.CASHIER)
    draft = MoveDraft(MovementKind.ISSUE, (stock.card(),), TODAY, employee_id=WHO)
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        asset_moves.move(session, manager, draft, command_id="x", today=date(2026, 3, 12))
    assert caught.value.code == "permission.denied"
