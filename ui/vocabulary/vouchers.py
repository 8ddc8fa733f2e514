"""Vouchers and bound months: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "voucher.month_bound": QT_TRANSLATE_NOOP("Errors", "The vouchers of {month} are bound. Choose a day from {day} on, or have the month opened again."),
    "voucher.fixed": QT_TRANSLATE_NOOP("Errors", "A voucher number is given once: it is never changed, taken back or used again."),
    "voucher.nothing_to_bind": QT_TRANSLATE_NOOP("Errors", "There are no vouchers in {month}: choose another month."),
    "voucher.gap": QT_TRANSLATE_NOOP("Errors", "Voucher {label} is missing in its row. Check the history before the month is bound."),
    "voucher.amount_differs": QT_TRANSLATE_NOOP("Errors", "Voucher {label} says {voucher}, its paper {number} says {paper}. Check the history before the month is bound."),
    "voucher.number_missing": QT_TRANSLATE_NOOP("Errors", "Paper {number} was paid and has no voucher number. Check the history before the month is bound."),
    "voucher.month_not_over": QT_TRANSLATE_NOOP("Errors", "{month} is not over: bind it from {day} on."),
    "voucher.already_bound": QT_TRANSLATE_NOOP("Errors", "{month} was bound on {day} by {by}. To change it, have it opened again."),
    "voucher.at_the_bank": QT_TRANSLATE_NOOP("Errors", "Papers of this month still wait for the bank ({count}): {numbers}. Confirm them or take them out first."),
    "voucher.changed_meanwhile": QT_TRANSLATE_NOOP("Errors", "{month} has changed since its bundle was made. Make it once more."),
    "voucher.not_bound": QT_TRANSLATE_NOOP("Errors", "{month} is not bound: there is nothing to open again."),
    "voucher.unbind_reason_missing": QT_TRANSLATE_NOOP("Errors", "Say why the month is opened again."),
    "voucher.slips_differ": QT_TRANSLATE_NOOP("Errors", "{counted} bank slips are attached to the batches of this month, but {placed} could be placed. Nothing was written: check the files of the batches."),
    "voucher.attachments_differ": QT_TRANSLATE_NOOP("Errors", "Voucher {label} has {counted} attachments, but {placed} could be placed. Nothing was written: check its files."),
    "voucher.sum_differs": QT_TRANSLATE_NOOP("Errors", "The list adds up to {listed}, the papers to {papers}. Nothing was written: check the history."),
    "voucher.not_as_bound": QT_TRANSLATE_NOOP("Errors", "{month} is not what was bound: {bound} then, {now} now. Nothing was written: check the history."),
    "voucher.accounts_missing": QT_TRANSLATE_NOOP("Errors", "No account is chosen for: {names}. Choose them in the accounts mapping first."),
    "voucher.unbalanced": QT_TRANSLATE_NOOP("Errors", "Voucher {label} does not balance: debit {debit}, credit {credit}. Nothing was written: check its paper."),
    "accounts.code": QT_TRANSLATE_NOOP("Errors", "{typed} is no account code: use letters, digits, dots and dashes, 20 signs at most."),
    "integrity.voucher": QT_TRANSLATE_NOOP("Errors", "Voucher {number} does not agree with its paper, or a number before it is missing."),
    "integrity.bound_month": QT_TRANSLATE_NOOP("Errors", "The vouchers of {number} are not those that were bound."),
    "console.no_month": QT_TRANSLATE_NOOP("Errors", "{typed} is no month: write it as 2026-11."),
    "console.month_of_vouchers": QT_TRANSLATE_NOOP("Errors", "Only vouchers are exported by month: leave --month away."),
    "assembly.damaged": QT_TRANSLATE_NOOP("Errors", "The bundle could not be put together: the disk for temporary files may be full. Make room and try again."),
    "invoice.no_picture": QT_TRANSLATE_NOOP("Errors", "This file has no page that could be printed."),
    "invoice.too_many_pages": QT_TRANSLATE_NOOP("Errors", "This file has more than {most} pages. Split it."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "VoucherType": {
        "pay": QT_TRANSLATE_NOOP("Label", "Payment voucher"),
        "receive": QT_TRANSLATE_NOOP("Label", "Receipt voucher"),
        "transfer": QT_TRANSLATE_NOOP("Label", "Transfer voucher"),
    },
    "AccountPlace": {
        "category": QT_TRANSLATE_NOOP("Label", "Expense category"),
        "bank_account": QT_TRANSLATE_NOOP("Label", "Bank account"),
        "general": QT_TRANSLATE_NOOP("Label", "General account"),
    },
    "VoucherState": {
        "valid": QT_TRANSLATE_NOOP("Label", "Valid"),
        "voided": QT_TRANSLATE_NOOP("Label", "Void"),
    },
}

TONES: dict[str, dict[str, str]] = {"VoucherState": {"valid": "green", "voided": "grey"}}

FIELDS: dict[str, str] = {
    "account_code": QT_TRANSLATE_NOOP("Field", "Account code"),
    "account_name": QT_TRANSLATE_NOOP("Field", "Account title"),
    "attachments": QT_TRANSLATE_NOOP("Field", "Attachments"),
    "bound_by_name": QT_TRANSLATE_NOOP("Field", "Bound by"),
    "bound_on": QT_TRANSLATE_NOOP("Field", "Bound on"),
    "count": QT_TRANSLATE_NOOP("Field", "Count"),
    "dated_on": QT_TRANSLATE_NOOP("Field", "Date"),
    "head_mac": QT_TRANSLATE_NOOP("Field", "Seal of the history"),
    "head_seq": QT_TRANSLATE_NOOP("Field", "Last act of the history"),
    "month": QT_TRANSLATE_NOOP("Field", "Month"),
    "pages": QT_TRANSLATE_NOOP("Field", "Pages"),
    "type": QT_TRANSLATE_NOOP("Field", "Type"),
    "void_reason": QT_TRANSLATE_NOOP("Field", "Void because"),
    "voided": QT_TRANSLATE_NOOP("Field", "Void"),
    "voucher": QT_TRANSLATE_NOOP("Field", "Voucher"),
    "voucher_number": QT_TRANSLATE_NOOP("Field", "Voucher"),
}
