"""The pages of bids in a test: shown, their dialogs found, a bid that is due soon."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from models.bid_terms import BidStage
from tests.bids import TODAY, stage
from tests.personnel_paper_pages import shown
from ui.claims.act_dialog import ActDialog


def on_screen(qtbot, kind, database, tasks, actor):
    return shown(qtbot, kind, database, tasks, actor, TODAY)


def dialog_of(page, kind=ActDialog):
    return next(one for one in page.findChildren(kind) if one.isVisible())


def soon(**more) -> dict[str, object]:
    day = TODAY + timedelta(days=2)
    stages = (
        stage(BidStage.DEPOSIT, TODAY + timedelta(days=1)),
        stage(BidStage.SUBMISSION, day, at_time="09:30", place="交易中心"),
        stage(BidStage.OPENING, day, at_time="09:30"),
    )
    return {"stages": stages, "deposit_amount": Decimal(20000)} | more
