"""Cases of certificates: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "CaseKind": {
        "renewal": QT_TRANSLATE_NOOP("Label", "Renewal"),
        "application": QT_TRANSLATE_NOOP("Label", "Application"),
        "duty": QT_TRANSLATE_NOOP("Label", "Yearly duty"),
        "change": QT_TRANSLATE_NOOP("Label", "Company change"),
        "subsidy": QT_TRANSLATE_NOOP("Label", "Subsidy"),
    },
    "CaseState": {
        "open": QT_TRANSLATE_NOOP("Label", "In hand"),
        "done": QT_TRANSLATE_NOOP("Label", "Done"),
        "refused": QT_TRANSLATE_NOOP("Label", "Not granted"),
        "given_up": QT_TRANSLATE_NOOP("Label", "Given up"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "CaseKind": {
        "renewal": "blue",
        "application": "blue",
        "duty": "grey",
        "change": "grey",
        "subsidy": "grey",
    },
    "CaseState": {"open": "amber", "done": "green", "refused": "red", "given_up": "grey"},
}
FIELDS: dict[str, str] = {}
