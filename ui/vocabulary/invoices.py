"""The store of invoices: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "InvoiceState": {
        "unused": QT_TRANSLATE_NOOP("Label", "Unused"),
        "used": QT_TRANSLATE_NOOP("Label", "Used"),
        "red_lettered": QT_TRANSLATE_NOOP("Label", "Red-lettered"),
        "cancelled": QT_TRANSLATE_NOOP("Label", "Cancelled by the seller"),
    },
}

TONES: dict[str, dict[str, str]] = {
    "InvoiceState": {"unused": "amber", "used": "green", "red_lettered": "red", "cancelled": "grey"}
}

FIELDS: dict[str, str] = {}
