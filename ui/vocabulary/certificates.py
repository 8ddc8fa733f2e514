"""Certificates and their loans: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "certificate.duty": QT_TRANSLATE_NOOP(
        "Errors",
        "A yearly duty needs a name, a kind, and either its days from and to or its months. Complete this row.",
    ),
    "certificate.reminders": QT_TRANSLATE_NOOP(
        "Errors", "Days of reminders are whole numbers above 0, such as 180, 90, 60, 30, 7."
    ),
    "certificate.step": QT_TRANSLATE_NOOP(
        "Errors", "A step needs a name and either days or months before the end. Complete this row."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "HolderType": {
        "company": QT_TRANSLATE_NOOP("Label", "Company"),
        "person": QT_TRANSLATE_NOOP("Label", "Person"),
    },
    "CertificateState": {
        "valid": QT_TRANSLATE_NOOP("Label", "Valid"),
        "in_progress": QT_TRANSLATE_NOOP("Label", "Applied for"),
        "lapsed": QT_TRANSLATE_NOOP("Label", "Lapsed"),
        "archived": QT_TRANSLATE_NOOP("Label", "Archived"),
    },
    "LoanKind": {
        "original": QT_TRANSLATE_NOOP("Label", "Original"),
        "copy": QT_TRANSLATE_NOOP("Label", "Sealed copies"),
        "device": QT_TRANSLATE_NOOP("Label", "Key or device"),
    },
    "LoanState": {
        "draft": QT_TRANSLATE_NOOP("Label", "Draft"),
        "submitted": QT_TRANSLATE_NOOP("Label", "Waiting"),
        "approved": QT_TRANSLATE_NOOP("Label", "To hand out"),
        "lent": QT_TRANSLATE_NOOP("Label", "Lent"),
        "back": QT_TRANSLATE_NOOP("Label", "Back"),
        "returned": QT_TRANSLATE_NOOP("Label", "Returned"),
        "withdrawn": QT_TRANSLATE_NOOP("Label", "Withdrawn"),
        "voided": QT_TRANSLATE_NOOP("Label", "Voided"),
    },
    "DutyKind": {
        "annual_report": QT_TRANSLATE_NOOP("Label", "Annual report"),
        "surveillance": QT_TRANSLATE_NOOP("Label", "Surveillance audit"),
        "fee": QT_TRANSLATE_NOOP("Label", "Fee"),
        "review": QT_TRANSLATE_NOOP("Label", "Yearly review"),
        "application": QT_TRANSLATE_NOOP("Label", "Yearly application"),
        "training": QT_TRANSLATE_NOOP("Label", "Training"),
    },
    "DutyRhythm": {
        "window": QT_TRANSLATE_NOOP("Label", "Within a period"),
        "anniversary": QT_TRANSLATE_NOOP("Label", "Anniversary"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "CertificateState": {"valid": "green", "in_progress": "amber", "lapsed": "red", "archived": "grey"},
    "LoanKind": {"original": "blue", "copy": "grey", "device": "blue"},
    "LoanState": {
        "draft": "grey",
        "submitted": "amber",
        "approved": "blue",
        "lent": "amber",
        "back": "green",
        "returned": "red",
        "withdrawn": "grey",
        "voided": "grey",
    },
}
FIELDS: dict[str, str] = {}
