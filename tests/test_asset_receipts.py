"""What is received keeps to what was asked for: not before it, not dearer than approved, in use when somebody has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from services import asset_papers, asset_receipts, asset_request_details
from services.asset_receipts import ReceiptDraft
from services.errors import Refused
from tests.assets import CLERK, Stock, approved_request, stocked
from tests.conftest import TODAY


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def receive(stock: Stock, approved: datetime | None = None, **given: object) -> int:
    request = approved_request(stock, ("笔记本电脑", 3, "5999"), approved=approved)
    with stock.database.read() as session:
        found = asset_request_details.detail(session, CLERK, request)
    usual = ReceiptDraft(request, found.version, found.lines[0].id, 1, TODAY, price=Decimal(5800))
    with stock.database.write() as session:
        draft = replace(usual, **given)
        [made] = asset_receipts.receive(session, CLERK, draft, command_id="1", today=TODAY)
    return made


@pytest.mark.parametrize("holder", [{"department_id": 1}, {"employee_id": 2}])
def test_what_goes_to_somebody_at_once_is_in_use_since_it_came(stock, holder):
    assert stock.look(receive(stock, **holder)).start_on == TODAY


def test_what_goes_to_the_store_is_not_in_use(stock):
    assert stock.look(receive(stock)).start_on is None


def test_nothing_is_received_before_it_was_approved(either):
    stock = stocked(either)
    approved = datetime(2026, 1, 8, 17, tzinfo=UTC)  # the 9th in China
    with pytest.raises(Refused) as caught:
        receive(stock, approved, received_on=date(2026, 1, 8))
    assert (caught.value.code, caught.value.field) == ("asset_request.before_approval", "received_on")
    assert caught.value.values == {"number": "CG-2026-0001", "day": date(2026, 1, 9)}


def test_what_comes_on_the_day_of_the_approval_is_received(stock):
    day = date(2026, 1, 9)
    assert stock.look(receive(stock, datetime(2026, 1, 8, 17, tzinfo=UTC), received_on=day)).bought_on == day


def test_the_request_is_not_given_out_as_the_claim(stock):
    card, typed = receive(stock), stock.card(claim_number="BX-2026-0007")
    with stock.database.read() as session:
        papers = asset_papers.cards(session, CLERK, [card, typed], today=TODAY)
    told = [dict(paper.pairs) for paper in papers]
    assert [pairs["报销单号"] for pairs in told] == ["", "BX-2026-0007"]
    assert [pairs.get("采购申请") for pairs in told] == ["CG-2026-0001", None]


def test_a_little_more_than_was_approved_is_received(stock):
    assert stock.look(receive(stock, price=Decimal("6598.90"))).cost == Decimal("6598.90")


@pytest.mark.parametrize("price", ["6598.91", "59990"])
def test_what_is_much_dearer_than_approved_is_asked_for_anew(stock, price):
    with pytest.raises(Refused) as caught:
        receive(stock, price=Decimal(price), as_lot=True)
    assert (caught.value.code, caught.value.field) == ("asset_request.above_approved", "price")
    assert caught.value.values == {"approved": Decimal(5999), "most": Decimal("6598.90")}
