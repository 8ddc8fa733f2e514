"""The rules of pay: sentences for what they refuse, words for their choices."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "calendar.pay_day": QT_TRANSLATE_NOOP("Errors", "A pay day is a day of the month from 1 to 31. Correct it."),
    "rules.none_on_day": QT_TRANSLATE_NOOP("Errors", "No rule “{name}” is known for {day}. Choose another day, or have the rules brought up to date."),
    "tax.months": QT_TRANSLATE_NOOP("Errors", "Tax is reckoned over the months of one year, in order and each once. Check the months."),
    "tax.negative": QT_TRANSLATE_NOOP("Errors", "The amount to be taxed must not be below zero. Correct it."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
