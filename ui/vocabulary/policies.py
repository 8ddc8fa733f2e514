"""Expense policies and city tiers: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "CategoryRole": {
        "general": QT_TRANSLATE_NOOP("Label", "General"),
        "transport": QT_TRANSLATE_NOOP("Label", "Intercity transport"),
        "lodging": QT_TRANSLATE_NOOP("Label", "Lodging"),
        "local": QT_TRANSLATE_NOOP("Label", "Local transport"),
        "allowance": QT_TRANSLATE_NOOP("Label", "Travel allowance"),
        "entertainment": QT_TRANSLATE_NOOP("Label", "Entertainment"),
    },
    "PolicyKind": {
        "category_per_paper": QT_TRANSLATE_NOOP("Label", "Limit per paper"),
        "category_per_month": QT_TRANSLATE_NOOP("Label", "Limit per month"),
        "lodging_per_night": QT_TRANSLATE_NOOP("Label", "Lodging per night"),
        "meal_per_day": QT_TRANSLATE_NOOP("Label", "Meals per day"),
        "local_per_day": QT_TRANSLATE_NOOP("Label", "Local transport per day"),
        "seat": QT_TRANSLATE_NOOP("Label", "Class of travel"),
        "per_head": QT_TRANSLATE_NOOP("Label", "Entertainment per head"),
        "invoice_age": QT_TRANSLATE_NOOP("Label", "Age of invoices"),
        "consecutive": QT_TRANSLATE_NOOP("Label", "Invoices in a row"),
        "weekend": QT_TRANSLATE_NOOP("Label", "Weekends and holidays"),
        "split": QT_TRANSLATE_NOOP("Label", "Split papers"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
