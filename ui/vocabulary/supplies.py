"""Supplies and benefits: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "supply.not_enough": QT_TRANSLATE_NOOP(
        "Errors", "Only {on_hand} are on hand. Enter less, or receive more first."
    ),
    "supply.quantity": QT_TRANSLATE_NOOP("Errors", "Enter a quantity above 0 with three decimals at most."),
    "supply.returned_too_much": QT_TRANSLATE_NOOP(
        "Errors", "Only {went_out} went out. Enter no more than that."
    ),
    "supply.surplus_value": QT_TRANSLATE_NOOP(
        "Errors", "Nothing is on hand that tells the cost of the surplus. Enter the cost of one unit."
    ),
    "supply.value_negative": QT_TRANSLATE_NOOP(
        "Errors", "The value cannot be below zero. Enter 0 for a gift."
    ),
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
