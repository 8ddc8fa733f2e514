"""Supplies and benefits: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "supply.movement_kept": QT_TRANSLATE_NOOP(
        "Errors", "A movement stays as it was written. Enter the opposite one."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "SupplyAct": {
        "receive": QT_TRANSLATE_NOOP("Label", "Received"),
        "issue": QT_TRANSLATE_NOOP("Label", "Issued"),
        "return": QT_TRANSLATE_NOOP("Label", "Handed back"),
        "count": QT_TRANSLATE_NOOP("Label", "Counted"),
        "transfer": QT_TRANSLATE_NOOP("Label", "Moved"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "SupplyAct": {
        "receive": "green",
        "issue": "blue",
        "return": "grey",
        "count": "amber",
        "transfer": "grey",
    },
}
FIELDS: dict[str, str] = {}
