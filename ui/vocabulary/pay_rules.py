"""The rules of pay: sentences for what they refuse, words for their choices."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "calendar.pay_day": QT_TRANSLATE_NOOP("Errors", "A pay day is a day of the month from 1 to 31. Correct it."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
