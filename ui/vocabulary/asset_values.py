"""Depreciation and disposals: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "depreciation.closed": QT_TRANSLATE_NOOP(
        "Errors", "This month is closed. Reopen the newest closed month first."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "DisposalReason": {
        "scrap": QT_TRANSLATE_NOOP("Label", "Scrapped"),
        "sale": QT_TRANSLATE_NOOP("Label", "Sold"),
        "donation": QT_TRANSLATE_NOOP("Label", "Given away"),
        "loss": QT_TRANSLATE_NOOP("Label", "Lost"),
        "damage": QT_TRANSLATE_NOOP("Label", "Damaged"),
    },
    "DepreciationState": {
        "open": QT_TRANSLATE_NOOP("Label", "Open"),
        "closed": QT_TRANSLATE_NOOP("Label", "Closed"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "DisposalReason": {"scrap": "grey", "sale": "blue", "donation": "grey", "loss": "red", "damage": "red"},
    "DepreciationState": {"open": "amber", "closed": "green"},
}
FIELDS: dict[str, str] = {}
