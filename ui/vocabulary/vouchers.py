"""Vouchers and bound months: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "VoucherType": {
        "pay": QT_TRANSLATE_NOOP("Label", "Payment voucher"),
        "receive": QT_TRANSLATE_NOOP("Label", "Receipt voucher"),
        "transfer": QT_TRANSLATE_NOOP("Label", "Transfer voucher"),
    },
    "VoucherState": {
        "valid": QT_TRANSLATE_NOOP("Label", "Valid"),
        "voided": QT_TRANSLATE_NOOP("Label", "Void"),
    },
}

TONES: dict[str, dict[str, str]] = {"VoucherState": {"valid": "green", "voided": "grey"}}

FIELDS: dict[str, str] = {}
