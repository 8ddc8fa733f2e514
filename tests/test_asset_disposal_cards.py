"""A card and the disposal it stands in: what was approved is what goes, and what is gone can still be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.depreciation import DepreciationRun
from models.fixed_asset import AssetEstimate, AssetState, FixedAsset
from models.personnel_paper import OfficePaperState
from services import asset_details, asset_estimates, asset_lots, depreciation_runs
from services.asset_estimates import EstimateDraft
from services.asset_lots import PartDraft
from services.database import Database
from tests.test_asset_disposals import LAPTOP, LEFT, TODAY, Desk

D = Decimal


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def estimate(desk: Desk, card: int, from_on: date) -> None:
    with desk.database.write() as session:
        version = session.get_one(FixedAsset, card).version
        draft = EstimateDraft(card, version, from_on, 24, D(0), added=D(500), reason="加装内存")
        asset_estimates.revise(session, desk.clerk, draft, command_id=f"{from_on}", today=LEFT)


def test_a_card_that_left_before_its_new_estimate_began_is_read_like_any_other(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    estimate(desk, laptop, date(2027, 9, 1))
    desk.approve(desk.save(desk.draft(laptop)))
    with desk.database.read() as session:
        found = asset_details.detail(session, desk.clerk, laptop, today=date(2027, 10, 1))
    assert (found.state, found.cost, found.months) == (AssetState.DISPOSED, D(5999), 36)
    assert (found.accumulated, found.last_charge) == (D("2691.27"), date(2027, 8, 1))


def split(desk: Desk, lot: int) -> None:
    with desk.database.write() as session:
        asset_lots.split(
            session, desk.clerk, lot, session.get_one(FixedAsset, lot).version, [PartDraft(9)],
            reason="分开", command_id="split", today=TODAY,
        )  # fmt: skip


def test_what_stands_in_an_open_disposal_is_not_split_or_put_together(desk: Desk) -> None:
    lot = desk.stock.card(quantity=10, **LAPTOP)
    other = desk.stock.card(**LAPTOP)
    paper = desk.save(desk.draft(lot))

    def merge() -> None:
        with desk.database.write() as session:
            asset_lots.merge(session, desk.clerk, [other, lot], reason="同批", command_id="m", today=TODAY)

    for state in (OfficePaperState.DRAFT, OfficePaperState.SUBMITTED):
        assert desk.look(paper).state is state
        for act in (lambda: split(desk, lot), merge):
            refused = desk.refused(act)
            assert (refused.code, refused.values["other"]) == ("asset.in_disposal", "CZ-2027-0001")
        if state is OfficePaperState.DRAFT:
            desk.submit(paper)
    assert desk.stock.look(lot).quantity == 10


def test_what_is_worth_something_else_than_was_submitted_is_not_approved(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    paper = desk.save(desk.draft(laptop))
    desk.submit(paper)
    with desk.database.write() as session:
        session.add(
            AssetEstimate(
                asset_id=laptop, from_on=date(2027, 8, 1), months=24, residual=D(0), method="straight_line",
                added=D(500), reason="加装内存", made_by_name="x",
            )
        )  # fmt: skip

    def approve() -> None:
        while desk.look(paper).state is OfficePaperState.SUBMITTED:
            desk.decide(paper)

    refused = desk.refused(approve)
    assert (refused.code, refused.values) == ("asset_disposal.changed", {"number": "DZ-2026-0001"})
    assert (desk.look(paper).amount, desk.stock.look(laptop).stopped_on) == (D(5999), None)


def test_a_day_before_the_purchase_is_said_as_such_in_a_closed_month_too(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    with desk.database.write() as session:
        run = depreciation_runs.reckon(session, desk.clerk, date(2027, 7, 1), today=TODAY)
        version = session.get_one(DepreciationRun, run).version
        depreciation_runs.close(session, desk.clerk, run, version, command_id="july")
    refused = desk.refused(lambda: desk.save(desk.draft(laptop, on_day=date(2025, 12, 1))))
    assert (refused.code, refused.field) == ("asset.before_purchase", "lines.0.asset_id")


def test_the_form_of_a_disposal_prints_the_life_that_held(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    estimate(desk, laptop, date(2027, 6, 1))
    paper = desk.save(desk.draft(laptop))
    (card,) = desk.detail(paper).cards
    assert (card.months, card.cost) == (
        14 + 24,
        D(6499),
    )  # April 2026 … May 2027, and those left from June on
