"""Where things are found: what is taken back leaves no place behind, renamed places, lots that stand at several."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.asset_class import Place
from models.stock_take import Adjustment, FoundState
from services import asset_leases, places, stock_take_scans, stock_take_sheets
from services.asset_leases import LeaseDraft
from services.database import Database
from services.errors import Refused
from services.places import PlaceDraft
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.stock_takes import Count, bring, counted, with_lot

ROOM, STORE = "主楼 / 305室", "仓库"


@pytest.fixture
def count(database: Database) -> Count:
    return counted(database)


@pytest.fixture
def lots(either: Database) -> Count:
    found = with_lot(either)
    with either.write() as session:
        places.save(session, CLERK, PlaceDraft(code="CK", name=STORE))
    return found


def rename(count: Count, name: str) -> None:
    with count.database.write() as session:
        draft = places.get(session, CLERK, count.stock.places["305室"])
        places.save(session, CLERK, replace(draft, name=name))


def test_a_row_taken_back_takes_its_place_with_it(count: Count) -> None:
    number = count.numbers[0]
    bring(count, (number, "1", ROOM), file="a.xlsx")
    bring(count, (number, "1", STORE), file="b.xlsx")
    bring(count, (number, "0", ""), file="b.xlsx")
    line = count.line(number)
    assert (line.found, line.found_place, line.times) == (FoundState.FOUND, ROOM, 1)
    count.finish()
    with count.database.read() as session:
        sheet = stock_take_sheets.difference_sheet(session, CLERK, count.id)
    assert number not in {row[1] for row in sheet.rows}


def test_what_really_stands_elsewhere_appears_when_the_other_row_is_taken_back(count: Count) -> None:
    number = count.numbers[0]
    bring(count, (number, "1", STORE), file="a.xlsx")
    bring(count, (number, "1", ROOM), file="b.xlsx")
    bring(count, (number, "0", ""), file="b.xlsx")
    assert (count.line(number).found, count.line(number).found_place) == (FoundState.ELSEWHERE, STORE)


def test_a_lot_counted_before_and_after_its_room_was_renamed_is_counted_once(lots: Count) -> None:
    lot = lots.numbers[-1]
    bring(lots, (lot, "10", ROOM), file="a.xlsx")
    rename(lots, "315室")
    bring(lots, (lot, "10", "主楼 / 315室"), file="b.xlsx")
    line = lots.line(lot)
    assert (line.found, line.pieces, line.found_place) == (FoundState.FOUND, 10, "主楼 / 315室")


def test_a_list_with_the_old_name_of_a_room_means_the_room(lots: Count) -> None:
    number = lots.numbers[0]
    rename(lots, "315室")
    rename(lots, "316室")
    bring(lots, (number, "1", ROOM), (lots.numbers[1], "1", "隔壁"), file="a.xlsx")
    assert (lots.line(number).found, lots.line(number).found_place) == (FoundState.FOUND, "主楼 / 316室")
    assert lots.line(lots.numbers[1]).found_place == "隔壁", "a place nobody knows stays as it was said"
    assert bring(lots, (number, "1", ROOM), file="a.xlsx") == 0, "the same list again"


def test_an_old_name_that_is_given_to_another_room_means_that_one(count: Count) -> None:
    rename(count, "315室")
    with count.database.write() as session:
        above = count.stock.places["主楼"]
        places.save(session, CLERK, PlaceDraft(code="N3", name="305室", parent_id=above))
    count.scan(count.numbers[0], place=ROOM)
    assert count.line(count.numbers[0]).found is FoundState.ELSEWHERE


def test_a_lot_at_two_places_is_never_moved_whole(lots: Count) -> None:
    lot = lots.numbers[-1]
    bring(lots, (lot, "4", ROOM), file="a.xlsx")
    bring(lots, (lot, "6", STORE), file="b.xlsx")
    lots.scan(*lots.numbers[:-1])
    rename(lots, "315室")
    lots.finish()
    line = lots.line(lot)
    assert (line.found, line.pieces, line.adjustment) == (FoundState.ELSEWHERE, 10, Adjustment.NONE)
    assert line.found_place == "主楼 / 315室；仓库"
    with pytest.raises(Refused) as refused:
        lots.explain(lot, adjustment=Adjustment.MOVE)
    assert (refused.value.code, refused.value.values["place"]) == (
        "stock_take.several_places", "主楼 / 315室；仓库",
    )  # fmt: skip
    lots.explain(lot, explanation="六把在仓库")
    lots.submit()
    lots.decide()
    with lots.database.read() as session:
        card = lots.stock.look(next(row.asset_id for row in lots.detail().lines if row.code == lot))
        assert session.get_one(Place, card.place_id).path == "主楼 / 315室"


def test_a_label_of_a_lot_scanned_elsewhere_moves_none_of_it(lots: Count) -> None:
    lot = lots.numbers[-1]
    bring(lots, (lot, "10", ROOM), file="a.xlsx")
    lots.scan(lot, place=STORE)
    assert (lots.line(lot).found, lots.line(lot).found_place) == (FoundState.ELSEWHERE, f"{ROOM}；{STORE}")
    with lots.database.write() as session:
        line = lots.line(lot).id
        stock_take_scans.count_pieces(session, CLERK, lots.id, line, 10, ROOM, command_id="all")
    assert lots.line(lot).found is FoundState.FOUND, "counted anew at one place"


def test_a_broader_name_of_a_place_is_no_second_place(lots: Count) -> None:
    lot = lots.numbers[-1]
    bring(lots, (lot, "10", ROOM), file="a.xlsx")
    lots.scan(lot, place="主楼")
    assert (lots.line(lot).found, lots.line(lot).found_place) == (FoundState.FOUND, ROOM)


def test_what_the_books_have_with_a_tenant_is_not_simply_found(lots: Count) -> None:
    card = next(line for line in lots.detail().lines if line.code == lots.numbers[0])
    terms = {"from_on": TODAY, "to_on": TODAY + timedelta(days=90), "rent": Decimal(100)}
    draft = LeaseDraft(asset_id=card.asset_id, tenant="中南建筑设计院", **terms)
    with lots.database.write() as session:
        asset_leases.save(session, CLERK, draft, today=TODAY)
    (result,) = lots.scan(lots.numbers[0], place=ROOM)
    assert (result.found, result.place) == (FoundState.ELSEWHERE, "中南建筑设计院")
    lots.finish()
    line = lots.line(lots.numbers[0])
    assert line.adjustment is Adjustment.NONE
    assert line.explanation.startswith("账面出租在外，中南建筑设计院，应于"), line.explanation
    assert lots.line(lots.numbers[1]).found is FoundState.MISSING
