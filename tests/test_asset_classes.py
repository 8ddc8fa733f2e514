"""Classes and places: trees without rings, the way to a place spelled anew, the usual classes of a new company."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.asset_class import Place
from services import asset_classes, fixed_assets, places
from services.asset_classes import AssetClassDraft
from services.errors import Refused
from services.places import PlaceDraft
from services.usual_asset_classes import usual_classes
from tests.assets import BOUGHT, CLERK, Stock, stocked


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def keep(stock: Stock, draft: AssetClassDraft) -> int:
    with stock.database.write() as session:
        return asset_classes.save(session, CLERK, draft)


def put(stock: Stock, **given: object) -> int:
    with stock.database.write() as session:
        return places.save(session, CLERK, PlaceDraft(**given))


def look(stock: Stock, class_id: int) -> AssetClassDraft:
    with stock.database.read() as session:
        return asset_classes.get(session, CLERK, class_id)


def test_a_company_begins_with_the_usual_classes_and_gets_them_once(stock):
    laptops = look(stock, stock.classes["BJ"])
    assert (laptops.name, laptops.parent_id, laptops.months) == ("笔记本电脑", stock.classes["DZ"], 36)
    assert laptops.residual_percent == Decimal(5)
    with stock.database.write() as session:
        asset_classes.fill(session)
        assert len(asset_classes.choices(session, CLERK)) == len(usual_classes())


def test_a_class_comes_back_as_saved_and_begins_its_numbers(stock):
    draft = AssetClassDraft(code="yq", name="乐器", months=84, residual_percent=Decimal("2.5"), unit="把")
    saved = keep(stock, draft)
    assert look(stock, saved) == replace(draft, id=saved, version=1, code="YQ")
    card = stock.look(stock.card(class_id=saved, cost=Decimal(1000)))
    assert (card.number, card.residual, card.unit) == ("YQ-2026-0001", Decimal(25), "把")


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"code": ""}, "record.required", "code"),
        ({"code": "a-b"}, "asset_class.code", "code"),
        ({"code": "DZ"}, "record.taken", "code"),
        ({"name": "电子设备"}, "record.taken", "name"),
        ({"months": None}, "record.required", "months"),
        ({"months": 0}, "asset.life", "months"),
        ({"residual_percent": None}, "record.required", "residual_percent"),
        ({"residual_percent": Decimal(101)}, "asset_class.residual", "residual_percent"),
        ({"unit": " "}, "record.required", "unit"),
        ({"parent_id": 999}, "record.gone", "parent_id"),
    ],
)
def test_what_makes_no_class_is_said_at_its_field(stock, given, code, field):
    with pytest.raises(Refused) as caught:
        keep(stock, replace(AssetClassDraft(code="YQ", name="乐器"), **given))
    assert (caught.value.code, caught.value.field) == (code, field)


def test_a_class_does_not_belong_to_one_below_it(stock):
    with pytest.raises(Refused) as caught:
        keep(stock, replace(look(stock, stock.classes["DZ"]), parent_id=stock.classes["BJ"]))
    assert caught.value.code == "asset_class.cycle"


def test_a_class_with_cards_stays_out_of_use(stock):
    stock.card()
    with stock.database.write() as session:
        assert not asset_classes.remove(session, CLERK, stock.classes["DZ"], 1)
        assert asset_classes.remove(session, CLERK, stock.classes["XJ"], 1)
    assert not look(stock, stock.classes["DZ"]).active


def test_a_renamed_building_spells_its_rooms_anew(either):
    stock = stocked(either)
    with stock.database.write() as session:
        draft = places.get(session, CLERK, stock.places["主楼"])
        places.save(session, CLERK, replace(draft, name="1号楼"))
    with stock.database.read() as session:
        assert session.get_one(Place, stock.places["305室"]).path == "1号楼 / 305室"
        assert [one.label for one in places.choices(session, CLERK)] == ["1号楼", "1号楼 / 305室"]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"code": "", "name": "x"}, "record.required", "code"),
        ({"code": "B", "name": ""}, "record.required", "name"),
        ({"code": "A", "name": "x"}, "record.taken", "code"),
        ({"code": "B", "name": "主楼"}, "record.taken", "name"),
        ({"code": "B", "name": "a/b"}, "place.slash", "name"),
        ({"code": "B", "name": "x", "parent_id": 99}, "record.gone", "parent_id"),
    ],
)
def test_what_makes_no_place_is_said_at_its_field(stock, given, code, field):
    with pytest.raises(Refused) as caught:
        put(stock, **given)
    assert (caught.value.code, caught.value.field) == (code, field)


def test_a_place_is_not_part_of_itself_and_goes_when_nothing_stands_there(stock):
    with stock.database.write() as session:
        draft = places.get(session, CLERK, stock.places["主楼"])
        with pytest.raises(Refused) as caught:
            places.save(session, CLERK, replace(draft, parent_id=stock.places["305室"]))
        assert caught.value.code == "place.cycle"
    with stock.database.write() as session:
        fixed_assets.save(session, CLERK, stock.draft(place_id=stock.places["305室"]), today=BOUGHT)
        assert not places.remove(session, CLERK, stock.places["305室"], 1)
