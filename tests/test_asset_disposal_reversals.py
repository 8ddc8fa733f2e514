"""An approved disposal taken back 冲回: the card lives again, the paper says why, depreciation makes good."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.asset_class import Place
from models.depreciation import DepreciationLine, DepreciationRun
from models.fixed_asset import AssetMovement, AssetState, FixedAsset, MovementKind
from models.personnel_paper import OfficePaperState
from services import (
    asset_disposal_details,
    asset_disposal_reversals,
    asset_disposals,
    asset_moves,
    asset_values,
    depreciation_runs,
    records,
)
from services.asset_disposal_details import DisposalAction
from services.asset_moves import MoveDraft
from services.database import Database
from services.permissions import Actor
from tests.test_asset_disposals import LAPTOP, LEFT, TODAY, Desk

D = Decimal
WHY = "处置单选错了资产"


@pytest.fixture
def desk(either: Database) -> Desk:
    return Desk(either)


def _month(desk: Desk, month: date) -> None:
    with desk.database.write() as session:
        run = depreciation_runs.reckon(session, desk.clerk, month, today=month)
        version = session.get_one(DepreciationRun, run).version
        depreciation_runs.close(session, desk.clerk, run, version, command_id=f"close {month}")


def _line(desk: Desk, asset_id: int, month: date) -> DepreciationLine | None:
    wanted = select(DepreciationLine).join(DepreciationRun, DepreciationRun.id == DepreciationLine.run_id)
    with desk.database.read() as session:
        return session.scalar(
            wanted.where(DepreciationLine.asset_id == asset_id, DepreciationRun.month == month)
        )


def _reverse(
    desk: Desk, paper: int, *, reason: str = WHY, actor: Actor | None = None, click: str = "x"
) -> int:
    with desk.database.write() as session:
        return asset_disposal_reversals.reverse(
            session, actor or desk.manager, paper, desk.look(paper).version, reason=reason, command_id=click, today=TODAY
        )  # fmt: skip


def _issued(desk: Desk, asset_id: int) -> None:
    with desk.database.write() as session:
        item = session.get_one(FixedAsset, asset_id)
        draft = MoveDraft(
            MovementKind.ISSUE,
            (asset_id,),
            LEFT,
            employee_id=desk.clerk.employee_id,
            place_id=desk.stock.places["305室"],
        )
        assert item.state is AssetState.IDLE
        asset_moves.move(session, desk.clerk, draft, command_id="issue", today=TODAY)


def test_the_card_lives_again_where_it_stood_and_nothing_is_deleted(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    _issued(desk, laptop)
    before = desk.stock.look(laptop)
    paper = desk.save(desk.draft(laptop))
    desk.approve(paper)
    rows = len(desk.stock.movements(laptop))
    _reverse(desk, paper)
    card = desk.stock.look(laptop)
    for name in ("state", "stopped_on", "department_id", "employee_id", "place_id", "cost", "residual"):
        assert getattr(card, name) == getattr(before, name), name
    assert card.place_id == desk.stock.places["305室"]
    *_, left, back = desk.stock.movements(laptop)
    assert len(desk.stock.movements(laptop)) == rows + 1
    assert (left.kind, back.kind, back.on_day) == (MovementKind.DISPOSE, MovementKind.RECEIVE, TODAY)
    assert (back.slip, back.note) == ("CZ-2027-0001", f"冲回处置：{WHY}")
    with desk.database.read() as session:
        values = asset_values.values_of(session, desk.clerk, [laptop], date(2027, 9, 1))
        head = asset_disposals.headline(session, desk.clerk, today=TODAY)
    assert values[laptop].accumulated == D("158.31") * 18
    assert (head.cards, head.gain) == (0, 0)


def test_the_paper_says_who_took_it_back_and_why(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    paper = desk.save(desk.draft(laptop, note="电池鼓包"))
    desk.approve(paper)
    assert DisposalAction.REVERSE in desk.detail(paper, desk.manager).actions
    assert DisposalAction.REVERSE not in desk.detail(paper).actions
    version = _reverse(desk, paper)
    assert _reverse(desk, paper) == version  # the same click once more
    stored = desk.look(paper)
    assert stored.state is OfficePaperState.VOIDED
    assert stored.state_note == f"2027-08-12 由 {desk.manager.name} 冲回：{WHY}"
    found = desk.detail(paper, desk.manager)
    assert DisposalAction.REVERSE not in found.actions
    assert (found.history[0].action, found.history[0].changes["reason"]) == ("void", WHY)
    with desk.database.read() as session:
        form = asset_disposal_details.printed(session, desk.clerk, paper)
    assert form.mark == "已冲回"
    assert form.note == f"电池鼓包；{stored.state_note}"


def test_it_needs_a_reason_and_somebody_else_who_may_decide(desk: Desk) -> None:
    paper = desk.save(desk.draft(desk.stock.card(**LAPTOP)))
    early = desk.refused(lambda: _reverse(desk, paper))
    assert (early.code, early.values) == ("office_paper.wrong_state", {"state": OfficePaperState.DRAFT})
    desk.approve(paper)
    assert desk.refused(lambda: _reverse(desk, paper, reason=" ")).field == "reason"
    assert desk.refused(lambda: _reverse(desk, paper, actor=desk.clerk)).code == "permission.denied"
    with desk.database.write() as session:
        asset_disposals.with_lines(session, paper).made_by_id = desk.manager.user_id
    assert desk.refused(lambda: _reverse(desk, paper)).code == "approval.own_paper"


def test_before_its_month_is_closed_nothing_is_left_out(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    _month(desk, date(2027, 7, 1))
    paper = desk.save(desk.draft(laptop))
    desk.approve(paper)
    _reverse(desk, paper)
    for month in (date(2027, 8, 1), date(2027, 9, 1)):
        _month(desk, month)
        line = _line(desk, laptop, month)
        assert line is not None
        assert (line.amount, line.catch_up) == (D("158.31"), 0)


def test_months_closed_without_it_stay_and_the_next_one_makes_good(desk: Desk) -> None:
    laptop, other = desk.stock.cards(2, **LAPTOP)
    _month(desk, date(2027, 7, 1))
    paper = desk.save(desk.draft(laptop))
    desk.approve(paper)
    for month in (8, 9, 10):
        _month(desk, date(2027, month, 1))
    assert _line(desk, laptop, date(2027, 9, 1)) is None
    _reverse(desk, paper)
    _month(desk, date(2027, 11, 1))
    assert _line(desk, laptop, date(2027, 9, 1)) is None
    line, like = _line(desk, laptop, date(2027, 11, 1)), _line(desk, other, date(2027, 11, 1))
    assert line is not None
    assert like is not None
    assert (line.catch_up, line.amount) == (D("316.62"), D("474.93"))
    assert (line.accumulated, line.net) == (like.accumulated, like.net)


def test_a_card_taken_back_may_be_disposed_of_again(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    paper = desk.save(desk.draft(laptop))
    desk.approve(paper)
    _reverse(desk, paper)
    assert desk.refused(lambda: desk.save(desk.draft(laptop))).code == "asset_disposal.moved_later"
    again = desk.save(desk.draft(laptop, on_day=TODAY))
    desk.approve(again)
    assert desk.stock.look(laptop).state is AssetState.DISPOSED
    _reverse(desk, again, click="y")
    assert desk.stock.look(laptop).state is AssetState.IDLE


def test_a_place_that_is_gone_is_left_out(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    _issued(desk, laptop)
    paper = desk.save(desk.draft(laptop))
    desk.approve(paper)
    with desk.database.write() as session:
        records.drop(session, desk.clerk, session.get_one(Place, desk.stock.places["305室"]))
    _reverse(desk, paper)
    card = desk.stock.look(laptop)
    assert (card.state, card.place_id, card.employee_id) == (AssetState.IN_USE, None, desk.clerk.employee_id)
    with desk.database.read() as session:
        rows = session.scalars(select(AssetMovement).where(AssetMovement.asset_id == laptop))
        assert [row.kind for row in rows][-2:] == [MovementKind.DISPOSE, MovementKind.RECEIVE]
