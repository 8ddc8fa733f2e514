"""Stock-takes: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "stock_take.not_editable": QT_TRANSLATE_NOOP(
        "Errors", "This stock-take was submitted. Withdraw it first, or leave it as it is."
    ),
    "stock_take.scan_kept": QT_TRANSLATE_NOOP("Errors", "A scan stays as it was. Explain the line instead."),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "StockTakeState": {
        "open": QT_TRANSLATE_NOOP("Label", "Counting"),
        "counted": QT_TRANSLATE_NOOP("Label", "Counted"),
        "submitted": QT_TRANSLATE_NOOP("Label", "Waiting"),
        "approved": QT_TRANSLATE_NOOP("Label", "Approved"),
        "voided": QT_TRANSLATE_NOOP("Label", "Voided"),
    },
    "FoundState": {
        "missing": QT_TRANSLATE_NOOP("Label", "Missing"),
        "found": QT_TRANSLATE_NOOP("Label", "Found"),
        "elsewhere": QT_TRANSLATE_NOOP("Label", "Elsewhere"),
        "unknown": QT_TRANSLATE_NOOP("Label", "Unknown"),
        "foreign": QT_TRANSLATE_NOOP("Label", "Another company's"),
    },
    "Adjustment": {
        "none": QT_TRANSLATE_NOOP("Label", "Nothing"),
        "move": QT_TRANSLATE_NOOP("Label", "Correct the place"),
        "write_off": QT_TRANSLATE_NOOP("Label", "Write off"),
        "add": QT_TRANSLATE_NOOP("Label", "Enter in the register"),
        "search": QT_TRANSLATE_NOOP("Label", "Search on"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "StockTakeState": {
        "open": "amber",
        "counted": "blue",
        "submitted": "amber",
        "approved": "green",
        "voided": "grey",
    },
    "FoundState": {
        "missing": "red",
        "found": "green",
        "elsewhere": "amber",
        "unknown": "red",
        "foreign": "grey",
    },
    "Adjustment": {"none": "grey", "move": "blue", "write_off": "red", "add": "green", "search": "amber"},
}
FIELDS: dict[str, str] = {}
