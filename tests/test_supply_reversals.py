"""A wrong slip is taken back by one of the opposite."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.supply import SupplyMovement
from services import supply_papers, supply_reversals
from services.errors import Refused
from services.reports.asset_forms import forms_pdf
from tests.conftest import TODAY
from tests.shelf import CLERK, COUNT, ISSUE, PENS, RECEIVE, RETURN, TRANSFER, Shelf, line, shelved

DAY = timedelta(days=1)


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def reverse(shelf: Shelf, slip: str, click: str = "", **given: object) -> str:
    usual = {"on_day": TODAY, "reason": "金额录错", "today": TODAY, "command_id": click or f"{slip} {given}"}
    with shelf.database.write() as session:
        return supply_reversals.reverse(session, CLERK, slip, **(usual | given))


def refused(shelf: Shelf, slip: str, **given: object) -> tuple[str, str | None]:
    before = shelf.movements()
    with pytest.raises(Refused) as caught:
        reverse(shelf, slip, "refused", **given)
    assert shelf.movements() == before, "nothing half done"
    return caught.value.code, caught.value.field


def test_a_receipt_with_a_wrong_amount_is_taken_back(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "120.00"))
    wrong = shelf.book(RECEIVE, line("10", "1000.00"), line("3", "3.00", PENS))
    back = reverse(shelf, wrong, "click")
    assert (back, reverse(shelf, wrong, "click")) == ("RK-2026-0003", ""), "a double click takes back once"
    assert (shelf.look(), shelf.look(PENS)) == ((10, Decimal("120.00")), (0, Decimal("0.00")))
    assert shelf.at(shelf.store) == 10
    with either.read() as session:
        rows = session.scalars(select(SupplyMovement).where(SupplyMovement.slip == back)).all()
        assert {(row.quantity, row.value, row.note) for row in rows} == {
            (-10, Decimal("-1000.00"), "冲销 RK-2026-0002：金额录错"),
            (-3, Decimal("-3.00"), "冲销 RK-2026-0002：金额录错"),
        }
        printed = supply_papers.slip(session, CLERK, back)
        first = supply_papers.slip(session, CLERK, wrong)
    assert (printed.title, first.mark) == ("物资入库单（红字）", "已冲销")
    assert ("冲销单号", "RK-2026-0002") in printed.pairs
    assert [row[4:6] for row in printed.tables[0].rows] == [("-3", "-3.00"), ("-10", "-1,000.00")]
    assert printed.tables[0].totals[5] == "-1,003.00"
    assert forms_pdf([printed, first]).startswith(b"%PDF")
    assert refused(shelf, wrong) == ("supply.reversed", None)
    assert refused(shelf, back) == ("supply.is_reversal", None)


def test_every_act_can_be_taken_back(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "100.00"))
    issued = shelf.book(ISSUE, line("4"), department_id=1)
    moved = shelf.book(TRANSFER, line("3"), to_place_id=shelf.site)
    back = shelf.book(RETURN, line("1"), department_id=1)
    counted = shelf.book(COUNT, line("2"))
    assert refused(shelf, issued) == ("supply.reverse_returned", None)
    reverse(shelf, counted)
    assert (shelf.at(shelf.store), shelf.look()) == (4, (7, Decimal("70.00")))
    reverse(shelf, moved)
    assert (shelf.at(shelf.store), shelf.at(shelf.site)) == (7, 0)
    reverse(shelf, back)
    reverse(shelf, issued)
    assert (shelf.at(shelf.store), shelf.look()) == (10, (10, Decimal("100.00")))
    assert shelf.refused(RETURN, line("1"), department_id=1) == (
        "supply.returned_too_much",
        "lines.0.quantity",
    )


def test_what_has_gone_out_since_is_not_taken_back(shelf):
    wrong = shelf.book(RECEIVE, line("10", "1000.00"), on_day=TODAY - 5 * DAY)
    shelf.book(ISSUE, line("4"), department_id=1, on_day=TODAY - 3 * DAY)
    assert refused(shelf, wrong) == ("supply.not_enough", None)
    shelf.book(RECEIVE, line("10", "100.00"))
    assert refused(shelf, wrong, on_day=TODAY - DAY) == ("supply.not_there_then", "quantity")
    assert refused(shelf, wrong) == ("supply.reverse_value", None)


def test_what_a_reversal_must_say(shelf):
    slip = shelf.book(RECEIVE, line("10", "1000.00"), on_day=TODAY - DAY)
    assert refused(shelf, slip, on_day=None) == ("record.required", "on_day")
    assert refused(shelf, slip, reason=" ") == ("record.required", "reason")
    assert refused(shelf, slip, on_day=TODAY + DAY) == ("supply.future", "on_day")
    assert refused(shelf, slip, on_day=TODAY - 2 * DAY) == ("supply.reverse_day", "on_day")
    assert refused(shelf, "RK-2026-0009") == ("supply.no_slip", None)
    assert refused(shelf, "") == ("supply.no_slip", None)


def test_what_a_count_included_is_not_taken_back_before_it(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "100.00"), on_day=TODAY - 9 * DAY)
    second = shelf.book(RECEIVE, line("10", "100.00"), on_day=TODAY - 8 * DAY)
    count = shelf.book(COUNT, line("20"), on_day=TODAY - 3 * DAY)
    assert refused(shelf, second, on_day=TODAY - 7 * DAY) == ("supply.counted_since", "on_day")
    reverse(shelf, count, on_day=TODAY - 3 * DAY)
    reverse(shelf, second, on_day=TODAY - 7 * DAY)
    assert shelf.look()[0] == 10
