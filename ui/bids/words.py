"""Words of bids made of several values: how long until a day, what the law says, what is wrong with an item."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import bid_order
from services.terms import BidStage
from ui import vocabulary
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats

if TYPE_CHECKING:
    from services.bid_drafts import StageDraft
    from services.bid_rules import BidWarning
    from services.claim_check_row import Check

SOON = 3
# what a rule of the law says, by its bound; the text is the law's own
TERM_DAY = QT_TRANSLATE_NOOP("Bid", "{text}: {day} — allowed {bound}. {article}")
TERM_OPEN = QT_TRANSLATE_NOOP("Bid", "{text}: since {bound} overdue. {article}")
CAP = QT_TRANSLATE_NOOP("Bid", "{text}: {amount}, at most {most}. {article}")
FEW = QT_TRANSLATE_NOOP("Bid", "{text}: {bidders} bidders. {article}")
TURNED = {  # two stages whose days stand the wrong way round
    bid_order.AFTER: QT_TRANSLATE_NOOP("Bid", "{day} lies after {other} on {bound}"),
    bid_order.BEFORE: QT_TRANSLATE_NOOP("Bid", "{day} lies before {other} on {bound}"),
}
PLAIN = QT_TRANSLATE_NOOP("Bid", "{text}. {article}")

translate = QCoreApplication.translate


def countdown(day: date, today: date) -> str:
    """How long until a day, or since it."""
    left = (day - today).days
    if left == 0:
        return translate("Bid", "today")
    if left == 1:
        return translate("Bid", "tomorrow")
    if left > 0:
        return translate("Bid", "in {days} d").format(days=left)
    return translate("Bid", "{days} d ago").format(days=-left)


def day_tone(day: date, today: date) -> str:
    """Red when it has passed, amber when it is near."""
    left = (day - today).days
    return "red" if left < 0 else "amber" if left <= SOON else ""


def warning_words(warning: BidWarning, today: date) -> str:
    """A rule that is not kept, with its article."""
    values = {name: _shown(value, today) for name, value in warning.values.items()} | {
        "article": warning.article
    }
    if warning.code in TURNED:
        source = TURNED[warning.code]
        values["other"] = label(BidStage(str(warning.values["other"])))
    elif "most" in values:
        source = CAP
    elif "bidders" in values:
        source = FEW
    elif "bound" in values:
        source = TERM_OPEN if warning.values.get("day") is None else TERM_DAY
    else:
        source = PLAIN
    return translate("Bid", source).format(**values)


def _shown(value: object, today: date) -> str:
    if isinstance(value, date):
        return formats.day(value, today)
    return formats.yuan(value) if isinstance(value, Decimal) else str(value)


def check_words(check: Check) -> str:
    """What is wrong with an item of the checklist."""
    source = vocabulary.CHECKS[check.code][check.level.value]
    return translate("Check", source).format(**check.values)


def stage_words(stage: StageDraft, today: date) -> str:
    """The days, the time and the place of a stage in one line."""
    day = formats.day(stage.on_day, today)
    days = f"{formats.day(stage.from_on, today)} – {day}" if stage.from_on else day
    return " ".join(filter(None, (days, stage.at_time, stage.place)))


def figure(amount: Decimal | None) -> str:
    """Yuan, or a dash."""
    return formats.NOTHING if amount is None else formats.yuan(amount)


def stage_label(stage: StageDraft) -> str:
    """The name of a stage."""
    return label(stage.stage) if stage.stage is not None else ""
