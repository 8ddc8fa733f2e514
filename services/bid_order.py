"""Stages of a bid whose days stand the wrong way round: told, not refused, as notices are moved and announced anew. No database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from models.bid_terms import BidStage
from services.bid_rules import BidWarning

AFTER, BEFORE = "stage_after", "stage_before"
# what comes before the bids are handed in, what follows the opening, what follows the notice
_TO_HAND_IN = (
    BidStage.ANNOUNCEMENT,
    BidStage.REGISTRATION,
    BidStage.DOCUMENTS,
    BidStage.SITE_VISIT,
    BidStage.QUESTIONS,
    BidStage.CLARIFICATION,
    BidStage.DEPOSIT,
)
_OPENED = (BidStage.EVALUATION, BidStage.PUBLICITY, BidStage.NOTICE, BidStage.CONTRACT, BidStage.DEPOSIT_BACK)
_TOLD = (BidStage.CONTRACT,)


def turned(days: Mapping[BidStage, date]) -> Iterator[BidWarning]:
    """A warning for every stage that lies after or before the one it cannot; `other` and `bound` say which and when."""
    submission, opening = days.get(BidStage.SUBMISSION), days.get(BidStage.OPENING)
    last = submission or opening
    for stage in _TO_HAND_IN:
        if last and stage in days and days[stage] > last:
            yield _warning(AFTER, stage, days, BidStage.SUBMISSION if submission else BidStage.OPENING)
    for stage in _OPENED:
        first = BidStage.OPENING if opening else BidStage.SUBMISSION
        if first in days and stage in days and days[stage] < days[first]:
            yield _warning(BEFORE, stage, days, first)
    for stage in _TOLD:
        if BidStage.NOTICE in days and stage in days and days[stage] < days[BidStage.NOTICE]:
            yield _warning(BEFORE, stage, days, BidStage.NOTICE)


def _warning(code: str, stage: BidStage, days: Mapping[BidStage, date], other: BidStage) -> BidWarning:
    return BidWarning(code, stage, "", {"day": days[stage], "bound": days[other], "other": other.value})
