"""Payment batches and the files of banks: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "BatchState": {
        "open": QT_TRANSLATE_NOOP("Label", "Not sent yet"),
        "sent": QT_TRANSLATE_NOOP("Label", "At the bank"),
        "settled": QT_TRANSLATE_NOOP("Label", "Done"),
        "cancelled": QT_TRANSLATE_NOOP("Label", "Cancelled"),
    },
    "PaymentState": {
        "waiting": QT_TRANSLATE_NOOP("Label", "Waiting for the bank"),
        "confirmed": QT_TRANSLATE_NOOP("Label", "Paid"),
        "bounced": QT_TRANSLATE_NOOP("Label", "Bounced"),
        "taken_out": QT_TRANSLATE_NOOP("Label", "Taken out"),
    },
    "FileKind": {
        "xlsx": QT_TRANSLATE_NOOP("Label", "Excel workbook"),
        "csv": QT_TRANSLATE_NOOP("Label", "CSV text"),
    },
}

TONES: dict[str, dict[str, str]] = {
    "BatchState": {"open": "amber", "sent": "blue", "settled": "green", "cancelled": "grey"},
    "PaymentState": {"waiting": "amber", "confirmed": "green", "bounced": "red", "taken_out": "grey"},
}

FIELDS: dict[str, str] = {}
