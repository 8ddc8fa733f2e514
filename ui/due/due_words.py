"""Words for dates that are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.due_model import DueKind, DueState
from services.terms import BidStage
from ui.certificates.certificate_cells import days_words
from ui.labels import label, tone
from ui.widgets import formats

if TYPE_CHECKING:
    from services.due_model import DueDate

translate = QCoreApplication.translate

CERTIFICATES = frozenset(
    {
        DueKind.EXPIRY,
        DueKind.APPLY_BY,
        DueKind.RENEWAL_START,
        DueKind.RENEWAL_STEP,
        DueKind.DUTY,
        DueKind.LOAN_BACK,
    }
)
CASES = frozenset({DueKind.CASE, DueKind.CASE_STEP})
BIDS = frozenset({DueKind.BID_STAGE, DueKind.DEPOSIT_DUE, DueKind.DEPOSIT_BACK})
ASSETS = frozenset({DueKind.ASSET_BACK, DueKind.WARRANTY})


def what_words(one: DueDate) -> str:
    """Which date it is: the duty, the step or the stage by its name, else the kind."""
    if one.kind is DueKind.BID_STAGE:
        return label(BidStage(one.what))
    if one.hours is not None:
        have, need = (formats.quantity(hours) for hours in one.hours)
        words = translate("Certificates", "{name}: {have} of {need} hours")
        return words.format(name=one.what, have=have, need=need)
    return one.what or label(one.kind)


def left_words(one: DueDate) -> str:
    """How long there is; of what may begin, whether it may by now."""
    if one.is_start:
        if one.days_left <= 0:
            return translate("Certificates", "may begin")
        return translate("Certificates", "begins in {count} days").format(count=one.days_left)
    return days_words(one.days_left)


def shade(one: DueDate) -> str:
    """Red once it is past or within a week, amber within thirty days; grey when it is put off."""
    if one.state is DueState.SNOOZED:
        return "muted"
    if one.is_start:
        return ""
    if one.days_left <= 7:
        return "red"
    return "amber" if one.days_left <= 30 else ""


def state_words(one: DueDate) -> str:
    if one.state is DueState.SNOOZED and one.snoozed_until is not None:
        words = translate("Certificates", "until {day}")
        return words.format(day=one.snoozed_until.isoformat())
    return label(one.state)


def state_tone(one: DueDate) -> str:
    return tone(one.state) or ""
