"""Cards of assets: numbered, filled in from their class, found, changed only as far as the books allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import AssetState, MovementKind
from services import asset_terms_of, depreciation, fixed_assets, registers
from services.errors import Refused
from services.fixed_assets import REGISTER, AssetDraft
from services.registers import Query
from tests.assets import BOUGHT, CLERK, Stock, stocked
from tests.conftest import TODAY


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def test_cards_are_numbered_by_class_year_and_serial(either):
    stock = stocked(either)
    first = stock.card()
    several = stock.cards(2, serial_number="S1, S2")
    other = stock.card(class_id=stock.classes["ZY"], bought_on=date(2025, 12, 30), start_on=None)
    assert stock.look(first).number == "DZ-2026-0001"
    assert [(stock.look(one).number, stock.look(one).serial_number) for one in several] == [
        ("DZ-2026-0002", "S1"),
        ("DZ-2026-0003", "S2"),
    ]
    assert stock.look(other).number == "ZY-2025-0001"


def test_a_number_that_an_imported_card_has_is_not_given_again(stock):
    first = stock.card()
    with stock.database.write() as session:
        session.get_one(fixed_assets.FixedAsset, first).number = "DZ-2026-0002"
    assert stock.look(stock.card()).number == "DZ-2026-0003"


def test_the_class_says_what_is_not_typed(stock):
    card = stock.look(stock.card())
    assert (card.residual, card.months, card.method) == (Decimal("299.95"), 36, Method.STRAIGHT_LINE)
    assert (card.unit, card.tax_months) == ("台", 36)
    typed = stock.look(stock.card(residual=Decimal(0), months=24, unit="套", method=Method.SUM_OF_YEARS))
    assert (typed.residual, typed.months, typed.unit, typed.method) == (
        Decimal(0),
        24,
        "套",
        Method.SUM_OF_YEARS,
    )


def test_a_card_with_a_user_is_received_and_issued(stock):
    place = stock.places["305室"]
    card = stock.card(employee_id=2, department_id=1, place_id=place)
    seen = stock.look(card)
    assert (seen.state, seen.employee_id, seen.place_id) == (AssetState.IN_USE, 2, place)
    assert [(row.kind, row.to_place) for row in stock.movements(card)] == [
        (MovementKind.RECEIVE, "主楼 / 305室"),
        (MovementKind.ISSUE, "主楼 / 305室"),
    ]
    idle = stock.card()
    assert stock.look(idle).state is AssetState.IDLE


def test_what_somebody_has_at_once_is_depreciated_from_the_day_it_was_bought(either):
    stock = stocked(either)
    for holder in ({"department_id": 1}, {"employee_id": 2}):
        card = stock.card(start_on=None, **holder)
        assert (stock.look(card).start_on, stock.movements(card)[-1].on_day) == (BOUGHT, BOUGHT)
        with stock.database.read() as session:
            [loaded] = asset_terms_of.load_with_terms(session, [card])
        assert depreciation.charge_in(asset_terms_of.terms_of(loaded), date(2026, 2, 1)) == Decimal("158.31")
        with pytest.raises(Refused) as caught:
            change(stock, card, start_on=None)
        assert (caught.value.code, caught.value.field) == ("record.required", "start_on")
    assert stock.look(stock.card(start_on=None)).start_on is None


def test_the_laptop_of_the_worked_example_is_worth_what_its_schedule_says(stock):
    card = stock.card(bought_on=date(2026, 3, 18), start_on=date(2026, 3, 18))
    with stock.database.read() as session:
        [loaded] = asset_terms_of.load_with_terms(session, [card])
    terms = asset_terms_of.terms_of(loaded)
    assert depreciation.accumulated_on(terms, date(2027, 8, 10)) == Decimal("2691.27")
    assert depreciation.value_on(terms, date(2027, 8, 10)) == Decimal("3307.73")


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": " "}, "record.required", "name"),
        ({"class_id": None}, "record.required", "class_id"),
        ({"class_id": 999}, "record.gone", "class_id"),
        ({"cost": None}, "record.required", "cost"),
        ({"cost": Decimal(-1)}, "asset.cost_negative", "cost"),
        ({"bought_on": None}, "record.required", "bought_on"),
        ({"residual": Decimal(6000)}, "asset.residual", "residual"),
        ({"months": 0}, "asset.life", "months"),
        ({"start_on": date(2026, 1, 4)}, "asset.start_before_bought", "start_on"),
        ({"quantity": 0}, "asset.quantity", "quantity"),
        ({"count": 0}, "asset.count", "count"),
        ({"count": 3, "serial_number": "A B"}, "asset.several_serials", "serial_number"),
        ({"method": Method.UNITS}, "asset.units", "units"),
        ({"opening_accumulated": Decimal(10)}, "asset.opening", "opening_accumulated"),
        ({"employee_id": 999}, "record.gone", "employee_id"),
        ({"place_id": 999}, "record.gone", "place_id"),
        ({"one_off": True, "cost": Decimal(6_000_000)}, "asset.one_off_value", "one_off"),
    ],
)
def test_what_makes_no_card_is_said_at_the_field(stock, given, code, field):
    with pytest.raises(Refused) as caught:
        stock.card(**given)
    assert (caught.value.code, caught.value.field) == (code, field)


def change(stock: Stock, card: int, **given: object) -> None:
    with stock.database.write() as session:
        draft = replace(fixed_assets.get(session, CLERK, card), **given)
        fixed_assets.save(session, CLERK, draft, today=TODAY)


def close_month(stock: Stock, card: int) -> None:
    with stock.database.write() as session:
        run = DepreciationRun(month=date(2026, 2, 1), state=DepreciationState.OPEN)
        session.add(run)
        session.flush()
        session.add(
            DepreciationLine(
                run_id=run.id, asset_id=card, class_id=stock.classes["DZ"], amount=Decimal("158.31"),
                accumulated=Decimal("158.31"), net=Decimal("5840.69"), tax_amount=Decimal(0),
            )
        )  # fmt: skip
        session.flush()
        run.state = DepreciationState.CLOSED


def test_values_are_typed_until_the_first_month_is_closed_and_facts_after_it_too(stock):
    card = stock.card()
    change(stock, card, cost=Decimal(6100), months=48)
    assert stock.look(card).months == 48
    close_month(stock, card)
    change(stock, card, supplier="联想专卖店", warranty_until=date(2029, 1, 4))
    assert stock.look(card).supplier == "联想专卖店"
    for given in ({"cost": Decimal(6200)}, {"months": 60}, {"residual": None}, {"start_on": None}):
        with pytest.raises(Refused) as caught:
            change(stock, card, **given)
        assert (caught.value.code, caught.value.field) == ("asset.values_closed", next(iter(given)))
    assert stock.look(card).cost == Decimal(6100)


@pytest.mark.parametrize("name", ["bought_on", "start_on"])
@pytest.mark.parametrize("holder", [None, 2])
def test_what_is_still_to_come_is_on_no_card(stock, name, holder):
    tomorrow = date(2026, 3, 13)
    draft = stock.draft(**{"start_on": None, name: tomorrow, "employee_id": holder})
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        fixed_assets.save(session, CLERK, draft, today=TODAY)
    assert (caught.value.code, caught.value.field) == ("asset.future_day", name)
    card = stock.card()
    with pytest.raises(Refused) as caught:
        change(stock, card, **{name: tomorrow})
    assert caught.value.code == "asset.future_day"
    with stock.database.write() as session:
        assert fixed_assets.save(session, CLERK, draft, today=tomorrow) > card


def test_saving_a_card_never_moves_it(stock):
    card = stock.card(employee_id=2, department_id=1, place_id=stock.places["主楼"])
    change(stock, card, employee_id=3, department_id=None, place_id=None, name="工作站")
    seen = stock.look(card)
    assert (seen.name, seen.employee_id, seen.department_id) == ("工作站", 2, 1)
    assert seen.place_id == stock.places["主楼"]
    assert len(stock.movements(card)) == 2


def test_a_card_was_not_bought_after_it_moved(stock):
    card = stock.card(employee_id=2)
    with pytest.raises(Refused) as caught:
        change(stock, card, bought_on=date(2026, 2, 1), start_on=date(2026, 2, 1))
    assert (caught.value.code, caught.value.values["day"]) == ("asset.moved_earlier", BOUGHT)


def test_cards_are_found_by_number_serial_name_and_pinyin(stock):
    card = stock.card(serial_number="PF3K9QX2", name="笔记本电脑")
    stock.card(name="打印机")
    for text in ("PF3K9QX2", "DZ-2026-0001", "bjbdn", "笔记本"):
        with stock.database.read() as session:
            rows = registers.window(session, CLERK, REGISTER, Query(TODAY, text=text), 0, 10)
        assert [row[0] for row in rows] == [card]


def test_the_chips_count_what_is_where(either):
    stock = stocked(either)
    stock.card(employee_id=2)
    stock.card(warranty_until=date(2026, 4, 1))
    with stock.database.read() as session:
        counts = registers.chip_counts(session, CLERK, REGISTER, TODAY)
        head = fixed_assets.headline(session, CLERK, today=TODAY)
    assert {name: counts[name] for name in ("held", "in_use", "idle", "lent", "warranty", "all")} == {
        "held": 2, "in_use": 1, "idle": 1, "lent": 0, "warranty": 1, "all": 2,
    }  # fmt: skip
    assert (head.held, head.idle, head.overdue, head.first_due) == (2, 1, 0, None)


def test_only_who_may_edit_assets_writes_cards(stock, cashier):
    with pytest.raises(Refused) as caught, stock.database.write() as session:
        fixed_assets.save(session, cashier, AssetDraft(name="电脑"), today=TODAY)
    assert caught.value.code == "permission.denied"


def test_a_card_that_is_in_the_register_is_chosen_by_number(stock):
    card = stock.card()
    with stock.database.read() as session:
        assert [(one.id, one.label, one.hint) for one in fixed_assets.choices(session, CLERK)] == [
            (card, "DZ-2026-0001", "笔记本电脑")
        ]
