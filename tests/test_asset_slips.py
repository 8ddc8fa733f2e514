"""Slips of several cards, as they were signed: where each came from and went, how long, how many, for how much."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pypdfium2
import pytest

from models.fixed_asset import MovementKind
from services import asset_estimates, asset_lots, asset_moves, asset_slips
from services.asset_estimates import EstimateDraft
from services.asset_lots import PartDraft
from services.asset_moves import MoveDraft
from services.reports.asset_forms import AssetForm, forms_pdf
from services.terms import Method
from tests.assets import CLERK, Stock, stocked
from tests.conftest import TODAY

WHO, OTHER, THIRD = 2, 3, 4
DAY = timedelta(days=1)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def move(stock: Stock, kind: MovementKind, *cards: int, **given: object) -> str:
    draft = replace(MoveDraft(kind, cards, on_day=TODAY), **given)
    with stock.database.write() as session:
        return asset_moves.move(session, CLERK, draft, command_id=uuid.uuid4().hex, today=TODAY)


def form(stock: Stock, number: str) -> AssetForm:
    with stock.database.read() as session:
        return asset_slips.slip(session, CLERK, number)


def column(found: AssetForm, word: str) -> list[str]:
    (table,) = found.tables
    place = [head[0] for head in table.heads].index(word)
    return [row[place] for row in table.rows]


def test_every_card_of_a_slip_says_whose_it_was(either):
    stock = stocked(either)
    first = stock.card(employee_id=WHO, place_id=stock.places["305室"])
    second = stock.card(employee_id=THIRD, place_id=stock.places["主楼"])
    found = form(stock, move(stock, MovementKind.TRANSFER, first, second, employee_id=OTHER))
    was = [stock.movements(card)[-1] for card in (first, second)]
    origins = column(found, "原使用/存放")
    assert all(row.from_employee in origin for row, origin in zip(was, origins, strict=True))
    assert origins[0].endswith("主楼 / 305室")
    assert [row.to_place in target for row, target in zip(was, column(found, "现使用/存放"), strict=True)]
    assert not {"原使用/存放", "现使用/存放"} & {word for word, _ in found.pairs}
    assert sum(Decimal(head[1]) for head in found.tables[0].heads) == 1
    said = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(forms_pdf([found])))
    plain = "".join(said.split())
    assert all(row.from_employee in plain for row in was)


def test_what_is_the_same_for_all_stands_once_above(stock):
    cards = [stock.card(employee_id=WHO, place_id=stock.places["305室"]) for _ in range(2)]
    found = form(stock, move(stock, MovementKind.TRANSFER, *cards, employee_id=OTHER))
    assert [head[0] for head in found.tables[0].heads] == [
        "序号", "资产编号", "名　称", "规格型号", "数量", "原　值",
    ]  # fmt: skip
    assert {"原使用/存放", "现使用/存放"} <= dict(found.pairs).keys()


def test_repairs_of_different_length_say_their_own_days(stock):
    cards = [stock.card(employee_id=WHO) for _ in range(2)]
    for days, card in zip((1, 3), cards, strict=True):
        move(stock, MovementKind.REPAIR, card, on_day=TODAY - days * DAY, outside="修理铺")
    found = form(stock, move(stock, MovementKind.REPAIRED, *cards, cost=Decimal("100.01")))
    assert column(found, "维修天数") == ["1 天", "3 天"]
    assert "维修天数" not in dict(found.pairs)
    assert dict(found.pairs)["维修费用"] == "100.01"
    one = form(stock, move(stock, MovementKind.REPAIR, cards[0], outside="修理铺"))
    assert "维修天数" not in dict(one.pairs)


def test_a_slip_keeps_the_pieces_and_the_cost_it_was_signed_for(either):
    stock = stocked(either)
    lot = stock.card(name="椅子", quantity=20, cost=Decimal(4000), employee_id=WHO)
    early = move(stock, MovementKind.TRANSFER, lot, employee_id=OTHER)
    draft = EstimateDraft(
        lot, stock.look(lot).version, TODAY.replace(day=1), 24, Decimal(0), Method.STRAIGHT_LINE, Decimal(400), "换面"
    )  # fmt: skip
    with either.write() as session:
        asset_estimates.revise(session, CLERK, draft, command_id="r", today=TODAY)
    added = move(stock, MovementKind.TRANSFER, lot, employee_id=WHO)
    with either.write() as session:
        asset_lots.split(
            session, CLERK, lot, stock.look(lot).version, [PartDraft(5)], reason="分开", command_id="s", today=TODAY
        )  # fmt: skip
    late = move(stock, MovementKind.TRANSFER, lot, employee_id=OTHER)
    told = [(column(form(stock, one), "数量"), column(form(stock, one), "原　值")) for one in (added, late)]
    unit = stock.look(lot).unit
    assert told == [([f"20 {unit}"], ["4,400.00"]), ([f"15 {unit}"], ["3,300.00"])]
    assert column(form(stock, early), "数量") == [f"20 {unit}"]


def test_a_slip_of_a_card_that_went_into_another_keeps_its_cost(stock):
    cards = [stock.card(employee_id=WHO) for _ in range(2)]
    slip = move(stock, MovementKind.TRANSFER, *cards, employee_id=OTHER)
    with stock.database.write() as session:
        asset_lots.merge(session, CLERK, cards, reason="合并", command_id="m", today=TODAY)
    found = form(stock, slip)
    assert column(found, "原　值") == ["5,999.00", "5,999.00"]
    assert {text.split()[0] for text in column(found, "数量")} == {"1"}
