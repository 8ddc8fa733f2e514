"""Counted twice, by lists and by hand: duplicates stay one thing, rows replace, what was taken back counts again."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from models.stock_take import Adjustment, FoundState
from services import (
    places,
    stock_take_lists,
    stock_take_scans,
    stock_take_sheets,
    stock_takes,
)
from services.database import Database
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.places import PlaceDraft
from services.stock_take_lists import ListRemark
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.stock_takes import MANAGER, TITLES, Count, bring, counted, label_of, look, plan, with_lot
from ui.stock_takes.line_rows import counting_row

D = Decimal


@pytest.fixture
def count(database: Database) -> Count:
    return counted(database)


@pytest.fixture
def lots(either: Database) -> Count:
    return with_lot(either)


def tickets(count: Count, *ends: str) -> list[str]:
    return [f"{count.detail().ticket}-{end}" for end in ends]


OURS = ("盘点票号", *TITLES)


def test_what_was_taken_back_is_counted_by_the_same_list_again(lots: Count) -> None:
    (ticket,) = tickets(lots, "A")
    rows = [(ticket, number, "1" if number != lots.numbers[-1] else "10", "") for number in lots.numbers]
    assert bring(lots, *rows, titles=OURS) == 3
    assert bring(lots, *rows, titles=OURS) == 0
    with lots.database.write() as session:
        stock_take_scans.untick(session, CLERK, lots.id, [line.id for line in lots.detail().lines])
    assert {line.found for line in lots.detail().lines} == {FoundState.MISSING}
    assert bring(lots, *rows, titles=OURS) == 3
    assert [(line.found, line.times) for line in lots.detail().lines] == [(FoundState.FOUND, 1)] * 3


def test_a_corrected_row_replaces_what_it_said(lots: Count) -> None:
    chairs = lots.numbers[-1]
    (ticket,) = tickets(lots, "A")
    bring(lots, (ticket, chairs, "8", "主楼"), titles=OURS)
    assert lots.line(chairs).found is FoundState.SHORT
    corrected = (ticket, chairs, "10", "仓库")
    assert look(lots, corrected, titles=OURS).rows[0].remarks == (ListRemark.CHANGED,)
    assert bring(lots, corrected, titles=OURS) == 1
    line = lots.line(chairs)
    assert (line.pieces, line.times, line.found_place, line.found) == (10, 1, "仓库", FoundState.ELSEWHERE)
    back = look(lots, (ticket, chairs, "", ""), (ticket, lots.numbers[0], "1", ""), titles=OURS)
    assert [row.remarks for row in back.rows] == [(ListRemark.TAKEN_BACK,), ()]
    assert bring(lots, (ticket, chairs, "", ""), (ticket, lots.numbers[0], "1", ""), titles=OURS) == 2
    assert (lots.line(chairs).found, lots.line(chairs).times) == (FoundState.MISSING, 0)


def test_a_list_without_a_ticket_is_the_same_when_it_is_saved_again(count: Count) -> None:
    first, second = count.numbers[:2]
    assert bring(count, (first, "1", ""), ("旧椅子", "5", "")) == 2
    assert bring(count, (first, "1", ""), ("旧椅子", "5", ""), (second, "1", "")) == 1
    assert [(count.line(code).times, count.line(code).counted) for code in (first, second, "旧椅子")] == [
        (1, 1), (1, 1), (1, 5),
    ]  # fmt: skip
    assert bring(count, (first, "无", ""), ("旧椅子", "", ""), (second, "1", "")) == 1
    assert (count.line(first).found, count.line("旧椅子").times) == (FoundState.MISSING, 1)


def test_a_single_thing_listed_twice_is_found_twice_and_no_surplus(lots: Count) -> None:
    first = lots.numbers[0]
    bring(lots, (first, "1", ""), (label_of(first), "1", ""), ("ZZ-9", "1", ""), ("ZZ-9", "1", ""))
    line = lots.line(first)
    assert (line.found, line.times, line.counted, line.more) == (FoundState.FOUND, 2, 1, 0)
    assert (lots.line("ZZ-9").counted, lots.line("ZZ-9").times) == (1, 2)
    with lots.database.read() as session:
        sheet = stock_take_sheets.count_sheet(session, CLERK, lots.id)
    row = next(row for row in sheet.rows if row[1] == first)
    assert (row[5:9], row[13]) == (("1", "1", "", ""), "相符（重复2次）")


def test_two_lists_about_a_lot_agree_or_are_a_dispute_but_are_never_summed(lots: Count) -> None:
    chairs = lots.numbers[-1]
    one, two, three = tickets(lots, "A", "B", "C")
    bring(lots, (one, chairs, "10", ""), (one, lots.numbers[0], "1", ""), titles=OURS)
    bring(lots, (two, chairs, "10", ""), (two, lots.numbers[0], "1", ""), titles=OURS)
    assert (lots.line(chairs).found, lots.line(chairs).pieces, lots.line(chairs).times) == (
        FoundState.FOUND,
        10,
        2,
    )
    other = look(lots, (three, chairs, "7", ""), titles=OURS)
    assert other.rows[0].remarks == (ListRemark.DISPUTED,)
    bring(lots, (three, chairs, "7", ""), titles=OURS)
    line = lots.line(chairs)
    assert (line.found, line.seen, line.more, line.less) == (FoundState.DISPUTED, "10；10；7", 0, 0)
    lots.scan(*lots.numbers[:2])
    lots.finish()
    with pytest.raises(Refused) as refused:
        lots.explain(chairs, adjustment=Adjustment.WRITE_OFF)
    assert refused.value.code == "stock_take.adjustment"
    with pytest.raises(Refused) as refused:
        lots.submit()
    assert (refused.value.code, refused.value.values["number"]) == ("stock_take.disputed", chairs)


def test_a_dispute_is_settled_by_counting_and_the_old_lists_do_not_bring_it_back(lots: Count) -> None:
    chairs = lots.numbers[-1]
    one, two = tickets(lots, "A", "B")
    bring(lots, (one, chairs, "10", ""), titles=OURS)
    bring(lots, (two, chairs, "7", ""), titles=OURS)
    with lots.database.write() as session:
        stock_take_scans.count_pieces(session, CLERK, lots.id, lots.line(chairs).id, 9, "", command_id="s")
    assert (lots.line(chairs).found, lots.line(chairs).pieces) == (FoundState.SHORT, 9)
    assert bring(lots, (two, chairs, "7", ""), titles=OURS) == 0
    assert lots.line(chairs).pieces == 9
    assert bring(lots, (two, chairs, "8", ""), titles=OURS) == 1
    assert lots.line(chairs).found is FoundState.DISPUTED


def test_lists_of_different_places_are_added_up(lots: Count) -> None:
    chairs = lots.numbers[-1]
    one, two, three = tickets(lots, "A", "B", "C")
    bring(lots, (one, chairs, "4", "主楼/305室"), titles=OURS)
    bring(lots, (two, chairs, "6", "主楼/306室"), titles=OURS)
    line = lots.line(chairs)
    assert (line.pieces, line.times) == (10, 1)
    bring(lots, (three, chairs, "4", "主楼/305室"), (three, chairs, "6", "主楼/306室"), titles=OURS)
    assert (lots.line(chairs).pieces, lots.line(chairs).times, lots.line(chairs).found) == (
        10, 2, FoundState.ELSEWHERE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [
        ("pos.csv", "{0}\n{1}\n", 2),
        ("pos.txt", "{label}\r\n{1}\r\n\r\n", 2),
        ("title.csv", "编号\n{0}\n{1}\n", 2),
        ("one.csv", "{0}", 1),
        ("times.csv", "{label},2026-03-12 09:01:07\n{1},2026-03-12 09:01:09\nZZ-1,2026-03-12 09:01:11\n", 3),
        ("blank.txt", "{label} 2026-03-12 09:01:07\n{1}  09:01\nZZ-1 2026/3/12\n", 3),
    ],
)
def test_what_a_scanner_collects_is_a_list(
    count: Count, tmp_path: Path, name: str, text: str, taken: int
) -> None:
    path = tmp_path / name
    first, second = count.numbers[:2]
    path.write_text(text.format(first, second, label=label_of(first)), encoding="utf-8")
    with count.database.read() as session:
        found = stock_take_lists.look(session, CLERK, count.id, read_sheet(path, plain=True))
    with count.database.write() as session:
        stock_take_lists.take_over(session, CLERK, count.id, found)
    assert len(found.rows) == taken
    assert count.line(first).found is FoundState.FOUND


def test_a_table_of_something_else_is_still_refused(count: Count, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("桌子,3\n椅子,4\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"stock_take_list\.no_titles"), count.database.read() as session:
        stock_take_lists.look(session, CLERK, count.id, read_sheet(path, plain=True))


def test_what_is_found_loses_what_was_said_when_it_was_missing(count: Count) -> None:
    first, second = count.numbers[:2]
    count.scan(first)
    count.finish()
    count.explain(second, explanation="找不到", adjustment=Adjustment.SEARCH)
    with count.database.write() as session:
        stock_takes.reopen(session, CLERK, count.id, count.detail().version)
    count.scan(second, first=2)
    line = count.line(second)
    assert (line.found, line.explanation, line.adjustment) == (FoundState.FOUND, "", Adjustment.NONE)


def test_a_tick_counts_only_what_was_not_counted(count: Count) -> None:
    count.scan(count.numbers[0])
    ids = [line.id for line in count.detail().lines]
    for click in ("a", "b"):
        with count.database.write() as session:
            stock_take_scans.tick(session, CLERK, count.id, ids, "", command_id=click)
    assert [line.times for line in count.detail().lines] == [1, 1, 1, 1]


def test_both_places_of_a_thing_found_twice_are_told(count: Count) -> None:
    number = count.numbers[0]
    count.scan(number, place="仓库")
    count.scan(number, place="主楼 / 305室", first=2)
    line = count.line(number)
    assert (line.found, line.seen) == (FoundState.FOUND, "仓库；主楼 / 305室")
    assert counting_row(line, hidden=False).cells[6] == "仓库；主楼 / 305室"
    with count.database.read() as session:
        row = stock_take_sheets.count_sheet(session, CLERK, count.id).rows[0]
    assert row[13] == "相符（重复2次：仓库；主楼 / 305室）"


def test_a_place_renamed_while_it_is_counted_is_the_same_place(either: Database) -> None:
    count = counted(either)
    first, second = count.numbers[:2]
    count.scan(first, place="主楼 / 305室")
    with count.database.write() as session:
        above = session.get_one(places.Place, count.stock.places["主楼"])
        draft = PlaceDraft(above.id, above.version, code=above.code, name="一号楼")
        places.save(session, CLERK, draft)
    assert (count.line(first).place, count.line(first).found_place) == ("一号楼 / 305室", "一号楼 / 305室")
    assert count.scan(second, place="一号楼 / 305室", first=2)[0].found is FoundState.FOUND
    assert count.scan(first, first=3)[0].found is FoundState.FOUND


def test_nothing_is_counted_before_the_day(count: Count) -> None:
    later = Count(count.stock, plan(count.stock, on_day=TODAY + timedelta(days=9)), count.numbers)
    scan = stock_take_scans.Scan(1, count.numbers[0])
    with pytest.raises(Refused) as refused, later.database.write() as session:
        stock_take_scans.add(session, CLERK, later.id, "w", [scan], today=TODAY)
    assert (refused.value.code, refused.value.values["number"]) == ("stock_take.not_yet", "PD-2026-0002")
    with later.database.write() as session:
        stock_take_scans.add(session, CLERK, later.id, "w", [scan], today=TODAY + timedelta(days=9))
    assert later.line(count.numbers[0]).times == 1


def test_two_files_of_one_name_never_wipe_each_other_out(lots: Count) -> None:
    chairs = lots.numbers[-1]
    bring(lots, (chairs, "4", "主楼/305室"))
    other = look(lots, (chairs, "6", "仓库"))
    assert other.rows[0].remarks == (ListRemark.DISPUTED,)
    assert bring(lots, (chairs, "6", "仓库")) == 1
    line = lots.line(chairs)
    assert (line.found, line.pieces) == (FoundState.DISPUTED, 10)
    assert line.seen == "主楼 / 305室 4；仓库 6"
    assert bring(lots, (chairs, "6", "仓库")) + bring(lots, (chairs, "4", "主楼/305室")) == 0
    assert bring(lots, (chairs, "5", "仓库")) == 1, "a correction of the second"
    assert lots.line(chairs).pieces == 9
    with lots.database.write() as session:
        stock_take_scans.count_pieces(session, CLERK, lots.id, lots.line(chairs).id, 9, "", command_id="s")
    assert (lots.line(chairs).found, lots.line(chairs).pieces) == (FoundState.SHORT, 9)


def test_a_file_of_the_same_name_that_somebody_else_reads_is_another_list(lots: Count) -> None:
    chairs = lots.numbers[-1]
    bring(lots, (chairs, "4", "主楼/305室"), (chairs, "1", "主楼/306室"))
    with lots.database.write() as session:
        theirs = ForeignSheet("盘点.xlsx", "0" * 64, (TITLES, (chairs, "5", "仓库")))
        found = stock_take_lists.look(session, MANAGER, lots.id, theirs)
        stock_take_lists.take_over(session, CLERK, lots.id, found)
    assert (lots.line(chairs).found, lots.line(chairs).pieces) == (FoundState.ELSEWHERE, 10)


def test_a_file_whose_rows_changed_their_order_says_the_same(lots: Count) -> None:
    chairs = lots.numbers[-1]
    rows = [(chairs, "4", "主楼/305室"), (chairs, "6", "主楼/306室")]
    bring(lots, *rows)
    assert bring(lots, *reversed(rows)) == 0
    assert lots.line(chairs).pieces == 10
    bring(lots, (chairs, "0", ""), (chairs, "6", "主楼/306室"))
    assert lots.line(chairs).pieces == 6


def test_two_rows_about_one_place_are_kept_apart_when_they_come_again(lots: Count) -> None:
    chairs = lots.numbers[-1]
    bring(lots, (chairs, "4", "主楼/305室"), (chairs, "3", "主楼/305室"))
    assert lots.line(chairs).pieces == 7
    assert bring(lots, (chairs, "3", "主楼/305室"), (chairs, "4", "主楼/305室")) == 0
    bring(lots, (chairs, "5", "主楼/305室"), (chairs, "4", "主楼/305室"))
    assert lots.line(chairs).pieces == 9
