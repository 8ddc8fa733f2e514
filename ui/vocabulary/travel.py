"""Travel claims, payment requests and repayments: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "InvoicePromise": {
        "now": QT_TRANSLATE_NOOP("Label", "Invoice is here"),
        "later": QT_TRANSLATE_NOOP("Label", "Invoice comes later"),
        "none": QT_TRANSLATE_NOOP("Label", "No invoice due"),
    },
    "Vehicle": {
        "train": QT_TRANSLATE_NOOP("Label", "Train"),
        "plane": QT_TRANSLATE_NOOP("Label", "Plane"),
        "ship": QT_TRANSLATE_NOOP("Label", "Ship"),
        "coach": QT_TRANSLATE_NOOP("Label", "Coach"),
        "car": QT_TRANSLATE_NOOP("Label", "Own car"),
        "taxi": QT_TRANSLATE_NOOP("Label", "Taxi"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
