"""Statistics, saved views and the promise: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "Grouping": {
        "category": QT_TRANSLATE_NOOP("Label", "Category"),
        "department": QT_TRANSLATE_NOOP("Label", "Department"),
        "project": QT_TRANSLATE_NOOP("Label", "Project"),
        "person": QT_TRANSLATE_NOOP("Label", "Person"),
        "month": QT_TRANSLATE_NOOP("Label", "Month"),
    },
    "Counted": {
        "paid": QT_TRANSLATE_NOOP("Label", "Paid, by the day paid"),
        "spent": QT_TRANSLATE_NOOP("Label", "Paid, by the day spent"),
        "claimed": QT_TRANSLATE_NOOP("Label", "Paid and on the way, by the day spent"),
    },
    "Period": {
        "this_month": QT_TRANSLATE_NOOP("Label", "This month"),
        "last_month": QT_TRANSLATE_NOOP("Label", "Last month"),
        "this_quarter": QT_TRANSLATE_NOOP("Label", "This quarter"),
        "this_year": QT_TRANSLATE_NOOP("Label", "This year"),
        "last_year": QT_TRANSLATE_NOOP("Label", "Last year"),
        "twelve_months": QT_TRANSLATE_NOOP("Label", "Twelve months"),
        "own": QT_TRANSLATE_NOOP("Label", "From – to"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
