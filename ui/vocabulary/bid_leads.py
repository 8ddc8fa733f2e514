"""Tender notices and their digests: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "LeadState": {
        "new": QT_TRANSLATE_NOOP("Label", "New"),
        "kept": QT_TRANSLATE_NOOP("Label", "Kept"),
        "dropped": QT_TRANSLATE_NOOP("Label", "Dropped"),
        "bid": QT_TRANSLATE_NOOP("Label", "Bid"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "LeadState": {"new": "amber", "kept": "blue", "dropped": "grey", "bid": "green"},
}
FIELDS: dict[str, str] = {}
